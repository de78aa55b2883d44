/** The state before the first statement: singletons, built-in types, exceptions. Everything goes to the static region. */

import * as A from './abstract.ts';
import { lookupAttr, newInstanceDict } from './attributes.ts';
import { BYTES_SLOTS, bytesNext, makeBytesSingletons } from './bytes.ts';
import { BYTES_METHODS, bytesCreate, STR_ENCODE } from './bytesMethods.ts';
import { builtinCall, descriptorCall, methodCall } from './call.ts';
import * as C from './class.ts';
import * as Co from './containers.ts';
import * as Def from './define.ts';
import * as De from './descriptors.ts';
import * as D from './dict.ts';
import {
  DICT_INPLACE,
  DICT_ITEMS_SLOTS,
  DICT_KEYS_SLOTS,
  DICT_NUMBERS,
  SET_VIEW_METHODS,
  VIEW_MAPPING,
} from './dictViews.ts';
import { formatError } from './errors.ts';
import * as Ex from './exception.ts';
import { floatDealloc, floatHash, floatText, newFloat } from './float.ts';
import * as Fn from './function.ts';
import { ADDRESS_HIGH, setHash } from './hash64.ts';
import * as H from './header.ts';
import { objectDealloc, objectInit, objectNew } from './instance.ts';
import * as I from './int.ts';
import { intAbsolute, intInvert, intNegative, intPositive } from './intArithmetic.ts';
import * as It from './iterators.ts';
import { moduleGetAttr } from './module.ts';
import { FLOAT_GETSETS, FLOAT_METHODS, INT_GETSETS, INT_METHODS, roundDouble } from './numberMethods.ts';
import { FLOAT_NUMBERS, floatCompare, INT_NUMBERS, intCompare } from './numbers.ts';
import { proxySpec } from './proxy.ts';
import type { Runtime } from './runtime.ts';
import { sequenceToTuple } from './sequences.ts';
import * as S from './set.ts';
import {
  FROZENSET_METHODS,
  FROZENSET_SLOTS,
  SET_ITERATOR_METHODS,
  SET_ITERATOR_SLOTS,
  SET_METHODS,
  SET_SLOTS,
} from './setMethods.ts';
import { sliceDealloc } from './slice.ts';
import { isStr, makeLatin1, staticInterned, textOf } from './str.ts';
import { STR_METHODS } from './strMethods.ts';
import { ownFormat } from './strobject.ts';
import { STR_SLOTS } from './strSlots.ts';
import { STR_SPLIT_METHODS } from './strSplitMethods.ts';
import { pointer, reprText } from './text.ts';
import { newTuple, tupleDealloc } from './tuple.ts';
import { lookupText } from './typetools.ts';
import { weakrefCompare, weakrefDealloc, weakrefHash } from './weakref.ts';

const K = H.KIND;
const GC = H.FLAG_GC;
const self = (rt: Runtime, o: number): number => rt.incref(o);

/** Types that later steps need to exist as addresses before they can be filled in. */
export function bootTypes(rt: Runtime): void {
  const t = rt.types;
  t.type = Def.reserveType(rt);
  t.object = Def.reserveType(rt);
  t.str = Def.reserveType(rt);
  t.int = Def.reserveType(rt);
  t.tuple = Def.reserveType(rt);
  t.dict = Def.reserveType(rt);
  Def.defineType(rt, t.object, 'object', {
    kind: K.atom,
    size: 16,
    flags: H.FLAG_BASE,
    slots: { create: objectNew, init: objectInit, dealloc: objectDealloc },
  });
  Def.defineType(rt, t.type, 'type', {
    kind: K.type,
    size: H.HEAP_TYPE_SIZE,
    flags: GC | H.FLAG_BASE | H.FLAG_TYPE,
    weaklist: H.TP_WEAKLIST,
    slots: {
      dealloc: C.typeDealloc,
      repr: classRepr,
      call: C.typeCall,
      getattr: C.typeGetAttr,
      setattr: C.typeSetAttr,
      create: null,
    },
  });
  Def.defineType(rt, t.str, 'str', {
    kind: K.str,
    size: 80,
    flags: H.FLAG_BASE | H.FLAG_STR,
    slots: STR_SLOTS,
  });
  numbers(rt);
  containers(rt);
  iterators(rt);
  callables(rt);
  others(rt);
}

