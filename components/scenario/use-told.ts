'use client';

import { useCallback } from 'react';
import type { Scenario } from '../../classroom/scenarios/scenario.ts';
import { scenarioInWords } from '../../classroom/scenarios/words.ts';
import { useWords } from '../language/words.ts';

/** A scenario of the library in the language of the page. */
export function useTold(): (scenario: Scenario) => Scenario {
  const { scenarioTexts } = useWords('scenarioTexts');
  return useCallback((scenario) => scenarioInWords(scenario, scenarioTexts.of[scenario.id]), [scenarioTexts]);
}
