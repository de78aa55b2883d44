'use client';

import { useEffect, useState } from 'react';
import { fetchBook, wordsHere } from '../language/books.ts';
import { useLanguage } from '../language/words.ts';

/** By the scenario's id. */
export type ScenarioTitles = ReadonlyMap<string, string>;

const NONE: ScenarioTitles = new Map();

/** What scenarios are called: the library is fetched where a lesson had one; until then there are no titles. */
export function useScenarioTitles(wanted: boolean): ScenarioTitles {
  const language = useLanguage();
  const [titles, setTitles] = useState(NONE);
  useEffect(() => {
    if (!wanted) return;
    let shown = true;
    Promise.all([import('../../classroom/scenarios/index.ts'), fetchBook(language, 'scenarioTexts')]).then(
      ([{ SCENARIOS }]) => {
        const { of = {} } = wordsHere(language).scenarioTexts ?? {};
        if (shown) setTitles(new Map(SCENARIOS.map(({ id, title }) => [id, of[id]?.title ?? title])));
      },
      // Without them a step is told by its number.
      () => {},
    );
    return () => {
      shown = false;
    };
  }, [wanted, language]);
  return titles;
}

/** Whether there was a scenario in these entries. */
export function hadScenario(entries: readonly { readonly kind: string }[]): boolean {
  return entries.some(({ kind }) => kind === 'scenario');
}
