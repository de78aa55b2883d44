/**
 * The references an object holds. A label is what Python writes, and where Python has no way of writing it the name of
 * CPython's field: both are the same in every language.
 */
import * as L from '../memory/layout.ts';

import { entryKey } from '../objects/dictKeys.ts';
import { valuesOrder } from '../objects/dictValues.ts';
import { keyAt, nextEntry, valueAt } from '../objects/dictWalk.ts';
import { EXC_ARGS, EXC_CAUSE, EXC_CONTEXT, EXC_TRACEBACK } from '../objects/exception.ts';
import * as F from '../objects/frame.ts';
import * as Fn from '../objects/function.ts';
import * as H from '../objects/header.ts';
import { LIST_ITEMS } from '../objects/list.ts';
import type { Runtime } from '../objects/runtime.ts';
import { keyIn, nextSlot } from '../objects/set.ts';
import { isStr, textOf } from '../objects/str.ts';
import { hiddenReferences, POINTERS } from '../objects/traverse.ts';
import { tupleItem } from '../objects/tuple.ts';
import { fieldAt } from './fieldNames.ts';
import { shortRepr } from './shortRepr.ts';

export interface Slot {
  readonly label: string;
  readonly target: number;
  readonly weak: boolean;
}

const K = H.KIND;

/** With internals every reference is listed, also those to code, names, globals and types. */
export function slotsOf(rt: Runtime, o: number, internals: boolean): Slot[] {
  const m = rt.mem;
  const out: Slot[] = [];
  const add = (label: string, target: number, weak = false): void => {
    if (target !== 0) out.push({ label, target, weak });
  };
  const kind = rt.kindOf(o);
  /* the library's own classes and functions are drawn as what is built in: without what they are made of */
  if (!internals && o < L.DYNAMIC_START && (kind === K.type || kind === K.function)) return out;
  const type = rt.typeOf(o);
  const heap = (m.ld(type + H.TP_FLAGS) & H.FLAG_HEAP) !== 0 && kind !== K.type;
  if (heap) {
    instanceSlots(rt, o, type, add);
    add('__class__', type);
  }
  switch (kind) {
    case K.list:
    case K.tuple: {
      const from = kind === K.list ? m.ld(o + LIST_ITEMS) : o + 24;
      const n = m.ld(o + H.OB_SIZE);
      for (let i = 0; i < n; i++) add(`[${i}]`, m.ld(from + 8 * i));
      break;
    }
    case K.dict:
      for (let k = nextEntry(rt, o, 0); k >= 0; k = nextEntry(rt, o, k + 1)) {
        const key = keyAt(rt, o, k);
        if (internals || !isStr(rt, key)) add('me_key', key);
        add(`[${shortRepr(rt, key, 1)}]`, valueAt(rt, o, k));
      }
      break;
    case K.set:
      for (let i = nextSlot(rt, o, 0); i >= 0; i = nextSlot(rt, o, i + 1)) add('key', keyIn(rt, o, i));
      break;
    case K.function:
      functionSlots(rt, o, add);
      if (internals) {
        add('__code__', m.ld(o + Fn.FN_CODE));
        add('__globals__', m.ld(o + Fn.FN_GLOBALS));
      }
      break;
    case K.cell:
      add('cell_contents', m.ld(o + 16));
      break;
    case K.method:
      add('__func__', m.ld(o + 16));
      add('__self__', m.ld(o + 24));
      break;
    case K.builtin:
      add('__self__', m.ld(o + 24));
      break;
    case K.weakref:
      add(fieldAt(rt, o, 16), m.ld(o + 16), true);
      add('__callback__', m.ld(o + 24));
      break;
    case K.generator:
      if (m.ld(o + F.GEN_STATE) < F.CLEARED) {
        frameSlots(rt, o + F.GEN_FRAME, add);
        if (internals) add('f_func', m.ld(o + F.GEN_FRAME + F.F_FUNCTION));
      }
      if (internals) add('gi_code', m.ld(o + F.GEN_CODE));
      break;
    case K.frame:
      add('f_back', m.ld(o + F.FO_BACK));
      if (m.ld(o + F.FO_FRAME) === o + F.FO_DATA) frameSlots(rt, o + F.FO_DATA, add);
      break;
    case K.traceback:
      add('tb_next', m.ld(o + F.TB_NEXT));
      add('tb_frame', m.ld(o + F.TB_FRAME));
      break;
    case K.exception:
      add('args', m.ld(o + EXC_ARGS));
      add('__traceback__', m.ld(o + EXC_TRACEBACK));
      add('__cause__', m.ld(o + EXC_CAUSE));
      add('__context__', m.ld(o + EXC_CONTEXT));
      break;
    case K.type:
      classSlots(rt, o, internals, add);
      break;
    case K.module:
      if (internals) add('__dict__', m.ld(o + 16));
      break;
    case K.instance:
      break;
    case K.descriptor:
      add(fieldAt(rt, o, 16), m.ld(o + 16));
      break;
    default:
      for (const at of POINTERS[kind] ?? []) add(fieldAt(rt, o, at), m.ld(o + at));
  }
  if (internals) for (const target of hiddenReferences(rt, o)) if (kind !== K.dict) add('', target);
  return out;
}

