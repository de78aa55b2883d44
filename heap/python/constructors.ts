/** What calling the built-in classes does, and the remaining built-in classes (enumerate, zip, map, filter, …). */
import * as A from '../objects/abstract.ts';
import { badArgument, named, positional } from '../objects/arguments.ts';
import { argumentTuple, callValues } from '../objects/call.ts';
import { typeNew } from '../objects/class.ts';
import { updateCommon } from '../objects/containers.ts';
import * as Def from '../objects/define.ts';
import { fieldsDealloc } from '../objects/descriptors.ts';
import * as E from '../objects/errors.ts';
import { newFloat } from '../objects/float.ts';
import { newMethod } from '../objects/function.ts';
import * as H from '../objects/header.ts';
import { allocate } from '../objects/instance.ts';
import * as I from '../objects/int.ts';
import { intFromText } from '../objects/intArithmetic.ts';
import { newRange, newSequenceIterator, pairInto } from '../objects/iterators.ts';
import { needKeywordTable } from '../objects/keywordTables.ts';
import { clearList } from '../objects/list.ts';
import { parseFloatText, parseInt36 } from '../objects/numberText.ts';
import type { Call } from '../objects/record.ts';
import type { Runtime } from '../objects/runtime.ts';
import { extendFromIterable, sequenceToTuple } from '../objects/sequences.ts';
import { newSet, updateSet } from '../objects/set.ts';
import { setIteratorLeft } from '../objects/setMethods.ts';
import { newSlice } from '../objects/slice.ts';
import { isStr, textOf } from '../objects/str.ts';
import { strObject } from '../objects/strobject.ts';
import { quoted } from '../objects/text.ts';
import { newTuple, tupleItem, tupleSize } from '../objects/tuple.ts';

const K = H.KIND;
const at = (rt: Runtime, args: number, i: number): number => rt.mem.ld(args + 8 * i);

function keyword(rt: Runtime, args: number, nargs: number, kw: number, name: string): number {
  for (let i = 0; kw !== 0 && i < tupleSize(rt, kw); i++) {
    if (textOf(rt, tupleItem(rt, kw, i)) === name) return at(rt, args, nargs + i);
  }
  return 0;
}

/** An object of `type` (int or a subclass) with the value of an int object; takes the int over. */
function asIntType(rt: Runtime, type: number, value: number): number {
  if (value === 0 || type === rt.types.int) return value;
  const big = I.toBig(rt, value);
  const o = allocate(rt, type, Math.max(1, I.digitsOf(big)));
  I.storeBig(rt, o, big);
  rt.decref(value);
  return o;
}

const intNew: Call = (rt, type, args, nargs, kw) => {
  if (kw !== 0) needKeywordTable(rt, 'int', ['base']);
  const baseObject = nargs > 1 ? at(rt, args, 1) : keyword(rt, args, nargs, kw, 'base');
  if (nargs === 0) return asIntType(rt, type, I.newInt(rt, 0));
  return asIntType(rt, type, intFrom(rt, at(rt, args, 0), baseObject));
};

function intFrom(rt: Runtime, o: number, baseObject: number): number {
  if (isStr(rt, o)) {
    const base = baseObject === 0 ? 10 : A.asIndex(rt, baseObject, null);
    if (base === null) return 0;
    if (base !== 0 && (base < 2 || base > 36)) {
      return E.setError(rt, 'ValueError', 'int() base must be >= 2 and <= 36, or 0');
    }
    const read = parseInt36(textOf(rt, o), base);
    if (read !== null && read.value !== null) return intFromText(rt, read.value, read.digits, read.radix);
    if (read !== null) {
      return E.formatError(
        rt,
        'ValueError',
        'Exceeds the limit (%d digits) for integer string conversion: value has %zd digits; use sys.set_int_max_str_digits() to increase the limit',
        4300,
        read.digits,
      );
    }
    return E.formatError(
      rt,
      'ValueError',
      'invalid literal for int() with base %d: %.200R',
      base,
      quoted(textOf(rt, o)),
    );
  }
  if (baseObject !== 0)
    return E.setError(rt, 'TypeError', "int() can't convert non-string with explicit base");
  const convert = rt.recordOf(o).toInt ?? rt.recordOf(o).index;
  if (convert !== null) return convert(rt, o);
  const name = rt.tpName(rt.typeOf(o));
  return E.formatError(
    rt,
    'TypeError',
    "int() argument must be a string, a bytes-like object or a real number, not '%.200s'",
    name,
  );
}

