/**
 * `test` for journeys: a Heaproom of its own for each test file's worker, started as a user starts it, on a free port
 * with an empty data folder (and an empty database, where DATABASE_URL names a Postgres server).
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as base } from '@playwright/test';
import { freshDatabase, postgresIsGiven } from '../postgres.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface Heaproom {
  /** Without a trailing slash. */
  readonly url: string;
  /** The teacher's link of this start; works once. */
  readonly signInLink: string;
  /** Stops it (kill -9 where asked) and starts it again on the same port and data. */
  restart(signal?: NodeJS.Signals): Promise<Heaproom>;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

export async function startHeaproom(env: Readonly<Record<string, string>>): Promise<Heaproom> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    cwd: root,
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const signInLink = await linkOf(child);
  const { origin: url, port } = new URL(signInLink);
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    child.kill(signal);
    await ended;
  };
  return {
    url,
    signInLink,
    stop,
    async restart(signal) {
      await stop(signal);
      return startHeaproom({ ...env, PORT: port });
    },
  };
}

function linkOf(child: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let printed = '';
    const read = (bytes: Buffer) => {
      printed += bytes.toString('utf8');
      const link = /http\S+\/api\/sign-in\?token=\S+/.exec(printed);
      if (link !== null) found(link[0]);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', () => failed(new Error(`Heaproom did not start:\n${printed}`)));
  });
}

export const test = base.extend<object, { heaproom: Heaproom }>({
  heaproom: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the needed fixtures off this pattern.
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'heaproom-journey-'));
      const database = postgresIsGiven() ? await freshDatabase() : null;
      const heaproom = await startHeaproom({
        DATA_DIR: folder,
        ...(database === null ? {} : { DATABASE_URL: database.url }),
      });
      await use(heaproom);
      await heaproom.stop();
      await database?.drop();
      await rm(folder, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 300_000 },
  ],
});

export { expect } from '@playwright/test';
