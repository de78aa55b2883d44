/** Lines of a text as they are numbered beside it: as whoever reads the text counts them. */
import type { Spot } from '../../classroom/deck/jsonPlace.ts';

/** Lines end with \n alone, as in a text area, whatever the file has. */
export function withPlainLines(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** `1\n2\n3` */
export function lineNumbers(text: string): string {
  return Array.from({ length: text.split('\n').length }, (_, at) => at + 1).join('\n');
}

/** What is to be selected so that a place is seen: its character, or all of its line where it has none. */
export function rangeOf(text: string, { line, column }: Spot): readonly [from: number, to: number] {
  const lines = text.split('\n').slice(0, line);
  const last = lines.at(-1) ?? '';
  const start = lines.slice(0, -1).reduce((sum, one) => sum + one.length + 1, 0);
  const at = column === null ? 0 : column - 1;
  return column === null || at >= last.length ? [start, start + last.length] : [start + at, start + at + 1];
}
