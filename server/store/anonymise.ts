/** Takes the names out of a stored lesson, in one transaction: log, members, challenges, answers and snapshots. */
import { setImmediate } from 'node:timers/promises';
import { nanoid } from 'nanoid';
import { OtherCourse, rename, renamingOf, runAgain } from '../../classroom/anonymise.ts';
import type { Entry } from '../../classroom/protocol/entry.ts';
import { wireVersion } from '../../classroom/protocol/version.ts';
import { engineVersion } from '../../heap/index.ts';
import { Prisma, type PrismaClient } from '../../prisma/client/client.ts';
import { toldOf } from './consequences.ts';
import { entryPages, entryToRow } from './rows.ts';
import { pack, SPACING } from './store.ts';

/** Milliseconds of running before live classes get a turn. */
const SLICE = 15;
const CHUNK = 1000;

export type Anonymised =
  | { readonly ok: true; readonly students: number }
  | { readonly ok: false; readonly why: OtherCourse };

interface Again {
  readonly entries: readonly Entry[];
  readonly snapshots: readonly Prisma.SnapshotCreateManyInput[];
}

async function again(sessionId: string, renamed: readonly Entry[]): Promise<Again> {
  const entries: Entry[] = [];
  const snapshots: Prisma.SnapshotCreateManyInput[] = [];
  let until = performance.now() + SLICE;
  for (const { entry, session } of runAgain(renamed)) {
    entries.push(entry);
    if (entry.seq % SPACING === 0 || entry.seq === renamed.length) {
      const { state, machine } = session.snapshot();
      snapshots.push({
        sessionId,
        seq: entry.seq,
        engineVersion,
        wireVersion,
        state,
        machine: await pack(machine),
      });
    }
    if (performance.now() > until) {
      await setImmediate();
      until = performance.now() + SLICE;
    }
  }
  return { entries, snapshots };
}

/** `replayable` is false for a lesson of another engine: then its texts are changed, and nothing can be run again. */
export async function anonymise(
  client: PrismaClient,
  sessionId: string,
  replayable: boolean,
  now: number,
): Promise<Anonymised> {
  const log: Entry[] = [];
  for await (const entries of entryPages(client, { sessionId })) log.push(...entries);
  const renaming = renamingOf(log);
  const renamed = rename(log, renaming);
  let made: Again = { entries: renamed, snapshots: [] };
  if (replayable) {
    try {
      made = await again(sessionId, renamed);
    } catch (error) {
      if (!(error instanceof OtherCourse)) throw error;
      return { ok: false, why: error };
    }
  }
  const challenges = made.entries.flatMap((entry) =>
    entry.kind === 'challenge.open'
      ? [
          client.challenge.updateMany({
            where: { sessionId, number: entry.number },
            data: { prompt: entry.challenge, solution: entry.solution ?? Prisma.DbNull },
          }),
        ]
      : entry.kind === 'challenge.reveal'
        ? [
            client.challenge.updateMany({
              where: { sessionId, number: entry.number },
              data: toldOf(entry),
            }),
          ]
        : [],
  );
  // Only these two kinds of answers hold words of their authors.
  const answers = made.entries.flatMap((entry) =>
    entry.kind === 'challenge.reveal'
      ? (entry.outcome?.marks ?? []).flatMap(({ member, answer }) =>
          answer?.kind === 'text' || answer?.kind === 'task'
            ? [
                client.answer.updateMany({
                  where: { sessionId, number: entry.number, memberId: member },
                  data: { value: answer },
                }),
              ]
            : [],
        )
      : [],
  );
  const rows = made.entries.map((entry) => entryToRow(sessionId, entry));
  const chunks = Array.from({ length: Math.ceil(rows.length / CHUNK) }, (_, index) =>
    client.entry.createMany({ data: rows.slice(index * CHUNK, (index + 1) * CHUNK) }),
  );
  await client.$transaction([
    ...[...renaming].map(([id, { after }]) =>
      client.member.update({
        where: { sessionId_id: { sessionId, id } },
        // A new person: nobody's cookie leads here any more, nor does anything lead to their other lessons.
        data: { ...after, person: nanoid() },
      }),
    ),
    client.entry.deleteMany({ where: { sessionId } }),
    ...chunks,
    client.snapshot.deleteMany({ where: { sessionId } }),
    client.snapshot.createMany({ data: [...made.snapshots] }),
    ...challenges,
    ...answers,
    client.session.update({ where: { id: sessionId }, data: { anonymisedAt: new Date(now) } }),
  ]);
  return { ok: true, students: renaming.size };
}
