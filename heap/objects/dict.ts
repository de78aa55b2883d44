/**
 * Dictionaries: a keys block (dictKeys.ts) and, for instances, a values array beside shared keys (dictValues.ts).
 * Models Objects/dictobject.c `_Py_dict_lookup`, `insertdict`, `dictresize`, `delitem_common`, `dict_dealloc`.
 */
import * as L from '../memory/layout.ts';
import { keysEqual } from './abstract.ts';
import * as K from './dictKeys.ts';
import { addToOrder, dropValues, freeValues, removeFromOrder, valuesOrder } from './dictValues.ts';
import * as H from './header.ts';
import type { Runtime } from './runtime.ts';
import { STR_HASH, strHash } from './str.ts';
import { trashBegin, trashEnd } from './trash.ts';

export const DICT_USED = 16;
export const DICT_KEYS = 32;
export const DICT_VALUES = 40;
export const DICT_BYTES = 48;

/* Copies: the host's compiler takes constants of this module for what they are, and reads imported ones each time. */
const DK_LOG2 = K.DK_LOG2;
const DK_KIND = K.DK_KIND;
const DK_USABLE = K.DK_USABLE;
const DK_ENTRIES = K.DK_ENTRIES;
const DK_INDICES = K.DK_INDICES;
const GENERAL = K.GENERAL;
const UNICODE = K.UNICODE;
const EMPTY = K.EMPTY;
const DUMMY = K.DUMMY;
const LOOKUP_ERROR = K.LOOKUP_ERROR;
const SAVED = K.SAVED;

/** High half of a key's hash: a str keeps its own, of others it was computed last. */
function highOf(rt: Runtime, key: number): number {
  return rt.typeOf(key) === rt.types.str ? rt.mem.ld(key + STR_HASH + 4) : rt.hashHigh;
}

/** Entry of the key, EMPTY, or LOOKUP_ERROR when a comparison raised. Keeps rt.hashHigh. */
export function find(rt: Runtime, dict: number, key: number, hash: number): number {
  const m = rt.mem;
  const isStr = rt.typeOf(key) === rt.types.str;
  for (;;) {
    const keys = m.ld(dict + DICT_KEYS);
    if (m.ld(keys + DK_KIND) !== GENERAL && isStr) return K.findStr(rt, keys, key);
    const high = highOf(rt, key);
    const found = findGeneral(rt, dict, keys, key, hash, high);
    rt.hashHigh = high;
    if (found !== -4) return found;
  }
}

/** -4 = the table changed while comparing: start again. */
function findGeneral(
  rt: Runtime,
  dict: number,
  keys: number,
  key: number,
  hash: number,
  wholeHigh: number,
): number {
  const m = rt.mem;
  const log2 = m.ld(keys + DK_LOG2);
  const general = m.ld(keys + DK_KIND) === GENERAL;
  const mask = (1 << log2) - 1;
  const entries = keys + DK_INDICES + K.indexBytes(log2);
  let perturb = hash;
  let high = general ? wholeHigh : 0;
  let i = hash & mask;
  for (;;) {
    const entry = K.getIndex(rt, keys, log2, i);
    if (entry === EMPTY) return EMPTY;
    if (entry >= 0) {
      const at = general ? entries + entry * 24 : entries + entry * 16;
      const other = m.ld(general ? at + 8 : at);
      if (other === key) return entry;
      const otherHash = general ? m.ld(at) : other === 0 ? ~hash : m.ld(other + STR_HASH);
      const sameHash = otherHash === hash && (!general || m.ld(at + 4) === wholeHigh);
      if (other !== 0 && sameHash) {
        rt.incref(other);
        const same = keysEqual(rt, other, key);
        rt.decref(other);
        if (same < 0) return LOOKUP_ERROR;
        if (m.ld(dict + DICT_KEYS) !== keys || m.ld(general ? at + 8 : at) !== other) return -4;
        if (same > 0) return entry;
      }
    }
    perturb = (perturb >>> 5) | (high << 27);
    high >>>= 5;
    i = (Math.imul(i, 5) + perturb + 1) & mask;
  }
}

export function newDict(rt: Runtime): number {
  return newDictWith(rt, rt.emptyKeys, 0);
}

