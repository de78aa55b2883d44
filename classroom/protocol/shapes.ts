/** The small parts that commands, entries and challenges share. */
import * as z from 'zod/mini';

/** Sizes that the door enforces; characters are UTF-16 units. */
export const MAX = {
  source: 20_000,
  nickname: 24,
  prompt: 2_000,
  option: 400,
  options: 8,
  explanation: 4_000,
  marked: 2_000,
  /** Of one input on a fork, and how many of them. */
  input: 2_000,
  inputs: 200,
  members: 600,
} as const;

export const ROLES = ['teacher', 'student', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

export const memberId = z.string().check(z.minLength(1), z.maxLength(64));
/** Made by the client, unique per command: a retry carries the same id and cannot run twice. */
export const commandId = z.string().check(z.minLength(8), z.maxLength(64));
export const serial = z.int().check(z.positive());
export const generation = z.union([z.literal(0), z.literal(1), z.literal(2)]);

export const memberShape = z.strictObject({
  id: memberId,
  /** Python identifier, the name of the member's module. */
  handle: z.string().check(z.minLength(1), z.maxLength(40)),
  nickname: z.string().check(z.minLength(1), z.maxLength(MAX.nickname)),
  role: z.enum(['teacher', 'student']),
});
export type MemberIdentity = z.infer<typeof memberShape>;

export const settingsShape = z.strictObject({
  /** Students' statements are refused, but for those who hold a pen. */
  frozen: z.boolean(),
  pens: z.array(memberId).check(z.maxLength(MAX.members)),
  /** Nobody new can join. */
  locked: z.boolean(),
  /** Students may change the collector as well. */
  collectorOpen: z.boolean(),
  /** Everybody sees everybody's points; left out: yes. */
  leaderboard: z.optional(z.boolean()),
  /** Everybody is told how many they had right in a row; left out: no. */
  streaks: z.optional(z.boolean()),
});
export type Settings = z.infer<typeof settingsShape>;

export const scoreShape = z.strictObject({
  member: memberId,
  points: z.int(),
  correct: z.int(),
  answered: z.int(),
  statements: z.int(),
});
export type Score = z.infer<typeof scoreShape>;

/** A scenario of the library by its id, and how many of its steps were taken. */
export const scenarioPlaceShape = z.strictObject({
  id: z.string().check(z.minLength(1), z.maxLength(40)),
  step: z.int().check(z.minimum(0), z.maximum(100)),
});

/** What a teacher arranges for one member. */
export const arrangementShape = z.strictObject({
  /** Times the seconds that others have for an answer. */
  extraTime: z.number().check(z.minimum(1), z.maximum(5)),
  team: z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(MAX.nickname))),
});
export const teamShape = z.strictObject({ member: memberId, team: arrangementShape.shape.team });
