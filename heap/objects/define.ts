/** Making the built-in types at start: type object, dict with methods, record of slots. Models `type_ready`. */

import { genericGetAttr, genericSetAttr } from './attributes.ts';
import { newDict, setStr } from './dict.ts';
import { identityHash } from './hash64.ts';
import * as H from './header.ts';
import {
  type BuiltinDef,
  type Call,
  type Convention,
  type GetSetDef,
  NO_NUMBERS,
  type TypeRecord,
} from './record.ts';
import type { Runtime } from './runtime.ts';
import { staticInterned } from './str.ts';
import { objectText } from './text.ts';
import { newTuple } from './tuple.ts';

export interface TypeSpec {
  readonly base?: number;
  readonly kind: number;
  /** Bytes of the object without collector's header. */
  readonly size: number;
  readonly itemsize?: number;
  readonly flags?: number;
  readonly weaklist?: number;
  readonly dict?: number;
  readonly slots?: Partial<TypeRecord>;
}

export function plainDealloc(rt: Runtime, o: number): void {
  if (rt.flagsOf(o) & H.FLAG_GC) rt.deleteCollected(o);
  else rt.deleteObject(o);
}

export function baseRecord(name: string): TypeRecord {
  return {
    name,
    dealloc: plainDealloc,
    finalize: null,
    repr: objectText,
    str: null,
    hash: identityHash,
    compare: null,
    getattr: genericGetAttr,
    setattr: genericSetAttr,
    call: null,
    iter: null,
    next: null,
    truth: null,
    length: null,
    getitem: null,
    setitem: null,
    contains: null,
    concat: null,
    repeat: null,
    inplaceConcat: null,
    inplaceRepeat: null,
    numbers: NO_NUMBERS,
    inplace: NO_NUMBERS,
    negative: null,
    positive: null,
    absolute: null,
    invert: null,
    toInt: null,
    toFloat: null,
    index: null,
    descrGet: null,
    descrSet: null,
    create: null,
    init: null,
    vectorcall: null,
  };
}

/** Space for a type object; its fields are set by defineType (types refer to each other). */
export function reserveType(rt: Runtime): number {
  const o = rt.staticBlock(H.STATIC_TYPE_SIZE + 32) + 32;
  rt.mem.st(o, H.IMMORTAL);
  return o;
}

export function defineType(rt: Runtime, at: number, name: string, spec: TypeSpec): number {
  const m = rt.mem;
  const o = at === 0 ? reserveType(rt) : at;
  const base = spec.base ?? (name === 'object' ? 0 : rt.types.object);
  const inherited = base === 0 ? baseRecord(name) : rt.recordOfType(base);
  const record: TypeRecord = { ...inherited, vectorcall: null, ...spec.slots, name };
  m.st(o + H.OB_TYPE, rt.types.type);
  m.serials[o >> 4] = rt.nextSerial();
  m.st(o + H.TP_NAME, rt.texts.add(name));
  m.st(o + H.TP_BASICSIZE, spec.size);
  m.st(o + H.TP_ITEMSIZE, spec.itemsize ?? 0);
  m.st(o + H.TP_KIND, spec.kind);
  m.st(o + H.TP_RECORD, rt.records.add(record));
  const inheritedFlags = base === 0 ? 0 : m.ld(base + H.TP_FLAGS) & (H.SUBCLASS_FLAGS | H.FLAG_GC);
  m.st(o + H.TP_FLAGS, (spec.flags ?? 0) | inheritedFlags);
  m.st(o + H.TP_BASE, base);
  m.st(o + H.TP_DICTOFFSET, spec.dict ?? (base === 0 ? 0 : m.ld(base + H.TP_DICTOFFSET)));
  m.st(o + H.TP_WEAKLISTOFFSET, spec.weaklist ?? 0);
  return o;
}

/** Second step, once dict, tuple and str exist: the type's dict, bases and mro. */
export function readyType(rt: Runtime, o: number): void {
  const m = rt.mem;
  if (m.ld(o + H.TP_DICT) === 0) m.st(o + H.TP_DICT, newDict(rt));
  const chain: number[] = [];
  for (let t = o; t !== 0; t = m.ld(t + H.TP_BASE)) chain.push(t);
  const mro = newTuple(rt, chain.length);
  for (let i = 0; i < chain.length; i++) m.st(mro + 24 + 8 * i, rt.incref(chain[i] ?? 0));
  m.st(o + H.TP_MRO, mro);
  const base = m.ld(o + H.TP_BASE);
  const bases = newTuple(rt, base === 0 ? 0 : 1);
  if (base !== 0) m.st(bases + 24, rt.incref(base));
  m.st(o + H.TP_BASES, bases);
}

