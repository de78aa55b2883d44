/** How the objects of a challenge are called once they are gone: as they were at its reveal. */
import type { ChallengeState } from '../protocol/state.ts';
import { ANSWER_PHRASES, type AnswerPhrases } from './answerPhrases.ts';

/** An object in words, by its serial. */
export type Called = (serial: number) => string;

/** Two that look the same are told apart by their numbers; of what nothing is stored, the number is all there is. */
export function calledIn(
  { objects = [], truth }: Pick<ChallengeState, 'objects' | 'truth'>,
  { unnamed }: Pick<AnswerPhrases, 'unnamed'> = ANSWER_PHRASES.en,
): Called {
  const words = new Map<number, string>();
  for (const { serial, type, repr, name } of objects)
    words.set(serial, `${name === null ? '' : `${name}: `}${type} ${repr}`);
  // Before wire version 6 this was all that was stored of what went.
  if (truth?.kind === 'round') {
    for (const [index, serial] of truth.freed.entries()) {
      const repr = truth.freedNames[index] ?? '';
      if (!words.has(serial) && repr !== '') words.set(serial, repr);
    }
  }
  const counts = new Map<string, number>();
  for (const text of words.values()) counts.set(text, (counts.get(text) ?? 0) + 1);
  return (serial) => {
    const text = words.get(serial);
    if (text === undefined) return unnamed(serial);
    return (counts.get(text) ?? 0) > 1 ? `${text} #${serial}` : text;
  };
}
