/**
 * A data folder's database with our tables and nothing in them: making one takes seconds, and copying it a small part
 * of that.
 */
import { cp, mkdtemp, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { openEmbedded } from '../server/database/open.ts';
import { applyMigrations } from '../server/database/schemaEngine.ts';

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
