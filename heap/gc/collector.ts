/**
 * The cyclic collector. Models Modules/gcmodule.c `gc_collect_main`, which takes its steps in their order, and what
 * starts it.
 */
import * as L from '../memory/layout.ts';
import { callValues } from '../objects/call.ts';
import { insert, newDict } from '../objects/dict.ts';
import { clearError } from '../objects/errors.ts';
import * as H from '../objects/header.ts';
import { newInt, newSize } from '../objects/int.ts';
import { listItem, listSize } from '../objects/list.ts';
import type { Runtime } from '../objects/runtime.ts';
import { newStr, strHash } from '../objects/str.ts';
import { reportIgnored } from '../objects/unraisable.ts';
import { clearFreeLists } from './freeLists.ts';
import { deleteGarbage, finalizeGarbage, handleWeakrefs, inspectTrash } from './garbage.ts';
import { clearNextMarks, emptyList, mergeLists } from './lists.ts';
import { deduceUnreachable } from './reachability.ts';
import { untrackDicts, untrackTuples } from './untrack.ts';

/** A unit of fuel pays for so many objects of a collection (a power of two): about the time of an instruction. */
const FUEL_SHIFT = 2;

const PERMANENT = L.GENERATION(3);

/** What handling them comes to where there are none. */
const NO_WEAKREFS = { called: 0, freed: 0 } as const;

export interface Collected {
  readonly collected: number;
  readonly uncollectable: number;
}

/**
 * Leaves what user code brought back to life, and all it reaches, in `unreachable`; number of the others. Without user
 * code the search would end as it did before. Models `handle_resurrected_objects`.
 */
function findResurrected(rt: Runtime, unreachable: number, still: number): number {
  const m = rt.mem;
  for (let g = m.ld(unreachable); g !== unreachable; g = m.ld(g)) {
    m.st(g + 8, m.ld(g + 8) & ~H.PREV_COLLECTING);
  }
  deduceUnreachable(rt, unreachable, still, false, null);
  return clearNextMarks(rt, still);
}

/** One collection of generations 0..g. Models `gc_collect_main`. */
export function collectMain(rt: Runtime, generation: number, automatic: boolean): Collected {
  const m = rt.mem;
  const log = rt.collectionLog;
  const observer = rt.watchCollection?.(rt, generation, automatic) ?? null;
  log?.begin(generation, automatic);
  rt.alloc.mark('S', generation, 0);
  if (generation + 1 < 3) {
    const at = L.GENERATION(generation + 1) + L.GEN_COUNT;
    m.st(at, m.ld(at) + 1);
  }
  for (let g = 0; g <= generation; g++) m.st(L.GENERATION(g) + L.GEN_COUNT, 0);
  const young = L.GENERATION(generation);
  for (let g = 0; g < generation; g++) mergeLists(rt, L.GENERATION(g), young);
  const old = generation < 2 ? L.GENERATION(generation + 1) : young;
  const unreachable = L.GC_TEMPORARY(0);
  observer?.merged(rt, young);
  const all = young === old && m.ld(PERMANENT) === PERMANENT;
  const reached = deduceUnreachable(rt, young, unreachable, all, observer);
  const { count: tentative, special } = inspectTrash(rt, unreachable);
  rt.work(1 + ((reached.count + tentative) >> FUEL_SHIFT));
  let count = reached.count - untrackTuples(rt, reached.tuples);
  if (young === old) count -= untrackDicts(rt, reached.dicts);
  const to = Math.min(2, generation + 1);
  log?.survivors(rt, young, to);
  observer?.survivors(rt, young, to);
  if (young !== old) {
    if (generation === 1) m.st(L.LONG_LIVED_PENDING, m.ld(L.LONG_LIVED_PENDING) + count);
    mergeLists(rt, young, old);
  } else {
    m.st(L.LONG_LIVED_PENDING, 0);
    m.st(L.LONG_LIVED_TOTAL, count + (m.ld(L.PHANTOM_FROZEN) === 0 ? m.ld(L.PHANTOM) : 0));
  }
  emptyList(rt, L.GC_TEMPORARY(1));
  const weakrefs = special ? handleWeakrefs(rt, unreachable, old, observer) : NO_WEAKREFS;
  const finalized = special && finalizeGarbage(rt, unreachable, observer);
  const still = L.GC_TEMPORARY(2);
  emptyList(rt, still);
  let found = tentative;
  if (finalized || weakrefs.called > 0) found = findResurrected(rt, unreachable, still);
  else mergeLists(rt, unreachable, still);
  observer?.checked(rt, unreachable, still);
  mergeLists(rt, unreachable, old);
  const collected = weakrefs.freed + found;
  log?.garbage(rt, still);
  deleteGarbage(rt, still, old, observer);
  if (generation === 2) clearFreeLists(rt);
  if (rt.failed()) clearError(rt);
  m.st(L.GC_STATS(generation, 0), m.ld(L.GC_STATS(generation, 0)) + 1);
  m.st(L.GC_STATS(generation, 1), m.ld(L.GC_STATS(generation, 1)) + collected);
  rt.alloc.mark('G', generation, collected);
  log?.end(collected, 0);
  observer?.end(rt, collected, 0);
  return { collected, uncollectable: 0 };
}

