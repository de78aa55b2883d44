/**
 * From a call's arguments to a frame. Models Python/ceval.c `initialize_locals`, `_PyEvalFramePushAndInit`,
 * `_PyEval_Vector`, and the sentences of `missing_arguments`, `too_many_positional`.
 */
import * as L from '../memory/layout.ts';
import { CO_VARARGS, CO_VARKEYWORDS } from '../objects/code.ts';
import type { CodeRecord } from '../objects/codeRecord.ts';
import { getStr, newDict, setStr } from '../objects/dict.ts';
import { formatError, recursionError } from '../objects/errors.ts';
import { clearFrame, codeOf, F_SLOTS, F_STACKTOP, initFrame, pushFrame } from '../objects/frame.ts';
import { fromFormat } from '../objects/fromFormat.ts';
import { FN_CODE, FN_DEFAULTS, FN_KWDEFAULTS, FN_QUALNAME } from '../objects/function.ts';
import { append, assignSlice, LIST_ITEMS, newList } from '../objects/list.ts';
import type { Runtime } from '../objects/runtime.ts';
import { newStr, strEquals, textOf } from '../objects/str.ts';
import { newTuple, tupleItem, tupleSize } from '../objects/tuple.ts';

/**
 * Frame for calling fn with arguments that lie in memory and whose references are taken over, as is that to fn.
 * 0 = an exception is set and everything was released.
 */
export function frameForCall(
  rt: Runtime,
  fn: number,
  locals: number,
  args: number,
  nargs: number,
  kw: number,
): number {
  const m = rt.mem;
  const record = codeOf(rt, m.ld(fn + FN_CODE));
  const frame = m.ld(L.RECURSION) >= rt.recursionLimit ? 0 : pushFrame(rt, record.slots);
  if (frame === 0) {
    recursionError(rt);
    dropArguments(rt, args, nargs + (kw === 0 ? 0 : tupleSize(rt, kw)));
    rt.decref(fn);
    return 0;
  }
  initFrame(rt, frame, fn, locals, record);
  const slots = frame + F_SLOTS;
  const total = record.locals;
  if (kw === 0 && nargs === record.exactArguments) {
    for (let i = 0; i < nargs; i++) m.st(slots + 8 * i, m.ld(args + 8 * i));
    for (let i = nargs; i < total; i++) m.st(slots + 8 * i, 0);
    return frame;
  }
  m.zero(slots, 8 * total);
  if (bind(rt, fn, record, slots, args, nargs, kw)) return frame;
  m.st(frame + F_STACKTOP, total);
  clearFrame(rt, frame);
  m.st(L.STACK_TOP, frame);
  return 0;
}

function dropArguments(rt: Runtime, args: number, n: number): void {
  for (let i = 0; i < n; i++) rt.decref(rt.mem.ld(args + 8 * i));
}

/** Releases what is left of the arguments when binding fails. */
function fail(rt: Runtime, args: number, from: number, to: number): false {
  for (let i = from; i < to; i++) rt.decref(rt.mem.ld(args + 8 * i));
  return false;
}

function bind(
  rt: Runtime,
  fn: number,
  record: CodeRecord,
  slots: number,
  args: number,
  nargs: number,
  kw: number,
): boolean {
  const m = rt.mem;
  const code = record.code;
  const named = code.argcount + code.kwonlyargcount;
  const varargs = (code.flags & CO_VARARGS) !== 0;
  let keywords = 0;
  if (code.flags & CO_VARKEYWORDS) {
    keywords = newDict(rt);
    m.st(slots + 8 * (named + (varargs ? 1 : 0)), keywords);
  }
  const direct = Math.min(nargs, code.argcount);
  for (let i = 0; i < direct; i++) m.st(slots + 8 * i, m.ld(args + 8 * i));
  const extra = nargs - direct;
  if (varargs) {
    const tuple = newTuple(rt, extra);
    for (let i = 0; i < extra; i++) m.st(tuple + 24 + 8 * i, m.ld(args + 8 * (direct + i)));
    m.st(slots + 8 * named, tuple);
  } else if (extra > 0) for (let i = direct; i < nargs; i++) rt.decref(m.ld(args + 8 * i));
  if (kw !== 0 && !bindKeywords(rt, fn, record, slots, args, nargs, kw, keywords)) return false;
  if (extra > 0 && !varargs) return tooMany(rt, fn, record, slots, nargs);
  return fillDefaults(rt, fn, record, slots, nargs);
}

