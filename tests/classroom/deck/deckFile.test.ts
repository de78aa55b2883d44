/** Deck files of our own: they come back as they were, and what is wrong is named at its place. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readDeck } from '../../../classroom/deck/formats.ts';
import { jsonFault } from '../../../classroom/deck/jsonFault.ts';
import { problemWords } from '../../../classroom/deck/problem.ts';
import { makeDeckFile, readDeckFile } from '../../../classroom/deck/readDeck.ts';
import { deckShape } from '../../../classroom/protocol/deck.ts';
import { allDecks } from './decks.ts';

const GOOD = {
  heaproom: 'deck',
  version: 1,
  title: 'Counts',
  items: [
    {
      kind: 'question',
      prompt: 'What does it print?',
      answer: { form: 'one', options: [{ text: '1' }, { text: '2', right: true }] },
    },
    { kind: 'question', prompt: 'How many bytes?', answer: { form: 'number', value: 56 } },
    { kind: 'task', prompt: 'Leak one.', goals: [{ goal: 'leak', objects: 1 }] },
  ],
};

type Change = (deck: typeof GOOD) => unknown;

function problems(text: string): string[] {
  const read = readDeckFile(text);
  return read.ok ? [] : read.problems.map(problemWords);
}

function changed(change: Change): string[] {
  return problems(JSON.stringify(change(structuredClone(GOOD))));
}

/** The good deck with its first question replaced. */
function withFirst(first: object): Change {
  return ({ items, ...deck }) => ({ ...deck, items: [{ ...items[0], ...first }, ...items.slice(1)] });
}

function withOptions(...options: readonly object[]): Change {
  return withFirst({ answer: { form: 'one', options } });
}

it('[DK1] a deck that is written comes back as it was', () => {
  fc.assert(
    fc.property(allDecks, (deck) => {
      expect(readDeckFile(makeDeckFile(deck))).toEqual({ ok: true, deck, notes: [] });
    }),
  );
});

it('[DK1] what is left out has its usual value', () => {
  const read = readDeckFile(JSON.stringify(GOOD));
  expect(read.ok && read.deck.items[1]).toEqual({
    kind: 'question',
    prompt: 'How many bytes?',
    code: '',
    picture: '',
    answer: { form: 'number', value: 56, tolerance: 0, unit: '' },
    explanation: '',
    rules: { seconds: null, confidence: false },
  });
});

