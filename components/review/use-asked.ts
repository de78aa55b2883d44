'use client';

import { useCallback, useEffect, useState } from 'react';
import type { Answered } from '../live/request.ts';

/** What the server says to `ask`; null until it has answered. `again` asks anew and keeps what there is meanwhile. */
export function useAsked<T>(ask: () => Promise<Answered<T>>): {
  readonly answer: Answered<T> | null;
  readonly again: () => void;
} {
  const [answer, setAnswer] = useState<Answered<T> | null>(null);
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt asks again
  useEffect(() => {
    let wanted = true;
    void ask().then((got) => {
      if (wanted) setAnswer(got);
    });
    return () => {
      wanted = false;
    };
  }, [ask, attempt]);
  return { answer, again: useCallback(() => setAttempt((n) => n + 1), []) };
}
