/** The state before the first statement: singletons, built-in types, exceptions. Everything goes to the static region. */

import * as A from './abstract.ts';
import { checkCount } from './argumentCount.ts';
import { lookupAttr } from './attributes.ts';
import { iterators } from './bootIterators.ts';
import { BYTEARRAY_BYTES, BYTEARRAY_SLOTS } from './bytearray.ts';
import { BYTES_SLOTS } from './bytes.ts';
import { bytesCreate } from './bytesMethods.ts';
import { builtinCall, descriptorCall, methodCall } from './call.ts';
import * as C from './class.ts';
import * as Def from './define.ts';
import * as De from './descriptors.ts';
import { dictSlots } from './dictType.ts';
import { DICT_INPLACE, DICT_NUMBERS } from './dictViews.ts';
import { formatError, setError } from './errors.ts';
import { floatDealloc, floatHash, floatText, newFloat } from './float.ts';
import * as Fn from './function.ts';
import { ADDRESS_HIGH, setHash } from './hash64.ts';
import * as H from './header.ts';
import { objectDealloc, objectInit, objectNew } from './instance.ts';
import * as I from './int.ts';
import { intAbsolute, intInvert, intNegative, intPositive } from './intArithmetic.ts';
import * as It from './iterators.ts';
import { listSlots } from './listType.ts';
import { moduleGetAttr } from './module.ts';
import { FLOAT_NUMBERS, floatCompare, INT_NUMBERS, intCompare } from './numbers.ts';
import { proxySpec } from './proxy.ts';
import { rangeContains, rangeItem } from './rangeMethods.ts';
import type { Runtime } from './runtime.ts';
import * as S from './set.ts';
import { FROZENSET_SLOTS, SET_SLOTS } from './setMethods.ts';
import { sliceDealloc } from './slice.ts';
import { isStr, staticInterned, textOf } from './str.ts';
import { STR_SLOTS } from './strSlots.ts';
import { pointer, reprText } from './text.ts';
import { tupleDealloc } from './tuple.ts';
import { tupleSlots } from './tupleType.ts';
import { typeGetAttr, typeSetAttr } from './typeAttributes.ts';
import { lookupText } from './typetools.ts';
import { weakrefCompare, weakrefDealloc, weakrefHash } from './weakref.ts';

export const K = H.KIND;

export const GC = H.FLAG_GC;

export const self = (rt: Runtime, o: number): number => rt.incref(o);

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
      getattr: typeGetAttr,
      setattr: typeSetAttr,
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
      positive: (r, o) => (r.typeOf(o) === t.float ? r.incref(o) : newFloat(r, r.mem.ldf(o + 16))),
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
      ...tupleSlots,
      dealloc: tupleDealloc,
      iter: (r, o) => It.newSequenceIterator(r, t.tupleIterator, o),
    },
  });
  t.list = Def.defineType(rt, 0, 'list', {
    kind: K.list,
    size: 40,
    flags: GC | H.FLAG_BASE | H.FLAG_LIST,
    slots: { ...listSlots, iter: (r, o) => It.newSequenceIterator(r, t.listIterator, o) },
  });
  Def.defineType(rt, t.dict, 'dict', {
    kind: K.dict,
    size: 48,
    flags: GC | H.FLAG_BASE | H.FLAG_DICT,
    slots: { ...dictSlots, numbers: DICT_NUMBERS, inplace: DICT_INPLACE },
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
  t.bytearray = Def.defineType(rt, 0, 'bytearray', {
    kind: K.bytearray,
    size: BYTEARRAY_BYTES,
    flags: H.FLAG_BASE,
    slots: BYTEARRAY_SLOTS,
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
      length: (r, o) => {
        const n = I.toNumber(r, r.mem.ld(o + It.RANGE_LENGTH));
        if (n < 2 ** 63) return n;
        setError(r, 'OverflowError', 'Python int too large to convert to C ssize_t');
        return -1;
      },
      hash: It.rangeHash,
      compare: It.rangeCompare,
      iter: It.rangeIterate,
      getitem: rangeItem,
      contains: rangeContains,
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
      call: (r, o, _args, n, kw) => {
        if (kw !== 0) return setError(r, 'TypeError', 'weakref() takes no keyword arguments');
        return checkCount(r, 'weakref', n, 0, 0) ? r.incref(r.mem.ld(o + 16) || r.none) : 0;
      },
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
