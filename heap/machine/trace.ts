/**
 * A program described input by input: values, counts, collector, places and allocations, in the form in which the
 * oracle describes CPython (docs/conformance.md lists the fields).
 */
import { listObjects } from '../gc/lists.ts';
import * as L from '../memory/layout.ts';
import { whereIs } from '../memory/places.ts';
import { ARENA_FREE, ARENA_POOLS, arenaAt } from '../memory/pools.ts';
import * as D from '../objects/dict.ts';
import { DK_ENTRIES, DK_KIND, DK_LOG2, DK_USABLE } from '../objects/dictKeys.ts';
import { keyAt, nextEntry, valueAt } from '../objects/dictWalk.ts';
import { floatText } from '../objects/float.ts';
import * as H from '../objects/header.ts';
import { toBig } from '../objects/int.ts';
import { LIST_ALLOCATED, LIST_ITEMS } from '../objects/list.ts';
import type { Runtime } from '../objects/runtime.ts';
import { SET_MASK, SET_SMALL, SET_TABLE } from '../objects/set.ts';
import { fullSize, prefixBytes } from '../objects/sizeof.ts';
import { STR_INTERNED, textOf } from '../objects/str.ts';
import { traverse } from '../objects/traverse.ts';
import { splitInputs } from '../python/inputs.ts';
import { moduleDict } from '../python/modules.ts';
import { arenaSlots } from './inspect.ts';
import { Machine } from './machine.ts';
import { sha1 } from './sha1.ts';

type Placed = readonly [string, number];
type Fact = string | number | boolean | null | Placed | Record<string, Placed | string | number | boolean>;
type NameRow = Record<string, Fact>;

export interface ProgramDocument {
  readonly scenario: string;
  readonly statements: readonly Record<string, unknown>[];
}

const HIDDEN = new Set([
  '__name__',
  '__doc__',
  '__package__',
  '__loader__',
  '__spec__',
  '__annotations__',
  '__builtins__',
]);
const LISTED = 400;
const ATOMS: ReadonlySet<number> = new Set([H.KIND.int, H.KIND.str, H.KIND.bool, H.KIND.none]);

/** `after` is called after every input, `events` says whether the allocations themselves are listed. */
export function describeProgram(
  source: string,
  after?: (machine: Machine, input: number) => void,
  events = false,
): ProgramDocument {
  const machine = new Machine({
    limits: {
      fuel: Number.MAX_SAFE_INTEGER,
      liveBytes: 1 << 30,
      output: 1 << 24,
      source: 1 << 24,
      recursion: 1000,
    },
  });
  const before = new Set(listObjects(machine.rt, L.GENERATION(2)));
  const labels = new Map<number, string>();
  const statements: Record<string, unknown>[] = [];
  let stats = statsOf(machine.rt);
  splitInputs(source).forEach((input, i) => {
    const { rt } = machine;
    const log: string[] = [];
    let collecting = false;
    /* Collections show at the next request: that one is running, and what has ended, by generation. */
    const ended = new Map<number, number>();
    const mark = (): void => {
      const now = rt.mem.ld(L.GC_COLLECTING) !== 0;
      if (now && !collecting) log.push('S');
      collecting = now;
      for (const g of [0, 1, 2]) {
        const collected = ended.get(g);
        if (collected !== undefined) log.push(`G${g}:${collected}`);
      }
      ended.clear();
    };
    rt.alloc.listener = (op, size, a, b) => {
      if (op === 'S') return;
      if (op === 'G') {
        ended.set(Number(a), (ended.get(Number(a)) ?? 0) + size);
        return;
      }
      if (op !== 'n' && op !== 'R') mark();
      log.push(`${op}${size}@${a}${b === '' ? '' : `>${b}`}#${rt.mem.ld(L.COUNT0)}`);
    };
    const step = machine.run('__main__', input);
    mark();
    rt.alloc.listener = null;
    const now = statsOf(rt);
    const raised = step.raised === null ? null : `${step.raised.type}: ${step.raised.message}`;
    const statement: Record<string, unknown> = {
      i,
      src: input,
      stdout: step.output,
      exception: raised,
      ...describe(machine, labels, before),
    };
    const gc = statement.gc;
    if (typeof gc === 'object' && gc !== null) {
      Object.assign(gc, {
        stats: now,
        stats_delta: now.map((row, g) => ({
          collections: row.collections - (stats[g]?.collections ?? 0),
          collected: row.collected - (stats[g]?.collected ?? 0),
          uncollectable: row.uncollectable - (stats[g]?.uncollectable ?? 0),
        })),
      });
    }
    statement.trace_events = log.length;
    statement.trace_sha1 = sha1(log.join('\n')).slice(0, 16);
    if (events) statement.trace = log;
    stats = now;
    statements.push(statement);
    after?.(machine, i);
  });
  return { scenario: '', statements };
}

