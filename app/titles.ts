/** Titles of pages, in the language of their address. */
import type { Metadata } from 'next';
import { wordsOf } from '../components/language/all.ts';
import type { Words } from '../components/language/words.ts';

interface PageProps {
  readonly params: Promise<{ readonly lang: string }>;
}

/** `generateMetadata` of a page. */
export function titled(made: (page: Words['page']) => Metadata) {
  return async ({ params }: PageProps): Promise<Metadata> => made(wordsOf((await params).lang).page);
}
