/** Ready tasks can be solved and are not solved from the start. */
import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { challengeShape } from '../../classroom/protocol/challenge.ts';
import { Fork } from '../../classroom/tasks.ts';
import { en } from '../../components/language/en/index.ts';
import { type ReadyTask, readyTasks } from '../../components/live/ready-tasks.ts';
import { Machine } from '../../heap/index.ts';
import { findPython311 } from '../conformance/python311.ts';

const SOLUTIONS: Record<ReadyTask['id'], readonly string[]> = {
  leak: ['a = [[], []]; a.append(a); del a'],
  cycle: ['del ring; gc.collect()'],
  arena: ['del keep'],
  million: ['numbers = range(1000000)'],
  smaller: [
    "class Point:\n    __slots__ = ('x', 'y')\n    def __init__(self, x, y):\n        self.x = x\n        self.y = y",
    'points = [Point(i, i) for i in range(200)]',
  ],
  ages: ['gc.collect(1); middle = []', 'gc.collect(0); young = []'],
  cache: ["cache['home'] = weakref.ref(page)"],
};

function fork(task: ReadyTask['task']): Fork {
  const machine = new Machine({ modules: ['teacher', 'ana'], preimported: ['gc', 'sys', 'weakref'] });
  return Fork.of(machine.snapshot(), 'ana', task);
}

/** What comes to mind first and is not enough. */
const TEMPTING: readonly (readonly [ReadyTask['id'], readonly string[]])[] = [
  ['ages', ['gc.collect()']],
  ['ages', ['middle = []; young = []', 'gc.collect()']],
  ['ages', ['gc.collect(); middle = []; young = []', 'gc.collect(0)']],
  ['ages', ['middle = []', 'gc.collect(0)', 'gc.collect(1); young = []']],
];

it.each(TEMPTING)('the task %s is not solved by %j', (wanted, inputs) => {
  const task = readyTasks(en).find(({ id }) => id === wanted)?.task;
  if (task === undefined) throw new Error(`no task ${wanted}`);
  const tried = fork(task);
  for (const input of inputs) expect(tried.run(input)?.raised).toBe(null);
  expect(tried.judge().every(({ met }) => met)).toBe(false);
});

const python = findPython311();
it.skipIf(python === null)('CPython 3.11 keeps the three ages apart as the task asks', () => {
  const where =
    '[next(g for g in (0, 1, 2) if any(x is o for x in gc.get_objects(g))) for o in (old, middle, young)]';
  const lines = ['import gc', 'old = [[]]', ...SOLUTIONS.ages, `print(${where})`];
  const answer = spawnSync(python?.executable ?? '', ['-I', '-c', lines.join('\n')], { encoding: 'utf8' });
  expect(answer.stdout.trim()).toBe('[2, 1, 0]');
});

it.each(readyTasks(en))('the task $id', ({ id, task }) => {
  expect(challengeShape.safeParse(task).success).toBe(true);
  expect(
    fork(task)
      .judge()
      .every(({ met }) => met),
  ).toBe(false);
  const solved = fork(task);
  const inputs = SOLUTIONS[id];
  expect(inputs.length).toBeLessThanOrEqual(task.statements ?? Infinity);
  for (const input of inputs) expect(solved.run(input)?.raised).toBe(null);
  expect(solved.judge().filter(({ met }) => !met)).toEqual([]);
});
