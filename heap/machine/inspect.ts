/** Reads a machine without changing it: objects, names, collector, memory, as plain data for drawing. */

import * as L from '../memory/layout.ts';
import {
  ARENA_FREE_POOLS,
  ARENA_SIZE,
  arenaAt,
  POOL_CLASS,
  POOL_COUNT,
  POOL_NEXT,
  POOL_SIZE,
} from '../memory/pools.ts';
import { keyAt, nextEntry, valueAt } from '../objects/dictWalk.ts';
import * as F from '../objects/frame.ts';
import { FN_NAME } from '../objects/function.ts';
import * as H from '../objects/header.ts';
import type { Runtime } from '../objects/runtime.ts';
import { textOf } from '../objects/str.ts';
import { moduleDict } from '../python/modules.ts';
import { libraryRoots } from './libraryRoots.ts';
import type { Machine } from './machine.ts';
import { livingObjects, staticObjects } from './refresh.ts';
import { eachReferred } from './shallow.ts';
import { shortRepr } from './shortRepr.ts';
import { ViewCache } from './viewCache.ts';
import type { CollectorView, HeapView, MemoryView, NamespaceView, NameView } from './views.ts';

export { shortRepr };

const K = H.KIND;
const INTERNAL_KINDS: ReadonlySet<number> = new Set([K.code, K.frame, K.traceback, K.descriptor]);

/** Generation of every tracked object made since the start, by slot: 1 to 3, or 4 for permanent; 0 is none. */
function generations(rt: Runtime): { readonly of: Uint8Array; readonly sizes: CollectorView['sizes'] } {
  const of = new Uint8Array(rt.alloc.ranges.top >> 4);
  const { i32 } = rt.mem;
  const mark = (list: number, code: number): number => {
    let n = 0;
    for (let g = i32[list >> 2] ?? 0; g !== list; g = (i32[g >> 2] ?? 0) & ~1) {
      const o = g + H.GC_HEADER;
      if (o < L.DYNAMIC_START) continue;
      of[o >> 4] = code;
      n++;
    }
    return n;
  };
  const young = mark(L.GENERATION(0), 1);
  const middle = mark(L.GENERATION(1), 2);
  const old = mark(L.GENERATION(2), 3);
  return { of, sizes: [young, middle, old, mark(L.GENERATION(3), 4)] };
}

/**
 * Objects that names, echoes, last exceptions and the interpreter hold; `dunders`: also by names like `__doc__` and
 * by the library. */
function rootsOf(machine: Machine, dunders: boolean): number[] {
  const { rt } = machine;
  const out: number[] = [];
  for (const state of machine.states) {
    out.push(state.module);
    const dict = moduleDict(rt, state.module);
    for (let k = nextEntry(rt, dict, 0); k >= 0; k = nextEntry(rt, dict, k + 1)) {
      if (dunders || !textOf(rt, keyAt(rt, dict, k)).startsWith('__')) out.push(valueAt(rt, dict, k));
    }
    for (const value of state.last) if (value !== 0) out.push(value);
  }
  for (const word of [L.BUILTINS_DICT, L.SYS_DICT]) {
    const dict = rt.mem.ld(word);
    for (let k = nextEntry(rt, dict, 0); k >= 0; k = nextEntry(rt, dict, k + 1)) {
      const value = valueAt(rt, dict, k);
      if (value >= L.DYNAMIC_START) out.push(value);
    }
  }
  for (const word of [L.GC_GARBAGE, L.GC_CALLBACKS]) out.push(rt.mem.ld(word));
  if (dunders) for (const { target } of libraryRoots(machine)) out.push(target);
  return out;
}

/** Marks, by slot, what can be reached from these. */
function reach(rt: Runtime, roots: readonly number[]): Uint8Array {
  const seen = new Uint8Array(rt.alloc.ranges.top >> 4);
  const stack: number[] = [];
  const visit = (o: number): void => {
    if (o === 0 || seen[o >> 4] === 1) return;
    seen[o >> 4] = 1;
    stack.push(o);
  };
  for (const root of roots) visit(root);
  for (let o = stack.pop(); o !== undefined; o = stack.pop()) {
    if (o >= L.DYNAMIC_START || rt.kindOf(o) === K.list) eachReferred(rt, o, visit);
  }
  return seen;
}

