import { expect, it } from 'vitest';
import type { Answer, Truth } from '../../classroom/protocol/shapes.ts';
import type { ChallengeState, Score } from '../../classroom/protocol/state.ts';
import { markAll, ranking } from '../../classroom/scoring.ts';

function asked(answer: Answer): ChallengeState {
  const challenge =
    answer.kind === 'round'
      ? ({ kind: 'round', generation: 2 } as const)
      : { kind: 'question' as const, prompt: 'p', options: ['a', 'b', 'c'] };
  return {
    number: 1,
    challenge,
    phase: 'open',
    openedSeq: 2,
    openedAt: 0,
    answers: [{ member: 'm', answer }],
  };
}

function points(answer: Answer, truth: Truth): [number, boolean] {
  const mark = markAll(asked(answer), truth)[0];
  if (mark === undefined) throw new Error('no mark');
  return [mark.points, mark.correct];
}

it('[SC1] a question gives all or nothing', () => {
  const truth: Truth = { kind: 'question', correct: 1, explanation: 'because' };
  expect(points({ kind: 'question', choice: 1 }, truth)).toEqual([1000, true]);
  expect(points({ kind: 'question', choice: 0 }, truth)).toEqual([0, false]);
});

it('[SC2] a round gives half for the number and half for the objects, less wrong marks', () => {
  const truth: Truth = { kind: 'round', returned: 4, freed: [10, 11, 12, 13], freedNames: ['', '', '', ''] };
  const at = (returned: number, freed: number[]): [number, boolean] =>
    points({ kind: 'round', returned, freed }, truth);
  expect(at(4, [10, 11, 12, 13])).toEqual([1000, true]);
  expect(at(3, [10, 11, 12, 13])).toEqual([500, false]);
  expect(at(4, [10, 11])).toEqual([750, false]);
  expect(at(4, [10, 11, 99])).toEqual([625, false]);
  expect(at(4, [97, 98, 99])).toEqual([500, false]);
  expect(at(0, [])).toEqual([0, false]);
  // The same object marked twice counts once.
  expect(at(4, [10, 10, 11, 12, 13])).toEqual([1000, true]);
});

it('[SC2] where nothing is freed, marking nothing is right', () => {
  const truth: Truth = { kind: 'round', returned: 0, freed: [], freedNames: [] };
  expect(points({ kind: 'round', returned: 0, freed: [] }, truth)).toEqual([1000, true]);
  expect(points({ kind: 'round', returned: 0, freed: [5] }, truth)).toEqual([500, false]);
  expect(points({ kind: 'round', returned: 2, freed: [] }, truth)).toEqual([500, false]);
});

it('[SC3] equal results share a rank', () => {
  const score = (member: string, total: number, correct: number): Score => ({
    member,
    points: total,
    correct,
    answered: 2,
    statements: 0,
  });
  const ranks = ranking([score('a', 500, 1), score('b', 1000, 1), score('c', 500, 1), score('d', 0, 0)]);
  expect(ranks.map(({ rank, score: { member } }) => [rank, member])).toEqual([
    [1, 'b'],
    [2, 'a'],
    [2, 'c'],
    [4, 'd'],
  ]);
});
