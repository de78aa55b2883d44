/** Tuples and dicts that can be in no cycle leave the collector. Models `untrack_tuples`, `untrack_dicts`. */
import { DICT_KEYS, DICT_VALUES, mayBeTracked } from '../objects/dict.ts';
import { DK_ENTRIES, DK_KIND, entriesOf, GENERAL } from '../objects/dictKeys.ts';
import * as H from '../objects/header.ts';
import type { Runtime } from '../objects/runtime.ts';

/** In the order of their list, since a tuple needs no watching for one that left before it; number of those that left. */
export function untrackTuples(rt: Runtime, tuples: readonly number[]): number {
  let left = 0;
  for (const o of tuples) {
    if (tupleNeedsCollector(rt, o)) continue;
    rt.untrack(o);
    left++;
  }
  return left;
}

function tupleNeedsCollector(rt: Runtime, o: number): boolean {
  const m = rt.mem;
  const n = m.ld(o + H.OB_SIZE);
  for (let i = 0; i < n; i++) {
    const item = m.ld(o + 24 + 8 * i);
    if (item === 0 || mayBeTracked(rt, item)) return true;
  }
  return false;
}

/** Number of those that left. */
export function untrackDicts(rt: Runtime, dicts: readonly number[]): number {
  let left = 0;
  for (const o of dicts) {
    if (dictNeedsCollector(rt, o)) continue;
    rt.untrack(o);
    left++;
  }
  return left;
}

function dictNeedsCollector(rt: Runtime, o: number): boolean {
  const m = rt.mem;
  const keys = m.ld(o + DICT_KEYS);
  const values = m.ld(o + DICT_VALUES);
  const n = m.ld(keys + DK_ENTRIES);
  const general = m.ld(keys + DK_KIND) === GENERAL;
  const entries = entriesOf(rt, keys);
  for (let i = 0; i < n; i++) {
    const value =
      values !== 0 ? m.ld(values + 8 * i) : m.ld(general ? entries + 24 * i + 16 : entries + 16 * i + 8);
    if (value === 0) continue;
    if (mayBeTracked(rt, value) || (general && mayBeTracked(rt, m.ld(entries + 24 * i + 8)))) return true;
  }
  return false;
}
