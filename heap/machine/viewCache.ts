/**
 * Views of objects, kept from one inspection to the next. An object about which nothing changed keeps its view, the
 * very same value: whoever draws can tell by identity what to draw again, and a statement costs what it changed and a
 * pass over the heap without building texts. Nothing here is part of a machine's state.
 */
import * as L from '../memory/layout.ts';
import { DICT_KEYS } from '../objects/dict.ts';
import { DK_ENTRIES, DK_USABLE } from '../objects/dictKeys.ts';
import { dictUsed } from '../objects/dictWalk.ts';
import * as H from '../objects/header.ts';
import { LIST_ALLOCATED } from '../objects/list.ts';
import type { Runtime } from '../objects/runtime.ts';
import { SET_MASK, SET_USED } from '../objects/set.ts';
import { fullSize } from '../objects/sizeof.ts';
import type { Machine } from './machine.ts';
import { Mixer, shallowState } from './shallow.ts';
import { shortRepr } from './shortRepr.ts';
import { type Slot, slotsOf } from './slotsOf.ts';
import type { ObjectView, SlotView } from './views.ts';

const K = H.KIND;

export interface Reading {
  readonly internals: boolean;
  /** Where what is shown begins. */
  readonly roots: readonly number[];
  readonly internal: (o: number) => boolean;
  /** By slot: 0 none, 1 to 3 the generation from the youngest, 4 permanent. */
  readonly generation: Uint8Array;
  readonly reachable: Uint8Array;
}

interface Entry {
  readonly address: number;
  readonly serial: number;
  /** Null: read afresh every time. */
  state: number | null;
  slots: readonly Slot[];
  view: ObjectView | null;
  /** Number of the inspection that looked at it last. */
  round: number;
  /** What it shows itself changed in this round. */
  changed: boolean;
}

/** What is known of a slot of 16 bytes while one inspection runs. */
const SEEN = 1;
const SHOWN = 2;
const STALE = 4;
/** In turns: texts that changed in this step and in the one before. */
const NEAR = 8;
const NEXT = 16;

export class ViewCache {
  #entries = new Map<number, Entry>();
  #internals: boolean | null = null;
  #round = 0;
  readonly #mixer = new Mixer();

