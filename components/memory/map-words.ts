/** What lies where, in sentences: for the line under the map, for screen readers, for tables. */
import {
  ARENA_POOLS,
  type ArenaBytes,
  GRANULE,
  HEADER_GRANULES,
  type HolderView,
  type MemoryMap,
  NO_SIZE_CLASS,
  type PlacedBlock,
  POOL,
  POOL_GRANULES,
  STARTS,
} from '../../heap/index.ts';
import type { Words } from '../language/words.ts';

export type HolderPart = PlacedBlock['part'];
export type BlockState = keyof typeof GRANULE;

type Memory = Words['memory'];

export function poolName(map: MemoryMap, pool: number, words: Memory): string {
  return words.pool(pool % ARENA_POOLS, map.arenaSlots[Math.floor(pool / ARENA_POOLS)] ?? 0);
}

/** Blocks that a pool of this size class has room for. */
export function capacityOf(sizeClass: number): number {
  return Math.floor((POOL_GRANULES - HEADER_GRANULES) / (sizeClass + 1));
}

export function blockSize(sizeClass: number): number {
  return (sizeClass + 1) * 16;
}

export function poolSentence(map: MemoryMap, pool: number, words: Memory): string {
  const name = poolName(map, pool, words);
  const sizeClass = map.poolClass[pool] ?? NO_SIZE_CLASS;
  switch (map.poolState[pool]) {
    case POOL.empty:
      return words.poolEmpty(name);
    case POOL.used:
    case POOL.full: {
      return words.poolUsed(name, blockSize(sizeClass), map.poolUsed[pool] ?? 0, capacityOf(sizeClass));
    }
    default:
      return words.poolUntouched(name);
  }
}

const STATES: Readonly<Record<number, BlockState>> = {
  [GRANULE.untouched]: 'untouched',
  [GRANULE.header]: 'header',
  [GRANULE.tail]: 'tail',
  [GRANULE.free]: 'free',
  [GRANULE.used]: 'used',
  [GRANULE.kept]: 'kept',
};

export function holderWords(part: HolderPart, holder: HolderView, words: Memory): string {
  return words.holder(part, `${holder.type} ${holder.repr}`, holder.owner);
}

/** A block by its number in the pool; what it holds is given by whoever can ask the machine. */
export function blockSentence(
  map: MemoryMap,
  pool: number,
  block: number,
  held: { readonly part: HolderPart; readonly holder: HolderView } | null,
  words: Memory,
): string {
  const sizeClass = map.poolClass[pool] ?? NO_SIZE_CLASS;
  const granule = granuleOfBlock(map, pool, block);
  const state = STATES[(map.state[pool * POOL_GRANULES + granule] ?? 0) & ~STARTS];
  const unheld = state === undefined ? '' : words.states[state];
  const what = held === null ? unheld : holderWords(held.part, held.holder, words);
  // What is cut short ends in dots already.
  return words.block(block, blockSize(sizeClass), what).replace(/…\.$/, '…');
}

export function granuleOfBlock(map: MemoryMap, pool: number, block: number): number {
  return HEADER_GRANULES + block * ((map.poolClass[pool] ?? 0) + 1);
}

export function blockOfGranule(map: MemoryMap, pool: number, granule: number): number | null {
  const around = map.blockAround(pool, granule);
  return around === null ? null : (around.first - HEADER_GRANULES) / around.length;
}

/** State of a block by its number in the pool. */
export function blockState(map: MemoryMap, pool: number, block: number): number {
  return (map.state[pool * POOL_GRANULES + granuleOfBlock(map, pool, block)] ?? 0) & ~STARTS;
}

export interface Share {
  readonly id: keyof ArenaBytes | 'outside';
  readonly bytes: number;
}

/** What the bytes asked of the system are, largest promise first: in use, then what could still be used. */
export function shares(arenas: ArenaBytes, outside: number): Share[] {
  const all: Share[] = [
    { id: 'used', bytes: arenas.used },
    { id: 'outside', bytes: outside },
    { id: 'kept', bytes: arenas.kept },
    { id: 'freeInPools', bytes: arenas.freeInPools },
    { id: 'overhead', bytes: arenas.overhead },
    { id: 'emptyPools', bytes: arenas.emptyPools },
    { id: 'untouched', bytes: arenas.untouched },
  ];
  return all.filter((share) => share.bytes > 0);
}

/** Fragmentation in one sentence: how much of the pools in use only their own size class can have. */
export function fragmentation(arenas: ArenaBytes, words: Memory): string {
  const blocks = arenas.used + arenas.kept + arenas.freeInPools;
  if (blocks === 0) return words.noPool;
  const part = Math.round((100 * arenas.freeInPools) / blocks);
  return words.fragmentation(part, arenas.freeInPools);
}

export interface ClassRow {
  readonly sizeClass: number;
  readonly pools: number;
  readonly used: number;
  readonly capacity: number;
  readonly usedBytes: number;
}

/** Size classes that have pools, smallest first. */
export function classRows(map: MemoryMap): ClassRow[] {
  const rows = new Map<number, { pools: number; used: number }>();
  for (let pool = 0; pool < map.arenas * ARENA_POOLS; pool++) {
    const sizeClass = map.poolClass[pool] ?? NO_SIZE_CLASS;
    if (sizeClass === NO_SIZE_CLASS) continue;
    const row = rows.get(sizeClass) ?? { pools: 0, used: 0 };
    row.pools++;
    row.used += map.poolUsed[pool] ?? 0;
    rows.set(sizeClass, row);
  }
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([sizeClass, { pools, used }]) => ({
      sizeClass,
      pools,
      used,
      capacity: pools * capacityOf(sizeClass),
      usedBytes: used * blockSize(sizeClass),
    }));
}

/** Pools that have a size class, in the order of addresses. */
export function usedPools(map: MemoryMap): number[] {
  const out: number[] = [];
  for (let pool = 0; pool < map.arenas * ARENA_POOLS; pool++)
    if (map.poolClass[pool] !== NO_SIZE_CLASS) out.push(pool);
  return out;
}

/** The whole map in a sentence or two. */
export function mapSentence(map: MemoryMap, words: Memory): string {
  return words.map(map.arenas, usedPools(map).length, fragmentation(map.bytes, words));
}
