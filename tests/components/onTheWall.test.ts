import { expect, it } from 'vitest';
import type { ChallengeBody, Key } from '../../classroom/protocol/challenge.ts';
import { scenarioOf } from '../../classroom/scenarios/index.ts';
import { closingQuestion } from '../../classroom/scenarios/question.ts';
import { onTheWall, wallShape } from '../../components/live/round.ts';
import { startLesson, TEACHER } from '../classroom/lesson.ts';

it('the wall keeps the answer to a scenario’s question until the class goes into another scenario', () => {
  const lesson = startLesson();
  lesson.join('Ana');
  const shown = () => onTheWall(lesson.session.state)?.phase ?? null;
  const go = (id: string, step: number) => lesson.must(TEACHER, { kind: 'scenario', place: { id, step } });
  go('cycle', 0);
  expect(shown()).toBeNull();
  const scenario = scenarioOf('cycle');
  const asked = scenario === undefined ? null : closingQuestion(scenario);
  if (asked?.ok !== true) throw new Error('no question');
  const { challenge, solution, rules } = asked;
  lesson.must(TEACHER, { kind: 'challenge.open', challenge, solution, rules });
  expect(shown()).toBe('open');
  lesson.must(TEACHER, { kind: 'challenge.reveal' });
  expect(shown()).toBe('revealed');
  go('cycle', 1);
  expect(shown()).toBe('revealed');
  go('itself', 0);
  expect(shown()).toBeNull();
});

it('the wall gives a question a stage, what is about the heap stands beside it, and what is over steps back', () => {
  const lesson = startLesson();
  const ana = lesson.join('Ana');
  lesson.run(ana, 'a = [1]');
  const shape = (closed = 0, follows = false) =>
    wallShape(lesson.session.state, onTheWall(lesson.session.state), closed, follows);
  const open = (challenge: ChallengeBody, key: Key) => {
    lesson.must(TEACHER, { kind: 'challenge.open', challenge, solution: { key, explanation: '' } });
  };
  expect(shape()).toBe('class');
  open(
    { kind: 'question', prompt: 'q', answer: { form: 'number', unit: '' } },
    { form: 'number', value: 1, tolerance: 0 },
  );
  expect(shape(0, true)).toBe('stage');
  lesson.must(TEACHER, { kind: 'challenge.reveal' });
  expect(shape()).toBe('stage');
  expect(shape(0, true)).toBe('beside');
  expect(shape(1)).toBe('class');
  lesson.run(ana, 'b = a');
  expect(shape()).toBe('class');
  const [object] = lesson.session.machine.inspect().objects;
  if (object === undefined) throw new Error('an empty heap');
  open(
    { kind: 'question', prompt: 'q', answer: { form: 'object' } },
    { form: 'object', correct: [object.serial] },
  );
  expect(shape()).toBe('beside');
  lesson.must(TEACHER, { kind: 'challenge.cancel' });
  expect(shape()).toBe('class');
  lesson.must(TEACHER, { kind: 'challenge.open', challenge: { kind: 'round', generation: 2 } });
  expect(shape()).toBe('beside');
  lesson.must(TEACHER, { kind: 'challenge.reveal' });
  expect(shape()).toBe('beside');
});
