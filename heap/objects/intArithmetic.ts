/**
 * Arithmetic of ints, with the requests that Objects/longobject.c makes on the way: `x_add`, `x_sub`, `k_mul`,
 * `l_divmod`, `long_rem`, `x_divrem`, `long_pow`, `long_lshift`, `long_rshift`, `long_bitwise`. Values are computed
 * as bigints; only how many digits each step asks for is followed. Two numbers of one digit never come here from
 * the loops of lessons, they are answered first.
 */
import { setError } from './errors.ts';
import { newFloat } from './float.ts';
import * as H from './header.ts';
import * as I from './int.ts';
import type { Runtime } from './runtime.ts';

const DIGIT_BITS = 30;
const magnitude = (value: bigint): bigint => (value < 0n ? -value : value);

/** The singleton in place of a small result that has a block of its own. Models `maybe_small_long`. */
function maybeSmall(rt: Runtime, o: number): number {
  if (!I.isCompact(rt, o)) return o;
  const value = I.compactValue(rt, o);
  if (value < -5 || value > 256) return o;
  rt.decref(o);
  return I.newInt(rt, value);
}

/** In a block for `digits` digits. */
function made(rt: Runtime, value: bigint, digits: number): number {
  return I.newBig(rt, value, Math.max(1, digits));
}

/** As `PyLong_FromLong` and `_PyLong_FromSTwoDigits` make it. */
function plain(rt: Runtime, value: bigint): number {
  return I.newInt(rt, Number(value));
}

function bothCompact(rt: Runtime, a: number, b: number): boolean {
  return I.isCompact(rt, a) && I.isCompact(rt, b);
}

function addMagnitudes(rt: Runtime, result: bigint, a: number, b: number): number {
  return made(rt, result, Math.max(I.intDigits(rt, a), I.intDigits(rt, b)) + 1);
}

/** The larger operand's digits, or as many as differ. */
function subtractMagnitudes(rt: Runtime, result: bigint, a: number, b: number): number {
  const digits = I.intDigits(rt, a);
  if (digits !== I.intDigits(rt, b)) return made(rt, result, Math.max(digits, I.intDigits(rt, b)));
  let i = digits - 1;
  while (i >= 0 && rt.mem.ld(a + I.INT_DIGITS + 4 * i) === rt.mem.ld(b + I.INT_DIGITS + 4 * i)) i--;
  return i < 0 ? I.newInt(rt, 0) : maybeSmall(rt, made(rt, result, i + 1));
}

function negative(rt: Runtime, o: number): boolean {
  return rt.mem.ld(o + H.OB_SIZE) < 0;
}

export function intAdd(rt: Runtime, a: number, b: number): number {
  if (bothCompact(rt, a, b)) return I.newInt(rt, I.compactValue(rt, a) + I.compactValue(rt, b));
  const sum = I.toBig(rt, a) + I.toBig(rt, b);
  return negative(rt, a) === negative(rt, b)
    ? addMagnitudes(rt, sum, a, b)
    : maybeSmall(rt, subtractMagnitudes(rt, sum, a, b));
}

export function intSubtract(rt: Runtime, a: number, b: number): number {
  if (bothCompact(rt, a, b)) return I.newInt(rt, I.compactValue(rt, a) - I.compactValue(rt, b));
  const difference = I.toBig(rt, a) - I.toBig(rt, b);
  return negative(rt, a) === negative(rt, b)
    ? maybeSmall(rt, subtractMagnitudes(rt, difference, a, b))
    : addMagnitudes(rt, difference, a, b);
}

export function intMultiply(rt: Runtime, a: number, b: number): number {
  if (bothCompact(rt, a, b)) {
    const product = I.compactValue(rt, a) * I.compactValue(rt, b);
    if (Number.isSafeInteger(product)) return I.newInt(rt, product === 0 ? 0 : product);
    return made(rt, I.toBig(rt, a) * I.toBig(rt, b), 2);
  }
  const [na, nb] = [I.intDigits(rt, a), I.intDigits(rt, b)];
  rt.work((na * nb) >> 6);
  if (na === 0 || nb === 0) return I.newInt(rt, 0);
  return made(rt, I.toBig(rt, a) * I.toBig(rt, b), na + nb);
}

