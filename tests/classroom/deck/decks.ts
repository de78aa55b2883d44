/** Random decks that could be asked, with texts full of the characters that formats give a meaning to. */
import fc from 'fast-check';
import type { Deck, DeckAnswer, DeckItem, DeckQuestion } from '../../../classroom/protocol/deck.ts';

const PIECES = [
  '~',
  '=',
  '#',
  '{',
  '}',
  ':',
  '\\',
  '\\n',
  '####',
  '->',
  '%50%',
  '%',
  '[html]',
  '[',
  '//',
  '::',
  '$CATEGORY:',
  '`',
  "'",
  '"',
  'A. ',
  'ANSWER: B',
  '<b>',
  '&lt;',
  'a',
  'del x',
  '[[]] * 5',
  'é',
  '🐍',
  '٣',
  ' ',
  '\t',
  '1',
  'T',
  'TRUE',
] as const;

/** Without spaces at the ends, as every form trims its fields. */
function words(most: number, newlines: boolean): fc.Arbitrary<string> {
  const pieces = newlines ? [...PIECES, '\n', '\n\n'] : PIECES;
  return fc
    .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: most })
    .map((parts) => parts.join('').trim())
    .filter((text) => text !== '');
}

const line = words(8, false);
const belief = fc.oneof(fc.constant(''), line);
const options = (min: number) => fc.uniqueArray(line, { minLength: min, maxLength: 8 });

const one: fc.Arbitrary<DeckAnswer> = fc.tuple(options(2), fc.nat(7), belief).map(([texts, at, why]) => ({
  form: 'one',
  options: texts.map((text, index) => {
    const right = index === at % texts.length;
    return { text, right, belief: right ? '' : why };
  }),
}));

const several: fc.Arbitrary<DeckAnswer> = fc
  .tuple(options(2), fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), belief)
  .map(([texts, marks, why]) => ({
    form: 'several',
    options: texts.map((text, index) => {
      const right = index === 0 || marks[index] === true;
      return { text, right, belief: right ? '' : why };
    }),
  }));

const number: fc.Arbitrary<DeckAnswer> = fc
  .tuple(fc.double({ min: -1e15, max: 1e15, noNaN: true }), fc.double({ min: 0, max: 1000, noNaN: true }))
  // JSON and GIFT have one zero.
  .map(([value, tolerance]) => ({ form: 'number', value: value + 0, tolerance, unit: '' }));

const order: fc.Arbitrary<DeckAnswer> = options(2).map((items) => ({ form: 'order', items }));
const text: fc.Arbitrary<DeckAnswer> = fc.constant({ form: 'text', model: '' });

/** Code without a fence of its own, first line included. */
const code = fc.oneof(
  fc.constant(''),
  fc.constantFrom('a = {}\nb = {"x": [a]}', 'x = 1  # ~=:\n\n\nx', '// = \\n'),
);

function question(answer: fc.Arbitrary<DeckAnswer>): fc.Arbitrary<DeckQuestion> {
  return fc
    .tuple(words(10, true), code, answer, fc.oneof(fc.constant(''), words(10, true)))
    .map(([prompt, source, given, explanation]) => ({
      kind: 'question',
      prompt,
      code: source,
      picture: '',
      answer: given,
      explanation,
      rules: { seconds: null, confidence: false },
    }));
}

function deckOf(item: fc.Arbitrary<DeckItem>): fc.Arbitrary<Deck> {
  return fc
    .tuple(line, fc.array(item, { minLength: 1, maxLength: 5 }))
    .map(([title, items]) => ({ heaproom: 'deck', version: 1, title, items }));
}

export const giftDecks = deckOf(question(fc.oneof(one, several, number, order, text)));

const task: fc.Arbitrary<DeckItem> = fc.tuple(words(10, true), fc.nat(20)).map(([prompt, most]) => ({
  kind: 'task',
  prompt,
  setup: 'a = []',
  goals: [
    { goal: 'leak', objects: most + 1 },
    { goal: 'true', expression: 'a == []' },
  ],
  statements: most === 0 ? null : most,
  rules: { seconds: 60, confidence: false },
}));

const pictured: fc.Arbitrary<DeckQuestion> = question(
  fc.constantFrom<DeckAnswer>(
    { form: 'object', expression: 'a[0]' },
    { form: 'number', value: 3, tolerance: 0.5, unit: 'bytes' },
    { form: 'text', model: 'It dies.' },
  ),
).map((one) => ({ ...one, picture: 'a = [[]]', rules: { seconds: 30, confidence: true } }));

export const allDecks = deckOf(
  fc.oneof(question(fc.oneof(one, several, number, order, text)), pictured, task),
);

export const aikenDecks = deckOf(
  fc
    .tuple(words(8, false), one)
    .filter(([prompt]) => prompt.length > 1 && !/^[A-Z][).][ \t]|^ANSWER:/.test(prompt))
    .map(([prompt, answer]) => ({
      kind: 'question',
      prompt,
      code: '',
      picture: '',
      answer:
        answer.form === 'one'
          ? { ...answer, options: answer.options.map((option) => ({ ...option, belief: '' })) }
          : answer,
      explanation: '',
      rules: { seconds: null, confidence: false },
    })),
);
