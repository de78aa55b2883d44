/**
 * What a running frame knows by name: its locals, what `super()` without arguments means, and what `dir` finds.
 * Models Objects/frameobject.c `_PyFrame_FastToLocalsWithError`, Objects/typeobject.c `super_init_without_args`.
 */
import * as L from '../memory/layout.ts';
import { getAttr } from '../objects/attributes.ts';
import { CELL_KIND, CO_OPTIMIZED, FREE_KIND } from '../objects/code.ts';
import { newDict, remove, setStr } from '../objects/dict.ts';
import { keyAt, nextEntry } from '../objects/dictWalk.ts';
import * as E from '../objects/errors.ts';
import { codeOf, F_CODE, F_LOCALS, F_SLOTS } from '../objects/frame.ts';
import { CELL_CONTENT } from '../objects/function.ts';
import * as H from '../objects/header.ts';
import { appendOwned, newList } from '../objects/list.ts';
import type { Runtime } from '../objects/runtime.ts';
import { isStr, newStr, strHash, textOf } from '../objects/str.ts';
import { tupleItem, tupleSize } from '../objects/tuple.ts';
import { isType } from '../objects/typetools.ts';

/**
 * Dict of the running frame's names, new reference: the namespace itself, or the frame's one copy of the fast locals,
 * brought up to date. Models `_PyFrame_FastToLocalsWithError`.
 */
export function localsOf(rt: Runtime, frame: number): number {
  const m = rt.mem;
  const own = m.ld(frame + F_LOCALS);
  const record = codeOf(rt, m.ld(frame + F_CODE));
  if (own !== 0 && (record.code.flags & CO_OPTIMIZED) === 0) return rt.incref(own);
  const dict = own === 0 ? newDict(rt) : own;
  m.st(frame + F_LOCALS, dict);
  record.code.localsplus.forEach(({ kind }, i) => {
    let value = m.ld(frame + F_SLOTS + 8 * i);
    if (value !== 0 && kind & (CELL_KIND | FREE_KIND) && rt.typeOf(value) === rt.types.cell)
      value = m.ld(value + CELL_CONTENT);
    const name = record.varnames[i] ?? 0;
    if (value !== 0) setStr(rt, dict, name, value);
    else if (remove(rt, dict, name, strHash(rt, name)) === 0) {
      E.keyNotFound(rt, name);
      E.clearError(rt);
    }
  });
  return rt.incref(dict);
}

export function namesOf(rt: Runtime, o: number): number {
  const seen = new Set<string>();
  const add = (dict: number): void => {
    for (let k = nextEntry(rt, dict, 0); k >= 0; k = nextEntry(rt, dict, k + 1)) {
      const key = keyAt(rt, dict, k);
      if (isStr(rt, key)) seen.add(textOf(rt, key));
    }
  };
  const addClass = (type: number): void => {
    const mro = rt.mem.ld(type + H.TP_MRO);
    for (let i = 0; i < tupleSize(rt, mro); i++) add(rt.mem.ld(tupleItem(rt, mro, i) + H.TP_DICT));
  };
  if (isType(rt, o)) addClass(o);
  else {
    const dict = getAttr(rt, o, rt.interned.get('__dict__') ?? 0);
    if (dict !== 0) {
      if (rt.flagsOf(dict) & H.FLAG_DICT) add(dict);
      rt.decref(dict);
    } else E.clearError(rt);
    if (rt.kindOf(o) !== H.KIND.module) addClass(rt.typeOf(o));
  }
  const list = newList(rt, 0);
  for (const text of [...seen].sort()) appendOwned(rt, list, newStr(rt, text));
  return list;
}

/** The class and first argument that `super()` means. Models `super_init_without_args`. */
export function superArguments(rt: Runtime): { type: number; object: number } | null {
  const m = rt.mem;
  const frame = m.ld(L.CURRENT_FRAME);
  const fail = (text: string): null => {
    E.setError(rt, 'RuntimeError', text);
    return null;
  };
  if (frame === 0) return fail('super(): no current frame');
  const record = codeOf(rt, m.ld(frame + F_CODE));
  if (record.code.argcount === 0) return fail('super(): no arguments');
  let object = m.ld(frame + F_SLOTS);
  if (object !== 0 && rt.typeOf(object) === rt.types.cell) object = m.ld(object + CELL_CONTENT);
  if (object === 0) return fail('super(): arg[0] deleted');
  for (let i = 0; i < record.code.localsplus.length; i++) {
    const slot = record.code.localsplus[i];
    if (slot === undefined || slot.name !== '__class__' || (slot.kind & FREE_KIND) === 0) continue;
    const cell = m.ld(frame + F_SLOTS + 8 * i);
    const type = cell === 0 ? 0 : m.ld(cell + CELL_CONTENT);
    if (type === 0) return fail('super(): empty __class__ cell');
    return { type, object };
  }
  return fail('super(): __class__ cell not found');
}
