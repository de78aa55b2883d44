/** A session from what the store holds: newest snapshot and the entries after it, or all entries from the opening on. */
import { type Past, Session } from '../../classroom/session.ts';
import type { Store, StoredLog } from '../store/store.ts';

/** The machine's snapshot after entry seq of a stored session. */
export async function machineAt(store: Store, sessionId: string, seq: number): Promise<Uint8Array> {
  const session = await rebuild(store, sessionId, await store.load(sessionId, seq));
  return session.machine.snapshot();
}

/**
 * A snapshot only saves time: one that does not lead on to the log's digests is passed over for the log itself.
 * @throws SequenceError or DigestError where the stored log does not lead to what it says
 */
export async function rebuild(store: Store, sessionId: string, stored: StoredLog): Promise<Session> {
  if (stored.snapshot === null) return follow(store, sessionId, stored);
  try {
    return await follow(store, sessionId, stored);
  } catch {
    const last = stored.entries.at(-1)?.seq ?? stored.snapshot.state.seq;
    return follow(store, sessionId, await store.load(sessionId, last, true));
  }
}

async function follow(store: Store, sessionId: string, stored: StoredLog): Promise<Session> {
  const { snapshot, entries } = stored;
  const machines = new Map<number, Uint8Array>();
  for (const entry of entries) {
    if (entry.kind === 'rewind' && !machines.has(entry.to)) {
      machines.set(entry.to, await machineAt(store, sessionId, entry.to));
    }
  }
  const past: Past = (seq) => machines.get(seq) ?? null;
  if (snapshot !== null) {
    const session = Session.restore(snapshot);
    for (const entry of entries) session.apply(entry, undefined, past);
    return session;
  }
  const [opening, ...rest] = entries;
  if (opening === undefined || opening.kind !== 'open')
    throw new Error('a log begins with its opening entry');
  const { session, entry } = Session.open(opening);
  if (entry.digest !== opening.digest) {
    throw new Error(`the opening entry has digest ${opening.digest}, this engine makes ${entry.digest}`);
  }
  for (const each of rest) session.apply(each, undefined, past);
  return session;
}
