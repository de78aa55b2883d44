/** Slots of int, bool and float. Models Objects/longobject.c, boolobject.c, floatobject.c. */
import { EQ, GE, GT, LE, LT } from './abstract.ts';
import { formatError, setError } from './errors.ts';
import { FLOAT_VALUE, newFloat } from './float.ts';
import * as H from './header.ts';
import * as I from './int.ts';
import { type Binary, NO_NUMBERS, type NumberSlots } from './record.ts';
import type { Runtime } from './runtime.ts';

function notImplemented(rt: Runtime): number {
  return rt.incref(rt.notImplemented);
}

function ints(rt: Runtime, a: number, b: number): boolean {
  return (rt.flagsOf(a) & rt.flagsOf(b) & H.FLAG_LONG) !== 0;
}

function onInts(slow: (rt: Runtime, a: number, b: number) => number): Binary {
  return (rt, a, b) => (ints(rt, a, b) ? slow(rt, a, b) : notImplemented(rt));
}

function isZero(rt: Runtime, o: number): boolean {
  return rt.mem.ld(o + H.OB_SIZE) === 0;
}

function zeroDivision(rt: Runtime, text: string): number {
  return setError(rt, 'ZeroDivisionError', text);
}

function intFloorDivide(rt: Runtime, a: number, b: number): number {
  if (isZero(rt, b)) return zeroDivision(rt, 'integer division or modulo by zero');
  if (I.isCompact(rt, a) && I.isCompact(rt, b)) {
    return I.newInt(rt, Math.floor(I.compactValue(rt, a) / I.compactValue(rt, b)));
  }
  const { quotient } = I.floorDivMod(I.toBig(rt, a), I.toBig(rt, b));
  return I.fromBig(
    rt,
    quotient,
    Math.max(1, I.intDigits(rt, a) - I.intDigits(rt, b) + 1, I.digitsOf(quotient)),
  );
}

function intRemainder(rt: Runtime, a: number, b: number): number {
  if (isZero(rt, b)) return zeroDivision(rt, 'integer modulo by zero');
  if (I.isCompact(rt, a) && I.isCompact(rt, b)) {
    const y = I.compactValue(rt, b);
    const r = I.compactValue(rt, a) % y;
    return I.newInt(rt, r === 0 ? 0 : r < 0 !== y < 0 ? r + y : r);
  }
  return I.fromBig(rt, I.floorDivMod(I.toBig(rt, a), I.toBig(rt, b)).remainder);
}

function intTrueDivide(rt: Runtime, a: number, b: number): number {
  if (isZero(rt, b)) return zeroDivision(rt, 'division by zero');
  const x = I.toBig(rt, a);
  const y = I.toBig(rt, b);
  const quotient = Number(x) / Number(y);
  if (Number.isFinite(quotient) && Math.abs(Number(y)) < Infinity) return newFloat(rt, quotient);
  const shift = BigInt(Math.max(0, I.digitsOf(y) * 30 - 1000));
  const scaled = Number(x >> shift) / Number(y >> shift);
  if (!Number.isFinite(scaled))
    return setError(rt, 'OverflowError', 'integer division result too large for a float');
  return newFloat(rt, scaled);
}

