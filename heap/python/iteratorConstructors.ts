/** enumerate, zip, map, filter, reversed, iter(callable, sentinel). Models Objects/enumobject.c, Python/bltinmodule.c. */
import * as A from '../objects/abstract.ts';
import { invalidKeyword, positional } from '../objects/arguments.ts';
import { callValues } from '../objects/call.ts';
import * as E from '../objects/errors.ts';
import * as H from '../objects/header.ts';
import { allocate } from '../objects/instance.ts';
import * as I from '../objects/int.ts';
import { newSequenceIterator, pairInto } from '../objects/iterators.ts';
import { enterHost, LIGHT, leaveHost } from '../objects/nesting.ts';
import type { Call } from '../objects/record.ts';
import type { Runtime } from '../objects/runtime.ts';
import { setIteratorLeft } from '../objects/setMethods.ts';
import { newStr, textOf } from '../objects/str.ts';
import { newTuple, tupleItem, tupleSize } from '../objects/tuple.ts';
import { at, keyword } from './numberConstructors.ts';

export const enumerateNew: Call = (rt, type, args, nargs, kw) => {
  if (nargs + (kw === 0 ? 0 : tupleSize(rt, kw)) === 0)
    return E.setError(rt, 'TypeError', "enumerate() missing required argument 'iterable'");
  const start = nargs > 1 ? at(rt, args, 1) : keyword(rt, args, nargs, kw, 'start');
  const o = allocate(rt, type, 0);
  rt.mem.stf(o + 16, start === 0 ? 0 : I.toNumber(rt, start));
  const it = A.iterate(rt, at(rt, args, 0));
  if (it === 0) {
    rt.decref(o);
    return 0;
  }
  rt.mem.st(o + 24, it);
  rt.mem.st(o + 32, nonePair(rt));
  return o;
};

function nonePair(rt: Runtime): number {
  const pair = newTuple(rt, 2);
  rt.mem.st(pair + 24, rt.newNone());
  rt.mem.st(pair + 32, rt.newNone());
  return pair;
}

function stepEnumerate(rt: Runtime, o: number): number {
  const m = rt.mem;
  const it = m.ld(o + 24);
  const step = rt.recordOf(it).next;
  const item = step === null ? 0 : step(rt, it);
  if (item === 0) return 0;
  const index = m.ldf(o + 16);
  m.stf(o + 16, index + 1);
  const number = I.newInt(rt, index);
  return pairInto(rt, o + 32, number, item);
}

/** A tuple of iterators over the arguments; 0 = an exception is set. */
function iteratorTuple(rt: Runtime, args: number, n: number): number {
  const tuple = newTuple(rt, n);
  for (let i = 0; i < n; i++) {
    const it = A.iterate(rt, at(rt, args, i));
    if (it === 0) {
      rt.decref(tuple);
      return 0;
    }
    rt.mem.st(tuple + 24 + 8 * i, it);
  }
  return tuple;
}

/** Models `zip_new`; `strict` is read as `PyArg_ParseTupleAndKeywords` reads it. */
export const zipNew: Call = (rt, type, args, nargs, kw) => {
  let strict = 0;
  if (kw !== 0 && tupleSize(rt, kw) > 0) {
    const given = tupleSize(rt, kw);
    if (given === 1) rt.decref(newStr(rt, 'strict'));
    const value = keyword(rt, args, nargs, kw, 'strict');
    if (given > 1 || value === 0) {
      if (given > 1) {
        const format = '%.200s%s takes at most %d %sargument%s (%zd given)';
        return E.formatError(rt, 'TypeError', format, 'zip', '()', 1, 'keyword ', '', given);
      }
      return invalidKeyword(rt, textOf(rt, tupleItem(rt, kw, 0)), 'zip');
    }
    strict = A.isTrue(rt, value);
    if (strict < 0) return 0;
  }
  const iterators = iteratorTuple(rt, args, nargs);
  if (iterators === 0) return 0;
  const result = newTuple(rt, nargs);
  for (let i = 0; i < nargs; i++) rt.mem.st(result + 24 + 8 * i, rt.newNone());
  const o = allocate(rt, type, 0);
  rt.mem.st(o + 16, nargs);
  rt.mem.st(o + 24, iterators);
  rt.mem.st(o + 32, result);
  rt.mem.st(o + 40, strict);
  return o;
};

