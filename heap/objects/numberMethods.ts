/** Methods and attributes of int and float. Models Objects/longobject.c `long_methods`, floatobject.c `float_methods`. */
import { asIndex, isTrue } from './abstract.ts';
import { named, positional, textArgument } from './arguments.ts';
import { bytesOf, bytesText, isBytes } from './bytes.ts';
import type { MethodSpec, Methods } from './define.ts';
import { formatError, setError } from './errors.ts';
import { newFloat } from './float.ts';
import { exactFraction, fixed } from './floatDigits.ts';
import * as I from './int.ts';
import {
  divideTowardsZero,
  intAdd,
  intPositive,
  intPower,
  intShiftLeft,
  intSubtract,
} from './intArithmetic.ts';
import type { GetSetDef } from './record.ts';
import type { Runtime } from './runtime.ts';
import { newStr } from './str.ts';
import { ownFormat } from './strobject.ts';
import { newTuple, tupleOf } from './tuple.ts';

/** Borrowed text of byteorder; null = an exception is set. */
function littleEndian(rt: Runtime, fn: string, o: number): boolean | null {
  const text = o === 0 ? 'big' : textArgument(rt, fn, "argument 'byteorder'", o);
  if (text === 'big' || text === 'little') return text === 'little';
  if (text !== null) setError(rt, 'ValueError', "byteorder must be either 'little' or 'big'");
  return null;
}

const toBytes: MethodSpec = {
  convention: 'fast',
  keywords: true,
  call: (rt, self, args, nargs, kw) => {
    const given = named(rt, 'int.to_bytes', ['length', 'byteorder', 'signed'], 0, args, nargs, kw);
    if (given === null) return 0;
    const length = given[0] ? asIndex(rt, given[0], 'OverflowError') : 1;
    if (length === null) return 0;
    const little = littleEndian(rt, 'to_bytes', given[1] ?? 0);
    if (little === null) return 0;
    const signed = given[2] ? isTrue(rt, given[2]) : 0;
    if (signed < 0) return 0;
    if (length < 0) return setError(rt, 'ValueError', 'length argument must be non-negative');
    const value = I.toBig(rt, self);
    if (value < 0n && signed === 0)
      return setError(rt, 'OverflowError', "can't convert negative int to unsigned");
    const bits = BigInt(length) * 8n;
    const limit = signed === 1 && length > 0 ? 1n << (bits - 1n) : 1n << bits;
    if (value >= limit || value < -limit) return setError(rt, 'OverflowError', 'int too big to convert');
    let rest = BigInt.asUintN(Number(bits), value);
    const values: number[] = [];
    for (let i = 0; i < length; i++) {
      values.push(Number(rest & 255n));
      rest >>= 8n;
    }
    if (!little) values.reverse();
    return bytesOf(rt, values.map((v) => String.fromCharCode(v)).join(''));
  },
};

const fromBytes: MethodSpec = {
  convention: 'fast',
  keywords: true,
  kind: 'class',
  call: (rt, _type, args, nargs, kw) => {
    const given = named(rt, 'int.from_bytes', ['bytes', 'byteorder', 'signed'], 1, args, nargs, kw);
    if (given === null) return 0;
    const source = given[0] ?? 0;
    const little = littleEndian(rt, 'from_bytes', given[1] ?? 0);
    if (little === null) return 0;
    const signed = given[2] ? isTrue(rt, given[2]) : 0;
    if (signed < 0) return 0;
    if (!isBytes(rt, source)) {
      const name = rt.tpName(rt.typeOf(source));
      return formatError(rt, 'TypeError', "cannot convert '%.200s' object to bytes", name);
    }
    const text = bytesText(rt, source);
    let value = 0n;
    for (let i = 0; i < text.length; i++) {
      value = (value << 8n) | BigInt(text.charCodeAt(little ? text.length - 1 - i : i));
    }
    if (signed === 1) value = BigInt.asIntN(8 * text.length, value);
    return I.fromBig(rt, value);
  },
};

function magnitude(rt: Runtime, o: number): bigint {
  const value = I.toBig(rt, o);
  return value < 0n ? -value : value;
}

