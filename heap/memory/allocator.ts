/**
 * The object allocator: pymalloc for requests of 1 to 512 bytes, the C library for others, and a region of their
 * own for what the compiler makes. Models Objects/obmalloc.c `pymalloc_alloc`, `allocate_from_new_pool`,
 * `pymalloc_free`, `insert_to_freepool`, `pymalloc_realloc`, with arenas aligned to their size (64 pools each).
 */
import * as L from './layout.ts';
import { LimitReached } from './limit.ts';
import type { Memory } from './memory.ts';
import { Ranges } from './ranges.ts';
import { Traced } from './traced.ts';

export const POOL_SIZE = 16384;
export const POOL_HEADER = 48;
export const ARENA_SIZE = 1 << 20;
export const ARENA_POOLS = 64;
export const SMALL_REQUEST = 512;
const CHUNK = 1 << 16;

/* pool header */
export const POOL_COUNT = 0;
export const POOL_FREE = 8;
export const POOL_NEXT = 16;
export const POOL_PREV = 24;
export const POOL_ARENA = 32;
export const POOL_CLASS = 36;
export const POOL_NEXT_OFFSET = 40;
export const POOL_MAX_OFFSET = 44;
const NO_CLASS = 0xffff;

/* Copies: the host's compiler takes constants of this module for what they are, and reads imported ones each time. */
const USED_POOLS = L.USED_POOLS >> 2;
const DYNAMIC_START = L.DYNAMIC_START;
const REGION_TABLE = L.REGION_TABLE;
const ARENA = L.REGION_ARENA;

/* arena object */
export const ARENA_ADDRESS = 0;
export const ARENA_CARVE = 4;
export const ARENA_FREE = 8;
export const ARENA_FREE_POOLS = 12;
export const ARENA_NEXT = 16;
export const ARENA_PREV = 20;

/** Listener of every request while user code runs: operation, size, old place, new place. */
export type AllocationListener = (
  op: 'm' | 'c' | 'r' | 'f' | 'n' | 'R' | 'S' | 'G',
  size: number,
  a: string,
  b: string,
) => void;

export class Allocator {
  readonly mem: Memory;
  readonly ranges = new Ranges(L.DYNAMIC_START, L.ADDRESS_LIMIT);
  /** Requests go straight to the pools, unless they are traced: neither boot nor isolated, and nobody listens. */
  private plain = true;
  private apart = false;
  private hearer: AllocationListener | null = null;
  private start: ((bytes: number) => number) | null = null;
  systemLimit = 0x7fffffff;
  /** Blocks of the start that came from the C library, so that their release is noted. */
  readonly outside = new Set<number>();

  readonly traced: Traced;

  constructor(mem: Memory) {
    this.mem = mem;
    this.traced = new Traced(mem);
    for (let slot = 0; slot < L.MAX_ARENAS; slot++) {
      mem.st(arenaAt(slot) + ARENA_NEXT, slot + 1 < L.MAX_ARENAS ? arenaAt(slot + 1) : 0);
    }
    mem.st(L.UNUSED_ARENAS, arenaAt(0));
  }

  /** Memory and its division as another allocator has them, when nobody listens to it. */
  copyFrom(other: Allocator): void {
    this.mem.copyFrom(other.mem, L.STATE, other.ranges.top);
    this.ranges.load(other.ranges.save());
    this.traced.load(other.traced.sizes);
    for (const block of other.outside) this.outside.add(block);
  }

  /** While the compiler, print or the echo work, requests go to the region of constants. */
  get isolated(): boolean {
    return this.apart;
  }

  set isolated(value: boolean) {
    this.apart = value;
    this.decide();
  }

  get listener(): AllocationListener | null {
    return this.hearer;
  }

  set listener(value: AllocationListener | null) {
    this.hearer = value;
    this.decide();
  }

  /** While the interpreter is being built, requests go to the static region. */
  get boot(): ((bytes: number) => number) | null {
    return this.start;
  }

  set boot(value: ((bytes: number) => number) | null) {
    this.start = value;
    this.decide();
  }

  private decide(): void {
    this.plain = this.start === null && !this.apart && this.hearer === null;
  }

  /** Tells the listener that a collection starts (S) or ended (G). */
  mark(op: 'S' | 'G', generation: number, collected: number): void {
    if (this.listener !== null) this.listener(op, collected, String(generation), '');
  }

