/**
 * `npm run bench:heap`: the simulated machine and CPython 3.11 on the same programs, in one run, as ratios of the
 * medians. Writes the table between the marks of docs/benchmarks.md. `--runs N` changes the number of runs.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { Machine } from '../../heap/index.ts';
import { findPython311, type Python311 } from '../conformance/python311.ts';
import { BENCHMARKS, type Benchmark } from './heapPrograms.ts';

const RUNS = Math.max(1, Number(process.argv[process.argv.indexOf('--runs') + 1]) || 5);
const PAGE = join(import.meta.dirname, '..', '..', 'docs', 'benchmarks.md');
const START = '<!-- heap: written by npm run bench:heap -->';
const END = '<!-- end of heap -->';

function freshMachine(): Machine {
  return new Machine({
    limits: {
      fuel: Number.MAX_SAFE_INTEGER,
      liveBytes: Number.MAX_SAFE_INTEGER,
      output: 1 << 20,
      source: 1 << 20,
      recursion: 1000,
    },
  });
}

function run(machine: Machine, source: string): void {
  const step = machine.run('__main__', source);
  if (step.raised !== null) throw new Error(`${source}: ${step.raised.traceback}`);
}

/** Seconds of the timed input, on a machine of its own. */
function timeSimulated({ prepare, timed }: Benchmark): number {
  const machine = freshMachine();
  for (const input of prepare) run(machine, input);
  const start = performance.now();
  run(machine, timed);
  return (performance.now() - start) / 1000;
}

const PYTHON = `
import json, sys, time
job = json.load(sys.stdin)
space = {'__name__': '__main__'}
for source in job['prepare']:
    exec(compile(source + '\\n', '<stdin>', 'single'), space)
code = compile(job['timed'] + '\\n', '<stdin>', 'single')
sys.displayhook = lambda value: None
start = time.perf_counter()
exec(code, space)
print(time.perf_counter() - start)
`;

function timeReal(benchmark: Benchmark, python: Python311): number {
  const child = spawnSync(python.executable, ['-I', '-S', '-c', PYTHON], {
    input: JSON.stringify(benchmark),
    encoding: 'utf8',
  });
  if (child.status !== 0) throw new Error(child.stderr);
  return z.coerce.number().parse(child.stdout.trim());
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const high = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? Number.NaN) + high) / 2;
}

function milliseconds(seconds: number): string {
  return `${(seconds * 1000).toFixed(seconds < 0.1 ? 1 : 0)} ms`;
}

const LISTS = 100_000;

/** Bytes per list of one item: of the simulated process, and of the host for all that it keeps. */
function bytesPerList(): { readonly simulated: number; readonly host: number } {
  const before = process.memoryUsage().arrayBuffers;
  const machine = freshMachine();
  run(machine, 'import gc');
  run(machine, 'gc.disable()');
  const { bytesUsed } = machine.inspect().memory;
  run(machine, `live = [[None] for i in range(${LISTS})]`);
  const host = (process.memoryUsage().arrayBuffers - before) / LISTS;
  return { simulated: (machine.inspect().memory.bytesUsed - bytesUsed) / LISTS, host };
}

const python = findPython311();
const lines = [
  `| ${['program', 'Heaproom', 'CPython', 'ratio', 'aim'].join(' | ')} |`,
  '|---|---:|---:|---:|---:|',
];
for (const benchmark of BENCHMARKS) {
  const own: number[] = [];
  const real: number[] = [];
  // Alternating, so that a slow moment of the computer hits both.
  for (let k = 0; k < RUNS; k++) {
    own.push(timeSimulated(benchmark));
    if (python !== null) real.push(timeReal(benchmark, python));
  }
  const [mine, theirs] = [median(own), median(real)];
  const compared = python === null ? ['–', '–'] : [milliseconds(theirs), (mine / theirs).toFixed(2)];
  const row = [benchmark.name, milliseconds(mine), ...compared, `≤ ${benchmark.aim}`];
  lines.push(`| ${row.join(' | ')} |`);
  console.log(row.join('   '));
}
const { simulated, host } = bytesPerList();
const memory = `A list of one item takes ${simulated.toFixed(0)} bytes of the simulated process (its block, the block of its items and its place in the list that holds it), as in CPython; the host keeps ${host.toFixed(0)} bytes for it, empty memory of a machine with ${LISTS.toLocaleString('en')} such lists included.`;
console.log(memory);
const section = [
  START,
  '',
  `\`npm run bench:heap\` (medians of ${RUNS} runs, ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.versions.node}, CPython ${python?.version ?? 'not found'}):`,
  '',
  ...lines,
  '',
  memory,
  '',
  END,
].join('\n');
const page = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : '# Benchmarks\n\n## The heap\n\n';
const from = page.indexOf(START);
const to = page.indexOf(END);
writeFileSync(
  PAGE,
  from < 0
    ? `${page.trimEnd()}\n\n${section}\n`
    : page.slice(0, from) + section + page.slice(to + END.length),
);
