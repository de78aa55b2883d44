/**
 * Classes: the class statement, calling a class, attributes of classes. Models Objects/typeobject.c `type_new_impl`
 * and its parts in their order of allocation, `type_call`, `type_getattro`, and bltinmodule.c `builtin___build_class__`.
 */

import { argumentTuple, callValues, keywordDict } from './call.ts';
import type { Plan } from './classLayout.ts';
import { addDescriptors, bestBase, planSlots, sharedKeys, staticName } from './classLayout.ts';
import * as D from './dict.ts';
import { copyDict } from './dictcopy.ts';
import { decrefKeys } from './dictKeys.ts';
import { keyAt, nextEntry, valueAt } from './dictWalk.ts';
import { encode } from './encoding.ts';
import { formatError, setError } from './errors.ts';
import * as H from './header.ts';
import { allocate } from './instance.ts';
import { makeMro } from './mro.ts';
import type { Runtime } from './runtime.ts';
import { isStr, strHash, textOf } from './str.ts';
import { addSubclass, removeSubclass } from './subclasses.ts';
import { tupleFrom, tupleItem, tupleOf, tupleSize } from './tuple.ts';
import { updateRecord } from './typeAttributes.ts';
import { isSubtype, lookupText } from './typetools.ts';
import { clearWeakrefs } from './weakref.ts';

/** Models `builtin___build_class__`: args are body function, name, bases. */
export function buildClass(rt: Runtime, _self: number, args: number, nargs: number, kw: number): number {
  const m = rt.mem;
  const body = m.ld(args);
  const name = m.ld(args + 8);
  if (kw !== 0)
    return setError(rt, 'TypeError', "metaclasses and class keywords are not part of the classroom's Python");
  const bases = tupleFrom(rt, args + 16, nargs - 2);
  const prepare = rt.bindPrepare(rt);
  const namespace = D.newDict(rt);
  rt.decref(prepare);
  const cell = rt.callClassBody(rt, body, namespace);
  let result = 0;
  if (cell !== 0) {
    const packed = tupleOf(rt, rt.incref(name), rt.incref(bases), rt.incref(namespace));
    result = typeNew(rt, name, bases, namespace);
    rt.decref(packed);
    rt.decref(cell);
  }
  rt.decref(namespace);
  rt.decref(bases);
  return result;
}

/** Models `type_new_impl`. Borrows all. */
export function typeNew(rt: Runtime, name: number, givenBases: number, namespace: number): number {
  const m = rt.mem;
  const bases =
    tupleSize(rt, givenBases) === 0 ? tupleOf(rt, rt.incref(rt.types.object)) : rt.incref(givenBases);
  const base = bestBase(rt, bases);
  if (base === 0) {
    rt.decref(bases);
    return 0;
  }
  const dict = copyDict(rt, namespace);
  const plan = planSlots(rt, base, dict);
  if (plan === null) {
    rt.decref(dict);
    rt.decref(bases);
    return 0;
  }
  const n = plan.slots.length;
  const type = rt.newCollected(rt.types.type, H.HEAP_TYPE_SIZE + 40 * (n + 1));
  m.zero(type + 16, H.HEAP_TYPE_SIZE - 16);
  rt.track(type);
  m.st(type + H.OB_SIZE, n);
  fillType(rt, type, name, bases, dict, plan);
  setSpecialAttributes(rt, type, dict);
  if (!makeMro(rt, type, bases)) {
    rt.decref(type);
    return 0;
  }
  addDescriptors(rt, type, plan);
  if (D.getStr(rt, dict, staticName(rt, '__doc__')) === 0)
    D.setStr(rt, dict, staticName(rt, '__doc__'), rt.none);
  if (
    D.getStr(rt, dict, staticName(rt, '__eq__')) !== 0 &&
    D.getStr(rt, dict, staticName(rt, '__hash__')) === 0
  ) {
    D.setStr(rt, dict, staticName(rt, '__hash__'), rt.none);
  }
  for (let i = 0; i < tupleSize(rt, bases); i++) addSubclass(rt, tupleItem(rt, bases, i), type);
  updateRecord(rt, type);
  if (m.ld(type + H.TP_FLAGS) & H.FLAG_MANAGED_DICT) m.st(type + H.HT_CACHED_KEYS, sharedKeys(rt));
  if (!setNames(rt, type, dict) || !initSubclass(rt, type)) {
    rt.decref(type);
    return 0;
  }
  return type;
}

