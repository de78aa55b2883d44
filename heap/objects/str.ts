/**
 * Strings. The text itself is in the side table; the block has CPython's size and holds length, hash, width,
 * interned flag. Models Objects/unicodeobject.c `PyUnicode_New`, `unicode_char`, `PyUnicode_InternInPlace`.
 */

import * as H from './header.ts';
import { KNOWN_NAMES } from './knownNames.ts';
import type { Runtime } from './runtime.ts';
import { textHash } from './siphash.ts';

export const STR_LENGTH = 16;
export const STR_HASH = 24;
/** 0 = ASCII, 1, 2 or 4 bytes per character. */
export const STR_WIDTH = 32;
export const STR_INTERNED = 36;
export const STR_TEXT = 40;
const STR_MARK = 44;

/**
 * Characters whose one-character literal is a string of its own (deep-frozen), not the one that indexing gives.
 */
const FROZEN_CHARACTERS = 'abcdefhijklmnopqrstvwxyBCLST_';

/** Width and number of code points of a text. */
export function measure(text: string): { width: number; length: number } {
  let width = 0;
  let length = text.length;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c < 128) continue;
    if (c < 256) {
      if (width === 0) width = 1;
    } else if (c >= 0xd800 && c < 0xdc00 && i + 1 < text.length) {
      const low = text.charCodeAt(i + 1);
      if (low >= 0xdc00 && low < 0xe000) {
        width = 4;
        length--;
        i++;
      } else if (width < 2) width = 2;
    } else if (width < 2) width = 2;
  }
  return { width, length };
}

/** Bytes of the object: header, characters, final zero. */
export function strBytes(width: number, length: number): number {
  if (width === 0) return 49 + length;
  if (width === 1) return 73 + length;
  return (width === 2 ? 74 : 76) + width * length;
}

/**
 * Notes the text in the side table, and in the block a number made of it: digests read memory only. It looks at no
 * more than 64 characters so that long texts stay cheap.
 */
export function keepText(rt: Runtime, o: number, text: string): void {
  const n = text.length;
  let mark = 0x811c9dc5 ^ n;
  const head = n <= 64 ? n : 32;
  for (let i = 0; i < head; i++) mark = Math.imul(mark ^ text.charCodeAt(i), 0x01000193);
  const step = (n - 32) / 32;
  for (let i = 0; n > 64 && i < 32; i++)
    mark = Math.imul(mark ^ text.charCodeAt(Math.floor(32 + i * step)), 0x01000193);
  rt.mem.st(o + STR_TEXT, rt.texts.add(text));
  rt.mem.st(o + STR_MARK, mark ^ (mark >>> 15));
}

/** Nobody has asked for the hash yet; never the hash of a text. */
const UNKNOWN = -1;

/** Where the hash of a text is kept: it is computed when it is first asked for. */
export function forgetHash(rt: Runtime, o: number): void {
  rt.mem.st(o + STR_HASH, UNKNOWN);
  rt.mem.st(o + STR_HASH + 4, UNKNOWN);
}

/** Low half of a str's hash; the high one lies behind it. Keeps rt.hashHigh. Models `unicode_hash`. */
export function strHash(rt: Runtime, o: number): number {
  const low = rt.mem.ld(o + STR_HASH);
  return low !== UNKNOWN || rt.mem.ld(o + STR_HASH + 4) !== UNKNOWN ? low : computeHash(rt, o);
}

function computeHash(rt: Runtime, o: number): number {
  const kept = rt.hashHigh;
  const low = textHash(rt, textOf(rt, o), rt.mem.ld(o + STR_WIDTH));
  rt.mem.st(o + STR_HASH, low);
  rt.mem.st(o + STR_HASH + 4, rt.hashHigh);
  rt.hashHigh = kept;
  return low;
}

function fill(rt: Runtime, o: number, text: string, width: number, length: number): void {
  const m = rt.mem;
  m.st(o + STR_LENGTH, length);
  forgetHash(rt, o);
  m.st(o + STR_WIDTH, width);
  m.st(o + STR_INTERNED, 0);
  keepText(rt, o, text);
}

export function newStr(rt: Runtime, text: string): number {
  if (text.length <= 1) {
    if (text === '') return rt.incref(rt.emptyStr);
    const c = text.charCodeAt(0);
    if (c < 256) return rt.incref(rt.latin1 + c * 96);
  }
  return freshStr(rt, text);
}

