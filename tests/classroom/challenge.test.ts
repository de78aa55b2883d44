/** The course of a challenge: phases, clocks, votes, tasks on forks. */

import { expect, it } from 'vitest';
import { pictureHeap } from '../../classroom/deck/run.ts';
import type { Answer, ChallengeBody, Goal, Rules, Solution } from '../../classroom/protocol/challenge.ts';
import type { Command } from '../../classroom/protocol/command.ts';
import { redactEntry, redactState } from '../../classroom/redact.ts';
import { Session } from '../../classroom/session.ts';
import { Fork, Grading } from '../../classroom/tasks.ts';
import { Timeline } from '../../classroom/timeline.ts';
import { en } from '../../components/language/en/index.ts';
import { Machine } from '../../heap/index.ts';
import { startLesson, TEACHER, type Wish } from './lesson.ts';

const QUESTION: ChallengeBody = {
  kind: 'question',
  prompt: 'p',
  answer: { form: 'one', options: ['a', 'b', 'c'] },
};
const SOLUTION: Solution = { key: { form: 'one', correct: 1 }, explanation: 'e' };
const TIMED: Rules = { seconds: 20, confidence: false, speed: false };

/** A class whose clock is set by the test. */
function timed() {
  const lesson = startLesson();
  const ana = lesson.join('Ana');
  const ben = lesson.join('Ben');
  let commands = 0;
  const at = (now: number, member: string, wish: Wish) => {
    const command: Command = { ...wish, id: `timed-command-${commands++}` };
    const role = member === TEACHER ? 'teacher' : 'student';
    const done = lesson.session.submit({ role, id: member }, command, now);
    return done.kind === 'refused' ? done.refusal.code : done.kind;
  };
  const answer = (choice: number): Wish => ({
    kind: 'challenge.answer',
    challenge: 1,
    answer: { kind: 'one', choice },
  });
  return { lesson, ana, ben, at, answer };
}

it('[CH3] open, closed, revealed: each takes what belongs to it', () => {
  const { lesson, ana, at, answer } = timed();
  for (const kind of ['challenge.close', 'challenge.again', 'challenge.pause', 'challenge.reveal'] as const)
    expect(at(0, TEACHER, { kind })).toBe('noChallenge');
  expect(at(0, TEACHER, { kind: 'challenge.open', challenge: QUESTION, solution: SOLUTION })).toBe('applied');
  expect(at(1, ana, answer(1))).toBe('applied');
  expect(at(2, TEACHER, { kind: 'challenge.close' })).toBe('applied');
  expect(at(3, ana, answer(0))).toBe('tooLate');
  expect(at(4, TEACHER, { kind: 'challenge.close' })).toBe('tooLate');
  expect(at(5, TEACHER, { kind: 'challenge.open', challenge: QUESTION, solution: SOLUTION })).toBe(
    'challengeOpen',
  );
  expect(at(6, TEACHER, { kind: 'challenge.reveal' })).toBe('applied');
  expect(lesson.session.state.challenges[0]).toMatchObject({ phase: 'revealed', marks: [{ points: 1000 }] });
  expect(at(7, TEACHER, { kind: 'challenge.again' })).toBe('noChallenge');
});

it('[CH4] the clock: grace for the way, extra time for who needs it, and it can stand still', () => {
  const { ana, ben, at, answer } = timed();
  expect(at(0, TEACHER, { kind: 'arrange', member: ben, arrangement: { extraTime: 1.5 } })).toBe('applied');
  at(1000, TEACHER, { kind: 'challenge.open', challenge: QUESTION, solution: SOLUTION, rules: TIMED });
  expect(at(22_500, ana, answer(0))).toBe('applied');
  expect(at(22_501, ana, answer(1))).toBe('tooLate');
  expect(at(32_500, ben, answer(0))).toBe('applied');
  expect(at(32_501, ben, answer(1))).toBe('tooLate');
  at(40_000, TEACHER, { kind: 'challenge.cancel' });

  const again = timed();
  again.at(1000, TEACHER, {
    kind: 'challenge.open',
    challenge: QUESTION,
    solution: SOLUTION,
    rules: TIMED,
  });
  expect(again.at(6000, TEACHER, { kind: 'challenge.pause' })).toBe('applied');
  expect(again.at(7000, again.ana, again.answer(0))).toBe('paused');
  expect(again.at(7000, TEACHER, { kind: 'challenge.pause' })).toBe('paused');
  expect(again.at(106_000, TEACHER, { kind: 'challenge.resume' })).toBe('applied');
  expect(again.at(121_000, again.ana, again.answer(0))).toBe('applied');
  expect(again.at(123_000, again.ana, again.answer(1))).toBe('tooLate');
});

