/**
 * Number and string literals to constants. Models Parser/pegen.c `parsenumber` and Parser/string_parser.c
 * `decode_unicode_with_escapes`, `decode_bytes_with_escapes`.
 */
import type { Constant } from '../objects/code.ts';
import { bytesConstant, floatConstant, intConstant } from './constants.ts';
import type { Parser } from './parser.ts';
import { refused } from './refused.ts';
import { SourceError } from './source.ts';
import type { Token } from './token.ts';

/** sys.int_info.default_max_str_digits */
const MAX_DIGITS = 4300;

export function numberConstant(token: Token): Constant {
  const plain = token.text.replaceAll('_', '');
  if (/^0[xXoObB]/.test(plain)) return intConstant(plain.length < 12 ? Number(plain) : BigInt(plain));
  if (/[jJ]$/.test(plain)) return { kind: 'complex', real: 0, imag: Number(plain.slice(0, -1)) };
  if (/[.eE]/.test(plain)) return floatConstant(Number(plain));
  if (plain.length < 16) return intConstant(Number(plain));
  if (plain.length > MAX_DIGITS)
    throw new SourceError({
      type: 'SyntaxError',
      line: token.line,
      column: 0,
      message:
        `Exceeds the limit (${MAX_DIGITS} digits) for integer string conversion: value has ${plain.length} digits; ` +
        'use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals ' +
        'to avoid decimal conversion limits.',
    });
  return intConstant(BigInt(plain));
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

/** The value of text inside a str literal. */
export function decodeText(p: Parser, text: string, raw: boolean): string {
  if (raw || !text.includes('\\')) return text;
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    if (character !== '\\') {
      out += character;
      continue;
    }
    const start = i;
    i++;
    const letter = text.charAt(i);
    const simple = Object.hasOwn(simpleEscapes, letter) ? simpleEscapes[letter] : undefined;
    if (simple !== undefined) out += simple;
    else if (letter >= '0' && letter <= '7') {
      const digits = /^[0-7]{1,3}/.exec(text.slice(i, i + 3))?.[0] ?? '';
      out += String.fromCodePoint(Number.parseInt(digits, 8));
      i += digits.length - 1;
    } else if (letter === 'x' || letter === 'u' || letter === 'U') {
      const length = letter === 'x' ? 2 : letter === 'u' ? 4 : 8;
      const digits = /^[0-9a-fA-F]*/.exec(text.slice(i + 1, i + 1 + length))?.[0] ?? '';
      if (digits.length < length)
        throw undecodable(
          p,
          text,
          start,
          i + digits.length,
          `truncated \\${letter}${'X'.repeat(length)} escape`,
        );
      const point = Number.parseInt(digits, 16);
      if (point > 0x10ffff) throw undecodable(p, text, start, i + length, 'illegal Unicode character');
      // Two halves side by side would become one character in JavaScript; in Python they stay two.
      if (point >= 0xdc00 && point < 0xe000 && /[\ud800-\udbff]$/.test(out))
        throw p.errorHere(refused.surrogates);
      out += String.fromCodePoint(point);
      i += length;
    } else if (letter === 'N') {
      if (!/^\{[^{}]+\}/.test(text.slice(i + 1)))
        throw undecodable(p, text, start, malformedEnd(text, i), 'malformed \\N character escape');
      throw p.errorHere(refused.namedUnicode);
    } else {
      out += `\\${letter}`;
    }
  }
  return out;
}

/** The last place that the decoder reads of a `\N` without a name in braces. */
function malformedEnd(text: string, at: number): number {
  if (text.charAt(at + 1) !== '{') return at;
  const rest = /^\{[^}]*/.exec(text.slice(at + 1))?.[0] ?? '';
  return at + rest.length + (text.charAt(at + 1 + rest.length) === '}' ? 1 : 0);
}

/** Positions count as in the text that CPython decodes: a character outside ASCII stands there as `\UXXXXXXXX`. */
function undecodable(p: Parser, text: string, from: number, to: number, reason: string): SourceError {
  let shift = 0;
  for (const character of text.slice(0, from)) if (character > '\x7f') shift += 10 - character.length;
  return p.errorHere(
    `(unicode error) 'unicodeescape' codec can't decode bytes in position ${from + shift}-${to + shift}: ${reason}`,
  );
}

export function decodeBytes(p: Parser, text: string, raw: boolean, token: Token): number[] {
  const out: number[] = [];
  if (/[^\0-\x7f]/.test(text)) throw p.errorAt(token, 'bytes can only contain ASCII literal characters');
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const letter = text.charAt(i + 1);
    if (unit !== 92 || raw) {
      out.push(unit);
      continue;
    }
    i++;
    const simple = Object.hasOwn(simpleEscapes, letter) ? simpleEscapes[letter] : undefined;
    if (simple !== undefined) {
      if (simple !== '') out.push(simple.charCodeAt(0));
    } else if (letter >= '0' && letter <= '7') {
      const digits = /^[0-7]{1,3}/.exec(text.slice(i, i + 3))?.[0] ?? '';
      out.push(Number.parseInt(digits, 8) & 255);
      i += digits.length - 1;
    } else if (letter === 'x') {
      const digits = text.slice(i + 1, i + 3);
      if (!/^[0-9a-fA-F]{2}$/.test(digits))
        throw p.errorHere(`(value error) invalid \\x escape at position ${i - 1}`);
      out.push(Number.parseInt(digits, 16));
      i += 2;
    } else {
      out.push(92, letter.charCodeAt(0));
    }
  }
  return out;
}

export function joinBytes(parts: readonly number[][]): Constant {
  return bytesConstant(Uint8Array.from(parts.flat()));
}
