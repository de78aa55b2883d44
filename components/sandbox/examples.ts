/** Starter examples: short enough to be stepped through, each about one idea. */
export interface Example {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly statements: readonly string[];
}

export const EXAMPLES: readonly Example[] = [
  {
    id: 'counting',
    title: 'Counting references',
    about: 'Two names for one list. The list dies when the last name goes.',
    statements: ['a = [1, 2, 3]', 'b = a', 'sys.getrefcount(a)', 'del a', 'del b'],
  },
  {
    id: 'cycle',
    title: 'Two lists that hold each other',
    about: 'Without names they are still referred to, by each other: leaked until the collector finds them.',
    statements: ['a = []', 'b = []', 'a.append(b)', 'b.append(a)', 'del a', 'del b', 'gc.collect()'],
  },
  {
    id: 'generations',
    title: 'Growing old',
    about: 'What survives a collection moves one generation up and is looked at less often.',
    statements: [
      'keep = []',
      'gc.get_count()',
      'gc.collect(0)',
      'keep.append([])',
      'gc.collect(1)',
      'gc.collect(0)',
      'gc.collect()',
      'gc.get_threshold()',
    ],
  },
  {
    id: 'weak',
    title: 'A weak reference',
    about: 'It finds its object as long as somebody else keeps it, and does not count.',
    statements: ['class Node: pass\n', 'n = Node()', 'w = weakref.ref(n)', 'w() is n', 'del n', 'w()'],
  },
  {
    id: 'growth',
    title: 'How a list grows',
    about: 'Room is asked for ahead, so that most appends need no new memory.',
    statements: [
      'a = []',
      'sys.getsizeof(a)',
      'a.append(1)',
      'sys.getsizeof(a)',
      'a.append(2)',
      'sys.getsizeof(a)',
      'a.extend([3, 4, 5])',
      'sys.getsizeof(a)',
    ],
  },
  {
    id: 'tree',
    title: 'A parent and its children',
    about: 'Each child knows its parent: a ring that reference counting alone does not free.',
    statements: [
      'class Tree:\n    def __init__(self, parent=None):\n        self.parent = parent\n        self.children = []\n        if parent is not None:\n            parent.children.append(self)\n',
      'root = Tree()',
      'left = Tree(root)',
      'right = Tree(root)',
      'del left, right',
      'del root',
      'gc.collect()',
    ],
  },
];
