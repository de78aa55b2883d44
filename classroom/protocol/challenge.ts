/**
 * What is put to a class and what comes back: challenges, solutions, answers, truths, marks.
 * A round asks what a collection will do, a question has one of six forms, a task is solved on a private fork.
 */
import * as z from 'zod/mini';
import { predictedShape, predictionShape } from './prediction.ts';
import { reasonShape } from './reason.ts';
import { generation, MAX, memberId, serial } from './shapes.ts';

const text = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most));
const options = z.array(text(MAX.option)).check(z.minLength(2), z.maxLength(MAX.options));
const index = z.int().check(z.minimum(0), z.maximum(MAX.options - 1));
const indexes = z.array(index).check(z.maxLength(MAX.options));
const finite = z.number().check(z.minimum(-1e15), z.maximum(1e15));

export const roundShape = z.strictObject({ kind: z.literal('round'), generation });

/** How a question is answered. */
export const formShape = z.discriminatedUnion('form', [
  z.strictObject({ form: z.literal('one'), options }),
  z.strictObject({ form: z.literal('several'), options }),
  z.strictObject({ form: z.literal('number'), unit: z.string().check(z.maxLength(20)) }),
  /** `items` as they are shown, shuffled by the author. */
  z.strictObject({ form: z.literal('order'), items: options }),
  /** Point at an object of the class's heap. */
  z.strictObject({ form: z.literal('object') }),
  /** Words of one's own; not graded. */
  z.strictObject({ form: z.literal('text') }),
]);
export type Form = z.infer<typeof formShape>;

export const questionShape = z.strictObject({
  kind: z.literal('question'),
  prompt: text(MAX.prompt),
  /** Python that builds a heap to be drawn beside the prompt, or nothing. */
  picture: z.optional(z.string().check(z.maxLength(MAX.prompt))),
  answer: formShape,
  /** Where it was made from the class's heap: the heap stands still while it is open. */
  predicts: z.optional(predictedShape),
});
export type Question = z.infer<typeof questionShape>;

/** What a fork must come to. Names are those of the student's own module. */
export const goalShape = z.discriminatedUnion('goal', [
  /** Exactly so many objects that nothing reaches and no collection has taken. */
  z.strictObject({ goal: z.literal('leak'), objects: z.int().check(z.minimum(1), z.maximum(1000)) }),
  /** All objects that `name` leads to at the start are gone, `name` itself included. */
  z.strictObject({ goal: z.literal('free'), name: z.string().check(z.minLength(1), z.maxLength(60)) }),
  /** So many bytes in blocks at most, on top of what the fork began with. */
  z.strictObject({ goal: z.literal('bytes'), most: z.int().check(z.minimum(0), z.maximum(1e9)) }),
  /** At least so many per cent fewer bytes in blocks than at the start. */
  z.strictObject({ goal: z.literal('shrink'), percent: z.int().check(z.minimum(1), z.maximum(100)) }),
  /** At least one arena fewer than at the start. */
  z.strictObject({ goal: z.literal('arena') }),
  /** The object that `name` refers to at the start, or else at the end, is alive and in this generation. */
  z.strictObject({
    goal: z.literal('generation'),
    name: z.string().check(z.minLength(1), z.maxLength(60)),
    generation,
  }),
  /** `expression`, evaluated in the student's module at the end, is true. */
  z.strictObject({ goal: z.literal('true'), expression: text(400) }),
]);
export type Goal = z.infer<typeof goalShape>;

export const taskShape = z.strictObject({
  kind: z.literal('task'),
  prompt: text(MAX.prompt),
  /** Inputs that every fork begins with, run in the student's module. */
  setup: z.string().check(z.maxLength(MAX.prompt)),
  goals: z.array(goalShape).check(z.minLength(1), z.maxLength(6)),
  /** As many inputs at most; null: as many as one likes. */
  statements: z.nullable(z.int().check(z.minimum(1), z.maximum(MAX.inputs))),
});

