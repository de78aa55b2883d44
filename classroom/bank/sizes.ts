/** Sizes and growth of objects. */
import type { BankItem } from './item.ts';

export const SIZES: readonly BankItem[] = [
  {
    id: 'getsizeof-is-shallow',
    belief: 'getsizeof counts what is inside.',
    code: 'import sys\nsys.getsizeof([[0] * 1000])',
    right: '64',
    wrong: [
      ['8120', 'All of the inner list counts.'],
      ['56', 'Items are not counted at all.'],
    ],
    why: 'A list of one item: 56 bytes and one pointer of 8. The inner list is another object.',
  },
  {
    id: 'append-reserves',
    belief: 'A list is as large as its items.',
    code: 'import sys\na = []\na.append(1)\nsys.getsizeof(a)',
    right: '88',
    wrong: [
      ['64', 'One pointer of 8 bytes on top of 56.'],
      ['56', 'An int needs no room.'],
    ],
    why: 'The first append makes room for four items: 56 + 4 × 8.',
  },
  {
    id: 'clear-gives-back',
    belief: 'clear() keeps the room of a list.',
    code: 'import sys\na = [0] * 1000\na.clear()\nsys.getsizeof(a)',
    right: '56',
    wrong: [
      ['8056', 'The room is kept for later.'],
      ['88', 'Room for four items stays.'],
    ],
    why: 'clear() gives the array of items back; the empty list has 56 bytes.',
  },
  {
    id: 'deleting-keys-keeps-the-table',
    belief: 'A dict shrinks when keys are deleted.',
    code: 'import sys\nd = {i: None for i in range(1000)}\nbefore = sys.getsizeof(d)\nfor i in range(999): del d[i]\n\nsys.getsizeof(d) == before',
    right: 'True',
    wrong: [['False', 'The table shrinks with its entries.']],
    why: 'Deleting leaves the table as it is. clear(), or building a new dict, gives memory back.',
  },
  {
    id: 'empty-and-first-key',
    belief: 'One key more is a few bytes more.',
    code: 'import sys\nsys.getsizeof({1: 1}) - sys.getsizeof({})',
    right: '160',
    wrong: [
      ['24', 'A hash, a key and a value.'],
      ['0', 'Room is there from the start.'],
    ],
    why: 'An empty dict shares one empty table. The first key makes a table for five: 224 against 64 bytes.',
  },
  {
    id: 'int-size',
    belief: 'An int has 4 or 8 bytes.',
    code: 'import sys\nsys.getsizeof(1)',
    right: '28',
    wrong: [
      ['8', 'As in a processor’s register.'],
      ['4', 'As in C.'],
    ],
    why: 'Reference count, type and size take 24 bytes; the digit 4 more.',
  },
  {
    id: 'str-kinds',
    belief: 'Every character takes the same.',
    code: "import sys\nsys.getsizeof('a'), sys.getsizeof('€')",
    right: '(50, 76)',
    wrong: [
      ['(50, 52)', 'Three bytes of UTF-8.'],
      ['(49, 49)', 'One character each.'],
    ],
    why: 'A text of ASCII has 49 bytes and one per character; with a euro sign 74 and two per character.',
  },
  {
    id: 'slots-are-smaller',
    belief: '__slots__ saves little.',
    code: "import sys\nclass A:\n    __slots__ = ('x', 'y', 'z')\n\nsys.getsizeof(A())",
    right: '56',
    wrong: [
      ['40', 'What the collector needs is not counted.'],
      ['24', 'Three pointers and nothing else.'],
    ],
    why: 'The collector’s header, reference count and type, three slots: 16 + 16 + 3 × 8. No dict, and no room for attributes beside it.',
  },
  {
    id: 'slots-of-a-subclass',
    belief: 'A subclass of a class with __slots__ has no __dict__ either.',
    code: "class A:\n    __slots__ = ('x',)\n\nclass B(A): pass\n\nhasattr(B(), '__dict__')",
    right: 'True',
    wrong: [['False', 'Slots are inherited.']],
    why: 'Without `__slots__` of its own a subclass gives its instances a dict again.',
  },
  {
    id: 'no-weakref-to-a-list',
    belief: 'A weak reference works on anything.',
    code: "import weakref\ntry: weakref.ref([])\nexcept TypeError: print('TypeError')\n",
    right: 'TypeError',
    wrong: [
      ['nothing', 'Any object can be referred to weakly.'],
      ['ReferenceError', 'The list dies at once.'],
    ],
    why: 'An object needs room for its list of weak references. Lists, numbers and slots without `__weakref__` have none.',
  },
  {
    id: 'generator-size',
    belief: 'A generator grows with what it will give.',
    code: 'import sys\nsys.getsizeof(i for i in range(10)) == sys.getsizeof(i for i in range(10 ** 6))',
    right: 'True',
    wrong: [['False', 'A million items take more room.']],
    why: 'A generator holds its frame, not its items.',
  },
  {
    id: 'generator-holds-its-frame',
    belief: 'A generator that is not used up holds nothing.',
    code: 'import weakref\nclass Big: pass\n\ndef f():\n    big = Big(); yield weakref.ref(big)\n\ng = f(); r = next(g)\nr() is None',
    right: 'False',
    wrong: [['True', 'The local is gone after yield.']],
    why: 'The frame is suspended with its locals until the generator ends or is closed.',
  },
];
