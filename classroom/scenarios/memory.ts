/** S5 and S6: where objects lie, what is kept for the next one and what goes back to the system. */
import { run, type Scenario } from './scenario.ts';

export const MEMORY: readonly Scenario[] = [
  {
    id: 'blocks',
    title: 'Blocks of sixteen bytes',
    system: 'S5',
    aim: 'A small object lies in a block whose size is a multiple of 16.',
    steps: [
      run('16 bytes of object in a block of 16. Look at the memory map.', 'a = object()'),
      run('24 bytes of float.', "b = float('1.5')"),
      run(
        'It lies in a block of 32, in another pool: a pool has blocks of one size only.',
        'sys.getsizeof(b)',
      ),
      run('A text of ten digits.', 't = str(1234567890)'),
      run('59 bytes, in a block of 64: the last 5 stay unused.', 'sys.getsizeof(t)'),
    ],
    question: {
      belief: 'An object can lie at any address.',
      code: 'a = object()\nid(a) % 16',
      right: '0',
      wrong: [
        ['8', 'Objects begin at multiples of 8 only.'],
        ['a different number each time', 'It lies wherever there is room.'],
      ],
      why: 'Every block begins at a multiple of 16.',
    },
  },
  {
    id: 'too-large',
    title: 'Too large for a pool',
    system: 'S5',
    aim: 'Requests of up to 512 bytes lie in pools. Larger ones go to the C library.',
    steps: [
      run('A bytes object that needs exactly 512.', 'a = bytes(479)'),
      run('512: it lies in a block of the largest size class.', 'sys.getsizeof(a)'),
      run('One byte more.', 'b = bytes(480)'),
      run('513: it lies outside the arenas, in the list below the map.', 'sys.getsizeof(b)'),
      run('A long list is split: its header lies in a pool, its items outside.', 'c = [None] * 1000'),
      run('Blocks outside go straight back when they are freed.', 'del b, c'),
    ],
    question: {
      belief: 'A large list lies in one piece.',
      code: 'c = [None] * 1000',
      asks: 'Where does this list lie?',
      right: 'Its header in a pool, its items outside the arenas',
      wrong: [
        ['All of it in a pool', 'Lists always lie in pools.'],
        ['All of it outside the arenas', 'It is larger than 512 bytes.'],
      ],
      why: 'A list is two blocks: a header of 56 bytes, and the addresses of its items, here 8000 bytes.',
    },
  },
  {
    id: 'arenas',
    title: 'An arena fills, another one opens',
    system: 'S5',
    aim: 'Memory comes from the system a mebibyte at a time.',
    steps: [
      run('One arena is enough to begin with: a mebibyte, cut into 64 pools.', 'first = object()'),
      run('10000 lists of one item. Watch the map fill.', 'keep = [[None] for i in range(10000)]'),
      run('Twice as many again: one arena is not enough.', 'more = [[None] for i in range(20000)]'),
      run('The lists go, and so do the arenas that are free altogether.', 'del keep, more'),
    ],
    question: {
      belief: 'Every object is asked for from the operating system.',
      code: '',
      asks: 'A program makes one small list. How often is the system asked for memory?',
      right: 'Hardly ever: a pool of an arena has a free block',
      wrong: [
        ['Once for the list', 'Every object is a request to the system.'],
        ['Twice: for the header and for the items', 'Every block is a request to the system.'],
      ],
      why: 'An arena holds thousands of blocks. The system is asked when it is full.',
    },
  },
  {
    id: 'used-again',
    title: 'The freed block is the next one',
    system: 'S6',
    aim: 'What dies makes room for the next object of its size, at the same address.',
    steps: [
      run('An object.', 'a = object()'),
      run('Its address.', 'old = id(a)'),
      run('It dies, and its block is free.', 'del a'),
      run('A new object of the same size.', 'b = object()'),
      run('It lies where the old one lay.', 'id(b) == old'),
      run('So an address is no identity for what is gone: only living objects differ in it.', 'del b, old'),
    ],
    question: {
      belief: 'Two different objects never have the same id.',
      code: 'id(object()) == id(object())',
      right: 'True',
      wrong: [['False', 'They are two objects.']],
      why: 'The first is freed before the second is made, and its block is used again.',
    },
  },
  {
    id: 'kept-lists',
    title: 'Lists that are kept for later',
    system: 'S6',
    aim: 'A few dead lists are not even given back to the pool.',
    steps: [
      run(
        'The first number is that of objects made and not freed since the last collection.',
        'gc.get_count()',
      ),
      run('70 lists.', 'keep = [[] for i in range(70)]'),
      run('They count as new objects.', 'gc.get_count()'),
      run('They die, and their headers wait in a free list.', 'del keep'),
      run('So for the collector they are not freed: the number does not go down.', 'gc.get_count()'),
      run('70 new lists are taken from there.', 'again = [[] for i in range(70)]'),
      run('No memory was asked for, and the number hardly moves.', 'gc.get_count()'),
    ],
    question: {
      belief: 'A dead list leaves nothing behind.',
      code: 'a = []\nold = id(a)\ndel a\nb = []\nid(b) == old',
      right: 'True',
      wrong: [['False', 'A new list gets a new place.']],
      why: 'The header of the dead list was kept and is handed to the next one.',
    },
  },
  {
    id: 'survivors',
    title: 'A few survivors keep everything',
    system: 'S6',
    aim: 'An arena goes back only when it is free altogether.',
    steps: [
      run('30000 small lists, in several arenas.', 'keep = [[i] for i in range(30000)]'),
      run('Every hundredth one stays.', 'keep = keep[::100]'),
      run(
        '300 lists are left. The map shows why hardly anything went back: they lie everywhere.',
        'len(keep)',
      ),
      run('When they go too, the arenas go.', 'del keep'),
    ],
    question: {
      belief: 'It only matters how many survive.',
      code: 'keep = [[i] for i in range(30000)]',
      asks: 'Of these lists 300 are to stay. Which 300 let more memory go back to the system?',
      right: 'The first 300: they lie side by side',
      wrong: [
        ['Every hundredth: that leaves equally large gaps', 'Gaps are given back.'],
        ['That makes no difference: 300 is 300', 'What is free goes back, wherever it lies.'],
      ],
      why: 'An arena goes back when nothing in it lives. Side by side 300 lists are in one arena, scattered in all.',
    },
  },
];
