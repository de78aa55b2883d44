/** Slices and the one-slice cache. Models Objects/sliceobject.c `PySlice_New`, `slice_dealloc`, `PySlice_AdjustIndices`. */
import * as L from '../memory/layout.ts';
import { asIndex } from './abstract.ts';
import { setError } from './errors.ts';
import type { Runtime } from './runtime.ts';

export const SLICE_START = 16;
export const SLICE_STOP = 24;
export const SLICE_STEP = 32;

/** Borrows all three. */
export function newSlice(rt: Runtime, start: number, stop: number, step: number): number {
  const m = rt.mem;
  let o = rt.alloc.isolated ? 0 : m.ld(L.SLICE_CACHE);
  if (o !== 0) {
    m.st(L.SLICE_CACHE, 0);
    rt.initObject(o, rt.types.slice);
  } else o = rt.newCollected(rt.types.slice, 40);
  m.st(o + SLICE_START, rt.incref(start));
  m.st(o + SLICE_STOP, rt.incref(stop));
  m.st(o + SLICE_STEP, rt.incref(step));
  rt.track(o);
  return o;
}

export function sliceDealloc(rt: Runtime, o: number): void {
  const m = rt.mem;
  if (rt.isTracked(o)) rt.untrack(o);
  rt.decref(m.ld(o + SLICE_STEP));
  rt.decref(m.ld(o + SLICE_START));
  rt.decref(m.ld(o + SLICE_STOP));
  if (m.ld(L.SLICE_CACHE) === 0 && !rt.alloc.isolated) {
    m.serials[o >> 4] = 0;
    m.st(L.SLICE_CACHE, o);
  } else rt.deleteCollected(o);
}

export interface Span {
  readonly start: number;
  readonly stop: number;
  readonly step: number;
  readonly length: number;
}

/** The indices a slice means in a sequence of n items; null = an exception is set. */
export function sliceSpan(rt: Runtime, o: number, n: number): Span | null {
  const m = rt.mem;
  const part = (at: number): number | null | undefined => {
    const value = m.ld(o + at);
    if (value === rt.none) return undefined;
    if (rt.recordOf(value).index === null) {
      setError(rt, 'TypeError', 'slice indices must be integers or None or have an __index__ method');
      return null;
    }
    return asIndex(rt, value, null);
  };
  const givenStep = part(SLICE_STEP);
  if (givenStep === null) return null;
  const step = givenStep ?? 1;
  if (step === 0) {
    setError(rt, 'ValueError', 'slice step cannot be zero');
    return null;
  }
  const start = part(SLICE_START);
  const stop = part(SLICE_STOP);
  if (start === null || stop === null) return null;
  const clip = (value: number): number => {
    if (value < 0) return Math.max(value + n, step < 0 ? -1 : 0);
    return Math.min(value, step < 0 ? n - 1 : n);
  };
  const from = start === undefined ? (step < 0 ? n - 1 : 0) : clip(start);
  const to = stop === undefined ? (step < 0 ? -1 : n) : clip(stop);
  const length =
    step < 0
      ? to < from
        ? Math.floor((from - to - 1) / -step) + 1
        : 0
      : from < to
        ? Math.floor((to - from - 1) / step) + 1
        : 0;
  return { start: from, stop: to, step, length };
}
