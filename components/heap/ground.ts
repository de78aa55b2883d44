import type { Box } from './place.ts';

const BUCKET = 256;
/** Bucket columns and rows are numbered from here, so that a key stays one small positive number. */
const ORIGIN = 1024;
const ROWS = 1 << 20;

/** Heights in one column between which no card of at least `height` fits. */
interface Solid {
  readonly from: number;
  readonly to: number;
  readonly height: number;
}

/**
 * The ground that cards stand on: taken boxes in buckets, so that asking is cheap among thousands. Boxes are only ever
 * added; that makes a stretch once found full stay full, and a thousand cards in one column are placed in one pass.
 */
export class Ground {
  private readonly gap: number;
  private readonly buckets = new Map<number, Box[]>();
  private readonly solid = new Map<number, Solid>();
  bottom = 0;

  constructor(gap: number) {
    this.gap = gap;
  }

  add(box: Box): void {
    this.bottom = Math.max(this.bottom, box.y + box.height);
    for (const key of this.keys(box)) {
      const bucket = this.buckets.get(key);
      if (bucket === undefined) this.buckets.set(key, [box]);
      else bucket.push(box);
    }
  }

  free(box: Box): boolean {
    return this.blocker(box) === null;
  }

  /** The first height from the box's own downwards where it is free. */
  below(box: Box): number {
    const known = this.known(box);
    let y = known === null ? box.y : known.to;
    for (let other = this.blocker({ ...box, y }); other !== null; other = this.blocker({ ...box, y }))
      y = other.y + other.height + this.gap;
    this.learn(box, box.y, y);
    return y;
  }

  /** The first height from the box's own upwards where it is free, or null when there is none down to 0. */
  above(box: Box): number | null {
    const known = this.known(box);
    let y = known === null ? box.y : known.from;
    for (let other = this.blocker({ ...box, y }); other !== null; other = this.blocker({ ...box, y })) {
      y = other.y - this.gap - box.height;
      if (y < 0) {
        this.learn(box, 0, box.y);
        return null;
      }
    }
    if (y < 0) return null;
    this.learn(box, y, box.y);
    return y;
  }

  private known(box: Box): Solid | null {
    const solid = this.solid.get(box.x);
    if (solid === undefined || box.height < solid.height) return null;
    return box.y > solid.from && box.y < solid.to ? solid : null;
  }

  /** Nothing as high as this box fits strictly between `from` and `to`. */
  private learn(box: Box, from: number, to: number): void {
    if (to - from < BUCKET) return;
    const old = this.solid.get(box.x);
    const joins = old !== undefined && from <= old.to && to >= old.from;
    if (old !== undefined && !joins && old.to - old.from > to - from) return;
    this.solid.set(
      box.x,
      joins
        ? {
            from: Math.min(from, old.from),
            to: Math.max(to, old.to),
            height: Math.max(box.height, old.height),
          }
        : { from, to, height: box.height },
    );
  }

  private blocker(box: Box): Box | null {
    for (const key of this.keys(box)) {
      for (const other of this.buckets.get(key) ?? []) {
        if (
          box.x < other.x + other.width + this.gap &&
          other.x < box.x + box.width + this.gap &&
          box.y < other.y + other.height + this.gap &&
          other.y < box.y + box.height + this.gap
        ) {
          return other;
        }
      }
    }
    return null;
  }

  private keys(box: Box): number[] {
    const keys: number[] = [];
    const left = Math.floor((box.x - this.gap) / BUCKET) + ORIGIN;
    const right = Math.floor((box.x + box.width + this.gap) / BUCKET) + ORIGIN;
    const top = Math.floor((box.y - this.gap) / BUCKET) + ORIGIN;
    const end = Math.floor((box.y + box.height + this.gap) / BUCKET) + ORIGIN;
    for (let x = left; x <= right; x++) for (let y = top; y <= end; y++) keys.push(x * ROWS + y);
    return keys;
  }
}