function classRepr(rt: Runtime, type: number): string {
  const m = rt.mem;
  if ((m.ld(type + H.TP_FLAGS) & H.FLAG_HEAP) === 0) return `<class '${rt.tpName(type)}'>`;
  const module = lookupText(rt, type, '__module__');
  const prefix = module === 0 || rt.typeOf(module) !== rt.types.str ? '' : textOf(rt, module);
  const name = textOf(rt, m.ld(type + H.HT_QUALNAME));
  return prefix === '' || prefix === 'builtins' ? `<class '${name}'>` : `<class '${prefix}.${name}'>`;
}

function numbers(rt: Runtime): void {
  const t = rt.types;
  const intSlots = {
    dealloc: I.intDealloc,
    repr: I.intText,
    hash: I.intHash,
    compare: intCompare,
    truth: (r: Runtime, o: number) => (r.mem.ld(o + H.OB_SIZE) === 0 ? 0 : 1),
    numbers: INT_NUMBERS,
    negative: intNegative,
    positive: intPositive,
    absolute: intAbsolute,
    invert: intInvert,
    toInt: intPositive,
    toFloat: (r: Runtime, o: number) => newFloat(r, I.toNumber(r, o)),
    index: intPositive,
  };
  Def.defineType(rt, t.int, 'int', {
    kind: K.int,
    size: 24,
    itemsize: 4,
    flags: H.FLAG_BASE | H.FLAG_LONG,
    slots: intSlots,
  });
  t.bool = Def.defineType(rt, 0, 'bool', {
    base: t.int,
    kind: K.bool,
    size: 24,
    itemsize: 4,
    slots: { repr: (r, o) => (o === r.true_ ? 'True' : 'False') },
  });
  t.float = Def.defineType(rt, 0, 'float', {
    kind: K.float,
    size: 24,
    flags: H.FLAG_BASE | H.FLAG_FLOAT,
    slots: {
      dealloc: floatDealloc,
      repr: (r, o) => floatText(r.mem.ldf(o + 16)),
      hash: floatHash,
      compare: floatCompare,
      truth: (r, o) => (r.mem.ldf(o + 16) === 0 ? 0 : 1),
      numbers: FLOAT_NUMBERS,
      negative: (r, o) => newFloat(r, -r.mem.ldf(o + 16)),
      positive: (r, o) => newFloat(r, r.mem.ldf(o + 16)),
      absolute: (r, o) => newFloat(r, Math.abs(r.mem.ldf(o + 16))),
      toFloat: self,
      toInt: (r, o) => {
        const v = r.mem.ldf(o + 16);
        if (Number.isNaN(v)) return formatError(r, 'ValueError', 'cannot convert float NaN to integer');
        if (!Number.isFinite(v))
          return formatError(r, 'OverflowError', 'cannot convert float infinity to integer');
        return I.fromBig(r, BigInt(Math.trunc(v)));
      },
    },
  });
}

