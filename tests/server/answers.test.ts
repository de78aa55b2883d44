/** An answer over real sockets: whose it is, in what shape, when, and how often. */
import { expect, test } from 'vitest';
import { judgingSchema } from '../../classroom/protocol/messages.ts';
import { MAX } from '../../classroom/protocol/shapes.ts';
import { joined, newCommandId, Person, serverOfThisFile, startLesson, Tab, testServer } from './lesson.ts';

const running = serverOfThisFile();

const QUESTION = { kind: 'question', prompt: 'q', answer: { form: 'one', options: ['a', 'b', 'c'] } };
const SOLUTION = { key: { form: 'one', correct: 1 }, explanation: '' };

async function classWithAQuestion() {
  const server = running();
  const lesson = await startLesson(server);
  const ana = await joined(server.url, lesson.code, 'Ana');
  const teacher = await Tab.open(lesson.teacher, lesson.code);
  const tab = await Tab.open(ana.person, lesson.code);
  await give(teacher, { kind: 'challenge.open', challenge: QUESTION, solution: SOLUTION });
  const answers = async () => {
    const { state } = await (await server.server.rooms.get(lesson.session)).look(null);
    return state.challenges[0]?.answers.map(({ member, answer, first }) => ({ member, answer, first }));
  };
  return { server, lesson, ana, teacher, tab, answers };
}

async function give(tab: Tab, command: Record<string, unknown>): Promise<number> {
  const seq = await tab.send({ id: newCommandId(), ...command });
  if (typeof seq !== 'number') throw new Error(seq);
  return seq;
}

function choose(choice: number, id = newCommandId()) {
  return { id, kind: 'challenge.answer', challenge: 1, answer: { kind: 'one', choice } };
}

test.each([
  ['an option that is not there', { kind: 'one', choice: 3 }, 'badAnswer'],
  ['an answer to another form', { kind: 'number', value: 1 }, 'badAnswer'],
  ['an answer to another kind of challenge', { kind: 'task', inputs: [] }, 'badAnswer'],
  ['a certainty that nobody asked for', { kind: 'one', choice: 1, confidence: 3 }, 'badAnswer'],
  ['half an option', { kind: 'one', choice: 0.5 }, 'badShape'],
  ['an option as text', { kind: 'one', choice: '1' }, 'badShape'],
  ['no option', { kind: 'one' }, 'badShape'],
  ['a field too many', { kind: 'one', choice: 1, points: 1000 }, 'badShape'],
  ['an unknown form', { kind: 'essay', text: 'x' }, 'badShape'],
  ['more inputs than a task takes', { kind: 'task', inputs: Array(MAX.inputs + 1).fill('1') }, 'badShape'],
  ['nothing', undefined, 'badShape'],
])('%s is refused and nothing is kept of it', async (_name, answer, code) => {
  const { tab, answers } = await classWithAQuestion();
  expect(await tab.send({ id: newCommandId(), kind: 'challenge.answer', challenge: 1, answer })).toBe(code);
  expect(await answers()).toEqual([]);
});

test('sent twice under one id it is one answer; given anew it takes the place of the other', async () => {
  const { tab, ana, answers } = await classWithAQuestion();
  const once = choose(0);
  const seqs = await Promise.all([tab.send(once), tab.send(once)]);
  expect(seqs[0]).toBe(seqs[1]);
  expect(await answers()).toEqual([{ member: ana.member, answer: { kind: 'one', choice: 0 } }]);
  const other = await tab.send(choose(2));
  expect(other).toBe(Number(seqs[0]) + 1);
  // A late copy of the first one changes nothing any more.
  expect(await tab.send(once)).toBe(seqs[0]);
  expect(await answers()).toEqual([{ member: ana.member, answer: { kind: 'one', choice: 2 } }]);
});

test('it is the member’s and not the connection’s: another tab and a reconnect find it and may change it', async () => {
  const { server, lesson, ana, tab, answers } = await classWithAQuestion();
  await give(tab, choose(0));
  tab.socket.disconnect();
  // Loaded anew, so that what comes is a snapshot of now.
  await server.server.rooms.evict(lesson.session);
  const again = await Tab.open(ana.person, lesson.code);
  const { snapshot } = await again.resync(0);
  expect(JSON.stringify(snapshot?.state)).toContain(`"choice":0`);
  await give(again, choose(1));
  const second = await Tab.open(ana.person, lesson.code);
  await give(second, choose(2));
  expect(await answers()).toEqual([{ member: ana.member, answer: { kind: 'one', choice: 2 } }]);
});

