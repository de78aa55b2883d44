'use client';

import dynamic from 'next/dynamic';

/** The machine lives in the browser only: nothing of it is rendered on the server. */
export const OpenSandbox = dynamic(() => import('./sandbox.tsx').then((module) => module.Sandbox), {
  ssr: false,
  loading: () => <p className="p-8 text-center text-muted">Starting an interpreter…</p>,
});
