/** Types of what runs: code, frame, generator, traceback; and attributes that every kind of object has. */

import * as A from '../objects/abstract.ts';
import { genericGetAttr, genericSetAttr } from '../objects/attributes.ts';
import { argumentTuple, keywordDict } from '../objects/call.ts';
import { setClass } from '../objects/classAssignment.ts';
import { CELL_KIND, FREE_KIND, LOCAL_KIND } from '../objects/code.ts';
import type { CodeRecord } from '../objects/codeRecord.ts';
import {
  addGetSets,
  addMethods,
  addWrappers,
  defineType,
  field,
  type Methods,
  writableField,
} from '../objects/define.ts';
import { setStr } from '../objects/dict.ts';
import * as E from '../objects/errors.ts';
import * as Ex from '../objects/exception.ts';
import * as F from '../objects/frame.ts';
import * as Fn from '../objects/function.ts';
import { hashAsInt } from '../objects/hash.ts';
import { identityHash } from '../objects/hash64.ts';
import * as H from '../objects/header.ts';
import { allocate } from '../objects/instance.ts';
import { newInt } from '../objects/int.ts';
import type { Runtime } from '../objects/runtime.ts';
import { sizeOf } from '../objects/sizeof.ts';
import { internInPlace, newStr, staticInterned, textOf } from '../objects/str.ts';
import { reprObject, strObject } from '../objects/strobject.ts';
import { subclassList } from '../objects/subclasses.ts';
import { objectText, pointer } from '../objects/text.ts';
import { newTuple, tupleSize } from '../objects/tuple.ts';
import { WR_OBJECT } from '../objects/weakref.ts';
import { localsOf } from './frameNames.ts';
import * as G from './generator.ts';

const K = H.KIND;
const at = (rt: Runtime, args: number, i: number): number => rt.mem.ld(args + 8 * i);

/** The tuple that a code object holds for its constants or names; new reference. */
function codeTuple(rt: Runtime, o: number, part: (record: CodeRecord) => Int32Array): number {
  const record = F.codeOf(rt, o);
  const wanted = part(record).join();
  if (wanted === '') return newTuple(rt, 0);
  for (const tuple of record.tuples) {
    if ([...part(record).keys()].map((i) => rt.mem.ld(tuple + 24 + 8 * i)).join() !== wanted) continue;
    if (tupleSize(rt, tuple) === part(record).length) return rt.incref(tuple);
  }
  throw new Error('code without its tuples');
}

/** New tuple of the names of some slots. Models `get_localsplus_names`. */
function slotNames(rt: Runtime, o: number, kind: number): number {
  const record = F.codeOf(rt, o);
  const chosen = [...record.varnames].filter((_, i) => ((record.code.localsplus[i]?.kind ?? 0) & kind) !== 0);
  const tuple = newTuple(rt, chosen.length);
  chosen.forEach((name, i) => {
    rt.mem.st(tuple + 24 + 8 * i, rt.incref(name));
  });
  return tuple;
}

export function bootRunTypes(rt: Runtime): void {
  const t = rt.types;
  t.code = defineType(rt, 0, 'code', {
    kind: K.code,
    size: 184,
    weaklist: 0,
    slots: {
      dealloc: F.codeDealloc,
      repr: (r, o) =>
        `<code object ${F.codeOf(r, o).code.name} at ${pointer(o)}, file "<stdin>", line ${F.codeOf(r, o).code.firstlineno}>`,
    },
  });
  t.frame = defineType(rt, 0, 'frame', {
    kind: K.frame,
    size: F.FO_DATA + F.F_SLOTS,
    flags: H.FLAG_GC,
    slots: {
      dealloc: F.frameDealloc,
      repr: (r, o) => {
        const frame = r.mem.ld(o + F.FO_FRAME);
        const record = F.codeOf(r, r.mem.ld(frame + F.F_CODE));
        const line = F.lineOf(record, r.mem.ld(frame + F.F_LASTI));
        return `<frame at ${pointer(o)}, file '<stdin>', line ${line}, code ${record.code.name}>`;
      },
    },
  });
  t.traceback = defineType(rt, 0, 'traceback', {
    kind: K.traceback,
    size: 40,
    flags: H.FLAG_GC,
    slots: { dealloc: F.tracebackDealloc },
  });
  t.generator = defineType(rt, 0, 'generator', {
    kind: K.generator,
    size: F.GEN_FRAME + F.F_SLOTS,
    flags: H.FLAG_GC,
    weaklist: F.GEN_WEAKREFS,
    slots: {
      dealloc: G.generatorDealloc,
      finalize: G.finalizeGenerator,
      iter: (r, o) => r.incref(o),
      next: G.generatorNext,
      repr: (r, o) => `<generator object ${textOf(r, r.mem.ld(o + F.GEN_QUALNAME))} at ${pointer(o)}>`,
    },
  });
}

