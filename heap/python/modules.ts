/** The modules gc, sys, weakref and what modules are. Models Modules/gcmodule.c, Python/sysmodule.c, _weakref.c. */

import { collectByHand } from '../gc/collector.ts';
import { listLength, listObjects, mergeLists } from '../gc/lists.ts';
import * as L from '../memory/layout.ts';
import { blocksInUse } from '../memory/places.ts';
import * as A from '../objects/abstract.ts';
import { badArgument, named, parsed, positional, searchedKeywords } from '../objects/arguments.ts';
import { addDef, type Methods, staticBuiltin } from '../objects/define.ts';
import { insert, newDict, setStr } from '../objects/dict.ts';
import * as E from '../objects/errors.ts';
import { EXC_TRACEBACK } from '../objects/exception.ts';
import { newFloat } from '../objects/float.ts';
import { F_PREVIOUS, frameObject } from '../objects/frame.ts';
import { newBuiltin } from '../objects/function.ts';
import * as H from '../objects/header.ts';
import { isInt, newInt, newSize, toNumber } from '../objects/int.ts';
import { append, appendOwned, LIST_ITEMS, newList } from '../objects/list.ts';
import type { Call } from '../objects/record.ts';
import type { Runtime } from '../objects/runtime.ts';
import { fullSize, sizeOf } from '../objects/sizeof.ts';
import { internInPlace, isStr, newStr, staticInterned, strHash } from '../objects/str.ts';
import { traverse } from '../objects/traverse.ts';
import { newTuple } from '../objects/tuple.ts';
import { lookupText } from '../objects/typetools.ts';
import { newWeakref, WR_NEXT, weaklistOffset } from '../objects/weakref.ts';
import { TRACING_FUNCTIONS } from './tracing.ts';

const at = (rt: Runtime, args: number, i: number): number => rt.mem.ld(args + 8 * i);

/** A module made at start. */
export function newModule(rt: Runtime, name: string): number {
  const o = rt.newCollected(rt.types.module, 56);
  const dict = newDict(rt);
  rt.mem.zero(o + 16, 40);
  rt.mem.st(o + 16, dict);
  setStr(rt, dict, staticInterned(rt, '__name__'), staticInterned(rt, name));
  for (const key of ['__doc__', '__package__', '__loader__', '__spec__'])
    setStr(rt, dict, staticInterned(rt, key), rt.none);
  rt.track(o);
  rt.track(dict);
  return o;
}

export function moduleDict(rt: Runtime, module: number): number {
  return rt.mem.ld(module + 16);
}

export function addFunctions(rt: Runtime, module: number, functions: Methods): void {
  for (const [name, spec] of Object.entries(functions)) {
    const fn = staticBuiltin(rt, addDef(rt, name, spec), module);
    setStr(rt, moduleDict(rt, module), staticInterned(rt, name), fn);
  }
}

function ints(rt: Runtime, values: readonly number[]): number {
  const tuple = newTuple(rt, values.length);
  values.forEach((value, i) => {
    rt.mem.st(tuple + 24 + 8 * i, newInt(rt, value));
  });
  return tuple;
}

/** Refuses what changes the collector when the module that runs may not. */
function guarded(call: Call): Call {
  return (rt, self, args, nargs, kw) => {
    if (rt.collectorLocked) {
      const text =
        'only the teacher may change the collector in this class; looking (gc.get_count, sys.getrefcount) is always allowed';
      return E.setError(rt, 'PermissionError', text);
    }
    return call(rt, self, args, nargs, kw);
  };
}

const collect: Call = (rt, _self, args, nargs, kw) => {
  let generation = 2;
  const values = named(rt, 'gc.collect', ['generation'], 0, args, nargs, kw);
  if (values === null) return 0;
  const given = values[0] ?? 0;
  if (given !== 0) {
    const index = A.asIndex(rt, given, 'OverflowError');
    if (index === null) return 0;
    generation = index;
  }
  if (generation < 0 || generation > 2) return E.setError(rt, 'ValueError', 'invalid generation');
  return newSize(rt, collectByHand(rt, generation));
};