const floatNew: Call = (rt, type, args, nargs) => {
  let value = 0;
  if (nargs > 0) {
    const o = at(rt, args, 0);
    if (isStr(rt, o)) {
      const parsed = parseFloatText(textOf(rt, o));
      if (parsed === null) {
        return E.formatError(
          rt,
          'ValueError',
          'could not convert string to float: %R',
          quoted(textOf(rt, o)),
        );
      }
      value = parsed;
    } else {
      if (rt.typeOf(o) === rt.types.float && type === rt.types.float) return rt.incref(o);
      const convert = rt.recordOf(o).toFloat;
      if (convert === null) {
        const name = rt.tpName(rt.typeOf(o));
        return E.formatError(
          rt,
          'TypeError',
          "float() argument must be a string or a real number, not '%.200s'",
          name,
        );
      }
      const made = convert(rt, o);
      if (made === 0) return 0;
      value = rt.mem.ldf(made + 16);
      rt.decref(made);
    }
  }
  if (type === rt.types.float) return newFloat(rt, value);
  const o = allocate(rt, type, 0);
  rt.mem.stf(o + 16, value);
  return o;
};

const boolNew: Call = (rt, _type, args, nargs) => {
  if (!positional(rt, 'bool', nargs, 0, 1)) return 0;
  if (nargs === 0) return rt.bool(false);
  const truth = A.isTrue(rt, at(rt, args, 0));
  return truth < 0 ? 0 : rt.bool(truth === 1);
};

const strNew: Call = (rt, type, args, nargs, kw) => {
  if (kw !== 0) {
    const given = named(rt, 'str', ['object', 'encoding', 'errors'], 0, args, nargs, kw);
    if (given === null) return 0;
    if (given[1] || given[2]) {
      return E.setError(
        rt,
        'TypeError',
        "str() with an encoding is not part of the classroom's Python; use bytes.decode()",
      );
    }
    nargs = given[0] ? 1 : 0;
  }
  if (nargs > 1) {
    const encoding = at(rt, args, 1);
    if (!isStr(rt, encoding)) {
      badArgument(rt, 'str', "argument 'encoding'", 'str', encoding);
      return 0;
    }
  }
  const made = nargs === 0 ? rt.incref(rt.emptyStr) : strObject(rt, at(rt, args, 0));
  if (made === 0 || type === rt.types.str) return made;
  const o = rt.newStrOfType(rt, type, textOf(rt, made));
  rt.decref(made);
  return o;
};

const listInit: Call = (rt, o, args, nargs, kw) => {
  if (kw !== 0) return E.setError(rt, 'TypeError', 'list() takes no keyword arguments');
  if (!positional(rt, 'list', nargs, 0, 1)) return 0;
  if (rt.mem.ld(o + 24) !== 0) clearList(rt, o);
  if (nargs === 0 || extendFromIterable(rt, o, at(rt, args, 0))) return rt.newNone();
  return 0;
};

const tupleNew: Call = (rt, type, args, nargs) => {
  if (!positional(rt, 'tuple', nargs, 0, 1)) return 0;
  const made = nargs === 0 ? newTuple(rt, 0) : sequenceToTuple(rt, at(rt, args, 0));
  if (made === 0 || type === rt.types.tuple) return made;
  const n = tupleSize(rt, made);
  const o = allocate(rt, type, n);
  for (let i = 0; i < n; i++) rt.mem.st(o + 24 + 8 * i, rt.incref(tupleItem(rt, made, i)));
  rt.decref(made);
  return o;
};

/** `tp_vectorcall` of a container: make it, then fill it. */
function straight(name: string, make: (rt: Runtime) => number, init: Call): Call {
  return (rt, _type, args, nargs, kw) => {
    if (!positional(rt, name, nargs, 0, 1)) return 0;
    const o = make(rt);
    const done = init(rt, o, args, nargs, kw);
    if (done === 0) {
      rt.decref(o);
      return 0;
    }
    rt.decref(done);
    return o;
  };
}

const dictInit: Call = (rt, o, args, nargs, kw) =>
  updateCommon(rt, o, args, nargs, kw, 'dict') ? rt.newNone() : 0;

const setInit: Call = (rt, o, args, nargs) => {
  if (!positional(rt, 'set', nargs, 0, 1)) return 0;
  return nargs === 0 || updateSet(rt, o, at(rt, args, 0)) >= 0 ? rt.newNone() : 0;
};

const frozensetNew: Call = (rt, type, args, nargs) => {
  if (!positional(rt, 'frozenset', nargs, 0, 1)) return 0;
  if (nargs === 1 && type === rt.types.frozenset && rt.typeOf(at(rt, args, 0)) === type)
    return rt.incref(at(rt, args, 0));
  const o = newSet(rt, type);
  if (nargs === 0 || updateSet(rt, o, at(rt, args, 0)) >= 0) return o;
  rt.decref(o);
  return 0;
};

