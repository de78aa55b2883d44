'use client';

import { useWords } from './words.ts';

export function SkipLink() {
  const { page } = useWords();
  return (
    <a
      href="#main"
      className="sr-only z-[70] rounded-lg bg-accent px-4 py-2 text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
    >
      {page.skip}
    </a>
  );
}
