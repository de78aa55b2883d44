/**
 * A data folder's database with our tables and nothing in them, made once per test run: making one takes seconds, and
 * copying it a small part of that. Vitest calls `setup` before the first test and what it returns after the last.
 */
import { cp, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openEmbedded } from '../../server/database/open.ts';
import { applyMigrations } from '../../server/database/schemaEngine.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly templates: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'heaproom-template-'));
  project.provide('templates', folder);
  return () => rm(folder, { recursive: true, force: true });
}

/** Puts the database of a data folder at `to`; `templates`: where copies come from, made by whoever is first. */
export async function copyDatabase(templates: string, to: string): Promise<void> {
  const template = join(templates, 'db');
  const copy = (): Promise<void> => cp(template, to, { recursive: true, errorOnExist: true, force: false });
  try {
    await copy();
  } catch {
    const made = join(await mkdtemp(join(templates, 'making-')), 'db');
    const database = await openEmbedded(made);
    await applyMigrations(database.adapter);
    await database.close();
    // Two workers may be first at once: the later one keeps the other's.
    await rename(made, template).catch(() => undefined);
    await copy();
  }
}