const getObjects: Call = (rt, _self, args, nargs, kw) => {
  const values = named(rt, 'gc.get_objects', ['generation'], 0, args, nargs, kw);
  if (values === null) return 0;
  const given = values[0] || rt.none;
  let generations = [0, 1, 2];
  if (given !== rt.none) {
    if (rt.recordOf(given).index === null) {
      const name = rt.tpName(rt.typeOf(given));
      return E.formatError(rt, 'TypeError', "argument should be integer or None, not '%.200s'", name);
    }
    const g = A.asIndex(rt, given, 'OverflowError');
    if (g === null) return 0;
    if (g !== -1) generations = [g];
  }
  const list = newList(rt, 0);
  const [chosen = 0] = generations;
  if (chosen >= 3 || chosen < 0) {
    if (chosen < 0) E.setError(rt, 'ValueError', 'generation parameter cannot be negative');
    else {
      const format = 'generation parameter must be less than the number of available generations (%i)';
      E.formatError(rt, 'ValueError', format, 3);
    }
    rt.decref(list);
    return 0;
  }
  for (const g of generations) {
    for (const o of listObjects(rt, L.GENERATION(g))) if (o !== list) append(rt, list, o);
    if (g === 2 && rt.mem.ld(L.PHANTOM_FROZEN) === 0) {
      for (let i = rt.mem.ld(L.PHANTOM); i > 0; i--) appendOwned(rt, list, rt.newNone());
    }
  }
  return list;
};

const STAT_NAMES = ['collections', 'collected', 'uncollectable'] as const;

