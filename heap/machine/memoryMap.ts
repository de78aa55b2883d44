/**
 * pymalloc's arenas as arrays that can be drawn from: what every 16 bytes are and to whom they belong, read off the
 * memory itself. One entry per granule of 16 bytes; a pool of 16 KiB is 1024 of them, an arena of 1 MiB 64 pools.
 * Kept by whoever draws it: `update` brings it up to date and marks the pools in which anything changed.
 */

import * as L from '../memory/layout.ts';
import * as A from '../memory/pools.ts';
import * as H from '../objects/header.ts';
import type { Runtime } from '../objects/runtime.ts';
import { frontBytes, hasAsides, keptBlocks, visitBlocks } from './blocks.ts';
import { arenaSlots } from './inspect.ts';
import type { Machine } from './machine.ts';
import { staticObjects } from './refresh.ts';
import type { Serial } from './views.ts';

export const GRANULE_BYTES = 16;
export const POOL_GRANULES = A.POOL_SIZE / GRANULE_BYTES;
export const ARENA_POOLS = A.ARENA_POOLS;
export const HEADER_GRANULES = A.POOL_HEADER / GRANULE_BYTES;

/** What a granule is. */
export const GRANULE = {
  /** Never handed out since the pool got its size class. */
  untouched: 0,
  header: 1,
  /** Behind the last block of a pool: too short for another one. */
  tail: 2,
  /** Handed out before and given back. */
  free: 3,
  used: 4,
  /** In use for the allocator, but no object: on a free list of its type. */
  kept: 5,
} as const;
/** Added to the state of a block's first granule. */
export const STARTS = 8;

export const POOL = {
  /** Not cut off its arena yet. */
  untouched: 0,
  /** All its blocks are free: any size class may take it. */
  empty: 1,
  /** Has blocks in use and blocks to give. */
  used: 2,
  full: 3,
} as const;
export const NO_SIZE_CLASS = 255;

/** Bytes of all arenas by what they are; they add up to the arenas' size. */
export interface ArenaBytes {
  readonly used: number;
  readonly kept: number;
  /** Free blocks, untouched ones included, in pools that are in use: only their own size class can have them. */
  readonly freeInPools: number;
  /** Pool headers and tails. */
  readonly overhead: number;
  readonly emptyPools: number;
  readonly untouched: number;
}

const NO_BYTES: ArenaBytes = { used: 0, kept: 0, freeInPools: 0, overhead: 0, emptyPools: 0, untouched: 0 };
const KEPT = -1;
const GIVEN_BACK = -2;

export class MemoryMap {
  /** Arenas in the order of the interpreter's table. */
  arenas = 0;
  arenaSlots: readonly number[] = [];
  arenaAddresses: readonly number[] = [];
  bytes: ArenaBytes = NO_BYTES;
  /** Names of modules by the number that stands in `owner`; 0 is nobody. */
  owners: readonly string[] = [''];

  /* per pool, index arena × 64 + pool */
  poolState = new Uint8Array(0);
  poolClass = new Uint8Array(0);
  poolUsed = new Uint16Array(0);
  dirty = new Uint8Array(0);

  /* per granule, index pool × 1024 + granule */
  state = new Uint8Array(0);
  owner = new Uint16Array(0);
  /** Serial of the object that a block belongs to, at the block's first granule. */
  holder: Int32Array = new Int32Array(0);

  /** Address of the object a block belongs to, by the block's address >> 4; scratch of `update`. */
  private belongs: Int32Array = new Int32Array(0);

  update(machine: Machine): void {
    const { rt } = machine;
    const slots = arenaSlots(rt);
    this.resize(slots.length);
    this.arenaSlots = slots;
    this.arenaAddresses = slots.map((slot) => rt.mem.ld(A.arenaAt(slot) + A.ARENA_ADDRESS));
    this.findHolders(rt);
    const numbers = this.numberOwners(machine);
    const sum = { used: 0, kept: 0, freeInPools: 0, overhead: 0, emptyPools: 0, untouched: 0 };
    slots.forEach((slot, arena) => {
      this.readArena(machine, numbers, slot, arena, sum);
    });
    this.bytes = sum;
  }

  /** The pools are drawn. */
  clean(): void {
    this.dirty.fill(0);
  }

