/** Iterators of the built-in containers, and range. Models the iterator parts of the object files, rangeobject.c. */
import { EQ, getItem, hashOf, NE } from './abstract.ts';
import { DICT_USED } from './dict.ts';
import { keyAt, nextEntry, valueAt } from './dictWalk.ts';
import { setError, swallow } from './errors.ts';
import * as H from './header.ts';
import { digitsOf, fromBig, newBig, newInt, toBig, toNumber } from './int.ts';
import { intAdd, intSubtract } from './intArithmetic.ts';
import { LIST_ITEMS } from './list.ts';
import type { Runtime } from './runtime.ts';
import { newStr, textOf } from './str.ts';
import { newTuple } from './tuple.ts';

export const IT_INDEX = 16;
export const IT_SEQUENCE = 24;

export function newSequenceIterator(rt: Runtime, type: number, sequence: number): number {
  const o = rt.newCollected(type, 32);
  rt.mem.st(o + IT_INDEX, 0);
  rt.mem.st(o + IT_SEQUENCE, rt.incref(sequence));
  rt.track(o);
  return o;
}

export function sequenceIteratorDealloc(rt: Runtime, o: number): void {
  if (rt.isTracked(o)) rt.untrack(o);
  rt.xdecref(rt.mem.ld(o + IT_SEQUENCE));
  rt.deleteCollected(o);
}

function exhaust(rt: Runtime, o: number): number {
  rt.clearField(o + IT_SEQUENCE);
  return 0;
}

export function listNext(rt: Runtime, o: number): number {
  const m = rt.mem;
  const list = m.ld(o + IT_SEQUENCE);
  if (list === 0) return 0;
  const i = m.ld(o + IT_INDEX);
  if (i >= m.ld(list + H.OB_SIZE)) return exhaust(rt, o);
  m.st(o + IT_INDEX, i + 1);
  return rt.incref(m.ld(m.ld(list + LIST_ITEMS) + 8 * i));
}

export function tupleNext(rt: Runtime, o: number): number {
  const m = rt.mem;
  const tuple = m.ld(o + IT_SEQUENCE);
  if (tuple === 0) return 0;
  const i = m.ld(o + IT_INDEX);
  if (i >= m.ld(tuple + H.OB_SIZE)) return exhaust(rt, o);
  m.st(o + IT_INDEX, i + 1);
  return rt.incref(m.ld(tuple + 24 + 8 * i));
}

/** IT_INDEX counts UTF-16 units. */
export function strNext(rt: Runtime, o: number): number {
  const m = rt.mem;
  const text = m.ld(o + IT_SEQUENCE);
  if (text === 0) return 0;
  const i = m.ld(o + IT_INDEX);
  const c = textOf(rt, text).codePointAt(i);
  if (c === undefined) return exhaust(rt, o);
  m.st(o + IT_INDEX, i + (c > 0xffff ? 2 : 1));
  return newStr(rt, String.fromCodePoint(c));
}

/** `__getitem__` with 0, 1, 2 … until IndexError; also reversed() with `down`. */
export function sequenceNext(rt: Runtime, o: number): number {
  const m = rt.mem;
  const sequence = m.ld(o + IT_SEQUENCE);
  if (sequence === 0) return 0;
  const i = m.ld(o + IT_INDEX);
  const key = newInt(rt, i);
  const item = getItem(rt, sequence, key);
  rt.decref(key);
  if (item !== 0) {
    m.st(o + IT_INDEX, i + 1);
    return item;
  }
  if (swallow(rt, 'IndexError') || swallow(rt, 'StopIteration')) return exhaust(rt, o);
  return 0;
}

export function reversedNext(rt: Runtime, o: number): number {
  const m = rt.mem;
  const sequence = m.ld(o + IT_SEQUENCE);
  if (sequence === 0) return 0;
  const i = m.ld(o + IT_INDEX);
  if (i >= 0) {
    const key = newInt(rt, i);
    const item = getItem(rt, sequence, key);
    rt.decref(key);
    if (item !== 0) {
      m.st(o + IT_INDEX, i - 1);
      return item;
    }
    if (!swallow(rt, 'IndexError') && !swallow(rt, 'StopIteration')) return 0;
  }
  return exhaust(rt, o);
}

