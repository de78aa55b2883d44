/** What a scenario says in another language than English. Its code, and what the code prints, are the same in all. */
import type { Scenario, ScenarioStep } from './scenario.ts';

export interface ScenarioWords {
  readonly title: string;
  readonly aim: string;
  /** Of each step, in order. */
  readonly say: readonly string[];
  /** What the two sides of its comparison are called, where it has one. */
  readonly sides?: readonly [before: string, after: string];
  readonly question: ChoiceWords;
}

/** What a question with one right answer says. */
export interface ChoiceWords {
  readonly belief: string;
  /** Where it asks for something else than what is printed. */
  readonly asks?: string;
  /** Where it is words and no code. */
  readonly right?: string;
  /** In the order of the English ones: answers that are code stay as they are. */
  readonly wrong: readonly (readonly [answer: string, belief: string])[];
  readonly why: string;
}

export function scenarioInWords(scenario: Scenario, words: ScenarioWords | undefined): Scenario {
  if (words === undefined) return scenario;
  const { title, aim, question } = words;
  return {
    ...scenario,
    title,
    aim,
    steps: scenario.steps.map((step, at) => stepInWords(step, words.say[at] ?? step.say, words.sides)),
    question: { ...scenario.question, ...question },
  };
}

function stepInWords(step: ScenarioStep, say: string, sides: ScenarioWords['sides']): ScenarioStep {
  if (step.kind === 'run' || sides === undefined) return { ...step, say };
  const [before, after] = sides;
  return { ...step, say, before: { ...step.before, title: before }, after: { ...step.after, title: after } };
}
