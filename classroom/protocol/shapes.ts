/** The parts that commands and entries share. */
import { z } from 'zod';

/** Sizes that the door enforces; characters are UTF-16 units. */
export const MAX = {
  source: 20_000,
  nickname: 24,
  prompt: 2_000,
  option: 400,
  options: 8,
  explanation: 4_000,
  marked: 2_000,
  members: 600,
} as const;

export const ROLES = ['teacher', 'student', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

export const memberId = z.string().min(1).max(64);
/** Made by the client, unique per command: a retry carries the same id and cannot run twice. */
export const commandId = z.string().min(8).max(64);
export const serial = z.number().int().positive();
export const generation = z.union([z.literal(0), z.literal(1), z.literal(2)]);

export const memberShape = z.strictObject({
  id: memberId,
  /** Python identifier, the name of the member's module. */
  handle: z.string().min(1).max(40),
  nickname: z.string().min(1).max(MAX.nickname),
  role: z.enum(['teacher', 'student']),
});
export type MemberIdentity = z.infer<typeof memberShape>;

export const settingsShape = z.strictObject({
  /** Students' statements are refused, but for those who hold a pen. */
  frozen: z.boolean(),
  pens: z.array(memberId).max(MAX.members),
  /** Nobody new can join. */
  locked: z.boolean(),
  /** Students may change the collector as well. */
  collectorOpen: z.boolean(),
});
export type Settings = z.infer<typeof settingsShape>;

/** A round: predict what `gc.collect(generation)` does, then watch it. A question: choose one of several options. */
export const roundShape = z.strictObject({ kind: z.literal('round'), generation });
export const questionShape = z.strictObject({
  kind: z.literal('question'),
  prompt: z.string().trim().min(1).max(MAX.prompt),
  options: z.array(z.string().trim().min(1).max(MAX.option)).min(2).max(MAX.options),
});
export const challengeShape = z.discriminatedUnion('kind', [roundShape, questionShape]);
export type ChallengeBody = z.infer<typeof challengeShape>;

export const solutionShape = z.strictObject({
  /** Index of the right option. */
  correct: z.number().int().min(0),
  explanation: z.string().max(MAX.explanation),
});
export type Solution = z.infer<typeof solutionShape>;

export const answerShape = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('round'),
    /** The number that `gc.collect` will return. */
    returned: z.number().int().min(0).max(1_000_000),
    /** Objects that will be freed. */
    freed: z.array(serial).max(MAX.marked),
  }),
  z.strictObject({ kind: z.literal('question'), choice: z.number().int().min(0) }),
]);
export type Answer = z.infer<typeof answerShape>;

/** One member's part of a reveal. */
export const markShape = z.strictObject({
  member: memberId,
  points: z.number().int(),
  correct: z.boolean(),
  /** Left out for other students' answers. */
  answer: answerShape.optional(),
  /** One sentence per part of the answer: what was right and why. */
  reasons: z.array(z.string()).optional(),
});
export type Mark = z.infer<typeof markShape>;

export const truthShape = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('round'),
    returned: z.number().int(),
    freed: z.array(serial),
    /** What the freed objects were, in the same order, for review after they are gone. */
    freedNames: z.array(z.string()),
  }),
  z.strictObject({ kind: z.literal('question'), correct: z.number().int(), explanation: z.string() }),
]);
export type Truth = z.infer<typeof truthShape>;
