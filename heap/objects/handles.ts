/**
 * Values that are not laid out in bytes (text, code, slot tables) live here and are named by a number kept in the
 * object's block. A handle freed during a statement is not reused before the statement has ended; what the statement
 * itself made may be reused at once. Handles are part of the bytes of a heap: their order is the same in every copy.
 */
export class Handles<T> {
  values: (T | undefined)[] = [undefined];
  private unused: number[] = [];
  private unusedTop = 0;
  private born: Uint32Array = new Uint32Array(64);
  private epoch = 1;
  private dropped: number[] = [];
  private recycled: number[] = [];

  add(value: T): number {
    const again = this.recycled.pop();
    if (again !== undefined) {
      this.values[again] = value;
      return again;
    }
    let handle: number;
    if (this.unusedTop > 0) handle = this.unused[--this.unusedTop] ?? 0;
    else {
      handle = this.values.length;
      if (handle >= this.born.length) {
        const born = new Uint32Array(this.born.length * 2);
        born.set(this.born);
        this.born = born;
      }
    }
    this.values[handle] = value;
    this.born[handle] = this.epoch;
    return handle;
  }

  get(handle: number): T {
    const value = this.values[handle];
    if (value === undefined) throw new Error(`no value under handle ${handle}`);
    return value;
  }

  set(handle: number, value: T): void {
    this.values[handle] = value;
  }

  drop(handle: number): void {
    if (this.born[handle] === this.epoch) {
      this.values[handle] = undefined;
      this.recycled.push(handle);
    } else this.dropped.push(handle);
  }

  /** The statement is over: what it dropped may be reused. */
  commit(): void {
    this.unused.length = this.unusedTop;
    for (const handle of this.dropped) {
      this.values[handle] = undefined;
      this.unused.push(handle);
    }
    for (const handle of this.recycled) this.unused.push(handle);
    this.begin();
  }

  private begin(): void {
    this.dropped = [];
    this.recycled = [];
    this.unusedTop = this.unused.length;
    this.epoch++;
  }

  save(): { readonly length: number; readonly unused: readonly number[] } {
    return { length: this.values.length, unused: this.unused.slice(0, this.unusedTop) };
  }

  load(values: (T | undefined)[], unused: readonly number[]): void {
    this.values = values;
    this.unused = [...unused];
    let size = 64;
    while (size < values.length) size *= 2;
    this.born = new Uint32Array(size);
    this.begin();
  }
}
