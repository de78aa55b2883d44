import { expect, it } from 'vitest';
import { NO_RULES } from '../../classroom/decideChallenge.ts';
import { markAll } from '../../classroom/marking.ts';
import type { Answer, Key, Rules, Truth } from '../../classroom/protocol/challenge.ts';
import type { Score } from '../../classroom/protocol/shapes.ts';
import type { ChallengeState, MemberState } from '../../classroom/protocol/state.ts';
import { addMarks, ranking, streakOf, teamScores } from '../../classroom/scoring.ts';

interface Asked {
  readonly rules?: Rules;
  readonly generation?: 0 | 1 | 2;
  /** Milliseconds after the question was put. */
  readonly at?: number;
}

function asked(answer: Answer, { rules = NO_RULES, generation = 2, at = 0 }: Asked): ChallengeState {
  const options = ['a', 'b', 'c', 'd'];
  return {
    number: 1,
    // Marking takes the form from answer and key.
    challenge:
      answer.kind === 'round'
        ? { kind: 'round', generation }
        : { kind: 'question', prompt: 'p', answer: { form: 'one', options } },
    rules,
    phase: 'open',
    vote: 1,
    openedSeq: 2,
    openedAt: 1000,
    closesAt: null,
    pausedAt: null,
    answers: [{ member: 'm', at: 1000 + at, answer }],
  };
}

function points(answer: Answer, truth: Truth, how: Asked = {}): [number, boolean | null] {
  const mark = markAll(asked(answer, how), truth)[0];
  if (mark === undefined) throw new Error('no mark');
  return [mark.points, mark.correct];
}

function question(key: Key): Truth {
  return { kind: 'question', solution: { key, explanation: 'because' } };
}

it('[SC1] one option, a number, an object: all or nothing', () => {
  const one = question({ form: 'one', correct: 1 });
  expect(points({ kind: 'one', choice: 1 }, one)).toEqual([1000, true]);
  expect(points({ kind: 'one', choice: 0 }, one)).toEqual([0, false]);
  const number = question({ form: 'number', value: 88, tolerance: 8 });
  for (const value of [80, 88, 96]) expect(points({ kind: 'number', value }, number)).toEqual([1000, true]);
  for (const value of [79, 96.5, -88]) expect(points({ kind: 'number', value }, number)).toEqual([0, false]);
  // In decimals, as people write them: in binary 0.4 - 0.3 is a little more than 0.1.
  const decimal = question({ form: 'number', value: 0.3, tolerance: 0.1 });
  for (const value of [0.2, 0.4]) expect(points({ kind: 'number', value }, decimal)).toEqual([1000, true]);
  for (const value of [0.199, 0.401]) expect(points({ kind: 'number', value }, decimal)).toEqual([0, false]);
  const exact = question({ form: 'number', value: 0.3, tolerance: 0 });
  expect(points({ kind: 'number', value: 0.1 + 0.2 }, exact)).toEqual([0, false]);
  const object = question({ form: 'object', correct: [7, 9] });
  expect(points({ kind: 'object', serial: 9 }, object)).toEqual([1000, true]);
  expect(points({ kind: 'object', serial: 8 }, object)).toEqual([0, false]);
});

it('[SC2] several options: hits less wrong ones, over what is right', () => {
  const truth = question({ form: 'several', correct: [0, 2] });
  const at = (...choices: number[]) => points({ kind: 'several', choices }, truth);
  expect(at(0, 2)).toEqual([1000, true]);
  expect(at(0)).toEqual([500, false]);
  expect(at(0, 1, 2)).toEqual([500, false]);
  expect(at(0, 1)).toEqual([0, false]);
  expect(at(1, 3)).toEqual([0, false]);
});

it('[SC2] a round over everything gives half for the number and half for the objects', () => {
  const truth: Truth = {
    kind: 'round',
    returned: 4,
    freed: [10, 11, 12, 13],
    freedNames: ['', '', '', ''],
    moved: [],
  };
  const at = (returned: number, freed: number[]) =>
    points({ kind: 'round', returned, freed, moved: [] }, truth);
  expect(at(4, [10, 11, 12, 13])).toEqual([1000, true]);
  expect(at(3, [10, 11, 12, 13])).toEqual([500, false]);
  expect(at(4, [10, 11])).toEqual([750, false]);
  expect(at(4, [10, 11, 99])).toEqual([625, false]);
  expect(at(4, [97, 98, 99])).toEqual([500, false]);
  expect(at(0, [])).toEqual([0, false]);
  // The same object marked twice counts once.
  expect(at(4, [10, 10, 11, 12, 13])).toEqual([1000, true]);
});

it('[SC2] a younger generation: 400 for the number, 300 for the freed, 300 for the moved', () => {
  const truth: Truth = { kind: 'round', returned: 2, freed: [1, 2], freedNames: ['', ''], moved: [5, 6] };
  const at = (returned: number, freed: number[], moved: number[]) =>
    points({ kind: 'round', returned, freed, moved }, truth, { generation: 0 });
  expect(at(2, [1, 2], [5, 6])).toEqual([1000, true]);
  expect(at(2, [1, 2], [5])).toEqual([850, false]);
  expect(at(0, [1, 2], [5, 6])).toEqual([600, false]);
  expect(at(2, [], [])).toEqual([400, false]);
});