function bindKeywords(
  rt: Runtime,
  fn: number,
  record: CodeRecord,
  slots: number,
  args: number,
  nargs: number,
  kw: number,
  keywords: number,
): boolean {
  const m = rt.mem;
  const code = record.code;
  const named = code.argcount + code.kwonlyargcount;
  const n = tupleSize(rt, kw);
  for (let k = 0; k < n; k++) {
    const name = tupleItem(rt, kw, k);
    const value = m.ld(args + 8 * (nargs + k));
    let at = -1;
    for (let i = code.posonlyargcount; i < named && at < 0; i++) {
      const parameter = record.varnames[i] ?? 0;
      if (parameter === name || strEquals(rt, parameter, name)) at = i;
    }
    if (at < 0) {
      if (keywords === 0) {
        if (positionalOnly(rt, fn, record, kw)) return fail(rt, args, nargs + k, nargs + n);
        formatError(
          rt,
          'TypeError',
          "%U() got an unexpected keyword argument '%S'",
          qualname(rt, fn),
          textOf(rt, name),
        );
        return fail(rt, args, nargs + k, nargs + n);
      }
      setStr(rt, keywords, name, value);
      rt.decref(value);
      continue;
    }
    if (m.ld(slots + 8 * at) !== 0) {
      formatError(
        rt,
        'TypeError',
        "%U() got multiple values for argument '%S'",
        qualname(rt, fn),
        textOf(rt, name),
      );
      return fail(rt, args, nargs + k, nargs + n);
    }
    m.st(slots + 8 * at, value);
  }
  return true;
}

/** Models `positional_only_passed_as_keyword`. */
function positionalOnly(rt: Runtime, fn: number, record: CodeRecord, kw: number): boolean {
  if (record.code.posonlyargcount === 0) return false;
  // The names are collected in a list and joined; one alone is its own joint text.
  const list = newList(rt, 0);
  const wrong: number[] = [];
  for (let i = 0; i < record.code.posonlyargcount; i++) {
    const parameter = record.varnames[i] ?? 0;
    for (let k = 0; k < tupleSize(rt, kw); k++)
      if (strEquals(rt, tupleItem(rt, kw, k), parameter)) wrong.push(tupleItem(rt, kw, k));
  }
  for (const name of wrong) append(rt, list, name);
  if (wrong.length === 0) {
    rt.decref(list);
    return false;
  }
  const comma = newStr(rt, ', ');
  const text = wrong.map((name) => textOf(rt, name)).join(', ');
  const joined = wrong.length === 1 ? rt.incref(rt.mem.ld(rt.mem.ld(list + LIST_ITEMS))) : newStr(rt, text);
  rt.decref(comma);
  const format = "%U() got some positional-only arguments passed as keyword arguments: '%U'";
  formatError(rt, 'TypeError', format, qualname(rt, fn), text);
  rt.decref(joined);
  rt.decref(list);
  return true;
}

function qualname(rt: Runtime, fn: number): string {
  return textOf(rt, rt.mem.ld(fn + FN_QUALNAME));
}

