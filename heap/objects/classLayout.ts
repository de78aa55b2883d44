/** What a class adds to the layout of its base: `__slots__`, dict, weak references. Models `best_base`, `type_new_slots`. */
import * as D from './dict.ts';
import { DK_KIND, DK_USABLE, newKeys, SPLIT, UNICODE } from './dictKeys.ts';
import { formatError, setError } from './errors.ts';
import * as H from './header.ts';
import { newList } from './list.ts';
import type { Runtime } from './runtime.ts';
import { freshStr, isStr, staticInterned, textOf } from './str.ts';
import { quoted } from './text.ts';
import { newTuple, tupleItem, tupleOf, tupleSize } from './tuple.ts';
import { isSubtype, isType } from './typetools.ts';

const SHARED_KEYS_LOG2 = 6;

const SHARED_KEYS_MAX = 30;

/** Does the class declare that its base's layout plus its own slots is all there is? */
export interface Plan {
  readonly base: number;
  readonly addDict: boolean;
  readonly addWeak: boolean;
  /** Sorted names for member descriptors. */
  readonly slots: readonly number[];
  readonly slotsTuple: number;
}

/** The base whose layout the class extends; 0 = an exception is set. Models `best_base`. */
export function bestBase(rt: Runtime, bases: number): number {
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
export function planSlots(rt: Runtime, base: number, dict: number): Plan | null {
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

export function staticName(rt: Runtime, text: string): number {
  return rt.interned.get(text) ?? staticInterned(rt, text);
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

export function addDescriptors(rt: Runtime, type: number, plan: Plan): void {
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

export function sharedKeys(rt: Runtime): number {
  const keys = newKeys(rt, SHARED_KEYS_LOG2, UNICODE);
  rt.mem.st(keys + DK_KIND, SPLIT);
  rt.mem.st(keys + DK_USABLE, SHARED_KEYS_MAX);
  return keys;
}
