/**
 * The words of the pages, in the language of the page. English is the pattern: the other languages are of its type,
 * so that a missing sentence does not compile. A sentence with something in it is a function of it, since languages
 * differ in order and in number. Only the language that is spoken is loaded, and of that what is shown (books.ts).
 */
import { createContext, use, useContext } from 'react';
import type { Language } from '../../classroom/languages.ts';
import { bookOf, fetchBook, type Part } from './books.ts';
import type { en } from './en/index.ts';

export type Words = typeof en;

export interface Spoken {
  readonly language: Language;
  /** What is here already. */
  readonly words: Partial<Words>;
}

export const SpokenContext = createContext<Spoken | null>(null);

function useSpoken(): Spoken {
  const spoken = useContext(SpokenContext);
  if (spoken === null) throw new Error('no language around this component');
  return spoken;
}

function holds<P extends Part>(words: Partial<Words>, parts: readonly P[]): words is Pick<Words, P> {
  return parts.every((part) => words[part] !== undefined);
}

/**
 * `const { graph, heap } = useWords('graph', 'heap')`. Whoever speaks has its books here: a page by Speaks, a part that
 * comes later by `later`. Where one is missing nonetheless, it waits for it.
 */
export function useWords<P extends Part>(...parts: readonly P[]): Pick<Words, P> {
  const { language, words } = useSpoken();
  if (holds(words, parts)) return words;
  for (const coming of parts.map((part) => fetchBook(language, bookOf(part)))) use(coming);
  if (holds(words, parts)) return words;
  throw new Error(`no words for ${parts.join(', ')}`);
}

export function useLanguage(): Language {
  return useSpoken().language;
}
