/** The teacher's decks, asked of the server. */
import * as z from 'zod/mini';
import { type Deck, deckShape } from '../../classroom/protocol/deck.ts';
import { type Answered, request } from '../live/request.ts';

const summaryShape = z.object({
  id: z.string(),
  title: z.string(),
  /** How many questions and tasks. */
  items: z.number(),
  /** Milliseconds since 1970. */
  updatedAt: z.number(),
});
export type DeckSummary = z.infer<typeof summaryShape>;

const madeShape = z.object({ id: z.string(), revision: z.number() });
const storedShape = z.object({ deck: deckShape, revision: z.number() });
export type StoredDeck = z.infer<typeof storedShape>;

export function listDecks() {
  return request('GET', '/api/decks', z.object({ decks: z.array(summaryShape) }));
}

export function loadDeck(id: string): Promise<Answered<StoredDeck>> {
  return request('GET', `/api/decks/${encodeURIComponent(id)}`, storedShape);
}

export function createDeck(deck: Deck) {
  return request('POST', '/api/decks', madeShape, { deck });
}

export function saveDeck(id: string, deck: Deck, revision: number) {
  const path = `/api/decks/${encodeURIComponent(id)}`;
  return request('POST', path, z.object({ revision: z.number() }), { deck, revision });
}

export function deleteDeck(id: string) {
  return request('DELETE', `/api/decks/${encodeURIComponent(id)}`, z.unknown());
}
