/** Ready tasks can be solved and are not solved from the start. */
import { expect, it } from 'vitest';
import { challengeShape } from '../../classroom/protocol/challenge.ts';
import { Fork } from '../../classroom/tasks.ts';
import { en } from '../../components/language/en/index.ts';
import { type ReadyTask, readyTasks } from '../../components/live/ready-tasks.ts';
import { Machine } from '../../heap/index.ts';

const SOLUTIONS: Record<ReadyTask['id'], readonly string[]> = {
  leak: ['a = [[], []]; a.append(a); del a'],
  cycle: ['del ring; gc.collect()'],
  arena: ['del keep'],
  million: ['numbers = range(1000000)'],
  smaller: [
    "class Point:\n    __slots__ = ('x', 'y')\n    def __init__(self, x, y):\n        self.x = x\n        self.y = y",
    'points = [Point(i, i) for i in range(200)]',
  ],
  oldest: ['gc.collect(); gc.collect()'],
  cache: ["cache['home'] = weakref.ref(page)"],
};

function fork(task: ReadyTask['task']): Fork {
  const machine = new Machine({ modules: ['teacher', 'ana'], preimported: ['gc', 'sys', 'weakref'] });
  return Fork.of(machine.snapshot(), 'ana', task);
}

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
