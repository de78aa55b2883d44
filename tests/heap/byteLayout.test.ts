import { expect, it } from 'vitest';
import { type BlockLayout, byteLayout, figuresOf, type Machine } from '../../heap/index.ts';
import { openPrompt } from './machine.ts';

function layout(machine: Machine, name: string): { size: number; blocks: BlockLayout[] } {
  const view = machine.inspect();
  const target = view.namespaces[0]?.names.find((one) => one.name === name)?.target;
  const object = view.objects.find(({ serial }) => serial === target);
  if (object === undefined) throw new Error(`no ${name}`);
  return { size: object.size, blocks: byteLayout(machine, object.serial, object.address) ?? [] };
}

const text = (block: BlockLayout | undefined) =>
  block?.fields.map(({ name, offset, bytes }) => `${offset} ${name} ${bytes}`);

function open(): ReturnType<typeof openPrompt> {
  const prompt = openPrompt({ preimported: ['gc'] });
  for (const source of [
    'class P:\n    def __init__(self): self.x = 1\n',
    "class S:\n    __slots__ = ('u', 'v')\n",
    'l = []\nfor i in range(5): l.append(i)\n',
    't = tuple([1, 2, 3]); d = {}; d[1] = 2; s = set(range(7)); f = 1.5; g = f * 2; n = 2 ** 64',
    "p = P(); o = S(); e = ValueError('x'); w = str(g); b = bytes([1, 2, 3]); small = {1}",
    'def fn(): pass\n',
    'c = slice(1, 2); r = range(3)',
  ])
    prompt.step(source);
  return prompt;
}

it('[PM4] fields lie gapless behind one another and end where the block ends', () => {
  const { machine } = open();
  for (const object of machine.inspect({ internals: true }).objects) {
    for (const block of byteLayout(machine, object.serial, object.address) ?? []) {
      let at = block.part === 'object' ? block.address - object.address : 0;
      for (const field of block.fields) {
        expect(field.offset, `${object.type} ${block.part}.${field.name}`).toBe(at);
        expect(field.bytes).toBeGreaterThan(0);
        at += field.bytes;
      }
      expect(block.fields.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(block.room);
      expect(block.fields.filter(({ role }) => role === 'slack').length).toBeLessThanOrEqual(1);
    }
  }
});

// The offsets of the structs: type.__basicsize__ of CPython 3.11.7 (list 40, float 24, S 32, P 24).
it('[PM4] the header is what CPython puts there', () => {
  const { machine } = open();
  expect(text(layout(machine, 'l').blocks[0])).toEqual([
    '-16 PyGC_Head 16',
    '0 ob_refcnt 8',
    '8 ob_type 8',
    '16 ob_size 8',
    '24 ob_item 8',
    '32 allocated 8',
    '40 unused 8',
  ]);
  // 5 items in room for 8, as sys.getsizeof says: 56 + 64
  expect(text(layout(machine, 'l').blocks[1])).toEqual(['0 items 40', '40 room for more 24']);
  expect(text(layout(machine, 'g').blocks[0])).toEqual([
    '0 ob_refcnt 8',
    '8 ob_type 8',
    '16 ob_fval 8',
    '24 unused 8',
  ]);
  expect(text(layout(machine, 'o').blocks[0])).toEqual([
    '-16 PyGC_Head 16',
    '0 ob_refcnt 8',
    '8 ob_type 8',
    '16 u 8',
    '24 v 8',
  ]);
  expect(text(layout(machine, 'p').blocks[0])).toEqual([
    '-32 values 8',
    '-24 dict 8',
    '-16 PyGC_Head 16',
    '0 ob_refcnt 8',
    '8 ob_type 8',
    '16 __weakref__ 8',
    '24 unused 8',
  ]);
});

// Recorded from CPython 3.11.7: sys.getsizeof of each.
it.each([
  ['l', 120],
  ['t', 64],
  ['d', 224],
  ['s', 728],
  ['g', 24],
  ['n', 36],
  ['o', 48],
  ['p', 56],
  ['w', 52],
  ['b', 36],
  ['small', 216],
  ['fn', 152],
  ['c', 56],
  ['r', 48],
] as const)('[PM4] what the blocks of %s need is sys.getsizeof: %i bytes', (name, size) => {
  const found = layout(open().machine, name);
  const counted = found.blocks.filter(({ part }) => part !== 'values');
  expect(counted.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(size);
  expect(found.size).toBe(size);
});

it('[PM4] figures follow the heap', () => {
  const { machine, step } = openPrompt({ preimported: ['gc'] });
  expect(figuresOf(machine)).toEqual({
    objects: 0,
    blocks: 0,
    bytesUsed: 0,
    bytesFromSystem: 0,
    arenas: 0,
    collections: [0, 0, 0],
  });
  step('a = [[], []]');
  const { memory } = machine.inspect();
  expect(figuresOf(machine)).toEqual({ ...memory, objects: 3, collections: [0, 0, 0] });
  step('a.clear(); gc.collect(1)');
  expect(figuresOf(machine)).toMatchObject({ objects: 1, collections: [0, 1, 0] });
});
