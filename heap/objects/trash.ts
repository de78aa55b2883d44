/**
 * Nested containers are taken apart at most 50 levels deep; deeper ones wait until the outermost is done.
 * Models Objects/object.c `_PyTrash_begin`, `_PyTrash_end`, `_PyTrash_thread_destroy_chain`.
 */
import * as L from '../memory/layout.ts';
import * as H from './header.ts';
import type { Runtime } from './runtime.ts';

const UNWIND_LEVEL = 50;

/** True when the object was put aside and the caller must return. */
export function trashBegin(rt: Runtime, o: number): boolean {
  const m = rt.mem;
  const nesting = m.ld(L.TRASH_NESTING);
  if (nesting >= UNWIND_LEVEL) {
    m.st(o + H.GC_PREV, (m.ld(o + H.GC_PREV) & 3) | m.ld(L.TRASH_LATER));
    m.st(L.TRASH_LATER, o);
    return true;
  }
  m.st(L.TRASH_NESTING, nesting + 1);
  return false;
}

export function trashEnd(rt: Runtime): void {
  const m = rt.mem;
  const nesting = m.ld(L.TRASH_NESTING) - 1;
  m.st(L.TRASH_NESTING, nesting);
  if (nesting > 0 || m.ld(L.TRASH_LATER) === 0) return;
  m.st(L.TRASH_NESTING, nesting + 1);
  for (let o = m.ld(L.TRASH_LATER); o !== 0; o = m.ld(L.TRASH_LATER)) {
    m.st(L.TRASH_LATER, m.ld(o + H.GC_PREV) & ~3);
    rt.recordOf(o).dealloc(rt, o);
  }
  m.st(L.TRASH_NESTING, nesting);
}