  /** Views of everything shown, by serial. */
  read(machine: Machine, reading: Reading): readonly ObjectView[] {
    const { rt } = machine;
    if (this.#internals !== reading.internals) this.#entries.clear();
    this.#internals = reading.internals;
    this.#round++;
    const marks = new Uint8Array(rt.alloc.ranges.top >> 4);
    const shown = this.#gather(rt, reading, marks);
    const all = this.#markStale(rt, shown, marks);
    const objects = inOrderOfSerials(rt, shown).map((entry) =>
      this.#view(machine, reading, entry, all, marks),
    );
    for (const [o, entry] of this.#entries) if (entry.round !== this.#round) this.#entries.delete(o);
    return objects;
  }

  /** What is reached from the roots without the interpreter's own, and what that refers to; marked as shown. */
  #gather(rt: Runtime, { internals, roots, internal }: Reading, marks: Uint8Array): Entry[] {
    const order: Entry[] = [];
    const visit = (o: number): void => {
      if (o === 0 || marks[o >> 4] !== 0) return;
      marks[o >> 4] = SEEN;
      order.push(this.#look(rt, o, internals));
    };
    for (const root of roots) visit(root);
    for (let at = 0; at < order.length; at++) {
      const entry = order[at];
      if (entry === undefined) break;
      // With internals, what is alive is shown; without, what can be reached. Statics hold nothing of interest.
      if (internals || (entry.address < L.DYNAMIC_START && rt.kindOf(entry.address) !== K.list)) continue;
      for (const slot of entry.slots) if (!slot.weak) visit(slot.target);
    }
    const shown: Entry[] = [];
    const show = (entry: Entry): void => {
      marks[entry.address >> 4] = SHOWN;
      shown.push(entry);
    };
    for (const entry of order) if (internals || !internal(entry.address)) show(entry);
    const reached = shown.length;
    for (let at = 0; at < reached; at++) {
      for (const { target } of shown[at]?.slots ?? [])
        if (((marks[target >> 4] ?? 0) & SHOWN) === 0 && !internal(target))
          show(this.#look(rt, target, internals));
    }
    return shown;
  }

  /** The entry of an object, brought up to date once per round. */
  #look(rt: Runtime, o: number, internals: boolean): Entry {
    const serial = rt.mem.serials[o >> 4] ?? 0;
    const old = this.#entries.get(o);
    if (old !== undefined && old.serial === serial) {
      if (old.round === this.#round) return old;
      old.round = this.#round;
      const state = shallowState(rt, o, this.#mixer);
      old.changed = state === null ? false : state !== old.state;
      if (state === null || old.changed) {
        const slots = slotsOf(rt, o, internals);
        if (state === null) old.changed = !sameTargets(slots, old.slots);
        old.slots = slots;
        old.state = state;
      }
      return old;
    }
    const entry: Entry = {
      address: o,
      serial,
      state: shallowState(rt, o, this.#mixer),
      slots: slotsOf(rt, o, internals),
      view: null,
      round: this.#round,
      changed: true,
    };
    this.#entries.set(o, entry);
    return entry;
  }

  /**
   * Marks objects whose text may differ: changed ones and holders, over the two references that a short repr looks
   * down. True: all may.
   */
  #markStale(rt: Runtime, shown: readonly Entry[], marks: Uint8Array): boolean {
    let changed = 0;
    for (const entry of shown) {
      const o = entry.address;
      // Kinds that are read afresh: their text is made anew, and that tells whether it changed.
      if (entry.state === null && !entry.changed && entry.view !== null)
        entry.changed = shortRepr(rt, o) !== entry.view.repr;
      if (!entry.changed) continue;
      changed++;
      marks[o >> 4] = SHOWN | STALE | NEAR;
      // A class may have got another name: every text may hold it.
      if (entry.view !== null && rt.kindOf(o) === K.type && shortRepr(rt, o) !== entry.view.repr) return true;
    }
    if (changed === 0 || changed === shown.length) return changed > 0;
    for (const [near, next] of [
      [NEAR, NEXT],
      [NEXT, NEAR],
    ] as const) {
      for (const { address, slots } of shown) {
        const mark = marks[address >> 4] ?? 0;
        if ((mark & STALE) !== 0) continue;
        for (const { target } of slots) {
          if (((marks[target >> 4] ?? 0) & near) === 0) continue;
          marks[address >> 4] = mark | next;
          break;
        }
      }
      for (const { address } of shown) {
        const mark = marks[address >> 4] ?? 0;
        if ((mark & next) !== 0) marks[address >> 4] = mark | STALE;
      }
    }
    return false;
  }

  #view(
    machine: Machine,
    { internal, generation, reachable }: Reading,
    entry: Entry,
    all: boolean,
    marks: Uint8Array,
  ): ObjectView {
    const { rt } = machine;
    const o = entry.address;
    const old = entry.view;
    const kept = old !== null && !all && ((marks[o >> 4] ?? 0) & STALE) === 0 ? old : null;
    const builtin = o < L.DYNAMIC_START;
    const collected = (rt.flagsOf(o) & H.FLAG_GC) !== 0 && !(builtin && rt.kindOf(o) === K.type);
    const tracked = collected && rt.isTracked(o);
    const code = builtin ? (tracked ? 3 : 0) : (generation[o >> 4] ?? 0);
    const refcount = builtin ? null : rt.mem.ld(o);
    const generationNow = GENERATIONS[code] ?? null;
    const finalized = collected && (rt.mem.ld(o + H.GC_PREV) & H.PREV_FINALIZED) !== 0;
    const reachableNow = builtin || reachable[o >> 4] === 1;
    // Texts and slots that are still good, and a state that is not followed may change the size all the same.
    const size = kept !== null && entry.state !== null ? kept.size : fullSize(rt, o);
    if (
      kept !== null &&
      kept.refcount === refcount &&
      kept.tracked === tracked &&
      kept.generation === generationNow &&
      kept.finalized === finalized &&
      kept.reachable === reachableNow &&
      kept.size === size
    )
      return kept;
    const origin = kept ?? (builtin ? { statement: 0, owner: null } : machine.origin(entry.serial));
    const view: ObjectView = {
      serial: entry.serial,
      address: o,
      type: kept?.type ?? rt.typeName(rt.typeOf(o)),
      repr: kept?.repr ?? shortRepr(rt, o),
      size,
      builtin,
      internal: internal(o),
      owner: origin.owner,
      bornIn: 'bornIn' in origin ? origin.bornIn : origin.statement,
      slots: kept?.slots ?? slotViews(rt, entry.slots, marks),
      capacity: kept === null ? capacityOf(rt, o) : kept.capacity,
      refcount,
      tracked,
      generation: generationNow,
      finalized,
      reachable: reachableNow,
    };
    entry.view = view;
    return view;
  }
}

const GENERATIONS = [null, 0, 1, 2, 'permanent'] as const;

function sameTargets(a: readonly Slot[], b: readonly Slot[]): boolean {
  if (a.length !== b.length) return false;
  return a.every((slot, at) => {
    const other = b[at];
    return slot.target === other?.target && slot.label === other.label && slot.weak === other.weak;
  });
}

/** Strong references first; what is not shown is left out, but for modules: their names are shown in their place. */
function slotViews(rt: Runtime, slots: readonly Slot[], marks: Uint8Array): readonly SlotView[] {
  const strong: SlotView[] = [];
  const weak: SlotView[] = [];
  for (const slot of slots) {
    const shown = ((marks[slot.target >> 4] ?? 0) & SHOWN) !== 0;
    if (!shown && rt.kindOf(slot.target) !== K.module) continue;
    const view: SlotView = {
      label: slot.label,
      target: rt.mem.serials[slot.target >> 4] ?? 0,
      weak: slot.weak,
      ...(shown ? {} : { module: rt.moduleName(rt, slot.target) }),
    };
    (slot.weak ? weak : strong).push(view);
  }
  return weak.length === 0 ? strong : [...strong, ...weak];
}

/** Serial and place as one number sort faster than by a comparison; they fit as long as both are below these. */
const SERIALS = 2 ** 26;
const PLACES = 2 ** 27;

function inOrderOfSerials(rt: Runtime, shown: readonly Entry[]): readonly Entry[] {
  if (rt.mem.ld(L.NEXT_SERIAL) >= SERIALS || shown.length >= PLACES)
    return [...shown].sort((a, b) => a.serial - b.serial);
  const keys = new Float64Array(shown.length);
  let at = 0;
  for (const { serial } of shown) {
    keys[at] = serial * PLACES + at;
    at++;
  }
  keys.sort();
  const out: Entry[] = [];
  for (const key of keys) {
    const entry = shown[key % PLACES];
    if (entry !== undefined) out.push(entry);
  }
  return out;
}

function capacityOf(rt: Runtime, o: number): { used: number; allocated: number } | null {
  const m = rt.mem;
  switch (rt.kindOf(o)) {
    case K.list:
      return { used: m.ld(o + H.OB_SIZE), allocated: m.ld(o + LIST_ALLOCATED) };
    case K.dict: {
      const keys = m.ld(o + DICT_KEYS);
      return { used: dictUsed(rt, o), allocated: m.ld(keys + DK_ENTRIES) + m.ld(keys + DK_USABLE) };
    }
    case K.set:
      return { used: m.ld(o + SET_USED), allocated: m.ld(o + SET_MASK) + 1 };
    default:
      return null;
  }
}
