/**
 * The server's own routes under `/api/`: JSON in and out, each body through one strict schema, errors as
 * `{error: code, message}` with a code of the closed list. Nothing here knows what the routes do.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type Refusal, type RefusalCode, refuse } from '../../classroom/protocol/refusal.ts';
import type { Log } from '../log.ts';
import { sameOrigin } from './origin.ts';

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  /** JSON unless `html` is given. */
  readonly body?: unknown;
  readonly html?: string;
  readonly stream?: Streamed;
}

/** A long answer, made while it is sent; gzipped where the client takes that. */
export interface Streamed {
  readonly type: string;
  /** Kept under this name instead of being shown. */
  readonly fileName?: string;
  readonly chunks: AsyncIterable<string | Uint8Array>;
}

export interface Request {
  readonly incoming: IncomingMessage;
  readonly url: URL;
  /** The `:name` parts of the pattern. */
  readonly params: ReadonlyMap<string, string>;
  /** The parsed JSON body, or undefined where there is none. */
  readonly body: unknown;
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** For instance `/api/sessions/:id/log`. */
  readonly pattern: string;
  /** Bytes that a body may have, where that is another number than usual. */
  readonly largest?: number;
  handle(request: Request): Promise<Reply>;
}

const LARGEST_BODY = 64 * 1024;

const STATUS: Partial<Record<RefusalCode, number>> = {
  notSignedIn: 401,
  badToken: 403,
  wrongOrigin: 403,
  notAllowed: 403,
  removed: 403,
  notMember: 403,
  notFound: 404,
  unknownCode: 404,
  unknownEvent: 404,
  noSession: 409,
  sessionEnded: 409,
  classFull: 409,
  stale: 409,
  locked: 409,
  tooLarge: 413,
  tooFast: 429,
  engineFault: 500,
  notSaved: 503,
  restarting: 503,
};

export function json(status: number, body: unknown, headers: Reply['headers'] = {}): Reply {
  return { status, body, headers };
}

export function refusalReply(refusal: Refusal): Reply {
  return json(STATUS[refusal.code] ?? 400, { error: refusal.code, message: refusal.message });
}

/** A function that answers what lies under `/api/` and returns false for everything else. */
export function createRouter(routes: readonly Route[], log: Log, publicUrl: string | null) {
  const compiled = routes.map((route) => ({ route, parts: route.pattern.split('/') }));

  return async (incoming: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const url = new URL(incoming.url ?? '/', 'http://local');
    if (url.pathname !== '/api' && !url.pathname.startsWith('/api/')) return false;
    try {
      const reply = await answer(incoming, url);
      if (reply.stream === undefined) send(response, reply);
      else await sendStream(incoming, response, reply, reply.stream);
    } catch (error) {
      log.error({ err: error, path: url.pathname }, 'request failed');
      if (response.headersSent) response.destroy();
      else send(response, refusalReply(refuse('engineFault', 'The server failed on this request.')));
    }
    return true;
  };

  async function answer(incoming: IncomingMessage, url: URL): Promise<Reply> {
    const found = compiled.flatMap(({ route, parts }) => {
      const params = match(parts, url.pathname);
      return params === null ? [] : [{ route, params }];
    });
    if (found.length === 0) return refusalReply(refuse('notFound'));
    const method = incoming.method ?? 'GET';
    const chosen = found.find(({ route }) => route.method === method);
    if (chosen === undefined) {
      const allow = found.map(({ route }) => route.method).join(', ');
      return json(405, { error: 'notFound', message: `Use ${allow} here.` }, { Allow: allow });
    }
    if (method !== 'GET' && !sameOrigin(incoming.headers, publicUrl))
      return refusalReply(refuse('wrongOrigin'));
    const body = await readBody(incoming, chosen.route.largest ?? LARGEST_BODY);
    if (!body.ok) return refusalReply(body.refusal);
    return chosen.route.handle({ incoming, url, params: chosen.params, body: body.value });
  }
}

function match(parts: readonly string[], path: string): Map<string, string> | null {
  const given = path.split('/');
  if (given.length !== parts.length) return null;
  const params = new Map<string, string>();
  for (const [index, part] of parts.entries()) {
    const value = given[index] ?? '';
    if (part.startsWith(':') && value !== '') params.set(part.slice(1), value);
    else if (part !== value) return null;
  }
  return params;
}

async function readBody(
  incoming: IncomingMessage,
  largest: number,
): Promise<{ ok: true; value: unknown } | { ok: false; refusal: Refusal }> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    size += bytes.length;
    // The rest is read and thrown away, so that the client gets an answer and not a broken connection.
    if (size <= largest) chunks.push(bytes);
    if (size > 64 * largest) break;
  }
  if (size > largest) return { ok: false, refusal: refuse('tooLarge') };
  if (size === 0) return { ok: true, value: undefined };
  try {
    const value: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    return { ok: true, value };
  } catch {
    return { ok: false, refusal: refuse('badShape') };
  }
}

function begin(response: ServerResponse, reply: Reply): void {
  response.statusCode = reply.status;
  response.setHeader('Cache-Control', 'no-store');
  for (const [name, value] of Object.entries(reply.headers ?? {})) {
    response.setHeader(name, typeof value === 'string' ? value : [...value]);
  }
}

async function sendStream(
  incoming: IncomingMessage,
  response: ServerResponse,
  reply: Reply,
  { type, fileName, chunks }: Streamed,
): Promise<void> {
  begin(response, reply);
  response.setHeader('Content-Type', type);
  if (fileName !== undefined) {
    const ascii = fileName.replace(/[^\w.-]+/g, '-');
    response.setHeader(
      'Content-Disposition',
      `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    );
  }
  const source = Readable.from(chunks);
  try {
    if (/\bgzip\b/.test(String(incoming.headers['accept-encoding'] ?? ''))) {
      response.setHeader('Content-Encoding', 'gzip');
      await pipeline(source, createGzip({ level: 4 }), response);
    } else {
      await pipeline(source, response);
    }
  } catch (error) {
    // Whoever asked has gone: nobody is left to be told.
    if (
      !response.destroyed ||
      !(error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE')
    )
      throw error;
  }
}

function send(response: ServerResponse, reply: Reply): void {
  begin(response, reply);
  if (reply.html !== undefined) {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(reply.html);
  } else if (reply.body !== undefined) {
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    response.end(JSON.stringify(reply.body));
  } else {
    response.end();
  }
}
