/** `list.sort`. Models Objects/listobject.c `list_sort_impl`: the array is detached while keys are made and compared. */
import * as A from './abstract.ts';
import { invalidKeyword } from './arguments.ts';
import { callValues } from './call.ts';
import { formatError, setError } from './errors.ts';
import * as H from './header.ts';
import { needKeywordTable } from './keywordTables.ts';
import { LIST_ALLOCATED, LIST_ITEMS } from './list.ts';
import type { Runtime } from './runtime.ts';
import { textOf } from './str.ts';
import { lessThan, timsort } from './timsort.ts';
import { tupleItem, tupleSize } from './tuple.ts';

/** Reads `key` and `reverse`; false = an exception is set. */
function options(
  rt: Runtime,
  args: number,
  nargs: number,
  kw: number,
): { key: number; reverse: boolean } | null {
  let key = 0;
  let reverse = false;
  const n = kw === 0 ? 0 : tupleSize(rt, kw);
  if (n > 0) needKeywordTable(rt, 'list.sort', ['key', 'reverse']);
  for (let i = 0; i < n; i++) {
    const name = textOf(rt, tupleItem(rt, kw, i));
    const value = rt.mem.ld(args + 8 * (nargs + i));
    if (name === 'key') key = value === rt.none ? 0 : value;
    else if (name === 'reverse') {
      const number = A.asIndex(rt, value, 'OverflowError');
      if (number === null) return null;
      reverse = number !== 0;
    } else {
      invalidKeyword(rt, name, 'sort');
      return null;
    }
  }
  return { key, reverse };
}

/** Fewer keys than this lie in the merge's own room on the C stack. */
const KEYS_ON_STACK = 128;

export function sortList(rt: Runtime, o: number, args: number, nargs: number, kw: number): number {
  const m = rt.mem;
  if (nargs > 0) {
    needKeywordTable(rt, 'list.sort', ['key', 'reverse']);
    return formatError(rt, 'TypeError', '%.200s%s takes no positional arguments', 'sort', '()');
  }
  const wanted = options(rt, args, nargs, kw);
  if (wanted === null) return 0;
  const n = m.ld(o + H.OB_SIZE);
  const items = m.ld(o + LIST_ITEMS);
  const allocated = m.ld(o + LIST_ALLOCATED);
  m.st(o + H.OB_SIZE, 0);
  m.st(o + LIST_ITEMS, 0);
  m.st(o + LIST_ALLOCATED, -1);
  const values = Array.from({ length: n }, (_, i) => m.ld(items + 8 * i));
  let succeeded = false;
  if (wanted.key === 0) succeeded = sortRun(rt, values, null, wanted.reverse, () => undefined);
  else {
    const block = n >= KEYS_ON_STACK ? rt.alloc.malloc(8 * n) : 0;
    const keys = keysOf(rt, values, wanted.key);
    const dropKeys = (): void => {
      for (const key of keys ?? []) rt.decref(key);
      if (block !== 0) rt.alloc.free(block);
    };
    if (keys !== null) succeeded = sortRun(rt, keys, values, wanted.reverse, dropKeys);
    else dropKeys();
  }
  if (succeeded && m.ld(o + LIST_ALLOCATED) !== -1) {
    setError(rt, 'ValueError', 'list modified during sort');
    succeeded = false;
  }
  values.forEach((value, i) => {
    m.st(items + 8 * i, value);
  });
  const left = m.ld(o + LIST_ITEMS);
  const leftSize = m.ld(o + H.OB_SIZE);
  m.st(o + H.OB_SIZE, n);
  m.st(o + LIST_ITEMS, items);
  m.st(o + LIST_ALLOCATED, allocated);
  if (left !== 0) {
    for (let i = leftSize - 1; i >= 0; i--) rt.decref(m.ld(left + 8 * i));
    rt.alloc.free(left);
  }
  return succeeded ? rt.newNone() : 0;
}

/** New references; null = the function raised, what it made before is released. */
function keysOf(rt: Runtime, values: readonly number[], fn: number): number[] | null {
  const keys: number[] = [];
  for (const value of values) {
    const key = callValues(rt, fn, [value]);
    if (key === 0) {
      for (const made of keys.reverse()) rt.decref(made);
      return null;
    }
    keys.push(key);
  }
  return keys;
}

/** Sorts in place, as far as it gets; false = a comparison raised. Backwards, equal ones keep their order. */
function sortRun(
  rt: Runtime,
  keys: number[],
  values: number[] | null,
  reverse: boolean,
  dropKeys: () => void,
): boolean {
  let done = true;
  if (reverse) {
    keys.reverse();
    values?.reverse();
  }
  if (keys.length > 1) done = timsort(rt, keys, values, lessThan(rt, keys), dropKeys);
  else dropKeys();
  if (reverse) (values ?? keys).reverse();
  return done;
}