function invokeCallbacks(rt: Runtime, phase: string, generation: number, result: Collected): void {
  const m = rt.mem;
  const callbacks = m.ld(L.GC_CALLBACKS);
  if (callbacks === 0 || listSize(rt, callbacks) === 0) return;
  const info = newDict(rt);
  for (const [name, value] of [
    ['generation', generation],
    ['collected', result.collected],
    ['uncollectable', result.uncollectable],
  ] as const) {
    const key = newStr(rt, name);
    const number = name === 'generation' ? newInt(rt, value) : newSize(rt, value);
    insert(rt, info, key, number, strHash(rt, key));
    rt.decref(key);
    rt.decref(number);
  }
  for (let i = 0; i < listSize(rt, callbacks); i++) {
    const callback = rt.incref(listItem(rt, callbacks, i));
    const text = newStr(rt, phase);
    const outcome = callValues(rt, callback, [text, info]);
    rt.decref(text);
    if (outcome === 0) reportIgnored(rt, callback);
    else rt.decref(outcome);
    rt.decref(callback);
  }
  rt.decref(info);
}

/** With callbacks around. Models `gc_collect_with_callback`. */
export function collect(rt: Runtime, generation: number, automatic: boolean): Collected {
  invokeCallbacks(rt, 'start', generation, { collected: 0, uncollectable: 0 });
  const result = collectMain(rt, generation, automatic);
  invokeCallbacks(rt, 'stop', generation, result);
  return result;
}

/** An allocation crossed the threshold. Models `gc_collect_generations`. */
export function collectGenerations(rt: Runtime): void {
  const m = rt.mem;
  m.st(L.GC_COLLECTING, 1);
  for (let g = 2; g >= 0; g--) {
    const head = L.GENERATION(g);
    if (m.ld(head + L.GEN_COUNT) <= m.ld(head + L.GEN_THRESHOLD)) continue;
    if (g === 2 && m.ld(L.LONG_LIVED_PENDING) < Math.floor(m.ld(L.LONG_LIVED_TOTAL) / 4)) continue;
    collect(rt, g, true);
    break;
  }
  m.st(L.GC_COLLECTING, 0);
}

/** gc.collect(g) by user code; -1 while a collection runs. */
export function collectByHand(rt: Runtime, generation: number): number {
  const m = rt.mem;
  if (m.ld(L.GC_COLLECTING) !== 0) return 0;
  m.st(L.GC_COLLECTING, 1);
  const result = collect(rt, generation, false);
  m.st(L.GC_COLLECTING, 0);
  return result.collected + result.uncollectable;
}
