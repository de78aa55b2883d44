import { describe, expect, it } from 'vitest';
import { en } from '../../components/language/en/index.ts';
import {
  arenaBox,
  cellOfPool,
  layoutLens,
  layoutMap,
  poolAt,
  poolBox,
  poolOfCell,
} from '../../components/memory/map-layout.ts';
import {
  blockOfGranule,
  blockSentence,
  capacityOf,
  classRows,
  fragmentation,
  granuleOfBlock,
  mapSentence,
  poolSentence,
  shares,
  usedPools,
} from '../../components/memory/map-words.ts';
import { type Paints, paintPool } from '../../components/memory/paint.ts';
import { walk } from '../../components/memory/walk.ts';
import { holderOf, Machine, MemoryMap, POOL_GRANULES } from '../../heap/index.ts';

function mapAfter(...statements: readonly string[]): { machine: Machine; map: MemoryMap } {
  const machine = new Machine({ preimported: ['gc'] });
  for (const source of statements) machine.run('__main__', source);
  const map = new MemoryMap();
  map.update(machine);
  return { machine, map };
}

describe('where arenas and pools stand', () => {
  it.each([1, 2, 5, 17, 64])('%i arenas never overlap and fit the width', (arenas) => {
    for (const width of [300, 390, 700, 1200]) {
      const layout = layoutMap(arenas, width);
      const seen = new Set<string>();
      for (let arena = 0; arena < arenas; arena++) {
        const box = arenaBox(layout, arena);
        seen.add(`${box.x} ${box.y}`);
        expect(box.x + box.side).toBeLessThanOrEqual(width);
        expect(box.y + box.side).toBeLessThanOrEqual(layout.height);
      }
      expect(seen.size).toBe(arenas);
    }
  });

  it('finds the pool and the granule under a point, and nothing between arenas', () => {
    const layout = layoutMap(4, 700);
    for (const pool of [0, 9, 63, 64, 130, 255]) {
      const box = poolBox(layout, pool);
      expect(poolAt(layout, box.x + 0.1, box.y + 0.1)).toEqual({ pool, granule: 0 });
      expect(poolAt(layout, box.x + box.side - 0.1, box.y + box.side - 0.1)).toEqual({
        pool,
        granule: POOL_GRANULES - 1,
      });
    }
    expect(poolAt(layout, layout.side + 2, 10)).toBeNull();
    expect(poolAt(layout, 10, layout.height + 10)).toBeNull();
    expect(poolAt(layout, -1, 10)).toBeNull();
  });

  it('numbers the cells of the grid back and forth', () => {
    const layout = layoutMap(3, 500);
    for (let pool = 0; pool < 3 * 64; pool++) {
      const { row, column } = cellOfPool(layout, pool);
      expect(poolOfCell(layout, row, column)).toBe(pool);
    }
    // two arenas above, one below: nothing stands at the right of the last
    expect(poolOfCell(layout, 8, 8)).toBeNull();
    expect(poolOfCell(layout, 0, 16)).toBeNull();
  });

  it('shows all blocks of a pool, whatever their size', () => {
    for (const sizeClass of [0, 3, 31]) {
      const blocks = capacityOf(sizeClass);
      const lens = layoutLens(blocks, 500, 300);
      expect(lens.columns * lens.rows).toBeGreaterThanOrEqual(blocks);
      expect(lens.columns * lens.cell).toBeLessThanOrEqual(500);
      expect(lens.cell).toBeGreaterThanOrEqual(13);
    }
  });
});

describe('walking the grid', () => {
  const grid = {
    rows: 3,
    columns: 4,
    has: ({ row, column }: { row: number; column: number }) => row < 2 || column < 2,
  };
  it.each([
    ['ArrowRight', false, { row: 0, column: 0 }, { row: 0, column: 1 }],
    ['ArrowLeft', false, { row: 0, column: 0 }, { row: 0, column: 0 }],
    ['ArrowDown', false, { row: 1, column: 1 }, { row: 2, column: 1 }],
    ['ArrowDown', false, { row: 1, column: 3 }, { row: 1, column: 3 }],
    ['ArrowRight', false, { row: 2, column: 1 }, { row: 2, column: 1 }],
    ['Home', false, { row: 1, column: 3 }, { row: 1, column: 0 }],
    ['End', false, { row: 2, column: 0 }, { row: 2, column: 1 }],
    ['End', true, { row: 0, column: 0 }, { row: 2, column: 1 }],
    ['Home', true, { row: 2, column: 1 }, { row: 0, column: 0 }],
    ['PageDown', false, { row: 0, column: 0 }, { row: 2, column: 0 }],
    ['PageUp', false, { row: 2, column: 1 }, { row: 0, column: 1 }],
  ] as const)('%s (control: %s)', (key, control, from, to) => {
    expect(walk(key, control, from, grid)).toEqual(to);
  });
  it('leaves other keys alone', () => {
    expect(walk('a', false, { row: 0, column: 0 }, grid)).toBeNull();
  });
});

