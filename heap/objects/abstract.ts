/** Operations on any object. Models Objects/abstract.c and Objects/object.c; each goes through the type's slots. */
import { callValues } from './call.ts';
import { formatError, swallow } from './errors.ts';
import * as H from './header.ts';
import { compactValue, isCompact, isInt, toNumber } from './int.ts';
import { enter, LIGHT, leave } from './nesting.ts';
import type { Binary, NumberSlots } from './record.ts';
import type { Runtime } from './runtime.ts';
import { STR_HASH, strEquals, strHash } from './str.ts';
import { isSubtype, lookupText } from './typetools.ts';

export const LT = 0;
export const LE = 1;
export const EQ = 2;
export const NE = 3;
export const GT = 4;
export const GE = 5;
const SWAPPED = [GT, GE, EQ, NE, LT, LE] as const;
const SYMBOLS = ['<', '<=', '==', '!=', '>', '>='] as const;

/** -1 = an exception is set. */
export function hashOf(rt: Runtime, o: number): number {
  if (rt.typeOf(o) === rt.types.str) {
    const low = strHash(rt, o);
    rt.hashHigh = rt.mem.ld(o + STR_HASH + 4);
    return low;
  }
  const hash = rt.recordOf(o).hash;
  if (hash === null) {
    formatError(rt, 'TypeError', "unhashable type: '%.200s'", rt.tpName(rt.typeOf(o)));
    return -1;
  }
  return hash(rt, o);
}

/** 1, 0, or -1 with an exception: a == b for keys that are not identical. */
export function keysEqual(rt: Runtime, a: number, b: number): number {
  const type = rt.typeOf(a);
  if (type === rt.types.str && rt.typeOf(b) === type) return strEquals(rt, a, b) ? 1 : 0;
  if (type === rt.types.int && rt.typeOf(b) === type && isCompact(rt, a) && isCompact(rt, b)) {
    return compactValue(rt, a) === compactValue(rt, b) ? 1 : 0;
  }
  return compareTruth(rt, a, b, EQ);
}

/** Models `PyObject_RichCompare`. */
export function compare(rt: Runtime, a: number, b: number, op: number): number {
  if (!enter(rt, LIGHT, ' in comparison')) return 0;
  const result = compareSlots(rt, a, b, op);
  leave(rt, LIGHT);
  return result;
}

/** Models `do_richcompare`. */
export function compareSlots(rt: Runtime, a: number, b: number, op: number): number {
  const left = rt.recordOf(a).compare;
  const right = rt.recordOf(b).compare;
  const typeA = rt.typeOf(a);
  const typeB = rt.typeOf(b);
  let swapped = false;
  if (typeA !== typeB && right !== null && isSubtype(rt, typeB, typeA)) {
    swapped = true;
    const result = right(rt, b, a, SWAPPED[op] ?? EQ);
    if (result !== rt.notImplemented) return result;
    rt.decref(result);
  }
  if (left !== null) {
    const result = left(rt, a, b, op);
    if (result !== rt.notImplemented) return result;
    rt.decref(result);
  }
  if (!swapped && right !== null) {
    const result = right(rt, b, a, SWAPPED[op] ?? EQ);
    if (result !== rt.notImplemented) return result;
    rt.decref(result);
  }
  if (op === EQ) return rt.bool(a === b);
  if (op === NE) return rt.bool(a !== b);
  const [x, y] = [rt.tpName(typeA), rt.tpName(typeB)];
  const symbol = SYMBOLS[op] ?? '';
  return formatError(
    rt,
    'TypeError',
    "'%s' not supported between instances of '%.100s' and '%.100s'",
    symbol,
    x,
    y,
  );
}

/** Identical objects are equal. Models `PyObject_RichCompareBool`. */
export function compareTruth(rt: Runtime, a: number, b: number, op: number): number {
  if (a === b) {
    if (op === EQ) return 1;
    if (op === NE) return 0;
  }
  const result = compare(rt, a, b, op);
  if (result === 0) return -1;
  const truth = isTrue(rt, result);
  rt.decref(result);
  return truth;
}

