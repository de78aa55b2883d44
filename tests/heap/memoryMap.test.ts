import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import {
  ARENA_POOLS,
  GRANULE,
  GRANULE_BYTES,
  holderOf,
  largeBlocks,
  Machine,
  MemoryMap,
  NO_SIZE_CLASS,
  objectOfStart,
  POOL,
  POOL_GRANULES,
  placedBlocks,
  STARTS,
  splitInputs,
} from '../../heap/index.ts';
import { openPrompt } from './machine.ts';

const ARENA_BYTES = 1 << 20;

function mapOf(machine: Machine): MemoryMap {
  const map = new MemoryMap();
  map.update(machine);
  return map;
}

/** First granules of blocks in a state, over the whole map. */
function blocks(map: MemoryMap, state: number): number[] {
  const out: number[] = [];
  for (let at = 0; at < map.arenas * ARENA_POOLS * POOL_GRANULES; at++)
    if (map.state[at] === (state | STARTS)) out.push(at);
  return out;
}

/** What the map says adds up: with itself, with the view of the heap, with the object of every block. */
function checkMap(machine: Machine, map: MemoryMap): void {
  const { memory } = machine.inspect();
  const large = largeBlocks(machine);
  const used = blocks(map, GRANULE.used);
  const kept = blocks(map, GRANULE.kept);
  expect(map.arenas).toBe(memory.arenas);
  expect(Object.values(map.bytes).reduce((sum, each) => sum + each, 0)).toBe(memory.arenas * ARENA_BYTES);
  expect(used.length + kept.length).toBe(memory.blocks);
  // each request outside is rounded up as the C library does, 8 bytes of its own included, and has a header of 16 bytes
  const outside = large.reduce((sum, { bytes }) => sum + ((bytes + 23) & ~15) + 16, 0);
  expect(map.bytes.used + map.bytes.kept + outside).toBe(memory.bytesUsed);
  expect(map.arenas * ARENA_BYTES + outside).toBe(memory.bytesFromSystem);
  // items of a list that shrank stay where they are (Objects/obmalloc.c `pymalloc_realloc`)
  const small = large.filter(({ bytes, part }) => bytes > 0 && bytes <= 512 && part !== 'items');
  expect(small).toEqual([]);
  expect(large.filter(({ holder }) => holder === null)).toEqual([]);
  for (let pool = 0; pool < map.arenas * ARENA_POOLS; pool++) {
    const starts = [GRANULE.used, GRANULE.kept].flatMap((state) =>
      [...map.state.subarray(pool * POOL_GRANULES, (pool + 1) * POOL_GRANULES)].filter(
        (each) => each === (state | STARTS),
      ),
    );
    expect(starts.length).toBe(map.poolUsed[pool]);
  }
  const shown = new Set(machine.inspect({ internals: true }).objects.map(({ serial }) => serial));
  for (const at of used) {
    const serial = map.holder[at] ?? 0;
    expect(serial, `a used block at granule ${at} belongs to no object`).toBeGreaterThan(0);
    // Whoever follows it arrives somewhere.
    if (!shown.has(serial)) expect(objectOfStart(machine, serial)?.serial).toBe(serial);
  }
  for (const object of machine.inspect({ internals: true }).objects) {
    for (const block of placedBlocks(machine, object.serial, object.address) ?? []) {
      const place = map.locate(block.address);
      if (place === null) continue;
      const at = place.pool * POOL_GRANULES + place.granule;
      expect(map.state[at]).toBe(GRANULE.used | STARTS);
      expect(map.holder[at]).toBe(object.serial);
      expect(map.owners[map.owner[at] ?? 0]).toBe(object.owner ?? '');
      expect(map.blockAround(place.pool, place.granule)).toEqual({
        first: place.granule,
        length: block.room / GRANULE_BYTES,
      });
    }
  }
}

const SCENARIOS = path.join(import.meta.dirname, '../conformance/scenarios');

it.each(
  readdirSync(SCENARIOS)
    .filter((name) => name.endsWith('.py'))
    .filter((_, index) => index % 6 === 0),
)('[PM3] every byte of every arena is accounted for and every block in use has its object: %s', (name) => {
  const limits = { fuel: 50_000_000, liveBytes: 1 << 29, output: 1 << 24, source: 1 << 24, recursion: 1000 };
  const machine = new Machine({ limits });
  for (const input of splitInputs(readFileSync(path.join(SCENARIOS, name), 'utf8')))
    machine.run('__main__', input);
  checkMap(machine, mapOf(machine));
});

