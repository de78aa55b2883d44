/** Slots and methods of list. Models Objects/listobject.c. */
import * as A from './abstract.ts';
import { checkCount } from './argumentCount.ts';
import type { Methods } from './define.ts';
import { formatError, setError } from './errors.ts';
import * as H from './header.ts';
import { hasRoom } from './hugeRequest.ts';
import * as Li from './list.ts';
import type { TypeRecord } from './record.ts';
import type { Runtime } from './runtime.ts';
import {
  arg,
  countMethod,
  indexMethod,
  indexOf,
  items,
  LIST_INDEX,
  position,
  sequenceCompare,
  sequenceContains,
  sequenceRepr,
} from './sequenceSlots.ts';
import { extendFromIterable, sequenceFast } from './sequences.ts';
import { sliceSpan } from './slice.ts';
import { sortList } from './sort.ts';

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
  const at = position(rt, o, key, 'list', LIST_INDEX);
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
    const source =
      o === value
        ? Li.listSlice(rt, o, 0, m.ld(o + H.OB_SIZE))
        : sequenceFast(rt, value, 'can only assign an iterable');
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
    removeStepped(rt, o, span);
    return 0;
  }
  const source =
    o === value
      ? Li.listSlice(rt, o, 0, m.ld(o + H.OB_SIZE))
      : sequenceFast(rt, value, 'must assign iterable to extended slice');
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
  if (n > 0) {
    const garbage = rt.alloc.malloc(8 * n);
    for (let i = 0; i < n; i++) {
      const at = m.ld(o + Li.LIST_ITEMS) + 8 * (span.start + i * span.step);
      m.st(garbage + 8 * i, m.ld(at));
      m.st(at, rt.incref(m.ld(items(rt, source) + 8 * i)));
    }
    for (let i = 0; i < n; i++) rt.decref(m.ld(garbage + 8 * i));
    rt.alloc.free(garbage);
  }
  rt.decref(source);
  return 0;
}

/** Takes out every so many items: what stays moves together, one resize, then the others are given up. */
function removeStepped(
  rt: Runtime,
  o: number,
  span: { readonly start: number; readonly step: number; readonly length: number },
): void {
  const { length } = span;
  if (length <= 0) return;
  const m = rt.mem;
  const step = Math.abs(span.step);
  const first = span.step > 0 ? span.start : span.start + span.step * (length - 1);
  const size = m.ld(o + H.OB_SIZE);
  const garbage = rt.alloc.malloc(8 * length);
  const from = m.ld(o + Li.LIST_ITEMS);
  let taken = 0;
  let to = first;
  for (let i = first; i < size; i++) {
    const item = m.ld(from + 8 * i);
    if (taken < length && i === first + taken * step) m.st(garbage + 8 * taken++, item);
    else m.st(from + 8 * to++, item);
  }
  Li.resizeList(rt, o, to);
  for (let i = 0; i < length; i++) rt.decref(m.ld(garbage + 8 * i));
  rt.alloc.free(garbage);
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
  if (!hasRoom(rt, 8 * total)) return 0;
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
  if (!hasRoom(rt, 8 * n * times)) return 0;
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
      Li.reverseList(rt, o);
      return rt.newNone();
    },
  },
  sort: { convention: 'fast', keywords: true, call: sortList },
  index: { convention: 'fast', call: indexMethod },
  count: { convention: 'one', call: countMethod },
};
