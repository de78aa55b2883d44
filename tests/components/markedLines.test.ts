import { expect, test } from 'vitest';
import type { Tally } from '../../classroom/protocol/challenge.ts';
import { foldedTo, markedLines } from '../../components/live/marked-lines.ts';

const called = (serial: number) => `o${serial}`;
const row = (serial: number, count: number, right: boolean | null) => ({
  serial,
  count,
  before: null,
  right,
});

const tally: Tally = {
  rows: [row(1, 3, true), row(2, 0, true), row(8, 2, false), row(9, 1, false)],
  right: { values: 0, count: 0 },
  rest: { values: 4, count: 5 },
  none: 0,
};

test('what it was right to mark, and what was marked besides, each with the reader’s own mark', () => {
  const { right, others } = markedLines([1, 2], [1, 9], tally, called);
  expect(right.lines.map(({ name, mine, count }) => [name, mine, count])).toEqual([
    ['o1', true, 3],
    ['o2', false, 0],
  ]);
  expect(others.lines.map(({ name, mine, count }) => [name, mine, count])).toEqual([
    ['o8', false, 2],
    ['o9', true, 1],
  ]);
  expect(others.folded).toEqual({ values: 4, count: 5 });
});

test('the reader’s own mark is there though the class is told of it only with others', () => {
  const { others } = markedLines([1, 2], [77], tally, called);
  expect(others.lines.at(-1)).toEqual({ serial: 77, name: 'o77', mine: true, count: null, before: null });
});

test('a lesson in which the class was not told has the objects without counts', () => {
  const { right, others } = markedLines([1, 2], [2, 5], null, called);
  expect(right.lines.map(({ serial, mine, count }) => [serial, mine, count])).toEqual([
    [1, false, null],
    [2, true, null],
  ]);
  expect(others.lines.map(({ serial }) => serial)).toEqual([5]);
});

test('before the reveal nothing is right or wrong', () => {
  const open: Tally = { ...tally, rows: [row(1, 3, null), row(8, 2, null)] };
  const { right, others } = markedLines(null, [], open, called);
  expect(right.lines).toEqual([]);
  expect(others.lines.map(({ serial }) => serial)).toEqual([1, 8]);
});

test('folding counts what it leaves out, and never the reader’s own', () => {
  const { others } = markedLines([1, 2], [9], tally, called);
  const few = foldedTo(others, 0);
  expect(few.lines.map(({ serial }) => serial)).toEqual([9]);
  expect(few.folded).toEqual({ values: 5, count: 7 });
});
