import type { BankWords } from '../../../../classroom/bank/words.ts';

export const identity: Readonly<Record<string, BankWords>> = {};