it('[PM3] a map that is kept equals one that is made anew, and marks the pools that changed', () => {
  const { machine, step } = openPrompt({ modules: ['ana', 'ben'], preimported: ['gc'] });
  const kept = new MemoryMap();
  const statements = [
    ['ana', 'a = [1.5, 2.5]'],
    ['ben', 'b = {i: [i] for i in range(300, 700)}'],
    ['ana', 'del a'],
    ['ben', 'b.clear()'],
    ['ana', "c = 'x' * 2000"],
    ['teacher', 'None'],
  ] as const;
  for (const [module, source] of statements) {
    if (machine.modules.includes(module)) step(source, module);
    kept.clean();
    kept.update(machine);
    const fresh = mapOf(machine);
    const length = fresh.arenas * ARENA_POOLS;
    for (const [one, other, n] of [
      [kept.state, fresh.state, length * POOL_GRANULES],
      [kept.owner, fresh.owner, length * POOL_GRANULES],
      [kept.holder, fresh.holder, length * POOL_GRANULES],
      [kept.poolClass, fresh.poolClass, length],
      [kept.poolState, fresh.poolState, length],
    ] as const)
      expect(one.subarray(0, n)).toEqual(other.subarray(0, n));
    checkMap(machine, kept);
  }
  // the last one ran nothing
  expect(kept.dirty.every((each) => each === 0)).toBe(true);
  kept.clean();
  step('d = 12345 * 1', 'ana');
  kept.update(machine);
  const changed = [...kept.dirty].filter((each) => each === 1).length;
  expect(changed).toBeGreaterThan(0);
  expect(changed).toBeLessThan(4);
});

// Objects/obmalloc.c: pymalloc_alloc takes the block freed last; pymalloc_free puts it first on its pool's free list.
it('[PM3] shows a freed block as free and the next one of its size class in its place', () => {
  const { machine, step } = openPrompt();
  step('class N:\n    __slots__ = ()\n');
  step('a = N(); b = N()');
  const placeOf = (name: string) => {
    const view = machine.inspect();
    const target = view.namespaces[0]?.names.find((one) => one.name === name)?.target ?? 0;
    const object = view.objects.find(({ serial }) => serial === target);
    const block = placedBlocks(machine, target, object?.address ?? 0)?.[0];
    return { serial: target, at: block?.address ?? 0, bytes: block?.bytes, room: block?.room };
  };
  const a = placeOf('a');
  expect(a).toMatchObject({ bytes: 32, room: 32 });
  const read = () => {
    const map = mapOf(machine);
    const place = map.locate(a.at);
    if (place === null) throw new Error('no arena there');
    const at = place.pool * POOL_GRANULES + place.granule;
    return {
      state: (map.state[at] ?? 0) & ~STARTS,
      holder: map.holder[at],
      sizeClass: map.poolClass[place.pool],
    };
  };
  expect(read()).toEqual({ state: GRANULE.used, holder: a.serial, sizeClass: 1 });
  step('del a');
  expect(read()).toEqual({ state: GRANULE.free, holder: 0, sizeClass: 1 });
  step('c = N()');
  const c = placeOf('c');
  expect(c.at).toBe(a.at);
  expect(read()).toEqual({ state: GRANULE.used, holder: c.serial, sizeClass: 1 });
  expect(holderOf(machine, mapOf(machine), c.at)).toMatchObject({ part: 'object', holder: { type: 'N' } });
});

// Objects/floatobject.c: float_dealloc keeps up to 100 dead floats; their blocks stay in use for pymalloc.
it('[PM3] tells a block that its type keeps for the next object from one that is free', () => {
  const { machine, step } = openPrompt({ preimported: ['gc'] });
  step('x = 1.5; y = x * 2; z = x * 3');
  const before = mapOf(machine).bytes;
  step('del y, z');
  const after = mapOf(machine);
  expect(after.bytes.kept - before.kept).toBe(2 * 32);
  expect(after.bytes.used - before.used).toBe(-2 * 32);
  step('gc.collect()');
  expect(mapOf(machine).bytes.kept).toBe(0);
});

// Objects/obmalloc.c: pools of 16 KiB with a header of 48 bytes; 64 of them in an arena of 1 MiB.
it('[PM3] knows pools that are full, empty and not cut yet', () => {
  const { machine, step } = openPrompt();
  step('class N:\n    __slots__ = ()\n');
  const perPool = Math.floor((16384 - 48) / 32);
  step(`a = [N() for i in range(${3 * perPool})]`);
  const map = mapOf(machine);
  const full = [...map.poolState].filter((state, pool) => state === POOL.full && map.poolClass[pool] === 1);
  expect(full.length).toBe(3);
  expect(full.length * perPool).toBe(1530);
  step('del a');
  map.update(machine);
  expect([...map.poolState].filter((state) => state === POOL.empty).length).toBeGreaterThanOrEqual(2);
  const untouched = map.poolState.indexOf(POOL.untouched);
  expect(map.poolClass[untouched]).toBe(NO_SIZE_CLASS);
});

it('[PM3] arenas come and go', () => {
  const { machine, step } = openPrompt({ preimported: ['gc'], limits: { fuel: 50_000_000 } });
  step('gc.disable()');
  step('a = [[] for i in range(40000)]');
  const map = mapOf(machine);
  expect(map.arenas).toBe(3);
  checkMap(machine, map);
  step('del a');
  map.update(machine);
  expect(map.arenas).toBe(1);
  checkMap(machine, map);
});

it('[PM3] lists what lies outside the pools with its object', () => {
  const { machine, step } = openPrompt();
  step('a = [0] * 100; b = [None] * 64');
  expect(
    largeBlocks(machine)
      .filter(({ holder }) => holder?.type === 'list')
      .map(({ bytes, part, holder }) => [bytes, part, holder?.owner]),
  ).toEqual([[800, 'items', '__main__']]);
});
