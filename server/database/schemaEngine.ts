/**
 * Prisma's own schema engine, in its WebAssembly build, over a driver adapter: migrations are applied to the
 * embedded and to a real Postgres by the same code, without downloading an engine, and `_prisma_migrations` reads as
 * `prisma migrate deploy` would have written it.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import type { MigrationList, SchemaEngine, SchemasContainer } from '@prisma/schema-engine-wasm';
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg';
import { projectRoot } from '../root.ts';

const schemaFile = join(projectRoot, 'prisma', 'schema.prisma');
const migrationsFolder = join(projectRoot, 'prisma', 'migrations');
const noFilters = { externalTables: [], externalEnums: [] };

async function withEngine<T>(
  adapter: SqlMigrationAwareDriverAdapterFactory,
  work: (engine: SchemaEngine, schema: SchemasContainer) => Promise<T>,
): Promise<T> {
  await loadEngine();
  const content = await readFile(schemaFile, 'utf8');
  const engine = await glue.SchemaEngine.new(
    { datamodels: [[schemaFile, content]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(adapter),
  );
  try {
    return await work(engine, { files: [{ path: schemaFile, content }] });
  } finally {
    engine.free();
  }
}

/** Brings the database to the newest migration; returns the names of those it applied. */
export async function applyMigrations(adapter: SqlMigrationAwareDriverAdapterFactory): Promise<string[]> {
  const migrationsList = await readMigrations();
  const applied = await withEngine(adapter, (engine) =>
    engine.applyMigrations({ migrationsList, filters: noFilters }),
  );
  return applied.appliedMigrationNames;
}

/** SQL that would still be needed to get from the migrations to the schema: only a comment when they agree. */
export async function missingMigration(adapter: SqlMigrationAwareDriverAdapterFactory): Promise<string> {
  const migrations = await readMigrations();
  const result = await withEngine(adapter, (engine, schema) =>
    engine.diff({
      from: { tag: 'migrations', ...migrations },
      to: { tag: 'schemaDatamodel', ...schema },
      script: true,
      exitCode: null,
      filters: noFilters,
    }),
  );
  return result.stdout ?? '';
}

async function readMigrations(): Promise<MigrationList> {
  const found = await readdir(migrationsFolder, { withFileTypes: true });
  const names = found.filter((each) => each.isDirectory()).map((each) => each.name);
  const lockfile = await readFile(join(migrationsFolder, 'migration_lock.toml'), 'utf8');
  return {
    baseDir: migrationsFolder,
    lockfile: { path: 'migration_lock.toml', content: lockfile },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(
      names.sort().map(async (name) => ({
        path: name,
        migrationFile: {
          path: 'migration.sql',
          content: {
            tag: 'ok' as const,
            value: await readFile(join(migrationsFolder, name, 'migration.sql'), 'utf8'),
          },
        },
      })),
    ),
  };
}

/** The glue module holds one WebAssembly instance per process: that is how wasm-bindgen's output is made. */
const loadEngine = once(async () => {
  const glueFile = fileURLToPath(import.meta.resolve('@prisma/schema-engine-wasm/schema_engine_bg'));
  const bytes = await readFile(glueFile.replace(/\.js$/, '.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': { ...glue } });
  glue.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start !== 'function') throw new Error('the schema engine has no start function');
  start();
});

function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  return () => {
    running ??= work();
    return running;
  };
}