export const challengeShape = z.discriminatedUnion('kind', [roundShape, questionShape, taskShape]);
export type ChallengeBody = z.infer<typeof challengeShape>;

export const rulesShape = z.strictObject({
  /** Seconds for an answer; null: until it is closed. */
  seconds: z.nullable(z.int().check(z.minimum(5), z.maximum(3600))),
  /** Everybody says how sure they are. */
  confidence: z.boolean(),
  /** Quick answers count for more. */
  speed: z.boolean(),
  /** The class gathers first, and so many seconds are counted down when it begins. */
  lead: z.optional(z.int().check(z.minimum(1), z.maximum(10))),
});
export type Rules = z.infer<typeof rulesShape>;

/** The key to a question, by its form. */
export const keyShape = z.discriminatedUnion('form', [
  z.strictObject({ form: z.literal('one'), correct: index }),
  z.strictObject({ form: z.literal('several'), correct: indexes }),
  z.strictObject({
    form: z.literal('number'),
    value: finite,
    tolerance: z.number().check(z.minimum(0), z.maximum(1e15)),
  }),
  /** Indexes of the items in their right order. */
  z.strictObject({ form: z.literal('order'), correct: indexes }),
  /** Any of these is right. */
  z.strictObject({
    form: z.literal('object'),
    correct: z.array(serial).check(z.minLength(1), z.maxLength(MAX.marked)),
  }),
  /** What a good answer says. */
  z.strictObject({ form: z.literal('text'), model: z.string().check(z.maxLength(MAX.explanation)) }),
]);
export type Key = z.infer<typeof keyShape>;

export const solutionShape = z.strictObject({
  key: keyShape,
  explanation: z.string().check(z.maxLength(MAX.explanation)),
  /** The belief behind each option that is wrong, by its index; empty where there is none. */
  beliefs: z.optional(z.array(z.string().check(z.maxLength(200))).check(z.maxLength(MAX.options))),
  /** What a prediction was made from. */
  from: z.optional(predictionShape),
});
export type Solution = z.infer<typeof solutionShape>;

const CONFIDENCES = [1, 2, 3] as const;
export type Confidence = (typeof CONFIDENCES)[number];
const confidence = z.optional(z.union([z.literal(1), z.literal(2), z.literal(3)]));

export const answerShape = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('round'),
    /** The number that `gc.collect` will return. */
    returned: z.int().check(z.minimum(0), z.maximum(1_000_000)),
    /** Objects that will be freed. */
    freed: z.array(serial).check(z.maxLength(MAX.marked)),
    /** Objects that will move to an older generation; asked for generations 0 and 1. */
    moved: z.array(serial).check(z.maxLength(MAX.marked)),
    confidence,
  }),
  z.strictObject({ kind: z.literal('one'), choice: index, confidence }),
  z.strictObject({ kind: z.literal('several'), choices: indexes, confidence }),
  z.strictObject({ kind: z.literal('number'), value: finite, confidence }),
  z.strictObject({ kind: z.literal('order'), order: indexes, confidence }),
  z.strictObject({ kind: z.literal('object'), serial, confidence }),
  z.strictObject({ kind: z.literal('text'), text: text(MAX.prompt) }),
  /** The inputs typed on the fork so far; the server runs them again. */
  z.strictObject({
    kind: z.literal('task'),
    inputs: z.array(text(MAX.input)).check(z.maxLength(MAX.inputs)),
  }),
]);
export type Answer = z.infer<typeof answerShape>;

/** What an object was that a challenge is about, as it stood before the reveal. */
export const namedObjectShape = z.strictObject({
  serial,
  type: z.string(),
  repr: z.string(),
  /** How a name led to it, as `ana.a[0]`; null where none did. */
  name: z.nullable(z.string()),
});
export type NamedObject = z.infer<typeof namedObjectShape>;

