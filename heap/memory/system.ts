/** The address space as the system gives it: stretches for arenas, large requests and constants, within a limit. */
import * as L from './layout.ts';
import { LimitReached } from './limit.ts';
import type { Memory } from './memory.ts';
import { ARENA_SIZE } from './pools.ts';
import { Ranges } from './ranges.ts';

export class SystemMemory {
  readonly mem: Memory;
  readonly ranges = new Ranges(L.DYNAMIC_START, L.ADDRESS_LIMIT);
  /** Bytes of arenas and large requests together, above which a statement is taken back. */
  limit = 0x7fffffff;

  constructor(mem: Memory) {
    this.mem = mem;
  }

  /** @throws LimitReached */
  take(size: number, align: number, region: number): number {
    const m = this.mem;
    if (m.ld(L.LARGE_BYTES) + m.ld(L.ARENA_COUNT) * ARENA_SIZE + size > this.limit) {
      throw new LimitReached('memory');
    }
    const at = this.ranges.take(size, align);
    if (at === 0) throw new LimitReached('memory');
    m.ensure(at + size);
    if (region !== L.REGION_LARGE)
      m.u8.fill(region, L.REGION_TABLE + (at >>> 16), L.REGION_TABLE + ((at + size) >>> 16));
    return at;
  }

  /** Back to the system: an arena or a chunk of constants, of which its table knows. */
  giveRegion(at: number, size: number): void {
    this.mem.u8.fill(0, L.REGION_TABLE + (at >>> 16), L.REGION_TABLE + ((at + size) >>> 16));
    this.ranges.give(at, size);
  }
}
