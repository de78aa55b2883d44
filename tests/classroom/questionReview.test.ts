import { expect, test } from 'vitest';
import type { Answer } from '../../classroom/protocol/challenge.ts';
import { reviewQuestion } from '../../classroom/review/question.ts';
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
    rows: [
      { text: 'a', count: 3, before: null, right: true, belief: null },
      { text: 'b', count: 1, before: null, right: true, belief: null },
      { text: 'c', count: 2, before: null, right: false, belief: 'c is one.' },
    ],
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
