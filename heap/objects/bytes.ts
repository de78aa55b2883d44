/**
 * bytes: the values lie in the block itself, behind a header of 32 bytes. Models Objects/bytesobject.c
 * `PyBytes_FromStringAndSize`, `bytes_repeat`, `bytes_subscript`, `PyBytes_Repr`. As JS text a bytes object is one
 * character for each value, so that strParts.ts and strSearch.ts serve here as well.
 */

import { asIndex } from './abstract.ts';
import { clearError, formatError, setError } from './errors.ts';
import * as H from './header.ts';
import { hasRoom } from './hugeRequest.ts';
import { newInt } from './int.ts';
import { IT_INDEX, IT_SEQUENCE, newSequenceIterator } from './iterators.ts';
import { holds } from './numbers.ts';
import type { TypeRecord } from './record.ts';
import type { Runtime } from './runtime.ts';
import { textHash } from './siphash.ts';
import { sliceSpan } from './slice.ts';
import { roomForText } from './strWriter.ts';

export const BYTES_VALUES = 32;
/** Where a bytearray keeps the address of its values. */
const SEPARATE_VALUES = 32;
const OVERHEAD = 33;
/** From one single-value singleton to the next; they follow the empty one. */
const SINGLE = 48;

/** The empty bytes and one object for each value. */
export function makeBytesSingletons(rt: Runtime): void {
  const m = rt.mem;
  const base = rt.staticBlock(257 * SINGLE + 32) + 32;
  for (let k = 0; k <= 256; k++) {
    const o = base + k * SINGLE;
    m.st(o, H.IMMORTAL);
    m.st(o + H.OB_TYPE, rt.types.bytes);
    m.st(o + H.OB_SIZE, k === 0 ? 0 : 1);
    m.serials[o >> 4] = rt.nextSerial();
    if (k > 0) m.stb(o + BYTES_VALUES, k - 1);
  }
  rt.emptyBytes = base;
}

/** n values that the caller writes; not for n = 0. */
export function newBytesRoom(rt: Runtime, n: number): number {
  roomForText(rt, n);
  const o = rt.newObject(rt.types.bytes, OVERHEAD + n);
  rt.mem.st(o + H.OB_SIZE, n);
  rt.mem.st(o + 24, -1);
  rt.mem.st(o + 28, -1);
  rt.mem.stb(o + BYTES_VALUES + n, 0);
  return o;
}

/** As bytes(n) makes it: zeros, by calloc. */
export function newZeros(rt: Runtime, n: number): number {
  if (n === 0) return rt.incref(rt.emptyBytes);
  if (!hasRoom(rt, n)) return 0;
  roomForText(rt, n);
  const o = rt.alloc.calloc(OVERHEAD + n);
  rt.initObject(o, rt.types.bytes);
  rt.mem.st(o + H.OB_SIZE, n);
  rt.mem.st(o + 24, -1);
  rt.mem.st(o + 28, -1);
  return o;
}

/** From text of characters below 256. */
export function bytesOf(rt: Runtime, text: string): number {
  const n = text.length;
  if (n === 0) return rt.incref(rt.emptyBytes);
  if (n === 1) return rt.incref(rt.emptyBytes + SINGLE * (1 + text.charCodeAt(0)));
  return freshBytes(rt, text);
}

export function freshBytes(rt: Runtime, text: string): number {
  const o = newBytesRoom(rt, text.length);
  for (let i = 0; i < text.length; i++) rt.mem.stb(o + BYTES_VALUES + i, text.charCodeAt(i));
  return o;
}

/** Bytes that become text at once. */
const CHUNK = 8192;

export function bytesText(rt: Runtime, o: number): string {
  const m = rt.mem;
  const n = m.ld(o + H.OB_SIZE);
  const values = rt.kindOf(o) === H.KIND.bytearray ? m.ld(o + SEPARATE_VALUES) : o + BYTES_VALUES;
  rt.work(n >> 9);
  let out = '';
  for (let i = 0; i < n; i += CHUNK)
    out += String.fromCharCode(...m.u8.subarray(values + i, values + Math.min(n, i + CHUNK)));
  return out;
}

export function isBytes(rt: Runtime, o: number): boolean {
  return (rt.flagsOf(o) & H.FLAG_BYTES) !== 0;
}

export function quotedBytes(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  let out = `b${quote}`;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const c = text.charAt(i);
    if (c === quote || c === '\\') out += `\\${c}`;
    else if (c === '\t') out += '\\t';
    else if (c === '\n') out += '\\n';
    else if (c === '\r') out += '\\r';
    else if (code < 32 || code >= 127) out += `\\x${code.toString(16).padStart(2, '0')}`;
    else out += c;
  }
  return out + quote;
}

/** The value of an int argument, 0..255; -1 with an exception. */
export function byteArgument(rt: Runtime, o: number): number {
  const value = asIndex(rt, o, null);
  if (value === null) return -1;
  if (value >= 0 && value <= 255) return value;
  setError(rt, 'ValueError', 'byte must be in range(0, 256)');
  return -1;
}

