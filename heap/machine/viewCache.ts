/**
 * Views of objects, kept from one inspection to the next. An object about which nothing changed keeps its view, the
 * very same value: whoever draws can tell by identity what to draw again, and a statement costs what it changed and a
 * pass over the heap without building texts. Nothing here is part of a machine's state.
 */
import * as L from '../memory/layout.ts';
import { DICT_KEYS, DK_ENTRIES, DK_USABLE, dictUsed } from '../objects/dict.ts';
import * as H from '../objects/header.ts';
import { LIST_ALLOCATED } from '../objects/list.ts';
import type { Runtime } from '../objects/runtime.ts';
import { SET_MASK, SET_USED } from '../objects/set.ts';
import { fullSize } from '../objects/sizeof.ts';
import type { Machine } from './machine.ts';
import { shallowState } from './shallow.ts';
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

export class ViewCache {
  #entries = new Map<number, Entry>();
  #internals: boolean | null = null;
  #round = 0;

  /** Views of everything shown, by serial. */
  read(machine: Machine, reading: Reading): readonly ObjectView[] {
    const { rt } = machine;
    if (this.#internals !== reading.internals) this.#entries.clear();
    this.#internals = reading.internals;
    this.#round++;
    const shown = this.#gather(rt, reading);
    const stale = this.#staleTexts(rt, shown);
    const objects = inOrderOfSerials(rt, shown).map((o) => this.#view(machine, reading, o, stale, shown));
    for (const [o, entry] of this.#entries) if (entry.round !== this.#round) this.#entries.delete(o);
    return objects;
  }

  /** What is reached from the roots without the interpreter's own, and what that refers to. */
  #gather(rt: Runtime, { internals, roots, internal }: Reading): ReadonlySet<number> {
    const seen = new Uint8Array(rt.alloc.ranges.top >> 4);
    const order: number[] = [];
    const visit = (o: number): void => {
      if (o === 0 || seen[o >> 4] === 1) return;
      seen[o >> 4] = 1;
      order.push(o);
    };
    for (const root of roots) visit(root);
    for (let at = 0; at < order.length; at++) {
      const o = order[at] ?? 0;
      const { slots } = this.#look(rt, o, internals);
      // With internals, what is alive is shown; without, what can be reached. Statics hold nothing of interest.
      if (internals || (o < L.DYNAMIC_START && rt.kindOf(o) !== K.list)) continue;
      for (const slot of slots) if (!slot.weak) visit(slot.target);
    }
    const shown = new Set<number>();
    for (const o of order) if (internals || !internal(o)) shown.add(o);
    for (const o of [...shown])
      for (const { target } of this.#look(rt, o, internals).slots) if (!internal(target)) shown.add(target);
    return shown;
  }

  /** The entry of an object, brought up to date once per round. */
  #look(rt: Runtime, o: number, internals: boolean): Entry {
    const serial = rt.mem.serials[o >> 4] ?? 0;
    const old = this.#entries.get(o);
    if (old !== undefined && old.serial === serial) {
      if (old.round === this.#round) return old;
      old.round = this.#round;
      const state = shallowState(rt, o);
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
      serial,
      state: shallowState(rt, o),
      slots: slotsOf(rt, o, internals),
      view: null,
      round: this.#round,
      changed: true,
    };
    this.#entries.set(o, entry);
    return entry;
  }

  /** Objects whose text may differ: changed ones and holders, over the two references that a short repr looks down. */
  #staleTexts(rt: Runtime, shown: ReadonlySet<number>): ReadonlySet<number> | 'all' {
    const internals = this.#internals ?? false;
    const changed = new Set<number>();
    for (const o of shown) {
      const entry = this.#look(rt, o, internals);
      // Kinds that are read afresh: their text is made anew, and that tells whether it changed.
      if (entry.state === null && !entry.changed && entry.view !== null)
        entry.changed = shortRepr(rt, o) !== entry.view.repr;
      if (!entry.changed) continue;
      changed.add(o);
      // A class may have got another name: every text may hold it.
      if (entry.view !== null && rt.kindOf(o) === K.type && shortRepr(rt, o) !== entry.view.repr)
        return 'all';
    }
    if (changed.size === 0) return changed;
    let near = changed;
    const stale = new Set(changed);
    for (let step = 0; step < 2; step++) {
      const next = new Set<number>();
      for (const o of shown) {
        if (stale.has(o)) continue;
        if (this.#look(rt, o, internals).slots.some(({ target }) => near.has(target))) next.add(o);
      }
      for (const o of next) stale.add(o);
      near = next;
    }
    return stale;
  }

  #view(
    machine: Machine,
    { internals, internal, generation, reachable }: Reading,
    o: number,
    stale: ReadonlySet<number> | 'all',
    shown: ReadonlySet<number>,
  ): ObjectView {
    const { rt } = machine;
    const entry = this.#look(rt, o, internals);
    const old = entry.view;
    const kept = old !== null && stale !== 'all' && !stale.has(o) ? old : null;
    const builtin = o < L.DYNAMIC_START;
    const collected = (rt.flagsOf(o) & H.FLAG_GC) !== 0 && !(builtin && rt.kindOf(o) === K.type);
    const tracked = collected && rt.isTracked(o);
    const code = builtin ? (tracked ? 3 : 0) : (generation[o >> 4] ?? 0);
    const live = {
      refcount: builtin ? null : rt.mem.ld(o),
      tracked,
      generation: GENERATIONS[code] ?? null,
      finalized: collected && (rt.mem.ld(o + H.GC_PREV) & H.PREV_FINALIZED) !== 0,
      reachable: builtin || reachable[o >> 4] === 1,
    };
    // Texts and slots that are still good, and a state that is not followed may change the size all the same.
    const size = kept !== null && entry.state !== null ? kept.size : fullSize(rt, o);
    if (
      kept !== null &&
      kept.refcount === live.refcount &&
      kept.tracked === live.tracked &&
      kept.generation === live.generation &&
      kept.finalized === live.finalized &&
      kept.reachable === live.reachable &&
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
      slots: kept?.slots ?? slotViews(rt, entry.slots, shown),
      capacity: kept === null ? capacityOf(rt, o) : kept.capacity,
      ...live,
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

/** Strong references first; what is not shown is left out. */
function slotViews(rt: Runtime, slots: readonly Slot[], shown: ReadonlySet<number>): readonly SlotView[] {
  const strong: SlotView[] = [];
  const weak: SlotView[] = [];
  for (const slot of slots) {
    if (!shown.has(slot.target)) continue;
    const target = rt.mem.serials[slot.target >> 4] ?? 0;
    (slot.weak ? weak : strong).push({ label: slot.label, target, weak: slot.weak });
  }
  return weak.length === 0 ? strong : [...strong, ...weak];
}

/** Serial and slot as one number sort faster than by a comparison; they fit as long as serials are below this. */
const SERIALS = 2 ** 26;
const SLOTS = 2 ** 27;

function inOrderOfSerials(rt: Runtime, shown: ReadonlySet<number>): number[] {
  const { serials } = rt.mem;
  if (rt.mem.ld(L.NEXT_SERIAL) >= SERIALS)
    return [...shown].sort((a, b) => (serials[a >> 4] ?? 0) - (serials[b >> 4] ?? 0));
  const keys = new Float64Array(shown.size);
  let at = 0;
  for (const o of shown) keys[at++] = (serials[o >> 4] ?? 0) * SLOTS + (o >> 4);
  keys.sort();
  return Array.from(keys, (key) => (key % SLOTS) * 16);
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
