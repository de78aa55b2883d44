/**
 * A deck: questions and tasks that a teacher wrote, in order. This is the file format (public/deck.schema.json is made
 * from it) and what the database keeps. The shape allows what is still being written, such as an option without text;
 * deck/faults.ts says what is missing before it can be asked. No part of the wire of a lesson.
 */
import * as z from 'zod/mini';
import { taskShape } from './challenge.ts';
import { MAX } from './shapes.ts';

/**
 * Raised when an older Heaproom could not read a newer deck.
 *
 * 1  first version
 */
export const deckVersion = 1;

export const DECK = {
  title: 120,
  items: 200,
  belief: 200,
  unit: 20,
  expression: 400,
  /** Of the whole deck as JSON, in UTF-16 units. */
  size: 512 * 1024,
} as const;

const finite = z.number().check(z.minimum(-1e15), z.maximum(1e15));

const optionShape = z.strictObject({
  text: z.string().check(z.maxLength(MAX.option)),
  right: z._default(z.boolean(), false),
  /** The belief behind a wrong option. */
  belief: z._default(z.string().check(z.maxLength(DECK.belief)), ''),
});
export type DeckOption = z.infer<typeof optionShape>;

const optionsShape = z.array(optionShape).check(z.maxLength(MAX.options));

/** How it is answered, together with what is right. */
export const deckAnswerShape = z.discriminatedUnion('form', [
  z.strictObject({ form: z.literal('one'), options: optionsShape }),
  z.strictObject({ form: z.literal('several'), options: optionsShape }),
  z.strictObject({
    form: z.literal('number'),
    /** Null while it is not filled in. */
    value: z.nullable(finite),
    tolerance: z._default(z.number().check(z.minimum(0), z.maximum(1e15)), 0),
    unit: z._default(z.string().check(z.maxLength(DECK.unit)), ''),
  }),
  /** Items in their right order; students get them shuffled. */
  z.strictObject({
    form: z.literal('order'),
    items: z.array(z.string().check(z.maxLength(MAX.option))).check(z.maxLength(MAX.options)),
  }),
  /** Python whose value is the object that is meant: in the question's picture, or in the heap of the class. */
  z.strictObject({ form: z.literal('object'), expression: z.string().check(z.maxLength(DECK.expression)) }),
  /** What a good answer says. Not graded. */
  z.strictObject({
    form: z.literal('text'),
    model: z._default(z.string().check(z.maxLength(MAX.explanation)), ''),
  }),
]);
export type DeckAnswer = z.infer<typeof deckAnswerShape>;

/** How it is run unless the teacher says otherwise. */
const runShape = z.strictObject({
  seconds: z._default(z.nullable(z.int().check(z.minimum(5), z.maximum(3600))), null),
  confidence: z._default(z.boolean(), false),
});

export const deckQuestionShape = z.strictObject({
  kind: z.literal('question'),
  prompt: z.string().check(z.maxLength(MAX.prompt)),
  /** Python that is shown above the prompt. */
  code: z._default(z.string().check(z.maxLength(MAX.prompt)), ''),
  /** Python that builds the heap that is drawn below the prompt. */
  picture: z._default(z.string().check(z.maxLength(MAX.prompt)), ''),
  answer: deckAnswerShape,
  explanation: z._default(z.string().check(z.maxLength(MAX.explanation)), ''),
  rules: z._default(runShape, { seconds: null, confidence: false }),
});
export type DeckQuestion = z.infer<typeof deckQuestionShape>;

export const deckTaskShape = z.extend(taskShape, {
  prompt: z.string().check(z.maxLength(MAX.prompt)),
  setup: z._default(z.string().check(z.maxLength(MAX.prompt)), ''),
  statements: z._default(taskShape.shape.statements, null),
  rules: z._default(runShape, { seconds: null, confidence: false }),
});
export type DeckTask = z.infer<typeof deckTaskShape>;

export const deckItemShape = z.discriminatedUnion('kind', [deckQuestionShape, deckTaskShape]);
export type DeckItem = z.infer<typeof deckItemShape>;

export const deckShape = z.strictObject({
  /** Where the schema of this file is, for editors. */
  $schema: z.optional(z.string().check(z.maxLength(200))),
  heaproom: z.literal('deck'),
  version: z.literal(deckVersion),
  title: z.string().check(z.trim(), z.minLength(1), z.maxLength(DECK.title)),
  items: z.array(deckItemShape).check(z.maxLength(DECK.items)),
});
export type Deck = z.infer<typeof deckShape>;

/** What a text must say to be a deck of some version at all. */
export const deckHeadShape = z.object({ heaproom: z.literal('deck'), version: z.number() });