function fillType(rt: Runtime, type: number, name: number, bases: number, dict: number, plan: Plan): void {
  const m = rt.mem;
  const { base } = plan;
  m.st(type + H.TP_NAME, rt.texts.add(textOf(rt, name)));
  m.st(type + H.HT_NAME, rt.incref(name));
  m.st(
    type + H.TP_KIND,
    m.ld(base + H.TP_FLAGS) & H.FLAG_HEAP ? m.ld(base + H.TP_KIND) : instanceKind(m.ld(base + H.TP_KIND)),
  );
  m.st(type + H.TP_BASE, rt.incref(base));
  m.st(type + H.TP_BASES, bases);
  m.st(type + H.TP_DICT, dict);
  m.st(type + H.HT_SLOTS, plan.slotsTuple);
  m.st(type + H.TP_RECORD, rt.records.add(rt.recordOfType(base)));
  let flags = H.FLAG_HEAP | H.FLAG_BASE;
  flags |= m.ld(base + H.TP_FLAGS) & (H.SUBCLASS_FLAGS | H.FLAG_GC | H.FLAG_MANAGED_DICT);
  let size = m.ld(base + H.TP_BASICSIZE);
  m.st(type + H.HT_SLOT_START, size);
  m.st(type + H.HT_SLOT_COUNT, plan.slots.length);
  size += 8 * plan.slots.length;
  m.st(type + H.TP_DICTOFFSET, m.ld(base + H.TP_DICTOFFSET));
  m.st(type + H.TP_WEAKLISTOFFSET, m.ld(base + H.TP_WEAKLISTOFFSET));
  if (plan.addDict) {
    if (m.ld(base + H.TP_ITEMSIZE) !== 0) {
      size += 8;
      m.st(type + H.TP_DICTOFFSET, -8);
    } else {
      flags |= H.FLAG_MANAGED_DICT;
      m.st(type + H.TP_DICTOFFSET, -1);
    }
  }
  if (plan.addWeak) {
    m.st(type + H.TP_WEAKLISTOFFSET, size);
    size += 8;
  }
  if (plan.addDict || plan.slots.length > 0 || m.ld(base + H.TP_DICTOFFSET) !== 0) flags |= H.FLAG_GC;
  m.st(type + H.TP_BASICSIZE, size);
  m.st(type + H.TP_ITEMSIZE, m.ld(base + H.TP_ITEMSIZE));
  m.st(type + H.TP_FLAGS, flags | H.FLAG_GC);
}

function instanceKind(kind: number): number {
  return kind === H.KIND.atom ? H.KIND.instance : kind;
}

/** `__qualname__`, `__module__`, implicit static and class methods, `__classcell__`. */
function setSpecialAttributes(rt: Runtime, type: number, dict: number): void {
  const m = rt.mem;
  const qualname = D.getStr(rt, dict, staticName(rt, '__qualname__'));
  m.st(type + H.HT_QUALNAME, rt.incref(qualname === 0 ? m.ld(type + H.HT_NAME) : qualname));
  if (qualname !== 0)
    D.remove(rt, dict, staticName(rt, '__qualname__'), m.ld(staticName(rt, '__qualname__') + 24));
  const doc = D.getStr(rt, dict, staticName(rt, '__doc__'));
  const bytes = doc === 0 || !isStr(rt, doc) ? null : encode(textOf(rt, doc), 'utf-8', 'strict');
  if (typeof bytes === 'string') {
    m.st(type + H.TP_DOC_BYTES, bytes.length + 1);
    m.st(type + H.TP_DOC, rt.alloc.malloc(bytes.length + 1));
  }
  wrap(rt, dict, '__new__', rt.types.staticmethod);
  wrap(rt, dict, '__init_subclass__', rt.types.classmethod);
  wrap(rt, dict, '__class_getitem__', rt.types.classmethod);
  const cellName = staticName(rt, '__classcell__');
  const cell = D.getStr(rt, dict, cellName);
  if (cell !== 0) {
    const old = m.ld(cell + 16);
    m.st(cell + 16, rt.incref(type));
    rt.xdecref(old);
    D.remove(rt, dict, cellName, strHash(rt, cellName));
  }
}

