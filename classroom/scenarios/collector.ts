/** S4: three generations, when they are looked through, and what survives. */
import { run, type Scenario } from './scenario.ts';

export const COLLECTOR: readonly Scenario[] = [
  {
    id: 'generations',
    title: 'Growing old',
    system: 'S4',
    aim: 'What survives a collection moves one generation up and is looked at less often.',
    steps: [
      run('A new list is in generation 0.', 'keep = []'),
      run('It survives a collection of generation 0 and moves to 1.', 'gc.collect(0)'),
      run('A second list: generation 0.', 'keep.append([])'),
      run('This one looks at 0 and 1. Both lists survive.', 'gc.collect(1)'),
      run('They are in generation 2 now, where they stay for good.', 'gc.get_count()'),
      run(
        'When each is looked through: after 700 new objects, after 10 rounds of 0, after 10 of 1.',
        'gc.get_threshold()',
      ),
    ],
    question: {
      belief: 'gc.collect(0) looks at everything.',
      code: 'import gc\na = []\na.append(a)\nn = gc.collect()\ndel a\ngc.collect(0)',
      right: '0',
      wrong: [['1', 'The list is unreachable.']],
      why: 'The list survived a full collection and is in the oldest generation, where gc.collect(0) does not look.',
    },
  },
  {
    id: 'by-itself',
    title: 'The collector starts by itself',
    system: 'S4',
    aim: 'Nobody calls it: the number of new objects does.',
    steps: [
      run('A lower threshold, to see it sooner.', 'gc.set_threshold(50, 10, 10)'),
      run(
        'A function that leaves cycles behind.',
        'def leak(n):\n    for i in range(n):\n        a = []\n        a.append(a)\n',
      ),
      run('20 cycles, and nothing happens yet. They lie in the heap as leaked.', 'leak(20)'),
      run(
        '40 more are too many: the youngest generation is collected in the middle of the loop.',
        'leak(40)',
      ),
      run(
        'What came after that collection is still there. The default again.',
        'gc.set_threshold(700, 10, 10)',
      ),
      run('The rest goes with a collection by hand.', 'gc.collect()'),
    ],
    question: {
      belief: 'The collector runs at regular times.',
      code: "import gc\nbefore = gc.get_stats()[0]['collections']\nkeep = [[] for i in range(5000)]\ngc.get_stats()[0]['collections'] > before",
      right: 'True',
      wrong: [['False', 'No time has passed.']],
      why: 'A collection starts when the objects made outnumber those freed by the threshold, here several times.',
    },
  },
  {
    id: 'watched',
    title: 'What the collector looks at',
    system: 'S4',
    aim: 'Only what could be part of a cycle is tracked.',
    steps: [
      run('A number refers to nothing. It is never in a cycle.', 'gc.is_tracked(1000)'),
      run('Neither is a text.', "gc.is_tracked('abc')"),
      run('A list could hold itself one day, so it is tracked from birth.', 'gc.is_tracked([])'),
      run('A dict with numbers only: not yet.', "d = {'a': 1}"),
      run('It says so.', 'gc.is_tracked(d)'),
      run('With a list in it, it could be part of a cycle.', "d['b'] = []"),
      run('From now on it is tracked.', 'gc.is_tracked(d)'),
    ],
    question: {
      belief: 'The collector looks at every object.',
      code: "import gc\n[gc.is_tracked(x) for x in (1.5, 'a', [], {})]",
      right: '[False, False, True, False]',
      wrong: [
        ['[True, True, True, True]', 'Every object is looked at.'],
        ['[False, False, True, True]', 'Every container is looked at.'],
      ],
      why: 'Numbers and texts hold nothing. An empty dict is not tracked before something that could hold it comes in.',
    },
  },
  {
    id: 'switched-off',
    title: 'The collector switched off',
    system: 'S4',
    aim: 'Counting goes on without it. Only cycles stay.',
    steps: [
      run('From now on nothing is collected by itself.', 'gc.disable()'),
      run('Lists without cycles are freed at once, as ever.', 'for i in range(1000): a = [i]\n'),
      run('1000 small rings, far above the threshold of 700.', 'for i in range(1000): a = []; a.append(a)\n'),
      run('The last one has a name; without it all 1000 are leaked.', 'del a'),
      run('By hand it still works: 1000 objects.', 'gc.collect()'),
      run('On again.', 'gc.enable()'),
    ],
    question: {
      belief: 'Without the collector nothing is freed.',
      code: "import gc\nclass Thing:\n    def __del__(self): print('gone')\n\ngc.disable()\na = Thing()\ndel a",
      right: 'gone',
      wrong: [['nothing', 'The collector is switched off.']],
      why: 'The count reached zero. That needs no collector.',
    },
  },
  {
    id: 'last-words',
    title: 'Last words',
    system: 'S4',
    aim: 'The collector lets every object say goodbye before any of them is taken apart.',
    steps: [
      run(
        'Two friends who greet each other when they go.',
        "class Friend:\n    def __init__(self, name):\n        self.name = name\n    def __del__(self):\n        print(self.name, 'leaves', self.friend.name)\n",
      ),
      run('Two of them.', "a, b = Friend('ana'), Friend('ben')"),
      run('They know each other.', 'a.friend, b.friend = b, a'),
      run('And are forgotten.', 'del a, b'),
      run(
        'Both can still name the other: first all finalisers run, then the cycle is cleared.',
        'gc.collect()',
      ),
    ],
    question: {
      belief: 'Objects with __del__ in a cycle are never freed.',
      code: "import gc\nclass Node:\n    def __del__(self): print('bye', end=' ')\n\na = Node(); a.me = a\ndel a\nn = gc.collect()",
      right: 'bye',
      wrong: [['nothing', 'The collector leaves them alone.']],
      why: 'They are collected like others; their finalisers are called first.',
    },
  },
];