function containers(rt: Runtime): void {
  const t = rt.types;
  Def.defineType(rt, t.tuple, 'tuple', {
    kind: K.tuple,
    size: 24,
    itemsize: 8,
    flags: GC | H.FLAG_BASE | H.FLAG_TUPLE,
    slots: {
      ...Co.tupleSlots,
      dealloc: tupleDealloc,
      iter: (r, o) => It.newSequenceIterator(r, t.tupleIterator, o),
    },
  });
  t.list = Def.defineType(rt, 0, 'list', {
    kind: K.list,
    size: 40,
    flags: GC | H.FLAG_BASE | H.FLAG_LIST,
    slots: { ...Co.listSlots, iter: (r, o) => It.newSequenceIterator(r, t.listIterator, o) },
  });
  Def.defineType(rt, t.dict, 'dict', {
    kind: K.dict,
    size: 48,
    flags: GC | H.FLAG_BASE | H.FLAG_DICT,
    slots: { ...Co.dictSlots, numbers: DICT_NUMBERS, inplace: DICT_INPLACE },
  });
  const setSpec = {
    kind: K.set,
    size: S.SET_BYTES,
    flags: GC | H.FLAG_BASE | H.FLAG_SET,
    weaklist: S.SET_WEAKREFS,
  };
  t.set = Def.defineType(rt, 0, 'set', { ...setSpec, slots: SET_SLOTS });
  t.frozenset = Def.defineType(rt, 0, 'frozenset', { ...setSpec, slots: FROZENSET_SLOTS });
  t.bytes = Def.defineType(rt, 0, 'bytes', {
    kind: K.bytes,
    size: 33,
    itemsize: 1,
    flags: H.FLAG_BASE | H.FLAG_BYTES,
    slots: { ...BYTES_SLOTS, create: bytesCreate },
  });
  t.range = Def.defineType(rt, 0, 'range', {
    kind: K.range,
    size: 48,
    slots: {
      dealloc: It.rangeDealloc,
      repr: (r, o) => {
        const part = (at: number): string => I.intText(r, r.mem.ld(o + at));
        const step = part(It.RANGE_STEP);
        return `range(${part(It.RANGE_START)}, ${part(It.RANGE_STOP)}${step === '1' ? '' : `, ${step}`})`;
      },
      length: (r, o) => I.toNumber(r, r.mem.ld(o + It.RANGE_LENGTH)),
      hash: It.rangeHash,
      compare: It.rangeCompare,
      iter: It.rangeIterate,
      getitem: (r, o, key) => {
        const given = A.asIndex(r, key, 'IndexError');
        if (given === null) return 0;
        const n = I.toNumber(r, r.mem.ld(o + It.RANGE_LENGTH));
        const at = given < 0 ? given + n : given;
        if (at < 0 || at >= n) return formatError(r, 'IndexError', 'range object index out of range');
        return I.newInt(
          r,
          I.toNumber(r, r.mem.ld(o + It.RANGE_START)) + at * I.toNumber(r, r.mem.ld(o + It.RANGE_STEP)),
        );
      },
    },
  });
  t.slice = Def.defineType(rt, 0, 'slice', {
    kind: K.slice,
    size: 40,
    flags: GC,
    slots: {
      dealloc: sliceDealloc,
      hash: null,
      repr: (r, o) => `slice(${[16, 24, 32].map((at) => reprText(r, r.mem.ld(o + at)) ?? '').join(', ')})`,
    },
  });
}

