/** Tells a session who is connected: soon, but once for a whole class that comes in together. */

export class Roster {
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
