import type { ScenarioWords } from '../../../../classroom/scenarios/words.ts';

export const objects: Readonly<Record<string, ScenarioWords>> = {};