type Add = (label: string, target: number, weak?: boolean) => void;

function instanceSlots(rt: Runtime, o: number, type: number, add: Add): void {
  const m = rt.mem;
  for (let t = type; m.ld(t + H.TP_FLAGS) & H.FLAG_HEAP; t = m.ld(t + H.TP_BASE)) {
    const names = m.ld(t + H.HT_SLOTS);
    const n = m.ld(t + H.HT_SLOT_COUNT);
    for (let i = 0; i < n; i++) {
      add(
        `.${names === 0 ? '?' : textOf(rt, tupleItem(rt, names, i))}`,
        m.ld(o + m.ld(t + H.HT_SLOT_START) + 8 * i),
      );
    }
  }
  if ((m.ld(type + H.TP_FLAGS) & H.FLAG_MANAGED_DICT) === 0) return;
  const values = m.ld(o + H.MANAGED_VALUES);
  if (values === 0) {
    add('__dict__', m.ld(o + H.MANAGED_DICT));
    return;
  }
  const keys = m.ld(type + H.HT_CACHED_KEYS);
  const count = m.ldb(values - 2);
  for (let k = 0; k < count; k++) {
    const entry = valuesOrder(rt, values, k);
    add(`.${textOf(rt, m.ld(entryKey(rt, keys, entry)))}`, m.ld(values + 8 * entry));
  }
}

function functionSlots(rt: Runtime, o: number, add: Add): void {
  const m = rt.mem;
  add('__defaults__', m.ld(o + Fn.FN_DEFAULTS));
  add('__kwdefaults__', m.ld(o + Fn.FN_KWDEFAULTS));
  add('__closure__', m.ld(o + Fn.FN_CLOSURE));
  add('__dict__', m.ld(o + Fn.FN_DICT));
}

function frameSlots(rt: Runtime, frame: number, add: Add): void {
  const m = rt.mem;
  const record = F.codeOf(rt, m.ld(frame + F.F_CODE));
  const top = m.ld(frame + F.F_STACKTOP);
  for (let i = 0; i < top; i++) {
    const name = record.code.localsplus[i]?.name ?? `localsplus[${i}]`;
    add(name, m.ld(frame + F.F_SLOTS + 8 * i));
  }
}

/** Attributes that every class statement makes are left out of the ordinary picture. */
const USUAL = new Set(['__module__', '__dict__', '__weakref__', '__doc__', '__slots__', '__qualname__']);

function classSlots(rt: Runtime, o: number, internals: boolean, add: Add): void {
  const m = rt.mem;
  if ((m.ld(o + H.TP_FLAGS) & H.FLAG_HEAP) === 0) return;
  const base = m.ld(o + H.TP_BASE);
  if (internals) {
    add('__dict__', m.ld(o + H.TP_DICT));
    add('__mro__', m.ld(o + H.TP_MRO));
    add('__bases__', m.ld(o + H.TP_BASES));
    add('__base__', base);
    return;
  }
  if (m.ld(base + H.TP_FLAGS) & H.FLAG_HEAP) add('__base__', base);
  const dict = m.ld(o + H.TP_DICT);
  for (let k = nextEntry(rt, dict, 0); k >= 0; k = nextEntry(rt, dict, k + 1)) {
    const name = textOf(rt, keyAt(rt, dict, k));
    const value = valueAt(rt, dict, k);
    if (!USUAL.has(name) && rt.typeOf(value) !== rt.types.memberDescriptor) add(`.${name}`, value);
  }
}
