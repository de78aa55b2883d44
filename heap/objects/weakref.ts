/**
 * Weak references. Each referent heads a doubly linked list of them, the shared one without callback first.
 * Models Objects/weakrefobject.c `PyWeakref_NewRef`, `clear_weakref`, `PyObject_ClearWeakRefs`.
 */

import { compare, EQ, hashOf, NE } from './abstract.ts';
import { callValues } from './call.ts';
import { fetchError, restoreError, setError } from './errors.ts';
import { setHash } from './hash64.ts';
import * as H from './header.ts';
import { allocate } from './instance.ts';
import type { Runtime } from './runtime.ts';
import { newTuple } from './tuple.ts';
import { isSubtype } from './typetools.ts';
import { reportIgnored } from './unraisable.ts';

export const WR_OBJECT = 16;
export const WR_CALLBACK = 24;
export const WR_HASH = 32;
export const WR_PREV = 40;
export const WR_NEXT = 48;

/** Offset of the list head in objects of a type, 0 = cannot be referenced weakly. */
export function weaklistOffset(rt: Runtime, type: number): number {
  return rt.mem.ld(type + H.TP_WEAKLISTOFFSET);
}

/** The shared reference and the shared proxy at the head of a list, 0 = none. Models `get_basic_refs`. */
function sharedOnes(rt: Runtime, head: number): { reference: number; proxy: number } {
  const m = rt.mem;
  let reference = 0;
  let proxy = 0;
  let o = m.ld(head);
  if (o !== 0 && m.ld(o + WR_CALLBACK) === 0) {
    if (rt.typeOf(o) === rt.types.weakref) {
      reference = o;
      o = m.ld(o + WR_NEXT);
    }
    if (o !== 0 && m.ld(o + WR_CALLBACK) === 0) {
      const type = rt.typeOf(o);
      if (type === rt.types.proxy || type === rt.types.callableProxy) proxy = o;
    }
  }
  return { reference, proxy };
}

/** New reference to a weak reference or proxy; callback 0 = none. The caller has checked that the object can have one. */
export function newWeakref(rt: Runtime, type: number, object: number, callback: number): number {
  const m = rt.mem;
  const isProxy = type === rt.types.proxy || type === rt.types.callableProxy;
  const head = object + weaklistOffset(rt, rt.typeOf(object));
  const before = sharedOnes(rt, head);
  const known = isProxy ? before.proxy : type === rt.types.weakref ? before.reference : 0;
  if (callback === 0 && known !== 0) return rt.incref(known);
  const o = allocate(rt, type, 0);
  m.st(o + WR_OBJECT, object);
  m.st(o + WR_CALLBACK, callback === 0 ? 0 : rt.incref(callback));
  m.st(o + WR_HASH, -1);
  m.st(o + WR_HASH + 4, -1);
  /* a collection may have taken the shared ones meanwhile */
  const { reference, proxy } = sharedOnes(rt, head);
  let after = proxy === 0 ? reference : proxy;
  if (callback === 0 && isProxy) after = reference;
  else if (callback === 0 && type === rt.types.weakref) after = 0;
  const next = m.ld(after === 0 ? head : after + WR_NEXT);
  m.st(o + WR_PREV, after);
  m.st(o + WR_NEXT, next);
  if (next !== 0) m.st(next + WR_PREV, o);
  m.st(after === 0 ? head : after + WR_NEXT, o);
  return o;
}

/** Two references are equal as long as their objects are; dead ones only to themselves. */
export function weakrefCompare(rt: Runtime, a: number, b: number, op: number): number {
  const isReference = (o: number): boolean => isSubtype(rt, rt.typeOf(o), rt.types.weakref);
  if ((op !== EQ && op !== NE) || !isReference(a) || !isReference(b)) return rt.incref(rt.notImplemented);
  const x = rt.mem.ld(a + WR_OBJECT);
  const y = rt.mem.ld(b + WR_OBJECT);
  if (x === 0 || y === 0) return rt.bool((a === b) === (op === EQ));
  rt.incref(x);
  rt.incref(y);
  const result = compare(rt, x, y, op);
  rt.decref(x);
  rt.decref(y);
  return result;
}

/** The object's hash, remembered beyond its death. */
export function weakrefHash(rt: Runtime, o: number): number {
  const known = rt.mem.ld(o + WR_HASH);
  const knownHigh = rt.mem.ld(o + WR_HASH + 4);
  if (known !== -1 || knownHigh !== -1) return setHash(rt, known, knownHigh);
  const object = rt.mem.ld(o + WR_OBJECT);
  if (object === 0) {
    setError(rt, 'TypeError', 'weak object has gone away');
    return -1;
  }
  rt.incref(object);
  const hash = hashOf(rt, object);
  const high = rt.hashHigh;
  rt.decref(object);
  if (hash === -1 && rt.failed()) return -1;
  rt.mem.st(o + WR_HASH, hash);
  rt.mem.st(o + WR_HASH + 4, high);
  return setHash(rt, hash, high);
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
  if (rt.silent) return;
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
