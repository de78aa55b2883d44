/**
 * The cyclic collector. Models Modules/gcmodule.c `gc_collect_main` and its steps in their order; lists are linked
 * through the headers in memory, gc_refs stands in the upper bits of the prev word while a collection runs.
 */
import * as L from '../memory/layout.ts';
import { callValues } from '../objects/call.ts';
import type { CollectorObserver } from '../objects/collectorObserver.ts';
import {
  DICT_KEYS,
  DICT_VALUES,
  DK_ENTRIES,
  DK_KIND,
  entriesOf,
  GENERAL,
  insert,
  mayBeTracked,
  newDict,
} from '../objects/dict.ts';
import { clearError } from '../objects/errors.ts';
import * as H from '../objects/header.ts';
import { callFinalizer } from '../objects/instance.ts';
import { newInt, newSize } from '../objects/int.ts';
import { append, LIST_ITEMS, listItem, listSize } from '../objects/list.ts';
import type { Runtime } from '../objects/runtime.ts';
import { newStr, STR_HASH } from '../objects/str.ts';
import { clear, traverse } from '../objects/traverse.ts';
import { detachWeakref, handleCallback, WR_CALLBACK } from '../objects/weakref.ts';

const PERMANENT = 3;
const YOUNG_REFS = 2;
export const DEBUG_SAVEALL = 32;

export function initLists(rt: Runtime): void {
  for (let g = 0; g <= PERMANENT; g++) emptyList(rt, L.GENERATION(g));
}

function emptyList(rt: Runtime, head: number): void {
  rt.mem.st(head, head);
  rt.mem.st(head + 8, head);
}

/** Appends all of `from` to `to` and empties it. */
export function mergeLists(rt: Runtime, from: number, to: number): void {
  const m = rt.mem;
  const first = m.ld(from);
  if (first === from) return;
  const last = m.ld(from + 8);
  const tail = m.ld(to + 8);
  m.st(tail, first);
  m.st(first + 8, tail | (m.ld(first + 8) & 3));
  m.st(to + 8, last);
  m.st(last, to);
  emptyList(rt, from);
}

function moveToTail(rt: Runtime, g: number, head: number): void {
  const m = rt.mem;
  const prev = m.ld(g + 8) & ~3;
  const next = m.ld(g) & ~1;
  m.st(prev, next);
  m.st(next + 8, prev | (m.ld(next + 8) & 3));
  const last = m.ld(head + 8);
  m.st(last, g);
  m.st(g + 8, last | (m.ld(g + 8) & 3));
  m.st(g, head);
  m.st(head + 8, g);
}

/** Counts an object among those that existed before. */
export function moveToOldest(rt: Runtime, o: number): void {
  moveToTail(rt, o - 16, L.GENERATION(2));
  rt.mem.st(L.PHANTOM, Math.max(0, rt.mem.ld(L.PHANTOM) - 1));
}

/** Addresses of the objects in a list, in order. */
export function listObjects(rt: Runtime, head: number): number[] {
  const out: number[] = [];
  for (let g = rt.mem.ld(head); g !== head; g = rt.mem.ld(g) & ~1) out.push(g + 16);
  return out;
}

export function listLength(rt: Runtime, head: number): number {
  let n = 0;
  for (let g = rt.mem.ld(head); g !== head; g = rt.mem.ld(g) & ~1) n++;
  return n;
}

/* these two passes and the next allocate nothing, so that the view of memory stays good throughout */

function updateRefs(rt: Runtime, head: number): void {
  const { i32 } = rt.mem;
  for (let g = i32[head >> 2] ?? 0; g !== head; g = i32[g >> 2] ?? 0) {
    const prev = (g + 8) >> 2;
    i32[prev] =
      ((i32[prev] ?? 0) & H.PREV_FINALIZED) | H.PREV_COLLECTING | ((i32[(g + 16) >> 2] ?? 0) << YOUNG_REFS);
  }
}

function subtractRefs(rt: Runtime, head: number, observer: CollectorObserver | null): void {
  const { i32 } = rt.mem;
  const { list, tuple } = rt.types;
  for (let g = i32[head >> 2] ?? 0; g !== head; g = i32[g >> 2] ?? 0) {
    if (observer !== null) observer.subtracting(g + 16);
    const type = i32[(g + 24) >> 2] ?? 0;
    if (type === list || type === tuple) {
      const items = type === list ? (i32[(g + 16 + LIST_ITEMS) >> 2] ?? 0) : g + 40;
      const end = items + 8 * (i32[(g + 16 + H.OB_SIZE) >> 2] ?? 0);
      for (let at = items; at < end; at += 8) subtractOne(i32, i32[at >> 2] ?? 0);
      continue;
    }
    const n = traverse(rt, g + 16);
    const children = rt.scratch;
    for (let i = 0; i < n; i++) subtractOne(i32, children[i] ?? 0);
  }
}

