/** What a question of the bank says in another language than English. Its code, and what that prints, stay. */
import type { BankItem } from './item.ts';

export interface BankWords {
  readonly belief: string;
  readonly why: string;
  /** Where it asks for something else than what is printed. */
  readonly asks?: string;
  /** Of one right answer: where that is words and no code. */
  readonly right?: string;
  /** In the order of the English ones: answers that are code stay as they are. */
  readonly wrong?: readonly (readonly [answer: string, belief: string])[];
  /** Of several right answers: the same code, the belief behind each wrong one. */
  readonly options?: readonly (readonly [code: string, belief: string | null])[];
  /** Of an order, where its items are words. */
  readonly items?: readonly string[];
  readonly unit?: string;
  /** Of a free answer. */
  readonly model?: string;
}

export function bankItemInWords(item: BankItem, words: BankWords | undefined): BankItem {
  return { ...item, ...words };
}
