import { expect, it } from 'vitest';
import type { Entry } from '../../classroom/protocol/entry.ts';
import { redactEntry, redactState, type Viewer } from '../../classroom/redact.ts';
import { DigestError, SequenceError, Session } from '../../classroom/session.ts';
import { Timeline } from '../../classroom/timeline.ts';
import { startLesson, TEACHER, type Wish } from './lesson.ts';

/** Everything that a first lesson does. */
function lessonWithEverything() {
  const lesson = startLesson();
  const ana = lesson.join('Ana');
  const ben = lesson.join('Ben');
  lesson.run(ana, 'a = [1, 2, 3]');
  lesson.run(ben, 'import ana; mine = ana.a');
  lesson.run(ana, 'x = []; y = [x]; x.append(y)');
  lesson.run(ana, 'del x, y');
  lesson.run(ben, 'nobody');
  lesson.must(TEACHER, { kind: 'challenge.open', challenge: { kind: 'round', generation: 2 } });
  const leaked = lesson.session.machine
    .inspect()
    .objects.filter((one) => !one.reachable && one.type === 'list')
    .map((one) => one.serial);
  lesson.must(ana, {
    kind: 'challenge.answer',
    challenge: 1,
    answer: { kind: 'round', returned: 2, freed: leaked, moved: [] },
  });
  lesson.must(ben, {
    kind: 'challenge.answer',
    challenge: 1,
    answer: { kind: 'round', returned: 0, freed: [], moved: [] },
  });
  lesson.must(TEACHER, { kind: 'challenge.reveal' });
  lesson.must(TEACHER, {
    kind: 'challenge.open',
    challenge: {
      kind: 'question',
      prompt: 'What does del do?',
      answer: { form: 'one', options: ['removes a name', 'frees the object'] },
    },
    solution: {
      key: { form: 'one', correct: 0 },
      explanation: 'del removes a name; the object lives while anything refers to it.',
    },
  });
  lesson.must(ben, { kind: 'challenge.answer', challenge: 2, answer: { kind: 'one', choice: 1 } });
  lesson.must(ben, { kind: 'challenge.answer', challenge: 2, answer: { kind: 'one', choice: 0 } });
  lesson.must(TEACHER, { kind: 'challenge.reveal' });
  lesson.must(TEACHER, { kind: 'remove', member: ana });
  lesson.run(TEACHER, 'board.total = 1');
  lesson.must(TEACHER, { kind: 'end' });
  return lesson;
}

it('[LG2] every copy of a lesson arrives at the same digests, also from redacted entries', () => {
  const { log, session } = lessonWithEverything();
  const viewers: Viewer[] = [
    { role: 'teacher' },
    { role: 'student', id: 'ana' },
    { role: 'student', id: 'ben' },
    { role: 'viewer' },
  ];
  for (const viewer of viewers) {
    const timeline = new Timeline(log.map((entry) => redactEntry(entry, viewer, true)));
    timeline.moveTo(log.length);
    expect(timeline.session.machine.digest()).toBe(session.machine.digest());
    expect(timeline.session.state.scores).toEqual(session.state.scores);
    expect(redactState(timeline.session.state, viewer, true).challenges).toEqual(
      redactState(session.state, viewer, true).challenges,
    );
  }
});

it('[LG2] a copy whose heap came out differently says so', () => {
  const { log } = lessonWithEverything();
  const forged = log.map(
    (entry): Entry => (entry.kind === 'run' && entry.seq === 4 ? { ...entry, source: 'a = [1, 2]' } : entry),
  );
  const timeline = new Timeline(forged);
  expect(() => timeline.moveTo(4)).toThrow(DigestError);
});

it('[LG1] an entry that does not follow is refused and changes nothing', () => {
  const lesson = startLesson();
  const ana = lesson.join('Ana');
  lesson.run(ana, 'a = 1');
  const copy = Session.open(openingOf(lesson.log)).session;
  const third = lesson.log[2];
  if (third === undefined) throw new Error('no third entry');
  const digest = copy.machine.digest();
  expect(() => copy.apply(third)).toThrow(SequenceError);
  expect(copy.machine.digest()).toBe(digest);
  expect(copy.state.seq).toBe(1);
  expect(() => new Timeline([...lesson.log.slice(0, 1), third])).toThrow(/gap/);
});

function openingOf(log: readonly Entry[]): Extract<Entry, { kind: 'open' }> {
  const first = log[0];
  if (first?.kind !== 'open') throw new Error('no opening');
  return first;
}

it('[LG3] a snapshot and the tail equal the whole log, at every entry', () => {
  const { log, session } = lessonWithEverything();
  const walking = new Timeline(log);
  for (let seq = 1; seq <= log.length; seq++) {
    walking.moveTo(seq);
    const { state, machine } = walking.session.snapshot();
    const copy = Session.restore({ state: structuredClone(state), machine: machine.slice() });
    for (const entry of log.slice(seq)) copy.apply(entry);
    expect(copy.machine.digest()).toBe(session.machine.digest());
    expect(copy.state).toEqual(session.state);
    copy.machine.checkHeap();
  }
});

