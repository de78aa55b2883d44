'use client';

/** What opens from the teacher's bar: each is loaded when it is first opened. */
import { laterDialog } from '../design/later.tsx';

export const AskDialog = laterDialog(['asking', 'bank', 'deck'], () =>
  import('./ask-dialog.tsx').then((module) => module.AskDialog),
);
export const PointingDialog = laterDialog(['asking'], () =>
  import('./pointing-dialog.tsx').then((module) => module.PointingDialog),
);
export const PredictionDialog = laterDialog(['asking'], () =>
  import('./prediction-dialog.tsx').then((module) => module.PredictionDialog),
);
export const RoundDialog = laterDialog(['asking', 'bar'], () =>
  import('./round-dialog.tsx').then((module) => module.RoundDialog),
);
export const RewindDialog = laterDialog(['bar'], () =>
  import('./rewind-dialog.tsx').then((module) => module.RewindDialog),
);
export const CollectorDialog = laterDialog(['bar'], () =>
  import('./collector-dialog.tsx').then((module) => module.CollectorDialog),
);
