'use client';

/** The library of scenarios and what belongs to one: loaded when somebody wants one. */
import { later, laterDialog } from '../design/later.tsx';

export const ScenarioPicker = laterDialog(['scenario', 'scenarioTexts'], () =>
  import('./picker.tsx').then((module) => module.ScenarioPicker),
);
export const ClosingQuestion = laterDialog(['scenario', 'scenarioTexts'], () =>
  import('./closing-question.tsx').then((module) => module.ClosingQuestion),
);
export const ScenarioStrip = later(
  ['scenario', 'scenarioTexts'],
  () => import('./strip.tsx').then((module) => module.ScenarioStrip),
  // As high as its title and its buttons.
  () => <div className="min-h-24" />,
);
