'use client';

import { Spinner } from '../design/spinner.tsx';
import { TopBar } from '../design/top-bar.tsx';
import { useWords } from '../language/words.ts';

/** The class's page before there is anything to show: the same frame, so that nothing jumps. */
export function ClassSkeleton({ words }: { readonly words?: string }) {
  const { liveDoor } = useWords('liveDoor');
  return (
    <div className="flex h-dvh min-h-136 flex-col">
      <TopBar />
      <main id="main" className="flex min-h-0 flex-1 p-3">
        <p
          role="status"
          className="flex flex-1 items-center justify-center gap-2 rounded-xl border border-line bg-surface text-muted"
        >
          <Spinner /> {words ?? liveDoor.coming}
        </p>
      </main>
    </div>
  );
}
