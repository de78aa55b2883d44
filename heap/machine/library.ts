/**
 * What CPython brings as Python code and a lesson meets: the weak containers, weakref.finalize, WeakMethod. Their
 * classes are made by running heap/library in the modules they belong to, before the first statement.
 */
import { compiled } from '../library/compiled.ts';
import { type PackedCode, unpackCode } from '../library/packed.ts';
import * as L from '../memory/layout.ts';
import type { CodeObject } from '../objects/code.ts';
import { addDef, staticBuiltin } from '../objects/define.ts';
import { getStr, setStr } from '../objects/dict.ts';
import { DK_USABLE } from '../objects/dictKeys.ts';
import { newFunction } from '../objects/function.ts';
import * as H from '../objects/header.ts';
import { KNOWN_NAMES } from '../objects/knownNames.ts';
import type { Runtime } from '../objects/runtime.ts';
import { STR_INTERNED, staticInterned } from '../objects/str.ts';
import { tupleOf } from '../objects/tuple.ts';
import { runWithLocals } from '../python/evalEntry.ts';
import { IMPORT_FUNCTIONS } from '../python/importing.ts';
import { LIBRARY_FUNCTIONS } from '../python/libraryFunctions.ts';
import { moduleDict, newModule } from '../python/modules.ts';
import { loadInput } from './load.ts';

export const LIBRARY_MODULES = ['_collections_abc', '_weakrefset', '_frozen_importlib'] as const;

const FILES = {
  importing: '<frozen importlib._bootstrap>',
  containers: '<frozen _collections_abc>',
  weakset: '<frozen _weakrefset>',
  weakdicts: '<frozen weakref>',
  finalize: '<frozen weakref>',
} as const;
type Part = keyof typeof FILES;

/** Compiled once for all machines of a process: it is never written to. */
const CODE = ((): Readonly<Record<Part, CodeObject>> => {
  const packed: Readonly<Record<Part, PackedCode>> = JSON.parse(compiled);
  return {
    importing: unpackCode(packed.importing, FILES.importing),
    containers: unpackCode(packed.containers, FILES.containers),
    weakset: unpackCode(packed.weakset, FILES.weakset),
    weakdicts: unpackCode(packed.weakdicts, FILES.weakdicts),
    finalize: unpackCode(packed.finalize, FILES.finalize),
  };
})();

/** Runs in boot mode: everything is made in the static region. */
export function bootLibrary(rt: Runtime, modules: Map<string, number>): void {
  const before = new Set(rt.interned.keys());
  const weakref = moduleDict(rt, modules.get('weakref') ?? 0);
  const add = (name: string): number => {
    const module = newModule(rt, name);
    modules.set(name, module);
    return moduleDict(rt, module);
  };
  const containers = add('_collections_abc');
  const weakset = add('_weakrefset');
  const share = (from: number, to: number, ...names: readonly string[]): void => {
    for (const name of names) {
      const text = staticInterned(rt, name);
      setStr(rt, to, text, getStr(rt, from, text));
    }
  };
  for (const [name, spec] of Object.entries(LIBRARY_FUNCTIONS)) {
    setStr(rt, weakref, staticInterned(rt, name), staticBuiltin(rt, addDef(rt, name, spec), 0));
  }
  share(weakref, containers, '_is_mapping');
  run(rt, 'containers', containers);
  share(weakref, weakset, 'ref');
  run(rt, 'weakset', weakset);
  share(weakset, weakref, '_IterationGuard', 'WeakSet');
  share(containers, weakref, 'Mapping', 'MutableMapping');
  run(rt, 'weakdicts', weakref);
  run(rt, 'finalize', weakref);
  const importing = add('_frozen_importlib');
  for (const [name, spec] of Object.entries(IMPORT_FUNCTIONS)) {
    setStr(rt, importing, staticInterned(rt, name), staticBuiltin(rt, addDef(rt, name, spec), 0));
  }
  setStr(rt, importing, staticInterned(rt, '_modules'), rt.mem.ld(L.MODULES_DICT));
  setStr(rt, importing, staticInterned(rt, '_ref'), rt.types.weakref);
  run(rt, 'importing', importing);
  settleKeys(rt, importing);
  const proxies = ['ProxyType', 'CallableProxyType'].map((name) =>
    rt.incref(getStr(rt, weakref, staticInterned(rt, name))),
  );
  setStr(rt, weakref, staticInterned(rt, 'ProxyTypes'), tupleOf(rt, ...proxies));
  /* names that only our code has are not interned: a program's own string with such a text is the first */
  for (const [text, o] of [...rt.interned]) {
    if (text.length < 2 || before.has(text) || KNOWN_NAMES.has(text)) continue;
    rt.mem.st(o + STR_INTERNED, 0);
    rt.interned.delete(text);
  }
}

/**
 * Instances of the import machinery were made before the first statement, and each made the values of the next one
 * smaller: room that the keys of a class have left then (Objects/dictobject.c `init_inline_values`).
 */
const ROOM_LEFT = { _ModuleLockManager: 5, _ModuleLock: 2, _ImportLockContext: 2, ModuleSpec: 2 } as const;

function settleKeys(rt: Runtime, globals: number): void {
  const m = rt.mem;
  for (const [name, room] of Object.entries(ROOM_LEFT)) {
    const keys = m.ld(getStr(rt, globals, staticInterned(rt, name)) + H.HT_CACHED_KEYS);
    m.st(keys + DK_USABLE, room);
  }
}

function run(rt: Runtime, part: Part, globals: number): void {
  const { code } = loadInput(rt, { source: '', code: CODE[part], literals: [] });
  const name = staticInterned(rt, part);
  const module = getStr(rt, globals, staticInterned(rt, '__name__'));
  const builtins = rt.mem.ld(L.BUILTINS_DICT);
  const fn = newFunction(rt, code, globals, builtins, name, name, rt.none, module);
  if (runWithLocals(rt, fn, globals) === 0) throw new Error(`${part} of the library raised an exception`);
}
