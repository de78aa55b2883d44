/**
 * Attribute access. Models Objects/object.c `_PyObject_GenericGetAttrWithDict`, `_PyObject_GetMethod`, and the
 * instances with inline values of Objects/dictobject.c `_PyObject_StoreInstanceAttribute`.
 */

import * as D from './dict.ts';
import { DK_ENTRIES, DK_REFCNT, DK_USABLE, EMPTY, findStr, insertShared } from './dictKeys.ts';
import { addToOrder, dropValues, newValues, removeFromOrder } from './dictValues.ts';
import {
  errorMatches,
  fetchError,
  formatError,
  keyNotFound,
  normalizeError,
  restoreError,
  swallow,
} from './errors.ts';
import { EXC_FIRST, EXC_SECOND } from './exception.ts';
import * as H from './header.ts';
import { dictSlot } from './instance.ts';
import type { Runtime } from './runtime.ts';
import { strHash, textOf } from './str.ts';
import { isInstance, lookupType } from './typetools.ts';

/** New reference or 0. */
export function getAttr(rt: Runtime, o: number, name: number): number {
  const value = rt.recordOf(o).getattr(rt, o, name);
  if (value === 0) fillAttributeError(rt, o, name);
  return value;
}

/** value 0 = delete. 0 or -1. */
export function setAttr(rt: Runtime, o: number, name: number, value: number): number {
  return rt.recordOf(o).setattr(rt, o, name, value);
}

export function noAttribute(rt: Runtime, o: number, name: number): number {
  const type = rt.tpName(rt.typeOf(o));
  formatError(rt, 'AttributeError', "'%.50s' object has no attribute '%U'", type, textOf(rt, name));
  fillAttributeError(rt, o, name);
  return 0;
}

/** Models `set_attribute_error_context`: the exception is made at once and learns object and name. */
export function fillAttributeError(rt: Runtime, o: number, name: number): void {
  const m = rt.mem;
  if (!errorMatches(rt, 'AttributeError')) return;
  const error = fetchError(rt);
  normalizeError(rt, error);
  const { value } = error;
  if (
    value !== 0 &&
    isInstance(rt, value, rt.types.exception('AttributeError')) &&
    m.ld(value + EXC_FIRST) === 0 &&
    m.ld(value + EXC_SECOND) === 0
  ) {
    m.st(value + EXC_FIRST, rt.incref(o));
    m.st(value + EXC_SECOND, rt.incref(name));
  }
  restoreError(rt, error.type, error.value, error.traceback);
}

/** Value in the object's own namespace, borrowed, 0 = absent. */
export function ownAttribute(rt: Runtime, o: number, type: number, name: number): number {
  const m = rt.mem;
  if (m.ld(type + H.TP_FLAGS) & H.FLAG_MANAGED_DICT) {
    const values = m.ld(o + H.MANAGED_VALUES);
    if (values !== 0) {
      const entry = findStr(rt, m.ld(type + H.HT_CACHED_KEYS), name);
      return entry < 0 ? 0 : m.ld(values + 8 * entry);
    }
    const dict = m.ld(o + H.MANAGED_DICT);
    return dict === 0 ? 0 : D.getStr(rt, dict, name);
  }
  const at = dictSlot(rt, o, type);
  if (at === 0) return 0;
  const dict = m.ld(at);
  return dict === 0 ? 0 : D.getStr(rt, dict, name);
}

export function genericGetAttr(rt: Runtime, o: number, name: number): number {
  const value = genericFind(rt, o, name);
  return value !== 0 || rt.failed() ? value : noAttribute(rt, o, name);
}

/** New reference; 0 without an exception = there is no such attribute. Models `_PyObject_LookupAttr`. */
export function lookupAttr(rt: Runtime, o: number, name: number): number {
  const { getattr } = rt.recordOf(o);
  const value = getattr === genericGetAttr ? genericFind(rt, o, name) : getattr(rt, o, name);
  if (value === 0) swallow(rt, 'AttributeError');
  return value;
}