function iterators(rt: Runtime): void {
  const t = rt.types;
  const make = (
    name: string,
    kind: number,
    size: number,
    slots: NonNullable<Def.TypeSpec['slots']>,
    flags = GC,
  ): number => Def.defineType(rt, 0, name, { kind, size, flags, slots: { iter: self, ...slots } });
  const sequence = { dealloc: It.sequenceIteratorDealloc };
  t.listIterator = make('list_iterator', K.listIterator, 32, { ...sequence, next: It.listNext });
  t.tupleIterator = make('tuple_iterator', K.listIterator, 32, { ...sequence, next: It.tupleNext });
  t.strIterator = make('str_ascii_iterator', K.listIterator, 32, { ...sequence, next: It.strNext });
  t.bytesIterator = make('bytes_iterator', K.listIterator, 32, { ...sequence, next: bytesNext });
  t.callIterator = make('iterator', K.listIterator, 32, { ...sequence, next: It.sequenceNext });
  t.reversed = Def.defineType(rt, 0, 'reversed', {
    kind: K.reversed,
    size: 32,
    flags: GC | H.FLAG_BASE,
    slots: { ...sequence, iter: self, next: It.reversedNext },
  });
  t.listReverseIterator = make('list_reverseiterator', K.reversed, 32, {
    ...sequence,
    next: It.reversedNext,
  });
  const dict = { dealloc: It.dictIteratorDealloc, next: It.dictNext };
  t.dictKeyIterator = make('dict_keyiterator', K.dictIterator, 56, dict);
  t.dictValueIterator = make('dict_valueiterator', K.dictIterator, 56, dict);
  t.dictItemIterator = make('dict_itemiterator', K.dictIterator, 56, dict);
  t.setIterator = make('set_iterator', K.setIterator, 48, SET_ITERATOR_SLOTS);
  t.rangeIterator = make(
    'range_iterator',
    K.rangeIterator,
    48,
    { dealloc: (r, o) => r.deleteObject(o), next: It.rangeNext },
    0,
  );
  const view = (
    name: string,
    iterator: () => number,
    item: (r: Runtime, d: number, k: number) => string | null,
    more: NonNullable<Def.TypeSpec['slots']> = {},
  ): number =>
    Def.defineType(rt, 0, name, {
      kind: K.dictView,
      size: 24,
      flags: GC,
      slots: {
        dealloc: De.fieldsDealloc(16),
        ...more,
        hash: null,
        length: (r, o) => D.dictUsed(r, r.mem.ld(o + 16)),
        iter: (r, o) => It.newDictIterator(r, iterator(), r.mem.ld(o + 16)),
        repr: (r, o) => {
          const d = r.mem.ld(o + 16);
          const parts: string[] = [];
          for (let k = D.nextEntry(r, d, 0); k >= 0; k = D.nextEntry(r, d, k + 1)) {
            const text = item(r, d, k);
            if (text === null) return null;
            parts.push(text);
          }
          return `${name}([${parts.join(', ')}])`;
        },
      },
    });
  t.dictKeys = view(
    'dict_keys',
    () => t.dictKeyIterator,
    (r, d, k) => reprText(r, D.keyAt(r, d, k)),
    DICT_KEYS_SLOTS,
  );
  t.dictValues = view(
    'dict_values',
    () => t.dictValueIterator,
    (r, d, k) => reprText(r, D.valueAt(r, d, k)),
  );
  t.dictItems = view(
    'dict_items',
    () => t.dictItemIterator,
    (r, d, k) => {
      const key = reprText(r, D.keyAt(r, d, k));
      const value = key === null ? null : reprText(r, D.valueAt(r, d, k));
      return value === null ? null : `(${key}, ${value})`;
    },
    DICT_ITEMS_SLOTS,
  );
}

