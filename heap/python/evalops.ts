/** The longer instructions. Models the matching parts of Python/ceval.c. References go as each comment says. */

import * as A from '../objects/abstract.ts';
import { getAttr, noAttribute } from '../objects/attributes.ts';
import { call, callTuple, callValues } from '../objects/call.ts';
import { getItem as dictGet, getStr, insert, newDict, newPresized, setStr } from '../objects/dict.ts';
import { mergeDict } from '../objects/dictcopy.ts';
import * as E from '../objects/errors.ts';
import { EXC_CAUSE, EXC_FIRST, EXC_SUPPRESS, EXC_TRACEBACK } from '../objects/exception.ts';
import { CODE_HANDLE, F_BUILTINS, F_GLOBALS, F_LOCALS } from '../objects/frame.ts';
import * as Fn from '../objects/function.ts';
import { refuseCall } from '../objects/functionName.ts';
import * as H from '../objects/header.ts';
import { extendFromSequence, LIST_ITEMS, newList } from '../objects/list.ts';
import type { Runtime } from '../objects/runtime.ts';
import { extendFromIterable } from '../objects/sequences.ts';
import { intern, isStr, newStr, textOf } from '../objects/str.ts';
import { asciiObject, formatObject, reprObject, strObject } from '../objects/strobject.ts';
import { quoted, strText } from '../objects/text.ts';
import { newTuple, tupleFrom, tupleItem, tupleSize } from '../objects/tuple.ts';
import { isInstance, isSubtype, lookupText } from '../objects/typetools.ts';

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
function rememberName(rt: Runtime, name: number): number {
  const error = E.fetchError(rt);
  E.normalizeError(rt, error);
  if (error.value !== 0 && isInstance(rt, error.value, rt.types.exception('NameError'))) {
    if (rt.mem.ld(error.value + EXC_FIRST) === 0) rt.mem.st(error.value + EXC_FIRST, rt.incref(name));
  }
  E.restoreError(rt, error.type, error.value, error.traceback);
  return 0;
}

export function unboundLocal(rt: Runtime, name: number): number {
  const variable = textOf(rt, name);
  return E.formatError(
    rt,
    'UnboundLocalError',
    "cannot access local variable '%s' where it is not associated with a value",
    variable,
  );
}

export function unboundFree(rt: Runtime, name: number): number {
  const variable = textOf(rt, name);
  E.formatError(
    rt,
    'NameError',
    "cannot access free variable '%s' where it is not associated with a value in enclosing scope",
    variable,
  );
  return rememberName(rt, name);
}

const TOO_FEW = 'not enough values to unpack (expected %d, got %d)';
const TOO_FEW_AT_LEAST = 'not enough values to unpack (expected at least %d, got ';

/** Fills [to, to+n) with the items (new references); the last item highest. Borrows the iterable. */
export function unpack(rt: Runtime, o: number, before: number, after: number, to: number): boolean {
  const m = rt.mem;
  const record = rt.recordOf(o);
  if (record.iter === null && record.getitem === null) {
    E.formatError(rt, 'TypeError', 'cannot unpack non-iterable %.200s object', rt.tpName(rt.typeOf(o)));
    return false;
  }
  const it = A.iterate(rt, o);
  if (it === 0) return false;
  const end = to + 8 * (before + (after < 0 ? 0 : after + 1));
  for (let i = 0; i < before; i++) {
    const item = A.next(rt, it);
    if (item === 0) {
      if (!rt.failed()) {
        if (after < 0) E.formatError(rt, 'ValueError', TOO_FEW, before, i);
        else E.formatError(rt, 'ValueError', `${TOO_FEW_AT_LEAST}%d)`, before + after, i);
      }
      for (let k = 0; k < i; k++) rt.decref(m.ld(end - 8 * (k + 1)));
      rt.decref(it);
      return false;
    }
    m.st(end - 8 * (i + 1), item);
  }
  if (after < 0) {
    const item = A.next(rt, it);
    if (item === 0 && !rt.failed()) {
      rt.decref(it);
      return true;
    }
    if (item !== 0) {
      rt.decref(item);
      E.formatError(rt, 'ValueError', 'too many values to unpack (expected %d)', before);
    }
    for (let k = 0; k < before; k++) rt.decref(m.ld(end - 8 * (k + 1)));
    rt.decref(it);
    return false;
  }
  const list = newList(rt, 0);
  const extended = extendFromIterable(rt, list, it);
  if (extended) {
    const n = m.ld(list + H.OB_SIZE);
    if (n >= after) {
      m.st(end - 8 * (before + 1), list);
      for (let k = 0; k < after; k++) {
        m.st(end - 8 * (before + 2 + k), m.ld(m.ld(list + LIST_ITEMS) + 8 * (n - after + k)));
      }
      m.st(list + H.OB_SIZE, n - after);
      rt.decref(it);
      return true;
    }
    E.formatError(rt, 'ValueError', `${TOO_FEW_AT_LEAST}%zd)`, before + after, before + n);
  }
  rt.decref(list);
  for (let k = 0; k < before; k++) rt.decref(m.ld(end - 8 * (k + 1)));
  rt.decref(it);
  return false;
}

