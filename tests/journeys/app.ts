/** Heaproom itself on a free port with a data folder of its own, for journeys. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyDatabase } from '../databaseTemplate.ts';
import { freshDatabase, postgresIsGiven } from '../postgres.ts';
import { TEMPLATES } from './template.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export interface Installation {
  readonly url: string;
  /** The newest one-time link that was printed. */
  signInLink(): string;
  start(): Promise<void>;
  /** As a power cut: nothing is flushed. */
  kill(): Promise<void>;
  /** As Ctrl+C; gives the exit code. */
  stop(): Promise<number | null>;
  /** Reads the database while the server does not run. */
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  remove(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/**
 * With DATABASE_URL in the environment the installation gets a new, empty database there; else the embedded one, of
 * which journeys get a copy of an empty one, unless they are to start `asAUserStarts`: with nothing.
 */
export async function installHeaproom(asAUserStarts = false): Promise<Installation> {
  const port = await freePort();
  const dataDir = await mkdtemp(path.join(tmpdir(), 'heaproom-journey-'));
  const fresh = postgresIsGiven() ? await freshDatabase() : null;
  const templates = process.env[TEMPLATES] ?? '';
  if (fresh === null && templates !== '' && !asAUserStarts)
    await copyDatabase(templates, path.join(dataDir, 'db'));
  let child: ChildProcess | null = null;
  let link = '';

  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    const running = child;
    child = null;
    if (running === null || running.exitCode !== null) return running?.exitCode ?? null;
    const exited = once(running, 'exit');
    running.kill(signal);
    await exited;
    return running.exitCode;
  };

  return {
    url: `http://localhost:${port}`,
    dataDir,
    databaseUrl: fresh?.url ?? null,
    signInLink: () => link,
    async start() {
      const started = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
        cwd: ROOT,
        env: {
          ...process.env,
          PORT: String(port),
          HOST: '127.0.0.1',
          DATA_DIR: dataDir,
          DATABASE_URL: fresh?.url ?? '',
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      child = started;
      let printed = '';
      await new Promise<void>((ready, failed) => {
        const read = (bytes: Buffer): void => {
          printed += bytes.toString('utf8');
          const found = /\/api\/sign-in\?token=\S+/.exec(printed);
          if (found === null) return;
          link = `http://localhost:${port}${found[0]}`;
          ready();
        };
        started.stdout.on('data', read);
        started.stderr.on('data', read);
        started.on('exit', (code) => failed(new Error(`Heaproom ended with ${code}:\n${printed}`)));
      });
    },
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
    async remove() {
      await end('SIGKILL');
      await fresh?.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Heaproom behind `npm start`, which is stopped as a service manager does it: by a signal to npm alone. */
export async function startWithNpm() {
  const port = await freePort();
  const dataDir = await mkdtemp(path.join(tmpdir(), 'heaproom-journey-'));
  const npm = spawn('npm', ['start'], {
    cwd: ROOT,
    env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', DATA_DIR: dataDir, DATABASE_URL: '' },
    stdio: 'ignore',
  });
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    stop: () => void npm.kill('SIGTERM'),
    listens: () =>
      fetch(url).then(
        () => true,
        () => false,
      ),
    remove: () => rm(dataDir, { recursive: true, force: true }),
  };
}
