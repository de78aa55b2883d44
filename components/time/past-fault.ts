/** Why the past could not be run again, in the reader's language; what exactly went wrong stands in the console. */
import { DigestError } from '../../classroom/session.ts';
import type { Words } from '../language/words.ts';

export function pastFault(error: unknown, { notTold }: Pick<Words['time'], 'notTold'>): string {
  console.warn(error);
  return error instanceof DigestError ? notTold.otherHeap(error.seq) : notTold.fault;
}