/** Takes the pieces on the stack over. */
export function makeFunction(
  rt: Runtime,
  frame: number,
  code: number,
  sp: number,
  flags: number,
): { fn: number; sp: number } {
  const m = rt.mem;
  const record = rt.codes.get(m.ld(code + CODE_HANDLE));
  const globals = m.ld(frame + F_GLOBALS);
  const first = record.code.consts[0];
  const doc = first !== undefined && first.kind === 'str' ? (record.consts[0] ?? rt.none) : rt.none;
  const moduleName = getStr(rt, globals, rt.interned.get('__name__') ?? 0);
  const fn = Fn.newFunction(
    rt,
    code,
    globals,
    m.ld(frame + F_BUILTINS),
    record.nameObject,
    record.qualnameObject,
    doc,
    moduleName,
  );
  let top = sp;
  const pop = (): number => {
    top -= 8;
    return m.ld(top);
  };
  if (flags & 8) m.st(fn + Fn.FN_CLOSURE, pop());
  if (flags & 4) m.st(fn + Fn.FN_ANNOTATIONS, pop());
  if (flags & 2) m.st(fn + Fn.FN_KWDEFAULTS, pop());
  if (flags & 1) m.st(fn + Fn.FN_DEFAULTS, pop());
  return { fn, sp: top };
}

/** n pairs key, value at `from`, borrowed. */
export function buildMap(rt: Runtime, from: number, n: number): number {
  const m = rt.mem;
  let unicode = true;
  if (n > 0 && rt.typeOf(m.ld(from)) !== rt.types.str) unicode = false;
  for (let i = 1; i < n && unicode && n > 5; i++)
    if (rt.typeOf(m.ld(from + 16 * i)) !== rt.types.str) unicode = false;
  const dict = n > 5 ? newPresized(rt, n, unicode) : newDict(rt);
  for (let i = 0; i < n; i++) {
    const key = m.ld(from + 16 * i);
    const hash = A.hashOf(rt, key);
    if ((hash === -1 && rt.failed()) || insert(rt, dict, key, m.ld(from + 16 * i + 8), hash) < 0) {
      rt.decref(dict);
      return 0;
    }
  }
  return dict;
}

export function buildConstKeyMap(rt: Runtime, keys: number, from: number): number {
  const m = rt.mem;
  const n = tupleSize(rt, keys);
  let unicode = true;
  for (let i = 0; i < n; i++) if (rt.typeOf(tupleItem(rt, keys, i)) !== rt.types.str) unicode = false;
  const dict = n > 5 ? newPresized(rt, n, unicode) : newDict(rt);
  for (let i = 0; i < n; i++) {
    const key = tupleItem(rt, keys, i);
    const hash = A.hashOf(rt, key);
    if ((hash === -1 && rt.failed()) || insert(rt, dict, key, m.ld(from + 8 * i), hash) < 0) {
      rt.decref(dict);
      return 0;
    }
  }
  return dict;
}

