/** Who is connected to which session, with several tabs of one person counted once. */
import type { Place, Presence } from './audience.ts';

export class Crowd {
  readonly #sessions = new Map<string, Map<string, Place>>();

  /** `socket` is the connection's id. */
  enter(sessionId: string, socket: string, place: Place): void {
    const sockets = this.#sessions.get(sessionId) ?? new Map<string, Place>();
    this.#sessions.set(sessionId, sockets);
    sockets.set(socket, place);
  }

  leave(sessionId: string, socket: string): void {
    const sockets = this.#sessions.get(sessionId);
    sockets?.delete(socket);
    if (sockets?.size === 0) this.#sessions.delete(sessionId);
  }

  connections(sessionId: string): number {
    return this.#sessions.get(sessionId)?.size ?? 0;
  }

  presence(sessionId: string): Presence {
    const members = new Map<string, 'teacher' | 'student'>();
    let viewers = 0;
    for (const place of this.#sessions.get(sessionId)?.values() ?? []) {
      if (place.role === 'viewer') viewers++;
      else members.set(place.id, place.role);
    }
    return { members, viewers };
  }
}
