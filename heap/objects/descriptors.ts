/** property, staticmethod, classmethod, super, built-in descriptors. Models Objects/descrobject.c, funcobject.c, typeobject.c. */

import { checkCount } from './argumentCount.ts';
import { fillAttributeError, getAttr, materializeDict, setAttr } from './attributes.ts';
import { call, callDef, callValues } from './call.ts';
import { DESCR_DEF, DESCR_NAME, DESCR_TYPE } from './callable.ts';
import type { Methods, TypeSpec } from './define.ts';
import { getStr } from './dict.ts';
import { formatError, setError, swallow } from './errors.ts';
import { newBuiltin, newMethod } from './function.ts';
import * as H from './header.ts';
import { allocate, dictSlot } from './instance.ts';
import type { GetSetDef } from './record.ts';
import type { Runtime } from './runtime.ts';
import { staticInterned, textOf } from './str.ts';
import { pointer, quoted } from './text.ts';
import { tupleItem, tupleSize } from './tuple.ts';
import { isSubtype, isType } from './typetools.ts';

const K = H.KIND;

function builtinOf(rt: Runtime, d: number) {
  const def = rt.builtins[rt.mem.ld(d + DESCR_DEF)];
  if (def === undefined) throw new Error('no such built-in');
  return def;
}

/** Frees a collected object after giving its fields up. */
export function fieldsDealloc(...fields: readonly number[]): (rt: Runtime, o: number) => void {
  return (rt, o) => {
    if (rt.isTracked(o)) rt.untrack(o);
    for (const at of fields) rt.xdecref(rt.mem.ld(o + at));
    rt.deleteCollected(o);
  };
}

export const methodDescriptorSpec: TypeSpec = {
  kind: K.descriptor,
  size: 56,
  flags: H.FLAG_GC | H.FLAG_METHOD,
  slots: {
    dealloc: fieldsDealloc(16, 24, 32),
    repr: (rt, o) =>
      `<method '${textOf(rt, rt.mem.ld(o + DESCR_NAME))}' of '${rt.typeName(rt.mem.ld(o + DESCR_TYPE))}' objects>`,
    descrGet: (rt, d, o) => (o === 0 ? rt.incref(d) : newBuiltin(rt, rt.mem.ld(d + DESCR_DEF), o)),
  },
};

/** What a slot wrapper gives when it is read off an object: descriptor and object. */
export const methodWrapperSpec: TypeSpec = {
  kind: K.wrapper,
  size: 32,
  flags: H.FLAG_GC,
  slots: {
    dealloc: fieldsDealloc(16, 24),
    repr: (rt, o) => {
      const self = rt.mem.ld(o + 24);
      const name = textOf(rt, rt.mem.ld(rt.mem.ld(o + 16) + DESCR_NAME));
      return `<method-wrapper '${name}' of ${rt.typeName(rt.typeOf(self))} object at ${pointer(self)}>`;
    },
    call: (rt, o, args, nargs, kw) =>
      callDef(rt, rt.mem.ld(o + 16), builtinOf(rt, rt.mem.ld(o + 16)), rt.mem.ld(o + 24), args, nargs, kw),
  },
};

function newMethodWrapper(rt: Runtime, d: number, self: number): number {
  const o = rt.newCollected(rt.types.methodWrapper, 32);
  rt.mem.st(o + 16, rt.incref(d));
  rt.mem.st(o + 24, rt.incref(self));
  rt.track(o);
  return o;
}

export const wrapperDescriptorSpec: TypeSpec = {
  ...methodDescriptorSpec,
  slots: {
    ...methodDescriptorSpec.slots,
    descrGet: (rt, d, o) => (o === 0 ? rt.incref(d) : newMethodWrapper(rt, d, o)),
    repr: (rt, o) =>
      `<slot wrapper '${textOf(rt, rt.mem.ld(o + DESCR_NAME))}' of '${rt.typeName(rt.mem.ld(o + DESCR_TYPE))}' objects>`,
  },
};

export const classMethodDescriptorSpec: TypeSpec = {
  kind: K.descriptor,
  size: 56,
  flags: H.FLAG_GC,
  slots: {
    dealloc: fieldsDealloc(16, 24, 32),
    descrGet: (rt, d, o, type) => newBuiltin(rt, rt.mem.ld(d + DESCR_DEF), type !== 0 ? type : rt.typeOf(o)),
    call: (rt, d, args, nargs, kw) =>
      callDef(rt, d, builtinOf(rt, d), rt.mem.ld(args), args + 8, nargs - 1, kw),
  },
};

