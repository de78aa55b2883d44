/** One pool as 32 × 32 pixels, one for every 16 bytes. */
import { GRANULE, type MemoryMap, POOL, POOL_GRANULES, STARTS } from '../../heap/index.ts';

export const COLOURINGS = ['class', 'owner'] as const;
export type Colouring = (typeof COLOURINGS)[number];

/** Pixels as they lie in an ImageData read as 32-bit numbers: alpha, blue, green, red. */
export interface Paints {
  readonly untouched: number;
  readonly header: number;
  readonly tail: number;
  readonly free: number;
  /** A pool that holds nothing. */
  readonly empty: number;
  readonly kept: number;
  /** By size class 0 … 31. */
  readonly classes: readonly number[];
  /** By the number of the owner in the map; 0 is nobody. */
  readonly owners: readonly number[];
}

export function paintPool(
  map: MemoryMap,
  pool: number,
  pixels: Uint32Array,
  paints: Paints,
  colouring: Colouring,
): void {
  const base = pool * POOL_GRANULES;
  const ofClass = paints.classes[map.poolClass[pool] ?? 0] ?? paints.kept;
  const empty = map.poolState[pool] === POOL.empty;
  for (let g = 0; g < POOL_GRANULES; g++) {
    const state = (map.state[base + g] ?? 0) & ~STARTS;
    pixels[g] =
      state === GRANULE.used
        ? colouring === 'class'
          ? ofClass
          : (paints.owners[map.owner[base + g] ?? 0] ?? paints.kept)
        : state === GRANULE.free
          ? empty
            ? paints.empty
            : paints.free
          : state === GRANULE.header
            ? paints.header
            : state === GRANULE.kept
              ? paints.kept
              : state === GRANULE.tail
                ? paints.tail
                : paints.untouched;
  }
}
