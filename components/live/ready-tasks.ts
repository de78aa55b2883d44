/** Tasks that a teacher can set at once. Each can be solved; a test solves it. */
import type { Task } from '../../classroom/tasks.ts';
import type { Words } from '../language/words.ts';

type Name = Exclude<keyof Words['readyTasks'], 'group'>;

export interface ReadyTask {
  readonly id: Name;
  readonly title: string;
  readonly task: Task;
}

type Bare = Pick<Task, 'setup' | 'goals'> & Partial<Pick<Task, 'statements'>>;

const TASKS: Readonly<Record<Name, Bare>> = {
  leak: { setup: '', goals: [{ goal: 'leak', objects: 3 }] },
  cycle: {
    setup: 'class Node: pass\nring = Node()\nring.next = Node()\nring.next.back = ring\n',
    goals: [{ goal: 'free', name: 'ring' }],
    statements: 1,
  },
  arena: {
    setup: 'keep = [[i] for i in range(30000)]\nfirst = keep[0]\n',
    goals: [{ goal: 'arena' }, { goal: 'true', expression: 'first == [0]' }],
  },
  million: {
    setup: '',
    goals: [
      { goal: 'true', expression: 'numbers[999999] == 999999 and len(numbers) == 1000000' },
      { goal: 'bytes', most: 1000 },
    ],
  },
  smaller: {
    setup:
      'class Point:\n    def __init__(self, x, y):\n        self.x = x\n        self.y = y\n\npoints = [Point(i, i) for i in range(200)]\n',
    goals: [
      { goal: 'shrink', percent: 25 },
      { goal: 'true', expression: 'len(points) == 200 and points[199].x == 199 and points[199].y == 199' },
    ],
  },
  // One full collection takes all there is into generation 2: the younger two have to be made at the right moments.
  ages: {
    setup: 'old = [[]]\n',
    goals: [
      { goal: 'generation', name: 'old', generation: 2 },
      { goal: 'generation', name: 'middle', generation: 1 },
      { goal: 'generation', name: 'young', generation: 0 },
    ],
  },
  cache: {
    setup: "class Page: pass\npage = Page()\ncache = {'home': page}\n",
    goals: [
      { goal: 'true', expression: "cache['home'] is page or cache['home']() is page" },
      { goal: 'true', expression: 'sys.getrefcount(page) == 2' },
    ],
  },
};

const ORDER = ['leak', 'cycle', 'arena', 'million', 'smaller', 'ages', 'cache'] as const;

/** In the words of whoever sets them: what is set is the class's text from then on. */
export function readyTasks({ readyTasks: words }: Pick<Words, 'readyTasks'>): ReadyTask[] {
  return ORDER.map((id) => {
    const { setup, goals, statements = null } = TASKS[id];
    const { title, prompt } = words[id];
    return { id, title, task: { kind: 'task', prompt, setup, goals, statements } };
  });
}