function wrap(rt: Runtime, dict: number, name: string, wrapper: number): void {
  const key = staticName(rt, name);
  const fn = D.getStr(rt, dict, key);
  if (fn === 0 || rt.typeOf(fn) !== rt.types.function) return;
  // `PyStaticMethod_New`: nothing is copied from the function, as calling the type would.
  const o = allocate(rt, wrapper, 0);
  rt.mem.st(o + 16, rt.incref(fn));
  D.setStr(rt, dict, key, o);
  rt.decref(o);
}

/** `__set_name__` of what the class holds, over a copy of its dict. */
function setNames(rt: Runtime, type: number, dict: number): boolean {
  const copy = copyDict(rt, dict);
  for (let k = nextEntry(rt, copy, 0); k >= 0; k = nextEntry(rt, copy, k + 1)) {
    const value = valueAt(rt, copy, k);
    const method = lookupText(rt, rt.typeOf(value), '__set_name__');
    if (method === 0) continue;
    const get = rt.recordOf(method).descrGet;
    const bound = get === null ? rt.incref(method) : get(rt, method, value, rt.typeOf(value));
    const result = bound === 0 ? 0 : callValues(rt, bound, [type, keyAt(rt, copy, k)]);
    rt.xdecref(bound);
    if (result === 0) {
      rt.decref(copy);
      return false;
    }
    rt.decref(result);
  }
  rt.decref(copy);
  return true;
}

function initSubclass(rt: Runtime, type: number): boolean {
  const parent = rt.newSuper(rt, type, type);
  const hook = rt.recordOf(parent).getattr(rt, parent, staticName(rt, '__init_subclass__'));
  rt.decref(parent);
  if (hook === 0) return false;
  const result = callValues(rt, hook, []);
  rt.decref(hook);
  if (result === 0) return false;
  rt.decref(result);
  return true;
}

/** Models `type_call`: arguments go into a tuple first, then new, then init. */
export function typeCall(rt: Runtime, type: number, args: number, nargs: number, kw: number): number {
  const record = rt.recordOfType(type);
  if (record.vectorcall !== null) return record.vectorcall(rt, type, args, nargs, kw);
  if (record.create === null)
    return formatError(rt, 'TypeError', "cannot create '%s' instances", rt.tpName(type));
  const tuple = argumentTuple(rt, args, nargs);
  const dict = kw === 0 ? 0 : keywordDict(rt, args, nargs, kw);
  const from = kw === 0 ? tuple + 24 : args;
  rt.argsTuple = tuple;
  let o = record.create(rt, type, from, nargs, kw);
  if (o !== 0 && isSubtype(rt, rt.typeOf(o), type)) {
    const init = rt.recordOf(o).init;
    if (init !== null) {
      rt.argsTuple = tuple;
      rt.argsDict = dict;
      const done = init(rt, o, from, nargs, kw);
      if (done === 0) {
        rt.decref(o);
        o = 0;
      } else rt.decref(done);
    }
  }
  rt.decref(tuple);
  rt.xdecref(dict);
  return o;
}

/** Models `type_dealloc`. */
export function typeDealloc(rt: Runtime, type: number): void {
  const m = rt.mem;
  if (rt.isTracked(type)) rt.untrack(type);
  const bases = m.ld(type + H.TP_BASES);
  if (bases !== 0)
    for (let i = 0; i < tupleSize(rt, bases); i++) removeSubclass(rt, tupleItem(rt, bases, i), type);
  if (m.ld(type + H.TP_WEAKLIST) !== 0) clearWeakrefs(rt, type, H.TP_WEAKLIST);
  rt.clearField(type + H.TP_BASE);
  rt.clearField(type + H.TP_DICT);
  rt.clearField(type + H.TP_BASES);
  rt.clearField(type + H.TP_MRO);
  rt.clearField(type + H.TP_SUBCLASSES);
  const doc = m.ld(type + H.TP_DOC);
  if (doc !== 0) rt.alloc.free(doc);
  rt.clearField(type + H.HT_NAME);
  rt.clearField(type + H.HT_QUALNAME);
  rt.clearField(type + H.HT_SLOTS);
  const keys = m.ld(type + H.HT_CACHED_KEYS);
  if (keys !== 0) decrefKeys(rt, keys);
  rt.clearMethodCache();
  rt.texts.drop(m.ld(type + H.TP_NAME));
  rt.records.drop(m.ld(type + H.TP_RECORD));
  rt.deleteCollected(type);
}
