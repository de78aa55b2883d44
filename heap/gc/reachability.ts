/**
 * Which objects of a list only refer to each other. Models `update_refs`, `subtract_refs`, `move_unreachable` of
 * Modules/gcmodule.c: gc_refs stands in the upper bits of the prev word while a collection runs.
 *
 * Nothing here allocates, so that one view of memory stays good throughout; the frequent layouts are walked where they
 * lie, the others through `traverse`, in the same order.
 */
import type { CollectorObserver } from '../objects/collectorObserver.ts';
import * as D from '../objects/dict.ts';
import { DK_ENTRIES, DK_KIND, entriesOf, GENERAL } from '../objects/dictKeys.ts';
import * as H from '../objects/header.ts';
import * as Li from '../objects/list.ts';
import type { Runtime } from '../objects/runtime.ts';
import { traverse } from '../objects/traverse.ts';
import { emptyList } from './lists.ts';

/* Copies: the host's compiler takes constants of this module for what they are, and reads imported ones each time. */
const YOUNG_REFS = 2;
const FINALIZED = H.PREV_FINALIZED;
const COLLECTING = H.PREV_COLLECTING;
const UNREACHABLE = H.NEXT_UNREACHABLE;
const FLAG_GC = H.FLAG_GC;
const TP_FLAGS = H.TP_FLAGS;

/** Where the children of an object lie, if they lie in one row: first address, number, and distance. */
interface Row {
  from: number;
  count: number;
  step: number;
}

/** Finds the row, false = the object has to be traversed. A class as last child of an instance is not in it. */
function findRow(rt: Runtime, o: number, type: number, row: Row): boolean {
  const { i32 } = rt.mem;
  const { types } = rt;
  if (type === types.list || type === types.tuple) {
    const items = type === types.list ? (i32[(o + Li.LIST_ITEMS) >> 2] ?? 0) : o + 24;
    row.count = i32[(o + H.OB_SIZE) >> 2] ?? 0;
    row.from = items + 8 * (row.count - 1);
    row.step = -8;
    return true;
  }
  if (type === types.dict) {
    const keys = i32[(o + D.DICT_KEYS) >> 2] ?? 0;
    const values = i32[(o + D.DICT_VALUES) >> 2] ?? 0;
    if (values === 0 && i32[(keys + DK_KIND) >> 2] === GENERAL) return false;
    row.count = i32[(keys + DK_ENTRIES) >> 2] ?? 0;
    row.from = values !== 0 ? values : entriesOf(rt, keys) + 8;
    row.step = values !== 0 ? 8 : 16;
    return true;
  }
  return isPlainInstance(rt, o, type) && rowOfValues(rt, o, type, row);
}

function isPlainInstance(rt: Runtime, o: number, type: number): boolean {
  const { i32 } = rt.mem;
  return (
    i32[(type + H.TP_KIND) >> 2] === H.KIND.instance &&
    ((i32[(type + TP_FLAGS) >> 2] ?? 0) & H.FLAG_MANAGED_DICT) !== 0 &&
    i32[(type + H.TP_BASE) >> 2] === rt.types.object &&
    i32[(type + H.HT_SLOT_COUNT) >> 2] === 0 &&
    i32[(o + H.MANAGED_VALUES) >> 2] !== 0
  );
}

function rowOfValues(rt: Runtime, o: number, type: number, row: Row): boolean {
  const { i32 } = rt.mem;
  row.from = i32[(o + H.MANAGED_VALUES) >> 2] ?? 0;
  row.count = i32[((i32[(type + H.HT_CACHED_KEYS) >> 2] ?? 0) + DK_ENTRIES) >> 2] ?? 0;
  row.step = 8;
  return true;
}

/** What stays in the list: how much, and where in it the tuples and dicts are, in the order of the list. */
export interface Reached {
  readonly count: number;
  readonly tuples: readonly number[];
  readonly dicts: readonly number[];
}