it('[CH4] [SC5] a round has the clock and asks how sure one is, as a question does', () => {
  const { lesson, ana, ben, at } = timed();
  lesson.run(TEACHER, 'ring = []; ring.append(ring); del ring');
  const [lost] = lesson.session.machine.inspect().objects.filter(({ reachable }) => !reachable);
  const predict = (returned: number, freed: number[], confidence?: 1 | 2 | 3, challenge = 1): Wish => ({
    kind: 'challenge.answer',
    challenge,
    answer: {
      kind: 'round',
      returned,
      freed,
      moved: [],
      ...(confidence === undefined ? {} : { confidence }),
    },
  });
  expect(at(0, TEACHER, { kind: 'arrange', member: ben, arrangement: { extraTime: 1.5 } })).toBe('applied');
  const rules = { ...TIMED, confidence: true, lead: 3 };
  at(1000, TEACHER, { kind: 'challenge.open', challenge: { kind: 'round', generation: 2 }, rules });
  expect(at(2000, ana, predict(1, []))).toBe('tooEarly');
  at(2000, TEACHER, { kind: 'challenge.begin' });
  // Counted down until 5000, then 20 seconds and what the way may take.
  expect(at(4999, ana, predict(1, [lost?.serial ?? 0], 3))).toBe('tooEarly');
  expect(at(26_500, ana, predict(1, [lost?.serial ?? 0], 3))).toBe('applied');
  expect(at(26_501, ana, predict(7, []))).toBe('tooLate');
  expect(at(27_000, TEACHER, { kind: 'challenge.pause' })).toBe('applied');
  expect(at(28_000, ben, predict(7, [], 2))).toBe('paused');
  expect(at(29_000, TEACHER, { kind: 'challenge.resume' })).toBe('applied');
  expect(at(30_000, ben, predict(7, [], 2))).toBe('applied');
  at(31_000, TEACHER, { kind: 'challenge.reveal' });
  // Ana has all of it and was certain; Ben has nothing and was fairly sure.
  expect(lesson.session.state.challenges[0]?.marks?.map(({ points }) => points)).toEqual([1000, -250]);

  at(40_000, TEACHER, { kind: 'challenge.open', challenge: { kind: 'round', generation: 2 } });
  expect(at(41_000, ana, predict(0, [], 3, 2))).toBe('badAnswer');
});

it('[CH5] a second vote keeps the first, and counts', () => {
  const { lesson, ana, ben, at, answer } = timed();
  at(0, TEACHER, { kind: 'challenge.open', challenge: QUESTION, solution: SOLUTION });
  at(1, ana, answer(0));
  at(1, ben, answer(1));
  expect(at(2, TEACHER, { kind: 'challenge.close' })).toBe('applied');
  expect(at(3, TEACHER, { kind: 'challenge.again' })).toBe('applied');
  expect(at(4, ana, answer(1))).toBe('applied');
  expect(at(5, TEACHER, { kind: 'challenge.again' })).toBe('challengeOpen');
  at(6, TEACHER, { kind: 'challenge.reveal' });
  expect(lesson.session.state.challenges[0]?.marks).toMatchObject([
    { member: ana, points: 1000, answer: { choice: 1 }, first: { choice: 0 } },
    { member: ben, points: 1000, answer: { choice: 1 }, first: { choice: 1 } },
  ]);
});

it.each<[string, ChallengeBody & { kind: 'question' }, Solution, Answer, Answer]>([
  [
    'several',
    { kind: 'question', prompt: 'p', answer: { form: 'several', options: ['a', 'b', 'c'] } },
    { key: { form: 'several', correct: [0, 2] }, explanation: '' },
    { kind: 'several', choices: [0, 2] },
    { kind: 'several', choices: [0, 0] },
  ],
  [
    'number',
    { kind: 'question', prompt: 'p', answer: { form: 'number', unit: 'bytes' } },
    { key: { form: 'number', value: 56, tolerance: 0 }, explanation: '' },
    { kind: 'number', value: 56 },
    { kind: 'one', choice: 0 },
  ],
  [
    'order',
    { kind: 'question', prompt: 'p', answer: { form: 'order', items: ['a', 'b', 'c'] } },
    { key: { form: 'order', correct: [2, 1, 0] }, explanation: '' },
    { kind: 'order', order: [2, 1, 0] },
    { kind: 'order', order: [2, 1] },
  ],
  [
    'object',
    { kind: 'question', prompt: 'p', answer: { form: 'object' } },
    { key: { form: 'object', correct: [7] }, explanation: '' },
    { kind: 'object', serial: 7 },
    { kind: 'text', text: 'the list' },
  ],
])(
  '[CH6] a question of the form %s takes answers of its form only',
  (_form, challenge, solution, good, bad) => {
    const { lesson, ana } = timed();
    lesson.must(TEACHER, { kind: 'challenge.open', challenge, solution });
    expect(lesson.refused(ana, { kind: 'challenge.answer', challenge: 1, answer: bad })).toBe('badAnswer');
    expect(
      lesson.refused(ana, {
        kind: 'challenge.answer',
        challenge: 1,
        answer: { kind: 'one', choice: 0, confidence: 3 },
      }),
    ).toBe('badAnswer');
    lesson.must(ana, { kind: 'challenge.answer', challenge: 1, answer: good });
    lesson.must(TEACHER, { kind: 'challenge.reveal' });
    expect(lesson.session.state.scores).toMatchObject([{ member: ana, points: 1000 }, {}]);
  },
);

