/** Reads a machine without changing it: objects, names, collector, memory, as plain data for drawing. */
import { listObjects } from '../gc/collector.ts';
import {
  ARENA_FREE_POOLS,
  ARENA_SIZE,
  arenaAt,
  POOL_CLASS,
  POOL_COUNT,
  POOL_NEXT,
  POOL_SIZE,
} from '../memory/allocator.ts';
import * as L from '../memory/layout.ts';
import { DICT_KEYS, DK_ENTRIES, DK_USABLE, dictUsed, keyAt, nextEntry, valueAt } from '../objects/dict.ts';
import * as F from '../objects/frame.ts';
import { FN_NAME } from '../objects/function.ts';
import * as H from '../objects/header.ts';
import { LIST_ALLOCATED } from '../objects/list.ts';
import type { Runtime } from '../objects/runtime.ts';
import { SET_MASK, SET_USED } from '../objects/set.ts';
import { fullSize } from '../objects/sizeof.ts';
import { textOf } from '../objects/str.ts';
import { moduleDict } from '../python/modules.ts';
import type { Machine } from './machine.ts';
import { livingObjects, staticObjects } from './refresh.ts';
import { shortRepr } from './shortRepr.ts';
import { slotsOf } from './slotsOf.ts';
import type {
  CollectorView,
  GenerationNumber,
  HeapView,
  MemoryView,
  NamespaceView,
  ObjectView,
} from './views.ts';

export { shortRepr };

const K = H.KIND;
const INTERNAL_KINDS: ReadonlySet<number> = new Set([K.code, K.frame, K.traceback, K.descriptor]);

/** Generation of every tracked object made since the start. */
function generations(rt: Runtime): Map<number, GenerationNumber | 'permanent'> {
  const out = new Map<number, GenerationNumber | 'permanent'>();
  for (const g of [0, 1, 2] as const) {
    for (const o of listObjects(rt, L.GENERATION(g))) if (o >= L.DYNAMIC_START) out.set(o, g);
  }
  for (const o of listObjects(rt, L.GENERATION(3))) if (o >= L.DYNAMIC_START) out.set(o, 'permanent');
  return out;
}

/** Objects that names, echoes, last exceptions and the interpreter hold; `dunders`: also by names like `__doc__`. */
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
  return out;
}

function reach(rt: Runtime, roots: readonly number[], internals: boolean): Set<number> {
  const seen = new Set<number>();
  const stack = [...roots];
  while (stack.length > 0) {
    const o = stack.pop() ?? 0;
    if (o === 0 || seen.has(o)) continue;
    seen.add(o);
    if (o < L.DYNAMIC_START && rt.kindOf(o) !== K.list) continue;
    for (const slot of slotsOf(rt, o, internals)) if (!slot.weak) stack.push(slot.target);
  }
  return seen;
}

/** What classes know of their subclasses: a dict of weak references that no program sees. */
function addRegistries(rt: Runtime, living: readonly number[], reachable: Set<number>): void {
  for (const o of [...staticObjects(rt), ...living]) {
    if (rt.kindOf(o) !== K.type || (o >= L.DYNAMIC_START && !reachable.has(o))) continue;
    const registry = rt.mem.ld(o + H.TP_SUBCLASSES);
    if (registry === 0) continue;
    reachable.add(registry);
    for (let k = nextEntry(rt, registry, 0); k >= 0; k = nextEntry(rt, registry, k + 1)) {
      reachable.add(valueAt(rt, registry, k));
    }
  }
}

/** `trash`: objects that a running collection has taken out of its generation; shown like tracked ones. */
export function inspectMachine(
  machine: Machine,
  internals: boolean,
  trash: readonly number[] = [],
): HeapView {
  const { rt } = machine;
  const generation = generations(rt);
  const reachable = reach(rt, rootsOf(machine, true), true);
  const modules = new Set(machine.states.map((state) => state.module));
  const living = livingObjects(rt);
  addRegistries(rt, living, reachable);
  const internal = (o: number): boolean =>
    modules.has(o) ||
    INTERNAL_KINDS.has(rt.kindOf(o)) ||
    isModuleDict(machine, o) ||
    isStatementFunction(rt, o);
  let shown: Set<number>;
  if (internals) shown = new Set(living);
  else {
    const start = [...rootsOf(machine, false), ...trash];
    for (const o of living) if (generation.has(o) && !reachable.has(o)) start.push(o);
    shown = new Set(
      [
        ...reach(
          rt,
          start.filter((o) => !internal(o)),
          false,
        ),
      ].filter((o) => !internal(o)),
    );
  }
  const serialOf = (o: number): number => rt.mem.serials[o >> 4] ?? 0;
  for (const o of [...shown])
    for (const slot of slotsOf(rt, o, internals)) if (!internal(slot.target)) shown.add(slot.target);
  const objects: ObjectView[] = [...shown]
    .sort((a, b) => serialOf(a) - serialOf(b))
    .map((o): ObjectView => {
      const builtin = o < L.DYNAMIC_START;
      const serial = serialOf(o);
      const origin = builtin ? { statement: 0, owner: null } : machine.origin(serial);
      const collected = (rt.flagsOf(o) & H.FLAG_GC) !== 0 && !(builtin && rt.kindOf(o) === K.type);
      return {
        serial,
        address: o,
        type: rt.typeName(rt.typeOf(o)),
        repr: shortRepr(rt, o),
        refcount: builtin ? null : rt.mem.ld(o),
        size: fullSize(rt, o),
        tracked: collected && rt.isTracked(o),
        generation: generation.get(o) ?? (builtin && collected && rt.isTracked(o) ? 2 : null),
        finalized: collected && (rt.mem.ld(o + H.GC_PREV) & H.PREV_FINALIZED) !== 0,
        builtin,
        internal: internal(o),
        owner: origin.owner,
        bornIn: origin.statement,
        reachable: builtin || reachable.has(o),
        slots: slotsOf(rt, o, internals)
          .filter((slot) => shown.has(slot.target))
          .map((slot) => ({ label: slot.label, target: serialOf(slot.target), weak: slot.weak }))
          .sort((a, b) => Number(a.weak) - Number(b.weak)),
        capacity: capacityOf(rt, o),
      };
    });
  return {
    objects,
    namespaces: namespaces(machine),
    collector: collectorView(machine, generation),
    memory: memoryView(rt),
  };
}

