'use client';

import type { ReactNode } from 'react';
import { Spinner } from './spinner.tsx';
import { TopBar } from './top-bar.tsx';

/** A page of panels before there is anything to show: the same frame, so that nothing jumps. */
export function PageSkeleton({ title, words }: { readonly title?: ReactNode; readonly words: string }) {
  return (
    <div className="flex h-dvh min-h-136 flex-col">
      <TopBar title={title} />
      <main id="main" className="flex min-h-0 flex-1 p-3">
        <div
          role="status"
          className="flex flex-1 items-center justify-center gap-2 rounded-xl border border-line bg-surface text-muted"
        >
          <Spinner /> {title === undefined ? <h1>{words}</h1> : words}
        </div>
      </main>
    </div>
  );
}
