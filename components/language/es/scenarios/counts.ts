import type { ScenarioWords } from '../../../../classroom/scenarios/words.ts';

export const counts: Readonly<Record<string, ScenarioWords>> = {};