export const memberDescriptorSpec: TypeSpec = {
  kind: K.descriptor,
  size: 48,
  flags: H.FLAG_GC,
  slots: {
    dealloc: fieldsDealloc(16, 24, 32),
    repr: (rt, o) =>
      `<member '${textOf(rt, rt.mem.ld(o + DESCR_NAME))}' of '${rt.typeName(rt.mem.ld(o + DESCR_TYPE))}' objects>`,
    descrGet: (rt, d, o) => {
      if (o === 0) return rt.incref(d);
      const value = rt.mem.ld(o + rt.mem.ld(d + DESCR_DEF));
      if (value !== 0) return rt.incref(value);
      return missingMember(rt, o, rt.mem.ld(d + DESCR_NAME));
    },
    descrSet: (rt, d, o, value) => {
      const at = o + rt.mem.ld(d + DESCR_DEF);
      const old = rt.mem.ld(at);
      if (value === 0 && old === 0) {
        /* Models `PyMember_SetOne`, which says the name alone. */
        setError(rt, 'AttributeError', textOf(rt, rt.mem.ld(d + DESCR_NAME)));
        return -1;
      }
      rt.mem.st(at, value === 0 ? 0 : rt.incref(value));
      rt.xdecref(old);
      return 0;
    },
  },
};

/** Models `PyMember_GetOne` of an empty slot. */
function missingMember(rt: Runtime, o: number, name: number): number {
  const type = rt.tpName(rt.typeOf(o));
  return formatError(rt, 'AttributeError', "'%.200s' object has no attribute '%s'", type, textOf(rt, name));
}

export const getsetDescriptorSpec: TypeSpec = {
  kind: K.descriptor,
  size: 48,
  flags: H.FLAG_GC,
  slots: {
    dealloc: fieldsDealloc(16, 24, 32),
    repr: (rt, o) =>
      `<attribute '${textOf(rt, rt.mem.ld(o + DESCR_NAME))}' of '${rt.typeName(rt.mem.ld(o + DESCR_TYPE))}' objects>`,
    descrGet: (rt, d, o) => {
      if (o === 0) return rt.incref(d);
      return getsetOf(rt, d).get(rt, o);
    },
    descrSet: (rt, d, o, value) => {
      const def = getsetOf(rt, d);
      if (def.set !== null) return def.set(rt, o, value);
      formatError(
        rt,
        'AttributeError',
        "attribute '%V' of '%.100s' objects is not writable",
        def.name,
        rt.tpName(rt.mem.ld(d + DESCR_TYPE)),
      );
      return -1;
    },
  },
};

function getsetOf(rt: Runtime, d: number): GetSetDef {
  const def = rt.getsets[rt.mem.ld(d + DESCR_DEF)];
  if (def === undefined) throw new Error('no such attribute');
  return def;
}

/** `__dict__` of instances of classes. */
export const instanceDict: GetSetDef = {
  name: '__dict__',
  get: (rt, o) => {
    const type = rt.typeOf(o);
    if (rt.mem.ld(type + H.TP_FLAGS) & H.FLAG_MANAGED_DICT) return rt.incref(materializeDict(rt, o));
    const at = dictSlot(rt, o, type);
    if (at === 0) return setError(rt, 'AttributeError', 'This object has no __dict__');
    if (rt.mem.ld(at) === 0) rt.mem.st(at, rt.newInstanceDict(rt, type));
    return rt.incref(rt.mem.ld(at));
  },
  set: (rt, o, value) => {
    if (value !== 0 && (rt.flagsOf(value) & H.FLAG_DICT) === 0) {
      const name = rt.tpName(rt.typeOf(value));
      formatError(rt, 'TypeError', "__dict__ must be set to a dictionary, not a '%.200s'", name);
      return -1;
    }
    const type = rt.typeOf(o);
    const managed = (rt.mem.ld(type + H.TP_FLAGS) & H.FLAG_MANAGED_DICT) !== 0;
    if (managed && rt.mem.ld(o + H.MANAGED_VALUES) !== 0) materializeDict(rt, o);
    const at = managed ? o + H.MANAGED_DICT : dictSlot(rt, o, type);
    const old = rt.mem.ld(at);
    rt.mem.st(at, value === 0 ? 0 : rt.incref(value));
    rt.xdecref(old);
    return 0;
  },
};

export const instanceWeakref: GetSetDef = {
  name: '__weakref__',
  get: (rt, o) => {
    const offset = rt.mem.ld(rt.typeOf(o) + H.TP_WEAKLISTOFFSET);
    return rt.incref(offset === 0 ? rt.none : rt.mem.ld(o + offset) || rt.none);
  },
  set: null,
};

/* property: get, set, del, doc, name */
const P_GET = 16;
const P_SET = 24;
const P_DEL = 32;
const P_DOC = 40;
const P_NAME = 48;
/** Flag: the doc is the getter's. */
const P_GETTER_DOC = 56;

