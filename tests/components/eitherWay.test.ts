import { expect, it } from 'vitest';
import { pieces } from '../../components/design/either-way.ts';

/** What is isolated of a text. */
function isolated(text: string): readonly string[] {
  return pieces(text).filter((_, at) => at % 2 === 1);
}

it('isolates texts and names where letters run from right to left, and only there', () => {
  expect(pieces("['abc', 1]")).toEqual(["['abc', 1]"]);
  expect(pieces("{'日本語': 'Привет'}")).toHaveLength(1);
  expect(isolated("['مرحبا بالعالم', 1]")).toEqual(["'مرحبا بالعالم'"]);
  expect(isolated('عدد + שם')).toEqual(['عدد', 'שם']);
  expect(isolated(`["it's", 'א\\'ב']`)).toEqual([`"it's"`, `'א\\'ב'`]);
});

it('loses nothing, not even of a text that was cut off', () => {
  for (const text of ["['مرحبا", "عدد = 'א", "('אב',) + ('ג…", '']) expect(pieces(text).join('')).toBe(text);
});
