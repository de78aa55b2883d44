/** Sorting, stable. Models `list_sort_impl` as far as memory shows it: the array is detached while comparing. */

import * as A from './abstract.ts';
import { invalidKeyword } from './arguments.ts';
import { callValues } from './call.ts';
import { formatError, setError } from './errors.ts';
import * as H from './header.ts';
import { needKeywordTable } from './keywordTables.ts';
import { LIST_ALLOCATED, LIST_ITEMS } from './list.ts';
import type { Runtime } from './runtime.ts';
import { textOf } from './str.ts';
import { tupleItem, tupleSize } from './tuple.ts';

interface Pair {
  readonly key: number;
  readonly value: number;
}

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
      const truth = A.isTrue(rt, value);
      if (truth < 0) return null;
      reverse = truth === 1;
    } else {
      invalidKeyword(rt, name, 'sort');
      return null;
    }
  }
  return { key, reverse };
}

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
  const pairs: Pair[] = [];
  let ok = true;
  for (let i = 0; i < n && ok; i++) {
    const value = m.ld(items + 8 * i);
    const key = wanted.key === 0 ? value : callValues(rt, wanted.key, [value]);
    if (key === 0) ok = false;
    else pairs.push({ key, value });
  }
  let sorted: Pair[] | null = null;
  if (ok) {
    if (wanted.reverse) pairs.reverse();
    sorted = mergeSort(rt, pairs);
    if (sorted !== null && wanted.reverse) sorted.reverse();
  }
  if (wanted.key !== 0) for (const pair of pairs) rt.decref(pair.key);
  sorted?.forEach((pair, i) => {
    m.st(items + 8 * i, pair.value);
  });
  const changed = m.ld(o + LIST_ALLOCATED) !== -1;
  const left = m.ld(o + LIST_ITEMS);
  const leftSize = m.ld(o + H.OB_SIZE);
  m.st(o + H.OB_SIZE, n);
  m.st(o + LIST_ITEMS, items);
  m.st(o + LIST_ALLOCATED, allocated);
  if (left !== 0) {
    for (let i = leftSize - 1; i >= 0; i--) rt.decref(m.ld(left + 8 * i));
    rt.alloc.free(left);
  }
  if (sorted !== null && changed) return setError(rt, 'ValueError', 'list modified during sort');
  return sorted === null ? 0 : rt.newNone();
}

/** null = a comparison raised. */
function mergeSort(rt: Runtime, pairs: readonly Pair[]): Pair[] | null {
  if (pairs.length < 2) return [...pairs];
  const middle = pairs.length >> 1;
  const left = mergeSort(rt, pairs.slice(0, middle));
  if (left === null) return null;
  const right = mergeSort(rt, pairs.slice(middle));
  if (right === null) return null;
  const out: Pair[] = [];
  let i = 0;
  let j = 0;
  while (i < left.length && j < right.length) {
    const a = left[i];
    const b = right[j];
    if (a === undefined || b === undefined) break;
    rt.work(1);
    const less = A.compareTruth(rt, b.key, a.key, A.LT);
    if (less < 0) return null;
    if (less === 1) {
      out.push(b);
      j++;
    } else {
      out.push(a);
      i++;
    }
  }
  for (; i < left.length; i++) out.push(left[i] ?? { key: 0, value: 0 });
  for (; j < right.length; j++) out.push(right[j] ?? { key: 0, value: 0 });
  return out;
}
