'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import { Autosave, type SaveState } from './autosave.ts';
import { saveDeck } from './request.ts';
import { rememberSaved } from './saved-here.ts';

/** Milliseconds without a change before a deck is saved. */
const QUIET = 700;

/** Saves a deck by itself; before the page is left with something unsaved, the browser asks. */
export function useAutosave(
  id: string,
  revision: number,
): { readonly autosave: Autosave; readonly state: SaveState } {
  const [autosave] = useState(
    () =>
      new Autosave({
        revision,
        save: async (deck, at) => {
          const answer = await saveDeck(id, deck, at);
          if (answer.ok) rememberSaved(id, { deck, revision: answer.value.revision });
          return answer;
        },
        later: (work) => {
          const timer = setTimeout(work, QUIET);
          return () => clearTimeout(timer);
        },
      }),
  );
  const state = useSyncExternalStore(autosave.subscribe, autosave.state, autosave.state);
  useEffect(() => {
    const leave = (event: BeforeUnloadEvent) => {
      if (autosave.state().kind === 'saved') return;
      void autosave.flush();
      event.preventDefault();
    };
    addEventListener('beforeunload', leave);
    return () => {
      removeEventListener('beforeunload', leave);
      // To another page of ours: what waits is saved on the way.
      void autosave.flush();
    };
  }, [autosave]);
  return { autosave, state };
}
