/**
 * Why an object is alive: a shortest chain of references that leads to it from a name or from the interpreter; and
 * why a leaked one is still here: the cycle that keeps its count above zero. Read off the heap, nothing is kept.
 */

import * as L from '../memory/layout.ts';
import { keyAt, nextEntry, valueAt } from '../objects/dictWalk.ts';
import * as H from '../objects/header.ts';
import type { Runtime } from '../objects/runtime.ts';
import { textOf } from '../objects/str.ts';
import { moduleDict } from '../python/modules.ts';
import { LAST_NAMES, type Label, written } from './label.ts';
import { libraryRoots } from './libraryRoots.ts';
import type { Machine } from './machine.ts';
import { livingObjects, staticObjects } from './refresh.ts';
import { eachReferred } from './shallow.ts';
import { shortRepr } from './shortRepr.ts';
import { slotsOf } from './slotsOf.ts';
import type { Serial } from './views.ts';

/** One reference of a chain: through `label` of what stands before it, to this object. */
export interface Link {
  readonly label: Label;
  readonly serial: Serial;
  readonly type: string;
  readonly repr: string;
}

export type Lifeline =
  /** From a root to the object, which is the last link. */
  | { readonly kind: 'alive'; readonly path: readonly Link[] }
  /**
   * Nothing that runs reaches it. `cycle` starts and ends at the same object; `path` leads from the cycle to the
   * object, empty when the object is part of it.
   */
  | { readonly kind: 'leaked'; readonly cycle: readonly Link[]; readonly path: readonly Link[] }
  /** Part of the interpreter: there from the start. */
  | { readonly kind: 'builtin' }
  | { readonly kind: 'gone' };

interface Step {
  readonly from: number;
  readonly label: Label;
}

export function lifelineOf(machine: Machine, serial: Serial, address: number): Lifeline {
  const { rt } = machine;
  if (rt.mem.serials[address >> 4] !== serial) return { kind: 'gone' };
  if (address < L.DYNAMIC_START) return { kind: 'builtin' };
  const steps = fromRoots(machine, address);
  if (steps.has(address)) return { kind: 'alive', path: chain(rt, steps, address) };
  return leaked(rt, address);
}

interface Reference {
  readonly label: Label;
  readonly target: number;
}

/** What holds objects without being held itself, in the order in which it is told. */
function roots(machine: Machine): Reference[] {
  const { rt } = machine;
  const out: Reference[] = [];
  for (const dunders of [false, true]) {
    for (const state of machine.states) {
      const dict = moduleDict(rt, state.module);
      for (let k = nextEntry(rt, dict, 0); k >= 0; k = nextEntry(rt, dict, k + 1)) {
        const name = textOf(rt, keyAt(rt, dict, k));
        if (name.startsWith('__') !== dunders) continue;
        out.push({ label: written(`${state.name}.${name}`), target: valueAt(rt, dict, k) });
      }
    }
  }
  const held: readonly (readonly [string, number])[] = [
    ['builtins', L.BUILTINS_DICT],
    ['sys', L.SYS_DICT],
  ];
  for (const [module, word] of held) {
    const dict = rt.mem.ld(word);
    for (let k = nextEntry(rt, dict, 0); k >= 0; k = nextEntry(rt, dict, k + 1)) {
      out.push({
        label: written(`${module}.${textOf(rt, keyAt(rt, dict, k))}`),
        target: valueAt(rt, dict, k),
      });
    }
  }
  for (const state of machine.states) {
    for (const [i, name] of LAST_NAMES.entries())
      out.push({ label: { kind: 'last', name, module: state.name }, target: state.last[i] ?? 0 });
    out.push({ label: { kind: 'module', module: state.name }, target: state.module });
  }
  for (const type of staticObjects(rt)) {
    const registry = rt.kindOf(type) === H.KIND.type ? rt.mem.ld(type + H.TP_SUBCLASSES) : 0;
    if (registry === 0) continue;
    const label = written(`${rt.typeName(type)}.__subclasses__()`);
    out.push({ label, target: registry });
    for (let k = nextEntry(rt, registry, 0); k >= 0; k = nextEntry(rt, registry, k + 1))
      out.push({ label, target: valueAt(rt, registry, k) });
  }
  out.push(...libraryRoots(machine));
  out.push({ label: written('gc.garbage'), target: rt.mem.ld(L.GC_GARBAGE) });
  out.push({ label: written('gc.callbacks'), target: rt.mem.ld(L.GC_CALLBACKS) });
  return out.filter(({ target }) => target !== 0);
}

