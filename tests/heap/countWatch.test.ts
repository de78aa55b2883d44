import { expect, it } from 'vitest';
import { LABEL_PHRASES, labelWords } from '../../classroom/labelPhrases.ts';
import { type CountLine, CountWatch, Machine, type MachineOptions } from '../../heap/index.ts';

const ALONE: MachineOptions = { preimported: ['gc', 'sys', 'weakref'] };

/** The lines of the object that a name has after the statement with this number, by statement. */
function story(
  statements: readonly (string | readonly [string, string])[],
  name: string,
  after = 0,
  options = ALONE,
): (CountLine | null)[] {
  const run = (machine: Machine, statement: string | readonly [string, string]) =>
    typeof statement === 'string'
      ? machine.run('__main__', statement)
      : machine.run(statement[0], statement[1]);
  const first = new Machine(options);
  let found = { serial: 0, address: 0 };
  statements.forEach((statement, index) => {
    run(first, statement);
    if (index !== after) return;
    const view = first.inspect();
    const target = view.namespaces.flatMap(({ names }) => names).find((one) => one.name === name)?.target;
    found = view.objects.find(({ serial }) => serial === target) ?? found;
  });
  const again = new Machine(options);
  const watch = new CountWatch(again, found.serial, found.address);
  const lines = statements.map((statement) => watch.during(() => run(again, statement)).line);
  // being watched changes nothing
  expect(again.digest()).toBe(first.digest());
  again.checkHeap();
  return lines;
}

const told = (line: CountLine | null | undefined) =>
  line?.changes.map(
    ({ cause, by, label }) => `${by > 0 ? '+' : ''}${by} ${cause} ${labelWords(label, LABEL_PHRASES.en)}`,
  );

it('[RC4] tells each change of a count with its cause; the counts are those of CPython 3.11.7', () => {
  const lines = story(
    [
      'a = [1, 2, 3]',
      'b = a',
      'c = [a, a]',
      'd = {"k": a}',
      'def f(x):\n    y = x\n    return y\n',
      'r = f(a)',
      'for i in range(3): q = a\n',
      'del a',
      'del c',
      'd.clear()',
      'del q, r',
      't = (b,)',
      't = None',
    ],
    'a',
  );
  // recorded: sys.getrefcount(b) - 1 after each statement
  const counts = [1, 2, 4, 5, 5, 6, 7, 6, 4, 3, 1, 2, 1];
  let count = 0;
  expect(
    lines.map((line) => {
      if (line !== null) {
        expect(line.before).toBe(count);
        count = line.after;
      }
      return count;
    }),
  ).toEqual(counts);
  expect(lines.map((line) => line?.made ?? false).indexOf(true)).toBe(0);
  expect(lines.map(told)).toEqual([
    ['+1 nameBound __main__.a'],
    ['+1 nameBound __main__.b'],
    ['+2 slotFilled [0]'],
    ["+1 slotFilled ['k']"],
    undefined,
    [
      '+1 argument x in f()',
      '+1 localBound y in f()',
      '-1 localGone x in f()',
      '-1 localGone y in f()',
      '+1 nameBound __main__.r',
    ],
    ['+1 nameBound __main__.q'],
    ['-1 nameUnbound __main__.a'],
    ['-2 holderDied [0]'],
    ["-1 slotEmptied ['k']"],
    ['-1 nameUnbound __main__.q', '-1 nameUnbound __main__.r'],
    ['+1 slotFilled [0]'],
    ['-1 holderDied [0]'],
  ]);
});

it('[RC4] an argument of a built-in is a reference for as long as the call runs', () => {
  const lines = story(['a = []', 'sys.getrefcount(a)', 'len(a)', 'a is None'], 'a');
  expect(lines[1]).toMatchObject({ before: 1, after: 1, peak: 2, asArgument: 1, changes: [] });
  expect(lines[2]).toMatchObject({ before: 1, after: 1, peak: 2, asArgument: 1 });
  expect(lines[3]).toMatchObject({ before: 1, after: 1, peak: 2, asArgument: 0, onStack: 1, changes: [] });
});

it('[RC4] an object on a cycle is freed by the collector, another one by its count', () => {
  const cycle = ['class A: pass\n', 'p = A(); q = A()', 'p.q = q; q.p = p', 'del p', 'del q', 'gc.collect()'];
  const lines = story(cycle, 'p', 1);
  expect(lines.map((line) => line?.died ?? null)).toEqual([null, null, null, null, null, 'collected']);
  expect(lines[3]).toMatchObject({ before: 2, after: 1 });
  expect(lines[4]).toBeNull();
  expect(told(lines[5])).toEqual(['-1 collector .p']);
  const plain = story(['a = []', 'del a', '[]'], 'a');
  expect(plain.map((line) => line?.died ?? null)).toEqual([null, 'counted', null]);
  expect(told(plain[1])).toEqual(['-1 nameUnbound __main__.a']);
});

it('[RC4] a generator takes over the arguments of its call, a class keeps its attributes', () => {
  const lines = story(
    [
      'a = []',
      'def g(v):\n    while True: yield 1\n',
      'it = g(a)',
      'next(it)',
      'del it',
      'class C: z = a\n',
      'del C',
      'gc.collect()',
    ],
    'a',
  );
  expect(lines.map((line) => line?.after)).toEqual([1, undefined, 2, undefined, 1, 2, undefined, 1]);
  expect(told(lines[4])).toEqual(['-1 holderDied v']);
  expect(
    lines[5]?.changes
      .filter(({ holder }) => holder?.repr === '<class C>')
      .map(({ cause, by }) => [cause, by]),
  ).toEqual([['slotFilled', 1]]);
  expect(told(lines[7])).toEqual(["-1 collector ['z']"]);
});

it('[RC4] names are told by the member whose they are, echoes too', () => {
  const options = { modules: ['ana', 'ben'], preimported: ['gc', 'board'] };
  const lines = story(
    [
      ['ana', 'a = [1]'],
      ['ben', 'import ana; b = ana.a'],
      ['ana', 'a'],
      ['ben', '1'],
      ['ana', '2'],
      ['ana', 'board.shared = a'],
    ],
    'a',
    0,
    options,
  );
  expect(lines.map(told)).toEqual([
    ['+1 nameBound ana.a'],
    ['+1 nameBound ben.b'],
    ['+1 nameBound the last echo of ana (_)'],
    undefined,
    ['-1 nameUnbound the last echo of ana (_)'],
    ['+1 nameBound board.shared'],
  ]);
});

it('[RC4] a loop that does the same a thousand times is one change, and the count is exact', () => {
  const lines = story(['a = []', 'b = []\nfor i in range(1000): b.append(a)\n', 'del b'], 'a');
  expect(told(lines[1])).toEqual(['+1000 slotFilled [0]']);
  expect(lines[1]).toMatchObject({ before: 1, after: 1001 });
  expect(told(lines[2])).toEqual(['-1000 holderDied [0]']);
});
