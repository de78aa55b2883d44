/** New, empty databases on the Postgres server that DATABASE_URL names, for tests that run against it. */
import { randomBytes } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';

export function postgresIsGiven(): boolean {
  return (process.env.DATABASE_URL ?? '') !== '';
}

export interface FreshDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

export async function freshDatabase(): Promise<FreshDatabase> {
  const server = new URL(process.env.DATABASE_URL ?? '');
  const name = `heaproom_test_${randomBytes(6).toString('hex')}`;
  await administer(server.href, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => administer(server.href, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

async function administer(connectionString: string, script: string): Promise<void> {
  const adapter = await new PrismaPg({ connectionString }).connect();
  try {
    await adapter.executeScript(script);
  } finally {
    await adapter.dispose();
  }
}