const GC_FUNCTIONS: Methods = {
  collect: { convention: 'fast', keywords: true, call: guarded(collect) },
  get_count: {
    convention: 'noargs',
    call: (rt) =>
      ints(
        rt,
        [0, 1, 2].map((g) => rt.mem.ld(L.GENERATION(g) + L.GEN_COUNT)),
      ),
  },
  get_threshold: {
    convention: 'noargs',
    call: (rt) =>
      ints(
        rt,
        [0, 1, 2].map((g) => rt.mem.ld(L.GENERATION(g) + L.GEN_THRESHOLD)),
      ),
  },
  set_threshold: {
    convention: 'tuple',
    call: guarded((rt, _self, args, nargs) => {
      if (!parsed(rt, 'set_threshold', nargs, 1, 3)) return 0;
      for (let g = 0; g < nargs; g++) {
        const value = A.asIndex(rt, at(rt, args, g), 'OverflowError');
        if (value === null) return 0;
        rt.mem.st(L.GENERATION(g) + L.GEN_THRESHOLD, value);
      }
      return rt.newNone();
    }),
  },
  enable: {
    convention: 'noargs',
    call: guarded((rt) => {
      rt.mem.st(L.GC_ENABLED, 1);
      return rt.newNone();
    }),
  },
  disable: {
    convention: 'noargs',
    call: guarded((rt) => {
      rt.mem.st(L.GC_ENABLED, 0);
      return rt.newNone();
    }),
  },
  isenabled: { convention: 'noargs', call: (rt) => rt.bool(rt.mem.ld(L.GC_ENABLED) !== 0) },
  get_debug: { convention: 'noargs', call: (rt) => newInt(rt, rt.mem.ld(L.GC_DEBUG)) },
  set_debug: {
    convention: 'one',
    call: guarded((rt, _self, args) => {
      const flags = A.asIndex(rt, at(rt, args, 0), 'OverflowError');
      if (flags === null) return 0;
      rt.mem.st(L.GC_DEBUG, flags);
      return rt.newNone();
    }),
  },
  is_tracked: {
    convention: 'one',
    call: (rt, _self, args) => {
      const o = at(rt, args, 0);
      return rt.bool((rt.flagsOf(o) & H.FLAG_GC) !== 0 && rt.isTracked(o));
    },
  },
  is_finalized: {
    convention: 'one',
    call: (rt, _self, args) => {
      const o = at(rt, args, 0);
      return rt.bool(
        (rt.flagsOf(o) & H.FLAG_GC) !== 0 && (rt.mem.ld(o + H.GC_PREV) & H.PREV_FINALIZED) !== 0,
      );
    },
  },
  get_objects: { convention: 'fast', keywords: true, call: getObjects },
  get_stats: {
    convention: 'noargs',
    call: (rt) => {
      const stats = [0, 1, 2].map((g) => STAT_NAMES.map((_, i) => rt.mem.ld(L.GC_STATS(g, i))));
      const list = newList(rt, 0);
      for (const row of stats) {
        const dict = newDict(rt);
        row.forEach((number, i) => {
          const key = newStr(rt, STAT_NAMES[i] ?? '');
          const value = newInt(rt, number);
          insert(rt, dict, key, value, strHash(rt, key));
          rt.decref(key);
          rt.decref(value);
        });
        appendOwned(rt, list, dict);
      }
      return list;
    },
  },
  get_referents: {
    convention: 'tuple',
    call: (rt, _self, args, nargs) => {
      const list = newList(rt, 0);
      for (let i = 0; i < nargs; i++) {
        const o = at(rt, args, i);
        if ((rt.flagsOf(o) & H.FLAG_GC) === 0) continue;
        const n = traverse(rt, o);
        for (const child of rt.scratch.slice(0, n)) append(rt, list, child);
      }
      return list;
    },
  },
  get_referrers: {
    convention: 'tuple',
    call: (rt, _self, args, nargs) => {
      const wanted = new Set<number>();
      for (let i = 0; i < nargs; i++) wanted.add(at(rt, args, i));
      const list = newList(rt, 0);
      const tuple = args - 24;
      for (let g = 0; g < 3; g++) {
        for (const o of listObjects(rt, L.GENERATION(g))) {
          if (o === list || o === tuple) continue;
          rt.work(1);
          const n = traverse(rt, o);
          let hit = false;
          for (let i = 0; i < n && !hit; i++) hit = wanted.has(rt.scratch[i] ?? 0);
          if (hit) append(rt, list, o);
        }
      }
      return list;
    },
  },
  freeze: {
    convention: 'noargs',
    call: guarded((rt) => {
      for (let g = 0; g < 3; g++) {
        mergeLists(rt, L.GENERATION(g), L.GENERATION(3));
        rt.mem.st(L.GENERATION(g) + L.GEN_COUNT, 0);
      }
      rt.mem.st(L.PHANTOM_FROZEN, 1);
      return rt.newNone();
    }),
  },
  unfreeze: {
    convention: 'noargs',
    call: guarded((rt) => {
      mergeLists(rt, L.GENERATION(3), L.GENERATION(2));
      rt.mem.st(L.PHANTOM_FROZEN, 0);
      return rt.newNone();
    }),
  },
  get_freeze_count: {
    convention: 'noargs',
    call: (rt) =>
      newSize(
        rt,
        listLength(rt, L.GENERATION(3)) + (rt.mem.ld(L.PHANTOM_FROZEN) === 0 ? 0 : rt.mem.ld(L.PHANTOM)),
      ),
  },
};

/** Blocks that a CPython has in use when its prompt appears, about. */
const BLOCKS_BEFORE = 15_700;

/** What `__sizeof__` returned, taken over, with the headers in front of the object. Models `_PySys_GetSizeOf`. */
function sizeAnswered(rt: Runtime, o: number, result: number, fallback: number): number {
  if (!isInt(rt, result)) {
    rt.decref(result);
    E.setError(rt, 'TypeError', 'an integer is required');
    if (fallback === 0) return 0;
    E.clearError(rt);
    return rt.incref(fallback);
  }
  const size = toNumber(rt, result);
  rt.decref(result);
  if (size < 0) return E.setError(rt, 'ValueError', '__sizeof__() should return >= 0');
  const flags = rt.flagsOf(o);
  return newSize(rt, size + (flags & H.FLAG_GC ? 16 : 0) + (flags & H.FLAG_MANAGED_DICT ? 16 : 0));
}