/** The function object that a statement runs in; a traceback may keep it. */
export function isStatementFunction(rt: Runtime, o: number): boolean {
  return rt.kindOf(o) === K.function && textOf(rt, rt.mem.ld(o + FN_NAME)) === '<module>';
}

function isModuleDict(machine: Machine, o: number): boolean {
  return machine.states.some((state) => moduleDict(machine.rt, state.module) === o);
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

function namespaces(machine: Machine): NamespaceView[] {
  const { rt } = machine;
  const serialOf = (o: number): number => rt.mem.serials[o >> 4] ?? 0;
  const out: NamespaceView[] = machine.states.map((state): NamespaceView => {
    const dict = moduleDict(rt, state.module);
    const names: { name: string; target: number }[] = [];
    const imported = new Set(
      (machine.options.preimported ?? []).map(
        (name) => machine.builtinModules.get(name) ?? machine.states.find((one) => one.name === name)?.module,
      ),
    );
    for (let k = nextEntry(rt, dict, 0); k >= 0; k = nextEntry(rt, dict, k + 1)) {
      const key = keyAt(rt, dict, k);
      const name = rt.typeOf(key) === rt.types.str ? textOf(rt, key) : shortRepr(rt, key);
      const value = valueAt(rt, dict, k);
      if ((name.startsWith('__') && name.endsWith('__')) || imported.has(value)) continue;
      names.push({ name, target: serialOf(value) });
    }
    return { kind: 'module', title: state.name, module: state.name, holder: null, names };
  });
  for (const o of livingObjects(rt)) {
    const kind = rt.kindOf(o);
    let frame = 0;
    if (kind === K.generator && rt.mem.ld(o + F.GEN_STATE) < F.CLEARED) frame = o + F.GEN_FRAME;
    else if (kind === K.frame && rt.mem.ld(o + F.FO_FRAME) === o + F.FO_DATA) frame = o + F.FO_DATA;
    if (frame === 0) continue;
    const code = F.codeOf(rt, rt.mem.ld(frame + F.F_CODE)).code;
    if (code.name === '<module>') continue;
    const names: { name: string; target: number }[] = [];
    code.localsplus.forEach(({ name }, i) => {
      let value = rt.mem.ld(frame + F.F_SLOTS + 8 * i);
      if (value !== 0 && rt.kindOf(value) === K.cell) value = rt.mem.ld(value + 16);
      if (value !== 0) names.push({ name, target: serialOf(value) });
    });
    const owner = machine.origin(serialOf(o)).owner ?? machine.current;
    out.push({ kind: 'frame', title: code.qualname, module: owner, holder: serialOf(o), names });
  }
  return out;
}

function collectorView(
  machine: Machine,
  generation: Map<number, GenerationNumber | 'permanent'>,
): CollectorView {
  const m = machine.rt.mem;
  const count = (g: GenerationNumber | 'permanent'): number => {
    let n = 0;
    for (const other of generation.values()) if (other === g) n++;
    return n;
  };
  const of = (at: number) => [0, 1, 2].map((g) => m.ld(L.GENERATION(g) + at));
  const [c0 = 0, c1 = 0, c2 = 0] = of(L.GEN_COUNT);
  const [t0 = 0, t1 = 0, t2 = 0] = of(L.GEN_THRESHOLD);
  return {
    enabled: m.ld(L.GC_ENABLED) !== 0,
    counts: [c0, c1, c2],
    thresholds: [t0, t1, t2],
    sizes: [count(0), count(1), count(2), count('permanent')],
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