/** What the prev word at an index becomes: the flags, and the count as gc_refs. */
function countedWord(i32: Int32Array, prev: number, word: number): number {
  return (word & FINALIZED) | COLLECTING | ((i32[prev + 2] ?? 0) << YOUNG_REFS);
}

function updateRefs(i32: Int32Array, head: number): void {
  for (let g = i32[head >> 2] ?? 0; g !== head; g = i32[g >> 2] ?? 0) {
    const prev = (g + 8) >> 2;
    i32[prev] = countedWord(i32, prev, i32[prev] ?? 0);
  }
}

/**
 * Takes off gc_refs what the objects of the list refer to. `early`: gc_refs have not been set. It is then done when an
 * object is met first, in its place in the list or as a child, in one pass instead of two; for that, every object that
 * is in a list has to be in this one.
 */
function subtractRefs(rt: Runtime, head: number, early: boolean, observer: CollectorObserver | null): void {
  const { i32 } = rt.mem;
  const { list, tuple } = rt.types;
  const row: Row = { from: 0, count: 0, step: 0 };
  for (let g = i32[head >> 2] ?? 0; g !== head; g = i32[g >> 2] ?? 0) {
    if (observer !== null) observer.subtracting(g + 16);
    if (early) {
      const prev = (g + 8) >> 2;
      const word = i32[prev] ?? 0;
      if ((word & COLLECTING) === 0) i32[prev] = countedWord(i32, prev, word);
    }
    const type = i32[(g + 24) >> 2] ?? 0;
    if (type === list || type === tuple) {
      const items = type === list ? (i32[(g + 40) >> 2] ?? 0) : g + 40;
      const end = (items >> 2) + ((i32[(g + 32) >> 2] ?? 0) << 1);
      for (let at = items >> 2; at < end; at += 2) subtractOne(i32, i32[at] ?? 0, early);
    } else if (findRow(rt, g + 16, type, row)) {
      const { from, count, step } = row;
      for (let k = 0; k < count; k++) subtractOne(i32, i32[(from + k * step) >> 2] ?? 0, early);
      if (type !== rt.types.dict) subtractOne(i32, type, early);
    } else {
      const n = traverse(rt, g + 16);
      const children = rt.scratch;
      for (let i = 0; i < n; i++) subtractOne(i32, children[i] ?? 0, early);
    }
  }
}

/** Built-in descriptors count as tracked and are in no list: they are linked to themselves. */
function isListed(i32: Int32Array, g: number): boolean {
  const next = i32[g >> 2] ?? 0;
  return next !== 0 && next !== g;
}

function subtractOne(i32: Int32Array, child: number, early: boolean): void {
  if (child === 0) return;
  const type = i32[(child + 8) >> 2] ?? 0;
  if (((i32[(type + TP_FLAGS) >> 2] ?? 0) & FLAG_GC) === 0) return;
  const at = (child - 8) >> 2;
  const word = i32[at] ?? 0;
  if (word & COLLECTING) i32[at] = word - (1 << YOUNG_REFS);
  else if (early && isListed(i32, child - 16)) i32[at] = countedWord(i32, at, word) - (1 << YOUNG_REFS);
}

