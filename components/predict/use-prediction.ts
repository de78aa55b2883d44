'use client';

import { useCallback, useEffect, useState } from 'react';
import type { AskedBefore, Choice } from '../../classroom/predict/index.ts';
import type { About, Level } from '../../classroom/protocol/prediction.ts';
import type { Machine } from '../../heap/index.ts';
import { useLanguage, useWords } from '../language/words.ts';

export interface PredictionWish {
  readonly about: About | null;
  readonly level: Level;
}

export interface MakingPrediction {
  readonly wish: PredictionWish;
  readonly setWish: (wish: PredictionWish) => void;
  /** Null while it is made. */
  readonly choice: Choice | null;
  /** The heap it was made on. */
  readonly moment: string | null;
  /** Another one, of the same wish. */
  readonly again: () => void;
}

interface Taken {
  readonly choice: Choice;
  readonly key: string;
  readonly moment: string;
}

function newSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}

/**
 * A question made from the heap of now, while `active`. Making one takes a while, so it waits until the page is drawn.
 * `moment` says which heap the machine has: with another one the question is made anew.
 */
export function usePrediction(
  machine: Machine | null,
  moment: string,
  asked: readonly AskedBefore[],
  active: boolean,
): MakingPrediction {
  const [wish, setWish] = useState<PredictionWish>({ about: null, level: 1 });
  const language = useLanguage();
  const { notLoaded, offline } = useWords('design').design;
  const [turn, setTurn] = useState(0);
  const [seen, setSeen] = useState<readonly AskedBefore[]>([]);
  const [taken, setTaken] = useState<Taken | null>(null);
  const key = `${moment} ${turn} ${wish.about ?? ''} ${wish.level}`;

  useEffect(() => {
    if (!active || machine === null || taken?.key === key) return;
    let called = true;
    const take = (choice: Choice) => called && setTaken({ choice, key, moment });
    const making = setTimeout(() => {
      import('../../classroom/predict/index.ts').then(
        ({ choosePrediction, Ground }) => {
          if (!called) return;
          const seed = newSeed();
          take(choosePrediction(Ground.of(machine, language), { ...wish, seed, asked: [...asked, ...seen] }));
        },
        () => take({ kind: 'nothing', says: `${notLoaded}. ${offline}` }),
      );
    }, 0);
    return () => {
      called = false;
      clearTimeout(making);
    };
  }, [active, machine, taken, key, wish, asked, seen, moment, language, notLoaded, offline]);

  const current = taken?.key === key ? taken : null;
  const again = useCallback(() => {
    if (taken?.choice.kind === 'made') {
      const { prompt, prediction } = taken.choice.chosen;
      setSeen((before) => [...before.slice(-11), { about: prediction.about, prompt }]);
    }
    setTurn((before) => before + 1);
  }, [taken]);
  return { wish, setWish, choice: current?.choice ?? null, moment: current?.moment ?? null, again };
}