function callables(rt: Runtime): void {
  const t = rt.types;
  t.function = Def.defineType(rt, 0, 'function', {
    kind: K.function,
    size: Fn.FN_BYTES,
    flags: GC | H.FLAG_METHOD,
    weaklist: Fn.FN_WEAKREFS,
    dict: Fn.FN_DICT,
    slots: {
      dealloc: Fn.functionDealloc,
      repr: (r, o) => `<function ${textOf(r, r.mem.ld(o + Fn.FN_QUALNAME))} at ${pointer(o)}>`,
      call: (r, o, args, nargs, kw) => r.callFunction(r, o, args, nargs, kw),
      descrGet: (r, d, o) => (o === 0 ? r.incref(d) : Fn.newMethod(r, d, o)),
    },
  });
  t.cell = Def.defineType(rt, 0, 'cell', {
    kind: K.cell,
    size: 24,
    flags: GC,
    slots: { dealloc: Fn.cellDealloc },
  });
  t.method = Def.defineType(rt, 0, 'method', {
    kind: K.method,
    size: 48,
    flags: GC,
    weaklist: 32,
    slots: {
      dealloc: Fn.methodDealloc,
      call: methodCall,
      repr: (r, o) => {
        const fn = r.mem.ld(o + 16);
        const name = r.typeOf(fn) === t.function ? textOf(r, r.mem.ld(fn + Fn.FN_QUALNAME)) : '?';
        const of = reprText(r, r.mem.ld(o + 24));
        return of === null ? null : `<bound method ${name} of ${of}>`;
      },
      hash: (r, o) => {
        const fn = A.hashOf(r, r.mem.ld(o + 16));
        if (fn === -1 && r.failed()) return -1;
        return setHash(r, fn ^ (r.mem.ld(o + 24) >>> 4), r.hashHigh ^ ADDRESS_HIGH);
      },
      compare: (r, a, b, op) => {
        if (r.typeOf(a) !== r.typeOf(b) || (op !== A.EQ && op !== A.NE)) return r.incref(r.notImplemented);
        const same = r.mem.ld(a + 16) === r.mem.ld(b + 16) && r.mem.ld(a + 24) === r.mem.ld(b + 24);
        return r.bool(same === (op === A.EQ));
      },
      getattr: (r, o, name) => {
        const text = textOf(r, name);
        if (text === '__self__' || text === '__func__')
          return r.incref(r.mem.ld(o + (text === '__self__' ? 24 : 16)));
        const own = lookupText(r, t.method, text);
        if (own !== 0) return r.recordOfType(t.object).getattr(r, o, name);
        return attributeOf(r, r.mem.ld(o + 16), name);
      },
    },
  });
  t.builtin = Def.defineType(rt, 0, 'builtin_function_or_method', {
    kind: K.builtin,
    size: 56,
    flags: GC,
    weaklist: 40,
    slots: {
      dealloc: Fn.builtinDealloc,
      hash: (r, o) => setHash(r, (r.mem.ld(o + 24) >> 4) ^ r.mem.ld(o + 16), ADDRESS_HIGH),
      compare: (r, a, b, op) => {
        if (r.typeOf(a) !== r.typeOf(b) || (op !== A.EQ && op !== A.NE)) return r.incref(r.notImplemented);
        const same = r.mem.ld(a + 16) === r.mem.ld(b + 16) && r.mem.ld(a + 24) === r.mem.ld(b + 24);
        return r.bool(same === (op === A.EQ));
      },
      call: builtinCall,
      repr: (r, o) => {
        const name = r.builtins[r.mem.ld(o + 16)]?.name ?? '?';
        const bound = r.mem.ld(o + 24);
        if (bound === 0 || r.kindOf(bound) === K.module) return `<built-in function ${name}>`;
        return `<built-in method ${name} of ${r.typeName(r.typeOf(bound))} object at ${pointer(bound)}>`;
      },
    },
  });
  t.methodDescriptor = Def.defineType(rt, 0, 'method_descriptor', De.methodDescriptorSpec);
  t.wrapperDescriptor = Def.defineType(rt, 0, 'wrapper_descriptor', De.wrapperDescriptorSpec);
  t.methodWrapper = Def.defineType(rt, 0, 'method-wrapper', De.methodWrapperSpec);
  t.classMethodDescriptor = Def.defineType(rt, 0, 'classmethod_descriptor', De.classMethodDescriptorSpec);
  t.memberDescriptor = Def.defineType(rt, 0, 'member_descriptor', De.memberDescriptorSpec);
  t.getsetDescriptor = Def.defineType(rt, 0, 'getset_descriptor', De.getsetDescriptorSpec);
  for (const type of [t.methodDescriptor, t.wrapperDescriptor]) rt.recordOfType(type).call = descriptorCall;
  t.property = Def.defineType(rt, 0, 'property', De.propertySpec);
  t.staticmethod = Def.defineType(rt, 0, 'staticmethod', De.staticmethodSpec);
  rt.recordOfType(t.staticmethod).call = De.staticmethodCall;
  t.classmethod = Def.defineType(rt, 0, 'classmethod', De.classmethodSpec);
  t.super_ = Def.defineType(rt, 0, 'super', De.superSpec);
  const superRecord = rt.recordOfType(t.super_);
  superRecord.vectorcall = (r, type, args, nargs, kw) => {
    const o = superRecord.create?.(r, type, args, nargs, kw) ?? 0;
    const done = o === 0 ? 0 : (superRecord.init?.(r, o, args, nargs, kw) ?? 0);
    if (done === 0) {
      r.xdecref(o);
      return 0;
    }
    r.decref(done);
    return o;
  };
}

