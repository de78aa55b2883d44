/** Slots and methods of tuple. Models Objects/tupleobject.c. */

import type { Methods } from './define.ts';
import { formatError } from './errors.ts';
import { tupleHash } from './hash.ts';
import * as H from './header.ts';
import { hasRoom } from './hugeRequest.ts';
import type { TypeRecord } from './record.ts';
import type { Runtime } from './runtime.ts';
import {
  countMethod,
  indexMethod,
  position,
  sequenceCompare,
  sequenceContains,
  sequenceRepr,
} from './sequenceSlots.ts';
import { sliceSpan } from './slice.ts';
import { newTuple, tupleSize } from './tuple.ts';

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
    if (!hasRoom(rt, 8 * total)) return 0;
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
