'use client';

import dynamic from 'next/dynamic';
import { useWords } from '../language/words.ts';

/** The machine lives in the browser only: nothing of it is rendered on the server. */
export const OpenSandbox = dynamic(() => import('./sandbox.tsx').then((module) => module.Sandbox), {
  ssr: false,
  loading: Starting,
});

function Starting() {
  const words = useWords().sandbox;
  return <p className="p-8 text-center text-muted">{words.starting}</p>;
}