export function listExtend(rt: Runtime, list: number, iterable: number): boolean {
  const type = rt.typeOf(iterable);
  if (type === rt.types.list || type === rt.types.tuple) {
    extendFromSequence(rt, list, iterable, rt.mem.ld(iterable + H.OB_SIZE));
    return true;
  }
  if (extendFromIterable(rt, list, iterable)) return true;
  if (E.errorMatches(rt, 'TypeError') && rt.recordOf(iterable).iter === null) {
    E.clearError(rt);
    E.formatError(rt, 'TypeError', 'Value after * must be an iterable, not %.200s', rt.tpName(type));
  }
  return false;
}

/** `{**x}`; for calls `callable` is what is called, and a repeated key is an error. Borrows all. */
export function dictUpdate(rt: Runtime, dict: number, source: number, callable: number): boolean {
  if ((rt.flagsOf(source) & H.FLAG_DICT) === 0) {
    if (lookupText(rt, rt.typeOf(source), 'keys') !== 0) return rt.updateFromMapping(rt, dict, source);
    const keys = intern(rt, 'keys');
    noAttribute(rt, source, keys);
    rt.decref(keys);
    E.clearError(rt);
    const name = rt.tpName(rt.typeOf(source));
    if (callable === 0) E.formatError(rt, 'TypeError', "'%.200s' object is not a mapping", name);
    else refuseCall(rt, callable, '%U argument after ** must be a mapping, not %.200s', name);
    return false;
  }
  if (callable !== 0) {
    for (const [key, hash] of rt.entriesOf(rt, source)) {
      if (dictGet(rt, dict, key, hash) === 0) continue;
      E.keyNotFound(rt, key);
      E.clearError(rt);
      refuseCall(rt, callable, "%U got multiple values for keyword argument '%S'", strText(rt, key) ?? '');
      return false;
    }
  }
  return mergeDict(rt, dict, source, true) >= 0;
}

/** Arguments are borrowed; kwargs 0 or a dict. */
export function callExtended(rt: Runtime, fn: number, args: number, kwargs: number): number {
  const m = rt.mem;
  const n = tupleSize(rt, args);
  const pairs = kwargs === 0 ? [] : rt.entriesOf(rt, kwargs);
  if (pairs.length === 0) return callTuple(rt, fn, args);
  const stack = rt.alloc.malloc(8 * (n + pairs.length + 1));
  for (let i = 0; i < n; i++) m.st(stack + 8 + 8 * i, rt.incref(tupleItem(rt, args, i)));
  const names = newTuple(rt, pairs.length);
  pairs.forEach(([key, , value], i) => {
    m.st(names + 24 + 8 * i, rt.incref(key));
    m.st(stack + 8 + 8 * (n + i), rt.incref(value));
  });
  const named = pairs.every(([key]) => isStr(rt, key));
  if (!named) E.setError(rt, 'TypeError', 'keywords must be strings');
  const result = named ? call(rt, fn, stack + 8, n, names) : 0;
  const total = n + pairs.length;
  rt.decref(names);
  for (let i = 0; i < total; i++) rt.decref(m.ld(stack + 8 + 8 * i));
  rt.alloc.free(stack);
  return result;
}

