/** Number of arguments of a built-in. Models `_PyArg_CheckPositional` of Python/getargs.c. */
import { formatError } from './errors.ts';
import type { Runtime } from './runtime.ts';

export function checkCount(rt: Runtime, name: string, n: number, least: number, most: number): boolean {
  if (n >= least && n <= most) return true;
  const bound = n < least ? least : most;
  const which = least === most ? '' : n < least ? 'at least ' : 'at most ';
  const s = bound === 1 ? '' : 's';
  formatError(rt, 'TypeError', '%.200s expected %s%zd argument%s, got %zd', name, which, bound, s, n);
  return false;
}
