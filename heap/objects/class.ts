/**
 * Classes: the class statement, calling a class, attributes of classes. Models Objects/typeobject.c `type_new_impl`
 * and its parts in their order of allocation, `type_call`, `type_getattro`, and bltinmodule.c `builtin___build_class__`.
 */

import * as A from './abstract.ts';
import { fillAttributeError } from './attributes.ts';
import { argumentTuple, callValues, keywordDict } from './call.ts';
import * as D from './dict.ts';
import { copyDict } from './dictcopy.ts';
import { formatError, keyNotFound, setError } from './errors.ts';
import * as H from './header.ts';
import { allocate, baseOfLayout } from './instance.ts';
import { newInt } from './int.ts';
import { append, newList } from './list.ts';
import type { Runtime } from './runtime.ts';
import { classRecord } from './slots.ts';
import { freshStr, isStr, staticInterned, textOf } from './str.ts';
import { quoted } from './text.ts';
import { newTuple, tupleFrom, tupleItem, tupleOf, tupleSize } from './tuple.ts';
import { isSubtype, isType, lookupText, lookupType } from './typetools.ts';
import { clearWeakrefs, newWeakref } from './weakref.ts';

const SHARED_KEYS_LOG2 = 6;
const SHARED_KEYS_MAX = 30;

/** Does the class declare that its base's layout plus its own slots is all there is? */
interface Plan {
  readonly base: number;
  readonly addDict: boolean;
  readonly addWeak: boolean;
  /** Sorted names for member descriptors. */
  readonly slots: readonly number[];
  readonly slotsTuple: number;
}

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

/** The base whose layout the class extends; 0 = an exception is set. Models `best_base`. */
function bestBase(rt: Runtime, bases: number): number {
  let winner = 0;
  let best = 0;
  for (let i = 0; i < tupleSize(rt, bases); i++) {
    const base = tupleItem(rt, bases, i);
    if (!isType(rt, base)) return setError(rt, 'TypeError', 'bases must be types');
    if ((rt.mem.ld(base + H.TP_FLAGS) & H.FLAG_BASE) === 0) {
      return formatError(rt, 'TypeError', "type '%.100s' is not an acceptable base type", rt.tpName(base));
    }
    const solid = solidBase(rt, base);
    if (winner === 0 || isSubtype(rt, solid, winner)) {
      if (winner === 0 || solid !== winner) best = base;
      winner = solid;
    } else if (!isSubtype(rt, winner, solid)) {
      return setError(rt, 'TypeError', 'multiple bases have instance lay-out conflict');
    }
  }
  return best;
}

/** Closest ancestor that adds fields of its own. */
function solidBase(rt: Runtime, type: number): number {
  const m = rt.mem;
  let t = type;
  while (m.ld(t + H.TP_FLAGS) & H.FLAG_HEAP && m.ld(t + H.HT_SLOT_COUNT) === 0) t = m.ld(t + H.TP_BASE);
  return t;
}

/** The names in `__slots__`, checked and sorted; null = an exception is set. Models `type_new_slots`. */
function planSlots(rt: Runtime, base: number, dict: number): Plan | null {
  const m = rt.mem;
  const hasDict = m.ld(base + H.TP_DICTOFFSET) !== 0;
  const mayWeak = m.ld(base + H.TP_WEAKLISTOFFSET) === 0 && m.ld(base + H.TP_ITEMSIZE) === 0;
  const declared = D.getStr(rt, dict, staticName(rt, '__slots__'));
  if (declared === 0) return { base, addDict: !hasDict, addWeak: mayWeak, slots: [], slotsTuple: 0 };
  const given = isStr(rt, declared) ? tupleOf(rt, rt.incref(declared)) : rt.sequenceTuple(rt, declared);
  if (given === 0) return null;
  let addDict = false;
  let addWeak = false;
  const names: number[] = [];
  for (let i = 0; i < tupleSize(rt, given); i++) {
    const slot = tupleItem(rt, given, i);
    if (!isStr(rt, slot)) {
      formatError(
        rt,
        'TypeError',
        "__slots__ items must be strings, not '%.200s'",
        rt.tpName(rt.typeOf(slot)),
      );
      rt.decref(given);
      return null;
    }
    const text = textOf(rt, slot);
    if (text === '__dict__') addDict = true;
    else if (text === '__weakref__') addWeak = true;
    else {
      if (D.getStr(rt, dict, slot) !== 0) {
        formatError(rt, 'ValueError', '%R in __slots__ conflicts with class variable', quoted(text));
        rt.decref(given);
        return null;
      }
      names.push(slot);
    }
  }
  if (m.ld(base + H.TP_ITEMSIZE) !== 0 && names.length > 0) {
    formatError(rt, 'TypeError', "nonempty __slots__ not supported for subtype of '%s'", rt.tpName(base));
    rt.decref(given);
    return null;
  }
  names.sort((a, b) => (textOf(rt, a) < textOf(rt, b) ? -1 : 1));
  const list = newList(rt, names.length);
  names.forEach((slot, i) => {
    m.st(m.ld(list + 24) + 8 * i, rt.incref(slot));
  });
  const slotsTuple = newTuple(rt, names.length);
  names.forEach((slot, i) => {
    m.st(slotsTuple + 24 + 8 * i, rt.incref(slot));
  });
  rt.decref(list);
  rt.decref(given);
  return { base, addDict: addDict && !hasDict, addWeak: addWeak && mayWeak, slots: names, slotsTuple };
}

