/**
 * What this copy keeps of its past, so that collections can be watched afterwards: all entries since it came, and a
 * packed snapshot now and then to run them again from. What was before is asked from the server.
 */
import { filmEntry } from '../../classroom/film.ts';
import type { Entry } from '../../classroom/protocol/entry.ts';
import type { ClassState } from '../../classroom/protocol/state.ts';
import { Session } from '../../classroom/session.ts';
import { Timeline } from '../../classroom/timeline.ts';
import type { CollectionFilm } from '../../heap/index.ts';

/** Entries that are run again at most before a collection that is watched, in a lesson that is not very long. */
const EVERY = 100;
/** Snapshots kept; where there are more, every second one goes. */
const MOST = 64;
/** Films kept: a class goes back and forth in few of them. */
const FILMS = 8;

interface Keyframe {
  readonly state: ClassState;
  /** Packed by the browser, beside what the page does. */
  readonly machine: Promise<Blob>;
}

export class Past {
  readonly #least: number;
  readonly #most: number;
  #keyframes: Keyframe[] = [];
  /** Entries from one snapshot to the next. */
  #every: number;
  #entries: Entry[] = [];
  readonly #films = new Map<string, CollectionFilm>();

  constructor(every = EVERY, most = MOST) {
    this.#least = every;
    this.#every = every;
    this.#most = most;
  }

  /** This copy begins here, or anew: what it had is of another one. */
  begin(session: Session): void {
    this.#keyframes = [];
    this.#every = this.#least;
    this.#entries = [];
    this.#films.clear();
    this.#keep(session);
  }

  /** The session has just applied this entry. */
  took(entry: Entry, session: Session): void {
    this.#entries.push(entry);
    const last = this.#keyframes.at(-1)?.state.seq ?? 0;
    if (entry.seq - last >= this.#every) this.#keep(session);
  }

  /** A film that was taken while its entry was applied. */
  put(seq: number, collection: number, film: CollectionFilm): void {
    this.#films.set(`${seq}/${collection}`, film);
    const [oldest] = this.#films.keys();
    if (this.#films.size > FILMS && oldest !== undefined) this.#films.delete(oldest);
  }

  /**
   * Null where no such collection ran. `ask` gives the log from its opening up to an entry.
   * @throws DigestError where the log comes out differently
   */
  async film(
    seq: number,
    collection: number,
    ask: (upTo: number) => Promise<readonly Entry[]>,
  ): Promise<CollectionFilm | null> {
    const known = this.#films.get(`${seq}/${collection}`);
    if (known !== undefined) return known;
    const keyframe = this.#keyframes.findLast((one) => one.state.seq < seq);
    const film =
      keyframe === undefined
        ? new Timeline(await ask(seq)).film(seq, collection)
        : filmEntry(await restore(keyframe), this.#entries, seq, collection);
    if (film !== null) this.put(seq, collection, film);
    return film;
  }

  #keep(session: Session): void {
    const { state, machine } = session.snapshot();
    this.#keyframes.push({ state, machine: packed(machine) });
    if (this.#keyframes.length <= this.#most) return;
    this.#keyframes = this.#keyframes.filter((_, k) => k % 2 === 0);
    this.#every *= 2;
  }
}

function packed(bytes: Uint8Array<ArrayBuffer>): Promise<Blob> {
  return new Response(new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'))).blob();
}

async function restore({ state, machine }: Keyframe): Promise<Session> {
  const stream = (await machine).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return Session.restore({ state, machine: new Uint8Array(await new Response(stream).arrayBuffer()) });
}
