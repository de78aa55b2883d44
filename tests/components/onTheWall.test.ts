import { expect, it } from 'vitest';
import { scenarioOf } from '../../classroom/scenarios/index.ts';
import { closingQuestion } from '../../classroom/scenarios/question.ts';
import { onTheWall } from '../../components/live/round.ts';
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
