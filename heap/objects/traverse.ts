/**
 * What an object refers to, in the order of its `tp_traverse`; and `tp_clear`. One switch over the layout kind.
 * Sources: the traverse and clear functions of the object's own C file.
 */

import { clearDict, DICT_KEYS, DICT_VALUES } from './dict.ts';
import { DK_ENTRIES, DK_KIND, entriesOf, GENERAL } from './dictKeys.ts';
import {
  clearExceptionFields,
  EXC_ARGS,
  EXC_CAUSE,
  EXC_CONTEXT,
  EXC_DICT,
  EXC_NOTES,
  EXC_TRACEBACK,
  exceptionSize,
} from './exception.ts';
import * as F from './frame.ts';
import * as Fn from './function.ts';
import * as H from './header.ts';
import { addedDictSlot, baseOfLayout, clearSlots } from './instance.ts';
import { clearList, LIST_ITEMS } from './list.ts';
import type { Runtime } from './runtime.ts';
import { clearSet, SET_MASK, SET_TABLE } from './set.ts';
import { clearWeakref, WR_CALLBACK } from './weakref.ts';

const K = H.KIND;

function put(rt: Runtime, n: number, child: number): number {
  if (child === 0) return n;
  if (n >= rt.scratch.length) room(rt, n + 1);
  rt.scratch[n] = child;
  return n + 1;
}

function room(rt: Runtime, n: number): void {
  if (n <= rt.scratch.length) return;
  const grown = new Int32Array(Math.max(n, rt.scratch.length * 2));
  grown.set(rt.scratch);
  rt.scratch = grown;
}

/** Writes the children to rt.scratch; number of them. Children may repeat. */
export function traverse(rt: Runtime, o: number): number {
  const m = rt.mem;
  const type = m.ld(o + H.OB_TYPE);
  const kind = m.ld(type + H.TP_KIND);
  if (m.ld(type + H.TP_FLAGS) & H.FLAG_HEAP && kind !== K.type) return traverseInstance(rt, o, type, kind);
  return traverseKind(rt, o, kind, 0);
}

function traverseInstance(rt: Runtime, o: number, type: number, kind: number): number {
  const m = rt.mem;
  let n = 0;
  for (let t = type; m.ld(t + H.TP_FLAGS) & H.FLAG_HEAP; t = m.ld(t + H.TP_BASE)) {
    const count = m.ld(t + H.HT_SLOT_COUNT);
    const start = o + m.ld(t + H.HT_SLOT_START);
    for (let i = 0; i < count; i++) n = put(rt, n, m.ld(start + 8 * i));
  }
  if (m.ld(type + H.TP_FLAGS) & H.FLAG_MANAGED_DICT) {
    const values = m.ld(o + H.MANAGED_VALUES);
    if (values !== 0) {
      const count = m.ld(m.ld(type + H.HT_CACHED_KEYS) + DK_ENTRIES);
      for (let i = 0; i < count; i++) n = put(rt, n, m.ld(values + 8 * i));
    } else n = put(rt, n, m.ld(o + H.MANAGED_DICT));
  } else {
    const at = addedDictSlot(rt, o, type);
    if (at !== 0) n = put(rt, n, m.ld(at));
  }
  n = put(rt, n, type);
  return kind === K.instance ? n : traverseKind(rt, o, kind, n);
}

