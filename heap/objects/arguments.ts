/** Checking the arguments of built-ins, with CPython's messages. Models Python/getargs.c. */
import { asIndex } from './abstract.ts';
import { formatError } from './errors.ts';
import { type KeywordFunction, needKeywordTable } from './keywordTables.ts';
import type { Runtime } from './runtime.ts';
import { isStr, textOf } from './str.ts';
import { tupleItem, tupleSize } from './tuple.ts';

function plural(n: number): string {
  return n === 1 ? 'argument' : 'arguments';
}

/** `_PyArg_CheckPositional`. */
export function positional(rt: Runtime, name: string, nargs: number, least: number, most: number): boolean {
  if (nargs >= least && nargs <= most) return true;
  const bound = nargs < least ? least : most;
  const how = least === most ? '' : nargs < least ? 'at least ' : 'at most ';
  formatError(rt, 'TypeError', `${name} expected ${how}${bound} ${plural(bound)}, got ${nargs}`, 44);
  return false;
}

/** `PyArg_ParseTuple` and its kind. */
export function parsed(rt: Runtime, name: string, nargs: number, least: number, most: number): boolean {
  if (nargs >= least && nargs <= most) return true;
  const bound = nargs < least ? least : most;
  const how = least === most ? 'exactly' : nargs < least ? 'at least' : 'at most';
  formatError(rt, 'TypeError', `${name}() takes ${how} ${bound} ${plural(bound)} (${nargs} given)`, 44);
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

/** The same without a table that stays. Models `PyArg_ParseTupleAndKeywords`. */
export function keywordArguments(
  rt: Runtime,
  fn: string,
  names: readonly string[],
  required: number,
  args: number,
  nargs: number,
  kw: number,
): number[] | null {
  const given = nargs + (kw === 0 ? 0 : tupleSize(rt, kw));
  if (given > names.length) {
    const what = kw === 0 ? '' : nargs === 0 ? 'keyword ' : '';
    const text = `${fn}() takes at most ${names.length} ${what}${plural(names.length)} (${given} given)`;
    formatError(rt, 'TypeError', text, 58);
    return null;
  }
  const values = names.map((_, i) => (i < nargs ? rt.mem.ld(args + 8 * i) : 0));
  for (let k = 0; kw !== 0 && k < tupleSize(rt, kw); k++) {
    const name = textOf(rt, tupleItem(rt, kw, k));
    const at = name === '' ? -1 : names.indexOf(name);
    if (at < 0) {
      formatError(rt, 'TypeError', `'${name}' is an invalid keyword argument for ${fn}()`, 50);
      return null;
    }
    if (at < nargs) {
      const text = `argument for ${fn}() given by name ('${name}') and position (${at + 1})`;
      formatError(rt, 'TypeError', text, 62);
      return null;
    }
    values[at] = rt.mem.ld(args + 8 * (nargs + k));
  }
  for (let i = 0; i < required; i++) {
    if (values[i] === 0 && names[i] === '') {
      const least = names.filter((name, k) => name === '' && k < required).length;
      const how = required < names.length ? 'at least' : 'exactly';
      const text = `${fn}() takes ${how} ${least} positional ${plural(least)} (${nargs} given)`;
      formatError(rt, 'TypeError', text, 57);
      return null;
    }
    if (values[i] === 0) {
      formatError(rt, 'TypeError', `${fn}() missing required argument '${names[i]}' (pos ${i + 1})`, 50);
      return null;
    }
  }
  return values;
}

/** Text of an argument that must be a str; null = an exception is set. */
export function textArgument(rt: Runtime, fn: string, which: string, o: number): string | null {
  if (isStr(rt, o)) return textOf(rt, o);
  formatError(rt, 'TypeError', `${fn}() ${which} must be str, not ${rt.typeName(rt.typeOf(o))}`, 50);
  return null;
}

/** A bound of a search: None or nothing = the default, otherwise clipped. Models `_PyEval_SliceIndex`. */
export function sliceBound(rt: Runtime, o: number, otherwise: number): number | null {
  if (o === 0 || o === rt.none) return otherwise;
  if (rt.recordOf(o).index === null) {
    const text = 'slice indices must be integers or None or have an __index__ method';
    formatError(rt, 'TypeError', text, text.length);
    return null;
  }
  return asIndex(rt, o, null);
}
