/**
 * One line of a session's log: what is stored, what is sent, what is replayed. Every copy of a classroom applies the
 * same entries in the order of seq and must arrive at the same digest.
 */
import { z } from 'zod';
import {
  answerShape,
  challengeShape,
  markShape,
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
  seq: z.number().int().positive(),
  /** Milliseconds since 1970, by the server's clock. */
  at: z.number().int(),
  /** Who did it; null for the server itself. */
  actor: memberId.nullable(),
  /** Id of the command it came from; null for the server itself. */
  command: commandId.nullable(),
  /** Which heap it concerns: `shared`, or the member id of a private fork. */
  heap: z.string(),
  /** Digest of the shared machine after this entry, 16 hex digits. */
  digest: z.string(),
};

export const limitsShape = z.strictObject({
  fuel: z.number().int().positive(),
  liveBytes: z.number().int().positive(),
  output: z.number().int().positive(),
  source: z.number().int().positive(),
  recursion: z.number().int().positive(),
});

export const entrySchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...base,
    kind: z.literal('open'),
    engine: z.number().int(),
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
    outcome: z
      .strictObject({
        output: z.string(),
        raised: z.string().nullable(),
        fuel: z.number().int(),
        /** Objects that the statement made; absent in logs of wire versions before 4. */
        born: z.number().int().optional(),
      })
      .optional(),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('challenge.open'),
    number: z.number().int().positive(),
    challenge: challengeShape,
    rules: rulesShape,
    /** Never sent to a student or a viewer. */
    solution: solutionShape.optional(),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('challenge.answer'),
    number: z.number().int().positive(),
    /** Left out for everybody but its author and the teacher. */
    answer: answerShape.optional(),
  }),
  z.strictObject({ ...base, kind: z.literal('challenge.begin'), number: z.number().int().positive() }),
  z.strictObject({ ...base, kind: z.literal('challenge.close'), number: z.number().int().positive() }),
  z.strictObject({ ...base, kind: z.literal('challenge.again'), number: z.number().int().positive() }),
  z.strictObject({ ...base, kind: z.literal('challenge.pause'), number: z.number().int().positive() }),
  z.strictObject({ ...base, kind: z.literal('challenge.resume'), number: z.number().int().positive() }),
  z.strictObject({
    ...base,
    kind: z.literal('challenge.reveal'),
    number: z.number().int().positive(),
    /** Runs the collection that a round asked about, by this statement in the teacher's module; null for others. */
    source: z.string().nullable(),
    outcome: z
      .strictObject({ truth: truthShape, marks: z.array(markShape), summary: summaryShape.optional() })
      .optional(),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('challenge.show'),
    number: z.number().int().positive(),
    shown: shownShape.nullable(),
  }),
  z.strictObject({ ...base, kind: z.literal('challenge.cancel'), number: z.number().int().positive() }),
  z.strictObject({
    ...base,
    kind: z.literal('settings'),
    settings: settingsShape.partial(),
    /** Where the leaderboard is opened: the scores as they stand, for those who had seen only their own. */
    scores: z.array(scoreShape).optional(),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('arrange'),
    member: memberId,
    arrangement: arrangementShape.partial(),
  }),
  z.strictObject({ ...base, kind: z.literal('teams'), teams: z.array(teamShape) }),
  z.strictObject({ ...base, kind: z.literal('remove'), member: memberId }),
  /** The heap is again what it was after entry `to`, with the modules of today's members. */
  z.strictObject({ ...base, kind: z.literal('rewind'), to: z.number().int().positive() }),
  /** Where the class stands in a scenario; null: it is over. */
  z.strictObject({ ...base, kind: z.literal('scenario'), place: scenarioPlaceShape.nullable() }),
  z.strictObject({ ...base, kind: z.literal('end') }),
]);

export type Entry = z.infer<typeof entrySchema>;

/** Distributes over the union: an entry before it has a place and an outcome. */
export type Draft = Entry extends infer E ? (E extends Entry ? Omit<E, 'seq' | 'digest'> : never) : never;
