/**
 * What the server lends the pages: the database client, and who a request's cookies belong to. Next loads copies of
 * its own of every module that the server imports, so a module variable would exist twice and PGlite be opened twice;
 * `globalThis` exists once.
 */
import type { PrismaClient } from '../../prisma/client/client.ts';

export interface PagesShare {
  readonly client: PrismaClient;
  /** Ids from the signed cookies; null where there is none or it is not ours. `cookie` reads one by its name. */
  identify(
    cookie: (name: string) => string | undefined,
  ): Promise<{ readonly teacherId: string | null; readonly person: string | null }>;
}

declare global {
  var heaproomForPages: PagesShare | undefined;
}

export function handToPages(share: PagesShare | undefined): void {
  globalThis.heaproomForPages = share;
}

export function sharedWithPages(): PagesShare {
  const share = globalThis.heaproomForPages;
  if (share === undefined) {
    throw new Error('The server opens the database: start Heaproom with `npm start` or `npm run dev`.');
  }
  return share;
}
