/**
 * The serials beside a memory as bytes: for each object how far it is from the one before it, in slots of 16 bytes and
 * in serials, each as a number of seven bits a byte. Neighbours were mostly made one after the other, so that an object
 * takes two or three bytes.
 */

export function packSerials(serials: Int32Array, from: number, to: number): Uint8Array {
  let out = new Uint8Array(1 << 12);
  let n = 0;
  let slotBefore = from;
  let serialBefore = 0;
  const put = (value: number): void => {
    let rest = value;
    while (rest > 127) {
      out[n++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    out[n++] = rest;
  };
  for (let slot = from; slot < to; slot++) {
    const serial = serials[slot] ?? 0;
    if (serial === 0) continue;
    if (n + 10 > out.length) {
      const grown = new Uint8Array(out.length * 2);
      grown.set(out);
      out = grown;
    }
    const step = (serial - serialBefore) | 0;
    put(slot - slotBefore);
    put(((step << 1) ^ (step >> 31)) >>> 0);
    slotBefore = slot;
    serialBefore = serial;
  }
  return out.subarray(0, n);
}

export function unpackSerials(bytes: Uint8Array, serials: Int32Array, from: number): void {
  let at = 0;
  let slot = from;
  let serial = 0;
  const take = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] ?? 0;
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
    }
  };
  while (at < bytes.length) {
    slot += take();
    const step = take();
    serial += (step >>> 1) ^ -(step & 1);
    serials[slot] = serial;
  }
}