export function isTrue(rt: Runtime, o: number): number {
  if (o === rt.true_) return 1;
  if (o === rt.false_ || o === rt.none) return 0;
  const record = rt.recordOf(o);
  if (record.truth !== null) return record.truth(rt, o);
  if (record.length !== null) {
    const n = record.length(rt, o);
    return n > 0 ? 1 : n;
  }
  return 1;
}

export function lengthOf(rt: Runtime, o: number): number {
  const length = rt.recordOf(o).length;
  if (length === null) {
    formatError(rt, 'TypeError', "object of type '%.200s' has no len()", rt.tpName(rt.typeOf(o)));
    return -1;
  }
  return length(rt, o);
}

export function iterate(rt: Runtime, o: number): number {
  const record = rt.recordOf(o);
  if (record.iter === null) {
    if (record.getitem !== null && rt.flagsOf(o) & H.FLAG_HEAP) return rt.sequenceIterator(rt, o);
    const name = rt.tpName(rt.typeOf(o));
    return formatError(rt, 'TypeError', "'%.200s' object is not iterable", name);
  }
  const it = record.iter(rt, o);
  if (it !== 0 && rt.recordOf(it).next === null) {
    const name = rt.tpName(rt.typeOf(it));
    rt.decref(it);
    return formatError(rt, 'TypeError', "iter() returned non-iterator of type '%.100s'", name);
  }
  return it;
}

/** New reference; 0 = exhausted or, with an exception set, failed. StopIteration is taken for the end. */
export function next(rt: Runtime, it: number): number {
  rt.work(1);
  const step = rt.recordOf(it).next;
  if (step === null)
    return formatError(rt, 'TypeError', "'%.200s' object is not an iterator", rt.tpName(rt.typeOf(it)));
  const item = step(rt, it);
  if (item === 0 && rt.failed()) swallow(rt, 'StopIteration');
  return item;
}

export function getItem(rt: Runtime, o: number, key: number): number {
  const getitem = rt.recordOf(o).getitem;
  if (getitem !== null) return getitem(rt, o, key);
  if (rt.flagsOf(o) & H.FLAG_TYPE) return rt.classGetItem(rt, o, key);
  const name = rt.tpName(rt.typeOf(o));
  return formatError(rt, 'TypeError', "'%.200s' object is not subscriptable", name);
}

const SEQUENCES: ReadonlySet<number> = new Set([
  H.KIND.str,
  H.KIND.tuple,
  H.KIND.bytes,
  H.KIND.range,
  H.KIND.set,
  H.KIND.dictView,
  H.KIND.mappingProxy,
]);

/** Whether the type has a table of sequence slots; a class always has. */
function isSequence(rt: Runtime, o: number): boolean {
  const type = rt.typeOf(o);
  return (rt.mem.ld(type + H.TP_FLAGS) & H.FLAG_HEAP) !== 0 || SEQUENCES.has(rt.kindOf(o));
}

/** value 0 = delete. */
export function setItem(rt: Runtime, o: number, key: number, value: number): number {
  const setitem = rt.recordOf(o).setitem;
  if (setitem !== null) return setitem(rt, o, key, value);
  const name = rt.tpName(rt.typeOf(o));
  const what = value === 0 ? 'deletion' : 'assignment';
  // A sequence is asked once more, by PySequence_DelItem, which words it differently.
  const not = value === 0 && isSequence(rt, o) && rt.recordOf(key).index !== null ? "doesn't" : 'does not';
  formatError(rt, 'TypeError', `'%.200s' object ${not} support item ${what}`, name);
  return -1;
}

export function contains(rt: Runtime, container: number, item: number): number {
  const record = rt.recordOf(container);
  if (record.contains !== null) return record.contains(rt, container, item);
  if (record.iter === null && record.getitem === null) {
    const name = rt.tpName(rt.typeOf(container));
    formatError(rt, 'TypeError', "argument of type '%.200s' is not iterable", name);
    return -1;
  }
  return containsByStep(rt, container, item);
}

