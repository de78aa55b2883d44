/** A measured comparison as rows of a table: what was measured, on both sides, and how much that differs. */
import type { Compared } from '../../classroom/scenarios/compare.ts';
import type { Measured } from '../../heap/index.ts';
import type { Words } from '../language/words.ts';

type FigureWords = Pick<Words, 'scenario' | 'numbers'>;

export type Figure = Exclude<keyof Measured, 'output'>;

const FIGURES = [
  'bytesUsed',
  'peakBytes',
  'bytesFromSystem',
  'objects',
  'allocations',
  'collections',
] as const satisfies readonly Figure[];

export interface Row {
  readonly figure: Figure;
  readonly label: string;
  readonly hint: string;
  readonly before: number;
  readonly after: number;
  /** Lengths of the bars, 0 to 1. */
  readonly beforeBar: number;
  readonly afterBar: number;
  readonly difference: string;
  readonly better: boolean | null;
}

export function rowsOf({ before, after }: Compared, words: FigureWords): readonly Row[] {
  return FIGURES.map((figure) => {
    const [one, other] = [before[figure], after[figure]];
    const most = Math.max(one, other, 1);
    return {
      figure,
      ...words.scenario.comparison.figures[figure],
      before: one,
      after: other,
      beforeBar: Math.max(0, one) / most,
      afterBar: Math.max(0, other) / most,
      difference: difference(one, other, words),
      better: one === other ? null : other < one,
    };
  });
}

/** `same`, `−38 %`, `+4 %`; where there was nothing before, the number itself. */
export function difference(before: number, after: number, { scenario, numbers }: FigureWords): string {
  if (before === after) return scenario.comparison.same;
  const sign = after < before ? '−' : '+';
  if (before <= 0) return `${sign}${numbers.whole(Math.abs(after - before))}`;
  const percent = (Math.abs(after - before) / before) * 100;
  // Not everything is gone as long as something is left, and what differs is never 0 %.
  const least = Math.max(0.1, Math.round(percent * 10) / 10);
  const shown = after > 0 && after < before ? Math.min(99.9, least) : least;
  return `${sign}${numbers.tenths(shown >= 1 && shown <= 99 ? Math.round(shown) : shown)} %`;
}
