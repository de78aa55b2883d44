/**
 * What happens to trash: weak references, finalizers, taking apart. Models `handle_weakrefs`, `finalize_garbage`,
 * `delete_garbage` of Modules/gcmodule.c.
 */
import * as L from '../memory/layout.ts';
import type { CollectorObserver } from '../objects/collectorObserver.ts';
import { clearError } from '../objects/errors.ts';
import * as H from '../objects/header.ts';
import { callFinalizer } from '../objects/instance.ts';
import { append, clearList } from '../objects/list.ts';
import type { Runtime } from '../objects/runtime.ts';
import { clear } from '../objects/traverse.ts';
import { detachWeakref, handleCallback, WR_CALLBACK } from '../objects/weakref.ts';
import { emptyList, mergeLists, moveToTail } from './lists.ts';

export const DEBUG_SAVEALL = 32;

/**
 * Takes the marks of the list that was moved out of the links; number of objects, and whether any of them has weak
 * references, is one, or may have a finalizer. Models `clear_unreachable_mask`.
 */
export function inspectTrash(
  rt: Runtime,
  unreachable: number,
): { readonly count: number; readonly special: boolean } {
  const { i32 } = rt.mem;
  const { list, tuple, dict } = rt.types;
  let count = 0;
  let special = false;
  for (let g = i32[unreachable >> 2] ?? 0; g !== unreachable; count++) {
    const next = (i32[g >> 2] ?? 0) & ~1;
    i32[g >> 2] = next;
    const type = i32[(g + 24) >> 2] ?? 0;
    if (type !== list && type !== tuple && type !== dict && !special) special = isSpecial(rt, g + 16, type);
    g = next;
  }
  return { count, special };
}

function isSpecial(rt: Runtime, o: number, type: number): boolean {
  const m = rt.mem;
  if (m.ld(type + H.TP_KIND) === H.KIND.weakref || hasFinalizer(rt, o)) return true;
  const offset = m.ld(type + H.TP_WEAKLISTOFFSET);
  return offset !== 0 && m.ld(o + offset) !== 0;
}

/**
 * Clears weak references to trash, calls callbacks of those that are not trash; these go to the end of the older list.
 * Number of callbacks, and of weak references that died by them.
 */
export function handleWeakrefs(
  rt: Runtime,
  unreachable: number,
  old: number,
  observer: CollectorObserver | null,
): { readonly called: number; readonly freed: number } {
  const m = rt.mem;
  const pending = L.GC_TEMPORARY(1);
  emptyList(rt, pending);
  for (let g = m.ld(unreachable); g !== unreachable; g = m.ld(g)) {
    const o = g + 16;
    const type = m.ld(o + H.OB_TYPE);
    if (type === rt.types.list) continue;
    if (m.ld(type + H.TP_KIND) === H.KIND.weakref) detachWeakref(rt, o);
    const offset = m.ld(type + H.TP_WEAKLISTOFFSET);
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
  let called = 0;
  let freed = 0;
  while (m.ld(pending) !== pending) {
    const g = m.ld(pending);
    const wr = g + 16;
    const callback = rt.incref(m.ld(wr + WR_CALLBACK));
    observer?.callback(wr);
    handleCallback(rt, wr, callback);
    called++;
    rt.decref(callback);
    rt.decref(wr);
    if (m.ld(pending) === g) moveToTail(rt, g, old);
    else freed++;
  }
  return { called, freed };
}

function hasFinalizer(rt: Runtime, o: number): boolean {
  const m = rt.mem;
  const type = m.ld(o + H.OB_TYPE);
  if (type === rt.types.list || type === rt.types.tuple || type === rt.types.dict) return false;
  return (m.ld(type + H.TP_FLAGS) & H.FLAG_DEL) !== 0 || rt.recordOfType(type).finalize !== null;
}

/** Runs the finalizers of trash that has not been finalized; true if there was one. */
export function finalizeGarbage(
  rt: Runtime,
  unreachable: number,
  observer: CollectorObserver | null,
): boolean {
  let any = false;
  const m = rt.mem;
  const seen = L.GC_TEMPORARY(1);
  emptyList(rt, seen);
  while (m.ld(unreachable) !== unreachable) {
    const g = m.ld(unreachable);
    const o = g + 16;
    moveToTail(rt, g, seen);
    if ((m.ld(g + 8) & H.PREV_FINALIZED) === 0 && hasFinalizer(rt, o)) {
      any = true;
      observer?.finalizer(o);
      rt.incref(o);
      const { finalize } = rt.recordOf(o);
      if (finalize !== null) finalize(rt, o);
      else callFinalizer(rt, o);
      rt.decref(o);
    }
  }
  mergeLists(rt, seen, unreachable);
  return any;
}

/** Models `delete_garbage`. */
export function deleteGarbage(
  rt: Runtime,
  head: number,
  old: number,
  observer: CollectorObserver | null,
): void {
  const m = rt.mem;
  const { list } = rt.types;
  while (m.ld(head) !== head) {
    const g = m.ld(head);
    const o = g + 16;
    if (m.ld(L.GC_DEBUG) & DEBUG_SAVEALL) append(rt, m.ld(L.GC_GARBAGE), o);
    else {
      if (observer !== null) observer.clearing(rt, o);
      rt.incref(o);
      if (m.ld(o + H.OB_TYPE) === list) clearList(rt, o);
      else clear(rt, o);
      if (rt.failed()) clearError(rt);
      rt.decref(o);
    }
    if (m.ld(head) === g) {
      m.st(g + 8, m.ld(g + 8) & ~H.PREV_COLLECTING);
      moveToTail(rt, g, old);
    }
  }
}
