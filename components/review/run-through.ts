/**
 * A whole lesson run through once beside the page: keyframes so close together that from each the way to the next
 * takes hardly longer than a frame, and the figures of the chart. Runs in a thread of its own (run-through.worker.ts).
 */
import { type Told, toldOf } from '../../classroom/advance.ts';
import type { Entry } from '../../classroom/protocol/entry.ts';
import { Timeline } from '../../classroom/timeline.ts';
import { ReelMaker } from '../../heap/index.ts';
import { pastStep } from '../time/class-past.ts';
import { type HistoryPoint, historyPoint, isPoint } from '../time/past.ts';
import { type KeyframeStep, LessonKeyframes } from './keyframes.ts';
import { withoutCommand } from './states.ts';

export type FromRun =
  | { readonly kind: 'keyframe'; readonly step: KeyframeStep }
  | { readonly kind: 'points'; readonly points: readonly HistoryPoint[]; readonly seq: number }
  /** The lesson cannot be followed further. */
  | { readonly kind: 'fault'; readonly seq: number };

/** Entries from one keyframe to the next: finding what changed takes as long as running some. */
const APART = 8;
/** Fuel that they may have used, if there are several: some milliseconds of running. */
const FUEL = 100_000;
/** Bytes that stay here, for going back in time. */
const STAY = 32 * 1024 * 1024;

export class RunThrough {
  readonly #tell: (message: FromRun) => void;
  readonly #now: () => number;
  #timeline: Timeline | null = null;
  #keyframes: LessonKeyframes | null = null;
  #maker: ReelMaker | null = null;
  #points: HistoryPoint[] = [];
  #stopped = false;

  constructor(tell: (message: FromRun) => void, now: () => number) {
    this.#tell = tell;
    this.#now = now;
  }

  extend(full: readonly Entry[]): void {
    const entries = full.map(withoutCommand);
    const [first] = entries;
    try {
      if (this.#timeline !== null) this.#timeline.extend(entries);
      else if (first?.kind === 'open') {
        this.#keyframes = new LessonKeyframes(first, STAY);
        this.#timeline = new Timeline(entries, this.#keyframes);
        this.#maker = new ReelMaker(this.#timeline.session.machine);
      } else this.#stop(0);
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
      this.#go(timeline, seq, endOfStretch(timeline, seq));
    }
    if (this.#points.length > 0 && timeline !== null) {
      this.#tell({ kind: 'points', points: this.#points, seq: timeline.session.state.seq });
      this.#points = [];
    }
    return timeline !== null && !this.#stopped && timeline.session.state.seq < timeline.length;
  }

  #go(timeline: Timeline, from: number, to: number): void {
    const points: HistoryPoint[] = [];
    const told: (Told | null)[] = [];
    try {
      timeline.moveTo(to, ({ state, machine }, applied) => {
        if (applied === null || state.seq <= from) return;
        told.push(applied.step === null ? null : toldOf(applied.step));
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
    const difference = this.#maker?.next(timeline.session.machine);
    if (difference === undefined) return;
    const step = { seq: to, difference, told };
    const entries = Array.from({ length: to - from }, (_, k) => timeline.entry(from + 1 + k));
    this.#keyframes?.add(step, entries);
    this.#tell({ kind: 'keyframe', step });
  }

  #stop(seq: number): void {
    this.#stopped = true;
    this.#tell({ kind: 'fault', seq });
  }
}

function endOfStretch(timeline: Timeline, from: number): number {
  let fuel = 0;
  let to = from;
  while (to < timeline.length && to - from < APART) {
    const next = timeline.entry(to + 1);
    fuel += next.kind === 'run' ? (next.outcome?.fuel ?? 0) : 0;
    if (fuel > FUEL && to > from) break;
    to++;
  }
  return to;
}
