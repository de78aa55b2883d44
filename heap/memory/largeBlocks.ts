/**
 * Requests above 512 bytes, as the C library serves them: a header with size and label in front, and a few blocks of each
 * size kept for the next one (glibc's tcache).
 */
import * as L from './layout.ts';
import type { SystemMemory } from './system.ts';

/** Bytes taken from the address space by a large request of n bytes: as the C library rounds them, and a header. */
export function largeBytes(n: number): number {
  return ((n + 23) & ~15) + 16;
}

const MOST_KEPT = 7;

/** Chain of kept blocks that serves a large request of n bytes, -1 where the C library keeps none (its tcache). */
function keptBin(n: number): number {
  return n > 1032 ? -1 : (((n + 23) & ~15) - 528) >> 4;
}

export class LargeBlocks {
  readonly #system: SystemMemory;

  constructor(system: SystemMemory) {
    this.#system = system;
  }

  take(n: number): number {
    const m = this.#system.mem;
    const size = largeBytes(n);
    const at = this.#takeKept(n) || this.#system.take(size, 16, L.REGION_LARGE);
    const label = m.ld(L.LARGE_LABEL) + 1;
    m.st(L.LARGE_LABEL, label);
    m.st(L.LARGE_BYTES, m.ld(L.LARGE_BYTES) + size);
    m.st(at, n);
    m.st(at + 4, label);
    return at + 16;
  }

  /** The C library keeps the last seven blocks of each size up to 1032 bytes and hands out the newest first. */
  give(at: number): void {
    const m = this.#system.mem;
    const n = m.ld(at);
    const size = largeBytes(n);
    m.st(L.LARGE_BYTES, m.ld(L.LARGE_BYTES) - size);
    const bin = keptBin(n);
    if (bin < 0 || m.ldb(L.KEPT_COUNTS + bin) === MOST_KEPT) {
      this.#system.ranges.give(at, size);
      return;
    }
    m.st(at + 4, 0);
    m.st(at + 8, m.ld(L.KEPT_BLOCKS + 4 * bin));
    m.st(L.KEPT_BLOCKS + 4 * bin, at);
    m.stb(L.KEPT_COUNTS + bin, m.ldb(L.KEPT_COUNTS + bin) + 1);
  }

  /** The block of this size that was freed last, 0 if none is kept. */
  #takeKept(n: number): number {
    const m = this.#system.mem;
    const bin = keptBin(n);
    const at = bin < 0 ? 0 : m.ld(L.KEPT_BLOCKS + 4 * bin);
    if (at === 0) return 0;
    m.st(L.KEPT_BLOCKS + 4 * bin, m.ld(at + 8));
    m.stb(L.KEPT_COUNTS + bin, m.ldb(L.KEPT_COUNTS + bin) - 1);
    return at;
  }

  /** The same request with another size, of `size` bytes until now; its contents go along. */
  resize(p: number, n: number, size: number): number {
    const m = this.#system.mem;
    const old = largeBytes(size);
    if (largeBytes(n) === old) {
      m.st(p - 16, n);
      return p;
    }
    const label = m.ld(p - 12);
    const q = this.#system.take(largeBytes(n), 16, L.REGION_LARGE) + 16;
    m.st(q - 16, n);
    m.st(q - 12, label);
    m.copy(q, p, Math.min(n, size));
    m.st(L.LARGE_BYTES, m.ld(L.LARGE_BYTES) + largeBytes(n) - old);
    this.#system.ranges.give(p - 16, old);
    return q;
  }
}