/** Takes the keys over. */
export function newDictWith(rt: Runtime, keys: number, values: number): number {
  const m = rt.mem;
  const saved = rt.alloc.isolated ? 0 : m.ld(L.FREE_DICTS_LENGTH);
  let o: number;
  if (saved > 0) {
    m.st(L.FREE_DICTS_LENGTH, saved - 1);
    o = m.ld(L.FREE_DICTS + 4 * (saved - 1));
    rt.initObject(o, rt.types.dict);
  } else o = rt.newCollected(rt.types.dict, DICT_BYTES);
  m.st(o + DICT_USED, 0);
  m.st(o + DICT_KEYS, keys);
  m.st(o + DICT_VALUES, values);
  return o;
}

/** Untracked dict with room for n string keys (or any keys). */
export function newPresized(rt: Runtime, n: number, unicode: boolean): number {
  if (n <= 5) return newDict(rt);
  const keys = K.newKeys(rt, K.estimateLog2(n), unicode ? UNICODE : GENERAL);
  return newDictWith(rt, keys, 0);
}

export function mayBeTracked(rt: Runtime, o: number): boolean {
  if ((rt.flagsOf(o) & H.FLAG_GC) === 0) return false;
  if (rt.typeOf(o) === rt.types.tuple) return rt.isTracked(o);
  if (rt.kindOf(o) === H.KIND.type) return (rt.mem.ld(o + H.TP_FLAGS) & H.FLAG_HEAP) !== 0;
  return true;
}

export function maintainTracking(rt: Runtime, dict: number, key: number, value: number): void {
  if (!rt.isTracked(dict) && (mayBeTracked(rt, key) || mayBeTracked(rt, value))) rt.track(dict);
}

/** Moves the entries into a table of 2^log2 slots. */
export function resizeDict(rt: Runtime, dict: number, log2: number, unicode: boolean): void {
  const m = rt.mem;
  const old = m.ld(dict + DICT_KEYS);
  const values = m.ld(dict + DICT_VALUES);
  const oldGeneral = m.ld(old + DK_KIND) === GENERAL;
  const kind = unicode && !oldGeneral ? UNICODE : GENERAL;
  const keys = K.newKeys(rt, log2, kind);
  m.st(dict + DICT_KEYS, keys);
  const count = m.ld(old + DK_ENTRIES);
  const from = K.entriesOf(rt, old);
  const to = K.entriesOf(rt, keys);
  rt.work(count >> 3);
  let n = 0;
  const put = (key: number, value: number, hash: number, high: number): void => {
    if (kind === GENERAL) {
      m.st(to + n * 24, hash);
      m.st(to + n * 24 + 4, high);
      m.st(to + n * 24 + 8, key);
      m.st(to + n * 24 + 16, value);
    } else {
      m.st(to + n * 16, key);
      m.st(to + n * 16 + 8, value);
    }
    K.setIndex(rt, keys, log2, K.freeSlot(rt, keys, hash, high), n);
    n++;
  };
  if (values !== 0) {
    const used = m.ld(dict + DICT_USED);
    for (let k = 0; k < used; k++) {
      const entry = valuesOrder(rt, values, k);
      const key = m.ld(from + entry * 16);
      put(rt.incref(key), m.ld(values + 8 * entry), m.ld(key + STR_HASH), m.ld(key + STR_HASH + 4));
    }
    m.st(dict + DICT_VALUES, 0);
    freeValues(rt, values);
    K.decrefKeys(rt, old);
  } else {
    for (let k = 0; k < count; k++) {
      const at = oldGeneral ? from + k * 24 + 8 : from + k * 16;
      const value = m.ld(at + 8);
      if (value === 0) continue;
      const key = m.ld(at);
      const hashAt = oldGeneral ? at - 8 : key + STR_HASH;
      put(key, value, m.ld(hashAt), m.ld(hashAt + 4));
    }
    if (old !== rt.emptyKeys) K.releaseKeysBlock(rt, old);
  }
  m.st(keys + DK_USABLE, K.usableOf(log2) - n);
  m.st(keys + DK_ENTRIES, n);
}

function grow(rt: Runtime, dict: number, unicode: boolean): void {
  resizeDict(rt, dict, K.calculateLog2(rt.mem.ld(dict + DICT_USED) * 3), unicode);
}