/** Changes the sign, in place where nobody else holds it. Models `_PyLong_Negate`. */
function negate(rt: Runtime, o: number): number {
  if (rt.mem.ld(o) === 1) {
    rt.mem.st(o + H.OB_SIZE, -rt.mem.ld(o + H.OB_SIZE));
    return o;
  }
  const result = plain(rt, -I.toBig(rt, o));
  rt.decref(o);
  return result;
}

/** An exact int as it is, else a copy. Models `long_long`. */
export function intPositive(rt: Runtime, o: number): number {
  if (rt.typeOf(o) === rt.types.int) return rt.incref(o);
  return copyOf(rt, o, I.toBig(rt, o));
}

function copyOf(rt: Runtime, o: number, value: bigint): number {
  return I.isCompact(rt, o) && value >= -5n && value <= 256n
    ? I.newInt(rt, Number(value))
    : made(rt, value, I.intDigits(rt, o));
}

export function intNegative(rt: Runtime, o: number): number {
  if (I.isCompact(rt, o)) return I.newInt(rt, 0 - I.compactValue(rt, o));
  return made(rt, -I.toBig(rt, o), I.intDigits(rt, o));
}

export function intAbsolute(rt: Runtime, o: number): number {
  return negative(rt, o) ? intNegative(rt, o) : intPositive(rt, o);
}

export function intInvert(rt: Runtime, o: number): number {
  if (I.isCompact(rt, o)) return I.newInt(rt, -(I.compactValue(rt, o) + 1));
  const one = I.newInt(rt, 1);
  const sum = intAdd(rt, o, one);
  rt.decref(one);
  return negate(rt, sum);
}

/** Quotient of magnitudes and the remainder beside it, both owned. Models `x_divrem`. */
function divideMagnitudes(
  rt: Runtime,
  a: bigint,
  b: bigint,
): { readonly quotient: number; readonly remainder: number } {
  let digits = I.digitsOf(a);
  const below = I.digitsOf(b);
  const room = made(rt, 0n, digits + 1);
  const remainder = made(rt, a % b, below);
  const shift = BigInt(below * DIGIT_BITS - b.toString(2).length);
  if (I.digitsOf(a << shift) > digits || topDigit(a << shift, digits) >= topDigit(b << shift, below))
    digits++;
  const quotient = made(rt, a / b, digits - below);
  rt.decref(room);
  return { quotient, remainder };
}

function topDigit(value: bigint, digits: number): bigint {
  return value >> BigInt((digits - 1) * DIGIT_BITS);
}

/** Fewer digits, or a smaller leading one: then there is nothing to divide. */
function clearlyLess(rt: Runtime, a: number, b: number): boolean {
  const [na, nb] = [I.intDigits(rt, a), I.intDigits(rt, b)];
  if (na !== nb || na === 0) return na < nb;
  const top = I.INT_DIGITS + 4 * (na - 1);
  return rt.mem.ld(a + top) < rt.mem.ld(b + top);
}

/** Models `long_divrem`: towards zero. */
export function divideTowardsZero(
  rt: Runtime,
  a: number,
  b: number,
): { readonly quotient: number; readonly remainder: number } {
  const [x, y] = [I.toBig(rt, a), I.toBig(rt, b)];
  if (clearlyLess(rt, a, b)) return { remainder: intPositive(rt, a), quotient: I.newInt(rt, 0) };
  let quotient: number;
  let remainder: number;
  if (I.intDigits(rt, b) === 1) {
    quotient = made(rt, magnitude(x) / magnitude(y), I.intDigits(rt, a));
    remainder = plain(rt, magnitude(x) % magnitude(y));
  } else {
    const parts = divideMagnitudes(rt, magnitude(x), magnitude(y));
    quotient = parts.quotient;
    remainder = maybeSmall(rt, parts.remainder);
  }
  if (x < 0n !== y < 0n) quotient = negate(rt, quotient);
  if (x < 0n && rt.mem.ld(remainder + H.OB_SIZE) !== 0) remainder = negate(rt, remainder);
  return { quotient: maybeSmall(rt, quotient), remainder };
}

