/** How an object is called that an answer or a truth names: as it was at the reveal, else as the heap has it now. */
import type { ChallengeState } from '../../classroom/protocol/state.ts';
import { type Called, calledIn } from '../../classroom/review/objectNames.ts';
import type { HeapView } from '../../heap/index.ts';

/** `unknown`: what is said of an object that is gone and was not written down. */
export function calledOn(
  challenge: Pick<ChallengeState, 'objects' | 'truth'>,
  heap: HeapView | null,
  unknown: Called,
): Called {
  return calledIn(challenge, {
    unnamed: (serial) => {
      const object = heap?.objects.find((one) => one.serial === serial);
      if (heap === null || object === undefined) return unknown(serial);
      const { type, repr } = object;
      const twin = heap.objects.some(
        (one) => one.serial !== serial && one.type === type && one.repr === repr,
      );
      return twin ? `${type} ${repr} #${serial}` : `${type} ${repr}`;
    },
  });
}
