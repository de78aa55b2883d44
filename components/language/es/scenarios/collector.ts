import type { ScenarioWords } from '../../../../classroom/scenarios/words.ts';

export const collector: Readonly<Record<string, ScenarioWords>> = {};
