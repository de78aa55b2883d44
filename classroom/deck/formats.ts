/** The formats that decks come and go in, and which one a text is in. */
import type { Deck } from '../protocol/deck.ts';
import { makeAiken, readAiken } from './aiken.ts';
import { makeGift } from './makeGift.ts';
import type { Made, Read } from './problem.ts';
import { deckProblems, makeDeckFile, readDeckFile, tooLarge } from './readDeck.ts';
import { readGift } from './readGift.ts';

export const FORMATS = ['deck', 'gift', 'aiken'] as const;
export type Format = (typeof FORMATS)[number];

export function formatOf(text: string): Format {
  const trimmed = text.replace(/^\uFEFF/, '').trimStart();
  if (trimmed.startsWith('[markdown]') || trimmed.startsWith('[html]')) return 'gift';
  if (/^[{["]/.test(trimmed)) return 'deck';
  return /^ANSWER:/m.test(trimmed) && !/(?:^|[^\\])\{/.test(trimmed) ? 'aiken' : 'gift';
}

/** @param title for a deck from a format that has none, for instance the name of the file */
export function readDeck(text: string, format: Format, title: string): Read {
  const large = tooLarge(text.length);
  if (large !== null) return { ok: false, problems: [large] };
  if (text.trim() === '') return { ok: false, problems: [{ where: '', says: 'This is empty.' }] };
  switch (format) {
    case 'deck':
      return readDeckFile(text);
    case 'gift':
      return readGift(text, title);
    case 'aiken':
      return readAiken(text, title);
  }
}

export function makeDeck(deck: Deck, format: Format): Made {
  switch (format) {
    case 'deck':
      return {
        text: makeDeckFile(deck),
        lost: deckProblems(deck.items).map(({ where, says }) => ({
          where,
          says: `${says} Until this is mended the file cannot be imported again.`,
        })),
      };
    case 'gift':
      return makeGift(deck);
    case 'aiken':
      return makeAiken(deck);
  }
}