const generatorMethods: Methods = {
  send: { convention: 'one', call: (rt, o, args) => G.send(rt, o, at(rt, args, 0)) },
  close: { convention: 'noargs', call: (rt, o) => G.close(rt, o) },
  throw: {
    convention: 'fast',
    call: (rt, o, args, n) => G.throwInto(rt, o, at(rt, args, 0), n > 1 ? at(rt, args, 1) : rt.none),
  },
  __next__: {
    convention: 'noargs',
    call: (rt, o) => {
      const value = G.generatorNext(rt, o);
      if (value === 0 && !rt.failed()) E.setErrorObject(rt, rt.types.exception('StopIteration'), 0);
      return value;
    },
  },
};

/** Methods of object that stand for slots. */
const objectWrappers: Methods = {
  __init__: {
    convention: 'fast',
    keywords: true,
    call: (rt, o, args, n, kw) => {
      const init = rt.recordOfType(builtinBase(rt, o)).init;
      if (init === null) return rt.newNone();
      const tuple = argumentTuple(rt, args, n);
      const dict = kw === 0 ? 0 : keywordDict(rt, args, n, kw);
      rt.argsTuple = tuple;
      rt.argsDict = dict;
      const result = init(rt, o, args, n, kw);
      rt.decref(tuple);
      rt.xdecref(dict);
      return result;
    },
  },
  __repr__: { convention: 'noargs', call: (rt, o) => plainRepr(rt, o) },
  __str__: { convention: 'noargs', call: (rt, o) => strObject(rt, o) },
  __hash__: { convention: 'noargs', call: (rt, o) => hashAsInt(rt, identityHash(rt, o)) },
  __eq__: comparison(A.EQ),
  __ne__: comparison(A.NE),
  __lt__: comparison(A.LT),
  __le__: comparison(A.LE),
  __gt__: comparison(A.GT),
  __ge__: comparison(A.GE),
  __getattribute__: { convention: 'one', call: (rt, o, args) => genericGetAttr(rt, o, at(rt, args, 0)) },
  __setattr__: {
    convention: 'fast',
    call: (rt, o, args) => (genericSetAttr(rt, o, at(rt, args, 0), at(rt, args, 1)) < 0 ? 0 : rt.newNone()),
  },
  __delattr__: {
    convention: 'one',
    call: (rt, o, args) => (genericSetAttr(rt, o, at(rt, args, 0), 0) < 0 ? 0 : rt.newNone()),
  },
};

/** The built-in class that an object is of, or the nearest that its class extends. */
function builtinBase(rt: Runtime, o: number): number {
  let base = rt.typeOf(o);
  while (rt.mem.ld(base + H.TP_FLAGS) & H.FLAG_HEAP) base = rt.mem.ld(base + H.TP_BASE);
  return base;
}

function plainRepr(rt: Runtime, o: number): number {
  const base = builtinBase(rt, o);
  if (base !== rt.types.object) return reprObject(rt, o);
  return newStr(rt, objectText(rt, o));
}

function comparison(op: number): Methods[string] {
  return {
    convention: 'one',
    call: (rt, o, args) => {
      let base = rt.typeOf(o);
      while (rt.mem.ld(base + H.TP_FLAGS) & H.FLAG_HEAP) base = rt.mem.ld(base + H.TP_BASE);
      const slot = rt.recordOfType(base).compare;
      if (slot !== null) return slot(rt, o, at(rt, args, 0), op);
      if (op === A.EQ && o === at(rt, args, 0)) return rt.bool(true);
      const equal = rt.recordOf(o).compare;
      if (op !== A.NE || equal === null) return rt.incref(rt.notImplemented);
      const result = equal(rt, o, at(rt, args, 0), A.EQ);
      if (result === 0 || result === rt.notImplemented) return result;
      const truth = A.isTrue(rt, result);
      rt.decref(result);
      return truth < 0 ? 0 : rt.bool(truth === 0);
    },
  };
}