/** round(x, n) for ints: to a power of ten, halves to the even side. */
const roundInt: MethodSpec = {
  convention: 'fast',
  call: (rt, self, args, nargs) => {
    if (!positional(rt, '__round__', nargs, 0, 1)) return 0;
    if (nargs === 0) return intPositive(rt, self);
    const places = asIndex(rt, rt.mem.ld(args), null);
    if (places === null) return 0;
    if (places >= 0) return intPositive(rt, self);
    return roundToUnit(rt, self, -places);
  },
};

/** Subtracts the near remainder of a division by 10 ** places. Models `_PyLong_DivmodNear`. */
function roundToUnit(rt: Runtime, self: number, places: number): number {
  const ten = I.newInt(rt, 10);
  const exponent = I.newInt(rt, places);
  const unit = intPower(rt, ten, exponent, 0);
  rt.decref(exponent);
  let { quotient, remainder } = divideTowardsZero(rt, self, unit);
  const one = I.newInt(rt, 1);
  const twice = intShiftLeft(rt, remainder, one);
  const size = I.toBig(rt, twice);
  rt.decref(twice);
  const by = I.toBig(rt, unit);
  const odd = (I.toBig(rt, quotient) & 1n) !== 0n;
  const negative = size < 0n;
  const order = negative ? -size - by : size - by;
  if (order > 0n || (order === 0n && odd)) {
    const nearer = (negative ? intSubtract : intAdd)(rt, quotient, one);
    rt.decref(quotient);
    quotient = nearer;
    const left = (negative ? intAdd : intSubtract)(rt, remainder, unit);
    rt.decref(remainder);
    remainder = left;
  }
  const parts = newTuple(rt, 2);
  rt.mem.st(parts + 24, quotient);
  rt.mem.st(parts + 32, remainder);
  rt.decref(unit);
  const result = intSubtract(rt, self, rt.mem.ld(parts + 32));
  rt.decref(parts);
  return result;
}

const format: MethodSpec = {
  convention: 'one',
  call: (rt, self, args) => {
    const spec = textArgument(rt, '__format__', 'argument', rt.mem.ld(args));
    return spec === null ? 0 : ownFormat(rt, self, spec);
  },
};

export const INT_METHODS: Methods = {
  bit_length: {
    convention: 'noargs',
    call: (rt, self) => {
      const value = magnitude(rt, self);
      return I.newInt(rt, value === 0n ? 0 : value.toString(2).length);
    },
  },
  bit_count: {
    convention: 'noargs',
    call: (rt, self) => I.newInt(rt, magnitude(rt, self).toString(2).replaceAll('0', '').length),
  },
  conjugate: { convention: 'noargs', call: intPositive },
  as_integer_ratio: {
    convention: 'noargs',
    call: (rt, self) => tupleOf(rt, intPositive(rt, self), I.newInt(rt, 1)),
  },
  to_bytes: toBytes,
  from_bytes: fromBytes,
  __round__: roundInt,
  __trunc__: { convention: 'noargs', call: intPositive },
  __floor__: { convention: 'noargs', call: intPositive },
  __ceil__: { convention: 'noargs', call: intPositive },
  __format__: format,
};

export const INT_GETSETS: readonly GetSetDef[] = [
  { name: 'real', get: intPositive, set: null },
  { name: 'imag', get: (rt) => I.newInt(rt, 0), set: null },
  { name: 'numerator', get: intPositive, set: null },
  { name: 'denominator', get: (rt) => I.newInt(rt, 1), set: null },
];

function doubleOf(rt: Runtime, o: number): number {
  return rt.mem.ldf(o + 16);
}

/** Models `float_hex_impl`: the mantissa as 13 digits, 0x0. for those below the smallest normal number. */
export function floatHex(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  if (!Number.isFinite(value)) return `${sign}inf`;
  if (value === 0) return `${sign}0x0.0p+0`;
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, Math.abs(value));
  const high = view.getUint32(0);
  const biased = high >>> 20;
  const digits =
    (high & 0xfffff).toString(16).padStart(5, '0') + view.getUint32(4).toString(16).padStart(8, '0');
  const exponent = biased === 0 ? -1022 : biased - 1023;
  return `${sign}0x${biased === 0 ? 0 : 1}.${digits}p${exponent < 0 ? '-' : '+'}${Math.abs(exponent)}`;
}

