import type { ScenarioWords } from '../../../../classroom/scenarios/words.ts';

export const leaner: Readonly<Record<string, ScenarioWords>> = {};
