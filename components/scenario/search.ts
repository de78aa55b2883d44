/** Finding a scenario: what a search leaves of the library, system by system, and moving through it by keyboard. */
import { SCENARIOS } from '../../classroom/scenarios/index.ts';
import { type Scenario, SYSTEMS, type System } from '../../classroom/scenarios/scenario.ts';
import type { Words } from '../language/words.ts';

export interface Section {
  readonly system: System;
  readonly title: string;
  readonly scenarios: readonly Scenario[];
}

function compares({ steps }: Scenario): boolean {
  return steps.some(({ kind }) => kind === 'compare');
}

/** What a scenario can be found by: its words, its system, and its code. */
function haystack(scenario: Scenario, { systems, picker }: Words['scenario']): string {
  const { id, title, aim, system, steps } = scenario;
  const code = steps.map((step) =>
    step.kind === 'run' ? step.run : `${step.before.title} ${step.after.title}`,
  );
  const kind = compares(scenario) ? picker.comparison : '';
  return [id, title, aim, system, systems[system], kind, ...code].join('\n').toLowerCase();
}

/** Sections that have something left; every word of the query has to be found in what is `told`. */
export function findScenarios(
  query: string,
  words: Words['scenario'],
  told: (scenario: Scenario) => Scenario,
): readonly Section[] {
  const wanted = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found = SCENARIOS.map(told).filter((scenario) => {
    const text = haystack(scenario, words);
    return wanted.every((word) => text.includes(word));
  });
  return SYSTEMS.map((system) => ({
    system,
    title: words.systems[system],
    scenarios: found.filter((scenario) => scenario.system === system),
  })).filter(({ scenarios }) => scenarios.length > 0);
}

export const MOVES = ['ArrowDown', 'ArrowUp', 'Home', 'End', 'PageDown', 'PageUp'] as const;
export type Move = (typeof MOVES)[number];
const PAGE = 6;

/** The index that a key leads to; it stops at both ends. */
export function moved(at: number, length: number, move: Move): number {
  const to = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + PAGE,
    PageUp: at - PAGE,
    Home: 0,
    End: length - 1,
  }[move];
  return Math.max(0, Math.min(length - 1, to));
}
