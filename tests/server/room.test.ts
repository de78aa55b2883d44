/** The room's promises when what it stands on fails: the store, the engine, another host. */
import { expect, onTestFinished, test } from 'vitest';
import type { Asker } from '../../classroom/decide.ts';
import type { Command } from '../../classroom/protocol/command.ts';
import type { Entry } from '../../classroom/protocol/entry.ts';
import type { Judging } from '../../classroom/protocol/messages.ts';
import type { ClassState } from '../../classroom/protocol/state.ts';
import type { PrismaClient } from '../../prisma/client/client.ts';
import { createLog } from '../../server/log.ts';
import type { Audience } from '../../server/rooms/audience.ts';
import { Room } from '../../server/rooms/room.ts';
import type { Persons } from '../../server/store/consequences.ts';
import { createClassroom, ownTeacher, startSession } from '../../server/store/lessons.ts';
import { rowToEntry } from '../../server/store/rows.ts';
import { Store } from '../../server/store/store.ts';
import { migratedDatabase } from './databases.ts';

/** Writes down whom the room told what, in order. */
class Listeners implements Audience {
  readonly heard: number[] = [];
  readonly appendsSeen: number[] = [];
  students: string[] = [];
  toTeacher(entry: Entry): void {
    this.heard.push(entry.seq);
  }
  toViewers(): void {}
  toStudent(): void {}
  toStudentsExcept(): void {}
  connectedStudents(): readonly string[] {
    return this.students;
  }
  /** How far the answers were judged, each time it was told. */
  readonly judgings: (Judging | null)[] = [];
  judging(judging: Judging | null): void {
    this.judgings.push(judging);
  }
  ended(): void {}
  removed(): void {}
}

type Trouble = 'before' | 'after';

/** A real store whose next append breaks, before or after it has written. */
class BreakingStore extends Store {
  trouble: Trouble | null = null;
  readonly batches: number[] = [];

  override async append(
    sessionId: string,
    entries: readonly Entry[],
    state: ClassState,
    persons: Persons,
  ): Promise<void> {
    const { trouble } = this;
    this.trouble = null;
    this.batches.push(entries.length);
    if (trouble === 'before') throw new Error('the database is away');
    await super.append(sessionId, entries, state, persons);
    if (trouble === 'after') throw new Error('the connection broke after the commit');
  }
}

async function lesson() {
  const { client } = await migratedDatabase();
  const teacher = await ownTeacher(client);
  const { id } = await createClassroom(client, teacher.id, 'Class');
  const sessionId = (await startSession(client, teacher.id, id, 1))?.id ?? '';
  const host = await hostOf(client, sessionId, teacher.id);
  return { ...host, client, sessionId, teacherId: teacher.id };
}

/** One process that hosts the room. */
async function hostOf(client: PrismaClient, sessionId: string, teacherId: string) {
  const listeners = new Listeners();
  const store = new BreakingStore(client);
  const clock = { broken: false, ticks: 0, tick: 0 };
  let ids = 0;
  const room = new Room({
    sessionId,
    store,
    audience: listeners,
    log: createLog('silent'),
    now: () => {
      if (!clock.broken) return 1000;
      clock.broken = false;
      throw new Error('a fault in the middle of a command');
    },
    ticks: () => {
      clock.ticks += clock.tick;
      return clock.ticks;
    },
    newId: () => `member-${++ids}`,
  });
  onTestFinished(() => room.close());
  const { member } = await room.look(teacherId);
  const asker = { role: 'teacher', id: member ?? '' } as const;
  const run = (source: string, id = `command-${source}`) => {
    const command: Command = { id, kind: 'run', source };
    return room.submit(asker, command).then((answer) => (answer.ok ? answer.seq : answer.refusal.code));
  };
  return { room, store, listeners, clock, run };
}

test('nobody hears of an entry that could not be stored, and the heap is as it was', async () => {
  const { run, store, listeners, room } = await lesson();
  expect(await run('a = 1')).toBe(2);
  store.trouble = 'before';
  expect(await run('b = 1')).toBe('notSaved');
  expect(listeners.heard).toEqual([2]);
  expect((await room.look(null)).state.seq).toBe(2);
  expect(await run('b = 1')).toBe(3);
  expect(listeners.heard).toEqual([2, 3]);
});

test('an append that broke after it was written is answered as done, and told once', async () => {
  const { run, store, listeners } = await lesson();
  store.trouble = 'after';
  expect(await run('a = 1')).toBe(2);
  expect(await run('b = 1')).toBe(3);
  expect(listeners.heard).toEqual([2, 3]);
});

