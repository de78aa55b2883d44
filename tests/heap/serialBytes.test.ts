import { expect, test } from 'vitest';
import { packSerials, unpackSerials } from '../../heap/machine/serialBytes.ts';

test('serials come back as they were, near ones in few bytes', () => {
  const serials = new Int32Array(100_000);
  for (let k = 0; k < 1000; k++) serials[50 + 4 * k] = 900 + k;
  const near = packSerials(serials, 40, serials.length);
  expect(near.length).toBeLessThan(2010);
  // Far apart in both, the largest there are, and backwards.
  for (const [slot, serial] of [
    [60_000, 0x7fffffff],
    [60_001, 1],
    [99_999, 0x40000000],
  ] as const)
    serials[slot] = serial;
  const back = new Int32Array(serials.length);
  unpackSerials(packSerials(serials, 40, serials.length), back, 40);
  expect(Buffer.compare(new Uint8Array(back.buffer), new Uint8Array(serials.buffer))).toBe(0);
  expect(packSerials(new Int32Array(10), 0, 10).length).toBe(0);
});
