import type { ScenarioWords } from '../../../../classroom/scenarios/words.ts';

export const frames: Readonly<Record<string, ScenarioWords>> = {};
