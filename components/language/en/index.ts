import { numbers } from './numbers.ts';
import { page } from './page.ts';

export const en = {
  numbers,
  page,
};
