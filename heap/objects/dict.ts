/**
 * Dictionaries: a keys block (index table and entries) and, for instances, a values array beside shared keys.
 * Models Objects/dictobject.c `_Py_dict_lookup`, `insertdict`, `dictresize`, `delitem_common`, `dict_dealloc`.
 */
import * as L from '../memory/layout.ts';
import { keysEqual } from './abstract.ts';
import * as H from './header.ts';
import type { Runtime } from './runtime.ts';
import { STR_HASH, strHash, textOf } from './str.ts';
import { trashBegin, trashEnd } from './trash.ts';

export const DICT_USED = 16;
export const DICT_KEYS = 32;
export const DICT_VALUES = 40;
export const DICT_BYTES = 48;

export const DK_REFCNT = 0;
export const DK_LOG2 = 8;
export const DK_KIND = 12;
export const DK_USABLE = 16;
export const DK_ENTRIES = 24;
export const DK_INDICES = 32;
export const GENERAL = 0;
export const UNICODE = 1;
export const SPLIT = 2;
const SAVED = 80;

export const EMPTY = -1;
const DUMMY = -2;
export const LOOKUP_ERROR = -3;

export function usableOf(log2: number): number {
  return Math.floor((2 << log2) / 3);
}

function indexBytes(log2: number): number {
  return log2 < 8 ? 1 << log2 : log2 < 16 ? 2 << log2 : 4 << log2;
}

export function keysBytes(log2: number, kind: number): number {
  return DK_INDICES + indexBytes(log2) + usableOf(log2) * (kind === GENERAL ? 24 : 16);
}

/** log2 of the table for `wanted` entries; the quirk for 1..7 is CPython's. */
export function calculateLog2(wanted: number): number {
  return 32 - Math.clz32(((wanted | 8) - 1) | 7);
}

/** log2 of the table in which `n` entries find room. */
export function estimateLog2(n: number): number {
  return calculateLog2(Math.floor((n * 3 + 1) / 2));
}

export function newKeys(rt: Runtime, log2: number, kind: number): number {
  const m = rt.mem;
  let keys = 0;
  if (log2 === 3 && kind === UNICODE && !rt.alloc.isolated) {
    const saved = m.ld(L.FREE_KEYS_LENGTH);
    if (saved > 0) {
      m.st(L.FREE_KEYS_LENGTH, saved - 1);
      keys = m.ld(L.FREE_KEYS + 4 * (saved - 1));
    }
  }
  if (keys === 0) keys = rt.alloc.malloc(keysBytes(log2, kind));
  initKeys(rt, keys, log2, kind);
  return keys;
}

export function initKeys(rt: Runtime, keys: number, log2: number, kind: number): void {
  const m = rt.mem;
  m.st(keys + DK_REFCNT, 1);
  m.st(keys + DK_LOG2, log2);
  m.st(keys + DK_KIND, kind);
  m.st(keys + DK_USABLE, usableOf(log2));
  m.st(keys + DK_ENTRIES, 0);
  const bytes = indexBytes(log2);
  m.u8.fill(255, keys + DK_INDICES, keys + DK_INDICES + bytes);
  m.zero(keys + DK_INDICES + bytes, keysBytes(log2, kind) - DK_INDICES - bytes);
}

export function entriesOf(rt: Runtime, keys: number): number {
  return keys + DK_INDICES + indexBytes(rt.mem.ld(keys + DK_LOG2));
}

/** Address of the entry's key; its value is 8 behind, except in split tables. */
export function entryKey(rt: Runtime, keys: number, entry: number): number {
  const general = rt.mem.ld(keys + DK_KIND) === GENERAL;
  return entriesOf(rt, keys) + (general ? entry * 24 + 8 : entry * 16);
}

function getIndex(rt: Runtime, keys: number, log2: number, i: number): number {
  const m = rt.mem;
  const at = keys + DK_INDICES;
  if (log2 < 8) return (m.ldb(at + i) << 24) >> 24;
  if (log2 < 16) {
    const word = m.ld(at + ((i << 1) & ~3));
    return i & 1 ? word >> 16 : (word << 16) >> 16;
  }
  return m.ld(at + 4 * i);
}

function setIndex(rt: Runtime, keys: number, log2: number, i: number, entry: number): void {
  const m = rt.mem;
  const at = keys + DK_INDICES;
  if (log2 < 8) m.stb(at + i, entry);
  else if (log2 < 16) {
    m.stb(at + 2 * i, entry);
    m.stb(at + 2 * i + 1, entry >> 8);
  } else m.st(at + 4 * i, entry);
}

