/** Everything a class knows besides its heap: plain JSON, so that a snapshot can hold it. */
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
import { limitsShape } from './entry.ts';
import {
  arrangementShape,
  commandId,
  memberId,
  memberShape,
  scenarioPlaceShape,
  scoreShape,
  settingsShape,
} from './shapes.ts';

const memberStateShape = z.strictObject({
  ...memberShape.shape,
  ...arrangementShape.shape,
  joinedAt: z.number().int(),
  removed: z.boolean(),
});
export type MemberState = z.infer<typeof memberStateShape>;

/**
 * `lobby`: the class gathers and has not begun. `closed`: no answers are taken any more, and nothing is told yet.
 */
export const PHASES = ['lobby', 'open', 'closed', 'revealed', 'cancelled'] as const;

const givenShape = z.strictObject({
  member: memberId,
  /** When the answer that counts was given, milliseconds since 1970. */
  at: z.number().int(),
  /** Absent where the viewer may not see it. */
  answer: answerShape.optional(),
  /** Of the first vote, once there is a second; absent likewise. */
  first: answerShape.optional(),
});
export type Given = z.infer<typeof givenShape>;

const challengeStateShape = z.strictObject({
  number: z.number().int().positive(),
  challenge: challengeShape,
  rules: rulesShape,
  phase: z.enum(PHASES),
  vote: z.union([z.literal(1), z.literal(2)]),
  openedSeq: z.number().int(),
  /** The entry in which it was revealed, and a round's collection ran. */
  revealedSeq: z.number().int().optional(),
  /** When answers of this vote are taken from, by the server's clock: after a countdown it is ahead of its entry. */
  openedAt: z.number().int(),
  /** When it ends for those without extra time; null: not by the clock. */
  closesAt: z.number().int().nullable(),
  /** Since when the clock stands still. */
  pausedAt: z.number().int().nullable(),
  /** Absent for students and viewers before the reveal. */
  solution: solutionShape.optional(),
  /** In order of first answer. */
  answers: z.array(givenShape),
  truth: truthShape.optional(),
  /** Of students and viewers only one's own, where the class has no leaderboard. */
  marks: z.array(markShape).optional(),
  summary: summaryShape.optional(),
  /** Of a task: the solution that the teacher shows to all at the moment, and the entry since when. */
  shown: z
    .strictObject({ ...shownShape.shape, seq: z.number().int() })
    .nullable()
    .optional(),
});
export type ChallengeState = z.infer<typeof challengeStateShape>;

const transcriptLineShape = z.strictObject({
  seq: z.number().int(),
  at: z.number().int(),
  actor: memberId.nullable(),
  source: z.string(),
  /** The entry that the heap was taken back to, where this line is no statement. */
  rewoundTo: z.number().int().nullable(),
  output: z.string(),
  /** What the prompt prints for an exception, or null. */
  raised: z.string().nullable(),
  born: z.number().int(),
  died: z.number().int(),
  /** Returned numbers of the collections that ran, automatic ones included. */
  collections: z.array(
    z.strictObject({ generation: z.number().int(), automatic: z.boolean(), collected: z.number().int() }),
  ),
});
export type TranscriptLine = z.infer<typeof transcriptLineShape>;

export const stateSchema = z.strictObject({
  seq: z.number().int(),
  engine: z.number().int(),
  limits: limitsShape,
  startedAt: z.number().int(),
  endedAt: z.number().int().nullable(),
  settings: settingsShape,
  members: z.array(memberStateShape),
  challenges: z.array(challengeStateShape),
  /** The scenario that the class is in, and the entry that began it. */
  scenario: scenarioPlaceShape.extend({ from: z.number().int().positive() }).nullable(),
  scores: z.array(scoreShape),
  /** The newest lines only; the log has all. */
  transcript: z.array(transcriptLineShape),
  /** Newest command ids with what they became, so that a retry is answered and not run. Empty on the wire. */
  recent: z.array(z.strictObject({ actor: memberId, command: commandId, seq: z.number().int() })),
});
export type ClassState = z.infer<typeof stateSchema>;
