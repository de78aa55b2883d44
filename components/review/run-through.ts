/**
 * A whole lesson run through once beside the page: keyframes so close together that from each the way to the next
 * takes hardly longer than a frame, and the figures of the chart. Runs in a thread of its own (run-through.worker.ts).
 */
import type { Entry } from '../../classroom/protocol/entry.ts';
import { Timeline } from '../../classroom/timeline.ts';
import { pastStep } from '../time/class-past.ts';
import { type HistoryPoint, historyPoint, isPoint } from '../time/past.ts';
import { type PackedKeyframe, PackedKeyframes, packKeyframe } from './keyframes.ts';

export type FromRun =
  | { readonly kind: 'keyframe'; readonly frame: PackedKeyframe }
  | { readonly kind: 'points'; readonly points: readonly HistoryPoint[]; readonly seq: number }
  /** The lesson cannot be followed further. */
  | { readonly kind: 'fault'; readonly seq: number };

/** Milliseconds of running that one keyframe saves. */
const APART = 12;
/** Entries at least between two, so that memory holds them all. */
const LEAST = 24;
/** Of so many one stays here, for going back in time. */
const STAY = 20;
/** Entries that are run until the heap is compared. */
const STRETCH = 8;

export class RunThrough {
  readonly #frames = new PackedKeyframes();
  readonly #tell: (message: FromRun) => void;
  readonly #now: () => number;
  #timeline: Timeline | null = null;
  #points: HistoryPoint[] = [];
  #ran = 0;
  #last = 1;
  #made = 0;
  #stopped = false;

  constructor(tell: (message: FromRun) => void, now: () => number) {
    this.#tell = tell;
    this.#now = now;
  }

  extend(entries: readonly Entry[]): void {
    try {
      if (this.#timeline === null) this.#timeline = new Timeline(entries, this.#frames);
      else this.#timeline.extend(entries);
    } catch {
      this.#stop(this.#timeline?.session.state.seq ?? 0);
    }
  }

  /** Runs for about so many milliseconds; false when there is nothing left to run. */
  go(milliseconds: number): boolean {
    const timeline = this.#timeline;
    const until = this.#now() + milliseconds;
    while (timeline !== null && !this.#stopped && this.#now() < until) {
      const seq = timeline.session.state.seq;
      if (seq >= timeline.length) break;
      this.#go(timeline, seq, Math.min(seq + STRETCH, timeline.length));
    }
    if (this.#points.length > 0 && timeline !== null) {
      this.#tell({ kind: 'points', points: this.#points, seq: timeline.session.state.seq });
      this.#points = [];
    }
    return timeline !== null && !this.#stopped && timeline.session.state.seq < timeline.length;
  }

  #go(timeline: Timeline, from: number, to: number): void {
    const before = this.#now();
    const points: HistoryPoint[] = [];
    try {
      timeline.moveTo(to, ({ state, machine }, applied) => {
        if (applied === null || state.seq <= from) return;
        const past = pastStep(applied.entry, applied.step, state);
        if (isPoint(past)) points.push(historyPoint(past, machine));
      });
    } catch {
      // Somewhere on this stretch: up to which entry?
      if (to - from > 1) this.#go(timeline, from, from + 1);
      else this.#stop(from);
      return;
    }
    this.#points.push(...points);
    this.#ran += this.#now() - before;
    if (this.#ran < APART || to - this.#last < LEAST) return;
    this.#ran = 0;
    this.#last = to;
    const frame = packKeyframe(timeline.session);
    if (this.#made++ % STAY === 0) this.#frames.add(frame);
    this.#tell({ kind: 'keyframe', frame });
  }

  #stop(seq: number): void {
    this.#stopped = true;
    this.#tell({ kind: 'fault', seq });
  }
}
