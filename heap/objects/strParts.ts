/**
 * Taking text apart and putting it together, as text. Models Objects/stringlib/split.h, partition.h and
 * Objects/unicodeobject.c `do_strip`, `replace`, `unicode_expandtabs_impl`, `unicode_zfill`, `pad`.
 */
import { characterCount } from './strSearch.ts';
import { isSpace } from './unicode.ts';

type Test = (c: string) => boolean;

function spaceTest(c: string): boolean {
  return isSpace(c.codePointAt(0) ?? 0);
}

export function strip(text: string, characters: string | null, left: boolean, right: boolean): string {
  const set = characters === null ? null : new Set(characters);
  const test: Test = set === null ? spaceTest : (c) => set.has(c);
  let start = 0;
  let end = text.length;
  while (left && start < end) {
    const c = String.fromCodePoint(text.codePointAt(start) ?? 0);
    if (!test(c)) break;
    start += c.length;
  }
  while (right && start < end) {
    const c = lastCharacter(text, end);
    if (!test(c)) break;
    end -= c.length;
  }
  return text.slice(start, end);
}

function lastCharacter(text: string, end: number): string {
  const low = text.charCodeAt(end - 1);
  if (low >= 0xdc00 && low < 0xe000 && end >= 2) {
    const high = text.charCodeAt(end - 2);
    if (high >= 0xd800 && high < 0xdc00) return text.slice(end - 2, end);
  }
  return text.slice(end - 1, end);
}

/** separator null = stretches of space; limit < 0 = no limit. The separator is not empty. */
export function split(text: string, separator: string | null, limit: number): string[] {
  const most = limit < 0 ? Infinity : limit;
  return separator === null ? splitSpace(text, most) : splitBy(text, separator, most);
}

function splitBy(text: string, separator: string, most: number): string[] {
  const parts: string[] = [];
  let start = 0;
  while (parts.length < most) {
    const at = text.indexOf(separator, start);
    if (at < 0) break;
    parts.push(text.slice(start, at));
    start = at + separator.length;
  }
  parts.push(text.slice(start));
  return parts;
}

function splitSpace(text: string, most: number): string[] {
  const parts: string[] = [];
  let at = 0;
  for (;;) {
    while (at < text.length && isSpace(text.charCodeAt(at))) at++;
    if (at === text.length) return parts;
    if (parts.length >= most) {
      parts.push(text.slice(at));
      return parts;
    }
    const start = at;
    while (at < text.length && !isSpace(text.charCodeAt(at))) at++;
    parts.push(text.slice(start, at));
  }
}

/** From the right; the parts still come from left to right. */
export function rsplit(text: string, separator: string | null, limit: number): string[] {
  const most = limit < 0 ? Infinity : limit;
  const parts: string[] = [];
  let end = text.length;
  if (separator !== null) {
    while (parts.length < most) {
      const at = end < separator.length ? -1 : text.lastIndexOf(separator, end - separator.length);
      if (at < 0) break;
      parts.push(text.slice(at + separator.length, end));
      end = at;
    }
    parts.push(text.slice(0, end));
    return parts.reverse();
  }
  for (;;) {
    while (end > 0 && isSpace(text.charCodeAt(end - 1))) end--;
    if (end === 0) return parts.reverse();
    if (parts.length >= most) {
      parts.push(text.slice(0, end));
      return parts.reverse();
    }
    const stop = end;
    while (end > 0 && !isSpace(text.charCodeAt(end - 1))) end--;
    parts.push(text.slice(end, stop));
  }
}

const LINE_ENDS = new Set([10, 11, 12, 13, 28, 29, 30, 0x85, 0x2028, 0x2029]);

export function splitlines(text: string, keep: boolean): string[] {
  const lines: string[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (!LINE_ENDS.has(code)) continue;
    const end = code === 13 && text.charCodeAt(at + 1) === 10 ? at + 2 : at + 1;
    lines.push(text.slice(start, keep ? end : at));
    start = end;
    at = end - 1;
  }
  if (start < text.length) lines.push(text.slice(start));
  return lines;
}

/** null = nothing to replace. limit < 0 = all. */
export function replace(text: string, old: string, by: string, limit: number): string | null {
  const most = limit < 0 ? Infinity : limit;
  if (most === 0 || old === by) return null;
  if (old !== '') {
    const parts = splitBy(text, old, most);
    return parts.length === 1 ? null : parts.join(by);
  }
  let out = '';
  let n = 0;
  for (const c of text) {
    out += n < most ? by + c : c;
    n++;
  }
  return n < most ? out + by : out;
}

export function expandtabs(text: string, size: number): string {
  let out = '';
  let column = 0;
  for (const c of text) {
    if (c === '\t') {
      if (size > 0) {
        const n = size - (column % size);
        out += ' '.repeat(n);
        column += n;
      }
    } else {
      out += c;
      column = c === '\n' || c === '\r' ? 0 : column + 1;
    }
  }
  return out;
}

export function zfill(text: string, width: number): string {
  const missing = width - characterCount(text);
  if (missing <= 0) return text;
  const signed = text.startsWith('+') || text.startsWith('-');
  return signed ? text.slice(0, 1) + '0'.repeat(missing) + text.slice(1) : '0'.repeat(missing) + text;
}

/** side: -1 = text at the left, 1 = at the right, 0 = in the middle. */
export function pad(text: string, width: number, fill: string, side: -1 | 0 | 1): string {
  const missing = width - characterCount(text);
  if (missing <= 0) return text;
  const left = side < 0 ? 0 : side > 0 ? missing : (missing >> 1) + (missing & width & 1);
  return fill.repeat(left) + text + fill.repeat(missing - left);
}
