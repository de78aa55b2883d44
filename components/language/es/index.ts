import type { Words } from '../words.ts';
import { page } from './page.ts';

export const es: Words = { page };
