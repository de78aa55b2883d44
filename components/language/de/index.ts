import type { Words } from '../words.ts';
import { design } from './design.ts';
import { home } from './home.ts';
import { numbers } from './numbers.ts';
import { page } from './page.ts';

export const de: Words = {
  design,
  home,
  numbers,
  page,
};
