/**
 * sum(): whole numbers and floats are added outside the heap, as the C numbers that CPython uses, until something else
 * comes. Models Python/bltinmodule.c `builtin_sum_impl`.
 */
import * as A from '../objects/abstract.ts';
import { named } from '../objects/arguments.ts';
import { isBytes } from '../objects/bytes.ts';
import { setError } from '../objects/errors.ts';
import { FLOAT_VALUE, newFloat } from '../objects/float.ts';
import { fromBig, isInt, newInt, toBig, toNumber } from '../objects/int.ts';
import type { Call } from '../objects/record.ts';
import type { Runtime } from '../objects/runtime.ts';
import { isStr } from '../objects/str.ts';

const LONG = 1n << 63n;

/** A result so far (owned), and the item that could not be added to it outside the heap; item 0 = that is all, the iterator is gone. */
interface Reached {
  readonly total: number;
  readonly item: number;
}

function fitsLong(value: bigint): boolean {
  return value < LONG && value >= -LONG;
}

/** The iterator goes before the result is made. */
function ended(rt: Runtime, it: number, total: () => number): Reached {
  rt.decref(it);
  return { total: rt.failed() ? 0 : total(), item: 0 };
}

function addInts(rt: Runtime, it: number, start: bigint): Reached {
  let plain = Number(start);
  let large = Number.isSafeInteger(plain) ? null : start;
  const total = (): number => (large === null ? newInt(rt, plain) : fromBig(rt, large));
  for (;;) {
    const item = A.next(rt, it);
    if (item === 0) return ended(rt, it, total);
    const type = rt.typeOf(item);
    if (type !== rt.types.int && type !== rt.types.bool) return { total: total(), item };
    const value = toNumber(rt, item);
    if (large === null && Number.isSafeInteger(plain + value) && Number.isSafeInteger(value)) plain += value;
    else {
      const sum: bigint = (large ?? BigInt(plain)) + toBig(rt, item);
      if (!fitsLong(toBig(rt, item)) || !fitsLong(sum)) return { total: total(), item };
      large = sum;
    }
    rt.decref(item);
  }
}

function addFloats(rt: Runtime, it: number, start: number): Reached {
  let plain = start;
  for (;;) {
    const item = A.next(rt, it);
    if (item === 0) return ended(rt, it, () => newFloat(rt, plain));
    if (rt.typeOf(item) === rt.types.float) plain += rt.mem.ldf(item + FLOAT_VALUE);
    else if (isInt(rt, item) && fitsLong(toBig(rt, item))) plain += toNumber(rt, item);
    else return { total: newFloat(rt, plain), item };
    rt.decref(item);
  }
}

/** total + item; gives both up. */
function add(rt: Runtime, { total, item }: Reached): number {
  const sum = A.binary(rt, total, item, 'add');
  rt.decref(total);
  rt.decref(item);
  return sum;
}

function refusedStart(rt: Runtime, start: number): boolean {
  const what = isStr(rt, start) ? 'strings' : isBytes(rt, start) ? 'bytes' : null;
  if (what === null) return false;
  const empty = what === 'strings' ? "''" : "b''";
  setError(rt, 'TypeError', `sum() can't sum ${what} [use ${empty}.join(seq) instead]`);
  return true;
}

export const sum: Call = (rt, _self, args, nargs, kw) => {
  const given = named(rt, 'sum', ['', 'start'], 1, args, nargs, kw);
  if (given === null) return 0;
  const [iterable = 0, start = 0] = given;
  const it = A.iterate(rt, iterable);
  if (it === 0) return 0;
  if (start !== 0 && refusedStart(rt, start)) {
    rt.decref(it);
    return 0;
  }
  let reached: Reached = { total: start === 0 ? newInt(rt, 0) : rt.incref(start), item: -1 };
  if (rt.typeOf(reached.total) === rt.types.int && fitsLong(toBig(rt, reached.total))) {
    const value = toBig(rt, reached.total);
    rt.decref(reached.total);
    reached = addInts(rt, it, value);
    if (reached.item > 0) reached = { total: add(rt, reached), item: -1 };
  }
  if (reached.item === -1 && reached.total !== 0 && rt.typeOf(reached.total) === rt.types.float) {
    const value = rt.mem.ldf(reached.total + FLOAT_VALUE);
    rt.decref(reached.total);
    reached = addFloats(rt, it, value);
    if (reached.item > 0) reached = { total: add(rt, reached), item: -1 };
  }
  let { total } = reached;
  while (reached.item === -1 && total !== 0) {
    const item = A.next(rt, it);
    if (item === 0) {
      if (rt.failed()) {
        rt.decref(total);
        total = 0;
      }
      break;
    }
    total = add(rt, { total, item });
  }
  if (reached.item !== 0) rt.decref(it);
  return total;
};
