/**
 * Hands out stretches of the address space (arenas, large requests, chunks of constants): first fit over a sorted
 * list of free stretches. Deterministic, so that addresses are the same in every copy of a class.
 */
export class Ranges {
  private starts: number[];
  private ends: number[];
  /** End of what was ever handed out. */
  top: number;

  constructor(start: number, end: number) {
    this.starts = [start];
    this.ends = [end];
    this.top = start;
  }

  /** Address of `size` free bytes, a multiple of `align`; 0 when the address space is exhausted. */
  take(size: number, align: number): number {
    for (let k = 0; k < this.starts.length; k++) {
      const start = this.starts[k] ?? 0;
      const end = this.ends[k] ?? 0;
      const at = Math.ceil(start / align) * align;
      if (at + size > end) continue;
      if (at === start && at + size === end) {
        this.starts.splice(k, 1);
        this.ends.splice(k, 1);
      } else if (at === start) this.starts[k] = at + size;
      else if (at + size === end) this.ends[k] = at;
      else {
        this.ends[k] = at;
        this.starts.splice(k + 1, 0, at + size);
        this.ends.splice(k + 1, 0, end);
      }
      if (at + size > this.top) this.top = at + size;
      return at;
    }
    return 0;
  }

  give(at: number, size: number): void {
    let low = 0;
    let high = this.starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.starts[middle] ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    const joinsLeft = low > 0 && this.ends[low - 1] === at;
    const joinsRight = this.starts[low] === at + size;
    if (joinsLeft && joinsRight) {
      this.ends[low - 1] = this.ends[low] ?? 0;
      this.starts.splice(low, 1);
      this.ends.splice(low, 1);
    } else if (joinsLeft) this.ends[low - 1] = at + size;
    else if (joinsRight) this.starts[low] = at;
    else {
      this.starts.splice(low, 0, at);
      this.ends.splice(low, 0, at + size);
    }
  }

  /** Pairs start, end of the free stretches, then top. */
  save(): number[] {
    const out: number[] = [];
    for (let k = 0; k < this.starts.length; k++) out.push(this.starts[k] ?? 0, this.ends[k] ?? 0);
    out.push(this.top);
    return out;
  }

  load(saved: readonly number[]): void {
    this.starts = [];
    this.ends = [];
    for (let k = 0; k + 1 < saved.length; k += 2) {
      this.starts.push(saved[k] ?? 0);
      this.ends.push(saved[k + 1] ?? 0);
    }
    this.top = saved[saved.length - 1] ?? 0;
  }
}