test('outside its phase it is refused: before, too early, closed, revealed, and for another challenge', async () => {
  const server = running();
  const lesson = await startLesson(server);
  const ana = await joined(server.url, lesson.code, 'Ana');
  const teacher = await Tab.open(lesson.teacher, lesson.code);
  const tab = await Tab.open(ana.person, lesson.code);
  expect(await tab.send(choose(1))).toBe('noChallenge');
  const rules = { seconds: null, confidence: false, speed: false, lead: 10 };
  await give(teacher, { kind: 'challenge.open', challenge: QUESTION, solution: SOLUTION, rules });
  expect(await tab.send(choose(1))).toBe('tooEarly');
  await give(teacher, { kind: 'challenge.begin' });
  // Ten seconds are counted down by the server's clock.
  expect(await tab.send(choose(1))).toBe('tooEarly');
  await give(teacher, { kind: 'challenge.cancel' });
  expect(await tab.send(choose(1))).toBe('noChallenge');
  await give(teacher, { kind: 'challenge.open', challenge: QUESTION, solution: SOLUTION });
  expect(await tab.send(choose(1))).toBe('wrongChallenge');
  await give(teacher, { kind: 'challenge.pause' });
  expect(await tab.send({ ...choose(1), challenge: 2 })).toBe('paused');
  await give(teacher, { kind: 'challenge.resume' });
  await give(tab, { ...choose(1), challenge: 2 });
  await give(teacher, { kind: 'challenge.close' });
  expect(await tab.send({ ...choose(0), challenge: 2 })).toBe('tooLate');
  await give(teacher, { kind: 'challenge.reveal' });
  expect(await tab.send({ ...choose(0), challenge: 2 })).toBe('noChallenge');
  await give(teacher, { kind: 'end' });
  expect(await tab.send({ ...choose(0), challenge: 2 })).toBe('sessionEnded');
});

test('the teacher, a viewer, a removed student and a stranger cannot answer', async () => {
  const { server, lesson, ana, teacher, tab, answers } = await classWithAQuestion();
  expect(await teacher.send(choose(1))).toBe('notAllowed');
  const viewer = await Tab.open(new Person(server.url), lesson.code, 'viewer');
  expect(await viewer.send(choose(1))).toBe('viewOnly');
  await expect(Tab.open(new Person(server.url), lesson.code)).rejects.toThrow('notMember');
  // An answer that is on its way while its author is removed: whichever comes first, afterwards there is no way in.
  await give(teacher, { kind: 'remove', member: ana.member });
  await tab.until(() => tab.told.includes('disconnect'));
  await expect(Tab.open(ana.person, lesson.code)).rejects.toThrow('removed');
  expect(await answers()).toEqual([]);
});

test('after a restart of the server the answer is there, and its copy is still not a second one', async () => {
  const first = await testServer();
  const lesson = await startLesson(first);
  const ana = await joined(first.url, lesson.code, 'Ana');
  const teacher = await Tab.open(lesson.teacher, lesson.code);
  const tab = await Tab.open(ana.person, lesson.code);
  await give(teacher, { kind: 'challenge.open', challenge: QUESTION, solution: SOLUTION });
  const once = choose(2);
  const seq = await tab.send(once);
  const second = await first.restart();
  const back = await Tab.open(ana.person.at(second.url), lesson.code);
  expect(await back.send(once)).toBe(seq);
  const { state } = await (await second.server.rooms.get(lesson.session)).look(null);
  expect(state.seq).toBe(seq);
  expect(state.challenges[0]?.answers).toMatchObject([
    { member: ana.member, answer: { kind: 'one', choice: 2 } },
  ]);
});

test('while the answers to a task are marked the teacher is answered, and everybody is told how far it is', async () => {
  const server = running();
  const lesson = await startLesson(server);
  const teacher = await Tab.open(lesson.teacher, lesson.code);
  const students = await Promise.all(
    ['Ana', 'Ben', 'Cem', 'Dia', 'Eli', 'Fay'].map(async (name) => {
      const { person } = await joined(server.url, lesson.code, name);
      return Tab.open(person, lesson.code);
    }),
  );
  const wall = await Tab.open(new Person(server.url), lesson.code, 'viewer');
  await give(teacher, {
    kind: 'challenge.open',
    challenge: {
      kind: 'task',
      prompt: 'p',
      setup: '',
      goals: [{ goal: 'leak', objects: 1 }],
      statements: null,
    },
  });
  for (const tab of students) {
    await give(tab, {
      kind: 'challenge.answer',
      challenge: 1,
      answer: { kind: 'task', inputs: ['a = []; a.append(a); del a'] },
    });
  }
  const heard: unknown[][] = [];
  for (const tab of [teacher, students[0], wall]) {
    const frames: unknown[] = [];
    heard.push(frames);
    tab?.socket.on('judging', (frame: unknown) => frames.push(judgingSchema.parse(frame).judging));
  }
  const order: string[] = [];
  const noted = async (what: string, command: Record<string, unknown>) => {
    const answer = await teacher.send({ id: newCommandId(), ...command });
    order.push(what);
    return answer;
  };
  const revealed = noted('reveal', { kind: 'challenge.reveal' });
  const answers = await Promise.all([
    noted('settings', { kind: 'settings', settings: { locked: true } }),
    noted('another reveal', { kind: 'challenge.reveal' }),
    noted('end', { kind: 'end' }),
  ]);
  expect(answers.slice(1)).toEqual(['judging', 'judging']);
  expect(await revealed).toBeGreaterThan(Number(answers[0]));
  expect(order.at(-1)).toBe('reveal');
  for (const tab of [teacher, students[0], wall])
    await tab?.emit('presence', { typing: false, selected: null });
  for (const frames of heard) {
    // That it began and that it is over are told at once, what is between them as often as is of use.
    expect(frames[0]).toMatchObject({ number: 1, of: 6 });
    expect(frames.at(-1)).toBeNull();
    const done = frames.flatMap((frame) => judgingSchema.shape.judging.parse(frame)?.done ?? []);
    expect(done).toEqual(done.toSorted((a, b) => a - b));
  }
});
