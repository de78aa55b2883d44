'use client';

import { type ReactNode, use, useMemo } from 'react';
import type { Language } from '../../classroom/languages.ts';
import { type Book, fetchBook, wordsHere } from './books.ts';
import { SpokenContext, useLanguage } from './words.ts';

/** The language of everything inside. */
export function InLanguage({
  language,
  children,
}: {
  readonly language: Language;
  readonly children: ReactNode;
}) {
  const spoken = useMemo(() => ({ language, words: wordsHere(language) }), [language]);
  return <SpokenContext value={spoken}>{children}</SpokenContext>;
}

/**
 * Around a page: fetches its books all at once, and with them what every page says. The markup from the server stands
 * until they have come. No Suspense around it: a page that is not found has to be known before the answer begins.
 */
export function Speaks({
  books,
  children,
}: {
  readonly books: readonly Book[];
  readonly children: ReactNode;
}) {
  const language = useLanguage();
  const coming = ['everywhere' as const, ...books].map((book) => fetchBook(language, book));
  for (const one of coming) use(one);
  return children;
}
