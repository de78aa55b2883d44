/** The nine systems of an introduction to Python's memory, in CPython 3.11's terms. Values as CPython 3.11.7 gives them. */
import { expect, it } from 'vitest';
import { openPrompt } from './machine.ts';

const IMPORTS = { preimported: ['gc', 'sys', 'weakref'] };

it('[RC1] object structure: type, value and count of every object', () => {
  const { step, machine } = openPrompt(IMPORTS);
  step('a = [1, 2, 3]');
  const list = machine.inspect().objects.find((one) => one.type === 'list' && !one.builtin);
  expect(list).toMatchObject({ repr: '[1, 2, 3]', refcount: 1, size: 88, tracked: true, generation: 0 });
});

it('[RC1] reference counting: counts after each line', () => {
  const { step, say, machine } = openPrompt(IMPORTS);
  const count = () =>
    machine.inspect().objects.find((one) => one.type === 'list' && one.repr === '[1, 2, 3]' && !one.builtin)
      ?.refcount;
  step('a = [1, 2, 3]');
  expect(count()).toBe(1);
  expect(say('sys.getrefcount(a)')).toBe('2');
  step('b = a');
  expect(count()).toBe(2);
  expect(say('sys.getrefcount(a)')).toBe('3');
  step('del a');
  expect(count()).toBe(1);
  const last = step('del b');
  expect(count()).toBe(undefined);
  expect(last.died).toMatchObject([{ type: 'list', repr: '[1, 2, 3]' }]);
});

it('[RC2] what only a dead object referred to dies with it, without the collector', () => {
  const { step, say } = openPrompt(IMPORTS);
  step('gc.disable()');
  step('class Node: pass');
  step('n = Node(); n.child = Node(); n.child.child = Node(); r = weakref.ref(n.child.child)');
  expect(say('r() is None')).toBe('False');
  step('del n');
  expect(say('r() is None')).toBe('True');
});

it('[RC3] del removes a name; the object lives while anything refers to it', () => {
  const { step, say } = openPrompt(IMPORTS);
  step('a = [1]; b = a');
  step('del a');
  expect(say('b')).toBe('[1]');
  expect(say('a')).toBe("NameError: name 'a' is not defined");
});

it('[GC1] the limit of counting: two lists that append each other leak until collected, which returns 2', () => {
  const { step, say, machine } = openPrompt(IMPORTS);
  step('a = []');
  step('b = []');
  step('a.append(b)');
  step('b.append(a)');
  const leaked = () => machine.inspect().objects.filter((one) => one.type === 'list' && !one.reachable);
  expect(leaked()).toEqual([]);
  step('del a');
  expect(leaked()).toEqual([]);
  step('del b');
  expect(leaked().map(({ refcount, tracked, generation }) => [refcount, tracked, generation])).toEqual([
    [1, true, 0],
    [1, true, 0],
  ]);
  const serials = leaked().map((one) => one.serial);
  const round = step('gc.collect()');
  expect(round.output).toBe('2\n');
  expect(round.collections).toMatchObject([
    { generation: 2, automatic: false, collected: 2, freed: serials },
  ]);
  expect(leaked()).toEqual([]);
  expect(say('gc.collect()')).toBe('0');
});

it('[GC2] a survivor moves from generation 0 to 1 to 2 and stays', () => {
  const { step, machine } = openPrompt(IMPORTS);
  step('keep = [[]]');
  const generation = () =>
    machine.inspect().objects.find((one) => one.type === 'list' && one.repr === '[[]]' && !one.builtin)
      ?.generation;
  const seen = [generation()];
  for (const source of ['gc.collect(0)', 'gc.collect(1)', 'gc.collect(2)', 'gc.collect(0)']) {
    step(source);
    seen.push(generation());
  }
  expect(seen).toEqual([0, 1, 2, 2, 2]);
});

it('[GC2] a young collection does not find an old cycle', () => {
  const { step, say } = openPrompt(IMPORTS);
  step('x = []; x.append(x)');
  step('gc.collect()');
  step('del x');
  expect(say('gc.collect(0)')).toBe('0');
  expect(say('gc.collect(1)')).toBe('0');
  expect(say('gc.collect(2)')).toBe('1');
});

it('[GC3] allocations less deallocations are counted, and crossing the threshold collects', () => {
  const { step, say } = openPrompt(IMPORTS);
  step('gc.collect()');
  step('x = []; x.append(x); del x');
  const run = step('keep = [[] for i in range(1000)]');
  expect(run.collections).toMatchObject([{ generation: 0, automatic: true, collected: 1 }]);
  step('gc.disable()');
  expect(step('more = [[] for i in range(3000)]').collections).toEqual([]);
  expect(say('gc.get_threshold()')).toBe('(700, 10, 10)');
});

