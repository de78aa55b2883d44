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

/** What is left of a list, and whether dicts are among it. */
export interface Survivors {
  readonly count: number;
  readonly dicts: boolean;
}

export function untrackTuples(rt: Runtime, head: number): Survivors {
  const { i32 } = rt.mem;
  const { tuple, dict } = rt.types;
  let count = 0;
  let dicts = false;
  for (let g = i32[head >> 2] ?? 0; g !== head; ) {
    const o = g + 16;
    const type = i32[(g + 24) >> 2] ?? 0;
    g = i32[g >> 2] ?? 0;
    if (type === tuple && !tupleNeedsCollector(rt, o)) rt.untrack(o);
    else {
      count++;
      if (type === dict) dicts = true;
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
export function untrackDicts(rt: Runtime, head: number): number {
  const m = rt.mem;
  let left = 0;
  for (let g = m.ld(head); g !== head; ) {
    const o = g + 16;
    g = m.ld(g);
    if (m.ld(o + H.OB_TYPE) !== rt.types.dict || dictNeedsCollector(rt, o)) continue;
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