/** Models `insertdict` and `insert_to_emptydict`; borrows key and value. -1 = a comparison raised. */
export function insert(rt: Runtime, dict: number, key: number, value: number, hash: number): number {
  const m = rt.mem;
  const isStr = rt.typeOf(key) === rt.types.str;
  rt.incref(key);
  rt.incref(value);
  if (m.ld(dict + DICT_KEYS) === rt.emptyKeys) {
    const keys = K.newKeys(rt, 3, isStr ? UNICODE : GENERAL);
    maintainTracking(rt, dict, key, value);
    m.st(dict + DICT_KEYS, keys);
    m.st(dict + DICT_VALUES, 0);
    addEntry(rt, dict, keys, key, value, hash);
    return 0;
  }
  if (m.ld(m.ld(dict + DICT_KEYS) + DK_KIND) !== GENERAL && !isStr) grow(rt, dict, false);
  let values = m.ld(dict + DICT_VALUES);
  if (values !== 0) {
    const shared = m.ld(dict + DICT_KEYS);
    const entry = K.insertShared(rt, shared, key);
    if (entry !== EMPTY) {
      maintainTracking(rt, dict, key, value);
      const old = m.ld(values + 8 * entry);
      m.st(values + 8 * entry, value);
      if (old === 0) {
        addToOrder(rt, values, entry);
        m.st(dict + DICT_USED, m.ld(dict + DICT_USED) + 1);
      } else rt.decref(old);
      rt.decref(key);
      return 0;
    }
    grow(rt, dict, true);
    values = 0;
  }
  const entry = find(rt, dict, key, hash);
  if (entry === LOOKUP_ERROR) {
    rt.decref(key);
    rt.decref(value);
    return -1;
  }
  maintainTracking(rt, dict, key, value);
  if (entry === EMPTY) {
    if (m.ld(m.ld(dict + DICT_KEYS) + DK_USABLE) <= 0) grow(rt, dict, true);
    addEntry(rt, dict, m.ld(dict + DICT_KEYS), key, value, hash);
    return 0;
  }
  const at = K.entryKey(rt, m.ld(dict + DICT_KEYS), entry) + 8;
  const old = m.ld(at);
  m.st(at, value);
  rt.decref(old);
  rt.decref(key);
  return 0;
}

function addEntry(rt: Runtime, dict: number, keys: number, key: number, value: number, hash: number): void {
  const m = rt.mem;
  const n = m.ld(keys + DK_ENTRIES);
  const log2 = m.ld(keys + DK_LOG2);
  const high = highOf(rt, key);
  K.setIndex(rt, keys, log2, K.freeSlot(rt, keys, hash, high), n);
  const at = K.entryKey(rt, keys, n);
  if (m.ld(keys + DK_KIND) === GENERAL) {
    m.st(at - 8, hash);
    m.st(at - 4, high);
  }
  m.st(at, key);
  m.st(at + 8, value);
  m.st(keys + DK_ENTRIES, n + 1);
  m.st(keys + DK_USABLE, m.ld(keys + DK_USABLE) - 1);
  m.st(dict + DICT_USED, m.ld(dict + DICT_USED) + 1);
}

/** Borrowed value, 0 = absent (or, with an exception set, a comparison raised). */
export function getItem(rt: Runtime, dict: number, key: number, hash: number): number {
  const entry = find(rt, dict, key, hash);
  return entry < 0 ? 0 : entryValue(rt, dict, entry);
}

export function entryValue(rt: Runtime, dict: number, entry: number): number {
  const m = rt.mem;
  const values = m.ld(dict + DICT_VALUES);
  if (values !== 0) return m.ld(values + 8 * entry);
  return m.ld(K.entryKey(rt, m.ld(dict + DICT_KEYS), entry) + 8);
}

/** Borrowed value under a str. */
export function getStr(rt: Runtime, dict: number, name: number): number {
  const m = rt.mem;
  const keys = m.ld(dict + DICT_KEYS);
  if (m.ld(keys + DK_KIND) === GENERAL) return getItem(rt, dict, name, strHash(rt, name));
  const entry = K.findStr(rt, keys, name);
  if (entry < 0) return 0;
  const values = m.ld(dict + DICT_VALUES);
  if (values !== 0) return m.ld(values + 8 * entry);
  const log2 = m.ld(keys + DK_LOG2);
  return m.ld(keys + DK_INDICES + K.indexBytes(log2) + entry * 16 + 8);
}

export function setStr(rt: Runtime, dict: number, name: number, value: number): number {
  return insert(rt, dict, name, value, strHash(rt, name));
}

