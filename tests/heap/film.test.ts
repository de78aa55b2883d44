/** Films of collections: the steps against what CPython does, and their end against the machine itself. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CollectionFilm,
  type Fact,
  filmCollections,
  Machine,
  PHASES,
  type Standing,
  splitInputs,
} from '../../heap/index.ts';
import { allScenarios } from '../conformance/scenarios.ts';

const OPTIONS = { preimported: ['gc', 'sys', 'weakref'] };

function prepared(statements: readonly string[]): Machine {
  const machine = new Machine(OPTIONS);
  for (const source of statements) machine.run('__main__', source);
  return machine;
}

function film(machine: Machine, source: string): { films: readonly CollectionFilm[]; output: string } {
  const { watch, collections } = filmCollections(machine);
  const { output } = machine.run('__main__', source, watch);
  machine.checkHeap();
  return { films: collections, output };
}

function onlyFilm(statements: readonly string[], source: string): { film: CollectionFilm; machine: Machine } {
  const machine = prepared(statements);
  const { films } = film(machine, source);
  const [first] = films;
  if (first === undefined || films.length !== 1) throw new Error(`${films.length} collections`);
  return { film: first, machine };
}

/** Where every object stands after the steps up to and including the given one. */
function standings(one: CollectionFilm, upTo = one.steps.length - 1): Map<number, Standing> {
  const out = new Map<number, Standing>();
  for (const step of one.steps.slice(0, upTo + 1))
    for (const { serial, standing } of step.changes) out.set(serial, standing);
  return out;
}

function facts<K extends Fact['kind']>(one: CollectionFilm, kind: K): Extract<Fact, { kind: K }>[] {
  return one.steps.flatMap(({ fact }) => {
    const found: Fact = fact;
    return isKind(found, kind) ? [found] : [];
  });
}

function isKind<K extends Fact['kind']>(fact: Fact, kind: K): fact is Extract<Fact, { kind: K }> {
  return fact.kind === kind;
}

/** gc_refs by variable name, after the step of this kind. */
function counts(one: CollectionFilm, kind: Fact['kind']): (number | null)[] {
  const now = new Map<number, number | null>();
  for (const step of one.steps) {
    for (const { serial, gcRefs } of step.changes) now.set(serial, gcRefs);
    if (step.fact.kind === kind) break;
  }
  return one.examined.map(({ serial }) => now.get(serial) ?? null);
}

const RING = ['a = []; b = [a]; a.append(b); keep = [b]', 'del a, b'];

it('[FI1] the young generation: counts are copied, inner references taken off, the rest kept by who is reached', () => {
  const { film: one } = onlyFilm(RING, 'gc.collect(0)');
  // Made in this order: a, b, keep. Names are no references from inside: the module is older.
  expect(one.examined.map(({ type }) => type)).toEqual(['list', 'list', 'list']);
  expect(counts(one, 'count')).toEqual([1, 2, 1]);
  expect(counts(one, 'subtracted')).toEqual([0, 0, 1]);
  expect(facts(one, 'subtract')).toHaveLength(3);
  const [a, b, keep] = one.examined.map(({ serial }) => serial);
  expect(facts(one, 'tentative').map(({ object }) => object)).toEqual([a, b]);
  expect(facts(one, 'reach')).toEqual([
    { kind: 'reach', object: keep, kept: [], rescued: [b] },
    { kind: 'reach', object: b, kept: [], rescued: [a] },
    { kind: 'reach', object: a, kept: [], rescued: [] },
  ]);
  expect(facts(one, 'scanned')).toEqual([{ kind: 'scanned', reachable: 3, unreachable: 0 }]);
  expect(one.steps.at(-1)?.fact).toEqual({ kind: 'end', collected: 0 });
});

it('[FI1] a full collection examines the modules too: a name is then an inner reference, and its module keeps it', () => {
  const { film: one } = onlyFilm(['a = []'], 'gc.collect(2)');
  expect(counts(one, 'subtracted')).toEqual([0]);
  const [by] = facts(one, 'subtract');
  expect(one.labels.get(by?.holder ?? 0)).toEqual({ kind: 'names', module: '__main__' });
  const a = one.examined[0]?.serial;
  expect(facts(one, 'reach')).toEqual([
    { kind: 'reach', object: by?.holder, kept: [a], rescued: [] },
    { kind: 'reach', object: a, kept: [], rescued: [] },
  ]);
  expect(one.own).toBeGreaterThan(4000);
});

