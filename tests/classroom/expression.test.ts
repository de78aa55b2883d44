import { describe, expect, it } from 'vitest';
import { type Reach, reachFrom } from '../../classroom/expression.ts';
import { isLiteral } from '../../classroom/literal.ts';
import { type HeapView, Machine } from '../../heap/index.ts';

function classroom(): Machine {
  return new Machine({ preimported: ['gc', 'sys', 'weakref', 'board'], modules: ['ana', 'ben'] });
}

function run(machine: Machine, module: string, ...sources: readonly string[]): string {
  let output = '';
  for (const source of sources) {
    const step = machine.run(module, source);
    if (step.raised !== null) throw new Error(`${source}: ${step.raised.traceback}`);
    output = step.output;
  }
  return output;
}

/** Text of the expression that reaches the only object with this repr. */
function written(view: HeapView, reach: Reach, repr: string): string | undefined {
  const found = view.objects.filter((object) => object.repr === repr && !object.builtin);
  expect(found, repr).toHaveLength(1);
  return reach.get(found[0]?.serial ?? 0)?.text;
}

const STORY = [
  'class Node:\n    def __init__(self, next=None):\n        self.next = next\n    @staticmethod\n    def s():\n        pass\n',
  'n = Node(Node([[], {}]))',
  'w = weakref.ref(n)',
  'del n',
  'n = Node(Node([[], {}]))',
  'w = weakref.ref(n)',
  'def f(x=[[]]):\n    y = [x]\n    def g():\n        return y\n    return g\n',
  'g = f()',
  "d = {'k': [1], 3: [2], (1, 'a'): [3], n: [4], 2.5: [5], None: [6], 'it\\'s': [7], b'b': [8]}",
  's = {(1, n), frozenset([2])}',
  'try:\n    1/0\nexcept Exception as e:\n    err = e\n',
  'gen = (i for i in [[1],[2]]); next(gen)',
  'class S:\n    __slots__ = ("q",)\n',
  'z = S(); z.q = [9]',
  'board.x = [10]',
];

describe('expressions that reach an object', () => {
  it('give the object itself, every one of them', () => {
    const machine = classroom();
    run(machine, 'ana', ...STORY);
    run(machine, 'ben', 'theirs = [[11]]');
    const view = machine.inspect();
    const reach = reachFrom(view, 'ana');
    const offset = Number(run(machine, 'ana', 'print(id(n))')) - (addressOf(view, reach, 'n') ?? 0);
    let checked = 0;
    for (const object of view.objects) {
      const expression = reach.get(object.serial);
      if (object.builtin || expression === undefined) continue;
      const { text, imports } = expression;
      const before = imports.length === 0 ? '' : `import ${imports.join(', ')}; `;
      // On a machine of its own each time: an expression may make objects that stay.
      const copy = Machine.restore(machine.snapshot());
      expect(Number(run(copy, 'ana', `${before}print(id(${text}))`)) - offset, text).toBe(object.address);
      checked++;
    }
    expect(checked).toBeGreaterThan(40);
  });

  it('go through the fewest references', () => {
    const machine = classroom();
    run(machine, 'ana', 'deep = [[[1]]]', 'short = deep[0][0]');
    const view = machine.inspect();
    expect(written(view, reachFrom(view, 'ana'), '[1]')).toBe('short');
  });

  it("read another member's names through an import, unless a name of mine is in the way", () => {
    const machine = classroom();
    run(machine, 'ben', 'theirs = [[11]]');
    let view = machine.inspect();
    const [expression] = [...reachFrom(view, 'ana').values()].filter(({ text }) => text === 'ben.theirs[0]');
    expect(expression?.imports).toEqual(['ben']);
    run(machine, 'ana', 'ben = 1');
    view = machine.inspect();
    expect(written(view, reachFrom(view, 'ana'), '[11]')).toBeUndefined();
  });

  it.each([
    ['nothing of it', '', 'ben', ['ben']],
    ['an import', 'import ben', 'ben', []],
    ['another name', 'import ben as friend; ben = 1', 'friend', []],
  ])('write a module as Python reads it, after %s', (_, before, text, imports) => {
    const machine = classroom();
    run(machine, 'ben', 'theirs = [[11]]');
    if (before !== '') run(machine, 'ana', before);
    const view = machine.inspect();
    const reach = reachFrom(view, 'ana');
    const module = view.namespaces.find(({ title }) => title === 'ben')?.object ?? 0;
    expect(reach.get(module)).toEqual({ text, imports });
    expect(written(view, reach, '[11]')).toBe(`${text}.theirs[0]`);
    const first = imports.map((name) => `import ${name}; `).join('');
    expect(run(machine, 'ana', `${first}print(${text}.__name__, ${text}.theirs[0])`)).toBe('ben [11]\n');
    const board = view.namespaces.find(({ title }) => title === 'board')?.object ?? 0;
    expect(reach.get(board)).toEqual({ text: 'board', imports: [] });
  });

  it('say nothing about what is leaked or held by a frame', () => {
    const machine = classroom();
    run(machine, 'ana', 'x = []; x.append(x); del x', 'gen = (i for i in [[[21]], [[22]]]); next(gen)');
    const view = machine.inspect();
    const reach = reachFrom(view, 'ana');
    const lost = view.objects.filter((object) => !object.reachable);
    expect(lost).toHaveLength(1);
    expect(lost.map(({ serial }) => reach.get(serial))).toEqual([undefined]);
    expect(written(view, reach, '[[22]]')).toBeUndefined();
  });

  it('take as keys what Python reads back, and nothing that was cut off', () => {
    for (const yes of [
      "'k'",
      '"it\'s"',
      '-1',
      '2.5',
      '1e+20',
      'None',
      'True',
      "(1, 'a')",
      '(1,)',
      '()',
      "b'x'",
    ])
      expect(isLiteral(yes), yes).toBe(true);
    for (const no of [
      '',
      'nan',
      '<Node object>',
      "'abc…",
      '(…)',
      '(1, <x>)',
      'x',
      '(1',
      '1)',
      '1 2',
      'Nonesuch',
    ])
      expect(isLiteral(no), no).toBe(false);
  });
});

function addressOf(view: HeapView, reach: Reach, text: string): number | undefined {
  return view.objects.find((object) => reach.get(object.serial)?.text === text)?.address;
}
