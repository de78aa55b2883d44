/**
 * What characters are, by CPython 3.11's own tables (Unicode 14) and not the host's, so that every copy of a class
 * agrees. Models Objects/unicodectype.c and the case functions of Objects/unicodeobject.c (`do_title`,
 * `handle_capital_sigma`). Ranges are pairs gap, length; mappings are runs gap, count, step, delta, all base 36.
 */
import * as T from './unicodeTables.ts';

class Ranges {
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];

  constructor(text: string) {
    let at = 0;
    const words = text.split(' ');
    for (let k = 0; k + 1 < words.length; k += 2) {
      at += Number.parseInt(words[k] ?? '', 36);
      this.starts.push(at);
      at += Number.parseInt(words[k + 1] ?? '', 36);
      this.ends.push(at);
    }
  }

  has(c: number): boolean {
    let low = 0;
    let high = this.ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.ends[middle] ?? 0) <= c) low = middle + 1;
      else high = middle;
    }
    return low < this.starts.length && (this.starts[low] ?? 0) <= c;
  }
}

function mappingOf(runs: string, long: string): ReadonlyMap<number, string> {
  const map = new Map<number, string>();
  const words = runs.split(' ').map((word) => Number.parseInt(word, 36));
  let at = 0;
  for (let k = 0; k + 3 < words.length; k += 4) {
    at += words[k] ?? 0;
    const step = words[k + 2] ?? 1;
    for (let n = 0; n < (words[k + 1] ?? 0); n++) {
      const c = at + n * step;
      map.set(c, String.fromCodePoint(c + (words[k + 3] ?? 0)));
    }
  }
  for (const entry of long.split(' ')) {
    const [from, to] = entry.split(':');
    if (from === undefined || to === undefined) continue;
    const target = to.split(',').map((word) => Number.parseInt(word, 36));
    map.set(Number.parseInt(from, 36), String.fromCodePoint(...target));
  }
  return map;
}

const ALPHABETIC = new Ranges(T.ALPHABETIC);
const DECIMAL = new Ranges(T.DECIMAL);
const DIGIT_ONLY = new Ranges(T.DIGIT_ONLY);
const NUMERIC_ONLY = new Ranges(T.NUMERIC_ONLY);
const LOWER = new Ranges(T.LOWER);
const UPPER = new Ranges(T.UPPER);
const TITLE = new Ranges(T.TITLE);
const SPACE = new Ranges(T.SPACE);
const PRINTABLE = new Ranges(T.PRINTABLE);
const IDENTIFIER_START = new Ranges(T.IDENTIFIER_START);
const IDENTIFIER_ONLY_INSIDE = new Ranges(T.IDENTIFIER_ONLY_INSIDE);
const CASE_IGNORED = new Ranges(T.CASE_IGNORED);
const UPPERCASE = mappingOf(T.UPPERCASE, T.UPPERCASE_LONG);
const LOWERCASE = mappingOf(T.LOWERCASE, T.LOWERCASE_LONG);
const FOLDED = mappingOf(T.FOLDED, T.FOLDED_LONG);
const TITLECASE = mappingOf(T.TITLECASE, T.TITLECASE_LONG);
const TITLECASE_SELF = new Set(T.TITLECASE_SELF.split(' ').map((word) => Number.parseInt(word, 36)));

function code(c: string): number {
  return c.codePointAt(0) ?? 0;
}

export function isSpace(c: number): boolean {
  return c < 128 ? c === 32 || (c >= 9 && c <= 13) || (c >= 28 && c <= 31) : SPACE.has(c);
}

export function isPrintable(c: number): boolean {
  return c < 127 ? c >= 32 : PRINTABLE.has(c);
}

export function isIdentifierStart(c: number): boolean {
  return IDENTIFIER_START.has(c);
}

export function isIdentifierPart(c: number): boolean {
  return IDENTIFIER_START.has(c) || IDENTIFIER_ONLY_INSIDE.has(c);
}

/** Value of a decimal digit of any script: the ranges of ten begin with the zero. */
export function decimalValue(c: number): number {
  if (c >= 48 && c <= 57) return c - 48;
  if (!DECIMAL.has(c)) return -1;
  let zero = c;
  while (DECIMAL.has(zero - 1)) zero--;
  return (c - zero) % 10;
}

function upperOf(c: string): string {
  return UPPERCASE.get(code(c)) ?? c;
}

