/**
 * Looking into text. Positions count characters; JS counts 16-bit units, which differ where a text has characters
 * beyond U+FFFF. Models Objects/unicodeobject.c `any_find_slice`, `tailmatch`, Objects/stringlib/find.h ADJUST_INDICES.
 */
const BEYOND = /[\ud800-\udbff][\udc00-\udfff]/;

export function isWide(text: string): boolean {
  return BEYOND.test(text);
}

export function characterCount(text: string): number {
  if (!isWide(text)) return text.length;
  let n = 0;
  for (const _ of text) n++;
  return n;
}

/** Where the character with this number begins; the length behind the last. */
export function unitOf(text: string, index: number): number {
  let at = 0;
  for (let k = 0; k < index && at < text.length; k++) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  return at;
}

/** The characters [start, end) of a text, both within it. */
export function cut(text: string, start: number, end: number, wide = isWide(text)): string {
  if (!wide) return text.slice(start, end);
  const from = unitOf(text, start);
  return text.slice(from, from + unitOf(text.slice(from), end - start));
}

interface Window {
  readonly start: number;
  readonly end: number;
}

export function clip(length: number, start: number, end: number): Window {
  const stop = end > length ? length : end < 0 ? Math.max(0, end + length) : end;
  return { start: start < 0 ? Math.max(0, start + length) : start, end: stop };
}

/** Number of the character at which `part` begins within [start, end), -1 = nowhere. */
export function find(text: string, part: string, start: number, end: number, last: boolean): number {
  const wide = isWide(text);
  const length = wide ? characterCount(text) : text.length;
  const window = clip(length, start, end);
  if (window.end - window.start < (wide || isWide(part) ? characterCount(part) : part.length)) return -1;
  if (window.start > length) return -1;
  const inside = cut(text, window.start, window.end, wide);
  const unit = last ? inside.lastIndexOf(part) : inside.indexOf(part);
  if (unit < 0) return -1;
  return window.start + (wide ? characterCount(inside.slice(0, unit)) : unit);
}

/** Occurrences that do not overlap. */
export function count(text: string, part: string, start: number, end: number): number {
  const wide = isWide(text);
  const window = clip(wide ? characterCount(text) : text.length, start, end);
  if (window.end < window.start) return 0;
  if (part === '') return window.end - window.start + 1;
  const inside = cut(text, window.start, window.end, wide);
  let n = 0;
  for (let at = inside.indexOf(part); at >= 0; at = inside.indexOf(part, at + part.length)) n++;
  return n;
}

export function matchesAt(text: string, part: string, start: number, end: number, tail: boolean): boolean {
  const wide = isWide(text);
  const window = clip(wide ? characterCount(text) : text.length, start, end);
  if (window.end - window.start < characterCount(part)) return false;
  const inside = cut(text, window.start, window.end, wide);
  return tail ? inside.endsWith(part) : inside.startsWith(part);
}

/** `count` characters from `start` on, each `step` behind the one before. */
export function pick(text: string, start: number, step: number, n: number, wide: boolean): string {
  if (step === 1) return cut(text, start, start + n, wide);
  const characters = wide ? [...text] : null;
  let out = '';
  for (let k = 0; k < n; k++) {
    const at = start + k * step;
    out += characters === null ? text.charAt(at) : (characters[at] ?? '');
  }
  return out;
}
