/**
 * What a room has told: the entries at hand and one packed snapshot, from which anybody who comes back or late is
 * brought up to date. Invariant: the entries are consecutive and end at `told`.
 */
import type { Entry } from '../../classroom/protocol/entry.ts';
import type { ClassState } from '../../classroom/protocol/state.ts';
import type { Session } from '../../classroom/session.ts';
import { pack } from '../store/store.ts';

/** A latecomer gets a snapshot at most this many entries old, and the rest as entries. */
const KEYFRAME_AGE = 100;
/** Entries kept for those who only lost their connection for a while. */
const KEPT = 400;

export interface Keyframe {
  readonly state: ClassState;
  /** Machine.snapshot(), raw deflate. */
  readonly packed: Promise<Uint8Array<ArrayBuffer>>;
}

export class History {
  #entries: Entry[] = [];
  #keyframe: Keyframe | null = null;
  #told: number;

  constructor(told: number, entries: readonly Entry[]) {
    this.#told = told;
    this.#entries = entries.filter((entry) => entry.seq <= told);
  }

  get told(): number {
    return this.#told;
  }

  /** The next entry, about to be broadcast. */
  add(entry: Entry): void {
    if (entry.seq !== this.#told + 1) throw new Error(`told ${this.#told}, then ${entry.seq}`);
    this.#told = entry.seq;
    if (entry.kind === 'rewind') {
      // Nobody can follow from before: whoever lacks it gets a snapshot.
      this.#entries = [];
      this.#keyframe = null;
      return;
    }
    this.#entries.push(entry);
    if (this.#entries.length > 2 * KEPT) this.#entries = this.#entries.slice(-KEPT);
  }

  /** The entries after seq, or null when they are not all at hand (or seq is not one that was told). */
  since(seq: number): readonly Entry[] | null {
    const first = this.#entries[0]?.seq ?? this.#told + 1;
    if (seq > this.#told || seq + 1 < first) return null;
    return this.#entries.filter((entry) => entry.seq > seq);
  }

  /** A recent snapshot; `session` must stand where this history stands. */
  keyframe(session: Session): Keyframe {
    const old = this.#keyframe;
    if (old !== null && this.#told - old.state.seq <= KEYFRAME_AGE && this.since(old.state.seq) !== null) {
      return old;
    }
    const { state, machine } = session.snapshot();
    const packed = pack(machine);
    // Whoever waits for it hears of a failure; nobody may be waiting.
    packed.catch(() => {});
    const keyframe = { state, packed };
    this.#keyframe = keyframe;
    return keyframe;
  }
}
