/**
 * Rows of numbers that change little from one moment to the next: what changed, as the bits that turned over, so that
 * the same words lead on and back. Behind its length a row is zero.
 */

export interface Row {
  values: Int32Array;
  length: number;
}

export interface RowChange {
  /** Lengths before and after. */
  readonly from: number;
  readonly to: number;
  /** Stretches: how many words are passed over, how many follow, and of each the bits that turned over. */
  readonly stretches: Int32Array;
}

/** As many unchanged words do not end a stretch: a new one would take as much. */
const BRIDGED = 2;

class Stretches {
  #out = new Int32Array(64);
  #size = 0;
  /** Where the number of words of the last stretch stands; -1 before the first. */
  #count = -1;
  /** Behind the last word. */
  #at = 0;

  add(at: number, bits: number): void {
    if (this.#size + BRIDGED + 4 > this.#out.length) {
      const grown = new Int32Array(this.#out.length * 2);
      grown.set(this.#out);
      this.#out = grown;
    }
    const out = this.#out;
    if (this.#count < 0 || at - this.#at > BRIDGED) {
      out[this.#size++] = at - this.#at;
      this.#count = this.#size++;
      out[this.#count] = 0;
    } else for (; this.#at < at; this.#at++) this.#put(0);
    this.#at = at;
    this.#put(bits);
    this.#at++;
  }

  done(): Int32Array {
    return this.#out.slice(0, this.#size);
  }

  #put(bits: number): void {
    this.#out[this.#size++] = bits;
    this.#out[this.#count] = (this.#out[this.#count] ?? 0) + 1;
  }
}

function reserve(row: Row, length: number): void {
  if (length <= row.values.length) return;
  const grown = new Int32Array(Math.max(length, row.values.length * 2));
  grown.set(row.values);
  row.values = grown;
}

/** Makes `row` equal to `now` and says what that changed. */
export function changeRow(row: Row, now: Int32Array): RowChange {
  const from = row.length;
  const to = now.length;
  reserve(row, to);
  const { values } = row;
  const out = new Stretches();
  for (let i = 0; i < to; i++) {
    const word = now[i] ?? 0;
    const before = values[i] ?? 0;
    if (word === before) continue;
    out.add(i, word ^ before);
    values[i] = word;
  }
  for (let i = to; i < from; i++) {
    const before = values[i] ?? 0;
    if (before === 0) continue;
    out.add(i, before);
    values[i] = 0;
  }
  row.length = to;
  return { from, to, stretches: out.done() };
}

/** Leads a row that stands at one end of a change to the other. */
export function moveRow(row: Row, { from, to, stretches }: RowChange, onwards: boolean): void {
  reserve(row, Math.max(from, to));
  const { values } = row;
  let at = 0;
  for (let k = 0; k < stretches.length; ) {
    at += stretches[k++] ?? 0;
    const end = k + 1 + (stretches[k] ?? 0);
    for (k++; k < end; k++, at++) values[at] = (values[at] ?? 0) ^ (stretches[k] ?? 0);
  }
  row.length = onwards ? to : from;
}

/** One change after the other as one. */
export function joinRows(first: RowChange, second: RowChange): RowChange {
  const out = new Stretches();
  const [a, b] = [new Reader(first.stretches), new Reader(second.stretches)];
  while (a.at < Number.POSITIVE_INFINITY || b.at < Number.POSITIVE_INFINITY) {
    const at = Math.min(a.at, b.at);
    let bits = 0;
    if (a.at === at) bits ^= a.take();
    if (b.at === at) bits ^= b.take();
    if (bits !== 0) out.add(at, bits);
  }
  return { from: first.from, to: second.to, stretches: out.done() };
}

/** Word by word through a change. */
class Reader {
  /** Place of the next word, infinity at the end. */
  at = 0;
  #k = 0;
  #left = 0;
  readonly #stretches: Int32Array;

  constructor(stretches: Int32Array) {
    this.#stretches = stretches;
    this.#open();
  }

  take(): number {
    const bits = this.#stretches[this.#k++] ?? 0;
    this.at++;
    if (--this.#left === 0) this.#open();
    return bits;
  }

  #open(): void {
    if (this.#k >= this.#stretches.length) {
      this.at = Number.POSITIVE_INFINITY;
      return;
    }
    this.at += this.#stretches[this.#k++] ?? 0;
    this.#left = this.#stretches[this.#k++] ?? 0;
  }
}
