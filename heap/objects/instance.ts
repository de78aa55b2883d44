/** Instances of classes: allocation and the way out. Models Objects/typeobject.c `PyType_GenericAlloc`, `subtype_dealloc`. */
import * as L from '../memory/layout.ts';
import { callSpecial } from './abstract.ts';
import { freeInstanceAttributes, initializeValues } from './attributes.ts';
import { fetchError, formatError, restoreError } from './errors.ts';
import * as H from './header.ts';
import type { Runtime } from './runtime.ts';
import { trashBegin, trashEnd } from './trash.ts';
import { lookupText } from './typetools.ts';
import { reportIgnored } from './unraisable.ts';
import { clearWeakrefs, detachWeakref } from './weakref.ts';

/** A zeroed, tracked object of a class, with room for `items` more items of a var-sized base. */
export function allocate(rt: Runtime, type: number, items: number): number {
  const m = rt.mem;
  const flags = m.ld(type + H.TP_FLAGS);
  const itemsize = m.ld(type + H.TP_ITEMSIZE);
  let size = m.ld(type + H.TP_BASICSIZE);
  if (itemsize !== 0) size = (size + itemsize * (items + 1) + 7) & ~7;
  if ((flags & H.FLAG_GC) === 0) {
    const o = rt.newObject(type, size);
    m.zero(o + 16, (size - 16 + 3) & ~3);
    return o;
  }
  const o = rt.newCollectedAfter(type, size, flags & H.FLAG_MANAGED_DICT ? 32 : 16);
  m.zero(o + 16, size - 16);
  if (itemsize !== 0) m.st(o + H.OB_SIZE, items);
  rt.track(o);
  return o;
}

/** Models `object_new`. */
export function objectNew(rt: Runtime, type: number, _args: number, nargs: number, kw: number): number {
  const m = rt.mem;
  if (nargs > 0 || kw !== 0) {
    const record = rt.recordOfType(type);
    if (record.create !== objectNew) {
      return formatError(
        rt,
        'TypeError',
        'object.__new__() takes exactly one argument (the type to instantiate)',
      );
    }
    if (record.init === objectInit) {
      return formatError(rt, 'TypeError', '%.200s() takes no arguments', rt.tpName(type));
    }
  }
  const o = allocate(rt, type, 0);
  if (m.ld(type + H.TP_FLAGS) & H.FLAG_MANAGED_DICT) initializeValues(rt, o, type);
  return o;
}

/** Models `object_init`: arguments are refused unless `__new__` alone is overridden. */
export function objectInit(rt: Runtime, o: number, _args: number, nargs: number, kw: number): number {
  if (nargs === 0 && kw === 0) return rt.newNone();
  const record = rt.recordOf(o);
  if (record.init !== objectInit) {
    return formatError(
      rt,
      'TypeError',
      'object.__init__() takes exactly one argument (the instance to initialize)',
    );
  }
  if (record.create === objectNew) {
    return formatError(rt, 'TypeError', '%.200s() takes no arguments', rt.tpName(rt.typeOf(o)));
  }
  return rt.newNone();
}

/** Runs `__del__` once. False = the object came back to life. Models `PyObject_CallFinalizerFromDealloc`. */
export function finalizeFromDealloc(rt: Runtime, o: number): boolean {
  const m = rt.mem;
  m.st(o, 1);
  callFinalizer(rt, o);
  const count = m.ld(o) - 1;
  m.st(o, count);
  return count === 0;
}

/** Models `PyObject_CallFinalizer` and `slot_tp_finalize`. */
export function callFinalizer(rt: Runtime, o: number): void {
  const m = rt.mem;
  const flags = m.ld(o + H.GC_PREV);
  if (flags & H.PREV_FINALIZED) return;
  m.st(o + H.GC_PREV, flags | H.PREV_FINALIZED);
  if (rt.silent) return;
  const method = lookupText(rt, rt.typeOf(o), '__del__');
  if (method === 0) return;
  const error = fetchError(rt);
  rt.incref(method);
  const result = callSpecial(rt, o, method, []);
  if (result === 0) reportIgnored(rt, method);
  else rt.decref(result);
  rt.decref(method);
  restoreError(rt, error.type, error.value, error.traceback);
}

export function baseOfLayout(rt: Runtime, type: number): number {
  const m = rt.mem;
  let base = type;
  while (m.ld(base + H.TP_FLAGS) & H.FLAG_HEAP) base = m.ld(base + H.TP_BASE);
  return base;
}

