/**
 * Hash values in full, as hash() shows them. The tables work with the low half; here are the 64 bits. Models
 * Python/pyhash.c `_Py_HashDouble`, Objects/longobject.c `long_hash`, Objects/tupleobject.c `tuplehash`. What CPython
 * derives from an address or from its random seed is this machine's own.
 */
import { hashOf } from './abstract.ts';
import { floatHash, floatHash64 } from './float.ts';
import * as H from './header.ts';
import { fromBig, hashBig64, intHash, newSize, toBig } from './int.ts';
import type { Runtime } from './runtime.ts';

const PRIME_1 = 11400714785074694791n;
const PRIME_2 = 14029467366897019727n;
const PRIME_5 = 2870177450012600261n;
const u64 = (value: bigint): bigint => BigInt.asUintN(64, value);

/** null = an exception is set. */
export function wholeHash(rt: Runtime, o: number): bigint | null {
  const own = rt.recordOf(o).hash;
  if (own === intHash) return hashBig64(toBig(rt, o));
  if (own === floatHash) return floatHash64(rt.mem.ldf(o + 16));
  if (own === tupleHash) return tupleHash64(rt, o);
  const low = hashOf(rt, o);
  return low === -1 && rt.failed() ? null : BigInt(low);
}

function tupleHash64(rt: Runtime, o: number): bigint | null {
  const n = rt.mem.ld(o + H.OB_SIZE);
  let hash = PRIME_5;
  for (let i = 0; i < n; i++) {
    const lane = wholeHash(rt, rt.mem.ld(o + 24 + 8 * i));
    if (lane === null) return null;
    hash = u64(hash + u64(lane) * PRIME_2);
    hash = u64(u64((hash << 31n) | (hash >> 33n)) * PRIME_1);
  }
  hash = u64(hash + (BigInt(n) ^ (PRIME_5 ^ 3527539n)));
  return hash === u64(-1n) ? 1546275796n : BigInt.asIntN(64, hash);
}

/** Low half of a tuple's hash. */
export function tupleHash(rt: Runtime, o: number): number {
  const hash = tupleHash64(rt, o);
  if (hash === null) return -1;
  const low = Number(BigInt.asIntN(32, hash));
  return low === -1 ? -2 : low;
}

/** hash(o) as an object; 0 with an exception. */
export function hashObject(rt: Runtime, o: number): number {
  const hash = wholeHash(rt, o);
  if (hash === null) return 0;
  const small = hash > -(1n << 53n) && hash < 1n << 53n;
  return small ? newSize(rt, Number(hash)) : fromBig(rt, hash);
}