it('[LG3] a timeline jumps back and forth to the same digests', () => {
  const { log } = lessonWithEverything();
  const timeline = new Timeline(log);
  for (const seq of [log.length, 3, 9, 1, log.length - 1, 2, log.length]) {
    timeline.moveTo(seq);
    expect(timeline.session.state.seq).toBe(seq);
    expect(timeline.session.machine.digest()).toBe(log[seq - 1]?.digest);
  }
});

it('[LG4] a retried command is carried out once', () => {
  const lesson = startLesson();
  const ana = lesson.join('Ana');
  const first = lesson.submit(ana, { kind: 'run', source: 'a = []' }, 'the-same-id');
  if (first.kind !== 'applied') throw new Error('not applied');
  const digest = lesson.session.machine.digest();
  expect(lesson.submit(ana, { kind: 'run', source: 'a = []' }, 'the-same-id')).toEqual({
    kind: 'done',
    seq: first.entry.seq,
  });
  expect(lesson.session.machine.digest()).toBe(digest);
  // Another member's id is another command.
  const ben = lesson.join('Ben');
  expect(lesson.submit(ben, { kind: 'run', source: 'a = []' }, 'the-same-id').kind).toBe('applied');
});

it('[LG5] bad Python and runaway statements become no entry and change nothing', () => {
  const lesson = startLesson();
  const ana = lesson.join('Ana');
  lesson.run(ana, 'a = []');
  expect(lesson.refused(ana, { kind: 'run', source: 'a = = 1' })).toBe('syntaxError');
  expect(lesson.refused(ana, { kind: 'run', source: 'while True: pass' })).toBe('limit');
  expect(lesson.refused(ana, { kind: 'run', source: 'while True: a.append([])' })).toBe('limit');
  expect(lesson.refused(ana, { kind: 'run', source: "print('x' * 1000000)" })).toBe('limit');
  expect(lesson.refused(ana, { kind: 'run', source: "b = ['x' * 10000000 for i in range(100)]" })).toBe(
    'limit',
  );
  expect(lesson.run(ana, 'len(a)').output).toBe('0\n');
  // An exception is Python at work: it is logged.
  expect(lesson.run(ana, 'nobody').raised?.type).toBe('NameError');
});

it('[RM1] members are modules: others read their names, board is for all', () => {
  const lesson = startLesson();
  const ana = lesson.join('Ana');
  const ben = lesson.join('Ben');
  lesson.run(ana, 'a = [1, 2, 3]');
  expect(lesson.run(ben, 'import ana; ana.a').output).toBe('[1, 2, 3]\n');
  lesson.run(ben, 'b = ana.a');
  // Ana's name, Ben's name, Ben's echo (`_`), the argument.
  expect(lesson.run(ana, 'sys.getrefcount(a)').output).toBe('4\n');
  lesson.run(ben, 'board.shared = b');
  expect(lesson.run(ana, 'board.shared is a').output).toBe('True\n');
  expect(lesson.run(ben, 'ana.a = 1').raised?.message).toMatch(/only ana/);
  expect(lesson.run(ana, 'a').output).toBe('[1, 2, 3]\n');
  expect(lesson.run(ben, 'import nobody_there').raised?.type).toBe('ModuleNotFoundError');
});

it('[RM3] with a removed member goes what nobody else references', () => {
  const lesson = startLesson();
  const ana = lesson.join('Ana');
  const ben = lesson.join('Ben');
  lesson.run(ana, 'kept = [1]; gone = [2]');
  lesson.run(ben, 'import ana; mine = ana.kept; del ana');
  const alive = () =>
    lesson.session.machine
      .inspect()
      .objects.filter((one) => one.type === 'list' && one.owner !== null)
      .map((one) => one.repr);
  expect(alive().sort()).toEqual(['[1]', '[2]']);
  lesson.must(TEACHER, { kind: 'remove', member: ana });
  expect(alive()).toEqual(['[1]']);
  expect(lesson.run(ben, 'mine').output).toBe('[1]\n');
  expect(lesson.refused(ana, { kind: 'run', source: '1' })).toBe('removed');
  expect(lesson.run(ben, 'import ana').raised?.type).toBe('ModuleNotFoundError');
});

it('[RM2] a removed member’s handle is not given again', () => {
  const lesson = startLesson();
  const ana = lesson.join('Ana');
  lesson.must(TEACHER, { kind: 'remove', member: ana });
  const second = lesson.session.join('another', 'Ana', 99);
  if (second.kind !== 'applied' || second.entry.kind !== 'join') throw new Error('not joined');
  expect(second.entry.member.handle).toBe('ana2');
});

