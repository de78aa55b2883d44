/** What CPython 3.11 says about the collections of programs.ts: recorded, and live where an interpreter is found. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Python311 } from '../python311.ts';
import { PROGRAMS } from './programs.ts';

export const GOLDEN = 'collections.json';

const answersShape = z.record(
  z.string(),
  z.strictObject({
    returned: z.number(),
    /** What callbacks and finalizers wrote, in order. */
    log: z.array(z.string()),
    /** Where the named objects are afterwards. */
    generations: z.record(z.string(), z.number()),
    /** Types of what was unreachable, in the order of the collector's list, before any finalizer ran. */
    unreachable: z.array(z.string()),
    /** Types, sorted, of those of them that are alive afterwards. */
    resurrected: z.array(z.string()),
  }),
);
export type Answers = z.infer<typeof answersShape>;

export function readGolden(): Answers {
  return answersShape.parse(JSON.parse(readFileSync(join(import.meta.dirname, GOLDEN), 'utf8')));
}

export function askCPython(python: Python311): Answers {
  const script = join(import.meta.dirname, 'collect.py');
  const child = spawnSync(python.executable, ['-I', '-S', script], {
    input: JSON.stringify(PROGRAMS),
    encoding: 'utf8',
  });
  if (child.status !== 0) throw new Error(child.stderr);
  return answersShape.parse(JSON.parse(child.stdout));
}
