/**
 * One line of a session's log: what is stored, what is sent, what is replayed. Every copy of a classroom applies the
 * same entries in the order of seq and must arrive at the same digest.
 */
import * as z from 'zod/mini';
import {
  answerShape,
  challengeShape,
  markShape,
  namedObjectShape,
  rulesShape,
  shownShape,
  solutionShape,
  summaryShape,
  truthShape,
} from './challenge.ts';
import {
  arrangementShape,
  commandId,
  memberId,
  memberShape,
  scenarioPlaceShape,
  scoreShape,
  settingsShape,
  teamShape,
} from './shapes.ts';

const base = {
  /** 1, 2, 3, … without a gap within a session. */
  seq: z.int().check(z.positive()),
  /** Milliseconds since 1970, by the server's clock. */
  at: z.int(),
  /** Who did it; null for the server itself. */
  actor: z.nullable(memberId),
  /** Id of the command it came from; null for the server itself. */
  command: z.nullable(commandId),
  /** Which heap it concerns: `shared`, or the member id of a private fork. */
  heap: z.string(),
  /** Digest of the shared machine after this entry, 16 hex digits. */
  digest: z.string(),
};

export const limitsShape = z.strictObject({
  fuel: z.int().check(z.positive()),
  liveBytes: z.int().check(z.positive()),
  output: z.int().check(z.positive()),
  source: z.int().check(z.positive()),
  recursion: z.int().check(z.positive()),
});

export const entrySchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...base,
    kind: z.literal('open'),
    engine: z.int(),
    limits: limitsShape,
    teacher: memberShape,
    settings: settingsShape,
  }),
  z.strictObject({ ...base, kind: z.literal('join'), member: memberShape }),
  z.strictObject({
    ...base,
    kind: z.literal('run'),
    source: z.string(),
    /** Stored, so that transcripts and reports never depend on an engine version; not on the wire. */
    outcome: z.optional(
      z.strictObject({
        output: z.string(),
        raised: z.nullable(z.string()),
        fuel: z.int(),
        /** Objects that the statement made; absent in logs of wire versions before 4. */
        born: z.optional(z.int()),
      }),
    ),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('challenge.open'),
    number: z.int().check(z.positive()),
    challenge: challengeShape,
    rules: rulesShape,
    /** Never sent to a student or a viewer. */
    solution: z.optional(solutionShape),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('challenge.answer'),
    number: z.int().check(z.positive()),
    /** Left out for everybody but its author and the teacher. */
    answer: z.optional(answerShape),
  }),
  z.strictObject({ ...base, kind: z.literal('challenge.begin'), number: z.int().check(z.positive()) }),
  z.strictObject({ ...base, kind: z.literal('challenge.close'), number: z.int().check(z.positive()) }),
  z.strictObject({ ...base, kind: z.literal('challenge.again'), number: z.int().check(z.positive()) }),
  z.strictObject({ ...base, kind: z.literal('challenge.pause'), number: z.int().check(z.positive()) }),
  z.strictObject({ ...base, kind: z.literal('challenge.resume'), number: z.int().check(z.positive()) }),
  z.strictObject({
    ...base,
    kind: z.literal('challenge.reveal'),
    number: z.int().check(z.positive()),
    /** Runs the collection that a round asked about, by this statement in the teacher's module; null for others. */
    source: z.nullable(z.string()),
    outcome: z.optional(
      z.strictObject({
        truth: truthShape,
        marks: z.array(markShape),
        summary: z.optional(summaryShape),
        /** What the objects were that truth and answers name; absent in logs of wire versions before 6. */
        objects: z.optional(z.array(namedObjectShape)),
      }),
    ),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('challenge.show'),
    number: z.int().check(z.positive()),
    shown: z.nullable(shownShape),
  }),
  z.strictObject({ ...base, kind: z.literal('challenge.cancel'), number: z.int().check(z.positive()) }),
  z.strictObject({
    ...base,
    kind: z.literal('settings'),
    settings: z.partial(settingsShape),
    /** Where the leaderboard is opened: the scores as they stand, for those who had seen only their own. */
    scores: z.optional(z.array(scoreShape)),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('arrange'),
    member: memberId,
    arrangement: z.partial(arrangementShape),
  }),
  z.strictObject({ ...base, kind: z.literal('teams'), teams: z.array(teamShape) }),
  z.strictObject({ ...base, kind: z.literal('remove'), member: memberId }),
  /** The heap is again what it was after entry `to`, with the modules of today's members. */
  z.strictObject({ ...base, kind: z.literal('rewind'), to: z.int().check(z.positive()) }),
  /** Where the class stands in a scenario; null: it is over. */
  z.strictObject({ ...base, kind: z.literal('scenario'), place: z.nullable(scenarioPlaceShape) }),
  z.strictObject({ ...base, kind: z.literal('end') }),
]);

export type Entry = z.infer<typeof entrySchema>;

/** Distributes over the union: an entry before it has a place and an outcome. */
export type Draft = Entry extends infer E ? (E extends Entry ? Omit<E, 'seq' | 'digest'> : never) : never;
