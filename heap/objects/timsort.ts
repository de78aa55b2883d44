/**
 * The order in which a sort compares and moves. Models Objects/listobject.c `count_run`, `binarysort`, `gallop_left`,
 * `gallop_right`, `merge_lo`, `merge_hi`, `merge_at`, `found_new_run` and the choice of a comparison in
 * `list_sort_impl`: which objects meet, how often, and what is left in which place when a comparison raises.
 */
import * as A from './abstract.ts';
import type { Runtime } from './runtime.ts';
import { tupleItem, tupleSize } from './tuple.ts';

/** 1 = a < b, 0 = not, -1 = an exception is set. */
type Less = (a: number, b: number) => number;

const MIN_GALLOP = 7;
const MAX_MINRUN = 64;
/** Pointers that the merge has room for on the C stack. */
const TEMP_SIZE = 256;

/** Thrown when a comparison raised; the arrays are left as the C code leaves them. */
class ComparisonFailed extends Error {}

/** The comparison for these keys: keys of one type skip the choice between the two sides' methods. */
export function lessThan(rt: Runtime, keys: readonly number[]): Less {
  const plain: Less = (a, b) => A.compareTruth(rt, a, b, A.LT);
  const first = keys[0] ?? 0;
  const { tuple } = rt.types;
  const inTuples = keys.every((key) => rt.typeOf(key) === tuple && tupleSize(rt, key) > 0);
  const compared = inTuples ? keys.map((key) => tupleItem(rt, key, 0)) : keys;
  const type = rt.typeOf(compared[0] ?? first);
  const same = compared.every((key) => rt.typeOf(key) === type);
  const direct = same && rt.recordOf(compared[0] ?? first).compare !== null ? directly(rt, plain) : plain;
  if (!inTuples) return direct;
  return tupleLess(rt, type === tuple ? plain : direct);
}

/** Asks the type once; only if it does not know, both sides are asked as usual. */
function directly(rt: Runtime, plain: Less): Less {
  return (a, b) => {
    const slot = rt.recordOf(a).compare;
    if (slot === null || rt.typeOf(a) !== rt.typeOf(b)) return plain(a, b);
    const result = slot(rt, a, b, A.LT);
    if (result === 0) return -1;
    if (result === rt.notImplemented) {
      rt.decref(result);
      return plain(a, b);
    }
    const truth = A.isTrue(rt, result);
    rt.decref(result);
    return truth;
  };
}

function tupleLess(rt: Runtime, firstItems: Less): Less {
  return (a, b) => {
    const [n, k] = [tupleSize(rt, a), tupleSize(rt, b)];
    for (let i = 0; i < n && i < k; i++) {
      const equal = A.compareTruth(rt, tupleItem(rt, a, i), tupleItem(rt, b, i), A.EQ);
      if (equal < 0) return -1;
      if (equal === 1) continue;
      const [x, y] = [tupleItem(rt, a, i), tupleItem(rt, b, i)];
      return i === 0 ? firstItems(x, y) : A.compareTruth(rt, x, y, A.LT);
    }
    return n < k ? 1 : 0;
  };
}

/** Sorts keys, and values along with them; false = a comparison raised. */
export function timsort(
  rt: Runtime,
  keys: number[],
  values: number[] | null,
  less: Less,
  dropKeys: () => void,
): boolean {
  const sorter = new Sorter(rt, keys, values, less);
  let done = true;
  try {
    sorter.sort();
  } catch (error) {
    if (!(error instanceof ComparisonFailed)) throw error;
    done = false;
  }
  dropKeys();
  sorter.release();
  return done;
}

interface Run {
  readonly start: number;
  length: number;
  power: number;
}

class Sorter {
  readonly #rt: Runtime;
  readonly #keys: number[];
  readonly #values: number[] | null;
  readonly #less: Less;
  readonly #runs: Run[] = [];
  #minGallop = MIN_GALLOP;
  /** Room for the shorter side of a merge: pointers, and the block they lie in once the C stack is too small. */
  #room: number;
  #block = 0;

