import type { Words } from '../words.ts';
import { numbers } from './numbers.ts';
import { page } from './page.ts';

export const es: Words = {
  numbers,
  page,
};
