/**
 * [SE1] over real sockets: everything that reaches a student or a projector through a lesson with every kind of
 * challenge is recorded as it comes off the wire, packed machines are inflated, and what the server answers over HTTP
 * is added. Nothing in it may say what is right, or what another student answered, before the reveal.
 *
 * What must not be told is planted: words that stand nowhere else, and numbers that nothing else in a lesson comes to.
 */
import { inflateRawSync } from 'node:zlib';
import { io, type Socket } from 'socket.io-client';
import { expect, onTestFinished, test } from 'vitest';
import { choosePrediction, Ground } from '../../classroom/predict/index.ts';
import type { Answer, ChallengeBody, Key, Solution } from '../../classroom/protocol/challenge.ts';
import { resyncAckSchema } from '../../classroom/protocol/messages.ts';
import { wireVersion } from '../../classroom/protocol/version.ts';
import { Machine } from '../../heap/index.ts';
import { joined, newCommandId, Person, serverOfThisFile, startLesson, Tab } from './lesson.ts';

const running = serverOfThisFile();

/** Everything that one connection was ever sent, as text; machines as the bytes that they unpack to. */
class Wiretap {
  readonly heard: string[] = [];
  readonly #code: string;
  readonly #as: 'member' | 'viewer';
  readonly #person: Person;
  #socket: Socket | null = null;

  private constructor(person: Person, code: string, as: 'member' | 'viewer') {
    this.#person = person;
    this.#code = code;
    this.#as = as;
  }

  static async listen(person: Person, code: string, as: 'member' | 'viewer' = 'member'): Promise<Wiretap> {
    const tap = new Wiretap(person, code, as);
    await tap.connect();
    return tap;
  }

  /** Comes back when everything that was sent until now has arrived. */
  async settle(): Promise<void> {
    await this.#socket?.timeout(20_000).emitWithAck('presence', { typing: false, selected: null });
  }

