import type { Language } from '../../languages.ts';
import { german } from './de.ts';
import { english, type Phrases } from './en.ts';
import { spanish } from './es.ts';

export type { Phrases };

const SPOKEN: Readonly<Record<Language, Phrases>> = { en: english, de: german, es: spanish };

/** All of them are here, since the server makes the questions that a teacher asks for. */
export function phrasesIn(language: Language): Phrases {
  return SPOKEN[language];
}
