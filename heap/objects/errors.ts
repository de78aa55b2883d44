/**
 * The error indicator. Models Python/errors.c `_PyErr_Restore`, `_PyErr_SetObject`, `_PyErr_NormalizeException`:
 * an exception raised by the interpreter stays a class and a value until somebody looks at it.
 */
import * as L from '../memory/layout.ts';
import { callTuple, callValues } from './call.ts';
import { EXC_CONTEXT, EXC_TRACEBACK } from './exception.ts';
import { type FormatArgument, fromFormat } from './fromFormat.ts';
import * as H from './header.ts';
import type { Runtime } from './runtime.ts';
import { newStr } from './str.ts';
import { newTuple } from './tuple.ts';
import { isSubtype } from './typetools.ts';

/** Takes the three references over. */
export function restoreError(rt: Runtime, type: number, value: number, traceback: number): void {
  const m = rt.mem;
  const oldType = m.ld(L.CUR_TYPE);
  const oldValue = m.ld(L.CUR_VALUE);
  const oldTraceback = m.ld(L.CUR_TB);
  m.st(L.CUR_TYPE, type);
  m.st(L.CUR_VALUE, value);
  m.st(L.CUR_TB, traceback);
  rt.xdecref(oldType);
  rt.xdecref(oldValue);
  rt.xdecref(oldTraceback);
}

export function clearError(rt: Runtime): void {
  restoreError(rt, 0, 0, 0);
}

/** The indicator as it stands, emptied; the caller owns the references. */
export function fetchError(rt: Runtime): { type: number; value: number; traceback: number } {
  const m = rt.mem;
  const error = { type: m.ld(L.CUR_TYPE), value: m.ld(L.CUR_VALUE), traceback: m.ld(L.CUR_TB) };
  m.st(L.CUR_TYPE, 0);
  m.st(L.CUR_VALUE, 0);
  m.st(L.CUR_TB, 0);
  return error;
}

export function isExceptionInstance(rt: Runtime, o: number): boolean {
  return (rt.flagsOf(o) & H.FLAG_EXCEPTION) !== 0;
}

export function isExceptionClass(rt: Runtime, o: number): boolean {
  return (rt.flagsOf(o) & H.FLAG_TYPE) !== 0 && (rt.mem.ld(o + H.TP_FLAGS) & H.FLAG_EXCEPTION) !== 0;
}

/** The exception that is being handled, or 0. */
export function handledException(rt: Runtime): number {
  const m = rt.mem;
  let item = m.ld(L.EXC_INFO);
  while (item !== 0) {
    const value = m.ld(item);
    if (value !== 0 && value !== rt.none) return value;
    item = m.ld(item + 8);
  }
  return 0;
}

/** New reference to type(value), or 0. */
function instantiate(rt: Runtime, type: number, value: number): number {
  if (value === 0 || value === rt.none) return callValues(rt, type, []);
  if (rt.typeOf(value) === rt.types.tuple) return callTuple(rt, type, value);
  return callValues(rt, type, [value]);
}

/** Sets (type, value); borrows both. Chains to the exception that is being handled. */
export function setErrorObject(rt: Runtime, type: number, value: number): void {
  const m = rt.mem;
  let owned = value === 0 ? 0 : rt.incref(value);
  const handled = handledException(rt);
  if (handled !== 0) {
    if (owned === 0 || !isExceptionInstance(rt, owned)) {
      clearError(rt);
      const fixed = instantiate(rt, type, owned);
      rt.xdecref(owned);
      if (fixed === 0) return;
      owned = fixed;
    }
    if (owned !== handled) {
      for (let o = handled; ; ) {
        const context = m.ld(o + EXC_CONTEXT);
        if (context === 0) break;
        if (context === owned) {
          m.st(o + EXC_CONTEXT, 0);
          rt.decref(context);
          break;
        }
        o = context;
      }
      const old = m.ld(owned + EXC_CONTEXT);
      m.st(owned + EXC_CONTEXT, rt.incref(handled));
      rt.xdecref(old);
    }
  }
  let traceback = 0;
  if (owned !== 0 && isExceptionInstance(rt, owned)) {
    traceback = m.ld(owned + EXC_TRACEBACK);
    if (traceback !== 0) rt.incref(traceback);
  }
  restoreError(rt, rt.incref(type), owned, traceback);
}

