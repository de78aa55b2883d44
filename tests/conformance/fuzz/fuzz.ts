/**
 * `npm run fuzz -- --seed N --count M [--level 1|2|3] [--keep-going] [--no-shrink]`: random programs on the simulated
 * machine and on the CPython 3.11 of this computer, which answers the next batch while this one is compared. A
 * difference is shrunk and printed; the status is then 1.
 */
import { parseArgs } from 'node:util';
import { type Level, sentence } from '../compare.ts';
import { type Answer, askOracleAside } from '../oracle.ts';
import { findPython311 } from '../python311.ts';
import { judge, judgeNow, SECONDS, type Verdict } from './live.ts';
import { joinInputs, randomProgram } from './program.ts';
import { shrink } from './shrink.ts';

const BATCH = 25;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '200' },
    level: { type: 'string', default: '2' },
    'keep-going': { type: 'boolean', default: false },
    'no-shrink': { type: 'boolean', default: false },
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

interface Batch {
  readonly seeds: readonly number[];
  readonly programs: readonly (readonly string[])[];
  readonly answers: Promise<Answer[]>;
}

function fails(one: Verdict): boolean {
  return one.kind === 'differs' || one.kind === 'broken';
}

function told(one: Verdict): string {
  if (one.kind === 'differs') return sentence('', one.difference);
  return one.kind === 'equal' ? 'equal' : one.why;
}

function ask(start: number): Batch | null {
  const seeds = Array.from({ length: Math.min(BATCH, first + count - start) }, (_, k) => start + k);
  if (python === null || seeds.length === 0) return null;
  const programs = seeds.map(randomProgram);
  return {
    seeds,
    programs,
    answers: askOracleAside(python, programs.map(joinInputs), { seconds: SECONDS }),
  };
}

function report(seed: number | undefined, program: readonly string[], one: Verdict): void {
  console.log(`\nseed ${seed}: ${told(one)}`);
  if (python === null) return;
  // What comes after the difference has no part in it.
  const upToIt =
    one.kind === 'differs' ? program.slice(0, (one.difference.input ?? program.length) + 1) : program;
  if (values['no-shrink']) {
    console.log((upToIt.at(-1) ?? '').replace(/^/gm, '    '));
    return;
  }
  // What differs must stay of one sort, or shrinking wanders off to another defect.
  const same = (other: Verdict): boolean =>
    other.kind === one.kind &&
    (other.kind !== 'differs' || one.kind !== 'differs' || other.difference.field === one.difference.field);
  const small = shrink(upToIt, (candidates) => judgeNow(python, candidates, level).findIndex(same));
  const [last] = judgeNow(python, [small.inputs], level);
  console.log(joinInputs(small.inputs).replace(/^/gm, '    ').trimEnd());
  console.log(`  ${last === undefined ? '' : told(last)} (${small.tries} tries)`);
}

const began = Date.now();
const tally = { equal: 0, wholly: 0, skipped: 0, failed: 0, inputs: 0 };
let waiting = ask(first);
while (waiting !== null && (values['keep-going'] || tally.failed === 0)) {
  const { seeds, programs, answers }: Batch = waiting;
  const answered: readonly Answer[] = await answers;
  waiting = ask((seeds.at(-1) ?? first) + 1);
  judge(python, programs, answered, level).forEach((one, index) => {
    const program = programs[index] ?? [];
    if (one.kind === 'skipped') tally.skipped++;
    else tally.inputs += program.length;
    if (one.kind === 'equal') {
      tally.equal++;
      if (one.wholly) tally.wholly++;
    } else if (fails(one)) {
      tally.failed++;
      if (tally.failed === 1 || values['keep-going']) report(seeds[index], program, one);
    }
  });
}
await waiting?.answers;
const minutes = (Date.now() - began) / 60000;
const compared = tally.equal + tally.failed;
console.log(
  `level ${level}; ${tally.wholly} of ${compared} equal at level 3 too; ` +
    `${tally.skipped} more left out, because CPython does not determine them or gives up; ` +
    `${Math.round((compared + tally.skipped) / minutes)} programs a minute`,
);
console.log(`${compared} programs, ${tally.inputs} inputs, ${tally.failed} mismatches`);
process.exitCode = tally.failed > 0 || tally.equal === 0 ? 1 : 0;
