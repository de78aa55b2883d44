/**
 * The state of one object that its view is made of, as one number: equal numbers, same view. References count by the
 * serial of their target, so that another object at the same address is seen as another.
 */
import { DICT_KEYS } from '../objects/dict.ts';
import { DK_ENTRIES, DK_USABLE } from '../objects/dictKeys.ts';
import { valuesOrder } from '../objects/dictValues.ts';
import { keyAt, nextEntry, valueAt } from '../objects/dictWalk.ts';
import * as H from '../objects/header.ts';
import { LIST_ALLOCATED, LIST_ITEMS } from '../objects/list.ts';
import type { Runtime } from '../objects/runtime.ts';
import { keyIn, nextSlot, SET_MASK } from '../objects/set.ts';
import { STR_LENGTH, STR_TEXT } from '../objects/str.ts';
import { hiddenReferences, traverse } from '../objects/traverse.ts';

const K = H.KIND;

/** Two independent 32-bit hashes, multiplied apart; together 53 bits. */
export class Mixer {
  #a = 0;
  #b = 0;

  begin(): void {
    this.#a = 0x811c9dc5;
    this.#b = 0x2545f491;
  }

  add(word: number): void {
    this.#a = Math.imul(this.#a ^ word, 0x01000193);
    this.#b = Math.imul(this.#b, 0x5bd1e995) ^ word;
    this.#b ^= this.#b >>> 15;
  }

  value(): number {
    return (this.#a >>> 0) * 0x200000 + (this.#b & 0x1fffff);
  }
}

/** Null for kinds whose state is not read here: those are looked at afresh every time, and there are few of them. */
export function shallowState(rt: Runtime, o: number, mix: Mixer): number | null {
  const m = rt.mem;
  const type = rt.typeOf(o);
  const kind = rt.kindOf(o);
  const made = (m.ld(type + H.TP_FLAGS) & H.FLAG_HEAP) !== 0;
  if (made && kind !== K.instance) return null;
  const { serials } = m;
  mix.begin();
  // A class may lie where another one was.
  mix.add(type);
  mix.add(serials[type >> 4] ?? 0);
  switch (kind) {
    case K.int:
    case K.bool:
    case K.float:
    case K.none:
    case K.bytes:
      break;
    case K.str:
      mix.add(m.ld(o + STR_LENGTH));
      mix.add(m.ld(o + STR_TEXT));
      break;
    case K.list:
    case K.tuple: {
      const from = kind === K.list ? m.ld(o + LIST_ITEMS) : o + 24;
      const n = m.ld(o + H.OB_SIZE);
      mix.add(n);
      if (kind === K.list) mix.add(m.ld(o + LIST_ALLOCATED));
      for (let i = 0; i < n; i++) mix.add(serials[m.ld(from + 8 * i) >> 4] ?? 0);
      break;
    }
    case K.dict: {
      const keys = m.ld(o + DICT_KEYS);
      mix.add(m.ld(keys + DK_ENTRIES));
      mix.add(m.ld(keys + DK_USABLE));
      for (let k = nextEntry(rt, o, 0); k >= 0; k = nextEntry(rt, o, k + 1)) {
        mix.add(serials[keyAt(rt, o, k) >> 4] ?? 0);
        mix.add(serials[valueAt(rt, o, k) >> 4] ?? 0);
      }
      break;
    }
    case K.set:
      mix.add(m.ld(o + SET_MASK));
      for (let i = nextSlot(rt, o, 0); i >= 0; i = nextSlot(rt, o, i + 1))
        mix.add(serials[keyIn(rt, o, i) >> 4] ?? 0);
      break;
    case K.instance:
      addInstance(rt, o, type, mix);
      break;
    default:
      return null;
  }
  return mix.value();
}

function addInstance(rt: Runtime, o: number, type: number, mix: Mixer): void {
  const m = rt.mem;
  const n = traverse(rt, o);
  for (let i = 0; i < n; i++) mix.add(m.serials[(rt.scratch[i] ?? 0) >> 4] ?? 0);
  if ((m.ld(type + H.TP_FLAGS) & H.FLAG_MANAGED_DICT) === 0) return;
  const values = m.ld(o + H.MANAGED_VALUES);
  mix.add(values === 0 ? 0 : 1);
  if (values === 0) return;
  // Attributes in the order in which they were set, which is the order of the view.
  const count = m.ldb(values - 2);
  for (let k = 0; k < count; k++) mix.add(valuesOrder(rt, values, k));
}

/** Visits everything an object keeps alive, hidden references included, in whatever order; targets may repeat. */
export function eachReferred(rt: Runtime, o: number, visit: (target: number) => void): void {
  const kind = rt.kindOf(o);
  if (LEAVES.has(kind)) {
    // Of a class made by a program it has that class, and what was set on it.
    if ((rt.mem.ld(rt.typeOf(o) + H.TP_FLAGS) & H.FLAG_HEAP) === 0) return;
  }
  const n = traverse(rt, o);
  const { scratch } = rt;
  for (let i = 0; i < n; i++) visit(scratch[i] ?? 0);
  if (kind === K.dict) {
    // Keys that the dict shares with others, or that the collector knows to be texts.
    for (let k = nextEntry(rt, o, 0); k >= 0; k = nextEntry(rt, o, k + 1)) visit(keyAt(rt, o, k));
  } else if (HIDING.has(kind)) for (const target of hiddenReferences(rt, o)) visit(target);
}

/** Kinds that hold what the collector does not see. */
const HIDING: ReadonlySet<number> = new Set([K.type, K.descriptor, K.range, K.property, K.code]);

const LEAVES: ReadonlySet<number> = new Set([K.int, K.float, K.str, K.bytes, K.none, K.bool]);
