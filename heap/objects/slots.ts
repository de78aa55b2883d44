/**
 * Slots of classes that define special methods in Python, and the table that says which method fills which slot.
 * Models the `slot_tp_*` and `slot_nb_*` functions and `update_one_slot` of Objects/typeobject.c.
 */
import * as A from './abstract.ts';
import { argumentTuple, call, callPrepended, keywordDict } from './call.ts';
import { DESCR_TYPE } from './callable.ts';
import { formatError, setError, swallow } from './errors.ts';
import * as H from './header.ts';
import { subtypeDealloc } from './instance.ts';
import { hashFromInt, isInt } from './int.ts';
import type { NumberSlots, TypeRecord } from './record.ts';
import type { Runtime } from './runtime.ts';
import { isStr, textOf } from './str.ts';
import { newTuple, tupleSize } from './tuple.ts';
import { lookupText } from './typetools.ts';

function special(rt: Runtime, o: number, name: string, args: readonly number[]): number {
  const method = lookupText(rt, rt.typeOf(o), name);
  if (method === 0) return setError(rt, 'AttributeError', name);
  rt.incref(method);
  const result = A.callSpecial(rt, o, method, args);
  rt.decref(method);
  return result;
}

function textResult(rt: Runtime, result: number, name: string): string | null {
  if (result === 0) return null;
  if (!isStr(rt, result)) {
    formatError(rt, 'TypeError', `${name} returned non-string (type %.200s)`, rt.tpName(rt.typeOf(result)));
    rt.decref(result);
    return null;
  }
  const text = textOf(rt, result);
  rt.decref(result);
  return text;
}

const SMALL_STACK = 5;

/**
 * Calls with the object in front of a tuple's items, for which there is room on the C stack up to a few. Models
 * Objects/call.c `_PyObject_Call_Prepend`, `_PyStack_UnpackDict`.
 */
function callWithFirst(
  rt: Runtime,
  method: number,
  o: number,
  args: number,
  nargs: number,
  kw: number,
): number {
  const stack = nargs + 1 > SMALL_STACK ? rt.alloc.malloc(8 * (nargs + 1)) : 0;
  let result: number;
  const n = kw === 0 ? 0 : tupleSize(rt, kw);
  if (n === 0) result = callPrepended(rt, method, o, args, nargs, 0);
  else {
    const unpacked = rt.alloc.malloc(8 * (nargs + n + 2));
    const names = newTuple(rt, n);
    for (let i = 0; i < n; i++) rt.mem.st(names + 24 + 8 * i, rt.incref(rt.mem.ld(kw + 24 + 8 * i)));
    result = callPrepended(rt, method, o, args, nargs, kw);
    rt.alloc.free(unpacked);
    rt.decref(names);
  }
  if (stack !== 0) rt.alloc.free(stack);
  return result;
}

function slotInit(rt: Runtime, o: number, args: number, nargs: number, kw: number): number {
  const method = lookupText(rt, rt.typeOf(o), '__init__');
  if (method === 0) return rt.newNone();
  rt.incref(method);
  let result: number;
  if (rt.flagsOf(method) & H.FLAG_METHOD) result = callWithFirst(rt, method, o, args, nargs, kw);
  else {
    const get = rt.recordOf(method).descrGet;
    const bound = get === null ? rt.incref(method) : get(rt, method, o, rt.typeOf(o));
    if (bound === 0) result = 0;
    else {
      result = call(rt, bound, args, nargs, kw);
      rt.decref(bound);
    }
  }
  rt.decref(method);
  if (result === 0) return 0;
  if (result !== rt.none) {
    const name = rt.tpName(rt.typeOf(result));
    rt.decref(result);
    return formatError(rt, 'TypeError', "__init__() should return None, not '%.200s'", name);
  }
  return result;
}

function slotNew(rt: Runtime, type: number, args: number, nargs: number, kw: number): number {
  const method = lookupText(rt, type, '__new__');
  const get = rt.recordOf(method).descrGet;
  const fn = get === null ? rt.incref(method) : get(rt, method, 0, type);
  if (fn === 0) return 0;
  const result = callWithFirst(rt, fn, type, args, nargs, kw);
  rt.decref(fn);
  return result;
}

function slotCall(rt: Runtime, o: number, args: number, nargs: number, kw: number): number {
  const method = lookupText(rt, rt.typeOf(o), '__call__');
  rt.incref(method);
  const tuple = argumentTuple(rt, args, nargs);
  const dict = kw === 0 || tupleSize(rt, kw) === 0 ? 0 : keywordDict(rt, args, nargs, kw);
  let result: number;
  if (rt.flagsOf(method) & H.FLAG_METHOD) result = callWithFirst(rt, method, o, args, nargs, kw);
  else {
    const get = rt.recordOf(method).descrGet;
    const bound = get === null ? rt.incref(method) : get(rt, method, o, rt.typeOf(o));
    result = bound === 0 ? 0 : call(rt, bound, args, nargs, kw);
    rt.xdecref(bound);
  }
  rt.decref(method);
  rt.decref(tuple);
  rt.xdecref(dict);
  return result;
}

