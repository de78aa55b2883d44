import { inflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { stateSchema } from '../../classroom/protocol/state.ts';
import { wireVersion } from '../../classroom/protocol/version.ts';
import { PastNeeded, Session } from '../../classroom/session.ts';
import { joined, newCommandId, Person, serverOfThisFile, startLesson, Tab } from './lesson.ts';

const running = serverOfThisFile();

/** What a browser builds from a resync answer. */
function copyFrom(answer: Awaited<ReturnType<Tab['resync']>>): Session {
  if (answer.snapshot === null) throw new Error('no snapshot');
  const state = stateSchema.parse(answer.snapshot.state);
  const session = Session.restore({
    state,
    machine: new Uint8Array(inflateRawSync(answer.snapshot.machine)),
  });
  for (const entry of answer.entries) session.apply(entry);
  return session;
}

test('from a snapshot and what follows, everybody arrives at the digest of the log', async () => {
  const server = running();
  const { teacher, code } = await startLesson(server);
  const ana = await joined(server.url, code, 'Ana');
  const anaTab = await Tab.open(ana.person, code);
  for (let n = 0; n < 30; n++) await anaTab.run(`a${n} = [${n}]`);
  const late = await Tab.knock(teacher, { code, as: 'member', wire: wireVersion });
  const copy = copyFrom(await late.resync(0));
  expect(copy.state.seq).toBe(32);
  expect(copy.machine.digest()).toBe((await anaTab.entry(32)).digest);
  await anaTab.run('last = a0');
  const entry = await late.entry(33);
  copy.apply(entry);
  expect(late.entries.map(({ seq }) => seq)).toEqual([33]);
});

test('somebody who comes while others write misses nothing and gets nothing twice', async () => {
  const server = running();
  const { code } = await startLesson(server);
  const ana = await joined(server.url, code, 'Ana');
  const anaTab = await Tab.open(ana.person, code);
  const writing = (async () => {
    for (let n = 0; n < 40; n++) await anaTab.run(`a${n} = ${n}`);
  })();
  const watchers = await Promise.all(
    Array.from({ length: 6 }, async () => {
      const tab = await Tab.knock(new Person(server.url), { code, as: 'viewer', wire: wireVersion });
      return { tab, answer: await tab.resync(0) };
    }),
  );
  await writing;
  for (const { tab, answer } of watchers) {
    const copy = copyFrom(answer);
    await tab.until(() => tab.entries.at(-1)?.seq === 42 || copy.state.seq === 42);
    for (const entry of tab.entries) copy.apply(entry);
    expect(copy.state.seq).toBe(42);
  }
});

test('after a short absence only the missing entries come', async () => {
  const server = running();
  const { code } = await startLesson(server);
  const ana = await joined(server.url, code, 'Ana');
  const anaTab = await Tab.open(ana.person, code);
  for (let n = 0; n < 5; n++) await anaTab.run(`a${n} = ${n}`);
  const answer = await anaTab.resync(4);
  expect(answer.snapshot).toBeNull();
  expect(answer.entries.map(({ seq }) => seq)).toEqual([5, 6, 7]);
  const none = await anaTab.resync(7);
  expect(none).toMatchObject({ snapshot: null, entries: [], me: ana.member });
});

test('a seq from another log, beyond the end, gets a snapshot', async () => {
  const server = running();
  const { code, teacher } = await startLesson(server);
  const tab = await Tab.open(teacher, code);
  expect((await tab.resync(1000)).snapshot?.seq).toBe(1);
});

test('secrets stay with the server until the reveal: answers and solutions, live and in snapshots', async () => {
  const server = running();
  const { code, teacher, session } = await startLesson(server);
  const mine = { where: { sessionId: session } };
  const ana = await joined(server.url, code, 'Ana');
  const ben = await joined(server.url, code, 'Ben');
  const teacherTab = await Tab.open(teacher, code);
  const anaTab = await Tab.open(ana.person, code);
  const benTab = await Tab.open(ben.person, code);
  const projector = await Tab.open(new Person(server.url), code, 'viewer');
  const SECRET = 'because lists are mutable';
  await teacherTab.send({
    id: newCommandId(),
    kind: 'challenge.open',
    challenge: { kind: 'question', prompt: 'Which?', answer: { form: 'one', options: ['one', 'two'] } },
    solution: { key: { form: 'one', correct: 1 }, explanation: SECRET },
  });
  await anaTab.send({
    id: newCommandId(),
    kind: 'challenge.answer',
    challenge: 1,
    answer: { kind: 'one', choice: 1 },
  });
  for (const tab of [benTab, projector]) {
    await tab.entry(5);
    const seen = JSON.stringify([tab.entries, await tab.resync(0), await tab.resync(3)]);
    expect(seen).not.toContain(SECRET);
    expect(seen).not.toContain('"choice"');
  }
  await anaTab.entry(5);
  expect(JSON.stringify(anaTab.entries)).not.toContain(SECRET);
  expect(JSON.stringify(anaTab.entries)).toContain('"choice":1');
  await teacherTab.entry(5);
  expect(JSON.stringify(teacherTab.entries)).toContain(SECRET);

  await teacherTab.send({ id: newCommandId(), kind: 'challenge.reveal' });
  await benTab.entry(6);
  expect(JSON.stringify(benTab.entries)).toContain(SECRET);
  expect(JSON.stringify(benTab.entries)).not.toContain('"choice"');
  const { client } = server.installation.database;
  expect(await client.answer.findMany(mine)).toMatchObject([
    { memberId: ana.member, correct: true, points: 1000, value: { kind: 'one', choice: 1 } },
  ]);
  expect(await client.challenge.findFirst(mine)).toMatchObject({ number: 1, openedSeq: 4, closedSeq: 6 });
  expect(await client.result.findMany({ ...mine, orderBy: { points: 'desc' } })).toMatchObject([
    { memberId: ana.member, points: 1000, correct: 1, answered: 1 },
    { memberId: ben.member, points: 0, correct: 0, answered: 0 },
  ]);

  const log = await ben.person.request('GET', `/api/sessions/${session}/log`);
  expect(log.text).toContain(SECRET);
  expect(log.text).not.toContain('"choice"');
});

test('the log is for the teacher and for members only', async () => {
  const server = running();
  const { code, teacher, session } = await startLesson(server);
  const ana = await joined(server.url, code, 'Ana');
  const path = `/api/sessions/${session}/log`;
  expect((await new Person(server.url).request('GET', path)).json()).toMatchObject({ error: 'notFound' });
  for (const person of [teacher, ana.person]) {
    expect((await person.request('GET', path)).json()).toMatchObject({
      replayable: true,
      session: { classroom: 'Class 10b', endedAt: null },
      members: [{ role: 'teacher' }, { nickname: 'Ana' }],
      entries: [{ kind: 'open' }, { kind: 'join' }],
    });
  }
});

test('[RM5] who was there or away when the heap went back arrives at the same digest', async () => {
  const server = running();
  const { teacher, code } = await startLesson(server);
  const teacherTab = await Tab.open(teacher, code);
  const ana = await joined(server.url, code, 'Ana');
  const anaTab = await Tab.open(ana.person, code);
  const moment = await anaTab.run('a = [1]');
  const copy = copyFrom(await anaTab.resync(0));
  await anaTab.run('a.append(2)');
  copy.apply(await anaTab.entry(4));
  expect(await anaTab.send({ id: newCommandId(), kind: 'rewind', to: 1 })).toBe('notAllowed');
  expect(await teacherTab.send({ id: newCommandId(), kind: 'rewind', to: 99 })).toBe('notFound');
  const after = await Promise.all([
    teacherTab.send({ id: newCommandId(), kind: 'rewind', to: moment }),
    anaTab.run('b = a'),
  ]);
  const seq = Math.max(...after.map(Number));
  const back = await anaTab.entry(5);
  expect(back).toMatchObject({ kind: 'rewind', to: 3, digest: (await anaTab.entry(3)).digest });
  expect(() => copy.apply(back)).toThrow(PastNeeded);
  const again = copyFrom(await anaTab.resync(4));
  expect(again.state.seq).toBe(seq);
  expect(again.machine.digest()).toBe((await anaTab.entry(seq)).digest);
  const late = copyFrom(await (await Tab.open(new Person(server.url), code, 'viewer')).resync(0));
  expect(late.machine.digest()).toBe(again.machine.digest());
  expect(late.state.transcript.map(({ source, rewoundTo }) => rewoundTo ?? source)).toEqual([
    'a = [1]',
    'a.append(2)',
    3,
    'b = a',
  ]);
});
