/** One question of the shipped bank, and the challenge it comes to. */
import type { ChallengeBody, Solution } from '../protocol/challenge.ts';

export interface BankItem {
  readonly id: string;
  /** The belief that the question is about, as a student would say it. */
  readonly belief: string;
  /** Python, input by input as at the prompt; what the last input prints is asked for, unless `asks` says otherwise. */
  readonly code: string;
  readonly asks?: string;
  readonly right: string;
  /** Tempting answers, each with the belief behind it. */
  readonly wrong: readonly (readonly [answer: string, belief: string])[];
  readonly why: string;
}

export const ASKS_OUTPUT = 'What does the last line print?';

interface Asked {
  readonly challenge: Extract<ChallengeBody, { kind: 'question' }>;
  readonly solution: Solution;
}

/** Options in an order that says nothing: numbers by value, words by the alphabet. */
function compare(one: string, other: string): number {
  const [a, b] = [Number(one), Number(other)];
  return Number.isNaN(a) || Number.isNaN(b) ? one.localeCompare(other, 'en') : a - b;
}

export function asked({ code, asks = ASKS_OUTPUT, right, wrong, why }: BankItem): Asked {
  const beliefs = new Map(wrong);
  const options = [right, ...beliefs.keys()].sort(compare);
  // Printed values are code, sentences are not.
  const shown = (option: string) => (asks === ASKS_OUTPUT ? `\`${option}\`` : option);
  return {
    challenge: {
      kind: 'question',
      prompt: code === '' ? asks : `\`\`\`\n${code}\n\`\`\`\n${asks}`,
      answer: { form: 'one', options: options.map(shown) },
    },
    solution: {
      key: { form: 'one', correct: options.indexOf(right) },
      explanation: why,
      beliefs: options.map((option) => beliefs.get(option) ?? ''),
    },
  };
}
