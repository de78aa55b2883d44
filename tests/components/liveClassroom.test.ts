/** The live client against a real Socket.IO server that drives a real session. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { deflateRawSync } from 'node:zlib';
import { Server, type Socket } from 'socket.io';
import { afterEach, expect, test } from 'vitest';
import { commandSchema } from '../../classroom/protocol/command.ts';
import type { Entry } from '../../classroom/protocol/entry.ts';
import { type Ack, type ResyncAck, resyncSchema } from '../../classroom/protocol/messages.ts';
import { refuse } from '../../classroom/protocol/refusal.ts';
import { redactState, wireEntry } from '../../classroom/redact.ts';
import { openingDraft, Session } from '../../classroom/session.ts';
import type { LiveView } from '../../components/live/connection.ts';
import { LiveClassroom } from '../../components/live/liveClassroom.ts';

const TEACHER = { id: 'teacher-1', handle: 'teacher', nickname: 'Teacher', role: 'teacher' } as const;
const ANA = 'student-1';
const viewer = { role: 'student', id: ANA } as const;

/** One student's door to one session; what it does wrong is asked for by the test. */
class Host {
  readonly io: Server;
  readonly #http = createServer();
  readonly entries: Entry[] = [];
  readonly session: Session;
  readonly commands: string[] = [];
  readonly resyncs: number[] = [];
  /** Answers of this many commands are lost with the connection. */
  loseAnswers = 0;
  /** Commands are carried out once this is over. */
  hold: Promise<void> = Promise.resolve();
  refusal = refuse('notMember');
  closed = false;

  constructor() {
    const opened = Session.open(openingDraft(TEACHER, 1));
    this.session = opened.session;
    this.entries.push(opened.entry);
    const joined = this.session.join(ANA, 'Ana', 2);
    if (joined.kind !== 'applied') throw new Error('Ana could not join');
    this.entries.push(joined.entry);
    this.io = new Server(this.#http);
    this.io.use((_socket, next) => {
      next(this.closed ? Object.assign(new Error(this.refusal.message), { data: this.refusal }) : undefined);
    });
    this.io.on('connection', (socket) => this.#serve(socket));
  }

  listen(): Promise<string> {
    return new Promise((resolve) => {
      this.#http.listen(0, '127.0.0.1', () => {
        const address: AddressInfo | string | null = this.#http.address();
        if (address === null || typeof address === 'string') throw new Error('no port');
        resolve(`http://127.0.0.1:${address.port}`);
      });
    });
  }

  /** Somebody else's statement. */
  run(source: string, tell = true): Entry {
    const id = `teacher-${this.entries.length}`;
    const done = this.session.submit(TEACHER, { id: id.padEnd(12, '-'), kind: 'run', source }, 3);
    if (done.kind !== 'applied') throw new Error(`not run: ${source}`);
    this.entries.push(done.entry);
    if (tell) this.io.emit('entry', wireEntry(done.entry, viewer, true));
    return done.entry;
  }

  #serve(socket: Socket): void {
    socket.on('resync', (raw: unknown, ack: (answer: ResyncAck) => void) => {
      const { since } = resyncSchema.parse(raw);
      this.resyncs.push(since);
      const { state, machine } = this.session.snapshot();
      const snapshot =
        since === 0
          ? { seq: state.seq, state: redactState(state, viewer, true), machine: deflateRawSync(machine) }
          : null;
      const tail =
        since === 0 ? [] : this.entries.slice(since).map((entry) => wireEntry(entry, viewer, true));
      ack({ ok: true, me: ANA, now: Date.now(), snapshot, entries: tail });
    });
    socket.on('command', async (raw: unknown, ack: (answer: Ack) => void) => {
      await this.hold;
      const command = commandSchema.parse(raw);
      this.commands.push(command.id);
      const done = this.session.submit({ role: 'student', id: ANA }, command, 4);
      if (done.kind === 'applied') this.entries.push(done.entry);
      if (this.loseAnswers > 0) {
        this.loseAnswers--;
        socket.conn.close();
        return;
      }
      if (done.kind === 'applied') this.io.emit('entry', wireEntry(done.entry, viewer, true));
      ack(
        done.kind === 'refused'
          ? { ok: false, refusal: done.refusal }
          : { ok: true, seq: done.kind === 'applied' ? done.entry.seq : done.seq },
      );
    });
  }

  async stop(): Promise<void> {
    await this.io.close();
  }
}

const open: { stop(): void | Promise<void> }[] = [];

afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.stop();
});

async function enter(host: Host): Promise<LiveClassroom> {
  const url = await host.listen();
  const live = new LiveClassroom({
    code: 'ABCDEF',
    as: 'member',
    url,
    pause: 20,
    socket: { reconnectionDelay: 20, reconnectionDelayMax: 40 },
  });
  open.push(host, { stop: () => live.close() });
  live.open();
  return live;
}

function until(live: LiveClassroom, holds: (view: LiveView) => boolean): Promise<LiveView> {
  return new Promise((resolve) => {
    const check = () => {
      if (!holds(live.view())) return;
      leave();
      resolve(live.view());
    };
    const leave = live.subscribe(check);
    check();
  });
}

const isLive = (view: LiveView) => view.connection.kind === 'live';

test('a newcomer starts from the snapshot and follows the entries to the same digest [LG2] [LG3]', async () => {
  const host = new Host();
  host.run('a = []', false);
  const live = await enter(host);
  const first = await until(live, isLive);
  expect(first.state?.seq).toBe(3);
  expect(first.me?.nickname).toBe('Ana');
  const entry = host.run('b = []');
  const after = await until(live, (view) => view.state?.seq === 4);
  expect(after.digest).toBe(entry.digest);
  expect(
    after.heap?.namespaces.find((each) => each.title === 'teacher')?.names.map(({ name }) => name),
  ).toEqual(['a', 'b']);
  expect(host.resyncs).toEqual([0]);
});

