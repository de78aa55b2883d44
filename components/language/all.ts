/** All languages at once: for the server only, where a page or its title is made. A browser loads one (in-language.tsx). */
import { isLanguage, type Language } from '../../classroom/languages.ts';
import { de } from './de/index.ts';
import { en } from './en/index.ts';
import { es } from './es/index.ts';
import type { Words } from './words.ts';

export const WORDS: Readonly<Record<Language, Words>> = { en, de, es };

/** The words of the language that a page's address names (`app/[lang]`). */
export function wordsOf(lang: string): Words {
  return WORDS[isLanguage(lang) ? lang : 'en'];
}