function statsOf(rt: Runtime): { collections: number; collected: number; uncollectable: number }[] {
  return [0, 1, 2].map((g) => ({
    collections: rt.mem.ld(L.GC_STATS(g, 0)),
    collected: rt.mem.ld(L.GC_STATS(g, 1)),
    uncollectable: rt.mem.ld(L.GC_STATS(g, 2)),
  }));
}

function label(labels: Map<number, string>, o: number): string {
  let text = labels.get(o);
  if (text === undefined) {
    text = `a${labels.size + 1}`;
    labels.set(o, text);
  }
  return text;
}

/** What is tracked and was not before the first statement, by generation in list order; 3 = permanent. */
function tracked(rt: Runtime, before: ReadonlySet<number>): Map<number, number> {
  const out = new Map<number, number>();
  for (let g = 0; g <= 3; g++) {
    for (const o of listObjects(rt, L.GENERATION(g))) if (!before.has(o)) out.set(o, g);
  }
  return out;
}

function describe(
  machine: Machine,
  labels: Map<number, string>,
  before: ReadonlySet<number>,
): Record<string, unknown> {
  const { rt } = machine;
  const m = rt.mem;
  const gens = tracked(rt, before);
  const rows: { name: string; o: number }[] = [];
  const globals = moduleDict(rt, machine.stateOf('__main__').module);
  for (let k = nextEntry(rt, globals, 0); k >= 0; k = nextEntry(rt, globals, k + 1)) {
    const key = keyAt(rt, globals, k);
    const name = rt.typeOf(key) === rt.types.str ? textOf(rt, key) : String(key);
    if (!HIDDEN.has(name)) rows.push({ name, o: valueAt(rt, globals, k) });
  }
  const underscore = D.getStr(rt, m.ld(L.BUILTINS_DICT), rt.interned.get('_') ?? 0);
  if (underscore !== 0) rows.push({ name: 'builtins._', o: underscore });
  const names: Record<string, NameRow> = {};
  const groups = new Map<number, string[]>();
  for (const { name, o } of rows) {
    names[name] = describeName(rt, o, gens, labels);
    groups.set(o, [...(groups.get(o) ?? []), name]);
  }
  const lasts = ['last_type', 'last_value', 'last_traceback'].map((name) =>
    D.getStr(rt, m.ld(L.SYS_DICT), rt.interned.get(name) ?? 0),
  );
  const reached = reach(rt, [...rows.map(({ o }) => o), ...lasts], gens);
  const all = [...gens.keys()];
  const order = [...gens.entries()].slice(0, LISTED);
  const lists: Record<string, string[]> = {};
  for (const [o, g] of order) {
    const list = lists[g] ?? [];
    list.push(`${label(labels, o)}:${rt.typeName(rt.typeOf(o))}`);
    lists[g] = list;
  }
  const frozen = m.ld(L.PHANTOM_FROZEN) !== 0;
  const base = machine.options.longLivedTotal ?? 4929;
  const delta = [0, 1, 2, 3].map((g) => all.filter((o) => gens.get(o) === g).length);
  if (frozen) {
    delta[2] = (delta[2] ?? 0) - base;
    delta[3] = (delta[3] ?? 0) + base;
  }
  return {
    names,
    same_object: [...groups.values()]
      .filter((group) => group.length > 1)
      .map((group) => group.sort())
      .sort((a, b) => (a.join('\0') < b.join('\0') ? -1 : 1)),
    gc: {
      count: [0, 1, 2].map((g) => m.ld(L.GENERATION(g) + L.GEN_COUNT)),
      threshold: [0, 1, 2].map((g) => m.ld(L.GENERATION(g) + L.GEN_THRESHOLD)),
      enabled: m.ld(L.GC_ENABLED) !== 0,
      debug: m.ld(L.GC_DEBUG),
      gen_size_delta: delta,
      long_lived_total: m.ld(L.LONG_LIVED_TOTAL),
      long_lived_pending: m.ld(L.LONG_LIVED_PENDING),
      garbage: m.ld(m.ld(L.GC_GARBAGE) + H.OB_SIZE),
    },
    tracked_user: all.length,
    reachable_user: reached.size,
    gen_lists: lists,
    tracked_types: countTypes(rt, all),
    unreached_types: countTypes(
      rt,
      all.filter((o) => !reached.has(o)),
    ),
    freelists: freeLists(rt),
    arenas: arenaSlots(rt).map((slot) => [slot, m.ld(arenaAt(slot) + ARENA_FREE), ARENA_POOLS]),
  };
}