function subtractOne(i32: Int32Array, child: number): void {
  if (child === 0) return;
  const type = i32[(child + 8) >> 2] ?? 0;
  if (((i32[(type + H.TP_FLAGS) >> 2] ?? 0) & H.FLAG_GC) === 0) return;
  const word = i32[(child - 8) >> 2] ?? 0;
  if (word & H.PREV_COLLECTING) i32[(child - 8) >> 2] = word - (1 << YOUNG_REFS);
}

/** Leaves what is reachable in `young`, moves the rest to `unreachable`. */
function moveUnreachable(
  rt: Runtime,
  young: number,
  unreachable: number,
  observer: CollectorObserver | null,
): void {
  const m = rt.mem;
  const { list, tuple } = rt.types;
  let prev = young;
  let g = m.ld(young);
  m.st(unreachable, m.ld(unreachable) | H.NEXT_UNREACHABLE);
  while (g !== young) {
    if (m.ld(g + 8) >>> YOUNG_REFS !== 0) {
      if (observer !== null) observer.reached(g + 16);
      const type = m.ld(g + 24);
      if (type === list || type === tuple) {
        const items = type === list ? m.ld(g + 16 + LIST_ITEMS) : g + 40;
        for (let at = items + 8 * (m.ld(g + 16 + H.OB_SIZE) - 1); at >= items; at -= 8) {
          const child = m.ld(at);
          if (child !== 0) visitReachable(rt, child, young, observer);
        }
      } else {
        const n = traverse(rt, g + 16);
        const children = rt.scratch;
        for (let i = 0; i < n; i++) visitReachable(rt, children[i] ?? 0, young, observer);
      }
      m.st(g + 8, prev | (m.ld(g + 8) & H.PREV_FINALIZED));
      prev = g;
    } else {
      m.st(prev, m.ld(g));
      const last = m.ld(unreachable + 8) & ~3;
      m.st(last, g | H.NEXT_UNREACHABLE);
      m.st(g + 8, last | (m.ld(g + 8) & 3));
      m.st(g, unreachable | H.NEXT_UNREACHABLE);
      m.st(unreachable + 8, g);
      if (observer !== null) observer.tentative(g + 16);
    }
    g = m.ld(prev);
  }
  m.st(young + 8, prev);
  m.st(unreachable, m.ld(unreachable) & ~H.NEXT_UNREACHABLE);
}

function visitReachable(rt: Runtime, child: number, young: number, observer: CollectorObserver | null): void {
  const m = rt.mem;
  if ((m.ld(m.ld(child + 8) + H.TP_FLAGS) & H.FLAG_GC) === 0) return;
  const word = m.ld(child - 8);
  if ((word & H.PREV_COLLECTING) === 0) return;
  const g = child - 16;
  const nextWord = m.ld(g);
  if (nextWord & H.NEXT_UNREACHABLE) {
    const prev = word & ~3;
    const next = nextWord & ~1;
    m.st(prev, nextWord);
    m.st(next + 8, prev | (m.ld(next + 8) & 3));
    const last = m.ld(young + 8);
    m.st(last, g);
    m.st(g, young);
    m.st(young + 8, g);
    m.st(g + 8, (word & 3) | (1 << YOUNG_REFS));
    if (observer !== null) observer.rescued(child);
  } else if (word >>> YOUNG_REFS === 0) {
    m.st(g + 8, (word & 3) | (1 << YOUNG_REFS));
    if (observer !== null) observer.kept(child);
  }
}

function deduceUnreachable(
  rt: Runtime,
  young: number,
  unreachable: number,
  observer: CollectorObserver | null,
): void {
  updateRefs(rt, young);
  observer?.counted(rt, young);
  subtractRefs(rt, young, observer);
  observer?.subtracted(rt, young);
  emptyList(rt, unreachable);
  moveUnreachable(rt, young, unreachable, observer);
  observer?.moved(rt, young, unreachable);
}

