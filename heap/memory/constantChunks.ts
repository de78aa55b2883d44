/**
 * The region of constants: what the compiler, print and the echo ask for lies in chunks of its own, so that it leaves no
 * trace in the pools. A chunk goes back when the last of its blocks does.
 */
import * as L from './layout.ts';
import type { SystemMemory } from './system.ts';

export const CHUNK = 1 << 16;

export class ConstantChunks {
  readonly #system: SystemMemory;

  constructor(system: SystemMemory) {
    this.#system = system;
  }

  take(n: number): number {
    const m = this.#system.mem;
    const size = ((n + 15) & ~15) + 16;
    let at = m.ld(L.K_CURSOR);
    if (at === 0 || at + size > m.ld(L.K_END)) {
      const bytes = Math.ceil((size + 16) / CHUNK) * CHUNK;
      const chunk = this.#system.take(bytes, CHUNK, L.REGION_CONSTANTS);
      const old = m.ld(L.K_CHUNK);
      m.st(chunk, 0);
      m.st(chunk + 4, bytes);
      m.st(L.K_CHUNK, chunk);
      m.st(L.K_END, chunk + bytes);
      if (old !== 0 && m.ld(old) === 0) this.#drop(old);
      at = chunk + 16;
    }
    m.st(L.K_CURSOR, at + size);
    const chunk = at & -CHUNK;
    m.st(chunk, m.ld(chunk) + 1);
    m.st(at, n);
    return at + 16;
  }

  give(p: number): void {
    const m = this.#system.mem;
    const chunk = (p - 16) & -CHUNK;
    const left = m.ld(chunk) - 1;
    m.st(chunk, left);
    if (left === 0 && chunk !== m.ld(L.K_CHUNK)) this.#drop(chunk);
  }

  #drop(chunk: number): void {
    this.#system.giveRegion(chunk, this.#system.mem.ld(chunk + 4));
  }
}
