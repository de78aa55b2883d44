/**
 * A number that somebody types. A point stands before decimals in every language, as in Python; where a language writes
 * a comma there, a comma does too. Nothing stands between thousands but Python's underscores: the same sign means one
 * thing here and another there, so that a sign with exactly three digits behind it, which could be either, is not guessed
 * at. What is refused comes with the ways to write it that are read in one way only.
 */
import type { Language } from '../../classroom/languages.ts';
import type { Words } from './words.ts';

/** Whether a language writes 1,5 for 1.5. */
const COMMA: Readonly<Record<Language, boolean>> = { en: false, de: true, es: true };

export type TypedNumber =
  | { readonly kind: 'empty' }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'none' }
  /** Thousands or decimals: how to write the one and the other. */
  | { readonly kind: 'ambiguous'; readonly whole: string; readonly decimal: string }
  /** Signs between thousands, or a comma where this language has a point: how to write it. */
  | { readonly kind: 'grouped'; readonly instead: string }
  | { readonly kind: 'comma'; readonly instead: string }
  | { readonly kind: 'large' };

/** What an answer may hold (classroom/protocol/challenge.ts). */
const LARGEST = 1e15;

const SEPARATORS = /[.,'’\s]/g;
const NUMBER = /^([+-]?)([\d.,'’\s]*\d[\d.,'’\s]*)(e[+-]?\d{1,3})?$/i;

export function readNumber(typed: string, language: Language): TypedNumber {
  const text = typed.trim().replace(/^−/, '-');
  if (text === '') return { kind: 'empty' };
  const hex = /^([+-]?)(0x[0-9a-f]+)$/i.exec(text);
  if (hex !== null) return asNumber((hex[1] === '-' ? -1 : 1) * Number(hex[2]));
  const found = NUMBER.exec(text.replace(/(?<=\d)_(?=\d)/g, ''));
  if (found === null) return { kind: 'none' };
  const [, sign = '', body = '', exponent = ''] = found;
  const around = (digits: string) => `${sign}${digits}${exponent}`;
  const read = (whole: string, decimals: string) =>
    /^\d*$/.test(whole + decimals)
      ? asNumber(Number(around(`${whole}.${decimals}`)))
      : { kind: 'none' as const };
  const separators = body.match(SEPARATORS) ?? [];
  const last = separators.at(-1);
  if (last === undefined) return asNumber(Number(around(body)));
  const at = body.lastIndexOf(last);
  const [whole, decimals] = [body.slice(0, at), body.slice(at + 1)];
  const point = COMMA[language] ? ',' : '.';
  if (separators.length > 1 || (last !== '.' && last !== ',')) {
    const before = isGrouped(whole);
    // The last sign is another than those before it, and stands before decimals.
    if (separators.length > 1 && before && !whole.includes(last) && /^[.,]$/.test(last) && decimals !== '')
      return { kind: 'grouped', instead: around(`${digitsOf(whole)}${point}${decimals}`) };
    return isGrouped(body) ? { kind: 'grouped', instead: around(digitsOf(body)) } : { kind: 'none' };
  }
  if (couldBeThousands(whole, decimals) && (last === ',' || COMMA[language]))
    return {
      kind: 'ambiguous',
      whole: around(whole + decimals),
      decimal: around(COMMA[language] ? `${whole},${decimals}0` : `${whole}.${decimals}`),
    };
  if (last === ',' && !COMMA[language]) {
    const value = read(whole, decimals);
    return value.kind === 'number' ? { kind: 'comma', instead: around(`${whole}.${decimals}`) } : value;
  }
  return read(whole, decimals);
}

function asNumber(value: number): TypedNumber {
  if (!Number.isFinite(value)) return { kind: Number.isNaN(value) ? 'none' : 'large' };
  return Math.abs(value) > LARGEST ? { kind: 'large' } : { kind: 'number', value };
}

/** 1234 written as 1 and 234: a group never begins with 0. */
function couldBeThousands(whole: string, decimals: string): boolean {
  return /^[1-9]\d{0,2}$/.test(whole) && /^\d{3}$/.test(decimals);
}

/** Digits in groups of three with one and the same sign between them. */
function isGrouped(text: string): boolean {
  return /^\d{1,3}([.,'’\s])\d{3}(?:\1\d{3})*$/.test(text);
}

function digitsOf(text: string): string {
  return text.replace(SEPARATORS, '');
}

/** A number as it would be typed in this language: it is read as the same one. */
export function typedNumber(value: number, language: Language): string {
  const text = String(value);
  if (!COMMA[language]) return text;
  const [, whole = '', decimals = '', exponent = ''] = /^(-?\d+)\.(\d+)(e.*)?$/.exec(text) ?? [];
  if (decimals === '') return text;
  const full = couldBeThousands(whole.replace('-', ''), decimals) ? `${decimals}0` : decimals;
  return `${whole},${full}${exponent}`;
}

/** What is wrong with it, for the field; null where it is a number or nothing yet. */
export function numberFault(
  typed: TypedNumber,
  { design: { number: words } }: Pick<Words, 'design'>,
): string | null {
  switch (typed.kind) {
    case 'empty':
    case 'number':
      return null;
    case 'none':
      return words.none;
    case 'ambiguous':
      return words.ambiguous(typed.whole, typed.decimal);
    case 'grouped':
      return words.grouped(typed.instead);
    case 'comma':
      return words.comma(typed.instead);
    case 'large':
      return words.large;
  }
}
