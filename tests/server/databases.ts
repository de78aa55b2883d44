/**
 * The database that tests are run against: PGlite, or a Postgres server when DATABASE_URL names one. On the server each
 * test gets an empty database of its own, which is dropped afterwards.
 */
import { join } from 'node:path';
import { inject, onTestFinished } from 'vitest';
import { type Database, openEmbedded, openServer } from '../../server/database/open.ts';
import { applyMigrations } from '../../server/database/schemaEngine.ts';
import { copyDatabase } from '../databaseTemplate.ts';
import { freshDatabase, postgresIsGiven } from '../postgres.ts';
import { temporaryFolder } from './folders.ts';

type DatabaseKind = 'PGlite' | 'Postgres';

export const DATABASE: DatabaseKind = postgresIsGiven() ? 'Postgres' : 'PGlite';

/** An empty database. */
export async function emptyDatabase(kind = DATABASE): Promise<Database> {
  const database = kind === 'PGlite' ? await openEmbedded(null) : await openServer(await freshUrl());
  onTestFinished(() => database.close());
  return database;
}

/** A database with our tables. */
export async function migratedDatabase(): Promise<Database> {
  if (DATABASE === 'Postgres') {
    const database = await emptyDatabase();
    await applyMigrations(database.adapter);
    return database;
  }
  const folder = join(await temporaryFolder(), 'db');
  await copyDatabase(inject('templates'), folder);
  const database = await openEmbedded(folder);
  onTestFinished(() => database.close());
  return database;
}

async function freshUrl(): Promise<string> {
  const { url, drop } = await freshDatabase();
  onTestFinished(drop);
  return url;
}
