/**
 * What tracemalloc counts: bytes asked for by the blocks that were given out since it was started and still exist.
 * Models Modules/_tracemalloc.c `tracemalloc_add_trace`, `tracemalloc_remove_trace`, without the places they come from.
 */
import * as L from './layout.ts';
import type { Memory } from './memory.ts';

export class Traced {
  readonly mem: Memory;
  /** Bytes asked for, by address of the block. */
  sizes = new Map<number, number>();
  /** The same as TRACE_ON in memory, at hand for every request. */
  on = false;

  constructor(mem: Memory) {
    this.mem = mem;
  }

  start(): void {
    this.mem.st(L.TRACE_ON, 1);
    this.on = true;
  }

  stop(): void {
    this.mem.st(L.TRACE_ON, 0);
    this.on = false;
    this.clear();
  }

  clear(): void {
    this.sizes.clear();
    this.mem.st(L.TRACE_BYTES, 0);
    this.mem.st(L.TRACE_PEAK, 0);
  }

  taken(p: number, n: number): void {
    const { mem } = this;
    this.sizes.set(p, n);
    const bytes = mem.ld(L.TRACE_BYTES) + n;
    mem.st(L.TRACE_BYTES, bytes);
    if (bytes > mem.ld(L.TRACE_PEAK)) mem.st(L.TRACE_PEAK, bytes);
  }

  given(p: number): void {
    const size = this.sizes.get(p);
    if (size === undefined) return;
    this.sizes.delete(p);
    this.mem.st(L.TRACE_BYTES, this.mem.ld(L.TRACE_BYTES) - size);
  }

  load(sizes: Iterable<readonly [number, number]>): void {
    this.sizes = new Map(sizes);
    this.on = this.mem.ld(L.TRACE_ON) !== 0;
  }
}