function tooMany(rt: Runtime, fn: number, record: CodeRecord, slots: number, given: number): false {
  const { argcount, kwonlyargcount } = record.code;
  let kwGiven = 0;
  for (let i = argcount; i < argcount + kwonlyargcount; i++) if (rt.mem.ld(slots + 8 * i) !== 0) kwGiven++;
  const defaults = rt.mem.ld(fn + FN_DEFAULTS);
  const optional = defaults === 0 ? 0 : tupleSize(rt, defaults);
  const plural = optional > 0 ? true : argcount !== 1;
  const takes = optional > 0 ? `from ${argcount - optional} to ${argcount}` : String(argcount);
  const more =
    kwGiven > 0
      ? ` positional argument${given !== 1 ? 's' : ''} (and ${kwGiven} keyword-only argument${kwGiven !== 1 ? 's' : ''})`
      : '';
  const was = given === 1 && kwGiven === 0 ? 'was' : 'were';
  const sig =
    optional > 0
      ? fromFormat(rt, 'from %zd to %zd', [argcount - optional, argcount])
      : fromFormat(rt, '%zd', [argcount]);
  const kwFormat = ' positional argument%s (and %zd keyword-only argument%s)';
  const kwSig =
    kwGiven > 0 ? fromFormat(rt, kwFormat, [given !== 1 ? 's' : '', kwGiven, kwGiven !== 1 ? 's' : '']) : 0;
  formatError(
    rt,
    'TypeError',
    '%U() takes %U positional argument%s but %zd%U %s given',
    qualname(rt, fn),
    takes,
    plural ? 's' : '',
    given,
    more,
    was,
  );
  rt.decref(sig);
  rt.xdecref(kwSig);
  return false;
}

function fillDefaults(rt: Runtime, fn: number, record: CodeRecord, slots: number, nargs: number): boolean {
  const m = rt.mem;
  const { argcount, kwonlyargcount } = record.code;
  if (nargs < argcount) {
    const defaults = m.ld(fn + FN_DEFAULTS);
    const count = defaults === 0 ? 0 : tupleSize(rt, defaults);
    const first = argcount - count;
    const missing: string[] = [];
    for (let i = nargs; i < first; i++)
      if (m.ld(slots + 8 * i) === 0) missing.push(textOf(rt, record.varnames[i] ?? 0));
    if (missing.length > 0) return missingArguments(rt, fn, missing, 'positional');
    for (let i = Math.max(nargs, first); i < argcount; i++) {
      if (m.ld(slots + 8 * i) === 0) m.st(slots + 8 * i, rt.incref(tupleItem(rt, defaults, i - first)));
    }
  }
  if (kwonlyargcount > 0) {
    const missing: string[] = [];
    const defaults = m.ld(fn + FN_KWDEFAULTS);
    for (let i = argcount; i < argcount + kwonlyargcount; i++) {
      if (m.ld(slots + 8 * i) !== 0) continue;
      const name = record.varnames[i] ?? 0;
      const value = defaults === 0 ? 0 : getStr(rt, defaults, name);
      if (value !== 0) m.st(slots + 8 * i, rt.incref(value));
      else missing.push(textOf(rt, name));
    }
    if (missing.length > 0) return missingArguments(rt, fn, missing, 'keyword-only');
  }
  return true;
}

function missingArguments(rt: Runtime, fn: number, names: readonly string[], kind: string): false {
  const n = names.length;
  const list = newList(rt, n);
  names.forEach((name, i) => {
    rt.mem.st(rt.mem.ld(list + LIST_ITEMS) + 8 * i, newStr(rt, `'${name}'`));
  });
  const joined = enumeration(rt, list, n);
  const s = n === 1 ? '' : 's';
  const format = '%U() missing %i required %s argument%s: %U';
  formatError(rt, 'TypeError', format, qualname(rt, fn), n, kind, s, textOf(rt, joined));
  rt.decref(joined);
  rt.decref(list);
  return false;
}

/** `a`, `a and b`, `a, b, and c` as a new string. Models `format_missing`. */
function enumeration(rt: Runtime, list: number, n: number): number {
  const item = (i: number): string => textOf(rt, rt.mem.ld(rt.mem.ld(list + LIST_ITEMS) + 8 * i));
  if (n === 1) return rt.incref(rt.mem.ld(rt.mem.ld(list + LIST_ITEMS)));
  if (n === 2) return fromFormat(rt, '%U and %U', [item(0), item(1)]);
  const tail = fromFormat(rt, ', %U, and %U', [item(n - 2), item(n - 1)]);
  assignSlice(rt, list, n - 2, n, 0, 0);
  const rest = Array.from({ length: n - 2 }, (_, i) => item(i)).join(', ');
  const head = n === 3 ? rt.incref(rt.mem.ld(rt.mem.ld(list + LIST_ITEMS))) : newStr(rt, rest);
  const whole = newStr(rt, rest + textOf(rt, tail));
  rt.decref(head);
  rt.decref(tail);
  return whole;
}