it('[FI1] what nothing outside reaches is cleared in the order of the list, and some die of it before their turn', () => {
  const { film: one, machine } = onlyFilm([...RING, 'del keep'], 'gc.collect(1)');
  const [a, b] = one.examined.map(({ serial }) => serial);
  expect(facts(one, 'scanned')).toEqual([{ kind: 'scanned', reachable: 0, unreachable: 2 }]);
  // tp_clear of a gives b up, b gives up a, whose own count is held by the collector until it is done.
  expect(facts(one, 'clear')).toEqual([{ kind: 'clear', object: a, freed: [a, b] }]);
  expect(facts(one, 'end')).toEqual([{ kind: 'end', collected: 2 }]);
  expect(machine.inspect().objects.filter((o) => o.type === 'list' && !o.builtin)).toEqual([]);
});

it('[FI1] weak references are cleared first; the callback of one that is trash itself is not called', () => {
  const { film: one } = onlyFilm(
    [
      'class N: pass\n',
      'log = []',
      'n = N(); n.me = n; inside = weakref.ref(n, log.append); n.r = inside; outside = weakref.ref(n, log.append)',
      'gc.collect(); del n, inside',
    ],
    'gc.collect(2)',
  );
  const names = new Map(one.examined.map(({ serial, type }) => [serial, type]));
  expect(
    facts(one, 'weakref')
      .map(({ callback, object }) => `${names.get(object)} ${callback}`)
      .sort(),
  ).toEqual(['N dropped', 'N due']);
  expect(facts(one, 'callback')).toHaveLength(1);
  expect(one.steps.findLast((step) => step.fact.kind === 'callback')?.view.namespaces.length).toBeGreaterThan(
    0,
  );
});

it('[FI1] finalizers run once, before anything is cleared, and what they bring back survives', () => {
  const phoenix = 'class P:\n    def __del__(self): back.append(self)\n';
  const machine = prepared([
    phoenix,
    'back = []',
    'p = P(); p.me = p; q = []; q.append(q)',
    'gc.collect()',
    'del p, q',
  ]);
  const first = film(machine, 'gc.collect()');
  const [one] = first.films;
  if (one === undefined) throw new Error('no collection');
  const p = one.examined.find(({ type }) => type === 'P')?.serial;
  expect(facts(one, 'finalizer')).toEqual([{ kind: 'finalizer', object: p, of: 'instance', freed: [] }]);
  expect(facts(one, 'check')).toEqual([{ kind: 'check', resurrected: 1, garbage: 1 }]);
  expect(standings(one).get(p ?? 0)).toBe('resurrected');
  expect(first.output).toBe('1\n');
  // The second time there is no finalizer left to call.
  machine.run('__main__', 'back.clear()');
  const second = film(machine, 'gc.collect()').films[0];
  if (second === undefined) throw new Error('no collection');
  expect(facts(second, 'finalizers')).toEqual([{ kind: 'finalizers', called: 0 }]);
  expect(standings(second).get(p ?? 0)).toBe('freed');
});

it('[FI1] a collection inside a statement is filmed as well', () => {
  const machine = prepared(['gc.collect(); gc.set_threshold(5)', 'x = []; x.append(x); del x']);
  const { films } = film(machine, 'keep = [[] for i in range(6)]');
  expect(films.map(({ automatic, generation, collected }) => [automatic, generation, collected])).toEqual([
    [true, 0, 1],
  ]);
});

it('[FI1] large collections are told in groups', () => {
  const machine = prepared([
    'gc.collect()',
    'rings = [[] for i in range(3000)]',
    'for r in rings: r.append(r)\n',
    'del rings, r',
  ]);
  const [one] = film(machine, 'gc.collect()').films;
  if (one === undefined) throw new Error('no collection');
  expect(one.collected).toBe(3000);
  expect(one.steps.length).toBeLessThan(250);
  const [rest] = facts(one, 'clearRest');
  expect(facts(one, 'clear').length + (rest?.objects ?? 0)).toBe(3000);
  expect(facts(one, 'subtracted')).toEqual([
    { kind: 'subtracted', zero: expect.any(Number), positive: expect.any(Number) },
  ]);
});

