/**
 * Walking a dictionary from entry to entry, and what can be said of its table. Models Objects/dictobject.c
 * `_PyDict_Next`, `_PyDict_SizeOf`.
 */
import { DICT_KEYS, DICT_USED, DICT_VALUES } from './dict.ts';
import {
  DK_ENTRIES,
  DK_KIND,
  DK_LOG2,
  DK_USABLE,
  entriesOf,
  entryKey,
  GENERAL,
  keysBytes,
} from './dictKeys.ts';
import { valuesOrder } from './dictValues.ts';
import type { Runtime } from './runtime.ts';
import { STR_HASH } from './str.ts';

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
