/** Slots and methods of list, tuple and dict. Models Objects/listobject.c, tupleobject.c, dictobject.c. */
import * as A from './abstract.ts';
import { callValues } from './call.ts';
import type { Methods } from './define.ts';
import * as D from './dict.ts';
import { copyDict, mergeDict } from './dictcopy.ts';
import { formatError, keyNotFound, setError, setStaticError, swallow } from './errors.ts';
import { tupleHash } from './hash.ts';
import * as H from './header.ts';
import { newInt } from './int.ts';
import { newDictIterator } from './iterators.ts';
import * as Li from './list.ts';
import type { TypeRecord } from './record.ts';
import { enterRepr, leaveRepr } from './reprStack.ts';
import type { Runtime } from './runtime.ts';
import { extendFromIterable, sequenceToList, sequenceToTuple } from './sequences.ts';
import { sliceSpan } from './slice.ts';
import { sortList } from './sort.ts';
import { reprText } from './text.ts';
import { newTuple, tupleSize } from './tuple.ts';

const arg = (rt: Runtime, args: number, i: number): number => rt.mem.ld(args + 8 * i);

export function checkCount(rt: Runtime, name: string, n: number, least: number, most: number): boolean {
  if (n >= least && n <= most) return true;
  const bound = n < least ? least : most;
  const which = least === most ? '' : n < least ? 'at least ' : 'at most ';
  const s = bound === 1 ? '' : 's';
  formatError(rt, 'TypeError', '%.200s expected %s%zd argument%s, got %zd', name, which, bound, s, n);
  return false;
}

function items(rt: Runtime, o: number): number {
  return rt.kindOf(o) === H.KIND.list ? rt.mem.ld(o + Li.LIST_ITEMS) : o + 24;
}

