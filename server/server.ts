/**
 * The whole server but Next: HTTP routes, sockets and rooms on one port. Pages are a function that is passed in, so
 * that tests run everything else with real sockets and without a build.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { nanoid } from 'nanoid';
import { StartError } from './config.ts';
import type { Database } from './database/open.ts';
import type { Context } from './http/context.ts';
import { LANGUAGE_HEADER, languageOf } from './http/language.ts';
import { createRouter } from './http/router.ts';
import { classroomRoutes } from './http/routes/classrooms.ts';
import { deckRoutes } from './http/routes/decks.ts';
import { joiningRoutes } from './http/routes/joining.ts';
import { reviewRoutes } from './http/routes/reviews.ts';
import { sessionRoutes } from './http/routes/sessions.ts';
import { signInRoutes } from './http/routes/signIn.ts';
import { type InlineScripts, secure } from './http/security.ts';
import { clearCookie, makeCookie, requesterOf } from './identity/cookies.ts';
import type { Log } from './log.ts';
import { Rooms } from './rooms/rooms.ts';
import { socketAudience } from './socket/audience.ts';
import { Crowd } from './socket/crowd.ts';
import { createSocketServer, openDoor, SOCKET_PATH } from './socket/door.ts';
import { Judgings } from './socket/judgings.ts';
import { createLimits } from './socket/limits.ts';
import { Store } from './store/store.ts';

export interface Pages {
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** For reloading in development; without it, upgrades other than our sockets' are cut. */
  upgrade?(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void>;
}

export interface ServerParts {
  readonly database: Database;
  readonly signingKey: Uint8Array;
  readonly pages: Pages;
  readonly log: Log;
  readonly publicUrl: string | null;
  readonly inlineScripts: InlineScripts;
  /** Milliseconds without a connection after which a room leaves memory. */
  readonly emptyFor?: number;
  readonly now?: () => number;
}

export interface RunningServer {
  readonly port: number;
  readonly rooms: Rooms;
  /** Tells clients, carries out what is queued, leaves snapshots, closes the port. The database stays open. */
  stop(): Promise<void>;
}

const EMPTY_FOR = 60_000;

export async function startServer(parts: ServerParts, port: number, host: string): Promise<RunningServer> {
  const { database, signingKey, pages, log, publicUrl } = parts;
  const { client } = database;
  const now = parts.now ?? Date.now;
  const limits = createLimits();
  const store = new Store(client);
  const crowd = new Crowd();

  const http = createServer((request, response) => {
    secure(request, response, parts.inlineScripts);
    // Overwritten, whatever the client sent.
    request.headers[LANGUAGE_HEADER] = languageOf(request.headers);
    response.setHeader('Vary', 'Cookie, Accept-Language');
    route(request, response)
      .then((answered) => (answered ? undefined : pages.handle(request, response)))
      .catch((error: unknown) => {
        log.error({ err: error }, 'page failed');
        if (!response.headersSent) response.statusCode = 500;
        response.end();
      });
  });
  const io = createSocketServer(http, publicUrl);
  const judgings = new Judgings(io);
  const rooms = new Rooms({
    store,
    log,
    now,
    ticks: () => performance.now(),
    newId: () => nanoid(10),
    emptyFor: parts.emptyFor ?? EMPTY_FOR,
    audienceOf: (sessionId) =>
      socketAudience(
        io,
        sessionId,
        () => crowd.presence(sessionId),
        (judging) => judgings.show(sessionId, judging),
      ),
    connections: (sessionId) => crowd.connections(sessionId),
  });

  const requester = (cookies: string | undefined) => requesterOf(cookies, signingKey);
  const isSecure = (request: IncomingMessage) =>
    publicUrl?.startsWith('https:') === true || request.headers['x-forwarded-proto'] === 'https';
  const context: Context = {
    client,
    rooms,
    store,
    limits,
    now,
    requester,
    cookie: (kind, id, incoming) => makeCookie(kind, id, signingKey, isSecure(incoming)),
    clearedCookie: (kind, incoming) => clearCookie(kind, isSecure(incoming)),
  };
  const route = createRouter(
    [
      ...signInRoutes(context),
      ...classroomRoutes(context),
      ...deckRoutes(context),
      ...joiningRoutes(context),
      ...sessionRoutes(context),
      ...reviewRoutes(context),
    ],
    log,
    publicUrl,
  );
  const closeDoor = openDoor(io, rooms, { client, crowd, judgings, limits, log, publicUrl, requester });

  // The HTTP server forgets connections that were upgraded, and closing it would wait for them for ever.
  const pageSockets = new Set<Duplex>();
  http.on('upgrade', (request, socket, head) => {
    if (request.url?.startsWith(`${SOCKET_PATH}/`) === true) return;
    if (pages.upgrade === undefined) {
      socket.destroy();
      return;
    }
    pageSockets.add(socket);
    socket.once('close', () => pageSockets.delete(socket));
    pages.upgrade(request, socket, head).catch(() => socket.destroy());
  });

  await new Promise<void>((done, failed) => {
    http.once('error', (error) => failed(portError(error, port, host)));
    http.listen(port, host, done);
  });
  return {
    port: portOf(http.address()),
    rooms,
    async stop() {
      io.emit('restarting');
      closeDoor();
      judgings.close();
      await rooms.close();
      // Also closes the HTTP server, once its connections are gone.
      const closed = io.close();
      http.closeAllConnections();
      for (const socket of pageSockets) socket.destroy();
      await closed;
    },
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('listening on no port');
  return address.port;
}

function portError(error: Error, port: number, host: string): Error {
  const code = 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return new StartError(
      `Port ${port} is in use by another program. Stop that one, or choose another port: PORT=${port + 1} npm start`,
    );
  }
  if (code === 'EACCES') {
    return new StartError(
      `Port ${port} needs special rights here. Choose one above 1023: PORT=3000 npm start`,
    );
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new StartError(
      `HOST=${host} is not an address of this machine. Leave it out to listen on all of them.`,
    );
  }
  return error;
}