  constructor(rt: Runtime, keys: number[], values: number[] | null, less: Less) {
    this.#rt = rt;
    this.#keys = keys;
    this.#values = values;
    this.#less = less;
    this.#room = values === null ? TEMP_SIZE : Math.min(TEMP_SIZE / 2, (keys.length + 1) >> 1);
  }

  release(): void {
    if (this.#block !== 0) this.#rt.alloc.free(this.#block);
    this.#block = 0;
  }

  sort(): void {
    const n = this.#keys.length;
    if (n < 2) return;
    let minrun = 0;
    let rest = n;
    for (let bit = 0; ; bit |= rest & 1, rest >>= 1) {
      minrun = rest + bit;
      if (rest < MAX_MINRUN) break;
    }
    for (let start = 0; start < n; ) {
      let length = this.#countRun(start, n);
      if (length < minrun) {
        const forced = Math.min(n - start, minrun);
        this.#binarySort(start, start + forced, start + length);
        length = forced;
      }
      this.#foundRun(length);
      this.#runs.push({ start, length, power: 0 });
      start += length;
    }
    this.#collapse();
  }

  #isLess(a: number, b: number): boolean {
    this.#rt.work(1);
    const truth = this.#less(a, b);
    if (truth < 0) throw new ComparisonFailed();
    return truth === 1;
  }

