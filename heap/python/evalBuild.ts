/** Displays, f-strings and what comprehensions add to. Models BUILD_MAP and its kin in Python/ceval.c. */

import * as A from '../objects/abstract.ts';
import { noAttribute } from '../objects/attributes.ts';
import { getItem as dictGet, insert, newDict, newPresized } from '../objects/dict.ts';
import { mergeDict } from '../objects/dictcopy.ts';
import * as E from '../objects/errors.ts';
import { refuseCall } from '../objects/functionName.ts';
import * as H from '../objects/header.ts';
import { extendFromSequence, LIST_ITEMS } from '../objects/list.ts';
import type { Runtime } from '../objects/runtime.ts';
import { extendFromIterable } from '../objects/sequences.ts';
import { addToSet, newSet, updateSet } from '../objects/set.ts';
import { newSlice } from '../objects/slice.ts';
import { intern, newStr, textOf } from '../objects/str.ts';
import { asciiObject, formatObject, reprObject, strObject } from '../objects/strobject.ts';
import { strText } from '../objects/text.ts';
import { tupleFrom, tupleItem, tupleSize } from '../objects/tuple.ts';
import { lookupText } from '../objects/typetools.ts';
import { type Instructions, pushed } from './instruction.ts';
import { op } from './opcode.ts';

/** n pairs key, value at `from`, borrowed. */
function buildMap(rt: Runtime, from: number, n: number): number {
  const m = rt.mem;
  let unicode = true;
  if (n > 0 && rt.typeOf(m.ld(from)) !== rt.types.str) unicode = false;
  for (let i = 1; i < n && unicode && n > 5; i++)
    if (rt.typeOf(m.ld(from + 16 * i)) !== rt.types.str) unicode = false;
  const dict = n > 5 ? newPresized(rt, n, unicode) : newDict(rt);
  for (let i = 0; i < n; i++) {
    const key = m.ld(from + 16 * i);
    const hash = A.hashOf(rt, key);
    if ((hash === -1 && rt.failed()) || insert(rt, dict, key, m.ld(from + 16 * i + 8), hash) < 0) {
      rt.decref(dict);
      return 0;
    }
  }
  return dict;
}

function buildConstKeyMap(rt: Runtime, keys: number, from: number): number {
  const m = rt.mem;
  const n = tupleSize(rt, keys);
  let unicode = true;
  for (let i = 0; i < n; i++) if (rt.typeOf(tupleItem(rt, keys, i)) !== rt.types.str) unicode = false;
  const dict = n > 5 ? newPresized(rt, n, unicode) : newDict(rt);
  for (let i = 0; i < n; i++) {
    const key = tupleItem(rt, keys, i);
    const hash = A.hashOf(rt, key);
    if ((hash === -1 && rt.failed()) || insert(rt, dict, key, m.ld(from + 8 * i), hash) < 0) {
      rt.decref(dict);
      return 0;
    }
  }
  return dict;
}

function listExtend(rt: Runtime, list: number, iterable: number): boolean {
  const type = rt.typeOf(iterable);
  if (type === rt.types.list || type === rt.types.tuple) {
    extendFromSequence(rt, list, iterable, rt.mem.ld(iterable + H.OB_SIZE));
    return true;
  }
  if (extendFromIterable(rt, list, iterable)) return true;
  if (E.errorMatches(rt, 'TypeError') && rt.recordOf(iterable).iter === null) {
    E.clearError(rt);
    E.formatError(rt, 'TypeError', 'Value after * must be an iterable, not %.200s', rt.tpName(type));
  }
  return false;
}

/** `{**x}`; for calls `callable` is what is called, and a repeated key is an error. Borrows all. */
function dictUpdate(rt: Runtime, dict: number, source: number, callable: number): boolean {
  if ((rt.flagsOf(source) & H.FLAG_DICT) === 0) {
    if (lookupText(rt, rt.typeOf(source), 'keys') !== 0) return rt.updateFromMapping(rt, dict, source);
    const keys = intern(rt, 'keys');
    noAttribute(rt, source, keys);
    rt.decref(keys);
    E.clearError(rt);
    const name = rt.tpName(rt.typeOf(source));
    if (callable === 0) E.formatError(rt, 'TypeError', "'%.200s' object is not a mapping", name);
    else refuseCall(rt, callable, '%U argument after ** must be a mapping, not %.200s', name);
    return false;
  }
  if (callable !== 0) {
    for (const [key, hash] of rt.entriesOf(rt, source)) {
      if (dictGet(rt, dict, key, hash) === 0) continue;
      E.keyNotFound(rt, key);
      E.clearError(rt);
      refuseCall(rt, callable, "%U got multiple values for keyword argument '%S'", strText(rt, key) ?? '');
      return false;
    }
  }
  return mergeDict(rt, dict, source, true) >= 0;
}

/** Takes the value over, borrows the spec (0 = none); `conversion` 0 none, 1 str, 2 repr, 3 ascii. */
function formatValue(rt: Runtime, value: number, spec: number, conversion: number): number {
  let converted = value;
  if (conversion === 1) converted = strObject(rt, value);
  else if (conversion === 2) converted = reprObject(rt, value);
  else if (conversion === 3) converted = asciiObject(rt, value);
  if (conversion !== 0) rt.decref(value);
  if (converted === 0) return 0;
  if (spec === 0 && rt.typeOf(converted) === rt.types.str) return converted;
  const result = formatObject(rt, converted, spec);
  rt.decref(converted);
  return result;
}

