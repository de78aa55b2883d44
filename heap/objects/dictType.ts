/** Slots and methods of dict. Models Objects/dictobject.c. */
import * as A from './abstract.ts';
import { checkCount } from './argumentCount.ts';
import { callValues } from './call.ts';
import type { Methods } from './define.ts';
import * as D from './dict.ts';
import { copyDict } from './dictcopy.ts';
import { LOOKUP_ERROR } from './dictKeys.ts';
import { updateCommon } from './dictUpdate.ts';
import { dictUsed, hashAt, keyAt, nextEntry, valueAt } from './dictWalk.ts';
import { keyNotFound, setError } from './errors.ts';
import * as H from './header.ts';
import { newDictIterator } from './iterators.ts';
import type { TypeRecord } from './record.ts';
import { enterRepr, leaveRepr } from './reprStack.ts';
import type { Runtime } from './runtime.ts';
import { arg } from './sequenceSlots.ts';
import { reprText } from './text.ts';
import { newTuple } from './tuple.ts';

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

export function dictSet(rt: Runtime, o: number, key: number, value: number): number {
  const hash = hashed(rt, key);
  if (hash === null) return -1;
  if (value !== 0) return D.insert(rt, o, key, value, hash);
  const removed = D.remove(rt, o, key, hash);
  if (removed === 0) keyNotFound(rt, key);
  return removed === 1 ? 0 : -1;
}

function dictRepr(rt: Runtime, o: number): string | null {
  if (dictUsed(rt, o) === 0) return '{}';
  if (!enterRepr(rt, o)) return '{...}';
  const parts: string[] = [];
  for (let k = nextEntry(rt, o, 0); k >= 0; k = nextEntry(rt, o, k + 1)) {
    const key = rt.incref(keyAt(rt, o, k));
    const value = rt.incref(valueAt(rt, o, k));
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
  let same = dictUsed(rt, a) === dictUsed(rt, b);
  for (let k = nextEntry(rt, a, 0); same && k >= 0; k = nextEntry(rt, a, k + 1)) {
    const other = D.getItem(rt, b, keyAt(rt, a, k), hashAt(rt, a, k));
    if (other === 0) {
      if (rt.failed()) return 0;
      same = false;
      break;
    }
    const x = rt.incref(valueAt(rt, a, k));
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
  length: dictUsed,
  getitem: dictGet,
  setitem: dictSet,
  contains: (rt, o, key) => {
    const hash = hashed(rt, key);
    if (hash === null) return -1;
    const found = D.find(rt, o, key, hash);
    return found === LOOKUP_ERROR ? -1 : found >= 0 && D.entryValue(rt, o, found) !== 0 ? 1 : 0;
  },
  iter: (rt, o) => newDictIterator(rt, rt.types.dictKeyIterator, o),
};

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
