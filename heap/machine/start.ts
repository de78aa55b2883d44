/** A runtime as it stands before the first statement: the normalised prompt of CPython 3.11. */
import { collectGenerations, collectMain } from '../gc/collector.ts';
import { clearFreeLists } from '../gc/freeLists.ts';
import { initLists, listLength, mergeLists } from '../gc/lists.ts';
import { SMALL_REQUEST } from '../memory/allocator.ts';
import * as L from '../memory/layout.ts';
import { getMethod, initializeValues } from '../objects/attributes.ts';
import { bootTypes } from '../objects/boot.ts';
import { bootExceptions } from '../objects/bootExceptions.ts';
import { bootMethods } from '../objects/bootMethods.ts';
import { bootSingletons } from '../objects/bootSingletons.ts';
import { callValues } from '../objects/call.ts';
import { bootCounter } from '../objects/counter.ts';
import { addMethods, readyType } from '../objects/define.ts';
import { DICT_KEYS, getStr, insert, newDict, newPresized, setStr } from '../objects/dict.ts';
import { DK_KIND, DK_LOG2, keysBytes } from '../objects/dictKeys.ts';
import { newBuiltin } from '../objects/function.ts';
import * as H from '../objects/header.ts';
import { allocate } from '../objects/instance.ts';
import { fromBig, newInt } from '../objects/int.ts';
import { roundDouble } from '../objects/numberMethods.ts';
import { Runtime } from '../objects/runtime.ts';
import { separateText } from '../objects/sizeof.ts';
import { addSlotWrappers } from '../objects/slotWrappers.ts';
import { forgetHash, keepText, measure, STR_TEXT, staticInterned } from '../objects/str.ts';
import { BUILTIN_FUNCTIONS } from '../python/builtins.ts';
import { installConstructors } from '../python/constructors.ts';
import { installEvaluator } from '../python/evalEntry.ts';
import { superArguments } from '../python/frameNames.ts';
import { bootImporting, bootLock } from '../python/importing.ts';
import { addFunctions, bootModules, moduleDict } from '../python/modules.ts';
import { bootRunMethods, bootRunTypes } from '../python/runtypes.ts';
import { bootLibrary, LIBRARY_MODULES } from './library.ts';

export interface Started {
  readonly rt: Runtime;
  readonly modules: Map<string, number>;
  /** Serial of the last object made at start. */
  readonly lastSerial: number;
}

/** Names of built-in classes in the module builtins. */
const CLASSES = [
  'object',
  'type',
  'int',
  'bool',
  'float',
  'str',
  'bytes',
  'bytearray',
  'list',
  'tuple',
  'dict',
  'set',
  'frozenset',
  'range',
  'slice',
  'enumerate',
  'zip',
  'map',
  'filter',
  'reversed',
  'property',
  'staticmethod',
  'classmethod',
] as const;

/** The registry of object's subclasses is full, so that the first class statement makes it grow. */
const BASE_SUBCLASSES = 170;

/** Room in sys.modules. */
const MODULES_ROOM = 100;

/** How many subclasses the registries of other classes hold at the prompt of CPython, which decides when they grow. */
const SUBCLASSES: Readonly<Record<string, number>> = {
  int: 1,
  tuple: 19,
  dict: 1,
  property: 1,
  staticmethod: 1,
  classmethod: 1,
  BaseException: 5,
  BaseExceptionGroup: 1,
  Exception: 21,
  ArithmeticError: 3,
  ImportError: 2,
  LookupError: 3,
  NameError: 1,
  OSError: 13,
  RuntimeError: 3,
  SyntaxError: 1,
  SystemError: 1,
  ValueError: 2,
  Warning: 11,
  ConnectionError: 4,
  IndentationError: 1,
  UnicodeError: 3,
};

/** Builds something that then counts as pre-existing: in the static region, oldest generation, never freed. */
export function asPreExisting<T>(rt: Runtime, build: () => T): T {
  const m = rt.mem;
  const before = rt.alloc.boot;
  const first = rt.staticCursor >> 4;
  const counts = [0, 1, 2].map((g) => m.ld(L.GENERATION(g) + L.GEN_COUNT));
  rt.alloc.boot = (bytes) => rt.staticBlock(bytes);
  const result = build();
  clearFreeListsQuietly(rt);
  rt.alloc.boot = before;
  counts.forEach((count, g) => {
    m.st(L.GENERATION(g) + L.GEN_COUNT, count);
  });
  for (let slot = first; slot < rt.staticCursor >> 4; slot++) {
    const o = slot << 4;
    if (m.serials[slot] !== 0) m.st(o, (m.ld(o) & (H.IMMORTAL - 1)) + H.IMMORTAL);
  }
  settle(rt);
  return result;
}