/** Looks at one item after the other. Models `_PySequence_IterSearch`. */
export function containsByStep(rt: Runtime, container: number, item: number): number {
  const it = iterate(rt, container);
  if (it === 0) return -1;
  for (;;) {
    const value = next(rt, it);
    if (value === 0) {
      rt.decref(it);
      return rt.failed() ? -1 : 0;
    }
    const same = compareTruth(rt, value, item, EQ);
    rt.decref(value);
    if (same !== 0) {
      rt.decref(it);
      return same;
    }
  }
}

export type Operator = keyof NumberSlots;
export const OPERATOR_SYMBOLS: Readonly<Record<Operator, string>> = {
  add: '+',
  subtract: '-',
  multiply: '*',
  trueDivide: '/',
  floorDivide: '//',
  remainder: '%',
  divmod: 'divmod()',
  power: '** or pow()',
  lshift: '<<',
  rshift: '>>',
  and: '&',
  or: '|',
  xor: '^',
  matmul: '@',
};

/** Result, or NotImplemented (new reference), or 0. Models `binary_op1`. */
function binarySlots(rt: Runtime, a: number, b: number, op: Operator): number {
  const left: Binary | null = rt.recordOf(a).numbers[op];
  let right: Binary | null = null;
  const typeA = rt.typeOf(a);
  const typeB = rt.typeOf(b);
  if (typeA !== typeB) {
    right = rt.recordOf(b).numbers[op];
    if (right === left) right = null;
  }
  if (left !== null) {
    if (right !== null && isSubtype(rt, typeB, typeA)) {
      const result = right(rt, a, b);
      if (result !== rt.notImplemented) return result;
      rt.decref(result);
      right = null;
    }
    const result = left(rt, a, b);
    if (result !== rt.notImplemented) return result;
    rt.decref(result);
  }
  if (right !== null) return right(rt, a, b);
  return rt.incref(rt.notImplemented);
}

function unsupported(rt: Runtime, a: number, b: number, symbol: string): number {
  const [x, y] = [rt.tpName(rt.typeOf(a)), rt.tpName(rt.typeOf(b))];
  return formatError(
    rt,
    'TypeError',
    "unsupported operand type(s) for %.100s: '%.100s' and '%.100s'",
    symbol,
    x,
    y,
  );
}

export function binary(rt: Runtime, a: number, b: number, op: Operator): number {
  const result = binarySlots(rt, a, b, op);
  if (result !== rt.notImplemented) return result;
  rt.decref(result);
  if (op === 'add') {
    const concat = rt.recordOf(a).concat;
    if (concat !== null) return concat(rt, a, b);
  } else if (op === 'multiply') {
    const repeat = rt.recordOf(a).repeat;
    if (repeat !== null) return repeatBy(rt, a, b, repeat);
    const other = rt.recordOf(b).repeat;
    if (other !== null) return repeatBy(rt, b, a, other);
  }
  return unsupported(rt, a, b, OPERATOR_SYMBOLS[op]);
}

function repeatBy(rt: Runtime, sequence: number, count: number, repeat: Binary): number {
  const n = asIndex(rt, count, 'OverflowError');
  if (n === null) {
    if (!swallow(rt, 'TypeError')) return 0;
    const name = rt.tpName(rt.typeOf(count));
    return formatError(rt, 'TypeError', "can't multiply sequence by non-int of type '%.200s'", name);
  }
  return repeat(rt, sequence, n);
}

export function inplace(rt: Runtime, a: number, b: number, op: Operator): number {
  const record = rt.recordOf(a);
  const slot = record.inplace[op];
  if (slot !== null) {
    const result = slot(rt, a, b);
    if (result !== rt.notImplemented) return result;
    rt.decref(result);
  }
  const result = binarySlots(rt, a, b, op);
  if (result !== rt.notImplemented) return result;
  rt.decref(result);
  if (op === 'add') {
    const concat = record.inplaceConcat ?? record.concat;
    if (concat !== null) return concat(rt, a, b);
  } else if (op === 'multiply') {
    const repeat = record.inplaceRepeat ?? record.repeat;
    if (repeat !== null) return repeatBy(rt, a, b, repeat);
    const other = rt.recordOf(b).repeat;
    if (other !== null) return repeatBy(rt, b, a, other);
  }
  const symbol = op === 'power' ? '**=' : `${OPERATOR_SYMBOLS[op]}=`;
  return unsupported(rt, a, b, symbol);
}

