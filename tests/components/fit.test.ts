import { expect, it } from 'vitest';
import { largestThatFits } from '../../components/design/fit.ts';

it('takes the largest size that fits, and the smallest where none does', () => {
  const upTo = (most: number) => largestThatFits([2, 1.5, 1, 0.75], (size) => size <= most);
  expect(upTo(9)).toBe(2);
  expect(upTo(1.9)).toBe(1.5);
  expect(upTo(1)).toBe(1);
  expect(upTo(0.1)).toBe(0.75);
});
