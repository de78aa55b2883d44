'use client';

/** What not everybody wants in the sandbox: loaded when somebody does. */
import { later } from '../design/later.tsx';

export const PracticePane = later(['asking', 'class', 'sandbox'], () =>
  import('./practice.tsx').then((module) => module.PracticePane),
);
export const Tour = later(
  ['sandbox'],
  () => import('../tour/tour.tsx').then((module) => module.Tour),
  () => null,
);
