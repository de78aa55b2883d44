/** What a member asks for. Answered always: with the seq of the entry it became, or with a refusal. */
import { z } from 'zod';
import { answerShape, challengeShape, rulesShape, solutionShape } from './challenge.ts';
import { predictionShape } from './prediction.ts';
import {
  arrangementShape,
  commandId,
  MAX,
  memberId,
  scenarioPlaceShape,
  settingsShape,
  teamShape,
} from './shapes.ts';

const base = { id: commandId };

export const commandSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...base, kind: z.literal('run'), source: z.string().min(1).max(MAX.source) }),
  z.strictObject({
    ...base,
    kind: z.literal('challenge.open'),
    challenge: challengeShape,
    rules: rulesShape.optional(),
    /** For a question; the truth of rounds and tasks comes from the machine. */
    solution: solutionShape.optional(),
  }),
  /** A question that the server makes, and answers, from its own heap; the digest is of the heap it was seen on. */
  z.strictObject({
    ...base,
    kind: z.literal('challenge.predict'),
    prediction: predictionShape,
    digest: z.string().length(16),
    rules: rulesShape.optional(),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('challenge.answer'),
    challenge: z.number().int().positive(),
    answer: answerShape,
  }),
  /** The class has gathered: the countdown runs. */
  z.strictObject({ ...base, kind: z.literal('challenge.begin') }),
  /** No more answers, and nothing told yet. */
  z.strictObject({ ...base, kind: z.literal('challenge.close') }),
  /** A second vote, after talking it over. */
  z.strictObject({ ...base, kind: z.literal('challenge.again') }),
  z.strictObject({ ...base, kind: z.literal('challenge.pause') }),
  z.strictObject({ ...base, kind: z.literal('challenge.resume') }),
  z.strictObject({ ...base, kind: z.literal('challenge.reveal') }),
  z.strictObject({ ...base, kind: z.literal('challenge.cancel') }),
  /** One student's solution of a task for all to see, without their name unless `named`; null: none any more. */
  z.strictObject({
    ...base,
    kind: z.literal('challenge.show'),
    challenge: z.number().int().positive(),
    member: memberId.nullable(),
    named: z.boolean(),
  }),
  z.strictObject({ ...base, kind: z.literal('settings'), settings: settingsShape.partial() }),
  z.strictObject({
    ...base,
    kind: z.literal('arrange'),
    member: memberId,
    arrangement: arrangementShape.partial(),
  }),
  /** Teams of many at once; null: in none. */
  z.strictObject({
    ...base,
    kind: z.literal('teams'),
    teams: z.array(teamShape).min(1).max(MAX.members),
  }),
  z.strictObject({ ...base, kind: z.literal('remove'), member: memberId }),
  /** The heap as it was after entry `to`; 1 is the empty heap. */
  z.strictObject({ ...base, kind: z.literal('rewind'), to: z.number().int().positive() }),
  /** Where the class stands in a scenario; null: it is over. */
  z.strictObject({ ...base, kind: z.literal('scenario'), place: scenarioPlaceShape.nullable() }),
  z.strictObject({ ...base, kind: z.literal('end') }),
]);

export type Command = z.infer<typeof commandSchema>;
export type CommandKind = Command['kind'];
