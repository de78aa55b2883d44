/** Everything a class knows besides its heap: plain JSON, so that a snapshot can hold it. */
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
  joinedAt: z.int(),
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
  at: z.int(),
  /** Absent where the viewer may not see it. */
  answer: z.optional(answerShape),
  /** Of the first vote, once there is a second; absent likewise. */
  first: z.optional(answerShape),
});
export type Given = z.infer<typeof givenShape>;

const challengeStateShape = z.strictObject({
  number: z.int().check(z.positive()),
  challenge: challengeShape,
  rules: rulesShape,
  phase: z.enum(PHASES),
  vote: z.union([z.literal(1), z.literal(2)]),
  openedSeq: z.int(),
  /** The entry in which it was revealed, and a round's collection ran. */
  revealedSeq: z.optional(z.int()),
  /** When answers of this vote are taken from, by the server's clock: after a countdown it is ahead of its entry. */
  openedAt: z.int(),
  /** When it ends for those without extra time; null: not by the clock. */
  closesAt: z.nullable(z.int()),
  /** Since when the clock stands still. */
  pausedAt: z.nullable(z.int()),
  /** Absent for students and viewers before the reveal. */
  solution: z.optional(solutionShape),
  /** In order of first answer. */
  answers: z.array(givenShape),
  truth: z.optional(truthShape),
  /** Of students and viewers only one's own, where the class has no leaderboard. */
  marks: z.optional(z.array(markShape)),
  summary: z.optional(summaryShape),
  /** Of students and viewers those of the truth and of one's own answer. */
  objects: z.optional(z.array(namedObjectShape)),
  /** Of a task: the solution that the teacher shows to all at the moment, and the entry since when. */
  shown: z.optional(z.nullable(z.strictObject({ ...shownShape.shape, seq: z.int() }))),
});
export type ChallengeState = z.infer<typeof challengeStateShape>;

const transcriptLineShape = z.strictObject({
  seq: z.int(),
  at: z.int(),
  actor: z.nullable(memberId),
  source: z.string(),
  /** The entry that the heap was taken back to, where this line is no statement. */
  rewoundTo: z.nullable(z.int()),
  output: z.string(),
  /** What the prompt prints for an exception, or null. */
  raised: z.nullable(z.string()),
  born: z.int(),
  died: z.int(),
  /** Returned numbers of the collections that ran, automatic ones included. */
  collections: z.array(z.strictObject({ generation: z.int(), automatic: z.boolean(), collected: z.int() })),
});
export type TranscriptLine = z.infer<typeof transcriptLineShape>;

export const stateSchema = z.strictObject({
  seq: z.int(),
  engine: z.int(),
  limits: limitsShape,
  startedAt: z.int(),
  endedAt: z.nullable(z.int()),
  settings: settingsShape,
  members: z.array(memberStateShape),
  challenges: z.array(challengeStateShape),
  /** The scenario that the class is in, and the entry that began it. */
  scenario: z.nullable(z.extend(scenarioPlaceShape, { from: z.int().check(z.positive()) })),
  scores: z.array(scoreShape),
  /** The newest lines only; the log has all. */
  transcript: z.array(transcriptLineShape),
  /** Newest command ids with what they became, so that a retry is answered and not run. Empty on the wire. */
  recent: z.array(z.strictObject({ actor: memberId, command: commandId, seq: z.int() })),
});
export type ClassState = z.infer<typeof stateSchema>;
