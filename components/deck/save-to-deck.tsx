'use client';

import { FolderPlus, Layers, Plus } from 'lucide-react';
import { useState } from 'react';
import { headline } from '../../classroom/deck/text.ts';
import { DECK, type DeckItem, deckVersion } from '../../classroom/protocol/deck.ts';
import { Button } from '../design/button.tsx';
import { Menu } from '../design/menu.tsx';
import { useToast } from '../design/toasts.tsx';
import { useRefusal } from '../language/refusal.ts';
import { useWords } from '../language/words.ts';
import { createDeck, type DeckSummary, listDecks, loadDeck, saveDeck } from './request.ts';

const NO_DECKS: readonly DeckSummary[] = [];

/** Puts an item that was made on the spot at the end of a deck, or into a new one. */
export function SaveToDeck({ item }: { readonly item: DeckItem }) {
  const words = useWords('deck').deck.keep;
  const says = useRefusal();
  const toast = useToast();
  const [decks, setDecks] = useState(NO_DECKS);
  const [busy, setBusy] = useState(false);

  const fetchDecks = async () => {
    const answer = await listDecks();
    if (answer.ok) setDecks(answer.value.decks);
  };
  const done = (title: string) => toast({ title: words.kept(title) });
  const failed = (text: string) => toast({ title: words.notKept, text, tone: 'error' });

  const keepIn = async ({ id }: DeckSummary) => {
    setBusy(true);
    const found = await loadDeck(id);
    if (!found.ok) failed(says(found.refusal));
    else {
      const { deck, revision } = found.value;
      if (deck.items.length >= DECK.items) failed(words.full(DECK.items));
      else {
        const saved = await saveDeck(id, { ...deck, items: [...deck.items, item] }, revision);
        if (saved.ok) done(deck.title);
        else failed(says(saved.refusal));
      }
    }
    setBusy(false);
  };
  const keepNew = async () => {
    setBusy(true);
    const title = headline(item.prompt) || words.newTitle;
    const made = await createDeck({ heaproom: 'deck', version: deckVersion, title, items: [item] });
    if (made.ok) done(title);
    else failed(says(made.refusal));
    setBusy(false);
  };
  return (
    <Menu
      align="start"
      trigger={
        <Button icon={FolderPlus} busy={busy} onPointerDown={fetchDecks} onFocus={fetchDecks}>
          {words.action}
        </Button>
      }
      items={[
        ...decks.map((deck) => ({ label: deck.title, icon: Layers, onSelect: () => void keepIn(deck) })),
        {
          label: words.newDeck,
          icon: Plus,
          separated: decks.length > 0,
          onSelect: () => void keepNew(),
        },
      ]}
    />
  );
}
