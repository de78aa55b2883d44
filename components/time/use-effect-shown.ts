'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { useWords } from '../language/words.ts';
import { type Effect, tellEffect } from './effect.ts';
import type { HeapSource } from './heap-source.ts';
import { pastFault } from './past-fault.ts';

/** The entry whose effect is shown on the heap, from the moment it is asked for. */
export type EffectShown =
  | { readonly kind: 'running'; readonly id: number }
  | { readonly kind: 'told'; readonly id: number; readonly effect: Effect }
  | { readonly kind: 'failed'; readonly id: number; readonly why: string };

export function useEffectShown(openPast: HeapSource['openPast']): {
  readonly shown: EffectShown | null;
  readonly show: (id: number) => void;
  readonly close: () => void;
} {
  const { time } = useWords('time');
  const [shown, setShown] = useState<EffectShown | null>(null);
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);
  const show = useCallback(
    (id: number) => {
      abort.current?.abort();
      const controller = new AbortController();
      abort.current = controller;
      const { signal } = controller;
      setShown({ kind: 'running', id });
      const told = async (): Promise<EffectShown> => {
        const past = await openPast();
        if (typeof past === 'string') return { kind: 'failed', id, why: past };
        const effect = await tellEffect(past, id, signal);
        return effect === null ? { kind: 'failed', id, why: time.noEntry } : { kind: 'told', id, effect };
      };
      told().then(
        (next) => signal.aborted || setShown(next),
        (error: unknown) => {
          if (!signal.aborted) setShown({ kind: 'failed', id, why: pastFault(error, time) });
        },
      );
    },
    [openPast, time],
  );
  const close = useCallback(() => {
    abort.current?.abort();
    setShown(null);
  }, []);
  return { shown, show, close };
}
