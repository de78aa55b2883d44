/** What stands around the values of an answer, in each language. Exports are English: they are data. */
import { GOAL_PHRASES, type GoalPhrases } from '../goalPhrases.ts';
import type { Language } from '../languages.ts';

export interface AnswerPhrases {
  readonly nothing: string;
  readonly none: string;
  readonly round: (returned: number, freed: string) => string;
  readonly moved: (moved: string) => string;
  /** An object of which nothing is known any more but its number. */
  readonly unnamed: (serial: number) => string;
  /** What a round asks. */
  readonly asks: (generation: number) => string;
  /** What a task asked. */
  readonly goals: GoalPhrases;
}

export const ANSWER_PHRASES: Readonly<Record<Language, AnswerPhrases>> = {
  en: {
    nothing: 'nothing',
    none: 'none',
    round: (returned, freed) => `returns ${returned}; freed: ${freed}`,
    moved: (moved) => `; moved: ${moved}`,
    unnamed: (serial) => `object #${serial}`,
    asks: (generation) => `What does gc.collect(${generation}) do?`,
    goals: GOAL_PHRASES.en,
  },
  de: {
    nothing: 'nichts',
    none: 'keine',
    round: (returned, freed) => `gibt ${returned} zurück; freigegeben: ${freed}`,
    moved: (moved) => `; aufgerückt: ${moved}`,
    unnamed: (serial) => `Objekt #${serial}`,
    asks: (generation) => `Was tut gc.collect(${generation})?`,
    goals: GOAL_PHRASES.de,
  },
  es: {
    nothing: 'nada',
    none: 'ninguna',
    round: (returned, freed) => `devuelve ${returned}; liberados: ${freed}`,
    moved: (moved) => `; promovidos: ${moved}`,
    unnamed: (serial) => `objeto #${serial}`,
    asks: (generation) => `¿Qué hace gc.collect(${generation})?`,
    goals: GOAL_PHRASES.es,
  },
};
