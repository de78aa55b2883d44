import type { CollectorView, GenerationNumber } from '../../heap/index.ts';
import type { Words } from '../language/words.ts';

/** What the counter of a generation counts, and what it takes until it exceeds its threshold. */
export type Counter =
  | { readonly kind: 'zero' | 'off' }
  | { readonly kind: 'allocations'; readonly left: number }
  /** Collections of the younger generation. */
  | { readonly kind: 'collections'; readonly younger: 0 | 1; readonly left: number }
  | { readonly kind: 'waits'; readonly pending: number; readonly needed: number };

/** The next automatic collection: how many more objects until then, and the oldest generation in it. */
export type Next =
  | { readonly kind: 'zero' | 'off' }
  | { readonly kind: 'due'; readonly left: number; readonly generation: GenerationNumber };

export function counterSentence(
  collector: CollectorView,
  generation: GenerationNumber,
  words: Words['collector'],
): string {
  return words.counter(counterOf(collector, generation));
}

export function nextSentence(collector: CollectorView, words: Words['collector']): string {
  return words.next(nextOf(collector));
}

function counterOf(collector: CollectorView, generation: GenerationNumber): Counter {
  const threshold = collector.thresholds[generation];
  const value = collector.counts[generation];
  if (collector.thresholds[0] === 0) return { kind: 'zero' };
  if (!collector.enabled) return { kind: 'off' };
  const left = Math.max(1, threshold + 1 - value);
  switch (generation) {
    case 0:
      return { kind: 'allocations', left };
    case 1:
      return { kind: 'collections', younger: 0, left };
    case 2: {
      const needed = Math.floor(collector.longLivedTotal / 4);
      return collector.longLivedPending >= needed
        ? { kind: 'collections', younger: 1, left }
        : { kind: 'waits', pending: collector.longLivedPending, needed };
    }
  }
}

/**
 * As gc_collect_generations (Modules/gcmodule.c): the oldest generation whose count exceeds its threshold is collected,
 * with the younger ones; generation 2 only when enough is new.
 */
function nextOf(collector: CollectorView): Next {
  const { counts, thresholds, enabled, longLivedPending, longLivedTotal } = collector;
  if (thresholds[0] === 0) return { kind: 'zero' };
  if (!enabled) return { kind: 'off' };
  const left = Math.max(1, thresholds[0] + 1 - counts[0]);
  const enoughNew = longLivedPending >= Math.floor(longLivedTotal / 4);
  if (counts[2] > thresholds[2] && enoughNew) return { kind: 'due', left, generation: 2 };
  return { kind: 'due', left, generation: counts[1] > thresholds[1] ? 1 : 0 };
}
