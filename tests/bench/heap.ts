/**
 * `npm run bench:heap`: the simulated machine and CPython 3.11 on the same programs, in one run, as ratios of the
 * medians, and what starting, saving and comparing a machine takes. Writes the tables between the marks of
 * docs/benchmarks.md. `--runs N` changes the number of runs.
 *
 * It is the processor time of the process that is measured, on both sides, so that other work on the computer counts
 * less. This file has to run as an ES module: compiled to CommonJS, every call of an imported function goes through a
 * getter, and the machine is twenty times slower.
 */
import { spawnSync } from 'node:child_process';
import { z } from 'zod';
import { Machine } from '../../heap/index.ts';
import { findPython311, type Python311 } from '../conformance/python311.ts';
import { BENCHMARKS, type Benchmark } from './heapPrograms.ts';
import { median, table, writeSection } from './section.ts';

const RUNS = Math.max(1, Number(process.argv[process.argv.indexOf('--runs') + 1]) || 5);

/** Seconds of processor time that the work took. */
function timed(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

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
function timeSimulated(benchmark: Benchmark): number {
  const machine = freshMachine();
  for (const input of benchmark.prepare) run(machine, input);
  return timed(() => run(machine, benchmark.timed));
}

const PYTHON = `
import json, sys, time
job = json.load(sys.stdin)
space = {'__name__': '__main__'}
for source in job['prepare']:
    exec(compile(source + '\\n', '<stdin>', 'single'), space)
code = compile(job['timed'] + '\\n', '<stdin>', 'single')
sys.displayhook = lambda value: None
start = time.process_time()
exec(code, space)
print(time.process_time() - start)
`;

function timeReal(benchmark: Benchmark, python: Python311): number {
  const child = spawnSync(python.executable, ['-I', '-S', '-c', PYTHON], {
    input: JSON.stringify(benchmark),
    encoding: 'utf8',
  });
  if (child.status !== 0) throw new Error(child.stderr);
  return z.coerce.number().parse(child.stdout.trim());
}

function milliseconds(seconds: number): string {
  return `${(seconds * 1000).toFixed(seconds < 0.1 ? 1 : 0)} ms`;
}

const LISTS = 100_000;

/** Bytes per list of one item: of the simulated process, and of the host for its memory and the marks beside it. */
function bytesPerList(): { readonly simulated: number; readonly host: number } {
  const machine = freshMachine();
  run(machine, 'import gc');
  run(machine, 'gc.disable()');
  const { mem } = machine.rt;
  const host = (): number => machine.rt.alloc.ranges.top + machine.rt.alloc.ranges.top / 4;
  const before = { simulated: machine.inspect().memory.bytesUsed, host: host() };
  run(machine, `live = [[None] for i in range(${LISTS})]`);
  const simulated = (machine.inspect().memory.bytesUsed - before.simulated) / LISTS;
  if (mem.serials.length << 4 !== mem.size) throw new Error('a mark is not a quarter of its block any more');
  return { simulated, host: (host() - before.host) / LISTS };
}

const OBJECTS = 100_000;

/** The machine's own work: nothing in CPython to compare with, but somebody waits for it. */
function machineRows(): string[][] {
  const many = freshMachine();
  run(many, `live = [[None] for i in range(${OBJECTS})]`);
  const bytes = many.snapshot();
  const parts: readonly (readonly [string, number, () => void])[] = [
    ['start a machine', 50, () => void freshMachine()],
    [`digest of a heap of ${OBJECTS.toLocaleString('en')} lists`, 50, () => void many.digest()],
    ['snapshot of it', 100, () => void many.snapshot()],
    ['restore it', 250, () => void Machine.restore(bytes)],
    ['a statement (x = 1) on it, undoable', 20, () => run(many, 'x = 1')],
  ];
  return parts.map(([name, aim, work]) => {
    work();
    const times = Array.from({ length: RUNS + 2 }, () => timed(work));
    const middle = median(times);
    return [name, milliseconds(middle), `≤ ${aim} ms`, middle * 1000 <= aim ? 'yes' : 'no'];
  });
}

const python = findPython311();
const rows = BENCHMARKS.map((benchmark) => {
  const own: number[] = [];
  const real: number[] = [];
  timeSimulated(benchmark);
  // Alternating, so that a slow moment of the computer hits both.
  for (let k = 0; k < RUNS; k++) {
    own.push(timeSimulated(benchmark));
    if (python !== null) real.push(timeReal(benchmark, python));
  }
  const [mine, theirs] = [median(own), median(real)];
  const ratio = mine / theirs;
  const compared =
    python === null
      ? ['–', '–', `≤ ${benchmark.aim}`, '–']
      : [milliseconds(theirs), ratio.toFixed(1), `≤ ${benchmark.aim}`, ratio <= benchmark.aim ? 'yes' : 'no'];
  return [benchmark.name, milliseconds(mine), ...compared];
});
const lines = [
  ...table(['program', 'Heaproom', 'CPython', 'ratio', 'aim', 'reached'], rows),
  '',
  ...table(['machine', 'Heaproom', 'aim', 'reached'], machineRows()),
];
const { simulated, host } = bytesPerList();
const memory = `A list of one item takes ${simulated.toFixed(0)} bytes of the simulated process (its block, the block of its items and its place in the list that holds it), as in CPython. The host keeps ${host.toFixed(0)} bytes for it: the same bytes, what arenas leave unused, and a mark of 4 bytes for each 16; and as much again for taking a statement back.`;
console.log(memory);
writeSection('heap', 'The heap', [
  `\`npm run bench:heap\`, ${new Date().toISOString().slice(0, 10)}: medians of ${RUNS} runs, processor time, Node ${process.versions.node}, CPython ${python?.version ?? 'not found'}.`,
  '',
  ...lines,
  '',
  memory,
]);
