import type { BankWords } from '../../../../classroom/bank/words.ts';

export const sizes: Readonly<Record<string, BankWords>> = {};
