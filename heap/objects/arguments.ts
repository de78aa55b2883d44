/** Checking the arguments of built-ins, with CPython's messages. Models Python/getargs.c. */
import { asIndex } from './abstract.ts';
import { formatError } from './errors.ts';
import { type KeywordFunction, needKeywordTable } from './keywordTables.ts';
import type { Runtime } from './runtime.ts';
import { isStr, newStr, textOf } from './str.ts';
import { tupleItem, tupleSize } from './tuple.ts';

/** `_PyArg_CheckPositional`. */
export function positional(rt: Runtime, name: string, nargs: number, least: number, most: number): boolean {
  if (nargs >= least && nargs <= most) return true;
  const bound = nargs < least ? least : most;
  const how = least === most ? '' : nargs < least ? 'at least ' : 'at most ';
  const s = bound === 1 ? '' : 's';
  formatError(rt, 'TypeError', '%.200s expected %s%zd argument%s, got %zd', name, how, bound, s, nargs);
  return false;
}

/** `PyArg_ParseTuple` and its kind. */
export function parsed(rt: Runtime, name: string, nargs: number, least: number, most: number): boolean {
  if (nargs >= least && nargs <= most) return true;
  const bound = nargs < least ? least : most;
  const how = least === most ? 'exactly' : nargs < least ? 'at least' : 'at most';
  const s = bound === 1 ? '' : 's';
  const format = '%.150s%s takes %s %d argument%s (%zd given)';
  formatError(rt, 'TypeError', format, name, '()', how, bound, s, nargs);
  return false;
}

/**
 * Values (borrowed, 0 = not given) for names ('' = by position only), the first `required` of which must be there.
 * null = an exception is set. Models `_PyArg_UnpackKeywords`.
 */
export function named(
  rt: Runtime,
  which: KeywordFunction,
  names: readonly string[],
  required: number,
  args: number,
  nargs: number,
  kw: number,
): number[] | null {
  const given = nargs + (kw === 0 ? 0 : tupleSize(rt, kw));
  if (given !== nargs || nargs < required || nargs > names.length) {
    const kept = names.filter((name) => name !== '');
    needKeywordTable(rt, which, kept);
  }
  return keywordArguments(rt, which.slice(which.indexOf('.') + 1), names, required, args, nargs, kw);
}

/**
 * The same without a table that stays: every name that is looked for becomes a str for that. Models
 * `PyArg_ParseTupleAndKeywords`.
 */
export function searchedKeywords(
  rt: Runtime,
  fn: string,
  names: readonly string[],
  required: number,
  args: number,
  nargs: number,
  kw: number,
): number[] | null {
  const given = kw === 0 ? 0 : tupleSize(rt, kw);
  if (nargs + given > names.length) return tooMany(rt, fn, names.length, nargs, nargs + given);
  const keywords = Array.from({ length: given }, (_, k) => textOf(rt, tupleItem(rt, kw, k)));
  const lookUp = (name: string): number => {
    rt.decref(newStr(rt, name));
    const at = keywords.indexOf(name);
    return at < 0 ? 0 : rt.mem.ld(args + 8 * (nargs + at));
  };
  const values = names.map(() => 0);
  let left = given;
  for (const [i, name] of names.entries()) {
    const value = i < nargs ? rt.mem.ld(args + 8 * i) : left > 0 ? lookUp(name) : 0;
    values[i] = value;
    if (value !== 0) {
      if (i >= nargs) left--;
    } else if (i < required) {
      const format = "%.200s%s missing required argument '%s' (pos %d)";
      formatError(rt, 'TypeError', format, fn, '()', name, i + 1);
      return null;
    } else if (left === 0) return values;
  }
  if (left === 0) return values;
  for (const [i, name] of names.slice(0, nargs).entries()) {
    if (lookUp(name) === 0) continue;
    const format = "argument for %.200s%s given by name ('%s') and position (%d)";
    formatError(rt, 'TypeError', format, fn, '()', name, i + 1);
    return null;
  }
  const stranger = keywords.find((keyword) => !names.includes(keyword)) ?? '';
  formatError(rt, 'TypeError', "'%U' is an invalid keyword argument for %.200s%s", stranger, fn, '()');
  return null;
}

function tooMany(rt: Runtime, fn: string, most: number, nargs: number, given: number): null {
  const what = nargs === 0 ? 'keyword ' : '';
  const s = most === 1 ? '' : 's';
  const format = '%.200s%s takes at most %d %sargument%s (%zd given)';
  formatError(rt, 'TypeError', format, fn, '()', most, what, s, given);
  return null;
}

function keywordArguments(
  rt: Runtime,
  fn: string,
  names: readonly string[],
  required: number,
  args: number,
  nargs: number,
  kw: number,
): number[] | null {
  const given = nargs + (kw === 0 ? 0 : tupleSize(rt, kw));
  if (given > names.length) return tooMany(rt, fn, names.length, nargs, given);
  const values = names.map((_, i) => (i < nargs ? rt.mem.ld(args + 8 * i) : 0));
  for (let k = 0; kw !== 0 && k < tupleSize(rt, kw); k++) {
    const name = textOf(rt, tupleItem(rt, kw, k));
    const at = name === '' ? -1 : names.indexOf(name);
    if (at < 0) {
      invalidKeyword(rt, name, fn);
      return null;
    }
    if (at < nargs) {
      const format = "argument for %.200s%s given by name ('%U') and position (%d)";
      formatError(rt, 'TypeError', format, fn, '()', name, at + 1);
      return null;
    }
    values[at] = rt.mem.ld(args + 8 * (nargs + k));
  }
  for (let i = 0; i < required; i++) {
    if (values[i] === 0 && names[i] === '') {
      const least = names.filter((name, k) => name === '' && k < required).length;
      const how = required < names.length ? 'at least' : 'exactly';
      const s = least === 1 ? '' : 's';
      const format = '%.200s%s takes %s %d positional argument%s (%zd given)';
      formatError(rt, 'TypeError', format, fn, '()', how, least, s, nargs);
      return null;
    }
    if (values[i] === 0) {
      const format = "%.200s%s missing required argument '%U' (pos %d)";
      formatError(rt, 'TypeError', format, fn, '()', names[i] ?? '', i + 1);
      return null;
    }
  }
  return values;
}

/** Text of an argument that must be a str; null = an exception is set. */
export function textArgument(rt: Runtime, fn: string, which: string, o: number): string | null {
  if (isStr(rt, o)) return textOf(rt, o);
  badArgument(rt, fn, which, 'str', o);
  return null;
}

/** `_PyArg_BadArgument`. */
export function badArgument(rt: Runtime, fn: string, which: string, wanted: string, o: number): void {
  const given = o === rt.none ? 'None' : rt.tpName(rt.typeOf(o));
  formatError(rt, 'TypeError', '%.200s() %.200s must be %.50s, not %.50s', fn, which, wanted, given);
}

/** `error_unexpected_keyword_arg`. Returns 0. */
export function invalidKeyword(rt: Runtime, keyword: string, fn: string): number {
  return formatError(rt, 'TypeError', "'%S' is an invalid keyword argument for %.200s%s", keyword, fn, '()');
}

/** A bound of a search: None or nothing = the default, otherwise clipped. Models `_PyEval_SliceIndex`. */
export function sliceBound(rt: Runtime, o: number, otherwise: number): number | null {
  if (o === 0 || o === rt.none) return otherwise;
  if (rt.recordOf(o).index === null) {
    formatError(rt, 'TypeError', 'slice indices must be integers or None or have an __index__ method');
    return null;
  }
  return asIndex(rt, o, null);
}