test('a join whose append broke after it was written is a join', async () => {
  const { room, store, run } = await lesson();
  store.trouble = 'after';
  const ana = await room.join('person-ana', 'Ana');
  expect(ana).toMatchObject({ ok: true });
  expect(await room.join('person-ana', 'Ana')).toEqual(ana);
  store.trouble = 'before';
  expect(await room.join('person-ben', 'Ben')).toMatchObject({ ok: false, refusal: { code: 'notSaved' } });
  expect(await room.join('person-ben', 'Ben')).toMatchObject({ ok: true });
  expect(await run('a = 1')).toBe(4);
});

test('a fault in a command refuses that one only; what came with it is kept', async () => {
  const { run, clock, listeners } = await lesson();
  const before = run('a = 1');
  const faulty = run('b = 1').then((answer) => answer);
  clock.broken = true;
  expect(await before).toBe('engineFault');
  expect(await faulty).toBe(2);
  expect(await run('c = 1')).toBe(3);
  expect(listeners.heard).toEqual([2, 3]);
});

test('commands that come together are stored together', async () => {
  const { run, store } = await lesson();
  const seqs = await Promise.all(Array.from({ length: 50 }, (_, n) => run(`a${n} = 1`)));
  expect(seqs).toEqual(Array.from({ length: 50 }, (_, n) => n + 2));
  expect(store.batches.length).toBeLessThan(5);
});

test('where everything takes long, others get a turn after each piece, and nothing else changes', async () => {
  const { run, store, clock, listeners, reveal, marks } = await answeredTask();
  // Longer than any piece may take.
  clock.tick = 1000;
  const heard = listeners.heard.length;
  const batches = store.batches.length;
  expect(await reveal()).toBe(19);
  expect(await marks()).toEqual(RIGHT_AND_WRONG);
  expect(listeners.heard.slice(heard)).toEqual([19]);
  const seqs = await Promise.all([1, 2, 3, 4].map((n) => run(`b${n} = 1`)));
  expect(seqs).toEqual([20, 21, 22, 23]);
  expect(listeners.heard.slice(heard)).toEqual([19, 20, 21, 22, 23]);
  expect(store.batches.slice(batches)).toEqual([1, 1, 1, 1, 1]);
});

test('two hosts of one session: the fence holds, the one that was late catches up, nothing is lost', async () => {
  const first = await lesson();
  const second = await hostOf(first.client, first.sessionId, first.teacherId);
  expect(await first.run('a = 1')).toBe(2);
  expect(await second.run('b = 1')).toBe('notSaved');
  expect(second.listeners.heard).toEqual([2]);
  expect(await second.run('b = 1')).toBe(3);
  expect(await first.run('c = 1')).toBe('notSaved');
  expect(first.listeners.heard).toEqual([2, 3]);
  const rows = await first.client.entry.findMany({ orderBy: { seq: 'asc' } });
  expect(rows.map(({ seq }) => seq)).toEqual([1, 2, 3]);
});

test('a retry after the newest commands were forgotten is still not run twice', async () => {
  const { run, client, sessionId } = await lesson();
  expect(await run('a = 1', 'command-old')).toBe(2);
  expect(await run('b = 1', 'command-new')).toBe(3);
  // As after two thousand more commands: the state does not know it any more, the log does.
  await client.entry.update({
    where: { sessionId_seq: { sessionId, seq: 2 } },
    data: { command: 'command-forgotten' },
  });
  expect(await run('c = 1', 'command-forgotten')).toBe(2);
  expect(await client.entry.count({ where: { sessionId } })).toBe(3);
});

test('a room that is closed has carried out what was asked before and refuses what comes after', async () => {
  const { run, room, client } = await lesson();
  const last = run('a = 1');
  const closing = room.close();
  expect(await run('b = 1')).toBe('restarting');
  expect(await last).toBe(2);
  await closing;
  expect(await client.snapshot.count()).toBe(1);
});

const LEAK: Command = {
  id: 'command-task',
  kind: 'challenge.open',
  challenge: {
    kind: 'task',
    prompt: 'Leak one list.',
    setup: '',
    goals: [{ goal: 'leak', objects: 1 }],
    statements: null,
  },
  rules: { seconds: null, confidence: false, speed: false },
};