function staticName(rt: Runtime, text: string): number {
  return rt.interned.get(text) ?? staticInterned(rt, text);
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
  wrap(rt, dict, '__new__', rt.types.staticmethod);
  wrap(rt, dict, '__init_subclass__', rt.types.classmethod);
  wrap(rt, dict, '__class_getitem__', rt.types.classmethod);
  const cellName = staticName(rt, '__classcell__');
  const cell = D.getStr(rt, dict, cellName);
  if (cell !== 0) {
    const old = m.ld(cell + 16);
    m.st(cell + 16, rt.incref(type));
    rt.xdecref(old);
    D.remove(rt, dict, cellName, m.ld(cellName + 24));
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

/** Models `mro_implementation`: the base's mro for one base, C3 merge for several. */
function makeMro(rt: Runtime, type: number, bases: number): boolean {
  const m = rt.mem;
  const n = tupleSize(rt, bases);
  let order: number[] = [];
  if (n === 1) {
    const mro = m.ld(tupleItem(rt, bases, 0) + H.TP_MRO);
    for (let i = 0; i < tupleSize(rt, mro); i++) order.push(tupleItem(rt, mro, i));
  } else {
    const merged = mergeOrders(rt, bases);
    if (merged === null) {
      const names: string[] = [];
      for (let i = 0; i < n; i++) names.push(rt.typeName(tupleItem(rt, bases, i)));
      setError(
        rt,
        'TypeError',
        `Cannot create a consistent method resolution\norder (MRO) for bases ${names.join(', ')}`,
      );
      return false;
    }
    order = merged;
  }
  if (n > 1) {
    m.st(type + H.TP_MRO, mergedTuple(rt, n, [type, ...order]));
    return true;
  }
  const mro = newTuple(rt, order.length + 1);
  m.st(mro + 24, rt.incref(type));
  order.forEach((t, i) => {
    m.st(mro + 32 + 8 * i, rt.incref(t));
  });
  m.st(type + H.TP_MRO, mro);
  return true;
}

/** The tuple of a merged order, by way of the list and the scratch of `pmerge`. */
function mergedTuple(rt: Runtime, bases: number, order: readonly number[]): number {
  const lists = rt.alloc.malloc(8 * (bases + 1));
  const list = newList(rt, 1);
  rt.mem.st(rt.mem.ld(list + 24), rt.incref(order[0] ?? 0));
  const positions = rt.alloc.malloc(4 * (bases + 1));
  for (const t of order.slice(1)) append(rt, list, t);
  rt.alloc.free(positions);
  rt.alloc.free(lists);
  const mro = tupleFrom(rt, rt.mem.ld(list + 24), order.length);
  rt.decref(list);
  return mro;
}

function mergeOrders(rt: Runtime, bases: number): number[] | null {
  const lists: number[][] = [];
  const direct: number[] = [];
  for (let i = 0; i < tupleSize(rt, bases); i++) {
    const base = tupleItem(rt, bases, i);
    const mro = rt.mem.ld(base + H.TP_MRO);
    const list: number[] = [];
    for (let k = 0; k < tupleSize(rt, mro); k++) list.push(tupleItem(rt, mro, k));
    lists.push(list);
    direct.push(base);
  }
  lists.push(direct);
  const out: number[] = [];
  for (;;) {
    const open = lists.filter((list) => list.length > 0);
    if (open.length === 0) return out;
    const pick = open
      .map((list) => list[0] ?? 0)
      .find((head) => open.every((list) => list.indexOf(head) <= 0));
    if (pick === undefined) return null;
    out.push(pick);
    for (const list of open) if (list[0] === pick) list.shift();
  }
}

/** The string CPython makes for a descriptor's name and drops because it is interned already. */
function passingName(rt: Runtime, name: string): void {
  if (name.length > 1) rt.decref(freshStr(rt, name));
}

function newDescriptor(rt: Runtime, kind: number, type: number, name: number, payload: number): number {
  const m = rt.mem;
  const o = rt.newCollected(kind, 48);
  m.st(o + 16, rt.incref(type));
  m.st(o + 24, rt.incref(name));
  m.st(o + 32, 0);
  m.st(o + 40, payload);
  rt.track(o);
  passingName(rt, textOf(rt, name));
  return o;
}

function addDescriptors(rt: Runtime, type: number, plan: Plan): void {
  const m = rt.mem;
  const dict = m.ld(type + H.TP_DICT);
  const start = m.ld(type + H.HT_SLOT_START);
  plan.slots.forEach((slot, i) => {
    const o = newDescriptor(rt, rt.types.memberDescriptor, type, slot, start + 8 * i);
    D.setStr(rt, dict, slot, o);
    rt.decref(o);
  });
  if (plan.addDict) addGetSet(rt, type, '__dict__', rt.instanceDictGetSet);
  if (plan.addWeak) addGetSet(rt, type, '__weakref__', rt.instanceWeakrefGetSet);
}

function addGetSet(rt: Runtime, type: number, name: string, index: number): void {
  const key = staticName(rt, name);
  const o = newDescriptor(rt, rt.types.getsetDescriptor, type, key, index);
  D.setStr(rt, rt.mem.ld(type + H.TP_DICT), key, o);
  rt.decref(o);
}

function sharedKeys(rt: Runtime): number {
  const keys = D.newKeys(rt, SHARED_KEYS_LOG2, D.UNICODE);
  rt.mem.st(keys + D.DK_KIND, D.SPLIT);
  rt.mem.st(keys + D.DK_USABLE, SHARED_KEYS_MAX);
  return keys;
}

/** Models `add_subclass`. */
function addSubclass(rt: Runtime, base: number, type: number): void {
  const m = rt.mem;
  const key = newInt(rt, type);
  const reference = newWeakref(rt, rt.types.weakref, type, 0);
  let registry = m.ld(base + H.TP_SUBCLASSES);
  if (registry === 0) {
    registry = D.newDict(rt);
    m.st(base + H.TP_SUBCLASSES, registry);
  }
  D.insert(rt, registry, key, reference, A.hashOf(rt, key));
  rt.decref(key);
  rt.decref(reference);
}

/** Takes a dying class out of its bases' registries. Models `remove_all_subclasses`. */
export function removeSubclass(rt: Runtime, base: number, type: number): void {
  const registry = rt.mem.ld(base + H.TP_SUBCLASSES);
  if (registry === 0) return;
  const key = newInt(rt, type);
  D.remove(rt, registry, key, A.hashOf(rt, key));
  rt.decref(key);
  if (D.dictUsed(rt, registry) === 0 && rt.mem.ld(base + H.TP_FLAGS) & H.FLAG_HEAP) {
    rt.clearField(base + H.TP_SUBCLASSES);
  }
}

/** `__set_name__` of what the class holds, over a copy of its dict. */
function setNames(rt: Runtime, type: number, dict: number): boolean {
  const copy = copyDict(rt, dict);
  for (let k = D.nextEntry(rt, copy, 0); k >= 0; k = D.nextEntry(rt, copy, k + 1)) {
    const value = D.valueAt(rt, copy, k);
    const method = lookupText(rt, rt.typeOf(value), '__set_name__');
    if (method === 0) continue;
    const get = rt.recordOf(method).descrGet;
    const bound = get === null ? rt.incref(method) : get(rt, method, value, rt.typeOf(value));
    const result = bound === 0 ? 0 : callValues(rt, bound, [type, D.keyAt(rt, copy, k)]);
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

/** Recomputes the slots of a class and of its subclasses after one of their attributes changed. */
export function updateRecord(rt: Runtime, type: number): void {
  const m = rt.mem;
  rt.clearMethodCache();
  const layout = baseOfLayout(rt, type);
  let inherited = rt.recordOfType(layout);
  const mro = m.ld(type + H.TP_MRO);
  for (let i = 0; i < tupleSize(rt, mro); i++) {
    const t = tupleItem(rt, mro, i);
    if ((m.ld(t + H.TP_FLAGS) & H.FLAG_HEAP) === 0) {
      if (t !== layout && isSubtype(rt, t, layout)) inherited = rt.recordOfType(t);
      break;
    }
  }
  rt.records.set(m.ld(type + H.TP_RECORD), classRecord(rt, type, inherited));
  const del = lookupText(rt, type, '__del__') !== 0 ? H.FLAG_DEL : 0;
  m.st(type + H.TP_FLAGS, (m.ld(type + H.TP_FLAGS) & ~H.FLAG_DEL) | del);
  for (const sub of subclasses(rt, type)) updateRecord(rt, sub);
}

/** Living direct subclasses, borrowed. */
export function subclasses(rt: Runtime, type: number): number[] {
  const m = rt.mem;
  const registry = m.ld(type + H.TP_SUBCLASSES);
  const out: number[] = [];
  if (registry === 0) return out;
  for (let k = D.nextEntry(rt, registry, 0); k >= 0; k = D.nextEntry(rt, registry, k + 1)) {
    const reference = D.valueAt(rt, registry, k);
    if (rt.typeOf(reference) !== rt.types.weakref) continue;
    const sub = m.ld(reference + 16);
    if (sub !== 0) out.push(sub);
  }
  return out;
}

export function subclassList(rt: Runtime, type: number): number {
  const list = newList(rt, 0);
  for (const sub of subclasses(rt, type)) append(rt, list, sub);
  return list;
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

/** Models `type_getattro`. */
export function typeGetAttr(rt: Runtime, type: number, name: number): number {
  const meta = rt.typeOf(type);
  const metaAttribute = lookupType(rt, meta, name);
  const metaRecord = metaAttribute === 0 ? null : rt.recordOf(metaAttribute);
  if (metaRecord !== null && metaRecord.descrGet !== null && metaRecord.descrSet !== null) {
    return metaRecord.descrGet(rt, metaAttribute, type, meta);
  }
  const attribute = lookupType(rt, type, name);
  if (attribute !== 0) {
    const get = rt.recordOf(attribute).descrGet;
    return get === null ? rt.incref(attribute) : get(rt, attribute, 0, type);
  }
  if (metaRecord !== null) {
    if (metaRecord.descrGet !== null) return metaRecord.descrGet(rt, metaAttribute, type, meta);
    return rt.incref(metaAttribute);
  }
  formatError(
    rt,
    'AttributeError',
    "type object '%.50s' has no attribute '%U'",
    rt.tpName(type),
    textOf(rt, name),
  );
  fillAttributeError(rt, type, name);
  return 0;
}

/** Models `type_setattro`. */
export function typeSetAttr(rt: Runtime, type: number, name: number, value: number): number {
  const m = rt.mem;
  const text = textOf(rt, name);
  if ((m.ld(type + H.TP_FLAGS) & H.FLAG_HEAP) === 0) {
    formatError(rt, 'TypeError', "cannot set '%s' attribute of immutable type '%s'", text, rt.tpName(type));
    return -1;
  }
  const metaAttribute = lookupType(rt, rt.typeOf(type), name);
  if (metaAttribute !== 0) {
    const set = rt.recordOf(metaAttribute).descrSet;
    if (set !== null) return set(rt, metaAttribute, type, value);
  }
  const dict = m.ld(type + H.TP_DICT);
  if (value === 0) {
    if (D.remove(rt, dict, name, m.ld(name + 24)) !== 1) {
      keyNotFound(rt, name);
      const format = "type object '%.50s' has no attribute '%U'";
      formatError(rt, 'AttributeError', format, rt.tpName(type), text);
      return -1;
    }
  } else if (D.setStr(rt, dict, name, value) < 0) return -1;
  rt.clearMethodCache();
  if (text.startsWith('__') && text.endsWith('__')) updateRecord(rt, type);
  return 0;
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
  rt.clearField(type + H.HT_NAME);
  rt.clearField(type + H.HT_QUALNAME);
  rt.clearField(type + H.HT_SLOTS);
  const keys = m.ld(type + H.HT_CACHED_KEYS);
  if (keys !== 0) D.decrefKeys(rt, keys);
  rt.clearMethodCache();
  rt.texts.drop(m.ld(type + H.TP_NAME));
  rt.records.drop(m.ld(type + H.TP_RECORD));
  rt.deleteCollected(type);
}