test('a command is pending until its entry is there, and answered with its seq', async () => {
  const host = new Host();
  const live = await enter(host);
  await until(live, isLive);
  let release = () => {};
  host.hold = new Promise((resolve) => {
    release = resolve;
  });
  const answer = live.send({ kind: 'run', source: 'x = []' });
  const pending = await until(live, (view) => view.pending.length === 1);
  expect(pending.pending[0]?.command).toMatchObject({ kind: 'run', source: 'x = []' });
  release();
  expect(await answer).toEqual({ ok: true, seq: 3 });
  const after = await until(live, (view) => view.pending.length === 0);
  expect(after.state?.transcript.map((line) => line.source)).toEqual(['x = []']);
});

test('a refusal is the answer, and nothing stays pending', async () => {
  const host = new Host();
  const live = await enter(host);
  await until(live, isLive);
  const ack = await live.send({ kind: 'end' });
  expect(ack).toMatchObject({ ok: false, refusal: { code: 'notAllowed' } });
  expect((await until(live, (view) => view.pending.length === 0)).state?.endedAt).toBeNull();
});

test('a command whose answer was lost is sent again under its id and runs once [LG4]', async () => {
  const host = new Host();
  host.loseAnswers = 1;
  const live = await enter(host);
  await until(live, isLive);
  const answer = live.send({ kind: 'run', source: 'x = []' });
  expect(await answer).toEqual({ ok: true, seq: 3 });
  const after = await until(live, (view) => isLive(view) && view.pending.length === 0);
  expect(after.state?.seq).toBe(3);
  expect(new Set(host.commands).size).toBe(1);
  expect(host.entries.filter((entry) => entry.kind === 'run')).toHaveLength(1);
  // Only the tail was asked for the second time.
  expect(host.resyncs).toEqual([0, 2]);
});

test('what is given while the connection is away goes out when it is back', async () => {
  const host = new Host();
  const live = await enter(host);
  await until(live, isLive);
  host.io.disconnectSockets(true);
  await until(live, (view) => view.connection.kind === 'reconnecting');
  const answer = live.send({ kind: 'run', source: 'x = []' });
  expect(await answer).toEqual({ ok: true, seq: 3 });
  expect((await until(live, (view) => isLive(view) && view.state?.seq === 3)).pending).toEqual([]);
});

test('a missing entry is asked for [LG1]', async () => {
  const host = new Host();
  const live = await enter(host);
  await until(live, isLive);
  host.run('a = []', false);
  const last = host.run('b = []');
  const after = await until(live, (view) => view.state?.seq === 4);
  expect(after.digest).toBe(last.digest);
  expect(host.resyncs).toEqual([0, 2]);
});

test('a copy that comes out differently starts over from a snapshot [LG2]', async () => {
  const host = new Host();
  const live = await enter(host);
  await until(live, isLive);
  const real = host.run('a = []', false);
  host.io.emit('entry', { ...wireEntry(real, viewer, true), digest: '0000000000000000' });
  const after = await until(live, (view) => view.digest === real.digest);
  expect(after.state?.seq).toBe(3);
  expect(host.resyncs).toEqual([0, 0]);
});

test('who is refused at the door is told why, and does not knock again', async () => {
  const host = new Host();
  host.closed = true;
  const live = await enter(host);
  const view = await until(live, ({ connection }) => connection.kind === 'refused');
  expect(view.connection).toMatchObject({ kind: 'refused', refusal: { code: 'notMember' } });
  expect(await live.send({ kind: 'run', source: 'x = []' })).toMatchObject({
    ok: false,
    refusal: { code: 'notMember' },
  });
});

test('an ended lesson stays on the screen, and its own end is no failure', async () => {
  const host = new Host();
  const live = await enter(host);
  await until(live, isLive);
  const done = host.session.submit(TEACHER, { id: 'the-end-of-it', kind: 'end' }, 5);
  if (done.kind !== 'applied') throw new Error('not ended');
  host.entries.push(done.entry);
  host.io.emit('entry', done.entry);
  host.io.emit('ended');
  const view = await until(live, ({ connection }) => connection.kind === 'ended');
  expect(view.state?.endedAt).toBe(5);
  expect(view.heap).not.toBeNull();
});

test('who was away while the lesson ended comes back to its end, and who was never in it is told why', async () => {
  const host = new Host();
  const live = await enter(host);
  await until(live, isLive);
  host.refusal = refuse('noSession');
  host.closed = true;
  host.io.disconnectSockets(true);
  const view = await until(live, ({ connection }) => connection.kind === 'ended');
  expect(view.heap).not.toBeNull();
  // The class had a new lesson already when this page came back: it is not in that one, and its own is over.
  const other = new Host();
  const away = await enter(other);
  await until(away, isLive);
  other.refusal = refuse('notMember');
  other.closed = true;
  other.io.disconnectSockets(true);
  const over = await until(away, ({ connection }) => connection.kind === 'ended');
  expect(over.me?.nickname).toBe('Ana');
  expect(await away.send({ kind: 'run', source: 'x = []' })).toMatchObject({
    refusal: { code: 'sessionEnded' },
  });
  const empty = new Host();
  empty.refusal = refuse('noSession');
  empty.closed = true;
  const stranger = await enter(empty);
  const refused = await until(stranger, ({ connection }) => connection.kind === 'refused');
  expect(refused.connection).toMatchObject({ refusal: { code: 'noSession' } });
});