/** What was just tracked joins the oldest generation in place of as many objects that are only counted. */
export function settle(rt: Runtime): void {
  const n = listLength(rt, L.GENERATION(0));
  mergeLists(rt, L.GENERATION(0), L.GENERATION(2));
  rt.mem.st(L.PHANTOM, Math.max(0, rt.mem.ld(L.PHANTOM) - n));
}

/** By the number of objects that are only counted. */
const BUILT = new Map<number, Started>();

/** Built once in a process, then copied. */
export function start(longLivedTotal: number): Started {
  let built = BUILT.get(longLivedTotal);
  if (built === undefined) {
    built = build(longLivedTotal);
    BUILT.set(longLivedTotal, built);
  }
  return { rt: built.rt.copy(), modules: new Map(built.modules), lastSerial: built.lastSerial };
}

function build(longLivedTotal: number): Started {
  const rt = new Runtime();
  const m = rt.mem;
  rt.alloc.boot = (bytes) => rt.staticBlock(bytes);
  initLists(rt);
  m.st(L.EXC_INFO, L.EXC_BASE);
  m.st(L.STACK_TOP, L.DATA_STACK);
  bootTypes(rt);
  bootRunTypes(rt);
  bootExceptions(rt);
  bootCounter(rt);
  bootLock(rt);
  installConstructors(rt);
  bootSingletons(rt);
  for (const type of staticTypes(rt)) readyType(rt, type);
  rt.newDict = newDict;
  rt.bigConstant = (r, value) => fromBig(r, value);
  rt.initializeValues = initializeValues;
  rt.roundFloat = roundDouble;
  rt.newStrOfType = newStrOfType;
  rt.callMethod = (r, o, name, args) => {
    const method = getMethod(r, o, staticInterned(r, name), r.foundMethod);
    if (method === 0) return 0;
    const result = callValues(r, method, r.foundMethod.unbound ? [o, ...args] : args);
    r.decref(method);
    return result;
  };
  rt.moduleName = (r, module) => {
    const name = getStr(r, r.mem.ld(module + 16), r.interned.get('__name__') ?? 0);
    return name === 0 ? '?' : r.texts.get(r.mem.ld(name + STR_TEXT));
  };
  rt.classModule = (r, type) => r.lookupClassModule(r, type);
  rt.recordOfType(rt.types.module).setattr = (r, o, name, value) => r.setModuleAttribute(r, o, name, value);
  rt.superArguments = superArguments;
  rt.collectHook = collectGenerations;
  bootMethods(rt);
  bootRunMethods(rt);
  bootImporting(rt);
  for (const type of staticTypes(rt)) addSlotWrappers(rt, type, addMethods);
  for (const type of staticTypes(rt)) addSlotWrappers(rt, type, addMethods);
  for (const type of staticTypes(rt)) {
    if (rt.recordOfType(type).hash === null)
      setStr(rt, m.ld(type + H.TP_DICT), staticInterned(rt, '__hash__'), rt.none);
  }
  installEvaluator(rt);
  const modules = new Map<string, number>(Object.entries(bootModules(rt)));
  bootBuiltins(rt, modules.get('builtins') ?? 0);
  const prepare = rt.builtins.findIndex((def) => def.name === '__prepare__');
  rt.bindPrepare = (r) => newBuiltin(r, prepare, r.types.type);
  rt.lookupClassModule = (r, type) => {
    const dict = r.mem.ld(type + H.TP_DICT);
    return getStr(r, dict, staticInterned(r, '__module__')) || r.none;
  };
  /* sys.modules of CPython is large; here too an import finds room */
  const list = newPresized(rt, MODULES_ROOM, true);
  m.st(L.MODULES_DICT, list);
  m.st(L.BUILTINS_DICT, moduleDict(rt, modules.get('builtins') ?? 0));
  m.st(L.SYS_DICT, moduleDict(rt, modules.get('sys') ?? 0));
  for (const [name, module] of modules) setStr(rt, list, staticInterned(rt, name), module);
  bootLibrary(rt, modules);
  for (const name of LIBRARY_MODULES) setStr(rt, list, staticInterned(rt, name), modules.get(name) ?? 0);
  fillRegistry(rt);
  for (const name of [
    'collections',
    'collected',
    'uncollectable',
    'generation',
    'collected',
    '_',
    'last_type',
    'last_value',
    'last_traceback',
    '__annotations__',
    '__init_subclass__',
    '__prepare__',
    '__classcell__',
    '__new__',
    '__class_getitem__',
    '__eq__',
    '__hash__',
    '__builtins__',
    '__package__',
    '__loader__',
    '__spec__',
    '__getattr__',
    '__del__',
    '__set_name__',
  ]) {
    staticInterned(rt, name);
  }
  normalise(rt, longLivedTotal);
  for (const handles of [rt.texts, rt.codes, rt.records]) handles.commit();
  return { rt, modules, lastSerial: m.ld(L.NEXT_SERIAL) };
}

