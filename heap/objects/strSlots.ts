/** What operators do to strings. Models Objects/unicodeobject.c `unicode_as_sequence`, `unicode_as_mapping`, `PyUnicode_RichCompare`. */

import { asIndex } from './abstract.ts';
import { formatError, setError } from './errors.ts';
import { setHash } from './hash64.ts';
import { hasRoom } from './hugeRequest.ts';
import { newSequenceIterator } from './iterators.ts';
import { holds } from './numbers.ts';
import { percentFormat } from './percent.ts';
import { NO_NUMBERS, type TypeRecord } from './record.ts';
import type { Runtime } from './runtime.ts';
import { sliceSpan } from './slice.ts';
import {
  freshStr,
  isStr,
  newStr,
  STR_HASH,
  STR_LENGTH,
  STR_WIDTH,
  strDealloc,
  strEquals,
  strHash,
  textOf,
} from './str.ts';
import { pick, unitOf } from './strSearch.ts';
import { roomForText } from './strWriter.ts';
import { quoted } from './text.ts';

/** An exact str itself, an instance of a subclass as a plain copy. Models `unicode_result_unchanged`. */
export function unchanged(rt: Runtime, o: number): number {
  if (rt.typeOf(o) === rt.types.str) return rt.incref(o);
  return freshOrEmpty(rt, textOf(rt, o));
}

/** A new object, as PyUnicode_New makes it, unless there is nothing in it. */
export function freshOrEmpty(rt: Runtime, text: string): number {
  return text === '' ? rt.incref(rt.emptyStr) : freshStr(rt, text);
}

export function strConcat(rt: Runtime, a: number, b: number): number {
  if (!isStr(rt, b)) {
    const name = rt.tpName(rt.typeOf(b));
    return formatError(rt, 'TypeError', 'can only concatenate str (not "%.200s") to str', name);
  }
  const m = rt.mem;
  /* the empty string itself: an empty one of a subclass is joined as any other */
  if (a === rt.emptyStr) return unchanged(rt, b);
  if (b === rt.emptyStr) return unchanged(rt, a);
  roomForText(rt, m.ld(a + STR_LENGTH) + m.ld(b + STR_LENGTH));
  return freshOrEmpty(rt, textOf(rt, a) + textOf(rt, b));
}

export function strRepeat(rt: Runtime, o: number, n: number): number {
  const length = rt.mem.ld(o + STR_LENGTH);
  if (n < 1 || length === 0) return rt.incref(rt.emptyStr);
  if (n === 1) return unchanged(rt, o);
  if (n * length >= 2 ** 63) return setError(rt, 'OverflowError', 'repeated string is too long');
  if (!hasRoom(rt, n * length)) return 0;
  roomForText(rt, n * length);
  return freshStr(rt, textOf(rt, o).repeat(n));
}

export function strGetItem(rt: Runtime, o: number, key: number): number {
  const m = rt.mem;
  const length = m.ld(o + STR_LENGTH);
  const wide = m.ld(o + STR_WIDTH) === 4;
  if (rt.recordOf(key).index !== null) {
    const index = asIndex(rt, key, 'IndexError');
    if (index === null) return 0;
    const at = index < 0 ? index + length : index;
    if (at < 0 || at >= length) return setError(rt, 'IndexError', 'string index out of range');
    const text = textOf(rt, o);
    if (!wide) return newStr(rt, text.charAt(at));
    return newStr(rt, String.fromCodePoint(text.codePointAt(unitOf(text, at)) ?? 0));
  }
  if (rt.typeOf(key) !== rt.types.slice) {
    const name = rt.tpName(rt.typeOf(key));
    return formatError(rt, 'TypeError', "string indices must be integers, not '%.200s'", name);
  }
  const span = sliceSpan(rt, key, length);
  if (span === null) return 0;
  if (span.length <= 0) return rt.incref(rt.emptyStr);
  if (span.step === 1 && span.length === length) return unchanged(rt, o);
  rt.work(span.length >> 4);
  const text = pick(textOf(rt, o), span.start, span.step, span.length, wide);
  return span.step === 1 ? newStr(rt, text) : freshOrEmpty(rt, text);
}

/** By code points: units would put characters beyond U+FFFF before U+E000. */
export function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  const n = Math.min(a.length, b.length);
  for (let i = 0; i < n; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x === y) continue;
    const highX = x >= 0xd800 && x < 0xe000;
    const highY = y >= 0xd800 && y < 0xe000;
    return highX !== highY && Math.max(x, y) >= 0xe000 ? (highX ? 1 : -1) : x - y;
  }
  return a.length - b.length;
}

export function strCompare(rt: Runtime, a: number, b: number, op: number): number {
  if (!isStr(rt, a) || !isStr(rt, b)) return rt.incref(rt.notImplemented);
  if (op === 2 || op === 3) return rt.bool(strEquals(rt, a, b) === (op === 2));
  return rt.bool(holds(compareTexts(textOf(rt, a), textOf(rt, b)), op));
}

export function strContains(rt: Runtime, o: number, item: number): number {
  if (!isStr(rt, item)) {
    const name = rt.tpName(rt.typeOf(item));
    formatError(rt, 'TypeError', "'in <string>' requires string as left operand, not %.100s", name);
    return -1;
  }
  rt.work(rt.mem.ld(o + STR_LENGTH) >> 6);
  return textOf(rt, o).includes(textOf(rt, item)) ? 1 : 0;
}

export const STR_SLOTS: Partial<TypeRecord> = {
  dealloc: strDealloc,
  repr: (rt, o) => quoted(textOf(rt, o)),
  str: (rt, o) => textOf(rt, o),
  hash: (rt, o) => setHash(rt, strHash(rt, o), rt.mem.ld(o + STR_HASH + 4)),
  compare: strCompare,
  iter: (rt, o) => newSequenceIterator(rt, rt.types.strIterator, o),
  length: (rt, o) => rt.mem.ld(o + STR_LENGTH),
  getitem: strGetItem,
  contains: strContains,
  concat: strConcat,
  repeat: strRepeat,
  numbers: {
    ...NO_NUMBERS,
    remainder: (rt, a, b) => (isStr(rt, a) ? percentFormat(rt, a, b) : rt.incref(rt.notImplemented)),
  },
};
