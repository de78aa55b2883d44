/** A prediction in a class: made by the server, on the heap of the preview, with the heap standing still. */
import { expect, it } from 'vitest';
import { LANGUAGES } from '../../classroom/languages.ts';
import {
  type AskedBefore,
  asQuestion,
  choosePrediction,
  Ground,
  makePrediction,
} from '../../classroom/predict/index.ts';
import { ABOUTS, type Level } from '../../classroom/protocol/prediction.ts';
import { redactEntry } from '../../classroom/redact.ts';
import { Machine } from '../../heap/index.ts';
import { startLesson, TEACHER } from './lesson.ts';

function lesson() {
  const started = startLesson();
  const ana = started.join('Ana');
  const ben = started.join('Ben');
  started.run(ana, 'a = [[1], [2]]; b = a');
  started.run(ben, 'import ana; c = ana.a[0]');
  const choose = (seed = 1, asked: readonly AskedBefore[] = []) => {
    const choice = choosePrediction(Ground.of(started.session.machine), {
      about: 'refcount',
      level: 1,
      seed,
      asked,
    });
    if (choice.kind === 'nothing') throw new Error(choice.says);
    return choice.chosen;
  };
  return { ...started, ana, ben, choose };
}

it('[PR3] never the same twice in a row, and what there is nothing of is said', () => {
  const { session } = lesson();
  const ground = Ground.of(session.machine);
  const asked: AskedBefore[] = [];
  for (let seed = 1; seed <= 14; seed++) {
    const choice = choosePrediction(ground, { about: null, level: 2, seed, asked });
    if (choice.kind === 'nothing') throw new Error(choice.says);
    const { prompt, prediction } = choice.chosen;
    expect(asked.slice(-12).map((one) => one.prompt)).not.toContain(prompt);
    if (asked.length > 0) expect(prediction.about).not.toBe(asked.at(-1)?.about);
    asked.push({ about: prediction.about, prompt });
  }
  // One name, one question: the second time there is another or none.
  const small = new Machine({ preimported: ['sys'] });
  small.run('__main__', 'a = []');
  const poor = Ground.of(small);
  const wish = { about: 'refcount', level: 1, seed: 1 } as const;
  const first = choosePrediction(poor, { ...wish, asked: [] });
  if (first.kind === 'nothing') throw new Error(first.says);
  const second = choosePrediction(poor, {
    ...wish,
    asked: [{ about: 'refcount', prompt: first.chosen.prompt }],
  });
  expect(second).toMatchObject({ kind: 'nothing', says: expect.stringContaining('change the heap') });
  const empty = Ground.of(new Machine({ preimported: ['sys'] }));
  for (const level of [1, 2, 3] satisfies Level[]) {
    expect(choosePrediction(empty, { about: null, level, seed: 1, asked: [] })).toMatchObject({
      kind: 'nothing',
      says: expect.stringContaining('a = [1, 2]'),
    });
  }
});

it('[PR4] the server makes question and key from its own heap, or opens nothing', () => {
  const { session, log, ana, must, refused, choose, run } = lesson();
  const { prediction, ...made } = choose();
  const digest = session.machine.digest();
  const ask = { kind: 'challenge.predict', prediction, digest } as const;
  expect(refused(ana, ask)).toBe('notAllowed');
  expect(refused(TEACHER, { ...ask, digest: '0123456789abcdef' })).toBe('heapMoved');
  for (const target of ['ana\nnothing', 'nobody\na', 'ana\n(1)', 'x'])
    expect(refused(TEACHER, { ...ask, prediction: { ...prediction, target } })).toBe('notFound');
  const { challenge, solution } = asQuestion(made, prediction);
  expect(refused(TEACHER, { kind: 'challenge.open', challenge, solution })).toBe('badShape');
  const entry = must(TEACHER, ask);
  expect(session.machine.digest()).toBe(digest);
  if (entry.kind !== 'challenge.open') throw new Error(entry.kind);
  expect(entry).toMatchObject({ challenge, solution });
  // What a student is sent holds neither the key nor what it could be made from.
  const sent = JSON.stringify(redactEntry(entry, { role: 'student', id: ana }, true));
  expect(sent).not.toContain(solution.explanation.slice(0, 12));
  expect(sent).not.toContain('seed');
  expect(log.at(-1)).toBe(entry);
  must(TEACHER, { kind: 'challenge.cancel' });
  run(ana, 'other = [1]');
  expect(refused(TEACHER, ask)).toBe('heapMoved');
});

it('[PR5] the heap stands still, whoever leaves; the reveal runs nothing and pays by the key', () => {
  const { session, ana, ben, must, refused, choose, run } = lesson();
  const { prediction, ...made } = choose();
  must(TEACHER, { kind: 'challenge.predict', prediction, digest: session.machine.digest() });
  for (const member of [ana, ben, TEACHER])
    expect(refused(member, { kind: 'run', source: 'd = 1' })).toBe('predictionOpen');
  const { key } = made.solution;
  if (key.form !== 'number') throw new Error(key.form);
  const answer = (value: number) =>
    ({ kind: 'challenge.answer', challenge: 1, answer: { kind: 'number', value } }) as const;
  must(ana, answer(key.value));
  must(ben, answer(key.value + 1));
  must(TEACHER, { kind: 'remove', member: ben });
  const before = session.machine.digest();
  must(TEACHER, { kind: 'challenge.reveal' });
  expect(session.machine.digest()).toBe(before);
  expect(session.state.challenges[0]?.marks).toMatchObject([
    { member: ana, points: 1000, correct: true },
    { member: ben, points: 0, correct: false },
  ]);
  run(ana, 'd = 1');
});

it('[PR7] the same question in each language: same lines, same right answer, other words', () => {
  const { machine } = lesson().session;
  machine.run('ana', 'x = []; x.append(x); del x; s = {1, 2}; e = [1]; f = (a, [])');
  const kinds = new Set<string>();
  for (const about of ABOUTS) {
    for (const level of [1, 2, 3] satisfies Level[]) {
      const choice = choosePrediction(Ground.of(machine), { about, level, seed: 7, asked: [] });
      if (choice.kind === 'nothing') continue;
      kinds.add(about);
      const [english, ...others] = LANGUAGES.map((language) =>
        makePrediction(Ground.of(machine, language), choice.chosen.prediction),
      );
      for (const other of others) {
        expect(other?.lines).toEqual(english?.lines);
        expect(other?.solution.key).toEqual(english?.solution.key);
        expect(other?.prompt).not.toBe(english?.prompt);
        expect(other?.solution.explanation).not.toBe(english?.solution.explanation);
        expect(other?.solution.explanation).not.toMatch(/undefined|NaN/);
      }
    }
  }
  expect(kinds.size).toBe(ABOUTS.length);
});

it('[PR7] the server puts it in the language that it is asked for in', () => {
  const { session, must } = lesson();
  const ground = Ground.of(session.machine, 'de');
  const choice = choosePrediction(ground, { about: 'refcount', level: 1, seed: 1, asked: [] });
  if (choice.kind === 'nothing') throw new Error(choice.says);
  const { prediction, prompt } = choice.chosen;
  expect(prediction.language).toBe('de');
  must(TEACHER, { kind: 'challenge.predict', prediction, digest: session.machine.digest() });
  expect(session.state.challenges.at(-1)?.challenge).toMatchObject({ prompt });
});
