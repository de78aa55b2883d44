import type { CollectorView, GenerationNumber } from '../../heap/index.ts';
import { count, grouped } from './words.ts';

/** What the counter of a generation counts, and what happens when it exceeds its threshold: one sentence each. */
export function counterSentence(collector: CollectorView, generation: GenerationNumber): string {
  const threshold = collector.thresholds[generation];
  const value = collector.counts[generation];
  if (collector.thresholds[0] === 0) return 'Threshold 0 is zero: nothing is collected automatically.';
  if (!collector.enabled) return 'Automatic collection is switched off.';
  const left = Math.max(1, threshold + 1 - value);
  switch (generation) {
    case 0:
      return `Allocations minus deallocations. Collected when ${count(left, 'more object')} ${left === 1 ? 'is' : 'are'} allocated.`;
    case 1:
      return `Collections of generation 0 since the last of generation 1. Collected after ${grouped(left)} more.`;
    case 2:
      return collector.longLivedPending >= Math.floor(collector.longLivedTotal / 4)
        ? `Collections of generation 1 since the last of generation 2. Collected after ${grouped(left)} more.`
        : `Waits until a quarter is new as well: ${grouped(collector.longLivedPending)} pending, ${grouped(Math.floor(collector.longLivedTotal / 4))} needed.`;
  }
}

/**
 * What the next automatic collection will be, in a sentence. As gc_collect_generations (Modules/gcmodule.c): the
 * oldest generation whose count exceeds its threshold is collected, with the younger ones; generation 2 only when
 * enough is new.
 */
export function nextSentence(collector: CollectorView): string {
  const { counts, thresholds, enabled, longLivedPending, longLivedTotal } = collector;
  if (thresholds[0] === 0) return 'Nothing will be collected by itself: threshold 0 is zero.';
  if (!enabled) return 'Nothing will be collected by itself: the collector is disabled.';
  const left = Math.max(1, thresholds[0] + 1 - counts[0]);
  const when = `The next collection comes when ${count(left, 'more object')} ${left === 1 ? 'is' : 'are'} allocated than freed`;
  const enoughNew = longLivedPending >= Math.floor(longLivedTotal / 4);
  if (counts[2] > thresholds[2] && enoughNew)
    return `${when}, and it will be a full one: generation 2 is due.`;
  if (counts[1] > thresholds[1]) return `${when}. Generation 1 is due and is collected with generation 0.`;
  return `${when}. It will be one of generation 0 alone.`;
}
