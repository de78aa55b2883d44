/**
 * The built-in side of importing a built-in module for the first time: Python/import.c `import_find_and_load`,
 * `create_builtin`, `exec_builtin`, Modules/_threadmodule.c locks; and the one module a lesson brings in that way,
 * Modules/atexitmodule.c. The Python side is heap/library/importing.py.
 */
import * as L from '../memory/layout.ts';
import { getAttr } from '../objects/attributes.ts';
import { callValues } from '../objects/call.ts';
import { BUILTIN_MODULE } from '../objects/callable.ts';
import { addDef, addMethods, defineType, type Methods } from '../objects/define.ts';
import { fieldsDealloc } from '../objects/descriptors.ts';
import { getStr, newDict, setStr } from '../objects/dict.ts';
import * as E from '../objects/errors.ts';
import { newBuiltin } from '../objects/function.ts';
import * as H from '../objects/header.ts';
import { newInt } from '../objects/int.ts';
import { MODULE_DICT, MODULE_STATE } from '../objects/module.ts';
import type { Runtime } from '../objects/runtime.ts';
import { freshStr, internInPlace, staticInterned, textOf } from '../objects/str.ts';
import { tupleFrom } from '../objects/tuple.ts';

const at = (rt: Runtime, args: number, i: number): number => rt.mem.ld(args + 8 * i);

/** Number of the one thread, as large as CPython's. */
const THREAD = 140_000_000_000_000;

const LOCK_METHODS: Methods = {
  __enter__: { convention: 'tuple', call: (rt) => rt.bool(true) },
  __exit__: { convention: 'tuple', call: (rt) => rt.newNone() },
};

export function bootLock(rt: Runtime): void {
  rt.types.lock = defineType(rt, 0, '_thread.lock', {
    kind: H.KIND.none,
    size: 40,
    flags: H.FLAG_GC,
    slots: { dealloc: fieldsDealloc() },
  });
}

/** Blocks of three references (function, arguments, keyword arguments) and the next block. */
export const CALLBACK_BYTES = 24;

/** What atexit holds, which no collection sees. */
export function exitCallbacks(rt: Runtime): number[] {
  const out: number[] = [];
  for (let p = rt.mem.ld(L.EXIT_CALLBACKS); p !== 0; p = rt.mem.ld(p + CALLBACK_BYTES)) {
    for (let i = 0; i < 3; i++) if (rt.mem.ld(p + 8 * i) !== 0) out.push(rt.mem.ld(p + 8 * i));
  }
  return out;
}

function forget(rt: Runtime, keep: (fn: number) => boolean): void {
  const m = rt.mem;
  let link = L.EXIT_CALLBACKS;
  while (m.ld(link) !== 0) {
    const p = m.ld(link);
    if (keep(m.ld(p))) {
      link = p + CALLBACK_BYTES;
      continue;
    }
    m.st(link, m.ld(p + CALLBACK_BYTES));
    for (let i = 0; i < 3; i++) rt.xdecref(m.ld(p + 8 * i));
    rt.alloc.free(p);
  }
}

const ATEXIT_FUNCTIONS: Methods = {
  register: {
    convention: 'tuple',
    keywords: true,
    call: (rt, _self, args, nargs) => {
      const m = rt.mem;
      if (nargs < 1) return E.setError(rt, 'TypeError', 'register() takes at least 1 argument (0 given)');
      const fn = at(rt, args, 0);
      if (rt.recordOf(fn).call === null) {
        return E.setError(rt, 'TypeError', 'the first argument must be callable');
      }
      /* its size class has room for the link */
      const p = rt.alloc.malloc(CALLBACK_BYTES);
      m.st(p, rt.incref(fn));
      m.st(p + 8, tupleFrom(rt, args + 8, nargs - 1));
      m.st(p + 16, 0);
      m.st(p + CALLBACK_BYTES, m.ld(L.EXIT_CALLBACKS));
      m.st(L.EXIT_CALLBACKS, p);
      return rt.incref(fn);
    },
  },
  _clear: {
    convention: 'noargs',
    call: (rt) => {
      forget(rt, () => false);
      return rt.newNone();
    },
  },
  unregister: {
    convention: 'one',
    call: (rt, _self, args) => {
      forget(rt, (fn) => fn !== at(rt, args, 0));
      return rt.newNone();
    },
  },
  _run_exitfuncs: { convention: 'noargs', call: (rt) => rt.newNone() },
  _ncallbacks: {
    convention: 'noargs',
    call: (rt) => {
      let n = 0;
      for (let p = rt.mem.ld(L.EXIT_CALLBACKS); p !== 0; p = rt.mem.ld(p + CALLBACK_BYTES)) n++;
      return newInt(rt, n);
    },
  },
};

