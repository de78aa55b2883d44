/** Reference counts: what counts, what frees. */
import type { BankItem } from './item.ts';

export const COUNTING: readonly BankItem[] = [
  {
    id: 'count-of-one-name',
    belief: 'getrefcount gives the number of names.',
    code: 'import sys\nx = []\nsys.getrefcount(x)',
    right: '2',
    wrong: [
      ['1', 'Only names count.'],
      ['3', 'The call needs two references of its own.'],
    ],
    why: 'The name `x` is one reference, the argument of the call is the second.',
  },
  {
    id: 'count-of-no-name',
    belief: 'getrefcount([]) is 2.',
    code: 'import sys\nsys.getrefcount([])',
    right: '1',
    wrong: [
      ['0', 'Without a name nothing counts.'],
      ['2', 'The call always adds one to a name.'],
    ],
    why: 'Nothing refers to the new list but the argument itself.',
  },
  {
    id: 'count-inside-a-function',
    belief: 'Inside a function it is one more on the stack as well.',
    code: 'import sys\ndef f(x):\n    return sys.getrefcount(x)\n\na = []\nf(a)',
    right: '3',
    wrong: [
      ['2', 'The parameter is the same reference as the name outside.'],
      ['4', 'The stack of the caller counts too: so it was up to 3.10.'],
    ],
    why: 'The name `a`, the parameter `x`, and the argument of getrefcount. From 3.11 on the caller’s stack gives its reference to the parameter.',
  },
  {
    id: 'count-of-a-small-int',
    belief: 'A number used twice has a count of 2.',
    code: 'import sys\na = 1\nb = 1\nsys.getrefcount(1) > 1000',
    right: 'True',
    wrong: [['False', 'Every 1 is an object of its own.']],
    why: 'There is one object for 1, and the whole interpreter refers to it. Only from 3.12 on is its count fixed.',
  },
  {
    id: 'del-removes-a-name',
    belief: 'del frees the object.',
    code: 'a = [1, 2]\nb = a\ndel a\nb',
    right: '[1, 2]',
    wrong: [
      ['[]', 'del empties the object.'],
      ['NameError', 'With the object every name of it goes.'],
    ],
    why: '`del` takes away the name `a`. The list lives because `b` refers to it.',
  },
  {
    id: 'freed-at-once',
    belief: 'An object waits for the collector.',
    code: "import gc\ngc.disable()\nclass A:\n    def __del__(self): print('gone')\n\na = A()\na = None",
    right: 'gone',
    wrong: [
      ['nothing', 'Only the collector frees, and it is switched off.'],
      ['an error', 'Nothing may be freed while the collector is off.'],
    ],
    why: 'At the count 0 the object is freed there and then. The collector has no part in it.',
  },
  {
    id: 'cycle-keeps-its-count',
    belief: 'Two lists that lose their names are freed.',
    code: 'import weakref\nclass N: pass\n\na = N(); b = N(); a.o = b; b.o = a\nr = weakref.ref(a)\ndel a, b\nr() is None',
    right: 'False',
    wrong: [['True', 'Without names the counts are 0.']],
    why: 'Each still counts 1, because the other refers to it. Reference counting alone never frees a cycle.',
  },
  {
    id: 'cycle-is-collected',
    belief: 'Cycles leak for ever.',
    code: 'import gc, weakref\nclass N: pass\n\na = N(); a.me = a\nr = weakref.ref(a)\ndel a\nn = gc.collect()\nr() is None',
    right: 'True',
    wrong: [['False', 'What refers to itself is never freed.']],
    why: 'The collector subtracts the references from inside; none is left, so the object goes.',
  },
  {
    id: 'list-times-shares',
    belief: '[[]] * 5 makes five lists.',
    code: 'rows = [[]] * 5\nrows[0].append(1)\nsum(len(row) for row in rows)',
    right: '5',
    wrong: [
      ['1', 'Each row is a list of its own.'],
      ['0', 'append on a copy changes nothing.'],
    ],
    why: 'The outer list holds the same inner list five times.',
  },
  {
    id: 'instances-hold-their-class',
    belief: 'An instance does not touch its class.',
    code: 'import sys\nclass A: pass\n\nbefore = sys.getrefcount(A)\nkeep = [A() for i in range(10)]\nsys.getrefcount(A) - before',
    right: '10',
    wrong: [
      ['0', 'A class is not held by its instances.'],
      ['1', 'All instances share one reference.'],
    ],
    why: 'Every instance of a class made in Python owns a reference to it.',
  },
  {
    id: 'loop-variable-stays',
    belief: 'The loop variable ends with the loop.',
    code: 'for i in [1, 2, 3]: pass\n\ni',
    right: '3',
    wrong: [
      ['NameError', 'It belongs to the loop.'],
      ['None', 'It is emptied at the end.'],
    ],
    why: 'A loop makes no scope. The name keeps the last item alive.',
  },
  {
    id: 'except-name-goes',
    belief: 'The name of an exception stays like a loop variable.',
    code: "try: 1 / 0\nexcept ZeroDivisionError as e: pass\n\n'e' in globals()",
    right: 'False',
    wrong: [['True', 'Names stay until they are deleted.']],
    why: 'Python deletes the name at the end of the clause: the exception holds the frame, the frame would hold the exception.',
  },
  {
    id: 'traceback-keeps-locals',
    belief: 'Catching an exception frees the function’s locals.',
    code: 'import weakref\nclass Big: pass\n\ndef f():\n    global r\n    big = Big(); r = weakref.ref(big)\n    1 / 0\n\ntry: f()\nexcept ZeroDivisionError as e: kept = e\n\nr() is None',
    right: 'False',
    wrong: [['True', 'The function is over, so its locals are gone.']],
    why: 'The exception holds its traceback, the traceback the frame, and the frame its locals.',
  },
  {
    id: 'weakref-does-not-count',
    belief: 'A weak reference counts.',
    code: 'import sys, weakref\nclass A: pass\n\na = A()\nr = weakref.ref(a)\nsys.getrefcount(a)',
    right: '2',
    wrong: [
      ['3', 'A reference is a reference.'],
      ['1', 'A weak reference takes one away.'],
    ],
    why: 'The name and the argument count. A weak reference sees its object and does not hold it.',
  },
];
