import { expect, test } from 'vitest';
import { lineNumbers, rangeOf, withPlainLines } from '../../components/deck/source-lines.ts';

test('lines are numbered as readers of the text count them', () => {
  expect(lineNumbers('')).toBe('1');
  expect(lineNumbers('a\n\nb\n')).toBe('1\n2\n3\n4');
  expect(withPlainLines('a\r\nb\rc\n')).toBe('a\nb\nc\n');
});

test('a place is selected: its character, or its line', () => {
  const text = 'one\ntwo\nthree';
  const shown = (line: number, column: number | null) => text.slice(...rangeOf(text, { line, column }));
  expect(shown(2, 2)).toBe('w');
  expect(shown(3, 1)).toBe('t');
  expect(shown(2, null)).toBe('two');
  // Where a line ends too early there is no character to show.
  expect(shown(1, 4)).toBe('one');
  expect(shown(3, 9)).toBe('three');
});
