/**
 * A deck: questions and tasks that a teacher wrote, in order. This is the file format (public/deck.schema.json is made
 * from it) and what the database keeps. The shape allows what is still being written, such as an option without text;
 * deck/faults.ts says what is missing before it can be asked. No part of the wire of a lesson.
 */
import { z } from 'zod';
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

const finite = z.number().min(-1e15).max(1e15);

const optionShape = z.strictObject({
  text: z.string().max(MAX.option),
  right: z.boolean().default(false),
  /** The belief behind a wrong option. */
  belief: z.string().max(DECK.belief).default(''),
});
export type DeckOption = z.infer<typeof optionShape>;

const optionsShape = z.array(optionShape).max(MAX.options);

/** How it is answered, together with what is right. */
export const deckAnswerShape = z.discriminatedUnion('form', [
  z.strictObject({ form: z.literal('one'), options: optionsShape }),
  z.strictObject({ form: z.literal('several'), options: optionsShape }),
  z.strictObject({
    form: z.literal('number'),
    /** Null while it is not filled in. */
    value: finite.nullable(),
    tolerance: z.number().min(0).max(1e15).default(0),
    unit: z.string().max(DECK.unit).default(''),
  }),
  /** Items in their right order; students get them shuffled. */
  z.strictObject({ form: z.literal('order'), items: z.array(z.string().max(MAX.option)).max(MAX.options) }),
  /** Python whose value is the object that is meant: in the question's picture, or in the heap of the class. */
  z.strictObject({ form: z.literal('object'), expression: z.string().max(DECK.expression) }),
  /** What a good answer says. Not graded. */
  z.strictObject({ form: z.literal('text'), model: z.string().max(MAX.explanation).default('') }),
]);
export type DeckAnswer = z.infer<typeof deckAnswerShape>;

/** How it is run unless the teacher says otherwise. */
const runShape = z.strictObject({
  seconds: z.number().int().min(5).max(3600).nullable().default(null),
  confidence: z.boolean().default(false),
});

export const deckQuestionShape = z.strictObject({
  kind: z.literal('question'),
  prompt: z.string().max(MAX.prompt),
  /** Python that is shown above the prompt. */
  code: z.string().max(MAX.prompt).default(''),
  /** Python that builds the heap that is drawn below the prompt. */
  picture: z.string().max(MAX.prompt).default(''),
  answer: deckAnswerShape,
  explanation: z.string().max(MAX.explanation).default(''),
  rules: runShape.default({ seconds: null, confidence: false }),
});
export type DeckQuestion = z.infer<typeof deckQuestionShape>;

export const deckTaskShape = taskShape.extend({
  prompt: z.string().max(MAX.prompt),
  setup: z.string().max(MAX.prompt).default(''),
  statements: taskShape.shape.statements.default(null),
  rules: runShape.default({ seconds: null, confidence: false }),
});
export type DeckTask = z.infer<typeof deckTaskShape>;

export const deckItemShape = z.discriminatedUnion('kind', [deckQuestionShape, deckTaskShape]);
export type DeckItem = z.infer<typeof deckItemShape>;

export const deckShape = z.strictObject({
  /** Where the schema of this file is, for editors. */
  $schema: z.string().max(200).optional(),
  heaproom: z.literal('deck'),
  version: z.literal(deckVersion),
  title: z.string().trim().min(1).max(DECK.title),
  items: z.array(deckItemShape).max(DECK.items),
});
export type Deck = z.infer<typeof deckShape>;

/** What a text must say to be a deck of some version at all. */
export const deckHeadShape = z.object({ heaproom: z.literal('deck'), version: z.number() });
