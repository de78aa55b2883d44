import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Machine, type MachineOptions, Reel, ReelMaker } from '../../heap/index.ts';
import { changeRow, joinRows, moveRow, type Row } from '../../heap/machine/row.ts';

const OPTIONS: MachineOptions = {
  modules: ['ana', 'ben'],
  preimported: ['gc', 'sys', 'weakref', 'board'],
  limits: { fuel: 100_000 },
};

/** In groups: what is done between one moment and the next. Whatever a machine keeps takes part. */
const GROUPS: readonly (readonly (string | ((machine: Machine) => void))[])[] = [
  ['a = [1, [2], {3: (4, 5.5)}]', 'zero = 0.0'],
  ['def gen(k):\n    held = [k]\n    while True:\n        k = yield held\n', 'g = gen(1); first = next(g)'],
  ['zero = -0.0'],
  [(machine) => machine.addModule('eve'), 'text = "x" * 300', '1 / 0'],
  [
    'class Node:\n    def __init__(self, next): self.next = next\n    def __del__(self): log.append(1)\n',
    'log = []',
  ],
  ['n = Node(None); n.next = Node(n); r = weakref.ref(n, log.append)', 'a.append(n)'],
  ['big = [[i] for i in range(20000)]'],
  ['del n; del a', (machine) => machine.setCollectorOwner('ben')],
  ['import tracemalloc; tracemalloc.start(); kept = [bytes(100) for i in range(20)]'],
  [(machine) => machine.removeModule('eve'), 'del big'],
  ['class Slotted:\n    __slots__ = ("x", "__weakref__")\n', 's = Slotted(); s.x = s'],
  ['Slotted.__name__ = "Other"', 's.x = [s]'],
  ['late = {}\nwhile True: late[len(late)] = [late]'],
  [(machine) => machine.setCollectorOwner(null), 'gc.collect()', 'del Slotted, s', 'gc.collect()'],
  ['g.send(3)', 'first'],
];

function act(machine: Machine, deed: string | ((machine: Machine) => void)): void {
  if (typeof deed === 'string') machine.run('ana', deed);
  else deed(machine);
}

/** The groups three times; in between another machine takes the place, which stands where the first had been some time ago. */
function film() {
  let machine = new Machine(OPTIONS);
  const maker = new ReelMaker(machine);
  const reel = new Reel(machine);
  const snapshots = [machine.snapshot()];
  for (let round = 0; round < 3; round++) {
    for (const group of GROUPS) {
      for (const deed of group) act(machine, deed);
      reel.add(structuredClone(maker.next(machine)));
      snapshots.push(machine.snapshot());
    }
    machine = Machine.restore(snapshots[4] ?? new Uint8Array());
    machine.removeModule('eve');
  }
  return { reel, snapshots };
}

function equal(machine: Machine, snapshot: Uint8Array | undefined, about: string): void {
  const whole = Machine.restore(snapshot ?? new Uint8Array());
  expect(Buffer.compare(machine.snapshot(), whole.snapshot()), about).toBe(0);
  expect(machine.inspect(), about).toEqual(whole.inspect());
  machine.checkHeap();
  // It goes on as that one does, also where a statement has to be taken back.
  for (const source of ['more = [len(dir()), {1: 2}]', 'while True: more.append([])', 'more']) {
    expect(machine.run('ben', source)).toEqual(whole.run('ben', source));
  }
  expect(machine.digest(), about).toBe(whole.digest());
}

it('[MA9] led to any moment, on or back, the machine is as it was there, and so is a new one', () => {
  const { reel, snapshots } = film();
  expect(reel.last).toBe(3 * GROUPS.length);
  const machine = new Machine(OPTIONS);
  const there = (place: number): void => {
    reel.stand(machine, place);
    equal(machine, snapshots[place], `moment ${place}`);
  };
  for (let place = 0; place <= reel.last; place += 2) there(place);
  for (let k = 1; k <= reel.last; k += 4) there((k * 17) % (reel.last + 1));
  for (const place of [0, 7, reel.last])
    equal(
      reel.machineAt(place, (options) => new Machine(options)),
      snapshots[place],
      `new at ${place}`,
    );
});

it('[MA9] also where every second moment was given up', () => {
  const { reel, snapshots } = film();
  const machine = new Machine(OPTIONS);
  reel.stand(machine, 11);
  const before = reel.bytes;
  reel.thin();
  expect(reel.last).toBe(Math.ceil((3 * GROUPS.length) / 2));
  expect(reel.bytes).toBeLessThan(before);
  for (const place of [9, 0, 22, 3, 14, 8]) {
    reel.stand(machine, place);
    equal(machine, snapshots[2 * place], `moment ${2 * place}`);
  }
  expect(machine.run('ana', 'while True: pass').limit).toBe('fuel');
});

const numbers = fc.array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), { maxLength: 40 });
const alike = fc
  .tuple(numbers, fc.array(fc.tuple(fc.nat(60), fc.constantFrom(0, 1, -1, 7))))
  .map(([row, changes]) => {
    const next = [...row];
    for (const [at, value] of changes) if (at < next.length) next[at] = value;
    return { row, next };
  });

it('[MA9] a change of a row leads on and back, and two of them as one do the same', () => {
  const standing = (values: readonly number[]): Row => ({
    values: Int32Array.from(values),
    length: values.length,
  });
  const read = ({ values, length }: Row): number[] => {
    expect([...values.subarray(length)].every((word) => word === 0)).toBe(true);
    return [...values.subarray(0, length)];
  };
  fc.assert(
    fc.property(alike, numbers, ({ row: first, next: second }, third) => {
      const row = standing(first);
      const one = changeRow(row, Int32Array.from(second));
      const two = changeRow(row, Int32Array.from(third));
      expect(read(row)).toEqual(third);
      moveRow(row, two, false);
      expect(read(row)).toEqual(second);
      moveRow(row, one, false);
      expect(read(row)).toEqual(first);
      const both = joinRows(one, two);
      moveRow(row, both, true);
      expect(read(row)).toEqual(third);
      moveRow(row, both, false);
      expect(read(row)).toEqual(first);
      moveRow(row, one, true);
      expect(read(row)).toEqual(second);
    }),
  );
});
