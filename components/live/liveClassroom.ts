/**
 * A page's place in a running class: the only place that opens the socket. Entries go to this page's copy of the class,
 * and where that cannot go on it starts over from the server's snapshot. What this member does is sent as a command and
 * shown as pending until the entry comes back; nothing is applied ahead.
 * No React here: screens read `view` and subscribe.
 */
import { nanoid } from 'nanoid';
import { io, type ManagerOptions, type Socket, type SocketOptions } from 'socket.io-client';
import * as z from 'zod/mini';
import type { Command } from '../../classroom/protocol/command.ts';
import { type Entry, entrySchema } from '../../classroom/protocol/entry.ts';
import {
  type Ack,
  ackSchema,
  type Focus,
  focusFrameSchema,
  type Handshake,
  type Judging,
  judgingSchema,
  type PlayerPosition,
  type Presence,
  pastAckSchema,
  playerSchema,
  presenceSchema,
  type ResyncAck,
  resyncAckSchema,
  rosterSchema,
} from '../../classroom/protocol/messages.ts';
import { type Refusal, refusalSchema, refuse } from '../../classroom/protocol/refusal.ts';
import { memberId } from '../../classroom/protocol/shapes.ts';
import { wireVersion } from '../../classroom/protocol/version.ts';
import { memberOf } from '../../classroom/stateReading.ts';
import type { CollectionFilm } from '../../heap/index.ts';
import { ClassCopy } from './class-copy.ts';
import {
  type CommandBody,
  type Connection,
  type LiveView,
  NOTHING,
  PastRefused,
  passes,
} from './connection.ts';
import { Outbox } from './outbox.ts';
import { ShownToAll } from './shown-to-all.ts';

export interface LiveOptions {
  readonly code: string;
  readonly as: Handshake['as'];
  /** Address of the server; default the page's own. */
  readonly url?: string;
  readonly socket?: Partial<ManagerOptions & SocketOptions>;
  /** How long an answer may take before the same command is sent again. */
  readonly patience?: number;
  /** How long to wait before something refused for the moment is tried again. */
  readonly pause?: number;
}

/**
 * Heaps that come in a burst are drawn once a frame; the first of them in the very task that it came in, since a browser
 * puts the frames of what was typed before any other. What else changes is drawn so seldom and so quickly that no heap
 * has to wait for it.
 */
const FRAME = 16;
/** A slider that is dragged is told in this rhythm. */
const PLAYER_PAUSE = 60;
/** What projectors follow need not be told more often. */
const FOCUS_PAUSE = 300;

const playerAckSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), refusal: refusalSchema }),
]);
const memberPresenceSchema = z.object({ member: memberId, ...presenceSchema.shape });

/** As a task of its own, which does not wait for the frame that is due, as a timer of no time does. */
function next(work: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    work();
  };
  port2.postMessage(null);
}

