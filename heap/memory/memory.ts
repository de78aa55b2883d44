/**
 * The linear memory of the simulated process. A pointer is a byte address below 2^31 kept in the low half of its
 * 8-byte word, so every offset is the one a 64-bit CPython uses. Memory grows by doubling, therefore views are
 * always read from this object and never kept across anything that can allocate.
 */

/** For so many of the newest serials it is known where they were given. */
export const RECENT = 4096;

export class Memory {
  i32: Int32Array;
  u8: Uint8Array;
  f64: Float64Array;
  /** Identity of the object that begins at an address (index address >> 4); 0 where none begins. */
  serials: Int32Array;
  /** Address that each of the newest serials was given to (index serial modulo RECENT); it may be dead by now. */
  readonly recent = new Int32Array(RECENT);
  size: number;

  constructor(size: number) {
    const buffer = new ArrayBuffer(size);
    this.size = size;
    this.i32 = new Int32Array(buffer);
    this.u8 = new Uint8Array(buffer);
    this.f64 = new Float64Array(buffer);
    this.serials = new Int32Array(size >> 4);
  }

  ld(address: number): number {
    return this.i32[address >> 2] ?? 0;
  }

  st(address: number, value: number): void {
    this.i32[address >> 2] = value;
  }

  ldb(address: number): number {
    return this.u8[address] ?? 0;
  }

  stb(address: number, value: number): void {
    this.u8[address] = value;
  }

  ldf(address: number): number {
    return this.f64[address >> 3] ?? 0;
  }

  stf(address: number, value: number): void {
    this.f64[address >> 3] = value;
  }

  zero(from: number, bytes: number): void {
    if (bytes <= 128) {
      const i32 = this.i32;
      const end = (from + bytes) >> 2;
      for (let i = from >> 2; i < end; i++) i32[i] = 0;
    } else this.u8.fill(0, from, from + bytes);
  }

  copy(to: number, from: number, bytes: number): void {
    this.u8.copyWithin(to, from, from + bytes);
  }

  /** Takes over the addresses from `from` to `to`. */
  copyFrom(other: Memory, from: number, to: number): void {
    this.ensure(to);
    this.u8.set(other.u8.subarray(from, to), from);
    this.serials.set(other.serials.subarray(from >> 4, to >> 4), from >> 4);
    this.recent.set(other.recent);
  }

  /** Makes addresses below `top` usable. */
  ensure(top: number): void {
    if (top <= this.size) return;
    let size = this.size;
    while (size < top) size *= 2;
    const old = this.u8;
    const oldSerials = this.serials;
    const buffer = new ArrayBuffer(size);
    this.i32 = new Int32Array(buffer);
    this.u8 = new Uint8Array(buffer);
    this.f64 = new Float64Array(buffer);
    this.serials = new Int32Array(size >> 4);
    this.u8.set(old);
    this.serials.set(oldSerials);
    this.size = size;
  }
}