function intPower(rt: Runtime, a: number, b: number): number {
  const exponent = I.toBig(rt, b);
  if (exponent < 0n) {
    if (isZero(rt, a)) return zeroDivision(rt, '0.0 cannot be raised to a negative power');
    return newFloat(rt, power(Number(I.toBig(rt, a)), Number(exponent)));
  }
  const base = I.toBig(rt, a);
  const digits = I.digitsOf(base) * Number(exponent);
  if (base > 1n || base < -1n) rt.work(Math.min(digits * digits, 1e15));
  return I.fromBig(rt, base ** exponent);
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

function shift(rt: Runtime, a: number, b: number, left: boolean): number {
  const n = I.toNumber(rt, b);
  if (n < 0) return setError(rt, 'ValueError', 'negative shift count');
  if (left) {
    if (n > 1e7) return setError(rt, 'OverflowError', 'too many digits in integer');
    rt.work(n >> 5);
  }
  const value = I.toBig(rt, a);
  const result = left ? value << BigInt(n) : value >> BigInt(Math.min(n, 1e9));
  return I.fromBig(rt, result);
}

function bitwise(op: (x: bigint, y: bigint) => bigint): Binary {
  return (rt, a, b) => {
    if (!ints(rt, a, b)) return notImplemented(rt);
    const result = op(I.toBig(rt, a), I.toBig(rt, b));
    if (rt.typeOf(a) === rt.types.bool && rt.typeOf(b) === rt.types.bool) return rt.bool(result !== 0n);
    return I.fromBig(rt, result);
  };
}

export const INT_NUMBERS: NumberSlots = {
  ...NO_NUMBERS,
  add: onInts(I.intAdd),
  subtract: onInts(I.intSubtract),
  multiply: onInts(I.intMultiply),
  trueDivide: onInts(intTrueDivide),
  floorDivide: onInts(intFloorDivide),
  remainder: onInts(intRemainder),
  power: onInts(intPower),
  lshift: onInts((rt, a, b) => shift(rt, a, b, true)),
  rshift: onInts((rt, a, b) => shift(rt, a, b, false)),
  and: bitwise((x, y) => x & y),
  or: bitwise((x, y) => x | y),
  xor: bitwise((x, y) => x ^ y),
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

export const FLOAT_NUMBERS: NumberSlots = {
  ...NO_NUMBERS,
  add: onDoubles((rt, x, y) => newFloat(rt, x + y)),
  subtract: onDoubles((rt, x, y) => newFloat(rt, x - y)),
  multiply: onDoubles((rt, x, y) => newFloat(rt, x * y)),
  trueDivide: onDoubles((rt, x, y) =>
    y === 0 ? zeroDivision(rt, 'float division by zero') : newFloat(rt, x / y),
  ),
  floorDivide: onDoubles((rt, x, y) =>
    y === 0
      ? zeroDivision(rt, 'float floor division by zero')
      : newFloat(rt, Math.floor((x - floatModulo(x, y)) / y + 0.5)),
  ),
  remainder: onDoubles((rt, x, y) =>
    y === 0 ? zeroDivision(rt, 'float modulo') : newFloat(rt, floatModulo(x, y)),
  ),
  power: onDoubles((rt, x, y) => {
    if (x === 0 && y < 0) return zeroDivision(rt, '0.0 cannot be raised to a negative power');
    if (x < 0 && !Number.isInteger(y)) {
      return formatError(rt, 'ValueError', "complex numbers are not part of the classroom's Python", 54);
    }
    return newFloat(rt, power(x, y));
  }),
};

export function floatCompare(rt: Runtime, a: number, b: number, op: number): number {
  const x = double(rt, a);
  const y = double(rt, b);
  if (x === null || y === null) return notImplemented(rt);
  if (Number.isNaN(x) || Number.isNaN(y)) return rt.bool(op === 3);
  if (Number.isFinite(x) && Number.isFinite(y) && rt.flagsOf(b) & H.FLAG_LONG && !I.isCompact(rt, b)) {
    const whole = BigInt(Math.floor(x));
    const other = I.toBig(rt, b);
    const order = whole < other ? -1 : whole > other ? 1 : x > Math.floor(x) ? 1 : 0;
    return rt.bool(holds(order, op));
  }
  return rt.bool(holds(x < y ? -1 : x > y ? 1 : 0, op));
}

export function intNegative(rt: Runtime, o: number): number {
  if (I.isCompact(rt, o)) return I.newInt(rt, 0 - I.compactValue(rt, o));
  return I.newBig(rt, -I.toBig(rt, o), I.intDigits(rt, o));
}

/** The object itself for an exact int, else a plain int of that value. */
export function intPositive(rt: Runtime, o: number): number {
  if (rt.typeOf(o) === rt.types.int) return rt.incref(o);
  return I.isCompact(rt, o) ? I.newInt(rt, I.compactValue(rt, o)) : I.fromBig(rt, I.toBig(rt, o));
}

export function intAbsolute(rt: Runtime, o: number): number {
  return rt.mem.ld(o + H.OB_SIZE) < 0 ? intNegative(rt, o) : intPositive(rt, o);
}

export function intInvert(rt: Runtime, o: number): number {
  if (I.isCompact(rt, o)) return I.newInt(rt, -(I.compactValue(rt, o) + 1));
  return I.fromBig(rt, -(I.toBig(rt, o) + 1n));
}
