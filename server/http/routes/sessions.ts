/** The log of a session for replay and snapshots on the way, as far as the caller may see it; and whether the server is well. */
import { z } from 'zod';
import type { Entry } from '../../../classroom/protocol/entry.ts';
import { refuse } from '../../../classroom/protocol/refusal.ts';
import { wireVersion } from '../../../classroom/protocol/version.ts';
import { redactEntry, redactState, type Viewer } from '../../../classroom/redact.ts';
import { Session } from '../../../classroom/session.ts';
import { settingsAfter, showsLeaderboard } from '../../../classroom/settings.ts';
import { engineVersion, type HeapView } from '../../../heap/index.ts';
import { entryPages, rowToEntry } from '../../store/rows.ts';
import type { Context } from '../context.ts';
import { json, type Request, type Route, refusalReply } from '../router.ts';

/** `after` and `upTo` are numbers of entries; without them the whole log. */
const partShape = z.strictObject({
  after: z.coerce.number().int().min(0).default(0),
  upTo: z.coerce.number().int().min(1).optional(),
  /** The heap after the first entry comes along: a page can draw it before it has a machine. */
  picture: z.literal('1').optional(),
});
const momentShape = z.strictObject({ at: z.coerce.number().int().min(1) });

export function sessionRoutes(context: Context): Route[] {
  const { client, store } = context;

  /** The session and as whom the caller looks at it; null where it is not theirs to see. */
  async function looked({ incoming, params }: Request) {
    const session = await client.session.findUnique({
      where: { id: params.get('id') ?? '' },
      include: { classroom: true },
    });
    if (session === null) return null;
    const { teacherId, person } = await context.requester(incoming.headers.cookie);
    if (session.classroom.teacherId === teacherId) {
      return { session, viewer: { role: 'teacher' } satisfies Viewer, me: null };
    }
    if (person === null) return null;
    const member = await client.member.findUnique({
      where: { sessionId_person: { sessionId: session.id, person } },
      select: { id: true },
    });
    if (member === null) return null;
    return { session, viewer: { role: 'student', id: member.id } satisfies Viewer, me: member.id };
  }

  /**
   * Whether the viewer may see the scores of others: the teacher may, students by the settings that the lesson ended
   * with, for which the whole log is searched.
   */
  async function seesScores(sessionId: string, viewer: Viewer): Promise<boolean> {
    if (viewer.role === 'teacher') return true;
    const rows = await client.entry.findMany({
      where: { sessionId, kind: { in: ['open', 'settings'] } },
      orderBy: { seq: 'asc' },
    });
    const settings = settingsAfter(rows.map(rowToEntry));
    return settings !== null && showsLeaderboard(settings);
  }

  /** The heap after the first entry; null where it comes out differently here. */
  async function firstPicture(sessionId: string): Promise<HeapView | null> {
    const row = await client.entry.findUnique({ where: { sessionId_seq: { sessionId, seq: 1 } } });
    const first = row === null ? null : rowToEntry(row);
    if (first?.kind !== 'open') return null;
    const { session, entry } = Session.open(first);
    return entry.digest === first.digest ? session.machine.inspect() : null;
  }

  return [
    {
      method: 'GET',
      pattern: '/api/sessions/:id/log',
      async handle(request) {
        const part = partShape.safeParse(Object.fromEntries(request.url.searchParams));
        if (!part.success) return refusalReply(refuse('badShape'));
        const found = await looked(request);
        if (found === null) return refusalReply(refuse('notFound'));
        const { session, viewer, me } = found;
        const { after, upTo, picture } = part.data;
        const leaderboard = await seesScores(session.id, viewer);
        const replayable = session.engineVersion === engineVersion;
        const { _max } = await client.entry.aggregate({
          where: { sessionId: session.id },
          _max: { seq: true },
        });
        const head = {
          session: {
            id: session.id,
            classroom: session.classroom.name,
            startedAt: session.startedAt.getTime(),
            endedAt: session.endedAt?.getTime() ?? null,
            anonymised: session.anonymisedAt !== null,
          },
          /** False where another engine made the log: then the entries' stored outcomes are all that can be shown. */
          replayable,
          me,
          members: await client.member.findMany({
            where: { sessionId: session.id },
            orderBy: { joinedAt: 'asc' },
            select: { id: true, handle: true, nickname: true, role: true, removed: true },
          }),
          /** How many entries there are in all. */
          length: _max.seq ?? 0,
          ...(picture === undefined ? {} : { picture: replayable ? await firstPicture(session.id) : null }),
        };
        const where = { sessionId: session.id, ...(upTo === undefined ? {} : { seq: { lte: upTo } }) };
        const pages = entryPages(client, where, { after, last: Math.min(head.length, upTo ?? head.length) });
        const chunks = logText(head, pages, (entry) => redactEntry(entry, viewer, leaderboard));
        return { status: 200, stream: { type: 'application/json; charset=utf-8', chunks } };
      },
    },
    {
      method: 'GET',
      pattern: '/api/sessions/:id/keyframe',
      async handle(request) {
        const moment = momentShape.safeParse(Object.fromEntries(request.url.searchParams));
        if (!moment.success) return refusalReply(refuse('badShape'));
        const found = await looked(request);
        if (found === null) return refusalReply(refuse('notFound'));
        const { session, viewer } = found;
        const kept = await store.packedBefore(session.id, moment.data.at);
        // None so early, or none that can be read: the log leads there as well.
        if (kept === null) return json(200, { keyframe: null });
        const state = redactState(kept.state, viewer, await seesScores(session.id, viewer));
        const machine = Buffer.from(kept.packed).toString('base64');
        return json(200, { keyframe: { state, machine } });
      },
    },
    {
      method: 'GET',
      pattern: '/api/health',
      async handle() {
        await client.$queryRaw`SELECT 1`;
        return json(200, { ok: true, engine: engineVersion, wire: wireVersion, rooms: context.rooms.open });
      },
    },
  ];
}

/** `head` with the entries as its last field. */
async function* logText(
  head: object,
  pages: AsyncIterable<readonly Entry[]>,
  redact: (entry: Entry) => Entry,
): AsyncGenerator<string> {
  yield `${JSON.stringify(head).slice(0, -1)},"entries":[`;
  let first = true;
  for await (const entries of pages) {
    const text = entries.map((entry) => JSON.stringify(redact(entry))).join(',');
    yield first ? text : `,${text}`;
    first = false;
  }
  yield ']}';
}
