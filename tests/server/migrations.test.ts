import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { applyMigrations, missingMigration } from '../../server/database/schemaEngine.ts';
import { DATABASE, emptyDatabase } from './databases.ts';

const folder = fileURLToPath(new URL('../../prisma/migrations', import.meta.url));

async function migrationNames(): Promise<string[]> {
  const found = await readdir(folder, { withFileTypes: true });
  return found
    .filter((each) => each.isDirectory())
    .map((each) => each.name)
    .sort();
}

describe(DATABASE, () => {
  test('applied once, in order, and written down as Prisma does', async () => {
    const names = await migrationNames();
    expect(names.length).toBeGreaterThan(0);
    const database = await emptyDatabase();
    expect(await applyMigrations(database.adapter)).toEqual(names);
    expect(await applyMigrations(database.adapter)).toEqual([]);
    const rows = await database.client.$queryRaw`
      SELECT migration_name, finished_at IS NOT NULL AS finished, length(checksum) AS checksum, applied_steps_count AS steps
      FROM _prisma_migrations ORDER BY migration_name`;
    expect(rows).toEqual(
      names.map((name) => ({ migration_name: name, finished: true, checksum: 64, steps: 1 })),
    );
  });

  test('a script that fails is reported and not counted as run', async () => {
    const database = await emptyDatabase();
    const adapter = await database.adapter.connect();
    await expect(adapter.executeScript('CREATE TABLE broken (')).rejects.toThrow();
    await adapter.dispose();
  });
});

// On PGlite only: over the adapter for Postgres servers the engine cannot read the catalogue's "char" columns. The
// tables are the same ones, made by the same migrations.
test('the migrations lead to the schema', async () => {
  const database = await emptyDatabase('PGlite');
  expect((await missingMigration(database.adapter)).trim()).toBe('-- This is an empty migration.');
});