/** Value of an int-like object clipped to ±2^53; null = an exception is set. Models `PyNumber_AsSsize_t`. */
export function asIndex(
  rt: Runtime,
  o: number,
  overflow: 'IndexError' | 'OverflowError' | null,
): number | null {
  if (isInt(rt, o)) {
    const v = toNumber(rt, o);
    if (overflow !== null && (v > 9223372036854775000 || v < -9223372036854775000)) {
      formatError(rt, overflow, "cannot fit '%.200s' into an index-sized integer", rt.tpName(rt.typeOf(o)));
      return null;
    }
    return Math.min(Math.max(v, -9007199254740991), 9007199254740991);
  }
  const index = rt.recordOf(o).index;
  if (index === null) {
    const name = rt.tpName(rt.typeOf(o));
    formatError(rt, 'TypeError', "'%.200s' object cannot be interpreted as an integer", name);
    return null;
  }
  const value = index(rt, o);
  if (value === 0) return null;
  const v = toNumber(rt, value);
  rt.decref(value);
  return Math.min(Math.max(v, -9007199254740991), 9007199254740991);
}

/** Calls a method found on the class; new reference or 0, null = the class has none. */
export function callSpecial(rt: Runtime, o: number, method: number, args: readonly number[]): number {
  if (rt.flagsOf(method) & H.FLAG_METHOD) return callValues(rt, method, [o, ...args]);
  const get = rt.recordOf(method).descrGet;
  if (get === null) return callValues(rt, method, args);
  const bound = get(rt, method, o, rt.typeOf(o));
  if (bound === 0) return 0;
  const result = callValues(rt, bound, args);
  rt.decref(bound);
  return result;
}

/** Bound special method of the type, new reference; 0 = there is none. Models `_PyObject_LookupSpecial`. */
export function boundSpecial(rt: Runtime, o: number, name: string): number {
  const method = lookupText(rt, rt.typeOf(o), name);
  if (method === 0) return 0;
  const get = rt.recordOf(method).descrGet;
  return get === null ? rt.incref(method) : get(rt, method, o, rt.typeOf(o));
}

/** Calls a special method that is bound first. New reference or 0. */
export function callBound(rt: Runtime, o: number, method: number, args: readonly number[]): number {
  const get = rt.recordOf(method).descrGet;
  const bound = get === null ? rt.incref(method) : get(rt, method, o, rt.typeOf(o));
  if (bound === 0) return 0;
  const result = callValues(rt, bound, args);
  rt.decref(bound);
  return result;
}

/** Estimate as `PyObject_LengthHint`: length, `__length_hint__`, or the default; -1 = error. */
export function lengthHint(rt: Runtime, o: number, fallback: number): number {
  const record = rt.recordOf(o);
  if (record.length !== null) {
    const n = record.length(rt, o);
    if (n >= 0) return n;
    if (!swallow(rt, 'TypeError')) return -1;
  }
  const method = boundSpecial(rt, o, '__length_hint__');
  if (method === 0) return rt.failed() ? -1 : fallback;
  const result = callValues(rt, method, []);
  rt.decref(method);
  if (result === 0) return swallow(rt, 'TypeError') ? fallback : -1;
  if (result === rt.notImplemented) {
    rt.decref(result);
    return fallback;
  }
  if (!isInt(rt, result)) {
    const name = rt.tpName(rt.typeOf(result));
    rt.decref(result);
    formatError(rt, 'TypeError', '__length_hint__ must be an integer, not %.100s', name);
    return -1;
  }
  const hint = toNumber(rt, result);
  rt.decref(result);
  if (hint >= 0) return hint;
  formatError(rt, 'ValueError', '__length_hint__() should return >= 0');
  return -1;
}
