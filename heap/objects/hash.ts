/**
 * Hashes of objects that are made of others, and hash() itself. Models Objects/tupleobject.c `tuplehash`,
 * Objects/setobject.c `frozenset_hash`, Python/pyhash.c `_Py_HashPointer`. What CPython derives from its random seed
 * is this machine's own.
 */
import { hashOf } from './abstract.ts';
import { add64, multiply64, setHash } from './hash64.ts';
import * as H from './header.ts';
import { fromBig, newSize } from './int.ts';
import { enterHost, LIGHT, leaveHost } from './nesting.ts';
import type { Runtime } from './runtime.ts';
import { SET_HASH, SET_MASK, SET_TABLE, SET_USED } from './set.ts';

/* the primes of xxHash, low and high half */
const PRIME_1 = [0x85ebca87 | 0, 0x9e3779b1 | 0] as const;
const PRIME_2 = [0x27d4eb4f, 0xc2b2ae3d | 0] as const;
const PRIME_5 = [0x165667c5, 0x27d4eb2f] as const;

export function tupleHash(rt: Runtime, o: number): number {
  if (!enterHost(rt, LIGHT)) return -1;
  const hash = hashOfItems(rt, o);
  leaveHost(rt, LIGHT);
  return hash;
}

function hashOfItems(rt: Runtime, o: number): number {
  const n = rt.mem.ld(o + H.OB_SIZE);
  let [low, high]: readonly [number, number] = PRIME_5;
  for (let i = 0; i < n; i++) {
    const item = hashOf(rt, rt.mem.ld(o + 24 + 8 * i));
    if (item === -1 && rt.failed()) return -1;
    const product = multiply64(rt, item, rt.hashHigh, PRIME_2[0], PRIME_2[1]);
    low = add64(rt, low, high, product, rt.hashHigh);
    high = rt.hashHigh;
    /* turned left by 31: halves exchanged, then right by 1 */
    const turnedLow = (high >>> 1) | (low << 31);
    const turnedHigh = (low >>> 1) | (high << 31);
    low = multiply64(rt, turnedLow, turnedHigh, PRIME_1[0], PRIME_1[1]);
    high = rt.hashHigh;
  }
  low = add64(rt, low, high, n ^ (PRIME_5[0] ^ 3527539), PRIME_5[1]);
  high = rt.hashHigh;
  return low === -1 && high === -1 ? setHash(rt, 1546275796, 0) : setHash(rt, low, high);
}

/** Shuffled bits of a hash: of its 64, the high half in rt.hashHigh. Models `_shuffle_bits`. */
function shuffled(rt: Runtime, low: number, high: number): number {
  const shuffledHigh = high ^ ((high << 16) | (low >>> 16));
  return multiply64(rt, low ^ 89869747 ^ (low << 16), shuffledHigh, 3644798167 | 0, 0);
}

/** Does not depend on the order of the table; every slot counts, used or not. */
export function frozensetHash(rt: Runtime, o: number): number {
  const m = rt.mem;
  if (m.ld(o + SET_HASH) !== -1 || m.ld(o + SET_HASH + 4) !== -1)
    return setHash(rt, m.ld(o + SET_HASH), m.ld(o + SET_HASH + 4));
  let low = 0;
  let high = 0;
  const take = (partLow: number, partHigh: number): void => {
    low ^= shuffled(rt, partLow, partHigh);
    high ^= rt.hashHigh;
  };
  const table = m.ld(o + SET_TABLE);
  const slots = m.ld(o + SET_MASK) + 1;
  for (let i = 0; i < slots; i++) {
    if (m.ld(table + 16 * i) > 1) take(m.ld(table + 16 * i + 8), m.ld(table + 16 * i + 12));
  }
  low ^= multiply64(rt, m.ld(o + SET_USED) + 1, 0, 1927868237, 0);
  high ^= rt.hashHigh;
  const by11 = [(low >>> 11) | (high << 21), high >>> 11] as const;
  const by25 = [(low >>> 25) | (high << 7), high >>> 25] as const;
  low ^= by11[0] ^ by25[0];
  high ^= by11[1] ^ by25[1];
  low = multiply64(rt, low, high, 69069, 0);
  low = add64(rt, low, rt.hashHigh, 907133923, 0);
  high = rt.hashHigh;
  if (low === -1 && high === -1) [low, high] = [590923713, 0];
  m.st(o + SET_HASH, low);
  m.st(o + SET_HASH + 4, high);
  return setHash(rt, low, high);
}

/** hash(o) as an object; 0 with an exception. */
export function hashObject(rt: Runtime, o: number): number {
  return hashAsInt(rt, hashOf(rt, o));
}

/** The low half that a hash function gave, with the high one it left; 0 where it raised. */
export function hashAsInt(rt: Runtime, low: number): number {
  if (low === -1 && rt.failed()) return 0;
  const high = rt.hashHigh;
  if (high >= -(1 << 20) && high < 1 << 20) return newSize(rt, high * 2 ** 32 + (low >>> 0));
  return fromBig(rt, (BigInt(high) << 32n) | BigInt(low >>> 0));
}
