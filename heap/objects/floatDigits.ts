/**
 * Exact decimal digits of doubles, rounded half to even, with whole-number arithmetic only.
 * Models Python/dtoa.c as PyOS_double_to_string uses it (modes 2 and 3). Arguments are finite and not negative.
 */
interface Fraction {
  readonly above: bigint;
  readonly below: bigint;
}

/** value = above / below exactly. */
export function exactFraction(value: number): Fraction {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const high = view.getUint32(0) & 0x7fffffff;
  const biased = high >>> 20;
  let mantissa = (BigInt(high & 0xfffff) << 32n) | BigInt(view.getUint32(4));
  if (biased > 0) mantissa |= 1n << 52n;
  const exponent = Math.max(biased, 1) - 1075;
  return exponent >= 0
    ? { above: mantissa << BigInt(exponent), below: 1n }
    : { above: mantissa, below: 1n << BigInt(-exponent) };
}

function roundHalfEven(above: bigint, below: bigint): bigint {
  const whole = above / below;
  const twice = (above % below) * 2n;
  if (twice > below || (twice === below && (whole & 1n) === 1n)) return whole + 1n;
  return whole;
}

/** Digits with `places` of them behind the point: '1234', '12.34'. */
export function fixed(value: number, places: number): string {
  const { above, below } = exactFraction(value);
  // Behind 1100 places every double is exhausted; the rest are zeros.
  const kept = Math.min(places, 1100);
  const digits = roundHalfEven(above * 10n ** BigInt(kept), below)
    .toString()
    .padStart(kept + 1, '0');
  if (places === 0) return digits;
  const point = digits.length - kept;
  return `${digits.slice(0, point)}.${digits.slice(point)}${'0'.repeat(places - kept)}`;
}

/** `count` significant digits and the exponent of the first. */
export function significant(value: number, count: number): { digits: string; exponent: number } {
  if (value === 0) return { digits: '0'.repeat(count), exponent: 0 };
  const { above, below } = exactFraction(value);
  const kept = Math.min(count, 1100);
  let exponent = above.toString().length - below.toString().length;
  // The estimate from the lengths is too large by one at most.
  const reached =
    exponent >= 0 ? above >= below * 10n ** BigInt(exponent) : above * 10n ** BigInt(-exponent) >= below;
  if (!reached) exponent--;
  const power = kept - 1 - exponent;
  const rounded =
    power >= 0
      ? roundHalfEven(above * 10n ** BigInt(power), below)
      : roundHalfEven(above, below * 10n ** BigInt(-power));
  let digits = rounded.toString();
  if (digits.length > kept) {
    digits = digits.slice(0, kept);
    exponent++;
  }
  return { digits: digits.padEnd(count, '0'), exponent };
}