it('[CH6] a key that does not fit its question is refused', () => {
  const { lesson } = timed();
  const open = (answer: (ChallengeBody & { kind: 'question' })['answer'], solution: Solution['key']) =>
    lesson.refused(TEACHER, {
      kind: 'challenge.open',
      challenge: { kind: 'question', prompt: 'p', answer },
      solution: { key: solution, explanation: '' },
    });
  const options = ['a', 'b'];
  expect(open({ form: 'several', options }, { form: 'several', correct: [] })).toBe('badShape');
  expect(open({ form: 'several', options }, { form: 'several', correct: [0, 0] })).toBe('badShape');
  expect(open({ form: 'several', options }, { form: 'one', correct: 0 })).toBe('badShape');
  expect(open({ form: 'order', items: options }, { form: 'order', correct: [0] })).toBe('badShape');
});

function fork(setup: string, ...goals: Goal[]) {
  const machine = new Machine({ modules: ['ana'], preimported: ['gc', 'sys', 'weakref'] });
  return Fork.of(machine.snapshot(), 'ana', { kind: 'task', prompt: 'p', setup, goals, statements: null });
}

it.each<[string, Goal, string[], string[]]>([
  [
    'leak exactly two',
    { goal: 'leak', objects: 2 },
    ['a = []; a.append([a]); del a'],
    ['a = []; a.append(a); del a'],
  ],
  ['free by one del', { goal: 'free', name: 'keep' }, ['del keep'], ['other = keep; del keep']],
  ['few bytes', { goal: 'bytes', most: 100 }, ['g = (i for i in range(10 ** 6)); del g'], ['l = [0] * 100']],
  ['grow old', { goal: 'generation', name: 'keep', generation: 2 }, ['gc.collect()'], ['gc.collect(0)']],
  ['an expression', { goal: 'true', expression: 'len(keep) == 4' }, ['keep.append([])'], ['keep.pop()']],
])('[TK1] a goal is met by the heap that comes out: %s', (_name, goal, right, wrong) => {
  const setup = 'keep = [[], [], []]';
  for (const [inputs, met] of [
    [right, true],
    [wrong, false],
    [[], false],
  ] as const) {
    const tried = fork(setup, goal);
    for (const input of inputs) expect(tried.run(input)?.raised).toBe(null);
    expect(tried.judge()[0]?.met || (goal.goal === 'bytes' && inputs.length === 0), inputs.join()).toBe(
      met || (goal.goal === 'bytes' && inputs.length === 0),
    );
  }
});

it('[TK5] a generation is asked of what a name meant at the start, or of what it means at the end', () => {
  const tried = (...inputs: string[]) => {
    const one = fork(
      'keep = []',
      { goal: 'generation', name: 'keep', generation: 2 },
      { goal: 'generation', name: 'fresh', generation: 0 },
    );
    for (const input of inputs) one.run(input);
    return one.judge();
  };
  const met = (...inputs: string[]) => tried(...inputs).map((one) => one.met);
  expect(met('gc.collect(1)', 'fresh = []')).toEqual([true, true]);
  // Another object under the name of the start is not the one that is meant; of a new name the newest is.
  expect(met('keep = []', 'gc.collect()', 'fresh = []')).toEqual([false, true]);
  expect(met('fresh = []', 'gc.collect()')).toEqual([true, false]);
  expect(met('fresh = []', 'gc.collect()', 'fresh = []')).toEqual([true, true]);
  expect(tried('gc.collect()')[1]?.standing).toMatchObject({ goal: 'none', name: 'fresh' });
  expect(tried('del keep')[0]?.standing).toMatchObject({ goal: 'gone', name: 'keep' });
});

