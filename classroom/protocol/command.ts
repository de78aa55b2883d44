/** What a member asks for. Answered always: with the seq of the entry it became, or with a refusal. */
import * as z from 'zod/mini';
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
  z.strictObject({
    ...base,
    kind: z.literal('run'),
    source: z.string().check(z.minLength(1), z.maxLength(MAX.source)),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('challenge.open'),
    challenge: challengeShape,
    rules: z.optional(rulesShape),
    /** For a question; the truth of rounds and tasks comes from the machine. */
    solution: z.optional(solutionShape),
  }),
  /** A question that the server makes, and answers, from its own heap; the digest is of the heap it was seen on. */
  z.strictObject({
    ...base,
    kind: z.literal('challenge.predict'),
    prediction: predictionShape,
    digest: z.string().check(z.length(16)),
    rules: z.optional(rulesShape),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('challenge.answer'),
    challenge: z.int().check(z.positive()),
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
    challenge: z.int().check(z.positive()),
    member: z.nullable(memberId),
    named: z.boolean(),
  }),
  z.strictObject({ ...base, kind: z.literal('settings'), settings: z.partial(settingsShape) }),
  z.strictObject({
    ...base,
    kind: z.literal('arrange'),
    member: memberId,
    arrangement: z.partial(arrangementShape),
  }),
  /** Teams of many at once; null: in none. */
  z.strictObject({
    ...base,
    kind: z.literal('teams'),
    teams: z.array(teamShape).check(z.minLength(1), z.maxLength(MAX.members)),
  }),
  z.strictObject({ ...base, kind: z.literal('remove'), member: memberId }),
  /** The heap as it was after entry `to`; 1 is the empty heap. */
  z.strictObject({ ...base, kind: z.literal('rewind'), to: z.int().check(z.positive()) }),
  /** Where the class stands in a scenario; null: it is over. */
  z.strictObject({ ...base, kind: z.literal('scenario'), place: z.nullable(scenarioPlaceShape) }),
  z.strictObject({ ...base, kind: z.literal('end') }),
]);

export type Command = z.infer<typeof commandSchema>;
export type CommandKind = Command['kind'];
