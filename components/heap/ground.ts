import type { Box } from './place.ts';

/** Heights that are taken: none of a column's stretches touches another one, and they stand in order. */
interface Stretch {
  from: number;
  to: number;
}

/** What is taken where a card of this width would stand. */
interface Column {
  readonly x: number;
  readonly width: number;
  readonly taken: Stretch[];
}

/**
 * The ground that cards stand on. Boxes are only ever added, and cards stand in columns: what is taken is known for each
 * column that was asked about, as stretches, so that a thousand cards are placed in one pass.
 */
export class Ground {
  private readonly gap: number;
  private readonly boxes: Box[] = [];
  private readonly columns = new Map<number, Column>();
  bottom = 0;

  constructor(gap: number) {
    this.gap = gap;
  }

  add(box: Box): void {
    this.bottom = Math.max(this.bottom, box.y + box.height);
    this.boxes.push(box);
    for (const column of this.columns.values()) this.take(column, box);
  }

  free(box: Box): boolean {
    return this.below(box) === box.y;
  }

  /** The first height from the box's own downwards where it is free. */
  below(box: Box): number {
    const { taken } = this.column(box);
    let y = box.y;
    for (let at = firstBeyond(taken, y); ; at++) {
      const stretch = taken[at];
      if (stretch === undefined || stretch.from >= y + box.height) return y;
      y = stretch.to;
    }
  }

  /** The first height from the box's own upwards where it is free, or null when there is none down to 0. */
  above(box: Box): number | null {
    const { taken } = this.column(box);
    let y = box.y;
    for (let at = firstBeyond(taken, y + box.height); at >= 0; at--) {
      const stretch = taken[at];
      if (stretch === undefined || stretch.from >= y + box.height) continue;
      if (stretch.to <= y) break;
      y = stretch.from - box.height;
    }
    return y < 0 ? null : y;
  }

  private column({ x, width }: Box): Column {
    const known = this.columns.get(x);
    if (known?.width === width) return known;
    const column: Column = { x, width, taken: [] };
    for (const box of this.boxes) this.take(column, box);
    this.columns.set(x, column);
    return column;
  }

  private take({ x, width, taken }: Column, box: Box): void {
    const { gap } = this;
    if (x >= box.x + box.width + gap || box.x >= x + width + gap) return;
    let from = box.y - gap;
    let to = box.y + box.height + gap;
    // Whatever it touches becomes one stretch with it: between the two no card has room.
    let first = firstBeyond(taken, from);
    if ((taken[first - 1]?.to ?? Number.NEGATIVE_INFINITY) === from) first--;
    let beyond = first;
    for (let next = taken[beyond]; next !== undefined && next.from <= to; next = taken[beyond]) {
      from = Math.min(from, next.from);
      to = Math.max(to, next.to);
      beyond++;
    }
    taken.splice(first, beyond - first, { from, to });
  }
}

/** Index of the first stretch that ends below y. */
function firstBeyond(taken: readonly Stretch[], y: number): number {
  let low = 0;
  let high = taken.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((taken[middle]?.to ?? 0) <= y) low = middle + 1;
    else high = middle;
  }
  return low;
}