function attributeOf(rt: Runtime, o: number, name: number): number {
  return rt.recordOf(o).getattr(rt, o, name);
}

function others(rt: Runtime): void {
  const t = rt.types;
  const atom = (name: string, text: string, truth: number | null = null): number =>
    Def.defineType(rt, 0, name, {
      kind: K.none,
      size: 16,
      slots: { repr: () => text, truth: truth === null ? null : () => truth },
    });
  t.none = atom('NoneType', 'None', 0);
  t.ellipsis = atom('ellipsis', 'Ellipsis');
  t.complex = Def.defineType(rt, 0, 'complex', {
    kind: K.none,
    size: 32,
    slots: {
      repr: (r, o) => {
        const [real, imag] = [r.mem.ldf(o + 16), r.mem.ldf(o + 24)];
        const part = floatText(imag).replace(/\.0$/, '');
        if (real === 0) return `${part}j`;
        return `(${floatText(real).replace(/\.0$/, '')}${imag < 0 ? '' : '+'}${part}j)`;
      },
    },
  });
  t.notImplemented = atom('NotImplementedType', 'NotImplemented');
  t.module = Def.defineType(rt, 0, 'module', {
    kind: K.module,
    size: 56,
    flags: GC,
    weaklist: 40,
    dict: 16,
    slots: {
      dealloc: (r, o) => {
        if (r.isTracked(o)) r.untrack(o);
        r.xdecref(r.mem.ld(o + 16));
        r.deleteCollected(o);
      },
      getattr: moduleGetAttr,
      repr: (r, o) => `<module '${r.moduleName(r, o)}' (built-in)>`,
    },
  });
  t.weakref = Def.defineType(rt, 0, 'ReferenceType', {
    kind: K.weakref,
    size: 64,
    flags: GC | H.FLAG_BASE,
    slots: {
      dealloc: weakrefDealloc,
      repr: (r, o) => {
        const target = r.mem.ld(o + 16);
        if (target === 0) return `<weakref at ${pointer(o)}; dead>`;
        const name = lookupAttr(r, target, staticInterned(r, '__name__'));
        const shown = name !== 0 && isStr(r, name) ? ` (${textOf(r, name)})` : '';
        r.xdecref(name);
        return `<weakref at ${pointer(o)}; to '${r.tpName(r.typeOf(target))}' at ${pointer(target)}${shown}>`;
      },
      call: (r, o) => r.incref(r.mem.ld(o + 16) || r.none),
      hash: weakrefHash,
      compare: weakrefCompare,
    },
  });
  t.proxy = Def.defineType(rt, 0, 'ProxyType', proxySpec(false));
  t.callableProxy = Def.defineType(rt, 0, 'CallableProxyType', proxySpec(true));
  t.mappingProxy = Def.defineType(rt, 0, 'mappingproxy', {
    kind: K.mappingProxy,
    size: 24,
    flags: GC,
    slots: {
      dealloc: De.fieldsDealloc(16),
      hash: null,
      repr: (r, o) => {
        const text = reprText(r, r.mem.ld(o + 16));
        return text === null ? null : `mappingproxy(${text})`;
      },
      length: (r, o) => A.lengthOf(r, r.mem.ld(o + 16)),
      getitem: (r, o, key) => A.getItem(r, r.mem.ld(o + 16), key),
      contains: (r, o, key) => A.contains(r, r.mem.ld(o + 16), key),
      iter: (r, o) => A.iterate(r, r.mem.ld(o + 16)),
    },
  });
}

