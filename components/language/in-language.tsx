'use client';

import { type ComponentType, lazy, type ReactNode } from 'react';
import type { Language } from '../../classroom/languages.ts';
import { SpokenContext, type Words } from './words.ts';

type Speaks = ComponentType<{ readonly children: ReactNode }>;

function speaking(language: Language, words: Words): { default: Speaks } {
  const spoken = { language, words };
  return { default: ({ children }) => <SpokenContext value={spoken}>{children}</SpokenContext> };
}

/**
 * Each language is a chunk of its own; the markup from the server stands until it has come. No Suspense around it: a
 * page that is not found has to be known before the answer begins.
 */
const SPEAKERS: Readonly<Record<Language, Speaks>> = {
  en: lazy(async () => speaking('en', (await import('./en/index.ts')).en)),
  de: lazy(async () => speaking('de', (await import('./de/index.ts')).de)),
  es: lazy(async () => speaking('es', (await import('./es/index.ts')).es)),
};

export function InLanguage({
  language,
  children,
}: {
  readonly language: Language;
  readonly children: ReactNode;
}) {
  const Speaker = SPEAKERS[language];
  return <Speaker>{children}</Speaker>;
}
