/** Lists. Models Objects/listobject.c `PyList_New`, `list_resize`, `list_extend`, `list_dealloc`. */
import * as L from '../memory/layout.ts';
import { setError } from './errors.ts';
import * as H from './header.ts';
import type { Runtime } from './runtime.ts';
import { trashBegin, trashEnd, trashIsDeep } from './trash.ts';

export const LIST_ITEMS = 24;
export const LIST_ALLOCATED = 32;
export const LIST_BYTES = 40;
const SAVED = 80;
const FREE_LENGTH = L.FREE_LISTS_LENGTH >> 2;
const FREE_FIRST = L.FREE_LISTS >> 2;

/** The 56-byte header alone, tracked, no items array. */
function newHeader(rt: Runtime): number {
  const { i32 } = rt.mem;
  const saved = rt.alloc.isolated ? 0 : (i32[FREE_LENGTH] ?? 0);
  if (saved > 0) {
    i32[FREE_LENGTH] = saved - 1;
    const o = i32[FREE_FIRST + saved - 1] ?? 0;
    rt.initObject(o, rt.types.list);
    return o;
  }
  return rt.newCollected(rt.types.list, LIST_BYTES);
}

/** n items, all 0. */
export function newList(rt: Runtime, n: number): number {
  const o = newHeader(rt);
  const items = n > 0 ? rt.alloc.calloc(8 * n) : 0;
  const m = rt.mem;
  m.st(o + LIST_ITEMS, items);
  m.st(o + H.OB_SIZE, n);
  m.st(o + LIST_ALLOCATED, n);
  rt.track(o);
  return o;
}

/** As `list_new_prealloc`: room for n items, size 0, array by malloc. */
export function newListWithRoom(rt: Runtime, n: number): number {
  const o = newList(rt, 0);
  if (n > 0) {
    rt.mem.st(o + LIST_ITEMS, rt.alloc.malloc(8 * n));
    rt.mem.st(o + LIST_ALLOCATED, n);
  }
  return o;
}

export function listSize(rt: Runtime, o: number): number {
  return rt.mem.ld(o + H.OB_SIZE);
}

/** Borrowed. */
export function listItem(rt: Runtime, o: number, i: number): number {
  return rt.mem.ld(rt.mem.ld(o + LIST_ITEMS) + 8 * i);
}

export function resizeList(rt: Runtime, o: number, size: number): void {
  const m = rt.mem;
  const allocated = m.ld(o + LIST_ALLOCATED);
  if (allocated >= size && size >= allocated >> 1) {
    m.st(o + H.OB_SIZE, size);
    return;
  }
  let room = (size + (size >> 3) + 6) & ~3;
  if (size - m.ld(o + H.OB_SIZE) > room - size) room = (size + 3) & ~3;
  if (size === 0) room = 0;
  const items = rt.alloc.realloc(m.ld(o + LIST_ITEMS), 8 * room);
  m.st(o + LIST_ITEMS, items);
  m.st(o + H.OB_SIZE, size);
  m.st(o + LIST_ALLOCATED, room);
}

/** First array of a list that has none: room for n rounded up to even. */
export function preallocateExact(rt: Runtime, o: number, n: number): void {
  const room = (n + 1) & ~1;
  const items = rt.alloc.malloc(8 * room);
  rt.mem.st(o + LIST_ITEMS, items);
  rt.mem.st(o + LIST_ALLOCATED, room);
}

/** Takes the reference to item over. */
export function appendOwned(rt: Runtime, o: number, item: number): void {
  const m = rt.mem;
  const n = m.ld(o + H.OB_SIZE);
  if (n < m.ld(o + LIST_ALLOCATED)) m.st(o + H.OB_SIZE, n + 1);
  else resizeList(rt, o, n + 1);
  m.st(m.ld(o + LIST_ITEMS) + 8 * n, item);
}

export function append(rt: Runtime, o: number, item: number): void {
  appendOwned(rt, o, rt.incref(item));
}

/** Appends n borrowed references that lie in memory inside the list or tuple `source`. */
export function extendFromSequence(rt: Runtime, o: number, source: number, n: number): void {
  if (n === 0) return;
  const m = rt.mem;
  const size = m.ld(o + H.OB_SIZE);
  rt.work(n >> 3);
  if (m.ld(o + LIST_ITEMS) === 0) {
    preallocateExact(rt, o, n);
    m.st(o + H.OB_SIZE, n);
  } else resizeList(rt, o, size + n);
  const from = rt.kindOf(source) === H.KIND.list ? m.ld(source + LIST_ITEMS) : source + 24;
  const to = m.ld(o + LIST_ITEMS) + 8 * size;
  for (let i = 0; i < n; i++) m.st(to + 8 * i, rt.incref(m.ld(from + 8 * i)));
}

/** A list of the items [low, high) of a list. */
export function listSlice(rt: Runtime, o: number, low: number, high: number): number {
  const n = Math.max(0, high - low);
  const copy = newListWithRoom(rt, n);
  const m = rt.mem;
  const from = m.ld(o + LIST_ITEMS) + 8 * low;
  const to = m.ld(copy + LIST_ITEMS);
  for (let i = 0; i < n; i++) m.st(to + 8 * i, rt.incref(m.ld(from + 8 * i)));
  m.st(copy + H.OB_SIZE, n);
  return copy;
}

