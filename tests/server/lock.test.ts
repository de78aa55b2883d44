import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lockFolder } from '../../server/database/lock.ts';
import { startChild } from './child.ts';
import { temporaryFolder } from './folders.ts';

const PROGRAM = 'tests/server/programs/holdLock.ts';

test('a second process is refused with the pid of the first and the folder', async () => {
  const folder = await temporaryFolder();
  const first = startChild(PROGRAM, [folder]);
  expect(await first.line()).toBe('locked');
  const second = startChild(PROGRAM, [folder]);
  const said = await second.line();
  expect(said).toContain(`pid ${first.pid}`);
  expect(said).toContain(folder);
  expect(await second.ended).toBe(1);
});

test('a lock that was released is free', async () => {
  const folder = await temporaryFolder();
  const first = await lockFolder(folder);
  await expect(lockFolder(folder)).rejects.toThrow(`pid ${process.pid}`);
  await first.release();
  const second = await lockFolder(folder);
  await second.release();
});

test('the lock of a killed process is taken over, by exactly one of many', async () => {
  const folder = await temporaryFolder();
  for (let round = 0; round < 3; round++) {
    const first = startChild(PROGRAM, [folder]);
    expect(await first.line()).toBe('locked');
    first.kill('SIGKILL');
    expect(await first.ended).toBe('SIGKILL');

    const outcomes = await Promise.allSettled(Array.from({ length: 12 }, () => lockFolder(folder)));
    const winners = outcomes.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    expect(winners).toHaveLength(1);
    await winners[0]?.release();
  }
  expect((await readdir(folder)).filter((name) => name.startsWith('lock'))).toHaveLength(1);
});

test('a process that is stopped still holds its lock', async () => {
  const folder = await temporaryFolder();
  const first = startChild(PROGRAM, [folder]);
  expect(await first.line()).toBe('locked');
  first.kill('SIGSTOP');
  await expect(lockFolder(folder)).rejects.toThrow('in use');
  first.kill('SIGCONT');
});

test('a folder whose path is longer than a socket path can be', async () => {
  const folder = join(await temporaryFolder(), 'x'.repeat(100), 'y'.repeat(100));
  await mkdir(folder, { recursive: true });
  const first = await lockFolder(folder);
  await expect(lockFolder(folder)).rejects.toThrow('in use');
  await first.release();
});