/** Floor division of one-digit numbers. */
function compactFloor(rt: Runtime, a: number, b: number): { quotient: number; remainder: number } | null {
  if (I.intDigits(rt, a) !== 1 || I.intDigits(rt, b) !== 1) return null;
  const [x, y] = [I.compactValue(rt, a), I.compactValue(rt, b)];
  const quotient = Math.floor(x / y);
  const remainder = x - quotient * y;
  return { quotient: quotient === 0 ? 0 : quotient, remainder: remainder === 0 ? 0 : remainder };
}

/** Both owned; null = an exception is set. Models `l_divmod`. */
function floorParts(
  rt: Runtime,
  a: number,
  b: number,
): { readonly quotient: number; readonly remainder: number } | null {
  if (I.intDigits(rt, b) === 0) {
    setError(rt, 'ZeroDivisionError', 'integer division or modulo by zero');
    return null;
  }
  rt.work((I.intDigits(rt, a) * I.intDigits(rt, b)) >> 6);
  let { quotient, remainder } = divideTowardsZero(rt, a, b);
  const sign = rt.mem.ld(remainder + H.OB_SIZE);
  if (sign !== 0 && sign < 0 !== negative(rt, b)) {
    const raised = intAdd(rt, remainder, b);
    rt.decref(remainder);
    remainder = raised;
    const one = I.newInt(rt, 1);
    const lowered = intSubtract(rt, quotient, one);
    rt.decref(one);
    rt.decref(quotient);
    quotient = lowered;
  }
  return { quotient, remainder };
}

export function intFloorDivide(rt: Runtime, a: number, b: number): number {
  const small = compactFloor(rt, a, b);
  if (small !== null) return I.newInt(rt, small.quotient);
  const parts = floorParts(rt, a, b);
  if (parts === null) return 0;
  rt.decref(parts.remainder);
  return parts.quotient;
}

/** Models `l_mod`, which forgets the quotient early. */
export function intRemainder(rt: Runtime, a: number, b: number): number {
  const small = compactFloor(rt, a, b);
  if (small !== null) return I.newInt(rt, small.remainder);
  if (I.intDigits(rt, b) === 0) return setError(rt, 'ZeroDivisionError', 'integer modulo by zero');
  const [x, y] = [I.toBig(rt, a), I.toBig(rt, b)];
  rt.work((I.intDigits(rt, a) * I.intDigits(rt, b)) >> 6);
  let remainder: number;
  if (clearlyLess(rt, a, b)) remainder = intPositive(rt, a);
  else {
    if (I.intDigits(rt, b) === 1) remainder = plain(rt, magnitude(x) % magnitude(y));
    else {
      const parts = divideMagnitudes(rt, magnitude(x), magnitude(y));
      rt.decref(parts.quotient);
      remainder = maybeSmall(rt, parts.remainder);
    }
    if (x < 0n && rt.mem.ld(remainder + H.OB_SIZE) !== 0) remainder = negate(rt, remainder);
  }
  const sign = rt.mem.ld(remainder + H.OB_SIZE);
  if (sign === 0 || sign < 0 === negative(rt, b)) return remainder;
  const raised = intAdd(rt, remainder, b);
  rt.decref(remainder);
  return raised;
}

/** The pair, or 0. */
export function intDivmod(rt: Runtime, a: number, b: number): readonly [number, number] | null {
  const small = compactFloor(rt, a, b);
  if (small !== null) return [I.newInt(rt, small.quotient), I.newInt(rt, small.remainder)];
  const parts = floorParts(rt, a, b);
  return parts === null ? null : [parts.quotient, parts.remainder];
}

