import type { Words } from '../language/words.ts';
import type { Deed, HistoryPoint } from './past.ts';

/** How a number changed: `+3`, `−40 B`, or nothing. */
export function difference(now: number, before: number, write: (value: number) => string): string {
  if (now === before) return '';
  return now > before ? `+${write(now - before)}` : `−${write(before - now)}`;
}

/** What was done, in a line. */
export function deedLine({ source, removed }: Deed, words: Words['time']): string {
  return removed === undefined ? (source.split('\n')[0] ?? '') : words.removed(removed);
}

/** Everything about a moment in one sentence, for screen readers. */
export function pointSentence(point: HistoryPoint, words: Words['time']): string {
  const statement = `${point.id}, ${point.author}: ${deedLine(point, words)}`;
  return words.moment(statement, point.figures, point.collections);
}
