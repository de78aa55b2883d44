/** Set operations of dict views; `|` of dicts. Models Objects/dictobject.c `dictviews_*`, `all_contained_in`, `dict_or`. */
import { compareTruth, contains, EQ, GE, GT, hashOf, LE, LT, lengthOf, NE } from './abstract.ts';
import type { MethodSpec, Methods } from './define.ts';
import * as D from './dict.ts';
import { copyDict } from './dictcopy.ts';
import { updateFrom } from './dictUpdate.ts';
import { hashAt, keyAt, nextEntry, valueAt } from './dictWalk.ts';
import * as H from './header.ts';
import { type Binary, type GetSetDef, NO_NUMBERS, type NumberSlots, type TypeRecord } from './record.ts';
import type { Runtime } from './runtime.ts';
import { addToSet, discard, isSet, newSet, updateSet } from './set.ts';
import { differenceUpdate, eachItem, eachOf, intersection, makeSet } from './setOperations.ts';
import { tupleOf } from './tuple.ts';

const VIEW_DICT = 16;

function dictOf(rt: Runtime, view: number): number {
  return rt.mem.ld(view + VIEW_DICT);
}

/** The views that behave as sets: keys and items. */
function isSetView(rt: Runtime, o: number): boolean {
  const type = rt.typeOf(o);
  return type === rt.types.dictKeys || type === rt.types.dictItems;
}

function keysContains(rt: Runtime, view: number, key: number): number {
  return contains(rt, dictOf(rt, view), key);
}

/** A 2-tuple whose first is a key and whose second equals its value. */
function itemsContains(rt: Runtime, view: number, item: number): number {
  const m = rt.mem;
  if ((rt.flagsOf(item) & H.FLAG_TUPLE) === 0 || m.ld(item + H.OB_SIZE) !== 2) return 0;
  const key = m.ld(item + 24);
  const hash = hashOf(rt, key);
  if (hash === -1 && rt.failed()) return -1;
  const found = D.getItem(rt, dictOf(rt, view), key, hash);
  if (found === 0) return rt.failed() ? -1 : 0;
  rt.incref(found);
  const same = compareTruth(rt, found, m.ld(item + 32), EQ);
  rt.decref(found);
  return same;
}

/** 1, 0, -1: is each of a in b? */
function allIn(rt: Runtime, a: number, b: number): number {
  const missing = eachOf(rt, a, (item) => {
    const found = contains(rt, b, item);
    return found === 0 ? 1 : Math.min(0, found);
  });
  return missing < 0 ? -1 : 1 - missing;
}

function viewCompare(rt: Runtime, a: number, b: number, op: number): number {
  if (!isSet(rt, b) && !isSetView(rt, b)) return rt.incref(rt.notImplemented);
  const na = lengthOf(rt, a);
  const nb = lengthOf(rt, b);
  let truth = 0;
  if (op === EQ || op === NE) {
    truth = na === nb ? allIn(rt, a, b) : 0;
    if (op === NE && truth >= 0) truth = 1 - truth;
  } else if (op === LT) truth = na < nb ? allIn(rt, a, b) : 0;
  else if (op === LE) truth = na <= nb ? allIn(rt, a, b) : 0;
  else if (op === GT) truth = na > nb ? allIn(rt, b, a) : 0;
  else if (op === GE) truth = na >= nb ? allIn(rt, b, a) : 0;
  return truth < 0 ? 0 : rt.bool(truth === 1);
}

/** The keys of a plain dict are read in the dict. Models `dictviews_to_set`. */
function walkedInPlace(rt: Runtime, view: number): number {
  if (rt.typeOf(view) !== rt.types.dictKeys) return view;
  return rt.typeOf(dictOf(rt, view)) === rt.types.dict ? dictOf(rt, view) : view;
}

/** The result of changing a set of the left operand's items. */
function onSet(change: (rt: Runtime, set: number, other: number) => number): Binary {
  return (rt, a, b) => {
    const set = makeSet(rt, rt.types.set, walkedInPlace(rt, a));
    if (set === 0 || change(rt, set, b) >= 0) return set;
    rt.decref(set);
    return 0;
  };
}

/** Walks the shorter of a view and what the view meets. */
function intersect(rt: Runtime, a: number, b: number): number {
  let view = isSetView(rt, a) ? a : b;
  let other = view === a ? b : a;
  if (isSet(rt, other) && lengthOf(rt, view) <= lengthOf(rt, other))
    return inTuple(rt, view, () => intersection(rt, other, view));
  if (isSetView(rt, other) && lengthOf(rt, other) > lengthOf(rt, view)) [view, other] = [other, view];
  const result = newSet(rt, rt.types.set);
  const status = eachOf(rt, other, (item) => {
    const found = contains(rt, view, item);
    return found > 0 ? addToSet(rt, result, item) : found;
  });
  if (status >= 0) return result;
  rt.decref(result);
  return 0;
}

