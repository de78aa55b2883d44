import type { ScenarioWords } from '../../../../classroom/scenarios/words.ts';

export const memory: Readonly<Record<string, ScenarioWords>> = {};
