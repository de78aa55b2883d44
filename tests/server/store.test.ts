/** What a room relies on, on every database that Heaproom runs on. */
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../classroom/protocol/challenge.ts';
import type { Entry } from '../../classroom/protocol/entry.ts';
import { openingDraft, Session } from '../../classroom/session.ts';
import { Prisma } from '../../prisma/client/client.ts';
import { rebuild } from '../../server/rooms/rebuild.ts';
import { createDeck } from '../../server/store/decks.ts';
import { findLessons } from '../../server/store/lessonList.ts';
import { createClassroom, ownTeacher, startSession } from '../../server/store/lessons.ts';
import { pack, Store } from '../../server/store/store.ts';
import type { Wish } from '../classroom/lesson.ts';
import { DATABASE, migratedDatabase } from './databases.ts';

const NOW = 1_700_000_000_123;
const REVEALED = new URL('../../prisma/migrations/20261129080000_revealed/migration.sql', import.meta.url);
const TRUTH = new URL('../../prisma/migrations/20261129113000_truth/migration.sql', import.meta.url);
const NOBODY_NEW = new Map<string, string>();

async function lesson() {
  const { client } = await migratedDatabase();
  const teacher = await ownTeacher(client);
  const { id } = await createClassroom(client, teacher.id, 'Class');
  const started = await startSession(client, teacher.id, id, NOW);
  const store = new Store(client);
  const sessionId = started?.id ?? '';
  const session = await rebuild(store, sessionId, await store.load(sessionId));
  const actor = session.state.members[0]?.id ?? '';
  const run = (source: string, command: string): Entry => {
    const result = session.submit(
      { role: 'teacher', id: actor },
      { id: command, kind: 'run', source },
      NOW + 1,
    );
    if (result.kind !== 'applied') throw new Error(`not applied: ${result.kind}`);
    return result.entry;
  };
  return { client, store, sessionId, session, actor, run };
}

