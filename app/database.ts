/** What pages may know of the server: the database, for reading, and who is asking. Changes go through `/api/`. */
import 'server-only';
import { cookies } from 'next/headers';
import { sharedWithPages } from '../server/database/bridge.ts';

export function database() {
  return sharedWithPages().client;
}

/** The signed-in teacher, or null. */
export async function currentTeacher(): Promise<{ readonly id: string; readonly name: string } | null> {
  const { teacherId } = await identified();
  if (teacherId === null) return null;
  return database().teacher.findUnique({ where: { id: teacherId }, select: { id: true, name: true } });
}

async function identified() {
  // Read first: it tells Next that the page depends on the request, so that it is not rendered at build time.
  const jar = await cookies();
  return sharedWithPages().identify((name) => jar.get(name)?.value);
}
