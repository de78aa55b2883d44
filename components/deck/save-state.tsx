'use client';

import { Check, CircleAlert, CloudUpload } from 'lucide-react';
import type { FilePhrases } from '../../classroom/deck/filePhrases.ts';
import { problemWords } from '../../classroom/deck/problem.ts';
import { parseDeck } from '../../classroom/deck/readDeck.ts';
import type { Deck } from '../../classroom/protocol/deck.ts';
import type { Refusal } from '../../classroom/protocol/refusal.ts';
import { Button } from '../design/button.tsx';
import { Notice } from '../design/notice.tsx';
import { Spinner } from '../design/spinner.tsx';
import { useRefusal } from '../language/refusal.ts';
import { useWords } from '../language/words.ts';
import type { SaveState } from './autosave.ts';

/** How the saving stands, in a word for the bar. */
export function SaveWord({ state }: { readonly state: SaveState }) {
  const words = useWords('deck').deck.save;
  return (
    <span
      role="status"
      data-testid="save-state"
      data-state={state.kind}
      className="inline-flex items-center gap-1.5 text-sm text-muted"
    >
      {state.kind === 'saved' ? (
        <>
          <Check aria-hidden className="size-4 text-newborn-ink" /> {words.saved}
        </>
      ) : state.kind === 'changed' ? (
        <>
          <CloudUpload aria-hidden className="size-4" /> {words.changed}
        </>
      ) : state.kind === 'saving' ? (
        <>
          <Spinner /> {words.saving}
        </>
      ) : (
        <>
          <CircleAlert aria-hidden className="size-4 text-danger" /> {words.notSaved}
        </>
      )}
    </span>
  );
}

export interface SaveTroubleProps {
  readonly state: SaveState;
  /** What was to be saved. */
  readonly deck: Deck;
  readonly onRetry: () => void;
  /** Loads what is stored and leaves what is here behind. */
  readonly onTakeTheirs: () => void;
  /** Saves what is here over what is stored. */
  readonly onTakeMine: () => void;
  /** Saves what is here as a deck of its own. */
  readonly onCopy: () => void;
}

/** What cannot be saved is found here as the server finds it, and said in the language of the page. */
function deckFault(deck: Deck, { code }: Refusal, phrases: FilePhrases): string | null {
  if (code !== 'badShape' && code !== 'tooLarge') return null;
  const parsed = parseDeck(deck, phrases);
  const [first] = parsed.ok ? [] : parsed.problems;
  return first === undefined ? null : problemWords(first);
}

/** What to do where a save failed. */
export function SaveTrouble({ state, deck, onRetry, onTakeTheirs, onTakeMine, onCopy }: SaveTroubleProps) {
  const { save: words, files } = useWords('deck').deck;
  const says = useRefusal();
  if (state.kind === 'failed') {
    return (
      <Notice
        tone="error"
        title={words.failed}
        actions={
          <>
            <Button size="sm" onClick={onRetry}>
              {words.again}
            </Button>
            <Button size="sm" onClick={onCopy}>
              {words.keepCopy}
            </Button>
          </>
        }
      >
        {deckFault(deck, state.refusal, files) ?? says(state.refusal)} {words.stays}
      </Notice>
    );
  }
  if (state.kind !== 'stale') return null;
  return (
    <Notice tone="warning" title={words.stale}>
      <p>{says(state.refusal)}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button size="sm" onClick={onCopy}>
          {words.keepMine}
        </Button>
        <Button size="sm" onClick={onTakeTheirs}>
          {words.showOther}
        </Button>
        <Button size="sm" variant="danger" onClick={onTakeMine}>
          {words.overwrite}
        </Button>
      </div>
    </Notice>
  );
}
