/** What is wrong with a deck or a file, or is lost on the way: where, and what to do about it, in a sentence. */
import type { Deck } from '../protocol/deck.ts';
import type { Spot } from './jsonPlace.ts';

export interface Problem {
  /** "Line 3, column 7", "Question 2, option 3"; empty where it is the whole file. */
  readonly where: string;
  readonly says: string;
  /** In the text that was read, where that is known. */
  readonly spot?: Spot;
}

/** A file that was read. `notes` are what it said and a deck cannot hold. */
export type Read =
  | { readonly ok: true; readonly deck: Deck; readonly notes: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** A file that was made. `lost` is what the deck says and the format cannot hold. */
export interface Made {
  readonly text: string;
  readonly lost: readonly Problem[];
}

export function problemWords({ where, says }: Problem): string {
  return where === '' ? says : `${where}: ${says}`;
}
