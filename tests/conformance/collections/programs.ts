/** Heaps to collect, one idea each. Every program leaves a list `log` in which callbacks and finalizers write. */
export interface CollectionProgram {
  readonly name: string;
  readonly prepare: readonly string[];
  readonly generation: 0 | 1 | 2;
}

const CLASSES = [
  'import gc, weakref; gc.disable(); log = []',
  'class N:\n    pass\n',
  'class D:\n    def __init__(self, name): self.name = name\n    def __del__(self): log.append("del " + self.name)\n',
  'class Phoenix(D):\n    def __del__(self):\n        log.append("back " + self.name)\n        kept.append(self)\n',
  'kept = []; gc.collect()',
];

function program(name: string, generation: 0 | 1 | 2, ...statements: string[]): CollectionProgram {
  return { name, generation, prepare: [...CLASSES, ...statements] };
}

export const PROGRAMS: readonly CollectionProgram[] = [
  program('nothing', 2),
  program('a ring', 0, 'x = []; y = [x]; x.append(y)', 'del x, y'),
  program('a ring that is held', 0, 'x = []; y = [x]; x.append(y); h = [y]', 'del x, y'),
  program(
    'a ring that an older object holds',
    0,
    'h = []',
    'gc.collect(0)',
    'x = {}; x[1] = x; h.append(x); del x',
  ),
  program('a ring in an older generation', 0, 'x = []; x.append(x)', 'gc.collect(0)', 'del x'),
  program('that ring, by its own generation', 1, 'x = []; x.append(x)', 'gc.collect(0)', 'del x'),
  program('what hangs on a ring', 1, 'x = [[1], {2: []}, (3, [])]; x.append(x); del x'),
  program('held by what is made later', 0, 'x = [[], {}]; x.append(x); h = {1: (x,)}; del x'),
  program('two rings, one held', 2, 'a = N(); a.b = N(); a.b.a = a; c = N(); c.c = c; h = [a.b]; del a, c'),
  program(
    'instances with weak references',
    2,
    'n = N(); n.n = n; w = weakref.ref(n, lambda r: log.append("callback")); del n',
  ),
  program(
    'a weak reference inside the ring',
    2,
    'n = N(); n.n = n; n.w = weakref.ref(n, lambda r: log.append("never")); del n',
  ),
  program(
    'two callbacks',
    1,
    'a = N(); a.b = N(); a.b.a = a',
    'v = weakref.ref(a, lambda r: log.append("a")); w = weakref.ref(a.b, lambda r: log.append("b"))',
    'del a',
  ),
  program(
    'finalizers in order',
    2,
    'a = D("a"); b = D("b"); c = D("c"); a.x = b; b.x = c; c.x = a',
    'del a, b, c',
  ),
  program(
    'finalizers in order, made in another one',
    2,
    'c = D("c"); a = D("a"); b = D("b"); a.x = b; b.x = c; c.x = a',
    'del b, a, c',
  ),
  program('resurrection', 2, 'p = Phoenix("p"); p.p = p; q = N(); q.q = q; q.d = D("d")', 'del p, q'),
  program(
    'resurrection of what it refers to',
    2,
    'p = Phoenix("p"); p.p = p; p.n = [N()]; q = N(); q.q = q',
    'del p, q',
  ),
  program('resurrection once only', 2, 'p = Phoenix("p"); p.p = p', 'del p', 'gc.collect()', 'kept.clear()'),
  program(
    'a finalizer that breaks the ring',
    2,
    'class B:\n    def __del__(self):\n        log.append("broken")\n        self.b = None\n',
    'b = B(); b.b = b; b.l = []; del b',
  ),
  program(
    'a suspended generator',
    2,
    'def g():\n    try: yield\n    finally: log.append("finally")\n',
    'i = g(); next(i); d = {"i": i}; d["d"] = d; del i, d',
  ),
  program(
    'a generator that holds itself',
    2,
    'def g():\n    me = yield\n    try: yield\n    finally: log.append("closed")\n',
    'i = g(); next(i); i.send(i); del i',
  ),
  program(
    'a closure',
    2,
    'def f():\n    l = []\n    def inner(): return l, inner\n    l.append(inner)\n',
    'f()',
    'None',
  ),
  program('a class', 2, 'class T: pass\n', 'del T'),
  program('a class with an instance', 2, 'class T: pass\n', 'T.t = T(); del T'),
  program('tuples that need no tracking', 1, 't = (1, 2); u = (t, "x"); h = [t, u]'),
  program(
    'sets and dicts',
    1,
    's = set(); d = {"s": s}; n = N(); n.d = d; s.add(n); e = {}; e[1] = e',
    'del s, d, n, e',
  ),
  program(
    'bound methods',
    2,
    'n = N(); n.append = [].append; n.m = [n]; m = D("m"); m.f = m.__init__',
    'del n, m',
  ),
  program(
    'an exception with its traceback',
    2,
    'def f():\n    e = None\n    try: 1 / 0\n    except ZeroDivisionError as x: e = x\n',
    'f()',
  ),
];