function bytesGetItem(rt: Runtime, o: number, key: number): number {
  const m = rt.mem;
  const n = m.ld(o + H.OB_SIZE);
  if (rt.recordOf(key).index !== null) {
    const index = asIndex(rt, key, 'IndexError');
    if (index === null) return 0;
    const at = index < 0 ? index + n : index;
    if (at < 0 || at >= n) return setError(rt, 'IndexError', 'index out of range');
    return newInt(rt, m.ldb(o + BYTES_VALUES + at));
  }
  if (rt.typeOf(key) !== rt.types.slice) {
    const name = rt.tpName(rt.typeOf(key));
    return formatError(rt, 'TypeError', 'byte indices must be integers or slices, not %.200s', name);
  }
  const span = sliceSpan(rt, key, n);
  if (span === null) return 0;
  if (span.length <= 0) return rt.incref(rt.emptyBytes);
  if (span.step === 1 && span.length === n && rt.typeOf(o) === rt.types.bytes) return rt.incref(o);
  let text = '';
  for (let i = 0; i < span.length; i++) {
    text += String.fromCharCode(m.ldb(o + BYTES_VALUES + span.start + i * span.step));
  }
  return bytesOf(rt, text);
}

function bytesConcat(rt: Runtime, a: number, b: number): number {
  if (!isBytes(rt, b)) {
    return formatError(
      rt,
      'TypeError',
      "can't concat %.100s to %.100s",
      rt.tpName(rt.typeOf(b)),
      rt.tpName(rt.typeOf(a)),
    );
  }
  const m = rt.mem;
  if (m.ld(a + H.OB_SIZE) === 0 && rt.typeOf(b) === rt.types.bytes) return rt.incref(b);
  if (m.ld(b + H.OB_SIZE) === 0 && rt.typeOf(a) === rt.types.bytes) return rt.incref(a);
  return bytesOf(rt, bytesText(rt, a) + bytesText(rt, b));
}

function bytesRepeat(rt: Runtime, o: number, times: number): number {
  const n = rt.mem.ld(o + H.OB_SIZE) * Math.max(0, times);
  if (times === 1 && rt.typeOf(o) === rt.types.bytes) return rt.incref(o);
  if (n === 0) return rt.incref(rt.emptyBytes);
  if (n >= 2 ** 63) return setError(rt, 'OverflowError', 'repeated bytes are too long');
  if (!hasRoom(rt, n)) return 0;
  roomForText(rt, n);
  return freshBytes(rt, bytesText(rt, o).repeat(times));
}

function bytesContains(rt: Runtime, o: number, item: number): number {
  const text = bytesText(rt, o);
  if (rt.recordOf(item).index !== null) {
    const value = byteArgument(rt, item);
    return value < 0 ? -1 : text.includes(String.fromCharCode(value)) ? 1 : 0;
  }
  const name = rt.tpName(rt.typeOf(item));
  /* asked for as a number first */
  formatError(rt, 'TypeError', "'%.200s' object cannot be interpreted as an integer", name);
  clearError(rt);
  if (isBytes(rt, item)) return text.includes(bytesText(rt, item)) ? 1 : 0;
  formatError(rt, 'TypeError', "a bytes-like object is required, not '%.100s'", name);
  return -1;
}

function bytesCompare(rt: Runtime, a: number, b: number, op: number): number {
  if (!isBytes(rt, a) || !isBytes(rt, b)) return rt.incref(rt.notImplemented);
  const x = bytesText(rt, a);
  const y = bytesText(rt, b);
  return rt.bool(holds(x < y ? -1 : x > y ? 1 : 0, op));
}

/** The iterator of bytes: yields whole numbers. */
export function bytesNext(rt: Runtime, it: number): number {
  const m = rt.mem;
  const o = m.ld(it + IT_SEQUENCE);
  if (o === 0) return 0;
  const i = m.ld(it + IT_INDEX);
  if (i >= m.ld(o + H.OB_SIZE)) {
    rt.clearField(it + IT_SEQUENCE);
    return 0;
  }
  m.st(it + IT_INDEX, i + 1);
  return newInt(rt, m.ldb(o + BYTES_VALUES + i));
}

export const BYTES_SLOTS: Partial<TypeRecord> = {
  dealloc: (rt, o) => rt.deleteObject(o),
  repr: (rt, o) => quotedBytes(bytesText(rt, o)),
  hash: (rt, o) => {
    return textHash(rt, bytesText(rt, o), 0);
  },
  compare: bytesCompare,
  iter: (rt, o) => newSequenceIterator(rt, rt.types.bytesIterator, o),
  length: (rt, o) => rt.mem.ld(o + H.OB_SIZE),
  getitem: bytesGetItem,
  contains: bytesContains,
  concat: bytesConcat,
  repeat: bytesRepeat,
};
