import { describe, expect, it } from 'vitest';
import { Machine, type ObjectView } from '../../heap/index.ts';
import { randomProgram } from '../conformance/fuzz/program.ts';

function fresh(machine: Machine): Machine {
  return Machine.restore(machine.snapshot());
}

function run(machine: Machine, ...sources: readonly string[]): void {
  for (const source of sources) machine.run('__main__', source);
}

function bySerial(objects: readonly ObjectView[]): ReadonlyMap<number, ObjectView> {
  return new Map(objects.map((object) => [object.serial, object]));
}

describe('views that are kept between inspections', () => {
  it.each([1, 2, 3])('are those that a fresh reading gives, program %i', (seed) => {
    const machine = new Machine({ preimported: ['gc', 'sys', 'weakref'] });
    for (const source of randomProgram(seed)) {
      run(machine, source);
      expect(machine.inspect(), source).toEqual(fresh(machine).inspect());
    }
    expect(machine.inspect({ internals: true })).toEqual(fresh(machine).inspect({ internals: true }));
    expect(machine.inspect()).toEqual(fresh(machine).inspect());
  });

  it('follow what a short text shows two references down', () => {
    const machine = new Machine();
    run(machine, 'a = [1]', 'b = [a]', 'c = [b]');
    machine.inspect();
    run(machine, 'a.append(2)');
    expect(machine.inspect()).toEqual(fresh(machine).inspect());
    expect(machine.inspect().objects.map(({ repr }) => repr)).toContain('[[1, 2]]');
  });

  it('see another object at the address of one that died', () => {
    const machine = new Machine();
    run(machine, 'a = [[]]');
    const before = machine.inspect();
    run(machine, 'del a[0]; a.append([])');
    const after = machine.inspect();
    expect(after).toEqual(fresh(machine).inspect());
    const [inner] = after.objects.filter(({ repr, builtin }) => repr === '[]' && !builtin);
    expect(bySerial(before.objects).get(inner?.serial ?? 0)).toBeUndefined();
  });

  it('see that a class got another name', () => {
    const machine = new Machine();
    run(machine, 'class A:\n    pass\n', 'a = A()', 'b = [a]');
    machine.inspect();
    run(machine, "A.__name__ = 'B'");
    expect(machine.inspect()).toEqual(fresh(machine).inspect());
  });

  it('are the very same value where nothing changed', () => {
    const machine = new Machine();
    run(machine, 'a = [[1], {2: 3}]', 'b = [a]');
    const before = bySerial(machine.inspect().objects);
    run(machine, 'c = []');
    const after = machine.inspect().objects.filter((object) => before.has(object.serial));
    expect(after).toHaveLength(before.size);
    for (const object of after) expect(object).toBe(before.get(object.serial));
  });
});

it('what a suspended generator keeps is not called leaked: its frame holds the function', () => {
  const machine = new Machine();
  run(machine, 'gen = (i for i in [[1], [2]]); next(gen)');
  expect(machine.inspect().objects.filter(({ reachable }) => !reachable)).toEqual([]);
});

it('[MA4] looking is not at the expense of a statement that has used up nearly all it may', () => {
  const machine = new Machine({ limits: { fuel: 10_000 } });
  run(machine, 'b = bytes(200_000)');
  // It ends with a few hundred units of fuel left; the text of b takes about four hundred.
  run(machine, 'i = 0\nwhile i < 1240: i += 1');
  for (let k = 0; k < 2; k++)
    expect(machine.inspect().objects.some(({ type }) => type === 'bytes')).toBe(true);
});

describe('modules of the class, which are not among the objects [MA4]', () => {
  const classroom = () =>
    new Machine({ preimported: ['gc', 'sys', 'weakref', 'board'], modules: ['ana', 'ben'] });
  const say = (machine: Machine, source: string): string => {
    const step = machine.run('ben', source);
    expect(step.raised, source).toBeNull();
    return step.output.trim();
  };

  it('are left out as names only where everybody has them under their own', () => {
    const machine = classroom();
    say(machine, 'import ana; m = board; import gc as g; import weakref as wr; sys = 5');
    const { namespaces } = machine.inspect();
    const names = namespaces.find(({ title }) => title === 'ben')?.names ?? [];
    const python = say(machine, "print(*(k for k in globals() if not k.startswith('__')))").split(' ');
    expect(names.map(({ name }) => name)).toEqual(
      ['gc', 'weakref', 'board'].reduce((left, own) => left.filter((name) => name !== own), python),
    );
    expect(names.map(({ name, module }) => `${name} ${module}`)).toEqual(
      expect.arrayContaining(['ana ana', 'm board', 'g gc', 'wr weakref', 'sys undefined']),
    );
  });

  it('are what names and slots refer to, strongly and weakly', () => {
    const machine = classroom();
    say(machine, 'import ana; l = [ana, board]; w = weakref.ref(board)');
    const { objects, namespaces } = machine.inspect();
    const module = (title: string) => namespaces.find((each) => each.title === title)?.object;
    expect(module('ana')).not.toBe(module('board'));
    const slots = objects.flatMap(({ type, slots: all }) => all.map((slot) => ({ type, ...slot })));
    expect(slots.filter((slot) => slot.module !== undefined)).toEqual([
      { type: 'list', label: '[0]', target: module('ana'), weak: false, module: 'ana' },
      { type: 'list', label: '[1]', target: module('board'), weak: false, module: 'board' },
      { type: 'ReferenceType', label: 'wr_object', target: module('board'), weak: true, module: 'board' },
    ]);
    expect(machine.inspect()).toEqual(fresh(machine).inspect());
  });
});
