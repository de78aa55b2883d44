/**
 * format() of text, whole numbers and floats: value and specifier in, text out. Models Python/formatter_unicode.c
 * `format_string_internal`, `format_long_internal`, `format_float_internal`, Python/pystrtod.c `format_float_short`.
 */

import { LimitReached } from '../memory/limit.ts';
import { shortest } from './float.ts';
import { fixed, significant } from './floatDigits.ts';
import {
  type Fault,
  type FormatSpec,
  fault,
  isFault,
  padded,
  parseSpec,
  TOO_WIDE,
  unknownType,
} from './formatSpec.ts';

export function formatText(text: string, spec: string, typeName = 'str'): string | Fault {
  if (spec === '') return text;
  const parsed = parseSpec(spec, typeName, 's', '<');
  if (isFault(parsed)) return parsed;
  if (parsed.type !== 's') return unknownType(parsed.type, typeName);
  if (parsed.sign !== '') {
    const what = parsed.sign === ' ' ? 'Space' : 'Sign';
    return fault('ValueError', `${what} not allowed in string format specifier`);
  }
  if (parsed.noNegativeZero) {
    return fault('ValueError', 'Negative zero coercion (z) not allowed in string format specifier');
  }
  if (parsed.alternate) {
    return fault('ValueError', 'Alternate form (#) not allowed in string format specifier');
  }
  if (parsed.align === '=')
    return fault('ValueError', "'=' alignment not allowed in string format specifier");
  const characters = [...text];
  const kept = parsed.precision >= 0 && parsed.precision < characters.length ? parsed.precision : -1;
  if (kept >= 0) return padded(characters.slice(0, kept).join(''), kept, parsed);
  return padded(text, characters.length, parsed);
}

export function formatInt(value: bigint, spec: string, typeName = 'int'): string | Fault {
  if (spec === '') return value.toString();
  const parsed = parseSpec(spec, typeName, 'd', '>');
  if (isFault(parsed)) return parsed;
  if ('eEfFgG%'.includes(parsed.type)) {
    const double = Number(value);
    if (!Number.isFinite(double)) return fault('OverflowError', 'int too large to convert to float');
    return floatWith(double, parsed);
  }
  if (!'bcdoxXn'.includes(parsed.type)) return unknownType(parsed.type, typeName);
  if (parsed.precision >= 0) {
    return fault('ValueError', 'Precision not allowed in integer format specifier');
  }
  if (parsed.noNegativeZero) {
    return fault('ValueError', 'Negative zero coercion (z) not allowed in integer format specifier');
  }
  if (parsed.type === 'c') return characterWith(value, parsed);
  const magnitude = value < 0n ? -value : value;
  const base = { b: 2, o: 8, x: 16, X: 16 }[parsed.type] ?? 10;
  const digits = magnitude.toString(base);
  const prefix = parsed.alternate && base !== 10 ? `0${parsed.type}` : '';
  const shown = parsed.type === 'X' ? digits.toUpperCase() : digits;
  return numberWith(value < 0n, prefix, shown, '', parsed);
}

function characterWith(value: bigint, spec: FormatSpec): string | Fault {
  if (spec.sign !== '') return fault('ValueError', "Sign not allowed with integer format specifier 'c'");
  if (spec.alternate) {
    return fault('ValueError', "Alternate form (#) not allowed with integer format specifier 'c'");
  }
  if (value > 0x7fffffffffffffffn || value < -0x8000000000000000n) {
    return fault('OverflowError', 'Python int too large to convert to C long');
  }
  if (value < 0n || value > 0x10ffffn) return fault('OverflowError', '%c arg not in range(0x110000)');
  return numberWith(false, '', '', String.fromCodePoint(Number(value)), spec);
}

export function formatFloat(value: number, spec: string, typeName = 'float'): string | Fault {
  const parsed = parseSpec(spec, typeName, '', '>');
  if (isFault(parsed)) return parsed;
  if (parsed.type !== '' && !'eEfFgGn%'.includes(parsed.type)) return unknownType(parsed.type, typeName);
  return floatWith(value, parsed);
}

