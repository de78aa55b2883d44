/** Scales and paths of the chart over time. Pixels, no drawing. */

export interface Scale {
  readonly points: number;
  readonly width: number;
}

export const MARGIN = 8;

/** The middle of a point's column. */
export function xOf({ points, width }: Scale, index: number): number {
  if (points <= 1) return width / 2;
  return MARGIN + (index / (points - 1)) * (width - 2 * MARGIN);
}

/** The point nearest to a place, 0 when there is none. */
export function nearest({ points, width }: Scale, x: number): number {
  if (points <= 1) return 0;
  const index = Math.round(((x - MARGIN) / (width - 2 * MARGIN)) * (points - 1));
  return Math.min(points - 1, Math.max(0, index));
}

/** 1, 2 or 5 times a power of ten, at least the value; so that a scale does not jump with every statement. */
export function roundUp(value: number): number {
  if (value <= 1) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  for (const factor of [1, 2, 5, 10]) if (factor * power >= value) return factor * power;
  return 10 * power;
}

/** The same for bytes: a power of two, as KiB and MiB are counted. */
export function roundUpBytes(value: number): number {
  return value <= 1024 ? 1024 : 2 ** Math.ceil(Math.log2(value));
}

/** A line of steps: the value holds until the next point. */
export function stepPath(values: readonly number[], scale: Scale, height: number, most: number): string {
  const y = (value: number) => (height - (value / most) * height).toFixed(1);
  let path = '';
  values.forEach((value, index) => {
    const x = xOf(scale, index).toFixed(1);
    path += index === 0 ? `M${x} ${y(value)}` : `H${x}V${y(value)}`;
  });
  return values.length === 1 ? `${path}h1` : path;
}

/** The same line closed to the ground. */
export function areaPath(values: readonly number[], scale: Scale, height: number, most: number): string {
  if (values.length === 0) return '';
  const last = xOf(scale, values.length - 1).toFixed(1);
  const first = xOf(scale, 0).toFixed(1);
  return `${stepPath(values, scale, height, most)}L${last} ${height}L${first} ${height}Z`;
}
