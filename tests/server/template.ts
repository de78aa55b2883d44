/** Where the databases of one test run are copied from. Vitest calls this before the first test. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    readonly templates: string;
  }
}

/** What it returns is called after the last test. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'heaproom-template-'));
  project.provide('templates', folder);
  return () => rm(folder, { recursive: true, force: true });
}