  malloc(n: number): number {
    if (this.plain && !this.traced.on && n <= SMALL_REQUEST && n > 0) return this.small(n);
    if (this.boot !== null) return this.boot(n);
    if (this.isolated) return this.constant(n);
    const p = n <= SMALL_REQUEST && n > 0 ? this.small(n) : this.large(n);
    if (this.traced.on) this.traced.taken(p, n);
    if (this.listener !== null) this.listener('m', n, this.where(p), '');
    return p;
  }

  calloc(n: number): number {
    const p =
      this.boot !== null
        ? this.boot(n)
        : this.isolated
          ? this.constant(n)
          : n <= SMALL_REQUEST && n > 0
            ? this.small(n)
            : this.large(n);
    this.mem.zero(p, (n + 15) & ~15);
    if (this.traced.on && !this.isolated && this.boot === null) this.traced.taken(p, n);
    if (this.listener !== null && !this.isolated) this.listener('c', n, this.where(p), '');
    return p;
  }

  private small(n: number): number {
    const { i32 } = this.mem;
    const sizeClass = (n - 1) >> 4;
    const pool = i32[USED_POOLS + sizeClass] ?? 0;
    if (pool === 0) return this.fromNewPool(sizeClass);
    /* words of the pool's header: 0 the count, 2 the free list */
    const at = pool >> 2;
    const block = i32[at + 2] ?? 0;
    const next = i32[block >> 2] ?? 0;
    i32[at] = (i32[at] ?? 0) + 1;
    i32[at + 2] = next;
    if (next === 0) this.extend(pool, sizeClass);
    return block;
  }

  /** The free list ran out: thread the next untouched block on it, or take the full pool out of the used ones. */
  private extend(pool: number, sizeClass: number): void {
    const m = this.mem;
    const offset = m.ld(pool + POOL_NEXT_OFFSET);
    if (offset <= m.ld(pool + POOL_MAX_OFFSET)) {
      m.st(pool + POOL_FREE, pool + offset);
      m.st(pool + POOL_NEXT_OFFSET, offset + ((sizeClass + 1) << 4));
      m.st(pool + offset, 0);
      return;
    }
    this.unlinkPool(pool, sizeClass);
  }

  private unlinkPool(pool: number, sizeClass: number): void {
    const m = this.mem;
    const next = m.ld(pool + POOL_NEXT);
    const prev = m.ld(pool + POOL_PREV);
    if (prev === 0) m.st(L.USED_POOLS + sizeClass * 4, next);
    else m.st(prev + POOL_NEXT, next);
    if (next !== 0) m.st(next + POOL_PREV, prev);
  }

  private linkPool(pool: number, sizeClass: number): void {
    const m = this.mem;
    const head = L.USED_POOLS + sizeClass * 4;
    const first = m.ld(head);
    m.st(pool + POOL_NEXT, first);
    m.st(pool + POOL_PREV, 0);
    if (first !== 0) m.st(first + POOL_PREV, pool);
    m.st(head, pool);
  }

  private fromNewPool(sizeClass: number): number {
    const m = this.mem;
    if (m.ld(L.USABLE_ARENAS) === 0) this.newArena();
    const arena = m.ld(L.USABLE_ARENAS);
    let pool = m.ld(arena + ARENA_FREE_POOLS);
    if (pool !== 0) m.st(arena + ARENA_FREE_POOLS, m.ld(pool + POOL_NEXT));
    else {
      pool = m.ld(arena + ARENA_CARVE);
      m.st(pool + POOL_ARENA, (arena - L.ARENA_TABLE) >> 5);
      m.st(pool + POOL_CLASS, NO_CLASS);
      m.st(arena + ARENA_CARVE, pool + POOL_SIZE);
    }
    const left = m.ld(arena + ARENA_FREE) - 1;
    m.st(arena + ARENA_FREE, left);
    if (left === 0) {
      const next = m.ld(arena + ARENA_NEXT);
      m.st(L.USABLE_ARENAS, next);
      if (next !== 0) m.st(next + ARENA_PREV, 0);
    }
    this.linkPool(pool, sizeClass);
    m.st(pool + POOL_COUNT, 1);
    if (m.ld(pool + POOL_CLASS) === sizeClass) {
      const block = m.ld(pool + POOL_FREE);
      m.st(pool + POOL_FREE, m.ld(block));
      return block;
    }
    const size = (sizeClass + 1) << 4;
    m.st(pool + POOL_CLASS, sizeClass);
    m.st(pool + POOL_NEXT_OFFSET, POOL_HEADER + size * 2);
    m.st(pool + POOL_MAX_OFFSET, POOL_SIZE - size);
    m.st(pool + POOL_FREE, pool + POOL_HEADER + size);
    m.st(pool + POOL_HEADER + size, 0);
    return pool + POOL_HEADER;
  }