it('[TK1] shrinking is measured against what the setup took', () => {
  const tried = fork("keep = ['x' * (2000 + i) for i in range(50)]", { goal: 'shrink', percent: 90 });
  tried.run('del keep[:40]');
  expect(tried.judge()[0]?.met).toBe(false);
  tried.run('keep.clear()');
  expect(tried.judge()[0]?.met).toBe(true);
});

it('[TK1] an arena is given back when its last pool is free', () => {
  const tried = fork('keep = [[i] for i in range(30000)]', { goal: 'arena' });
  expect(tried.judge()[0]?.met).toBe(false);
  tried.run('del keep');
  expect(tried.judge()[0]?.met).toBe(true);
});

it('[SC4] a task: 800 for its goals, 200 for economy', () => {
  const machine = new Machine({ modules: ['ana', 'ben', 'eve'] });
  const task: ChallengeBody & { kind: 'task' } = {
    kind: 'task',
    prompt: 'p',
    setup: '',
    goals: [
      { goal: 'true', expression: 'a == 1' },
      { goal: 'true', expression: 'b == 2' },
    ],
    statements: null,
  };
  const given = (handle: string, ...inputs: string[]) => ({
    member: handle,
    handle,
    answer: { kind: 'task', inputs } as const,
  });
  const results = new Grading(machine.snapshot(), task).results([
    given('ana', 'a, b = 1, 2'),
    given('ben', 'a = 1', 'b = 2'),
    given('eve', 'a = 1'),
  ]);
  const shares = [...results].map(([member, { share }]) => [member, Math.round(1000 * share)]);
  expect(shares).toEqual([
    ['ana', 1000],
    ['ben', 900],
    ['eve', 400],
  ]);
});

it('[TK2] while a task is open the class’s heap stands still', () => {
  const { lesson, ana } = timed();
  lesson.run(ana, 'a = []');
  const before = lesson.session.machine.digest();
  lesson.must(TEACHER, {
    kind: 'challenge.open',
    challenge: {
      kind: 'task',
      prompt: 'Leak one object.',
      setup: '',
      goals: [{ goal: 'leak', objects: 1 }],
      statements: 2,
    },
  });
  expect(lesson.refused(ana, { kind: 'run', source: 'a.append(a)' })).toBe('taskOpen');
  expect(lesson.refused(TEACHER, { kind: 'run', source: 'x = 1' })).toBe('taskOpen');
  const answer = (...inputs: string[]): Wish => ({
    kind: 'challenge.answer',
    challenge: 1,
    answer: { kind: 'task', inputs },
  });
  expect(lesson.refused(ana, answer('a = (', 'b = 1'))).toBe('badAnswer');
  expect(lesson.refused(ana, answer('a = 1', 'b = 1', 'c = 1'))).toBe('badAnswer');
  lesson.must(ana, answer('a.append(a)', 'del a'));
  lesson.must(TEACHER, { kind: 'challenge.reveal' });
  expect(lesson.session.state.challenges[0]).toMatchObject({
    truth: { kind: 'task', goals: ['Leak exactly 1 object'] },
    marks: [{ member: ana, points: 1000, correct: true }],
  });
  expect(lesson.session.machine.digest()).toBe(before);
  lesson.run(ana, 'a.append(a)');
});

it('[CH7] a lobby: the class gathers, begins after a countdown, and only then answers', () => {
  const { lesson, ana, at, answer } = timed();
  const rules: Rules = { ...TIMED, lead: 3 };
  expect(at(1000, TEACHER, { kind: 'challenge.open', challenge: QUESTION, solution: SOLUTION, rules })).toBe(
    'applied',
  );
  const [state] = lesson.session.state.challenges;
  expect(state).toMatchObject({ phase: 'lobby', closesAt: null });
  expect(at(2000, ana, answer(0))).toBe('tooEarly');
  for (const kind of [
    'challenge.close',
    'challenge.again',
    'challenge.pause',
    'challenge.resume',
    'challenge.reveal',
  ] as const) {
    expect(at(2000, TEACHER, { kind })).toBe('tooEarly');
  }
  expect(at(2000, TEACHER, { kind: 'challenge.open', challenge: QUESTION, solution: SOLUTION })).toBe(
    'challengeOpen',
  );
  expect(at(60_000, ana, { kind: 'challenge.begin' })).toBe('notAllowed');
  expect(at(60_000, TEACHER, { kind: 'challenge.begin' })).toBe('applied');
  expect(lesson.session.state.challenges[0]).toMatchObject({
    phase: 'open',
    openedAt: 63_000,
    closesAt: 83_000,
  });
  expect(at(60_500, TEACHER, { kind: 'challenge.begin' })).toBe('badShape');
  expect(at(62_999, ana, answer(0))).toBe('tooEarly');
  expect(at(63_000, ana, answer(0))).toBe('applied');
  expect(at(84_501, ana, answer(1))).toBe('tooLate');

  const other = timed();
  other.at(0, TEACHER, { kind: 'challenge.open', challenge: QUESTION, solution: SOLUTION, rules });
  expect(other.at(1, TEACHER, { kind: 'challenge.cancel' })).toBe('applied');
  expect(other.at(2, TEACHER, { kind: 'challenge.begin' })).toBe('noChallenge');
});

