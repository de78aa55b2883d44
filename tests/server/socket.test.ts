import { expect, test } from 'vitest';
import { MAX } from '../../classroom/protocol/shapes.ts';
import { wireVersion } from '../../classroom/protocol/version.ts';
import { LARGEST_FRAME } from '../../server/socket/frames.ts';
import { joined, newCommandId, Person, serverOfThisFile, startLesson, Tab } from './lesson.ts';

const running = serverOfThisFile();

async function classOfThree() {
  const server = running();
  const lesson = await startLesson(server);
  const ana = await joined(server.url, lesson.code, 'Ana');
  const ben = await joined(server.url, lesson.code, 'Ben');
  return {
    server,
    lesson,
    ana,
    ben,
    teacherTab: await Tab.open(lesson.teacher, lesson.code),
    anaTab: await Tab.open(ana.person, lesson.code),
    benTab: await Tab.open(ben.person, lesson.code),
    projector: await Tab.open(new Person(server.url), lesson.code, 'viewer'),
  };
}

test('a statement reaches everybody in the same order with the same digest, before its author is answered', async () => {
  const { anaTab, benTab, teacherTab, projector } = await classOfThree();
  const order: string[] = [];
  anaTab.socket.on('entry', () => order.push('entry'));
  const sent = anaTab.run('a = []').then((seq) => {
    order.push('answer');
    return seq;
  });
  const other = benTab.run('b = []');
  const seqs = [await sent, await other];
  expect(seqs.toSorted()).toEqual([4, 5]);
  expect(order[0]).toBe('entry');
  const tabs = [anaTab, benTab, teacherTab, projector];
  for (const tab of tabs) await tab.entry(5);
  const logs = tabs.map(({ entries }) => entries.map(({ seq, digest }) => ({ seq, digest })));
  for (const log of logs) expect(log).toEqual(logs[0]);
  expect(logs[0]?.map(({ seq }) => seq)).toEqual([4, 5]);
});

test('a command id that is sent again runs once and gets the first answer', async () => {
  const { anaTab, benTab } = await classOfThree();
  const id = newCommandId();
  const answers = await Promise.all([anaTab.run('x = 1', id), anaTab.run('x = 1', id)]);
  expect(answers).toEqual([4, 4]);
  expect(await anaTab.run('x = 1', id)).toBe(4);
  expect(await benTab.run('y = 1', id)).toBe(5);
  expect((await benTab.entry(5)).actor).not.toBe((await benTab.entry(4)).actor);
});

test.each([
  ['nothing at all', undefined],
  ['null', null],
  ['a number', 7],
  ['a list', []],
  ['an unknown kind', { id: 'command-x', kind: 'format the disk' }],
  ['a field too many', { id: 'command-x', kind: 'run', source: 'a', more: 1 }],
  ['source that is no text', { id: 'command-x', kind: 'run', source: ['a'] }],
  ['no id', { kind: 'run', source: 'a = 1' }],
])('%s is refused as badShape, and nobody hears of it', async (_name, frame) => {
  const { anaTab, benTab } = await classOfThree();
  expect(await anaTab.emit('command', frame)).toMatchObject({ ok: false, refusal: { code: 'badShape' } });
  expect(await anaTab.run('a = 1')).toBe(4);
  await benTab.entry(4);
  expect(benTab.entries).toHaveLength(1);
});

test('an unknown event is refused; an event without acknowledgement harms nobody', async () => {
  const { anaTab } = await classOfThree();
  expect(await anaTab.emit('shutdown', {})).toMatchObject({ ok: false, refusal: { code: 'unknownEvent' } });
  expect(await anaTab.emit('entry', {})).toMatchObject({ ok: false, refusal: { code: 'unknownEvent' } });
  anaTab.socket.emit('shutdown');
  anaTab.socket.emit('command', { nonsense: true });
  expect(await anaTab.run('a = 1')).toBe(4);
});

test('what is too large is refused and the connection stays', async () => {
  const { anaTab, benTab } = await classOfThree();
  expect(await anaTab.run('#'.repeat(MAX.source + 1))).toBe('tooLarge');
  expect(await anaTab.run('#'.repeat(LARGEST_FRAME))).toBe('tooLarge');
  expect(anaTab.told).not.toContain('disconnect');
  expect(await anaTab.run('a = 1')).toBe(4);
  await benTab.entry(4);
  expect(benTab.entries).toHaveLength(1);
});

test("the teacher's commands are refused to students, and everything to viewers", async () => {
  const { anaTab, benTab, projector, ben, teacherTab } = await classOfThree();
  const commands = [
    { kind: 'end' },
    { kind: 'remove', member: ben.member },
    { kind: 'settings', settings: { frozen: true } },
    { kind: 'challenge.open', challenge: { kind: 'round', generation: 2 } },
    { kind: 'challenge.reveal' },
    { kind: 'challenge.cancel' },
  ];
  for (const command of commands) {
    expect(await anaTab.send({ id: newCommandId(), ...command })).toBe('notAllowed');
    expect(await projector.send({ id: newCommandId(), ...command })).toBe('viewOnly');
  }
  expect(await projector.run('a = 1')).toBe('viewOnly');
  expect(await projector.emit('presence', { typing: true, selected: null })).toMatchObject({
    refusal: { code: 'viewOnly' },
  });
  expect(await teacherTab.run('a = 1')).toBe(4);
  await benTab.entry(4);
  expect(benTab.entries).toHaveLength(1);
});

