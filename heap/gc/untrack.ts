/** Tuples and dicts that can be in no cycle leave the collector. Models `untrack_tuples`, `untrack_dicts`. */
import {
  DICT_KEYS,
  DICT_VALUES,
  DK_ENTRIES,
  DK_KIND,
  entriesOf,
  GENERAL,
  mayBeTracked,
} from '../objects/dict.ts';
import * as H from '../objects/header.ts';
import type { Runtime } from '../objects/runtime.ts';

/** How much is left of a list, and the dicts among it. */
export interface Survivors {
  readonly count: number;
  readonly dicts: readonly number[];
}

export function untrackTuples(rt: Runtime, head: number): Survivors {
  const { i32 } = rt.mem;
  const { tuple, dict } = rt.types;
  let count = 0;
  const dicts: number[] = [];
  for (let g = i32[head >> 2] ?? 0; g !== head; ) {
    const o = g + 16;
    const type = i32[(g + 24) >> 2] ?? 0;
    g = i32[g >> 2] ?? 0;
    if (type === tuple && !tupleNeedsCollector(rt, o)) rt.untrack(o);
    else {
      count++;
      if (type === dict) dicts.push(o);
    }
  }
  return { count, dicts };
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
