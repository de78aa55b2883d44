/**
 * Prints the allocations of one input beside each other, CPython's left and the simulated machine's right, from the
 * first that differs on: `tsx tests/conformance/allocations.ts SCENARIO|FILE.py [input]`. Without a number it takes the
 * first input whose allocations differ. `m56@0.1.3#12` is a request for 56 bytes that got block 3 of pool 1 of arena 0
 * while the collector's count stood at 12; `c` calloc, `r` realloc, `f` free (with the size of the class).
 */
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { simulate } from './machine.ts';
import { askOracle } from './oracle.ts';
import { findPython311 } from './python311.ts';
import { allPrograms } from './scenarios.ts';

const CONTEXT = 4;
const SHOWN = 60;

const { positionals } = parseArgs({ allowPositionals: true });
const [which = '', number] = positionals;
const scenario = allPrograms().find(({ name }) => name === which);
const source = scenario?.source ?? (existsSync(which) ? readFileSync(which, 'utf8') : null);
const python = findPython311();
if (source === null || python === null)
  throw new Error('a scenario or a file, and a CPython 3.11, are needed');
const [answer] = askOracle(python, [source], { trace: true });
if (answer?.kind !== 'document') throw new Error(answer?.reason ?? 'no answer');
const found = simulate(source, undefined, true).statements;
for (const statement of answer.document.statements) {
  const other = found[statement.i];
  const chosen =
    number === undefined ? statement.trace_sha1 !== other?.trace_sha1 : Number(number) === statement.i;
  if (!chosen) continue;
  const left = statement.trace ?? [];
  const right = other?.trace ?? [];
  const length = Math.max(left.length, right.length);
  let first = 0;
  while (first < length && left[first] === right[first]) first++;
  console.log(
    `[${statement.i}] ${statement.src}\n${left.length} events, ${right.length} found, first difference at ${first}`,
  );
  for (let k = Math.max(0, first - CONTEXT); k < Math.min(length, first + SHOWN); k++) {
    const mark = left[k] === right[k] ? ' ' : '*';
    console.log(`${mark} ${(left[k] ?? '').padEnd(34)} ${right[k] ?? ''}`);
  }
  break;
}
