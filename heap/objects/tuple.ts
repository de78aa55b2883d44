/** Tuples. Models Objects/tupleobject.c `tuple_alloc`, `tupledealloc`, `_PyTuple_MaybeUntrack`. */
import * as L from '../memory/layout.ts';
import * as H from './header.ts';
import type { Runtime } from './runtime.ts';
import { trashBegin, trashEnd } from './trash.ts';

export const TUPLE_ITEMS = 24;
const SAVED_SIZES = 20;
const SAVED_EACH = 2000;

/** n items, all 0, tracked. */
export function newTuple(rt: Runtime, n: number): number {
  if (n === 0) return rt.incref(rt.emptyTuple);
  const m = rt.mem;
  let o = 0;
  if (n < SAVED_SIZES && !rt.alloc.isolated) {
    o = m.ld(L.FREE_TUPLES(n));
    if (o !== 0) {
      m.st(L.FREE_TUPLES(n), m.ld(o + TUPLE_ITEMS));
      m.st(L.FREE_TUPLES_LENGTH(n), m.ld(L.FREE_TUPLES_LENGTH(n)) - 1);
      rt.initObject(o, rt.types.tuple);
    }
  }
  if (o === 0) {
    o = rt.newCollected(rt.types.tuple, TUPLE_ITEMS + 8 * n);
    m.st(o + H.OB_SIZE, n);
  }
  m.zero(o + TUPLE_ITEMS, 8 * n);
  rt.track(o);
  return o;
}

/** Takes the references over. */
export function tupleOf(rt: Runtime, ...items: number[]): number {
  const o = newTuple(rt, items.length);
  for (let i = 0; i < items.length; i++) rt.mem.st(o + TUPLE_ITEMS + 8 * i, items[i] ?? 0);
  return o;
}

/** From n borrowed references in memory. */
export function tupleFrom(rt: Runtime, from: number, n: number): number {
  const o = newTuple(rt, n);
  const m = rt.mem;
  for (let i = 0; i < n; i++) m.st(o + TUPLE_ITEMS + 8 * i, rt.incref(m.ld(from + 8 * i)));
  return o;
}

export function tupleSize(rt: Runtime, o: number): number {
  return rt.mem.ld(o + H.OB_SIZE);
}

export function tupleItem(rt: Runtime, o: number, i: number): number {
  return rt.mem.ld(o + TUPLE_ITEMS + 8 * i);
}

export function tupleDealloc(rt: Runtime, o: number): void {
  const m = rt.mem;
  if (m.ld(o + H.GC_NEXT) !== 0) rt.untrack(o);
  if (trashBegin(rt, o)) return;
  const n = m.ld(o + H.OB_SIZE);
  for (let i = n - 1; i >= 0; i--) {
    const item = m.ld(o + TUPLE_ITEMS + 8 * i);
    if (item !== 0) rt.decref(item);
  }
  if (
    n <= SAVED_SIZES &&
    m.ld(L.FREE_TUPLES_LENGTH(n)) < SAVED_EACH &&
    rt.typeOf(o) === rt.types.tuple &&
    !rt.alloc.isolated
  ) {
    m.serials[o >> 4] = 0;
    m.st(o + TUPLE_ITEMS, m.ld(L.FREE_TUPLES(n)));
    m.st(L.FREE_TUPLES(n), o);
    m.st(L.FREE_TUPLES_LENGTH(n), m.ld(L.FREE_TUPLES_LENGTH(n)) + 1);
  } else rt.deleteCollected(o);
  trashEnd(rt);
}

/** Grows or shrinks a tuple that nobody else holds. Models `_PyTuple_Resize`. */
export function resizeTuple(rt: Runtime, o: number, n: number): number {
  const m = rt.mem;
  const old = m.ld(o + H.OB_SIZE);
  if (old === n) return o;
  if (old === 0 || n === 0) {
    rt.decref(o);
    return newTuple(rt, n);
  }
  if (m.ld(o + H.GC_NEXT) !== 0) rt.untrack(o);
  for (let i = n; i < old; i++) rt.clearField(o + TUPLE_ITEMS + 8 * i);
  const p = rt.alloc.realloc(o - 16, 16 + TUPLE_ITEMS + 8 * n) + 16;
  rt.moveSerial(o, p);
  m.st(p + H.OB_SIZE, n);
  if (n > old) m.zero(p + TUPLE_ITEMS + 8 * old, 8 * (n - old));
  rt.track(p);
  return p;
}
