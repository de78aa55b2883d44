/**
 * Words travel in books: a page or a part of one that is loaded later takes with it those that it speaks, in the
 * language that is spoken. A book is a chunk; each part of the dictionary stands in exactly one.
 */
import type { Language } from '../../classroom/languages.ts';
import { de } from './de/shelf.ts';
import { en } from './en/shelf.ts';
import { es } from './es/shelf.ts';
import type { Words } from './words.ts';

const BOOK_OF = {
  bankTexts: 'bank',
  change: 'heap',
  collector: 'collector',
  deck: 'deck',
  design: 'everywhere',
  graph: 'heap',
  heap: 'heap',
  home: 'home',
  inspector: 'inspector',
  limits: 'everywhere',
  liveAnswer: 'class',
  liveAsk: 'asking',
  liveBar: 'bar',
  liveClass: 'class',
  liveDoor: 'door',
  livePeople: 'class',
  liveReveal: 'reveal',
  liveWall: 'wall',
  memory: 'memory',
  numbers: 'everywhere',
  page: 'everywhere',
  player: 'player',
  precisely: 'everywhere',
  predict: 'asking',
  prompt: 'heap',
  readyTasks: 'asking',
  reasons: 'reveal',
  refusalDetails: 'everywhere',
  refusals: 'everywhere',
  replay: 'replay',
  review: 'review',
  sandbox: 'sandbox',
  scenario: 'scenario',
  scenarioTexts: 'scenarioTexts',
  teach: 'teach',
  time: 'heap',
  tour: 'sandbox',
  transcript: 'heap',
} as const satisfies Readonly<Record<keyof Words, string>>;

export type Part = keyof typeof BOOK_OF;
export type Book = (typeof BOOK_OF)[Part];
type PartsOf<B extends Book> = { [P in Part]: (typeof BOOK_OF)[P] extends B ? P : never }[Part];

/** The books of a language. */
export type Shelf = { readonly [B in Book]: () => Promise<Pick<Words, PartsOf<B>>> };

const SHELVES: Readonly<Record<Language, Shelf>> = { en, de, es };

/** What has come so far. It only grows, so whoever found a word in it need not look again. */
const HERE: Readonly<Record<Language, Partial<Words>>> = { en: {}, de: {}, es: {} };
const fetched = new Map<string, Promise<void>>();

export function wordsHere(language: Language): Partial<Words> {
  return HERE[language];
}

export function bookOf(part: Part): Book {
  return BOOK_OF[part];
}

/** The same promise for the same book, unless it could not be fetched: then whoever comes next asks anew. */
export function fetchBook(language: Language, book: Book): Promise<void> {
  const place = `${language}/${book}`;
  const before = fetched.get(place);
  if (before !== undefined) return before;
  const coming = SHELVES[language][book]().then(
    (words) => void Object.assign(HERE[language], words),
    (error: unknown) => {
      fetched.delete(place);
      throw error;
    },
  );
  fetched.set(place, coming);
  return coming;
}
