/**
 * One class at work: the only place that moves a session on.
 *
 * Jobs (commands and joins) wait in a queue. A round takes what is waiting, runs it on the session, writes all the
 * resulting entries with one append (group commit), and only then tells anybody: first the broadcast, then each
 * author. Invariants: nobody hears of what is not stored; entries are broadcast once and in order; when the engine
 * throws or an append fails, the session in memory is dropped and rebuilt from the store.
 */
import type { Asker } from '../../classroom/decide.ts';
import { predictOnHeap } from '../../classroom/predict/onHeap.ts';
import type { Command } from '../../classroom/protocol/command.ts';
import type { Entry } from '../../classroom/protocol/entry.ts';
import type { Judging } from '../../classroom/protocol/messages.ts';
import { type RefusalCode, refuse } from '../../classroom/protocol/refusal.ts';
import type { ClassState } from '../../classroom/protocol/state.ts';
import { redactState, type Viewer, wireEntry } from '../../classroom/redact.ts';
import { DigestError, type Past, SequenceError, type Session } from '../../classroom/session.ts';
import { showsLeaderboard } from '../../classroom/settings.ts';
import type { Log } from '../log.ts';
import { pack, type Store } from '../store/store.ts';
import { type Audience, broadcast } from './audience.ts';
import { History } from './history.ts';
import {
  type Answer,
  answerOf,
  goesBack,
  type Job,
  type Joined,
  type Ran,
  type Resynced,
  refuseJob,
} from './job.ts';
import { machineAt, rebuild } from './rebuild.ts';
import { RevealWaiting } from './waiting.ts';

export interface RoomParts {
  readonly sessionId: string;
  readonly store: Store;
  readonly audience: Audience;
  readonly log: Log;
  readonly now: () => number;
  /** Milliseconds that only ever grow, by which work is cut into pieces. */
  readonly ticks: () => number;
  readonly newId: () => string;
}

/** Entries per append at most, so that a long queue does not hold back the first answers. */
const BATCH = 64;
/**
 * Milliseconds of work before others get a turn: statements of one append, telling everybody, judging. What is begun is
 * ended: one statement, one message, one portion of judging.
 */
const SLICE = 25;
/** Between two portions of judging, milliseconds. */
const BREATHER = 2;
/** A stored snapshot bounds how long it takes to open a room. */
const STORE_EVERY = 200;

/** What may be read between two rounds, when everything in the session is stored and told. */
interface Settled {
  readonly session: Session;
  readonly history: History;
}

interface Reader {
  read(settled: Settled): void;
  fail(error: unknown): void;
}

export class Room {
  readonly #parts: RoomParts;
  #session: Session | null = null;
  #history: History | null = null;
  /** Member id of each person. */
  #members = new Map<string, string>();
  #storedSnapshot = 0;
  #queue: Job[] = [];
  readonly #waiting = new RevealWaiting();
  /** What was told last of how far the answers to a task are judged. */
  #judging: Judging | null = null;
  #readers: Reader[] = [];
  #pumping: Promise<void> | null = null;
  #closed = false;

  constructor(parts: RoomParts) {
    this.#parts = parts;
  }

  get idle(): boolean {
    return this.#pumping === null;
  }

  submit(asker: Asker, command: Command): Promise<Answer> {
    return new Promise((done) => this.#enqueue({ kind: 'command', asker, command, done }));
  }

  /** The member this person is in the session, made now if need be. */
  join(person: string, nickname: string): Promise<Joined> {
    return new Promise((done) => this.#enqueue({ kind: 'join', person, nickname, done }));
  }

  /** The state, and who a person is in it. Rejects when the room cannot be loaded. */
  look(person: string | null): Promise<{ state: ClassState; member: string | null }> {
    return this.#read(({ session }) => ({
      state: session.state,
      member: person === null ? null : (this.#members.get(person) ?? null),
    }));
  }