/** A new object even where a singleton exists (str(7), an interned literal). */
export function freshStr(rt: Runtime, text: string): number {
  const { width, length } = measure(text);
  const o = rt.newObject(rt.types.str, strBytes(width, length));
  fill(rt, o, text, width, length);
  return o;
}

export function staticStr(rt: Runtime, text: string): number {
  const { width, length } = measure(text);
  const o = rt.staticObject(rt.types.str, strBytes(width, length));
  fill(rt, o, text, width, length);
  return o;
}

/** Interned string that exists for good. */
export function staticInterned(rt: Runtime, text: string): number {
  const known = rt.interned.get(text);
  if (known !== undefined) return known;
  const c = text.length === 1 ? text.charCodeAt(0) : 256;
  const o =
    text === ''
      ? rt.emptyStr
      : c < 256 && !FROZEN_CHARACTERS.includes(text)
        ? rt.latin1 + c * 96
        : staticStr(rt, text);
  strHash(rt, o);
  rt.mem.st(o + STR_INTERNED, 1);
  rt.interned.set(text, o);
  return o;
}

/** Block layout of the Latin-1 characters: 96 bytes apart, header in each. */
export function makeLatin1(rt: Runtime): void {
  const base = rt.staticBlock(256 * 96 + 32) + 32;
  rt.latin1 = base;
  for (let c = 0; c < 256; c++) {
    const o = base + c * 96;
    rt.mem.st(o, H.IMMORTAL);
    rt.mem.st(o + H.OB_TYPE, rt.types.str);
    rt.mem.serials[o >> 4] = rt.nextSerial();
    fill(rt, o, String.fromCharCode(c), c < 128 ? 0 : 1, 1);
  }
}

/** New reference to the interned string with this text, made if need be. */
export function intern(rt: Runtime, text: string): number {
  const known = rt.interned.get(text);
  if (known !== undefined) return rt.incref(known);
  if ((text.length === 1 && text.charCodeAt(0) < 256) || KNOWN_NAMES.has(text))
    return rt.incref(staticInterned(rt, text));
  const o = freshStr(rt, text);
  strHash(rt, o);
  rt.mem.st(o + STR_INTERNED, 1);
  rt.interned.set(text, o);
  return o;
}

/** Models PyUnicode_InternInPlace: takes a reference, gives one to the interned equal. */
export function internInPlace(rt: Runtime, o: number): number {
  if (rt.mem.ld(o + STR_INTERNED) !== 0) return o;
  const text = textOf(rt, o);
  const known = rt.interned.get(text) ?? (KNOWN_NAMES.has(text) ? staticInterned(rt, text) : undefined);
  if (known !== undefined) {
    rt.incref(known);
    rt.decref(o);
    return known;
  }
  strHash(rt, o);
  rt.mem.st(o + STR_INTERNED, 1);
  rt.interned.set(text, o);
  return o;
}

export function textOf(rt: Runtime, o: number): string {
  return rt.texts.get(rt.mem.ld(o + STR_TEXT));
}

export function isStr(rt: Runtime, o: number): boolean {
  return (rt.flagsOf(o) & H.FLAG_STR) !== 0;
}

export function strEquals(rt: Runtime, a: number, b: number): boolean {
  if (a === b) return true;
  const m = rt.mem;
  return m.ld(a + STR_LENGTH) === m.ld(b + STR_LENGTH) && textOf(rt, a) === textOf(rt, b);
}

export function dropText(rt: Runtime, o: number): void {
  const m = rt.mem;
  if (m.ld(o + STR_INTERNED) !== 0) {
    rt.interned.delete(textOf(rt, o));
    rt.clearMethodCache();
  }
  rt.texts.drop(m.ld(o + STR_TEXT));
}

export function strDealloc(rt: Runtime, o: number): void {
  dropText(rt, o);
  /* a subclass keeps its characters in a block of their own */
  if (rt.typeOf(o) !== rt.types.str) rt.alloc.free(rt.mem.ld(o + 72));
  rt.deleteObject(o);
}

/** Grows a string that nobody else holds. Models `unicode_resize` as used by PyUnicode_Append. */
export function appendInPlace(rt: Runtime, left: number, text: string): number {
  const m = rt.mem;
  const whole = textOf(rt, left) + text;
  const { width, length } = measure(whole);
  const p = rt.alloc.realloc(left, strBytes(width, length));
  rt.moveSerial(left, p);
  rt.texts.drop(m.ld(p + STR_TEXT));
  fill(rt, p, whole, width, length);
  return p;
}