/** One member's part of a reveal. */
export const markShape = z.strictObject({
  member: memberId,
  points: z.int(),
  /** Null for what is not graded. */
  correct: z.nullable(z.boolean()),
  /** Left out for other students' answers. */
  answer: z.optional(answerShape),
  /** The answer of the first vote, where there were two; left out likewise. */
  first: z.optional(answerShape),
  /** One per part of the answer: what was right and why. */
  reasons: z.optional(z.array(reasonShape)),
});
export type Mark = z.infer<typeof markShape>;

const gave = {
  /** How many gave it, and how many in the first vote; null where there was one vote. */
  count: z.int(),
  before: z.nullable(z.int()),
  /** `nearly`: a number within its tolerance. Null where nothing is graded. */
  right: z.nullable(z.enum(['exactly', 'nearly', 'not'])),
};
const spreadRowShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('number'), value: finite, ...gave }),
  z.strictObject({ kind: z.literal('order'), order: indexes, ...gave }),
  z.strictObject({ kind: z.literal('object'), serial, ...gave }),
]);
export type SpreadRow = z.infer<typeof spreadRowShape>;
/** Values that are not listed: how many there are, and how many answers they are. */
const foldedShape = z.strictObject({ values: z.int(), count: z.int() });

/** Which numbers, orders or objects were given how often; of a round which numbers it was said to return. */
const spreadShape = z.strictObject({
  rows: z.array(spreadRowShape),
  /** Further numbers within the tolerance. */
  near: foldedShape,
  rest: foldedShape,
});
export type Spread = z.infer<typeof spreadShape>;

/** One object of a round: how many marked it, and in the first vote; `right` is null while that is not to be known. */
const tallyRowShape = z.strictObject({
  serial,
  count: z.int(),
  before: z.nullable(z.int()),
  right: z.nullable(z.boolean()),
});
export type TallyRow = z.infer<typeof tallyRowShape>;
/** How often objects were marked. */
const tallyShape = z.strictObject({
  rows: z.array(tallyRowShape),
  /** Further objects that it was right to mark, and further others. */
  right: foldedShape,
  rest: foldedShape,
  /** How many marked nothing at all. */
  none: z.int(),
});
export type Tally = z.infer<typeof tallyShape>;
/** `moved`: null where a round does not ask for it. */
const markedShape = z.strictObject({ freed: tallyShape, moved: z.nullable(tallyShape) });
export type Marked = z.infer<typeof markedShape>;

/** How the class as a whole did: told to everybody with the reveal, and of nobody in particular. */
export const summaryShape = z.strictObject({
  answered: z.int(),
  /** Fully right; null where answers are not graded. */
  right: z.nullable(z.int()),
  /** Of those who voted twice, how many had it right the first time; null where there was one vote. */
  rightFirst: z.nullable(z.int()),
  /** For a question with options: how often each was chosen, and in the first vote. */
  chosen: z.nullable(z.array(z.int()).check(z.maxLength(MAX.options))),
  chosenFirst: z.nullable(z.array(z.int()).check(z.maxLength(MAX.options))),
  /** Where there are no options; absent in logs of wire versions before 6. */
  spread: z.optional(z.nullable(spreadShape)),
  /** Of a round; absent in logs of wire versions before 7. */
  marked: z.optional(z.nullable(markedShape)),
});
export type Summary = z.infer<typeof summaryShape>;

/** A student's solution of a task, shown to all. */
export const shownShape = z.strictObject({
  /** Left out (null) for all but its author and the teacher, unless `named`. */
  member: z.nullable(memberId),
  named: z.boolean(),
  inputs: z.array(text(MAX.input)).check(z.maxLength(MAX.inputs)),
});
export type Shown = z.infer<typeof shownShape>;

export const truthShape = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('round'),
    returned: z.int(),
    freed: z.array(serial),
    /** What the freed objects were, in the same order, for review after they are gone. */
    freedNames: z.array(z.string()),
    /** Objects that moved to an older generation. */
    moved: z.array(serial),
  }),
  z.strictObject({ kind: z.literal('question'), solution: solutionShape }),
  z.strictObject({ kind: z.literal('task'), goals: z.array(z.string()) }),
]);
export type Truth = z.infer<typeof truthShape>;