/** Sets the exception of a raise statement; takes both over (0 = absent). Models `do_raise`. */
export function raise(rt: Runtime, exception: number, cause: number): boolean {
  const m = rt.mem;
  if (exception === 0) {
    const value = E.handledException(rt);
    if (value === 0) {
      E.setError(rt, 'RuntimeError', 'No active exception to reraise');
      return false;
    }
    const tb = m.ld(value + EXC_TRACEBACK);
    E.restoreError(rt, rt.incref(rt.typeOf(value)), rt.incref(value), tb === 0 ? 0 : rt.incref(tb));
    return true;
  }
  let type = exception;
  let value = exception;
  if (E.isExceptionClass(rt, exception)) {
    value = callValues(rt, exception, []);
    if (value === 0) {
      rt.decref(exception);
      rt.xdecref(cause);
      return false;
    }
  } else if (E.isExceptionInstance(rt, exception)) type = rt.incref(rt.typeOf(exception));
  else {
    rt.decref(exception);
    rt.xdecref(cause);
    E.setError(rt, 'TypeError', 'exceptions must derive from BaseException');
    return false;
  }
  if (cause !== 0) {
    let fixed = 0;
    if (E.isExceptionClass(rt, cause)) {
      fixed = callValues(rt, cause, []);
      rt.decref(cause);
    } else if (E.isExceptionInstance(rt, cause)) fixed = cause;
    else if (cause === rt.none) rt.decref(cause);
    else {
      rt.decref(cause);
      E.setError(rt, 'TypeError', 'exception causes must derive from BaseException');
      rt.decref(type);
      rt.decref(value);
      return false;
    }
    rt.clearField(value + EXC_CAUSE);
    m.st(value + EXC_CAUSE, fixed);
    m.st(value + EXC_SUPPRESS, 1);
  }
  E.setErrorObject(rt, type, value);
  rt.decref(value);
  rt.decref(type);
  return false;
}

/** 1, 0 or -1: does the exception match the class or tuple of classes? */
export function exceptionMatches(rt: Runtime, value: number, wanted: number): number {
  const check = (type: number): boolean => E.isExceptionClass(rt, type);
  const bad = (): number => {
    E.setError(rt, 'TypeError', 'catching classes that do not inherit from BaseException is not allowed');
    return -1;
  };
  const type = rt.typeOf(value);
  if (rt.flagsOf(wanted) & H.FLAG_TUPLE) {
    for (let i = 0; i < tupleSize(rt, wanted); i++) if (!check(tupleItem(rt, wanted, i))) return bad();
    for (let i = 0; i < tupleSize(rt, wanted); i++)
      if (isSubtype(rt, type, tupleItem(rt, wanted, i))) return 1;
    return 0;
  }
  if (!check(wanted)) return bad();
  return isSubtype(rt, type, wanted) ? 1 : 0;
}

/** Bound special method for `with`; new reference or 0. */
export function lookupSpecial(rt: Runtime, o: number, name: string): number {
  const method = lookupText(rt, rt.typeOf(o), name);
  if (method === 0) return 0;
  const get = rt.recordOf(method).descrGet;
  return get === null ? rt.incref(method) : get(rt, method, o, rt.typeOf(o));
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

/** Borrows value and spec (0 = none); `conversion` 0 none, 1 str, 2 repr, 3 ascii. */
export function formatValue(rt: Runtime, value: number, spec: number, conversion: number): number {
  let converted = value;
  if (conversion === 1) converted = strObject(rt, value);
  else if (conversion === 2) converted = reprObject(rt, value);
  else if (conversion === 3) converted = asciiObject(rt, value);
  else rt.incref(value);
  if (converted === 0) return 0;
  if (spec === 0 && rt.typeOf(converted) === rt.types.str) return converted;
  const result = formatObject(rt, converted, spec);
  rt.decref(converted);
  return result;
}

/** n borrowed strings. */
export function buildString(rt: Runtime, from: number, n: number): number {
  let text = '';
  for (let i = 0; i < n; i++) text += textOf(rt, rt.mem.ld(from + 8 * i));
  rt.work(text.length >> 6);
  return newStr(rt, text);
}

export function listToTuple(rt: Runtime, list: number): number {
  return tupleFrom(rt, rt.mem.ld(list + LIST_ITEMS), rt.mem.ld(list + H.OB_SIZE));
}

export function setupAnnotations(rt: Runtime, frame: number): void {
  const locals = rt.mem.ld(frame + F_LOCALS);
  const name = rt.interned.get('__annotations__') ?? 0;
  if (getStr(rt, locals, name) !== 0) return;
  const dict = newDict(rt);
  setStr(rt, locals, name, dict);
  rt.decref(dict);
}
