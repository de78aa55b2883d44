/** Items, slices, members and methods of a range. Models Objects/rangeobject.c. */
import * as A from './abstract.ts';
import type { Methods } from './define.ts';
import { formatError, setError } from './errors.ts';
import * as H from './header.ts';
import { fromBig, newInt, toBig, toNumber } from './int.ts';
import { newRange, RANGE_LENGTH, RANGE_START, RANGE_STEP, RANGE_STOP } from './iterators.ts';
import type { Runtime } from './runtime.ts';
import { sliceSpan } from './slice.ts';
import { reprObject } from './strobject.ts';
import { tupleOf } from './tuple.ts';

function part(rt: Runtime, o: number, at: number): bigint {
  return toBig(rt, rt.mem.ld(o + at));
}

/** `range_subscript`, `compute_slice`. */
export function rangeItem(rt: Runtime, o: number, key: number): number {
  const n = toNumber(rt, rt.mem.ld(o + RANGE_LENGTH));
  const start = part(rt, o, RANGE_START);
  const step = part(rt, o, RANGE_STEP);
  if (rt.kindOf(key) === H.KIND.slice) {
    const span = sliceSpan(rt, key, n);
    if (span === null) return 0;
    const item = (at: number): number => fromBig(rt, start + BigInt(at) * step);
    return newRange(rt, item(span.start), item(span.stop), fromBig(rt, step * BigInt(span.step)));
  }
  if (rt.recordOf(key).index === null) {
    const name = rt.tpName(rt.typeOf(key));
    return formatError(rt, 'TypeError', 'range indices must be integers or slices, not %.200s', name);
  }
  const given = A.asIndex(rt, key, 'IndexError');
  if (given === null) return 0;
  const at = given < 0 ? given + n : given;
  if (at < 0 || at >= n) return setError(rt, 'IndexError', 'range object index out of range');
  return fromBig(rt, start + BigInt(at) * step);
}

/** `range_contains_long`: whole numbers are not searched for. */
export function rangeContains(rt: Runtime, o: number, item: number): number {
  if (!isExact(rt, item)) return A.containsByStep(rt, o, item);
  const value = toBig(rt, item);
  const [start, stop, step] = [part(rt, o, RANGE_START), part(rt, o, RANGE_STOP), part(rt, o, RANGE_STEP)];
  if (step > 0n ? value < start || value >= stop : value > start || value <= stop) return 0;
  const distance = A.binary(rt, item, rt.mem.ld(o + RANGE_START), 'subtract');
  const rest = A.binary(rt, distance, rt.mem.ld(o + RANGE_STEP), 'remainder');
  const found = toBig(rt, rest) === 0n;
  rt.decref(rest);
  rt.decref(distance);
  return found ? 1 : 0;
}

function isExact(rt: Runtime, item: number): boolean {
  const type = rt.typeOf(item);
  return type === rt.types.int || type === rt.types.bool;
}

/** `PySequence_Index` of what is no exact int. */
function searched(rt: Runtime, o: number, item: number): number {
  const it = A.iterate(rt, o);
  if (it === 0) return 0;
  for (let at = 0; ; at++) {
    const value = A.next(rt, it);
    const same = value === 0 ? 0 : A.compareTruth(rt, value, item, A.EQ);
    rt.xdecref(value);
    if (value !== 0 && same === 0) continue;
    if (value === 0 && !rt.failed()) setError(rt, 'ValueError', 'sequence.index(x): x not in sequence');
    rt.decref(it);
    return same > 0 ? newInt(rt, at) : 0;
  }
}

export const RANGE_METHODS: Methods = {
  count: {
    convention: 'one',
    call: (rt, o, args) => {
      const item = rt.mem.ld(args);
      if (isExact(rt, item)) return newInt(rt, rangeContains(rt, o, item));
      let count = 0;
      const it = A.iterate(rt, o);
      if (it === 0) return 0;
      for (let value = A.next(rt, it); value !== 0; value = A.next(rt, it)) {
        const same = A.compareTruth(rt, value, item, A.EQ);
        rt.decref(value);
        if (same > 0) count++;
        else if (same < 0) break;
      }
      rt.decref(it);
      return rt.failed() ? 0 : newInt(rt, count);
    },
  },
  index: {
    convention: 'one',
    call: (rt, o, args) => {
      const item = rt.mem.ld(args);
      if (!isExact(rt, item)) return searched(rt, o, item);
      if (rangeContains(rt, o, item) === 0)
        return formatError(rt, 'ValueError', '%R is not in range', { o: item, show: reprObject });
      const distance = A.binary(rt, item, rt.mem.ld(o + RANGE_START), 'subtract');
      if (part(rt, o, RANGE_STEP) === 1n) return distance;
      const at = A.binary(rt, distance, rt.mem.ld(o + RANGE_STEP), 'floorDivide');
      rt.decref(distance);
      return at;
    },
  },
};

/** `slice_indices` of Objects/sliceobject.c. */
export const SLICE_METHODS: Methods = {
  indices: {
    convention: 'one',
    call: (rt, o, args) => {
      const length = A.asIndex(rt, rt.mem.ld(args), 'OverflowError');
      if (length === null) return 0;
      if (length < 0) return setError(rt, 'ValueError', 'length should not be negative');
      const span = sliceSpan(rt, o, length);
      if (span === null) return 0;
      return tupleOf(rt, newInt(rt, span.start), newInt(rt, span.stop), newInt(rt, span.step));
    },
  },
};
