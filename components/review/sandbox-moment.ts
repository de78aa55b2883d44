/**
 * A moment of a lesson on its way to the sandbox: the machine itself, since no list of statements of one module leads
 * to a heap that several modules share. It stays in this browser (IndexedDB), the newest few only.
 */
import * as z from 'zod/mini';

const NAME = 'heaproom-moments';
const STORE = 'moments';
const KEPT = 5;

const momentShape = z.object({
  /** The lesson's class. */
  title: z.string(),
  seq: z.number(),
  /** The module that one goes on typing in. */
  module: z.string(),
  /** Machine.snapshot(). */
  machine: z.instanceof(Uint8Array),
});
export type KeptMoment = z.infer<typeof momentShape>;

function asked<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error ?? new Error('the browser’s storage failed'));
  });
}

async function store(
  mode: IDBTransactionMode,
): Promise<{ readonly database: IDBDatabase; readonly moments: IDBObjectStore }> {
  const opening = indexedDB.open(NAME, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE, { autoIncrement: true });
  const database = await asked(opening);
  return { database, moments: database.transaction(STORE, mode).objectStore(STORE) };
}

/** The name under which it is found again, or null where the browser keeps nothing. */
export async function keepMoment(moment: KeptMoment): Promise<string | null> {
  try {
    const { database, moments } = await store('readwrite');
    const key = await asked(moments.add(moment));
    const keys = await asked(moments.getAllKeys());
    for (const old of keys.slice(0, -KEPT)) await asked(moments.delete(old));
    database.close();
    return String(key);
  } catch {
    return null;
  }
}

/** Null where it is not here any more, or never was. */
export async function keptMoment(name: string): Promise<KeptMoment | null> {
  try {
    const { database, moments } = await store('readonly');
    const found: unknown = await asked(moments.get(Number(name)));
    database.close();
    return momentShape.safeParse(found).data ?? null;
  } catch {
    return null;
  }
}
