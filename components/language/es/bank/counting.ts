import type { BankWords } from '../../../../classroom/bank/words.ts';

export const counting: Readonly<Record<string, BankWords>> = {};