export class LiveClassroom {
  readonly #options: LiveOptions;
  readonly #patience: number;
  readonly #pause: number;
  readonly #listeners = new Set<() => void>();
  readonly #outbox = new Outbox();
  #socket: Socket | null = null;
  readonly #copy = new ClassCopy();
  #view: LiveView = NOTHING;
  #connection: Connection = NOTHING.connection;
  #me: string | null = null;
  #clock = 0;
  #roster = NOTHING.roster;
  #judging: Judging | null = null;
  #presence: ReadonlyMap<string, Presence> = NOTHING.presence;
  readonly #player = this.#shown<PlayerPosition>(PLAYER_PAUSE, (position) => this.#tellPlayer(position));
  readonly #focus = this.#shown<Focus>(FOCUS_PAUSE, async (focus) => {
    this.#socket?.emit('focus', { focus }, () => {});
    return true;
  });
  /** Entries that arrived while the server was being asked for earlier ones; null when nothing is asked. */
  #early: Entry[] | null = null;
  #restarting = false;
  #timers = new Set<ReturnType<typeof setTimeout>>();
  #publishing = false;
  /** When a heap was last drawn, by the page's clock. */
  #drawn = 0;

  constructor(options: LiveOptions) {
    this.#options = options;
    this.#patience = options.patience ?? 15_000;
    this.#pause = options.pause ?? 1_000;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly view = (): LiveView => this.#view;

  /** Opens the connection; after `close` it may be opened again. */
  open(): void {
    if (this.#socket !== null) return;
    const { code, as, url, socket: extra } = this.#options;
    const auth: Handshake = { code, as, wire: wireVersion };
    const options = {
      transports: ['websocket', 'polling'],
      tryAllTransports: true,
      reconnectionDelay: 500,
      reconnectionDelayMax: 5_000,
      forceNew: true,
      ...extra,
      auth,
    };
    const socket = url === undefined ? io(options) : io(url, options);
    this.#socket = socket;
    socket.on('connect', () => {
      this.#player.connected();
      this.#focus.connected();
      void this.#synchronise();
    });
    socket.on('disconnect', (reason) => this.#lost(reason === 'io server disconnect'));
    socket.on('connect_error', (error) => this.#failed(error));
    socket.on('entry', (raw: unknown) => this.#received(raw));
    socket.on('ended', () => this.#checkEnd(true));
    socket.on('restarting', () => {
      this.#restarting = true;
    });
    socket.on('roster', (raw: unknown) => {
      const roster = rosterSchema.safeParse(raw);
      if (!roster.success) return;
      this.#roster = roster.data;
      const here = new Set(roster.data.connected);
      this.#presence = new Map([...this.#presence].filter(([member]) => here.has(member)));
      this.#changed();
    });
    socket.on('player', (raw: unknown) => {
      const player = playerSchema.safeParse(raw);
      if (player.success) this.#player.heard(player.data.position);
    });
    socket.on('focus', (raw: unknown) => {
      const frame = focusFrameSchema.safeParse(raw);
      if (frame.success) this.#focus.heard(frame.data.focus);
    });
    socket.on('judging', (raw: unknown) => {
      const frame = judgingSchema.safeParse(raw);
      if (!frame.success) return;
      this.#judging = frame.data.judging;
      this.#changed();
    });
    socket.on('presence', (raw: unknown) => {
      const presence = memberPresenceSchema.safeParse(raw);
      if (!presence.success) return;
      const { member, typing, selected } = presence.data;
      this.#presence = new Map(this.#presence).set(member, { typing, selected });
      this.#changed();
    });
  }

  close(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    this.#early = null;
    const socket = this.#socket;
    this.#socket = null;
    socket?.off();
    socket?.disconnect();
  }

  /** Gives a command. Resolves with its answer, however often the connection is lost in between. */
  send(body: CommandBody): Promise<Ack> {
    const command: Command = { ...body, id: nanoid() };
    if (this.#connection.kind === 'ended') {
      return Promise.resolve({ ok: false, refusal: refuse('sessionEnded') });
    }
    if (this.#connection.kind === 'refused') {
      return Promise.resolve({ ok: false, refusal: this.#connection.refusal });
    }
    const answer = this.#outbox.add(command, Date.now());
    this.#changed();
    this.#flush();
    return answer;
  }

  /** Tells the others what this member is at; lost without harm when there is no connection. */
  showPresence(presence: Presence): void {
    if (this.#connection.kind === 'live') this.#socket?.volatile.emit('presence', presence, () => {});
  }

  /** The teacher moves the class's player, opens it or (null) closes it. */
  showPlayer(position: PlayerPosition | null): void {
    this.#player.show(position);
  }

  /** What projectors that follow the teacher show; null leaves them to themselves. */
  showFocus(focus: Focus | null): void {
    this.#focus.show(focus);
  }

  #shown<T>(pause: number, tell: (value: T | null) => Promise<boolean>): ShownToAll<T> {
    return new ShownToAll<T>({
      pause,
      tell,
      later: (work, milliseconds) => this.#later(work, milliseconds),
      leads: () => this.#view.me?.role === 'teacher',
      changed: () => this.#changed(),
    });
  }

  async #tellPlayer(position: PlayerPosition | null): Promise<boolean> {
    try {
      const raw: unknown = await this.#socket?.timeout(this.#patience).emitWithAck('player', { position });
      const answer = playerAckSchema.safeParse(raw);
      return !answer.success || answer.data.ok || answer.data.refusal.code === 'tooFast';
    } catch {
      return true;
    }
  }

  /**
   * A collection that ran in entry `seq`, step by step; null where none did. Rejects where the log cannot be had or
   * comes out differently.
   */
  film(seq: number, collection: number): Promise<CollectionFilm | null> {
    return this.#copy.past.film(seq, collection, async (upTo) => {
      const raw: unknown = await this.#socket?.timeout(this.#patience).emitWithAck('past', { upTo });
      const reply = pastAckSchema.parse(raw);
      if (!reply.ok) throw new PastRefused(reply.refusal);
      return reply.entries;
    });
  }

  /** Whether `view.heap` holds the interpreter's own objects as well. */
  showInternals(internals: boolean): void {
    if (this.#copy.showInternals(internals)) this.#changed();
  }

  #later(work: () => void, milliseconds: number): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      work();
    }, milliseconds);
    this.#timers.add(timer);
  }

  // ---- connection ---------------------------------------------------------------------------------------------

  #lost(byServer: boolean): void {
    this.#early = null;
    if (this.#connection.kind === 'live') {
      this.#connection = { kind: 'reconnecting', since: Date.now(), restarting: this.#restarting };
    }
    this.#roster = NOTHING.roster;
    this.#presence = NOTHING.presence;
    this.#judging = NOTHING.judging;
    // The library comes back by itself unless the server hung up.
    if (byServer) this.#later(() => this.#socket?.connect(), this.#pause);
    this.#changed();
  }

  /** Could not connect. Where the server said why, that is final unless it passes. */
  #failed(error: Error): void {
    const refusal = refusalSchema.safeParse('data' in error ? error.data : undefined);
    if (!refusal.success) return;
    // Away while the lesson ended: it stays on the screen as for all the others. Who was in it and is a stranger now has
    // come to the next lesson of the class.
    const over = refusal.data.code === 'noSession' || refusal.data.code === 'notMember';
    if (over && this.#copy.session !== null) this.#checkEnd(true);
    else if (passes(refusal.data)) this.#later(() => this.#socket?.connect(), this.#pause);
    else this.#refused(refusal.data);
  }

  #refused(refusal: Refusal): void {
    this.#connection = { kind: 'refused', refusal };
    this.#outbox.close({ ok: false, refusal });
    this.close();
    this.#changed();
  }

  /** An ended lesson stays on the screen as it was; the code may soon stand for the next one. */
  #checkEnd(said: boolean): void {
    if (!said && (this.#copy.session?.state.endedAt ?? null) === null) return;
    this.#connection = { kind: 'ended' };
    this.#outbox.close({ ok: false, refusal: refuse('sessionEnded') });
    this.close();
    this.#changed();
  }

  // ---- entries ------------------------------------------------------------------------------------------------

  #received(raw: unknown): void {
    const entry = entrySchema.safeParse(raw);
    if (!entry.success) this.#refused(refuse('wrongWire'));
    else if (this.#early !== null) this.#early.push(entry.data);
    else if (this.#take(entry.data)) this.#changed(true);
    else void this.#synchronise();
  }

  /** False where this copy cannot go on from what it has. */
  #take(entry: Entry): boolean {
    if (this.#copy.session === null) return false;
    if (entry.seq <= this.#copy.seq) return true;
    if (!this.#copy.take(entry)) return false;
    if (entry.command !== null && entry.actor === this.#me) this.#outbox.entered(entry.command, entry.seq);
    this.#outbox.reached(entry.seq);
    if (entry.kind === 'end') this.#checkEnd(false);
    if (entry.kind === 'remove' && entry.member === this.#me) this.#refused(refuse('removed'));
    return true;
  }

  /** Asks for what this copy lacks: the tail after its seq, or everything. */
  async #synchronise(): Promise<void> {
    const socket = this.#socket;
    if (socket === null || this.#early !== null) return;
    if (this.#copy.hopeless) return this.#refused(refuse('wrongWire'));
    this.#early = [];
    const since = this.#copy.seq;
    try {
      const raw: unknown = await socket.timeout(this.#patience).emitWithAck('resync', { since });
      if (socket !== this.#socket || this.#early === null) return;
      const reply = resyncAckSchema.safeParse(raw);
      if (!reply.success) return this.#refused(refuse('wrongWire'));
      if (reply.data.ok) this.#resynced(reply.data);
      else if (!passes(reply.data.refusal)) this.#refused(reply.data.refusal);
      else this.#synchroniseLater();
    } catch {
      if (socket === this.#socket && socket.connected) this.#synchroniseLater();
    }
  }

  #synchroniseLater(): void {
    this.#early = null;
    this.#later(() => void this.#synchronise(), this.#pause);
  }

  #resynced(reply: Extract<ResyncAck, { ok: true }>): void {
    const early = this.#early ?? [];
    this.#early = null;
    // Another member than before: this is another lesson under the same code.
    if (this.#copy.session !== null && this.#me !== reply.me) {
      this.#copy.forget();
      this.#me = reply.me;
      void this.#synchronise();
      return;
    }
    this.#me = reply.me;
    this.#clock = reply.now - Date.now();
    this.#copy.restore(reply);
    const whole = [...reply.entries, ...early].every((entry) => this.#take(entry));
    if (this.#copy.session === null) {
      void this.#synchronise();
      return;
    }
    if (!whole) {
      this.#changed();
      this.#synchroniseLater();
      return;
    }
    if (this.#connection.kind === 'ended' || this.#connection.kind === 'refused') return;
    this.#copy.proved();
    this.#restarting = false;
    this.#connection = { kind: 'live' };
    this.#outbox.reached(this.#copy.seq);
    this.#changed();
    this.#checkEnd(false);
    this.#flush();
  }

  // ---- commands -----------------------------------------------------------------------------------------------

  #flush(): void {
    const socket = this.#socket;
    if (socket === null || this.#connection.kind !== 'live') return;
    const transmit = async (command: Command): Promise<Ack> => {
      const reply: unknown = await socket.timeout(this.#patience).emitWithAck('command', command);
      return ackSchema.parse(reply);
    };
    // Only a restart is waited out silently: the others are for the person to decide on.
    const again = (ack: Ack) => !ack.ok && ack.refusal.code === 'restarting';
    const changed = () => {
      if (this.#copy.session !== null) this.#outbox.reached(this.#copy.seq);
      this.#changed();
    };
    void this.#outbox.flush(transmit, again, changed).then(() => {
      const left = !this.#outbox.empty && this.#connection.kind === 'live';
      if (left && socket === this.#socket) this.#later(() => this.#flush(), this.#pause);
    });
  }

  // ---- what screens see ---------------------------------------------------------------------------------------

  /** `atOnce`: in this task, unless a heap has just been drawn. */
  #changed(atOnce = false): void {
    const pause = FRAME - (performance.now() - this.#drawn);
    if (atOnce && pause <= 0) {
      this.#publish();
      return;
    }
    if (this.#publishing) return;
    this.#publishing = true;
    const publish = () => {
      this.#publishing = false;
      this.#publish();
    };
    if (pause > 0) setTimeout(publish, pause);
    else next(publish);
  }

  #publish(): void {
    const { heap: before } = this.#view;
    const { session, history, digest, step } = this.#copy;
    const state = session?.state ?? this.#view.state;
    this.#view = {
      connection: this.#connection,
      me: (state !== null && this.#me !== null ? memberOf(state, this.#me) : undefined) ?? null,
      state,
      heap: this.#copy.heap() ?? this.#view.heap,
      machine: session?.machine ?? this.#view.machine,
      history,
      digest,
      step,
      pending: this.#outbox.list,
      roster: this.#roster,
      presence: this.#presence,
      player: this.#player.value,
      focus: this.#focus.value,
      judging: this.#judging,
      clock: this.#clock,
    };
    for (const listener of this.#listeners) listener();
    if (this.#view.heap !== before) this.#drawn = performance.now();
  }
}
