import type { ScenarioWords } from '../../../../classroom/scenarios/words.ts';

export const cycles: Readonly<Record<string, ScenarioWords>> = {};
