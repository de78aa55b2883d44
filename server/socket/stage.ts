/**
 * What the teacher of each session shows at the moment (where the player stands, what projectors follow), for those
 * who come later: in memory only, for as long as anybody is connected.
 */
export class Stage<T> {
  readonly #shown = new Map<string, T>();

  shown(sessionId: string): T | null {
    return this.#shown.get(sessionId) ?? null;
  }

  show(sessionId: string, what: T | null): void {
    if (what === null) this.#shown.delete(sessionId);
    else this.#shown.set(sessionId, what);
  }
}