/** A task that eight students have answered, every other one rightly. */
async function answeredTask() {
  const one = await lesson();
  const { room, listeners } = one;
  const { member } = await room.look(one.teacherId);
  const teacher = { role: 'teacher', id: member ?? '' } as const;
  const order: string[] = [];
  const noted = async (what: string, asker: Asker, command: Command) => {
    const answer = await room.submit(asker, command);
    order.push(what);
    return answer.ok ? answer.seq : answer.refusal.code;
  };
  const students: Asker[] = [];
  for (let n = 1; n <= 8; n++) {
    const joined = await room.join(`person-${n}`, `Student ${n}`);
    if (joined.ok) students.push({ role: 'student', id: joined.member });
  }
  expect(await noted('open', teacher, LEAK)).toBe(10);
  const answer = (n: number, inputs: string[], id = `command-answer-${n}`): Command => ({
    id,
    kind: 'challenge.answer',
    challenge: 1,
    answer: { kind: 'task', inputs },
  });
  for (const [n, student] of students.entries())
    await room.submit(student, answer(n, n % 2 === 0 ? ['a = []; a.append(a); del a'] : ['a = []']));
  const reveal = () => noted('reveal', teacher, { id: 'command-reveal', kind: 'challenge.reveal' });
  const marks = async () => {
    const row = await one.client.entry.findFirstOrThrow({ where: { kind: 'challenge.reveal' } });
    const entry = rowToEntry(row);
    return entry.kind === 'challenge.reveal' ? entry.outcome?.marks.map(({ points }) => points) : [];
  };
  return { ...one, teacher, students, order, noted, answer, reveal, marks, listeners };
}

/** [SC4] All of one goal, and the fewest inputs; or nothing. */
const RIGHT_AND_WRONG = [1000, 0, 1000, 0, 1000, 0, 1000, 0];

test('while a task’s answers are judged the room goes on, and nothing overtakes the reveal that would matter', async () => {
  const { room, students, order, noted, answer, reveal, marks, teacher, listeners } = await answeredTask();
  const [first] = students;
  if (first === undefined) throw new Error('nobody there');
  const all = [
    reveal(),
    // Sent again by a page that heard no answer: the same command.
    reveal(),
    noted('twice', teacher, { id: 'command-twice', kind: 'challenge.reveal' }),
    noted('end', teacher, { id: 'command-end', kind: 'end' }),
    // An answer that was counted, whose author did not hear so.
    noted('known', first, answer(0, ['a = []; a.append(a); del a'])),
    noted('answer', first, answer(0, ['a = []'], 'command-late')),
    noted('statement', first, { id: 'command-run', kind: 'run', source: 'b = 1' }),
    noted('frozen', teacher, { id: 'command-frozen', kind: 'settings', settings: { frozen: true } }),
    room.join('person-late', 'Late').then(({ ok }) => {
      order.push('join');
      return ok;
    }),
  ];
  // The teacher's other commands are carried out (seq 19) and somebody joins (20) before the reveal.
  expect(await Promise.all(all)).toEqual([21, 21, 'judging', 'judging', 11, 'tooLate', 'taskOpen', 19, true]);
  expect(order.slice(-2)).toEqual(['reveal', 'reveal']);
  expect(order.slice(0, -2).sort()).toEqual(
    ['answer', 'end', 'frozen', 'join', 'known', 'open', 'statement', 'twice'].sort(),
  );
  expect(await marks()).toEqual(RIGHT_AND_WRONG);
  // Told with each answer that is marked, and that it is over.
  expect(listeners.judgings).toEqual([
    ...Array.from({ length: 7 }, (_, at) => ({ number: 1, done: at + 1, of: 8 })),
    { number: 1, done: 8, of: 8 },
    null,
  ]);
  expect(await noted('end', teacher, { id: 'command-end-2', kind: 'end' })).toBe(22);
});

test('a task that is cancelled while its answers are judged has no marks, and its reveal is answered', async () => {
  const { noted, reveal, teacher, listeners } = await answeredTask();
  const revealed = reveal();
  while (listeners.judgings.length === 0) await new Promise((turn) => setImmediate(turn));
  expect(await noted('cancel', teacher, { id: 'command-cancel', kind: 'challenge.cancel' })).toBe(19);
  expect(await revealed).toBe('noChallenge');
  expect(listeners.judgings.at(-1)).toBeNull();
});

test('a closed task is judged before its reveal is asked for', async () => {
  const { room, teacher, order, noted, reveal, marks } = await answeredTask();
  await noted('close', teacher, { id: 'command-close', kind: 'challenge.close' });
  while (!room.idle) await new Promise((turn) => setImmediate(turn));
  const revealed = reveal();
  const joined = room.join('person-late', 'Late').then(() => order.push('join'));
  expect(await revealed).toBe(20);
  await joined;
  expect(order).toEqual(['open', 'close', 'reveal', 'join']);
  expect(await marks()).toEqual(RIGHT_AND_WRONG);
});
