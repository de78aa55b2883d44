/**
 * The hash of texts and bytes: SipHash-1-3 over the characters as they lie in memory, with a key of zeros, as CPython
 * has it under PYTHONHASHSEED=0. Models Python/pyhash.c `siphash13`, `_Py_HashBytes`. Words of 64 bits are two halves.
 */
import type { Runtime } from './runtime.ts';

/** Low half, the high one in rt.hashHigh. `width`: bytes per character as in a str, 0 for ASCII. */
export function textHash(rt: Runtime, text: string, width: number): number {
  const n = text.length;
  if (n === 0) {
    rt.hashHigh = 0;
    return 0;
  }
  rt.work(n >> 6);
  const state = new Sip();
  if (width === 2) for (let i = 0; i < n; i++) state.take16(text.charCodeAt(i));
  else if (width < 2) for (let i = 0; i < n; i++) state.take8(text.charCodeAt(i));
  else {
    for (const character of text) {
      const code = character.codePointAt(0) ?? 0;
      state.take16(code & 0xffff);
      state.take16(code >> 16);
    }
  }
  return state.end(rt);
}

class Sip {
  private l0 = 0x70736575;
  private h0 = 0x736f6d65;
  private l1 = 0x6e646f6d;
  private h1 = 0x646f7261;
  private l2 = 0x6e657261;
  private h2 = 0x6c796765;
  private l3 = 0x79746573;
  private h3 = 0x74656462;
  /* the word that fills up: its halves, and how many bytes of it are there */
  private low = 0;
  private high = 0;
  private filled = 0;
  private bytes = 0;

  take8(byte: number): void {
    if (this.filled < 4) this.low |= byte << (this.filled * 8);
    else this.high |= byte << ((this.filled - 4) * 8);
    this.advance(1);
  }

  take16(pair: number): void {
    if (this.filled < 4) this.low |= pair << (this.filled * 8);
    else this.high |= pair << ((this.filled - 4) * 8);
    this.advance(2);
  }

  end(rt: Runtime): number {
    this.high |= this.bytes << 24;
    this.compress();
    this.l2 ^= 0xff;
    this.round();
    this.round();
    this.round();
    const low = this.l0 ^ this.l1 ^ this.l2 ^ this.l3;
    rt.hashHigh = this.h0 ^ this.h1 ^ this.h2 ^ this.h3;
    return low === -1 && rt.hashHigh === -1 ? -2 : low;
  }

  private advance(bytes: number): void {
    this.bytes += bytes;
    this.filled += bytes;
    if (this.filled === 8) this.compress();
  }

  private compress(): void {
    this.l3 ^= this.low;
    this.h3 ^= this.high;
    this.round();
    this.l0 ^= this.low;
    this.h0 ^= this.high;
    this.low = 0;
    this.high = 0;
    this.filled = 0;
  }

  private round(): void {
    let { l0, h0, l1, h1, l2, h2, l3, h3 } = this;
    let sum = (l0 >>> 0) + (l1 >>> 0);
    h0 = (h0 + h1 + (sum > 0xffffffff ? 1 : 0)) | 0;
    l0 = sum | 0;
    sum = (l2 >>> 0) + (l3 >>> 0);
    h2 = (h2 + h3 + (sum > 0xffffffff ? 1 : 0)) | 0;
    l2 = sum | 0;
    let turned = ((l1 << 13) | (h1 >>> 19)) ^ l0;
    h1 = ((h1 << 13) | (l1 >>> 19)) ^ h0;
    l1 = turned;
    turned = ((l3 << 16) | (h3 >>> 16)) ^ l2;
    h3 = ((h3 << 16) | (l3 >>> 16)) ^ h2;
    l3 = turned;
    /* v0 turned by 32 is now (h0, l0) */
    sum = (l2 >>> 0) + (l1 >>> 0);
    h2 = (h2 + h1 + (sum > 0xffffffff ? 1 : 0)) | 0;
    l2 = sum | 0;
    sum = (h0 >>> 0) + (l3 >>> 0);
    const high = (l0 + h3 + (sum > 0xffffffff ? 1 : 0)) | 0;
    l0 = sum | 0;
    h0 = high;
    turned = ((l1 << 17) | (h1 >>> 15)) ^ l2;
    h1 = ((h1 << 17) | (l1 >>> 15)) ^ h2;
    l1 = turned;
    turned = ((l3 << 21) | (h3 >>> 11)) ^ l0;
    h3 = ((h3 << 21) | (l3 >>> 11)) ^ h0;
    l3 = turned;
    this.l0 = l0;
    this.h0 = h0;
    this.l1 = l1;
    this.h1 = h1;
    this.l2 = h2;
    this.h2 = l2;
    this.l3 = l3;
    this.h3 = h3;
  }
}
