/**
 * Whether a number is within the tolerance of a key, as decimals are meant: 0.4 is within 0.3 ± 0.1, though in binary
 * their difference comes out a little larger than 0.1.
 */
export function isWithin(
  value: number,
  key: { readonly value: number; readonly tolerance: number },
): boolean {
  const apart = Math.abs(value - key.value);
  const noise = 4 * Number.EPSILON * Math.max(Math.abs(value), Math.abs(key.value));
  return apart <= key.tolerance + (key.tolerance > 0 ? noise : 0);
}