const rangeNew: Call = (rt, _type, args, nargs) => {
  if (!positional(rt, 'range', nargs, 1, 3)) return 0;
  const parts: number[] = [];
  for (let i = 0; i < nargs; i++) {
    const o = at(rt, args, i);
    const index = rt.recordOf(o).index;
    if (index === null) {
      for (const part of parts) rt.decref(part);
      return E.formatError(
        rt,
        'TypeError',
        "'%.200s' object cannot be interpreted as an integer",
        rt.tpName(rt.typeOf(o)),
      );
    }
    parts.push(index(rt, o));
  }
  const [a = 0, b = 0, c = 0] = parts;
  if (nargs === 3 && I.toNumber(rt, c) === 0) {
    for (const part of parts) rt.decref(part);
    return E.setError(rt, 'ValueError', 'range() arg 3 must not be zero');
  }
  if (nargs === 1) return newRange(rt, I.newInt(rt, 0), a, I.newInt(rt, 1));
  return newRange(rt, a, b, nargs === 3 ? c : I.newInt(rt, 1));
};

const sliceNew: Call = (rt, _type, args, nargs) => {
  if (!positional(rt, 'slice', nargs, 1, 3)) return 0;
  if (nargs === 1) return newSlice(rt, rt.none, at(rt, args, 0), rt.none);
  return newSlice(rt, at(rt, args, 0), at(rt, args, 1), nargs === 3 ? at(rt, args, 2) : rt.none);
};

const enumerateNew: Call = (rt, type, args, nargs, kw) => {
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

function enumerateNext(rt: Runtime, o: number): number {
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

const zipNew: Call = (rt, type, args, nargs) => {
  const iterators = iteratorTuple(rt, args, nargs);
  if (iterators === 0) return 0;
  const result = newTuple(rt, nargs);
  for (let i = 0; i < nargs; i++) rt.mem.st(result + 24 + 8 * i, rt.newNone());
  const o = allocate(rt, type, 0);
  rt.mem.st(o + 16, nargs);
  rt.mem.st(o + 24, iterators);
  rt.mem.st(o + 32, result);
  return o;
};

function zipNext(rt: Runtime, o: number): number {
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
      return 0;
    }
    const old = m.ld(result + 24 + 8 * i);
    m.st(result + 24 + 8 * i, item);
    rt.xdecref(old);
  }
  if (reuse && !rt.isTracked(result)) rt.track(result);
  return result;
}

const mapNew: Call = (rt, type, args, nargs) => {
  if (nargs < 2) return E.setError(rt, 'TypeError', 'map() must have at least two arguments.');
  const iterators = iteratorTuple(rt, args + 8, nargs - 1);
  if (iterators === 0) return 0;
  const o = allocate(rt, type, 0);
  rt.mem.st(o + 16, iterators);
  rt.mem.st(o + 24, rt.incref(at(rt, args, 0)));
  return o;
};

