import { expect, test } from 'vitest';
import { readDeck } from '../../../classroom/deck/formats.ts';
import { jsonPlace } from '../../../classroom/deck/jsonPlace.ts';

const TEXT = `{
  "a": [1, {"b]": "x, } \\" y", "c": null}],
  "deep": { "er": [[], [true,
    "here"]] }
}`;

test('a part of a JSON text is found by its path', () => {
  expect(jsonPlace(TEXT, [])).toEqual({ line: 1, column: 1 });
  expect(jsonPlace(TEXT, ['a'])).toEqual({ line: 2, column: 8 });
  expect(jsonPlace(TEXT, ['a', 0])).toEqual({ line: 2, column: 9 });
  expect(jsonPlace(TEXT, ['a', 1, 'c'])).toEqual({ line: 2, column: 37 });
  expect(jsonPlace(TEXT, ['deep', 'er', 1, 1])).toEqual({ line: 4, column: 5 });
});

test('of what is not there, the part that lacks it', () => {
  expect(jsonPlace(TEXT, ['a', 1, 'missing', 'more'])).toEqual({ line: 2, column: 12 });
  expect(jsonPlace(TEXT, ['a', 7])).toEqual({ line: 2, column: 8 });
  expect(jsonPlace('[]', [0])).toEqual({ line: 1, column: 1 });
  expect(jsonPlace(' 5', ['a'])).toEqual({ line: 1, column: 2 });
});

test('where a name stands twice, the one that counts: the last', () => {
  expect(jsonPlace('{"a": 1, "a": 2}', ['a'])).toEqual({ line: 1, column: 15 });
});

/** Each line of it that a problem is about, and how the reader names the place. */
function places(text: string) {
  const read = readDeck(text, 'deck', 'x');
  return read.ok ? [] : read.problems.map(({ where, spot }) => [where, spot?.line]);
}

test('[DK2] what a deck may not hold is found in the file', () => {
  const deck = (items: string) => `{
  "heaproom": "deck", "version": 1, "title": "T",
  "items": [
    {"kind": "question", "prompt": "Fine?", "answer": {"form": "number", "value": 4}},
    ${items}
  ]
}`;
  expect(
    places(
      deck(`{"kind": "question", "prompt": "One?",
      "answer": {"form": "one",
        "options": [{"text": "a"},
                    {"text": "b"}]}}`),
    ),
  ).toEqual([['Question 2, options', 7]]);
  expect(
    places(
      deck(`{"kind": "question", "prompt": "Two?",
      "answer": {"form": "number",
        "value": "four"}}`),
    ),
  ).toEqual([['Question 2, value', 7]]);
  expect(
    places(
      deck(`{"kind": "question", "prompt": "Two?", "answer": {
        "form": "number", "value": 4,
        "unti": "bytes"}}`),
    ),
  ).toEqual([['Question 2, answer', 7]]);
  expect(places('{"heaproom": "deck",\n"version": 9}')).toEqual([['', 2]]);
  expect(places('{"heaproom": "deck",\n"version": 1,}')).toEqual([['Line 2, column 14', 2]]);
});

test('[DK2] GIFT and Aiken name the line of each problem', () => {
  const gift = readDeck('// a comment\n\nWhat? {\n=a\n=b {\n}', 'gift', 'x');
  expect(gift.ok ? null : gift.problems.map(({ where, spot }) => [where, spot])).toEqual([
    ['Line 5', { line: 5, column: null }],
  ]);
  const aiken = readDeck('What?\nA. a\nC. c\nANSWER: A', 'aiken', 'x');
  expect(aiken.ok ? null : aiken.problems.map(({ spot }) => spot)).toEqual([{ line: 3, column: null }]);
});