function slotHash(rt: Runtime, o: number): number {
  const method = lookupText(rt, rt.typeOf(o), '__hash__');
  if (method === 0 || method === rt.none) {
    formatError(rt, 'TypeError', "unhashable type: '%.200s'", rt.tpName(rt.typeOf(o)));
    return -1;
  }
  const result = A.callSpecial(rt, o, method, []);
  if (result === 0) return -1;
  if (!isInt(rt, result)) {
    rt.decref(result);
    setError(rt, 'TypeError', '__hash__ method should return an integer');
    return -1;
  }
  const hash = hashFromInt(rt, result);
  rt.decref(result);
  return hash;
}

const COMPARISONS = ['__lt__', '__le__', '__eq__', '__ne__', '__gt__', '__ge__'] as const;

function slotCompare(rt: Runtime, a: number, b: number, op: number): number {
  const method = lookupText(rt, rt.typeOf(a), COMPARISONS[op] ?? '__eq__');
  if (method === 0 || method === rt.none) return rt.incref(rt.notImplemented);
  rt.incref(method);
  const result = A.callSpecial(rt, a, method, [b]);
  rt.decref(method);
  return result;
}

function slotLength(rt: Runtime, o: number): number {
  const result = special(rt, o, '__len__', []);
  if (result === 0) return -1;
  const n = A.asIndex(rt, result, 'OverflowError');
  rt.decref(result);
  if (n === null) return -1;
  if (n < 0) {
    setError(rt, 'ValueError', '__len__() should return >= 0');
    return -1;
  }
  return n;
}

function slotTruth(rt: Runtime, o: number): number {
  if (lookupText(rt, rt.typeOf(o), '__bool__') === 0) {
    const n = slotLength(rt, o);
    return n > 0 ? 1 : n;
  }
  const result = special(rt, o, '__bool__', []);
  if (result === 0) return -1;
  const value = result === rt.true_ ? 1 : result === rt.false_ ? 0 : -1;
  if (value < 0) {
    formatError(rt, 'TypeError', '__bool__ should return bool, returned %s', rt.tpName(rt.typeOf(result)));
  }
  rt.decref(result);
  return value;
}

function slotGetattr(base: TypeRecord['getattr']): TypeRecord['getattr'] {
  return (rt, o, name) => {
    const type = rt.typeOf(o);
    const getattribute = lookupText(rt, type, '__getattribute__');
    let result: number;
    if (getattribute !== 0 && rt.typeOf(getattribute) === rt.types.function) {
      result = A.callBound(rt, o, getattribute, [name]);
    } else result = base(rt, o, name);
    if (result !== 0) return result;
    const getattr = lookupText(rt, type, '__getattr__');
    if (getattr === 0 || !swallow(rt, 'AttributeError')) return 0;
    rt.incref(getattr);
    result = A.callBound(rt, o, getattr, [name]);
    rt.decref(getattr);
    return result;
  };
}

function slotSetattr(base: TypeRecord['setattr']): TypeRecord['setattr'] {
  return (rt, o, name, value) => {
    const method = lookupText(rt, rt.typeOf(o), value === 0 ? '__delattr__' : '__setattr__');
    if (method === 0 || rt.typeOf(method) !== rt.types.function) return base(rt, o, name, value);
    const result = A.callSpecial(rt, o, method, value === 0 ? [name] : [name, value]);
    if (result === 0) return -1;
    rt.decref(result);
    return 0;
  };
}

function slotContains(rt: Runtime, o: number, item: number): number {
  const result = special(rt, o, '__contains__', [item]);
  if (result === 0) return -1;
  const truth = A.isTrue(rt, result);
  rt.decref(result);
  return truth;
}

function slotNext(rt: Runtime, o: number): number {
  return special(rt, o, '__next__', []);
}

function slotSetitem(rt: Runtime, o: number, key: number, value: number): number {
  const result =
    value === 0 ? special(rt, o, '__delitem__', [key]) : special(rt, o, '__setitem__', [key, value]);
  if (result === 0) return -1;
  rt.decref(result);
  return 0;
}

function slotDescrGet(rt: Runtime, d: number, o: number, type: number): number {
  return special(rt, d, '__get__', [o === 0 ? rt.none : o, type === 0 ? rt.none : type]);
}

function slotDescrSet(rt: Runtime, d: number, o: number, value: number): number {
  const result = value === 0 ? special(rt, d, '__delete__', [o]) : special(rt, d, '__set__', [o, value]);
  if (result === 0) return -1;
  rt.decref(result);
  return 0;
}