it('[SC2] where nothing is freed, marking nothing is right', () => {
  const truth: Truth = { kind: 'round', returned: 0, freed: [], freedNames: [], moved: [] };
  const at = (returned: number, freed: number[]) =>
    points({ kind: 'round', returned, freed, moved: [] }, truth);
  expect(at(0, [])).toEqual([1000, true]);
  expect(at(0, [5])).toEqual([500, false]);
  expect(at(2, [])).toEqual([500, false]);
});

it('[SC3] an order: pairs in the right order, beyond what a reversed order has', () => {
  const truth = question({ form: 'order', correct: [2, 0, 1] });
  const at = (...order: number[]) => points({ kind: 'order', order }, truth);
  expect(at(2, 0, 1)).toEqual([1000, true]);
  expect(at(0, 2, 1)).toEqual([333, false]);
  expect(at(1, 0, 2)).toEqual([0, false]);
});

it('[SC5] being sure pays when right and costs when wrong', () => {
  const rules: Rules = { seconds: null, confidence: true, speed: false };
  const truth = question({ form: 'one', correct: 1 });
  const at = (choice: number, confidence?: 1 | 2 | 3) =>
    points({ kind: 'one', choice, ...(confidence === undefined ? {} : { confidence }) }, truth, { rules })[0];
  expect([at(1, 1), at(1, 2), at(1, 3)]).toEqual([500, 750, 1000]);
  expect([at(0, 1), at(0, 2), at(0, 3)]).toEqual([-0, -250, -500]);
  expect(at(1)).toBe(500);
});

it('[SC6] speed counts only where it is switched on, and half at most', () => {
  const truth = question({ form: 'one', correct: 1 });
  const quick: Rules = { seconds: 20, confidence: false, speed: true };
  const at = (milliseconds: number, rules: Rules) =>
    points({ kind: 'one', choice: 1 }, truth, { rules, at: milliseconds })[0];
  expect([at(0, quick), at(10_000, quick), at(20_000, quick), at(25_000, quick)]).toEqual([
    1000, 750, 500, 500,
  ]);
  expect(at(20_000, { ...quick, speed: false })).toBe(1000);
});

it('[SC7] words of one’s own are not graded', () => {
  const truth = question({ form: 'text', model: 'It is freed.' });
  expect(points({ kind: 'text', text: 'It goes.' }, truth)).toEqual([0, null]);
  const score: Score = { member: 'm', points: 10, correct: 1, answered: 1, statements: 0 };
  expect(addMarks([score], [{ member: 'm', points: 0, correct: null }])).toEqual([score]);
});

it('[SC8] a total never falls below nothing', () => {
  const score: Score = { member: 'm', points: 200, correct: 0, answered: 0, statements: 0 };
  expect(addMarks([score], [{ member: 'm', points: -500, correct: false }])).toMatchObject([
    { points: 0, answered: 1, correct: 0 },
  ]);
});

const score = (member: string, total: number, correct: number): Score => ({
  member,
  points: total,
  correct,
  answered: 2,
  statements: 0,
});

it('[SC9] a team has the mean of those of its members who are there', () => {
  const member = (id: string, team: string | null, removed = false): MemberState => ({
    id,
    handle: id,
    nickname: id,
    role: 'student',
    extraTime: 1,
    team,
    joinedAt: 0,
    removed,
  });
  const members = [member('a', 'Red'), member('b', 'Red'), member('c', 'Blue'), member('d', null)];
  const scores = [score('a', 1000, 1), score('b', 501, 1), score('c', 900, 1), score('d', 5000, 5)];
  expect(teamScores([...members, member('e', 'Blue', true)], scores)).toEqual([
    { team: 'Blue', members: 1, points: 900 },
    { team: 'Red', members: 2, points: 751 },
  ]);
});

it('[SC10] equal results share a rank', () => {
  const ranks = ranking([score('a', 500, 1), score('b', 1000, 1), score('c', 500, 1), score('d', 0, 0)]);
  expect(ranks.map(({ rank, score: { member } }) => [rank, member])).toEqual([
    [1, 'b'],
    [2, 'a'],
    [2, 'c'],
    [4, 'd'],
  ]);
});

it('[SC11] a streak: right in a row up to the newest, none answered ends it, ungraded ones are passed over', () => {
  let number = 0;
  const revealed = (form: 'one' | 'text', correct: boolean | null | 'absent'): ChallengeState => ({
    number: ++number,
    challenge: {
      kind: 'question',
      prompt: 'p',
      answer: form === 'one' ? { form, options: ['a', 'b'] } : { form },
    },
    rules: NO_RULES,
    phase: 'revealed',
    vote: 1,
    openedSeq: 1,
    openedAt: 0,
    closesAt: null,
    pausedAt: null,
    answers: [],
    marks: correct === 'absent' ? [] : [{ member: 'ana', points: 0, correct }],
  });
  const right = () => revealed('one', true);
  expect(streakOf([], 'ana')).toBe(0);
  expect(streakOf([right(), right()], 'ana')).toBe(2);
  expect(streakOf([right(), revealed('one', false), right()], 'ana')).toBe(1);
  expect(streakOf([right(), right(), revealed('one', 'absent')], 'ana')).toBe(0);
  expect(streakOf([right(), revealed('text', null), revealed('text', 'absent'), right()], 'ana')).toBe(2);
  expect(streakOf([right(), { ...revealed('one', false), phase: 'cancelled' }, right()], 'ana')).toBe(2);
  expect(streakOf([right()], 'ben')).toBe(0);
});