function sequenceRepr(rt: Runtime, o: number, open: string, close: string): string | null {
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

function sequenceCompare(flag: number): NonNullable<TypeRecord['compare']> {
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

function sequenceContains(rt: Runtime, o: number, item: number): number {
  const m = rt.mem;
  for (let i = 0; i < m.ld(o + H.OB_SIZE); i++) {
    const x = rt.incref(m.ld(items(rt, o) + 8 * i));
    const same = A.compareTruth(rt, x, item, A.EQ);
    rt.decref(x);
    if (same !== 0) return same;
  }
  return 0;
}

/** Position for an index key, -1 = an exception is set. */
function position(rt: Runtime, o: number, key: number, what: string, message: string): number {
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
    setStaticError(rt, 'IndexError', message);
    return -1;
  }
  return at;
}

function listGet(rt: Runtime, o: number, key: number): number {
  const m = rt.mem;
  if (rt.typeOf(key) === rt.types.slice) {
    const span = sliceSpan(rt, key, m.ld(o + H.OB_SIZE));
    if (span === null) return 0;
    if (span.length <= 0) return Li.newList(rt, 0);
    if (span.step === 1) return Li.listSlice(rt, o, span.start, span.start + span.length);
    const list = Li.newListWithRoom(rt, span.length);
    for (let i = 0; i < span.length; i++) {
      m.st(m.ld(list + Li.LIST_ITEMS) + 8 * i, rt.incref(Li.listItem(rt, o, span.start + i * span.step)));
    }
    m.st(list + H.OB_SIZE, span.length);
    return list;
  }
  const at = position(rt, o, key, 'list', 'list index out of range');
  return at < 0 ? 0 : rt.incref(Li.listItem(rt, o, at));
}

function listSet(rt: Runtime, o: number, key: number, value: number): number {
  const m = rt.mem;
  if (rt.typeOf(key) === rt.types.slice) return setSlice(rt, o, key, value);
  const at = position(rt, o, key, 'list', 'list assignment index out of range');
  if (at < 0) return -1;
  if (value === 0) {
    Li.assignSlice(rt, o, at, at + 1, 0, 0);
    return 0;
  }
  const old = Li.listItem(rt, o, at);
  m.st(m.ld(o + Li.LIST_ITEMS) + 8 * at, rt.incref(value));
  rt.decref(old);
  return 0;
}

function setSlice(rt: Runtime, o: number, key: number, value: number): number {
  const m = rt.mem;
  const span = sliceSpan(rt, key, m.ld(o + H.OB_SIZE));
  if (span === null) return -1;
  if (span.step === 1) {
    if (value === 0) {
      Li.assignSlice(rt, o, span.start, Math.max(span.start, span.stop), 0, 0);
      return 0;
    }
    if (rt.recordOf(value).iter === null) {
      setError(rt, 'TypeError', 'can only assign an iterable');
      return -1;
    }
    const plain = rt.flagsOf(value) & (H.FLAG_LIST | H.FLAG_TUPLE);
    const source =
      o === value
        ? Li.listSlice(rt, o, 0, m.ld(o + H.OB_SIZE))
        : plain
          ? rt.incref(value)
          : sequenceToList(rt, value);
    if (source === 0) return -1;
    Li.assignSlice(
      rt,
      o,
      span.start,
      Math.max(span.start, span.stop),
      items(rt, source),
      m.ld(source + H.OB_SIZE),
    );
    rt.decref(source);
    return 0;
  }
  if (value === 0) {
    const indices = Array.from({ length: span.length }, (_, i) => span.start + i * span.step).sort(
      (a, b) => b - a,
    );
    for (const at of indices) Li.assignSlice(rt, o, at, at + 1, 0, 0);
    return 0;
  }
  const source = sequenceToList(rt, value);
  if (source === 0) return -1;
  const n = m.ld(source + H.OB_SIZE);
  if (n !== span.length) {
    rt.decref(source);
    formatError(
      rt,
      'ValueError',
      'attempt to assign sequence of size %zd to extended slice of size %zd',
      n,
      span.length,
    );
    return -1;
  }
  for (let i = 0; i < n; i++) {
    const at = m.ld(o + Li.LIST_ITEMS) + 8 * (span.start + i * span.step);
    const old = m.ld(at);
    m.st(at, rt.incref(Li.listItem(rt, source, i)));
    rt.decref(old);
  }
  rt.decref(source);
  return 0;
}

function listConcat(rt: Runtime, a: number, b: number): number {
  if ((rt.flagsOf(b) & H.FLAG_LIST) === 0) {
    const name = rt.tpName(rt.typeOf(b));
    return formatError(rt, 'TypeError', 'can only concatenate list (not "%.200s") to list', name);
  }
  const m = rt.mem;
  const na = m.ld(a + H.OB_SIZE);
  const nb = m.ld(b + H.OB_SIZE);
  rt.work((na + nb) >> 3);
  const list = Li.newListWithRoom(rt, na + nb);
  const to = m.ld(list + Li.LIST_ITEMS);
  for (let i = 0; i < na; i++) m.st(to + 8 * i, rt.incref(Li.listItem(rt, a, i)));
  for (let i = 0; i < nb; i++) m.st(to + 8 * (na + i), rt.incref(Li.listItem(rt, b, i)));
  m.st(list + H.OB_SIZE, na + nb);
  return list;
}

function listRepeat(rt: Runtime, o: number, times: number): number {
  const m = rt.mem;
  const n = m.ld(o + H.OB_SIZE);
  const total = n * Math.max(0, times);
  if (total === 0) return Li.newList(rt, 0);
  if (total > 1e8) return setError(rt, 'MemoryError', 'the list would be too long');
  rt.work(total >> 3);
  const list = Li.newListWithRoom(rt, total);
  const to = m.ld(list + Li.LIST_ITEMS);
  for (let i = 0; i < total; i++) m.st(to + 8 * i, rt.incref(Li.listItem(rt, o, i % n)));
  m.st(list + H.OB_SIZE, total);
  return list;
}

function listRepeatInPlace(rt: Runtime, o: number, times: number): number {
  const m = rt.mem;
  const n = m.ld(o + H.OB_SIZE);
  if (n === 0 || times === 1) return rt.incref(o);
  if (times < 1) {
    Li.clearList(rt, o);
    return rt.incref(o);
  }
  rt.work((n * times) >> 3);
  Li.resizeList(rt, o, n * times);
  for (let i = n; i < n * times; i++)
    m.st(m.ld(o + Li.LIST_ITEMS) + 8 * i, rt.incref(Li.listItem(rt, o, i % n)));
  return rt.incref(o);
}

export const listSlots: Partial<TypeRecord> = {
  dealloc: Li.listDealloc,
  repr: (rt, o) => sequenceRepr(rt, o, '[', ']'),
  hash: null,
  compare: sequenceCompare(H.FLAG_LIST),
  length: (rt, o) => rt.mem.ld(o + H.OB_SIZE),
  getitem: listGet,
  setitem: listSet,
  contains: sequenceContains,
  concat: listConcat,
  repeat: listRepeat,
  inplaceConcat: (rt, a, b) => (extendFromIterable(rt, a, b) ? rt.incref(a) : 0),
  inplaceRepeat: listRepeatInPlace,
};

/** Borrowed index of an equal item from start to stop, -1 none, -2 error. */
function indexOf(rt: Runtime, o: number, item: number, start: number, stop: number): number {
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

function countMethod(rt: Runtime, o: number, args: number): number {
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

function indexMethod(rt: Runtime, o: number, args: number, nargs: number): number {
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
  const text = reprText(rt, arg(rt, args, 0));
  return text === null ? 0 : formatError(rt, 'ValueError', '%R is not in list', text);
}

export const listMethods: Methods = {
  append: {
    convention: 'one',
    call: (rt, o, args) => {
      Li.append(rt, o, arg(rt, args, 0));
      return rt.newNone();
    },
  },
  extend: {
    convention: 'one',
    call: (rt, o, args) => (extendFromIterable(rt, o, arg(rt, args, 0)) ? rt.newNone() : 0),
  },
  pop: {
    convention: 'fast',
    call: (rt, o, args, n) => {
      if (!checkCount(rt, 'pop', n, 0, 1)) return 0;
      const at = n === 0 ? -1 : A.asIndex(rt, arg(rt, args, 0), 'IndexError');
      return at === null ? 0 : Li.popItem(rt, o, at);
    },
  },
  insert: {
    convention: 'fast',
    call: (rt, o, args, n) => {
      if (!checkCount(rt, 'insert', n, 2, 2)) return 0;
      const at = A.asIndex(rt, arg(rt, args, 0), 'OverflowError');
      if (at === null) return 0;
      Li.insertItem(rt, o, at, arg(rt, args, 1));
      return rt.newNone();
    },
  },
  remove: {
    convention: 'one',
    call: (rt, o, args) => {
      const at = indexOf(rt, o, arg(rt, args, 0), 0, rt.mem.ld(o + H.OB_SIZE));
      if (at === -2) return 0;
      if (at < 0) return setError(rt, 'ValueError', 'list.remove(x): x not in list');
      Li.assignSlice(rt, o, at, at + 1, 0, 0);
      return rt.newNone();
    },
  },
  clear: {
    convention: 'noargs',
    call: (rt, o) => {
      Li.clearList(rt, o);
      return rt.newNone();
    },
  },
  copy: { convention: 'noargs', call: (rt, o) => Li.listSlice(rt, o, 0, rt.mem.ld(o + H.OB_SIZE)) },
  reverse: {
    convention: 'noargs',
    call: (rt, o) => {
      const m = rt.mem;
      const base = m.ld(o + Li.LIST_ITEMS);
      for (let i = 0, j = m.ld(o + H.OB_SIZE) - 1; i < j; i++, j--) {
        const x = m.ld(base + 8 * i);
        m.st(base + 8 * i, m.ld(base + 8 * j));
        m.st(base + 8 * j, x);
      }
      return rt.newNone();
    },
  },
  sort: { convention: 'fast', keywords: true, call: sortList },
  index: { convention: 'fast', call: indexMethod },
  count: { convention: 'one', call: countMethod },
};

function tupleGet(rt: Runtime, o: number, key: number): number {
  const m = rt.mem;
  if (rt.typeOf(key) === rt.types.slice) {
    const span = sliceSpan(rt, key, m.ld(o + H.OB_SIZE));
    if (span === null) return 0;
    if (
      span.start === 0 &&
      span.step === 1 &&
      span.length === m.ld(o + H.OB_SIZE) &&
      rt.typeOf(o) === rt.types.tuple
    ) {
      return rt.incref(o);
    }
    const tuple = newTuple(rt, span.length);
    for (let i = 0; i < span.length; i++) {
      m.st(tuple + 24 + 8 * i, rt.incref(m.ld(o + 24 + 8 * (span.start + i * span.step))));
    }
    return tuple;
  }
  const at = position(rt, o, key, 'tuple', 'tuple index out of range');
  return at < 0 ? 0 : rt.incref(m.ld(o + 24 + 8 * at));
}

export const tupleSlots: Partial<TypeRecord> = {
  repr: (rt, o) => sequenceRepr(rt, o, '(', ')'),
  hash: tupleHash,
  compare: sequenceCompare(H.FLAG_TUPLE),
  length: (rt, o) => rt.mem.ld(o + H.OB_SIZE),
  getitem: tupleGet,
  contains: sequenceContains,
  concat: (rt, a, b) => {
    if ((rt.flagsOf(b) & H.FLAG_TUPLE) === 0) {
      const name = rt.tpName(rt.typeOf(b));
      return formatError(rt, 'TypeError', 'can only concatenate tuple (not "%.200s") to tuple', name);
    }
    if (tupleSize(rt, a) === 0 && rt.typeOf(b) === rt.types.tuple) return rt.incref(b);
    if (tupleSize(rt, b) === 0 && rt.typeOf(a) === rt.types.tuple) return rt.incref(a);
    const na = tupleSize(rt, a);
    const nb = tupleSize(rt, b);
    const tuple = newTuple(rt, na + nb);
    for (let i = 0; i < na; i++) rt.mem.st(tuple + 24 + 8 * i, rt.incref(rt.mem.ld(a + 24 + 8 * i)));
    for (let i = 0; i < nb; i++) rt.mem.st(tuple + 24 + 8 * (na + i), rt.incref(rt.mem.ld(b + 24 + 8 * i)));
    return tuple;
  },
  repeat: (rt, o, times) => {
    const n = tupleSize(rt, o);
    if ((n === 0 || times === 1) && rt.typeOf(o) === rt.types.tuple) return rt.incref(o);
    const total = n * Math.max(0, times);
    rt.work(total >> 3);
    const tuple = newTuple(rt, total);
    for (let i = 0; i < total; i++) rt.mem.st(tuple + 24 + 8 * i, rt.incref(rt.mem.ld(o + 24 + 8 * (i % n))));
    return tuple;
  },
};

export const tupleMethods: Methods = {
  index: { convention: 'fast', call: indexMethod },
  count: { convention: 'one', call: countMethod },
};

function hashed(rt: Runtime, key: number): number | null {
  const hash = A.hashOf(rt, key);
  return hash === -1 && rt.failed() ? null : hash;
}

function dictGet(rt: Runtime, o: number, key: number): number {
  const hash = hashed(rt, key);
  if (hash === null) return 0;
  const value = D.getItem(rt, o, key, hash);
  if (value !== 0) return rt.incref(value);
  if (rt.failed()) return 0;
  if (rt.typeOf(o) !== rt.types.dict) {
    const missing = rt.lookupSpecialText(rt, o, '__missing__');
    if (missing !== 0) return A.callBound(rt, o, missing, [key]);
  }
  return keyNotFound(rt, key);
}

function dictSet(rt: Runtime, o: number, key: number, value: number): number {
  const hash = hashed(rt, key);
  if (hash === null) return -1;
  if (value !== 0) return D.insert(rt, o, key, value, hash);
  const removed = D.remove(rt, o, key, hash);
  if (removed === 0) keyNotFound(rt, key);
  return removed === 1 ? 0 : -1;
}

function dictRepr(rt: Runtime, o: number): string | null {
  if (D.dictUsed(rt, o) === 0) return '{}';
  if (!enterRepr(rt, o)) return '{...}';
  const parts: string[] = [];
  for (let k = D.nextEntry(rt, o, 0); k >= 0; k = D.nextEntry(rt, o, k + 1)) {
    const key = rt.incref(D.keyAt(rt, o, k));
    const value = rt.incref(D.valueAt(rt, o, k));
    const left = reprText(rt, key);
    const right = left === null ? null : reprText(rt, value);
    rt.decref(key);
    rt.decref(value);
    if (right === null) {
      leaveRepr(rt, o);
      return null;
    }
    parts.push(`${left}: ${right}`);
  }
  leaveRepr(rt, o);
  return `{${parts.join(', ')}}`;
}

function dictCompare(rt: Runtime, a: number, b: number, op: number): number {
  if ((rt.flagsOf(a) & rt.flagsOf(b) & H.FLAG_DICT) === 0 || (op !== A.EQ && op !== A.NE)) {
    return rt.incref(rt.notImplemented);
  }
  let same = D.dictUsed(rt, a) === D.dictUsed(rt, b);
  for (let k = D.nextEntry(rt, a, 0); same && k >= 0; k = D.nextEntry(rt, a, k + 1)) {
    const other = D.getItem(rt, b, D.keyAt(rt, a, k), D.hashAt(rt, a, k));
    if (other === 0) {
      if (rt.failed()) return 0;
      same = false;
      break;
    }
    const x = rt.incref(D.valueAt(rt, a, k));
    rt.incref(other);
    const equal = A.compareTruth(rt, x, other, A.EQ);
    rt.decref(x);
    rt.decref(other);
    if (equal < 0) return 0;
    same = equal === 1;
  }
  return rt.bool(same === (op === A.EQ));
}

export const dictSlots: Partial<TypeRecord> = {
  dealloc: D.dictDealloc,
  repr: dictRepr,
  hash: null,
  compare: dictCompare,
  length: D.dictUsed,
  getitem: dictGet,
  setitem: dictSet,
  contains: (rt, o, key) => {
    const hash = hashed(rt, key);
    if (hash === null) return -1;
    const found = D.find(rt, o, key, hash);
    return found === D.LOOKUP_ERROR ? -1 : found >= 0 && D.entryValue(rt, o, found) !== 0 ? 1 : 0;
  },
  iter: (rt, o) => newDictIterator(rt, rt.types.dictKeyIterator, o),
};

/** Any mapping with keys(), or an iterable of pairs. */
export function updateFrom(rt: Runtime, dict: number, source: number): boolean {
  if (rt.flagsOf(source) & H.FLAG_DICT) return mergeDict(rt, dict, source, true) >= 0;
  if (rt.lookupSpecialText(rt, source, 'keys') !== 0) {
    const keys = rt.callMethod(rt, source, 'keys', []);
    if (keys === 0) return false;
    const it = A.iterate(rt, keys);
    rt.decref(keys);
    if (it === 0) return false;
    for (let key = A.next(rt, it); key !== 0; key = A.next(rt, it)) {
      const value = A.getItem(rt, source, key);
      const ok = value !== 0 && dictSet(rt, dict, key, value) >= 0;
      rt.xdecref(value);
      rt.decref(key);
      if (!ok) break;
    }
    rt.decref(it);
    return !rt.failed();
  }
  const it = A.iterate(rt, source);
  if (it === 0) return false;
  for (let index = 0; ; index++) {
    const item = A.next(rt, it);
    if (item === 0) break;
    const pair = sequenceToTuple(rt, item);
    rt.decref(item);
    if (pair === 0) {
      if (swallow(rt, 'TypeError')) {
        const format = 'cannot convert dictionary update sequence element #%zd to a sequence';
        formatError(rt, 'TypeError', format, index);
      }
      break;
    }
    const n = tupleSize(rt, pair);
    if (n !== 2) {
      formatError(
        rt,
        'ValueError',
        'dictionary update sequence element #%zd has length %zd; 2 is required',
        index,
        n,
      );
    } else dictSet(rt, dict, rt.mem.ld(pair + 24), rt.mem.ld(pair + 32));
    rt.decref(pair);
    if (rt.failed()) break;
  }
  rt.decref(it);
  return !rt.failed();
}

/** dict(x, **kw) and d.update(x, **kw). */
export function updateCommon(
  rt: Runtime,
  o: number,
  args: number,
  nargs: number,
  kw: number,
  name: string,
): boolean {
  if (!checkCount(rt, name, nargs, 0, 1)) return false;
  if (nargs === 1 && !updateFrom(rt, o, arg(rt, args, 0))) return false;
  if (kw !== 0) {
    for (let i = 0; i < tupleSize(rt, kw); i++) {
      if (dictSet(rt, o, rt.mem.ld(kw + 24 + 8 * i), arg(rt, args, nargs + i)) < 0) return false;
    }
  }
  return true;
}

function view(type: 'dictKeys' | 'dictValues' | 'dictItems'): Methods[string] {
  return {
    convention: 'noargs',
    call: (rt, o) => {
      const v = rt.newCollected(rt.types[type], 24);
      rt.mem.st(v + 16, rt.incref(o));
      rt.track(v);
      return v;
    },
  };
}

/** Removes and returns (owned), 0 = absent. */
function take(rt: Runtime, o: number, key: number): number {
  const hash = hashed(rt, key);
  if (hash === null) return 0;
  const entry = D.find(rt, o, key, hash);
  return entry < 0 ? 0 : D.takeEntry(rt, o, entry, hash);
}

export const dictMethods: Methods = {
  get: {
    convention: 'fast',
    call: (rt, o, args, n) => {
      if (!checkCount(rt, 'get', n, 1, 2)) return 0;
      const hash = hashed(rt, arg(rt, args, 0));
      if (hash === null) return 0;
      const value = D.getItem(rt, o, arg(rt, args, 0), hash);
      if (value === 0 && rt.failed()) return 0;
      return rt.incref(value || (n > 1 ? arg(rt, args, 1) : rt.none));
    },
  },
  keys: view('dictKeys'),
  values: view('dictValues'),
  items: view('dictItems'),
  pop: {
    convention: 'fast',
    call: (rt, o, args, n) => {
      if (!checkCount(rt, 'pop', n, 1, 2)) return 0;
      const value = take(rt, o, arg(rt, args, 0));
      if (value !== 0 || rt.failed()) return value;
      return n > 1 ? rt.incref(arg(rt, args, 1)) : keyNotFound(rt, arg(rt, args, 0));
    },
  },
  popitem: {
    convention: 'noargs',
    call: (rt, o) => {
      const pair = newTuple(rt, 2);
      const last = D.takeLast(rt, o);
      if (last === null) {
        rt.decref(pair);
        return setError(rt, 'KeyError', 'popitem(): dictionary is empty');
      }
      rt.mem.st(pair + 24, last.key);
      rt.mem.st(pair + 32, last.value);
      return pair;
    },
  },
  setdefault: {
    convention: 'fast',
    call: (rt, o, args, n) => {
      if (!checkCount(rt, 'setdefault', n, 1, 2)) return 0;
      const hash = hashed(rt, arg(rt, args, 0));
      if (hash === null) return 0;
      const present = D.getItem(rt, o, arg(rt, args, 0), hash);
      if (present !== 0) return rt.incref(present);
      if (rt.failed()) return 0;
      const value = n > 1 ? arg(rt, args, 1) : rt.none;
      return D.insert(rt, o, arg(rt, args, 0), value, hash) < 0 ? 0 : rt.incref(value);
    },
  },
  update: {
    convention: 'tuple',
    keywords: true,
    call: (rt, o, args, n, kw) => (updateCommon(rt, o, args, n, kw, 'update') ? rt.newNone() : 0),
  },
  clear: {
    convention: 'noargs',
    call: (rt, o) => {
      D.clearDict(rt, o);
      return rt.newNone();
    },
  },
  copy: { convention: 'noargs', call: (rt, o) => copyDict(rt, o) },
  fromkeys: {
    convention: 'fast',
    kind: 'class',
    call: (rt, type, args, n) => {
      if (!checkCount(rt, 'fromkeys', n, 1, 2)) return 0;
      const dict = callValues(rt, type, []);
      if (dict === 0) return 0;
      const it = A.iterate(rt, arg(rt, args, 0));
      if (it === 0) return 0;
      for (let key = A.next(rt, it); key !== 0; key = A.next(rt, it)) {
        dictSet(rt, dict, key, n > 1 ? arg(rt, args, 1) : rt.none);
        rt.decref(key);
      }
      rt.decref(it);
      return dict;
    },
  },
};
