/** The library of scenarios, system by system. */
import { COLLECTOR } from './collector.ts';
import { COUNTS } from './counts.ts';
import { CYCLES } from './cycles.ts';
import { FRAMES } from './frames.ts';
import { LEANER } from './leaner.ts';
import { MEMORY } from './memory.ts';
import { OBJECTS } from './objects.ts';
import type { Scenario } from './scenario.ts';
import { TOOLS } from './tools.ts';

export const SCENARIOS: readonly Scenario[] = [
  ...OBJECTS,
  ...COUNTS,
  ...CYCLES,
  ...COLLECTOR,
  ...MEMORY,
  ...FRAMES,
  ...LEANER,
  ...TOOLS,
];

export function scenarioOf(id: string): Scenario | undefined {
  return SCENARIOS.find((scenario) => scenario.id === id);
}
