/**
 * The words of the pages, in the language of the page. English is the pattern: the other languages are of its type,
 * so that a missing sentence does not compile. A sentence with something in it is a function of it, since languages
 * differ in order and in number. Only the language that is spoken is loaded (in-language.tsx).
 */
import { createContext, useContext } from 'react';
import type { Language } from '../../classroom/languages.ts';
import type { en } from './en/index.ts';

export type Words = typeof en;

export interface Spoken {
  readonly language: Language;
  readonly words: Words;
}

export const SpokenContext = createContext<Spoken | null>(null);

function useSpoken(): Spoken {
  const spoken = useContext(SpokenContext);
  if (spoken === null) throw new Error('no language around this component');
  return spoken;
}

export function useWords(): Words {
  return useSpoken().words;
}

export function useLanguage(): Language {
  return useSpoken().language;
}