/** The `check` of `zip_next`: argument `at` was the first to end. */
function unequalLengths(rt: Runtime, o: number, at: number): number {
  if (rt.failed() && !E.swallow(rt, 'StopIteration')) return 0;
  const told = (i: number, how: string): number => {
    const plural = i === 1 ? ' ' : 's 1-';
    return E.formatError(rt, 'ValueError', `zip() argument %d is ${how} than argument%s%d`, i + 1, plural, i);
  };
  if (at > 0) return told(at, 'shorter');
  const iterators = rt.mem.ld(o + 24);
  for (let i = 1; i < rt.mem.ld(o + 16); i++) {
    const item = A.next(rt, tupleItem(rt, iterators, i));
    if (item !== 0) {
      rt.decref(item);
      return told(i, 'longer');
    }
    if (rt.failed()) return 0;
  }
  return 0;
}

function stepZip(rt: Runtime, o: number): number {
  const m = rt.mem;
  const n = m.ld(o + 16);
  if (n === 0) return 0;
  const iterators = m.ld(o + 24);
  const kept = m.ld(o + 32);
  const reuse = m.ld(kept) === 1;
  const result = reuse ? rt.incref(kept) : newTuple(rt, n);
  for (let i = 0; i < n; i++) {
    const it = tupleItem(rt, iterators, i);
    const step = rt.recordOf(it).next;
    const item = step === null ? 0 : step(rt, it);
    if (item === 0) {
      rt.decref(result);
      return m.ld(o + 40) === 0 ? 0 : unequalLengths(rt, o, i);
    }
    const old = m.ld(result + 24 + 8 * i);
    m.st(result + 24 + 8 * i, item);
    rt.xdecref(old);
  }
  if (reuse && !rt.isTracked(result)) rt.track(result);
  return result;
}

export const mapNew: Call = (rt, type, args, nargs) => {
  if (nargs < 2) return E.setError(rt, 'TypeError', 'map() must have at least two arguments.');
  const iterators = iteratorTuple(rt, args + 8, nargs - 1);
  if (iterators === 0) return 0;
  const o = allocate(rt, type, 0);
  rt.mem.st(o + 16, iterators);
  rt.mem.st(o + 24, rt.incref(at(rt, args, 0)));
  return o;
};

function stepMap(rt: Runtime, o: number): number {
  const iterators = rt.mem.ld(o + 16);
  const n = tupleSize(rt, iterators);
  const values: number[] = [];
  for (let i = 0; i < n; i++) {
    const it = tupleItem(rt, iterators, i);
    const step = rt.recordOf(it).next;
    const item = step === null ? 0 : step(rt, it);
    if (item === 0) {
      for (const value of values) rt.decref(value);
      return 0;
    }
    values.push(item);
  }
  const result = callValues(rt, rt.mem.ld(o + 24), values);
  for (const value of values) rt.decref(value);
  return result;
}

export const filterNew: Call = (rt, type, args, nargs) => {
  if (!positional(rt, 'filter', nargs, 2, 2)) return 0;
  const it = A.iterate(rt, at(rt, args, 1));
  if (it === 0) return 0;
  const o = allocate(rt, type, 0);
  rt.mem.st(o + 16, rt.incref(at(rt, args, 0)));
  rt.mem.st(o + 24, it);
  return o;
};

