/**
 * How deep calls nest. CPython counts its frames and the calls of its own functions into each other down from one
 * limit (Include/internal/pycore_ceval.h `_Py_EnterRecursiveCallTstate`); the frames are counted where they are pushed,
 * the others here. The host's stack bears less than that where Python and built-in code take turns, so it has a count
 * of its own; going over it is the same error.
 */
import * as L from '../memory/layout.ts';
import { recursionError } from './errors.ts';
import type { Runtime } from './runtime.ts';

/** Of the host's stack, about 110 bytes each: three quarters of what a browser gives. */
const ROOM = 7200;
/** Beyond it, while an exception is made. */
const SPARE = 600;
/** What a built-in that calls itself takes, and a call that may lead into the evaluation loop. */
export const LIGHT = 7;
export const HEAVY = 30;

function isFull(rt: Runtime): boolean {
  return rt.hostDepth > (rt.headroom ? ROOM + SPARE : ROOM);
}

export const IN_CALL = ' while calling a Python object';

/** Counts one more, for CPython and for the host; false = a RecursionError that ends with `where` is set. */
export function enter(rt: Runtime, cost: number, where: string): boolean {
  const depth = rt.mem.ld(L.RECURSION);
  if (depth >= rt.recursionLimit || isFull(rt)) {
    recursionError(rt, where);
    return false;
  }
  rt.mem.st(L.RECURSION, depth + 1);
  rt.hostDepth += cost;
  return true;
}

export function leave(rt: Runtime, cost: number): void {
  rt.mem.st(L.RECURSION, rt.mem.ld(L.RECURSION) - 1);
  rt.hostDepth -= cost;
}

/** Counts for the host alone, what CPython does not count or counts as a frame. */
export function enterHost(rt: Runtime, cost: number, where = ''): boolean {
  if (isFull(rt)) {
    recursionError(rt, where);
    return false;
  }
  rt.hostDepth += cost;
  return true;
}

export function leaveHost(rt: Runtime, cost: number): void {
  rt.hostDepth -= cost;
}
