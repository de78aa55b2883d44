/**
 * Exact arithmetic where a double alone would round differently from CPython or from engine to engine.
 *
 * `ratioToDouble` rounds a quotient of integers correctly (Objects/longobject.c `long_true_divide`); `floatPower`
 * is `float_pow` of Objects/floatobject.c for finite arguments: exact and correctly rounded for whole exponents,
 * where the C library's pow is as well within its tiny error, and by the engine's pow for the rest.
 */

function bitLength(value: bigint): number {
  return value === 0n ? 0 : value.toString(2).length;
}

/** numerator / denominator, both positive, rounded half to even; Infinity when out of range. */
export function ratioToDouble(numerator: bigint, denominator: bigint): number {
  if (numerator === 0n) return 0;
  // Scale so that the quotient has 55 bits or more: 53 kept, the rest and a sticky bit decide the rounding.
  let shift = bitLength(numerator) - bitLength(denominator) - 55;
  if (shift < -1130) shift = -1130;
  const scaledNumerator = shift < 0 ? numerator << BigInt(-shift) : numerator;
  const scaledDenominator = shift > 0 ? denominator << BigInt(shift) : denominator;
  let quotient = scaledNumerator / scaledDenominator;
  if (scaledNumerator % scaledDenominator !== 0n) quotient |= 1n;
  return scaleToDouble(quotient, shift);
}

/** quotient * 2**exponent, where the lowest bit of quotient is sticky; correctly rounded. */
function scaleToDouble(quotient: bigint, exponent: number): number {
  const bits = bitLength(quotient);
  const lowest = Math.max(bits + exponent - 53, -1074);
  const drop = lowest - exponent;
  let mantissa = quotient;
  if (drop > 0) {
    const cut = BigInt(drop);
    mantissa = quotient >> cut;
    const rest = quotient - (mantissa << cut);
    const half = 1n << (cut - 1n);
    if (rest > half || (rest === half && (mantissa & 1n) === 1n)) mantissa += 1n;
  }
  return shiftDouble(Number(mantissa), drop > 0 ? lowest : exponent);
}

/** value * 2**exponent without rounding twice; powers of two by multiplication are exact. */
function shiftDouble(value: number, exponent: number): number {
  let result = value;
  let left = exponent;
  while (left > 1000) {
    result *= 2 ** 1000;
    left -= 1000;
  }
  while (left < -1000) {
    result *= 2 ** -1000;
    left += 1000;
  }
  return result * 2 ** left;
}

/** A finite double as mantissa * 2**exponent. */
function parts(value: number): { mantissa: bigint; exponent: number } {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const biased = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  return biased === 0
    ? { mantissa: fraction, exponent: -1074 }
    : { mantissa: fraction | 0x10000000000000n, exponent: biased - 1075 };
}

/** Base and exponent finite, not the cases Python raises for (0 to a negative power, negative to a fraction). */
export function floatPower(base: number, exponent: number): number {
  if (exponent === 0 || base === 1) return 1;
  if (exponent === 0.5 && base >= 0) return Math.sqrt(base);
  if (!Number.isInteger(exponent) || Math.abs(exponent) > 2000 || base === 0) return base ** exponent;
  const { mantissa, exponent: scale } = parts(Math.abs(base));
  const trailing = BigInt(trailingZeros(mantissa));
  const times = BigInt(Math.abs(exponent));
  const power = (mantissa >> trailing) ** times;
  const powerScale = (scale + Number(trailing)) * Math.abs(exponent);
  const sign = base < 0 && exponent % 2 !== 0 ? -1 : 1;
  const magnitude = exponent > 0 ? scaleExact(power, powerScale) : invertExact(power, powerScale);
  return sign * magnitude;
}

function trailingZeros(value: bigint): number {
  let count = 0;
  let rest = value;
  while (rest !== 0n && (rest & 1n) === 0n) {
    rest >>= 1n;
    count++;
  }
  return count;
}

function scaleExact(value: bigint, exponent: number): number {
  const bits = bitLength(value) + exponent;
  if (bits > 1100) return Number.POSITIVE_INFINITY;
  if (bits < -1100) return 0;
  return exponent >= 0
    ? ratioToDouble(value << BigInt(exponent), 1n)
    : ratioToDouble(value, 1n << BigInt(-exponent));
}

function invertExact(value: bigint, exponent: number): number {
  const bits = bitLength(value) + exponent;
  if (bits > 1100) return 0;
  if (bits < -1100) return Number.POSITIVE_INFINITY;
  return exponent >= 0
    ? ratioToDouble(1n, value << BigInt(exponent))
    : ratioToDouble(1n << BigInt(-exponent), value);
}
