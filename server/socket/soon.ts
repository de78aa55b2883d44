/** Tells a session something that changes often (who is connected, how far the marking is): soon, and once for many. */

export class Soon {
  readonly #announce: (sessionId: string) => void;
  readonly #every: number;
  readonly #pending = new Map<string, NodeJS.Timeout>();

  /** `every`: milliseconds between two announcements to a session. */
  constructor(announce: (sessionId: string) => void, every: number) {
    this.#announce = announce;
    this.#every = every;
  }

  changed(sessionId: string): void {
    if (this.#pending.has(sessionId)) return;
    const timer = setTimeout(() => {
      this.#pending.delete(sessionId);
      this.#announce(sessionId);
    }, this.#every);
    timer.unref();
    this.#pending.set(sessionId, timer);
  }

  close(): void {
    for (const timer of this.#pending.values()) clearTimeout(timer);
    this.#pending.clear();
  }
}