/** Items of the right operand leave the set or enter it; each counts once. */
function toggle(rt: Runtime, set: number, other: number): number {
  const items = isSet(rt, other) ? rt.incref(other) : makeSet(rt, rt.types.set, other);
  if (items === 0) return -1;
  const status = eachItem(rt, items, (item) => {
    const was = discard(rt, set, item);
    return was === 0 ? addToSet(rt, set, item) : Math.min(0, was);
  });
  rt.decref(items);
  return status < 0 ? -1 : 0;
}

/** Sets' methods that take any number of arguments are called with a tuple of them. */
function inTuple(rt: Runtime, argument: number, run: () => number): number {
  const tuple = tupleOf(rt, rt.incref(argument));
  const result = run();
  rt.decref(tuple);
  return result;
}

/** What only one of two views of items has. Models `dictitems_xor`. */
function itemsXor(rt: Runtime, a: number, b: number): number {
  const left = copyDict(rt, dictOf(rt, a));
  if (left === 0) return 0;
  const result = newSet(rt, rt.types.set);
  const right = dictOf(rt, b);
  for (let k = nextEntry(rt, right, 0); k >= 0; k = nextEntry(rt, right, k + 1)) {
    const key = rt.incref(keyAt(rt, right, k));
    const value = rt.incref(valueAt(rt, right, k));
    const hash = hashAt(rt, right, k);
    const other = D.getItem(rt, left, key, hash);
    let status = rt.failed() ? -1 : 0;
    if (other !== 0) {
      rt.incref(other);
      status = compareTruth(rt, other, value, EQ);
    }
    if (status > 0) status = Math.min(0, D.remove(rt, left, key, hash));
    else if (status === 0) {
      const pair = tupleOf(rt, rt.incref(key), rt.incref(value));
      status = addToSet(rt, result, pair);
      rt.decref(pair);
    }
    rt.decref(key);
    rt.xdecref(other);
    rt.decref(value);
    if (status >= 0) continue;
    rt.decref(left);
    rt.decref(result);
    return 0;
  }
  const rest = rt.callMethod(rt, left, 'items', []);
  const failed = rest === 0 || updateSet(rt, result, rest) < 0;
  rt.decref(left);
  rt.xdecref(rest);
  if (!failed) return result;
  rt.decref(result);
  return 0;
}

function bothItems(rt: Runtime, a: number, b: number): boolean {
  return rt.typeOf(a) === rt.types.dictItems && rt.typeOf(b) === rt.types.dictItems;
}

const toggled = onSet(toggle);

const VIEW_NUMBERS: NumberSlots = {
  ...NO_NUMBERS,
  subtract: onSet((rt, set, other) => inTuple(rt, other, () => differenceUpdate(rt, set, other))),
  and: intersect,
  xor: (rt, a, b) => (bothItems(rt, a, b) ? itemsXor(rt, a, b) : toggled(rt, a, b)),
  or: onSet(updateSet),
};

const SET_VIEW: Partial<TypeRecord> = { compare: viewCompare, numbers: VIEW_NUMBERS };
export const DICT_KEYS_SLOTS: Partial<TypeRecord> = { ...SET_VIEW, contains: keysContains };
export const DICT_ITEMS_SLOTS: Partial<TypeRecord> = { ...SET_VIEW, contains: itemsContains };

const isdisjoint: MethodSpec = {
  convention: 'one',
  call: (rt, self, args) => {
    const other = rt.mem.ld(args);
    if (self === other) return rt.bool(lengthOf(rt, self) === 0);
    /* the shorter one is walked, if both can be asked */
    const swap = (isSet(rt, other) || isSetView(rt, other)) && lengthOf(rt, other) > lengthOf(rt, self);
    const [walked, asked] = swap ? [self, other] : [other, self];
    const met = eachOf(rt, walked, (item) => contains(rt, asked, item));
    return met < 0 ? 0 : rt.bool(met === 0);
  },
};

export const SET_VIEW_METHODS: Methods = { isdisjoint };

/** `mapping`: a read-only proxy of the dict. */
export const VIEW_MAPPING: GetSetDef = {
  name: 'mapping',
  get: (rt, view) => {
    const proxy = rt.newCollected(rt.types.mappingProxy, 24);
    rt.mem.st(proxy + 16, rt.incref(dictOf(rt, view)));
    rt.track(proxy);
    return proxy;
  },
  set: null,
};

function isDict(rt: Runtime, o: number): boolean {
  return (rt.flagsOf(o) & H.FLAG_DICT) !== 0;
}

export const DICT_NUMBERS: NumberSlots = {
  ...NO_NUMBERS,
  or: (rt, a, b) => {
    if (!isDict(rt, a) || !isDict(rt, b)) return rt.incref(rt.notImplemented);
    const result = copyDict(rt, a);
    if (result === 0 || updateFrom(rt, result, b)) return result;
    rt.decref(result);
    return 0;
  },
};

/** `d |= x` takes whatever update() takes. */
export const DICT_INPLACE: NumberSlots = {
  ...NO_NUMBERS,
  or: (rt, a, b) => (updateFrom(rt, a, b) ? rt.incref(a) : 0),
};
