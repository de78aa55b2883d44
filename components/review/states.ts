/**
 * The class after any entry of a lesson, without its heap: by the classroom's own rules from what the statements came
 * to. A state is kept now and then, and shares what did not change with the others.
 */
import { advanceTold, initialState, type Told } from '../../classroom/advance.ts';
import type { Entry } from '../../classroom/protocol/entry.ts';
import type { ClassState } from '../../classroom/protocol/state.ts';

export type Opening = Extract<Entry, { kind: 'open' }>;

const EVERY = 64;

/** Which commands were carried out is the live class's affair, and keeping the list takes most of the time. */
export function withoutCommand(entry: Entry): Entry {
  return { ...entry, command: null };
}

export class LessonStates {
  readonly #entries: Entry[] = [];
  readonly #told: (Told | null)[] = [];
  readonly #kept: ClassState[];
  #last: ClassState;

  constructor(first: Opening) {
    this.#last = initialState(first);
    this.#kept = [this.#last];
  }

  /** The last entry that it knows the class after. */
  get seq(): number {
    return this.#last.seq;
  }

  /** The next entries, and what the statements among them came to. */
  extend(entries: readonly Entry[], told: readonly (Told | null)[]): void {
    entries.forEach((full, k) => {
      const entry = withoutCommand(full);
      const what = told[k] ?? null;
      this.#entries.push(entry);
      this.#told.push(what);
      this.#last = advanceTold(this.#last, entry, what);
      if ((this.#last.seq - 1) % EVERY === 0) this.#kept.push(this.#last);
    });
  }

  /** After entry seq, 1 … this.seq. */
  at(seq: number): ClassState {
    const place = Math.floor((seq - 1) / EVERY);
    let state = this.#kept[place];
    if (state === undefined || seq > this.seq) throw new Error(`the class after entry ${seq} is not known`);
    for (let k = place * EVERY; k < seq - 1; k++) {
      const entry = this.#entries[k];
      if (entry !== undefined) state = advanceTold(state, entry, this.#told[k] ?? null);
    }
    return state;
  }
}
