/** A session from what the store holds: newest snapshot and the entries after it, or all entries from the opening on. */
import { Session } from '../../classroom/session.ts';
import type { StoredLog } from '../store/store.ts';

/** @throws SequenceError or DigestError where the stored log does not lead to what it says */
export function rebuild(stored: StoredLog): Session {
  const { snapshot, entries } = stored;
  if (snapshot !== null) {
    const session = Session.restore(snapshot);
    for (const entry of entries) session.apply(entry);
    return session;
  }
  const [opening, ...rest] = entries;
  if (opening === undefined || opening.kind !== 'open')
    throw new Error('a log begins with its opening entry');
  const { session, entry } = Session.open(opening);
  if (entry.digest !== opening.digest) {
    throw new Error(`the opening entry has digest ${opening.digest}, this engine makes ${entry.digest}`);
  }
  for (const each of rest) session.apply(each);
  return session;
}