/** Objects that later steps refer to; then dicts, bases and mro of all types so far. */
export function bootSingletons(rt: Runtime): void {
  const m = rt.mem;
  const t = rt.types;
  rt.none = rt.staticObject(t.none, 16);
  rt.ellipsis = rt.staticObject(t.ellipsis, 16);
  rt.notImplemented = rt.staticObject(t.notImplemented, 16);
  for (const [name, value] of [
    ['true_', 1],
    ['false_', 0],
  ] as const) {
    rt[name] = rt.staticObject(t.bool, 32);
    m.st(rt[name] + H.OB_SIZE, value);
    m.st(rt[name] + I.INT_DIGITS, value);
  }
  rt.emptyTuple = rt.staticObject(t.tuple, 24);
  I.makeSmallInts(rt);
  makeLatin1(rt);
  rt.emptyStr = rt.staticObject(t.str, 64);
  m.st(rt.emptyStr + 24, 0);
  m.st(rt.emptyStr + 40, rt.texts.add(''));
  m.st(rt.emptyStr + 36, 1);
  rt.interned.set('', rt.emptyStr);
  makeBytesSingletons(rt);
  rt.emptyKeys = rt.staticBlock(48);
  D.initKeys(rt, rt.emptyKeys, 0, D.UNICODE);
  m.st(rt.emptyKeys, H.IMMORTAL);
  for (const name of [
    '__name__',
    '__doc__',
    '__module__',
    '__qualname__',
    '__dict__',
    '__weakref__',
    '__slots__',
  ]) {
    staticInterned(rt, name);
  }
  rt.sequenceTuple = sequenceToTuple;
  rt.newSuper = De.newSuper;
  rt.newInstanceDict = newInstanceDict;
  rt.lookupSpecialText = (r, o, name) => lookupText(r, r.typeOf(o), name);
}

/** Built-in exception classes: name and base, in an order in which bases come first. */
const EXCEPTIONS: readonly (readonly [string, string, number?])[] = [
  ['Exception', 'BaseException'],
  ['GeneratorExit', 'BaseException'],
  ['KeyboardInterrupt', 'BaseException'],
  ['SystemExit', 'BaseException', 80],
  ['ArithmeticError', 'Exception'],
  ['FloatingPointError', 'ArithmeticError'],
  ['OverflowError', 'ArithmeticError'],
  ['ZeroDivisionError', 'ArithmeticError'],
  ['AssertionError', 'Exception'],
  ['AttributeError', 'Exception', 88],
  ['BufferError', 'Exception'],
  ['EOFError', 'Exception'],
  ['ImportError', 'Exception', 96],
  ['ModuleNotFoundError', 'ImportError', 96],
  ['LookupError', 'Exception'],
  ['IndexError', 'LookupError'],
  ['KeyError', 'LookupError'],
  ['MemoryError', 'Exception'],
  ['NameError', 'Exception', 80],
  ['UnboundLocalError', 'NameError', 80],
  ['OSError', 'Exception', 112],
  ['PermissionError', 'OSError', 112],
  ['ReferenceError', 'Exception'],
  ['RuntimeError', 'Exception'],
  ['NotImplementedError', 'RuntimeError'],
  ['RecursionError', 'RuntimeError'],
  ['StopIteration', 'Exception', 80],
  ['StopAsyncIteration', 'Exception'],
  ['SyntaxError', 'Exception', 136],
  ['SystemError', 'Exception'],
  ['TypeError', 'Exception'],
  ['ValueError', 'Exception'],
  ['UnicodeError', 'ValueError'],
  ['UnicodeDecodeError', 'UnicodeError', 112],
  ['UnicodeEncodeError', 'UnicodeError', 112],
  ['Warning', 'Exception'],
  ['DeprecationWarning', 'Warning'],
  ['RuntimeWarning', 'Warning'],
  ['UserWarning', 'Warning'],
];

