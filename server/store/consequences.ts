/**
 * What the entries of one append change in the tables that pages read, beside the log itself. Derived from the
 * entries and the state after them, and written in the same transaction, so that no page replays a heap.
 */

import type { Mark } from '../../classroom/protocol/challenge.ts';
import type { Entry } from '../../classroom/protocol/entry.ts';
import type { Score } from '../../classroom/protocol/shapes.ts';
import type { ClassState } from '../../classroom/protocol/state.ts';
import { Prisma, type PrismaClient } from '../../prisma/client/client.ts';

/** `person` of each member who joined in these entries. */
export type Persons = ReadonlyMap<string, string>;

/** Rows that must exist before the entries, because entries refer to them. */
export function before(
  client: PrismaClient,
  sessionId: string,
  entries: readonly Entry[],
  persons: Persons,
): Prisma.PrismaPromise<unknown>[] {
  const joined = entries.flatMap((entry) => {
    const member = entry.kind === 'join' ? entry.member : entry.kind === 'open' ? entry.teacher : null;
    if (member === null) return [];
    const person = persons.get(member.id);
    if (person === undefined) throw new Error(`member ${member.id} without a person`);
    const { id, handle, nickname, role } = member;
    return [{ sessionId, id, handle, nickname, role, person, joinedAt: new Date(entry.at) }];
  });
  return joined.length === 0 ? [] : [client.member.createMany({ data: joined })];
}

export function after(
  client: PrismaClient,
  sessionId: string,
  entries: readonly Entry[],
  state: ClassState,
): Prisma.PrismaPromise<unknown>[] {
  const work = entries.flatMap((entry): Prisma.PrismaPromise<unknown>[] => {
    switch (entry.kind) {
      case 'remove':
        return [
          client.member.update({
            where: { sessionId_id: { sessionId, id: entry.member } },
            data: { removed: true },
          }),
        ];
      case 'challenge.open':
        return [
          client.challenge.create({
            data: {
              sessionId,
              number: entry.number,
              kind: entry.challenge.kind,
              prompt: entry.challenge,
              solution: entry.solution ?? Prisma.DbNull,
              openedSeq: entry.seq,
            },
          }),
        ];
      case 'challenge.cancel':
        return [closeChallenge(client, sessionId, entry.number, { closedSeq: entry.seq })];
      case 'challenge.reveal':
        return [
          closeChallenge(client, sessionId, entry.number, {
            closedSeq: entry.seq,
            revealed: true,
            ...toldOf(entry),
          }),
          ...answers(client, sessionId, entry.number, entry.at, entry.outcome?.marks ?? []),
        ];
      case 'end':
        return [
          client.session.update({
            where: { id: sessionId },
            data: { openIn: null, endedAt: new Date(entry.at) },
          }),
        ];
      default:
        return [];
    }
  });
  const scored = entries.some((entry) => entry.kind === 'challenge.reveal' || entry.kind === 'end');
  return scored ? [...work, ...results(client, sessionId, state.scores)] : work;
}

/** What pages that read no log say of a revealed challenge, beside its solution. */
export function toldOf({ outcome }: Extract<Entry, { kind: 'challenge.reveal' }>) {
  return {
    truth: outcome?.truth.kind === 'round' ? outcome.truth : Prisma.DbNull,
    objects: outcome?.objects ?? Prisma.DbNull,
  };
}

function closeChallenge(
  client: PrismaClient,
  sessionId: string,
  number: number,
  data: Prisma.ChallengeUpdateInput,
) {
  return client.challenge.update({
    where: { sessionId_number: { sessionId, number } },
    data,
  });
}

/**
 * Rows of a whole class go as one parameter: Prisma's compiler takes a tenth of a second for five hundred rows with a
 * parameter for each field, in which nothing else is done.
 */
function answers(
  client: PrismaClient,
  sessionId: string,
  number: number,
  at: number,
  marks: readonly Mark[],
): Prisma.PrismaPromise<unknown>[] {
  if (marks.length === 0) return [];
  const values = marks.map(({ answer }) => {
    if (answer === undefined) throw new Error('a stored mark holds its answer');
    return JSON.stringify(answer);
  });
  // Not as one JSON text: taking that apart, Postgres refuses characters that a student may have typed.
  return [
    client.$executeRaw`
      INSERT INTO "Answer" ("sessionId", "number", "memberId", "value", "at", "correct", "points")
      SELECT ${sessionId}, ${number}::int, "memberId", "value"::json, ${new Date(at)}::timestamptz,
        NULLIF("correct", '')::boolean, "points"
      FROM unnest(
        ${marks.map(({ member }) => member)}::text[],
        ${values}::text[],
        ${marks.map(({ correct }) => (correct === null ? '' : String(correct)))}::text[],
        ${marks.map(({ points }) => points)}::int[]
      ) AS given("memberId", "value", "correct", "points")`,
  ];
}

/** Replaces the session's results: a score is a running total, so the newest one says everything. */
export function results(
  client: PrismaClient,
  sessionId: string,
  scores: readonly Score[],
): Prisma.PrismaPromise<unknown>[] {
  return [
    client.result.deleteMany({ where: { sessionId } }),
    client.$executeRaw`
      INSERT INTO "Result" ("sessionId", "memberId", "points", "correct", "answered", "statements")
      SELECT ${sessionId}, "member", "points", "correct", "answered", "statements"
      FROM json_to_recordset(${JSON.stringify(scores)}::json)
        AS scored("member" text, "points" int, "correct" int, "answered" int, "statements" int)`,
  ];
}