  #key(at: number): number {
    return this.#keys[at] ?? 0;
  }

  /** Length of the run that begins at lo; one that descends is turned round. */
  #countRun(lo: number, hi: number): number {
    let at = lo + 1;
    if (at === hi) return 1;
    const descending = this.#isLess(this.#key(at), this.#key(at - 1));
    at++;
    while (at < hi && this.#isLess(this.#key(at), this.#key(at - 1)) === descending) at++;
    if (descending) for (const side of this.#sides()) reverseSlice(side, lo, at);
    return at - lo;
  }

  #sides(): number[][] {
    return this.#values === null ? [this.#keys] : [this.#keys, this.#values];
  }

  #binarySort(lo: number, hi: number, start: number): void {
    for (let at = Math.max(start, lo + 1); at < hi; at++) {
      let left = lo;
      let right = at;
      const pivot = this.#key(at);
      do {
        const middle = left + ((right - left) >> 1);
        if (this.#isLess(pivot, this.#key(middle))) right = middle;
        else left = middle + 1;
      } while (left < right);
      for (const side of this.#sides()) {
        const moved = side[at] ?? 0;
        side.copyWithin(left + 1, left, at);
        side[left] = moved;
      }
    }
  }

  /** Models `found_new_run`, `powerloop`. */
  #foundRun(length: number): void {
    const runs = this.#runs;
    const last = runs[runs.length - 1];
    if (last === undefined) return;
    const power = powerOf(last.start, last.length, length, this.#keys.length);
    while (runs.length > 1 && (runs[runs.length - 2]?.power ?? 0) > power) this.#mergeAt(runs.length - 2);
    const top = runs[runs.length - 1];
    if (top !== undefined) top.power = power;
  }

  #collapse(): void {
    const runs = this.#runs;
    while (runs.length > 1) {
      let at = runs.length - 2;
      if (at > 0 && (runs[at - 1]?.length ?? 0) < (runs[at + 1]?.length ?? 0)) at--;
      this.#mergeAt(at);
    }
  }

  #mergeAt(at: number): void {
    const a = this.#runs[at];
    const b = this.#runs[at + 1];
    if (a === undefined || b === undefined) return;
    const [startA, endA, lengthB] = [a.start, a.start + a.length, b.length];
    a.length += b.length;
    this.#runs.splice(at + 1, 1);
    const skipped = this.#gallopRight(this.#key(b.start), this.#keys, startA, endA - startA, 0);
    const na = endA - startA - skipped;
    if (na === 0) return;
    const nb = this.#gallopLeft(this.#key(endA - 1), this.#keys, b.start, lengthB, lengthB - 1);
    if (nb === 0) return;
    this.#needRoom(Math.min(na, nb));
    const merge = new Merge(this.#sides(), startA + skipped, na, b.start, nb);
    if (na <= nb) this.#mergeLow(merge);
    else this.#mergeHigh(merge);
  }

  #needRoom(pointers: number): void {
    if (pointers <= this.#room) return;
    this.release();
    this.#block = this.#rt.alloc.malloc(8 * pointers * (this.#values === null ? 1 : 2));
    this.#room = pointers;
  }

  /** How many of the n keys from `base` on are less than key. */
  #gallopLeft(key: number, keys: readonly number[], base: number, n: number, hint: number): number {
    const before = (at: number): boolean => this.#isLess(keys[base + at] ?? 0, key);
    let last = 0;
    let step = 1;
    if (before(hint)) {
      const most = n - hint;
      while (step < most && before(hint + step)) [last, step] = [step, 2 * step + 1];
      [last, step] = [last + hint, Math.min(step, most) + hint];
    } else {
      const most = hint + 1;
      while (step < most && !before(hint - step)) [last, step] = [step, 2 * step + 1];
      [last, step] = [hint - Math.min(step, most), hint - last];
    }
    return narrow(last, step, before);
  }

  /** How many of the n keys from `base` on are not greater than key. */
  #gallopRight(key: number, keys: readonly number[], base: number, n: number, hint: number): number {
    const behind = (at: number): boolean => this.#isLess(key, keys[base + at] ?? 0);
    let last = 0;
    let step = 1;
    if (behind(hint)) {
      const most = hint + 1;
      while (step < most && behind(hint - step)) [last, step] = [step, 2 * step + 1];
      [last, step] = [hint - Math.min(step, most), hint - last];
    } else {
      const most = n - hint;
      while (step < most && !behind(hint + step)) [last, step] = [step, 2 * step + 1];
      [last, step] = [last + hint, Math.min(step, most) + hint];
    }
    return narrow(last, step, (at) => !behind(at));
  }

  /** Merges from the left; the left run is the shorter and lies aside. */
  #mergeLow(merge: Merge): void {
    const aside = merge.setAside(merge.a, merge.na);
    let { a, b, na, nb } = { a: 0, b: merge.b, na: merge.na, nb: merge.nb };
    let to = merge.a;
    const keys = this.#keys;
    const kept = aside[0] ?? [];
    const takeA = (count: number): void => {
      merge.fetch(aside, a, to, count);
      [a, to, na] = [a + count, to + count, na - count];
    };
    const takeB = (count: number): void => {
      merge.move(b, to, count);
      [b, to, nb] = [b + count, to + count, nb - count];
    };
    try {
      takeB(1);
      let gallop = this.#minGallop;
      while (nb > 0 && na > 1) {
        let winsA = 0;
        let winsB = 0;
        while (nb > 0 && na > 1 && winsA < gallop && winsB < gallop) {
          if (this.#isLess(keys[b] ?? 0, kept[a] ?? 0)) {
            takeB(1);
            [winsA, winsB] = [0, winsB + 1];
          } else {
            takeA(1);
            [winsA, winsB] = [winsA + 1, 0];
          }
        }
        if (nb === 0 || na <= 1) break;
        gallop++;
        do {
          gallop -= gallop > 1 ? 1 : 0;
          this.#minGallop = gallop;
          winsA = this.#gallopRight(keys[b] ?? 0, kept, a, na, 0);
          takeA(winsA);
          if (na <= 1) break;
          takeB(1);
          if (nb === 0) break;
          winsB = this.#gallopLeft(kept[a] ?? 0, keys, b, nb, 0);
          takeB(winsB);
          if (nb === 0) break;
          takeA(1);
          if (na === 1) break;
        } while (winsA >= MIN_GALLOP || winsB >= MIN_GALLOP);
        if (nb === 0 || na <= 1) break;
        gallop++;
        this.#minGallop = gallop;
      }
      // The last of the left run belongs behind all that is left of the right one.
      if (na === 1 && nb > 0) takeB(nb);
    } finally {
      takeA(na);
    }
  }

  /** Merges from the right; the right run is the shorter and lies aside. */
  #mergeHigh(merge: Merge): void {
    const aside = merge.setAside(merge.b, merge.nb);
    let { na, nb } = merge;
    const { a } = merge;
    let to = merge.b + merge.nb;
    const keys = this.#keys;
    const kept = aside[0] ?? [];
    const takeA = (count: number): void => {
      [na, to] = [na - count, to - count];
      merge.move(a + na, to, count);
    };
    const takeB = (count: number): void => {
      [nb, to] = [nb - count, to - count];
      merge.fetch(aside, nb, to, count);
    };
    try {
      takeA(1);
      let gallop = this.#minGallop;
      while (na > 0 && nb > 1) {
        let winsA = 0;
        let winsB = 0;
        while (na > 0 && nb > 1 && winsA < gallop && winsB < gallop) {
          if (this.#isLess(kept[nb - 1] ?? 0, keys[a + na - 1] ?? 0)) {
            takeA(1);
            [winsA, winsB] = [winsA + 1, 0];
          } else {
            takeB(1);
            [winsA, winsB] = [0, winsB + 1];
          }
        }
        if (na === 0 || nb <= 1) break;
        gallop++;
        do {
          gallop -= gallop > 1 ? 1 : 0;
          this.#minGallop = gallop;
          winsA = na - this.#gallopRight(kept[nb - 1] ?? 0, keys, a, na, na - 1);
          takeA(winsA);
          if (na === 0) break;
          takeB(1);
          if (nb === 1) break;
          winsB = nb - this.#gallopLeft(keys[a + na - 1] ?? 0, kept, 0, nb, nb - 1);
          takeB(winsB);
          if (nb <= 1) break;
          takeA(1);
          if (na === 0) break;
        } while (winsA >= MIN_GALLOP || winsB >= MIN_GALLOP);
        if (na === 0 || nb <= 1) break;
        gallop++;
        this.#minGallop = gallop;
      }
      // The first of the right run belongs before all that is left of the left one.
      if (nb === 1 && na > 0) takeA(na);
    } finally {
      takeB(nb);
    }
  }
}

