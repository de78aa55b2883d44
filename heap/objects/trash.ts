/**
 * Nested containers are taken apart at most 50 levels deep; deeper ones wait until the outermost is done.
 * Models Objects/object.c `_PyTrash_begin`, `_PyTrash_end`, `_PyTrash_thread_destroy_chain`.
 */
import * as L from '../memory/layout.ts';
import * as H from './header.ts';
import type { Runtime } from './runtime.ts';

const UNWIND_LEVEL = 50;

const NESTING = L.TRASH_NESTING >> 2;
const LATER = L.TRASH_LATER >> 2;

/** Whatever is to be taken apart now would be put aside. */
export function trashIsDeep(rt: Runtime): boolean {
  return (rt.mem.i32[NESTING] ?? 0) >= UNWIND_LEVEL;
}

/** True when the object was put aside and the caller must return. */
export function trashBegin(rt: Runtime, o: number): boolean {
  const { i32 } = rt.mem;
  const nesting = i32[NESTING] ?? 0;
  if (nesting >= UNWIND_LEVEL) {
    const at = (o + H.GC_PREV) >> 2;
    i32[at] = ((i32[at] ?? 0) & 3) | (i32[LATER] ?? 0);
    i32[LATER] = o;
    return true;
  }
  i32[NESTING] = nesting + 1;
  return false;
}

export function trashEnd(rt: Runtime): void {
  const { i32 } = rt.mem;
  const nesting = (i32[NESTING] ?? 0) - 1;
  i32[NESTING] = nesting;
  if (nesting === 0 && i32[LATER] !== 0) destroyChain(rt);
}

function destroyChain(rt: Runtime): void {
  const m = rt.mem;
  m.st(L.TRASH_NESTING, 1);
  for (let o = m.ld(L.TRASH_LATER); o !== 0; o = m.ld(L.TRASH_LATER)) {
    m.st(L.TRASH_LATER, m.ld(o + H.GC_PREV) & ~3);
    rt.recordOf(o).dealloc(rt, o);
  }
  m.st(L.TRASH_NESTING, 0);
}
