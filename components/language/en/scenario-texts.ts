import { ASKS_OUTPUT } from '../../../classroom/bank/item.ts';
import type { ScenarioWords } from '../../../classroom/scenarios/words.ts';

/** What scenarios say, by their ids. In English that stands in the scenarios themselves. */
export const scenarioTexts: {
  readonly asksOutput: string;
  readonly of: Readonly<Record<string, ScenarioWords>>;
} = { asksOutput: ASKS_OUTPUT, of: {} };
