/**
 * Decks as this tab saved them last. A page that one goes back to is drawn from what it was made of at first, since that
 * is what Next keeps for going back; without this it would show a deck without the changes made on it, and the next one
 * would be refused as another's.
 */
import type { StoredDeck } from './request.ts';

const saved = new Map<string, StoredDeck>();

export function rememberSaved(id: string, stored: StoredDeck): void {
  saved.set(id, stored);
}

/** The newer one of what the page was made of and what was saved from here since. */
export function newestOf(id: string, stored: StoredDeck): StoredDeck {
  const here = saved.get(id);
  return here !== undefined && here.revision > stored.revision ? here : stored;
}