/** Entry of an exact str key in a table of strings: no Python code can run. */
export function findStr(rt: Runtime, keys: number, key: number): number {
  const m = rt.mem;
  const hash = strHash(rt, key);
  const log2 = m.ld(keys + DK_LOG2);
  const mask = (1 << log2) - 1;
  const entries = keys + DK_INDICES + indexBytes(log2);
  let perturb = hash >>> 0;
  let i = hash & mask;
  for (;;) {
    const entry = getIndex(rt, keys, log2, i);
    if (entry >= 0) {
      const other = m.ld(entries + entry * 16);
      if (other === key) return entry;
      if (other !== 0 && m.ld(other + STR_HASH) === hash && textOf(rt, other) === textOf(rt, key))
        return entry;
    } else if (entry === EMPTY) return EMPTY;
    perturb >>>= 5;
    i = (i * 5 + perturb + 1) & mask;
  }
}

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
    if (m.ld(keys + DK_KIND) !== GENERAL && isStr) return findStr(rt, keys, key);
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
  const entries = keys + DK_INDICES + indexBytes(log2);
  let perturb = hash;
  let high = general ? wholeHigh : 0;
  let i = hash & mask;
  for (;;) {
    const entry = getIndex(rt, keys, log2, i);
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

/** Place in the index table that refers to an entry. */
function slotOfEntry(rt: Runtime, keys: number, hash: number, wholeHigh: number, wanted: number): number {
  const log2 = rt.mem.ld(keys + DK_LOG2);
  const mask = (1 << log2) - 1;
  let perturb = hash;
  let high = rt.mem.ld(keys + DK_KIND) === GENERAL ? wholeHigh : 0;
  let i = hash & mask;
  while (getIndex(rt, keys, log2, i) !== wanted) {
    perturb = (perturb >>> 5) | (high << 27);
    high >>>= 5;
    i = (Math.imul(i, 5) + perturb + 1) & mask;
  }
  return i;
}

function freeSlot(rt: Runtime, keys: number, hash: number, wholeHigh: number): number {
  const log2 = rt.mem.ld(keys + DK_LOG2);
  const mask = (1 << log2) - 1;
  let perturb = hash;
  let high = rt.mem.ld(keys + DK_KIND) === GENERAL ? wholeHigh : 0;
  let i = hash & mask;
  while (getIndex(rt, keys, log2, i) >= 0) {
    perturb = (perturb >>> 5) | (high << 27);
    high >>>= 5;
    i = (Math.imul(i, 5) + perturb + 1) & mask;
  }
  return i;
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
  const keys = newKeys(rt, estimateLog2(n), unicode ? UNICODE : GENERAL);
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
  const keys = newKeys(rt, log2, kind);
  m.st(dict + DICT_KEYS, keys);
  const count = m.ld(old + DK_ENTRIES);
  const from = entriesOf(rt, old);
  const to = entriesOf(rt, keys);
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
    setIndex(rt, keys, log2, freeSlot(rt, keys, hash, high), n);
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
    decrefKeys(rt, old);
  } else {
    for (let k = 0; k < count; k++) {
      const at = oldGeneral ? from + k * 24 + 8 : from + k * 16;
      const value = m.ld(at + 8);
      if (value === 0) continue;
      const key = m.ld(at);
      const hashAt = oldGeneral ? at - 8 : key + STR_HASH;
      put(key, value, m.ld(hashAt), m.ld(hashAt + 4));
    }
    if (old !== rt.emptyKeys) releaseKeysBlock(rt, old);
  }
  m.st(keys + DK_USABLE, usableOf(log2) - n);
  m.st(keys + DK_ENTRIES, n);
}

function releaseKeysBlock(rt: Runtime, keys: number): void {
  const m = rt.mem;
  const saved = m.ld(L.FREE_KEYS_LENGTH);
  if (m.ld(keys + DK_LOG2) === 3 && m.ld(keys + DK_KIND) === UNICODE && saved < SAVED && !rt.alloc.isolated) {
    m.st(L.FREE_KEYS + 4 * saved, keys);
    m.st(L.FREE_KEYS_LENGTH, saved + 1);
  } else rt.alloc.free(keys);
}

/** Models `dictkeys_decref` and `free_keys_object`. */
export function decrefKeys(rt: Runtime, keys: number): void {
  const m = rt.mem;
  if (keys === rt.emptyKeys) return;
  const count = m.ld(keys + DK_REFCNT) - 1;
  m.st(keys + DK_REFCNT, count);
  if (count > 0) return;
  const general = m.ld(keys + DK_KIND) === GENERAL;
  const n = m.ld(keys + DK_ENTRIES);
  const entries = entriesOf(rt, keys);
  for (let k = 0; k < n; k++) {
    const at = general ? entries + k * 24 + 8 : entries + k * 16;
    rt.xdecref(m.ld(at));
    rt.xdecref(m.ld(at + 8));
  }
  releaseKeysBlock(rt, keys);
}

