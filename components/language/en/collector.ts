import type { Counter, Next } from '../../heap/collector-words.ts';
import { numbers } from './numbers.ts';

const { whole, count } = numbers;

/** The three generations, each on its way to its next collection. */
export const collector = {
  /** What the counter of a generation counts, and what happens when it exceeds its threshold. */
  counter(it: Counter): string {
    switch (it.kind) {
      case 'zero':
        return 'Threshold 0 is zero: nothing is collected automatically.';
      case 'off':
        return 'Automatic collection is switched off.';
      case 'allocations':
        return `Allocations minus deallocations. Collected when ${count(it.left, 'more object is', 'more objects are')} allocated.`;
      case 'collections':
        return `Collections of generation ${it.younger} since the last of generation ${it.younger + 1}. Collected after ${whole(it.left)} more.`;
      case 'waits':
        return `Waits until a quarter is new as well: ${whole(it.pending)} pending, ${whole(it.needed)} needed.`;
    }
  },
  /** What the next automatic collection will be. */
  next(it: Next): string {
    switch (it.kind) {
      case 'zero':
        return 'Nothing will be collected by itself: threshold 0 is zero.';
      case 'off':
        return 'Nothing will be collected by itself: the collector is disabled.';
      case 'due': {
        const when = `The next collection comes when ${count(it.left, 'more object is', 'more objects are')} allocated than freed`;
        if (it.generation === 2) return `${when}, and it will be a full one: generation 2 is due.`;
        return it.generation === 1
          ? `${when}. Generation 1 is due and is collected with generation 0.`
          : `${when}. It will be one of generation 0 alone.`;
      }
    }
  },
  disabled: 'gc.disable(): no automatic collection',
  generation: (n: number) => `Generation ${n}`,
  objects: (n: number) => count(n, 'object', 'objects'),
  collect: (n: number) => `Collect ${n}`,
  countOf: (n: number) => `Count of generation ${n}`,
  of: (threshold: number) => `of ${whole(threshold)}`,
  /** Follows the sentence of the counter. */
  soFar: (collections: number, freed: number) =>
    `So far ${count(collections, 'collection', 'collections')}, ${whole(freed)} freed.`,
  frozen: (n: number) => `${count(n, 'object', 'objects')} frozen in the permanent generation.`,
};
