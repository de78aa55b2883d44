/** S8: two ways of doing the same, measured: how much memory is held, and how much was needed on the way. */
import { run, type Scenario } from './scenario.ts';

export const LEANER: readonly Scenario[] = [
  {
    id: 'list-or-generator',
    title: 'List or generator',
    system: 'S8',
    aim: 'A list holds all its items at once. A generator makes them one by one.',
    steps: [
      run('A list of 1000 squares.', 'squares = [i * i for i in range(1000)]'),
      run('Its addresses alone take 8856 bytes.', 'sys.getsizeof(squares)'),
      run('The same squares as a generator.', 'lazy = (i * i for i in range(1000))'),
      run(
        'It has a frame and no items: 208 bytes, and as many for a million squares.',
        'sys.getsizeof(lazy)',
      ),
      {
        kind: 'compare',
        say: 'The sum is the same. The list had to exist as a whole before it could be added up.',
        given: [],
        before: { title: 'List', run: ['total = sum([i * i for i in range(30000)])', 'total'] },
        after: { title: 'Generator', run: ['total = sum(i * i for i in range(30000))', 'total'] },
      },
    ],
    question: {
      belief: 'A generator can be gone through as often as a list.',
      code: 'g = (i for i in range(3))\nsum(g), sum(g)',
      right: '(3, 0)',
      wrong: [
        ['(3, 3)', 'It starts again.'],
        ['(0, 0)', 'Nothing was made yet.'],
      ],
      why: 'It keeps nothing that it gave. After the first sum it is used up.',
    },
  },
  {
    id: 'slots',
    title: 'With __slots__ and without',
    system: 'S8',
    aim: 'Named slots take the place of an attribute table in every instance.',
    steps: [
      run(
        'A point as usual.',
        'class Point:\n    def __init__(self, x, y):\n        self.x = x\n        self.y = y\n',
      ),
      run('One point. Its attributes lie in a table of their own: see its bytes.', 'p = Point(1, 2)'),
      run(
        'A point with slots.',
        "class Slim:\n    __slots__ = ('x', 'y')\n    def __init__(self, x, y):\n        self.x = x\n        self.y = y\n",
      ),
      run('Its attributes lie in the object itself.', 's = Slim(1, 2)'),
      run('48 bytes, and that is all of it.', 'sys.getsizeof(s)'),
      {
        kind: 'compare',
        say: '1000 points each. The instances with slots are one block, the others two.',
        given: [
          'class Point:\n    def __init__(self, x, y):\n        self.x = x\n        self.y = y\n',
          "class Slim:\n    __slots__ = ('x', 'y')\n    def __init__(self, x, y):\n        self.x = x\n        self.y = y\n",
        ],
        before: { title: '__dict__', run: ['points = [Point(i, i) for i in range(1000)]'] },
        after: { title: '__slots__', run: ['points = [Slim(i, i) for i in range(1000)]'] },
      },
    ],
    question: {
      belief: 'Slots are only a hint.',
      code: "class Slim:\n    __slots__ = ('x',)\n\ns = Slim()\ntry: s.y = 1\nexcept AttributeError: print('no place for y')\n",
      right: 'no place for y',
      wrong: [['nothing', 'An attribute can always be added.']],
      why: 'Without a `__dict__` there is nowhere to put another attribute.',
    },
  },
  {
    id: 'weak-parent',
    title: 'A strong or a weak parent',
    system: 'S8',
    aim: 'A child that knows its parent weakly makes no cycle: the tree dies with its root.',
    steps: [
      run(
        'A tree whose children hold their parent weakly.',
        'class Tree:\n    def __init__(self, parent=None):\n        self.parent = parent and weakref.ref(parent)\n        self.children = []\n        if parent is not None:\n            parent.children.append(self)\n',
      ),
      run(
        'A root with one child. The way up is drawn dashed: it does not count.',
        'root = Tree(); child = Tree(root)',
      ),
      run('It is called to get the parent.', 'child.parent() is root'),
      run('The root dies at once, and the child’s way up leads nowhere.', 'del root'),
      run('No parent any more.', 'child.parent() is None'),
      {
        kind: 'compare',
        say: '100 small trees are built and forgotten. With strong parents they wait for the collector, with weak ones they are gone.',
        given: [
          'class Strong:\n    def __init__(self, parent):\n        self.parent = parent\n        self.children = []\n',
          'class Weak:\n    def __init__(self, parent):\n        self.parent = parent and weakref.ref(parent)\n        self.children = []\n',
          'def build(kind):\n    root = kind(None)\n    for i in range(3):\n        root.children.append(kind(root))\n',
        ],
        before: { title: 'Strong parent', run: ['for i in range(100): build(Strong)\n'] },
        after: { title: 'Weak parent', run: ['for i in range(100): build(Weak)\n'] },
      },
    ],
    question: {
      belief: 'A weak reference keeps its object for a while.',
      code: 'import weakref\nclass Node: pass\n\nw = weakref.ref(Node())\nw() is None',
      right: 'True',
      wrong: [['False', 'It is there until the collector comes.']],
      why: 'It does not count. The node was freed at the end of the call.',
    },
  },
  {
    id: 'join',
    title: 'Adding texts or joining them',
    system: 'S8',
    aim: 'A text cannot change: adding to it makes a new one, joining makes only the last.',
    steps: [
      run('A text.', "a = 'one'"),
      run('A second name for it.', 'b = a'),
      run('Adding makes another text; `b` still has the old one.', "a += ' two'"),
      run('They are two objects.', 'a is b'),
      {
        kind: 'compare',
        say: 'A text of 2000 pieces, kept at each step or put together at the end. Adding copies what is there again and again.',
        given: [
          "parts = ['ab'] * 2000",
          "def add():\n    text = ''\n    for part in parts:\n        last, text = text, text + part\n    return text\n",
        ],
        before: { title: 'Adding', run: ['text = add()', 'len(text)'] },
        after: { title: 'Joining', run: ["text = ''.join(parts)", 'len(text)'] },
      },
    ],
    question: {
      belief: '+= changes a text in place.',
      code: "a = 'one'\nb = a\na += ' two'\nb",
      right: "'one'",
      wrong: [["'one two'", 'Both names have the same text.']],
      why: '`+=` makes a new text and gives it to the name `a`.',
    },
  },
  {
    id: 'interning',
    title: 'Equal texts, one object',
    system: 'S8',
    aim: 'Texts made at run time are all kept, however equal, unless they are interned.',
    steps: [
      run(
        'Two equal texts, each put together anew.',
        "a = ''.join(['red', ' ', 'car']); b = ''.join(['red', ' ', 'car'])",
      ),
      run('Equal, and two objects.', 'a == b, a is b'),
      run('Interning gives the one that is known already.', 'a, b = sys.intern(a), sys.intern(b)'),
      run('Now they are one.', 'a is b'),
      {
        kind: 'compare',
        say: '1000 answers, of which only 3 differ.',
        given: ["words = ['yes please', 'no thanks', 'not sure']"],
        before: {
          title: 'As they come',
          run: ["answers = [''.join(list(words[i % 3])) for i in range(1000)]"],
        },
        after: {
          title: 'Interned',
          run: ["answers = [sys.intern(''.join(list(words[i % 3]))) for i in range(1000)]"],
        },
      },
    ],
    question: {
      belief: 'Equal texts are always one object.',
      code: "a = ''.join(['x', 'y'])\nb = ''.join(['x', 'y'])\na == b, a is b",
      right: '(True, False)',
      wrong: [
        ['(True, True)', 'Python knows the text already.'],
        ['(False, False)', 'Other objects are never equal.'],
      ],
      why: 'What is made at run time is a new object, even where an equal one exists.',
    },
  },
  {
    id: 'tuple-or-list',
    title: 'Tuple or list',
    system: 'S8',
    aim: 'What never changes needs no room to grow.',
    steps: [
      run('A list: a header, and a block for the addresses.', 'a = [1.5, 2.5, 3.5]'),
      run('88 bytes in two blocks.', 'sys.getsizeof(a)'),
      run('A tuple: everything in one block.', 'b = (1.5, 2.5, 3.5)'),
      run('64 bytes.', 'sys.getsizeof(b)'),
      {
        kind: 'compare',
        say: '2000 pairs. Tuples of numbers are also no longer looked at by the collector.',
        given: [],
        before: { title: 'Lists', run: ['pairs = [[i, i] for i in range(2000)]'] },
        after: { title: 'Tuples', run: ['pairs = [(i, i) for i in range(2000)]'] },
      },
    ],
    question: {
      belief: 'A copy of a tuple takes as much as the tuple.',
      code: 'a = (1, 2)\nb = tuple(a)\nc = [1, 2]\nd = list(c)\na is b, c is d',
      right: '(True, False)',
      wrong: [
        ['(False, False)', 'A copy is another object.'],
        ['(True, True)', 'Equal things are shared.'],
      ],
      why: 'A tuple cannot change, so it is its own copy. A list has to be copied.',
    },
  },
  {
    id: 'bytes-or-list',
    title: 'Small numbers as bytes',
    system: 'S8',
    aim: 'A list spends 8 bytes on the address of a number that fits into one.',
    steps: [
      run('100 zeros in a list.', 'a = [0] * 100'),
      run('856 bytes.', 'sys.getsizeof(a)'),
      run('100 zeros in a bytearray.', 'b = bytearray(100)'),
      run('157 bytes: a header, 100 bytes, and one at the end.', 'sys.getsizeof(b)'),
      {
        kind: 'compare',
        say: '10000 counters that never pass 255.',
        given: [],
        before: {
          title: 'List',
          run: ['counts = [0] * 10000', 'for i in range(500): counts[i % 100] += 1\n'],
        },
        after: {
          title: 'bytearray',
          run: ['counts = bytearray(10000)', 'for i in range(500): counts[i % 100] += 1\n'],
        },
      },
    ],
    question: {
      belief: 'A bytearray takes any number.',
      code: "b = bytearray(1)\ntry: b[0] = 256\nexcept ValueError: print('too large')\n",
      right: 'too large',
      wrong: [['nothing', 'It grows.']],
      why: '256 is one more than a byte can hold.',
    },
  },
  {
    id: 'temporaries',
    title: 'Lists on the way',
    system: 'S8',
    aim: 'A chain of steps need not make a list at each.',
    steps: [
      run('Numbers.', 'numbers = range(10)'),
      run('A list of the even ones …', 'even = [n for n in numbers if n % 2 == 0]'),
      run('… and a list of their squares.', 'squares = [n * n for n in even]'),
      run('120 is what was wanted.', 'sum(squares)'),
      {
        kind: 'compare',
        say: 'The same over 10000 numbers. Generators hand each number through the whole chain before the next one is made.',
        given: ['numbers = range(10000)'],
        before: {
          title: 'A list at each step',
          run: [
            'even = [n for n in numbers if n % 2 == 0]',
            'squares = [n * n for n in even]',
            'total = sum(squares)',
          ],
        },
        after: {
          title: 'A chain of generators',
          run: [
            'even = (n for n in numbers if n % 2 == 0)',
            'squares = (n * n for n in even)',
            'total = sum(squares)',
          ],
        },
      },
    ],
    question: {
      belief: 'Generators work step by step over everything.',
      code: "def say(n): print(n, end=' '); return n\n\na = (say(n) for n in (1, 2))\nb = [say(n * 10) for n in a]",
      right: '1 10 2 20',
      wrong: [
        ['1 2 10 20', 'First one step, then the other.'],
        ['10 20', 'The first step is skipped.'],
      ],
      why: 'The second step asks for one number, and the first makes just that one.',
    },
  },
  {
    id: 'reuse',
    title: 'Using one list again',
    system: 'S8',
    aim: 'What is needed in every round can be made once.',
    steps: [
      run('A buffer.', 'row = bytearray(1000)'),
      run('Its address.', 'at = id(row)'),
      run('Filled anew in place: no new object.', 'row[:] = bytes(1000)'),
      run('It is the same buffer.', 'id(row) == at'),
      {
        kind: 'compare',
        say: '200 rounds with a new list each, or with one that is filled again.',
        given: [
          'def anew():\n    for i in range(200):\n        row = [0] * 50\n        row[0] = i\n    return row\n',
          'def again():\n    row = [0] * 50\n    for i in range(200):\n        row[0] = i\n    return row\n',
        ],
        before: { title: 'A new list each round', run: ['last = anew()'] },
        after: { title: 'One list', run: ['last = again()'] },
      },
    ],
    question: {
      belief: 'A list that is used again is as good as a new one.',
      code: 'rows = []\nrow = [0]\nfor i in range(3): row[0] = i; rows.append(row)\n\nrows',
      right: '[[2], [2], [2]]',
      wrong: [
        ['[[0], [1], [2]]', 'Each round keeps its own.'],
        ['[[0], [0], [0]]', 'The first stays.'],
      ],
      why: 'All places hold the same list. Use one again only where nobody keeps it.',
    },
  },
  {
    id: 'weak-cache',
    title: 'A cache that lets go',
    system: 'S8',
    aim: 'A cache that holds its entries strongly never shrinks.',
    steps: [
      run('A page.', 'class Page: pass\n'),
      run('A cache whose values are held weakly.', 'cache = weakref.WeakValueDictionary()'),
      run('A page in it.', "page = cache['home'] = Page()"),
      run('It is found as long as somebody uses it.', "cache['home'] is page"),
      run('Nobody uses it any more.', 'del page'),
      run('And the cache has forgotten it.', 'len(cache)'),
      {
        kind: 'compare',
        say: '200 pages are made, and 1 is still in use at the end.',
        given: ['class Page: pass\n', 'strong = {}', 'weak = weakref.WeakValueDictionary()'],
        before: { title: 'dict', run: ['for i in range(200): page = strong[i] = Page()\n', 'len(strong)'] },
        after: {
          title: 'WeakValueDictionary',
          run: ['for i in range(200): page = weak[i] = Page()\n', 'len(weak)'],
        },
      },
    ],
    question: {
      belief: 'A cache holds what was put into it.',
      code: "import weakref\nclass Page: pass\n\ncache = weakref.WeakValueDictionary()\ncache['home'] = Page()\nlen(cache)",
      right: '0',
      wrong: [['1', 'The page is in the cache.']],
      why: 'Nothing else referred to the page, so that it died at the end of the statement.',
    },
  },
  {
    id: 'breaking-cycles',
    title: 'Breaking a cycle by hand',
    system: 'S8',
    aim: 'Who knows where a ring closes can open it, and counting does the rest.',
    steps: [
      run('Two nodes that know each other.', 'class Node: pass\n'),
      run('A ring of two.', 'a, b = Node(), Node(); a.other, b.other = b, a'),
      run('It is opened at one place.', 'a.other = None'),
      run('The names go, and both nodes with them.', 'del a, b'),
      run('Nothing is left for the collector: 0.', 'gc.collect()'),
      {
        kind: 'compare',
        say: '1000 rings, left to the collector or opened by hand. Of those left closed the newest still wait for it.',
        given: [
          'class Node: pass\n',
          'def ring():\n    a, b = Node(), Node()\n    a.other, b.other = b, a\n    return a\n',
        ],
        before: { title: 'Left closed', run: ['for i in range(1000): r = ring()\n'] },
        after: { title: 'Opened', run: ['for i in range(1000): r = ring(); r.other = None\n'] },
      },
    ],
    question: {
      belief: 'All references of a ring have to be removed.',
      code: "class Node:\n    def __del__(self): print('gone', end=' ')\n\na, b, c = Node(), Node(), Node()\na.next, b.next, c.next = b, c, a\nb.next = None\ndel a, b, c",
      right: 'gone gone gone',
      wrong: [
        ['gone', 'Only the one that was let go.'],
        ['nothing', 'The others still hold each other.'],
      ],
      why: 'Where the ring is open, its end has no reference any more. It dies, and the others after it.',
    },
  },
];
