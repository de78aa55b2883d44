/**
 * The object allocator: pymalloc for requests of 1 to 512 bytes, the C library for others (largeBlocks.ts), and a region
 * of their own for what the compiler makes (constantChunks.ts). Models Objects/obmalloc.c `pymalloc_alloc`,
 * `allocate_from_new_pool`, `pymalloc_free`, `insert_to_freepool`, `pymalloc_realloc`, with arenas aligned to their size
 * (64 pools each).
 */
import { ConstantChunks } from './constantChunks.ts';
import { LargeBlocks } from './largeBlocks.ts';
import * as L from './layout.ts';
import { LimitReached } from './limit.ts';
import type { Memory } from './memory.ts';
import { whereIs } from './places.ts';
import * as P from './pools.ts';
import type { Ranges } from './ranges.ts';
import { SystemMemory } from './system.ts';
import { Traced } from './traced.ts';

export const SMALL_REQUEST = 512;
const NO_CLASS = 0xffff;

/* Copies: the host's compiler takes constants of this module for what they are, and reads imported ones each time. */
const USED_POOLS = L.USED_POOLS >> 2;
const DYNAMIC_START = L.DYNAMIC_START;
const REGION_TABLE = L.REGION_TABLE;
const ARENA = L.REGION_ARENA;
const POOL_SIZE = P.POOL_SIZE;
const POOL_CLASS = P.POOL_CLASS;
const POOL_FREE = P.POOL_FREE;
const POOL_NEXT_OFFSET = P.POOL_NEXT_OFFSET;
const POOL_MAX_OFFSET = P.POOL_MAX_OFFSET;

/** Listener of every request while user code runs: operation, size, old place, new place. */
export type AllocationListener = (
  op: 'm' | 'c' | 'r' | 'f' | 'n' | 'R' | 'S' | 'G',
  size: number,
  a: string,
  b: string,
) => void;

export class Allocator {
  readonly mem: Memory;
  readonly system: SystemMemory;
  private readonly largeBlocks: LargeBlocks;
  private readonly constants: ConstantChunks;
  /** Requests go straight to the pools, unless they are traced: neither boot nor isolated, and nobody listens. */
  private plain = true;
  private apart = false;
  private hearer: AllocationListener | null = null;
  private start: ((bytes: number) => number) | null = null;
  /** Blocks of the start that came from the C library, so that their release is noted. */
  readonly outside = new Set<number>();

  readonly traced: Traced;

  constructor(mem: Memory) {
    this.mem = mem;
    this.system = new SystemMemory(mem);
    this.largeBlocks = new LargeBlocks(this.system);
    this.constants = new ConstantChunks(this.system);
    this.traced = new Traced(mem);
    for (let slot = 0; slot < L.MAX_ARENAS; slot++) {
      mem.st(P.arenaAt(slot) + P.ARENA_NEXT, slot + 1 < L.MAX_ARENAS ? P.arenaAt(slot + 1) : 0);
    }
    mem.st(L.UNUSED_ARENAS, P.arenaAt(0));
  }

  get ranges(): Ranges {
    return this.system.ranges;
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
    if (this.isolated) return this.constants.take(n);
    const p = n <= SMALL_REQUEST && n > 0 ? this.small(n) : this.largeBlocks.take(n);
    if (this.traced.on) this.traced.taken(p, n);
    if (this.listener !== null) this.listener('m', n, whereIs(this.mem, p), '');
    return p;
  }

  calloc(n: number): number {
    const p =
      this.boot !== null
        ? this.boot(n)
        : this.isolated
          ? this.constants.take(n)
          : n <= SMALL_REQUEST && n > 0
            ? this.small(n)
            : this.largeBlocks.take(n);
    this.mem.zero(p, (n + 15) & ~15);
    if (this.traced.on && !this.isolated && this.boot === null) this.traced.taken(p, n);
    if (this.listener !== null && !this.isolated) this.listener('c', n, whereIs(this.mem, p), '');
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
    const next = m.ld(pool + P.POOL_NEXT);
    const prev = m.ld(pool + P.POOL_PREV);
    if (prev === 0) m.st(L.USED_POOLS + sizeClass * 4, next);
    else m.st(prev + P.POOL_NEXT, next);
    if (next !== 0) m.st(next + P.POOL_PREV, prev);
  }

