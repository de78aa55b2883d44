import { bytes, count, grouped } from '../heap/words.ts';
import type { HistoryPoint } from './past.ts';

/** How a number changed: `+3`, `−40 B`, or nothing. */
export function difference(now: number, before: number, write: (value: number) => string): string {
  if (now === before) return '';
  return now > before ? `+${write(now - before)}` : `−${write(before - now)}`;
}

/** Everything about a moment in one sentence, for screen readers. */
export function pointSentence(point: HistoryPoint): string {
  const { figures } = point;
  const parts = [
    `${point.id}, ${point.author}: ${point.source.split('\n')[0] ?? ''}`,
    count(figures.objects, 'object'),
    `${bytes(figures.bytesUsed)} in use`,
    `${bytes(figures.bytesFromSystem)} from the system`,
  ];
  return [...parts, ...collectionWords(point)].join('; ');
}

export function collectionWords({ collections }: Pick<HistoryPoint, 'collections'>): string[] {
  return collections.map(
    ({ generation, automatic, collected }) =>
      `generation ${generation} collected${automatic ? ' automatically' : ''}, ${grouped(collected)} found`,
  );
}