it('[RM4] frozen, locked and ended are kept', () => {
  const lesson = startLesson();
  const ana = lesson.join('Ana');
  lesson.must(TEACHER, { kind: 'settings', settings: { frozen: true, locked: true } });
  expect(lesson.refused(ana, { kind: 'run', source: 'a = 1' })).toBe('frozen');
  expect(lesson.run(TEACHER, 'a = 1').raised).toBe(null);
  expect(lesson.session.join('x', 'Xavier', 1)).toMatchObject({
    kind: 'refused',
    refusal: { code: 'locked' },
  });
  lesson.must(TEACHER, { kind: 'settings', settings: { frozen: false } });
  lesson.run(ana, 'a = 1');
  lesson.must(TEACHER, { kind: 'end' });
  expect(lesson.refused(ana, { kind: 'run', source: 'a = 1' })).toBe('sessionEnded');
  expect(lesson.refused(TEACHER, { kind: 'end' })).toBe('sessionEnded');
  expect(lesson.session.join('x', 'Xavier', 1)).toMatchObject({
    kind: 'refused',
    refusal: { code: 'sessionEnded' },
  });
});

it('[RM4] who holds the pen writes on a frozen heap', () => {
  const lesson = startLesson();
  const ana = lesson.join('Ana');
  const ben = lesson.join('Ben');
  lesson.must(TEACHER, { kind: 'settings', settings: { frozen: true, pens: [ana] } });
  lesson.run(ana, 'a = 1');
  expect(lesson.refused(ben, { kind: 'run', source: 'b = 1' })).toBe('frozen');
  lesson.must(TEACHER, { kind: 'settings', settings: { pens: [ben] } });
  expect(lesson.refused(ana, { kind: 'run', source: 'a = 1' })).toBe('frozen');
  lesson.run(ben, 'b = 1');
});

it('[RM5] the heap goes back, members and log stay, and every copy agrees', () => {
  const lesson = startLesson();
  const pasts: Uint8Array[] = [];
  const remember = () => {
    pasts[lesson.session.state.seq] = lesson.session.machine.snapshot();
  };
  remember();
  const ana = lesson.join('Ana');
  lesson.run(ana, 'a = [1]');
  remember();
  const moment = lesson.session.state.seq;
  const ben = lesson.join('Ben');
  lesson.run(ben, 'import ana; b = ana.a; gc.get_count()');
  const back = (to: number, id: string) =>
    lesson.session.submit({ role: 'teacher', id: TEACHER }, { kind: 'rewind', to, id }, 50, (seq) => {
      return pasts[seq] ?? null;
    });
  const first = back(moment, 'command-back');
  if (first.kind !== 'applied') throw new Error(first.kind);
  lesson.log.push(first.entry);
  expect(lesson.session.machine.modules).toEqual(['board', 'teacher', 'ana', 'ben']);
  expect(lesson.run(ana, 'sys.getrefcount(a)').output).toBe('2\n');
  expect(lesson.run(ben, 'b').raised?.message).toMatch(/'b' is not defined/);
  lesson.must(TEACHER, { kind: 'remove', member: ben });
  const second = back(1, 'command-clear');
  if (second.kind !== 'applied') throw new Error(second.kind);
  lesson.log.push(second.entry);
  expect(lesson.session.machine.modules).toEqual(['board', 'teacher', 'ana']);
  expect(lesson.run(ana, 'a').raised?.message).toMatch(/'a' is not defined/);
  lesson.session.machine.checkHeap();
  const timeline = new Timeline(lesson.log);
  for (const seq of [lesson.log.length, moment, lesson.log.length - 2, lesson.log.length]) {
    timeline.moveTo(seq);
    expect(timeline.session.machine.digest()).toBe(lesson.log[seq - 1]?.digest);
  }
  expect(timeline.session.state).toEqual(lesson.session.state);
});

it('[RM5] a moment that is not there, or while a challenge is open, is not gone back to', () => {
  const lesson = startLesson();
  expect(lesson.refused(TEACHER, { kind: 'rewind', to: 2 })).toBe('notFound');
  lesson.must(TEACHER, { kind: 'challenge.open', challenge: { kind: 'round', generation: 2 } });
  expect(lesson.refused(TEACHER, { kind: 'rewind', to: 1 })).toBe('challengeOpen');
});