export interface MethodSpec {
  readonly convention: Convention;
  readonly call: Call;
  readonly keywords?: boolean;
  readonly kind?: 'class' | 'static';
}

export type Methods = Readonly<Record<string, MethodSpec>>;

export function addDef(rt: Runtime, name: string, spec: MethodSpec): number {
  const def: BuiltinDef = {
    name,
    call: spec.call,
    convention: spec.convention,
    keywords: spec.keywords ?? false,
  };
  rt.builtins.push(def);
  return rt.builtins.length - 1;
}

/** A descriptor in the static region. */
function staticDescriptor(rt: Runtime, kind: number, type: number, name: string, def: number): number {
  const m = rt.mem;
  const o = rt.staticObject(kind, 56);
  trackApart(rt, o);
  m.st(o + 16, type);
  m.st(o + 24, staticInterned(rt, name));
  m.st(o + 32, 0);
  m.st(o + 40, def);
  return o;
}

export function addMethods(rt: Runtime, type: number, methods: Methods): void {
  const dict = rt.mem.ld(type + H.TP_DICT);
  for (const [name, spec] of Object.entries(methods)) {
    const def = addDef(rt, name, spec);
    let o: number;
    if (spec.kind === 'static') {
      const fn = staticBuiltin(rt, def, type);
      o = fn;
      if (name !== '__new__') {
        o = rt.staticObject(rt.types.staticmethod, 32);
        rt.mem.st(o + 16, fn);
      }
    } else {
      const kind = spec.kind === 'class' ? rt.types.classMethodDescriptor : rt.types.methodDescriptor;
      o = staticDescriptor(rt, kind, type, name, def);
    }
    setStr(rt, dict, staticInterned(rt, name), o);
  }
}

/** Methods that stand for slots: repr(list.__repr__) says so and they wrap, but they are called alike. */
export function addWrappers(rt: Runtime, type: number, methods: Methods): void {
  const dict = rt.mem.ld(type + H.TP_DICT);
  for (const [name, spec] of Object.entries(methods)) {
    const o = staticDescriptor(rt, rt.types.wrapperDescriptor, type, name, addDef(rt, name, spec));
    setStr(rt, dict, staticInterned(rt, name), o);
  }
}

export function addGetSets(rt: Runtime, type: number, defs: readonly GetSetDef[]): void {
  const dict = rt.mem.ld(type + H.TP_DICT);
  for (const def of defs) {
    rt.getsets.push(def);
    const o = staticDescriptor(rt, rt.types.getsetDescriptor, type, def.name, rt.getsets.length - 1);
    setStr(rt, dict, staticInterned(rt, def.name), o);
  }
}

/** A read-only attribute that is a field of the object; an empty field reads as None. */
export function field(name: string, offset: number): GetSetDef {
  return {
    name,
    get: (rt, o) => rt.incref(rt.mem.ld(o + offset) || rt.none),
    set: null,
  };
}

/** Same, and can be assigned. */
export function writableField(name: string, offset: number): GetSetDef {
  return {
    name,
    get: (rt, o) => rt.incref(rt.mem.ld(o + offset) || rt.none),
    set: (rt, o, value) => {
      const old = rt.mem.ld(o + offset);
      rt.mem.st(o + offset, value === 0 ? 0 : rt.incref(value));
      rt.xdecref(old);
      return 0;
    },
  };
}

/** What existed before is tracked, though in no list that is walked: a ring of its own. */
function trackApart(rt: Runtime, o: number): void {
  rt.mem.st(o + H.GC_NEXT, o - H.GC_HEADER);
  rt.mem.st(o + H.GC_PREV, o - H.GC_HEADER);
}

export function staticBuiltin(rt: Runtime, def: number, self: number): number {
  const o = rt.staticObject(rt.types.builtin, 56);
  trackApart(rt, o);
  rt.mem.st(o + 16, def);
  rt.mem.st(o + 24, self);
  return o;
}
