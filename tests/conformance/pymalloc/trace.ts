/**
 * Random allocation traces: what a program might ask of the allocator, in phases of growth, decline and steady
 * change, over all size classes with a sprinkle of large requests.
 */
import { Random } from '../random.ts';

export const MALLOC = 0;
export const FREE = 1;
export const REALLOC = 2;

/** Operation k is (kinds[k], slots[k], sizes[k]); a slot holds one live block from its malloc to its free. */
export interface Trace {
  readonly kinds: Uint8Array;
  readonly slots: Uint32Array;
  readonly sizes: Uint32Array;
}

export interface Profile {
  readonly name: string;
  readonly seed: number;
  /** Most blocks alive at once. */
  readonly live: number;
  /** Sizes to ask for. */
  size(random: Random): number;
  /** One operation in so many is a realloc. */
  readonly reallocEvery: number;
  /** Operations between two changes of mood (grow, shrink, steady). */
  readonly mood: number;
  /** Which live block to free or to resize, of n in the order of birth with holes filled from the end. */
  victim(random: Random, n: number): number;
}

const any = (random: Random, n: number): number => random.below(n);
const small = (random: Random): number => random.between(1, 512);
/** What a Python program asks for: a few hot sizes, any other small one, now and then a large one. */
const typical = (random: Random): number => {
  if (random.oneIn(40)) return random.between(513, 4000);
  return random.oneIn(3) ? small(random) : random.pick([16, 24, 28, 48, 56, 64, 72, 88, 120, 152, 264, 344]);
};

export const PROFILES: readonly Profile[] = [
  {
    name: 'every size class',
    seed: 1,
    live: 40_000,
    size: small,
    reallocEvery: 20,
    mood: 30_000,
    victim: any,
  },
  {
    name: 'typical sizes',
    seed: 2,
    live: 60_000,
    size: typical,
    reallocEvery: 12,
    mood: 50_000,
    victim: any,
  },
  {
    name: 'arenas come and go',
    seed: 3,
    live: 24_000,
    size: (random) => random.between(400, 512),
    reallocEvery: 1000,
    mood: 90_000,
    victim: (random, n) => (random.oneIn(4) ? random.below(n) : n - 1),
  },
  {
    name: 'resizing',
    seed: 4,
    live: 8_000,
    size: (random) => (random.oneIn(200) ? 0 : random.oneIn(10) ? random.between(1, 1500) : small(random)),
    reallocEvery: 2,
    mood: 20_000,
    victim: any,
  },
];

export function makeTrace(profile: Profile, operations: number): Trace {
  const random = new Random(profile.seed);
  const kinds = new Uint8Array(operations);
  const slots = new Uint32Array(operations);
  const sizes = new Uint32Array(operations);
  const alive: number[] = [];
  const unused: number[] = [];
  let fresh = 0;
  /** Chance in 100 of an allocation rather than a free. */
  let growth = 70;
  for (let k = 0; k < operations; k++) {
    if (k % profile.mood === 0) growth = random.pick([80, 65, 50, 35, 12, 3]);
    if (alive.length > 0 && random.oneIn(profile.reallocEvery)) {
      kinds[k] = REALLOC;
      slots[k] = alive[profile.victim(random, alive.length)] ?? 0;
      sizes[k] = profile.size(random);
    } else if (alive.length === 0 || (alive.length < profile.live && random.below(100) < growth)) {
      const slot = unused.pop() ?? fresh++;
      alive.push(slot);
      kinds[k] = MALLOC;
      slots[k] = slot;
      sizes[k] = profile.size(random);
    } else {
      const at = profile.victim(random, alive.length);
      const slot = alive[at] ?? 0;
      const last = alive.pop() ?? 0;
      if (at < alive.length) alive[at] = last;
      unused.push(slot);
      kinds[k] = FREE;
      slots[k] = slot;
    }
  }
  return { kinds, slots, sizes };
}

/** The trace as bytes for replay.c: kind, slot and size of each operation as 32-bit numbers. */
export function encodeTrace(trace: Trace): Uint8Array {
  const words = new Uint32Array(trace.kinds.length * 3);
  for (let k = 0; k < trace.kinds.length; k++) {
    words[k * 3] = trace.kinds[k] ?? 0;
    words[k * 3 + 1] = trace.slots[k] ?? 0;
    words[k * 3 + 2] = trace.sizes[k] ?? 0;
  }
  return new Uint8Array(words.buffer);
}