it('[PE1] students and viewers are refused what is the teacher’s', () => {
  const lesson = startLesson();
  const ana = lesson.join('Ana');
  const round = { kind: 'challenge.open', challenge: { kind: 'round', generation: 2 } } as const;
  expect(lesson.refused(ana, round)).toBe('notAllowed');
  expect(lesson.refused(ana, { kind: 'challenge.reveal' })).toBe('notAllowed');
  expect(lesson.refused(ana, { kind: 'challenge.cancel' })).toBe('notAllowed');
  expect(lesson.refused(ana, { kind: 'settings', settings: { frozen: true } })).toBe('notAllowed');
  expect(lesson.refused(ana, { kind: 'remove', member: ana })).toBe('notAllowed');
  expect(lesson.refused(ana, { kind: 'rewind', to: 1 })).toBe('notAllowed');
  expect(lesson.refused(ana, { kind: 'end' })).toBe('notAllowed');
  expect(lesson.refused('stranger', { kind: 'run', source: '1' })).toBe('notMember');
  const viewed = lesson.session.submit({ role: 'viewer' }, { kind: 'run', source: '1', id: 'command-v' }, 1);
  expect(viewed).toMatchObject({ kind: 'refused', refusal: { code: 'viewOnly' } });
});

it('[PE2] the collector is the teacher’s until it is opened', () => {
  const lesson = startLesson();
  const ana = lesson.join('Ana');
  for (const source of ['gc.collect()', 'gc.disable()', 'gc.set_threshold(1)', 'gc.freeze()']) {
    expect(lesson.run(ana, source).raised?.message, source).toMatch(/teacher/);
  }
  expect(lesson.run(ana, 'gc.get_threshold()').output).toBe('(700, 10, 10)\n');
  expect(lesson.run(TEACHER, 'gc.collect()').raised).toBe(null);
  lesson.must(TEACHER, { kind: 'settings', settings: { collectorOpen: true } });
  expect(lesson.run(ana, 'gc.collect()').raised).toBe(null);
  lesson.must(TEACHER, { kind: 'settings', settings: { collectorOpen: false } });
  expect(lesson.run(ana, 'gc.collect()').raised?.message).toMatch(/teacher/);
});

it('[CH1] one challenge at a time; the last answer before the reveal counts', () => {
  const lesson = startLesson();
  const ana = lesson.join('Ana');
  const answer = (choice: number) =>
    ({ kind: 'challenge.answer', challenge: 1, answer: { kind: 'one', choice } }) as const;
  expect(lesson.refused(ana, answer(0))).toBe('noChallenge');
  const question: Wish = {
    kind: 'challenge.open',
    challenge: { kind: 'question', prompt: 'p', answer: { form: 'one', options: ['a', 'b'] } },
    solution: { key: { form: 'one', correct: 1 }, explanation: 'e' },
  };
  lesson.must(TEACHER, question);
  expect(lesson.refused(TEACHER, question)).toBe('challengeOpen');
  lesson.must(ana, answer(0));
  lesson.must(ana, answer(1));
  expect(lesson.refused(ana, answer(2))).toBe('badAnswer');
  expect(
    lesson.refused(ana, {
      kind: 'challenge.answer',
      challenge: 1,
      answer: { kind: 'round', returned: 1, freed: [], moved: [] },
    }),
  ).toBe('badAnswer');
  expect(
    lesson.refused(ana, { kind: 'challenge.answer', challenge: 2, answer: { kind: 'one', choice: 0 } }),
  ).toBe('wrongChallenge');
  lesson.must(TEACHER, { kind: 'challenge.reveal' });
  expect(lesson.refused(ana, answer(0))).toBe('noChallenge');
  expect(lesson.session.state.scores).toMatchObject([{ member: ana, points: 1000, correct: 1, answered: 1 }]);
});

it('[CH1] a question needs a right option and different options', () => {
  const lesson = startLesson();
  const open = (options: string[], correct?: number) =>
    lesson.refused(TEACHER, {
      kind: 'challenge.open',
      challenge: { kind: 'question', prompt: 'p', answer: { form: 'one', options } },
      ...(correct === undefined ? {} : { solution: { key: { form: 'one', correct }, explanation: '' } }),
    });
  expect(open(['a', 'b'])).toBe('badShape');
  expect(open(['a', 'b'], 2)).toBe('badShape');
  expect(open(['a', 'a'], 0)).toBe('badShape');
});

it('[CH2] a round is scored by what the collector did', () => {
  const lesson = lessonWithEverything();
  const round = lesson.session.state.challenges[0];
  expect(round?.truth).toMatchObject({ kind: 'round', returned: 2 });
  expect(round?.truth?.kind === 'round' && round.truth.freed.length).toBe(2);
  expect(round?.marks?.map(({ member, points }) => [member, points])).toEqual([
    ['ana', 1000],
    ['ben', 0],
  ]);
});

it('[SC1] a round names the freed objects as they were before the collector cleared them', () => {
  const { session } = lessonWithEverything();
  const truth = session.state.challenges[0]?.truth;
  if (truth?.kind !== 'round') throw new Error('no round');
  expect(truth.returned).toBe(2);
  expect(truth.freedNames).toEqual(['[[[…]]]', '[[[…]]]']);
});
