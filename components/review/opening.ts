/**
 * A lesson as it opens. Its beginning is drawn as the server read it off; the code that runs lessons and the machine
 * come after that first picture (lesson-replay.ts), and where somebody wants to go meanwhile is kept for them.
 */
import { initialState } from '../../classroom/advance.ts';
import type { Entry } from '../../classroom/protocol/entry.ts';
import { type Refusal, refuse } from '../../classroom/protocol/refusal.ts';
import type { ClassState } from '../../classroom/protocol/state.ts';
import type { CollectionFilm, HeapView, Machine } from '../../heap/index.ts';
import type { HistoryPoint } from '../time/past.ts';
import { type LessonLog, stateAfter } from './lesson.ts';
import type { LessonReplay } from './lesson-replay.ts';

export interface Moment {
  readonly seq: number;
  readonly state: ClassState;
  readonly heap: HeapView;
  /** One entry earlier; null at the beginning. */
  readonly before: HeapView | null;
  /** It stands at this moment until the next move; null as long as the code that runs lessons is on its way. */
  readonly machine: Machine | null;
  readonly digest: string;
}

export interface ReplayView {
  /** As much of the log as is here. */
  readonly entries: readonly Entry[];
  /** The class as far as the log is here, without its heap; null for a log without a beginning. */
  readonly whole: ClassState | null;
  /** Null where this engine cannot follow the log at all. */
  readonly moment: Moment | null;
  /** Why the log cannot be followed further, or null. */
  readonly fault: string | null;
  /** Where it is about to go, once what it needs is here. */
  readonly going: number | null;
  readonly history: readonly HistoryPoint[];
  /** Up to here every moment is at hand. */
  readonly ready: number;
  /** Why the rest of the log did not come, or null. */
  readonly missing: Refusal | null;
}

export function openingView({ entries, picture = null }: LessonLog): ReplayView {
  const [first, ...rest] = entries;
  const begun = first?.kind === 'open' ? initialState(first) : null;
  return {
    entries,
    whole: begun === null ? null : stateAfter(begun, rest),
    moment:
      first === undefined || begun === null || picture === null
        ? null
        : { seq: 1, state: begun, heap: picture, before: null, machine: null, digest: first.digest },
    fault: null,
    going: null,
    history: [],
    ready: 1,
    missing: null,
  };
}

/** `view` is what is drawn already. */
type MakeReplay = (log: LessonLog, view: ReplayView) => Promise<LessonReplay>;

export class OpenLesson {
  readonly log: LessonLog;
  readonly #makeReplay: MakeReplay;
  readonly #listeners = new Set<() => void>();
  #view: ReplayView;
  #replay: LessonReplay | null = null;
  #asked = false;
  #closed = false;

  /** `log` holds the first part. */
  constructor(log: LessonLog, makeReplay: MakeReplay) {
    this.log = log;
    this.#makeReplay = makeReplay;
    this.#view = openingView(log);
  }

  /** From now on it runs; at once where there is nothing to see otherwise, or somebody wants to go on. */
  readonly run = async (): Promise<void> => {
    if (this.#asked) return;
    this.#asked = true;
    this.#view = { ...this.#view, missing: null };
    try {
      const replay = await this.#makeReplay(this.log, this.#view);
      if (this.#closed) {
        replay.close();
        return;
      }
      const { going } = this.#view;
      this.#replay = replay;
      replay.subscribe(this.#tell);
      if (going !== null) replay.moveTo(going);
    } catch {
      // Whoever wants to go on asks once more.
      this.#asked = false;
      this.#view = { ...this.#view, going: null, missing: refuse('restarting') };
    }
    this.#tell();
  };

  /** Null as long as there is nothing to see. */
  readonly view = (): ReplayView | null => {
    if (this.#replay !== null) return this.#replay.view();
    return this.#view.moment === null && this.#view.missing === null ? null : this.#view;
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly moveTo = (seq: number): void => {
    if (this.#replay !== null) {
      this.#replay.moveTo(seq);
      return;
    }
    if (seq === (this.#view.going ?? this.#view.moment?.seq)) return;
    this.#view = { ...this.#view, going: seq };
    this.#tell();
    void this.run();
  };

  /** A collection that ran in entry seq; null where none did or the log cannot be followed to it. */
  readonly film = (seq: number, collection: number): CollectionFilm | null =>
    this.#replay?.film(seq, collection) ?? null;

  get keyframeBytes(): number {
    return this.#replay?.keyframeBytes ?? 0;
  }

  close(): void {
    this.#closed = true;
    this.#replay?.close();
    this.#listeners.clear();
  }

  readonly #tell = (): void => {
    for (const listener of this.#listeners) listener();
  };
}
