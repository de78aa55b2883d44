import type { Scenario } from '../../classroom/scenarios/scenario.ts';

/** Behind the `#`: the sandbox opens a scenario of the library by its name. */
export const SCENARIO = 'scenario=';

export function scenarioHash({ id }: Scenario): string {
  return `#${SCENARIO}${id}`;
}
