/** What calling the built-in classes does, and the remaining built-in classes (enumerate, zip, map, filter, …). */

import { badArgument, named, positional } from '../objects/arguments.ts';
import { isBytes } from '../objects/bytes.ts';
import { decodeBytes } from '../objects/bytesMethods.ts';
import { argumentTuple } from '../objects/call.ts';
import { typeNew } from '../objects/class.ts';
import * as Def from '../objects/define.ts';
import { fieldsDealloc } from '../objects/descriptors.ts';
import { updateCommon } from '../objects/dictUpdate.ts';
import * as E from '../objects/errors.ts';
import { newMethod } from '../objects/function.ts';
import * as H from '../objects/header.ts';
import { allocate } from '../objects/instance.ts';
import * as I from '../objects/int.ts';
import { newRange, newSequenceIterator } from '../objects/iterators.ts';
import { clearList } from '../objects/list.ts';
import { enter, LIGHT, leave } from '../objects/nesting.ts';
import type { Call } from '../objects/record.ts';
import type { Runtime } from '../objects/runtime.ts';
import { extendFromIterable, sequenceToTuple } from '../objects/sequences.ts';
import { newSet, updateSet } from '../objects/set.ts';
import { newSlice } from '../objects/slice.ts';
import { isStr, textOf } from '../objects/str.ts';
import { strObject } from '../objects/strobject.ts';
import { newTuple, tupleItem, tupleSize } from '../objects/tuple.ts';
import {
  callableNext,
  enumerateNew,
  enumerateNext,
  filterNew,
  filterNext,
  iteratorHint,
  mapNew,
  mapNext,
  reversedNew,
  zipNew,
  zipNext,
} from './iteratorConstructors.ts';
import { at, boolNew, floatNew, intNew } from './numberConstructors.ts';

const K = H.KIND;

/** `PyUnicode_FromEncodedObject`. */
function decoded(rt: Runtime, type: number, o: number, encoding: number, errors: number): number {
  if (isStr(rt, o)) return E.setError(rt, 'TypeError', 'decoding str is not supported');
  if (o !== 0 && !isBytes(rt, o)) {
    const name = rt.tpName(rt.typeOf(o));
    return E.formatError(rt, 'TypeError', 'decoding to str: need a bytes-like object, %.80s found', name);
  }
  const made = o === 0 ? rt.incref(rt.emptyStr) : decodeBytes(rt, o, encoding, errors, 'str');
  if (made === 0 || type === rt.types.str) return made;
  const whole = rt.newStrOfType(rt, type, textOf(rt, made));
  rt.decref(made);
  return whole;
}

const strNew: Call = (rt, type, args, nargs, kw) => {
  if (kw !== 0) {
    const given = named(rt, 'str', ['object', 'encoding', 'errors'], 0, args, nargs, kw);
    if (given === null) return 0;
    if (given[1] || given[2]) return decoded(rt, type, given[0] ?? 0, given[1] ?? 0, given[2] ?? 0);
    nargs = given[0] ? 1 : 0;
  }
  if (nargs > 1) {
    const encoding = at(rt, args, 1);
    if (!isStr(rt, encoding)) {
      badArgument(rt, 'str', "argument 'encoding'", 'str', encoding);
      return 0;
    }
    return decoded(rt, type, at(rt, args, 0), encoding, nargs > 2 ? at(rt, args, 2) : 0);
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
    rt.argsDict = 0;
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
  /* its length is found by comparing */
  if (!enter(rt, LIGHT, ' in comparison')) return 0;
  leave(rt, LIGHT);
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

const typeVector: Call = (rt, type, args, nargs, kw) => {
  if (type !== rt.types.type)
    return E.setError(rt, 'TypeError', "metaclasses are not part of the classroom's Python");
  if (nargs === 1 && kw === 0) return rt.incref(rt.typeOf(at(rt, args, 0)));
  const tuple = argumentTuple(rt, args, nargs);
  const made = nargs === 3 ? newType(rt, args) : E.setError(rt, 'TypeError', 'type() takes 1 or 3 arguments');
  rt.decref(tuple);
  return made;
};

function newType(rt: Runtime, args: number): number {
  const flags = [H.FLAG_STR, H.FLAG_TUPLE, H.FLAG_DICT] as const;
  for (const [i, wanted] of (['str', 'tuple', 'dict'] as const).entries()) {
    if (rt.flagsOf(at(rt, args, i)) & (flags[i] ?? 0)) continue;
    const given = at(rt, args, i) === rt.none ? 'None' : rt.tpName(rt.typeOf(at(rt, args, i)));
    return E.setError(rt, 'TypeError', `type.__new__() argument ${i + 1} must be ${wanted}, not ${given}`);
  }
  return typeNew(rt, at(rt, args, 0), at(rt, args, 1), at(rt, args, 2));
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
