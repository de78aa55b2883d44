/**
 * Hash values: 64 bits as two halves. A function that computes one returns the low half and leaves the high half in
 * `rt.hashHigh`, where it stays until the next one is computed; lookups leave it alone. Models Python/pyhash.c
 * `_Py_HashDouble`, Objects/longobject.c `long_hash`, both modulo 2^61-1, where multiplying by 2 turns the bits around.
 */
import type { Runtime } from './runtime.ts';

/** High half of 2^61-1; its low half is all ones. */
const MODULUS_HIGH = 0x1fffffff;

/** What the high half of an address (text.ts `pointer`) becomes in a hash. */
export const ADDRESS_HIGH = 0x7f0;

/** Every hash ends here: -1 stands for an error and becomes -2. */
export function setHash(rt: Runtime, low: number, high: number): number {
  rt.hashHigh = high;
  return low === -1 && high === -1 ? -2 : low;
}

export function setSmallHash(rt: Runtime, value: number): number {
  rt.hashHigh = value < 0 ? -1 : 0;
  return value === -1 ? -2 : value;
}

/** Minus the value, if `negative`. */
export function setSignedHash(rt: Runtime, low: number, high: number, negative: boolean): number {
  if (!negative) return setHash(rt, low, high);
  return setHash(rt, -low | 0, low === 0 ? -high | 0 : ~high);
}

/** Of an object's identity. Models `_Py_HashPointer`. */
export function identityHash(rt: Runtime, o: number): number {
  rt.hashHigh = ADDRESS_HIGH;
  return o >>> 4;
}

/** The value of 61 bits turned left by `n` bits; the high half in rt.hashHigh. */
function turned(rt: Runtime, low: number, high: number, n: number): number {
  const back = 61 - n;
  const upLow = n < 32 ? low << n : 0;
  const upHigh = n === 0 ? high : n < 32 ? (high << n) | (low >>> (32 - n)) : low << (n - 32);
  const downLow = back >= 32 ? high >>> (back - 32) : (low >>> back) | (high << (32 - back));
  const downHigh = back >= 32 ? 0 : high >>> back;
  rt.hashHigh = (upHigh | downHigh) & MODULUS_HIGH;
  return upLow | downLow;
}

/** Of a double, given as its two words; not for infinities and NaN. */
export function doubleHash(rt: Runtime, lowWord: number, highWord: number): number {
  const exponent = (highWord >>> 20) & 0x7ff;
  const high = (highWord & 0xfffff) | (exponent === 0 ? 0 : 0x100000);
  const turn = ((((exponent || 1) - 1075) % 61) + 61) % 61;
  const low = turned(rt, lowWord, high, turn);
  return setSignedHash(rt, low, rt.hashHigh, highWord < 0);
}

/** Of the number that the digits of 30 bits at `address` make. */
export function digitsHash(rt: Runtime, address: number, n: number, negative: boolean): number {
  let low = 0;
  let high = 0;
  for (let i = n - 1; i >= 0; i--) {
    low = turned(rt, low, high, 30);
    high = rt.hashHigh;
    const sum = (low >>> 0) + rt.mem.ld(address + 4 * i);
    low = sum | 0;
    if (sum > 0xffffffff) high++;
    if (high > MODULUS_HIGH || (high === MODULUS_HIGH && low === -1)) {
      low = (low + 1) | 0;
      high = (low === 0 ? high + 1 : high) - (MODULUS_HIGH + 1);
    }
  }
  return setSignedHash(rt, low, high, negative);
}

/** Product of 64 bits; the high half in rt.hashHigh. */
export function multiply64(rt: Runtime, aLow: number, aHigh: number, bLow: number, bHigh: number): number {
  const a0 = aLow & 0xffff;
  const a1 = aLow >>> 16;
  const b0 = bLow & 0xffff;
  const b1 = bLow >>> 16;
  const middle = a0 * b1 + a1 * b0 + Math.floor((a0 * b0) / 65536);
  const carried = a1 * b1 + Math.floor(middle / 65536);
  rt.hashHigh = (carried + Math.imul(aLow, bHigh) + Math.imul(aHigh, bLow)) | 0;
  return Math.imul(aLow, bLow);
}

/** Sum of 64 bits; the high half in rt.hashHigh. */
export function add64(rt: Runtime, aLow: number, aHigh: number, bLow: number, bHigh: number): number {
  const sum = (aLow >>> 0) + (bLow >>> 0);
  rt.hashHigh = (aHigh + bHigh + (sum > 0xffffffff ? 1 : 0)) | 0;
  return sum | 0;
}