  private newArena(): void {
    const m = this.mem;
    const arena = m.ld(L.UNUSED_ARENAS);
    const address = arena === 0 ? 0 : this.takeRange(ARENA_SIZE, ARENA_SIZE, L.REGION_ARENA);
    if (address === 0) throw new LimitReached('memory');
    m.st(L.UNUSED_ARENAS, m.ld(arena + ARENA_NEXT));
    m.st(arena + ARENA_ADDRESS, address);
    m.st(arena + ARENA_CARVE, address);
    m.st(arena + ARENA_FREE, ARENA_POOLS);
    m.st(arena + ARENA_FREE_POOLS, 0);
    m.st(arena + ARENA_NEXT, 0);
    m.st(arena + ARENA_PREV, 0);
    m.st(L.USABLE_ARENAS, arena);
    m.st(L.ARENA_COUNT, m.ld(L.ARENA_COUNT) + 1);
  }

  private takeRange(size: number, align: number, region: number): number {
    const m = this.mem;
    if (m.ld(L.LARGE_BYTES) + m.ld(L.ARENA_COUNT) * ARENA_SIZE + size > this.systemLimit) {
      throw new LimitReached('memory');
    }
    const at = this.ranges.take(size, align);
    if (at === 0) throw new LimitReached('memory');
    m.ensure(at + size);
    if (region !== L.REGION_LARGE)
      m.u8.fill(region, L.REGION_TABLE + (at >>> 16), L.REGION_TABLE + ((at + size) >>> 16));
    return at;
  }

  free(p: number): void {
    const m = this.mem;
    if (this.plain && !this.traced.on && p >= DYNAMIC_START && m.u8[REGION_TABLE + (p >>> 16)] === ARENA) {
      this.freeSmall(p);
      return;
    }
    if (this.traced.on) this.traced.given(p);
    const region = p < L.DYNAMIC_START ? L.REGION_NONE : m.ldb(L.REGION_TABLE + (p >>> 16));
    if (this.listener !== null) {
      if (!this.isolated) {
        if (p < L.DYNAMIC_START) {
          if (this.outside.has(p)) this.listener('f', 0, '?', '');
        } else this.listener('f', this.isLarge(p) ? 0 : this.classSize(p), this.where(p), '');
      } else if (region !== L.REGION_CONSTANTS) this.listener('n', this.classSize(p), this.where(p), '');
    }
    if (region === L.REGION_ARENA) this.freeSmall(p);
    else if (region === L.REGION_CONSTANTS) this.freeConstant(p);
    else if (p >= L.DYNAMIC_START) this.freeLarge(p - 16);
  }

  /** The C library keeps the last seven blocks of each size up to 1032 bytes and hands out the newest first. */
  private freeLarge(at: number): void {
    const m = this.mem;
    const n = m.ld(at);
    const size = largeBytes(n);
    m.st(L.LARGE_BYTES, m.ld(L.LARGE_BYTES) - size);
    const bin = keptBin(n);
    if (bin < 0 || m.ldb(L.KEPT_COUNTS + bin) === MOST_KEPT) {
      this.ranges.give(at, size);
      return;
    }
    m.st(at + 4, 0);
    m.st(at + 8, m.ld(L.KEPT_BLOCKS + 4 * bin));
    m.st(L.KEPT_BLOCKS + 4 * bin, at);
    m.stb(L.KEPT_COUNTS + bin, m.ldb(L.KEPT_COUNTS + bin) + 1);
  }

  /** The block of this size that was freed last, 0 if none is kept. */
  private takeKept(n: number): number {
    const m = this.mem;
    const bin = keptBin(n);
    const at = bin < 0 ? 0 : m.ld(L.KEPT_BLOCKS + 4 * bin);
    if (at === 0) return 0;
    m.st(L.KEPT_BLOCKS + 4 * bin, m.ld(at + 8));
    m.stb(L.KEPT_COUNTS + bin, m.ldb(L.KEPT_COUNTS + bin) - 1);
    return at;
  }

  private freeSmall(p: number): void {
    const { i32 } = this.mem;
    const pool = p & -POOL_SIZE;
    const at = pool >> 2;
    const last = i32[at + 2] ?? 0;
    const count = (i32[at] ?? 0) - 1;
    i32[p >> 2] = last;
    i32[at + 2] = p;
    i32[at] = count;
    if (last === 0) this.linkPool(pool, i32[(pool + POOL_CLASS) >> 2] ?? 0);
    else if (count === 0) this.freePool(pool);
  }

