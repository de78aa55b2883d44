'use client';

import { Spinner } from '../design/spinner.tsx';
import { TopBar } from '../design/top-bar.tsx';
import { useWords } from '../language/words.ts';

/** While the database is read. */
export function Loading() {
  const { loading } = useWords('page').page;
  return (
    <>
      <TopBar />
      <p role="status" className="flex items-center justify-center gap-2 py-24 text-muted">
        <Spinner /> {loading}
      </p>
    </>
  );
}