describe('[DK2] a file that is no deck is refused with the place and what to do', () => {
  it.each<[string, Change, string]>([
    [
      'a newer version',
      (deck) => ({ ...deck, version: 2 }),
      'This deck is of version 2; this Heaproom reads version 1. Update Heaproom, or export the deck from there again as GIFT.',
    ],
    [
      'other JSON',
      () => ({ cells: [] }),
      'This is JSON, but no deck: a deck begins with {"heaproom": "deck", "version": 1, …}.',
    ],
    [
      'a list',
      () => [1],
      'This is JSON, but no deck: a deck begins with {"heaproom": "deck", "version": 1, …}.',
    ],
    ['no title', (deck) => ({ ...deck, title: ' ' }), 'Title: This is empty. Fill it in.'],
    [
      'a field that is not known',
      withFirst({ hint: 'x' }),
      'Question 1: There is no field “hint” here. Remove it or correct its name.',
    ],
    [
      'a long prompt',
      withFirst({ prompt: 'x'.repeat(2001) }),
      'Question 1, prompt: This is too long: 2000 characters are allowed.',
    ],
    [
      'a form that is not known',
      withFirst({ answer: { form: 'essay' } }),
      'Question 1, form: This names a kind that Heaproom does not know. See the schema for those it knows.',
    ],
    [
      'a text for a number',
      withFirst({ answer: { form: 'number', value: '3' } }),
      'Question 1, value: This is missing or of the wrong kind: number is expected.',
    ],
    [
      'nine options',
      withOptions(...'abcdefghi'.split('').map((text) => ({ text, right: text === 'a' }))),
      'Question 1, options: There are too many: 8 are allowed.',
    ],
    [
      'a long option',
      withOptions({ text: 'a', right: true }, { text: 'x'.repeat(401) }),
      'Question 1, option 2, text: This is too long: 400 characters are allowed.',
    ],
    [
      'no right answer',
      withOptions({ text: 'a' }, { text: 'b' }),
      'Question 1, options: Mark the option that is right.',
    ],
    [
      'two right answers',
      withOptions({ text: 'a', right: true }, { text: 'b', right: true }),
      'Question 1, options: Only one option can be right. Choose “All options that are right” where there are more.',
    ],
    [
      'two equal options',
      withOptions({ text: 'a', right: true }, { text: 'b' }, { text: ' b' }),
      'Question 1, options: Options 2 and 3 are the same. Change or remove one.',
    ],
    [
      'an empty option',
      withOptions({ text: 'a', right: true }, { text: ' ' }),
      'Question 1, options: Option 2 is empty. Fill it in or remove it.',
    ],
    [
      'one option',
      withOptions({ text: 'a', right: true }),
      'Question 1, options: At least two options are needed.',
    ],
    ['no text', withFirst({ prompt: '' }), 'Question 1, prompt: The text is missing.'],
    [
      'no number',
      withFirst({ answer: { form: 'number', value: null } }),
      'Question 1, answer: The right number is missing.',
    ],
    [
      'no right one of several',
      withFirst({ answer: { form: 'several', options: [{ text: 'a' }, { text: 'b' }] } }),
      'Question 1, options: Mark at least one option as right.',
    ],
    [
      'no object',
      withFirst({ answer: { form: 'object', expression: '' } }),
      'Question 1, answer: Name the object that is meant, for instance `ana.a`.',
    ],
  ])('%s', (_, change, sentence) => {
    expect(changed(change)).toEqual([sentence]);
  });

  it('a picture that is no Python', () => {
    const [sentence] = changed(withFirst({ picture: 'a = [\nb = 1' }));
    expect(sentence).toMatch(/^Question 1, picture: Line 1 is not valid Python: /);
  });

  it('text and code that are too long together', () => {
    expect(changed(withFirst({ prompt: 'x'.repeat(1500), code: 'y'.repeat(600) }))).toEqual([
      'Question 1, prompt: Text and code are longer than 2000 characters together.',
    ]);
  });

  it('all faults at once, each at its question', () => {
    const found = changed((deck) => ({
      ...deck,
      items: deck.items.map((item) => ({ ...item, prompt: '' })),
    }));
    expect(found).toEqual([1, 2, 3].map((n) => `Question ${n}, prompt: The text is missing.`));
  });

  it('too large', () => {
    expect(problems(' '.repeat(524_289))).toEqual([
      'This is too large: 513 KB, where 512 KB are allowed. Split it into several decks.',
    ]);
    expect(readDeck(' ', 'deck', 'x')).toEqual({
      ok: false,
      problems: [{ where: '', says: 'This is empty.' }],
    });
  });

  it.each([
    [
      '{\n  "heaproom": "deck",\n  "version": 1\n  "title": "a"\n}',
      'Line 4, column 3: A comma or } is missing before this.',
    ],
    ['{"heaproom": "deck",}', 'Line 1, column 21: There is a comma too many before this }.'],
    ["{'heaproom': 1}", 'Line 1, column 2: The name of a field in double quotes is expected here.'],
    ['{"a": \'b\'}', 'Line 1, column 7: JSON takes double quotes (") only.'],
    ['{"a": "b\nc"}', 'Line 1, column 9: A text in quotes has to end on its line; write \\n for a new line.'],
    ['{"a": [1, 2', 'Line 1, column 12: The file ends in the middle: a ] is missing.'],
    ['{"a": "\\d"}', 'Line 1, column 8: JSON knows no escape \\d; write \\\\ for a backslash.'],
    [
      '{"a": 1} {"a": 2}',
      'Line 1, column 10: The file should end here; there is more behind its last bracket.',
    ],
  ])('no JSON: %j', (text, sentence) => {
    expect(problems(text)).toEqual([sentence]);
  });
});

it('[DK2] what is called no JSON is what JSON.parse refuses', () => {
  const piece = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    '"a"',
    '\\',
    '\\u12',
    '1',
    '-',
    '0',
    '.5',
    'e+',
    'true',
    'nul',
    ' ',
    '\n',
    '\t',
    "'",
  );
  const near = fc
    .tuple(fc.json(), fc.nat(), fc.nat(3), piece)
    .map(
      ([text, at, length, put]) =>
        text.slice(0, at % (text.length + 1)) + put + text.slice((at % (text.length + 1)) + length),
    );
  const parses = (text: string) => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };
  const texts = fc.oneof(
    near,
    fc.json(),
    fc.array(piece).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(texts, (text) => {
      expect(jsonFault(text) === null, text).toBe(parses(text));
    }),
    { numRuns: 3000 },
  );
});

it('[DK1] the published schema is made from the shapes', () => {
  const published: unknown = JSON.parse(
    readFileSync(new URL('../../../public/deck.schema.json', import.meta.url), 'utf8'),
  );
  expect(published).toEqual(deckSchema());
});

/** To write it anew: `npx tsx -e` with this function, or copy what the test above prints as received. */
function deckSchema(): unknown {
  return { ...z.toJSONSchema(deckShape, { io: 'input' }), title: 'A deck of Heaproom' };
}
