/**
 * Reading numbers: int(text, base) and float(text). Models Objects/longobject.c `PyLong_FromString`,
 * Python/pystrtod.c `_PyOS_ascii_strtod`, Objects/floatobject.c `float_from_string_inner`; null = not a number.
 */
import { decimalValue, isSpace } from './unicode.ts';

/**
 * Decimal digits of any script as ASCII, any space beyond ASCII as ' ', up to the first character that is neither, which
 * becomes '?'. Models Objects/unicodeobject.c `_PyUnicode_TransformDecimalAndSpaceToASCII`.
 */
export function asciiDigits(text: string): string {
  let out = '';
  for (const c of text) {
    const code = c.codePointAt(0) ?? 0;
    if (code < 127) out += c;
    else if (isSpace(code)) out += ' ';
    else {
      const digit = decimalValue(code);
      if (digit < 0) return `${out}?`;
      out += String(digit);
    }
  }
  return out;
}

/** Without the space around it. */
function plainText(text: string): string {
  return asciiDigits(text)
    .replace(/^[ \t-\r]+/, '')
    .replace(/[ \t-\r]+$/, '');
}

export const MOST_DIGITS = 4300;

export interface IntText {
  /** null when there are more digits than the interpreter reads. */
  readonly value: bigint | null;
  /** Digits as written, leading zeros included. */
  readonly digits: number;
  readonly radix: number;
}

/** base is 0 or 2..36. */
export function parseInt36(text: string, base: number): IntText | null {
  const match = /^([+-]?)(0[xX]|0[oO]|0[bB])?(.*)$/.exec(plainText(text));
  if (match === null) return null;
  let radix = base;
  const prefix = match[2] ?? '';
  let rest = match[3] ?? '';
  const prefixBase =
    prefix === '' ? 0 : 'xX'.includes(prefix.slice(1)) ? 16 : 'oO'.includes(prefix.slice(1)) ? 8 : 2;
  const used = prefix !== '' && (base === 0 || base === prefixBase);
  if (used) {
    radix = prefixBase;
    if (rest.startsWith('_')) rest = rest.slice(1);
  } else rest = prefix + rest;
  if (radix === 0) {
    radix = 10;
    if (/^0[0_]*[1-9]/.test(rest)) return null;
  }
  if (!/^[0-9a-zA-Z]+(_[0-9a-zA-Z]+)*$/.test(rest)) return null;
  const digits = rest.replaceAll('_', '').toLowerCase();
  for (const c of digits) if (Number.parseInt(c, 36) >= radix) return null;
  const powerOfTwo = (radix & (radix - 1)) === 0;
  if (!powerOfTwo && digits.length > MOST_DIGITS) return { value: null, digits: digits.length, radix };
  const value = radix === 10 ? BigInt(digits) : wholeNumber(digits, radix);
  return { value: match[1] === '-' ? -value : value, digits: digits.length, radix };
}

function wholeNumber(digits: string, radix: number): bigint {
  if (radix === 16) return BigInt(`0x${digits}`);
  if (radix === 8) return BigInt(`0o${digits}`);
  if (radix === 2) return BigInt(`0b${digits}`);
  let value = 0n;
  for (const c of digits) value = value * BigInt(radix) + BigInt(Number.parseInt(c, 36));
  return value;
}

export function parseFloatText(text: string): number | null {
  const plain = plainText(text);
  const word = /^([+-]?)(inf|infinity|nan)$/i.exec(plain);
  if (word !== null) {
    if ((word[2] ?? '').toLowerCase() === 'nan') return Number.NaN;
    return word[1] === '-' ? -Infinity : Infinity;
  }
  const digits = '[0-9]+(?:_[0-9]+)*';
  const shape = new RegExp(`^[+-]?(?:${digits}(?:\\.(?:${digits})?)?|\\.${digits})(?:[eE][+-]?${digits})?$`);
  if (!shape.test(plain)) return null;
  return Number(plain.replaceAll('_', ''));
}
