import type { ScenarioWords } from '../../../../classroom/scenarios/words.ts';

export const tools: Readonly<Record<string, ScenarioWords>> = {};
