/** The cyclic collector: what it looks at, when, and what it gives back. */
import type { BankItem } from './item.ts';

export const COLLECTING: readonly BankItem[] = [
  {
    id: 'collect-returns-objects',
    belief: 'gc.collect() returns bytes.',
    code: 'import gc\nn = gc.collect()\na = []; a.append(a); b = [a] * 100\ndel a, b\ngc.collect()',
    right: '1',
    wrong: [
      ['2', 'It counts both lists.'],
      ['56', 'It returns the bytes of a list.'],
    ],
    why: 'It returns how many unreachable objects it found. The list of `b` was freed at once by its count; only the one that holds itself waited.',
  },
  {
    id: 'self-cycle-of-an-instance',
    belief: 'An instance that holds itself is two objects, with its dict.',
    code: 'import gc\nclass N: pass\n\nn = gc.collect()\na = N(); a.me = a\ndel a\ngc.collect()',
    right: '1',
    wrong: [
      ['2', 'The instance and its dict: so it was up to 3.10.'],
      ['0', 'It is not a real cycle.'],
    ],
    why: 'From 3.11 on the attributes lie beside the instance, and no dict is made until somebody asks for it.',
  },
  {
    id: 'two-instances-in-a-cycle',
    belief: 'Two instances are four objects.',
    code: 'import gc\nclass N: pass\n\nn = gc.collect()\na = N(); b = N(); a.o = b; b.o = a\ndel a, b\ngc.collect()',
    right: '2',
    wrong: [
      ['4', 'Each has a dict.'],
      ['1', 'A cycle counts as one.'],
    ],
    why: 'Two instances, and no dict was ever made.',
  },
  {
    id: 'touched-dicts-count',
    belief: 'Looking at __dict__ changes nothing.',
    code: 'import gc\nclass N: pass\n\nn = gc.collect()\na = N(); b = N(); a.o = b; b.o = a\nd = a.__dict__; d = b.__dict__\ndel a, b, d\ngc.collect()',
    right: '4',
    wrong: [
      ['2', 'Reading makes nothing.'],
      ['3', 'Only the last dict stays.'],
    ],
    why: 'Asking for `__dict__` makes a real dict for each instance, which is found unreachable as well.',
  },
  {
    id: 'del-in-a-cycle',
    belief: '__del__ in a cycle blocks the collection.',
    code: 'import gc\nclass N:\n    def __del__(self): pass\n\nn = gc.collect()\na = N(); a.me = a\ndel a\nn = gc.collect()\nlen(gc.garbage)',
    right: '0',
    wrong: [
      ['1', 'It is put into gc.garbage: so it was before 3.4.'],
      ['2', 'Object and method are kept.'],
    ],
    why: 'Finalisers run first, then the cycle is cleared. gc.garbage stays empty.',
  },
  {
    id: 'del-runs-once',
    belief: '__del__ runs every time an object dies.',
    code: 'saved = []\ntimes = []\nclass A:\n    def __del__(self): times.append(1); saved.append(self)\n\na = A()\ndel a\nsaved.clear()\nlen(times)',
    right: '1',
    wrong: [
      ['2', 'It died twice.'],
      ['0', 'What is saved has not died.'],
    ],
    why: 'A finaliser is called once. The second time the object goes silently.',
  },
  {
    id: 'when-it-runs',
    belief: 'The collector runs on a timer or when memory is low.',
    code: 'import gc\ngc.get_threshold()',
    right: '(700, 10, 10)',
    wrong: [
      ['(0.5, 5, 50)', 'These are seconds.'],
      ['(1048576, 10, 10)', 'The first is bytes.'],
    ],
    why: 'The youngest generation is collected when allocations exceed deallocations of tracked objects by more than 700.',
  },
  {
    id: 'numbers-start-nothing',
    belief: 'Many numbers start the collector.',
    code: "import gc\nbefore = gc.get_stats()[0]['collections']\nkeep = [n * 1000 for n in range(20000)]\ngc.get_stats()[0]['collections'] - before",
    right: '0',
    wrong: [
      ['28', 'One collection per 700 objects.'],
      ['1', 'One for the list.'],
    ],
    why: 'Numbers and texts are not tracked: they cannot be part of a cycle. The list is one tracked object.',
  },
  {
    id: 'get-count-is-three-numbers',
    belief: 'get_count says how many collections there were.',
    code: 'import gc\nn = gc.collect()\nkeep = [[] for i in range(50)]\ngc.get_count()[0] >= 50',
    right: 'True',
    wrong: [['False', 'No collection ran, so it is 0.']],
    why: 'The first number is allocations minus deallocations since the last collection of the youngest generation.',
  },
  {
    id: 'young-collections-only',
    belief: 'gc.collect(0) frees any cycle.',
    code: 'import gc\na = []; a.append(a)\nn = gc.collect()\ndel a\ngc.collect(0)',
    right: '0',
    wrong: [
      ['1', 'A cycle is a cycle.'],
      ['2', 'It finds the list and its item.'],
    ],
    why: 'The list survived a full collection and is in the oldest generation. gc.collect(0) looks at the youngest only.',
  },
  {
    id: 'old-cycle-is-found',
    belief: 'What grew old is never freed.',
    code: 'import gc\na = []; a.append(a)\nn = gc.collect()\ndel a\ngc.collect(2)',
    right: '1',
    wrong: [
      ['0', 'The oldest generation is kept for ever.'],
      ['2', 'It finds the list and its item.'],
    ],
    why: 'A collection of the oldest generation looks at everything.',
  },
  {
    id: 'survivors-move',
    belief: 'Survivors stay in generation 0.',
    code: 'import gc\na = []\nn = gc.collect(0)\nany(o is a for o in gc.get_objects(generation=1))',
    right: 'True',
    wrong: [['False', 'They stay where they are.']],
    why: 'Who survives a collection of generation 0 moves to 1, then to 2, and stays there.',
  },
  {
    id: 'get-objects-is-not-all',
    belief: 'gc.get_objects() lists every object.',
    code: 'import gc\nn = 10 ** 20\nany(o is n for o in gc.get_objects())',
    right: 'False',
    wrong: [['True', 'It lists all objects.']],
    why: 'It lists the tracked containers. Numbers, texts and the like are not among them.',
  },
  {
    id: 'dict-of-numbers-is-untracked',
    belief: 'Every dict is tracked.',
    code: "import gc\ngc.is_tracked({'a': 1}), gc.is_tracked({'a': []})",
    right: '(False, True)',
    wrong: [
      ['(True, True)', 'A dict is a container.'],
      ['(False, False)', 'Literals are constants.'],
    ],
    why: 'A dict is tracked from the moment that it holds something which could be part of a cycle.',
  },
  {
    id: 'tuple-of-numbers-is-untracked-later',
    belief: 'A tuple stays tracked.',
    code: 'import gc\nx = 1\nt = (x, x)\nn = gc.collect()\ngc.is_tracked(t)',
    right: 'False',
    wrong: [['True', 'A tuple is a container.']],
    why: 'When the collector sees that a tuple holds nothing that could make a cycle, it stops tracking it.',
  },
  {
    id: 'callback-of-a-dying-weakref',
    belief: 'The callback of a weak reference always runs.',
    code: 'import gc, weakref\nclass N: pass\n\nsaid = []\na = N(); a.r = weakref.ref(a, lambda r: said.append(1)); a.me = a\ndel a\nn = gc.collect()\nlen(said)',
    right: '0',
    wrong: [
      ['1', 'Its object died.'],
      ['2', 'Once for the object, once for itself.'],
    ],
    why: 'The weak reference is part of the same garbage: its callback is not called.',
  },
];