const objectMethods: Methods = {
  __sizeof__: { convention: 'noargs', call: (rt, o) => newInt(rt, sizeOf(rt, o)) },
  __init_subclass__: { convention: 'noargs', kind: 'class', call: (rt) => rt.newNone() },
};

/** `X.__new__(cls, …)` goes to the constructor of the built-in the class extends. */
const newMethod: Methods = {
  __new__: {
    convention: 'tuple',
    keywords: true,
    kind: 'static',
    call: (rt, _self, args, n, kw) => {
      const type = at(rt, args, 0);
      if (n < 1 || (rt.flagsOf(type) & H.FLAG_TYPE) === 0) {
        return E.setError(rt, 'TypeError', 'object.__new__(X): X is not a type object');
      }
      let base = type;
      while (rt.mem.ld(base + H.TP_FLAGS) & H.FLAG_HEAP) base = rt.mem.ld(base + H.TP_BASE);
      if (base === rt.types.object) {
        const o = allocate(rt, type, 0);
        if (rt.mem.ld(type + H.TP_FLAGS) & H.FLAG_MANAGED_DICT) rt.initializeValues(rt, o, type);
        return o;
      }
      const create = rt.recordOfType(base).create;
      if (create === null)
        return E.setError(rt, 'TypeError', `cannot create '${rt.typeName(type)}' instances`);
      const tuple = newTuple(rt, n - 1);
      for (let i = 0; i < n - 1; i++) rt.mem.st(tuple + 24 + 8 * i, rt.incref(at(rt, args, i + 1)));
      rt.argsTuple = tuple;
      const result = create(rt, type, args + 8, n - 1, kw);
      rt.decref(tuple);
      return result;
    },
  },
};

const typeMethods: Methods = {
  __subclasses__: { convention: 'noargs', call: (rt, type) => subclassList(rt, type) },
  mro: {
    convention: 'noargs',
    call: (rt, type) => rt.callMethod(rt, rt.types.list, '__call__', [rt.mem.ld(type + H.TP_MRO)]),
  },
  __prepare__: { convention: 'fast', keywords: true, kind: 'class', call: (rt) => rt.newDict(rt) },
};

const weakrefWrappers: Methods = {
  __call__: {
    convention: 'fast',
    keywords: true,
    call: (rt, o) => rt.incref(rt.mem.ld(o + WR_OBJECT) || rt.none),
  },
};

function weakCallbackOf(rt: Runtime, o: number): number {
  return rt.incref(rt.mem.ld(o + 24) || rt.none);
}

