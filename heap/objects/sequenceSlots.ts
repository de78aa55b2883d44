/** What list and tuple do alike: repr, comparison, search, positions. Models Objects/listobject.c, tupleobject.c. */
import * as A from './abstract.ts';
import { checkCount } from './argumentCount.ts';
import { formatError, setError, setListIndexError } from './errors.ts';
import * as H from './header.ts';
import { newInt } from './int.ts';
import * as Li from './list.ts';
import type { TypeRecord } from './record.ts';
import { enterRepr, leaveRepr } from './reprStack.ts';
import type { Runtime } from './runtime.ts';
import { reprObject } from './strobject.ts';
import { reprText } from './text.ts';

export const arg = (rt: Runtime, args: number, i: number): number => rt.mem.ld(args + 8 * i);

export function items(rt: Runtime, o: number): number {
  return rt.kindOf(o) === H.KIND.list ? rt.mem.ld(o + Li.LIST_ITEMS) : o + 24;
}

export function sequenceRepr(rt: Runtime, o: number, open: string, close: string): string | null {
  const m = rt.mem;
  if (m.ld(o + H.OB_SIZE) === 0) return open + close;
  if (!enterRepr(rt, o)) return `${open}...${close}`;
  const parts: string[] = [];
  for (let i = 0; i < m.ld(o + H.OB_SIZE); i++) {
    const item = rt.incref(m.ld(items(rt, o) + 8 * i));
    const text = reprText(rt, item);
    rt.decref(item);
    if (text === null) {
      leaveRepr(rt, o);
      return null;
    }
    parts.push(text);
  }
  leaveRepr(rt, o);
  return parts.length === 1 && open === '(' ? `(${parts[0]},)` : open + parts.join(', ') + close;
}

export function sequenceCompare(flag: number): NonNullable<TypeRecord['compare']> {
  return (rt, a, b, op) => {
    if ((rt.flagsOf(a) & rt.flagsOf(b) & flag) === 0) return rt.incref(rt.notImplemented);
    const m = rt.mem;
    if (flag === H.FLAG_LIST && m.ld(a + H.OB_SIZE) !== m.ld(b + H.OB_SIZE)) {
      if (op === A.EQ) return rt.bool(false);
      if (op === A.NE) return rt.bool(true);
    }
    let i = 0;
    for (; i < m.ld(a + H.OB_SIZE) && i < m.ld(b + H.OB_SIZE); i++) {
      const x = m.ld(items(rt, a) + 8 * i);
      const y = m.ld(items(rt, b) + 8 * i);
      if (x === y) continue;
      rt.incref(x);
      rt.incref(y);
      const same = A.compareTruth(rt, x, y, A.EQ);
      rt.decref(x);
      rt.decref(y);
      if (same < 0) return 0;
      if (same === 0) break;
    }
    const na = m.ld(a + H.OB_SIZE);
    const nb = m.ld(b + H.OB_SIZE);
    if (i >= na || i >= nb) {
      const order = na - nb;
      const truths = [order < 0, order <= 0, order === 0, order !== 0, order > 0, order >= 0];
      return rt.bool(truths[op] ?? false);
    }
    if (op === A.EQ) return rt.bool(false);
    if (op === A.NE) return rt.bool(true);
    return A.compare(rt, m.ld(items(rt, a) + 8 * i), m.ld(items(rt, b) + 8 * i), op);
  };
}

export function sequenceContains(rt: Runtime, o: number, item: number): number {
  const m = rt.mem;
  for (let i = 0; i < m.ld(o + H.OB_SIZE); i++) {
    const x = rt.incref(m.ld(items(rt, o) + 8 * i));
    const same = A.compareTruth(rt, x, item, A.EQ);
    rt.decref(x);
    if (same !== 0) return same;
  }
  return 0;
}

export const LIST_INDEX = 'list index out of range';

/** Position for an index key, -1 = an exception is set. */
export function position(rt: Runtime, o: number, key: number, what: string, message: string): number {
  if (rt.recordOf(key).index === null) {
    formatError(
      rt,
      'TypeError',
      `${what} indices must be integers or slices, not %.200s`,
      rt.tpName(rt.typeOf(key)),
    );
    return -1;
  }
  const given = A.asIndex(rt, key, 'IndexError');
  if (given === null) return -1;
  const n = rt.mem.ld(o + H.OB_SIZE);
  const at = given < 0 ? given + n : given;
  if (at < 0 || at >= n) {
    if (message === LIST_INDEX) setListIndexError(rt);
    else setError(rt, 'IndexError', message);
    return -1;
  }
  return at;
}

/** Borrowed index of an equal item from start to stop, -1 none, -2 error. */
export function indexOf(rt: Runtime, o: number, item: number, start: number, stop: number): number {
  const m = rt.mem;
  for (let i = start; i < stop && i < m.ld(o + H.OB_SIZE); i++) {
    const x = rt.incref(m.ld(items(rt, o) + 8 * i));
    const same = A.compareTruth(rt, x, item, A.EQ);
    rt.decref(x);
    if (same < 0) return -2;
    if (same > 0) return i;
  }
  return -1;
}

export function countMethod(rt: Runtime, o: number, args: number): number {
  let n = 0;
  const m = rt.mem;
  for (let i = 0; i < m.ld(o + H.OB_SIZE); i++) {
    const x = rt.incref(m.ld(items(rt, o) + 8 * i));
    const same = A.compareTruth(rt, x, arg(rt, args, 0), A.EQ);
    rt.decref(x);
    if (same < 0) return 0;
    n += same;
  }
  return newInt(rt, n);
}

export function indexMethod(rt: Runtime, o: number, args: number, nargs: number): number {
  if (!checkCount(rt, 'index', nargs, 1, 3)) return 0;
  const n = rt.mem.ld(o + H.OB_SIZE);
  let start = nargs > 1 ? (A.asIndex(rt, arg(rt, args, 1), null) ?? 0) : 0;
  let stop = nargs > 2 ? (A.asIndex(rt, arg(rt, args, 2), null) ?? 0) : n;
  if (rt.failed()) return 0;
  if (start < 0) start = Math.max(0, start + n);
  if (stop < 0) stop = Math.max(0, stop + n);
  const at = indexOf(rt, o, arg(rt, args, 0), start, stop);
  if (at >= 0) return newInt(rt, at);
  if (at === -2) return 0;
  if (rt.kindOf(o) === H.KIND.tuple) return setError(rt, 'ValueError', 'tuple.index(x): x not in tuple');
  return formatError(rt, 'ValueError', '%R is not in list', { o: arg(rt, args, 0), show: reprObject });
}
