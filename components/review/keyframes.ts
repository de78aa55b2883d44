/**
 * Keyframes of a long lesson: moments of its heap as what changed in between, some thousand of them in memory while one
 * looks around in it, and snapshots of the server for where those do not reach yet.
 */
import { inflateSync } from 'fflate';
import type { Told } from '../../classroom/advance.ts';
import type { Entry } from '../../classroom/protocol/entry.ts';
import type { ClassState } from '../../classroom/protocol/state.ts';
import { Session } from '../../classroom/session.ts';
import type { Keyframes } from '../../classroom/timeline.ts';
import { type Difference, Machine, Reel } from '../../heap/index.ts';
import { LessonStates, type Opening } from './states.ts';

/** What leads from one keyframe to the next. */
export interface KeyframeStep {
  /** The last entry before it. */
  readonly seq: number;
  readonly difference: Difference;
  /** What the statements since the last keyframe came to, entry by entry. */
  readonly told: readonly (Told | null)[];
}

export interface Snapshot {
  readonly state: ClassState;
  /** Machine.snapshot(), raw deflate. */
  readonly machine: Uint8Array;
}

/** Bytes of keyframes in memory: as much as a phone has left for a page. */
const MOST = 64 * 1024 * 1024;
/** Snapshots of the server; each is a whole heap. */
const SNAPSHOTS = 4;

export class LessonKeyframes implements Keyframes {
  readonly #most: number;
  readonly #first: Opening;
  /** Made with the first keyframe: opening a lesson does not wait for it. */
  #reel: Reel | null = null;
  readonly #states: LessonStates;
  /** For each moment of the reel, the last entry before it. */
  #seqs: number[] = [1];
  readonly #snapshots = new Map<number, Snapshot>();
  /** One could not be read: what follows is of no use. */
  #ended = false;

  constructor(first: Opening, most = MOST) {
    this.#most = most;
    this.#first = first;
    this.#states = new LessonStates(first);
  }

  get bytes(): number {
    return this.#reel?.bytes ?? 0;
  }

  #opened(): Reel {
    this.#reel ??= new Reel(Session.open(this.#first).session.machine);
    return this.#reel;
  }

  /** Up to this entry every moment is near a keyframe. */
  get reaches(): number {
    return this.#seqs.at(-1) ?? 0;
  }

  /** `entries` are those since the last keyframe. */
  add({ seq, difference, told }: KeyframeStep, entries: readonly Entry[]): void {
    if (this.#ended) return;
    const reel = this.#opened();
    try {
      this.#states.extend(entries, told);
      if (this.#states.seq !== seq) throw new Error(`a keyframe after entry ${seq} does not follow`);
      reel.add(difference);
    } catch {
      this.#ended = true;
      return;
    }
    this.#seqs.push(seq);
    for (const place of this.#snapshots.keys()) if (place <= seq) this.#snapshots.delete(place);
    while (reel.bytes > this.#most && reel.last > 1) {
      // In a very long lesson on a very large heap each way becomes twice as long.
      reel.thin();
      const last = this.#seqs.length - 1;
      this.#seqs = this.#seqs.filter((_, k) => k % 2 === 0 || k === last);
    }
  }

  addSnapshot(snapshot: Snapshot): void {
    const { seq } = snapshot.state;
    if (seq <= this.reaches) return;
    this.#snapshots.delete(seq);
    this.#snapshots.set(seq, snapshot);
    const [oldest] = this.#snapshots.keys();
    if (this.#snapshots.size > SNAPSHOTS && oldest !== undefined) this.#snapshots.delete(oldest);
  }

  placeBefore(seq: number): number {
    let place = this.#seqs[this.#indexAfter(seq) - 1] ?? 0;
    for (const at of this.#snapshots.keys()) if (at <= seq && at > place) place = at;
    return place;
  }

  at(place: number, here: Session | null): Session {
    const snapshot = this.#snapshots.get(place);
    if (snapshot !== undefined)
      return Session.restore({ state: snapshot.state, machine: inflateSync(snapshot.machine) });
    const index = this.#indexAfter(place) - 1;
    if (this.#seqs[index] !== place) throw new Error(`no keyframe at ${place}`);
    const state = this.#states.at(place);
    const reel = this.#opened();
    if (here === null) {
      return Session.at(
        state,
        reel.machineAt(index, (options) => new Machine(options)),
      );
    }
    reel.stand(here.machine, index);
    here.standAt(state);
    return here;
  }

  drop(place: number): void {
    if (this.#snapshots.delete(place)) return;
    // What follows is reached through it.
    this.#ended = true;
    this.#seqs.length = Math.max(0, this.#indexAfter(place) - 1);
  }

  wants(): boolean {
    // They are made by somebody else.
    return false;
  }

  keep(): void {}

  /** How many there are up to seq. */
  #indexAfter(seq: number): number {
    let low = 0;
    let high = this.#seqs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#seqs[middle] ?? 0) <= seq) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