  /** One more connection of the same person: a late joiner's, a reconnect's. */
  async connect(since = 0): Promise<void> {
    const socket = io(this.#person.url, {
      auth: { code: this.#code, as: this.#as, wire: wireVersion },
      reconnection: false,
      forceNew: true,
      transports: ['websocket'],
      extraHeaders: { Cookie: this.#person.cookie },
    });
    onTestFinished(() => void socket.disconnect());
    this.#socket = socket;
    // What the transport hands over: text frames as they are, binary ones as buffers.
    socket.io.on('open', () => {
      socket.io.engine.on('data', (data: unknown) => this.#hear(data));
    });
    await new Promise<void>((done, failed) => {
      socket.once('connect', done);
      socket.once('connect_error', failed);
    });
    for (const from of new Set([since, 0])) {
      const raw: unknown = await socket.timeout(20_000).emitWithAck('resync', { since: from });
      const answer = resyncAckSchema.parse(raw);
      if (!answer.ok) throw new Error(answer.refusal.code);
      this.heard.push(JSON.stringify(answer.entries), JSON.stringify(answer.snapshot?.state ?? null));
      if (answer.snapshot !== null) {
        const machine = inflateRawSync(answer.snapshot.machine);
        this.heard.push(machine.toString('latin1'), machine.toString('utf16le'));
      }
    }
    const past: unknown = await socket.timeout(20_000).emitWithAck('past', { upTo: 10_000 });
    this.heard.push(JSON.stringify(past));
  }

  /** What a browser of this person can ask for over HTTP, sessions of others included. */
  async browse(session: string): Promise<void> {
    for (const path of [
      `/api/room/${this.#code}`,
      `/api/sessions/${session}/log`,
      `/api/sessions/${session}`,
      `/api/sessions/${session}/export/session.json`,
      `/api/sessions/${session}/export/answers.csv`,
      '/api/sessions?q=',
      '/api/classrooms',
      '/api/me',
      `/sessions/${session}`,
      `/c/${this.#code}`,
    ]) {
      this.heard.push((await this.#person.request('GET', path)).text);
    }
  }

  #hear(data: unknown): void {
    if (typeof data === 'string') this.heard.push(data);
    else if (data instanceof Uint8Array) this.heard.push(Buffer.from(data).toString('latin1'));
    else if (data instanceof ArrayBuffer) this.heard.push(Buffer.from(data).toString('latin1'));
  }

  finds(secret: string): boolean {
    return this.heard.some((text) => text.includes(secret));
  }
}

/** Each kind of question with a key and an answer of Ben's that can be told apart from all else. */
interface Asked {
  readonly name: string;
  readonly challenge: ChallengeBody;
  readonly solution?: Solution;
  readonly answer: Answer;
  /** Must not be heard by others before the reveal. */
  readonly secrets: readonly string[];
  /** Nor after it. */
  readonly bens: readonly string[];
  /** Is heard by everybody after it: the tap works. */
  readonly told: readonly string[];
}

/**
 * What tells that an answer is somebody's. With the reveal everybody hears which numbers, orders and objects were given,
 * [SE5]; as the answer of a member nobody does.
 */
function attributed(given: Answer, written: string): string[] {
  const { kind } = given;
  const spread = kind === 'number' || kind === 'order' || kind === 'object';
  return spread ? [`"answer":{"kind":"${kind}"`, `"first":{"kind":"${kind}"`] : [written];
}

function question(
  answer: Extract<ChallengeBody, { kind: 'question' }>['answer'],
  key: Key,
  given: Answer,
  /** How the key and how Ben's answer would be written. */
  right: string,
  bens: string,
): Asked {
  const canary = `because-of-canary-${answer.form}`;
  return {
    name: `a question: ${answer.form}`,
    challenge: { kind: 'question', prompt: `A question of the form ${answer.form}?`, answer },
    solution: { key, explanation: canary, beliefs: [`belief-canary-${answer.form}`] },
    answer: given,
    secrets: [canary, `belief-canary-${answer.form}`, right, bens],
    bens: attributed(given, bens),
    told: [
      canary,
      right,
      ...(given.kind === 'number' || given.kind === 'order' ? ['"spread":{"rows":['] : []),
    ],
  };
}

const OPTIONS = ['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta', 'eta'];

/** Objects whose numbers are large enough to be told from all else. */
const [RIGHT, WRONG] = [70_001, 70_002] as const;

function everyKind(): Asked[] {
  return [
    question(
      { form: 'one', options: OPTIONS },
      { form: 'one', correct: 6 },
      { kind: 'one', choice: 5 },
      '"correct":6',
      '"choice":5',
    ),
    question(
      { form: 'several', options: OPTIONS },
      { form: 'several', correct: [0, 3, 6] },
      { kind: 'several', choices: [2, 5, 6] },
      '[0,3,6]',
      '[2,5,6]',
    ),
    question(
      { form: 'number', unit: 'bytes' },
      { form: 'number', value: 918273, tolerance: 0 },
      { kind: 'number', value: 564738 },
      '918273',
      '564738',
    ),
    question(
      { form: 'order', items: OPTIONS },
      { form: 'order', correct: [6, 4, 2, 0, 5, 3, 1] },
      { kind: 'order', order: [1, 3, 5, 0, 2, 4, 6] },
      '[6,4,2,0,5,3,1]',
      '[1,3,5,0,2,4,6]',
    ),
    question(
      { form: 'object' },
      { form: 'object', correct: [RIGHT] },
      { kind: 'object', serial: WRONG },
      `"correct":[${RIGHT}]`,
      `"serial":${WRONG}`,
    ),
    question(
      { form: 'text' },
      { form: 'text', model: 'model-canary' },
      { kind: 'text', text: 'words-of-ben-canary' },
      'model-canary',
      'words-of-ben-canary',
    ),
    {
      name: 'a task',
      challenge: {
        kind: 'task',
        prompt: 'Make x true.',
        setup: '',
        goals: [{ goal: 'true', expression: 'x' }],
        statements: null,
      },
      answer: { kind: 'task', inputs: ['x = "task_of_ben_canary"'] },
      secrets: ['task_of_ben_canary'],
      bens: ['task_of_ben_canary'],
      told: ['"goals":['],
    },
    {
      name: 'a round',
      challenge: { kind: 'round', generation: 2 },
      answer: { kind: 'round', returned: 483921, freed: [WRONG], moved: [] },
      secrets: ['483921', `"freed":[${WRONG}]`],
      bens: [`"freed":[${WRONG}]`, '"predicted":483921', '"answer":{"kind":"round"'],
      told: ['"returned":', '"kind":"number","value":483921,"count":1'],
    },
  ];
}

async function give(tab: Tab, command: Record<string, unknown>): Promise<number> {
  const seq = await tab.send({ id: newCommandId(), ...command });
  if (typeof seq !== 'number') throw new Error(`${JSON.stringify(command)}: ${seq}`);
  return seq;
}

async function classWithTaps() {
  const server = running();
  const lesson = await startLesson(server);
  const ana = await joined(server.url, lesson.code, 'Ana');
  const ben = await joined(server.url, lesson.code, 'Ben');
  return {
    server,
    lesson,
    teacher: await Tab.open(lesson.teacher, lesson.code),
    ben: await Tab.open(ben.person, lesson.code),
    ana: await Wiretap.listen(ana.person, lesson.code),
    wall: await Wiretap.listen(new Person(server.url), lesson.code, 'viewer'),
  };
}

test.each(everyKind())(
  '$name: nothing that is secret before the reveal is in any frame or page',
  async (asked) => {
    const { server, lesson, teacher, ben, ana, wall } = await classWithTaps();
    await give(ben, { kind: 'run', source: 'ring = []; ring.append(ring); del ring' });
    const { challenge, solution } = asked;
    const answer = { kind: 'challenge.answer', challenge: 1, answer: asked.answer };
    const opened = await give(teacher, {
      kind: 'challenge.open',
      challenge,
      ...(solution === undefined ? {} : { solution }),
    });
    await give(ben, answer);
    // As the answer of a first vote: what is kept of it is as secret.
    if (challenge.kind === 'question') await give(teacher, { kind: 'challenge.again' });
    await give(ben, answer);
    await give(teacher, { kind: 'challenge.close' });

    // The room is loaded anew: whoever comes now gets a snapshot in which all of that stands.
    await server.server.rooms.evict(lesson.session);
    const late = await joined(server.url, lesson.code, 'Cem');
    const latecomer = await Wiretap.listen(late.person, lesson.code);
    const taps = [ana, wall, latecomer];
    for (const tap of [ana, wall]) await tap.connect(opened);
    for (const tap of taps) {
      await tap.browse(lesson.session);
      await tap.settle();
      expect(tap.finds('challenge.answer'), 'it is heard that somebody has answered').toBe(true);
      expect(tap.finds('"phase":"closed"'), 'a snapshot holds the challenge as it stands').toBe(true);
      for (const secret of asked.secrets) expect(tap.finds(secret), `${secret} was told`).toBe(false);
    }

    await give(teacher, { kind: 'challenge.reveal' });
    await server.server.rooms.evict(lesson.session);
    for (const tap of taps) {
      await tap.settle();
      await tap.connect(opened);
      for (const secret of asked.told) expect(tap.finds(secret), `${secret} is told`).toBe(true);
      // [SE2] What Ben answered stays between him and the teacher.
      for (const secret of asked.bens) expect(tap.finds(secret), `${secret} was told`).toBe(false);
    }
  },
);

test('a prediction: what the server has found out about the heap is told with the reveal and not before', async () => {
  const { server, lesson, teacher, ben, ana, wall } = await classWithTaps();
  await give(ben, { kind: 'run', source: 'a = [[1], [2]]; b = [a, a]; c = {"k": b}' });
  await server.server.rooms.evict(lesson.session);
  const { snapshot } = await teacher.resync(0);
  if (snapshot === null) throw new Error('no snapshot');
  const machine = Machine.restore(new Uint8Array(inflateRawSync(snapshot.machine)));
  const choice = choosePrediction(Ground.of(machine), {
    about: 'refcount',
    level: 2,
    seed: 3_987_654_321,
    asked: [],
  });
  if (choice.kind === 'nothing') throw new Error(choice.says);
  const { prediction } = choice.chosen;
  const opened = await give(teacher, { kind: 'challenge.predict', prediction, digest: machine.digest() });
  const entry = await teacher.entry(opened);
  if (entry.kind !== 'challenge.open' || entry.solution === undefined) throw new Error('no solution');
  const explanation = JSON.stringify(entry.solution.explanation).slice(1, -1);
  expect(explanation.length).toBeGreaterThan(20);
  const secrets = [explanation, JSON.stringify(entry.solution.key), '3987654321'];
  await server.server.rooms.evict(lesson.session);
  for (const tap of [ana, wall]) {
    await tap.connect(opened - 1);
    await tap.browse(lesson.session);
    await tap.settle();
    expect(tap.finds(JSON.stringify(prediction.about))).toBe(true);
    for (const secret of secrets) expect(tap.finds(secret), `${secret} was told`).toBe(false);
  }
  await give(teacher, { kind: 'challenge.reveal' });
  for (const tap of [ana, wall]) {
    await tap.settle();
    for (const secret of secrets.slice(0, 2)) expect(tap.finds(secret), `${secret} is told`).toBe(true);
  }
});

test('what projectors are told of a wall of forks goes to no student; a refused asker changes nothing', async () => {
  const { lesson, teacher, ben, ana, wall } = await classWithTaps();
  const tile = { name: 'name-canary', inputs: 1, met: 0, of: 1, heap: null };
  const focus = { pane: 'wall', selected: null, tiles: [tile], more: 0 };
  expect(await teacher.emit('focus', { focus })).toEqual({ ok: true });
  expect(await ben.emit('focus', { focus: null })).toMatchObject({ refusal: { code: 'notAllowed' } });
  for (const wrong of [
    undefined,
    {},
    { focus: { ...focus, pane: 'elsewhere' } },
    { focus: { ...focus, inputs: [] } },
  ]) {
    expect(await teacher.emit('focus', wrong)).toMatchObject({ refusal: { code: 'badShape' } });
  }
  await ana.connect();
  for (const tap of [ana, wall]) await tap.settle();
  expect(ben.told).not.toContain('focus');
  expect(ana.finds('name-canary')).toBe(false);
  expect(wall.finds('name-canary')).toBe(true);
  // Who comes later is told as well.
  const other = await Wiretap.listen(new Person(running().url), lesson.code, 'viewer');
  await other.settle();
  expect(other.finds('name-canary')).toBe(true);
});

test('extra time is told at once, to the student whose it is and to nobody else', async () => {
  const { lesson, teacher, ben, ana, wall } = await classWithTaps();
  const room = await running().server.rooms.get(lesson.session);
  const { state } = await room.look(null);
  const member = state.members.find(({ nickname }) => nickname === 'Ben')?.id;
  const seq = await give(teacher, {
    kind: 'arrange',
    member,
    arrangement: { extraTime: 1.75, team: 'Blue' },
  });
  expect(await ben.entry(seq)).toMatchObject({ arrangement: { extraTime: 1.75, team: 'Blue' } });
  for (const tap of [ana, wall]) {
    await tap.settle();
    await tap.connect();
    expect(tap.finds('"team":"Blue"')).toBe(true);
    expect(tap.finds('1.75')).toBe(false);
  }
});

test('without a leaderboard nobody hears the points of others, and with it again everybody has them all', async () => {
  const { lesson, teacher, ben, ana, wall } = await classWithTaps();
  await give(teacher, { kind: 'settings', settings: { leaderboard: false } });
  await give(teacher, {
    kind: 'challenge.open',
    challenge: { kind: 'question', prompt: 'q', answer: { form: 'one', options: OPTIONS } },
    solution: { key: { form: 'one', correct: 5 }, explanation: '' },
  });
  await give(ben, { kind: 'challenge.answer', challenge: 1, answer: { kind: 'one', choice: 5 } });
  await give(teacher, { kind: 'challenge.reveal' });
  await running().server.rooms.evict(lesson.session);
  for (const tap of [ana, wall]) {
    await tap.settle();
    await tap.connect();
    await tap.browse(lesson.session);
    expect(tap.finds('challenge.reveal')).toBe(true);
    expect(tap.finds('"phase":"revealed"')).toBe(true);
    expect(tap.finds('"points":1000')).toBe(false);
  }
  expect(JSON.stringify(ben.entries)).toContain('"points":1000');
  await give(teacher, { kind: 'settings', settings: { leaderboard: true } });
  for (const tap of [ana, wall]) {
    await tap.settle();
    expect(tap.finds('"points":1000')).toBe(true);
  }
});
