/**
 * Union, intersection, difference and their kind. Models Objects/setobject.c `set_intersection`, `set_difference`,
 * `set_symmetric_difference_update`, `set_issubset`, `set_isdisjoint`: which side is walked, what is copied.
 */
import { hashOf, iterate, next } from './abstract.ts';
import { DICT_USED, find } from './dict.ts';
import { EMPTY, LOOKUP_ERROR } from './dictKeys.ts';
import { hashAt, keyAt, nextEntry } from './dictWalk.ts';
import type { Runtime } from './runtime.ts';
import {
  addEntry,
  addToSet,
  clearSet,
  discard,
  isSet,
  keyIn,
  newSet,
  nextSlot,
  resizeSet,
  SET_FILL,
  SET_HASH,
  SET_MASK,
  SET_SMALL,
  SET_TABLE,
  SET_USED,
  setContains,
  updateSet,
} from './set.ts';

export function setSize(rt: Runtime, set: number): number {
  return rt.mem.ld(set + SET_USED);
}

/** set or frozenset, for an instance of a subclass too. */
export function baseSetType(rt: Runtime, type: number): number {
  if (type === rt.types.set || type === rt.types.frozenset) return type;
  const m = rt.mem;
  let t = type;
  while (t !== rt.types.set && t !== rt.types.frozenset && t !== 0) t = m.ld(t + 72);
  return t;
}

/** A new set of that type with the items of an iterable (0 = empty); 0 with an exception. */
export function makeSet(rt: Runtime, type: number, iterable: number): number {
  const set = newSet(rt, type);
  if (iterable === 0 || updateSet(rt, set, iterable) >= 0) return set;
  rt.decref(set);
  return 0;
}

export function copySet(rt: Runtime, set: number): number {
  return makeSet(rt, baseSetType(rt, rt.typeOf(set)), set);
}

/** Calls `visit` for each item (borrowed) until it answers other than 0; that answer, or -1 with an exception. */
export function eachItem(rt: Runtime, iterable: number, visit: (item: number) => number): number {
  if (isSet(rt, iterable)) {
    for (let i = nextSlot(rt, iterable, 0); i >= 0; i = nextSlot(rt, iterable, i + 1)) {
      rt.work(1);
      const item = rt.incref(keyIn(rt, iterable, i));
      const answer = visit(item);
      rt.decref(item);
      if (answer !== 0) return answer;
    }
    return 0;
  }
  return eachOf(rt, iterable, visit);
}

/** The same with an iterator for sets too. */
export function eachOf(rt: Runtime, iterable: number, visit: (item: number) => number): number {
  const it = iterate(rt, iterable);
  if (it === 0) return -1;
  for (;;) {
    const item = next(rt, it);
    if (item === 0) {
      rt.decref(it);
      return rt.failed() ? -1 : 0;
    }
    const answer = visit(item);
    rt.decref(item);
    if (answer !== 0) {
      rt.decref(it);
      return answer;
    }
  }
}

export function intersection(rt: Runtime, set: number, other: number): number {
  if (set === other) return copySet(rt, set);
  const result = newSet(rt, baseSetType(rt, rt.typeOf(set)));
  let walked = other;
  let asked = set;
  if (isSet(rt, other) && setSize(rt, other) > setSize(rt, set)) {
    walked = set;
    asked = other;
  }
  const status = eachItem(rt, walked, (item) => {
    const found = setContains(rt, asked, item);
    return found > 0 ? addToSet(rt, result, item) : found;
  });
  if (status >= 0) return result;
  rt.decref(result);
  return 0;
}

/** Deleted entries beyond a quarter of the table are resized away. */
export function differenceUpdate(rt: Runtime, set: number, other: number): number {
  const m = rt.mem;
  if (set === other) {
    clearSet(rt, set);
    return 0;
  }
  let walked = rt.incref(other);
  if (isSet(rt, other) && setSize(rt, other) >> 3 > setSize(rt, set)) {
    rt.decref(walked);
    walked = intersection(rt, set, other);
    if (walked === 0) return -1;
  }
  const status = eachItem(rt, walked, (item) => Math.min(0, discard(rt, set, item)));
  rt.decref(walked);
  if (status < 0) return -1;
  const used = setSize(rt, set);
  if (m.ld(set + SET_FILL) - used > Math.floor(m.ld(set + SET_MASK) / 4)) {
    resizeSet(rt, set, used > 50000 ? used * 2 : used * 4);
  }
  return 0;
}

function copyAndDifference(rt: Runtime, set: number, other: number): number {
  const result = copySet(rt, set);
  if (result === 0 || differenceUpdate(rt, result, other) >= 0) return result;
  rt.decref(result);
  return 0;
}