function* classesAmong(rt: Runtime, living: readonly number[]): Generator<number> {
  for (const o of staticObjects(rt)) if (rt.kindOf(o) === K.type) yield o;
  for (const o of living) if (rt.kindOf(o) === K.type) yield o;
}

/** What classes know of their subclasses: a dict of weak references that no program sees. */
function addRegistries(rt: Runtime, living: readonly number[], reachable: Uint8Array): void {
  for (const o of classesAmong(rt, living)) {
    if (o >= L.DYNAMIC_START && reachable[o >> 4] === 0) continue;
    const registry = rt.mem.ld(o + H.TP_SUBCLASSES);
    if (registry === 0) continue;
    reachable[registry >> 4] = 1;
    for (let k = nextEntry(rt, registry, 0); k >= 0; k = nextEntry(rt, registry, k + 1)) {
      reachable[valueAt(rt, registry, k) >> 4] = 1;
    }
  }
}

/**
 * `trash`: objects that a running collection has taken out of its generation; shown like tracked ones. `known`: what
 * was read last time; objects about which nothing changed keep their view.
 */
export function inspectMachine(
  machine: Machine,
  internals: boolean,
  trash: readonly number[] = [],
  known: ViewCache = new ViewCache(),
): HeapView {
  const { rt } = machine;
  // Looking is not at the expense of the statement that runs or ran last.
  const { fuel } = rt;
  rt.fuel = Number.MAX_SAFE_INTEGER;
  try {
    return read(machine, internals, trash, known);
  } finally {
    rt.fuel = fuel;
  }
}

function read(machine: Machine, internals: boolean, trash: readonly number[], known: ViewCache): HeapView {
  const { rt } = machine;
  const generation = generations(rt);
  const reachable = reach(rt, rootsOf(machine, true));
  const living = livingObjects(rt);
  addRegistries(rt, living, reachable);
  const own = new Set(machine.states.flatMap(({ module }) => [module, moduleDict(rt, module)]));
  const internal = (o: number): boolean => {
    const kind = rt.kindOf(o);
    return own.has(o) || INTERNAL_KINDS.has(kind) || (kind === K.function && isStatementFunction(rt, o));
  };
  let roots: readonly number[] = living;
  if (!internals) {
    const lost = living.filter((o) => generation.of[o >> 4] !== 0 && reachable[o >> 4] === 0);
    roots = [...rootsOf(machine, false), ...trash, ...lost].filter((o) => !internal(o));
  }
  const objects = known.read(machine, { internals, roots, internal, generation: generation.of, reachable });
  return {
    objects,
    namespaces: namespaces(machine, living),
    collector: collectorView(machine, generation.sizes),
    memory: memoryView(rt),
  };
}

/** The function object that a statement runs in; a traceback may keep it. */
export function isStatementFunction(rt: Runtime, o: number): boolean {
  return rt.kindOf(o) === K.function && textOf(rt, rt.mem.ld(o + FN_NAME)) === '<module>';
}

function named(rt: Runtime, name: string, value: number): NameView {
  const target = rt.mem.serials[value >> 4] ?? 0;
  return rt.kindOf(value) === K.module
    ? { name, target, module: rt.moduleName(rt, value) }
    : { name, target };
}

