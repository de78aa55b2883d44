/**
 * Weak references. Each referent heads a doubly linked list of them, the shared one without callback first.
 * Models Objects/weakrefobject.c `PyWeakref_NewRef`, `clear_weakref`, `PyObject_ClearWeakRefs`.
 */
import { callValues } from './call.ts';
import { fetchError, restoreError } from './errors.ts';
import * as H from './header.ts';
import type { Runtime } from './runtime.ts';
import { newTuple } from './tuple.ts';
import { reportIgnored } from './unraisable.ts';

export const WR_OBJECT = 16;
export const WR_CALLBACK = 24;
export const WR_HASH = 32;
export const WR_PREV = 40;
export const WR_NEXT = 48;
export const WR_BYTES = 64;

/** Offset of the list head in objects of a type, 0 = cannot be referenced weakly. */
export function weaklistOffset(rt: Runtime, type: number): number {
  return rt.mem.ld(type + H.TP_WEAKLISTOFFSET);
}

/** New reference to a weak reference; callback 0 = none. The caller has checked that the object can have one. */
export function newWeakref(rt: Runtime, type: number, object: number, callback: number): number {
  const m = rt.mem;
  const head = object + weaklistOffset(rt, rt.typeOf(object));
  if (callback === 0 && type === rt.types.weakref) {
    const first = m.ld(head);
    if (first !== 0 && m.ld(first + WR_CALLBACK) === 0 && rt.typeOf(first) === type) return rt.incref(first);
  }
  const o = rt.newCollected(type, WR_BYTES);
  m.st(o + WR_OBJECT, object);
  m.st(o + WR_CALLBACK, callback === 0 ? 0 : rt.incref(callback));
  m.st(o + WR_HASH, -1);
  m.st(o + WR_PREV, 0);
  m.st(o + WR_NEXT, 0);
  rt.track(o);
  const first = m.ld(head);
  const shared = first !== 0 && m.ld(first + WR_CALLBACK) === 0 ? first : 0;
  if (callback === 0 || shared === 0) {
    m.st(o + WR_NEXT, first);
    if (first !== 0) m.st(first + WR_PREV, o);
    m.st(head, o);
  } else {
    const next = m.ld(shared + WR_NEXT);
    m.st(o + WR_PREV, shared);
    m.st(o + WR_NEXT, next);
    if (next !== 0) m.st(next + WR_PREV, o);
    m.st(shared + WR_NEXT, o);
  }
  return o;
}

/** Takes the weak reference out of its referent's list; the callback stays. */
export function detachWeakref(rt: Runtime, o: number): void {
  const m = rt.mem;
  const object = m.ld(o + WR_OBJECT);
  if (object === 0) return;
  const head = object + weaklistOffset(rt, rt.typeOf(object));
  const prev = m.ld(o + WR_PREV);
  const next = m.ld(o + WR_NEXT);
  if (m.ld(head) === o) m.st(head, next);
  if (prev !== 0) m.st(prev + WR_NEXT, next);
  if (next !== 0) m.st(next + WR_PREV, prev);
  m.st(o + WR_PREV, 0);
  m.st(o + WR_NEXT, 0);
  m.st(o + WR_OBJECT, 0);
}

export function clearWeakref(rt: Runtime, o: number): void {
  detachWeakref(rt, o);
  rt.clearField(o + WR_CALLBACK);
}

export function weakrefDealloc(rt: Runtime, o: number): void {
  if (rt.isTracked(o)) rt.untrack(o);
  clearWeakref(rt, o);
  rt.deleteCollected(o);
}

/** Calls a callback with its weak reference; what it raises is reported and dropped. */
export function handleCallback(rt: Runtime, o: number, callback: number): void {
  const result = callValues(rt, callback, [o]);
  if (result === 0) reportIgnored(rt, callback);
  else rt.decref(result);
}

/** The referent is about to die. Models `PyObject_ClearWeakRefs`. */
export function clearWeakrefs(rt: Runtime, object: number, offset: number): void {
  const m = rt.mem;
  const head = object + offset;
  /* at most a shared reference and a shared proxy */
  while (m.ld(head) !== 0 && m.ld(m.ld(head) + WR_CALLBACK) === 0) detachWeakref(rt, m.ld(head));
  if (m.ld(head) === 0) return;
  const error = fetchError(rt);
  let count = 0;
  for (let o = m.ld(head); o !== 0; o = m.ld(o + WR_NEXT)) count++;
  if (count === 1) {
    const o = m.ld(head);
    const callback = m.ld(o + WR_CALLBACK);
    m.st(o + WR_CALLBACK, 0);
    detachWeakref(rt, o);
    if (m.ld(o) > 0) handleCallback(rt, o, callback);
    rt.decref(callback);
  } else {
    const pairs = newTuple(rt, 2 * count);
    for (let i = 0; i < count; i++) {
      const o = m.ld(head);
      const callback = m.ld(o + WR_CALLBACK);
      m.st(o + WR_CALLBACK, 0);
      detachWeakref(rt, o);
      if (m.ld(o) > 0) {
        m.st(pairs + 24 + 16 * i, rt.incref(o));
        m.st(pairs + 32 + 16 * i, callback);
      } else rt.decref(callback);
    }
    for (let i = 0; i < count; i++) {
      const o = m.ld(pairs + 24 + 16 * i);
      if (o !== 0) handleCallback(rt, o, m.ld(pairs + 32 + 16 * i));
    }
    rt.decref(pairs);
  }
  restoreError(rt, error.type, error.value, error.traceback);
}
