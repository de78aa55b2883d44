/** A real server on a free port with a real database in a temporary folder, and people who use it as browsers do. */
import { join } from 'node:path';
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, inject, onTestFinished } from 'vitest';
import { z } from 'zod';
import type { Command } from '../../classroom/protocol/command.ts';
import { type Entry, entrySchema } from '../../classroom/protocol/entry.ts';
import { ackSchema, resyncAckSchema } from '../../classroom/protocol/messages.ts';
import { refusalSchema } from '../../classroom/protocol/refusal.ts';
import { wireVersion } from '../../classroom/protocol/version.ts';
import { createLog } from '../../server/log.ts';
import { type RunningServer, startServer } from '../../server/server.ts';
import { type Installation, openInstallation } from '../../server/start/installation.ts';
import { copyDatabase } from '../databaseTemplate.ts';
import { freshDatabase, postgresIsGiven } from '../postgres.ts';
import { type AtEnd, temporaryFolder } from './folders.ts';

export interface TestServer {
  readonly url: string;
  readonly server: RunningServer;
  readonly installation: Installation;
  /** Stops and starts again on the same folder and database; `url` of the new one. */
  restart(): Promise<TestServer>;
  stop(): Promise<void>;
}

/** A server for one test. */
export async function testServer(): Promise<TestServer> {
  return newServer(onTestFinished);
}

/** One server for all tests of a file, since starting a database takes seconds; each test has lessons of its own. */
export function serverOfThisFile(): () => TestServer {
  let server: TestServer | null = null;
  const endings: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    server = await newServer((work) => void endings.push(work));
  });
  afterAll(async () => {
    for (const work of endings.toReversed()) await work();
  });
  return () => {
    if (server === null) throw new Error('no server yet');
    return server;
  };
}

async function newServer(atEnd: AtEnd): Promise<TestServer> {
  const dataDir = await temporaryFolder(atEnd);
  let databaseUrl: string | null = null;
  if (postgresIsGiven()) {
    const fresh = await freshDatabase();
    atEnd(fresh.drop);
    databaseUrl = fresh.url;
  } else await copyDatabase(inject('templates'), join(dataDir, 'db'));
  return serve(dataDir, databaseUrl, atEnd);
}

async function serve(dataDir: string, databaseUrl: string | null, atEnd: AtEnd): Promise<TestServer> {
  const installation = await openInstallation({ dataDir, databaseUrl });
  const server = await startServer(
    {
      database: installation.database,
      signingKey: installation.signingKey,
      pages: {
        async handle(_request, response) {
          response.statusCode = 404;
          response.end('no pages here');
        },
      },
      log: createLog('silent'),
      publicUrl: null,
      inlineScripts: { mode: 'production', hashes: [] },
    },
    0,
    '127.0.0.1',
  );
  let running = true;
  const stop = async () => {
    if (!running) return;
    running = false;
    await server.stop();
    await installation.close();
  };
  atEnd(stop);
  return {
    url: `http://127.0.0.1:${server.port}`,
    server,
    installation,
    stop,
    async restart() {
      await stop();
      return serve(dataDir, databaseUrl, atEnd);
    },
  };
}

/** Somebody with a browser: keeps cookies. */
export class Person {
  readonly url: string;
  #cookies = new Map<string, string>();

  constructor(url: string) {
    this.url = url;
  }

  /** The same browser, at a server that has moved. */
  at(url: string): Person {
    const moved = new Person(url);
    moved.#cookies = new Map(this.#cookies);
    return moved;
  }

  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async request(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<{ status: number; headers: Headers; text: string; json(): unknown }> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      redirect: 'manual',
      headers: { Cookie: this.cookie, ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: () => JSON.parse(text) };
  }
}

const createdShape = z.object({ id: z.string(), code: z.string() });
const joinedShape = z.object({ session: z.string(), member: z.string() });

export interface Lesson {
  readonly teacher: Person;
  readonly classroom: string;
  readonly code: string;
  readonly session: string;
}

const teachers = new WeakMap<TestServer, Promise<Person>>();

/** The teacher's browser; the link works once, so it is the same one for every caller. */
export function signedInTeacher(server: TestServer): Promise<Person> {
  const known = teachers.get(server) ?? signIn(server);
  teachers.set(server, known);
  return known;
}

