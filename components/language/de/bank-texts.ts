import type { Words } from '../words.ts';
import { collecting } from './bank/collecting.ts';
import { counting } from './bank/counting.ts';
import { identity } from './bank/identity.ts';
import { sizes } from './bank/sizes.ts';

export const bankTexts: Words['bankTexts'] = {
  asksOutput: 'Was gibt die letzte Zeile aus?',
  chapters: ['Referenzzähler', 'Der Collector', 'Größen und Wachstum', 'Identität und Speicher'],
  of: { ...counting, ...collecting, ...sizes, ...identity },
};
