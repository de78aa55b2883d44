/**
 * Requests for more than any heap holds: what no computer could give raises MemoryError as in CPython, what only goes
 * beyond this heap is a limit of the classroom. Both are told before anything is made.
 */
import { LimitReached } from '../memory/limit.ts';
import { setErrorObject } from './errors.ts';
import type { Runtime } from './runtime.ts';

/** Bytes that a process can address. */
const ADDRESSABLE = 2 ** 47;

/** True if there is room; false = MemoryError is set. */
export function hasRoom(rt: Runtime, bytes: number): boolean {
  if (bytes >= ADDRESSABLE) {
    setErrorObject(rt, rt.types.exception('MemoryError'), 0);
    return false;
  }
  if (bytes > rt.alloc.system.limit) throw new LimitReached('memory');
  return true;
}