/** Nothing but values to take apart: no finalizer, no weak references, no slots, no built-in part, no dict. */
function isPlain(rt: Runtime, o: number, type: number): boolean {
  const { i32 } = rt.mem;
  const flags = i32[(type + H.TP_FLAGS) >> 2] ?? 0;
  const weaklist = i32[(type + H.TP_WEAKLISTOFFSET) >> 2] ?? 0;
  return (
    (flags & (H.FLAG_MANAGED_DICT | H.FLAG_DEL)) === H.FLAG_MANAGED_DICT &&
    i32[(type + H.TP_BASE) >> 2] === rt.types.object &&
    i32[(type + H.HT_SLOT_COUNT) >> 2] === 0 &&
    i32[(o + H.MANAGED_VALUES) >> 2] !== 0 &&
    (weaklist === 0 || i32[(o + weaklist) >> 2] === 0)
  );
}

/** What `subtypeDealloc` comes to for it: the object joins the collector's list and leaves it at once. */
function plainDealloc(rt: Runtime, o: number, type: number): void {
  const m = rt.mem;
  if (m.ld(o + H.GC_NEXT) !== 0) rt.untrack(o);
  if (trashBegin(rt, o)) return;
  freeInstanceAttributes(rt, o);
  m.st(o + H.GC_PREV, m.ld(o + H.GC_PREV) & H.PREV_FINALIZED);
  rt.deleteCollected(o);
  if (type >= L.DYNAMIC_START) rt.decref(type);
  trashEnd(rt);
}

export function subtypeDealloc(rt: Runtime, o: number): void {
  const m = rt.mem;
  const type = rt.typeOf(o);
  if (isPlain(rt, o, type)) {
    plainDealloc(rt, o, type);
    return;
  }
  const base = baseOfLayout(rt, type);
  const serial = m.serials[o >> 4] ?? 0;
  if (m.ld(o + H.GC_NEXT) !== 0) rt.untrack(o);
  if (trashBegin(rt, o)) return;
  if (m.ld(type + H.TP_FLAGS) & H.FLAG_DEL) {
    rt.track(o);
    if (!finalizeFromDealloc(rt, o)) {
      const last = rt.died.at(-1);
      if (last !== undefined && last.serial === serial) rt.died.pop();
      trashEnd(rt);
      return;
    }
    rt.untrack(o);
  }
  const weaklist = m.ld(type + H.TP_WEAKLISTOFFSET);
  if (weaklist !== 0 && m.ld(base + H.TP_WEAKLISTOFFSET) === 0) {
    if (m.ld(o + weaklist) !== 0) clearWeakrefs(rt, o, weaklist);
    while (m.ld(o + weaklist) !== 0) detachWeakref(rt, m.ld(o + weaklist));
  }
  clearSlots(rt, o, type);
  if (m.ld(type + H.TP_FLAGS) & H.FLAG_MANAGED_DICT) {
    if (m.ld(o + H.MANAGED_VALUES) !== 0) freeInstanceAttributes(rt, o);
    else rt.clearField(o + H.MANAGED_DICT);
  } else {
    const at = addedDictSlot(rt, o, type);
    if (at !== 0) rt.clearField(at);
  }
  if (m.ld(base + H.TP_FLAGS) & H.FLAG_GC) rt.track(o);
  rt.recordOfType(base).dealloc(rt, o);
  if (type >= L.DYNAMIC_START) rt.decref(type);
  trashEnd(rt);
}

/** `__slots__` of the class and its bases made by class statements. */
export function clearSlots(rt: Runtime, o: number, type: number): void {
  const m = rt.mem;
  for (let t = type; m.ld(t + H.TP_FLAGS) & H.FLAG_HEAP; t = m.ld(t + H.TP_BASE)) {
    const n = m.ld(t + H.HT_SLOT_COUNT);
    const start = o + m.ld(t + H.HT_SLOT_START);
    for (let i = 0; i < n; i++) rt.clearField(start + 8 * i);
  }
}

/** Address of the dict pointer of an object whose class keeps it inside the object, 0 = none. */
export function dictSlot(rt: Runtime, o: number, type: number): number {
  const m = rt.mem;
  const offset = m.ld(type + H.TP_DICTOFFSET);
  if (offset > 0) return o + offset;
  if (offset === 0 || m.ld(type + H.TP_FLAGS) & H.FLAG_MANAGED_DICT) return 0;
  const items = Math.abs(m.ld(o + H.OB_SIZE));
  return o + ((m.ld(type + H.TP_BASICSIZE) + m.ld(type + H.TP_ITEMSIZE) * items + 7) & ~7) + offset;
}

/** The same, 0 where the built-in part of the object takes care of the dict itself (exceptions). */
export function addedDictSlot(rt: Runtime, o: number, type: number): number {
  const base = baseOfLayout(rt, type);
  return rt.mem.ld(base + H.TP_DICTOFFSET) !== 0 ? 0 : dictSlot(rt, o, type);
}

/** Last step for objects without a built-in part. Models `object_dealloc`. */
export function objectDealloc(rt: Runtime, o: number): void {
  if (rt.flagsOf(o) & H.FLAG_GC) rt.deleteCollected(o);
  else rt.deleteObject(o);
}
