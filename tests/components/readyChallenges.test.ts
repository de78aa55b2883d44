/** Ready tasks can be solved and are not solved from the start. */
import { expect, it } from 'vitest';
import { challengeShape } from '../../classroom/protocol/challenge.ts';
import { Fork } from '../../classroom/tasks.ts';
import { READY_TASKS } from '../../components/live/ready-tasks.ts';
import { Machine } from '../../heap/index.ts';

const SOLUTIONS: Record<string, readonly string[]> = {
  'Leak exactly three objects': ['a = [[], []]; a.append(a); del a'],
  'Free a cycle with one statement': ['del ring; gc.collect()'],
  'Give an arena back': ['del keep'],
  'A million numbers in a kilobyte': ['numbers = range(1000000)'],
  'Instances a quarter smaller': [
    "class Point:\n    __slots__ = ('x', 'y')\n    def __init__(self, x, y):\n        self.x = x\n        self.y = y",
    'points = [Point(i, i) for i in range(200)]',
  ],
  'Into the oldest generation': ['gc.collect(); gc.collect()'],
  'A cache that lets go': ["cache['home'] = weakref.ref(page)"],
};

function fork(index: number): Fork {
  const ready = READY_TASKS[index];
  if (ready === undefined) throw new Error('no such task');
  const machine = new Machine({ modules: ['teacher', 'ana'], preimported: ['gc', 'sys', 'weakref'] });
  return Fork.of(machine.snapshot(), 'ana', ready.task);
}

it.each(READY_TASKS.map(({ title }, index) => [title, index] as const))('the task %j', (title, index) => {
  const task = READY_TASKS[index]?.task;
  expect(challengeShape.safeParse(task).success).toBe(true);
  expect(
    fork(index)
      .judge()
      .every(({ met }) => met),
  ).toBe(false);
  const solved = fork(index);
  const inputs = SOLUTIONS[title] ?? [];
  expect(inputs.length).toBeLessThanOrEqual(task?.statements ?? Infinity);
  for (const input of inputs) expect(solved.run(input)?.raised).toBe(null);
  expect(solved.judge().filter(({ met }) => !met)).toEqual([]);
});
