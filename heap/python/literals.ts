/**
 * Number and string literals to constants. Models Parser/pegen.c `parsenumber` and Parser/string_parser.c
 * `_PyPegen_parsestr`, `decode_unicode_with_escapes`, `decode_bytes_with_escapes`.
 */
import type { Constant } from '../objects/code.ts';
import { bytesConstant, floatConstant, intConstant } from './constants.ts';
import { refused } from './refused.ts';
import type { Source } from './source.ts';

const shapes = [
  /^0[xX](_?[0-9a-fA-F])+$/,
  /^0[oO](_?[0-7])+$/,
  /^0[bB](_?[01])+$/,
  /^(0(_?0)*|[1-9](_?[0-9])*)$/,
] as const;
const floatShape = /^([0-9](_?[0-9])*)?(\.([0-9](_?[0-9])*)?)?([eE][+-]?[0-9](_?[0-9])*)?$/;
/** sys.int_info.default_max_str_digits */
const MAX_DIGITS = 4300;

export function numberConstant(source: Source, from: number, to: number): Constant {
  const text = source.slice(from, to);
  if (/[jJ]$/.test(text) && !/^0[xX]/.test(text)) return imaginary(source, from, text);
  const plain = text.replaceAll('_', '');
  if (shapes.some((shape) => shape.test(text))) {
    if (plain.length < 16) return intConstant(Number(plain));
    if (plain.length > MAX_DIGITS && !/^0[xXoObB]/.test(plain)) {
      const message = `Exceeds the limit (${MAX_DIGITS} digits) for integer string conversion: value has ${plain.length} digits; use sys.set_int_max_str_digits() to increase the limit`;
      throw source.error(
        from,
        `${message} - Consider hexadecimal for huge integer literals to avoid decimal conversion limits.`,
      );
    }
    return intConstant(BigInt(plain));
  }
  if (/^0[0-9_]*$/.test(text) && /^[0-9]/.test(text) && !text.endsWith('_') && !text.includes('__'))
    throw source.error(
      from,
      'leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers',
    );
  const kind = /^0[xX]/.test(text)
    ? 'hexadecimal'
    : /^0[oO]/.test(text)
      ? 'octal'
      : /^0[bB]/.test(text)
        ? 'binary'
        : 'decimal';
  if (kind !== 'decimal' || !floatShape.test(text)) throw source.error(from, `invalid ${kind} literal`);
  return floatConstant(Number(plain));
}

function imaginary(source: Source, from: number, text: string): Constant {
  const digits = text.slice(0, -1);
  if (!floatShape.test(digits)) throw source.error(from, 'invalid imaginary literal');
  return { kind: 'complex', real: 0, imag: Number(digits.replaceAll('_', '')) };
}

export type StringParts = {
  readonly from: number;
  readonly to: number;
  readonly bytes: boolean;
  readonly raw: boolean;
  readonly format: boolean;
  /** Offsets of the text between the quotes. */
  readonly bodyFrom: number;
  readonly bodyTo: number;
};

export function stringParts(source: Source, from: number, to: number): StringParts {
  const text = source.text;
  let i = from;
  while (text.charAt(i) !== '"' && text.charAt(i) !== "'") i++;
  const prefix = text.slice(from, i).toLowerCase();
  const quote = text.charAt(i);
  const width = text.startsWith(quote.repeat(3), i) && to - i >= 6 ? 3 : 1;
  return {
    from,
    to,
    bytes: prefix.includes('b'),
    raw: prefix.includes('r'),
    format: prefix.includes('f'),
    bodyFrom: i + width,
    bodyTo: to - width,
  };
}

const simpleEscapes: Readonly<Record<string, string>> = {
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\n': '',
};

/** The value of the text between two offsets inside a str literal. */
export function decodeText(source: Source, from: number, to: number, raw: boolean): string {
  const text = source.slice(from, to).replaceAll('\r\n', '\n');
  if (raw || !text.includes('\\')) return text;
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    if (character !== '\\') {
      out += character;
      continue;
    }
    i++;
    const letter = text.charAt(i);
    const simple = simpleEscapes[letter];
    if (simple !== undefined) out += simple;
    else if (letter >= '0' && letter <= '7') {
      const digits = /^[0-7]{1,3}/.exec(text.slice(i))?.[0] ?? '';
      out += String.fromCodePoint(Number.parseInt(digits, 8));
      i += digits.length - 1;
    } else if (letter === 'x' || letter === 'u' || letter === 'U') {
      const length = letter === 'x' ? 2 : letter === 'u' ? 4 : 8;
      const digits = text.slice(i + 1, i + 1 + length);
      if (digits.length < length || !/^[0-9a-fA-F]+$/.test(digits)) {
        const form = letter === 'x' ? '\\xXX' : letter === 'u' ? '\\uXXXX' : '\\UXXXXXXXX';
        throw source.error(
          from,
          `(unicode error) 'unicodeescape' codec can't decode bytes in position ${i - 1}-${i + digits.length}: truncated ${form} escape`,
        );
      }
      const point = Number.parseInt(digits, 16);
      if (point > 0x10ffff)
        throw source.error(
          from,
          `(unicode error) 'unicodeescape' codec can't decode bytes in position ${i - 1}-${i + length}: illegal Unicode character`,
        );
      // Two halves side by side would become one character in JavaScript; in Python they stay two.
      if (point >= 0xdc00 && point < 0xe000 && /[\ud800-\udbff]$/.test(out))
        throw source.error(from, refused.surrogates);
      out += String.fromCodePoint(point);
      i += length;
    } else if (letter === 'N') {
      throw source.error(from, refused.namedUnicode);
    } else {
      out += `\\${letter}`;
    }
  }
  return out;
}

export function decodeBytes(source: Source, parts: StringParts): Uint8Array {
  const text = source.slice(parts.bodyFrom, parts.bodyTo).replaceAll('\r\n', '\n');
  const out: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 127) throw source.error(parts.bodyFrom, 'bytes can only contain ASCII literal characters');
    const letter = text.charAt(i + 1);
    if (unit !== 92 || parts.raw) {
      out.push(unit);
      continue;
    }
    i++;
    const simple = simpleEscapes[letter];
    if (simple !== undefined) {
      if (simple !== '') out.push(simple.charCodeAt(0));
    } else if (letter >= '0' && letter <= '7') {
      const digits = /^[0-7]{1,3}/.exec(text.slice(i))?.[0] ?? '';
      out.push(Number.parseInt(digits, 8) & 255);
      i += digits.length - 1;
    } else if (letter === 'x') {
      const digits = text.slice(i + 1, i + 3);
      if (!/^[0-9a-fA-F]{2}$/.test(digits))
        throw source.error(parts.bodyFrom, `(value error) invalid \\x escape at position ${i - 1}`);
      out.push(Number.parseInt(digits, 16));
      i += 2;
    } else {
      out.push(92, letter.charCodeAt(0));
    }
  }
  return Uint8Array.from(out);
}

export function joinBytes(parts: readonly Uint8Array[]): Constant {
  return bytesConstant(Uint8Array.from(parts.flatMap((part) => [...part])));
}