function countTypes(rt: Runtime, objects: readonly number[]): Record<string, number> {
  const out: Record<string, number> = {};
  for (const o of objects) {
    const name = rt.typeName(rt.typeOf(o));
    out[name] = (out[name] ?? 0) + 1;
  }
  return Object.fromEntries(Object.entries(out).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function reach(rt: Runtime, roots: readonly number[], gens: ReadonlyMap<number, number>): Set<number> {
  const seen = new Set<number>();
  const visited = new Set<number>();
  const stack = [...roots];
  while (stack.length > 0) {
    const o = stack.pop() ?? 0;
    if (o === 0 || visited.has(o)) continue;
    visited.add(o);
    if (gens.has(o)) seen.add(o);
    else if (isBase(rt, o)) continue;
    const type = rt.typeOf(o);
    const collected = (rt.flagsOf(o) & H.FLAG_GC) !== 0;
    if ((collected && rt.isTracked(o)) || type === rt.types.tuple || type === rt.types.dict) {
      const n = traverse(rt, o);
      for (let i = 0; i < n; i++) stack.push(rt.scratch[i] ?? 0);
    }
  }
  return seen;
}

function isBase(rt: Runtime, o: number): boolean {
  return o < L.DYNAMIC_START || rt.kindOf(o) === H.KIND.module;
}

function freeLists(rt: Runtime): Record<string, unknown> {
  const m = rt.mem;
  const tuple: Record<string, number> = {};
  for (let n = 1; n <= 20; n++) {
    const length = m.ld(L.FREE_TUPLES_LENGTH(n));
    if (length > 0) tuple[n] = length;
  }
  return {
    list: m.ld(L.FREE_LISTS_LENGTH),
    dict: m.ld(L.FREE_DICTS_LENGTH),
    dict_keys: m.ld(L.FREE_KEYS_LENGTH),
    float: m.ld(L.FREE_FLOATS_LENGTH),
    tuple,
    slice: m.ld(L.SLICE_CACHE) === 0 ? 0 : 1,
  };
}

function describeName(
  rt: Runtime,
  o: number,
  gens: ReadonlyMap<number, number>,
  labels: Map<number, string>,
): NameRow {
  const m = rt.mem;
  const type = rt.typeOf(o);
  const kind = rt.kindOf(o);
  const collected = (rt.flagsOf(o) & H.FLAG_GC) !== 0 && !(kind === H.KIND.type && o < L.DYNAMIC_START);
  const isTracked = collected && rt.isTracked(o);
  const g = gens.get(o);
  const row: NameRow = {
    type: rt.typeName(type),
    id: label(labels, o),
    refcount: m.ld(o),
    sizeof: fullSize(rt, o),
    tracked: isTracked,
    gen: isTracked ? (g === undefined ? 2 : g === 3 ? 'permanent' : g) : null,
  };
  if (o < L.DYNAMIC_START) {
    /* what the interpreter has but for one reference to a tuple of its own */
    const own = type === rt.types.tuple && o !== rt.emptyTuple && !isTracked;
    row.refcount = own ? m.ld(o) - H.IMMORTAL : null;
    if (isTracked || own) row.base = true;
    if (own) row.place = { self: ['base', (fullSize(rt, o) + 15) & ~15] };
    else row.static = true;
  }
  const value = valueText(rt, o);
  if (value !== null) row.value = value;
  if (kind === H.KIND.str && m.ld(o + STR_INTERNED) !== 0) row.interned = 1;
  if (collected && m.ld(o + H.GC_PREV) & H.PREV_FINALIZED) row.finalized = true;
  if (o >= L.DYNAMIC_START) row.place = place(rt, o);
  return row;
}

function valueText(rt: Runtime, o: number): string | null {
  const type = rt.typeOf(o);
  const t = rt.types;
  if (type === t.int) {
    const value = toBig(rt, o);
    return value >= 1n << 44n && value < 1n << 48n ? '(address-like)' : value.toString().slice(0, 80);
  }
  if (type === t.float) return floatText(rt.mem.ldf(o + 16)).slice(0, 80);
  if (type === t.bool || type === t.none || type === t.bytes || type === t.str) {
    return [...(rt.recordOf(o).repr(rt, o) ?? '')].slice(0, 80).join('');
  }
  return null;
}

function where(rt: Runtime, p: number): Placed {
  const text = whereIs(rt.mem, p);
  return [text, text.startsWith('L') ? 0 : rt.alloc.classSize(p)];
}

function place(rt: Runtime, o: number): Record<string, Placed | string | number | boolean> {
  const m = rt.mem;
  const atom = ATOMS.has(rt.kindOf(o));
  const out: Record<string, Placed | string | number | boolean> = {
    self: where(rt, o - (atom ? 0 : prefixBytes(rt, o))),
  };
  const flags = rt.flagsOf(o);
  if (flags & H.FLAG_LIST && m.ld(o + LIST_ITEMS) !== 0) {
    out.items = where(rt, m.ld(o + LIST_ITEMS));
    out.allocated = m.ld(o + LIST_ALLOCATED);
  } else if (flags & H.FLAG_DICT) {
    const keys = m.ld(o + D.DICT_KEYS);
    if (keys !== rt.emptyKeys) {
      out.keys = where(rt, keys);
      out.keys_log2 = m.ld(keys + DK_LOG2);
      out.keys_kind = ['general', 'unicode', 'split'][m.ld(keys + DK_KIND)] ?? '';
    }
    const values = m.ld(o + D.DICT_VALUES);
    if (values !== 0) out.values = where(rt, values - m.ldb(values - 1));
  } else if (flags & H.FLAG_SET && m.ld(o + SET_TABLE) !== o + SET_SMALL) {
    out.table = where(rt, m.ld(o + SET_TABLE));
    out.mask = m.ld(o + SET_MASK);
  } else if (flags & H.FLAG_MANAGED_DICT && !(flags & (H.FLAG_STR | H.FLAG_BYTES))) {
    const values = m.ld(o + H.MANAGED_VALUES);
    if (values !== 0) {
      const keys = m.ld(rt.typeOf(o) + H.HT_CACHED_KEYS);
      out.values = where(rt, values - m.ldb(values - 1));
      out.values_n = m.ld(keys + DK_ENTRIES) + m.ld(keys + DK_USABLE);
    }
    out.dict = m.ld(o + H.MANAGED_DICT) !== 0;
  }
  return out;
}