export function difference(rt: Runtime, set: number, other: number): number {
  const isDict = rt.typeOf(other) === rt.types.dict;
  if (!isSet(rt, other) && !isDict) return copyAndDifference(rt, set, other);
  const size = isDict ? rt.mem.ld(other + DICT_USED) : setSize(rt, other);
  if (setSize(rt, set) >> 2 > size) return copyAndDifference(rt, set, other);
  const result = newSet(rt, baseSetType(rt, rt.typeOf(set)));
  const status = eachItem(rt, set, (item) => {
    const found = isDict ? inDict(rt, other, item) : setContains(rt, other, item);
    return found === 0 ? addToSet(rt, result, item) : Math.min(0, found);
  });
  if (status >= 0) return result;
  rt.decref(result);
  return 0;
}

function inDict(rt: Runtime, dict: number, item: number): number {
  const hash = hashOf(rt, item);
  if (hash === -1 && rt.failed()) return -1;
  const entry = find(rt, dict, item, hash);
  return entry === LOOKUP_ERROR ? -1 : entry === EMPTY ? 0 : 1;
}

export function symmetricDifferenceUpdate(rt: Runtime, set: number, other: number): number {
  if (set === other) {
    clearSet(rt, set);
    return 0;
  }
  const toggle = (item: number): number => {
    const was = discard(rt, set, item);
    return was === 0 ? addToSet(rt, set, item) : Math.min(0, was);
  };
  if (rt.typeOf(other) === rt.types.dict) {
    for (let k = nextEntry(rt, other, 0); k >= 0; k = nextEntry(rt, other, k + 1)) {
      const key = rt.incref(keyAt(rt, other, k));
      const was = discard(rt, set, key);
      const status = was === 0 ? addEntry(rt, set, key, hashAt(rt, other, k)) : was;
      rt.decref(key);
      if (status < 0) return -1;
    }
    return 0;
  }
  const walked = isSet(rt, other) ? rt.incref(other) : makeSet(rt, baseSetType(rt, rt.typeOf(set)), other);
  if (walked === 0) return -1;
  const status = eachItem(rt, walked, toggle);
  rt.decref(walked);
  return status < 0 ? -1 : 0;
}

export function symmetricDifference(rt: Runtime, set: number, other: number): number {
  const result = makeSet(rt, baseSetType(rt, rt.typeOf(set)), other);
  if (result === 0 || symmetricDifferenceUpdate(rt, result, set) >= 0) return result;
  rt.decref(result);
  return 0;
}

export function intersectionUpdate(rt: Runtime, set: number, other: number): number {
  const result = intersection(rt, set, other);
  if (result === 0) return -1;
  swapBodies(rt, set, result);
  rt.decref(result);
  return 0;
}

/** Exchanges the contents of two sets. */
export function swapBodies(rt: Runtime, a: number, b: number): void {
  const m = rt.mem;
  const tableA = m.ld(a + SET_TABLE);
  const tableB = m.ld(b + SET_TABLE);
  for (const at of [SET_FILL, SET_USED, SET_MASK]) {
    const kept = m.ld(a + at);
    m.st(a + at, m.ld(b + at));
    m.st(b + at, kept);
  }
  m.st(a + SET_TABLE, tableB === b + SET_SMALL ? a + SET_SMALL : tableB);
  m.st(b + SET_TABLE, tableA === a + SET_SMALL ? b + SET_SMALL : tableA);
  if (tableA === a + SET_SMALL || tableB === b + SET_SMALL) {
    for (let at = SET_SMALL; at < SET_SMALL + 128; at += 4) {
      const kept = m.ld(a + at);
      m.st(a + at, m.ld(b + at));
      m.st(b + at, kept);
    }
  }
  for (const set of [a, b]) for (const half of [0, 4]) m.st(set + SET_HASH + half, -1);
}

/** 1, 0, -1. */
export function isSubset(rt: Runtime, set: number, other: number): number {
  if (isSet(rt, other)) {
    if (setSize(rt, set) > setSize(rt, other)) return 0;
    const missing = eachItem(rt, set, (item) => {
      const found = setContains(rt, other, item);
      return found === 0 ? 1 : Math.min(0, found);
    });
    return missing < 0 ? -1 : missing === 0 ? 1 : 0;
  }
  const made = makeSet(rt, rt.types.set, other);
  if (made === 0) return -1;
  const all = isSubset(rt, set, made);
  rt.decref(made);
  return all;
}

export function isSuperset(rt: Runtime, set: number, other: number): number {
  if (isSet(rt, other)) return isSubset(rt, other, set);
  const missing = eachItem(rt, other, (item) => {
    const found = setContains(rt, set, item);
    return found === 0 ? 1 : Math.min(0, found);
  });
  return missing < 0 ? -1 : missing === 0 ? 1 : 0;
}

export function isDisjoint(rt: Runtime, set: number, other: number): number {
  if (set === other) return setSize(rt, set) === 0 ? 1 : 0;
  let walked = other;
  let asked = set;
  if (isSet(rt, other) && setSize(rt, other) > setSize(rt, set)) {
    walked = set;
    asked = other;
  }
  const found = eachItem(rt, walked, (item) => setContains(rt, asked, item));
  return found < 0 ? -1 : found > 0 ? 0 : 1;
}
