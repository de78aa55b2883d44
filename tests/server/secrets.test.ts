import { chmod, mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { signingKey } from '../../server/identity/secrets.ts';
import { temporaryFolder } from './folders.ts';

test('made once, the same afterwards, and readable by its owner only', async () => {
  const folder = join(await temporaryFolder(), 'data');
  const first = await signingKey(folder);
  expect(first).toHaveLength(32);
  expect(await signingKey(folder)).toEqual(first);
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  expect((await stat(join(folder, 'secret'))).mode & 0o777).toBe(0o600);
  expect(await readdir(folder)).toEqual(['secret']);
});

test('a folder and a file that were open to others are closed', async () => {
  const folder = join(await temporaryFolder(), 'data');
  await mkdir(folder, { mode: 0o755 });
  await signingKey(folder);
  await chmod(join(folder, 'secret'), 0o644);
  await chmod(folder, 0o755);
  await signingKey(folder);
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  expect((await stat(join(folder, 'secret'))).mode & 0o777).toBe(0o600);
});

test('two installations have different secrets', async () => {
  expect(await signingKey(await temporaryFolder())).not.toEqual(await signingKey(await temporaryFolder()));
});

test('a damaged secret is said to be damaged and is not replaced', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'secret'), 'short');
  await expect(signingKey(folder)).rejects.toThrow('damaged');
});
