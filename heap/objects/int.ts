/**
 * Integers of any size: sign and number of 30-bit digits in ob_size, digits in the block.
 * Models Objects/longobject.c: which requests `_PyLong_New`, `_PyLong_FromMedium`, `x_add`, `x_sub`, `x_mul` make.
 */
import { digitsHash, setHash, setSmallHash } from './hash64.ts';
import * as H from './header.ts';
import type { Runtime } from './runtime.ts';
import { newStr } from './str.ts';

export const INT_DIGITS = 24;
const BASE = 2 ** 30;

export function makeSmallInts(rt: Runtime): void {
  const base = rt.staticBlock(262 * 32);
  rt.smallInts = base;
  for (let v = -5; v <= 256; v++) {
    const o = base + (v + 5) * 32;
    rt.mem.st(o, H.IMMORTAL);
    rt.mem.st(o + H.OB_TYPE, rt.types.int);
    rt.mem.st(o + H.OB_SIZE, Math.sign(v));
    rt.mem.st(o + INT_DIGITS, Math.abs(v));
    rt.mem.serials[o >> 4] = rt.nextSerial();
  }
}

/** From a JS integer within ±2^53. */
export function newInt(rt: Runtime, v: number): number {
  if (v >= -5 && v <= 256) return rt.incref(rt.smallInts + (v + 5) * 32);
  if (v > -BASE && v < BASE) {
    const o = rt.newObject(rt.types.int, 32);
    const { i32 } = rt.mem;
    i32[(o + 16) >> 2] = v < 0 ? -1 : 1;
    i32[(o + 24) >> 2] = v < 0 ? -v : v;
    return o;
  }
  const m = rt.mem;
  const a = Math.abs(v);
  const high = Math.floor(a / BASE);
  const o = rt.newObject(rt.types.int, 32);
  m.st(o + H.OB_SIZE, v < 0 ? -2 : 2);
  m.st(o + INT_DIGITS, a - high * BASE);
  m.st(o + INT_DIGITS + 4, high);
  return o;
}

/** As PyLong_FromSsize_t makes it: without the padding of PyLong_FromLong. */
export function newSize(rt: Runtime, v: number): number {
  if (v <= 256 && v >= -5) return newInt(rt, v);
  if (v < BASE && v > -BASE) {
    const o = rt.newObject(rt.types.int, 28);
    rt.mem.st(o + H.OB_SIZE, v < 0 ? -1 : 1);
    rt.mem.st(o + INT_DIGITS, Math.abs(v));
    return o;
  }
  return newInt(rt, v);
}

/** Never a singleton, requested with room for exactly `digits` (as `_PyLong_New`). */
export function newBig(rt: Runtime, value: bigint, digits: number): number {
  return newBigOf(rt, rt.types.int, value, digits);
}

export function newBigOf(rt: Runtime, type: number, value: bigint, digits: number): number {
  const o = rt.newObject(type, INT_DIGITS + 4 * digits + (type === rt.types.int ? 0 : 8 - 4 * (digits & 1)));
  storeBig(rt, o, value);
  return o;
}

export function storeBig(rt: Runtime, o: number, value: bigint): void {
  const m = rt.mem;
  let rest = value < 0n ? -value : value;
  let n = 0;
  m.st(o + INT_DIGITS, 0);
  while (rest > 0n) {
    m.st(o + INT_DIGITS + 4 * n, Number(rest & 0x3fffffffn));
    rest >>= 30n;
    n++;
  }
  m.st(o + H.OB_SIZE, value < 0n ? -n : n);
}

export function digitsOf(value: bigint): number {
  const a = value < 0n ? -value : value;
  if (a < 0x40000000n) return a === 0n ? 0 : 1;
  const hex = a.toString(16);
  const top = 32 - Math.clz32(Number.parseInt(hex.slice(0, 1), 16));
  return Math.ceil(((hex.length - 1) * 4 + top) / 30);
}

/** From a bigint, small ones as singletons. */
export function fromBig(rt: Runtime, value: bigint, digits = Math.max(1, digitsOf(value))): number {
  if (value >= -5n && value <= 256n) return rt.incref(rt.smallInts + (Number(value) + 5) * 32);
  return newBig(rt, value, digits);
}

export function isInt(rt: Runtime, o: number): boolean {
  return (rt.flagsOf(o) & H.FLAG_LONG) !== 0;
}

/** True when the value fits one digit. */
export function isCompact(rt: Runtime, o: number): boolean {
  const size = rt.mem.ld(o + H.OB_SIZE);
  return size >= -1 && size <= 1;
}

export function compactValue(rt: Runtime, o: number): number {
  const m = rt.mem;
  return m.ld(o + H.OB_SIZE) * m.ld(o + INT_DIGITS);
}

export function toBig(rt: Runtime, o: number): bigint {
  const m = rt.mem;
  const size = m.ld(o + H.OB_SIZE);
  const n = Math.abs(size);
  let v = 0n;
  for (let i = n - 1; i >= 0; i--) v = (v << 30n) | BigInt(m.ld(o + INT_DIGITS + 4 * i));
  return size < 0 ? -v : v;
}

/** JS number, exact within ±2^53, else rounded. */
export function toNumber(rt: Runtime, o: number): number {
  const m = rt.mem;
  const size = m.ld(o + H.OB_SIZE);
  if (size >= -1 && size <= 1) return size * m.ld(o + INT_DIGITS);
  return Number(toBig(rt, o));
}

export function intText(rt: Runtime, o: number): string {
  return isCompact(rt, o) ? String(compactValue(rt, o)) : toBig(rt, o).toString();
}

/** CPython's own hash: the value modulo 2^61-1. */
export function intHash(rt: Runtime, o: number): number {
  if (isCompact(rt, o)) return setSmallHash(rt, compactValue(rt, o));
  const size = rt.mem.ld(o + H.OB_SIZE);
  return digitsHash(rt, o + INT_DIGITS, Math.abs(size), size < 0);
}

/** What `__hash__` returned as a hash: the value itself if 64 bits hold it. Models `slot_tp_hash`. */
export function hashFromInt(rt: Runtime, o: number): number {
  if (intDigits(rt, o) <= 2) return intHash(rt, o);
  const value = toBig(rt, o);
  if (BigInt.asIntN(64, value) !== value) {
    /* asked for as a C integer first, which is an error that nobody sees */
    rt.decref(newStr(rt, 'Python int too large to convert to C ssize_t'));
    return intHash(rt, o);
  }
  return setHash(rt, Number(BigInt.asIntN(32, value)), Number(BigInt.asIntN(32, value >> 32n)));
}

export function intDigits(rt: Runtime, o: number): number {
  return Math.abs(rt.mem.ld(o + H.OB_SIZE));
}

export function intDealloc(rt: Runtime, o: number): void {
  rt.deleteObject(o);
}