/** Breadth first from all roots until the goal is found: for every object reached, where it was reached from. */
function fromRoots(machine: Machine, goal: number): Map<number, Step> {
  const { rt } = machine;
  const steps = new Map<number, Step>();
  const queue: number[] = [];
  for (const { label, target } of roots(machine)) {
    if (steps.has(target)) continue;
    steps.set(target, { from: 0, label });
    queue.push(target);
  }
  for (let head = 0; head < queue.length && !steps.has(goal); head++) {
    const o = queue[head] ?? 0;
    if (o < L.DYNAMIC_START && rt.kindOf(o) !== H.KIND.list) continue;
    for (const { label, target } of kept(rt, o)) {
      if (steps.has(target)) continue;
      steps.set(target, { from: o, label });
      queue.push(target);
    }
  }
  return steps;
}

/** What an object keeps alive: its slots, and without a label what no slot names. */
function kept(rt: Runtime, o: number): Reference[] {
  const out = slotsOf(rt, o, true).flatMap(({ label, target, weak }): Reference[] =>
    weak ? [] : [{ label: written(label), target }],
  );
  const named = new Set(out.map(({ target }) => target));
  eachReferred(rt, o, (target) => {
    if (target !== 0 && !named.has(target)) out.push({ label: written(''), target });
  });
  return out;
}

function link(rt: Runtime, label: Label, o: number): Link {
  return {
    label,
    serial: rt.mem.serials[o >> 4] ?? 0,
    type: rt.typeName(rt.typeOf(o)),
    repr: shortRepr(rt, o),
  };
}

/** The links from where the steps begin to an object. */
function chain(rt: Runtime, steps: ReadonlyMap<number, Step>, o: number): Link[] {
  const out: Link[] = [];
  for (let at = o; at !== 0; ) {
    const step = steps.get(at);
    if (step === undefined) break;
    out.unshift(link(rt, step.label, at));
    at = step.from;
  }
  return out;
}

/** Who refers to an object, over the whole heap. */
function holders(rt: Runtime): Map<number, Step[]> {
  const out = new Map<number, Step[]>();
  for (const o of livingObjects(rt)) {
    for (const { label, target } of kept(rt, o)) {
      const list = out.get(target);
      if (list === undefined) out.set(target, [{ from: o, label }]);
      else list.push({ from: o, label });
    }
  }
  return out;
}

/** So many of the nearest holders are asked for a cycle of their own before any cycle will do. */
const NEAREST = 64;

/** Back along the references, breadth first, to the nearest object that lies on a cycle. */
function leaked(rt: Runtime, goal: number): Lifeline {
  const held = holders(rt);
  const seen = new Map<number, Step>([[goal, { from: 0, label: written('') }]]);
  const queue = [goal];
  for (let head = 0; head < queue.length && head < NEAREST; head++) {
    const o = queue[head] ?? 0;
    const cycle = cycleThrough(rt, held, o);
    if (cycle !== null) return { kind: 'leaked', cycle, path: wayBack(rt, seen, o, goal) };
    for (const { from, label } of held.get(o) ?? []) {
      if (seen.has(from)) continue;
      seen.set(from, { from: o, label });
      queue.push(from);
    }
  }
  // every leaked object has a holder, so going back from one to the next ends where it has been
  const way = new Map<number, Step>([[goal, { from: 0, label: written('') }]]);
  for (let o = goal; ; ) {
    const step = held.get(o)?.[0];
    if (step === undefined) return { kind: 'leaked', cycle: [], path: [] };
    if (way.has(step.from)) {
      const cycle = cycleThrough(rt, held, step.from) ?? [];
      return { kind: 'leaked', cycle, path: wayBack(rt, way, step.from, goal) };
    }
    way.set(step.from, { from: o, label: step.label });
    o = step.from;
  }
}

/** The steps lead from the goal back: read forwards they are the way from an object on a cycle to the goal. */
function wayBack(rt: Runtime, steps: ReadonlyMap<number, Step>, from: number, goal: number): Link[] {
  const path: Link[] = [];
  for (let at = from; at !== goal; ) {
    const step = steps.get(at);
    if (step === undefined) break;
    path.push(link(rt, step.label, step.from));
    at = step.from;
  }
  return path;
}

/** A shortest cycle through an object, beginning and ending with it; null when there is none. */
function cycleThrough(rt: Runtime, held: ReadonlyMap<number, readonly Step[]>, goal: number): Link[] | null {
  const towards = new Map<number, Step>();
  const queue = [goal];
  for (let head = 0; head < queue.length; head++) {
    const o = queue[head] ?? 0;
    for (const { from, label } of held.get(o) ?? []) {
      if (from === goal) {
        const out = [link(rt, written(''), goal), link(rt, label, o)];
        for (let at = o; at !== goal; ) {
          const step = towards.get(at);
          if (step === undefined) break;
          out.push(link(rt, step.label, step.from));
          at = step.from;
        }
        return out;
      }
      if (towards.has(from)) continue;
      towards.set(from, { from: o, label });
      queue.push(from);
    }
  }
  return null;
}
