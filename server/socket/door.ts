/**
 * The socket door. Everything a client sends is checked in this order: known event, rate, shape; only then does it
 * reach a room. Whatever happens, the client's acknowledgement is answered, with a code from the closed list.
 */
import type { Server as HttpServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import { refuseLead, refusePlayer } from '../../classroom/player.ts';
import {
  CLIENT_EVENTS,
  type Focus,
  focusFrameSchema,
  type PlayerPosition,
  pastSchema,
  playerSchema,
  presenceSchema,
  resyncSchema,
} from '../../classroom/protocol/messages.ts';
import { type Refusal, refuse } from '../../classroom/protocol/refusal.ts';
import type { PrismaClient } from '../../prisma/client/client.ts';
import { sameOrigin } from '../http/origin.ts';
import type { Requester } from '../identity/cookies.ts';
import type { Log } from '../log.ts';
import type { Rooms } from '../rooms/rooms.ts';
import { listeningRooms, type Place, presentRooms, wallRoom } from './audience.ts';
import type { Crowd } from './crowd.ts';
import { admit } from './doorkeeper.ts';
import { ackOf, MAX_HTTP_BUFFER, parseCommand, parseWith } from './frames.ts';
import type { Judgings } from './judgings.ts';
import { type Limits, within } from './limits.ts';
import { Soon } from './soon.ts';
import { Stage } from './stage.ts';

export const SOCKET_PATH = '/socket.io';
const ROSTER_EVERY = 300;

export interface DoorParts {
  readonly client: PrismaClient;
  readonly crowd: Crowd;
  readonly judgings: Judgings;
  readonly limits: Limits;
  readonly log: Log;
  readonly publicUrl: string | null;
  requester(cookieHeader: string | undefined): Promise<Requester>;
}

/** Socket.IO on this HTTP server; other upgrades (Next's reloading in development) are left alone. */
export function createSocketServer(http: HttpServer, publicUrl: string | null): Server {
  return new Server(http, {
    path: SOCKET_PATH,
    serveClient: false,
    destroyUpgrade: false,
    maxHttpBufferSize: MAX_HTTP_BUFFER,
    perMessageDeflate: { threshold: 1024 },
    allowRequest: (request, answer) => answer(null, sameOrigin(request.headers, publicUrl)),
  });
}

/** Lets people in and answers them. Returns what stops the door's own timers. */
export function openDoor(io: Server, rooms: Rooms, parts: DoorParts): () => void {
  const { crowd } = parts;
  const roster = new Soon((sessionId) => {
    const { members, viewers } = crowd.presence(sessionId);
    io.to(presentRooms(sessionId)).emit('roster', { connected: [...members.keys()], viewers });
  }, ROSTER_EVERY);

  const stage = new Stage<PlayerPosition>();
  const focuses = new Stage<Focus>();
  const moveStage = (sessionId: string, position: PlayerPosition | null, by: Socket) => {
    stage.show(sessionId, position);
    by.to(presentRooms(sessionId)).emit('player', { position });
  };

  const admitted = new WeakMap<Socket, { sessionId: string; place: Place }>();
  io.use((socket, next) => {
    knock(socket).then(
      (refusal) => next(refusal === null ? undefined : refusalError(refusal)),
      (error: unknown) => {
        parts.log.error({ err: error }, 'admission failed');
        next(refusalError(refuse('engineFault')));
      },
    );
  });

  async function knock(socket: Socket): Promise<Refusal | null> {
    const requester = await parts.requester(socket.handshake.headers.cookie);
    const key = requester.teacherId ?? requester.person ?? socket.handshake.address;
    if (!(await within(parts.limits.connect, key))) return refuse('tooFast');
    const admission = await admit(parts.client, rooms, socket.handshake.auth, requester);
    if (!admission.ok) return admission.refusal;
    admitted.set(socket, admission);
    return null;
  }

  io.on('connection', (socket) => {
    const admission = admitted.get(socket);
    if (admission === undefined) {
      socket.disconnect(true);
      return;
    }
    const { sessionId, place } = admission;
    crowd.enter(sessionId, socket.id, place);
    void socket.join(presentRooms(sessionId));
    rooms.touch(sessionId);
    roster.changed(sessionId);
    socket.emit('player', { position: stage.shown(sessionId) });
    socket.emit('judging', { judging: parts.judgings.shown(sessionId) });
    if (place.role !== 'student') {
      void socket.join(wallRoom(sessionId));
      socket.emit('focus', { focus: focuses.shown(sessionId) });
    }
    socket.on('disconnect', () => {
      crowd.leave(sessionId, socket.id);
      if (crowd.connections(sessionId) === 0) {
        stage.show(sessionId, null);
        focuses.show(sessionId, null);
      }
      rooms.touch(sessionId);
      roster.changed(sessionId);
    });
    serve(socket, sessionId, place);
  });

  function serve(socket: Socket, sessionId: string, place: Place): void {
    const key = place.role === 'viewer' ? socket.id : `${sessionId}/${place.id}`;

    socket.use(([event, ...args], next) => {
      if (CLIENT_EVENTS.some((known) => known === event)) next();
      else ackOf(args)?.({ ok: false, refusal: refuse('unknownEvent') });
    });

    const answered = (
      event: string,
      handle: (frame: unknown, ack: (answer: unknown) => void) => Promise<void>,
    ) => {
      socket.on(event, (...args: unknown[]) => {
        const ack = ackOf(args) ?? (() => {});
        handle(args.length > 0 && typeof args[0] !== 'function' ? args[0] : undefined, ack).catch(
          (error: unknown) => {
            parts.log.error({ err: error, session: sessionId, event }, 'event failed');
            ack({ ok: false, refusal: refuse('engineFault') });
          },
        );
      });
    };

    answered('command', async (frame, ack) => {
      if (!(await within(parts.limits.command, key))) return ack({ ok: false, refusal: refuse('tooFast') });
      const command = parseCommand(frame);
      if (!command.ok) return ack(command);
      const room = await rooms.get(sessionId);
      const answer = await room.submit(place, command.value);
      const over = command.value.kind === 'challenge.open' || command.value.kind === 'end';
      if (answer.ok && over && stage.shown(sessionId) !== null) {
        moveStage(sessionId, null, socket);
        socket.emit('player', { position: null });
      }
      ack(answer);
    });

    answered('resync', async (frame, ack) => {
      if (!(await within(parts.limits.resync, key))) return ack({ ok: false, refusal: refuse('tooFast') });
      const asked = parseWith(resyncSchema, frame);
      if (!asked.ok) return ack(asked);
      const room = await rooms.get(sessionId);
      const me = place.role === 'viewer' ? null : place.id;
      await room.resync(place, asked.value.since, (lacking) => {
        void socket.join(listeningRooms(sessionId, place));
        ack({ ok: true, me, now: Date.now(), ...lacking });
      });
    });

    answered('past', async (frame, ack) => {
      if (!(await within(parts.limits.resync, key))) return ack({ ok: false, refusal: refuse('tooFast') });
      const asked = parseWith(pastSchema, frame);
      if (!asked.ok) return ack(asked);
      const room = await rooms.get(sessionId);
      ack({ ok: true, entries: await room.past(place, asked.value.upTo) });
    });

    answered('player', async (frame, ack) => {
      if (!(await within(parts.limits.presence, key))) return ack({ ok: false, refusal: refuse('tooFast') });
      const asked = parseWith(playerSchema, frame);
      if (!asked.ok) return ack(asked);
      const room = await rooms.get(sessionId);
      const { state } = await room.look(null);
      const { position } = asked.value;
      const refusal = refusePlayer(state, place, position);
      if (refusal !== null) return ack({ ok: false, refusal });
      moveStage(sessionId, position, socket);
      ack({ ok: true });
    });

    answered('focus', async (frame, ack) => {
      if (!(await within(parts.limits.presence, key))) return ack({ ok: false, refusal: refuse('tooFast') });
      const asked = parseWith(focusFrameSchema, frame);
      if (!asked.ok) return ack(asked);
      const room = await rooms.get(sessionId);
      const refusal = refuseLead((await room.look(null)).state, place);
      if (refusal !== null) return ack({ ok: false, refusal });
      focuses.show(sessionId, asked.value.focus);
      socket.to(wallRoom(sessionId)).emit('focus', asked.value);
      ack({ ok: true });
    });

    answered('presence', async (frame, ack) => {
      if (!(await within(parts.limits.presence, key))) return ack({ ok: false, refusal: refuse('tooFast') });
      const presence = parseWith(presenceSchema, frame);
      if (!presence.ok) return ack(presence);
      if (place.role === 'viewer') return ack({ ok: false, refusal: refuse('viewOnly') });
      socket.volatile.to(presentRooms(sessionId)).emit('presence', { member: place.id, ...presence.value });
      ack({ ok: true });
    });
  }

  return () => roster.close();
}

/** What the client finds as `connect_error` with the refusal in `data`. */
function refusalError(refusal: Refusal): Error {
  return Object.assign(new Error(refusal.message), { data: refusal });
}
