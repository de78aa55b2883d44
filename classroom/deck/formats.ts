/** The formats that decks come and go in, and which one a text is in. */
import type { Deck } from '../protocol/deck.ts';
import { makeAiken, readAiken } from './aiken.ts';
import { ENGLISH_FILES, type FilePhrases } from './filePhrases.ts';
import { makeGift } from './makeGift.ts';
import { type DeckPhrases, ENGLISH_DECK } from './phrases.ts';
import type { Made, Read } from './problem.ts';
import { deckProblems, makeDeckFile, readDeckFile, tooLarge } from './readDeck.ts';
import { readGift } from './readGift.ts';

export const FORMATS = ['deck', 'gift', 'aiken'] as const;
export type Format = (typeof FORMATS)[number];

export function formatOf(text: string): Format {
  const trimmed = text.replace(/^\uFEFF/, '').trimStart();
  // A text in brackets is a format of GIFT, or the beginning of its question.
  if (/^(?:\{|\[\s*(?:[[{"\d-]|$)|"heaproom")/.test(trimmed)) return 'deck';
  return /^ANSWER:/m.test(trimmed) && !/(?:^|[^\\])\{/.test(trimmed) ? 'aiken' : 'gift';
}

/** @param title for a deck from a format that has none, for instance the name of the file */
export function readDeck(
  text: string,
  format: Format,
  title: string,
  phrases: FilePhrases = ENGLISH_FILES,
  ofItems: DeckPhrases = ENGLISH_DECK,
): Read {
  const large = tooLarge(text.length, phrases);
  if (large !== null) return { ok: false, problems: [large] };
  if (text.trim() === '') return { ok: false, problems: [{ where: '', says: phrases.empty }] };
  if (format !== 'deck' && /^\uFEFF?\s*<(?:\?xml|quiz)\b/.test(text))
    return {
      ok: false,
      problems: [{ where: phrases.line(1), says: phrases.xml, spot: { line: 1, column: null } }],
    };
  switch (format) {
    case 'deck':
      return readDeckFile(text, phrases, ofItems);
    case 'gift':
      return readGift(text, title, phrases, ofItems);
    case 'aiken':
      return readAiken(text, title, phrases, ofItems);
  }
}

export function makeDeck(
  deck: Deck,
  format: Format,
  phrases: FilePhrases = ENGLISH_FILES,
  ofItems: DeckPhrases = ENGLISH_DECK,
): Made {
  switch (format) {
    case 'deck':
      return {
        text: makeDeckFile(deck),
        lost: deckProblems(deck.items, phrases, ofItems).map(({ where, says }) => ({
          where,
          says: phrases.untilMended(says),
        })),
      };
    case 'gift':
      return makeGift(deck, phrases);
    case 'aiken':
      return makeAiken(deck, phrases);
  }
}
