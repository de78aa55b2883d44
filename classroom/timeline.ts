/**
 * A session from its log: any moment of it, by keyframes so that jumping does not replay from the start. A moment that
 * is arrived at, and one that is kept, has been compared with the log's digest; those passed on the way have not.
 */
import type { CollectionFilm } from '../heap/index.ts';
import { filmEntry } from './film.ts';
import type { Entry } from './protocol/entry.ts';
import { type Applied, Session, type SessionSnapshot } from './session.ts';

/** Where a timeline keeps the moments that it starts from. */
export interface Keyframes {
  /** Number of the last entry at or before seq that there is a keyframe after; 0 for none. */
  placeBefore(seq: number): number;
  /** The class at such a place: `here`, led there, or a new one. Without `here` it has to be a new one. */
  at(place: number, here: Session | null): Session;
  /** It cannot be restored: it is as if it had never been. */
  drop(place: number): void;
  /** Whether the moment after seq is to be kept when it is passed. */
  wants(seq: number): boolean;
  keep(session: Session): void;
}

type Opening = Extract<Entry, { kind: 'open' }>;

const EVERY = 50;

/** Keyframes in memory, as they are, one for so many entries. */
export class PlainKeyframes implements Keyframes {
  readonly #frames = new Map<number, SessionSnapshot>();

  placeBefore(seq: number): number {
    for (let at = seq - (seq % EVERY); at > 0; at -= EVERY) if (this.#frames.has(at)) return at;
    return 0;
  }

  at(place: number): Session {
    const found = this.#frames.get(place);
    if (found === undefined) throw new Error(`no keyframe at ${place}`);
    return Session.restore(found);
  }

  drop(place: number): void {
    this.#frames.delete(place);
  }

  wants(seq: number): boolean {
    return seq % EVERY === 0 && !this.#frames.has(seq);
  }

  keep(session: Session): void {
    this.#frames.set(session.state.seq, session.snapshot());
  }
}

export class Timeline {
  readonly #entries: Entry[] = [];
  readonly #keyframes: Keyframes;
  readonly #first: Opening;
  /** Null until it is first asked for. */
  #session: Session | null = null;

  /** @throws Error where the log does not begin with its opening entry or has a gap */
  constructor(entries: readonly Entry[], keyframes: Keyframes = new PlainKeyframes()) {
    const first = entries[0];
    if (first === undefined || first.kind !== 'open') throw new Error('a log begins with its opening entry');
    this.#keyframes = keyframes;
    this.extend(entries);
    this.#first = first;
  }

  /**
   * The log goes on.
   * @throws Error where it has a gap
   */
  extend(entries: readonly Entry[]): void {
    for (const entry of entries) {
      if (entry.seq !== this.#entries.length + 1) {
        throw new Error(`the log has a gap before entry ${this.#entries.length + 1}`);
      }
      this.#entries.push(entry);
    }
  }

  get length(): number {
    return this.#entries.length;
  }

  /** Where it stands; at the beginning until it was led elsewhere. */
  get session(): Session {
    this.#session ??= Session.open(this.#first).session;
    return this.#session;
  }

  get #here(): number {
    return this.#session?.state.seq ?? 1;
  }

  /** Entry seq of the log, 1 … length. */
  entry(seq: number): Entry {
    const entry = this.#entries[seq - 1];
    if (entry === undefined) throw new Error(`the log has no entry ${seq}`);
    return entry;
  }

  /** How many entries would have to be run to be at the moment after seq. */
  distance(seq: number): number {
    const here = this.#here;
    const place = Math.max(1, this.#keyframes.placeBefore(seq));
    return seq - (here < seq ? Math.max(here, place) : place);
  }

  /**
   * Moves to the moment after entry seq (1 … length) and returns what that entry did, or null for the first.
   * `each` hears of where the way begins (with null) and of all that is run on it.
   * @throws DigestError where this engine does not arrive at the log's digests
   */
  moveTo(seq: number, each: (session: Session, applied: Applied | null) => void = () => {}): Applied | null {
    const target = Math.min(Math.max(1, Math.trunc(seq)), this.length);
    const here = this.#here;
    // One entry earlier, so that the last step tells what it did.
    const start = target === 1 ? 1 : target - 1;
    if (here > start || this.#keyframes.placeBefore(start) > here)
      this.#session = this.#restored(start, this.#session);
    let applied: Applied | null = null;
    const { session } = this;
    try {
      each(session, null);
      while (session.state.seq < target) {
        applied = this.#step(session, target);
        each(session, applied);
      }
    } catch (error) {
      // The heap on the way may have been another one already.
      this.#session = this.#restored(1);
      throw error;
    }
    return applied;
  }

  #step(session: Session, target: number): Applied {
    const entry = this.entry(session.state.seq + 1);
    const wanted = this.#keyframes.wants(entry.seq);
    if (!wanted && entry.seq !== target) return session.pass(entry, this.#past);
    const applied = session.apply(entry, undefined, this.#past);
    if (wanted) this.#keyframes.keep(session);
    return applied;
  }

  /** A collection that ran in entry seq, or null; the moment that the timeline stands at stays. */
  film(seq: number, collection: number): CollectionFilm | null {
    if (seq <= 1 || seq > this.length) return null;
    return filmEntry(this.#restored(seq - 1), this.#entries, seq, collection, this.#past);
  }

  readonly #past = (seq: number): Uint8Array => {
    const session = this.#restored(seq);
    while (session.state.seq < seq) this.#step(session, seq);
    return session.machine.snapshot();
  };

  /** From the nearest keyframe that can be restored; they only save time. `here` may be led there. */
  #restored(seq: number, here: Session | null = null): Session {
    for (let place = this.#keyframes.placeBefore(seq); place > 0; place = this.#keyframes.placeBefore(seq)) {
      try {
        return this.#keyframes.at(place, here);
      } catch {
        this.#keyframes.drop(place);
      }
    }
    return Session.open(this.#first).session;
  }
}
