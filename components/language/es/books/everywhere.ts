/** What every page may say: its bar and menus, what loads or fails, refusals. */
export { design } from '../design.ts';
export { numbers } from '../numbers.ts';
export { page } from '../page.ts';
export { limits, precisely, refusalDetails, refusals } from '../refusals.ts';