describe('the map in words', () => {
  it('tells pools and blocks by what they hold', () => {
    const { machine, map } = mapAfter('class N:\n    __slots__ = ()\n', 'a = N(); b = N()', 'del a');
    const pool = usedPools(map).find((each) => map.poolClass[each] === 1);
    if (pool === undefined) throw new Error('no pool of blocks of 32 bytes');
    expect(poolSentence(map, pool, en.memory)).toMatch(
      /^Pool \d+ of arena 0: blocks of 32 bytes, \d+ of 510 in use\.$/,
    );
    const held = (block: number) =>
      holderOf(machine, map, map.addressOf(pool, granuleOfBlock(map, pool, block)));
    const sentences = Array.from({ length: 510 }, (_, block) =>
      blockSentence(map, pool, block, held(block), en.memory),
    );
    expect(sentences.some((each) => each.endsWith('N <N object>, allocated by __main__.'))).toBe(true);
    expect(sentences.some((each) => each.includes('free: given back'))).toBe(true);
    expect(sentences.at(-1)).toBe('Block 509, 32 bytes: never handed out.');
    const long = { serial: 1, type: 'str', repr: "'abc…", owner: null };
    expect(blockSentence(map, pool, 3, { part: 'object', holder: long }, en.memory)).toBe(
      "Block 3, 32 bytes: str 'abc…",
    );
    expect(blockOfGranule(map, pool, 2)).toBeNull();
    expect(blockOfGranule(map, pool, granuleOfBlock(map, pool, 7) + 1)).toBe(7);
    expect(poolSentence(map, 63, en.memory)).toBe('Pool 63 of arena 0: not in use yet.');
    expect(mapSentence(map, en.memory)).toContain('1 arena of 1 MiB');
  });

  it('adds up: classes to the blocks in use, shares to what the system gave', () => {
    const { machine, map } = mapAfter(
      'a = [[i, i * 1.5] for i in range(500)]',
      'del a[::2]',
      "t = 'x' * 3000",
    );
    const { memory } = machine.inspect();
    const rows = classRows(map);
    expect(rows.reduce((sum, { used }) => sum + used, 0)).toBe(memory.blocks);
    expect(rows.every(({ used, capacity }) => used <= capacity)).toBe(true);
    const outside = memory.bytesFromSystem - memory.arenas * (1 << 20);
    expect(shares(map.bytes, outside).reduce((sum, { bytes }) => sum + bytes, 0)).toBe(
      memory.bytesFromSystem,
    );
    expect(fragmentation(map.bytes, en.memory)).toMatch(/^\d+ % of the pools in use is free/);
    expect(fragmentation(mapAfter().map.bytes, en.memory)).toBe('No pool is in use.');
  });
});

it('paints each granule by its state, blocks by class or owner', () => {
  const { map } = mapAfter('a = [1.5]', 'b = [a]', 'del b');
  const paints: Paints = {
    untouched: 1,
    header: 2,
    tail: 3,
    free: 4,
    empty: 5,
    kept: 6,
    classes: Array.from({ length: 32 }, (_, n) => 100 + n),
    owners: [200, 201],
  };
  const pixels = new Uint32Array(POOL_GRANULES);
  const pool = usedPools(map).find((each) => map.poolClass[each] === 3) ?? 0;
  paintPool(map, pool, pixels, paints, 'class');
  expect([...pixels.subarray(0, 3)]).toEqual([2, 2, 2]);
  // 255 blocks of 64 bytes leave one granule over
  expect(pixels[POOL_GRANULES - 1]).toBe(3);
  // what the machine gave back since is free, the dead list is kept for the next one
  expect(new Set(pixels)).toEqual(new Set([1, 2, 3, 4, 6, 103]));
  paintPool(map, pool, pixels, paints, 'owner');
  expect([...new Set(pixels)].filter((pixel) => pixel >= 100)).toEqual([201]);
  paintPool(map, 63, pixels, paints, 'class');
  expect(new Set(pixels)).toEqual(new Set([1]));
});
