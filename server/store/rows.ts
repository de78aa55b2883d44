/** Log entries as rows and back. The row's own columns are what queries ask for; the rest of an entry is `body`. */
import { type Entry, entrySchema } from '../../classroom/protocol/entry.ts';
import type { Prisma, PrismaClient } from '../../prisma/client/client.ts';
import type { EntryModel } from '../../prisma/client/models/Entry.ts';

type EntryRow = Prisma.EntryCreateManyInput;

export function entryToRow(sessionId: string, entry: Entry): EntryRow {
  const { seq, at, actor, heap, kind, digest, command, ...rest } = entry;
  const { outcome, ...body } = { outcome: undefined, ...rest };
  return {
    sessionId,
    seq,
    at: new Date(at),
    actor,
    heap,
    kind,
    digest,
    command,
    body,
    ...(outcome === undefined ? {} : { outcome }),
  };
}

/** @throws ZodError where the row is not an entry: somebody else wrote it, or another wire version. */
export function rowToEntry(row: EntryModel): Entry {
  const { seq, at, actor, heap, kind, digest, command, body, outcome } = row;
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new Error(`entry ${seq} has no body`);
  }
  return entrySchema.parse({
    ...body,
    ...(outcome === null ? {} : { outcome }),
    seq,
    at: at.getTime(),
    actor,
    heap,
    kind,
    digest,
    command,
  });
}

/** So many rows are read and turned into entries at a time: a few milliseconds of the server's attention. */
const PAGE = 100;

/**
 * A turn of the event loop: other rooms and sockets are served. The embedded database answers without one, so that a
 * long row of questions to it would keep everybody waiting.
 */
export function turn(): Promise<void> {
  return new Promise((done) => setImmediate(done));
}

/**
 * Entries in order, in pages, so that a long log is never in memory whole and live classes go on in between; those
 * after one, and where it is known after which one there are no more, the database is not asked for them.
 */
export async function* entryPages(
  client: PrismaClient,
  where: Prisma.EntryWhereInput & { readonly sessionId: string },
  { after = 0, last: end = Number.POSITIVE_INFINITY, page = PAGE } = {},
): AsyncGenerator<Entry[]> {
  for (let last = after; ; ) {
    const rows = await client.entry.findMany({
      where: { ...where, seq: { ...(typeof where.seq === 'object' ? where.seq : {}), gt: last } },
      orderBy: { seq: 'asc' },
      take: page,
    });
    const newest = rows.at(-1);
    if (newest === undefined) return;
    yield rows.map(rowToEntry);
    last = newest.seq;
    if (rows.length < page || last >= end) return;
    await turn();
  }
}
