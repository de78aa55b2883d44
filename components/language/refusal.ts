/** A refusal in the reader's language. What names a place in somebody's input, or Python itself, stays as it came. */
import { PRECISELY, REFUSALS, type Refusal } from '../../classroom/protocol/refusal.ts';
import { limits, refusalDetails } from './en/refusals.ts';
import { useWords, type Words } from './words.ts';

export type RefusalWords = Pick<Words, 'limits' | 'precisely' | 'refusalDetails' | 'refusals'>;

export function refusalWords(words: RefusalWords, { code, message }: Refusal): string {
  if (message === REFUSALS[code]) return words.refusals[code];
  if (code === 'limit') return limitWords(words, message);
  // The server speaks English: by its sentence the name of the detail is found, and with that the reader's sentence.
  const name = Object.entries(refusalDetails).find(([, sentence]) => sentence === message)?.[0];
  const plain = Object.entries(words.refusalDetails).find(([other]) => other === name)?.[1];
  return plain ?? preciseWords(words, message) ?? message;
}

/** A sentence with something in it is found by what stands around that. */
function preciseWords({ precisely }: RefusalWords, message: string): string | null {
  for (const name of ['inputsAllowed', 'input', 'statementDiffers', 'roundDiffers'] as const) {
    const [before = '', between = '', after] = PRECISELY[name]('\0', '\0').split('\0');
    const tail = after ?? between;
    if (!message.startsWith(before) || !message.endsWith(tail)) continue;
    const inside = message.slice(before.length, message.length - tail.length);
    const at = after === undefined ? inside.length : inside.indexOf(between);
    const number = inside.slice(0, at);
    if (at >= 0 && /^\d+$/.test(number)) return precisely[name](number, inside.slice(at + between.length));
  }
  return null;
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
  const words = useWords('limits', 'precisely', 'refusalDetails', 'refusals');
  return (refusal) => refusalWords(words, refusal);
}