function namespaces(machine: Machine, living: readonly number[]): NamespaceView[] {
  const { rt } = machine;
  const serialOf = (o: number): number => rt.mem.serials[o >> 4] ?? 0;
  const imported = new Map(
    (machine.options.preimported ?? []).map((name) => [
      name,
      machine.builtinModules.get(name) ?? machine.states.find((one) => one.name === name)?.module,
    ]),
  );
  const out: NamespaceView[] = machine.states.map((state): NamespaceView => {
    const dict = moduleDict(rt, state.module);
    const names: NameView[] = [];
    for (let k = nextEntry(rt, dict, 0); k >= 0; k = nextEntry(rt, dict, k + 1)) {
      const key = keyAt(rt, dict, k);
      const name = rt.typeOf(key) === rt.types.str ? textOf(rt, key) : shortRepr(rt, key);
      const value = valueAt(rt, dict, k);
      if ((name.startsWith('__') && name.endsWith('__')) || imported.get(name) === value) continue;
      names.push(named(rt, name, value));
    }
    const object = serialOf(state.module);
    return { kind: 'module', title: state.name, module: state.name, holder: null, object, names };
  });
  for (const o of living) {
    const kind = rt.kindOf(o);
    let frame = 0;
    if (kind === K.generator && rt.mem.ld(o + F.GEN_STATE) < F.CLEARED) frame = o + F.GEN_FRAME;
    else if (kind === K.frame && rt.mem.ld(o + F.FO_FRAME) === o + F.FO_DATA) frame = o + F.FO_DATA;
    if (frame === 0) continue;
    const code = F.codeOf(rt, rt.mem.ld(frame + F.F_CODE)).code;
    if (code.name === '<module>') continue;
    const names: NameView[] = [];
    code.localsplus.forEach(({ name }, i) => {
      let value = rt.mem.ld(frame + F.F_SLOTS + 8 * i);
      if (value !== 0 && rt.kindOf(value) === K.cell) value = rt.mem.ld(value + 16);
      if (value !== 0) names.push(named(rt, name, value));
    });
    const owner = machine.origin(serialOf(o)).owner ?? machine.current;
    out.push({
      kind: 'frame',
      title: code.qualname,
      module: owner,
      holder: serialOf(o),
      object: null,
      names,
    });
  }
  return out;
}

function collectorView(machine: Machine, sizes: CollectorView['sizes']): CollectorView {
  const m = machine.rt.mem;
  const of = (at: number) => [0, 1, 2].map((g) => m.ld(L.GENERATION(g) + at));
  const [c0 = 0, c1 = 0, c2 = 0] = of(L.GEN_COUNT);
  const [t0 = 0, t1 = 0, t2 = 0] = of(L.GEN_THRESHOLD);
  return {
    enabled: m.ld(L.GC_ENABLED) !== 0,
    counts: [c0, c1, c2],
    thresholds: [t0, t1, t2],
    sizes,
    longLivedPending: m.ld(L.LONG_LIVED_PENDING),
    longLivedTotal: m.ld(L.LONG_LIVED_TOTAL),
    stats: [0, 1, 2].map((g) => ({
      collections: m.ld(L.GC_STATS(g, 0)),
      collected: m.ld(L.GC_STATS(g, 1)),
      uncollectable: m.ld(L.GC_STATS(g, 2)),
    })),
  };
}

/** Pools of an arena that hold blocks: address, size class, blocks in use. */
export function poolsOf(rt: Runtime, slot: number): { address: number; sizeClass: number; used: number }[] {
  const m = rt.mem;
  const arena = arenaAt(slot);
  const start = m.ld(arena);
  const free = new Set<number>();
  for (let pool = m.ld(arena + ARENA_FREE_POOLS); pool !== 0; pool = m.ld(pool + POOL_NEXT)) free.add(pool);
  const out: { address: number; sizeClass: number; used: number }[] = [];
  for (let pool = start; pool < m.ld(arena + 4); pool += POOL_SIZE) {
    if (!free.has(pool))
      out.push({ address: pool, sizeClass: m.ld(pool + POOL_CLASS), used: m.ld(pool + POOL_COUNT) });
  }
  return out;
}

export function arenaSlots(rt: Runtime): number[] {
  const out: number[] = [];
  for (let slot = 0; slot < L.MAX_ARENAS && out.length < rt.mem.ld(L.ARENA_COUNT); slot++) {
    if (rt.mem.ld(arenaAt(slot)) !== 0) out.push(slot);
  }
  return out;
}

export function memoryView(rt: Runtime): MemoryView {
  let bytesUsed = rt.mem.ld(L.LARGE_BYTES);
  let blocks = 0;
  const slots = arenaSlots(rt);
  for (const slot of slots) {
    for (const pool of poolsOf(rt, slot)) {
      blocks += pool.used;
      bytesUsed += pool.used * (pool.sizeClass + 1) * 16;
    }
  }
  return {
    bytesUsed,
    bytesFromSystem: slots.length * ARENA_SIZE + rt.mem.ld(L.LARGE_BYTES),
    arenas: slots.length,
    blocks,
  };
}