  private freePool(pool: number): void {
    const m = this.mem;
    this.unlinkPool(pool, m.ld(pool + POOL_CLASS));
    const arena = arenaAt(m.ld(pool + POOL_ARENA));
    m.st(pool + POOL_NEXT, m.ld(arena + ARENA_FREE_POOLS));
    m.st(arena + ARENA_FREE_POOLS, pool);
    const before = m.ld(arena + ARENA_FREE);
    m.st(arena + ARENA_FREE, before + 1);
    if (before + 1 === ARENA_POOLS && m.ld(arena + ARENA_NEXT) !== 0) {
      this.unlinkArena(arena);
      const address = m.ld(arena + ARENA_ADDRESS);
      m.st(arena + ARENA_ADDRESS, 0);
      m.st(arena + ARENA_NEXT, m.ld(L.UNUSED_ARENAS));
      m.st(L.UNUSED_ARENAS, arena);
      m.st(L.ARENA_COUNT, m.ld(L.ARENA_COUNT) - 1);
      m.u8.fill(0, L.REGION_TABLE + (address >>> 16), L.REGION_TABLE + ((address + ARENA_SIZE) >>> 16));
      this.ranges.give(address, ARENA_SIZE);
      return;
    }
    if (before === 0) {
      this.insertArena(arena, 0);
      return;
    }
    let last = arena;
    for (let next = m.ld(last + ARENA_NEXT); next !== 0; next = m.ld(last + ARENA_NEXT)) {
      if (m.ld(next + ARENA_FREE) !== before) break;
      last = next;
    }
    if (last === arena) return;
    this.unlinkArena(arena);
    this.insertArena(arena, last);
  }

  private unlinkArena(arena: number): void {
    const m = this.mem;
    const next = m.ld(arena + ARENA_NEXT);
    const prev = m.ld(arena + ARENA_PREV);
    if (prev === 0) m.st(L.USABLE_ARENAS, next);
    else m.st(prev + ARENA_NEXT, next);
    if (next !== 0) m.st(next + ARENA_PREV, prev);
  }

  private insertArena(arena: number, after: number): void {
    const m = this.mem;
    const next = after === 0 ? m.ld(L.USABLE_ARENAS) : m.ld(after + ARENA_NEXT);
    m.st(arena + ARENA_NEXT, next);
    m.st(arena + ARENA_PREV, after);
    if (next !== 0) m.st(next + ARENA_PREV, arena);
    if (after === 0) m.st(L.USABLE_ARENAS, arena);
    else m.st(after + ARENA_NEXT, arena);
  }

  private large(n: number): number {
    const m = this.mem;
    const size = largeBytes(n);
    const at = this.takeKept(n) || this.takeRange(size, 16, L.REGION_LARGE);
    const label = m.ld(L.LARGE_LABEL) + 1;
    m.st(L.LARGE_LABEL, label);
    m.st(L.LARGE_BYTES, m.ld(L.LARGE_BYTES) + size);
    m.st(at, n);
    m.st(at + 4, label);
    return at + 16;
  }

  private constant(n: number): number {
    const m = this.mem;
    const size = ((n + 15) & ~15) + 16;
    let at = m.ld(L.K_CURSOR);
    if (at === 0 || at + size > m.ld(L.K_END)) {
      const bytes = Math.ceil((size + 16) / CHUNK) * CHUNK;
      const chunk = this.takeRange(bytes, CHUNK, L.REGION_CONSTANTS);
      const old = m.ld(L.K_CHUNK);
      m.st(chunk, 0);
      m.st(chunk + 4, bytes);
      m.st(L.K_CHUNK, chunk);
      m.st(L.K_END, chunk + bytes);
      if (old !== 0 && m.ld(old) === 0) this.dropChunk(old);
      at = chunk + 16;
    }
    m.st(L.K_CURSOR, at + size);
    const chunk = at & -CHUNK;
    m.st(chunk, m.ld(chunk) + 1);
    m.st(at, n);
    return at + 16;
  }

  private freeConstant(p: number): void {
    const m = this.mem;
    const chunk = (p - 16) & -CHUNK;
    const left = m.ld(chunk) - 1;
    m.st(chunk, left);
    if (left === 0 && chunk !== m.ld(L.K_CHUNK)) this.dropChunk(chunk);
  }

  private dropChunk(chunk: number): void {
    const m = this.mem;
    const bytes = m.ld(chunk + 4);
    m.u8.fill(0, L.REGION_TABLE + (chunk >>> 16), L.REGION_TABLE + ((chunk + bytes) >>> 16));
    this.ranges.give(chunk, bytes);
  }

