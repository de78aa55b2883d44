/** Decks as rows. Each is its teacher's alone; what a deck may hold is the affair of classroom/protocol/deck.ts. */
import { nanoid } from 'nanoid';
import { type Deck, deckShape } from '../../classroom/protocol/deck.ts';
import type { PrismaClient } from '../../prisma/client/client.ts';

export interface DeckSummary {
  readonly id: string;
  readonly title: string;
  readonly items: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface StoredDeck {
  readonly deck: Deck;
  /** Raised by each save. */
  readonly revision: number;
}

export type Saved =
  | { readonly kind: 'saved'; readonly revision: number }
  /** Somebody saved meanwhile; nothing was changed. */
  | { readonly kind: 'stale' }
  | { readonly kind: 'none' };

/** The teacher's decks, the one that was changed last first. */
export function listDecks(client: PrismaClient, teacherId: string): Promise<DeckSummary[]> {
  return client.deck.findMany({
    where: { teacherId },
    orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
    select: { id: true, title: true, items: true, createdAt: true, updatedAt: true },
  });
}

export async function loadDeck(
  client: PrismaClient,
  teacherId: string,
  id: string,
): Promise<StoredDeck | null> {
  const row = await client.deck.findFirst({ where: { id, teacherId } });
  return row === null ? null : { deck: deckShape.parse(row.body), revision: row.revision };
}

export async function createDeck(
  client: PrismaClient,
  teacherId: string,
  deck: Deck,
  now: number,
): Promise<{ readonly id: string; readonly revision: number }> {
  const at = new Date(now);
  const { id, revision } = await client.deck.create({
    data: { id: nanoid(), teacherId, ...columns(deck), createdAt: at, updatedAt: at },
  });
  return { id, revision };
}

/** Puts `deck` in the place of the deck that has this revision, and of no other. */
export async function saveDeck(
  client: PrismaClient,
  teacherId: string,
  id: string,
  { deck, revision }: StoredDeck,
  now: number,
): Promise<Saved> {
  const { count } = await client.deck.updateMany({
    where: { id, teacherId, revision },
    data: { ...columns(deck), revision: revision + 1, updatedAt: new Date(now) },
  });
  if (count > 0) return { kind: 'saved', revision: revision + 1 };
  const there = await client.deck.count({ where: { id, teacherId } });
  return { kind: there === 0 ? 'none' : 'stale' };
}

export async function deleteDeck(client: PrismaClient, teacherId: string, id: string): Promise<boolean> {
  const { count } = await client.deck.deleteMany({ where: { id, teacherId } });
  return count > 0;
}

function columns(deck: Deck) {
  return { title: deck.title, items: deck.items.length, body: deck };
}