it('[TK3] a solution is shown once no answers are taken, and ends the voting', () => {
  const { lesson, ana, ben, at } = timed();
  const show = (member: string | null): Wish => ({
    kind: 'challenge.show',
    challenge: 1,
    member,
    named: false,
  });
  const task: ChallengeBody = {
    kind: 'task',
    prompt: 'p',
    setup: '',
    goals: [{ goal: 'true', expression: 'x == 1' }],
    statements: null,
  };
  expect(at(0, TEACHER, show(ana))).toBe('notFound');
  at(1, TEACHER, { kind: 'challenge.open', challenge: task });
  const inputs = ['x = 0', 'x = 1'];
  at(2, ana, { kind: 'challenge.answer', challenge: 1, answer: { kind: 'task', inputs } });
  expect(at(3, TEACHER, show(ana))).toBe('challengeOpen');
  at(4, TEACHER, { kind: 'challenge.close' });
  expect(at(5, ana, show(ana))).toBe('notAllowed');
  expect(at(5, TEACHER, show(ben))).toBe('notFound');
  expect(at(5, TEACHER, show('nobody'))).toBe('notFound');
  expect(at(6, TEACHER, show(ana))).toBe('applied');
  expect(lesson.session.state.challenges[0]?.shown).toMatchObject({ member: ana, named: false, inputs });
  expect(at(7, TEACHER, { kind: 'challenge.again' })).toBe('challengeOpen');
  expect(at(8, TEACHER, { kind: 'challenge.reveal' })).toBe('applied');
  expect(lesson.session.state.challenges[0]?.shown).toMatchObject({ inputs });
  expect(at(9, TEACHER, show(null))).toBe('applied');
  expect(lesson.session.state.challenges[0]?.shown).toBeNull();

  const question = timed();
  question.at(0, TEACHER, { kind: 'challenge.open', challenge: QUESTION, solution: SOLUTION });
  question.at(1, question.ana, question.answer(1));
  question.at(2, TEACHER, { kind: 'challenge.close' });
  expect(question.at(3, TEACHER, show(question.ana))).toBe('notFound');
});

it('[SE2] the summary says how the class did, before and after talking it over', () => {
  const { lesson, ana, ben, at, answer } = timed();
  at(0, TEACHER, { kind: 'challenge.open', challenge: QUESTION, solution: SOLUTION });
  at(1, ana, answer(0));
  at(1, ben, answer(1));
  at(2, TEACHER, { kind: 'challenge.again' });
  at(3, ana, answer(1));
  at(4, TEACHER, { kind: 'challenge.reveal' });
  expect(lesson.session.state.challenges[0]?.summary).toEqual({
    answered: 2,
    right: 2,
    rightFirst: 1,
    chosen: [0, 2, 0],
    chosenFirst: [1, 1, 0],
    spread: null,
    marked: null,
  });
  const solution: Solution = { key: { form: 'text', model: 'm' }, explanation: '' };
  at(5, TEACHER, {
    kind: 'challenge.open',
    challenge: { kind: 'question', prompt: 'p', answer: { form: 'text' } },
    solution,
  });
  at(6, ana, { kind: 'challenge.answer', challenge: 2, answer: { kind: 'text', text: 'because' } });
  at(7, TEACHER, { kind: 'challenge.reveal' });
  expect(lesson.session.state.challenges[1]?.summary).toEqual({
    answered: 1,
    right: null,
    rightFirst: null,
    chosen: null,
    chosenFirst: null,
    spread: null,
    marked: null,
  });
});

