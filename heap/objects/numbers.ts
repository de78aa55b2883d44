/** Slots of int, bool and float. Models Objects/longobject.c, boolobject.c, floatobject.c. */
import { EQ, GE, GT, LE, LT } from './abstract.ts';
import { formatError, setError } from './errors.ts';
import { FLOAT_VALUE, newFloat } from './float.ts';
import * as H from './header.ts';
import * as I from './int.ts';
import * as N from './intArithmetic.ts';
import { type Binary, NO_NUMBERS, type NumberSlots } from './record.ts';
import type { Runtime } from './runtime.ts';
import { newTuple, tupleOf } from './tuple.ts';

function notImplemented(rt: Runtime): number {
  return rt.incref(rt.notImplemented);
}

function ints(rt: Runtime, a: number, b: number): boolean {
  return (rt.flagsOf(a) & rt.flagsOf(b) & H.FLAG_LONG) !== 0;
}

function onInts(slow: (rt: Runtime, a: number, b: number) => number): Binary {
  return (rt, a, b) => (ints(rt, a, b) ? slow(rt, a, b) : notImplemented(rt));
}

function zeroDivision(rt: Runtime, text: string): number {
  return setError(rt, 'ZeroDivisionError', text);
}

function intPower(rt: Runtime, a: number, b: number): number {
  if (rt.mem.ld(b + H.OB_SIZE) >= 0) return N.intPower(rt, a, b, 0);
  const base = I.toNumber(rt, a);
  if (base === 0) return zeroDivision(rt, '0.0 cannot be raised to a negative power');
  if (!Number.isFinite(base)) return setError(rt, 'OverflowError', 'int too large to convert to float');
  return newFloat(rt, power(base, I.toNumber(rt, b)));
}

/** Whole exponents by repeated multiplication, so that every engine yields the same bits. */
function power(x: number, y: number): number {
  if (!Number.isInteger(y) || Math.abs(y) > 1024) return y === 0.5 ? Math.sqrt(x) : x ** y;
  let result = 1;
  let square = x;
  for (let n = Math.abs(y); n > 0; n = Math.floor(n / 2)) {
    if (n % 2 === 1) result *= square;
    square *= square;
  }
  return y < 0 ? 1 / result : result;
}

/** Two bools give a bool. */
function bitwise(op: 'and' | 'or' | 'xor'): Binary {
  return (rt, a, b) => {
    if (!ints(rt, a, b)) return notImplemented(rt);
    if (rt.typeOf(a) !== rt.types.bool || rt.typeOf(b) !== rt.types.bool) return N.intBits(rt, a, b, op);
    const [x, y] = [a === rt.true_, b === rt.true_];
    return rt.bool(op === 'and' ? x && y : op === 'or' ? x || y : x !== y);
  };
}

function pair(parts: readonly [number, number] | null, rt: Runtime): number {
  return parts === null ? 0 : tupleOf(rt, ...parts);
}

export const INT_NUMBERS: NumberSlots = {
  ...NO_NUMBERS,
  add: onInts(N.intAdd),
  subtract: onInts(N.intSubtract),
  multiply: onInts(N.intMultiply),
  trueDivide: onInts(N.intTrueDivide),
  floorDivide: onInts(N.intFloorDivide),
  remainder: onInts(N.intRemainder),
  divmod: onInts((rt, a, b) => pair(N.intDivmod(rt, a, b), rt)),
  power: onInts(intPower),
  lshift: onInts(N.intShiftLeft),
  rshift: onInts(N.intShiftRight),
  and: bitwise('and'),
  or: bitwise('or'),
  xor: bitwise('xor'),
};

export function intCompare(rt: Runtime, a: number, b: number, op: number): number {
  if (!ints(rt, a, b)) return notImplemented(rt);
  let order: number;
  if (I.isCompact(rt, a) && I.isCompact(rt, b)) order = I.compactValue(rt, a) - I.compactValue(rt, b);
  else {
    const x = I.toBig(rt, a);
    const y = I.toBig(rt, b);
    order = x < y ? -1 : x > y ? 1 : 0;
  }
  return rt.bool(holds(order, op));
}

/** Does an order (negative, 0, positive) satisfy the operator? */
export function holds(order: number, op: number): boolean {
  if (op === EQ) return order === 0;
  if (op === LT) return order < 0;
  if (op === LE) return order <= 0;
  if (op === GT) return order > 0;
  if (op === GE) return order >= 0;
  return order !== 0;
}

/** Value of a float or int operand, null when it is neither. */
function double(rt: Runtime, o: number): number | null {
  const flags = rt.flagsOf(o);
  if (flags & H.FLAG_FLOAT) return rt.mem.ldf(o + FLOAT_VALUE);
  if (flags & H.FLAG_LONG) return I.toNumber(rt, o);
  return null;
}

