/** What lies where, as it is said of blocks: by arena, pool and block, or among the large requests. */
import { CHUNK } from './constantChunks.ts';
import { largeBytes } from './largeBlocks.ts';
import * as L from './layout.ts';
import type { Memory } from './memory.ts';
import {
  ARENA_ADDRESS,
  ARENA_CARVE,
  ARENA_SIZE,
  arenaAt,
  POOL_ARENA,
  POOL_CLASS,
  POOL_COUNT,
  POOL_HEADER,
  POOL_SIZE,
} from './pools.ts';
import type { SystemMemory } from './system.ts';

/** `arena.pool.block`, `K` for constants, `L<n>` for large requests, `base` for what existed before. */
export function whereIs(m: Memory, p: number): string {
  if (p < L.DYNAMIC_START) return 'base';
  const region = m.ldb(L.REGION_TABLE + (p >>> 16));
  if (region === L.REGION_CONSTANTS) return 'K';
  if (region !== L.REGION_ARENA) return `L${m.ld(p - 12)}`;
  const pool = p & -POOL_SIZE;
  const slot = m.ld(pool + POOL_ARENA);
  const index = (pool - m.ld(arenaAt(slot) + ARENA_ADDRESS)) / POOL_SIZE;
  const block = Math.floor((p - pool - POOL_HEADER) / ((m.ld(pool + POOL_CLASS) + 1) << 4));
  return `${slot}.${index}.${block}`;
}

/** Addresses of all requests above 512 bytes that are in use, ascending. */
export function largePlaces({ mem: m, ranges }: SystemMemory): number[] {
  const out: number[] = [];
  const free = ranges.save();
  let k = 0;
  for (let at = L.DYNAMIC_START; at < ranges.top; ) {
    while (k + 1 < free.length && (free[k + 1] ?? 0) <= at) k += 2;
    if (k + 1 < free.length && (free[k] ?? 0) <= at) {
      at = free[k + 1] ?? ranges.top;
      continue;
    }
    const region = m.ldb(L.REGION_TABLE + (at >>> 16));
    if (region === L.REGION_ARENA) at += ARENA_SIZE;
    else if (region === L.REGION_CONSTANTS) at += m.ld((at & -CHUNK) + 4);
    else {
      if (m.ld(at + 4) !== 0) out.push(at + 16);
      at += largeBytes(m.ld(at));
    }
  }
  return out;
}

/** Blocks given out of pools, as `_Py_GetAllocatedBlocks` counts them. */
export function blocksInUse(m: Memory): number {
  let blocks = 0;
  for (let slot = 0; slot < L.MAX_ARENAS; slot++) {
    const arena = arenaAt(slot);
    const start = m.ld(arena + ARENA_ADDRESS);
    if (start === 0) continue;
    for (let pool = start; pool < m.ld(arena + ARENA_CARVE); pool += POOL_SIZE) {
      blocks += m.ld(pool + POOL_COUNT);
    }
  }
  return blocks;
}