function untrackTuples(rt: Runtime, head: number): void {
  const m = rt.mem;
  for (let g = m.ld(head); g !== head; ) {
    const o = g + 16;
    g = m.ld(g);
    if (m.ld(o + 8) !== rt.types.tuple) continue;
    const n = m.ld(o + H.OB_SIZE);
    let keep = false;
    for (let i = 0; i < n && !keep; i++) {
      const item = m.ld(o + 24 + 8 * i);
      keep = item === 0 || mayBeTracked(rt, item);
    }
    if (!keep) rt.untrack(o);
  }
}

function untrackDicts(rt: Runtime, head: number): void {
  const m = rt.mem;
  for (let g = m.ld(head); g !== head; ) {
    const o = g + 16;
    g = m.ld(g);
    if (m.ld(o + 8) !== rt.types.dict) continue;
    const keys = m.ld(o + DICT_KEYS);
    const values = m.ld(o + DICT_VALUES);
    const n = m.ld(keys + DK_ENTRIES);
    const general = m.ld(keys + DK_KIND) === GENERAL;
    const entries = entriesOf(rt, keys);
    let keep = false;
    for (let i = 0; i < n && !keep; i++) {
      const value =
        values !== 0 ? m.ld(values + 8 * i) : m.ld(general ? entries + 24 * i + 16 : entries + 16 * i + 8);
      if (value === 0) continue;
      keep = mayBeTracked(rt, value) || (general && mayBeTracked(rt, m.ld(entries + 24 * i + 8)));
    }
    if (!keep) rt.untrack(o);
  }
}

/**
 * Clears weak references to trash, calls callbacks of those that are not trash; these go to the end of the older list.
 * Number of them that died.
 */
function handleWeakrefs(
  rt: Runtime,
  unreachable: number,
  old: number,
  observer: CollectorObserver | null,
): number {
  const m = rt.mem;
  const pending = L.GC_TEMPORARY(1);
  emptyList(rt, pending);
  for (let g = m.ld(unreachable); g !== unreachable; g = m.ld(g)) {
    const o = g + 16;
    if (m.ld(m.ld(o + 8) + H.TP_KIND) === H.KIND.weakref) detachWeakref(rt, o);
    const offset = m.ld(m.ld(o + 8) + H.TP_WEAKLISTOFFSET);
    if (offset === 0) continue;
    for (let wr = m.ld(o + offset); wr !== 0; wr = m.ld(o + offset)) {
      detachWeakref(rt, wr);
      observer?.weakrefCleared(wr, o);
      if (m.ld(wr + WR_CALLBACK) === 0) continue;
      if (m.ld(wr - 8) & H.PREV_COLLECTING) continue;
      rt.incref(wr);
      moveToTail(rt, wr - 16, pending);
    }
  }
  let freed = 0;
  while (m.ld(pending) !== pending) {
    const g = m.ld(pending);
    const wr = g + 16;
    const callback = rt.incref(m.ld(wr + WR_CALLBACK));
    observer?.callback(wr);
    handleCallback(rt, wr, callback);
    rt.decref(callback);
    rt.decref(wr);
    if (m.ld(pending) === g) moveToTail(rt, g, old);
    else freed++;
  }
  return freed;
}

function hasFinalizer(rt: Runtime, o: number): boolean {
  const m = rt.mem;
  const type = m.ld(o + 8);
  return (m.ld(type + H.TP_FLAGS) & H.FLAG_DEL) !== 0 || rt.recordOfType(type).finalize !== null;
}

function finalizeGarbage(rt: Runtime, unreachable: number, observer: CollectorObserver | null): void {
  const m = rt.mem;
  const seen = L.GC_TEMPORARY(1);
  emptyList(rt, seen);
  while (m.ld(unreachable) !== unreachable) {
    const g = m.ld(unreachable);
    const o = g + 16;
    moveToTail(rt, g, seen);
    if ((m.ld(g + 8) & H.PREV_FINALIZED) === 0 && hasFinalizer(rt, o)) {
      observer?.finalizer(o);
      rt.incref(o);
      const { finalize } = rt.recordOf(o);
      if (finalize !== null) finalize(rt, o);
      else callFinalizer(rt, o);
      rt.decref(o);
    }
  }
  mergeLists(rt, seen, unreachable);
}