function onDoubles(op: (rt: Runtime, x: number, y: number) => number): Binary {
  return (rt, a, b) => {
    const x = double(rt, a);
    const y = double(rt, b);
    if (x === null || y === null) return notImplemented(rt);
    if (!Number.isFinite(x) || !Number.isFinite(y)) {
      if (
        (!Number.isFinite(x) && rt.flagsOf(a) & H.FLAG_LONG) ||
        (!Number.isFinite(y) && rt.flagsOf(b) & H.FLAG_LONG)
      ) {
        return setError(rt, 'OverflowError', 'int too large to convert to float');
      }
    }
    return op(rt, x, y);
  };
}

export function floatModulo(x: number, y: number): number {
  const r = x % y;
  if (r !== 0) return r < 0 !== y < 0 ? r + y : r;
  return y < 0 ? -0 : 0;
}

/** The tuple is there before what it holds. */
function floatPair(rt: Runtime, x: number, y: number): number {
  const tuple = newTuple(rt, 2);
  rt.mem.st(tuple + 24, newFloat(rt, x));
  rt.mem.st(tuple + 32, newFloat(rt, y));
  return tuple;
}

/** Models the quotient of `_float_div_mod`. */
function floorQuotient(x: number, y: number): number {
  const exact = (x - floatModulo(x, y)) / y;
  if (exact === 0) return Object.is(x / y, -0) || x / y < 0 ? -0 : 0;
  const floor = Math.floor(exact);
  return exact - floor > 0.5 ? floor + 1 : floor;
}

export const FLOAT_NUMBERS: NumberSlots = {
  ...NO_NUMBERS,
  add: onDoubles((rt, x, y) => newFloat(rt, x + y)),
  subtract: onDoubles((rt, x, y) => newFloat(rt, x - y)),
  multiply: onDoubles((rt, x, y) => newFloat(rt, x * y)),
  trueDivide: onDoubles((rt, x, y) =>
    y === 0 ? zeroDivision(rt, 'float division by zero') : newFloat(rt, x / y),
  ),
  floorDivide: onDoubles((rt, x, y) =>
    y === 0 ? zeroDivision(rt, 'float floor division by zero') : newFloat(rt, floorQuotient(x, y)),
  ),
  remainder: onDoubles((rt, x, y) =>
    y === 0 ? zeroDivision(rt, 'float modulo') : newFloat(rt, floatModulo(x, y)),
  ),
  divmod: onDoubles((rt, x, y) =>
    y === 0 ? zeroDivision(rt, 'float divmod()') : floatPair(rt, floorQuotient(x, y), floatModulo(x, y)),
  ),
  power: onDoubles((rt, x, y) => {
    if (x === 0 && y < 0) return zeroDivision(rt, '0.0 cannot be raised to a negative power');
    if (x < 0 && !Number.isInteger(y)) {
      return formatError(rt, 'ValueError', "complex numbers are not part of the classroom's Python");
    }
    return newFloat(rt, power(x, y));
  }),
};

/**
 * Order of a finite float and an int of several digits. Where both have as many bits the float's whole part becomes an
 * int for a moment. Models the long end of `float_richcompare`.
 */
function orderOfLarge(rt: Runtime, x: number, b: number): number {
  const other = I.toBig(rt, b);
  const whole = BigInt(Math.floor(x));
  const bits = (value: bigint): number => (value < 0n ? -value : value).toString(2).length;
  if (bits(other) > 48 && x !== 0 && x < 0 === other < 0n && bits(BigInt(Math.trunc(x))) === bits(other)) {
    const positive = other < 0n ? N.intNegative(rt, b) : rt.incref(b);
    const size = I.fromBig(rt, BigInt(Math.trunc(Math.abs(x))));
    rt.decref(size);
    rt.decref(positive);
  }
  return whole < other ? -1 : whole > other ? 1 : x > Math.floor(x) ? 1 : 0;
}

export function floatCompare(rt: Runtime, a: number, b: number, op: number): number {
  const x = double(rt, a);
  const y = double(rt, b);
  if (x === null || y === null) return notImplemented(rt);
  if (Number.isNaN(x) || Number.isNaN(y)) return rt.bool(op === 3);
  if (Number.isFinite(x) && Number.isFinite(y) && rt.flagsOf(b) & H.FLAG_LONG && !I.isCompact(rt, b)) {
    return rt.bool(holds(orderOfLarge(rt, x, b), op));
  }
  return rt.bool(holds(x < y ? -1 : x > y ? 1 : 0, op));
}