it('[SE4] the leaderboard is opened with the scores as they stand', () => {
  const { lesson, ana, at, answer } = timed();
  at(0, TEACHER, { kind: 'settings', settings: { leaderboard: false } });
  at(1, TEACHER, { kind: 'challenge.open', challenge: QUESTION, solution: SOLUTION });
  at(2, ana, answer(1));
  at(3, TEACHER, { kind: 'challenge.reveal' });
  const ben = { role: 'student', id: 'ben' } as const;
  const seen = redactState(lesson.session.state, ben, false);
  expect(seen.scores.map(({ member }) => member)).toEqual(['ben']);
  expect(JSON.stringify(seen)).not.toMatch(/"points":1000/);
  const copy = Session.restore({ state: seen, machine: lesson.session.machine.snapshot() });
  const opened = lesson.session.submit(
    { role: 'teacher', id: TEACHER },
    { id: 'opens-the-board', kind: 'settings', settings: { leaderboard: true } },
    4,
  );
  if (opened.kind !== 'applied') throw new Error(opened.kind);
  copy.apply(redactEntry(opened.entry, ben, true));
  expect(copy.state.scores).toEqual(lesson.session.state.scores);
  expect(copy.state.scores.find(({ member }) => member === ana)?.points).toBe(1000);
});

it('[SC2] a round is fully right for whoever marks all that is shown and goes, parts of classes aside', () => {
  const { lesson, ana, at } = timed();
  for (const source of ['class C: pass', 'C.me = C()', 'del C']) lesson.run(ana, source);
  const shown = lesson.session.machine.inspect().objects.filter((one) => one.tracked && !one.reachable);
  expect(shown.map(({ type }) => type)).toContain('type');
  at(0, TEACHER, { kind: 'challenge.open', challenge: { kind: 'round', generation: 2 } });
  const freed = shown.map(({ serial }) => serial);
  // CPython: the class, its dict, its tuple of bases and that of its order, two descriptors, the instance.
  const answer: Answer = { kind: 'round', returned: 7, freed, moved: [] };
  at(1, ana, { kind: 'challenge.answer', challenge: 1, answer });
  at(2, TEACHER, { kind: 'challenge.reveal' });
  const [challenge] = lesson.session.state.challenges;
  if (challenge?.truth?.kind !== 'round') throw new Error('no truth');
  expect(challenge.truth.returned).toBe(7);
  expect(new Set(challenge.truth.freed)).toEqual(new Set(freed));
  expect(challenge.marks).toMatchObject([{ points: 1000, correct: true }]);
});

it('[TK4] a fork has fuel for so much and no more', () => {
  const machine = new Machine({ modules: ['ana'], limits: { fuel: 2_000_000 } });
  const task: Extract<ChallengeBody, { kind: 'task' }> = {
    kind: 'task',
    prompt: 'p',
    setup: '',
    goals: [{ goal: 'true', expression: "'late' in globals()" }],
    statements: null,
  };
  const snapshot = machine.snapshot();
  const fork = Fork.of(snapshot, 'ana', task);
  for (let n = 0; n < 3; n++) expect(fork.run('while True: pass')?.limit).toBe('fuel');
  expect(fork.run('late = 1')).toBeNull();
  expect(fork.judge().map(({ met }) => met)).toEqual([false]);
  const inputs = ['while True: pass', 'while True: pass', 'while True: pass', 'late = 1'];
  const answers = [
    { member: 'a', handle: 'ana', answer: { kind: 'task' as const, inputs } },
    { member: 'b', handle: 'ana', answer: { kind: 'task' as const, inputs: inputs.slice(1) } },
  ];
  const results = new Grading(snapshot, task).results(answers);
  expect([results.get('a')?.share, results.get('b')?.share]).toEqual([0, 1]);
});

it('an answer to a task is judged in portions, each a statement or a look at the heap, and as it is in one go', () => {
  const machine = new Machine({ modules: ['ana'], preimported: [] });
  machine.run('ana', 'keep = [[1], [2]]');
  const task: Extract<ChallengeBody, { kind: 'task' }> = {
    kind: 'task',
    prompt: 'p',
    setup: '',
    goals: [
      { goal: 'free', name: 'keep' },
      { goal: 'leak', objects: 1 },
    ],
    statements: null,
  };
  const snapshot = machine.snapshot();
  const given = (member: string, ...inputs: string[]) => ({
    member,
    handle: 'ana',
    answer: { kind: 'task' as const, inputs },
  });
  const first = given('a', 'del keep', 'x = []', 'x.append(x); del x');
  const grading = new Grading(snapshot, task);
  const portions = (one: ReturnType<typeof given>) => {
    let count = 1;
    while (!grading.step(one)) count++;
    return count;
  };
  // The heap to fork from, the fork, a look at it, three statements, two goals.
  expect(portions(first)).toBe(8);
  const second = given('b', 'del keep');
  for (let n = 0; n < 3; n++) expect(grading.step(second)).toBe(false);
  // Another answer in between, then this one from its beginning.
  expect(portions(given('c'))).toBe(4);
  expect(portions(second)).toBe(5);
  const all = [first, second, given('c')];
  const shares = (results: ReturnType<Grading['results']>) =>
    all.map(({ member }) => results.get(member)?.share);
  expect(shares(grading.results(all))).toEqual([1, 0.4, 0]);
  expect(shares(new Grading(snapshot, task).results(all))).toEqual([1, 0.4, 0]);
});

