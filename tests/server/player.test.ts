/** The player's position over real sockets: whose it is, when, in what shape, and that latecomers get it. */
import { expect, test } from 'vitest';
import { filmEntry } from '../../classroom/film.ts';
import { pastAckSchema, playerSchema } from '../../classroom/protocol/messages.ts';
import { wireVersion } from '../../classroom/protocol/version.ts';
import { Session } from '../../classroom/session.ts';
import { joined, newCommandId, Person, serverOfThisFile, startLesson, Tab } from './lesson.ts';

const running = serverOfThisFile();

async function classWithARound() {
  const server = running();
  const lesson = await startLesson(server);
  const ana = await joined(server.url, lesson.code, 'Ana');
  const teacherTab = await Tab.open(lesson.teacher, lesson.code);
  const anaTab = await Tab.open(ana.person, lesson.code);
  const projector = await Tab.open(new Person(server.url), lesson.code, 'viewer');
  await anaTab.run('x = []; x.append(x); del x');
  await teacherTab.send({
    id: newCommandId(),
    kind: 'challenge.open',
    challenge: { kind: 'round', generation: 2 },
  });
  const seq = await teacherTab.send({ id: newCommandId(), kind: 'challenge.reveal' });
  if (typeof seq !== 'number') throw new Error(seq);
  return { server, lesson, ana, teacherTab, anaTab, projector, position: { seq, collection: 0, step: 4 } };
}

function nextPlayer(tab: Tab): Promise<unknown> {
  return new Promise((done) =>
    tab.socket.once('player', (raw: unknown) => done(playerSchema.parse(raw).position)),
  );
}

test("the teacher's position goes to students and projector, and to who comes later; it is in no log", async () => {
  const { server, lesson, ana, teacherTab, anaTab, projector, position } = await classWithARound();
  const heard = [nextPlayer(anaTab), nextPlayer(projector)];
  expect(await teacherTab.emit('player', { position })).toEqual({ ok: true });
  expect(await Promise.all(heard)).toEqual([position, position]);
  const late = await Tab.knock(ana.person, { code: lesson.code, as: 'member', wire: wireVersion });
  expect(await nextPlayer(late)).toEqual(position);
  const closed = nextPlayer(anaTab);
  expect(await teacherTab.emit('player', { position: null })).toEqual({ ok: true });
  expect(await closed).toBeNull();
  expect(await anaTab.run('a = 1')).toBe(position.seq + 1);
  expect(
    await server.installation.database.client.entry.count({ where: { sessionId: lesson.session } }),
  ).toBe(position.seq + 1);
});

test('students and viewers cannot move it, nor anybody to where nothing ran', async () => {
  const { teacherTab, anaTab, projector, position } = await classWithARound();
  const code = (refused: string) => ({ ok: false, refusal: { code: refused } });
  expect(await anaTab.emit('player', { position })).toMatchObject(code('notAllowed'));
  expect(await anaTab.emit('player', { position: null })).toMatchObject(code('notAllowed'));
  expect(await projector.emit('player', { position })).toMatchObject(code('viewOnly'));
  expect(await teacherTab.emit('player', { position: { ...position, seq: position.seq + 9 } })).toMatchObject(
    code('notFound'),
  );
  expect(await teacherTab.emit('player', { position: { ...position, collection: 1 } })).toMatchObject(
    code('notFound'),
  );
});

test.each([
  ['nothing', undefined],
  ['no position', {}],
  ['a negative step', { position: { seq: 1, collection: 0, step: -1 } }],
  ['half a step', { position: { seq: 1, collection: 0, step: 0.5 } }],
  ['a field too many', { position: { seq: 1, collection: 0, step: 0, playing: true } }],
  ['text', { position: 'start' }],
])('%s is refused as badShape', async (_name, frame) => {
  const { teacherTab } = await classWithARound();
  expect(await teacherTab.emit('player', frame)).toMatchObject({ ok: false, refusal: { code: 'badShape' } });
});

test('a new challenge closes it for all and keeps it closed until the reveal', async () => {
  const { teacherTab, anaTab, position } = await classWithARound();
  const opened = nextPlayer(anaTab);
  await teacherTab.emit('player', { position });
  expect(await opened).toEqual(position);
  const closed = [nextPlayer(anaTab), nextPlayer(teacherTab)];
  await teacherTab.send({
    id: newCommandId(),
    kind: 'challenge.open',
    challenge: { kind: 'round', generation: 0 },
  });
  expect(await Promise.all(closed)).toEqual([null, null]);
  expect(await teacherTab.emit('player', { position })).toMatchObject({ refusal: { code: 'challengeOpen' } });
});

test('the log up to a collection is given to whoever came after it, and films it', async () => {
  const { projector, anaTab, position } = await classWithARound();
  const answer = pastAckSchema.parse(await projector.emit('past', { upTo: position.seq }));
  if (!answer.ok) throw new Error(answer.refusal.code);
  const [first] = answer.entries;
  expect(answer.entries).toHaveLength(position.seq);
  if (first?.kind !== 'open') throw new Error('no opening');
  const film = filmEntry(Session.open(first).session, answer.entries, position.seq, 0);
  expect(film?.collected).toBe(1);
  const more = pastAckSchema.parse(await anaTab.emit('past', { upTo: 10_000 }));
  expect(more.ok && more.entries.length).toBe(position.seq);
  expect(await anaTab.emit('past', { upTo: 0 })).toMatchObject({ refusal: { code: 'badShape' } });
});

test("the log of the past keeps others' answers and solutions secret", async () => {
  const { teacherTab, anaTab, projector } = await classWithARound();
  const challenge = { kind: 'question', prompt: 'Which?', answer: { form: 'one', options: ['one', 'two'] } };
  const seq = await teacherTab.send({
    id: newCommandId(),
    kind: 'challenge.open',
    challenge,
    solution: { key: { form: 'one', correct: 1 }, explanation: 'because' },
  });
  await anaTab.send({
    id: newCommandId(),
    kind: 'challenge.answer',
    challenge: 2,
    answer: { kind: 'one', choice: 0 },
  });
  const told = JSON.stringify(await projector.emit('past', { upTo: Number(seq) + 1 }));
  expect(told).toContain('challenge.answer');
  expect(told).not.toMatch(/"solution"|"choice"|because/);
});
