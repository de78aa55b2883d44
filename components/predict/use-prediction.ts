'use client';

import { useCallback, useEffect, useState } from 'react';
import { type AskedBefore, type Choice, choosePrediction, Ground } from '../../classroom/predict/index.ts';
import type { About, Level } from '../../classroom/protocol/prediction.ts';
import type { Machine } from '../../heap/index.ts';
import { useLanguage } from '../language/words.ts';

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
  const [turn, setTurn] = useState(0);
  const [seen, setSeen] = useState<readonly AskedBefore[]>([]);
  const [taken, setTaken] = useState<Taken | null>(null);
  const key = `${moment} ${turn} ${wish.about ?? ''} ${wish.level}`;

  useEffect(() => {
    if (!active || machine === null || taken?.key === key) return;
    const making = setTimeout(() => {
      const choice = choosePrediction(Ground.of(machine, language), {
        ...wish,
        seed: newSeed(),
        asked: [...asked, ...seen],
      });
      setTaken({ choice, key, moment });
    }, 0);
    return () => clearTimeout(making);
  }, [active, machine, taken, key, wish, asked, seen, moment, language]);

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
