/**
 * What asks for more than there is ends in CPython's error or in a limit of the classroom, and the machine stays well.
 * The errors are those that CPython 3.11.7 gives.
 */
import { expect, test } from 'vitest';
import { Machine, splitInputs } from '../../heap/index.ts';

const MODULE = '__main__';

function runAll(machine: Machine, source: string): ReturnType<Machine['run']> {
  const steps = splitInputs(source).map((input) => machine.run(MODULE, input));
  const last = steps.at(-1);
  if (last === undefined) throw new Error('nothing was run');
  return last;
}

function expectHealthy(machine: Machine): void {
  machine.checkHeap();
  expect(machine.run(MODULE, 'healthy = [1, 2]; healthy').output).toBe('[1, 2]\n');
}

test.each([
  ['[0] * 10 ** 8', 'memory'],
  ['(0,) * 10 ** 8', 'memory'],
  ["'a' * 10 ** 9", 'memory'],
  ["b'a' * 10 ** 9", 'memory'],
  ['bytes(10 ** 9)', 'memory'],
  ['bytearray(10 ** 9)', 'memory'],
  ["s = 'ab'\nfor i in range(40): s = s + s\n", 'memory'],
  ["b = b'ab'\nwhile True: b = b + b\n", 'memory'],
  ['x = [1]\nwhile True: x += x\n', 'memory'],
  ['while True: pass\n', 'fuel'],
] as const)('[MA1] %j is taken back whole: too much %s', (source, limit) => {
  const machine = new Machine();
  const inputs = splitInputs(source);
  for (const input of inputs.slice(0, -1)) machine.run(MODULE, input);
  const before = machine.digest();
  expect(machine.run(MODULE, inputs.at(-1) ?? '').limit).toBe(limit);
  expect(machine.digest()).toBe(before);
  expectHealthy(machine);
});

test.each([
  ["'a' * 10 ** 18", 'MemoryError'],
  ['[0] * 10 ** 18', 'MemoryError'],
  ['(0,) * 10 ** 18', 'MemoryError'],
  ['[0] * 10 ** 30', 'OverflowError'],
  ['len(range(10 ** 30))', 'OverflowError'],
  ['def g():\n    yield from g()\nlist(g())', 'RecursionError'],
  ['x = ()\nfor i in range(3000): x = [x]\n\nrepr(x)', 'RecursionError'],
  ['class A:\n    def __eq__(self, o): return self == o\nA() == A()', 'RecursionError'],
] as const)('[MA1] %j raises %s, as in CPython', (source, type) => {
  const machine = new Machine();
  expect(runAll(machine, source).raised?.type).toBe(type);
  expectHealthy(machine);
});

test.each([
  ['x = ()\nfor i in range(50000): x = (x,)\n\nhash(x)'],
  ['x = iter([])\nfor i in range(20000): x = map(str, x)\n\nlist(x)'],
])('[MA1] what overflows the stack of CPython itself is a RecursionError here: %j', (source) => {
  const machine = new Machine();
  expect(runAll(machine, source).raised?.type).toBe('RecursionError');
  expectHealthy(machine);
});