export function bootRunMethods(rt: Runtime): void {
  const t = rt.types;
  addMethods(rt, t.generator, generatorMethods);
  addWrappers(rt, t.object, objectWrappers);
  addMethods(rt, t.object, objectMethods);
  addWrappers(rt, t.weakref, weakrefWrappers);
  addMethods(rt, t.object, newMethod);
  addMethods(rt, t.type, typeMethods);
  addMethods(rt, rt.types.exception('BaseException'), {
    with_traceback: {
      convention: 'one',
      call: (rt_, o, args) => {
        rt_.clearField(o + Ex.EXC_TRACEBACK);
        if (at(rt_, args, 0) !== rt_.none) rt_.mem.st(o + Ex.EXC_TRACEBACK, rt_.incref(at(rt_, args, 0)));
        return rt_.incref(o);
      },
    },
  });
  addGetSets(rt, t.object, [{ name: '__class__', get: (r, o) => r.incref(r.typeOf(o)), set: setClass }]);
  setStr(rt, rt.mem.ld(t.object + H.TP_DICT), staticInterned(rt, '__doc__'), rt.none);
  addGetSets(rt, t.type, [
    {
      name: '__name__',
      get: (r, o) => (heap(r, o) ? r.incref(r.mem.ld(o + H.HT_NAME)) : newStr(r, r.typeName(o))),
      set: null,
    },
    {
      name: '__qualname__',
      get: (r, o) => (heap(r, o) ? r.incref(r.mem.ld(o + H.HT_QUALNAME)) : newStr(r, r.typeName(o))),
      set: null,
    },
    {
      name: '__module__',
      get: (r, o) => {
        if (heap(r, o)) return r.incref(r.classModule(r, o));
        const dotted = r.tpName(o).split('.');
        if (dotted.length < 2) return r.incref(staticInterned(r, 'builtins'));
        return internInPlace(r, newStr(r, dotted[0] ?? ''));
      },
      set: null,
    },
    field('__mro__', H.TP_MRO),
    field('__bases__', H.TP_BASES),
    field('__base__', H.TP_BASE),
    {
      name: '__dict__',
      get: (r, o) => {
        const proxy = r.newCollected(r.types.mappingProxy, 24);
        r.mem.st(proxy + 16, r.incref(r.mem.ld(o + H.TP_DICT)));
        r.track(proxy);
        return proxy;
      },
      set: null,
    },
  ]);
  addGetSets(rt, t.function, [
    writableField('__name__', Fn.FN_NAME),
    writableField('__qualname__', Fn.FN_QUALNAME),
    writableField('__defaults__', Fn.FN_DEFAULTS),
    writableField('__kwdefaults__', Fn.FN_KWDEFAULTS),
    writableField('__doc__', Fn.FN_DOC),
    writableField('__module__', Fn.FN_MODULE),
    field('__closure__', Fn.FN_CLOSURE),
    field('__globals__', Fn.FN_GLOBALS),
    field('__code__', Fn.FN_CODE),
    lazyDict('__dict__', Fn.FN_DICT),
    annotations,
  ]);
  addGetSets(rt, t.cell, [
    {
      name: 'cell_contents',
      get: (r, o) =>
        r.mem.ld(o + 16) === 0 ? E.setError(r, 'ValueError', 'Cell is empty') : r.incref(r.mem.ld(o + 16)),
      set: writableField('cell_contents', 16).set,
    },
  ]);
  addGetSets(rt, t.method, [field('__self__', 24), field('__func__', 16)]);
  addGetSets(rt, t.builtin, [
    field('__self__', 24),
    { name: '__name__', get: (r, o) => newStr(r, r.builtins[r.mem.ld(o + 16)]?.name ?? ''), set: null },
  ]);
  addGetSets(rt, t.generator, [
    field('__name__', F.GEN_NAME),
    field('__qualname__', F.GEN_QUALNAME),
    field('gi_code', F.GEN_CODE),
    {
      name: 'gi_frame',
      get: (r, o) =>
        r.mem.ld(o + F.GEN_STATE) >= F.CLEARED ? r.newNone() : r.incref(F.frameObject(r, o + F.GEN_FRAME)),
      set: null,
    },
    { name: 'gi_running', get: (r, o) => r.bool(r.mem.ld(o + F.GEN_STATE) === F.EXECUTING), set: null },
  ]);
  addGetSets(rt, t.weakref, [{ name: '__callback__', get: weakCallbackOf, set: null }]);
  addGetSets(rt, t.property, [field('fget', 16), field('fset', 24), field('fdel', 32)]);
  for (const type of [t.staticmethod, t.classmethod]) addGetSets(rt, type, [field('__func__', 16)]);
  addGetSets(rt, t.slice, [field('start', 16), field('stop', 24), field('step', 32)]);
  addGetSets(rt, t.range, [field('start', 16), field('stop', 24), field('step', 32)]);
  addGetSets(rt, t.traceback, [
    field('tb_next', F.TB_NEXT),
    field('tb_frame', F.TB_FRAME),
    { name: 'tb_lineno', get: (r, o) => newInt(r, r.mem.ld(o + F.TB_LINE)), set: null },
  ]);
  addGetSets(rt, t.code, [
    { name: 'co_name', get: (r, o) => r.incref(F.codeOf(r, o).nameObject), set: null },
    { name: 'co_argcount', get: (r, o) => newInt(r, F.codeOf(r, o).code.argcount), set: null },
    { name: 'co_firstlineno', get: (r, o) => newInt(r, F.codeOf(r, o).code.firstlineno), set: null },
    { name: 'co_nlocals', get: (r, o) => newInt(r, F.codeOf(r, o).code.nlocals), set: null },
    { name: 'co_stacksize', get: (r, o) => newInt(r, F.codeOf(r, o).code.stacksize), set: null },
    { name: 'co_flags', get: (r, o) => newInt(r, F.codeOf(r, o).code.flags), set: null },
    { name: 'co_consts', get: (r, o) => codeTuple(r, o, (record) => record.consts), set: null },
    { name: 'co_names', get: (r, o) => codeTuple(r, o, (record) => record.names), set: null },
    { name: 'co_varnames', get: (r, o) => slotNames(r, o, LOCAL_KIND), set: null },
    { name: 'co_cellvars', get: (r, o) => slotNames(r, o, CELL_KIND), set: null },
    { name: 'co_freevars', get: (r, o) => slotNames(r, o, FREE_KIND), set: null },
  ]);
  const frameOf = (r: Runtime, o: number): number => r.mem.ld(o + F.FO_FRAME);
  addGetSets(rt, t.frame, [
    {
      name: 'f_back',
      get: (r, o) => {
        const frame = frameOf(r, o);
        const previous = r.mem.ld(frame + F.F_PREVIOUS);
        if (frame === o + F.FO_DATA || previous === 0) return r.incref(r.mem.ld(o + F.FO_BACK) || r.none);
        return r.incref(F.frameObject(r, previous));
      },
      set: null,
    },
    { name: 'f_locals', get: (r, o) => localsOf(r, frameOf(r, o)), set: null },
    { name: 'f_globals', get: (r, o) => r.incref(r.mem.ld(frameOf(r, o) + F.F_GLOBALS)), set: null },
    { name: 'f_code', get: (r, o) => r.incref(r.mem.ld(frameOf(r, o) + F.F_CODE)), set: null },
    {
      name: 'f_lineno',
      get: (r, o) =>
        newInt(
          r,
          F.lineOf(F.codeOf(r, r.mem.ld(frameOf(r, o) + F.F_CODE)), r.mem.ld(frameOf(r, o) + F.F_LASTI)),
        ),
      set: null,
    },
  ]);
  addGetSets(rt, rt.types.exception('BaseException'), [
    {
      ...field('args', Ex.EXC_ARGS),
      set: (r, o, value) => {
        const old = r.mem.ld(o + Ex.EXC_ARGS);
        r.mem.st(o + Ex.EXC_ARGS, r.incref(value));
        r.xdecref(old);
        return 0;
      },
    },
    writableField('__traceback__', Ex.EXC_TRACEBACK),
    writableField('__context__', Ex.EXC_CONTEXT),
    writableField('__cause__', Ex.EXC_CAUSE),
    { name: '__suppress_context__', get: (r, o) => r.bool(r.mem.ld(o + Ex.EXC_SUPPRESS) !== 0), set: null },
    lazyDict('__dict__', Ex.EXC_DICT),
  ]);
  addGetSets(rt, rt.types.exception('StopIteration'), [writableField('value', Ex.EXC_FIRST)]);
  addGetSets(rt, rt.types.exception('SystemExit'), [writableField('code', Ex.EXC_FIRST)]);
  addGetSets(rt, rt.types.exception('NameError'), [writableField('name', Ex.EXC_FIRST)]);
  addGetSets(rt, rt.types.exception('AttributeError'), [
    writableField('obj', Ex.EXC_FIRST),
    writableField('name', Ex.EXC_SECOND),
  ]);
  addGetSets(rt, t.module, [field('__dict__', 16)]);
}

