/** Slots and methods of set and frozenset, and their iterator. Models Objects/setobject.c. */

import { EQ, GE, GT, LE, LT, NE } from './abstract.ts';
import { positional } from './arguments.ts';
import type { MethodSpec, Methods } from './define.ts';
import { formatError, keyNotFound, setError, swallow } from './errors.ts';
import { frozensetHash } from './hash.ts';
import { newInt } from './int.ts';
import { type Binary, type Call, NO_NUMBERS, type NumberSlots, type TypeRecord } from './record.ts';
import { enterRepr, leaveRepr } from './reprStack.ts';
import type { Runtime } from './runtime.ts';
import * as S from './set.ts';
import * as O from './setOperations.ts';
import { reprText } from './text.ts';

const SI_SET = 16;
const SI_USED = 24;
const SI_POSITION = 32;
const SI_LENGTH = 40;

export function newSetIterator(rt: Runtime, set: number): number {
  const o = rt.newCollected(rt.types.setIterator, 48);
  const m = rt.mem;
  m.st(o + SI_SET, rt.incref(set));
  m.st(o + SI_USED, O.setSize(rt, set));
  m.st(o + SI_POSITION, 0);
  m.st(o + SI_LENGTH, O.setSize(rt, set));
  rt.track(o);
  return o;
}

function setNext(rt: Runtime, o: number): number {
  const m = rt.mem;
  const set = m.ld(o + SI_SET);
  if (set === 0) return 0;
  if (m.ld(o + SI_USED) !== O.setSize(rt, set)) {
    m.st(o + SI_USED, -1);
    return setError(rt, 'RuntimeError', 'Set changed size during iteration');
  }
  const slot = S.nextSlot(rt, set, m.ld(o + SI_POSITION));
  if (slot < 0) {
    rt.clearField(o + SI_SET);
    return 0;
  }
  m.st(o + SI_POSITION, slot + 1);
  m.st(o + SI_LENGTH, m.ld(o + SI_LENGTH) - 1);
  return rt.incref(S.keyIn(rt, set, slot));
}

function setIteratorDealloc(rt: Runtime, o: number): void {
  if (rt.isTracked(o)) rt.untrack(o);
  rt.xdecref(rt.mem.ld(o + SI_SET));
  rt.deleteCollected(o);
}

/** Items left, as the iterator estimates them. */
export function setIteratorLeft(rt: Runtime, o: number): number {
  const m = rt.mem;
  const set = m.ld(o + SI_SET);
  return set !== 0 && m.ld(o + SI_USED) === O.setSize(rt, set) ? m.ld(o + SI_LENGTH) : 0;
}

export const SET_ITERATOR_SLOTS: Partial<TypeRecord> = {
  dealloc: setIteratorDealloc,
  iter: (rt, o) => rt.incref(o),
  next: setNext,
};

export const SET_ITERATOR_METHODS: Methods = {
  __length_hint__: { convention: 'noargs', call: (rt, o) => newInt(rt, setIteratorLeft(rt, o)) },
};

function setRepr(rt: Runtime, o: number): string | null {
  const type = rt.typeOf(o);
  const name = rt.typeName(type);
  if (!enterRepr(rt, o)) return `${name}(...)`;
  const parts: string[] = [];
  let failed = false;
  for (let i = S.nextSlot(rt, o, 0); i >= 0 && !failed; i = S.nextSlot(rt, o, i + 1)) {
    const item = rt.incref(S.keyIn(rt, o, i));
    const text = reprText(rt, item);
    rt.decref(item);
    if (text === null) failed = true;
    else parts.push(text);
  }
  leaveRepr(rt, o);
  if (failed) return null;
  if (parts.length === 0) return `${name}()`;
  const body = `{${parts.join(', ')}}`;
  return type === rt.types.set ? body : `${name}(${body})`;
}

function not(truth: number): number {
  return truth < 0 ? -1 : 1 - truth;
}

function asBool(rt: Runtime, truth: number): number {
  return truth < 0 ? 0 : rt.bool(truth === 1);
}

function setCompare(rt: Runtime, a: number, b: number, op: number): number {
  if (!S.isSet(rt, a) || !S.isSet(rt, b)) return rt.incref(rt.notImplemented);
  const sizes = O.setSize(rt, a) - O.setSize(rt, b);
  if (op === EQ || op === NE) {
    const same = sizes !== 0 ? 0 : O.isSubset(rt, a, b);
    return asBool(rt, op === EQ ? same : not(same));
  }
  if (op === LE || (op === LT && sizes < 0)) return asBool(rt, O.isSubset(rt, a, b));
  if (op === GE || (op === GT && sizes > 0)) return asBool(rt, O.isSubset(rt, b, a));
  return rt.bool(false);
}

