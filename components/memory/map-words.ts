/** What lies where, in sentences: for the line under the map, for screen readers, for tables. */
import {
  ARENA_POOLS,
  type ArenaBytes,
  GRANULE,
  HEADER_GRANULES,
  type HolderView,
  type MemoryMap,
  NO_SIZE_CLASS,
  POOL,
  POOL_GRANULES,
  STARTS,
} from '../../heap/index.ts';
import { bytes, count, grouped } from '../heap/words.ts';

export const PARTS = {
  object: '',
  items: 'the items of ',
  keys: 'the table of ',
  'shared keys': 'the names shared by instances of ',
  values: 'the attributes of ',
  table: 'the table of ',
  text: 'the text of ',
  state: 'the own data of ',
  callback: 'a function to call at the end, kept by ',
} as const;

export function poolName(map: MemoryMap, pool: number): string {
  return `Pool ${pool % ARENA_POOLS} of arena ${map.arenaSlots[Math.floor(pool / ARENA_POOLS)] ?? 0}`;
}

/** Blocks that a pool of this size class has room for. */
export function capacityOf(sizeClass: number): number {
  return Math.floor((POOL_GRANULES - HEADER_GRANULES) / (sizeClass + 1));
}

export function blockSize(sizeClass: number): number {
  return (sizeClass + 1) * 16;
}

export function poolSentence(map: MemoryMap, pool: number): string {
  const name = poolName(map, pool);
  const sizeClass = map.poolClass[pool] ?? NO_SIZE_CLASS;
  switch (map.poolState[pool]) {
    case POOL.empty:
      return `${name}: empty. Any size class may take it.`;
    case POOL.used:
    case POOL.full: {
      const used = map.poolUsed[pool] ?? 0;
      const all = capacityOf(sizeClass);
      return `${name}: blocks of ${blockSize(sizeClass)} bytes, ${grouped(used)} of ${grouped(all)} in use${used === all ? ', full' : ''}.`;
    }
    default:
      return `${name}: not in use yet.`;
  }
}

const STATES: Readonly<Record<number, string>> = {
  [GRANULE.untouched]: 'never handed out',
  [GRANULE.header]: 'header of the pool, 48 bytes',
  [GRANULE.tail]: 'rest of the pool, too short for a block',
  [GRANULE.free]: 'free: given back, handed out again before untouched ones',
  [GRANULE.used]: 'in use by the interpreter',
  [GRANULE.kept]: 'kept by its type for the next object',
};

export function holderWords(part: keyof typeof PARTS, holder: HolderView): string {
  const owner = holder.owner === null ? '' : `, allocated by ${holder.owner}`;
  return `${PARTS[part]}${holder.type} ${holder.repr}${owner}`;
}

/** A block by its number in the pool; what it holds is given by whoever can ask the machine. */
export function blockSentence(
  map: MemoryMap,
  pool: number,
  block: number,
  held: { readonly part: keyof typeof PARTS; readonly holder: HolderView } | null,
): string {
  const sizeClass = map.poolClass[pool] ?? NO_SIZE_CLASS;
  const granule = granuleOfBlock(map, pool, block);
  const state = (map.state[pool * POOL_GRANULES + granule] ?? 0) & ~STARTS;
  const what = held === null ? (STATES[state] ?? '') : holderWords(held.part, held.holder);
  return `Block ${block}, ${blockSize(sizeClass)} bytes: ${what}.`;
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
  readonly label: string;
  readonly bytes: number;
}

/** What the bytes asked of the system are, largest promise first: in use, then what could still be used. */
export function shares(arenas: ArenaBytes, outside: number): Share[] {
  const all: Share[] = [
    { id: 'used', label: 'in use in pools', bytes: arenas.used },
    { id: 'outside', label: 'above 512 bytes, outside', bytes: outside },
    { id: 'kept', label: 'kept by types', bytes: arenas.kept },
    { id: 'freeInPools', label: 'free in pools in use', bytes: arenas.freeInPools },
    { id: 'overhead', label: 'pool headers and rests', bytes: arenas.overhead },
    { id: 'emptyPools', label: 'empty pools', bytes: arenas.emptyPools },
    { id: 'untouched', label: 'not in use yet', bytes: arenas.untouched },
  ];
  return all.filter((share) => share.bytes > 0);
}

/** Fragmentation in one sentence: how much of the pools in use only their own size class can have. */
export function fragmentation(arenas: ArenaBytes): string {
  const blocks = arenas.used + arenas.kept + arenas.freeInPools;
  if (blocks === 0) return 'No pool is in use.';
  const part = Math.round((100 * arenas.freeInPools) / blocks);
  return `${part} % of the pools in use is free (${bytes(arenas.freeInPools)}), and only for blocks of the pool’s own size.`;
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
export function mapSentence(map: MemoryMap): string {
  const pools = usedPools(map).length;
  return `${count(map.arenas, 'arena')} of 1 MiB, ${count(pools, 'pool')} in use. ${fragmentation(map.bytes)}`;
}
