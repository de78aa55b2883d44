/**
 * Where this process's database client is put for the pages to find. Next loads copies of its own of every module
 * that the server imports, so a module variable would exist twice and PGlite be opened twice; `globalThis` exists once.
 */
import type { PrismaClient } from '../../prisma/client/client.ts';

declare global {
  var heaproomDatabase: PrismaClient | undefined;
}

export function handToPages(client: PrismaClient | undefined): void {
  globalThis.heaproomDatabase = client;
}

export function databaseForPages(): PrismaClient {
  const client = globalThis.heaproomDatabase;
  if (client === undefined) {
    throw new Error('The database is opened by the server: start it with `npm start` or `npm run dev`.');
  }
  return client;
}