it('[GC4] only what can hold references is tracked', () => {
  const { step, say } = openPrompt(IMPORTS);
  expect(say("gc.is_tracked(1), gc.is_tracked('a'), gc.is_tracked([]), gc.is_tracked({})")).toBe(
    '(False, False, True, False)',
  );
  expect(say("gc.is_tracked({'a': 1}), gc.is_tracked({'a': []})")).toBe('(False, True)');
  step('t = (1, 2)');
  expect(say('gc.is_tracked(t)')).toBe('True');
  step('gc.collect()');
  expect(say('gc.is_tracked(t)')).toBe('False');
});

it('[PM1] allocation strategy: small requests in arenas, large ones outside, freed blocks first', () => {
  const { step, say, machine } = openPrompt(IMPORTS);
  expect(say('id(object()) == id(object())')).toBe('True');
  step('small = [object() for i in range(100)]');
  const before = machine.inspect().memory;
  expect(before.arenas).toBe(1);
  expect(before.bytesFromSystem).toBeGreaterThanOrEqual(1 << 20);
  step("big = 'x' * 100000");
  const after = machine.inspect().memory;
  expect(after.arenas).toBe(1);
  expect(after.bytesFromSystem - before.bytesFromSystem).toBeGreaterThanOrEqual(100_049);
});

it('[PM1] the private heap keeps an arena for reuse while one block in it lives, and gives it back when none does', () => {
  const { step, machine } = openPrompt(IMPORTS);
  step('many = [object() for i in range(200000)]');
  const full = machine.inspect().memory;
  expect(full.arenas).toBeGreaterThan(3);
  step('del many');
  expect(machine.inspect().memory.arenas).toBeLessThan(3);
});

it('[PM2] sizes are CPython’s', () => {
  const { say, step } = openPrompt(IMPORTS);
  expect(say("[sys.getsizeof(o) for o in (1, 2**30, '', 'a', [], {}, (), 1.5, object())]")).toBe(
    '[28, 32, 49, 50, 56, 64, 40, 24, 16]',
  );
  expect(say("sys.getsizeof([1, 2, 3]), sys.getsizeof({'a': 1}), sys.getsizeof({1: 1})")).toBe(
    '(88, 184, 224)',
  );
  step('l = []');
  const sizes = Array.from({ length: 10 }, () => {
    step('l.append(0)');
    return Number(say('sys.getsizeof(l)'));
  });
  expect(sizes).toEqual([88, 88, 88, 88, 120, 120, 120, 120, 184, 184]);
});

it('[NS1] stack and heap: locals go when the call returns, a generator keeps them', () => {
  const { step, say, machine } = openPrompt(IMPORTS);
  step('def f():\n    local = [0]\n    return weakref.ref(Thing(local))\n');
  step('class Thing:\n    def __init__(self, x): self.x = x\n');
  expect(say('f()() is None')).toBe('True');
  step('def g():\n    local = [1]\n    yield 1\n');
  step('it = g(); v = next(it)');
  expect(machine.inspect().namespaces).toContainEqual(
    expect.objectContaining({ kind: 'frame', names: [expect.objectContaining({ name: 'local' })] }),
  );
  const freed = step('del it');
  expect(freed.died.map((one) => one.type)).toEqual(expect.arrayContaining(['generator', 'list']));
});

it('[PM2] optimisation techniques: generators and __slots__ take less', () => {
  const { step, say } = openPrompt(IMPORTS);
  expect(say('sys.getsizeof([i for i in range(1000)]), sys.getsizeof(i for i in range(1000))')).toBe(
    '(8856, 200)',
  );
  step('class P: pass');
  step("class S: __slots__ = ('x', 'y')");
  step('p = P(); s = S()');
  expect(say('sys.getsizeof(p), sys.getsizeof(s)')).toBe('(56, 48)');
});

it('[RC1] manual control: getrefcount, collect, get_objects, get_referrers', () => {
  const { step, say } = openPrompt(IMPORTS);
  step('x = []; holder = [x]');
  expect(say('sys.getrefcount(x), sys.getrefcount([]), sys.getrefcount(1000)')).toBe('(3, 1, 3)');
  expect(say('any(o is holder for o in gc.get_referrers(x))')).toBe('True');
  expect(say('any(o is x for o in gc.get_objects())')).toBe('True');
});