const SYS_FUNCTIONS: Methods = {
  getrefcount: {
    convention: 'one',
    call: (rt, _self, args) => newSize(rt, visibleCount(rt, at(rt, args, 0))),
  },
  getsizeof: {
    convention: 'tuple',
    keywords: true,
    call: (rt, _self, args, nargs, kw) => {
      const given = searchedKeywords(rt, 'getsizeof', ['object', 'default'], 1, args, nargs, kw);
      if (given === null) return 0;
      const [o = 0] = given;
      const own = lookupText(rt, rt.typeOf(o), '__sizeof__');
      if (own !== 0 && rt.typeOf(own) === rt.types.function) {
        const result = A.callBound(rt, o, own, []);
        if (result === 0) return given[1] && E.swallow(rt, 'TypeError') ? rt.incref(given[1]) : 0;
        return sizeAnswered(rt, o, result, given[1] ?? 0);
      }
      const bound = newBuiltin(rt, rt.sizeofDef, o);
      const size = newSize(rt, sizeOf(rt, o));
      rt.decref(bound);
      const full = fullSize(rt, o);
      rt.decref(size);
      return newSize(rt, full);
    },
  },
  intern: {
    convention: 'one',
    call: (rt, _self, args) => {
      const o = at(rt, args, 0);
      if (!isStr(rt, o)) {
        badArgument(rt, 'intern', 'argument', 'str', o);
        return 0;
      }
      if (rt.typeOf(o) !== rt.types.str)
        return E.formatError(rt, 'TypeError', "can't intern %.400s", rt.tpName(rt.typeOf(o)));
      return internInPlace(rt, rt.incref(o));
    },
  },
  getswitchinterval: { convention: 'noargs', call: (rt) => newFloat(rt, 0.005) },
  getdefaultencoding: { convention: 'noargs', call: (rt) => rt.incref(staticInterned(rt, 'utf-8')) },
  getrecursionlimit: { convention: 'noargs', call: (rt) => newInt(rt, rt.recursionLimit) },
  getallocatedblocks: {
    convention: 'noargs',
    call: (rt) => newSize(rt, BLOCKS_BEFORE + blocksInUse(rt.mem)),
  },
  exc_info: {
    convention: 'noargs',
    call: (rt) => {
      const value = E.handledException(rt);
      const tuple = newTuple(rt, 3);
      rt.mem.st(tuple + 24, rt.incref(value === 0 ? rt.none : rt.typeOf(value)));
      rt.mem.st(tuple + 32, rt.incref(value || rt.none));
      rt.mem.st(tuple + 40, rt.incref(value === 0 ? rt.none : rt.mem.ld(value + EXC_TRACEBACK) || rt.none));
      return tuple;
    },
  },
  _getframe: {
    convention: 'fast',
    call: (rt, _self, args, nargs) => {
      let frame = rt.mem.ld(L.CURRENT_FRAME);
      const depth = nargs > 0 ? toNumber(rt, at(rt, args, 0)) : 0;
      for (let i = 0; i < depth && frame !== 0; i++) frame = rt.mem.ld(frame + F_PREVIOUS);
      if (frame === 0) return E.setError(rt, 'ValueError', 'call stack is not deep enough');
      return rt.incref(frameObject(rt, frame));
    },
  },
};

/** Static objects show a large number, as CPython's small ints do. */
function visibleCount(rt: Runtime, o: number): number {
  const count = rt.mem.ld(o);
  return o < L.DYNAMIC_START ? count - H.IMMORTAL + 999999999 : count;
}

/** Borrowed callback (0 = none) of the arguments (object, callback); null = an exception is set. */
function weakArguments(rt: Runtime, fn: string, args: number, nargs: number): number | null {
  if (!positional(rt, fn, nargs, 1, 2)) return null;
  const type = rt.typeOf(at(rt, args, 0));
  if (weaklistOffset(rt, type) === 0) {
    const name = rt.tpName(type);
    E.formatError(rt, 'TypeError', "cannot create weak reference to '%s' object", name);
    return null;
  }
  return nargs > 1 && at(rt, args, 1) !== rt.none ? at(rt, args, 1) : 0;
}

