/** A refusal in the reader's language. What names a place in somebody's input, or Python itself, stays as it came. */
import { REFUSALS, type Refusal } from '../../classroom/protocol/refusal.ts';
import { refusalDetails } from './en/refusals.ts';
import { useWords, type Words } from './words.ts';

export function refusalWords(words: Words, { code, message }: Refusal): string {
  if (message === REFUSALS[code]) return words.refusals[code];
  // The server speaks English: by its sentence the name of the detail is found, and with that the reader's sentence.
  const name = Object.entries(refusalDetails).find(([, sentence]) => sentence === message)?.[0];
  return Object.entries(words.refusalDetails).find(([other]) => other === name)?.[1] ?? message;
}

export function useRefusal(): (refusal: Refusal) => string {
  const words = useWords();
  return (refusal) => refusalWords(words, refusal);
}