it('[PE1] teams are the teacher’s, of students only, and many at once', () => {
  const { lesson, ana, ben, at } = timed();
  const teams = [
    { member: ana, team: 'Blue' },
    { member: ben, team: 'Green' },
  ];
  expect(at(1, ana, { kind: 'teams', teams })).toBe('notAllowed');
  expect(at(1, TEACHER, { kind: 'teams', teams: [...teams, { member: 'nobody', team: 'Blue' }] })).toBe(
    'notFound',
  );
  expect(at(1, TEACHER, { kind: 'teams', teams: [{ member: TEACHER, team: 'Blue' }] })).toBe('notFound');
  expect(at(1, TEACHER, { kind: 'teams', teams })).toBe('applied');
  expect(at(2, TEACHER, { kind: 'teams', teams: [{ member: ana, team: null }] })).toBe('applied');
  expect(lesson.session.state.members.map(({ team }) => team)).toEqual([null, null, 'Green']);
});

it('[TK1] whoever is removed after answering a task does not stop the reveal', () => {
  const { lesson, ana, ben, at } = timed();
  const task: ChallengeBody = {
    kind: 'task',
    prompt: 'p',
    setup: 'start = []',
    goals: [{ goal: 'true', expression: 'start == [1]' }],
    statements: null,
  };
  at(1, TEACHER, { kind: 'challenge.open', challenge: task });
  for (const member of [ana, ben]) {
    const inputs = ['start.append(1)'];
    at(2, member, { kind: 'challenge.answer', challenge: 1, answer: { kind: 'task', inputs } });
  }
  expect(at(3, TEACHER, { kind: 'remove', member: ana })).toBe('applied');
  expect(at(4, TEACHER, { kind: 'challenge.reveal' })).toBe('applied');
  expect(lesson.session.state.challenges[0]?.marks?.map(({ points }) => points)).toEqual([1000, 1000]);
});

it('[PR6] each student is told why what they missed went, and why what they marked in vain stayed', () => {
  const { lesson, ana, ben, at } = timed();
  lesson.run(ana, 'old = []; old.append(old)');
  lesson.must(TEACHER, { kind: 'run', source: 'gc.collect(0); gc.collect(1)' });
  for (const source of ['del old', 'x = []; y = [x]; x.append(y); del x, y', 'keep = [[7]]'])
    lesson.run(ana, source);
  const { objects } = lesson.session.machine.inspect();
  const leaked = objects.filter((one) => one.tracked && !one.reachable);
  const kept = objects.find(({ repr }) => repr === '[7]');
  const [oldest, ...young] = leaked.map(({ serial }) => serial);
  if (kept === undefined || oldest === undefined || young.length !== 2) throw new Error('another heap');
  at(0, TEACHER, { kind: 'challenge.open', challenge: { kind: 'round', generation: 0 } });
  const predict = (freed: number[], moved: number[]): Wish => ({
    kind: 'challenge.answer',
    challenge: 1,
    answer: { kind: 'round', returned: 2, freed, moved },
  });
  at(1, ana, predict([kept.serial, oldest], [oldest]));
  at(1, ben, predict(young, []));
  at(2, TEACHER, { kind: 'challenge.reveal' });
  const [forAna, forBen] = lesson.session.state.challenges[0]?.marks ?? [];
  const told = forAna?.reasons?.map(en.reasons.say).join('\n') ?? '';
  expect(told).toContain('The list [7] stayed: ana.keep → [0] leads to it.');
  expect(told).toContain('stands in generation 2, which this collection did not look at.');
  expect(told.match(/went: only a cycle kept it, /g)).toHaveLength(2);
  expect(told).toContain('did not move: it stands in generation 2 as before.');
  expect(forBen?.reasons?.map(en.reasons.say).join('\n')).not.toMatch(/stayed:|went:/);
});