  realloc(p: number, n: number): number {
    if (p === 0) return this.malloc(n);
    const m = this.mem;
    if (this.boot !== null) {
      const q = this.boot(n);
      m.copy(q, p, n);
      return q;
    }
    const region = p < L.DYNAMIC_START ? L.REGION_NONE : m.ldb(L.REGION_TABLE + (p >>> 16));
    const size = this.classSize(p);
    const from = this.listener === null ? '' : this.where(p);
    if (this.traced.on) this.traced.given(p);
    let q = p;
    if (region === L.REGION_ARENA) {
      if (!(n <= size && 4 * n > 3 * size)) {
        q =
          this.isolated && n > SMALL_REQUEST
            ? this.large(n)
            : n > 0 && n <= SMALL_REQUEST
              ? this.small(n)
              : this.large(n);
        this.mem.copy(q, p, Math.min(n, size));
        this.freeSmall(p);
      }
    } else if (region === L.REGION_NONE && p >= L.DYNAMIC_START) {
      const old = largeBytes(size);
      if (largeBytes(n) === old) m.st(p - 16, n);
      else {
        const label = m.ld(p - 12);
        q = this.takeRange(largeBytes(n), 16, L.REGION_LARGE) + 16;
        this.mem.st(q - 16, n);
        this.mem.st(q - 12, label);
        this.mem.copy(q, p, Math.min(n, size));
        this.mem.st(L.LARGE_BYTES, this.mem.ld(L.LARGE_BYTES) + largeBytes(n) - old);
        this.ranges.give(p - 16, old);
      }
    } else {
      q = this.isolated ? this.constant(n) : n > 0 && n <= SMALL_REQUEST ? this.small(n) : this.large(n);
      this.mem.copy(q, p, Math.min(n, size));
      if (region === L.REGION_CONSTANTS) this.freeConstant(p);
    }
    if (this.traced.on && !this.isolated) this.traced.taken(q, n);
    if (this.listener !== null) {
      if (!this.isolated) this.listener('r', n, from, this.where(q));
      else if (region !== L.REGION_CONSTANTS) this.listener('R', n, from, this.where(q));
    }
    return q;
  }

  /** Addresses of all requests above 512 bytes that are in use, ascending. */
  largePlaces(): number[] {
    const m = this.mem;
    const out: number[] = [];
    const free = this.ranges.save();
    let k = 0;
    for (let at = L.DYNAMIC_START; at < this.ranges.top; ) {
      while (k + 1 < free.length && (free[k + 1] ?? 0) <= at) k += 2;
      if (k + 1 < free.length && (free[k] ?? 0) <= at) {
        at = free[k + 1] ?? this.ranges.top;
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
  blocksInUse(): number {
    const m = this.mem;
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

  /** Bytes of the block: the size class, or what was asked for outside the pools. */
  classSize(p: number): number {
    const m = this.mem;
    const region = p < L.DYNAMIC_START ? L.REGION_NONE : m.ldb(L.REGION_TABLE + (p >>> 16));
    if (region === L.REGION_ARENA) return (m.ld((p & -POOL_SIZE) + POOL_CLASS) + 1) << 4;
    if (region === L.REGION_CONSTANTS || p >= L.DYNAMIC_START) return m.ld(p - 16);
    return 0;
  }

  isLarge(p: number): boolean {
    return p >= L.DYNAMIC_START && this.mem.ldb(L.REGION_TABLE + (p >>> 16)) === L.REGION_NONE;
  }

  isConstant(p: number): boolean {
    return p >= L.DYNAMIC_START && this.mem.ldb(L.REGION_TABLE + (p >>> 16)) === L.REGION_CONSTANTS;
  }

  /** `arena.pool.block`, `K` for constants, `L<n>` for large requests, `base` for what existed before. */
  where(p: number): string {
    const m = this.mem;
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
}

export function arenaAt(slot: number): number {
  return L.ARENA_TABLE + slot * 32;
}

/** Bytes taken from the address space by a large request of n bytes: as the C library rounds them, and a header. */
function largeBytes(n: number): number {
  return ((n + 23) & ~15) + 16;
}

const MOST_KEPT = 7;

/** Chain of kept blocks that serves a large request of n bytes, -1 where the C library keeps none (its tcache). */
function keptBin(n: number): number {
  return n > 1032 ? -1 : (((n + 23) & ~15) - 528) >> 4;
}
