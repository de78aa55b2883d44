/**
 * The keys block of a dictionary: an index table that is probed, and behind it the entries in the order of insertion.
 * Instances of a class share theirs. Models Objects/dictobject.c `PyDictKeysObject`, `unicodekeys_lookup_unicode`,
 * `find_empty_slot`, `insert_into_dictkeys`, `dictkeys_decref`.
 */
import * as L from '../memory/layout.ts';
import type { Runtime } from './runtime.ts';
import { STR_HASH, strHash, textOf } from './str.ts';

export const DK_REFCNT = 0;
export const DK_LOG2 = 8;
export const DK_KIND = 12;
export const DK_USABLE = 16;
export const DK_ENTRIES = 24;
export const DK_INDICES = 32;
export const GENERAL = 0;
export const UNICODE = 1;
export const SPLIT = 2;
/** Blocks that are kept for the next one of the kind, and dicts likewise. */
export const SAVED = 80;

export const EMPTY = -1;
export const DUMMY = -2;
export const LOOKUP_ERROR = -3;

export function usableOf(log2: number): number {
  return Math.floor((2 << log2) / 3);
}

export function indexBytes(log2: number): number {
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

export function getIndex(rt: Runtime, keys: number, log2: number, i: number): number {
  const m = rt.mem;
  const at = keys + DK_INDICES;
  if (log2 < 8) return (m.ldb(at + i) << 24) >> 24;
  if (log2 < 16) {
    const word = m.ld(at + ((i << 1) & ~3));
    return i & 1 ? word >> 16 : (word << 16) >> 16;
  }
  return m.ld(at + 4 * i);
}

export function setIndex(rt: Runtime, keys: number, log2: number, i: number, entry: number): void {
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

/** Place in the index table that refers to an entry. */
export function slotOfEntry(
  rt: Runtime,
  keys: number,
  hash: number,
  wholeHigh: number,
  wanted: number,
): number {
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

export function freeSlot(rt: Runtime, keys: number, hash: number, wholeHigh: number): number {
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

export function releaseKeysBlock(rt: Runtime, keys: number): void {
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
