import { BANK } from '../../../classroom/bank/index.ts';
import { ASKS_OUTPUT } from '../../../classroom/bank/item.ts';
import type { BankWords } from '../../../classroom/bank/words.ts';

/** What the questions of the bank say, by their ids. In English that stands in the questions themselves. */
export const bankTexts: {
  readonly asksOutput: string;
  /** In the order of the bank. */
  readonly chapters: readonly string[];
  readonly of: Readonly<Record<string, BankWords>>;
} = { asksOutput: ASKS_OUTPUT, chapters: BANK.map(({ title }) => title), of: {} };
