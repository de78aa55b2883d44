/**
 * One process per data folder, because two PGlite instances on one folder destroy it.
 *
 * The lock is a Unix socket in the folder on which the holder listens. The kernel closes it with the process, however
 * that ends, so a connection attempt tells dead from alive without trusting a written pid (which may be reused, or
 * belong to another container on the same volume). The holder answers with its pid, for the message.
 *
 * Taking over from a dead holder must not race: locks are numbered, only the highest number counts, each is put in
 * place with link(2), which fails when the name exists, and only the holder of a higher number removes lower ones.
 * On Windows there are no such sockets; a named pipe is exclusive and dies with its process, which is all we need.
 */
import { createHash, randomBytes } from 'node:crypto';
import { link, mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { StartError } from '../config.ts';

export interface FolderLock {
  release(): Promise<void>;
}

/** The longest socket path that Linux (108) and macOS (104) both take, less the name we append. */
const LONGEST_FOLDER = 60;

/** Throws a StartError that names the other process and the folder when the folder is in use. */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const dataDir = resolve(folder);
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  if (process.platform === 'win32') return lockPipe(dataDir);
  return withShortPath(dataDir, (short) => lockSocket(short, dataDir));
}

async function lockSocket(short: string, dataDir: string): Promise<FolderLock> {
  const own = join(short, `lock-${process.pid}-${randomBytes(4).toString('hex')}`);
  const server = await listen(own);
  try {
    for (;;) {
      const highest = Math.max(0, ...(await lockNumbers(short)));
      if (highest > 0) await refuseIfAlive(join(short, lockName(highest)), dataDir);
      if (!(await linked(own, join(short, lockName(highest + 1))))) continue;
      const numbers = await lockNumbers(short);
      if (Math.max(...numbers) > highest + 1) {
        // Somebody came and went between our two looks, so this number was free again: it does not count.
        await rm(join(short, lockName(highest + 1)), { force: true });
        continue;
      }
      await Promise.all(
        numbers
          .filter((each) => each <= highest)
          .map((each) => rm(join(short, lockName(each)), { force: true })),
      );
      return { release: () => closed(server) };
    }
  } catch (error) {
    await closed(server);
    throw error;
  } finally {
    // The numbered link is the lock; the name it was made under has done its work.
    await rm(own, { force: true });
  }
}

const lockName = (number: number): string => `lock.${number}`;

async function lockNumbers(folder: string): Promise<number[]> {
  const names = await readdir(folder);
  return names.flatMap((name) => {
    const match = /^lock\.(\d+)$/.exec(name);
    return match === null ? [] : [Number(match[1])];
  });
}

async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

async function lockPipe(dataDir: string): Promise<FolderLock> {
  const name = `\\\\.\\pipe\\heaproom-${createHash('sha256').update(dataDir).digest('hex').slice(0, 32)}`;
  try {
    const server = await listen(name);
    return { release: () => closed(server) };
  } catch (error) {
    if (codeOf(error) === 'EADDRINUSE') await refuseIfAlive(name, dataDir);
    throw error;
  }
}

function listen(path: string): Promise<Server> {
  return new Promise((done, failed) => {
    const server = createServer((socket) => {
      socket.on('error', () => {});
      socket.end(`${process.pid}\n`);
    });
    server.once('error', failed);
    server.listen(path, () => done(server));
    // The lock alone must not keep a process alive that is otherwise finished.
    server.unref();
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((done) => server.close(() => done()));
}

/** Returns when nobody listens at `path`; otherwise throws. */
function refuseIfAlive(path: string, dataDir: string): Promise<void> {
  return new Promise((free, refused) => {
    let pid = '';
    const socket = connect(path);
    const inUse = () =>
      refused(
        new StartError(
          `The data folder ${dataDir} is in use by another Heaproom process (pid ${pid.trim() || 'unknown'}). ` +
            'Stop that one first, or give this one a folder of its own with DATA_DIR.',
        ),
      );
    // A holder that is stopped or busy accepts but does not answer: it still holds the lock.
    socket.setTimeout(2000, () => {
      socket.destroy();
      inUse();
    });
    socket.on('data', (bytes) => {
      pid += bytes.toString('utf8');
    });
    socket.on('end', inUse);
    socket.on('error', (error) => {
      const code = codeOf(error);
      if (code === 'ECONNREFUSED' || code === 'ENOENT') free();
      else refused(error);
    });
  });
}

async function withShortPath<T>(folder: string, work: (short: string) => Promise<T>): Promise<T> {
  if (Buffer.byteLength(folder) <= LONGEST_FOLDER) return work(folder);
  const holder = await mkdtemp(join(tmpdir(), 'heaproom-'));
  try {
    const short = join(holder, 'd');
    await symlink(folder, short, 'dir');
    return await work(short);
  } finally {
    await rm(holder, { recursive: true, force: true });
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
