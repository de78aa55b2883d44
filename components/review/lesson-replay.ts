/**
 * A lesson in the browser, at one moment of it. The beginning is shown as soon as it is here; the rest of the log comes
 * in portions, and a thread beside runs it through for keyframes. Until those are there, the server's snapshots serve.
 * Whatever is missing costs time and never changes what is shown: each step checks the log's digest.
 */
import { refuse } from '../../classroom/protocol/refusal.ts';
import { Timeline } from '../../classroom/timeline.ts';
import type { CollectionFilm, HeapView } from '../../heap/index.ts';
import { type KeyframeStep, LessonKeyframes } from './keyframes.ts';
import { askKeyframe, askLog, type LessonLog, stateAfter } from './lesson.ts';
import { openingView, type ReplayView } from './opening.ts';
import type { FromRun } from './run-through.ts';
import { withoutCommand } from './states.ts';

const PART = 2_500;
/** Running more than so many entries makes one wait: then a snapshot is asked of the server first. */
const FAR = 60;

export class LessonReplay {
  readonly log: LessonLog;
  readonly #timeline: Timeline | null = null;
  readonly #frames: LessonKeyframes | null = null;
  readonly #listeners = new Set<() => void>();
  #worker: Worker | null = null;
  readonly #controller = new AbortController();
  #view: ReplayView;

  /** `log` holds the first part; `view` is what is drawn of it already. */
  constructor(log: LessonLog, view: ReplayView = openingView(log)) {
    this.log = log;
    this.#view = view;
    const [first] = log.entries;
    if (!log.replayable || first?.kind !== 'open') return;
    try {
      this.#frames = new LessonKeyframes(first);
      this.#timeline = new Timeline(log.entries.map(withoutCommand), this.#frames);
      const { moment } = view;
      if (moment === null) this.#look(1);
      else this.#show({ moment: { ...moment, machine: this.#timeline.session.machine } });
    } catch (error) {
      this.#show({ fault: sentence(error) });
    }
  }

  /** Fetches the rest, and has it run through by the thread of run-through.worker.ts. */
  goOn(makeWorker: () => Worker): void {
    if (this.#timeline !== null) this.#worker = makeWorker();
    this.#worker?.addEventListener('message', ({ data }: MessageEvent<FromRun>) => this.#heard(data));
    this.#worker?.postMessage(this.log.entries);
    void this.#fetchRest();
  }

  get keyframeBytes(): number {
    return this.#frames?.bytes ?? 0;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly view = (): ReplayView => this.#view;

  close(): void {
    this.#controller.abort();
    this.#worker?.terminate();
    this.#listeners.clear();
  }

  readonly moveTo = (seq: number): void => {
    const target = Math.min(Math.max(1, Math.trunc(seq)), this.log.length);
    if (this.#timeline === null || this.#view.moment?.seq === target) return;
    if (target > this.#timeline.length) {
      this.#show({ going: target });
    } else if (this.#timeline.distance(target) <= FAR) {
      this.#look(target);
    } else {
      this.#show({ going: target });
      void this.#fetchKeyframe(target);
    }
  };

  /** A collection that ran in entry seq; null where none did or the log cannot be followed to it. */
  readonly film = (seq: number, collection: number): CollectionFilm | null => {
    try {
      return this.#timeline?.film(seq, collection) ?? null;
    } catch {
      return null;
    }
  };

  #look(seq: number): void {
    const timeline = this.#timeline;
    if (timeline === null) return;
    const old = this.#view.moment;
    try {
      let before: HeapView | null = null;
      timeline.moveTo(seq, (session) => {
        if (session.state.seq !== seq - 1) return;
        before = old?.seq === seq - 1 ? old.heap : session.machine.inspect();
      });
      const { state, machine } = timeline.session;
      // The timeline has compared it.
      const { digest } = timeline.entry(seq);
      const moment = { seq: state.seq, state, heap: machine.inspect(), before, machine, digest };
      this.#show({ moment, fault: null, going: null });
    } catch (error) {
      // The last good moment stays on the screen.
      this.#show({ fault: sentence(error), going: null });
    }
  }

  async #fetchKeyframe(target: number): Promise<void> {
    const answer = await askKeyframe(this.log.session.id, target);
    if (this.#controller.signal.aborted) return;
    if (answer.ok && answer.value.keyframe !== null) {
      const { state, machine } = answer.value.keyframe;
      const packed = Uint8Array.from(atob(machine), (char) => char.charCodeAt(0));
      // Retries are of the live class only.
      this.#frames?.addSnapshot({ state: { ...state, recent: [] }, machine: packed });
    }
    // Somewhere else by now, or the log itself leads there: without a snapshot it only takes longer.
    if (this.#view.going === target) this.#look(target);
  }

  async #fetchRest(): Promise<void> {
    const { session, length } = this.log;
    for (let after = this.#view.entries.length; after < length; after = this.#view.entries.length) {
      const upTo = Math.min(length, after + PART);
      const answer = await askLog(session.id, { after, upTo });
      if (this.#controller.signal.aborted) return;
      if (!answer.ok) {
        this.#show({ missing: answer.refusal });
        return;
      }
      const { entries } = answer.value;
      if (entries.length === 0) return;
      const { whole } = this.#view;
      try {
        this.#timeline?.extend(entries.map(withoutCommand));
      } catch (error) {
        console.error(error);
        this.#show({ missing: refuse('engineFault') });
        return;
      }
      this.#worker?.postMessage(entries);
      this.#show({
        entries: [...this.#view.entries, ...entries],
        whole: whole === null ? null : stateAfter(whole, entries),
      });
      const { going } = this.#view;
      if (going !== null && going <= upTo) this.moveTo(going);
    }
  }

  #keep(step: KeyframeStep): void {
    const timeline = this.#timeline;
    const frames = this.#frames;
    if (timeline === null || frames === null) return;
    const after = step.seq - step.told.length;
    frames.add(
      step,
      step.told.map((_, k) => timeline.entry(after + 1 + k)),
    );
  }

  #heard(message: FromRun): void {
    switch (message.kind) {
      case 'keyframe':
        this.#keep(message.step);
        return;
      case 'points':
        this.#show({ history: [...this.#view.history, ...message.points], ready: message.seq });
        return;
      case 'fault':
        // The page says so when one goes there.
        this.#show({ ready: message.seq });
    }
  }

  #show(change: Partial<ReplayView>): void {
    this.#view = { ...this.#view, ...change };
    for (const listener of this.#listeners) listener();
  }
}

function sentence(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