  private linkPool(pool: number, sizeClass: number): void {
    const m = this.mem;
    const head = L.USED_POOLS + sizeClass * 4;
    const first = m.ld(head);
    m.st(pool + P.POOL_NEXT, first);
    m.st(pool + P.POOL_PREV, 0);
    if (first !== 0) m.st(first + P.POOL_PREV, pool);
    m.st(head, pool);
  }

  private fromNewPool(sizeClass: number): number {
    const m = this.mem;
    if (m.ld(L.USABLE_ARENAS) === 0) this.newArena();
    const arena = m.ld(L.USABLE_ARENAS);
    let pool = m.ld(arena + P.ARENA_FREE_POOLS);
    if (pool !== 0) m.st(arena + P.ARENA_FREE_POOLS, m.ld(pool + P.POOL_NEXT));
    else {
      pool = m.ld(arena + P.ARENA_CARVE);
      m.st(pool + P.POOL_ARENA, (arena - L.ARENA_TABLE) >> 5);
      m.st(pool + POOL_CLASS, NO_CLASS);
      m.st(arena + P.ARENA_CARVE, pool + POOL_SIZE);
    }
    const left = m.ld(arena + P.ARENA_FREE) - 1;
    m.st(arena + P.ARENA_FREE, left);
    if (left === 0) {
      const next = m.ld(arena + P.ARENA_NEXT);
      m.st(L.USABLE_ARENAS, next);
      if (next !== 0) m.st(next + P.ARENA_PREV, 0);
    }
    this.linkPool(pool, sizeClass);
    m.st(pool + P.POOL_COUNT, 1);
    if (m.ld(pool + POOL_CLASS) === sizeClass) {
      const block = m.ld(pool + POOL_FREE);
      m.st(pool + POOL_FREE, m.ld(block));
      return block;
    }
    const size = (sizeClass + 1) << 4;
    m.st(pool + POOL_CLASS, sizeClass);
    m.st(pool + POOL_NEXT_OFFSET, P.POOL_HEADER + size * 2);
    m.st(pool + POOL_MAX_OFFSET, POOL_SIZE - size);
    m.st(pool + POOL_FREE, pool + P.POOL_HEADER + size);
    m.st(pool + P.POOL_HEADER + size, 0);
    return pool + P.POOL_HEADER;
  }

