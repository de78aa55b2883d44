/** What the benchmark of the heap measures: inputs that prepare, and one input that is timed. */
export interface Benchmark {
  readonly name: string;
  readonly prepare: readonly string[];
  readonly timed: string;
  /** The aim: at most this many times CPython's time. */
  readonly aim: number;
}

const NODE = 'class Node:\n    def __init__(self, next):\n        self.next = next';

export const BENCHMARKS: readonly Benchmark[] = [
  {
    name: 'allocate and free 3,000,000 lists',
    prepare: ['def work():\n    for i in range(3000000):\n        x = []'],
    timed: 'work()',
    aim: 3,
  },
  {
    name: 'build a chain of 1,000,000 instances',
    prepare: [
      NODE,
      'def build(n):\n    head = None\n    for i in range(n):\n        head = Node(head)\n    return head',
    ],
    timed: 'chain = build(1000000)',
    aim: 10,
  },
  {
    name: 'drop a chain of 1,000,000 instances',
    prepare: [
      NODE,
      'def build(n):\n    head = None\n    for i in range(n):\n        head = Node(head)\n    return head',
      'chain = build(1000000)',
    ],
    timed: 'chain = None',
    aim: 3,
  },
  {
    name: 'ten times gc.collect() with 1,000,000 live lists',
    prepare: ['import gc', 'gc.disable()', 'live = [[None] for i in range(1000000)]'],
    timed: 'for k in range(10): gc.collect()',
    aim: 1,
  },
  {
    name: 'gc.collect() with 1,000,000 garbage lists in cycles',
    prepare: [
      'import gc',
      'gc.disable()',
      'def cycles(n):\n    for i in range(n):\n        a = []\n        b = [a]\n        a.append(b)',
      'cycles(500000)',
    ],
    timed: 'gc.collect()',
    aim: 1,
  },
  {
    name: 'append 1,000,000 times',
    prepare: ['def work():\n    l = []\n    for i in range(1000000):\n        l.append(i)'],
    timed: 'work()',
    aim: 10,
  },
  {
    name: 'fill a dict with 1,000,000 keys',
    prepare: ['def work():\n    d = {}\n    for i in range(1000000):\n        d[i] = i'],
    timed: 'work()',
    aim: 10,
  },
  {
    name: 'call a function 1,000,000 times',
    prepare: ['def f(x):\n    return x', 'def work():\n    for i in range(1000000):\n        f(i)'],
    timed: 'work()',
    aim: 10,
  },
  {
    name: 'read and write an attribute 1,000,000 times',
    prepare: [
      'class Counter:\n    def __init__(self):\n        self.n = 0',
      'def work():\n    c = Counter()\n    for i in range(1000000):\n        c.n = c.n + 1',
    ],
    timed: 'work()',
    aim: 10,
  },
  {
    name: 'recursion: fib(28)',
    prepare: ['def fib(n):\n    return n if n < 2 else fib(n - 1) + fib(n - 2)'],
    timed: 'fib(28)',
    aim: 10,
  },
  {
    name: 'a lesson with 20,000 accounts and 200,000 bookings',
    prepare: [
      [
        'class Account:',
        '    def __init__(self, owner, balance):',
        '        self.owner = owner',
        '        self.balance = balance',
        '        self.log = []',
        '    def book(self, amount):',
        '        self.balance += amount',
        '        self.log.append((self.owner, amount))',
        '        return self.balance',
      ].join('\n'),
      [
        'def lesson():',
        '    bank = {}',
        '    for i in range(20000):',
        '        bank[i] = Account(str(i), i)',
        '    total = 0',
        '    for k in range(10):',
        '        for account in bank.values():',
        '            total += account.book(k)',
        '    return total',
      ].join('\n'),
    ],
    timed: 'lesson()',
    aim: 10,
  },
];
