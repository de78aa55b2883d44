/** Sets. Models Objects/setobject.c `set_add_entry`, `set_table_resize`, `set_merge`, `set_discard_entry`. */
import { compareTruth, EQ, hashOf, iterate, next } from './abstract.ts';
import { DICT_USED } from './dict.ts';
import { hashAt, keyAt, nextEntry } from './dictWalk.ts';
import * as H from './header.ts';
import { allocate } from './instance.ts';
import type { Runtime } from './runtime.ts';
import { strEquals } from './str.ts';
import { trashBegin, trashEnd } from './trash.ts';
import { clearWeakrefs } from './weakref.ts';

export const SET_FILL = 16;
export const SET_USED = 24;
export const SET_MASK = 32;
export const SET_TABLE = 40;
export const SET_HASH = 48;
export const SET_FINGER = 56;
export const SET_SMALL = 64;
export const SET_WEAKREFS = 192;
export const SET_BYTES = 200;
const LINEAR_PROBES = 9;
const MIN_SLOTS = 8;

export function newSet(rt: Runtime, type: number): number {
  const o = allocate(rt, type, 0);
  rt.mem.st(o + SET_MASK, MIN_SLOTS - 1);
  rt.mem.st(o + SET_TABLE, o + SET_SMALL);
  rt.mem.st(o + SET_HASH, -1);
  rt.mem.st(o + SET_HASH + 4, -1);
  return o;
}

export function isSet(rt: Runtime, o: number): boolean {
  return (rt.flagsOf(o) & H.FLAG_SET) !== 0;
}

/** A deleted entry: key 1 (no object lies there), hash -1. */
const DUMMY = 1;

/** Slot address of the key; when absent, of the last deleted entry on its way, else of a free slot; 0 = a comparison raised. Keeps rt.hashHigh. */
function lookup(rt: Runtime, set: number, key: number, hash: number): number {
  const m = rt.mem;
  const wholeHigh = rt.hashHigh;
  for (;;) {
    const table = m.ld(set + SET_TABLE);
    const mask = m.ld(set + SET_MASK);
    let perturb = hash;
    let high = wholeHigh;
    let i = hash & mask;
    let deleted = 0;
    let restart = false;
    while (!restart) {
      let at = table + 16 * i;
      let probes = i + LINEAR_PROBES <= mask ? LINEAR_PROBES : 0;
      do {
        const other = m.ld(at);
        if (other === 0) return deleted === 0 ? at : deleted;
        if (other === DUMMY) deleted = at;
        else if (m.ld(at + 8) === hash && m.ld(at + 12) === wholeHigh) {
          if (other === key) return at;
          let same: number;
          const type = rt.typeOf(key);
          if (type === rt.types.str && rt.typeOf(other) === type) same = strEquals(rt, other, key) ? 1 : 0;
          else {
            rt.incref(other);
            same = compareTruth(rt, other, key, EQ);
            rt.decref(other);
            rt.hashHigh = wholeHigh;
            if (same < 0) return 0;
            if (m.ld(set + SET_TABLE) !== table || m.ld(at) !== other) {
              restart = true;
              break;
            }
          }
          if (same > 0) return at;
        }
        at += 16;
      } while (probes-- > 0);
      perturb = (perturb >>> 5) | (high << 27);
      high >>>= 5;
      i = (Math.imul(i, 5) + 1 + perturb) & mask;
    }
  }
}

/** Adds into a table without dummies and without an equal key. */
function insertClean(
  rt: Runtime,
  table: number,
  mask: number,
  key: number,
  hash: number,
  wholeHigh: number,
): void {
  const m = rt.mem;
  let perturb = hash;
  let high = wholeHigh;
  let i = hash & mask;
  for (;;) {
    let at = table + 16 * i;
    let probes = i + LINEAR_PROBES <= mask ? LINEAR_PROBES : 0;
    do {
      if (m.ld(at) === 0) {
        m.st(at, key);
        m.st(at + 8, hash);
        m.st(at + 12, wholeHigh);
        return;
      }
      at += 16;
    } while (probes-- > 0);
    perturb = (perturb >>> 5) | (high << 27);
    high >>>= 5;
    i = (Math.imul(i, 5) + 1 + perturb) & mask;
  }
}