function stepFilter(rt: Runtime, o: number): number {
  const fn = rt.mem.ld(o + 16);
  const it = rt.mem.ld(o + 24);
  const step = rt.recordOf(it).next;
  for (;;) {
    rt.work(1);
    const item = step === null ? 0 : step(rt, it);
    if (item === 0) return 0;
    let truth: number;
    if (fn === rt.none || fn === rt.types.bool) truth = A.isTrue(rt, item);
    else {
      const result = callValues(rt, fn, [item]);
      truth = result === 0 ? -1 : A.isTrue(rt, result);
      rt.xdecref(result);
    }
    if (truth === 1) return item;
    rt.decref(item);
    if (truth < 0) return 0;
  }
}

export const reversedNew: Call = (rt, type, args, nargs) => {
  if (!positional(rt, 'reversed', nargs, 1, 1)) return 0;
  const o = at(rt, args, 0);
  const own = rt.lookupSpecialText(rt, o, '__reversed__');
  if (own !== 0) return A.callBound(rt, o, own, []);
  const record = rt.recordOf(o);
  if (record.getitem === null || record.length === null || rt.flagsOf(o) & (H.FLAG_DICT | H.FLAG_SET)) {
    return E.formatError(rt, 'TypeError', "'%.200s' object is not reversible", rt.tpName(rt.typeOf(o)));
  }
  const n = record.length(rt, o);
  if (n < 0) return 0;
  const it = newSequenceIterator(rt, rt.typeOf(o) === rt.types.list ? rt.types.listReverseIterator : type, o);
  rt.mem.st(it + 16, n - 1);
  return it;
};

/** iter(callable, sentinel) */
export function newCallableIterator(rt: Runtime, callable: number, sentinel: number): number {
  const o = rt.newCollected(rt.callableIterator, 32);
  rt.mem.st(o + 16, rt.incref(callable));
  rt.mem.st(o + 24, rt.incref(sentinel));
  rt.track(o);
  return o;
}

export function callableNext(rt: Runtime, o: number): number {
  const m = rt.mem;
  const callable = m.ld(o + 16);
  if (callable === 0) return 0;
  const value = callValues(rt, callable, []);
  if (value === 0) {
    if (E.swallow(rt, 'StopIteration')) {
      rt.clearField(o + 16);
      rt.clearField(o + 24);
    }
    return 0;
  }
  const same = A.compareTruth(rt, m.ld(o + 24), value, A.EQ);
  if (same === 0) return value;
  rt.decref(value);
  if (same > 0) {
    rt.clearField(o + 16);
    rt.clearField(o + 24);
  }
  return 0;
}

/** `__length_hint__` of the built-in iterators. */
export function iteratorHint(rt: Runtime, o: number, fallback: number): number {
  const m = rt.mem;
  const t = rt.types;
  const type = rt.typeOf(o);
  if (type === t.rangeIterator) return Math.max(0, m.ldf(o + 40) - m.ldf(o + 16));
  if (type === t.listIterator || type === t.tupleIterator || type === t.bytesIterator) {
    const sequence = m.ld(o + 24);
    return sequence === 0 ? 0 : Math.max(0, m.ld(sequence + H.OB_SIZE) - m.ld(o + 16));
  }
  if (type === t.strIterator) {
    const text = m.ld(o + 24);
    return text === 0 ? 0 : Math.max(0, m.ld(text + 16) - m.ld(o + 16));
  }
  if (type === t.reversed || type === t.listReverseIterator) return m.ld(o + 24) === 0 ? 0 : m.ld(o + 16) + 1;
  if (rt.kindOf(o) === H.KIND.dictIterator) return m.ld(o + 16) === 0 ? 0 : m.ld(o + 48);
  if (type === t.setIterator) return setIteratorLeft(rt, o);
  return fallback;
}

/** Iterators over iterators over iterators: no deeper than the host's stack bears. */
function nested(step: (rt: Runtime, o: number) => number): (rt: Runtime, o: number) => number {
  return (rt, o) => {
    if (!enterHost(rt, LIGHT)) return 0;
    const item = step(rt, o);
    leaveHost(rt, LIGHT);
    return item;
  };
}

export const enumerateNext = nested(stepEnumerate);
export const zipNext = nested(stepZip);
export const mapNext = nested(stepMap);
export const filterNext = nested(stepFilter);
