'use client';

import { soon } from '../design/later.tsx';
import { PageSkeleton } from '../design/page-skeleton.tsx';
import { useWords } from '../language/words.ts';

/** The machine lives in the browser only: nothing of it is rendered on the server. */
export const OpenSandbox = soon(
  ['collector', 'heap', 'sandbox'],
  () => import('./sandbox.tsx').then((module) => module.Sandbox),
  Starting,
);

function Starting() {
  const words = useWords('sandbox').sandbox;
  return <PageSkeleton title={words.title} words={words.starting} />;
}
