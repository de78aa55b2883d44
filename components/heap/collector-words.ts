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