function deleteGarbage(rt: Runtime, head: number, old: number, observer: CollectorObserver | null): void {
  const m = rt.mem;
  while (m.ld(head) !== head) {
    const g = m.ld(head);
    const o = g + 16;
    if (m.ld(L.GC_DEBUG) & DEBUG_SAVEALL) append(rt, m.ld(L.GC_GARBAGE), o);
    else {
      if (observer !== null) observer.clearing(rt, o);
      rt.incref(o);
      clear(rt, o);
      if (rt.failed()) clearError(rt);
      rt.decref(o);
    }
    if (m.ld(head) === g) {
      m.st(g + 8, m.ld(g + 8) & ~H.PREV_COLLECTING);
      moveToTail(rt, g, old);
    }
  }
}

/** Models `clear_freelists`. */
export function clearFreeLists(rt: Runtime): void {
  const m = rt.mem;
  for (let n = 1; n <= 20; n++) {
    for (let o = m.ld(L.FREE_TUPLES(n)); o !== 0; ) {
      const next = m.ld(o + 24);
      release(rt, o);
      o = next;
    }
    m.st(L.FREE_TUPLES(n), 0);
    m.st(L.FREE_TUPLES_LENGTH(n), 0);
  }
  for (let o = m.ld(L.FREE_FLOATS); o !== 0; ) {
    const next = m.ld(o + 8);
    rt.alloc.free(o);
    o = next;
  }
  m.st(L.FREE_FLOATS, 0);
  m.st(L.FREE_FLOATS_LENGTH, 0);
  for (let n = m.ld(L.FREE_LISTS_LENGTH); n > 0; n--) release(rt, m.ld(L.FREE_LISTS + 4 * (n - 1)));
  m.st(L.FREE_LISTS_LENGTH, 0);
  for (let n = m.ld(L.FREE_DICTS_LENGTH); n > 0; n--) release(rt, m.ld(L.FREE_DICTS + 4 * (n - 1)));
  m.st(L.FREE_DICTS_LENGTH, 0);
  for (let n = m.ld(L.FREE_KEYS_LENGTH); n > 0; n--) rt.alloc.free(m.ld(L.FREE_KEYS + 4 * (n - 1)));
  m.st(L.FREE_KEYS_LENGTH, 0);
}

function release(rt: Runtime, o: number): void {
  const m = rt.mem;
  const count = m.ld(L.COUNT0);
  if (count > 0) m.st(L.COUNT0, count - 1);
  rt.alloc.free(o - 16);
}

export interface Collected {
  readonly collected: number;
  readonly uncollectable: number;
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
  rt.work(1);
  observer?.merged(rt, young);
  deduceUnreachable(rt, young, unreachable, observer);
  for (let g = m.ld(unreachable); g !== unreachable; g = m.ld(g)) m.st(g, m.ld(g) & ~1);
  untrackTuples(rt, young);
  if (young === old) untrackDicts(rt, young);
  const to = Math.min(2, generation + 1);
  log?.survivors(rt, young, to);
  observer?.survivors(rt, young, to);
  if (young !== old) {
    if (generation === 1) m.st(L.LONG_LIVED_PENDING, m.ld(L.LONG_LIVED_PENDING) + listLength(rt, young));
    mergeLists(rt, young, old);
  } else {
    m.st(L.LONG_LIVED_PENDING, 0);
    m.st(L.LONG_LIVED_TOTAL, listLength(rt, young) + (m.ld(L.PHANTOM_FROZEN) === 0 ? m.ld(L.PHANTOM) : 0));
  }
  let collected = handleWeakrefs(rt, unreachable, old, observer);
  finalizeGarbage(rt, unreachable, observer);
  /* what finalizers brought back to life, and all it reaches, goes to the older list */
  const still = L.GC_TEMPORARY(2);
  for (let g = m.ld(unreachable); g !== unreachable; g = m.ld(g))
    m.st(g + 8, m.ld(g + 8) & ~H.PREV_COLLECTING);
  deduceUnreachable(rt, unreachable, still, null);
  for (let g = m.ld(still); g !== still; g = m.ld(g)) m.st(g, m.ld(g) & ~1);
  observer?.checked(rt, unreachable, still);
  mergeLists(rt, unreachable, old);
  const found = listLength(rt, still);
  collected += found;
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
    insert(rt, info, key, number, rt.mem.ld(key + STR_HASH));
    rt.decref(key);
    rt.decref(number);
  }
  const text = newStr(rt, phase);
  for (let i = 0; i < listSize(rt, callbacks); i++) {
    const callback = rt.incref(listItem(rt, callbacks, i));
    const outcome = callValues(rt, callback, [text, info]);
    if (outcome === 0) clearError(rt);
    else rt.decref(outcome);
    rt.decref(callback);
  }
  rt.decref(text);
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
