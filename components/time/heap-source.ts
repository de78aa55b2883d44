/** What stands behind a picture of the heap: the machine itself and its past. */
import type { Machine } from '../../heap/index.ts';
import type { HistoryPoint, Past } from './past.ts';

export interface HeapSource {
  /** As it is at the moment of the view. */
  readonly machine: Machine;
  readonly history: readonly HistoryPoint[];
  /** The past from the beginning, or a sentence why there is none. */
  readonly openPast: () => Promise<Past | string>;
  /** Leads to a statement: in the transcript, or to its moment in a replay. */
  readonly goTo: (id: number) => void;
}

/** The point at which a statement, by the machine's number, ran. */
export function pointOfStatement(history: readonly HistoryPoint[], statement: number): HistoryPoint | null {
  let low = 0;
  let high = history.length;
  const numbers = history.filter((point) => point.statement !== null);
  high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle]?.statement ?? 0) < statement) low = middle + 1;
    else high = middle;
  }
  const found = numbers[low];
  return found?.statement === statement ? found : null;
}
