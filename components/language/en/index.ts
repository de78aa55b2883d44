import { page } from './page.ts';

export const en = { page };
