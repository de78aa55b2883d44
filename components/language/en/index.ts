import { design } from './design.ts';
import { home } from './home.ts';
import { numbers } from './numbers.ts';
import { page } from './page.ts';

export const en = {
  design,
  home,
  numbers,
  page,
};
