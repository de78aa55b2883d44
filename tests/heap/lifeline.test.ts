import { expect, it } from 'vitest';
import { LABEL_PHRASES, labelWords } from '../../classroom/labelPhrases.ts';
import { type Label, type Lifeline, lifelineOf, type Machine } from '../../heap/index.ts';
import { openPrompt } from './machine.ts';

function lifeline(machine: Machine, type: string, repr?: string): Lifeline {
  const object = machine
    .inspect()
    .objects.find((one) => one.type === type && !one.builtin && (repr === undefined || one.repr === repr));
  if (object === undefined) throw new Error(`no ${type}`);
  return lifelineOf(machine, object.serial, object.address);
}

const words = (label: Label) => labelWords(label, LABEL_PHRASES.en);
const labels = (links: readonly { label: Label }[]) => links.map(({ label }) => words(label));

it('[MA6] an object is alive by a shortest chain of references from a name', () => {
  const { machine, step } = openPrompt({ modules: ['ana', 'ben'], preimported: ['gc'] });
  step('class Leaf: pass\n', 'ana');
  step('deep = [[[Leaf()]]]; near = {"k": deep[0][0]}', 'ana');
  const found = lifeline(machine, 'Leaf');
  if (found.kind !== 'alive') throw new Error(found.kind);
  expect(labels(found.path)).toEqual(['ana.near', "['k']", '[0]']);
  expect(found.path.at(-1)?.type).toBe('Leaf');
  step('del near', 'ana');
  const longer = lifeline(machine, 'Leaf');
  expect(longer.kind === 'alive' && labels(longer.path)).toEqual(['ana.deep', '[0]', '[0]', '[0]']);
});

it('[MA6] what only an echo, a traceback or a generator keeps is said to be kept by it', () => {
  const { machine, step } = openPrompt();
  step('class Leaf: pass\n');
  step('Leaf()');
  const echoed = lifeline(machine, 'Leaf');
  expect(echoed.kind === 'alive' && labels(echoed.path)).toEqual(['builtins._']);
  step('def f():\n    held = Leaf()\n    1 / 0\n');
  step('1');
  step('f()');
  const kept = lifeline(machine, 'Leaf');
  expect(kept.kind === 'alive' && labels(kept.path)).toContain('held');
  expect(kept.kind === 'alive' && labels(kept.path)[0]).toMatch(/^sys\.last_/);
});

it('[MA6] a weak reference keeps nothing alive', () => {
  const { machine, step } = openPrompt({ preimported: ['weakref'] });
  step('class Leaf: pass\n');
  step('a = Leaf(); a.me = a; w = weakref.ref(a); del a');
  const found = lifeline(machine, 'Leaf');
  if (found.kind !== 'leaked') throw new Error(found.kind);
  expect(labels(found.cycle)).toEqual(['', '.me']);
  expect(found.path).toEqual([]);
});

it('[MA6] a leaked object is on a cycle, or hangs on one', () => {
  const { machine, step } = openPrompt({ preimported: ['gc'] });
  step('x = []; y = [x]; x.append(y); z = [[1.5]]; x.append(z)');
  step('del x, y, z');
  const all = machine.inspect().objects.filter((one) => !one.reachable);
  // the four lists and the number
  expect(all.length).toBe(5);
  for (const object of all) {
    const found = lifelineOf(machine, object.serial, object.address);
    if (found.kind !== 'leaked') throw new Error(found.kind);
    expect(found.cycle.length).toBe(3);
    expect(found.cycle[0]?.serial).toBe(found.cycle[2]?.serial);
    // every link is a slot of the one before it
    for (const chain of [found.cycle, [...found.cycle.slice(-1), ...found.path]]) {
      chain.slice(1).forEach((link, index) => {
        const holder = all.find(({ serial }) => serial === chain[index]?.serial);
        expect(holder?.slots).toContainEqual({ label: words(link.label), target: link.serial, weak: false });
      });
    }
    expect((found.path.at(-1) ?? found.cycle[0])?.serial).toBe(object.serial);
  }
  step('gc.collect()');
  for (const { serial, address } of all) expect(lifelineOf(machine, serial, address).kind).toBe('gone');
});

it('[MA6] says alive exactly where the view says reachable, and changes nothing', () => {
  const { machine, step } = openPrompt({ preimported: ['gc', 'weakref'] });
  step('class A:\n    def m(self): return self\n');
  step('a = A(); a.b = A(); a.b.a = a; f = a.m; g = (i for i in [a]); next(g)');
  step('k = A(); k.k = k; k.list = [k, A()]; del k');
  const before = machine.digest();
  const { objects } = machine.inspect({ internals: true });
  expect(objects.some((one) => !one.reachable)).toBe(true);
  for (const object of objects) {
    const { kind } = lifelineOf(machine, object.serial, object.address);
    expect(kind, `${object.type} ${object.repr}`).toBe(
      object.builtin ? 'builtin' : object.reachable ? 'alive' : 'leaked',
    );
  }
  expect(machine.digest()).toBe(before);
});
