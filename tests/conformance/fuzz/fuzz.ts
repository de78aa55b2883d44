/**
 * `npm run fuzz -- --seed N --count M [--level 1|2|3] [--keep-going]`: random programs on the simulated machine and on
 * the CPython 3.11 of this computer. A difference is shrunk and printed; the status is then 1.
 */
import { parseArgs } from 'node:util';
import { type Level, sentence } from '../compare.ts';
import { findPython311 } from '../python311.ts';
import { judge, type Verdict } from './live.ts';
import { joinInputs, randomProgram } from './program.ts';
import { shrink } from './shrink.ts';

const BATCH = 20;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '200' },
    level: { type: 'string', default: '2' },
    'keep-going': { type: 'boolean', default: false },
  },
});
const first = Number(values.seed);
const count = Number(values.count);
const level: Level = values.level === '1' ? 1 : values.level === '3' ? 3 : 2;
const python = findPython311();
if (python === null || !Number.isInteger(first) || !Number.isInteger(count)) {
  console.error(
    python === null
      ? 'A CPython 3.11 with a shared library and gcc are needed.'
      : 'Seed and count are whole numbers.',
  );
  process.exit(2);
}

function fails(one: Verdict): boolean {
  return one.kind === 'differs' || one.kind === 'broken';
}

function told(one: Verdict): string {
  if (one.kind === 'differs') return sentence('', one.difference);
  return one.kind === 'equal' ? 'equal' : one.why;
}

const tally = { equal: 0, skipped: 0, failed: 0 };
for (
  let start = first;
  start < first + count && (values['keep-going'] || tally.failed === 0);
  start += BATCH
) {
  const seeds = Array.from({ length: Math.min(BATCH, first + count - start) }, (_, k) => start + k);
  const programs = seeds.map(randomProgram);
  for (const [index, one] of judge(python, programs, level).entries()) {
    if (!fails(one)) {
      tally[one.kind === 'equal' ? 'equal' : 'skipped']++;
      continue;
    }
    tally.failed++;
    console.log(`\nseed ${seeds[index]}: ${told(one)}`);
    // What differs must stay of one sort, or shrinking wanders off to another defect.
    const same = (other: Verdict): boolean =>
      other.kind === one.kind &&
      (other.kind !== 'differs' || one.kind !== 'differs' || other.difference.field === one.difference.field);
    const small = shrink(programs[index] ?? [], (candidates) =>
      judge(python, candidates, level).findIndex(same),
    );
    const [last] = judge(python, [small.inputs], level);
    console.log(joinInputs(small.inputs).replace(/^/gm, '    ').trimEnd());
    console.log(`  ${last === undefined ? '' : told(last)} (${small.tries} tries)`);
  }
}
console.log(`${tally.equal} equal, ${tally.skipped} skipped, ${tally.failed} different (level ${level})`);
process.exitCode = tally.failed > 0 || tally.equal === 0 ? 1 : 0;