describe(DATABASE, () => {
  test('what is appended is loaded the same, to the millisecond', async () => {
    const { store, sessionId, session, run } = await lesson();
    const entries = [run('a = [1]', 'command-1'), run('b = a', 'command-2')];
    await store.append(sessionId, entries, session.state, NOBODY_NEW);
    const stored = await store.load(sessionId);
    expect(stored.snapshot).toBeNull();
    expect(stored.entries.slice(1)).toEqual(entries);
    expect(stored.entries[0]).toMatchObject({ kind: 'open', seq: 1, at: NOW });
    expect(await store.log(sessionId)).toEqual(stored.entries);
  });

  test('text that JSON can hold comes back as it was: NUL, lone surrogates, all planes', async () => {
    const { store, sessionId, session, run } = await lesson();
    const entry = run('a = 1', 'command-1');
    if (entry.kind !== 'run') throw new Error('not a run');
    const output = `\u0000 \ud800 \udfff "\\u0000" \u2028 \u{1f40d} \r\n`;
    const odd: Entry = { ...entry, outcome: { output, raised: '\u0000', fuel: 1 } };
    await store.append(sessionId, [odd], session.state, NOBODY_NEW);
    expect((await store.log(sessionId)).at(-1)).toEqual(odd);
  });

  test('the fence: of two hosts that write the same seq one fails whole', async () => {
    const { store, sessionId, session, run, client } = await lesson();
    const entries = [run('a = 1', 'command-1'), run('b = 1', 'command-2')];
    const [, second] = entries;
    if (second === undefined) throw new Error('no entry');
    const rival: Entry = { ...second, command: 'command-of-the-rival' };
    await store.append(sessionId, [rival], session.state, NOBODY_NEW);
    await expect(store.append(sessionId, entries, session.state, NOBODY_NEW)).rejects.toThrow();
    expect(await client.entry.count({ where: { sessionId } })).toBe(2);
  });

  test('one command of one member is stored once', async () => {
    const { store, sessionId, session, run, actor } = await lesson();
    const first = run('a = 1', 'command-1');
    await store.append(sessionId, [first], session.state, NOBODY_NEW);
    await expect(
      store.append(sessionId, [{ ...first, seq: 3 }], session.state, NOBODY_NEW),
    ).rejects.toThrow();
    expect(await store.seqOf(sessionId, actor, 'command-1')).toBe(2);
    expect(await store.seqOf(sessionId, actor, 'command-9')).toBeNull();
  });

  test('a member and their first entries are written together or not at all', async () => {
    const { store, sessionId, session, client } = await lesson();
    const join = session.join('member-1', 'Ana', NOW);
    if (join.kind !== 'applied') throw new Error('not applied');
    await expect(
      store.append(sessionId, [join.entry, join.entry], session.state, new Map([['member-1', 'person-1']])),
    ).rejects.toThrow();
    expect(await client.member.count({ where: { sessionId } })).toBe(1);
    await store.append(sessionId, [join.entry], session.state, new Map([['member-1', 'person-1']]));
    expect((await store.load(sessionId)).members.get('person-1')).toBe('member-1');
  });

  test('snapshot and tail lead to the same digest as the whole log', async () => {
    const { store, sessionId, session, run } = await lesson();
    const first = Array.from({ length: 5 }, (_, n) => run(`a${n} = [${n}]`, `command-a${n}`));
    await store.append(sessionId, first, session.state, NOBODY_NEW);
    const whole = await rebuild(store, sessionId, await store.load(sessionId));
    const { state, machine } = session.snapshot();
    await store.saveSnapshot(sessionId, state, await pack(machine));
    const second = Array.from({ length: 5 }, (_, n) => run(`b${n} = a${n}`, `command-b${n}`));
    await store.append(sessionId, second, session.state, NOBODY_NEW);
    const stored = await store.load(sessionId);
    expect(stored.snapshot?.state.seq).toBe(6);
    expect(stored.entries).toEqual(second);
    const rebuilt = await rebuild(store, sessionId, stored);
    expect(rebuilt.machine.digest()).toBe(session.machine.digest());
    expect(rebuilt.state).toEqual(session.state);
    for (const entry of second) whole.apply(entry);
    expect(whole.machine.digest()).toBe(session.machine.digest());
  });

  test('a newer snapshot replaces the older one, and one of another engine is not used', async () => {
    const { store, sessionId, session, run, client } = await lesson();
    for (const n of [1, 2]) {
      await store.append(sessionId, [run(`a${n} = 1`, `command-${n}`)], session.state, NOBODY_NEW);
      const { state, machine } = session.snapshot();
      await store.saveSnapshot(sessionId, state, await pack(machine));
    }
    expect(await client.snapshot.findMany({ select: { seq: true } })).toEqual([{ seq: 3 }]);
    await client.snapshot.updateMany({ data: { engineVersion: -1 } });
    const stored = await store.load(sessionId);
    expect(stored.snapshot).toBeNull();
    expect((await rebuild(store, sessionId, stored)).machine.digest()).toBe(session.machine.digest());
  });

  test('a log that goes back to before its snapshot is rebuilt', async () => {
    const { store, sessionId, session, run, actor } = await lesson();
    await store.append(sessionId, [run('a = [1]', 'command-1')], session.state, NOBODY_NEW);
    const past = session.machine.snapshot();
    const digest = session.machine.digest();
    await store.append(sessionId, [run('a = [2]', 'command-2')], session.state, NOBODY_NEW);
    const { state, machine } = session.snapshot();
    await store.saveSnapshot(sessionId, state, await pack(machine));
    const asker = { role: 'teacher', id: actor } as const;
    const back = session.submit(asker, { id: 'command-3', kind: 'rewind', to: 2 }, NOW, () => past);
    if (back.kind !== 'applied') throw new Error(back.kind);
    await store.append(sessionId, [back.entry], session.state, NOBODY_NEW);
    const stored = await store.load(sessionId);
    expect(stored.snapshot?.state.seq).toBe(3);
    const rebuilt = await rebuild(store, sessionId, stored);
    expect(rebuilt.machine.digest()).toBe(digest);
    expect(rebuilt.state).toEqual(session.state);
  });

  test('a log that says another digest than the engine comes to is not accepted', async () => {
    const { store, sessionId, session, run } = await lesson();
    await store.append(
      sessionId,
      [{ ...run('a = 1', 'command-1'), digest: '0000000000000000' }],
      session.state,
      NOBODY_NEW,
    );
    const stored = await store.load(sessionId);
    await expect(rebuild(store, sessionId, stored)).rejects.toThrow(/digest/);
  });

  test('a snapshot that is damaged is passed over for the log', async () => {
    const { store, sessionId, session, run, client } = await lesson();
    await store.append(sessionId, [run('a = [1]', 'command-1')], session.state, NOBODY_NEW);
    const { state, machine } = session.snapshot();
    await store.append(sessionId, [run('b = a', 'command-2')], session.state, NOBODY_NEW);
    const digest = session.machine.digest();
    const other = Session.open(openingDraft({ id: 'o', handle: 'other', nickname: 'O', role: 'teacher' }, 1));
    for (const damaged of [
      new Uint8Array([1, 2, 3]),
      await pack(machine.slice(0, machine.length / 2)),
      await pack(other.session.machine.snapshot()),
    ]) {
      await store.saveSnapshot(sessionId, state, damaged);
      const rebuilt = await rebuild(store, sessionId, await store.load(sessionId));
      expect(rebuilt.machine.digest()).toBe(digest);
    }
    await client.snapshot.updateMany({
      where: { sessionId },
      data: { state: { seq: 'x' }, machine: await pack(machine) },
    });
    const rebuilt = await rebuild(store, sessionId, await store.load(sessionId));
    expect(rebuilt.machine.digest()).toBe(digest);
  });

  test('deleting a teacher leaves nothing behind', async () => {
    const { store, sessionId, session, run, client } = await lesson();
    await store.append(sessionId, [run('a = 1', 'command-1')], session.state, NOBODY_NEW);
    const { state, machine } = session.snapshot();
    await store.saveSnapshot(sessionId, state, await pack(machine));
    await client.teacher.deleteMany();
    const counts = await Promise.all([
      client.classroom.count(),
      client.session.count(),
      client.member.count(),
      client.entry.count(),
      client.snapshot.count(),
      client.result.count(),
    ]);
    expect(counts).toEqual([0, 0, 0, 0, 0, 0]);
  });

  test('deleting a lesson takes everything in it, and nothing of other lessons', async () => {
    const { client } = await migratedDatabase();
    const teacher = await ownTeacher(client);
    const { id: classroomId } = await createClassroom(client, teacher.id, 'Class');
    const at = new Date(NOW);
    const deck = { heaproom: 'deck', version: 1, title: 'Kept', items: [] } as const;
    await createDeck(client, teacher.id, { ...deck, items: [] }, NOW);
    for (const sessionId of ['doomed', 'kept']) {
      await client.session.create({
        data: { id: sessionId, classroomId, startedAt: at, engineVersion: 1, wireVersion: 1 },
      });
      const member = { sessionId, memberId: 'm' };
      await client.member.create({
        data: {
          sessionId,
          id: 'm',
          person: 'p',
          handle: 'ana',
          nickname: 'Ana',
          role: 'student',
          joinedAt: at,
        },
      });
      const entry = { seq: 1, at, actor: 'm', heap: 'shared', kind: 'run', body: {}, digest: '0' };
      await client.entry.create({ data: { sessionId, ...entry } });
      await client.snapshot.create({
        data: { sessionId, seq: 1, engineVersion: 1, wireVersion: 1, state: {}, machine: new Uint8Array(8) },
      });
      await client.challenge.create({
        data: { sessionId, number: 1, kind: 'question', prompt: {}, openedSeq: 1 },
      });
      await client.answer.create({ data: { ...member, number: 1, value: {}, at, points: 1 } });
      await client.result.create({ data: { ...member, points: 1, correct: 1, answered: 1, statements: 1 } });
    }
    await client.session.deleteMany({ where: { id: 'doomed' } });
    const left = await Promise.all([
      client.session.findMany({ select: { id: true } }),
      client.member.findMany({ select: { sessionId: true } }),
      client.entry.findMany({ select: { sessionId: true } }),
      client.snapshot.findMany({ select: { sessionId: true } }),
      client.challenge.findMany({ select: { sessionId: true } }),
      client.answer.findMany({ select: { sessionId: true } }),
      client.result.findMany({ select: { sessionId: true } }),
    ]);
    expect(left).toEqual([[{ id: 'kept' }], ...Array.from({ length: 6 }, () => [{ sessionId: 'kept' }])]);
    // What is the teacher's and not the lesson's stays, and no table is forgotten here.
    expect([await client.classroom.count(), await client.deck.count()]).toEqual([1, 1]);
    expect(Object.keys(Prisma.ModelName).sort()).toEqual([
      'Answer',
      'Challenge',
      'Classroom',
      'Deck',
      'Entry',
      'Member',
      'Result',
      'Session',
      'SignInToken',
      'Snapshot',
      'Teacher',
    ]);
  });

  test('the list of lessons counts what was revealed: not what was cancelled or is open; older rows are found out', async () => {
    const { store, sessionId, session, actor, client } = await lesson();
    const teacher = await ownTeacher(client);
    let commands = 0;
    const must = async (wish: Wish): Promise<void> => {
      const asker = { role: 'teacher', id: actor } as const;
      const done = session.submit(asker, { ...wish, id: `challenge-${++commands}` }, NOW + commands);
      if (done.kind !== 'applied') throw new Error(`${wish.kind}: ${done.kind}`);
      await store.append(sessionId, [done.entry], session.state, NOBODY_NEW);
    };
    const round = { kind: 'challenge.open', challenge: { kind: 'round', generation: 2 } } as const;
    for (const end of ['challenge.reveal', 'challenge.cancel', 'challenge.reveal'] as const) {
      await must(round);
      await must({ kind: end });
    }
    await must(round);
    const counted = async () => {
      const query = { words: [], from: null, to: null, classroom: null, page: 1 };
      return (await findLessons(client, teacher.id, query)).lessons.map(({ challenges }) => challenges);
    };
    expect(await counted()).toEqual([2]);
    // As a database of before has them: the migration finds out from the log.
    await client.challenge.updateMany({ data: { revealed: false } });
    const [, update = ''] = (await readFile(REVEALED, 'utf8')).split(/^(?=UPDATE )/m);
    await client.$executeRawUnsafe(update);
    const rows = await client.challenge.findMany({ orderBy: { number: 'asc' }, select: { revealed: true } });
    expect(rows.map(({ revealed }) => revealed)).toEqual([true, false, true, false]);
    expect(await counted()).toEqual([2]);
    // So it does of what each round came to.
    const truths = async () =>
      (await client.challenge.findMany({ orderBy: { number: 'asc' } })).map(({ truth }) => truth);
    const nothing = { kind: 'round', returned: 0, freed: [], freedNames: [], moved: [] };
    const told = [nothing, null, nothing, null];
    expect(await truths()).toEqual(told);
    await client.challenge.updateMany({ data: { truth: Prisma.DbNull } });
    const [, find = ''] = (await readFile(TRUTH, 'utf8')).split(/^(?=UPDATE )/m);
    await client.$executeRawUnsafe(find);
    expect(await truths()).toEqual(told);
  });

  test('the answers of a reveal are stored as they were given, whatever was typed', async () => {
    const { store, sessionId, session, client } = await lesson();
    const teacherId = session.state.members[0]?.id ?? '';
    const persons = new Map<string, string>();
    const entries: Entry[] = [];
    const typed = [`\u0000 \ud800 \udfff "\\u0000" \u{1f40d}`, "'; DROP TABLE x; --", '{"a": [null]}'];
    for (const [at] of typed.entries()) {
      const joined = session.join(`member-${at}`, `Student ${at}`, NOW);
      if (joined.kind === 'applied') entries.push(joined.entry);
      persons.set(`member-${at}`, `person-${at}`);
    }
    let commands = 0;
    const must = (id: string, wish: Wish): void => {
      const role = id === teacherId ? 'teacher' : 'student';
      const done = session.submit({ role, id }, { ...wish, id: `command-${++commands}` }, NOW + commands);
      if (done.kind !== 'applied') throw new Error(`${wish.kind}: ${done.kind}`);
      entries.push(done.entry);
    };
    const answer = (challenge: number, at: number, given: Answer): void =>
      must(`member-${at}`, { kind: 'challenge.answer', challenge, answer: given });
    must(teacherId, {
      kind: 'challenge.open',
      challenge: { kind: 'question', prompt: '?', answer: { form: 'text' } },
      solution: { key: { form: 'text', model: '' }, explanation: '' },
    });
    for (const [at, text] of typed.entries()) answer(1, at, { kind: 'text', text });
    must(teacherId, { kind: 'challenge.reveal' });
    must(teacherId, {
      kind: 'challenge.open',
      challenge: { kind: 'question', prompt: '?', answer: { form: 'number', unit: '' } },
      solution: { key: { form: 'number', value: 1, tolerance: 0 }, explanation: '' },
    });
    for (const [at] of typed.entries()) answer(2, at, { kind: 'number', value: at });
    must(teacherId, { kind: 'challenge.reveal' });
    await store.append(sessionId, entries, session.state, persons);
    const rows = await client.answer.findMany({ orderBy: [{ number: 'asc' }, { memberId: 'asc' }] });
    expect(rows.map(({ value, correct, points }) => [value, correct, points])).toEqual([
      ...typed.map((text) => [{ kind: 'text', text }, null, 0]),
      [{ kind: 'number', value: 0 }, false, 0],
      [{ kind: 'number', value: 1 }, true, 1000],
      [{ kind: 'number', value: 2 }, false, 0],
    ]);
    const [first] = rows;
    expect(first?.at.getTime()).toBe(entries.find(({ kind }) => kind === 'challenge.reveal')?.at);
    const results = await client.result.findMany({ orderBy: { memberId: 'asc' } });
    expect(
      results.map(({ points, correct, answered, statements }) => [points, correct, answered, statements]),
    ).toEqual([
      [0, 0, 1, 0],
      [1000, 1, 1, 0],
      [0, 0, 1, 0],
    ]);
  });

  test('only one lesson of a classroom is open, whoever starts it', async () => {
    const { client } = await migratedDatabase();
    const teacher = await ownTeacher(client);
    const { id } = await createClassroom(client, teacher.id, 'Class');
    const started = await Promise.all([1, 2, 3, 4].map(() => startSession(client, teacher.id, id, NOW)));
    expect(new Set(started.map((each) => each?.id)).size).toBe(1);
    expect(await client.session.count()).toBe(1);
  });
});

test('an opening entry is made the same from the same draft', () => {
  const teacher = { id: 't', handle: 'teacher', nickname: 'T', role: 'teacher' } as const;
  const first = Session.open(openingDraft(teacher, NOW));
  const second = Session.open(openingDraft(teacher, NOW));
  expect(first.entry).toEqual(second.entry);
});
