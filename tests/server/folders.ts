/** Temporary data folders that go away with the test. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** `atEnd` registers what runs when the folder is not needed any more: after the test, or after all of a file. */
export async function temporaryFolder(atEnd: AtEnd = onTestFinished): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'heaproom-test-'));
  atEnd(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export type AtEnd = (work: () => Promise<void>) => void;
