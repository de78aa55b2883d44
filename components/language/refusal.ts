/** A refusal in the reader's language. What names a place in somebody's input, or Python itself, stays as it came. */
import { REFUSALS, type Refusal } from '../../classroom/protocol/refusal.ts';
import { limits, refusalDetails } from './en/refusals.ts';
import { useWords, type Words } from './words.ts';

export type RefusalWords = Pick<Words, 'limits' | 'refusalDetails' | 'refusals'>;

export function refusalWords(words: RefusalWords, { code, message }: Refusal): string {
  if (message === REFUSALS[code]) return words.refusals[code];
  if (code === 'limit') return limitWords(words, message);
  // The server speaks English: by its sentence the name of the detail is found, and with that the reader's sentence.
  const name = Object.entries(refusalDetails).find(([, sentence]) => sentence === message)?.[0];
  return Object.entries(words.refusalDetails).find(([other]) => other === name)?.[1] ?? message;
}

const LIMITS = ['fuel', 'memory', 'output', 'depth', 'source'] as const;

/** What the machine says of a limit, with or without a capital and a full stop. */
export function limitWords(words: Pick<Words, 'limits'>, message: string): string {
  const said = message.replace(/\.$/, '').toLowerCase();
  const allowed = Number(/\d+/.exec(message)?.[0] ?? 0);
  const limit = LIMITS.find((one) => limits[one](allowed).replace(/\.$/, '').toLowerCase() === said);
  return limit === undefined ? message : words.limits[limit](allowed);
}

export function useRefusal(): (refusal: Refusal) => string {
  const words = useWords('limits', 'refusalDetails', 'refusals');
  return (refusal) => refusalWords(words, refusal);
}
