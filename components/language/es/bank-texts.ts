import type { Words } from '../words.ts';
import { collecting } from './bank/collecting.ts';
import { counting } from './bank/counting.ts';
import { identity } from './bank/identity.ts';
import { sizes } from './bank/sizes.ts';

export const bankTexts: Words['bankTexts'] = {
  asksOutput: '¿Qué imprime la última línea?',
  chapters: ['Contadores de referencias', 'El recolector', 'Tamaños y crecimiento', 'Identidad y memoria'],
  of: { ...counting, ...collecting, ...sizes, ...identity },
};
