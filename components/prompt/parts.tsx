'use client';

/** The palette is for screens without a keyboard: others never load it. */
import { later } from '../design/later.tsx';

export const Palette = later(
  ['heap'],
  () => import('./palette.tsx').then((module) => module.Palette),
  // As high as its row of buttons.
  () => <div className="min-h-[calc(3rem+1px)] border-t border-line" />,
);
