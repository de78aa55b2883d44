/** What an installation owns while it runs: locked data folder, secret, migrated database, the teacher's sign-in link. */
import { join } from 'node:path';
import { type Config, StartError } from '../config.ts';
import { handToPages } from '../database/bridge.ts';
import { type FolderLock, lockFolder } from '../database/lock.ts';
import { type Database, openEmbedded, openServer } from '../database/open.ts';
import { applyMigrations } from '../database/schemaEngine.ts';
import { identify } from '../identity/cookies.ts';
import { signingKey } from '../identity/secrets.ts';
import { issueToken } from '../identity/signIn.ts';
import { endForeignSessions, ownTeacher } from '../store/lessons.ts';

export interface Installation {
  readonly database: Database;
  readonly signingKey: Uint8Array;
  readonly signInToken: string;
  close(): Promise<void>;
}

export async function openInstallation(
  config: Pick<Config, 'dataDir' | 'databaseUrl'>,
): Promise<Installation> {
  const lock = await lockFolder(config.dataDir);
  try {
    return await openLocked(config, lock);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function openLocked(
  { dataDir, databaseUrl }: Pick<Config, 'dataDir' | 'databaseUrl'>,
  lock: FolderLock,
): Promise<Installation> {
  const key = await signingKey(dataDir);
  const database =
    databaseUrl === null
      ? await openEmbedded(join(dataDir, 'db'))
      : await openServer(databaseUrl).catch((error: unknown) => {
          const reason = error instanceof Error ? error.message : String(error);
          throw new StartError(`The database at DATABASE_URL cannot be used: ${reason}`);
        });
  try {
    await applyMigrations(database.adapter);
    await endForeignSessions(database.client, Date.now());
    const teacher = await ownTeacher(database.client);
    const signInToken = await issueToken(database.client, teacher.id);
    handToPages({ client: database.client, identify: (cookie) => identify(cookie, key) });
    return {
      database,
      signingKey: key,
      signInToken,
      async close() {
        handToPages(undefined);
        await database.close();
        await lock.release();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}