/** Leaves what is reachable in `young`, moves the rest to `unreachable`. */
function moveUnreachable(
  rt: Runtime,
  young: number,
  unreachable: number,
  observer: CollectorObserver | null,
): Reached {
  const { i32 } = rt.mem;
  const { list, tuple, dict } = rt.types;
  const tuples: number[] = [];
  const dicts: number[] = [];
  let count = 0;
  const row: Row = { from: 0, count: 0, step: 0 };
  let prev = young;
  let g = i32[young >> 2] ?? 0;
  i32[unreachable >> 2] = (i32[unreachable >> 2] ?? 0) | UNREACHABLE;
  while (g !== young) {
    const word = i32[(g + 8) >> 2] ?? 0;
    if (word >>> YOUNG_REFS !== 0) {
      if (observer !== null) observer.reached(g + 16);
      count++;
      const type = i32[(g + 24) >> 2] ?? 0;
      if (type === list || type === tuple) {
        if (type === tuple) tuples.push(g + 16);
        const items = (type === list ? (i32[(g + 40) >> 2] ?? 0) : g + 40) >> 2;
        for (let at = items + (((i32[(g + 32) >> 2] ?? 0) - 1) << 1); at >= items; at -= 2) {
          visitReachable(i32, i32[at] ?? 0, young, observer);
        }
      } else if (findRow(rt, g + 16, type, row)) {
        const { from, count, step } = row;
        for (let k = 0; k < count; k++)
          visitReachable(i32, i32[(from + k * step) >> 2] ?? 0, young, observer);
        if (type === dict) dicts.push(g + 16);
        else visitReachable(i32, type, young, observer);
      } else {
        if (type === dict) dicts.push(g + 16);
        const n = traverse(rt, g + 16);
        const children = rt.scratch;
        for (let i = 0; i < n; i++) visitReachable(i32, children[i] ?? 0, young, observer);
      }
      i32[(g + 8) >> 2] = prev | (word & FINALIZED);
      prev = g;
    } else {
      i32[prev >> 2] = i32[g >> 2] ?? 0;
      const last = (i32[(unreachable + 8) >> 2] ?? 0) & ~3;
      i32[last >> 2] = g | UNREACHABLE;
      i32[(g + 8) >> 2] = last | (word & 3);
      i32[g >> 2] = unreachable | UNREACHABLE;
      i32[(unreachable + 8) >> 2] = g;
      if (observer !== null) observer.tentative(g + 16);
    }
    g = i32[prev >> 2] ?? 0;
  }
  i32[(young + 8) >> 2] = prev;
  i32[unreachable >> 2] = (i32[unreachable >> 2] ?? 0) & ~UNREACHABLE;
  return { count, tuples, dicts };
}

function visitReachable(
  i32: Int32Array,
  child: number,
  young: number,
  observer: CollectorObserver | null,
): void {
  if (child === 0) return;
  const type = i32[(child + 8) >> 2] ?? 0;
  if (((i32[(type + TP_FLAGS) >> 2] ?? 0) & FLAG_GC) === 0) return;
  const at = (child - 8) >> 2;
  const word = i32[at] ?? 0;
  if ((word & COLLECTING) === 0) return;
  const nextWord = i32[at - 2] ?? 0;
  if (nextWord & UNREACHABLE) rescue(i32, child - 16, young, observer);
  else if (word >>> YOUNG_REFS === 0) {
    i32[at] = (word & 3) | (1 << YOUNG_REFS);
    if (observer !== null) observer.kept(child);
  }
}

/** Back from the tentatively unreachable ones to the end of `young`, where it will be looked at again. */
function rescue(i32: Int32Array, g: number, young: number, observer: CollectorObserver | null): void {
  const word = i32[(g + 8) >> 2] ?? 0;
  const nextWord = i32[g >> 2] ?? 0;
  const prev = word & ~3;
  const next = nextWord & ~1;
  i32[prev >> 2] = nextWord;
  i32[(next + 8) >> 2] = prev | ((i32[(next + 8) >> 2] ?? 0) & 3);
  const last = i32[(young + 8) >> 2] ?? 0;
  i32[last >> 2] = g;
  i32[g >> 2] = young;
  i32[(young + 8) >> 2] = g;
  i32[(g + 8) >> 2] = (word & 3) | (1 << YOUNG_REFS);
  if (observer !== null) observer.rescued(g + 16);
}

/** `all`: no other list has objects. Models `deduce_unreachable`. */
export function deduceUnreachable(
  rt: Runtime,
  young: number,
  unreachable: number,
  all: boolean,
  observer: CollectorObserver | null,
): Reached {
  const early = all && observer === null;
  if (!early) updateRefs(rt.mem.i32, young);
  observer?.counted(rt, young);
  subtractRefs(rt, young, early, observer);
  observer?.subtracted(rt, young);
  emptyList(rt, unreachable);
  const reached = moveUnreachable(rt, young, unreachable, observer);
  observer?.moved(rt, young, unreachable);
  return reached;
}