/* dict: used at creation, position, 2-tuple that is reused, length left */
export const DI_DICT = 16;
export const DI_USED = 24;
export const DI_POSITION = 32;
export const DI_RESULT = 40;
export const DI_LEFT = 48;

export function newDictIterator(rt: Runtime, type: number, dict: number): number {
  const o = rt.newCollected(type, 56);
  const m = rt.mem;
  m.st(o + DI_DICT, rt.incref(dict));
  m.st(o + DI_USED, m.ld(dict + DICT_USED));
  m.st(o + DI_LEFT, m.ld(dict + DICT_USED));
  m.st(o + DI_POSITION, 0);
  m.st(o + DI_RESULT, 0);
  if (type === rt.types.dictItemIterator || type === rt.types.dictReverseItems) {
    const result = newTuple(rt, 2);
    m.st(result + 24, rt.newNone());
    m.st(result + 32, rt.newNone());
    m.st(o + DI_RESULT, result);
  }
  rt.track(o);
  return o;
}

export function dictIteratorDealloc(rt: Runtime, o: number): void {
  if (rt.isTracked(o)) rt.untrack(o);
  rt.xdecref(rt.mem.ld(o + DI_DICT));
  rt.xdecref(rt.mem.ld(o + DI_RESULT));
  rt.deleteCollected(o);
}

export function dictNext(rt: Runtime, o: number): number {
  const m = rt.mem;
  const dict = m.ld(o + DI_DICT);
  if (dict === 0) return 0;
  if (m.ld(o + DI_USED) !== m.ld(dict + DICT_USED)) {
    m.st(o + DI_USED, -1);
    return setError(rt, 'RuntimeError', 'dictionary changed size during iteration');
  }
  const k = nextEntry(rt, dict, m.ld(o + DI_POSITION));
  if (k < 0) {
    rt.clearField(o + DI_DICT);
    return 0;
  }
  if (m.ld(o + DI_LEFT) === 0) {
    rt.clearField(o + DI_DICT);
    return setError(rt, 'RuntimeError', 'dictionary keys changed during iteration');
  }
  m.st(o + DI_POSITION, k + 1);
  m.st(o + DI_LEFT, m.ld(o + DI_LEFT) - 1);
  const type = rt.typeOf(o);
  if (type === rt.types.dictKeyIterator) return rt.incref(keyAt(rt, dict, k));
  if (type === rt.types.dictValueIterator) return rt.incref(valueAt(rt, dict, k));
  return pairInto(rt, o + DI_RESULT, rt.incref(keyAt(rt, dict, k)), rt.incref(valueAt(rt, dict, k)));
}

/** A 2-tuple (references taken over): the one kept at `at` when nobody else holds it, else a new one. */
export function pairInto(rt: Runtime, at: number, first: number, second: number): number {
  const m = rt.mem;
  const kept = m.ld(at);
  if (kept !== 0 && m.ld(kept) === 1) {
    rt.incref(kept);
    const oldFirst = m.ld(kept + 24);
    const oldSecond = m.ld(kept + 32);
    m.st(kept + 24, first);
    m.st(kept + 32, second);
    rt.decref(oldFirst);
    rt.decref(oldSecond);
    if (!rt.isTracked(kept)) rt.track(kept);
    return kept;
  }
  const made = newTuple(rt, 2);
  m.st(made + 24, first);
  m.st(made + 32, second);
  return made;
}

/* range: start, stop, step, length are int objects */
export const RANGE_START = 16;
export const RANGE_STOP = 24;
export const RANGE_STEP = 32;
export const RANGE_LENGTH = 40;

/** Takes the three references over. */
export function newRange(rt: Runtime, start: number, stop: number, step: number): number {
  const m = rt.mem;
  const length = rangeLength(rt, start, stop, step);
  const o = rt.newObject(rt.types.range, 48);
  m.st(o + RANGE_START, start);
  m.st(o + RANGE_STOP, stop);
  m.st(o + RANGE_STEP, step);
  m.st(o + RANGE_LENGTH, length);
  return o;
}