function titleOf(c: string): string {
  const n = code(c);
  return TITLECASE_SELF.has(n) ? c : (TITLECASE.get(n) ?? UPPERCASE.get(n) ?? c);
}

function isCased(c: number): boolean {
  return LOWER.has(c) || UPPER.has(c) || TITLE.has(c);
}

/** A capital sigma at the end of a word becomes a final one. */
function lowerAt(characters: readonly string[], i: number): string {
  const c = characters[i] ?? '';
  if (c !== '\u03a3') return LOWERCASE.get(code(c)) ?? c;
  let before = i - 1;
  while (before >= 0 && CASE_IGNORED.has(code(characters[before] ?? ''))) before--;
  if (before < 0 || !isCased(code(characters[before] ?? ''))) return '\u03c3';
  let after = i + 1;
  while (after < characters.length && CASE_IGNORED.has(code(characters[after] ?? ''))) after++;
  return after < characters.length && isCased(code(characters[after] ?? '')) ? '\u03c3' : '\u03c2';
}

export function upper(text: string): string {
  let out = '';
  for (const c of text) out += upperOf(c);
  return out;
}

export function lower(text: string): string {
  const characters = [...text];
  let out = '';
  for (let i = 0; i < characters.length; i++) out += lowerAt(characters, i);
  return out;
}

export function casefold(text: string): string {
  let out = '';
  for (const c of text) out += FOLDED.get(code(c)) ?? c;
  return out;
}

export function swapcase(text: string): string {
  const characters = [...text];
  let out = '';
  for (let i = 0; i < characters.length; i++) {
    const c = characters[i] ?? '';
    if (UPPER.has(code(c))) out += lowerAt(characters, i);
    else out += LOWER.has(code(c)) ? upperOf(c) : c;
  }
  return out;
}

export function title(text: string): string {
  const characters = [...text];
  let out = '';
  let inside = false;
  for (let i = 0; i < characters.length; i++) {
    const c = characters[i] ?? '';
    out += inside ? lowerAt(characters, i) : titleOf(c);
    inside = isCased(code(c));
  }
  return out;
}

export function capitalize(text: string): string {
  const characters = [...text];
  let out = '';
  for (let i = 0; i < characters.length; i++)
    out += i === 0 ? titleOf(characters[0] ?? '') : lowerAt(characters, i);
  return out;
}

function every(text: string, test: (c: number) => boolean): boolean {
  if (text === '') return false;
  for (const c of text) if (!test(code(c))) return false;
  return true;
}

/** The questions `str.is…` asks of a whole text. */
export const QUESTIONS: Readonly<Record<string, (text: string) => boolean>> = {
  isalpha: (text) => every(text, (c) => ALPHABETIC.has(c)),
  isdecimal: (text) => every(text, (c) => DECIMAL.has(c)),
  isdigit: (text) => every(text, (c) => DECIMAL.has(c) || DIGIT_ONLY.has(c)),
  isnumeric: (text) => every(text, isNumeric),
  isalnum: (text) => every(text, (c) => ALPHABETIC.has(c) || isNumeric(c)),
  isspace: (text) => every(text, isSpace),
  isprintable: (text) => text === '' || every(text, isPrintable),
  isascii: (text) => text === '' || every(text, (c) => c < 128),
  isidentifier,
  isupper: (text) => oneCase(text, UPPER, LOWER),
  islower: (text) => oneCase(text, LOWER, UPPER),
  istitle,
};

function isNumeric(c: number): boolean {
  return DECIMAL.has(c) || DIGIT_ONLY.has(c) || NUMERIC_ONLY.has(c);
}

function isidentifier(text: string): boolean {
  let first = true;
  for (const c of text) {
    const n = code(c);
    if (!IDENTIFIER_START.has(n) && (first || !IDENTIFIER_ONLY_INSIDE.has(n))) return false;
    first = false;
  }
  return !first;
}

function oneCase(text: string, wanted: Ranges, refused: Ranges): boolean {
  let found = false;
  for (const c of text) {
    const n = code(c);
    if (refused.has(n) || TITLE.has(n)) return false;
    if (wanted.has(n)) found = true;
  }
  return found;
}

function istitle(text: string): boolean {
  let found = false;
  let inside = false;
  for (const c of text) {
    const n = code(c);
    if (UPPER.has(n) || TITLE.has(n)) {
      if (inside) return false;
      inside = true;
      found = true;
    } else if (LOWER.has(n)) {
      if (!inside) return false;
    } else inside = false;
  }
  return found;
}
