'use client';

import { later } from '../design/later.tsx';
import { useWords } from '../language/words.ts';

/** The machine lives in the browser only: nothing of it is rendered on the server. */
export const OpenSandbox = later(
  ['asking', 'class', 'collector', 'heap', 'sandbox', 'scenario'],
  () => import('./sandbox.tsx').then((module) => module.Sandbox),
  Starting,
);

function Starting() {
  const words = useWords('sandbox').sandbox;
  return <p className="p-8 text-center text-muted">{words.starting}</p>;
}