function heap(rt: Runtime, type: number): boolean {
  return (rt.mem.ld(type + H.TP_FLAGS) & H.FLAG_HEAP) !== 0;
}

/** Kept as a tuple of names and values until somebody looks. Models funcobject.c `func_get_annotation_dict`. */
const annotations = {
  name: '__annotations__',
  get: (rt: Runtime, o: number): number => {
    const m = rt.mem;
    const kept = m.ld(o + Fn.FN_ANNOTATIONS);
    if (kept !== 0 && rt.typeOf(kept) !== rt.types.tuple) return rt.incref(kept);
    const dict = rt.newDict(rt);
    for (let i = 0; kept !== 0 && i < tupleSize(rt, kept); i += 2)
      setStr(rt, dict, m.ld(kept + 24 + 8 * i), m.ld(kept + 32 + 8 * i));
    m.st(o + Fn.FN_ANNOTATIONS, dict);
    rt.xdecref(kept);
    return rt.incref(dict);
  },
  set: writableField('__annotations__', Fn.FN_ANNOTATIONS).set,
};

/** A dict field that is made when first asked for. */
function lazyDict(name: string, offset: number) {
  return {
    name,
    get: (rt: Runtime, o: number): number => {
      if (rt.mem.ld(o + offset) === 0) rt.mem.st(o + offset, rt.newDict(rt));
      return rt.incref(rt.mem.ld(o + offset));
    },
    set: writableField(name, offset).set,
  };
}
