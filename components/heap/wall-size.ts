/**
 * How large the heap is on a wall. What the last row can read is a part of the picture's width, however many pixels the
 * projector has: on one of 1920, letters of a card are about 20 pixels high.
 */
const WIDTH = 1920;

export function wallSize(width: number): { readonly smallest: number; readonly largest: number } {
  const scale = Math.max(0.6, width / WIDTH);
  return { smallest: 1.3 * scale, largest: 2 * scale };
}