function noAccess(rt: Runtime, d: number, o: number, what: string): number {
  const name = rt.mem.ld(d + P_NAME);
  const type = rt.tpName(rt.typeOf(o));
  const shown = quoted(type);
  if (name === 0) return formatError(rt, 'AttributeError', `property of %R object has no ${what}`, shown);
  const format = `property %R of %R object has no ${what}`;
  return formatError(rt, 'AttributeError', format, quoted(textOf(rt, name)), shown);
}

export const propertySpec: TypeSpec = {
  kind: K.property,
  size: 64,
  flags: H.FLAG_GC | H.FLAG_BASE,
  slots: {
    dealloc: fieldsDealloc(P_GET, P_SET, P_DEL, P_DOC, P_NAME),
    create: (rt, type) => allocate(rt, type, 0),
    init: (rt, o, args, nargs, kw) => {
      if (!checkCount(rt, 'property', nargs, 0, 4)) return 0;
      const names = ['fget', 'fset', 'fdel', 'doc'];
      const values = names.map((_, i) => (i < nargs ? rt.mem.ld(args + 8 * i) : 0));
      if (kw !== 0) {
        for (let i = 0; i < tupleSize(rt, kw); i++) {
          const at = names.indexOf(textOf(rt, tupleItem(rt, kw, i)));
          if (at >= 0) values[at] = rt.mem.ld(args + 8 * (nargs + i));
        }
      }
      values.forEach((value, i) => {
        rt.mem.st(o + 16 + 8 * i, value === 0 || value === rt.none ? 0 : rt.incref(value));
      });
      const getter = rt.mem.ld(o + P_GET);
      if (rt.mem.ld(o + P_DOC) !== 0 || getter === 0) return rt.newNone();
      const doc = getAttr(rt, getter, staticInterned(rt, '__doc__'));
      if (doc === 0 && !swallow(rt, 'AttributeError')) return 0;
      rt.mem.st(o + P_DOC, doc);
      rt.mem.st(o + P_GETTER_DOC, 1);
      return rt.newNone();
    },
    descrGet: (rt, d, o) => {
      if (o === 0) return rt.incref(d);
      const get = rt.mem.ld(d + P_GET);
      return get === 0 ? noAccess(rt, d, o, 'getter') : callValues(rt, get, [o]);
    },
    descrSet: (rt, d, o, value) => {
      const fn = rt.mem.ld(d + (value === 0 ? P_DEL : P_SET));
      if (fn === 0) {
        noAccess(rt, d, o, value === 0 ? 'deleter' : 'setter');
        return -1;
      }
      const result = callValues(rt, fn, value === 0 ? [o] : [o, value]);
      if (result === 0) return -1;
      rt.decref(result);
      return 0;
    },
  },
};

function propertyCopy(at: number): Methods[string] {
  return {
    convention: 'one',
    call: (rt, o, args) => {
      const values = [P_GET, P_SET, P_DEL, P_DOC].map((field) => rt.mem.ld(o + field) || rt.none);
      values[(at - 16) / 8] = rt.mem.ld(args);
      if (rt.mem.ld(o + P_GETTER_DOC) !== 0 && values[0] !== rt.none) values[3] = rt.none;
      const made = callValues(rt, rt.typeOf(o), values);
      const name = rt.mem.ld(o + P_NAME);
      if (made !== 0 && name !== 0) rt.mem.st(made + P_NAME, rt.incref(name));
      return made;
    },
  };
}

export const propertyMethods: Methods = {
  getter: propertyCopy(P_GET),
  setter: propertyCopy(P_SET),
  deleter: propertyCopy(P_DEL),
  __set_name__: {
    convention: 'tuple',
    call: (rt, o, args) => {
      rt.xdecref(rt.mem.ld(o + P_NAME));
      rt.mem.st(o + P_NAME, rt.incref(rt.mem.ld(args + 8)));
      return rt.newNone();
    },
  },
};

const COPIED = ['__module__', '__name__', '__qualname__', '__doc__', '__annotations__'] as const;

/** The wrapper's own dict says what the function says. Models funcobject.c `functools_wraps`. */
function copyAttributes(rt: Runtime, o: number, fn: number): boolean {
  for (const text of COPIED) {
    const name = staticInterned(rt, text);
    const value = getAttr(rt, fn, name);
    if (value === 0) {
      if (!swallow(rt, 'AttributeError')) return false;
      continue;
    }
    const status = setAttr(rt, o, name, value);
    rt.decref(value);
    if (status < 0) return false;
  }
  return true;
}