export function resizeSet(rt: Runtime, set: number, wanted: number): void {
  const m = rt.mem;
  let slots = MIN_SLOTS;
  while (slots <= wanted) slots *= 2;
  const oldTable = m.ld(set + SET_TABLE);
  const oldMask = m.ld(set + SET_MASK);
  const wasSmall = oldTable === set + SET_SMALL;
  const entries: number[] = [];
  for (let i = 0; i <= oldMask; i++) {
    const key = m.ld(oldTable + 16 * i);
    if (key !== 0 && key !== DUMMY)
      entries.push(key, m.ld(oldTable + 16 * i + 8), m.ld(oldTable + 16 * i + 12));
  }
  rt.work(slots >> 3);
  const table = slots === MIN_SLOTS ? set + SET_SMALL : rt.alloc.malloc(16 * slots);
  m.zero(table, 16 * slots);
  m.st(set + SET_TABLE, table);
  m.st(set + SET_MASK, slots - 1);
  m.st(set + SET_FILL, m.ld(set + SET_USED));
  for (let k = 0; k < entries.length; k += 3)
    insertClean(rt, table, slots - 1, entries[k] ?? 0, entries[k + 1] ?? 0, entries[k + 2] ?? 0);
  if (!wasSmall) rt.alloc.free(oldTable);
}

/** Borrows the key, whose hash was the last one computed. 0 or -1. */
export function addEntry(rt: Runtime, set: number, key: number, hash: number): number {
  const m = rt.mem;
  rt.incref(key);
  const at = lookup(rt, set, key, hash);
  if (at === 0) {
    rt.decref(key);
    return -1;
  }
  const there = m.ld(at);
  if (there > DUMMY) {
    rt.decref(key);
    return 0;
  }
  m.st(at, key);
  m.st(at + 8, hash);
  m.st(at + 12, rt.hashHigh);
  if (there === DUMMY) {
    m.st(set + SET_USED, m.ld(set + SET_USED) + 1);
    return 0;
  }
  const fill = m.ld(set + SET_FILL) + 1;
  const used = m.ld(set + SET_USED) + 1;
  m.st(set + SET_FILL, fill);
  m.st(set + SET_USED, used);
  if (fill * 5 >= m.ld(set + SET_MASK) * 3) resizeSet(rt, set, used > 50000 ? used * 2 : used * 4);
  return 0;
}

export function addToSet(rt: Runtime, set: number, item: number): number {
  const hash = hashOf(rt, item);
  if (hash === -1 && rt.failed()) return -1;
  return addEntry(rt, set, item, hash);
}

/** 1, 0, -1. */
export function setContains(rt: Runtime, set: number, item: number): number {
  const hash = hashOf(rt, item);
  if (hash === -1 && rt.failed()) return -1;
  const at = lookup(rt, set, item, hash);
  return at === 0 ? -1 : rt.mem.ld(at) > DUMMY ? 1 : 0;
}

/** 1 = was there. */
export function discard(rt: Runtime, set: number, item: number): number {
  const m = rt.mem;
  const hash = hashOf(rt, item);
  if (hash === -1 && rt.failed()) return -1;
  const at = lookup(rt, set, item, hash);
  if (at === 0) return -1;
  const old = m.ld(at);
  if (old <= DUMMY) return 0;
  m.st(at, DUMMY);
  m.st(at + 8, -1);
  m.st(at + 12, -1);
  m.st(set + SET_USED, m.ld(set + SET_USED) - 1);
  rt.decref(old);
  return 1;
}

/** Takes out what lies in a used slot. */
export function removeSlot(rt: Runtime, set: number, slot: number): void {
  const m = rt.mem;
  const at = m.ld(set + SET_TABLE) + 16 * slot;
  const old = m.ld(at);
  m.st(at, DUMMY);
  m.st(at + 8, -1);
  m.st(at + 12, -1);
  m.st(set + SET_USED, m.ld(set + SET_USED) - 1);
  rt.decref(old);
}

/** Next used slot from `position` on, -1 = none. */
export function nextSlot(rt: Runtime, set: number, position: number): number {
  const m = rt.mem;
  const mask = m.ld(set + SET_MASK);
  const table = m.ld(set + SET_TABLE);
  for (let i = position; i <= mask; i++) if (m.ld(table + 16 * i) > DUMMY) return i;
  return -1;
}

export function keyIn(rt: Runtime, set: number, slot: number): number {
  return rt.mem.ld(rt.mem.ld(set + SET_TABLE) + 16 * slot);
}