/** What the last step says must be what the machine says. */
function checkEnd(one: CollectionFilm, machine: Machine): void {
  const alive = new Map(
    machine.inspect({ internals: true }).objects.map((object) => [object.serial, object]),
  );
  const end = standings(one);
  let freed = 0;
  for (const { serial, type, repr } of one.examined) {
    const object = alive.get(serial);
    const standing = end.get(serial);
    const about = `${type} ${repr} ended as ${standing}`;
    switch (standing) {
      case 'survivor':
      case 'resurrected':
        expect(object?.generation, about).toBe(one.to);
        break;
      case 'untracked':
        expect(object?.tracked, about).toBe(false);
        break;
      case 'freed':
        expect(object, about).toBeUndefined();
        freed++;
        break;
      default:
        expect.unreachable(about);
    }
  }
  expect(freed).toBe(one.collected);
  const phases = one.steps.map(({ phase }) => PHASES.indexOf(phase));
  expect(phases).toEqual([...phases].sort((a, b) => a - b));
}

const names = fc.constantFrom('a', 'b', 'c', 'd');
const statement = fc.oneof(
  names.map((name) => `${name} = []`),
  names.map((name) => `${name} = {}`),
  names.map((name) => `${name} = N()`),
  names.map((name) => `${name} = P()`),
  fc.tuple(names, names).map(([x, y]) => `${x} = (${y}, ${x})`),
  fc.tuple(names, names).map(([x, y]) => `put(${x}, ${y})`),
  fc.tuple(names, names).map(([x, y]) => `put(${x}, ${y}); put(${y}, ${x})`),
  fc.tuple(names, names).map(([x, y]) => `put(${y}, weakref.ref(${x}, log)) if isinstance(${x}, N) else 0`),
  names.map((name) => `${name} = None`),
  fc.constantFrom('gc.collect(0)', 'gc.collect(1)', 'back.clear()'),
);
const START = [
  'class N: pass\n',
  'class P(N):\n    def __del__(self):\n        if len(back) < 2: back.append(self)\n',
  'back = []',
  'def log(r): pass\n',
  'def put(x, y):\n    if type(x) is list: x.append(y)\n    elif type(x) is dict: x[len(x)] = y\n    elif isinstance(x, N): x.next = y\n',
  'a = b = c = d = None',
  'gc.collect()',
];

it('[FI2] for any heap, the steps end where the machine ends, and watching changes nothing', () => {
  fc.assert(
    fc.property(
      fc.array(statement, { minLength: 3, maxLength: 25 }),
      fc.constantFrom(0, 1, 2),
      (statements, generation) => {
        const machine = prepared([...START, ...statements]);
        const copy = Machine.restore(machine.snapshot());
        const source = `gc.collect(${generation})`;
        const { films } = film(machine, source);
        const [one] = films;
        expect(films).toHaveLength(1);
        if (one === undefined) return;
        checkEnd(one, machine);
        const step = copy.run('__main__', source);
        expect(machine.digest()).toBe(copy.digest());
        expect(step.collections.map(({ collected }) => collected)).toEqual([one.collected]);
      },
    ),
    { numRuns: 60, seed: 311 },
  );
});

describe('[FI2] in every scenario that is compared with CPython, watching every collection changes nothing', () => {
  it.each(allScenarios().filter(({ source }) => /gc\.|weakref|__del__/.test(source)))(
    '$name',
    ({ source }) => {
      const watched = new Machine();
      const alone = new Machine();
      for (const input of splitInputs(source)) {
        const wanted = (n: number) => n < 2;
        const { watch, collections } = filmCollections(watched, wanted);
        const step = watched.run('__main__', input, watch);
        const plain = alone.run('__main__', input);
        expect(step.collections.map(({ freed, collected }) => [freed, collected])).toEqual(
          plain.collections.map(({ freed, collected }) => [freed, collected]),
        );
        expect(collections.map(({ collected }) => collected)).toEqual(
          step.collections.filter((_, n) => wanted(n)).map(({ collected }) => collected),
        );
      }
      expect(watched.digest()).toBe(alone.digest());
    },
  );
});
