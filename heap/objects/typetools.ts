/** Questions about classes. Models Objects/typeobject.c `PyType_IsSubtype`, `_PyType_Lookup` with its cache. */
import { getStr } from './dict.ts';
import * as H from './header.ts';
import type { Runtime } from './runtime.ts';

export function isSubtype(rt: Runtime, a: number, b: number): boolean {
  if (a === b) return true;
  const m = rt.mem;
  const mro = m.ld(a + H.TP_MRO);
  if (mro === 0) {
    for (let t = a; t !== 0; t = m.ld(t + H.TP_BASE)) if (t === b) return true;
    return b === rt.types.object;
  }
  const n = m.ld(mro + H.OB_SIZE);
  for (let i = 0; i < n; i++) if (m.ld(mro + 24 + 8 * i) === b) return true;
  return false;
}

export function isInstance(rt: Runtime, o: number, type: number): boolean {
  return isSubtype(rt, rt.typeOf(o), type);
}

/** Borrowed attribute found along the method resolution order, 0 = none. */
export function lookupType(rt: Runtime, type: number, name: number): number {
  const slot = ((type >> 4) ^ (name >> 3)) & 4095;
  if (rt.cacheType[slot] === type && rt.cacheName[slot] === name) return rt.cacheValue[slot] ?? 0;
  const m = rt.mem;
  const mro = m.ld(type + H.TP_MRO);
  let found = 0;
  if (mro !== 0) {
    const n = m.ld(mro + H.OB_SIZE);
    for (let i = 0; i < n && found === 0; i++) {
      const dict = m.ld(m.ld(mro + 24 + 8 * i) + H.TP_DICT);
      if (dict !== 0) found = getStr(rt, dict, name);
    }
  }
  if (m.ld(name + 36) !== 0) {
    rt.cacheType[slot] = type;
    rt.cacheName[slot] = name;
    rt.cacheValue[slot] = found;
  }
  return found;
}

/** By text; the name need not exist as a string. */
export function lookupText(rt: Runtime, type: number, text: string): number {
  const name = rt.interned.get(text);
  return name === undefined ? 0 : lookupType(rt, type, name);
}

export function isType(rt: Runtime, o: number): boolean {
  return (rt.flagsOf(o) & H.FLAG_TYPE) !== 0;
}

/** `list`, `C`: the name as messages show it. */
export function nameOfType(rt: Runtime, o: number): string {
  return rt.typeName(rt.typeOf(o));
}