function floatRatio(rt: Runtime, self: number): number {
  const value = doubleOf(rt, self);
  if (Number.isNaN(value)) return setError(rt, 'ValueError', 'cannot convert NaN to integer ratio');
  if (!Number.isFinite(value))
    return setError(rt, 'OverflowError', 'cannot convert Infinity to integer ratio');
  let { above, below } = exactFraction(Math.abs(value));
  while (below > 1n && (above & 1n) === 0n) {
    above >>= 1n;
    below >>= 1n;
  }
  if (above === 0n) below = 1n;
  const numerator = I.fromBig(rt, value < 0 ? -above : above);
  return tupleOf(rt, numerator, I.fromBig(rt, below));
}

/** Halves go to the even side. */
function nearestEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest < 0.5) return floor;
  if (rest > 0.5) return floor + 1;
  return floor % 2 === 0 ? floor : floor + 1;
}

function wholeOf(rt: Runtime, value: number): number {
  if (Number.isNaN(value)) return setError(rt, 'ValueError', 'cannot convert float NaN to integer');
  if (!Number.isFinite(value))
    return setError(rt, 'OverflowError', 'cannot convert float infinity to integer');
  return I.fromBig(rt, BigInt(value));
}

/** round(value, places); places null = to an int. Models `float___round___impl`, `double_round`. */
export function roundDouble(rt: Runtime, value: number, places: number | null): number {
  if (places === null) return wholeOf(rt, nearestEven(value));
  if (!Number.isFinite(value) || places > 323) return newFloat(rt, value);
  const negative = value < 0 || Object.is(value, -0);
  if (places < -308) return newFloat(rt, negative ? -0 : 0);
  const rounded = roundedTo(Math.abs(value), places);
  if (!Number.isFinite(rounded)) return setError(rt, 'OverflowError', 'rounded value too large to represent');
  return newFloat(rt, negative ? -rounded : rounded);
}

const roundFloat: MethodSpec = {
  convention: 'fast',
  call: (rt, self, args, nargs) => {
    if (!positional(rt, '__round__', nargs, 0, 1)) return 0;
    const given = nargs === 0 ? rt.none : rt.mem.ld(args);
    const places = given === rt.none ? null : asIndex(rt, given, null);
    if (places === null && given !== rt.none) return 0;
    return roundDouble(rt, doubleOf(rt, self), places);
  },
};

function roundedTo(value: number, places: number): number {
  if (places >= 0) return Number(fixed(value, places));
  const unit = 10n ** BigInt(-places);
  const { above, below } = exactFraction(value);
  const whole = above / (below * unit);
  const twice = (above - whole * below * unit) * 2n;
  const up = twice > below * unit || (twice === below * unit && (whole & 1n) === 1n);
  return Number((up ? whole + 1n : whole) * unit);
}

export const FLOAT_METHODS: Methods = {
  is_integer: { convention: 'noargs', call: (rt, self) => rt.bool(Number.isInteger(doubleOf(rt, self))) },
  as_integer_ratio: { convention: 'noargs', call: floatRatio },
  hex: { convention: 'noargs', call: (rt, self) => newStr(rt, floatHex(doubleOf(rt, self))) },
  conjugate: { convention: 'noargs', call: (rt, self) => rt.incref(self) },
  __round__: roundFloat,
  __trunc__: { convention: 'noargs', call: (rt, self) => wholeOf(rt, Math.trunc(doubleOf(rt, self))) },
  __floor__: { convention: 'noargs', call: (rt, self) => wholeOf(rt, Math.floor(doubleOf(rt, self))) },
  __ceil__: { convention: 'noargs', call: (rt, self) => wholeOf(rt, Math.ceil(doubleOf(rt, self))) },
  __format__: format,
};

export const FLOAT_GETSETS: readonly GetSetDef[] = [
  { name: 'real', get: (rt, o) => rt.incref(o), set: null },
  { name: 'imag', get: (rt) => newFloat(rt, 0), set: null },
];
