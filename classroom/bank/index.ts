/** The bank that ships with Heaproom: a question for every belief that is common and wrong. */
import { COLLECTING } from './collecting.ts';
import { COUNTING } from './counting.ts';
import { IDENTITY } from './identity.ts';
import type { BankItem } from './item.ts';
import { SIZES } from './sizes.ts';

export { type BankItem, bankQuestion } from './item.ts';

export const BANK: readonly { readonly title: string; readonly items: readonly BankItem[] }[] = [
  { title: 'Reference counts', items: COUNTING },
  { title: 'The collector', items: COLLECTING },
  { title: 'Sizes and growth', items: SIZES },
  { title: 'Identity and memory', items: IDENTITY },
];
