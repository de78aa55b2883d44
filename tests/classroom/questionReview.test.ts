import { expect, test } from 'vitest';
import type { Answer, ChallengeBody } from '../../classroom/protocol/challenge.ts';
import { isRowOf, reviewQuestion, shortened } from '../../classroom/review/question.ts';
import { startLesson, TEACHER } from './lesson.ts';

function asked(second: boolean) {
  const { join, must, session } = startLesson();
  const members = ['Ana', 'Ben', 'Cem', 'Dia'].map(join);
  must(TEACHER, {
    kind: 'challenge.open',
    challenge: { kind: 'question', prompt: 'Which?', answer: { form: 'several', options: ['a', 'b', 'c'] } },
    rules: { seconds: null, confidence: true, speed: false },
    solution: { key: { form: 'several', correct: [0, 1] }, explanation: '', beliefs: ['', '', 'c is one.'] },
  });
  const answer = (at: number, choices: number[], confidence?: 1 | 2 | 3) => {
    const given: Answer = { kind: 'several', choices, ...(confidence === undefined ? {} : { confidence }) };
    must(members[at] ?? '', { kind: 'challenge.answer', challenge: 1, answer: given });
  };
  answer(0, [0, 1], 3);
  answer(1, [2], 3);
  answer(2, [2, 0], 2);
  answer(3, [0]);
  if (second) {
    must(TEACHER, { kind: 'challenge.close' });
    must(TEACHER, { kind: 'challenge.again' });
    answer(0, [2], 1);
    answer(1, [1, 0], 3);
    answer(2, [1, 0], 2);
  }
  must(TEACHER, { kind: 'challenge.reveal' });
  const [challenge] = session.state.challenges;
  if (challenge === undefined) throw new Error('no challenge');
  return challenge;
}

test('how often each option was marked, the belief that wrong answers share, how sure people were', () => {
  expect(reviewQuestion(asked(false))).toEqual({
    answered: 4,
    right: 1,
    wrong: 3,
    marked: null,
    rows: [
      { text: 'a', serial: null, count: 3, before: null, right: true, near: false, belief: null },
      { text: 'b', serial: null, count: 1, before: null, right: true, near: false, belief: null },
      { text: 'c', serial: null, count: 2, before: null, right: false, near: false, belief: 'c is one.' },
    ],
    near: { values: 0, count: 0 },
    rest: { values: 0, count: 0 },
    beliefs: [{ belief: 'c is one.', count: 2 }],
    votes: null,
    sure: [
      { sure: 1, count: 1, right: 0 },
      { sure: 2, count: 1, right: 0 },
      { sure: 3, count: 2, right: 1 },
    ],
  });
});

test('a second vote is told beside the first: who came over, who left', () => {
  const review = reviewQuestion(asked(true));
  expect(review?.votes).toEqual({ before: 1, after: 2, gained: 2, lost: 1 });
  expect(review?.rows.map(({ count, before }) => [before, count])).toEqual([
    [3, 3],
    [1, 2],
    [2, 1],
  ]);
});

test('without the answers there is nothing to tell', () => {
  const challenge = asked(false);
  const marks = (challenge.marks ?? []).map(({ answer: _others, ...mark }) => mark);
  expect(reviewQuestion({ ...challenge, marks })).toBeNull();
  expect(reviewQuestion({ ...challenge, truth: undefined })).toBeNull();
});

test('a class may be told less than there is: what is right stays', () => {
  const row = (text: string, count: number, right: boolean) => ({
    ...{ text, count, right },
    ...{ serial: null, before: null, near: false, belief: null },
  });
  const rows = [row('4', 0, true), row('5', 3, false), row('6', 2, false), row('7', 1, false)];
  const told = shortened({ rows, near: { values: 0, count: 0 }, rest: { values: 2, count: 2 } }, 1);
  expect(told.rows.map(({ text }) => text)).toEqual(['4', '5']);
  expect(told.rest).toEqual({ values: 4, count: 5 });
});

test('a round is reviewed by the numbers that it was said to return', () => {
  const { join, must, run, session } = startLesson();
  const members = ['Ana', 'Ben', 'Cem'].map(join);
  run(TEACHER, 'ring = []; ring.append(ring); del ring');
  must(TEACHER, { kind: 'challenge.open', challenge: { kind: 'round', generation: 2 } });
  for (const [at, returned] of [1, 9, 9].entries()) {
    const answer: Answer = { kind: 'round', returned, freed: [], moved: [] };
    must(members[at] ?? '', { kind: 'challenge.answer', challenge: 1, answer });
  }
  must(TEACHER, { kind: 'challenge.reveal' });
  const [challenge] = session.state.challenges;
  if (challenge === undefined) throw new Error('no challenge');
  const told = reviewQuestion(challenge);
  // One list that holds itself: the collector finds one object.
  expect(told?.rows.map(({ text, count, right }) => [text, count, right])).toEqual([
    ['1', 1, true],
    ['9', 2, false],
  ]);
  // A log from before the class was told so is summed up from its answers.
  const { summary, ...older } = challenge;
  expect(summary?.spread).toBeDefined();
  expect(reviewQuestion(older)).toEqual(told);
});

test('one’s own answer is found among those of the class', () => {
  const row = (text: string, serial: number | null = null) => ({
    ...{ text, serial, count: 1, before: null, right: false },
    ...{ near: false, belief: null },
  });
  const order: ChallengeBody = {
    kind: 'question',
    prompt: '?',
    answer: { form: 'order', items: ['a', 'b'] },
  };
  expect(isRowOf(order, { kind: 'order', order: [1, 0] }, row('b → a'))).toBe(true);
  expect(isRowOf(order, { kind: 'order', order: [0, 1] }, row('b → a'))).toBe(false);
  const round = { kind: 'round', generation: 2 } as const;
  const predicted: Answer = { kind: 'round', returned: 3, freed: [7], moved: [] };
  expect(isRowOf(round, predicted, row('3'))).toBe(true);
  expect(isRowOf(round, predicted, row('7'))).toBe(false);
  const pointing = { kind: 'question', prompt: '?', answer: { form: 'object' as const } } as const;
  expect(isRowOf(pointing, { kind: 'object', serial: 5 }, row('list []', 5))).toBe(true);
  expect(isRowOf(pointing, { kind: 'object', serial: 6 }, row('list []', 5))).toBe(false);
});
