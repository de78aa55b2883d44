/** Copying and merging. Models Objects/dictobject.c `clone_combined_dict_keys`, `PyDict_Copy`, `dict_merge`. */
import * as D from './dict.ts';
import {
  DK_ENTRIES,
  DK_KIND,
  DK_LOG2,
  DK_REFCNT,
  DK_USABLE,
  decrefKeys,
  EMPTY,
  entryKey,
  estimateLog2,
  GENERAL,
  keysBytes,
  usableOf,
} from './dictKeys.ts';
import { freeValues, newValues } from './dictValues.ts';
import { hashAt, keyAt, nextEntry, valueAt } from './dictWalk.ts';
import type { Runtime } from './runtime.ts';

function cloneKeys(rt: Runtime, source: number): number {
  const m = rt.mem;
  const keys = m.ld(source + D.DICT_KEYS);
  const log2 = m.ld(keys + DK_LOG2);
  const kind = m.ld(keys + DK_KIND);
  const bytes = keysBytes(log2, kind);
  const copy = rt.alloc.malloc(bytes);
  m.copy(copy, keys, bytes);
  m.st(copy + DK_REFCNT, 1);
  const n = m.ld(copy + DK_ENTRIES);
  for (let k = 0; k < n; k++) {
    const at = entryKey(rt, copy, k);
    if (m.ld(at + 8) === 0) continue;
    rt.incref(m.ld(at));
    rt.incref(m.ld(at + 8));
  }
  return copy;
}

export function copyDict(rt: Runtime, source: number): number {
  const m = rt.mem;
  const used = m.ld(source + D.DICT_USED);
  if (used === 0) return D.newDict(rt);
  const keys = m.ld(source + D.DICT_KEYS);
  const values = m.ld(source + D.DICT_VALUES);
  if (values !== 0) {
    const slots = m.ld(keys + DK_ENTRIES) + m.ld(keys + DK_USABLE);
    const copied = newValues(rt, slots);
    const copy = D.newDictWith(rt, keys, copied);
    m.st(keys + DK_REFCNT, m.ld(keys + DK_REFCNT) + 1);
    m.st(copy + D.DICT_USED, used);
    const n = m.ld(keys + DK_ENTRIES);
    for (let k = 0; k < n; k++) {
      const value = m.ld(values + 8 * k);
      if (value !== 0) rt.incref(value);
      m.st(copied + 8 * k, value);
    }
    const count = m.ldb(values - 2);
    m.stb(copied - 2, count);
    for (let k = 0; k < count; k++) m.stb(copied - 3 - k, m.ldb(values - 3 - k));
    if (rt.isTracked(source)) rt.track(copy);
    return copy;
  }
  if (used >= Math.floor((m.ld(keys + DK_ENTRIES) * 2) / 3)) {
    const cloned = cloneKeys(rt, source);
    const copy = D.newDictWith(rt, cloned, 0);
    m.st(copy + D.DICT_USED, used);
    if (rt.isTracked(source)) rt.track(copy);
    return copy;
  }
  const copy = D.newDict(rt);
  if (mergeDict(rt, copy, source, true) < 0) {
    rt.decref(copy);
    return 0;
  }
  return copy;
}

/** Puts all of source into target; without override existing keys stay. -1 = error. */
export function mergeDict(rt: Runtime, target: number, source: number, override: boolean): number {
  const m = rt.mem;
  const used = m.ld(source + D.DICT_USED);
  if (target === source || used === 0) return 0;
  const sourceKeys = m.ld(source + D.DICT_KEYS);
  if (
    m.ld(target + D.DICT_USED) === 0 &&
    m.ld(source + D.DICT_VALUES) === 0 &&
    m.ld(sourceKeys + DK_ENTRIES) === used &&
    (m.ld(sourceKeys + DK_LOG2) === 3 || usableOf(m.ld(sourceKeys + DK_LOG2) - 1) < used)
  ) {
    const cloned = cloneKeys(rt, source);
    decrefKeys(rt, m.ld(target + D.DICT_KEYS));
    m.st(target + D.DICT_KEYS, cloned);
    const values = m.ld(target + D.DICT_VALUES);
    if (values !== 0) {
      m.st(target + D.DICT_VALUES, 0);
      freeValues(rt, values);
    }
    m.st(target + D.DICT_USED, used);
    if (rt.isTracked(source) && !rt.isTracked(target)) rt.track(target);
    return 0;
  }
  /* one resize at the start where the whole table would not hold the source */
  if (usableOf(m.ld(m.ld(target + D.DICT_KEYS) + DK_LOG2)) < used) {
    const unicode = m.ld(sourceKeys + DK_KIND) !== GENERAL;
    D.resizeDict(rt, target, estimateLog2(m.ld(target + D.DICT_USED) + used), unicode);
  }
  for (let k = nextEntry(rt, source, 0); k >= 0; k = nextEntry(rt, source, k + 1)) {
    const key = rt.incref(keyAt(rt, source, k));
    const value = rt.incref(valueAt(rt, source, k));
    const hash = hashAt(rt, source, k);
    let failed = false;
    if (override || D.find(rt, target, key, hash) === EMPTY)
      failed = D.insert(rt, target, key, value, hash) < 0;
    rt.decref(key);
    rt.decref(value);
    if (failed || rt.failed()) return -1;
  }
  return 0;
}
