'use client';

import { Check, CircleAlert, CloudUpload } from 'lucide-react';
import { Button } from '../design/button.tsx';
import { Notice } from '../design/notice.tsx';
import { Spinner } from '../design/spinner.tsx';
import type { SaveState } from './autosave.ts';

/** How the saving stands, in a word for the bar. */
export function SaveWord({ state }: { readonly state: SaveState }) {
  return (
    <span
      role="status"
      data-testid="save-state"
      data-state={state.kind}
      className="inline-flex items-center gap-1.5 text-sm text-muted"
    >
      {state.kind === 'saved' ? (
        <>
          <Check aria-hidden className="size-4 text-newborn-ink" /> Saved
        </>
      ) : state.kind === 'changed' ? (
        <>
          <CloudUpload aria-hidden className="size-4" /> Not saved yet
        </>
      ) : state.kind === 'saving' ? (
        <>
          <Spinner /> Saving
        </>
      ) : (
        <>
          <CircleAlert aria-hidden className="size-4 text-danger" /> Not saved
        </>
      )}
    </span>
  );
}

export interface SaveTroubleProps {
  readonly state: SaveState;
  readonly onRetry: () => void;
  /** Loads what is stored and leaves what is here behind. */
  readonly onTakeTheirs: () => void;
  /** Saves what is here over what is stored. */
  readonly onTakeMine: () => void;
  /** Saves what is here as a deck of its own. */
  readonly onCopy: () => void;
}

/** What to do where a save failed. */
export function SaveTrouble({ state, onRetry, onTakeTheirs, onTakeMine, onCopy }: SaveTroubleProps) {
  if (state.kind === 'failed') {
    return (
      <Notice
        tone="error"
        title="Your last changes are not saved"
        actions={
          <>
            <Button size="sm" onClick={onRetry}>
              Try again
            </Button>
            <Button size="sm" onClick={onCopy}>
              Keep as a copy
            </Button>
          </>
        }
      >
        {state.says} They stay on this page meanwhile.
      </Notice>
    );
  }
  if (state.kind !== 'stale') return null;
  return (
    <Notice tone="warning" title="This deck was changed elsewhere">
      <p>{state.says}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button size="sm" onClick={onCopy}>
          Keep mine as a copy
        </Button>
        <Button size="sm" onClick={onTakeTheirs}>
          Show the other one
        </Button>
        <Button size="sm" variant="danger" onClick={onTakeMine}>
          Save mine over it
        </Button>
      </div>
    </Notice>
  );
}