  /** First granule of the block that a granule of a pool belongs to, and its length; null for header and tail. */
  blockAround(pool: number, granule: number): { readonly first: number; readonly length: number } | null {
    const sizeClass = this.poolClass[pool] ?? NO_SIZE_CLASS;
    if (sizeClass === NO_SIZE_CLASS || granule < HEADER_GRANULES) return null;
    const length = sizeClass + 1;
    const first = granule - ((granule - HEADER_GRANULES) % length);
    return first + length > POOL_GRANULES ? null : { first, length };
  }

  /** Address of the object that the block at an address belongs to, as of the last update; 0 for none. */
  objectAt(block: number): number {
    return Math.max(0, this.belongs[block >> 4] ?? 0);
  }

  /** Pool and granule of an address, or null where no arena is. */
  locate(address: number): { readonly pool: number; readonly granule: number } | null {
    const arena = this.arenaAddresses.findIndex(
      (start) => address >= start && address < start + A.ARENA_SIZE,
    );
    if (arena < 0) return null;
    const offset = address - (this.arenaAddresses[arena] ?? 0);
    return {
      pool: arena * ARENA_POOLS + Math.floor(offset / A.POOL_SIZE),
      granule: (offset % A.POOL_SIZE) / GRANULE_BYTES,
    };
  }

  addressOf(pool: number, granule = 0): number {
    const start = this.arenaAddresses[Math.floor(pool / ARENA_POOLS)] ?? 0;
    return start + (pool % ARENA_POOLS) * A.POOL_SIZE + granule * GRANULE_BYTES;
  }

  private resize(arenas: number): void {
    if (arenas !== this.arenas) this.dirty.fill(1);
    this.arenas = arenas;
    const pools = arenas * ARENA_POOLS;
    if (pools <= this.poolState.length) return;
    const room = 2 ** Math.ceil(Math.log2(pools));
    const grown = <T extends Uint8Array | Uint16Array | Int32Array>(made: T, old: T): T => {
      made.set(old);
      return made;
    };
    this.poolState = grown(new Uint8Array(room), this.poolState);
    this.poolClass = grown(new Uint8Array(room), this.poolClass);
    this.poolUsed = grown(new Uint16Array(room), this.poolUsed);
    this.dirty = new Uint8Array(room).fill(1);
    this.state = grown(new Uint8Array(room * POOL_GRANULES), this.state);
    this.owner = grown(new Uint16Array(room * POOL_GRANULES), this.owner);
    this.holder = grown(new Int32Array(room * POOL_GRANULES), this.holder);
  }

  private findHolders(rt: Runtime): void {
    const length = rt.alloc.ranges.top >> 4;
    if (this.belongs.length < length) this.belongs = new Int32Array(2 * length);
    else this.belongs.fill(0);
    const { belongs } = this;
    let o = 0;
    const visit = (address: number): void => {
      belongs[address >> 4] = o;
    };
    for (const each of staticObjects(rt)) {
      o = each;
      visitBlocks(rt, o, visit);
    }
    // objects of one type are alike: what is asked of the type is asked once
    const { i32, serials } = rt.mem;
    const plain = new Map<number, number>();
    for (let slot = L.DYNAMIC_START >> 4; slot < length; slot++) {
      if (serials[slot] === 0) continue;
      o = slot << 4;
      const type = i32[(o + H.OB_TYPE) >> 2] ?? 0;
      let front = plain.get(type);
      if (front === undefined) {
        front = hasAsides(rt, type) ? -1 : frontBytes(rt, o);
        plain.set(type, front);
      }
      if (front >= 0) belongs[(o - front) >> 4] = o;
      else visitBlocks(rt, o, visit);
    }
    for (const { address } of keptBlocks(rt)) belongs[address >> 4] = KEPT;
  }

  private numberOwners(machine: Machine): ReadonlyMap<string, number> {
    const owners = [''];
    for (const name of new Set(machine.statementModules)) owners.push(name);
    this.owners = owners;
    return new Map(owners.map((name, number) => [name, number]));
  }

