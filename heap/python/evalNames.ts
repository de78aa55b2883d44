/** Names: module, class and built-in namespaces, imports. Models LOAD_NAME and its kin in Python/ceval.c. */
import { getAttr } from '../objects/attributes.ts';
import { getStr, newDict, remove, setStr } from '../objects/dict.ts';
import * as E from '../objects/errors.ts';
import { EXC_FIRST } from '../objects/exception.ts';
import { F_BUILTINS, F_GLOBALS, F_LOCALS } from '../objects/frame.ts';
import type { Runtime } from '../objects/runtime.ts';
import { strHash, textOf } from '../objects/str.ts';
import { quoted } from '../objects/text.ts';
import { isInstance } from '../objects/typetools.ts';
import { type Instructions, nameAt, pushed } from './instruction.ts';
import { op } from './opcode.ts';

/** Borrowed value of a global or built-in name; 0 with or without an exception. */
export function loadGlobal(rt: Runtime, frame: number, name: number): number {
  const m = rt.mem;
  const value = getStr(rt, m.ld(frame + F_GLOBALS), name);
  return value !== 0 ? value : getStr(rt, m.ld(frame + F_BUILTINS), name);
}

export function loadName(rt: Runtime, frame: number, name: number): number {
  const m = rt.mem;
  const locals = m.ld(frame + F_LOCALS);
  if (locals !== 0) {
    const value = getStr(rt, locals, name);
    if (value !== 0) return value;
  }
  return loadGlobal(rt, frame, name);
}

export function nameError(rt: Runtime, name: number): number {
  const text = textOf(rt, name);
  E.formatError(rt, 'NameError', "name '%.200s' is not defined", text);
  return rememberName(rt, name);
}

/** Models `format_exc_check_arg`: a NameError is made at once and learns the name. */
export function rememberName(rt: Runtime, name: number): number {
  const error = E.fetchError(rt);
  E.normalizeError(rt, error);
  if (error.value !== 0 && isInstance(rt, error.value, rt.types.exception('NameError'))) {
    if (rt.mem.ld(error.value + EXC_FIRST) === 0) rt.mem.st(error.value + EXC_FIRST, rt.incref(name));
  }
  E.restoreError(rt, error.type, error.value, error.traceback);
  return 0;
}

/** Removes a name from a namespace, or complains. */
function removeName(rt: Runtime, dict: number, name: number): boolean {
  if (remove(rt, dict, name, strHash(rt, name)) === 1) return true;
  if (!rt.failed()) {
    E.keyNotFound(rt, name);
    E.clearError(rt);
    nameError(rt, name);
  }
  return false;
}

export function importFrom(rt: Runtime, module: number, name: number): number {
  const value = getAttr(rt, module, name);
  if (value !== 0 || !E.errorMatches(rt, 'AttributeError')) return value;
  E.clearError(rt);
  const moduleName = rt.moduleName(rt, module);
  return E.formatError(
    rt,
    'ImportError',
    'cannot import name %R from %R (unknown location)',
    quoted(textOf(rt, name)),
    quoted(moduleName),
  );
}

export const nameInstructions: Instructions = {
  [op.DELETE_NAME]: (rt, frame, sp, arg) =>
    removeName(rt, rt.mem.ld(frame + F_LOCALS), nameAt(rt, frame, arg)) ? sp : ~sp,
  [op.DELETE_GLOBAL]: (rt, frame, sp, arg) =>
    removeName(rt, rt.mem.ld(frame + F_GLOBALS), nameAt(rt, frame, arg)) ? sp : ~sp,
  [op.STORE_GLOBAL]: (rt, frame, sp, arg) => {
    const m = rt.mem;
    const value = m.ld(sp - 8);
    const status = setStr(rt, m.ld(frame + F_GLOBALS), nameAt(rt, frame, arg), value);
    rt.decref(value);
    return status < 0 ? ~(sp - 8) : sp - 8;
  },
  [op.SETUP_ANNOTATIONS]: (rt, frame, sp) => {
    const locals = rt.mem.ld(frame + F_LOCALS);
    const name = rt.interned.get('__annotations__') ?? 0;
    if (getStr(rt, locals, name) !== 0) return sp;
    const dict = newDict(rt);
    setStr(rt, locals, name, dict);
    rt.decref(dict);
    return sp;
  },
  [op.LOAD_BUILD_CLASS]: (rt, _frame, sp) => pushed(rt, sp, rt.incref(rt.buildClassFunction)),
  [op.LOAD_ASSERTION_ERROR]: (rt, _frame, sp) =>
    pushed(rt, sp, rt.incref(rt.types.exception('AssertionError'))),
  [op.IMPORT_NAME]: (rt, frame, sp, arg) => {
    const m = rt.mem;
    const fromList = m.ld(sp - 8);
    const level = m.ld(sp - 16);
    const result = rt.importModule(rt, nameAt(rt, frame, arg), fromList);
    rt.decref(fromList);
    rt.decref(level);
    return pushed(rt, sp - 16, result);
  },
  [op.IMPORT_FROM]: (rt, frame, sp, arg) =>
    pushed(rt, sp, importFrom(rt, rt.mem.ld(sp - 8), nameAt(rt, frame, arg))),
};