/** n borrowed strings. */
function buildString(rt: Runtime, from: number, n: number): number {
  let text = '';
  for (let i = 0; i < n; i++) text += textOf(rt, rt.mem.ld(from + 8 * i));
  rt.work(text.length >> 6);
  return newStr(rt, text);
}

/** The mapping on top goes into the dict `arg` below it. */
function updateTop(rt: Runtime, sp: number, arg: number, callable: number): number {
  const m = rt.mem;
  const source = m.ld(sp - 8);
  const ok = dictUpdate(rt, m.ld(sp - 8 - 8 * arg), source, callable);
  rt.decref(source);
  return ok ? sp - 8 : ~(sp - 8);
}

/** Releases n items below the top. */
function dropped(rt: Runtime, sp: number, n: number): number {
  let top = sp;
  for (let i = 0; i < n; i++) {
    top -= 8;
    rt.decref(rt.mem.ld(top));
  }
  return top;
}

export const buildInstructions: Instructions = {
  [op.BUILD_SET]: (rt, _frame, sp, arg) => {
    const m = rt.mem;
    const set = newSet(rt, rt.types.set);
    let ok = true;
    for (let i = arg; i > 0; i--) {
      const item = m.ld(sp - 8 * i);
      if (ok) ok = addToSet(rt, set, item) >= 0;
      rt.decref(item);
    }
    const top = sp - 8 * arg;
    if (ok) return pushed(rt, top, set);
    rt.decref(set);
    return ~top;
  },
  [op.BUILD_MAP]: (rt, _frame, sp, arg) => {
    const dict = buildMap(rt, sp - 16 * arg, arg);
    return dict === 0 ? ~sp : pushed(rt, dropped(rt, sp, 2 * arg), dict);
  },
  [op.BUILD_CONST_KEY_MAP]: (rt, _frame, sp, arg) => {
    const dict = buildConstKeyMap(rt, rt.mem.ld(sp - 8), sp - 8 - 8 * arg);
    return dict === 0 ? ~sp : pushed(rt, dropped(rt, sp, arg + 1), dict);
  },
  [op.BUILD_STRING]: (rt, _frame, sp, arg) => {
    const text = buildString(rt, sp - 8 * arg, arg);
    return pushed(rt, dropped(rt, sp, arg), text);
  },
  [op.BUILD_SLICE]: (rt, _frame, sp, arg) => {
    const m = rt.mem;
    const step = arg === 3 ? m.ld(sp - 8) : 0;
    const top = arg === 3 ? sp - 8 : sp;
    const slice = newSlice(rt, m.ld(top - 16), m.ld(top - 8), step === 0 ? rt.none : step);
    rt.decref(m.ld(top - 8));
    rt.decref(m.ld(top - 16));
    rt.xdecref(step);
    return pushed(rt, top - 16, slice);
  },
  [op.FORMAT_VALUE]: (rt, _frame, sp, arg) => {
    const m = rt.mem;
    const spec = arg & 4 ? m.ld(sp - 8) : 0;
    const top = spec === 0 ? sp : sp - 8;
    const value = m.ld(top - 8);
    const result = formatValue(rt, value, spec, arg & 3);
    rt.xdecref(spec);
    return pushed(rt, top - 8, result);
  },
  [op.SET_ADD]: (rt, _frame, sp, arg) => {
    const m = rt.mem;
    const item = m.ld(sp - 8);
    const status = addToSet(rt, m.ld(sp - 8 - 8 * arg), item);
    rt.decref(item);
    return status < 0 ? ~(sp - 8) : sp - 8;
  },
  [op.MAP_ADD]: (rt, _frame, sp, arg) => {
    const m = rt.mem;
    const value = m.ld(sp - 8);
    const key = m.ld(sp - 16);
    const top = sp - 16;
    const hash = A.hashOf(rt, key);
    const status = hash === -1 && rt.failed() ? -1 : insert(rt, m.ld(top - 8 * arg), key, value, hash);
    rt.decref(key);
    rt.decref(value);
    return status < 0 ? ~top : top;
  },
  [op.LIST_EXTEND]: (rt, _frame, sp, arg) => {
    const m = rt.mem;
    const iterable = m.ld(sp - 8);
    const ok = listExtend(rt, m.ld(sp - 8 - 8 * arg), iterable);
    rt.decref(iterable);
    return ok ? sp - 8 : ~(sp - 8);
  },
  [op.SET_UPDATE]: (rt, _frame, sp, arg) => {
    const m = rt.mem;
    const iterable = m.ld(sp - 8);
    const status = updateSet(rt, m.ld(sp - 8 - 8 * arg), iterable);
    rt.decref(iterable);
    return status < 0 ? ~(sp - 8) : sp - 8;
  },
  [op.DICT_MERGE]: (rt, _frame, sp, arg) => updateTop(rt, sp, arg, rt.mem.ld(sp - 8 - 8 * (arg + 2))),
  [op.DICT_UPDATE]: (rt, _frame, sp, arg) => updateTop(rt, sp, arg, 0),
  [op.LIST_TO_TUPLE]: (rt, _frame, sp) => {
    const m = rt.mem;
    const list = m.ld(sp - 8);
    const tuple = tupleFrom(rt, m.ld(list + LIST_ITEMS), m.ld(list + H.OB_SIZE));
    rt.decref(list);
    m.st(sp - 8, tuple);
    return sp;
  },
};
