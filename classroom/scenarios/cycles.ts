/** S3: what counting alone cannot free. */
import { run, type Scenario } from './scenario.ts';

export const CYCLES: readonly Scenario[] = [
  {
    id: 'cycle',
    title: 'Two lists that hold each other',
    system: 'S3',
    aim: 'Without names they are still referred to, by each other: leaked until the collector finds them.',
    steps: [
      run('One list.', 'a = []'),
      run('And another.', 'b = []'),
      run('The first holds the second …', 'a.append(b)'),
      run('… and the second the first.', 'b.append(a)'),
      run('A name less. The list is held by the other one.', 'del a'),
      run(
        'No name leads to them any more, yet their counts are not zero. They are marked as leaked.',
        'del b',
      ),
      run('The collector finds both and frees them: 2.', 'gc.collect()'),
    ],
    question: {
      belief: 'What no name leads to is freed at once.',
      code: "class Node:\n    def __del__(self): print('gone')\n\na = Node(); b = Node()\na.other = b; b.other = a\ndel a, b",
      right: 'nothing',
      wrong: [['gone\ngone', 'No name is left.']],
      why: 'Each is still held by the other, so that neither count reaches zero.',
    },
  },
  {
    id: 'itself',
    title: 'A list in itself',
    system: 'S3',
    aim: 'The smallest cycle has one object.',
    steps: [
      run('A list.', 'a = []'),
      run('It becomes its own first item.', 'a.append(a)'),
      run('Python shows the repetition with dots.', 'a'),
      run('An answer that is a number, so that `_` lets go of the list.', '1 + 1'),
      run('The name goes, and the count stays at 1: itself.', 'del a'),
      run('The collector frees 1 object.', 'gc.collect()'),
    ],
    question: {
      belief: 'A list cannot hold itself.',
      code: 'a = []\na.append(a)\na[0] is a',
      right: 'True',
      wrong: [
        ['False', 'It holds a copy of what it was.'],
        ['an error', 'That would have no end.'],
      ],
      why: 'A place in a list holds an address, and any object will do.',
    },
  },
  {
    id: 'tree',
    title: 'A parent and its children',
    system: 'S3',
    aim: 'Each child knows its parent: a ring that counting alone does not free.',
    steps: [
      run(
        'A tree whose children know their parent.',
        'class Tree:\n    def __init__(self, parent=None):\n        self.parent = parent\n        self.children = []\n        if parent is not None:\n            parent.children.append(self)\n',
      ),
      run('A root.', 'root = Tree()'),
      run('Two children, each with a name.', 'left, right = Tree(root), Tree(root)'),
      run('Without their names the root still holds them.', 'del left, right'),
      run('Without the root’s name the children still hold the root: all of it is leaked.', 'del root'),
      run('6 objects: three trees, and their three lists.', 'gc.collect()'),
    ],
    question: {
      belief: 'Deleting the root frees the tree.',
      code: 'import gc\nclass Tree:\n    def __init__(self, parent=None): self.parent = parent; self.children = []; parent and parent.children.append(self)\n\nroot = Tree()\nchild = Tree(root)\ndel child\nn = gc.collect()\ndel root\ngc.collect()',
      right: '4',
      wrong: [
        ['0', 'Everything was freed with the name.'],
        ['1', 'Only the root is left.'],
      ],
      why: 'Two trees and their two lists hold each other, until the collector comes.',
    },
  },
  {
    id: 'long-way-round',
    title: 'A cycle through a closure',
    system: 'S3',
    aim: 'Cycles are rarely written on purpose: a callback that knows its owner makes one.',
    steps: [
      run(
        'A button gets a function that uses the button.',
        'class Button:\n    def __init__(self):\n        self.on_click = lambda: self\n',
      ),
      run('One button.', 'b = Button()'),
      run(
        'Follow the arrows: button, function, its closure, a cell, and the button again.',
        'b.on_click() is b',
      ),
      run('The name goes and the ring stays.', 'del b'),
      run('4 objects: button, function, tuple of cells, cell.', 'gc.collect()'),
    ],
    question: {
      belief: 'A function holds only its code.',
      code: "import gc\nclass Button:\n    def __init__(self): self.on_click = lambda: self\n\n    def __del__(self): print('gone')\n\nb = Button()\ndel b",
      right: 'nothing',
      wrong: [['gone', 'The button has no name any more.']],
      why: 'The function keeps what it uses in a cell, and what it uses is the button that holds it.',
    },
  },
];