function weakrefNew(rt: Runtime, type: number, args: number, nargs: number): number {
  const callback = weakArguments(rt, '__new__', args, nargs);
  return callback === null ? 0 : newWeakref(rt, type, at(rt, args, 0), callback);
}

/** Weak references to an object in list order, borrowed. */
function weakrefsTo(rt: Runtime, o: number): number[] {
  const offset = weaklistOffset(rt, rt.typeOf(o));
  const out: number[] = [];
  if (offset === 0) return out;
  for (let wr = rt.mem.ld(o + offset); wr !== 0; wr = rt.mem.ld(wr + WR_NEXT)) out.push(wr);
  return out;
}

const WEAKREF_FUNCTIONS: Methods = {
  proxy: {
    convention: 'fast',
    call: (rt, _self, args, nargs) => {
      const callback = weakArguments(rt, 'proxy', args, nargs);
      if (callback === null) return 0;
      const o = at(rt, args, 0);
      const type = rt.recordOf(o).call === null ? rt.types.proxy : rt.types.callableProxy;
      return newWeakref(rt, type, o, callback);
    },
  },
  getweakrefcount: {
    convention: 'one',
    call: (rt, _self, args) => newInt(rt, weakrefsTo(rt, at(rt, args, 0)).length),
  },
  getweakrefs: {
    convention: 'one',
    call: (rt, _self, args) => {
      const found = weakrefsTo(rt, at(rt, args, 0));
      const list = newList(rt, found.length);
      found.forEach((wr, i) => {
        rt.mem.st(rt.mem.ld(list + LIST_ITEMS) + 8 * i, rt.incref(wr));
      });
      return list;
    },
  },
};

export interface BootModules {
  readonly gc: number;
  readonly sys: number;
  readonly weakref: number;
  readonly tracemalloc: number;
  readonly builtins: number;
}

export function bootModules(rt: Runtime): BootModules {
  const t = rt.types;
  const gc = newModule(rt, 'gc');
  const sys = newModule(rt, 'sys');
  const weakref = newModule(rt, 'weakref');
  const tracemalloc = newModule(rt, 'tracemalloc');
  addFunctions(rt, tracemalloc, TRACING_FUNCTIONS);
  const builtins = newModule(rt, 'builtins');
  addFunctions(rt, gc, GC_FUNCTIONS);
  const set = (module: number, name: string, value: number): void => {
    setStr(rt, moduleDict(rt, module), staticInterned(rt, name), value);
  };
  for (const [name, value] of [
    ['DEBUG_STATS', 1],
    ['DEBUG_COLLECTABLE', 2],
    ['DEBUG_UNCOLLECTABLE', 4],
    ['DEBUG_SAVEALL', 32],
    ['DEBUG_LEAK', 38],
  ] as const) {
    set(gc, name, newInt(rt, value));
  }
  const garbage = newList(rt, 0);
  const callbacks = newList(rt, 0);
  rt.mem.st(L.GC_GARBAGE, garbage);
  rt.mem.st(L.GC_CALLBACKS, callbacks);
  set(gc, 'garbage', garbage);
  set(gc, 'callbacks', callbacks);
  addFunctions(rt, sys, SYS_FUNCTIONS);
  set(sys, 'maxsize', newBigInt(rt));
  set(sys, 'version', staticInterned(rt, '3.11.7'));
  set(sys, 'platform', staticInterned(rt, 'linux'));
  set(sys, 'byteorder', staticInterned(rt, 'little'));
  Object.assign(rt.recordOfType(t.weakref), { create: weakrefNew, init: (r: Runtime) => r.newNone() });
  addFunctions(rt, weakref, WEAKREF_FUNCTIONS);
  for (const name of ['ref', 'ReferenceType']) set(weakref, name, t.weakref);
  set(weakref, 'ProxyType', t.proxy);
  set(weakref, 'CallableProxyType', t.callableProxy);
  rt.sizeofDef = rt.builtins.findIndex((def) => def.name === '__sizeof__');
  return { gc, sys, weakref, tracemalloc, builtins };
}

function newBigInt(rt: Runtime): number {
  return rt.bigConstant(rt, 9223372036854775807n);
}