function operator(run: Binary): Binary {
  return (rt, a, b) => (S.isSet(rt, a) && S.isSet(rt, b) ? run(rt, a, b) : rt.incref(rt.notImplemented));
}

function union(rt: Runtime, a: number, b: number): number {
  const result = O.copySet(rt, a);
  if (result === 0 || a === b || S.updateSet(rt, result, b) >= 0) return result;
  rt.decref(result);
  return 0;
}

const SET_NUMBERS: NumberSlots = {
  ...NO_NUMBERS,
  or: operator(union),
  and: operator(O.intersection),
  subtract: operator(O.difference),
  xor: operator(O.symmetricDifference),
};

function inPlace(run: (rt: Runtime, a: number, b: number) => number): Binary {
  return (rt, a, b) => {
    if (!S.isSet(rt, b)) return rt.incref(rt.notImplemented);
    return run(rt, a, b) < 0 ? 0 : rt.incref(a);
  };
}

const SET_INPLACE: NumberSlots = {
  ...NO_NUMBERS,
  or: inPlace(S.updateSet),
  and: inPlace(O.intersectionUpdate),
  subtract: inPlace(O.differenceUpdate),
  xor: inPlace(O.symmetricDifferenceUpdate),
};

/**
 * A set that is asked for in a set stands for the frozenset of its items. Runs `ask` with that where the item itself
 * is refused as unhashable.
 */
function withKey(rt: Runtime, item: number, ask: (key: number) => number): number {
  const answer = ask(item);
  if (answer >= 0 || !S.isSet(rt, item) || !swallow(rt, 'TypeError')) return answer;
  const frozen = O.makeSet(rt, rt.types.frozenset, 0);
  O.swapBodies(rt, item, frozen);
  const second = ask(frozen);
  O.swapBodies(rt, item, frozen);
  rt.decref(frozen);
  return second;
}

function setCreate(rt: Runtime, type: number): number {
  return S.newSet(rt, type);
}

function noKeywords(rt: Runtime, name: string, kw: number): boolean {
  if (kw === 0) return true;
  formatError(rt, 'TypeError', '%.200s() takes no keyword arguments', name);
  return false;
}

const setInit: Call = (rt, o, args, nargs, kw) => {
  if (!noKeywords(rt, 'set', kw) || !positional(rt, 'set', nargs, 0, 1)) return 0;
  S.clearSet(rt, o);
  if (nargs === 1 && S.updateSet(rt, o, rt.mem.ld(args)) < 0) return 0;
  return rt.newNone();
};

const makeFromCall: Call = (rt, type, args, nargs, kw) => {
  if (!noKeywords(rt, 'set', kw) || !positional(rt, 'set', nargs, 0, 1)) return 0;
  return O.makeSet(rt, type, nargs === 0 ? 0 : rt.mem.ld(args));
};

/** The argument itself when it is an exact frozenset already. */
const makeFrozen: Call = (rt, type, args, nargs, kw) => {
  if (type === rt.types.frozenset && !noKeywords(rt, 'frozenset', kw)) return 0;
  if (!positional(rt, 'frozenset', nargs, 0, 1)) return 0;
  const iterable = nargs === 0 ? 0 : rt.mem.ld(args);
  if (iterable !== 0 && type === rt.types.frozenset && rt.typeOf(iterable) === type)
    return rt.incref(iterable);
  return O.makeSet(rt, type, iterable);
};

const COMMON_SLOTS: Partial<TypeRecord> = {
  dealloc: S.setDealloc,
  repr: setRepr,
  compare: setCompare,
  iter: newSetIterator,
  length: O.setSize,
  contains: (rt, o, item) => withKey(rt, item, (key) => S.setContains(rt, o, key)),
  numbers: SET_NUMBERS,
};

export const SET_SLOTS: Partial<TypeRecord> = {
  ...COMMON_SLOTS,
  hash: null,
  inplace: SET_INPLACE,
  create: setCreate,
  init: setInit,
  vectorcall: makeFromCall,
};

export const FROZENSET_SLOTS: Partial<TypeRecord> = {
  ...COMMON_SLOTS,
  hash: frozensetHash,
  create: makeFrozen,
  vectorcall: makeFrozen,
};

/** Several iterables, one after the other, on a copy. */
function onCopy(change: (rt: Runtime, set: number, other: number) => number): MethodSpec {
  return {
    convention: 'tuple',
    call: (rt, self, args, nargs) => {
      const result = O.copySet(rt, self);
      for (let i = 0; result !== 0 && i < nargs; i++) {
        const other = rt.mem.ld(args + 8 * i);
        if (other !== self && change(rt, result, other) < 0) {
          rt.decref(result);
          return 0;
        }
      }
      return result;
    },
  };
}

