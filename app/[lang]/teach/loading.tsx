'use client';

import { Spinner } from '../../../components/design/spinner.tsx';
import { TopBar } from '../../../components/design/top-bar.tsx';
import { useWords } from '../../../components/language/words.ts';

export default function Loading() {
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