export function bootExceptions(rt: Runtime): void {
  const define = (
    name: string,
    base: number,
    size: number,
    slots: NonNullable<Def.TypeSpec['slots']>,
  ): void => {
    const type = Def.defineType(rt, 0, name, {
      base,
      kind: K.exception,
      size,
      flags: GC | H.FLAG_BASE | H.FLAG_EXCEPTION,
      dict: Ex.EXC_DICT,
      slots,
    });
    rt.types.exceptions.set(name, type);
  };
  define('BaseException', rt.types.object, 72, {
    dealloc: Ex.exceptionDealloc,
    repr: Ex.exceptionRepr,
    str: Ex.exceptionStr,
    create: (r, type, _args, nargs) => Ex.newException(r, type, nargs === 0 ? 0 : r.incref(r.argsTuple)),
    init: (r, o, _args, nargs, kw) => {
      if (kw !== 0)
        return formatError(r, 'TypeError', '%.200s() takes no keyword arguments', r.typeName(r.typeOf(o)));
      const old = r.mem.ld(o + Ex.EXC_ARGS);
      r.mem.st(o + Ex.EXC_ARGS, nargs === 0 ? newTuple(r, 0) : r.incref(r.argsTuple));
      r.xdecref(old);
      return r.newNone();
    },
  });
  for (const [name, base, size = 72] of EXCEPTIONS) {
    const parent = rt.types.exception(base);
    const slots: NonNullable<Def.TypeSpec['slots']> = {};
    if (name === 'KeyError') slots.str = Ex.keyErrorStr;
    const inherited = rt.recordOfType(parent).init;
    if (name === 'StopIteration' || name === 'SystemExit') {
      slots.init = (r, o, args, nargs, kw) => {
        const done = inherited?.(r, o, args, nargs, kw) ?? 0;
        if (done !== 0 && nargs > 0) {
          r.clearField(o + Ex.EXC_FIRST);
          r.mem.st(o + Ex.EXC_FIRST, r.incref(r.mem.ld(args)));
        }
        return done;
      };
    }
    define(name, parent, size, slots);
  }
}

export function bootMethods(rt: Runtime): void {
  Def.addMethods(rt, rt.types.object, {
    __format__: {
      convention: 'one',
      call: (r, o, args) => ownFormat(r, o, textOf(r, r.mem.ld(args))),
    },
  });
  const t = rt.types;
  Def.addMethods(rt, t.list, Co.listMethods);
  Def.addMethods(rt, t.tuple, Co.tupleMethods);
  Def.addMethods(rt, t.dict, Co.dictMethods);
  Def.addMethods(rt, t.str, STR_METHODS);
  Def.addMethods(rt, t.str, STR_SPLIT_METHODS);
  Def.addMethods(rt, t.str, STR_ENCODE);
  Def.addMethods(rt, t.bytes, BYTES_METHODS);
  Def.addMethods(rt, t.int, INT_METHODS);
  Def.addGetSets(rt, t.int, INT_GETSETS);
  Def.addMethods(rt, t.float, FLOAT_METHODS);
  Def.addGetSets(rt, t.float, FLOAT_GETSETS);
  Def.addMethods(rt, t.dictKeys, SET_VIEW_METHODS);
  Def.addMethods(rt, t.dictItems, SET_VIEW_METHODS);
  for (const type of [t.dictKeys, t.dictValues, t.dictItems]) Def.addGetSets(rt, type, [VIEW_MAPPING]);
  Def.addMethods(rt, t.set, SET_METHODS);
  Def.addMethods(rt, t.frozenset, FROZENSET_METHODS);
  Def.addMethods(rt, t.setIterator, SET_ITERATOR_METHODS);
  Def.addMethods(rt, t.property, De.propertyMethods);
  rt.getsets.push(De.instanceDict);
  rt.instanceDictGetSet = rt.getsets.length - 1;
  rt.getsets.push(De.instanceWeakref);
  rt.instanceWeakrefGetSet = rt.getsets.length - 1;
  rt.entriesOf = (r, dict) => {
    const out: (readonly [number, number, number])[] = [];
    for (let k = D.nextEntry(r, dict, 0); k >= 0; k = D.nextEntry(r, dict, k + 1)) {
      out.push([D.keyAt(r, dict, k), D.hashAt(r, dict, k), D.valueAt(r, dict, k)]);
    }
    return out;
  };
  rt.updateFromMapping = Co.updateFrom;
  rt.roundFloat = roundDouble;
}