/** Replaces items [low, high) by n items at `from` (borrowed). Models `list_ass_slice`. */
/** What is taken out of a slice is kept on the C stack up to so many items. */
const RECYCLED_ON_STACK = 8;

export function assignSlice(
  rt: Runtime,
  o: number,
  low: number,
  high: number,
  from: number,
  n: number,
): void {
  const m = rt.mem;
  const size = m.ld(o + H.OB_SIZE);
  const start = Math.min(Math.max(low, 0), size);
  const end = Math.min(Math.max(high, start), size);
  const removed = end - start;
  const delta = n - removed;
  if (size + delta === 0) {
    clearList(rt, o);
    return;
  }
  let items = m.ld(o + LIST_ITEMS);
  const recycled = removed > RECYCLED_ON_STACK ? rt.alloc.malloc(8 * removed) : 0;
  const old: number[] = [];
  for (let i = 0; i < removed; i++) old.push(m.ld(items + 8 * (start + i)));
  const incoming: number[] = [];
  for (let i = 0; i < n; i++) incoming.push(m.ld(from + 8 * i));
  if (delta < 0) {
    m.copy(items + 8 * (end + delta), items + 8 * end, 8 * (size - end));
    resizeList(rt, o, size + delta);
  } else if (delta > 0) {
    resizeList(rt, o, size + delta);
    items = m.ld(o + LIST_ITEMS);
    m.copy(items + 8 * (end + delta), items + 8 * end, 8 * (size - end));
  }
  items = m.ld(o + LIST_ITEMS);
  for (let i = 0; i < n; i++) m.st(items + 8 * (start + i), rt.incref(incoming[i] ?? 0));
  for (let i = removed - 1; i >= 0; i--) rt.decref(old[i] ?? 0);
  if (recycled !== 0) rt.alloc.free(recycled);
}

/** Inserts before index (clipped). */
export function insertItem(rt: Runtime, o: number, index: number, item: number): void {
  const m = rt.mem;
  const n = m.ld(o + H.OB_SIZE);
  resizeList(rt, o, n + 1);
  const at = index < 0 ? Math.max(0, index + n) : Math.min(index, n);
  const items = m.ld(o + LIST_ITEMS);
  m.copy(items + 8 * (at + 1), items + 8 * at, 8 * (n - at));
  m.st(items + 8 * at, rt.incref(item));
}

/** Models `_list_clear`: items from last to first, then the array. */
export function clearList(rt: Runtime, o: number): void {
  const m = rt.mem;
  const items = m.ld(o + LIST_ITEMS);
  if (items === 0) return;
  let n = m.ld(o + H.OB_SIZE);
  m.st(o + H.OB_SIZE, 0);
  m.st(o + LIST_ITEMS, 0);
  m.st(o + LIST_ALLOCATED, 0);
  while (--n >= 0) rt.xdecref(m.ld(items + 8 * n));
  rt.alloc.free(items);
}

export function listDealloc(rt: Runtime, o: number): void {
  const m = rt.mem;
  if (m.i32[(o - 16) >> 2] !== 0) rt.untrack(o);
  const items = m.i32[(o + LIST_ITEMS) >> 2] ?? 0;
  /* a list without items takes nothing apart that could be too deep */
  if (items === 0 && !trashIsDeep(rt)) {
    recycle(rt, o);
    return;
  }
  if (trashBegin(rt, o)) return;
  if (items !== 0) {
    let n = m.ld(o + H.OB_SIZE);
    while (--n >= 0) {
      const item = m.ld(items + 8 * n);
      if (item !== 0) rt.decref(item);
    }
    rt.alloc.free(items);
  }
  recycle(rt, o);
  trashEnd(rt);
}

/** The header is kept for the next list, or freed. */
function recycle(rt: Runtime, o: number): void {
  const { i32, serials } = rt.mem;
  const saved = i32[FREE_LENGTH] ?? 0;
  if (saved < SAVED && i32[(o + 8) >> 2] === rt.types.list && !rt.alloc.isolated) {
    serials[o >> 4] = 0;
    i32[FREE_FIRST + saved] = o;
    i32[FREE_LENGTH] = saved + 1;
  } else rt.deleteCollected(o);
}

/** Takes the item out; new reference, 0 = IndexError. Models `list_pop_impl`. */
export function popItem(rt: Runtime, o: number, index: number): number {
  const m = rt.mem;
  const n = m.ld(o + H.OB_SIZE);
  if (n === 0) return setError(rt, 'IndexError', 'pop from empty list');
  const at = index < 0 ? index + n : index;
  if (at < 0 || at >= n) return setError(rt, 'IndexError', 'pop index out of range');
  const items = m.ld(o + LIST_ITEMS);
  const item = m.ld(items + 8 * at);
  if (at < n - 1) m.copy(items + 8 * at, items + 8 * (at + 1), 8 * (n - at - 1));
  resizeList(rt, o, n - 1);
  return item;
}

/** Models `reverse_slice` over the whole list. */
export function reverseList(rt: Runtime, o: number): void {
  const m = rt.mem;
  const base = m.ld(o + LIST_ITEMS);
  for (let i = 0, j = m.ld(o + H.OB_SIZE) - 1; i < j; i++, j--) {
    const x = m.ld(base + 8 * i);
    m.st(base + 8 * i, m.ld(base + 8 * j));
    m.st(base + 8 * j, x);
  }
}
