/** S2: counts go up and down with every statement, and what reaches zero is freed at once. */
import { run, type Scenario } from './scenario.ts';

export const COUNTS: readonly Scenario[] = [
  {
    id: 'counting',
    title: 'Counting references',
    system: 'S2',
    aim: 'Two names for one list. The list dies when the last of them goes.',
    steps: [
      run('One name, one reference: the count on the card is 1.', 'a = [1, 2, 3]'),
      run('A second name for the same list. Nothing is copied.', 'b = a'),
      run('It says 3: two names, and the argument of the call.', 'sys.getrefcount(a)'),
      run('`del` takes the name away. The list stays, `b` still has it.', 'del a'),
      run('With the last reference the list is freed, at this very moment.', 'del b'),
    ],
    question: {
      belief: 'del destroys the object.',
      code: 'a = [1]\nb = a\ndel a\nb',
      right: '[1]',
      wrong: [
        ['an error', 'The list was deleted.'],
        ['[]', 'The list was emptied.'],
      ],
      why: '`del` removes a name. The object goes only when nothing refers to it.',
    },
  },
  {
    id: 'containers-count',
    title: 'Containers refer as names do',
    system: 'S2',
    aim: 'Lists, tuples and dicts hold references of their own, one for each place.',
    steps: [
      run('One reference, by name.', 'x = []'),
      run('Two places in a list: two more.', 'l = [x, x]'),
      run('4: the name, two places in the list, and the call.', 'sys.getrefcount(x)'),
      run('A dict holds one for each value.', "d = {'k': x}"),
      run('Now it is 5.', 'sys.getrefcount(x)'),
      run('When the list dies, it lets go of both.', 'del l'),
      run('3 again: the name, the dict, the call.', 'sys.getrefcount(x)'),
    ],
    question: {
      belief: 'A container counts once, however often it holds an object.',
      code: 'import sys\nx = []\nt = (x, x, x)\nsys.getrefcount(x)',
      right: '5',
      wrong: [
        ['3', 'The tuple counts once.'],
        ['4', 'The argument of the call does not count.'],
      ],
      why: 'One name, three places in the tuple, and the argument of the call.',
    },
  },
  {
    id: 'cascade',
    title: 'One deletion, a whole chain',
    system: 'S2',
    aim: 'What dies lets go of what it held, which may die as well.',
    steps: [
      run(
        'A link that says when it goes.',
        "class Link:\n    def __init__(self, name, next):\n        self.name = name\n        self.next = next\n    def __del__(self):\n        print(self.name, 'goes')\n",
      ),
      run(
        'Three links in a row. Only the first has a name.',
        "first = Link('a', Link('b', Link('c', None)))",
      ),
      run('A second reference into the middle.', 'middle = first.next'),
      run('The first goes alone: the middle is held by a name.', 'del first'),
      run('Now the rest falls, link by link.', 'del middle'),
    ],
    question: {
      belief: 'What is inside dies first.',
      code: "class Link:\n    def __init__(self, name, next): self.name = name; self.next = next\n    def __del__(self): print(self.name, end=' ')\n\na = Link('outer', Link('inner', None))\ndel a",
      right: 'outer inner',
      wrong: [
        ['inner outer', 'First the parts, then the whole.'],
        ['outer', 'The inner one has to wait for the collector.'],
      ],
      why: 'The outer count reaches zero first. Its death takes the last reference to the inner one.',
    },
  },
  {
    id: 'rebinding',
    title: 'A new value lets go of the old',
    system: 'S2',
    aim: 'An assignment counts twice: one up for the new value, one down for the old.',
    steps: [
      run(
        'An object that says when it goes.',
        "class Thing:\n    def __del__(self):\n        print('gone')\n",
      ),
      run('A name for it.', 'a = Thing()'),
      run('The name takes another value, and nothing else held the thing.', 'a = 1'),
      run('In a list it is the same.', 'box = [Thing()]'),
      run('The place gets a new value and lets go of the old.', 'box[0] = None'),
      run('A thing that nobody keeps is gone by the end of its statement.', 'Thing() and None'),
    ],
    question: {
      belief: 'The old value goes before the new one is made.',
      code: "class Thing:\n    def __init__(self): print('made', end=' ')\n    def __del__(self): print('gone', end=' ')\n\na = Thing(); a = Thing()",
      right: 'made made gone',
      wrong: [
        ['made gone made', 'First the name is emptied.'],
        ['made made', 'The first one has to wait for the collector.'],
      ],
      why: 'The right side is worked out first, while the name still holds the old value. Only then the name moves.',
    },
  },
  {
    id: 'arguments',
    title: 'A call refers as well',
    system: 'S2',
    aim: 'While a function runs, its parameters are names like others.',
    steps: [
      run(
        'A function that asks how often its argument is referred to.',
        'def look(p):\n    return sys.getrefcount(p)\n',
      ),
      run('A list with one name.', 'x = []'),
      run('From outside it says 2.', 'sys.getrefcount(x)'),
      run('From inside 3: the parameter `p` is one more name.', 'look(x)'),
      run('When the call is over its name is gone: 2 again.', 'sys.getrefcount(x)'),
    ],
    question: {
      belief: 'An argument is passed as a copy.',
      code: 'def add(p): p.append(1)\n\nx = []\nadd(x)\nx',
      right: '[1]',
      wrong: [['[]', 'The function works on a copy.']],
      why: 'The parameter is another name for the same list.',
    },
  },
  {
    id: 'last-answer',
    title: 'The prompt remembers',
    system: 'S2',
    aim: 'What the prompt shows it keeps under the name `_`, and that counts.',
    steps: [
      run('A list with one name.', 'x = [1]'),
      run('2, as always.', 'sys.getrefcount(x)'),
      run('Showing it makes `_` refer to it.', 'x'),
      run('So now it is 3.', 'sys.getrefcount(x)'),
      run('That answer was a number, and `_` has moved on: 2.', 'sys.getrefcount(x)'),
    ],
    question: {
      belief: 'Looking at an object changes nothing.',
      code: "class Thing:\n    def __repr__(self): return 'thing'\n    def __del__(self): print('gone')\n\na = Thing()\na\ndel a",
      right: 'nothing',
      wrong: [['gone', 'The last name is deleted.']],
      why: 'The prompt’s `_` still refers to the last thing that was shown.',
    },
  },
];