  private newArena(): void {
    const m = this.mem;
    const arena = m.ld(L.UNUSED_ARENAS);
    const address = arena === 0 ? 0 : this.system.take(P.ARENA_SIZE, P.ARENA_SIZE, L.REGION_ARENA);
    if (address === 0) throw new LimitReached('memory');
    m.st(L.UNUSED_ARENAS, m.ld(arena + P.ARENA_NEXT));
    m.st(arena + P.ARENA_ADDRESS, address);
    m.st(arena + P.ARENA_CARVE, address);
    m.st(arena + P.ARENA_FREE, P.ARENA_POOLS);
    m.st(arena + P.ARENA_FREE_POOLS, 0);
    m.st(arena + P.ARENA_NEXT, 0);
    m.st(arena + P.ARENA_PREV, 0);
    m.st(L.USABLE_ARENAS, arena);
    m.st(L.ARENA_COUNT, m.ld(L.ARENA_COUNT) + 1);
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
        } else this.listener('f', this.isLarge(p) ? 0 : this.classSize(p), whereIs(this.mem, p), '');
      } else if (region !== L.REGION_CONSTANTS)
        this.listener('n', this.classSize(p), whereIs(this.mem, p), '');
    }
    if (region === L.REGION_ARENA) this.freeSmall(p);
    else if (region === L.REGION_CONSTANTS) this.constants.give(p);
    else if (p >= L.DYNAMIC_START) this.largeBlocks.give(p - 16);
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
    const arena = P.arenaAt(m.ld(pool + P.POOL_ARENA));
    m.st(pool + P.POOL_NEXT, m.ld(arena + P.ARENA_FREE_POOLS));
    m.st(arena + P.ARENA_FREE_POOLS, pool);
    const before = m.ld(arena + P.ARENA_FREE);
    m.st(arena + P.ARENA_FREE, before + 1);
    if (before + 1 === P.ARENA_POOLS && m.ld(arena + P.ARENA_NEXT) !== 0) {
      this.unlinkArena(arena);
      const address = m.ld(arena + P.ARENA_ADDRESS);
      m.st(arena + P.ARENA_ADDRESS, 0);
      m.st(arena + P.ARENA_NEXT, m.ld(L.UNUSED_ARENAS));
      m.st(L.UNUSED_ARENAS, arena);
      m.st(L.ARENA_COUNT, m.ld(L.ARENA_COUNT) - 1);
      this.system.giveRegion(address, P.ARENA_SIZE);
      return;
    }
    if (before === 0) {
      this.insertArena(arena, 0);
      return;
    }
    let last = arena;
    for (let next = m.ld(last + P.ARENA_NEXT); next !== 0; next = m.ld(last + P.ARENA_NEXT)) {
      if (m.ld(next + P.ARENA_FREE) !== before) break;
      last = next;
    }
    if (last === arena) return;
    this.unlinkArena(arena);
    this.insertArena(arena, last);
  }

  private unlinkArena(arena: number): void {
    const m = this.mem;
    const next = m.ld(arena + P.ARENA_NEXT);
    const prev = m.ld(arena + P.ARENA_PREV);
    if (prev === 0) m.st(L.USABLE_ARENAS, next);
    else m.st(prev + P.ARENA_NEXT, next);
    if (next !== 0) m.st(next + P.ARENA_PREV, prev);
  }

  private insertArena(arena: number, after: number): void {
    const m = this.mem;
    const next = after === 0 ? m.ld(L.USABLE_ARENAS) : m.ld(after + P.ARENA_NEXT);
    m.st(arena + P.ARENA_NEXT, next);
    m.st(arena + P.ARENA_PREV, after);
    if (next !== 0) m.st(next + P.ARENA_PREV, arena);
    if (after === 0) m.st(L.USABLE_ARENAS, arena);
    else m.st(after + P.ARENA_NEXT, arena);
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
    const from = this.listener === null ? '' : whereIs(this.mem, p);
    if (this.traced.on) this.traced.given(p);
    let q = p;
    if (region === L.REGION_ARENA) {
      if (!(n <= size && 4 * n > 3 * size)) {
        q =
          this.isolated && n > SMALL_REQUEST
            ? this.largeBlocks.take(n)
            : n > 0 && n <= SMALL_REQUEST
              ? this.small(n)
              : this.largeBlocks.take(n);
        this.mem.copy(q, p, Math.min(n, size));
        this.freeSmall(p);
      }
    } else if (region === L.REGION_NONE && p >= L.DYNAMIC_START) {
      q = this.largeBlocks.resize(p, n, size);
    } else {
      q = this.isolated
        ? this.constants.take(n)
        : n > 0 && n <= SMALL_REQUEST
          ? this.small(n)
          : this.largeBlocks.take(n);
      this.mem.copy(q, p, Math.min(n, size));
      if (region === L.REGION_CONSTANTS) this.constants.give(p);
    }
    if (this.traced.on && !this.isolated) this.traced.taken(q, n);
    if (this.listener !== null) {
      if (!this.isolated) this.listener('r', n, from, whereIs(this.mem, q));
      else if (region !== L.REGION_CONSTANTS) this.listener('R', n, from, whereIs(this.mem, q));
    }
    return q;
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
}