function mapNext(rt: Runtime, o: number): number {
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

const filterNew: Call = (rt, type, args, nargs) => {
  if (!positional(rt, 'filter', nargs, 2, 2)) return 0;
  const it = A.iterate(rt, at(rt, args, 1));
  if (it === 0) return 0;
  const o = allocate(rt, type, 0);
  rt.mem.st(o + 16, rt.incref(at(rt, args, 0)));
  rt.mem.st(o + 24, it);
  return o;
};

function filterNext(rt: Runtime, o: number): number {
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

const reversedNew: Call = (rt, type, args, nargs) => {
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

const typeVector: Call = (rt, type, args, nargs, kw) => {
  if (type !== rt.types.type)
    return E.setError(rt, 'TypeError', "metaclasses are not part of the classroom's Python");
  if (nargs === 1 && kw === 0) return rt.incref(rt.typeOf(at(rt, args, 0)));
  if (nargs !== 3) {
    const tuple = argumentTuple(rt, args, nargs);
    E.setError(rt, 'TypeError', 'type() takes 1 or 3 arguments');
    rt.decref(tuple);
    return 0;
  }
  return typeNew(rt, at(rt, args, 0), at(rt, args, 1), at(rt, args, 2));
};

/** iter(callable, sentinel) */
export function newCallableIterator(rt: Runtime, callable: number, sentinel: number): number {
  const o = rt.newCollected(rt.callableIterator, 32);
  rt.mem.st(o + 16, rt.incref(callable));
  rt.mem.st(o + 24, rt.incref(sentinel));
  rt.track(o);
  return o;
}

function callableNext(rt: Runtime, o: number): number {
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

/** Models Objects/classobject.c `method_new`. */
const methodNew: Call = (rt, _type, args, nargs, kw) => {
  if (kw !== 0) return E.setError(rt, 'TypeError', 'method() takes no keyword arguments');
  if (!positional(rt, 'method', nargs, 2, 2)) return 0;
  const fn = at(rt, args, 0);
  if (rt.recordOf(fn).call === null) return E.setError(rt, 'TypeError', 'first argument must be callable');
  if (at(rt, args, 1) === rt.none) return E.setError(rt, 'TypeError', 'self must not be None');
  return newMethod(rt, fn, at(rt, args, 1));
};

/** Sets the constructors on the records and makes the classes that only construct iterators. */
export function installConstructors(rt: Runtime): void {
  const t = rt.types;
  const record = (type: number) => rt.recordOfType(type);
  const noInit: Call = (r) => r.newNone();
  Object.assign(record(t.int), { create: intNew, init: noInit });
  Object.assign(record(t.bool), { create: boolNew, init: noInit, vectorcall: boolNew });
  Object.assign(record(t.float), { create: floatNew, init: noInit, vectorcall: floatNew });
  Object.assign(record(t.str), { create: strNew, init: noInit });
  Object.assign(record(t.list), {
    create: (r: Runtime, type: number) => allocate(r, type, 0),
    init: listInit,
    vectorcall: straight('list', (r) => allocate(r, t.list, 0), listInit),
  });
  Object.assign(record(t.tuple), { create: tupleNew, init: noInit, vectorcall: tupleNew });
  const dictCreate = (r: Runtime, type: number): number => {
    const o = allocate(r, type, 0);
    r.mem.st(o + 32, r.emptyKeys);
    if (type === t.dict) r.untrack(o);
    return o;
  };
  Object.assign(record(t.dict), {
    create: dictCreate,
    init: dictInit,
    vectorcall: straight('dict', (r) => dictCreate(r, t.dict), dictInit),
  });
  Object.assign(record(t.method), { create: methodNew, init: noInit });
  Object.assign(record(t.set), {
    create: (r: Runtime, type: number) => newSet(r, type),
    init: setInit,
    vectorcall: straight('set', (r) => newSet(r, t.set), setInit),
  });
  Object.assign(record(t.frozenset), { create: frozensetNew, init: noInit, vectorcall: frozensetNew });
  Object.assign(record(t.range), { create: rangeNew, init: noInit, vectorcall: rangeNew });
  Object.assign(record(t.slice), { create: sliceNew, init: noInit });
  Object.assign(record(t.type), { vectorcall: typeVector });
  Object.assign(record(t.reversed), { create: reversedNew, init: noInit, vectorcall: reversedNew });
  const define = (
    name: string,
    kind: number,
    size: number,
    create: Call,
    next: (r: Runtime, o: number) => number,
    fields: number[],
    direct = true,
  ): number => {
    const type = Def.defineType(rt, 0, name, {
      kind,
      size,
      flags: H.FLAG_GC | H.FLAG_BASE,
      slots: { create, init: noInit, next, iter: (r, o) => r.incref(o), dealloc: fieldsDealloc(...fields) },
    });
    if (direct) record(type).vectorcall = (r, cls, args, nargs, kw) => create(r, cls, args, nargs, kw);
    return type;
  };
  t.enumerate = define('enumerate', K.enumerate, 56, enumerateNew, enumerateNext, [24, 32, 40]);
  t.zip = define('zip', K.zip, 48, zipNew, zipNext, [24, 32], false);
  t.map = define('map', K.map, 32, mapNew, mapNext, [16, 24]);
  t.filter = define('filter', K.filter, 32, filterNew, filterNext, [16, 24]);
  rt.callableIterator = define('callable_iterator', K.callIterator, 32, filterNew, callableNext, [16, 24]);
  record(rt.callableIterator).create = null;
  record(rt.callableIterator).vectorcall = null;
  rt.sequenceIterator = (r, o) => newSequenceIterator(r, t.callIterator, o);
  rt.iteratorHint = iteratorHint;
}

/** `__length_hint__` of the built-in iterators. */
function iteratorHint(rt: Runtime, o: number, fallback: number): number {
  const m = rt.mem;
  const t = rt.types;
  const type = rt.typeOf(o);
  if (type === t.rangeIterator) return Math.max(0, m.ldf(o + 40) - m.ldf(o + 16));
  if (type === t.listIterator || type === t.tupleIterator) {
    const sequence = m.ld(o + 24);
    return sequence === 0 ? 0 : Math.max(0, m.ld(sequence + H.OB_SIZE) - m.ld(o + 16));
  }
  if (type === t.strIterator) {
    const text = m.ld(o + 24);
    return text === 0 ? 0 : Math.max(0, m.ld(text + 16) - m.ld(o + 16));
  }
  if (type === t.reversed || type === t.listReverseIterator) return m.ld(o + 24) === 0 ? 0 : m.ld(o + 16) + 1;
  if (type === t.dictKeyIterator || type === t.dictValueIterator || type === t.dictItemIterator) {
    return m.ld(o + 16) === 0 ? 0 : m.ld(o + 48);
  }
  if (type === t.setIterator) return setIteratorLeft(rt, o);
  return fallback;
}
