/** A session from its log: any moment of it, by keyframes so that jumping does not replay from the start. */
import type { CollectionFilm } from '../heap/index.ts';
import { filmEntry } from './film.ts';
import type { Entry } from './protocol/entry.ts';
import { type Applied, Session, type SessionSnapshot } from './session.ts';

/** Where a timeline keeps the moments that it starts from. */
export interface Keyframes {
  /** Number of the last entry at or before seq that there is a keyframe after; 0 for none. */
  placeBefore(seq: number): number;
  /** The keyframe at such a place. */
  at(place: number): SessionSnapshot;
  /** It cannot be restored: it is as if it had never been. */
  drop(place: number): void;
  /** Called after each entry on the way: to be kept, or not. */
  passing(session: Session): void;
}

const EVERY = 50;

/** Keyframes in memory, as they are, one for so many entries. */
export class PlainKeyframes implements Keyframes {
  readonly #frames = new Map<number, SessionSnapshot>();

  placeBefore(seq: number): number {
    for (let at = seq - (seq % EVERY); at > 0; at -= EVERY) if (this.#frames.has(at)) return at;
    return 0;
  }

  at(place: number): SessionSnapshot {
    const found = this.#frames.get(place);
    if (found === undefined) throw new Error(`no keyframe at ${place}`);
    return found;
  }

  drop(place: number): void {
    this.#frames.delete(place);
  }

  passing(session: Session): void {
    const { seq } = session.state;
    if (seq % EVERY === 0 && !this.#frames.has(seq)) this.#frames.set(seq, session.snapshot());
  }
}

export class Timeline {
  readonly #entries: Entry[] = [];
  readonly #keyframes: Keyframes;
  readonly #first: SessionSnapshot;
  #session: Session;

  /** @throws Error where the log does not begin with its opening entry or has a gap */
  constructor(entries: readonly Entry[], keyframes: Keyframes = new PlainKeyframes()) {
    const first = entries[0];
    if (first === undefined || first.kind !== 'open') throw new Error('a log begins with its opening entry');
    this.#keyframes = keyframes;
    this.extend(entries);
    this.#session = Session.open(first).session;
    this.#first = this.#session.snapshot();
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

  get session(): Session {
    return this.#session;
  }

  /** How many entries would have to be run to be at the moment after seq. */
  distance(seq: number): number {
    const here = this.#session.state.seq;
    const place = Math.max(1, this.#keyframes.placeBefore(seq));
    return seq - (here < seq ? Math.max(here, place) : place);
  }

  /**
   * Moves to the moment after entry seq (1 … length) and returns what that entry did, or null for the first.
   * @throws DigestError where this engine does not arrive at the log's digests
   */
  moveTo(seq: number): Applied | null {
    const target = Math.min(Math.max(1, Math.trunc(seq)), this.length);
    const here = this.#session.state.seq;
    // One entry earlier, so that the last step tells what it did.
    const start = target === 1 ? 1 : target - 1;
    if (here >= target || this.#keyframes.placeBefore(start) > here) this.#session = this.#restored(start);
    let applied: Applied | null = null;
    while (this.#session.state.seq < target) {
      const entry = this.#entries[this.#session.state.seq];
      if (entry === undefined) throw new Error('moved past the end of the log');
      applied = this.#session.apply(entry, undefined, this.#past);
      this.#keyframes.passing(this.#session);
    }
    return applied;
  }

  /** A collection that ran in entry seq, or null; the moment that the timeline stands at stays. */
  film(seq: number, collection: number): CollectionFilm | null {
    if (seq <= 1 || seq > this.length) return null;
    return filmEntry(this.#restored(seq - 1), this.#entries, seq, collection, this.#past);
  }

  readonly #past = (seq: number): Uint8Array => {
    const session = this.#restored(seq);
    for (const entry of this.#entries.slice(session.state.seq, seq))
      session.apply(entry, undefined, this.#past);
    return session.machine.snapshot();
  };

  /** From the nearest keyframe that can be restored; they only save time. */
  #restored(seq: number): Session {
    for (let place = this.#keyframes.placeBefore(seq); place > 0; place = this.#keyframes.placeBefore(seq)) {
      try {
        return Session.restore(this.#keyframes.at(place));
      } catch {
        this.#keyframes.drop(place);
      }
    }
    return Session.restore(this.#first);
  }
}
