/** The rooms of this process. A room is made when somebody needs it and let go when nobody has been in it for a while. */

import type { Audience } from './audience.ts';
import { Room, type RoomParts } from './room.ts';

export interface RoomsParts extends Omit<RoomParts, 'sessionId' | 'audience'> {
  audienceOf(sessionId: string): Audience;
  /** Connections to this session right now. */
  connections(sessionId: string): number;
  /** Milliseconds without a connection after which a room leaves memory. */
  readonly emptyFor: number;
}

export class Rooms {
  readonly #parts: RoomsParts;
  readonly #rooms = new Map<string, Room>();
  readonly #leaving = new Map<string, Promise<void>>();
  readonly #timers = new Map<string, NodeJS.Timeout>();
  #closed = false;

  constructor(parts: RoomsParts) {
    this.#parts = parts;
  }

  get open(): number {
    return this.#rooms.size;
  }

  /** The room of a session. Waits for one that is just being let go, so that there are never two of them. */
  async get(sessionId: string): Promise<Room> {
    await this.#leaving.get(sessionId);
    if (this.#closed) throw new Error('the server is stopping');
    const found = this.#rooms.get(sessionId);
    if (found !== undefined) return found;
    const { audienceOf, connections: _, emptyFor: __, ...parts } = this.#parts;
    const room = new Room({ ...parts, sessionId, audience: audienceOf(sessionId) });
    this.#rooms.set(sessionId, room);
    this.touch(sessionId);
    return room;
  }

  /** Somebody came or went: starts anew to wait for emptiness. */
  touch(sessionId: string): void {
    clearTimeout(this.#timers.get(sessionId));
    this.#timers.delete(sessionId);
    if (this.#closed || !this.#rooms.has(sessionId)) return;
    const timer = setTimeout(() => void this.evictIfEmpty(sessionId), this.#parts.emptyFor);
    timer.unref();
    this.#timers.set(sessionId, timer);
  }

  async evictIfEmpty(sessionId: string): Promise<void> {
    const room = this.#rooms.get(sessionId);
    if (room === undefined) return;
    if (this.#parts.connections(sessionId) > 0 || !room.idle) {
      this.touch(sessionId);
      return;
    }
    await this.evict(sessionId);
  }

  /** Lets a room go, for instance before its session is deleted. */
  async evict(sessionId: string): Promise<void> {
    const room = this.#rooms.get(sessionId);
    if (room === undefined) return this.#leaving.get(sessionId);
    this.#rooms.delete(sessionId);
    clearTimeout(this.#timers.get(sessionId));
    this.#timers.delete(sessionId);
    const leaving = room.close().finally(() => this.#leaving.delete(sessionId));
    this.#leaving.set(sessionId, leaving);
    await leaving;
  }

  /** For a session that is about to be deleted: its people are told that it is over, and its room goes. */
  async discard(sessionId: string): Promise<void> {
    this.#parts.audienceOf(sessionId).ended();
    await this.evict(sessionId);
  }

  /** Carries out what is queued in every room and leaves snapshots. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#rooms.keys()].map((sessionId) => this.evict(sessionId)));
    await Promise.all(this.#leaving.values());
  }
}
