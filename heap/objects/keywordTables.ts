/**
 * The tuple of names that a built-in function with keywords makes when it first has to sort its arguments by name, and
 * keeps for good. Models Python/getargs.c `parser_init`, `new_kwtuple`.
 */
import * as L from '../memory/layout.ts';
import type { Runtime } from './runtime.ts';
import { freshStr, staticInterned } from './str.ts';
import { newTuple } from './tuple.ts';

/** The place of a function in this list is the place of its tuple in memory. */
const FUNCTIONS = [
  'list.sort',
  'sum',
  'int',
  'str',
  'str.split',
  'str.rsplit',
  'str.splitlines',
  'str.encode',
  'str.expandtabs',
  'bytes',
  'bytes.split',
  'bytes.rsplit',
  'bytes.decode',
  'bytes.hex',
  'round',
  'pow',
  'int.to_bytes',
  'int.from_bytes',
  'gc.collect',
  'gc.get_objects',
  'property',
] as const;

export type KeywordFunction = (typeof FUNCTIONS)[number];

/** Names without those that are positional only. */
export function needKeywordTable(rt: Runtime, fn: KeywordFunction, names: readonly string[]): void {
  const m = rt.mem;
  const at = L.KEYWORD_TABLES + 8 * FUNCTIONS.indexOf(fn);
  if (m.ld(at) !== 0) return;
  const tuple = newTuple(rt, names.length);
  names.forEach((name, i) => {
    rt.decref(freshStr(rt, name));
    m.st(tuple + 24 + 8 * i, rt.incref(staticInterned(rt, name)));
  });
  m.st(at, tuple);
}

/** What the tables refer to, 0 where there is none yet. */
export function keywordTables(rt: Runtime): number[] {
  return FUNCTIONS.map((_, i) => rt.mem.ld(L.KEYWORD_TABLES + 8 * i));
}