const OPERATORS: readonly (readonly [keyof NumberSlots, string])[] = [
  ['add', 'add'],
  ['subtract', 'sub'],
  ['multiply', 'mul'],
  ['trueDivide', 'truediv'],
  ['floorDivide', 'floordiv'],
  ['remainder', 'mod'],
  ['divmod', 'divmod'],
  ['power', 'pow'],
  ['lshift', 'lshift'],
  ['rshift', 'rshift'],
  ['and', 'and'],
  ['or', 'or'],
  ['xor', 'xor'],
  ['matmul', 'matmul'],
];

/** One function per operator, so that "same slot on both sides" is a pointer comparison as in C. */
const BINARY = new Map<string, (rt: Runtime, a: number, b: number) => number>();
for (const [, word] of OPERATORS) {
  const own = `__${word}__`;
  const reflected = `__r${word}__`;
  const slot = (rt: Runtime, a: number, b: number): number => {
    const left = lookupText(rt, rt.typeOf(a), own);
    if (left !== 0 && defined(rt, left)) {
      const result = A.callSpecial(rt, a, left, [b]);
      if (result !== rt.notImplemented) return result;
      rt.decref(result);
    }
    const right = rt.typeOf(a) === rt.typeOf(b) ? 0 : lookupText(rt, rt.typeOf(b), reflected);
    if (right !== 0 && defined(rt, right)) return A.callSpecial(rt, b, right, [a]);
    return rt.incref(rt.notImplemented);
  };
  BINARY.set(word, slot);
}

/** Is it a method made by user code (not the built-in's own)? */
function defined(rt: Runtime, attribute: number): boolean {
  const type = rt.typeOf(attribute);
  return type !== rt.types.wrapperDescriptor && type !== rt.types.methodDescriptor;
}

/** Record of a class: its base's, with the slots that special methods found along the mro take over. */
export function classRecord(rt: Runtime, type: number, base: TypeRecord): TypeRecord {
  const has = (name: string): boolean => {
    const found = lookupText(rt, type, name);
    return found !== 0 && defined(rt, found);
  };
  const record: TypeRecord = { ...base, name: rt.typeName(type), dealloc: subtypeDealloc, vectorcall: null };
  if (has('__repr__')) record.repr = (r, o) => textResult(r, special(r, o, '__repr__', []), '__repr__');
  if (has('__str__')) record.str = (r, o) => textResult(r, special(r, o, '__str__', []), '__str__');
  const hash = lookupText(rt, type, '__hash__');
  if (has('__hash__')) record.hash = slotHash;
  else if (hash !== 0 && rt.typeOf(hash) === rt.types.wrapperDescriptor)
    record.hash = rt.recordOfType(rt.mem.ld(hash + DESCR_TYPE)).hash;
  if (COMPARISONS.some(has)) record.compare = slotCompare;
  if (has('__call__')) record.call = slotCall;
  if (has('__iter__')) record.iter = (r, o) => special(r, o, '__iter__', []);
  if (has('__next__')) record.next = slotNext;
  if (has('__len__')) record.length = slotLength;
  if (has('__bool__')) record.truth = slotTruth;
  if (has('__getitem__')) record.getitem = (r, o, key) => special(r, o, '__getitem__', [key]);
  if (has('__setitem__') || has('__delitem__')) record.setitem = slotSetitem;
  if (has('__contains__')) record.contains = slotContains;
  if (has('__getattr__') || has('__getattribute__')) record.getattr = slotGetattr(record.getattr);
  if (has('__setattr__') || has('__delattr__')) record.setattr = slotSetattr(record.setattr);
  if (has('__init__')) record.init = slotInit;
  if (has('__new__') && rt.typeOf(lookupText(rt, type, '__new__')) !== rt.types.builtin)
    record.create = slotNew;
  if (has('__get__')) record.descrGet = slotDescrGet;
  if (has('__set__') || has('__delete__')) record.descrSet = slotDescrSet;
  if (has('__neg__')) record.negative = (r, o) => special(r, o, '__neg__', []);
  if (has('__pos__')) record.positive = (r, o) => special(r, o, '__pos__', []);
  if (has('__abs__')) record.absolute = (r, o) => special(r, o, '__abs__', []);
  if (has('__invert__')) record.invert = (r, o) => special(r, o, '__invert__', []);
  if (has('__int__')) record.toInt = (r, o) => special(r, o, '__int__', []);
  if (has('__float__')) record.toFloat = (r, o) => special(r, o, '__float__', []);
  if (has('__index__')) record.index = (r, o) => special(r, o, '__index__', []);
  const numbers: { -readonly [K in keyof NumberSlots]: NumberSlots[K] } = { ...base.numbers };
  const inplace: { -readonly [K in keyof NumberSlots]: NumberSlots[K] } = { ...base.inplace };
  for (const [slot, word] of OPERATORS) {
    if (has(`__${word}__`) || has(`__r${word}__`)) numbers[slot] = BINARY.get(word) ?? null;
    if (has(`__i${word}__`)) inplace[slot] = (r, a, b) => special(r, a, `__i${word}__`, [b]);
  }
  record.numbers = numbers;
  record.inplace = inplace;
  return record;
}