/** `_PyObject_GenericGetAttrWithDict`; 0 without an exception = absent. */
function genericFind(rt: Runtime, o: number, name: number): number {
  const type = rt.typeOf(o);
  const descriptor = lookupType(rt, type, name);
  if (descriptor === 0) {
    const value = ownAttribute(rt, o, type, name);
    return value === 0 ? 0 : rt.incref(value);
  }
  const record = rt.recordOf(descriptor);
  rt.incref(descriptor);
  if (record.descrSet !== null && record.descrGet !== null) {
    const result = record.descrGet(rt, descriptor, o, type);
    rt.decref(descriptor);
    return result;
  }
  const value = ownAttribute(rt, o, type, name);
  if (value !== 0) {
    rt.incref(value);
    rt.decref(descriptor);
    return value;
  }
  if (record.descrGet === null) return descriptor;
  const result = record.descrGet(rt, descriptor, o, type);
  rt.decref(descriptor);
  return result;
}

/**
 * For a call: the plain function when it is a method of the class (`unbound` set), else the attribute.
 * New reference or 0.
 */
export function getMethod(rt: Runtime, o: number, name: number, found: { unbound: boolean }): number {
  found.unbound = false;
  const type = rt.typeOf(o);
  const record = rt.recordOf(o);
  if (record.getattr !== genericGetAttr) return record.getattr(rt, o, name);
  const descriptor = lookupType(rt, type, name);
  if (descriptor === 0) return genericGetAttr(rt, o, name);
  if ((rt.flagsOf(descriptor) & H.FLAG_METHOD) === 0) return genericGetAttr(rt, o, name);
  const value = ownAttribute(rt, o, type, name);
  if (value !== 0) return rt.incref(value);
  found.unbound = true;
  return rt.incref(descriptor);
}

export function genericSetAttr(rt: Runtime, o: number, name: number, value: number): number {
  const type = rt.typeOf(o);
  const descriptor = lookupType(rt, type, name);
  if (descriptor !== 0) {
    const set = rt.recordOf(descriptor).descrSet;
    if (set !== null) {
      rt.incref(descriptor);
      const result = set(rt, descriptor, o, value);
      rt.decref(descriptor);
      return result;
    }
  }
  const m = rt.mem;
  if (m.ld(type + H.TP_FLAGS) & H.FLAG_MANAGED_DICT) {
    const values = m.ld(o + H.MANAGED_VALUES);
    if (values !== 0) return storeInstanceAttribute(rt, o, type, values, name, value);
    return setInDict(rt, o, o + H.MANAGED_DICT, type, name, value);
  }
  const at = dictSlot(rt, o, type);
  if (at !== 0) return setInDict(rt, o, at, type, name, value);
  if (descriptor === 0) missing(rt, type, name);
  else {
    formatError(
      rt,
      'AttributeError',
      "'%.50s' object attribute '%U' is read-only",
      rt.tpName(type),
      textOf(rt, name),
    );
  }
  return -1;
}

/** The dict behind a pointer is made on first use. Models `_PyObjectDict_SetItem`. */
function setInDict(rt: Runtime, _o: number, at: number, type: number, name: number, value: number): number {
  const m = rt.mem;
  let dict = m.ld(at);
  if (dict === 0) {
    dict = newInstanceDict(rt, type);
    m.st(at, dict);
  }
  rt.incref(dict);
  let result = 0;
  if (value !== 0) result = D.setStr(rt, dict, name, value);
  else if (D.remove(rt, dict, name, strHash(rt, name)) !== 1) {
    result = -1;
    if (!rt.failed()) keyNotFound(rt, name);
    if (errorMatches(rt, 'KeyError')) missing(rt, type, name);
  }
  rt.decref(dict);
  return result;
}