it('[CH8] a reveal keeps what the objects were that it is about, those that died meanwhile as well', () => {
  const lesson = startLesson();
  const ana = lesson.join('Ana');
  const ben = lesson.join('Ben');
  lesson.run(ana, 'a = [[7], {1: 2}]; gone = [8]');
  const serial = (repr: string): number => {
    const found = lesson.session.machine.inspect().objects.find((object) => object.repr === repr);
    if (found === undefined) throw new Error(`no ${repr}`);
    return found.serial;
  };
  const [seven, eight, dict] = [serial('[7]'), serial('[8]'), serial('{1: 2}')];
  lesson.must(TEACHER, {
    kind: 'challenge.open',
    challenge: { kind: 'question', prompt: 'Which?', answer: { form: 'object' } },
    solution: { key: { form: 'object', correct: [seven] }, explanation: '' },
  });
  const point = (member: string, at: number) =>
    lesson.must(member, { kind: 'challenge.answer', challenge: 1, answer: { kind: 'object', serial: at } });
  point(ana, eight);
  point(ben, dict);
  lesson.run(ana, 'del gone');
  lesson.must(TEACHER, { kind: 'challenge.reveal' });
  lesson.run(ana, 'del a');
  const [challenge] = lesson.session.state.challenges;
  expect(challenge?.objects).toEqual([
    { serial: seven, type: 'list', repr: '[7]', name: 'ana.a[0]' },
    { serial: eight, type: 'list', repr: '[8]', name: null },
    { serial: dict, type: 'dict', repr: '{1: 2}', name: 'ana.a[1]' },
  ]);
  // Every copy that takes the log has them too.
  const timeline = new Timeline(lesson.log);
  timeline.moveTo(timeline.length);
  expect(timeline.session.state.challenges[0]?.objects).toEqual(challenge?.objects);
});

it('[CH8] of a round, as they were before it ran; of a question with a picture, those of the picture', () => {
  const lesson = startLesson();
  const ana = lesson.join('Ana');
  lesson.run(ana, 'x = []; x.append(x); del x; keep = {}');
  const { objects } = lesson.session.machine.inspect();
  const [leaked] = objects.filter((one) => one.tracked && !one.reachable).map(({ serial }) => serial);
  const kept = objects.find(({ type, builtin }) => type === 'dict' && !builtin)?.serial;
  if (leaked === undefined || kept === undefined) throw new Error('another heap');
  lesson.must(TEACHER, { kind: 'challenge.open', challenge: { kind: 'round', generation: 2 } });
  const freed = [leaked, kept];
  lesson.must(ana, {
    kind: 'challenge.answer',
    challenge: 1,
    answer: { kind: 'round', returned: 1, freed, moved: [] },
  });
  lesson.must(TEACHER, { kind: 'challenge.reveal' });
  const picture = 'box = [[1], [1]]';
  const inner = pictureHeap(picture)?.objects.filter(({ repr }) => repr === '[1]') ?? [];
  const correct = inner.map(({ serial }) => serial);
  lesson.must(TEACHER, {
    kind: 'challenge.open',
    challenge: { kind: 'question', prompt: 'Which?', picture, answer: { form: 'object' } },
    solution: { key: { form: 'object', correct: correct.slice(0, 1) }, explanation: '' },
  });
  lesson.must(ana, {
    kind: 'challenge.answer',
    challenge: 2,
    answer: { kind: 'object', serial: correct[1] ?? 0 },
  });
  lesson.must(TEACHER, { kind: 'challenge.reveal' });
  const [round, question] = lesson.session.state.challenges;
  expect(round?.objects).toEqual([
    { serial: leaked, type: 'list', repr: '[[[…]]]', name: null },
    { serial: kept, type: 'dict', repr: '{}', name: 'ana.keep' },
  ]);
  // What was marked in vain is told to all, with the entry and when they come back, but not who did [SE6].
  const reveal = lesson.log.find(({ kind }) => kind === 'challenge.reveal');
  if (reveal?.kind !== 'challenge.reveal') throw new Error('no reveal');
  const serials = (objects: readonly { readonly serial: number }[] | undefined) =>
    objects?.map(({ serial }) => serial);
  for (const [viewer, told] of [
    [{ role: 'student', id: ana }, freed],
    [{ role: 'student', id: 'ben' }, freed],
    [{ role: 'viewer' }, freed],
  ] as const) {
    const entry = redactEntry(reveal, viewer, true);
    expect(serials(entry.kind === 'challenge.reveal' ? entry.outcome?.objects : [])).toEqual(told);
    const state = redactState(lesson.session.state, viewer, true);
    expect(serials(state.challenges[0]?.objects)).toEqual(told);
  }
  expect(question?.objects?.map(({ name }) => name)).toEqual(['box[0]', 'box[1]']);
});
