/**
 * Something that the teacher shows to everybody and the server only passes on: where the player stands, what projectors
 * follow. It is no entry, so a server that has restarted knows nothing of it, and is told again by whoever leads.
 */
export interface ShownParts<T> {
  /** Milliseconds between two tellings: a slider that is dragged moves faster. */
  readonly pause: number;
  readonly later: (work: () => void, milliseconds: number) => void;
  /** Tells the server; false where it refused for good. Without a connection nobody follows, which is no refusal. */
  readonly tell: (value: T | null) => Promise<boolean>;
  readonly leads: () => boolean;
  readonly changed: () => void;
}

export class ShownToAll<T> {
  readonly #parts: ShownParts<T>;
  #value: T | null = null;
  /** The server has said what it knows since this connection was made. */
  #greeted = false;
  /** Something waits a moment, in case more follows. */
  #due = false;

  constructor(parts: ShownParts<T>) {
    this.#parts = parts;
  }

  get value(): T | null {
    return this.#value;
  }

  connected(): void {
    this.#greeted = false;
  }

  /** What the server says. */
  heard(value: T | null): void {
    const greeting = !this.#greeted;
    this.#greeted = true;
    if (greeting && value === null && this.#value !== null && this.#parts.leads()) {
      this.show(this.#value);
      return;
    }
    this.#value = value;
    this.#parts.changed();
  }

  show(value: T | null): void {
    this.#value = value;
    this.#parts.changed();
    if (this.#due) return;
    this.#due = true;
    this.#parts.later(() => void this.#tell(), this.#parts.pause);
  }

  async #tell(): Promise<void> {
    const told = this.#value;
    const taken = await this.#parts.tell(told);
    this.#due = false;
    if (!taken) this.#value = null;
    if (this.#value !== told) this.show(this.#value);
    this.#parts.changed();
  }
}