/** Empty dict for an instance, sharing keys where the class has them. */
export function newInstanceDict(rt: Runtime, type: number): number {
  const m = rt.mem;
  const keys = m.ld(type + H.TP_FLAGS) & H.FLAG_HEAP ? m.ld(type + H.HT_CACHED_KEYS) : 0;
  if (keys === 0) return D.newDict(rt);
  m.st(keys + DK_REFCNT, m.ld(keys + DK_REFCNT) + 1);
  const slots = m.ld(keys + DK_ENTRIES) + m.ld(keys + DK_USABLE);
  return D.newDictWith(rt, keys, newValues(rt, slots));
}

function missing(rt: Runtime, type: number, name: number): number {
  const format = "'%.100s' object has no attribute '%U'";
  formatError(rt, 'AttributeError', format, rt.tpName(type), textOf(rt, name));
  return -1;
}

/** Models `_PyObject_StoreInstanceAttribute`. */
export function storeInstanceAttribute(
  rt: Runtime,
  o: number,
  type: number,
  values: number,
  name: number,
  value: number,
): number {
  const m = rt.mem;
  const entry = insertShared(rt, m.ld(type + H.HT_CACHED_KEYS), name);
  if (entry === EMPTY) {
    if (value === 0) return missing(rt, type, name);
    const dict = materializeDict(rt, o);
    return D.setStr(rt, dict, name, value);
  }
  const old = m.ld(values + 8 * entry);
  if (value === 0 && old === 0) return missing(rt, type, name);
  m.st(values + 8 * entry, value === 0 ? 0 : rt.incref(value));
  if (old === 0) addToOrder(rt, values, entry);
  else {
    if (value === 0) removeFromOrder(rt, values, entry);
    rt.decref(old);
  }
  return 0;
}

/** The instance's dict, made now if it lives in inline values; borrowed. Models `_PyObject_GetDictPtr` and others. */
export function materializeDict(rt: Runtime, o: number): number {
  const m = rt.mem;
  const type = rt.typeOf(o);
  const present = m.ld(o + H.MANAGED_DICT);
  if (present !== 0) return present;
  const values = m.ld(o + H.MANAGED_VALUES);
  if (values === 0) {
    const made = D.newDict(rt);
    m.st(o + H.MANAGED_DICT, made);
    return made;
  }
  const keys = m.ld(type + H.HT_CACHED_KEYS);
  m.st(keys + DK_REFCNT, m.ld(keys + DK_REFCNT) + 1);
  let used = 0;
  let track = false;
  const n = m.ld(keys + DK_ENTRIES);
  for (let k = 0; k < n; k++) {
    const value = m.ld(values + 8 * k);
    if (value === 0) continue;
    used++;
    if (D.mayBeTracked(rt, value)) track = true;
  }
  const dict = D.newDictWith(rt, keys, values);
  m.st(dict + D.DICT_USED, used);
  if (track) rt.track(dict);
  m.st(o + H.MANAGED_VALUES, 0);
  m.st(o + H.MANAGED_DICT, dict);
  return dict;
}

/** Models `_PyObject_FreeInstanceAttributes`. */
export function freeInstanceAttributes(rt: Runtime, o: number): void {
  const m = rt.mem;
  const values = m.ld(o + H.MANAGED_VALUES);
  if (values === 0) return;
  m.st(o + H.MANAGED_VALUES, 0);
  dropValues(rt, values, m.ld(m.ld(rt.typeOf(o) + H.HT_CACHED_KEYS) + DK_ENTRIES));
}

/** Values array of a new instance. Models `_PyObject_InitializeDict`. */
export function initializeValues(rt: Runtime, o: number, type: number): void {
  const m = rt.mem;
  const keys = m.ld(type + H.HT_CACHED_KEYS);
  const usable = m.ld(keys + DK_USABLE);
  if (usable > 1) m.st(keys + DK_USABLE, usable - 1);
  const slots = m.ld(keys + DK_ENTRIES) + m.ld(keys + DK_USABLE);
  m.st(o + H.MANAGED_VALUES, newValues(rt, slots));
}
