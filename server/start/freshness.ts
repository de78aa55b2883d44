/** Whether something generated still fits its sources: by a hash of their contents, since checkouts change dates. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { StartError } from '../config.ts';
import { lockFolder } from '../database/lock.ts';
import { projectRoot } from '../root.ts';

const IGNORED = new Set(['node_modules', '.next', '.DS_Store']);

/** Hash over files and folders (relative to the project), names and contents. What does not exist counts as such. */
export async function hashOf(sources: readonly string[]): Promise<string> {
  const hash = createHash('sha256').update(process.version);
  for (const source of sources) {
    for (const file of await filesUnder(source)) {
      hash.update(`\0${file}\0`).update(await readFile(join(projectRoot, file)));
    }
  }
  return hash.digest('hex');
}

async function filesUnder(path: string): Promise<string[]> {
  const found = await stat(join(projectRoot, path)).catch(() => null);
  if (found === null) return [];
  if (!found.isDirectory()) return [path];
  const names = (await readdir(join(projectRoot, path))).filter((name) => !IGNORED.has(name)).sort();
  const nested = await Promise.all(names.map((name) => filesUnder(`${path}/${name}`)));
  return nested.flat();
}

/** True when the stamp file says that it was made from sources with this hash. */
export async function isFresh(stamp: string, hash: string): Promise<boolean> {
  const written = await readFile(join(projectRoot, stamp), 'utf8').catch(() => null);
  return written === hash;
}

export async function writeStamp(stamp: string, hash: string): Promise<void> {
  await mkdir(dirname(join(projectRoot, stamp)), { recursive: true });
  await writeFile(join(projectRoot, stamp), hash);
}

/** Two processes that start together prepare once: the second waits for the first. */
export async function alone<T>(what: string, work: () => Promise<T>): Promise<T> {
  const folder = join(projectRoot, 'node_modules', '.cache', 'heaproom', what);
  for (;;) {
    const lock = await lockFolder(folder).catch((error: unknown) => {
      if (error instanceof StartError) return null;
      throw error;
    });
    if (lock === null) {
      await wait(500);
      continue;
    }
    try {
      return await work();
    } finally {
      await lock.release();
    }
  }
}
