/**
 * The database: PGlite (Postgres inside this process) in a folder, or a Postgres server by URL. Everything above
 * sees one Prisma client and one migration-aware adapter and cannot tell which it is.
 * Invariant: PGlite is opened once per folder and process; the folder's lock (lock.ts) is held by then.
 */
import { mkdir } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { PrismaClient } from '../../prisma/client/client.ts';

export interface Database {
  readonly client: PrismaClient;
  readonly adapter: SqlMigrationAwareDriverAdapterFactory;
  readonly kind: 'embedded' | 'server';
  close(): Promise<void>;
}

/** `folder` null: in memory only, for tests and for comparing schemas. */
export async function openEmbedded(folder: string | null): Promise<Database> {
  if (folder !== null) await mkdir(folder, { recursive: true, mode: 0o700 });
  const lite = await PGlite.create(folder ?? 'memory://');
  const adapter = embeddedAdapter(lite);
  const client = new PrismaClient({ adapter });
  return {
    client,
    adapter,
    kind: 'embedded',
    async close() {
      await client.$disconnect();
      await lite.close();
    },
  };
}

export async function openServer(url: string): Promise<Database> {
  const adapter = new PrismaPg({ connectionString: url, connectionTimeoutMillis: 10_000, max: 10 });
  const client = new PrismaClient({ adapter });
  // Fail at start and not at the first lesson when nobody answers at that address.
  await client.$queryRaw`SELECT 1`;
  return { client, adapter, kind: 'server', close: () => client.$disconnect() };
}

/**
 * The published adapter's `executeScript` returns before the script has run and drops its error, so a broken
 * migration would count as applied; it also never closes the shadow database. Both are put right here.
 */
function embeddedAdapter(lite: PGlite): SqlMigrationAwareDriverAdapterFactory {
  const inner = new PrismaPGlite(lite);
  return {
    provider: inner.provider,
    adapterName: inner.adapterName,
    connect: async () => awaitingScripts(await inner.connect(), lite, async () => {}),
    async connectToShadowDb() {
      const shadow = await PGlite.create('memory://');
      return awaitingScripts(await new PrismaPGlite(shadow).connect(), shadow, () => shadow.close());
    },
  };
}

function awaitingScripts(
  adapter: SqlDriverAdapter,
  lite: PGlite,
  dispose: () => Promise<void>,
): SqlDriverAdapter {
  return Object.assign(adapter, {
    dispose,
    async executeScript(script: string) {
      await lite.exec(script);
    },
  });
}
