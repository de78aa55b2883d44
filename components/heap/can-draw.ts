/** Whether this browser gives a page something to draw on: some are told not to, against fingerprinting. */
export function canDraw(): boolean {
  try {
    return document.createElement('canvas').getContext('2d') !== null;
  } catch {
    return false;
  }
}