function mergeSet(rt: Runtime, set: number, other: number): number {
  const m = rt.mem;
  if (set === other || m.ld(other + SET_USED) === 0) return 0;
  if ((m.ld(set + SET_FILL) + m.ld(other + SET_USED)) * 5 >= m.ld(set + SET_MASK) * 3) {
    resizeSet(rt, set, (m.ld(set + SET_USED) + m.ld(other + SET_USED)) * 2);
  }
  if (
    m.ld(set + SET_FILL) === 0 &&
    m.ld(set + SET_MASK) === m.ld(other + SET_MASK) &&
    m.ld(other + SET_FILL) === m.ld(other + SET_USED)
  ) {
    const n = m.ld(other + SET_MASK) + 1;
    for (let i = 0; i < n; i++) {
      const key = m.ld(m.ld(other + SET_TABLE) + 16 * i);
      if (key === 0) continue;
      m.st(m.ld(set + SET_TABLE) + 16 * i, rt.incref(key));
      for (const half of [8, 12])
        m.st(m.ld(set + SET_TABLE) + 16 * i + half, m.ld(m.ld(other + SET_TABLE) + 16 * i + half));
    }
    m.st(set + SET_FILL, m.ld(other + SET_FILL));
    m.st(set + SET_USED, m.ld(other + SET_USED));
    return 0;
  }
  for (let i = nextSlot(rt, other, 0); i >= 0; i = nextSlot(rt, other, i + 1)) {
    const at = m.ld(other + SET_TABLE) + 16 * i;
    rt.hashHigh = m.ld(at + 12);
    if (addEntry(rt, set, m.ld(at), m.ld(at + 8)) < 0) return -1;
  }
  return 0;
}

/** Adds all of an iterable. 0 or -1. Models `set_update_internal`. */
export function updateSet(rt: Runtime, set: number, other: number): number {
  if (isSet(rt, other)) return mergeSet(rt, set, other);
  const m = rt.mem;
  if (rt.typeOf(other) === rt.types.dict) {
    const used = m.ld(other + DICT_USED);
    if ((m.ld(set + SET_FILL) + used) * 5 >= m.ld(set + SET_MASK) * 3) {
      resizeSet(rt, set, (m.ld(set + SET_USED) + used) * 2);
    }
    for (let k = nextEntry(rt, other, 0); k >= 0; k = nextEntry(rt, other, k + 1)) {
      if (addEntry(rt, set, keyAt(rt, other, k), hashAt(rt, other, k)) < 0) return -1;
    }
    return 0;
  }
  const it = iterate(rt, other);
  if (it === 0) return -1;
  for (;;) {
    const item = next(rt, it);
    if (item === 0) {
      rt.decref(it);
      return rt.failed() ? -1 : 0;
    }
    const status = addToSet(rt, set, item);
    rt.decref(item);
    if (status < 0) {
      rt.decref(it);
      return -1;
    }
  }
}

export function clearSet(rt: Runtime, set: number): void {
  const m = rt.mem;
  const table = m.ld(set + SET_TABLE);
  const mask = m.ld(set + SET_MASK);
  if (m.ld(set + SET_FILL) === 0 && table === set + SET_SMALL) return;
  const keys: number[] = [];
  for (let i = 0; i <= mask; i++) {
    const key = m.ld(table + 16 * i);
    if (key > DUMMY) keys.push(key);
  }
  m.zero(set + SET_SMALL, 128);
  m.st(set + SET_TABLE, set + SET_SMALL);
  m.st(set + SET_MASK, MIN_SLOTS - 1);
  m.st(set + SET_FILL, 0);
  m.st(set + SET_USED, 0);
  m.st(set + SET_HASH, -1);
  m.st(set + SET_HASH + 4, -1);
  for (const key of keys) rt.decref(key);
  if (table !== set + SET_SMALL) rt.alloc.free(table);
}

export function setDealloc(rt: Runtime, o: number): void {
  const m = rt.mem;
  if (rt.isTracked(o)) rt.untrack(o);
  if (trashBegin(rt, o)) return;
  if (m.ld(o + SET_WEAKREFS) !== 0) clearWeakrefs(rt, o, SET_WEAKREFS);
  const table = m.ld(o + SET_TABLE);
  const mask = m.ld(o + SET_MASK);
  for (let i = 0; i <= mask; i++) {
    const key = m.ld(table + 16 * i);
    if (key > DUMMY) rt.decref(key);
  }
  if (table !== o + SET_SMALL) rt.alloc.free(table);
  rt.deleteCollected(o);
  trashEnd(rt);
}