/** Two neighbouring runs being merged; keys and values move alike. */
class Merge {
  readonly sides: readonly number[][];
  readonly a: number;
  readonly na: number;
  readonly b: number;
  readonly nb: number;

  constructor(sides: readonly number[][], a: number, na: number, b: number, nb: number) {
    this.sides = sides;
    this.a = a;
    this.na = na;
    this.b = b;
    this.nb = nb;
  }

  setAside(from: number, count: number): number[][] {
    return this.sides.map((side) => side.slice(from, from + count));
  }

  move(from: number, to: number, count: number): void {
    for (const side of this.sides) side.copyWithin(to, from, from + count);
  }

  fetch(aside: readonly number[][], from: number, to: number, count: number): void {
    this.sides.forEach((side, k) => {
      const kept = aside[k] ?? [];
      for (let i = 0; i < count; i++) side[to + i] = kept[from + i] ?? 0;
    });
  }
}

/** Binary search between two places: the first from `last` + 1 on that does not pass. */
function narrow(last: number, limit: number, passes: (at: number) => boolean): number {
  let low = last + 1;
  let high = limit;
  while (low < high) {
    const middle = low + ((high - low) >> 1);
    if (passes(middle)) low = middle + 1;
    else high = middle;
  }
  return high;
}

function reverseSlice(side: number[], from: number, to: number): void {
  const turned = side.slice(from, to).reverse();
  turned.forEach((value, i) => {
    side[from + i] = value;
  });
}

/** Depth of the boundary between two runs in the tree of an ideal merge. */
function powerOf(start: number, first: number, second: number, n: number): number {
  let a = 2 * start + first;
  let b = a + first + second;
  for (let power = 1; ; power++) {
    if (a >= n) {
      a -= n;
      b -= n;
    } else if (b >= n) return power;
    a *= 2;
    b *= 2;
  }
}