  /**
   * What this viewer lacks after entry `since` (0: everything). `deliver` is called between two broadcasts: whoever
   * begins to listen inside it hears the next entry next. Rejects when the room cannot be loaded.
   */
  async resync(viewer: Viewer, since: number, deliver: (lacking: Resynced) => void): Promise<void> {
    const redacted = (entries: readonly Entry[], leaderboard: boolean) =>
      entries.map((entry) => wireEntry(entry, viewer, leaderboard));
    const tailOnly = await this.#read(({ session, history }) => {
      const entries = since > 0 ? history.since(since) : null;
      const leaderboard = showsLeaderboard(session.state.settings);
      if (entries !== null) deliver({ snapshot: null, entries: redacted(entries, leaderboard) });
      return entries !== null;
    });
    for (let delivered = tailOnly; !delivered; ) {
      const keyframe = await this.#read(({ session, history }) => history.keyframe(session));
      const machine = await keyframe.packed;
      const { seq } = keyframe.state;
      delivered = await this.#read(({ session, history }) => {
        // Packing took a while; in the very busiest class its tail is gone by now, and we begin again.
        const entries = history.since(seq);
        if (entries === null) return false;
        // As the rules are now, not as they were when the keyframe was made.
        const leaderboard = showsLeaderboard(session.state.settings);
        const state = redactState(keyframe.state, viewer, leaderboard);
        deliver({ snapshot: { seq, state, machine }, entries: redacted(entries, leaderboard) });
        return true;
      });
    }
  }

  /** The log from its opening to entry `upTo`, as far as it has been told and this viewer may see it. */
  async past(viewer: Viewer, upTo: number): Promise<Entry[]> {
    const { told, leaderboard } = await this.#read(({ session, history }) => ({
      told: history.told,
      leaderboard: showsLeaderboard(session.state.settings),
    }));
    const entries = await this.#parts.store.log(this.#parts.sessionId);
    const last = Math.min(upTo, told);
    return entries.filter((entry) => entry.seq <= last).map((entry) => wireEntry(entry, viewer, leaderboard));
  }

  /** Carries out what is queued, refuses what comes later, and leaves a snapshot. */
  async close(): Promise<void> {
    this.#closed = true;
    while (this.#pumping !== null) await this.#pumping;
    const session = this.#session;
    if (session !== null && session.state.seq > this.#storedSnapshot) await this.#saveSnapshot(session);
    this.#session = null;
  }

  #enqueue(job: Job): void {
    if (this.#closed) {
      refuseJob(job, refuse('restarting'));
      return;
    }
    this.#queue.push(job);
    this.#start();
  }

  #read<T>(read: (settled: Settled) => T): Promise<T> {
    return new Promise((done, fail) => {
      if (this.#closed) {
        fail(new Error('the room is closed'));
        return;
      }
      this.#readers.push({ read: (settled) => done(read(settled)), fail });
      this.#start();
    });
  }

  #start(): void {
    if (this.#pumping !== null) return;
    const end = () => {
      this.#pumping = null;
      if (this.#hasWork()) this.#start();
    };
    this.#pumping = this.#pump().then(end, (error: unknown) => {
      this.#parts.log.error({ err: error, session: this.#parts.sessionId }, 'round failed');
      end();
    });
  }

  #hasWork(): boolean {
    return this.#queue.length > 0 || this.#readers.length > 0 || this.#waiting.hasWork(this.#session);
  }

  async #pump(): Promise<void> {
    while (this.#hasWork()) {
      // A turn of the event loop: other rooms and sockets are served, and commands gather. Between two answers that
      // are judged it is a longer one: a message takes several turns to be unpacked, stored, packed and sent.
      if (this.#judging === null) await new Promise((turn) => setImmediate(turn));
      else await new Promise((turn) => setTimeout(turn, BREATHER));
      await this.#round();
    }
  }

  async #round(): Promise<void> {
    let settled: Settled;
    try {
      settled = await this.#settle();
    } catch (error) {
      this.#parts.log.error({ err: error, session: this.#parts.sessionId }, 'room could not be loaded');
      for (const reader of this.#readers.splice(0)) reader.fail(error);
      const jobs = [...this.#waiting.drop(), ...this.#queue.splice(0)];
      for (const job of jobs) refuseJob(job, refuse(loadFailure(error)));
      this.#tellProgress();
      return;
    }
    for (const reader of this.#readers.splice(0)) {
      try {
        reader.read(settled);
      } catch (error) {
        reader.fail(error);
      }
    }
    const { session } = settled;
    const entries: Entry[] = [];
    const persons = new Map<string, string>();
    const ran: Ran[] = [];
    const slice = new Slice(this.#parts.ticks);
    while (entries.length < BATCH && (ran.length === 0 || slice.left)) {
      const job = this.#queue[0];
      if (job === undefined) break;
      // What it goes back to may be an entry of this round: those are stored first.
      if (goesBack(job) && entries.length > 0) break;
      this.#queue.shift();
      const turn = this.#waiting.turnOf(job, session);
      if (turn === 'later') continue;
      if (turn !== 'now') {
        ran.push({ job, needsStore: false, tell: () => refuseJob(job, turn) });
        continue;
      }
      try {
        const past = await this.#past(session, job);
        ran.push(this.#run(session, job, past, entries, persons));
      } catch (error) {
        // The heap may be half changed. What came before in this round is sound and is kept.
        this.#parts.log.error({ err: error, session: this.#parts.sessionId }, 'engine fault');
        this.#session = null;
        ran.push({ job, needsStore: false, tell: () => refuseJob(job, refuse('engineFault')) });
        break;
      }
    }
    await this.#commit(session, entries, persons, ran);
    if (this.#session === session) this.#judge(session);
    this.#tellProgress();
  }

  /** Told with every answer that is judged; whoever passes it on does so as often as is of use. */
  #tellProgress(): void {
    const judging = this.#waiting.progress(this.#session);
    const told = this.#judging;
    if (judging?.number === told?.number && judging?.done === told?.done && judging?.of === told?.of) return;
    this.#judging = judging;
    this.#parts.audience.judging(judging);
  }

  /** One answer to a task, or a part of one, between two rounds. */
  #judge(session: Session): void {
    if (!this.#waiting.hasWork(session)) return;
    const slice = new Slice(this.#parts.ticks);
    const ready = this.#waiting.judge(
      session,
      () => slice.left,
      (error) => {
        this.#parts.log.error({ err: error, session: this.#parts.sessionId }, 'a task could not be judged');
      },
    );
    this.#queue.unshift(...ready);
  }

  async #past(session: Session, job: Job): Promise<Past> {
    if (!goesBack(job) || job.command.to > session.state.seq) return () => null;
    const { store, sessionId } = this.#parts;
    const machine = await machineAt(store, sessionId, job.command.to);
    return () => machine;
  }

  #run(session: Session, job: Job, past: Past, entries: Entry[], persons: Map<string, string>): Ran {
    if (job.kind === 'command') {
      const result = session.submit(job.asker, job.command, this.#parts.now(), past, predictOnHeap);
      if (result.kind === 'applied') entries.push(result.entry);
      const answer = answerOf(result);
      return { job, needsStore: answer.ok, tell: () => job.done(answer) };
    }
    const known = this.#members.get(job.person);
    if (known !== undefined) {
      const removed = session.state.members.some((member) => member.id === known && member.removed);
      const refused = { ok: false, refusal: refuse('removed') } as const;
      return {
        job,
        needsStore: !removed,
        tell: () => job.done(removed ? refused : { ok: true, member: known }),
      };
    }
    const id = this.#parts.newId();
    const result = session.join(id, job.nickname, this.#parts.now());
    if (result.kind === 'refused') {
      return { job, needsStore: false, tell: () => refuseJob(job, result.refusal) };
    }
    if (result.kind === 'done') throw new Error('a join has no command id to be known by');
    entries.push(result.entry);
    persons.set(id, job.person);
    this.#members.set(job.person, id);
    return { job, needsStore: true, tell: () => job.done({ ok: true, member: id }) };
  }

  async #commit(
    session: Session,
    entries: readonly Entry[],
    persons: ReadonlyMap<string, string>,
    ran: readonly Ran[],
  ): Promise<void> {
    if (entries.length > 0) {
      try {
        await this.#parts.store.append(this.#parts.sessionId, entries, session.state, persons);
      } catch (error) {
        await this.#recover(error, ran);
        return;
      }
      await this.#tell(entries, session.state);
    }
    for (const { tell } of ran) tell();
    if (this.#session === session) await this.#keepSnapshot(session);
  }

  /**
   * An append failed. It may have been written all the same (the connection broke after the commit), or another host
   * has written in between (the fence), so the store is asked what is true.
   */
  async #recover(error: unknown, ran: readonly Ran[]): Promise<void> {
    this.#parts.log.error({ err: error, session: this.#parts.sessionId }, 'append failed');
    this.#session = null;
    try {
      await this.#settle();
    } catch (again) {
      this.#parts.log.error({ err: again, session: this.#parts.sessionId }, 'room could not be rebuilt');
    }
    for (const { job, needsStore, tell } of ran) {
      if (needsStore) await this.#answerFromStore(job);
      else tell();
    }
  }

  async #answerFromStore(job: Job): Promise<void> {
    const { store, sessionId } = this.#parts;
    try {
      if (job.kind === 'join') {
        const member = this.#session === null ? undefined : this.#members.get(job.person);
        if (member !== undefined) return job.done({ ok: true, member });
      } else if (job.asker.role !== 'viewer') {
        const seq = await store.seqOf(sessionId, job.asker.id, job.command.id);
        if (seq !== null) return job.done({ ok: true, seq });
      }
    } catch (error) {
      this.#parts.log.error({ err: error, session: sessionId }, 'the store does not answer');
    }
    refuseJob(job, refuse('notSaved'));
  }

  /** The session as stored, rebuilt if need be; tells what was stored but, after a failure, not yet told. */
  async #settle(): Promise<Settled> {
    if (this.#session !== null && this.#history !== null) {
      return { session: this.#session, history: this.#history };
    }
    const stored = await this.#parts.store.load(this.#parts.sessionId);
    const session = await rebuild(this.#parts.store, this.#parts.sessionId, stored);
    const { seq } = session.state;
    this.#members = new Map(stored.members);
    this.#storedSnapshot = stored.snapshot?.state.seq ?? 0;
    this.#session = session;
    await this.#tell(stored.entries, session.state);
    // A gap (another host's snapshot) is not told: clients notice it at the next entry and ask.
    const history =
      this.#history !== null && this.#history.told === seq ? this.#history : new History(seq, stored.entries);
    this.#history = history;
    return { session, history };
  }

  /** A reveal is another message for each student, and every message is one for each connection. */
  async #tell(entries: readonly Entry[], { settings }: ClassState): Promise<void> {
    const history = this.#history;
    if (history === null) return;
    const leaderboard = showsLeaderboard(settings);
    const slice = new Slice(this.#parts.ticks);
    for (const entry of entries) {
      if (entry.seq !== history.told + 1) continue;
      history.add(entry);
      for (const tell of broadcast(this.#parts.audience, entry, leaderboard)) {
        tell();
        if (slice.left) continue;
        await new Promise((turn) => setImmediate(turn));
        slice.begin();
      }
    }
  }

  async #keepSnapshot(session: Session): Promise<void> {
    const ended = session.state.endedAt !== null && this.#storedSnapshot < session.state.seq;
    if (ended || session.state.seq - this.#storedSnapshot >= STORE_EVERY) await this.#saveSnapshot(session);
  }

  /** A snapshot only saves time: failing to store one is logged and no more. */
  async #saveSnapshot(session: Session): Promise<void> {
    const { store, sessionId, log } = this.#parts;
    try {
      const { state, machine } = session.snapshot();
      await store.saveSnapshot(sessionId, state, await pack(machine));
      this.#storedSnapshot = state.seq;
    } catch (error) {
      log.warn({ err: error, session: sessionId }, 'snapshot not stored');
    }
  }
}

/** How long one thing is worked on before others get a turn. */
class Slice {
  readonly #ticks: () => number;
  #until: number;

  constructor(ticks: () => number) {
    this.#ticks = ticks;
    this.#until = ticks() + SLICE;
  }

  get left(): boolean {
    return this.#ticks() < this.#until;
  }

  begin(): void {
    this.#until = this.#ticks() + SLICE;
  }
}

/** A log that does not replay is the engine's fault; anything else is the database's. */
function loadFailure(error: unknown): RefusalCode {
  return error instanceof DigestError || error instanceof SequenceError ? 'engineFault' : 'notSaved';
}