async function signIn({ url, installation }: TestServer): Promise<Person> {
  const teacher = new Person(url);
  const answer = await teacher.request('GET', `/api/sign-in?token=${installation.signInToken}`);
  if (answer.status !== 303) throw new Error(`sign-in answered ${answer.status}`);
  return teacher;
}

/** A new classroom with a running lesson. */
export async function startLesson(server: TestServer): Promise<Lesson> {
  const teacher = await signedInTeacher(server);
  const made = createdShape.parse(
    (await teacher.request('POST', '/api/classrooms', { name: 'Class 10b' })).json(),
  );
  const started = createdShape.parse(
    (await teacher.request('POST', `/api/classrooms/${made.id}/sessions`)).json(),
  );
  return { teacher, classroom: made.id, code: made.code, session: started.id };
}

export async function joined(url: string, code: string, nickname: string, person = new Person(url)) {
  const answer = await person.request('POST', '/api/join', { code, nickname });
  return { person, member: joinedShape.parse(answer.json()).member };
}

/** One open tab. */
export class Tab {
  readonly socket: Socket;
  /** Every entry that arrived, in order. */
  readonly entries: Entry[] = [];
  readonly told: string[] = [];
  #waiting: (() => void)[] = [];

  private constructor(socket: Socket) {
    this.socket = socket;
    socket.on('entry', (raw: unknown) => {
      this.entries.push(entrySchema.parse(raw));
      this.#wake();
    });
    socket.onAny((event: string) => {
      this.told.push(event);
      this.#wake();
    });
    socket.on('disconnect', () => {
      this.told.push('disconnect');
      this.#wake();
    });
  }

  /** Connects and takes its first snapshot. Rejects with the refusal's code. */
  static async open(person: Person, code: string, as: 'member' | 'viewer' = 'member'): Promise<Tab> {
    const tab = await Tab.knock(person, { code, as, wire: wireVersion });
    await tab.resync(0);
    return tab;
  }

  static async knock(person: Person, auth: Record<string, unknown>): Promise<Tab> {
    const socket = io(person.url, {
      auth,
      reconnection: false,
      forceNew: true,
      transports: ['websocket'],
      extraHeaders: { Cookie: person.cookie },
    });
    onTestFinished(() => void socket.disconnect());
    const tab = new Tab(socket);
    await new Promise<void>((done, refused) => {
      socket.once('connect', done);
      socket.once('connect_error', (error) => {
        const refusal = refusalSchema.safeParse('data' in error ? error.data : undefined);
        refused(refusal.success ? new Error(refusal.data.code) : error);
      });
    });
    return tab;
  }

  async emit(event: string, ...frame: unknown[]): Promise<unknown> {
    const answer: unknown = await this.socket.timeout(20_000).emitWithAck(event, ...frame);
    return answer;
  }

  async command(command: Command | Record<string, unknown>) {
    return ackSchema.parse(await this.emit('command', command));
  }

  /** Seq of the entry, or the code of the refusal. */
  async send(command: Command | Record<string, unknown>): Promise<number | string> {
    const answer = await this.command(command);
    return answer.ok ? answer.seq : answer.refusal.code;
  }

  run(source: string, id = newCommandId()): Promise<number | string> {
    return this.send({ id, kind: 'run', source });
  }

  async resync(since: number) {
    const answer = resyncAckSchema.parse(await this.emit('resync', { since }));
    if (!answer.ok) throw new Error(answer.refusal.code);
    return answer;
  }

  /** Waits until something has arrived that makes `ready` true. */
  async until(ready: () => boolean): Promise<void> {
    while (!ready()) await new Promise<void>((wake) => this.#waiting.push(wake));
  }

  async entry(seq: number): Promise<Entry> {
    await this.until(() => this.entries.some((entry) => entry.seq === seq));
    const found = this.entries.find((entry) => entry.seq === seq);
    if (found === undefined) throw new Error(`no entry ${seq}`);
    return found;
  }

  #wake(): void {
    for (const wake of this.#waiting.splice(0)) wake();
  }
}

let commands = 0;

export function newCommandId(): string {
  return `command-${++commands}`;
}