function floatWith(given: number, spec: FormatSpec): string | Fault {
  if (spec.precision > 0x7fffffff) return fault('ValueError', 'precision too big');
  if (spec.precision > TOO_WIDE) throw new LimitReached('memory');
  const percent = spec.type === '%';
  const value = percent ? given * 100 : given;
  let kind: string = spec.type === '' ? 'r' : spec.type === 'n' ? 'g' : percent ? 'f' : spec.type;
  const dot = kind === 'r';
  if (kind === 'r' && spec.precision >= 0) kind = 'g';
  const precision = spec.precision >= 0 ? spec.precision : 6;
  let text = doubleText(Math.abs(value), kind, precision, spec.alternate, dot);
  let negative = value < 0 || Object.is(value, -0);
  if (
    spec.noNegativeZero &&
    negative &&
    Number.isFinite(value) &&
    !/[1-9]/.test(text.split(/[eE]/)[0] ?? '')
  ) {
    negative = false;
  }
  if (percent) text += '%';
  const whole = /^[0-9]*/.exec(text)?.[0] ?? '';
  return numberWith(negative, '', whole, text.slice(whole.length), spec);
}

/**
 * Digits of a double that is not negative. kind: e f g r or E F G; `dot` adds '.0' where no point would be
 * (as repr does); precision is not used by 'r'.
 */
export function doubleText(
  value: number,
  kind: string,
  precision: number,
  alternate: boolean,
  dot: boolean,
): string {
  const upper = kind === 'E' || kind === 'F' || kind === 'G';
  const lower = kind.toLowerCase();
  let text: string;
  if (!Number.isFinite(value)) text = Number.isNaN(value) ? 'nan' : 'inf';
  else if (lower === 'f') {
    text = fixed(value, precision);
    if (alternate && precision === 0) text += '.';
  } else if (lower === 'e') {
    const { digits, exponent } = significant(value, precision + 1);
    text = exponential(digits, exponent, alternate);
  } else if (lower === 'g') text = general(value, Math.max(precision, 1), alternate, dot);
  else {
    const { digits, exponent } = shortest(value);
    text =
      exponent < -4 || exponent >= 16
        ? exponential(digits, exponent, alternate)
        : plain(digits, exponent, alternate, dot);
  }
  return upper ? text.toUpperCase() : text;
}

function general(value: number, precision: number, alternate: boolean, dot: boolean): string {
  const { digits: all, exponent } = significant(value, precision);
  const digits = alternate ? all : all.replace(/0+$/, '') || '0';
  if (exponent < -4 || exponent + 1 > precision - (dot ? 1 : 0))
    return exponential(digits, exponent, alternate);
  return plain(digits, exponent, alternate, dot);
}

function exponential(digits: string, exponent: number, alternate: boolean): string {
  const point = digits.length > 1 || alternate ? '.' : '';
  const size = String(Math.abs(exponent)).padStart(2, '0');
  return `${digits.slice(0, 1)}${point}${digits.slice(1)}e${exponent < 0 ? '-' : '+'}${size}`;
}

function plain(digits: string, exponent: number, alternate: boolean, dot: boolean): string {
  if (exponent < 0) return `0.${'0'.repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  const rest = digits.slice(exponent + 1);
  if (rest !== '') return `${whole}.${rest}`;
  if (dot) return `${whole}.0`;
  return alternate ? `${whole}.` : whole;
}

/** Sign, prefix, grouped digits and what follows, filled to the width. */
function numberWith(
  negative: boolean,
  prefix: string,
  digits: string,
  rest: string,
  spec: FormatSpec,
): string {
  const sign = negative ? '-' : spec.sign === '+' || spec.sign === ' ' ? spec.sign : '';
  const others = sign.length + prefix.length + [...rest].length;
  let grouped = digits;
  if (digits !== '') {
    const least = spec.fill === '0' && spec.align === '=' ? spec.width - others : 0;
    grouped = group(digits, spec, least);
  }
  const length = others + grouped.length;
  if (spec.align === '=') {
    return sign + prefix + spec.fill.repeat(Math.max(0, spec.width - length)) + grouped + rest;
  }
  return padded(sign + prefix + grouped + rest, length, spec);
}

/** Models `_PyUnicode_InsertThousandsGrouping`: zeros fill up to `least` characters, separators included. */
function group(digits: string, spec: FormatSpec, least: number): string {
  if (spec.thousands === '') return digits.padStart(least, '0');
  const size = 'boxX'.includes(spec.type) && spec.type !== '' ? 4 : 3;
  const parts: string[] = [];
  let left = digits.length;
  let wanted = least;
  for (;;) {
    const length = Math.min(size, Math.max(left, wanted, 1));
    const taken = Math.max(0, Math.min(left, length));
    parts.unshift(digits.slice(left - taken, left).padStart(length, '0'));
    left -= taken;
    wanted -= length;
    if (left <= 0 && wanted <= 0) return parts.join(spec.thousands);
    wanted -= 1;
  }
}
