/**
 * Where the databases of one run of journeys are copied from. Playwright calls this before its first worker, which
 * inherits the environment, and what it returns after the last.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const TEMPLATES = 'HEAPROOM_JOURNEY_TEMPLATES';

export default async function setup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'heaproom-template-'));
  process.env[TEMPLATES] = folder;
  return () => rm(folder, { recursive: true, force: true });
}