  private readArena(
    machine: Machine,
    numbers: ReadonlyMap<string, number>,
    slot: number,
    arena: number,
    sum: { -readonly [K in keyof ArenaBytes]: number },
  ): void {
    const m = machine.rt.mem;
    const record = A.arenaAt(slot);
    const carved = m.ld(record + A.ARENA_CARVE);
    const empty = new Set<number>();
    for (let at = m.ld(record + A.ARENA_FREE_POOLS); at !== 0; at = m.ld(at + A.POOL_NEXT)) empty.add(at);
    for (let k = 0; k < ARENA_POOLS; k++) {
      const pool = arena * ARENA_POOLS + k;
      const address = this.addressOf(pool);
      if (address >= carved) {
        sum.untouched += A.POOL_SIZE;
        this.setPool(pool, POOL.untouched, NO_SIZE_CLASS, 0);
        this.fillPool(pool, 0, GRANULE.untouched);
      } else if (empty.has(address)) {
        sum.emptyPools += A.POOL_SIZE;
        this.setPool(pool, POOL.empty, NO_SIZE_CLASS, 0);
        this.fillPool(pool, HEADER_GRANULES, GRANULE.free);
      } else this.readPool(machine, numbers, pool, address, sum);
    }
  }

  private readPool(
    machine: Machine,
    numbers: ReadonlyMap<string, number>,
    pool: number,
    address: number,
    sum: { -readonly [K in keyof ArenaBytes]: number },
  ): void {
    const m = machine.rt.mem;
    const sizeClass = m.ld(address + A.POOL_CLASS);
    const length = sizeClass + 1;
    const size = length * GRANULE_BYTES;
    const used = m.ld(address + A.POOL_COUNT);
    const capacity = Math.floor((A.POOL_SIZE - A.POOL_HEADER) / size);
    this.setPool(pool, used === capacity ? POOL.full : POOL.used, sizeClass, used);
    for (let block = m.ld(address + A.POOL_FREE); block !== 0; block = m.ld(block))
      this.belongs[block >> 4] = GIVEN_BACK;
    for (let g = 0; g < HEADER_GRANULES; g++) this.setGranule(pool, g, GRANULE.header, 0, 0);
    const touched = address + m.ld(address + A.POOL_NEXT_OFFSET);
    let g = HEADER_GRANULES;
    let kept = 0;
    for (let n = 0; n < capacity; n++) {
      const block = address + g * GRANULE_BYTES;
      const o = this.belongs[block >> 4] ?? 0;
      if (block >= touched) this.setBlock(pool, g, length, GRANULE.untouched, 0, 0);
      else if (o === GIVEN_BACK) this.setBlock(pool, g, length, GRANULE.free, 0, 0);
      else if (o === KEPT) {
        kept++;
        this.setBlock(pool, g, length, GRANULE.kept, 0, 0);
      } else {
        const serial = o === 0 ? 0 : (m.serials[o >> 4] ?? 0);
        const owner = serial === 0 ? null : machine.origin(serial).owner;
        this.setBlock(pool, g, length, GRANULE.used, serial, owner === null ? 0 : (numbers.get(owner) ?? 0));
      }
      g += length;
    }
    for (; g < POOL_GRANULES; g++) this.setGranule(pool, g, GRANULE.tail, 0, 0);
    sum.used += (used - kept) * size;
    sum.kept += kept * size;
    sum.freeInPools += (capacity - used) * size;
    sum.overhead += A.POOL_SIZE - capacity * size;
  }

  private setPool(pool: number, state: number, sizeClass: number, used: number): void {
    if (this.poolState[pool] !== state || this.poolClass[pool] !== sizeClass || this.poolUsed[pool] !== used)
      this.dirty[pool] = 1;
    this.poolState[pool] = state;
    this.poolClass[pool] = sizeClass;
    this.poolUsed[pool] = used;
  }

  private fillPool(pool: number, header: number, state: number): void {
    for (let g = 0; g < POOL_GRANULES; g++)
      this.setGranule(pool, g, g < header ? GRANULE.header : state, 0, 0);
  }

  private setBlock(
    pool: number,
    first: number,
    length: number,
    state: number,
    serial: Serial,
    owner: number,
  ): void {
    this.setGranule(pool, first, state | STARTS, serial, owner);
    for (let g = first + 1; g < first + length; g++) this.setGranule(pool, g, state, 0, owner);
  }

  private setGranule(pool: number, granule: number, state: number, serial: Serial, owner: number): void {
    const at = pool * POOL_GRANULES + granule;
    if (this.state[at] === state && this.holder[at] === serial && this.owner[at] === owner) return;
    this.state[at] = state;
    this.holder[at] = serial;
    this.owner[at] = owner;
    this.dirty[pool] = 1;
  }
}
