import { expect, it } from 'vitest';
import { Machine, type MachineOptions, measure } from '../../heap/index.ts';
import { openPrompt } from './machine.ts';

it.each([
  ['fuel', 'an endless loop', 'while True: pass'],
  ['fuel', 'an endless chain', 'while True: a[0] = [a]'],
  ['fuel', 'collections without end', 'while True: n = gc.collect()'],
  ['output', 'much output', "while True: print('x' * 1000)"],
  ['memory', 'many long texts', "b = ['x' * 100000 for i in range(1000)]"],
  ['source', 'a long source', `a = ${'1 + '.repeat(10_000)}1`],
])('[MA1] a statement over its limit (%s) changes nothing: %s', (limit, _name, source) => {
  const limits = { fuel: 1_000_000, liveBytes: 1 << 20, output: 20_000, source: 20_000, recursion: 1000 };
  const { machine, step, say } = openPrompt({ preimported: ['gc'], limits });
  step('a = [[]]');
  const before = machine.digest();
  const stopped = step(source);
  expect(stopped.limit).toBe(limit);
  expect(stopped.raised?.message).toMatch(/\w/);
  expect(machine.digest()).toBe(before);
  expect(say('a')).toBe('[[]]');
});

type Deed = (machine: Machine) => void;
const ana =
  (source: string): Deed =>
  (machine) =>
    void machine.run('ana', source);
const ben =
  (source: string): Deed =>
  (machine) =>
    void machine.run('ben', source);

/** Whatever a machine keeps outside of memory or between statements takes part. */
const DEEDS: readonly Deed[] = [
  ana('a = [1, [2], {3: (4, 5.5)}]'),
  ben('class Node:\n    def __init__(self, next): self.next = next\n    def __del__(self): log.append(1)\n'),
  ben('log = []'),
  (machine) => machine.addModule('eve'),
  ben('n = Node(None); n.next = Node(n); r = weakref.ref(n, log.append)'),
  ana('def gen(k):\n    held = [k]\n    while True:\n        k = yield held\n'),
  ana('g = gen(1); first = next(g)'),
  (machine) => void machine.run('eve', "text = 'grows'\nfor i in range(50): text += str(i)"),
  ana('1 / 0'),
  ben('1 +'),
  ben('del n'),
  (machine) => machine.setCollectorOwner('ben'),
  ana('gc.collect()'),
  ben('gc.collect()'),
  ana('g.send(text_that_is_not_there)'),
  ana('import tracemalloc; tracemalloc.start(); kept = [bytes(100) for i in range(20)]'),
  (machine) => machine.removeModule('eve'),
  ana('class Slotted:\n    __slots__ = ("x", "__weakref__")\n'),
  ana('proxy = weakref.WeakValueDictionary(); s = Slotted(); proxy["s"] = s'),
  ana('a'),
  (machine) => machine.setCollectorOwner(null),
  ana('for i in range(700): a.append([i])'),
  ana('Slotted.__repr__ = lambda self: "slotted"; s'),
  ben('board.shared = [Node(None) for i in range(40)]'),
  ana('import ben; ben.log'),
  ana('g.send(3); del proxy, s'),
];

it.each([
  ['at once', 20_000],
  ['by doing much again', 1_000_000],
])('[MA1] after any deed, a statement is taken back to the very same bytes: %s', (_name, fuel) => {
  const limits = { fuel };
  const options: MachineOptions = {
    modules: ['ana', 'ben'],
    preimported: ['gc', 'sys', 'weakref', 'board'],
    limits,
  };
  // Of many deeds with a high limit, only some are followed by a statement that uses it up.
  const every = fuel > 100_000 ? 8 : 1;
  const alone = new Machine(options);
  const stopped = new Machine(options);
  DEEDS.forEach((deed, k) => {
    deed(alone);
    deed(stopped);
    if (k % every !== 0) return;
    const step = stopped.run(
      k % 2 === 0 ? 'ana' : 'ben',
      'late = {}\nwhile True: late[len(late)] = [str(len(late)), late]',
    );
    expect(step.limit).toMatch(/fuel|memory/);
    expect(Buffer.compare(stopped.snapshot(), alone.snapshot()), `after deed ${k}`).toBe(0);
    expect(stopped.digest()).toBe(alone.digest());
  });
  stopped.checkHeap();
});

it('[MA1] also after a return to an earlier moment and after a measurement', () => {
  const { machine, step } = openPrompt({ modules: ['ana'], limits: { fuel: 100_000 } });
  step('a = [1]');
  const moment = machine.moment();
  const endless = 'while True: a.append([])';
  const stopHere = (): void => {
    const before = machine.snapshot();
    expect(step(endless).limit).toBe('fuel');
    expect(Buffer.compare(machine.snapshot(), before)).toBe(0);
  };
  step('a.append([2])');
  stopHere();
  machine.returnTo(moment);
  stopHere();
  step('a.append([3])');
  stopHere();
  measure(machine, 'ana', ['b = [[i] for i in range(100)]', 'del b']);
  stopHere();
  step('a.append([4])');
  stopHere();
  expect(step('a').output).toBe('[1, [3], [4]]\n');
});

it.each([
  ['a finalizer', 'class C:\n    def __del__(self):\n        while True: pass\n', 'c = C()'],
  ['a callback', 'class C: pass\ndef f(r):\n    while True: pass\n', 'c = C(); r = weakref.ref(c, f)'],
  ['a generator', 'def f():\n    try: yield\n    finally:\n        while True: pass\n', 'g = f(); next(g)'],
  ['output', 'class C:\n    def __del__(self):\n        while True: print(1)\n', 'c = C()'],
])('[MA1] a member leaves whose objects would not come to an end: %s', (_name, definition, source) => {
  const { machine, step, say } = openPrompt({
    modules: ['ana', 'ben'],
    preimported: ['weakref'],
    limits: { fuel: 20_000 },
  });
  step('kept = [1]', 'ben');
  step(definition, 'ana');
  step(source, 'ana');
  machine.removeModule('ana');
  machine.checkHeap();
  expect(machine.modules).toEqual(['board', 'ben']);
  expect(say('kept', 'ben')).toBe('[1]');
  const before = machine.digest();
  expect(step('while True: kept.append(1)', 'ben').limit).toBe('fuel');
  expect(machine.digest()).toBe(before);
});

it.each([
  ['few', 'kept = [[i] for i in range(1000)]; gone = [1.5 * i for i in range(900)]; del gone'],
  ['many', 'kept = [[i] for i in range(6000)]; gone = [1.5 * i for i in range(900)]; del gone'],
  ['moved', 'text = str(1000)\nfor i in range(300): text += str(i)\nt = tuple(i * i for i in range(100))'],
])('a step names what it made and left alive: %s objects', (_name, source) => {
  const { machine, step } = openPrompt();
  step('before = [[i] for i in range(100)]');
  const { born, statement } = step(source);
  const shown = machine.inspect({ internals: true }).objects;
  const expected = shown.filter(({ bornIn, builtin }) => bornIn === statement && !builtin);
  expect(born.length).toBeGreaterThan(1);
  expect(born).toEqual(expected.map(({ serial }) => serial).sort((a, b) => a - b));
});
