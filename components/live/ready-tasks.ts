/** Tasks that a teacher can set at once. Each can be solved; a test solves it. */
import type { Task } from '../../classroom/tasks.ts';

export interface ReadyTask {
  readonly title: string;
  readonly task: Task;
}

function task(prompt: string, setup: string, goals: Task['goals'], statements: number | null = null): Task {
  return { kind: 'task', prompt, setup, goals, statements };
}

export const READY_TASKS: readonly ReadyTask[] = [
  {
    title: 'Leak exactly three objects',
    task: task(
      'Leave exactly three objects behind that nothing reaches and that no collection has taken.',
      '',
      [{ goal: 'leak', objects: 3 }],
    ),
  },
  {
    title: 'Free a cycle with one statement',
    task: task(
      '`ring` leads to objects that hold each other. Free all of them with a single statement.',
      'class Node: pass\nring = Node()\nring.next = Node()\nring.next.back = ring\n',
      [{ goal: 'free', name: 'ring' }],
      1,
    ),
  },
  {
    title: 'Give an arena back',
    task: task(
      'The list `keep` fills more than one arena. Give at least one back to the system, but keep the first item.',
      'keep = [[i] for i in range(30000)]\nfirst = keep[0]\n',
      [{ goal: 'arena' }, { goal: 'true', expression: 'first == [0]' }],
    ),
  },
  {
    title: 'A million numbers in a kilobyte',
    task: task('Make `numbers` something whose sum is that of 0 … 999999, in at most 1000 bytes.', '', [
      { goal: 'true', expression: 'numbers[999999] == 999999 and len(numbers) == 1000000' },
      { goal: 'bytes', most: 1000 },
    ]),
  },
  {
    title: 'Instances a quarter smaller',
    task: task(
      'Write `Point` anew and make `points` anew, 200 of them with `x` and `y`, so that all of it takes a quarter less.',
      'class Point:\n    def __init__(self, x, y):\n        self.x = x\n        self.y = y\n\npoints = [Point(i, i) for i in range(200)]\n',
      [
        { goal: 'shrink', percent: 25 },
        { goal: 'true', expression: 'len(points) == 200 and points[199].x == 199 and points[199].y == 199' },
      ],
    ),
  },
  {
    title: 'Into the oldest generation',
    task: task('Bring the list of `old` into generation 2.', 'old = [[]]\n', [
      { goal: 'generation', name: 'old', generation: 2 },
    ]),
  },
  {
    title: 'A cache that lets go',
    task: task(
      'The cache keeps `page` alive for ever. Change it so that `page` can still be found in it, and is freed by `del page`.',
      "class Page: pass\npage = Page()\ncache = {'home': page}\n",
      [
        { goal: 'true', expression: "cache['home'] is page or cache['home']() is page" },
        { goal: 'true', expression: 'sys.getrefcount(page) == 2' },
      ],
    ),
  },
];