/** Text made by PyUnicode_FromString (one request of its size). Returns 0. */
export function setError(rt: Runtime, name: string, text: string): number {
  const value = newStr(rt, text);
  setErrorObject(rt, rt.types.exception(name), value);
  rt.decref(value);
  return 0;
}

/** Text made from a C format string (fromFormat.ts). Models `_PyErr_FormatV`. Returns 0. */
export function formatError(
  rt: Runtime,
  name: string,
  format: string,
  ...args: readonly FormatArgument[]
): number {
  clearError(rt);
  const value = fromFormat(rt, format, args);
  if (value === 0) return 0;
  setErrorObject(rt, rt.types.exception(name), value);
  rt.decref(value);
  return 0;
}

/** The one message that exists for good (`indexerr` of Objects/listobject.c). Returns 0. */
export function setListIndexError(rt: Runtime): number {
  setErrorObject(rt, rt.types.exception('IndexError'), rt.listIndexError);
  return 0;
}

/** KeyError whose argument is the key, in a tuple of its own. Models `_PyErr_SetKeyError`. Returns 0. */
export function keyNotFound(rt: Runtime, key: number): number {
  const packed = newTuple(rt, 1);
  rt.mem.st(packed + 24, rt.incref(key));
  setErrorObject(rt, rt.types.exception('KeyError'), packed);
  rt.decref(packed);
  return 0;
}

/** `_Py_CheckRecursiveCall`; `where` begins with a blank, if it says anything. Returns 0. */
export function recursionError(rt: Runtime, where = ''): number {
  return formatError(rt, 'RecursionError', 'maximum recursion depth exceeded%s', where);
}

/** Calls that may go beyond the limit while an exception is made, such as the one that says that it was reached. */
const HEADROOM = 50;

/** Makes value an instance of type. Models `_PyErr_NormalizeException`. */
export function normalizeError(rt: Runtime, error: { type: number; value: number; traceback: number }): void {
  if (error.type === 0 || !isExceptionClass(rt, error.type)) return;
  const first = !rt.headroom;
  if (first) rt.recursionLimit += HEADROOM;
  rt.headroom = true;
  normalize(rt, error);
  if (first) rt.recursionLimit -= HEADROOM;
  rt.headroom = !first;
}

function normalize(rt: Runtime, error: { type: number; value: number; traceback: number }): void {
  for (let depth = 0; depth < 32; depth++) {
    const value = error.value;
    if (value !== 0 && isExceptionInstance(rt, value) && isSubtype(rt, rt.typeOf(value), error.type)) {
      const actual = rt.typeOf(value);
      if (actual !== error.type) {
        rt.incref(actual);
        rt.decref(error.type);
        error.type = actual;
      }
      return;
    }
    const made = instantiate(rt, error.type, value);
    if (made !== 0) {
      rt.xdecref(value);
      error.value = made;
      continue;
    }
    rt.decref(error.type);
    rt.xdecref(error.value);
    const next = fetchError(rt);
    error.type = next.type;
    error.value = next.value;
    if (next.traceback !== 0) {
      rt.xdecref(error.traceback);
      error.traceback = next.traceback;
    }
  }
}

/** Does the pending exception (or the given class) match `type`? */
export function errorMatches(rt: Runtime, name: string): boolean {
  const pending = rt.mem.ld(L.CUR_TYPE);
  return pending !== 0 && isSubtype(rt, pending, rt.types.exception(name));
}

/** Clears the pending exception if it is of that class. */
export function swallow(rt: Runtime, name: string): boolean {
  if (!errorMatches(rt, name)) return false;
  clearError(rt);
  return true;
}
