/** Where the player of each session stands: in memory only, for as long as anybody is connected. */
import type { PlayerPosition } from '../../classroom/protocol/messages.ts';

export class Stage {
  readonly #positions = new Map<string, PlayerPosition>();

  position(sessionId: string): PlayerPosition | null {
    return this.#positions.get(sessionId) ?? null;
  }

  move(sessionId: string, position: PlayerPosition | null): void {
    if (position === null) this.#positions.delete(sessionId);
    else this.#positions.set(sessionId, position);
  }
}
