/** Functions, cells, bound methods, built-in functions. Models funcobject.c, cellobject.c, classobject.c, methodobject.c. */
import { BUILTIN_DEF, BUILTIN_MODULE, BUILTIN_SELF, METHOD_FUNCTION, METHOD_SELF } from './callable.ts';
import type { Runtime } from './runtime.ts';
import { clearWeakrefs } from './weakref.ts';

export const FN_GLOBALS = 16;
export const FN_BUILTINS = 24;
export const FN_NAME = 32;
export const FN_QUALNAME = 40;
export const FN_CODE = 48;
export const FN_DEFAULTS = 56;
export const FN_KWDEFAULTS = 64;
export const FN_CLOSURE = 72;
export const FN_DOC = 80;
export const FN_DICT = 88;
export const FN_WEAKREFS = 96;
export const FN_MODULE = 104;
export const FN_ANNOTATIONS = 112;
export const FN_BYTES = 136;
export const CELL_CONTENT = 16;

/** Borrows all; name and qualname are taken from the code. Models `PyFunction_NewWithQualName`. */
export function newFunction(
  rt: Runtime,
  code: number,
  globals: number,
  builtins: number,
  name: number,
  qualname: number,
  doc: number,
  module: number,
): number {
  const o = rt.newCollected(rt.types.function, FN_BYTES);
  const m = rt.mem;
  m.zero(o + 16, FN_BYTES - 16);
  m.st(o + FN_GLOBALS, rt.incref(globals));
  m.st(o + FN_BUILTINS, rt.incref(builtins));
  m.st(o + FN_NAME, rt.incref(name));
  m.st(o + FN_QUALNAME, rt.incref(qualname));
  m.st(o + FN_CODE, rt.incref(code));
  m.st(o + FN_DOC, rt.incref(doc));
  if (module !== 0) m.st(o + FN_MODULE, rt.incref(module));
  rt.track(o);
  return o;
}

/** Models `func_clear`: everything but what a running frame needs; names become empty. */
export function functionClear(rt: Runtime, o: number): void {
  rt.clearField(o + FN_GLOBALS);
  rt.clearField(o + FN_BUILTINS);
  rt.clearField(o + FN_MODULE);
  rt.clearField(o + FN_DEFAULTS);
  rt.clearField(o + FN_KWDEFAULTS);
  rt.clearField(o + FN_DOC);
  rt.clearField(o + FN_DICT);
  rt.clearField(o + FN_CLOSURE);
  rt.clearField(o + FN_ANNOTATIONS);
  for (const field of [FN_NAME, FN_QUALNAME]) {
    const old = rt.mem.ld(o + field);
    rt.mem.st(o + field, rt.incref(rt.emptyStr));
    rt.xdecref(old);
  }
}

export function functionDealloc(rt: Runtime, o: number): void {
  if (rt.isTracked(o)) rt.untrack(o);
  if (rt.mem.ld(o + FN_WEAKREFS) !== 0) clearWeakrefs(rt, o, FN_WEAKREFS);
  functionClear(rt, o);
  rt.clearField(o + FN_CODE);
  rt.clearField(o + FN_NAME);
  rt.clearField(o + FN_QUALNAME);
  rt.deleteCollected(o);
}

/** Takes the content over (may be 0). */
export function newCell(rt: Runtime, content: number): number {
  const o = rt.newCollected(rt.types.cell, 24);
  rt.mem.st(o + CELL_CONTENT, content);
  rt.track(o);
  return o;
}

export function cellDealloc(rt: Runtime, o: number): void {
  if (rt.isTracked(o)) rt.untrack(o);
  rt.xdecref(rt.mem.ld(o + CELL_CONTENT));
  rt.deleteCollected(o);
}

export function newMethod(rt: Runtime, fn: number, self: number): number {
  const o = rt.newCollected(rt.types.method, 48);
  const m = rt.mem;
  m.st(o + METHOD_FUNCTION, rt.incref(fn));
  m.st(o + METHOD_SELF, rt.incref(self));
  m.st(o + 32, 0);
  rt.track(o);
  return o;
}

export function methodDealloc(rt: Runtime, o: number): void {
  if (rt.isTracked(o)) rt.untrack(o);
  if (rt.mem.ld(o + 32) !== 0) clearWeakrefs(rt, o, 32);
  rt.decref(rt.mem.ld(o + METHOD_FUNCTION));
  rt.xdecref(rt.mem.ld(o + METHOD_SELF));
  rt.deleteCollected(o);
}

/** A built-in function bound to self (0 = none). */
export function newBuiltin(rt: Runtime, def: number, self: number): number {
  const o = rt.newCollected(rt.types.builtin, 56);
  const m = rt.mem;
  m.st(o + BUILTIN_DEF, def);
  m.st(o + BUILTIN_SELF, self === 0 ? 0 : rt.incref(self));
  m.st(o + BUILTIN_MODULE, 0);
  m.st(o + 40, 0);
  rt.track(o);
  return o;
}

export function builtinDealloc(rt: Runtime, o: number): void {
  if (rt.isTracked(o)) rt.untrack(o);
  rt.xdecref(rt.mem.ld(o + BUILTIN_SELF));
  rt.xdecref(rt.mem.ld(o + BUILTIN_MODULE));
  rt.deleteCollected(o);
}
