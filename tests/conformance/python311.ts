/**
 * Finds what live comparison with the real CPython needs: an interpreter 3.11 that is built on a shared, unstripped
 * library, and gcc. Where one of them is missing only the recorded goldens are compared.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

export interface Python311 {
  /** The interpreter, an absolute path. */
  readonly executable: string;
  /** Its installation folder. */
  readonly prefix: string;
  /** libpython3.11.so.1.0 */
  readonly library: string;
  /** `3.11.7` */
  readonly version: string;
}

const QUESTION =
  'import sys, platform; print(sys.base_prefix); print(platform.python_version()); print(sys.implementation.name)';

function ask(command: string): Python311 | null {
  const answer = spawnSync(command, ['-I', '-c', QUESTION], { encoding: 'utf8' });
  if (answer.status !== 0) return null;
  const [prefix = '', version = '', implementation] = answer.stdout.split('\n');
  const library = join(prefix, 'lib', 'libpython3.11.so.1.0');
  const executable = join(prefix, 'bin', 'python3.11');
  if (implementation !== 'cpython' || !version.startsWith('3.11.')) return null;
  if (!existsSync(library) || !existsSync(executable)) return null;
  if (!existsSync(join(prefix, 'include', 'python3.11', 'internal', 'pycore_interp.h'))) return null;
  return { executable, prefix, library, version };
}

/** The first usable CPython 3.11, or null. `ORACLE_PYTHON` names one that is not on the path. */
export function findPython311(): Python311 | null {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  if (spawnSync('gcc', ['--version']).status !== 0) return null;
  const named = process.env.ORACLE_PYTHON;
  for (const command of [...(named === undefined ? [] : [named]), 'python3.11', 'python3']) {
    const found = ask(command);
    if (found !== null) return found;
  }
  return null;
}
