/** The registry of subclasses that a class keeps. Models `add_subclass`, `remove_all_subclasses` of Objects/typeobject.c. */
import * as A from './abstract.ts';
import * as D from './dict.ts';
import { dictUsed, nextEntry, valueAt } from './dictWalk.ts';
import * as H from './header.ts';
import { newInt } from './int.ts';
import { append, newList } from './list.ts';
import type { Runtime } from './runtime.ts';
import { newWeakref } from './weakref.ts';

/** Models `add_subclass`. */
export function addSubclass(rt: Runtime, base: number, type: number): void {
  const m = rt.mem;
  const key = newInt(rt, type);
  const reference = newWeakref(rt, rt.types.weakref, type, 0);
  let registry = m.ld(base + H.TP_SUBCLASSES);
  if (registry === 0) {
    registry = D.newDict(rt);
    m.st(base + H.TP_SUBCLASSES, registry);
  }
  D.insert(rt, registry, key, reference, A.hashOf(rt, key));
  rt.decref(key);
  rt.decref(reference);
}

/** Takes a dying class out of its bases' registries. Models `remove_all_subclasses`. */
export function removeSubclass(rt: Runtime, base: number, type: number): void {
  const registry = rt.mem.ld(base + H.TP_SUBCLASSES);
  if (registry === 0) return;
  const key = newInt(rt, type);
  D.remove(rt, registry, key, A.hashOf(rt, key));
  rt.decref(key);
  if (dictUsed(rt, registry) === 0) rt.clearField(base + H.TP_SUBCLASSES);
}

/** Living direct subclasses, borrowed. */
export function subclasses(rt: Runtime, type: number): number[] {
  const m = rt.mem;
  const registry = m.ld(type + H.TP_SUBCLASSES);
  const out: number[] = [];
  if (registry === 0) return out;
  for (let k = nextEntry(rt, registry, 0); k >= 0; k = nextEntry(rt, registry, k + 1)) {
    const reference = valueAt(rt, registry, k);
    if (rt.typeOf(reference) !== rt.types.weakref) continue;
    const sub = m.ld(reference + 16);
    if (sub !== 0) out.push(sub);
  }
  return out;
}

export function subclassList(rt: Runtime, type: number): number {
  const list = newList(rt, 0);
  for (const sub of subclasses(rt, type)) append(rt, list, sub);
  return list;
}