/** a ** b for b >= 0, modulo c where c is not 0 (borrowed, positive). */
export function intPower(rt: Runtime, a: number, b: number, c: number): number {
  const exponent = I.toBig(rt, b);
  const reduce = c !== 0 && (negative(rt, a) || I.intDigits(rt, a) > I.intDigits(rt, c));
  const base = reduce ? intRemainder(rt, a, c) : rt.incref(a);
  if (c === 0 && I.intDigits(rt, a) > 0) {
    const digits = I.intDigits(rt, a) * Math.min(Number(exponent), 1e9);
    const value = magnitude(I.toBig(rt, a));
    if (value > 1n) rt.work(Math.min((digits * digits) / 64, 1e15));
  }
  let result = I.newInt(rt, 1);
  const times = (x: number, y: number): void => {
    const product = intMultiply(rt, x, y);
    rt.decref(result);
    result = product;
    if (c === 0) return;
    const reduced = intRemainder(rt, result, c);
    rt.decref(result);
    result = reduced;
  };
  if (exponent <= 3n) {
    if (exponent >= 2n) {
      times(base, base);
      if (exponent === 3n) times(result, base);
    } else if (exponent === 1n) times(base, result);
    else if (c !== 0) {
      const reduced = intRemainder(rt, result, c);
      rt.decref(result);
      result = reduced;
    }
  } else {
    rt.decref(result);
    result = rt.incref(base);
    const bits = exponent.toString(2);
    for (let i = 1; i < bits.length; i++) {
      times(result, result);
      if (bits.charAt(i) === '1') times(result, base);
    }
  }
  rt.decref(base);
  return result;
}

/** pow(a, b, c) of three ints. */
export function powerModulo(rt: Runtime, a: number, b: number, c: number): number {
  const modulus = I.toBig(rt, c);
  if (modulus === 0n) return setError(rt, 'ValueError', 'pow() 3rd argument cannot be 0');
  if (magnitude(modulus) === 1n) return I.newInt(rt, 0);
  const positive = modulus < 0n ? copyOf(rt, c, -modulus) : rt.incref(c);
  let result: number;
  if (negative(rt, b)) {
    const inverse = inverseModulo(I.toBig(rt, a), magnitude(modulus));
    if (inverse === null) {
      rt.decref(positive);
      return setError(rt, 'ValueError', 'base is not invertible for the given modulus');
    }
    const base = I.fromBig(rt, inverse);
    const exponent = intNegative(rt, b);
    result = intPower(rt, base, exponent, positive);
    rt.decref(base);
    rt.decref(exponent);
  } else result = intPower(rt, a, b, positive);
  if (modulus < 0n && I.intDigits(rt, result) > 0) {
    const lowered = intSubtract(rt, result, positive);
    rt.decref(result);
    result = lowered;
  }
  rt.decref(positive);
  return result;
}

/** Extended Euclid; null = there is none. */
function inverseModulo(a: bigint, n: bigint): bigint | null {
  let [low, high] = [((a % n) + n) % n, n];
  let [x, y] = [1n, 0n];
  while (low > 0n) {
    const quotient = high / low;
    [low, high] = [high - quotient * low, low];
    [x, y] = [y - quotient * x, x];
  }
  return high === 1n ? ((y % n) + n) % n : null;
}

/** From its digits, in a block whose size their number decides. Models `PyLong_FromString`. */
export function intFromText(rt: Runtime, value: bigint, digits: number, radix: number): number {
  const bits = bitLength(BigInt(radix)) - 1;
  const room =
    (radix & (radix - 1)) === 0
      ? Math.ceil((digits * bits) / DIGIT_BITS)
      : Math.floor(digits * (Math.log(radix) / Math.log(2 ** DIGIT_BITS)) + 1);
  return maybeSmall(rt, made(rt, value, room));
}

export function intShiftLeft(rt: Runtime, a: number, b: number): number {
  const n = I.toNumber(rt, b);
  if (n < 0) return setError(rt, 'ValueError', 'negative shift count');
  const digits = I.intDigits(rt, a);
  if (digits === 0) return I.newInt(rt, 0);
  if (n > 1e9) return setError(rt, 'OverflowError', 'too many digits in integer');
  rt.work(n >> 5);
  const value = I.toBig(rt, a) << BigInt(n);
  if (n < DIGIT_BITS && digits === 1) return n < 23 ? plain(rt, value) : twoDigits(rt, value);
  const grown = digits + Math.floor(n / DIGIT_BITS) + (n % DIGIT_BITS === 0 ? 0 : 1);
  return maybeSmall(rt, made(rt, value, grown));
}

/** Below 2^60, which a JS number may not hold exactly. */
function twoDigits(rt: Runtime, value: bigint): number {
  const size = magnitude(value);
  return size < 1n << 30n ? plain(rt, value) : made(rt, value, 2);
}

