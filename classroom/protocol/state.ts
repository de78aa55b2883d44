/** Everything a class knows besides its heap: plain JSON, so that a snapshot can hold it. */
import { z } from 'zod';
import { limitsShape } from './entry.ts';
import {
  answerShape,
  challengeShape,
  commandId,
  markShape,
  memberId,
  memberShape,
  settingsShape,
  solutionShape,
  truthShape,
} from './shapes.ts';

const memberStateShape = z.strictObject({
  ...memberShape.shape,
  joinedAt: z.number().int(),
  removed: z.boolean(),
});
export type MemberState = z.infer<typeof memberStateShape>;

export const PHASES = ['open', 'revealed', 'cancelled'] as const;

const challengeStateShape = z.strictObject({
  number: z.number().int().positive(),
  challenge: challengeShape,
  phase: z.enum(PHASES),
  openedSeq: z.number().int(),
  openedAt: z.number().int(),
  /** Absent for students and viewers before the reveal. */
  solution: solutionShape.optional(),
  /** In order of first answer; `answer` absent where the viewer may not see it. */
  answers: z.array(z.strictObject({ member: memberId, answer: answerShape.optional() })),
  truth: truthShape.optional(),
  marks: z.array(markShape).optional(),
});
export type ChallengeState = z.infer<typeof challengeStateShape>;

const scoreShape = z.strictObject({
  member: memberId,
  points: z.number().int(),
  correct: z.number().int(),
  answered: z.number().int(),
  statements: z.number().int(),
});
export type Score = z.infer<typeof scoreShape>;

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
  scores: z.array(scoreShape),
  /** The newest lines only; the log has all. */
  transcript: z.array(transcriptLineShape),
  /** Newest command ids with what they became, so that a retry is answered and not run. Empty on the wire. */
  recent: z.array(z.strictObject({ actor: memberId, command: commandId, seq: z.number().int() })),
});
export type ClassState = z.infer<typeof stateSchema>;