function grow(rt: Runtime, dict: number, unicode: boolean): void {
  resizeDict(rt, dict, calculateLog2(rt.mem.ld(dict + DICT_USED) * 3), unicode);
}

/** Models `insertdict` and `insert_to_emptydict`; borrows key and value. -1 = a comparison raised. */
export function insert(rt: Runtime, dict: number, key: number, value: number, hash: number): number {
  const m = rt.mem;
  const isStr = rt.typeOf(key) === rt.types.str;
  rt.incref(key);
  rt.incref(value);
  if (m.ld(dict + DICT_KEYS) === rt.emptyKeys) {
    const keys = newKeys(rt, 3, isStr ? UNICODE : GENERAL);
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
    const entry = insertShared(rt, shared, key);
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
  const at = entryKey(rt, m.ld(dict + DICT_KEYS), entry) + 8;
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
  setIndex(rt, keys, log2, freeSlot(rt, keys, hash, high), n);
  const at = entryKey(rt, keys, n);
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

/** Entry of a name in shared keys, added if there is room; EMPTY if there is none. Models `insert_into_dictkeys`. */
export function insertShared(rt: Runtime, keys: number, name: number): number {
  const m = rt.mem;
  const found = findStr(rt, keys, name);
  if (found !== EMPTY) return found;
  const usable = m.ld(keys + DK_USABLE);
  if (usable <= 0) return EMPTY;
  const n = m.ld(keys + DK_ENTRIES);
  setIndex(rt, keys, m.ld(keys + DK_LOG2), freeSlot(rt, keys, m.ld(name + STR_HASH), 0), n);
  m.st(entriesOf(rt, keys) + 16 * n, rt.incref(name));
  m.st(entriesOf(rt, keys) + 16 * n + 8, 0);
  m.st(keys + DK_ENTRIES, n + 1);
  m.st(keys + DK_USABLE, usable - 1);
  return n;
}

/* the values array: bytes in front of it hold its prefix size, the number of names, and their order */

export function addToOrder(rt: Runtime, values: number, entry: number): void {
  const m = rt.mem;
  const n = m.ldb(values - 2);
  m.stb(values - 3 - n, entry);
  m.stb(values - 2, n + 1);
}

export function removeFromOrder(rt: Runtime, values: number, entry: number): void {
  const m = rt.mem;
  const n = m.ldb(values - 2);
  let k = 0;
  while (k < n && m.ldb(values - 3 - k) !== entry) k++;
  for (; k < n - 1; k++) m.stb(values - 3 - k, m.ldb(values - 4 - k));
  m.stb(values - 2, n - 1);
}

export function valuesOrder(rt: Runtime, values: number, k: number): number {
  return rt.mem.ldb(values - 3 - k);
}

export function newValues(rt: Runtime, slots: number): number {
  const prefix = (slots + 2 + 7) & ~7;
  const block = rt.alloc.malloc(prefix + 8 * slots);
  const m = rt.mem;
  m.zero(block, prefix + 8 * slots);
  m.stb(block + prefix - 1, prefix);
  return block + prefix;
}

export function freeValues(rt: Runtime, values: number): void {
  rt.alloc.free(values - rt.mem.ldb(values - 1));
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
  return m.ld(entryKey(rt, m.ld(dict + DICT_KEYS), entry) + 8);
}

/** Borrowed value under a str. */
export function getStr(rt: Runtime, dict: number, name: number): number {
  const m = rt.mem;
  const keys = m.ld(dict + DICT_KEYS);
  if (m.ld(keys + DK_KIND) === GENERAL) return getItem(rt, dict, name, strHash(rt, name));
  const entry = findStr(rt, keys, name);
  if (entry < 0) return 0;
  const values = m.ld(dict + DICT_VALUES);
  if (values !== 0) return m.ld(values + 8 * entry);
  const log2 = m.ld(keys + DK_LOG2);
  return m.ld(keys + DK_INDICES + indexBytes(log2) + entry * 16 + 8);
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
  const at = entryKey(rt, keys, entry);
  const key = m.ld(at);
  const high = m.ld(keys + DK_KIND) === GENERAL ? m.ld(at - 4) : 0;
  setIndex(rt, keys, m.ld(keys + DK_LOG2), slotOfEntry(rt, keys, hash, high, entry), DUMMY);
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
  while (entry >= 0 && m.ld(entryKey(rt, keys, entry) + 8) === 0) entry--;
  const at = entryKey(rt, keys, entry);
  const key = m.ld(at);
  const value = m.ld(at + 8);
  const hashPlace = m.ld(keys + DK_KIND) === GENERAL ? at - 8 : key + STR_HASH;
  const slot = slotOfEntry(rt, keys, m.ld(hashPlace), m.ld(hashPlace + 4), entry);
  setIndex(rt, keys, m.ld(keys + DK_LOG2), slot, DUMMY);
  m.st(at, 0);
  m.st(at + 8, 0);
  m.st(keys + DK_ENTRIES, entry);
  m.st(dict + DICT_USED, m.ld(dict + DICT_USED) - 1);
  return { key, value };
}

/**
 * Walks a dict: the position to go on from, or -1 at its end. The entry is then in `walkKey`, `walkValue` of the
 * caller through entryAt. Models `_PyDict_Next`.
 */
export function nextEntry(rt: Runtime, dict: number, position: number): number {
  const m = rt.mem;
  if (m.ld(dict + DICT_VALUES) !== 0) return position < m.ld(dict + DICT_USED) ? position : -1;
  const keys = m.ld(dict + DICT_KEYS);
  const n = m.ld(keys + DK_ENTRIES);
  const general = m.ld(keys + DK_KIND) === GENERAL;
  const entries = entriesOf(rt, keys);
  for (let k = position; k < n; k++) {
    if (m.ld(general ? entries + k * 24 + 16 : entries + k * 16 + 8) !== 0) return k;
  }
  return -1;
}

export function keyAt(rt: Runtime, dict: number, position: number): number {
  const m = rt.mem;
  const keys = m.ld(dict + DICT_KEYS);
  const values = m.ld(dict + DICT_VALUES);
  return m.ld(entryKey(rt, keys, values === 0 ? position : valuesOrder(rt, values, position)));
}

export function valueAt(rt: Runtime, dict: number, position: number): number {
  const m = rt.mem;
  const values = m.ld(dict + DICT_VALUES);
  if (values !== 0) return m.ld(values + 8 * valuesOrder(rt, values, position));
  return m.ld(entryKey(rt, m.ld(dict + DICT_KEYS), position) + 8);
}

export function hashAt(rt: Runtime, dict: number, position: number): number {
  const m = rt.mem;
  const keys = m.ld(dict + DICT_KEYS);
  const general = m.ld(keys + DK_KIND) === GENERAL;
  const at = general ? entryKey(rt, keys, position) - 8 : keyAt(rt, dict, position) + STR_HASH;
  rt.hashHigh = m.ld(at + 4);
  return m.ld(at);
}

export function dictUsed(rt: Runtime, dict: number): number {
  return rt.mem.ld(dict + DICT_USED);
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
  decrefKeys(rt, keys);
}

/** Releases the first n values and the array. */
export function dropValues(rt: Runtime, values: number, n: number): void {
  for (let k = 0; k < n; k++) {
    const value = rt.mem.i32[(values + 8 * k) >> 2] ?? 0;
    if (value !== 0) rt.decref(value);
  }
  freeValues(rt, values);
}

export function dictDealloc(rt: Runtime, o: number): void {
  const m = rt.mem;
  if (m.ld(o + H.GC_NEXT) !== 0) rt.untrack(o);
  if (trashBegin(rt, o)) return;
  const values = m.ld(o + DICT_VALUES);
  const keys = m.ld(o + DICT_KEYS);
  if (values !== 0) dropValues(rt, values, m.ld(keys + DK_ENTRIES));
  decrefKeys(rt, keys);
  const saved = m.ld(L.FREE_DICTS_LENGTH);
  if (saved < SAVED && rt.typeOf(o) === rt.types.dict && !rt.alloc.isolated) {
    m.serials[o >> 4] = 0;
    m.st(L.FREE_DICTS + 4 * saved, o);
    m.st(L.FREE_DICTS_LENGTH, saved + 1);
  } else rt.deleteCollected(o);
  trashEnd(rt);
}

/** Bytes that sys.getsizeof counts for the table, without headers. */
export function dictTableBytes(rt: Runtime, dict: number): number {
  const m = rt.mem;
  const keys = m.ld(dict + DICT_KEYS);
  if (keys === rt.emptyKeys) return 0;
  if (m.ld(dict + DICT_VALUES) !== 0) {
    return (m.ld(keys + DK_ENTRIES) + m.ld(keys + DK_USABLE)) * 8;
  }
  return keysBytes(m.ld(keys + DK_LOG2), m.ld(keys + DK_KIND));
}