function newStrOfType(rt: Runtime, type: number, text: string): number {
  const o = allocate(rt, type, 0);
  const { width, length } = measure(text);
  rt.mem.st(o + 16, length);
  forgetHash(rt, o);
  rt.mem.st(o + 32, width);
  keepText(rt, o, text);
  rt.mem.st(o + 72, rt.alloc.malloc(separateText(width, length)));
  return o;
}

/** All static types in the order of their records. */
function staticTypes(rt: Runtime): number[] {
  const out: number[] = [];
  const { mem } = rt;
  for (let slot = L.STATIC_START >> 4; slot < rt.staticCursor >> 4; slot++) {
    const o = slot << 4;
    if (mem.serials[slot] !== 0 && mem.ld(o + 8) === rt.types.type && mem.ld(o + H.TP_RECORD) !== 0)
      out.push(o);
  }
  return out.sort((a, b) => mem.ld(a + H.TP_RECORD) - mem.ld(b + H.TP_RECORD));
}

function bootBuiltins(rt: Runtime, module: number): void {
  const t = rt.types;
  addFunctions(rt, module, BUILTIN_FUNCTIONS);
  const dict = moduleDict(rt, module);
  const set = (name: string, value: number): void => {
    setStr(rt, dict, staticInterned(rt, name), value);
  };
  for (const name of CLASSES) set(name, t[name]);
  set('super', t.super_);
  for (const [name, type] of t.exceptions) set(name, type);
  set('EnvironmentError', t.exception('OSError'));
  set('IOError', t.exception('OSError'));
  set('None', rt.none);
  set('True', rt.true_);
  set('False', rt.false_);
  set('Ellipsis', rt.ellipsis);
  set('NotImplemented', rt.notImplemented);
  set('__debug__', rt.true_);
  /* a new table leaves room for `_`, so that an echo never makes it grow */
  rt.buildClassFunction = getStr(rt, dict, staticInterned(rt, '__build_class__'));
}

function fillRegistry(rt: Runtime): void {
  const registry = newDict(rt);
  rt.mem.st(rt.types.object + H.TP_SUBCLASSES, registry);
  for (let i = 0; i < BASE_SUBCLASSES; i++) {
    const key = newInt(rt, 1000 + i);
    insert(rt, registry, key, rt.buildClassFunction, 1000 + i);
    rt.decref(key);
  }
  rt.track(registry);
  const registries = [registry];
  for (const type of staticTypes(rt)) {
    const count = SUBCLASSES[rt.typeName(type)] ?? 0;
    if (count === 0) continue;
    const known = newDict(rt);
    rt.mem.st(type + H.TP_SUBCLASSES, known);
    registries.push(known);
    for (let i = 0; i < count; i++) {
      const key = newInt(rt, 1000 + i);
      insert(rt, known, key, rt.buildClassFunction, 1000 + i);
      rt.decref(key);
    }
  }
  for (const one of registries) {
    const keys = rt.mem.ld(one + DICT_KEYS);
    if (keysBytes(rt.mem.ld(keys + DK_LOG2), rt.mem.ld(keys + DK_KIND)) > SMALL_REQUEST)
      rt.alloc.outside.add(keys);
  }
}

/** Counters zero, free lists empty, everything old and immortal; what CPython would have beside it only counted. */
function normalise(rt: Runtime, longLivedTotal: number): void {
  const m = rt.mem;
  rt.alloc.boot = null;
  clearFreeListsQuietly(rt);
  for (let slot = L.STATIC_START >> 4; slot < rt.staticCursor >> 4; slot++) {
    if (m.serials[slot] !== 0) {
      const o = slot << 4;
      m.st(o, (m.ld(o) & (H.IMMORTAL - 1)) + H.IMMORTAL);
    }
  }
  mergeLists(rt, L.GENERATION(0), L.GENERATION(2));
  m.st(L.GENERATION(0) + L.GEN_THRESHOLD, 700);
  m.st(L.GENERATION(1) + L.GEN_THRESHOLD, 10);
  m.st(L.GENERATION(2) + L.GEN_THRESHOLD, 10);
  m.st(L.GC_ENABLED, 1);
  collectMain(rt, 2, false);
  collectMain(rt, 2, false);
  for (let g = 0; g < 3; g++) {
    m.st(L.GENERATION(g) + L.GEN_COUNT, 0);
    for (let i = 0; i < 3; i++) m.st(L.GC_STATS(g, i), 0);
  }
  m.st(L.PHANTOM, Math.max(0, longLivedTotal - listLength(rt, L.GENERATION(2))));
  m.st(L.LONG_LIVED_TOTAL, longLivedTotal);
  m.st(L.LONG_LIVED_PENDING, 0);
}

/** What boot parked there lies in the static region and is never reused. */
function clearFreeListsQuietly(rt: Runtime): void {
  clearFreeLists(rt);
  rt.mem.st(L.SLICE_CACHE, 0);
}
