/**
 * Saves a deck some time after the last change, one save at a time. Nothing is ever given up: a save that failed is
 * tried again with the next change or when asked, and a deck that was changed elsewhere is not written over.
 */
import type { Deck } from '../../classroom/protocol/deck.ts';
import type { Refusal } from '../../classroom/protocol/refusal.ts';

export type SaveState =
  | { readonly kind: 'saved' }
  /** Changed, and about to be saved. */
  | { readonly kind: 'changed' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly refusal: Refusal }
  /** Somebody else saved meanwhile. */
  | { readonly kind: 'stale'; readonly refusal: Refusal };

export type Save = (
  deck: Deck,
  revision: number,
) => Promise<
  | { readonly ok: true; readonly value: { readonly revision: number } }
  | { readonly ok: false; readonly refusal: Refusal }
>;

export interface AutosaveParts {
  readonly save: Save;
  readonly revision: number;
  /** Calls `work` after a while unless called off by what it returns. */
  readonly later: (work: () => void) => () => void;
}

export class Autosave {
  readonly #parts: AutosaveParts;
  #revision: number;
  #waiting: Deck | null = null;
  #running = false;
  #callOff: (() => void) | null = null;
  #state: SaveState = { kind: 'saved' };
  readonly #listeners = new Set<() => void>();

  constructor(parts: AutosaveParts) {
    this.#parts = parts;
    this.#revision = parts.revision;
  }

  readonly state = (): SaveState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  change(deck: Deck): void {
    this.#waiting = deck;
    if (this.#state.kind === 'stale') return;
    if (!this.#running) this.#show({ kind: 'changed' });
    this.#callOff?.();
    this.#callOff = this.#parts.later(() => void this.flush());
  }

  /** Saves what is waiting now. */
  async flush(): Promise<void> {
    this.#callOff?.();
    this.#callOff = null;
    const deck = this.#waiting;
    if (deck === null || this.#running || this.#state.kind === 'stale') return;
    this.#waiting = null;
    this.#running = true;
    this.#show({ kind: 'saving' });
    const answer = await this.#parts.save(deck, this.#revision);
    this.#running = false;
    if (answer.ok) {
      this.#revision = answer.value.revision;
      if (this.#waiting === null) this.#show({ kind: 'saved' });
      else await this.flush();
      return;
    }
    this.#waiting ??= deck;
    const { refusal } = answer;
    this.#show({ kind: refusal.code === 'stale' ? 'stale' : 'failed', refusal });
  }

  /** Leaves what is stored elsewhere behind: the next save goes over that revision. */
  async overwrite(revision: number): Promise<void> {
    this.#revision = revision;
    this.#show({ kind: 'changed' });
    await this.flush();
  }

  #show(state: SaveState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
