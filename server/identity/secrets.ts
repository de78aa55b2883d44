/** The installation's secret: made at the first start, kept in the data folder, readable by its owner only. */
import { randomBytes } from 'node:crypto';
import { chmod, mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { StartError } from '../config.ts';

const BYTES = 32;

/** 32 random bytes with which cookies are signed; the same at every start of this data folder. */
export async function signingKey(dataDir: string): Promise<Uint8Array> {
  const path = join(dataDir, 'secret');
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  // mkdir leaves a folder that exists as it is.
  await chmod(dataDir, 0o700);
  try {
    const key = Buffer.from((await readFile(path, 'utf8')).trim(), 'base64url');
    if (key.length !== BYTES) {
      throw new StartError(
        `${path} is damaged. Delete it to make a new one (everybody has to sign in again).`,
      );
    }
    await chmod(path, 0o600);
    return key;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  const key = randomBytes(BYTES);
  // Written beside and renamed, so that a crash leaves either no file or a whole one.
  const file = await open(`${path}.new`, 'w', 0o600);
  try {
    await file.writeFile(`${key.toString('base64url')}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.new`, path);
  return key;
}
