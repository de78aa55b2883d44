'use client';

import { useEffect, useState } from 'react';

/** By the scenario's id. */
export type ScenarioTitles = ReadonlyMap<string, string>;

const NONE: ScenarioTitles = new Map();

/** What scenarios are called: the library is fetched where a lesson had one; until then there are no titles. */
export function useScenarioTitles(wanted: boolean): ScenarioTitles {
  const [titles, setTitles] = useState(NONE);
  useEffect(() => {
    if (!wanted) return;
    let shown = true;
    import('../../classroom/scenarios/index.ts').then(
      ({ SCENARIOS }) => {
        if (shown) setTitles(new Map(SCENARIOS.map(({ id, title }) => [id, title])));
      },
      // Without them a step is told by its number.
      () => {},
    );
    return () => {
      shown = false;
    };
  }, [wanted]);
  return titles;
}

/** Whether there was a scenario in these entries. */
export function hadScenario(entries: readonly { readonly kind: string }[]): boolean {
  return entries.some(({ kind }) => kind === 'scenario');
}
