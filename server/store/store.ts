/**
 * The log of sessions in the database: append and load. Truth is what `append` has resolved for; a room tells nobody
 * of an entry before that. The primary key (session, seq) is the fence: when two hosts write, one append fails whole.
 */
import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import type { Entry } from '../../classroom/protocol/entry.ts';
import { type ClassState, stateSchema } from '../../classroom/protocol/state.ts';
import { wireVersion } from '../../classroom/protocol/version.ts';
import type { SessionSnapshot } from '../../classroom/session.ts';
import { engineVersion } from '../../heap/index.ts';
import type { PrismaClient } from '../../prisma/client/client.ts';
import { after, before, type Persons, results } from './consequences.ts';
import { entryToRow, rowToEntry } from './rows.ts';

const deflate = promisify(deflateRaw);
const inflate = promisify(inflateRaw);

export interface StoredLog {
  /** The newest snapshot that this engine can restore; null means: from the first entry. */
  readonly snapshot: SessionSnapshot | null;
  /** Entries after the snapshot, in order. */
  readonly entries: readonly Entry[];
  /** Member id of each person. */
  readonly members: ReadonlyMap<string, string>;
}

export interface PackedSnapshot {
  readonly state: ClassState;
  readonly packed: Uint8Array;
}

/** The machine's bytes as they are stored and sent: raw deflate, at the level that costs least time. */
export function pack(machine: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  return deflate(machine, { level: 1 });
}

/** Older snapshots serve going back and replay; so many entries apart they do not fill the database. */
export const SPACING = 200;

export class Store {
  readonly #client: PrismaClient;

  constructor(client: PrismaClient) {
    this.#client = client;
  }

  /** One insert for all entries, and in the same transaction what follows from them. Rejects with nothing written. */
  async append(
    sessionId: string,
    entries: readonly Entry[],
    state: ClassState,
    persons: Persons,
  ): Promise<void> {
    const client = this.#client;
    const log = client.entry.createMany({ data: entries.map((entry) => entryToRow(sessionId, entry)) });
    const first = before(client, sessionId, entries, persons);
    const last = after(client, sessionId, entries, state);
    if (first.length + last.length === 0) await log;
    else await client.$transaction([...first, log, ...last]);
  }

  /** The log up to entry `to`, by default all of it; from a snapshot unless `fromStart`. */
  async load(sessionId: string, to?: number, fromStart = false): Promise<StoredLog> {
    const snapshot = fromStart ? null : await this.snapshotBefore(sessionId, to);
    const after = snapshot?.state.seq ?? 0;
    const rows = await this.#client.entry.findMany({
      where: { sessionId, seq: { gt: after, ...(to === undefined ? {} : { lte: to }) } },
      orderBy: { seq: 'asc' },
    });
    const members = await this.#client.member.findMany({
      where: { sessionId },
      select: { id: true, person: true },
    });
    return {
      snapshot,
      entries: rows.map(rowToEntry),
      members: new Map(members.map(({ id, person }) => [person, id])),
    };
  }

  /** The newest snapshot of this engine at or before `to`; one that cannot be read counts as not there. */
  async snapshotBefore(sessionId: string, to?: number): Promise<SessionSnapshot | null> {
    const found = await this.packedBefore(sessionId, to);
    if (found === null) return null;
    try {
      return { state: found.state, machine: new Uint8Array(await inflate(found.packed)) };
    } catch {
      return null;
    }
  }

  /** The same, with the machine as `pack` made it. */
  async packedBefore(sessionId: string, to?: number): Promise<PackedSnapshot | null> {
    const newest = await this.#client.snapshot.findFirst({
      where: { sessionId, engineVersion, wireVersion, ...(to === undefined ? {} : { seq: { lte: to } }) },
      orderBy: { seq: 'desc' },
    });
    const state = stateSchema.safeParse(newest?.state);
    return newest === null || !state.success ? null : { state: state.data, packed: newest.machine };
  }

  /** Every entry of a session, for replay. */
  async log(sessionId: string): Promise<Entry[]> {
    const rows = await this.#client.entry.findMany({ where: { sessionId }, orderBy: { seq: 'asc' } });
    return rows.map(rowToEntry);
  }

  /** The seq that a command was stored under, or null. */
  async seqOf(sessionId: string, actor: string, command: string): Promise<number | null> {
    const found = await this.#client.entry.findUnique({
      where: { sessionId_actor_command: { sessionId, actor, command } },
      select: { seq: true },
    });
    return found?.seq ?? null;
  }

  /** Keeps this snapshot as the only one among so many entries, and with it the scores as they stand. */
  async saveSnapshot(sessionId: string, state: ClassState, packed: Uint8Array<ArrayBuffer>): Promise<void> {
    const client = this.#client;
    const { seq } = state;
    const row = { sessionId, seq, engineVersion, wireVersion, state, machine: packed };
    await client.$transaction([
      client.snapshot.upsert({ where: { sessionId_seq: { sessionId, seq } }, create: row, update: row }),
      client.snapshot.deleteMany({ where: { sessionId, seq: { gte: seq - (seq % SPACING), lt: seq } } }),
      ...results(client, sessionId, state.scores),
    ]);
  }
}