/** Computed with int objects, as `compute_range_length` does. */
function rangeLength(rt: Runtime, start: number, stop: number, step: number): number {
  const by = toBig(rt, step);
  const up = by > 0n;
  const low = up ? start : stop;
  const high = up ? stop : start;
  const stride = up ? rt.incref(step) : fromBig(rt, -by);
  const one = newInt(rt, 1);
  let length: number;
  if (toBig(rt, low) >= toBig(rt, high)) length = newInt(rt, 0);
  else {
    const span = intSubtract(rt, high, low);
    const last = intSubtract(rt, span, one);
    const steps = toBig(rt, last) / toBig(rt, stride);
    const whole =
      steps <= Number.MAX_SAFE_INTEGER ? newInt(rt, Number(steps)) : newBig(rt, steps, digitsOf(steps));
    length = intAdd(rt, whole, one);
    rt.decref(whole);
    rt.decref(last);
    rt.decref(span);
  }
  rt.decref(stride);
  return length;
}

/** What two equal ranges have in common: length, then start and step as far as they matter. */
function rangeKey(rt: Runtime, o: number): readonly bigint[] {
  const part = (at: number): bigint => toBig(rt, rt.mem.ld(o + at));
  const length = part(RANGE_LENGTH);
  if (length === 0n) return [length];
  return length === 1n ? [length, part(RANGE_START)] : [length, part(RANGE_START), part(RANGE_STEP)];
}

/** Models `range_equals`. */
export function rangeCompare(rt: Runtime, a: number, b: number, op: number): number {
  if ((op !== EQ && op !== NE) || rt.typeOf(a) !== rt.types.range || rt.typeOf(b) !== rt.types.range)
    return rt.incref(rt.notImplemented);
  const same = a === b || rangeKey(rt, a).join() === rangeKey(rt, b).join();
  return rt.bool(same === (op === EQ));
}

/** Hash of the tuple (length, start, step), with None for what does not matter. Models `range_hash`. */
export function rangeHash(rt: Runtime, o: number): number {
  const key = rangeKey(rt, o);
  const tuple = newTuple(rt, 3);
  for (let i = 0; i < 3; i++) {
    const value = key[i];
    rt.mem.st(tuple + 24 + 8 * i, value === undefined ? rt.newNone() : fromBig(rt, value));
  }
  const hash = hashOf(rt, tuple);
  rt.decref(tuple);
  return hash;
}

export function rangeDealloc(rt: Runtime, o: number): void {
  const m = rt.mem;
  rt.decref(m.ld(o + RANGE_START));
  rt.decref(m.ld(o + RANGE_STOP));
  rt.decref(m.ld(o + RANGE_STEP));
  rt.decref(m.ld(o + RANGE_LENGTH));
  rt.deleteObject(o);
}

/* range iterator: index, start, step, length; 64-bit numbers kept as doubles */
export function newRangeIterator(rt: Runtime, start: number, step: number, length: number): number {
  const o = rt.newObject(rt.types.rangeIterator, 48);
  const m = rt.mem;
  m.stf(o + 16, 0);
  m.stf(o + 24, start);
  m.stf(o + 32, step);
  m.stf(o + 40, length);
  return o;
}

export function rangeIterate(rt: Runtime, o: number): number {
  const m = rt.mem;
  return newRangeIterator(
    rt,
    toNumber(rt, m.ld(o + RANGE_START)),
    toNumber(rt, m.ld(o + RANGE_STEP)),
    toNumber(rt, m.ld(o + RANGE_LENGTH)),
  );
}

export function rangeNext(rt: Runtime, o: number): number {
  const m = rt.mem;
  const i = m.ldf(o + 16);
  if (i >= m.ldf(o + 40)) return 0;
  m.stf(o + 16, i + 1);
  const value = m.ldf(o + 24) + i * m.ldf(o + 32);
  const small = value | 0;
  return newInt(rt, small === value ? small : value);
}