function traverseKind(rt: Runtime, o: number, kind: number, from: number): number {
  const m = rt.mem;
  let n = from;
  switch (kind) {
    case K.list:
    case K.tuple: {
      const items = kind === K.list ? m.ld(o + LIST_ITEMS) : o + 24;
      const size = m.ld(o + H.OB_SIZE);
      room(rt, n + size);
      for (let i = size - 1; i >= 0; i--) n = put(rt, n, m.ld(items + 8 * i));
      return n;
    }
    case K.dict: {
      const keys = m.ld(o + DICT_KEYS);
      const values = m.ld(o + DICT_VALUES);
      const size = m.ld(keys + DK_ENTRIES);
      room(rt, n + 2 * size);
      if (values !== 0) for (let i = 0; i < size; i++) n = put(rt, n, m.ld(values + 8 * i));
      else {
        const entries = entriesOf(rt, keys);
        if (m.ld(keys + DK_KIND) === GENERAL) {
          for (let i = 0; i < size; i++) {
            const value = m.ld(entries + 24 * i + 16);
            if (value === 0) continue;
            n = put(rt, n, value);
            n = put(rt, n, m.ld(entries + 24 * i + 8));
          }
        } else for (let i = 0; i < size; i++) n = put(rt, n, m.ld(entries + 16 * i + 8));
      }
      return n;
    }
    case K.set: {
      const table = m.ld(o + SET_TABLE);
      const mask = m.ld(o + SET_MASK);
      for (let i = 0; i <= mask; i++) {
        const key = m.ld(table + 16 * i);
        if (key > 1) n = put(rt, n, key);
      }
      return n;
    }
    case K.function:
      for (const at of FUNCTION_FIELDS) n = put(rt, n, m.ld(o + at));
      return n;
    case K.type:
      if ((m.ld(o + H.TP_FLAGS) & H.FLAG_HEAP) === 0) return n;
      for (const at of TYPE_FIELDS) n = put(rt, n, m.ld(o + at));
      return n;
    case K.exception: {
      const size = exceptionSize(rt, rt.typeOf(o));
      for (let at = 72; at < size; at += 8) n = put(rt, n, m.ld(o + at));
      for (const at of EXCEPTION_FIELDS) n = put(rt, n, m.ld(o + at));
      return n;
    }
    case K.generator: {
      n = put(rt, n, m.ld(o + F.GEN_CODE));
      n = put(rt, n, m.ld(o + F.GEN_NAME));
      n = put(rt, n, m.ld(o + F.GEN_QUALNAME));
      if (m.ld(o + F.GEN_STATE) < F.CLEARED) n = traverseFrame(rt, o + F.GEN_FRAME, n);
      return put(rt, n, m.ld(o + F.GEN_EXC));
    }
    case K.frame: {
      n = put(rt, n, m.ld(o + F.FO_BACK));
      const frame = m.ld(o + F.FO_FRAME);
      return frame === o + F.FO_DATA ? traverseFrame(rt, frame, n) : n;
    }
    case K.weakref:
      return put(rt, n, m.ld(o + WR_CALLBACK));
    case K.descriptor:
      return put(rt, n, m.ld(o + 16));
    default: {
      const fields = POINTERS[kind];
      if (fields !== undefined) for (const at of fields) n = put(rt, n, m.ld(o + at));
      return n;
    }
  }
}

function traverseFrame(rt: Runtime, frame: number, from: number): number {
  const m = rt.mem;
  let n = put(rt, from, m.ld(frame + F.F_OBJECT));
  n = put(rt, n, m.ld(frame + F.F_LOCALS));
  n = put(rt, n, m.ld(frame + F.F_FUNCTION));
  n = put(rt, n, m.ld(frame + F.F_CODE));
  const top = m.ld(frame + F.F_STACKTOP);
  for (let i = 0; i < top; i++) n = put(rt, n, m.ld(frame + F.F_SLOTS + 8 * i));
  return n;
}

const FUNCTION_FIELDS: readonly number[] = [
  Fn.FN_CODE,
  Fn.FN_GLOBALS,
  Fn.FN_BUILTINS,
  Fn.FN_MODULE,
  Fn.FN_DEFAULTS,
  Fn.FN_KWDEFAULTS,
  Fn.FN_DOC,
  Fn.FN_NAME,
  Fn.FN_DICT,
  Fn.FN_CLOSURE,
  Fn.FN_ANNOTATIONS,
  Fn.FN_QUALNAME,
];
const TYPE_FIELDS: readonly number[] = [H.TP_DICT, H.TP_MRO, H.TP_BASES, H.TP_BASE];
const EXCEPTION_FIELDS: readonly number[] = [
  EXC_DICT,
  EXC_ARGS,
  EXC_NOTES,
  EXC_TRACEBACK,
  EXC_CAUSE,
  EXC_CONTEXT,
];

/** Fields that are pointers, by kind; of kinds that need no rule of their own. */
export const POINTERS: Readonly<Record<number, readonly number[]>> = {
  [K.cell]: [16],
  [K.method]: [16, 24],
  [K.builtin]: [24, 32],
  [K.module]: [16],
  [K.traceback]: [F.TB_NEXT, F.TB_FRAME],
  [K.listIterator]: [24],
  [K.reversed]: [24],
  [K.dictIterator]: [16, 40],
  [K.setIterator]: [16],
  [K.slice]: [16, 24, 32],
  [K.enumerate]: [24, 32, 40],
  [K.zip]: [24, 32],
  [K.map]: [16, 24],
  [K.filter]: [24, 16],
  [K.dictView]: [16],
  [K.property]: [16, 24, 32, 40],
  [K.wrapper]: [16, 24],
  [K.super]: [24, 16, 32],
  [K.mappingProxy]: [16],
  [K.callIterator]: [16, 24],
};