test.each([
  ['unknownCode', { code: 'ZZZZZZ' }],
  ['wrongWire', { wire: wireVersion + 1 }],
  ['badShape', { as: 'teacher' }],
  ['badShape', { extra: true }],
  ['notMember', {}],
])('at the door: %s', async (refusal, change) => {
  const server = running();
  const { code } = await startLesson(server);
  const stranger = new Person(server.url);
  const auth = { code, as: 'member', wire: wireVersion, ...change };
  await expect(Tab.knock(stranger, auth)).rejects.toThrow(new Error(refusal));
});

test('a cookie of another class opens no door', async () => {
  const server = running();
  const first = await startLesson(server);
  const second = await startLesson(server);
  const ana = await joined(server.url, first.code, 'Ana');
  await expect(Tab.open(ana.person, second.code)).rejects.toThrow('notMember');
});

test('sockets that other sites open are refused', async () => {
  const { server, lesson } = await classOfThree();
  const answer = await fetch(`${server.url}/socket.io/?EIO=4&transport=polling`, {
    headers: { Origin: 'https://elsewhere.example', Cookie: lesson.teacher.cookie },
  });
  expect(answer.status).toBe(403);
});

test('presence goes to the others and into no log', async () => {
  const { anaTab, benTab, ana } = await classOfThree();
  const heard = new Promise((done) => benTab.socket.once('presence', done));
  expect(await anaTab.emit('presence', { typing: true, selected: 3 })).toEqual({ ok: true });
  expect(await heard).toEqual({ member: ana.member, typing: true, selected: 3 });
  expect(anaTab.told).not.toContain('presence');
  expect(await anaTab.run('a = 1')).toBe(4);
});

test('the roster says who is connected, each person once', async () => {
  const { anaTab, benTab, lesson, ana, ben } = await classOfThree();
  const heard: string[] = [];
  benTab.socket.on('roster', (roster: unknown) => heard.push(JSON.stringify(roster)));
  const timesAna = () => (heard.at(-1) ?? '').split(ana.member).length - 1;
  const second = await Tab.open(ana.person, lesson.code);
  await benTab.until(() => heard.length > 0);
  expect(timesAna()).toBe(1);
  expect(JSON.parse(heard.at(-1) ?? '')).toMatchObject({ viewers: 1 });
  anaTab.socket.disconnect();
  second.socket.disconnect();
  await benTab.until(() => timesAna() === 0);
  expect(heard.at(-1)).toContain(ben.member);
});

test('ending a lesson tells everybody, and the code stops working until the next one', async () => {
  const { teacherTab, anaTab, server, lesson, ana } = await classOfThree();
  expect(await teacherTab.send({ id: newCommandId(), kind: 'end' })).toBe(4);
  await anaTab.until(() => anaTab.told.includes('ended'));
  expect(await anaTab.run('a = 1')).toBe('sessionEnded');
  await expect(Tab.open(ana.person, lesson.code)).rejects.toThrow('noSession');
  const late = await new Person(server.url).request('POST', '/api/join', {
    code: lesson.code,
    nickname: 'Eve',
  });
  expect(late.json()).toMatchObject({ error: 'noSession' });
  const { client } = server.installation.database;
  expect(await client.session.findUniqueOrThrow({ where: { id: lesson.session } })).toMatchObject({
    openIn: null,
    endedAt: expect.any(Date),
  });
  const next = await lesson.teacher.request('POST', `/api/classrooms/${lesson.classroom}/sessions`);
  expect(next.json()).not.toMatchObject({ id: lesson.session });
});

test('a removed student is told, loses the connection, and cannot come back', async () => {
  const { teacherTab, anaTab, ana, lesson, server } = await classOfThree();
  await teacherTab.send({ id: newCommandId(), kind: 'remove', member: ana.member });
  await anaTab.until(() => anaTab.told.includes('disconnect'));
  expect(anaTab.entries.map(({ kind }) => kind)).toEqual(['remove']);
  await expect(Tab.open(ana.person, lesson.code)).rejects.toThrow('removed');
  const again = await ana.person.request('POST', '/api/join', { code: lesson.code, nickname: 'Ana' });
  expect(again.json()).toMatchObject({ error: 'removed' });
  expect(
    await server.installation.database.client.member.findFirst({ where: { id: ana.member } }),
  ).toMatchObject({ removed: true });
});

test('a locked room lets members back in and nobody new', async () => {
  const { teacherTab, server, lesson, ana } = await classOfThree();
  await teacherTab.send({ id: newCommandId(), kind: 'settings', settings: { locked: true } });
  const eve = await new Person(server.url).request('POST', '/api/join', {
    code: lesson.code,
    nickname: 'Eve',
  });
  expect(eve.json()).toMatchObject({ error: 'locked' });
  await joined(server.url, lesson.code, 'Ana', ana.person);
  await Tab.open(ana.person, lesson.code);
});

test('commands beyond the rate are refused, and only for the one who sends them', async () => {
  const { anaTab, benTab } = await classOfThree();
  const answers = await Promise.all(Array.from({ length: 200 }, () => anaTab.send({ kind: 'nothing' })));
  expect(answers.filter((each) => each === 'tooFast').length).toBeGreaterThan(100);
  expect(await benTab.run('b = 1')).toBe(4);
});
