/**
 * `o.__class__ = C`. Models Objects/typeobject.c `object_set_class`, `compatible_for_assignment`,
 * `compatible_with_tp_base`, `same_slots_added`.
 */
import { materializeDict } from './attributes.ts';
import { formatError, setError } from './errors.ts';
import * as H from './header.ts';
import type { Runtime } from './runtime.ts';
import { strEquals } from './str.ts';
import { tupleItem, tupleSize } from './tuple.ts';
import { isType } from './typetools.ts';

export function setClass(rt: Runtime, o: number, value: number): number {
  const m = rt.mem;
  if (value === 0) return failed(setError(rt, 'TypeError', "can't delete __class__ attribute"));
  if (!isType(rt, value)) {
    const name = rt.tpName(rt.typeOf(value));
    return failed(formatError(rt, 'TypeError', "__class__ must be set to a class, not '%s' object", name));
  }
  const old = rt.typeOf(o);
  if (!(m.ld(old + H.TP_FLAGS) & m.ld(value + H.TP_FLAGS) & H.FLAG_HEAP)) {
    const text = '__class__ assignment only supported for mutable types or ModuleType subclasses';
    return failed(formatError(rt, 'TypeError', text));
  }
  if (!compatible(rt, old, value)) {
    const format = "%s assignment: '%s' object layout differs from '%s'";
    const names = [rt.tpName(value), rt.tpName(old)];
    return failed(formatError(rt, 'TypeError', format, '__class__', ...names));
  }
  if (m.ld(old + H.TP_FLAGS) & H.FLAG_MANAGED_DICT && m.ld(o + H.MANAGED_VALUES) !== 0)
    materializeDict(rt, o);
  rt.incref(value);
  m.st(o + H.OB_TYPE, value);
  rt.decref(old);
  return 0;
}

function failed(_zero: number): -1 {
  return -1;
}

function compatible(rt: Runtime, old: number, given: number): boolean {
  const m = rt.mem;
  const a = lowest(rt, given);
  const b = lowest(rt, old);
  const sameBase = m.ld(a + H.TP_BASE) === m.ld(b + H.TP_BASE) && sameSlots(rt, a, b);
  const managed = (m.ld(old + H.TP_FLAGS) ^ m.ld(given + H.TP_FLAGS)) & H.FLAG_MANAGED_DICT;
  return (a === b || sameBase) && managed === 0;
}

/** The last class up the bases whose instances are laid out as those of this one. */
function lowest(rt: Runtime, type: number): number {
  const m = rt.mem;
  const fields = [H.TP_BASICSIZE, H.TP_ITEMSIZE, H.TP_DICTOFFSET, H.TP_WEAKLISTOFFSET];
  let at = type;
  for (let base = m.ld(at + H.TP_BASE); base !== 0; base = m.ld(at + H.TP_BASE)) {
    const parent = base;
    const child = at;
    const gc = (m.ld(child + H.TP_FLAGS) ^ m.ld(parent + H.TP_FLAGS)) & H.FLAG_GC;
    if (gc !== 0 || fields.some((field) => m.ld(child + field) !== m.ld(parent + field))) break;
    at = base;
  }
  return at;
}

/** Do both add the same slots, and nothing else but a dict and weak references? */
function sameSlots(rt: Runtime, a: number, b: number): boolean {
  const m = rt.mem;
  if (!(m.ld(a + H.TP_FLAGS) & m.ld(b + H.TP_FLAGS) & H.FLAG_HEAP)) return false;
  let size = m.ld(m.ld(a + H.TP_BASE) + H.TP_BASICSIZE);
  for (const field of [H.TP_DICTOFFSET, H.TP_WEAKLISTOFFSET])
    if (m.ld(a + field) === size && m.ld(b + field) === size) size += 8;
  const [slotsA, slotsB] = [m.ld(a + H.HT_SLOTS), m.ld(b + H.HT_SLOTS)];
  if (slotsA !== 0 && slotsB !== 0) {
    const n = tupleSize(rt, slotsA);
    if (n !== tupleSize(rt, slotsB)) return false;
    for (let i = 0; i < n; i++)
      if (!strEquals(rt, tupleItem(rt, slotsA, i), tupleItem(rt, slotsB, i))) return false;
    size += 8 * n;
  }
  return size === m.ld(a + H.TP_BASICSIZE) && size === m.ld(b + H.TP_BASICSIZE);
}
