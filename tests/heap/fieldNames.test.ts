/** What Python has no way of writing is called as CPython calls it. */
import { expect, it } from 'vitest';
import { byteLayout, Machine } from '../../heap/index.ts';

// Objects/listobject.c, tupleobject.c, bytesobject.c, iterobject.c, dictobject.c, setobject.c, enumobject.c,
// rangeobject.c; Python/bltinmodule.c.
it.each([
  ['iter([1])', ['it_seq']],
  ['reversed([1])', ['it_seq']],
  ['iter((1, [2]))', ['it_seq']],
  ['iter(bytearray(b"a"))', ['it_seq']],
  ['reversed((1, [2]))', ['seq']],
  ['iter({"k": 1})', ['di_dict']],
  ['iter({"k": 1}.items())', ['di_dict', 'di_result']],
  ['{"k": 1}.keys()', ['dv_dict']],
  ['iter({1})', ['si_set']],
  ['iter(range(3))', []],
  ['iter(list, 0)', ['it_callable', 'it_sentinel']],
  ['enumerate([1])', ['en_sit', 'en_result']],
  ['zip([1], [2])', ['ittuple', 'result']],
  ['map(len, [[]])', ['iters', 'func']],
  ['filter(None, [1])', ['it', 'func']],
  ['(i for i in [1])', ['.0']],
  ['{(1, 2): 3}', ['me_key', '[(1, 2)]']],
  ['{1}', ['key']],
])('the references of %s', (source, labels) => {
  const machine = new Machine({ preimported: ['gc'] });
  machine.run('__main__', `x = ${source}`);
  const view = machine.inspect();
  const target = view.namespaces[0]?.names.find(({ name }) => name === 'x')?.target;
  const object = view.objects.find(({ serial }) => serial === target);
  expect(object?.slots.map(({ label }) => label)).toEqual(labels);
  // Each label is a field in the bytes of the object, where it is not an item or a variable.
  const [own] = byteLayout(machine, object?.serial ?? 0, object?.address ?? 0) ?? [];
  const fields = own?.fields.map(({ name }) => name) ?? [];
  for (const label of labels.filter((one) => /^(it_|seq|d[iv]_|si_|en_|ittuple|iters|func)/.test(one)))
    expect(fields).toContain(label);
});

it('what waits on the stack of a generator has the place that CPython gives it', () => {
  const machine = new Machine();
  machine.run('__main__', 'def f(a):\n    for i in a: yield i\n');
  machine.run('__main__', 'g = f([[1]]); next(g)');
  const generator = machine.inspect().objects.find(({ type }) => type === 'generator');
  expect(generator?.slots.map(({ label }) => label)).toEqual(['a', 'i', 'localsplus[2]']);
});