export function intShiftRight(rt: Runtime, a: number, b: number): number {
  const n = I.toNumber(rt, b);
  if (n < 0) return setError(rt, 'ValueError', 'negative shift count');
  const digits = I.intDigits(rt, a);
  if (digits === 0) return I.newInt(rt, 0);
  const value = I.toBig(rt, a) >> BigInt(Math.min(n, 1e9));
  if (digits === 1) return plain(rt, value);
  let words = Math.floor(n / DIGIT_BITS);
  if (negative(rt, a) && n % DIGIT_BITS === 0) {
    if (n === 0) return intPositive(rt, a);
    words--;
  }
  if (digits - words <= 0) return plain(rt, value);
  return maybeSmall(rt, made(rt, value, digits - words));
}

function bitLength(value: bigint): number {
  return value === 0n ? 0 : magnitude(value).toString(2).length;
}

/** 2 to a whole power, by steps that are exact in every engine. */
function powerOfTwo(n: number): number {
  let result = 1;
  for (let k = Math.abs(n); k > 0; k -= 512) result *= 2 ** Math.min(k, 512);
  return n < 0 ? 1 / result : result;
}

/** Models `long_true_divide`: correctly rounded, by way of a quotient of 55 or 56 bits. */
export function intTrueDivide(rt: Runtime, a: number, b: number): number {
  const [x, y] = [I.toBig(rt, a), I.toBig(rt, b)];
  if (y === 0n) return setError(rt, 'ZeroDivisionError', 'division by zero');
  const sign = x < 0n !== y < 0n || (x === 0n && y < 0n) ? -1 : 1;
  const [bitsA, bitsB] = [bitLength(x), bitLength(y)];
  if (bitsA <= 53 && bitsB <= 53) return newFloat(rt, (sign * Math.abs(Number(x))) / Math.abs(Number(y)));
  const tooLarge = 'integer division result too large for a float';
  if (bitsA - bitsB > 1024) return setError(rt, 'OverflowError', tooLarge);
  if (bitsA - bitsB < -1075 || x === 0n) return newFloat(rt, sign * 0);
  const shift = Math.max(bitsA - bitsB, -1021) - 55;
  const digits = I.intDigits(rt, a);
  const by = BigInt(Math.abs(shift));
  const moved = shift <= 0 ? magnitude(x) << by : magnitude(x) >> by;
  const words = Math.floor(Math.abs(shift) / DIGIT_BITS);
  let scratch = made(rt, moved, shift <= 0 ? digits + words + 1 : digits - words);
  if (I.intDigits(rt, b) > 1) {
    const parts = divideMagnitudes(rt, moved, magnitude(y));
    rt.decref(scratch);
    scratch = parts.quotient;
    rt.decref(parts.remainder);
  }
  const lost = moved % magnitude(y) !== 0n || (shift > 0 && moved << by !== magnitude(x));
  const value = Number(((moved / magnitude(y)) << 1n) | (lost ? 1n : 0n)) * powerOfTwo(shift - 1);
  rt.decref(scratch);
  return Number.isFinite(value) ? newFloat(rt, sign * value) : setError(rt, 'OverflowError', tooLarge);
}

type Bits = 'and' | 'or' | 'xor';

export function intBits(rt: Runtime, a: number, b: number, op: Bits): number {
  const [x, y] = [I.toBig(rt, a), I.toBig(rt, b)];
  const result = op === 'and' ? x & y : op === 'or' ? x | y : x ^ y;
  if (bothCompact(rt, a, b)) return plain(rt, result);
  /* negative operands are complemented in a copy first */
  const copies = [a, b].map((o) => (negative(rt, o) ? made(rt, 0n, I.intDigits(rt, o)) : 0));
  let [na, nb] = [I.intDigits(rt, a), I.intDigits(rt, b)];
  let [minusA, minusB] = [x < 0n, y < 0n];
  if (na < nb) {
    [na, nb] = [nb, na];
    [minusA, minusB] = [minusB, minusA];
  }
  const longest = op === 'xor' || (op === 'and' ? minusB : !minusB);
  const digits = (longest ? na : nb) + (result < 0n ? 1 : 0);
  const o = made(rt, result, digits);
  for (const copy of copies) rt.xdecref(copy);
  return maybeSmall(rt, o);
}
