/** A session from its log: any moment of it, by keyframes so that jumping does not replay from the start. */
import type { CollectionFilm } from '../heap/index.ts';
import { filmEntry } from './film.ts';
import type { Entry } from './protocol/entry.ts';
import { type Applied, Session, type SessionSnapshot } from './session.ts';

const KEYFRAME_EVERY = 50;

export class Timeline {
  readonly entries: readonly Entry[];
  readonly #keyframes = new Map<number, SessionSnapshot>();
  #session: Session;

  /** @throws Error where the log does not begin with its opening entry or has a gap */
  constructor(entries: readonly Entry[]) {
    const first = entries[0];
    if (first === undefined || first.kind !== 'open') throw new Error('a log begins with its opening entry');
    const gap = entries.findIndex((entry, index) => entry.seq !== index + 1);
    if (gap !== -1) throw new Error(`the log has a gap before entry ${gap + 1}`);
    this.entries = entries;
    this.#session = Session.open(first).session;
    this.#keyframes.set(1, this.#session.snapshot());
  }

  get length(): number {
    return this.entries.length;
  }

  get session(): Session {
    return this.#session;
  }

  /**
   * Moves to the moment after entry seq (1 … length) and returns what that entry did, or null for the first.
   * @throws DigestError where this engine does not arrive at the log's digests
   */
  moveTo(seq: number): Applied | null {
    const target = Math.min(Math.max(1, Math.trunc(seq)), this.length);
    let applied: Applied | null = null;
    if (this.#session.state.seq >= target || target - this.#session.state.seq > KEYFRAME_EVERY) {
      const from = this.#nearest(target === 1 ? 1 : target - 1);
      if (from.state.seq > this.#session.state.seq || this.#session.state.seq >= target) {
        this.#session = Session.restore(from);
      }
    }
    while (this.#session.state.seq < target) {
      const entry = this.entries[this.#session.state.seq];
      if (entry === undefined) throw new Error('moved past the end of the log');
      applied = this.#session.apply(entry, undefined, this.#past);
      if (entry.seq % KEYFRAME_EVERY === 0 && !this.#keyframes.has(entry.seq)) {
        this.#keyframes.set(entry.seq, this.#session.snapshot());
      }
    }
    return applied;
  }

  /** A collection that ran in entry seq, or null; the moment that the timeline stands at stays. */
  film(seq: number, collection: number): CollectionFilm | null {
    if (seq <= 1 || seq > this.length) return null;
    return filmEntry(Session.restore(this.#nearest(seq - 1)), this.entries, seq, collection, this.#past);
  }

  readonly #past = (seq: number): Uint8Array => {
    const session = Session.restore(this.#nearest(seq));
    for (const entry of this.entries.slice(session.state.seq, seq))
      session.apply(entry, undefined, this.#past);
    return session.machine.snapshot();
  };

  #nearest(seq: number): SessionSnapshot {
    for (let at = seq - (seq % KEYFRAME_EVERY); at > 0; at -= KEYFRAME_EVERY) {
      const found = this.#keyframes.get(at);
      if (found !== undefined) return found;
    }
    const first = this.#keyframes.get(1);
    if (first === undefined) throw new Error('a timeline without its first keyframe');
    return first;
  }
}