function wrapperSpec(descrGet: NonNullable<TypeSpec['slots']>['descrGet']): TypeSpec {
  return {
    kind: K.wrapper,
    size: 32,
    flags: H.FLAG_GC | H.FLAG_BASE,
    dict: 24,
    slots: {
      dealloc: fieldsDealloc(16, 24),
      repr: (rt, o) => `<${rt.typeName(rt.typeOf(o))} object at ${pointer(o)}>`,
      create: (rt, type) => allocate(rt, type, 0),
      init: (rt, o, args, nargs) => {
        if (!checkCount(rt, rt.typeName(rt.typeOf(o)), nargs, 1, 1)) return 0;
        rt.mem.st(o + 16, rt.incref(rt.mem.ld(args)));
        return copyAttributes(rt, o, rt.mem.ld(args)) ? rt.newNone() : 0;
      },
      descrGet: descrGet ?? null,
    },
  };
}

export const staticmethodSpec: TypeSpec = {
  ...wrapperSpec((rt, d) => rt.incref(rt.mem.ld(d + 16))),
};

export const staticmethodCall = (rt: Runtime, o: number, args: number, nargs: number, kw: number): number =>
  call(rt, rt.mem.ld(o + 16), args, nargs, kw);

export const classmethodSpec: TypeSpec = wrapperSpec((rt, d, o, type) => {
  const fn = rt.mem.ld(d + 16);
  const owner = type !== 0 ? type : rt.typeOf(o);
  const get = rt.recordOf(fn).descrGet;
  if (get !== null) return get(rt, fn, owner, 0);
  return newMethod(rt, fn, owner);
});

/* super: type, object, object's class */
const S_TYPE = 16;
const S_OBJECT = 24;
const S_START = 32;

export function newSuper(rt: Runtime, type: number, object: number): number {
  const o = allocate(rt, rt.types.super_, 0);
  return fillSuper(rt, o, type, object) ? o : 0;
}

function fillSuper(rt: Runtime, o: number, type: number, object: number): boolean {
  const m = rt.mem;
  let start = 0;
  if (isType(rt, object) && isSubtype(rt, object, type)) start = object;
  else if (isSubtype(rt, rt.typeOf(object), type)) start = rt.typeOf(object);
  else {
    setError(rt, 'TypeError', 'super(type, obj): obj must be an instance or subtype of type');
    return false;
  }
  m.st(o + S_TYPE, rt.incref(type));
  m.st(o + S_OBJECT, rt.incref(object));
  m.st(o + S_START, rt.incref(start));
  return true;
}

export const superSpec: TypeSpec = {
  kind: K.super,
  size: 40,
  flags: H.FLAG_GC | H.FLAG_BASE,
  slots: {
    dealloc: fieldsDealloc(S_OBJECT, S_TYPE, S_START),
    repr: (rt, o) => {
      const object = rt.mem.ld(o + S_OBJECT);
      const inner = object === 0 ? 'NULL' : `<${rt.typeName(rt.mem.ld(o + S_START))} object>`;
      return `<super: <class '${rt.typeName(rt.mem.ld(o + S_TYPE))}'>, ${inner}>`;
    },
    create: (rt, type) => allocate(rt, type, 0),
    init: (rt, o, args, nargs) => {
      if (!checkCount(rt, 'super', nargs, 0, 2)) return 0;
      if (nargs === 0) {
        const found = rt.superArguments(rt);
        if (found === null) return 0;
        return fillSuper(rt, o, found.type, found.object) ? rt.newNone() : 0;
      }
      if (nargs === 1)
        return setError(rt, 'TypeError', 'super() with one argument is not supported; give the object too');
      if (!isType(rt, rt.mem.ld(args))) {
        const name = rt.tpName(rt.typeOf(rt.mem.ld(args)));
        return formatError(rt, 'TypeError', 'super() argument 1 must be a type, not %.200s', name);
      }
      return fillSuper(rt, o, rt.mem.ld(args), rt.mem.ld(args + 8)) ? rt.newNone() : 0;
    },
    getattr: (rt, o, name) => {
      const m = rt.mem;
      const start = m.ld(o + S_START);
      if (start !== 0 && textOf(rt, name) !== '__class__') {
        const mro = m.ld(start + H.TP_MRO);
        const n = tupleSize(rt, mro);
        let i = 0;
        while (i < n && tupleItem(rt, mro, i) !== m.ld(o + S_TYPE)) i++;
        for (i++; i < n; i++) {
          const dict = m.ld(tupleItem(rt, mro, i) + H.TP_DICT);
          const found = getStr(rt, dict, name);
          if (found === 0) continue;
          const get = rt.recordOf(found).descrGet;
          if (get === null) return rt.incref(found);
          const object = m.ld(o + S_OBJECT);
          return get(rt, found, object === start ? 0 : object, start);
        }
      }
      formatError(rt, 'AttributeError', "'%.100s' object has no attribute '%U'", 'super', textOf(rt, name));
      fillAttributeError(rt, o, name);
      return 0;
    },
  },
};
