/** How far each session's answers are marked: told to all of it a few times a second, and to whoever comes meanwhile. */
import type { Server } from 'socket.io';
import type { Judging } from '../../classroom/protocol/messages.ts';
import { presentRooms } from './audience.ts';
import { Soon } from './soon.ts';
import { Stage } from './stage.ts';

const EVERY = 200;

export class Judgings {
  readonly #stage = new Stage<Judging>();
  readonly #soon: Soon;

  readonly #announce: (sessionId: string) => void;

  constructor(io: Server) {
    this.#announce = (sessionId) => {
      io.to(presentRooms(sessionId)).emit('judging', { judging: this.#stage.shown(sessionId) });
    };
    this.#soon = new Soon(this.#announce, EVERY);
  }

  shown(sessionId: string): Judging | null {
    return this.#stage.shown(sessionId);
  }

  show(sessionId: string, judging: Judging | null): void {
    // That it begins and that it is over is told at once.
    const atOnce = judging === null || this.#stage.shown(sessionId) === null;
    this.#stage.show(sessionId, judging);
    if (atOnce) this.#announce(sessionId);
    else this.#soon.changed(sessionId);
  }

  close(): void {
    this.#soon.close();
  }
}