function chained(run: Binary): MethodSpec {
  return {
    convention: 'tuple',
    call: (rt, self, args, nargs) => {
      if (nargs === 0) return O.copySet(rt, self);
      let result = rt.incref(self);
      for (let i = 0; i < nargs; i++) {
        const step = run(rt, result, rt.mem.ld(args + 8 * i));
        rt.decref(result);
        if (step === 0) return 0;
        result = step;
      }
      return result;
    },
  };
}

function changing(change: (rt: Runtime, set: number, other: number) => number): MethodSpec {
  return {
    convention: 'tuple',
    call: (rt, self, args, nargs) => {
      for (let i = 0; i < nargs; i++) if (change(rt, self, rt.mem.ld(args + 8 * i)) < 0) return 0;
      return rt.newNone();
    },
  };
}

function asking(ask: (rt: Runtime, set: number, other: number) => number): MethodSpec {
  return { convention: 'one', call: (rt, self, args) => asBool(rt, ask(rt, self, rt.mem.ld(args))) };
}

const difference: MethodSpec = {
  convention: 'tuple',
  call: (rt, self, args, nargs) => {
    if (nargs === 0) return O.copySet(rt, self);
    const result = O.difference(rt, self, rt.mem.ld(args));
    for (let i = 1; result !== 0 && i < nargs; i++) {
      if (O.differenceUpdate(rt, result, rt.mem.ld(args + 8 * i)) < 0) {
        rt.decref(result);
        return 0;
      }
    }
    return result;
  },
};

export const FROZENSET_METHODS: Methods = {
  copy: {
    convention: 'noargs',
    call: (rt, self) => (rt.typeOf(self) === rt.types.frozenset ? rt.incref(self) : O.copySet(rt, self)),
  },
  union: onCopy(S.updateSet),
  intersection: chained(O.intersection),
  difference,
  symmetric_difference: {
    convention: 'one',
    call: (rt, self, args) => O.symmetricDifference(rt, self, rt.mem.ld(args)),
  },
  issubset: asking(O.isSubset),
  issuperset: asking(O.isSuperset),
  isdisjoint: asking(O.isDisjoint),
};

function pop(rt: Runtime, self: number): number {
  const m = rt.mem;
  if (O.setSize(rt, self) === 0) return setError(rt, 'KeyError', 'pop from an empty set');
  const from = m.ld(self + S.SET_FINGER) & m.ld(self + S.SET_MASK);
  const later = S.nextSlot(rt, self, from);
  const slot = later >= 0 ? later : S.nextSlot(rt, self, 0);
  const key = rt.incref(S.keyIn(rt, self, slot));
  S.removeSlot(rt, self, slot);
  m.st(self + S.SET_FINGER, slot + 1);
  return key;
}

const NONE_AFTER = (rt: Runtime, status: number): number => (status < 0 ? 0 : rt.newNone());

export const SET_METHODS: Methods = {
  ...FROZENSET_METHODS,
  copy: { convention: 'noargs', call: O.copySet },
  add: { convention: 'one', call: (rt, self, args) => NONE_AFTER(rt, S.addToSet(rt, self, rt.mem.ld(args))) },
  discard: {
    convention: 'one',
    call: (rt, self, args) =>
      NONE_AFTER(
        rt,
        withKey(rt, rt.mem.ld(args), (key) => S.discard(rt, self, key)),
      ),
  },
  remove: {
    convention: 'one',
    call: (rt, self, args) => {
      const key = rt.mem.ld(args);
      const was = withKey(rt, key, (k) => S.discard(rt, self, k));
      return was === 0 ? keyNotFound(rt, key) : NONE_AFTER(rt, was);
    },
  },
  pop: { convention: 'noargs', call: pop },
  clear: {
    convention: 'noargs',
    call: (rt, self) => {
      S.clearSet(rt, self);
      return rt.newNone();
    },
  },
  update: changing(S.updateSet),
  intersection_update: {
    convention: 'tuple',
    call: (rt, self, args, nargs) => {
      let result = O.copySet(rt, self);
      for (let i = 0; result !== 0 && i < nargs; i++) {
        const step = O.intersection(rt, result, rt.mem.ld(args + 8 * i));
        rt.decref(result);
        result = step;
      }
      if (result === 0) return 0;
      O.swapBodies(rt, self, result);
      rt.decref(result);
      return rt.newNone();
    },
  },
  difference_update: changing(O.differenceUpdate),
  symmetric_difference_update: {
    convention: 'one',
    call: (rt, self, args) => NONE_AFTER(rt, O.symmetricDifferenceUpdate(rt, self, rt.mem.ld(args))),
  },
};
