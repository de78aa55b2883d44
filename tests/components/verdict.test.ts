import { expect, it } from 'vitest';
import type { Answer, ChallengeBody, Rules, Solution } from '../../classroom/protocol/challenge.ts';
import { verdictOf } from '../../components/live/verdict.ts';
import { startLesson, TEACHER } from '../classroom/lesson.ts';

const SEVERAL: ChallengeBody = {
  kind: 'question',
  prompt: 'Which are tracked?',
  answer: { form: 'several', options: ['a list', 'an int', 'a dict'] },
};
const SOLUTION: Solution = { key: { form: 'several', correct: [0, 2] }, explanation: '' };
const WORDS: ChallengeBody = { kind: 'question', prompt: 'Why?', answer: { form: 'text' } };

function classOfThree() {
  const lesson = startLesson();
  for (const name of ['Ana', 'Ben', 'Cem']) lesson.join(name);
  const ask = (
    challenge: ChallengeBody,
    solution: Solution,
    answers: Readonly<Record<string, Answer>>,
    rules?: Rules,
  ) => {
    lesson.must(TEACHER, {
      kind: 'challenge.open',
      challenge,
      solution,
      ...(rules === undefined ? {} : { rules }),
    });
    const number = lesson.session.state.challenges.length;
    for (const [member, answer] of Object.entries(answers))
      lesson.must(member, { kind: 'challenge.answer', challenge: number, answer });
    lesson.must(TEACHER, { kind: 'challenge.reveal' });
  };
  const told = (member: string) => {
    const { state } = lesson.session;
    const last = state.challenges.at(-1);
    if (last === undefined) throw new Error('nothing was asked');
    return verdictOf(last, state, member);
  };
  return { lesson, ask, told };
}

const all: Answer = { kind: 'several', choices: [0, 2] };
const half: Answer = { kind: 'several', choices: [0] };
const none: Answer = { kind: 'several', choices: [1] };

it('says right, partly right, wrong and nothing said, with points and place', () => {
  const { ask, told } = classOfThree();
  ask(SEVERAL, SOLUTION, { ana: all, ben: half });
  expect(told('ana')).toEqual({
    kind: 'right',
    points: 1000,
    total: 1000,
    rank: { rank: 1, of: 3 },
    streak: 0,
  });
  expect(told('ben')).toMatchObject({ kind: 'partly', points: 500, rank: { rank: 2, of: 3 } });
  expect(told('cem')).toMatchObject({ kind: 'unanswered', points: 0, total: 0 });
  ask(SEVERAL, SOLUTION, { ben: none });
  expect(told('ben')).toMatchObject({ kind: 'wrong', points: 0, total: 500 });
});

it('being sure of what is wrong costs points, and a total never falls below nothing', () => {
  const { ask, told } = classOfThree();
  const rules = { seconds: null, confidence: true, speed: false };
  ask(SEVERAL, SOLUTION, { ana: { ...none, confidence: 3 } }, rules);
  expect(told('ana')).toMatchObject({ kind: 'wrong', points: -500, total: 0, rank: null });
});

it('words of one’s own are neither right nor wrong', () => {
  const { ask, told } = classOfThree();
  ask(WORDS, { key: { form: 'text', model: '' }, explanation: '' }, { ana: { kind: 'text', text: 'So.' } });
  expect(told('ana')).toMatchObject({ kind: 'ungraded', points: 0 });
});

it('a row is told from two on, where streaks are on; a place only where there is a leaderboard', () => {
  const { lesson, ask, told } = classOfThree();
  ask(SEVERAL, SOLUTION, { ana: all });
  ask(SEVERAL, SOLUTION, { ana: all });
  expect(told('ana').streak).toBe(0);
  lesson.must(TEACHER, { kind: 'settings', settings: { streaks: true, leaderboard: false } });
  expect(told('ana')).toMatchObject({ streak: 2, rank: null, total: 2000 });
  ask(SEVERAL, SOLUTION, { ben: all });
  expect(told('ana').streak).toBe(0);
  expect(told('ben').streak).toBe(0);
});