const ATEXIT_DOC =
  'Keeps functions that are to be called when the program ends, the last one first. What register() was given' +
  ' stays until unregister() takes it out of there again.';

/** Made again for each machine at its start; the place of a function is the place in the table of built-ins. */
const importable = ['atexit'] as const;

export function isImportable(name: string): boolean {
  return importable.some((one) => one === name);
}

function createAtexit(rt: Runtime, spec: number): number {
  const m = rt.mem;
  /* two strings 'name' for which the type's attributes were searched stay in the cache of that search */
  for (const word of L.CACHED_NAMES) {
    rt.xdecref(m.ld(word));
    m.st(word, freshStr(rt, 'name'));
  }
  const o = rt.newCollected(rt.types.module, 56);
  m.zero(o + 16, 40);
  const dict = newDict(rt);
  m.st(o + MODULE_DICT, dict);
  const name = getAttr(rt, spec, staticInterned(rt, 'name'));
  setStr(rt, dict, staticInterned(rt, '__name__'), name);
  for (const key of ['__doc__', '__package__', '__loader__', '__spec__']) {
    setStr(rt, dict, staticInterned(rt, key), rt.none);
  }
  rt.track(o);
  const first = rt.builtins.findIndex((def) => def.call === ATEXIT_FUNCTIONS.register?.call);
  Object.keys(ATEXIT_FUNCTIONS).forEach((text, i) => {
    const fn = newBuiltin(rt, first + i, o);
    m.st(fn + BUILTIN_MODULE, rt.incref(name));
    const key = internInPlace(rt, freshStr(rt, text));
    setStr(rt, dict, key, fn);
    rt.decref(key);
    rt.decref(fn);
  });
  rt.decref(name);
  const doc = freshStr(rt, ATEXIT_DOC);
  setStr(rt, dict, staticInterned(rt, '__doc__'), doc);
  rt.decref(doc);
  return o;
}

export const IMPORT_FUNCTIONS: Methods = {
  _allocate_lock: {
    convention: 'noargs',
    call: (rt) => {
      const o = rt.newCollected(rt.types.lock, 40);
      rt.mem.zero(o + 16, 24);
      rt.track(o);
      return o;
    },
  },
  _get_ident: { convention: 'noargs', call: (rt) => newInt(rt, THREAD) },
  _is_builtin: {
    convention: 'one',
    call: (rt, _self, args) => newInt(rt, isImportable(textOf(rt, at(rt, args, 0))) ? 1 : 0),
  },
  _create_builtin: { convention: 'one', call: (rt, _self, args) => createAtexit(rt, at(rt, args, 0)) },
  _exec_builtin: {
    convention: 'one',
    call: (rt, _self, args) => {
      /* of no bytes */
      rt.mem.st(at(rt, args, 0) + MODULE_STATE, rt.alloc.malloc(0));
      return newInt(rt, 0);
    },
  },
};

export function bootImporting(rt: Runtime): void {
  addMethods(rt, rt.types.lock, LOCK_METHODS);
  for (const [name, spec] of Object.entries(ATEXIT_FUNCTIONS)) addDef(rt, name, spec);
  for (const name of ['register', 'unregister', 'clear']) staticInterned(rt, name);
}

/** New reference to the module, or 0. Models `import_find_and_load`. */
export function findAndLoad(rt: Runtime, name: number): number {
  for (const text of ['path', 'meta_path', 'path_hooks']) rt.decref(freshStr(rt, text));
  const bootstrap = getStr(rt, rt.mem.ld(L.MODULES_DICT), staticInterned(rt, '_frozen_importlib'));
  const load = getStr(rt, rt.mem.ld(bootstrap + MODULE_DICT), staticInterned(rt, '_find_and_load'));
  return callValues(rt, load, [name, rt.none]);
}
