/**
 * Where an instruction found its name last, so that it looks there first. Models the idea of Python/specialize.c
 * without its effects: a cache is outside memory, and a hit does what the full search would have done.
 *
 * A cache has four words. For attributes: type, the state of all types (rt.typeEpoch) in which the entry was made,
 * place, kind. While neither changed, the search along the method resolution order would end as it did then; names
 * in the keys that instances share keep their index for good.
 */
import { genericGetAttr, genericSetAttr, getAttr, getMethod, setAttr } from '../objects/attributes.ts';
import { DESCR_DEF } from '../objects/callable.ts';
import * as D from '../objects/dict.ts';
import { DK_ENTRIES, DK_KIND, DK_LOG2, entryKey, findStr, GENERAL } from '../objects/dictKeys.ts';
import { F_BUILTINS, F_GLOBALS } from '../objects/frame.ts';
import * as H from '../objects/header.ts';
import type { Runtime } from '../objects/runtime.ts';
import { lookupType } from '../objects/typetools.ts';

/** Place = index in the values array of the instance. */
export const IN_VALUES = 1;
/** Place = offset of a `__slots__` member. */
export const IN_SLOT = 2;
/** Place = the method; its instances have no names of their own. */
export const PLAIN_METHOD = 3;
/** Place = the method; it counts as long as the shared keys have `kind - SHARED_METHOD` names, none of them its own. */
export const SHARED_METHOD = 4;

/** Place of an attribute that the type leaves to its instances or keeps in a slot. */
function remember(rt: Runtime, type: number, name: number, caches: Int32Array, at: number): void {
  const m = rt.mem;
  const descriptor = lookupType(rt, type, name);
  if (descriptor !== 0 && m.ld(descriptor + H.OB_TYPE) === rt.types.memberDescriptor) {
    fill(rt, caches, at, type, m.ld(descriptor + DESCR_DEF), IN_SLOT);
    return;
  }
  if (descriptor !== 0 && rt.recordOf(descriptor).descrSet !== null) return;
  if ((m.ld(type + H.TP_FLAGS) & H.FLAG_MANAGED_DICT) === 0) return;
  const entry = findStr(rt, m.ld(type + H.HT_CACHED_KEYS), name);
  if (entry >= 0) fill(rt, caches, at, type, entry, IN_VALUES);
}

function fill(rt: Runtime, caches: Int32Array, at: number, type: number, place: number, kind: number): void {
  caches[at] = type;
  caches[at + 1] = rt.typeEpoch;
  caches[at + 2] = place;
  caches[at + 3] = kind;
}

/** New reference or 0; fills the cache. */
export function loadAttribute(
  rt: Runtime,
  owner: number,
  name: number,
  caches: Int32Array,
  at: number,
): number {
  const type = rt.typeOf(owner);
  const value = getAttr(rt, owner, name);
  /* the search may have run anything: the object itself is asked again */
  if (value !== 0 && rt.typeOf(owner) === type && rt.recordOf(owner).getattr === genericGetAttr) {
    remember(rt, type, name, caches, at);
  }
  return value;
}

/** 0 or -1; fills the cache. */
export function storeAttribute(
  rt: Runtime,
  owner: number,
  name: number,
  value: number,
  caches: Int32Array,
  at: number,
): number {
  const type = rt.typeOf(owner);
  const status = setAttr(rt, owner, name, value);
  if (status >= 0 && rt.typeOf(owner) === type && rt.recordOf(owner).setattr === genericSetAttr) {
    remember(rt, type, name, caches, at);
  }
  return status;
}

/** Method of an object for a call, as getMethod; fills the cache. */
export function loadMethod(rt: Runtime, owner: number, name: number, caches: Int32Array, at: number): number {
  const m = rt.mem;
  const method = getMethod(rt, owner, name, rt.foundMethod);
  if (!rt.foundMethod.unbound) return method;
  const type = rt.typeOf(owner);
  if ((m.ld(type + H.TP_FLAGS) & H.FLAG_MANAGED_DICT) === 0) {
    if (m.ld(type + H.TP_DICTOFFSET) === 0) fill(rt, caches, at, type, method, PLAIN_METHOD);
    return method;
  }
  const keys = m.ld(type + H.HT_CACHED_KEYS);
  if (findStr(rt, keys, name) >= 0) return method;
  fill(rt, caches, at, type, method, SHARED_METHOD + m.ld(keys + DK_ENTRIES));
  return method;
}

/**
 * Borrowed value of a global or built-in name; 0 with or without an exception. The cache holds, for the namespace in
 * which the name was found (1 globals, 2 built-ins), the size of its table and the offset of the entry in it.
 */
export function globalThrough(
  rt: Runtime,
  frame: number,
  name: number,
  caches: Int32Array,
  at: number,
): number {
  const m = rt.mem;
  const globals = m.ld(frame + F_GLOBALS);
  let value = D.getStr(rt, globals, name);
  if (value !== 0) {
    rememberEntry(rt, globals, name, caches, at, 1);
    return value;
  }
  const builtins = m.ld(frame + F_BUILTINS);
  if (caches[at] === 2) {
    value = entryValue(m.i32, builtins, name, caches, at);
    if (value !== 0) return value;
  }
  value = D.getStr(rt, builtins, name);
  if (value !== 0) rememberEntry(rt, builtins, name, caches, at, 2);
  return value;
}

function rememberEntry(
  rt: Runtime,
  dict: number,
  name: number,
  caches: Int32Array,
  at: number,
  space: number,
): void {
  const m = rt.mem;
  const keys = m.ld(dict + D.DICT_KEYS);
  if (m.ld(keys + DK_KIND) === GENERAL || m.ld(dict + D.DICT_VALUES) !== 0) return;
  const entry = findStr(rt, keys, name);
  if (entry < 0) return;
  caches[at] = space;
  caches[at + 1] = m.ld(keys + DK_LOG2);
  caches[at + 2] = entryKey(rt, keys, entry) - keys;
}

/** Value of the remembered entry of a dict if the name is still there, else 0. */
export function entryValue(
  i32: Int32Array,
  dict: number,
  name: number,
  caches: Int32Array,
  at: number,
): number {
  const keys = i32[(dict + D.DICT_KEYS) >> 2] ?? 0;
  if (i32[(keys + DK_KIND) >> 2] === GENERAL) return 0;
  if (i32[(keys + DK_LOG2) >> 2] !== caches[at + 1]) return 0;
  const entry = keys + (caches[at + 2] ?? 0);
  if (i32[entry >> 2] !== name || i32[(dict + D.DICT_VALUES) >> 2] !== 0) return 0;
  return i32[(entry + 8) >> 2] ?? 0;
}