/** References that are held but not traversed, for the reference check and for drawing. */
export function hiddenReferences(rt: Runtime, o: number): number[] {
  const m = rt.mem;
  const kind = rt.kindOf(o);
  const out: number[] = [];
  const add = (child: number): void => {
    if (child !== 0) out.push(child);
  };
  if (kind === K.type) {
    if ((m.ld(o + H.TP_FLAGS) & H.FLAG_HEAP) === 0) return out;
    for (const at of [H.TP_SUBCLASSES, H.HT_NAME, H.HT_QUALNAME, H.HT_SLOTS]) add(m.ld(o + at));
    const keys = m.ld(o + H.HT_CACHED_KEYS);
    if (keys !== 0) {
      const size = m.ld(keys + DK_ENTRIES);
      for (let i = 0; i < size; i++) add(m.ld(entriesOf(rt, keys) + 16 * i));
    }
  } else if (kind === K.dict) {
    const keys = m.ld(o + DICT_KEYS);
    if (m.ld(o + DICT_VALUES) === 0 && m.ld(keys + DK_KIND) !== GENERAL) {
      const size = m.ld(keys + DK_ENTRIES);
      for (let i = 0; i < size; i++) add(m.ld(entriesOf(rt, keys) + 16 * i));
    }
  } else if (kind === K.descriptor) {
    add(m.ld(o + 24));
    add(m.ld(o + 32));
  } else if (kind === K.range) for (const at of [16, 24, 32, 40]) add(m.ld(o + at));
  else if (kind === K.property) add(m.ld(o + 48));
  else if (kind === K.code) {
    const record = F.codeOf(rt, o);
    for (const part of [...record.tuples, ...record.tables]) add(part);
    add(record.nameObject);
    add(record.qualnameObject);
  }
  return out;
}

/** Models `tp_clear`: gives up references so that cycles fall apart. */
export function clear(rt: Runtime, o: number): void {
  const m = rt.mem;
  const type = m.ld(o + H.OB_TYPE);
  let kind = m.ld(type + H.TP_KIND);
  if (m.ld(type + H.TP_FLAGS) & H.FLAG_HEAP && kind !== K.type) {
    clearSlots(rt, o, type);
    if (m.ld(type + H.TP_FLAGS) & H.FLAG_MANAGED_DICT) {
      clearInlineValues(rt, o, type);
      rt.clearField(o + H.MANAGED_DICT);
    } else {
      const at = addedDictSlot(rt, o, type);
      if (at !== 0) rt.clearField(at);
    }
    kind = m.ld(baseOfLayout(rt, type) + H.TP_KIND);
  }
  switch (kind) {
    case K.list:
      clearList(rt, o);
      break;
    case K.dict:
      clearDict(rt, o);
      break;
    case K.set:
      clearSet(rt, o);
      break;
    case K.function:
      Fn.functionClear(rt, o);
      break;
    case K.cell:
      rt.clearField(o + 16);
      break;
    case K.type:
      clearDict(rt, m.ld(o + H.TP_DICT));
      rt.clearMethodCache();
      rt.clearField(o + H.TP_MRO);
      break;
    case K.exception:
      clearExceptionFields(rt, o);
      break;
    case K.traceback:
      rt.clearField(o + F.TB_NEXT);
      rt.clearField(o + F.TB_FRAME);
      break;
    case K.weakref:
      clearWeakref(rt, o);
      break;
    case K.wrapper:
      rt.clearField(o + 16);
      rt.clearField(o + 24);
      break;
    case K.frame: {
      const frame = m.ld(o + F.FO_FRAME);
      if (frame !== o + F.FO_DATA) break;
      const top = m.ld(frame + F.F_STACKTOP);
      for (let i = 0; i < top; i++) rt.clearField(frame + F.F_SLOTS + 8 * i);
      m.st(frame + F.F_STACKTOP, 0);
      break;
    }
    default:
      break;
  }
}

function clearInlineValues(rt: Runtime, o: number, type: number): void {
  const m = rt.mem;
  const values = m.ld(o + H.MANAGED_VALUES);
  if (values === 0) return;
  const count = m.ld(m.ld(type + H.HT_CACHED_KEYS) + DK_ENTRIES);
  for (let i = 0; i < count; i++) rt.clearField(values + 8 * i);
}