/** 1 = was there and is gone, 0 = absent, -1 = a comparison raised. */
export function remove(rt: Runtime, dict: number, key: number, hash: number): number {
  const entry = find(rt, dict, key, hash);
  if (entry === LOOKUP_ERROR) return -1;
  if (entry < 0) return 0;
  const old = takeEntry(rt, dict, entry, hash);
  if (old === 0) return 0;
  rt.decref(old);
  return 1;
}

/** Empties an entry and hands its value to the caller; 0 = a split table has no value there. */
export function takeEntry(rt: Runtime, dict: number, entry: number, hash: number): number {
  const m = rt.mem;
  const keys = m.ld(dict + DICT_KEYS);
  const values = m.ld(dict + DICT_VALUES);
  if (values !== 0) {
    const old = m.ld(values + 8 * entry);
    if (old === 0) return 0;
    m.st(values + 8 * entry, 0);
    removeFromOrder(rt, values, entry);
    m.st(dict + DICT_USED, m.ld(dict + DICT_USED) - 1);
    return old;
  }
  m.st(dict + DICT_USED, m.ld(dict + DICT_USED) - 1);
  const at = K.entryKey(rt, keys, entry);
  const key = m.ld(at);
  const high = m.ld(keys + DK_KIND) === GENERAL ? m.ld(at - 4) : 0;
  K.setIndex(rt, keys, m.ld(keys + DK_LOG2), K.slotOfEntry(rt, keys, hash, high, entry), DUMMY);
  const old = m.ld(at + 8);
  m.st(at, 0);
  m.st(at + 8, 0);
  rt.decref(key);
  return old;
}

/**
 * Takes the newest entry out: key and value, owned; null = empty. A combined table gets the entry's place back, though
 * not its usable slot. Models `dict_popitem_impl`.
 */
export function takeLast(rt: Runtime, dict: number): { readonly key: number; readonly value: number } | null {
  const m = rt.mem;
  if (m.ld(dict + DICT_USED) === 0) return null;
  if (m.ld(dict + DICT_VALUES) !== 0) {
    const keys = m.ld(dict + DICT_KEYS);
    resizeDict(rt, dict, m.ld(keys + DK_LOG2), true);
  }
  const keys = m.ld(dict + DICT_KEYS);
  let entry = m.ld(keys + DK_ENTRIES) - 1;
  while (entry >= 0 && m.ld(K.entryKey(rt, keys, entry) + 8) === 0) entry--;
  const at = K.entryKey(rt, keys, entry);
  const key = m.ld(at);
  const value = m.ld(at + 8);
  const hashPlace = m.ld(keys + DK_KIND) === GENERAL ? at - 8 : key + STR_HASH;
  const slot = K.slotOfEntry(rt, keys, m.ld(hashPlace), m.ld(hashPlace + 4), entry);
  K.setIndex(rt, keys, m.ld(keys + DK_LOG2), slot, DUMMY);
  m.st(at, 0);
  m.st(at + 8, 0);
  m.st(keys + DK_ENTRIES, entry);
  m.st(dict + DICT_USED, m.ld(dict + DICT_USED) - 1);
  return { key, value };
}

export function clearDict(rt: Runtime, dict: number): void {
  const m = rt.mem;
  const keys = m.ld(dict + DICT_KEYS);
  const values = m.ld(dict + DICT_VALUES);
  if (keys === rt.emptyKeys) return;
  m.st(dict + DICT_KEYS, rt.emptyKeys);
  m.st(dict + DICT_VALUES, 0);
  m.st(dict + DICT_USED, 0);
  if (values !== 0) dropValues(rt, values, m.ld(keys + DK_ENTRIES));
  K.decrefKeys(rt, keys);
}

export function dictDealloc(rt: Runtime, o: number): void {
  const m = rt.mem;
  if (m.ld(o + H.GC_NEXT) !== 0) rt.untrack(o);
  if (trashBegin(rt, o)) return;
  const values = m.ld(o + DICT_VALUES);
  const keys = m.ld(o + DICT_KEYS);
  if (values !== 0) dropValues(rt, values, m.ld(keys + DK_ENTRIES));
  K.decrefKeys(rt, keys);
  const saved = m.ld(L.FREE_DICTS_LENGTH);
  if (saved < SAVED && rt.typeOf(o) === rt.types.dict && !rt.alloc.isolated) {
    m.serials[o >> 4] = 0;
    m.st(L.FREE_DICTS + 4 * saved, o);
    m.st(L.FREE_DICTS_LENGTH, saved + 1);
  } else rt.deleteCollected(o);
  trashEnd(rt);
}
