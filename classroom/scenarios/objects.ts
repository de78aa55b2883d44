/** S1: what every object carries, and what its size is made of. */
import { run, type Scenario } from './scenario.ts';

export const OBJECTS: readonly Scenario[] = [
  {
    id: 'header',
    title: 'What every object carries',
    system: 'S1',
    aim: 'A value never comes alone: a count and a type stand in front of it.',
    steps: [
      run('A float is an object of the heap. Select its card and look at its bytes.', 'a = 7.5'),
      run('The type is an object as well; every float points to it.', 'type(a)'),
      run('24 bytes: 8 for the count, 8 for the type, 8 for the number itself.', 'sys.getsizeof(a)'),
      run(
        'The count is 2 while it is asked for: the name `a`, and the argument of the call.',
        'sys.getrefcount(a)',
      ),
      run('An object without a value is only the header: 16 bytes.', 'sys.getsizeof(object())'),
    ],
    question: {
      belief: 'A float takes the 8 bytes of a double.',
      code: 'import sys\nsys.getsizeof(0.1) - sys.getsizeof(object())',
      right: '8',
      wrong: [
        ['0', 'Every object has the same size.'],
        ['24', 'The header counts only for numbers.'],
      ],
      why: 'Both have the header of 16 bytes. The float adds its double, the plain object nothing.',
    },
  },
  {
    id: 'growing-numbers',
    title: 'An int grows digit by digit',
    system: 'S1',
    aim: 'Python’s ints have no largest value. They pay for it with 4 bytes for every 30 bits.',
    steps: [
      run('28 bytes: a header of 24 and one digit of 4.', 'sys.getsizeof(1)'),
      run('The largest that fits into one digit still takes 28.', 'sys.getsizeof(2 ** 30 - 1)'),
      run('One more, and a second digit is needed: 32.', 'sys.getsizeof(2 ** 30)'),
      run('A number of 301 decimal digits.', 'big = 10 ** 300'),
      run('It takes 160 bytes, and still is one object in one block.', 'sys.getsizeof(big)'),
    ],
    question: {
      belief: 'An int has 64 bits.',
      code: 'import sys\nsys.getsizeof(2 ** 60) - sys.getsizeof(2 ** 59)',
      right: '4',
      wrong: [
        ['0', 'Both fit into 64 bits.'],
        ['8', 'Ints grow in words of 8 bytes.'],
      ],
      why: 'A digit holds 30 bits. 2 ** 60 is the first number that needs three of them.',
    },
  },
  {
    id: 'wide-text',
    title: 'One character makes a text wide',
    system: 'S1',
    aim: 'All characters of a text take as much as its widest one.',
    steps: [
      run('100 letters of ASCII: 49 bytes of header and 1 byte each.', "sys.getsizeof('a' * 100)"),
      run('A euro sign needs 2 bytes, so all 101 characters get 2.', "sys.getsizeof('a' * 100 + '€')"),
      run('A face needs 4, and again all of them pay.', "sys.getsizeof('a' * 100 + '🙂')"),
      run(
        'As bytes each ASCII letter is a byte again, and the header is smaller.',
        "sys.getsizeof(b'a' * 100)",
      ),
    ],
    question: {
      belief: 'A single wide character costs only itself.',
      code: "import sys\nsys.getsizeof('a' * 1000 + '🙂') > 4 * 1000",
      right: 'True',
      wrong: [['False', 'Only the face takes 4 bytes.']],
      why: 'Characters are found by their index, so all of one text are equally wide: here 4 bytes.',
    },
  },
  {
    id: 'list-growth',
    title: 'How a list grows',
    system: 'S1',
    aim: 'Room is asked for ahead, so that most appends need no new memory.',
    steps: [
      run('An empty list has no room for items yet.', 'a = []'),
      run('56 bytes: headers, length, and where the items are.', 'sys.getsizeof(a)'),
      run('The first append asks for room for 4.', 'a.append(1)'),
      run('56 and 4 addresses of 8 bytes: 88.', 'sys.getsizeof(a)'),
      run('The second takes a place that is there already.', 'a.append(2)'),
      run('Still 88.', 'sys.getsizeof(a)'),
      run('3 more are one too many for the 4 places.', 'a.extend([3, 4, 5])'),
      run('There are 8 places now: 56 + 8 × 8.', 'sys.getsizeof(a)'),
    ],
    question: {
      belief: 'Every append makes the list larger.',
      code: 'import sys\na = []\nsizes = set()\nfor i in range(16): a.append(i); sizes.add(sys.getsizeof(a))\n\nlen(sizes)',
      right: '3',
      wrong: [
        ['16', 'Each append asks for 8 bytes.'],
        ['5', 'The room doubles.'],
      ],
      why: 'There is room for 4, then for 8, then for 16 items: three sizes for sixteen appends.',
    },
  },
  {
    id: 'addresses-not-copies',
    title: 'A container holds addresses',
    system: 'S1',
    aim: 'A list of large things is as small as a list of small things.',
    steps: [
      run('A text of 10000 characters.', "text = 'x' * 10000"),
      run('It takes 10049 bytes.', 'sys.getsizeof(text)'),
      run('A list with it three times: three arrows to one object.', 'many = [text, text, text]'),
      run('80 bytes: 56, and three addresses of 8.', 'sys.getsizeof(many)'),
      run('5: the name, three places in the list, and the call.', 'sys.getrefcount(text)'),
    ],
    question: {
      belief: 'Putting an object into a list copies it.',
      code: 'row = [0]\ntable = [row, row]\ntable[0].append(1)\ntable[1]',
      right: '[0, 1]',
      wrong: [
        ['[0]', 'The table has two lists.'],
        ['[0, 0]', 'Appending puts in what was there.'],
      ],
      why: 'Both places hold the address of the same list.',
    },
  },
];
