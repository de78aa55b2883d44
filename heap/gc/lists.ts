/** The collector's doubly linked lists, through the headers in memory. Models `gc_list_*` of Modules/gcmodule.c. */
import * as L from '../memory/layout.ts';
import type { Runtime } from '../objects/runtime.ts';

const PERMANENT = 3;

export function initLists(rt: Runtime): void {
  for (let g = 0; g <= PERMANENT; g++) emptyList(rt, L.GENERATION(g));
}

export function emptyList(rt: Runtime, head: number): void {
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

export function moveToTail(rt: Runtime, g: number, head: number): void {
  const { i32 } = rt.mem;
  const prevWord = i32[(g + 8) >> 2] ?? 0;
  const prev = prevWord & ~3;
  const next = (i32[g >> 2] ?? 0) & ~1;
  i32[prev >> 2] = next;
  i32[(next + 8) >> 2] = prev | ((i32[(next + 8) >> 2] ?? 0) & 3);
  const last = i32[(head + 8) >> 2] ?? 0;
  i32[last >> 2] = g;
  i32[(g + 8) >> 2] = last | ((i32[(g + 8) >> 2] ?? 0) & 3);
  i32[g >> 2] = head;
  i32[(head + 8) >> 2] = g;
}

/** Counts an object among those that existed before. */
export function moveToOldest(rt: Runtime, o: number): void {
  moveToTail(rt, o - 16, L.GENERATION(2));
  rt.mem.st(L.PHANTOM, Math.max(0, rt.mem.ld(L.PHANTOM) - 1));
}

/** Addresses of the objects in a list, in order, at most `most` of them. */
export function listObjects(rt: Runtime, head: number, most = Number.POSITIVE_INFINITY): number[] {
  const out: number[] = [];
  for (let g = rt.mem.ld(head); g !== head && out.length < most; g = rt.mem.ld(g) & ~1) out.push(g + 16);
  return out;
}

export function listLength(rt: Runtime, head: number): number {
  const { i32 } = rt.mem;
  let n = 0;
  for (let g = i32[head >> 2] ?? 0; g !== head; g = (i32[g >> 2] ?? 0) & ~1) n++;
  return n;
}

/** Takes the mark of a list that is being moved out of the links. Models `clear_unreachable_mask`. */
export function clearNextMarks(rt: Runtime, head: number): number {
  const { i32 } = rt.mem;
  let n = 0;
  for (let g = i32[head >> 2] ?? 0; g !== head; ) {
    const next = (i32[g >> 2] ?? 0) & ~1;
    i32[g >> 2] = next;
    g = next;
    n++;
  }
  return n;
}
