import type { BankWords } from '../../../../classroom/bank/words.ts';

export const collecting: Readonly<Record<string, BankWords>> = {};
