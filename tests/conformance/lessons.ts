/** The product's own scenarios (classroom/scenarios) as programs: the steps of each, and both sides of its comparison. */
import { AT_HAND } from '../../classroom/scenarios/compare.ts';
import { SCENARIOS } from '../../classroom/scenarios/index.ts';
import type { Scenario as Lesson } from '../../classroom/scenarios/scenario.ts';
import type { Scenario } from './scenarios.ts';

/** Inputs behind each other, compound ones closed by an empty line as at the prompt. */
function program(inputs: readonly string[]): string {
  return [AT_HAND, ...inputs].map((input) => `${input}\n`).join('');
}

export function lessonName(id: string, part: 'steps' | 'before' | 'after' = 'steps'): string {
  return `lesson_${id.replaceAll('-', '_')}${part === 'steps' ? '' : `_${part}`}`;
}

function programsOf({ id, steps }: Lesson): Scenario[] {
  const typed = steps.flatMap((step) => (step.kind === 'run' ? [step.run] : []));
  const sides = steps.flatMap((step) =>
    step.kind === 'run'
      ? []
      : (['before', 'after'] as const).map((part) => ({
          name: lessonName(id, part),
          source: program([...step.given, ...step[part].run]),
        })),
  );
  return [{ name: lessonName(id), source: program(typed) }, ...sides];
}

export const LESSONS: readonly Scenario[] = SCENARIOS.flatMap(programsOf);
