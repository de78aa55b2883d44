import { expect, it } from 'vitest';
import { Machine, parseInput } from '../../heap/index.ts';
import { openPrompt } from './machine.ts';

const CLASS = { modules: ['ana', 'ben'], preimported: ['gc', 'sys', 'weakref', 'board'] };

it('[NS2] modules read each other, write themselves and the board', () => {
  const { step, say } = openPrompt(CLASS);
  step('a = [1]', 'ana');
  expect(say('import ana; ana.a', 'ben')).toBe('[1]');
  expect(say('ana.a = 2', 'ben')).toMatch(/only ana/);
  expect(say('del ana.a', 'ben')).toMatch(/only ana/);
  step('board.total = 1', 'ben');
  step('board.total += 1', 'ana');
  expect(say('board.total', 'ben')).toBe('2');
});

it('[NS2] the echo and the last traceback of one member keep nothing of another alive for longer', () => {
  const { step, say } = openPrompt(CLASS);
  step('class C: pass', 'ana');
  step('c = C(); r = weakref.ref(c)', 'ana');
  step('c', 'ana');
  step('1', 'ben');
  step('del c', 'ana');
  expect(say('r() is None', 'ana')).toBe('False');
  // The answer was echoed, so the object is not Ana's echo any more.
  expect(say('r() is None', 'ana')).toBe('True');
});

const PROGRAM = [
  'a = [1, [2], {3: (4, 5.5)}]',
  'class Node:\n    def __init__(self, next): self.next = next\n    def __del__(self): log.append(1)\n',
  'log = []',
  'n = Node(None); n.next = Node(n)',
  'def gen(k):\n    held = [k]\n    while True:\n        k = yield held\n',
  'g = gen(1); first = next(g)',
  'r = weakref.ref(n, log.append)',
  '1 / 0',
  "s = {1, 2, 3} | {'x'}; t = 'text' * 3; big = 2 ** 100",
  'del n',
  'g.send(2)',
  'gc.collect()',
  'log',
  '[x for x in (y * y for y in range(10)) if x % 2]',
  'def outer():\n    cell = []\n    def inner(): return cell\n    return inner\n',
  'f = outer(); f().append(f)',
  'del f',
  'gc.collect(1)',
  'gc.get_count()',
];

it('[MA2] restored at any statement, a machine goes on to the same digests', () => {
  const options = { preimported: ['gc', 'sys', 'weakref'] };
  const whole = openPrompt(options);
  const digests = PROGRAM.map((source) => {
    whole.step(source);
    return whole.machine.digest();
  });
  for (let from = 0; from < PROGRAM.length; from++) {
    const { machine } = openPrompt(options);
    for (const source of PROGRAM.slice(0, from)) machine.run('__main__', source);
    const copy = Machine.restore(machine.snapshot());
    copy.checkHeap();
    PROGRAM.slice(from).forEach((source, index) => {
      copy.run('__main__', source);
      expect(copy.digest(), `restored before ${from}, after ${from + index}: ${source}`).toBe(
        digests[from + index],
      );
    });
    copy.checkHeap();
  }
});

it('[MA7] taken back to a moment, a machine goes on as it did from there', () => {
  const { machine, step } = openPrompt({ preimported: ['gc', 'sys', 'weakref'] });
  for (let at = 0; at < PROGRAM.length; at++) {
    const before = machine.digest();
    const moment = machine.moment();
    const rest = PROGRAM.slice(at, at + 3);
    const first = rest.map((source) => [step(source).output, machine.digest()]);
    machine.returnTo(moment);
    machine.checkHeap();
    expect(machine.digest(), `back before ${at}`).toBe(before);
    expect(
      rest.map((source) => [step(source).output, machine.digest()]),
      `again from ${at}`,
    ).toEqual(first);
    machine.returnTo(moment);
    step(PROGRAM[at] ?? '');
  }
});

it('[MA3] equal statements, equal digests; another value, another digest', () => {
  const digest = (source: string) => {
    const { machine, step } = openPrompt();
    step(source);
    return machine.digest();
  };
  expect(digest('a = [1, 2]')).toBe(digest('a = [1, 2]'));
  expect(digest('a = [1, 2]')).not.toBe(digest('a = [1, 3]'));
  expect(digest("a = 'spam eggs'")).not.toBe(digest("a = 'spam eggt'"));
});

it('[MA4] inspecting changes nothing and adds up', () => {
  const { machine, step } = openPrompt(CLASS);
  for (const source of [
    'a = [1, 2]; b = {1: a}; c = (a, b)',
    'x = []; x.append(x); del x',
    'class K: pass',
    'k = K(); k.me = k',
  ]) {
    step(source, 'ana');
    const before = machine.digest();
    const view = machine.inspect();
    expect(machine.digest()).toBe(before);
    const serials = new Set(view.objects.map((one) => one.serial));
    expect(serials.size).toBe(view.objects.length);
    for (const object of view.objects) {
      for (const slot of object.slots)
        expect(serials.has(slot.target), `${object.type} ${slot.label}`).toBe(true);
    }
    for (const { names } of view.namespaces)
      for (const { target } of names) expect(serials.has(target)).toBe(true);
  }
  const { objects } = machine.inspect();
  expect(objects.filter((one) => !one.reachable).map((one) => [one.type, one.repr, one.refcount])).toEqual([
    ['list', '[[[…]]]', 1],
  ]);
});

it.each([
  ['async def f(): pass', /async/],
  ['match x:\n    case 1: pass\n', /match/],
  ['class A(metaclass=M): pass', /metaclass/],
])('[MA5] %s is refused in a sentence at its place', (source, sentence) => {
  const parsed = parseInput(source);
  expect(parsed).toMatchObject({ ok: false, line: 1 });
  if (!parsed.ok) expect(parsed.message).toMatch(sentence);
});

it('[MA5] modules that the classroom does not have are named', () => {
  const { say } = openPrompt();
  expect(say('import os')).toMatch(/^ModuleNotFoundError: .*os/);
  expect(say("open('x')")).toMatch(/open/);
});
