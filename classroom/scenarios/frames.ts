/** S7: names live in frames, objects in the heap. */
import { run, type Scenario } from './scenario.ts';

export const FRAMES: readonly Scenario[] = [
  {
    id: 'locals',
    title: 'A name goes, the object stays',
    system: 'S7',
    aim: 'A call’s names end with it. What they referred to ends only if nobody else refers to it.',
    steps: [
      run(
        'A function with two locals, of which it gives back one.',
        "def make():\n    kept = ['kept']\n    lost = ['lost']\n    return kept\n",
      ),
      run('After the call one list is there and the other is gone.', 'a = make()'),
      run('The list never lay on a stack: only the name `kept` did.', 'a'),
      run('A second call has names of its own, and makes a list of its own.', 'make() is a'),
    ],
    question: {
      belief: 'A list made in a function dies with the call.',
      code: "def make():\n    x = ['made']\n    return x\n\nmake()",
      right: "['made']",
      wrong: [
        ['[]', 'It is emptied when the call ends.'],
        ['None', 'It is gone when the call ends.'],
      ],
      why: 'The name `x` goes. The list is handed on by its address.',
    },
  },
  {
    id: 'deep-call',
    title: 'Every call on the way holds on',
    system: 'S7',
    aim: 'A recursion keeps as many references to its argument as it is deep.',
    steps: [
      run(
        'A function that asks at the bottom.',
        'def down(n, x):\n    return sys.getrefcount(x) if n == 0 else down(n - 1, x)\n',
      ),
      run('A list with one name.', 'x = []'),
      run('One call: 3, as for every function.', 'down(0, x)'),
      run('10 calls deeper: 13, one more for every frame.', 'down(10, x)'),
      run('All frames are gone: 2.', 'sys.getrefcount(x)'),
    ],
    question: {
      belief: 'Handing an argument on adds no reference.',
      code: 'import sys\ndef outer(x): return inner(x)\n\ndef inner(y): return sys.getrefcount(y)\n\na = []\nouter(a)',
      right: '4',
      wrong: [
        ['2', 'Only the name and the call count.'],
        ['3', 'Only the innermost function counts.'],
      ],
      why: 'The names `a`, `x` and `y`, and the argument of `getrefcount`.',
    },
  },
  {
    id: 'suspended',
    title: 'A frame that waits',
    system: 'S7',
    aim: 'A generator keeps its frame in the heap, with its locals, until it is done.',
    steps: [
      run(
        'A function with a large local, which stops on the way.',
        'def numbers():\n    big = [0] * 1000\n    yield 1\n    yield 2\n',
      ),
      run('Calling it makes a generator. Nothing has run yet.', 'g = numbers()'),
      run('It runs up to the first yield.', 'next(g)'),
      run('The frame is suspended. Among the names you find `big`.', 'len(g.gi_frame.f_locals)'),
      run('Closing it ends the frame, and the list goes.', 'g.close()'),
      run('The generator is there, but has no frame any more.', 'g.gi_frame is None'),
    ],
    question: {
      belief: 'Locals end at a yield.',
      code: "class Thing:\n    def __del__(self): print('gone', end=' ')\n\ndef f():\n    thing = Thing()\n    yield\n\ng = f()\nnext(g)\nprint('closing', end=' '); g.close()",
      right: 'closing gone',
      wrong: [
        ['gone closing', 'The local ends at the yield.'],
        ['closing', 'The thing waits for the collector.'],
      ],
      why: 'The suspended frame keeps its locals. Closing ends it.',
    },
  },
  {
    id: 'closure',
    title: 'What a function takes along',
    system: 'S7',
    aim: 'A local that an inner function uses moves from the frame into a cell.',
    steps: [
      run(
        'A function that returns a function.',
        'def counter():\n    seen = []\n    def add(x):\n        seen.append(x)\n        return len(seen)\n    return add\n',
      ),
      run('The call is over, yet `seen` lives on, in a cell of the inner function.', 'add = counter()'),
      run('It says 1.', "add('a')"),
      run('The same list, again: 2.', "add('b')"),
      run('The way to it.', 'add.__closure__[0].cell_contents'),
      run('An answer that is a number, so that `_` lets go.', 'len(add.__closure__)'),
      run('With the function the cell goes, and with the cell the list.', 'del add'),
    ],
    question: {
      belief: 'A closure copies the values it uses.',
      code: 'def make():\n    x = 1\n    f = lambda: x\n    x = 2\n    return f\n\nmake()()',
      right: '2',
      wrong: [['1', 'The value was copied when the function was made.']],
      why: 'Both use the same cell. The function looks into it when it is called.',
    },
  },
  {
    id: 'traceback',
    title: 'An error that holds on',
    system: 'S7',
    aim: 'The last traceback keeps its frames, and the frames keep their locals.',
    steps: [
      run(
        'A function that fails with a large local at hand.',
        'def fail():\n    big = [0] * 1000\n    return 1 / 0\n',
      ),
      run('The frame of the failed call is still there, with `big`.', 'fail()'),
      run('That is where it hangs.', "'big' in sys.last_traceback.tb_next.tb_frame.f_locals"),
      run('The next error takes its place, and the list goes.', 'nobody'),
    ],
    question: {
      belief: 'After an error everything of the call is gone.',
      code: "class Thing:\n    def __del__(self): print('gone')\n\ndef f():\n    thing = Thing()\n    1 / 0\n\ntry: f()\nexcept ZeroDivisionError as e: kept = e\n",
      right: 'nothing',
      wrong: [['gone', 'The call is over.']],
      why: 'The error knows its traceback, the traceback its frame, and the frame its local.',
    },
  },
];
