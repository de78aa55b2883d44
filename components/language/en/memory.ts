import type { BlockState, HolderPart, Share } from '../../memory/map-words.ts';
import { numbers } from './numbers.ts';

const { whole, bytes, count } = numbers;

const parts: Readonly<Record<HolderPart, (object: string) => string>> = {
  object: (object) => object,
  items: (object) => `the items of ${object}`,
  keys: (object) => `the table of ${object}`,
  'shared keys': (object) => `the names shared by instances of ${object}`,
  docstring: (object) => `the docstring of ${object}`,
  values: (object) => `the attributes of ${object}`,
  table: (object) => `the table of ${object}`,
  text: (object) => `the text of ${object}`,
  state: (object) => `the own data of ${object}`,
  callback: (object) => `a function to call at the end, kept by ${object}`,
};

const states: Readonly<Record<BlockState, string>> = {
  untouched: 'never handed out',
  header: 'header of the pool, 48 bytes',
  tail: 'rest of the pool, too short for a block',
  free: 'free: given back, handed out again before untouched ones',
  used: 'in use by the interpreter',
  kept: 'kept by its type for the next object',
};

const shares: Readonly<Record<Share['id'], string>> = {
  used: 'in use in pools',
  outside: 'above 512 bytes, outside',
  kept: 'kept by types',
  freeInPools: 'free in pools in use',
  overhead: 'pool headers and rests',
  emptyPools: 'empty pools',
  untouched: 'not in use yet',
};

/** pymalloc's memory: arenas with their pools, pools with their blocks. */
export const memory = {
  title: 'Memory',
  /** What a block holds: a part of an object, and whose that is. */
  holder: (part: HolderPart, object: string, owner: string | null) =>
    `${parts[part](object)}${owner === null ? '' : `, allocated by ${owner}`}`,
  states,
  shares,
  pool: (pool: number, arena: number) => `Pool ${pool} of arena ${arena}`,
  poolEmpty: (name: string) => `${name}: empty. Any size class may take it.`,
  poolUsed: (name: string, size: number, used: number, all: number) =>
    `${name}: blocks of ${size} bytes, ${whole(used)} of ${whole(all)} in use${used === all ? ', full' : ''}.`,
  poolUntouched: (name: string) => `${name}: not in use yet.`,
  block: (block: number, size: number, what: string) => `Block ${block}, ${size} bytes: ${what}.`,
  noPool: 'No pool is in use.',
  /** How much of the pools in use only their own size class can have. */
  fragmentation: (percent: number, free: number) =>
    `${percent} % of the pools in use is free (${bytes(free)}), and only for blocks of the pool’s own size.`,
  map: (arenas: number, pools: number, rest: string) =>
    `${count(arenas, 'arena', 'arenas')} of 1 MiB, ${count(pools, 'pool', 'pools')} in use. ${rest}`,
  noCanvas: 'It gives the page no canvas, so the arenas are not drawn. The table has the same pools.',
  noArena: 'No arena yet: the first small object asks for one.',
  pools: 'Pools of all arenas',
  blocks: 'Blocks of the pool',
  empty: 'empty',
  form: 'Form of the memory',
  asMap: 'Map',
  asTable: 'Table',
  colour: 'Colour of blocks',
  byClass: 'By size class',
  byOwner: 'By owner',
  figures: {
    title: 'Bytes from the system',
    /** After a number of bytes. */
    used: 'in use',
    asked: 'asked of the system',
    blocks: (arenas: number, blocks: number) =>
      `${count(arenas, 'arena', 'arenas')}, ${count(blocks, 'block', 'blocks')}`,
  },
  legend: {
    title: 'Legend of the map',
    bytes: (size: number) => `${size} bytes`,
    interpreter: 'the interpreter',
    moreOwners: (n: number) => `and ${n} more owners: point at a block to read its owner`,
    free: 'free',
    kept: 'kept by its type',
    untouched: 'never handed out',
    header: 'pool header',
  },
  outside: {
    title: 'Outside the pools',
    requests: (n: number, size: number) =>
      `${count(n, 'request', 'requests')} above 512 bytes${n === 0 ? '' : `, ${bytes(size)}`}`,
    kept: 'kept by the interpreter',
    smaller: (n: number) => `and ${count(n, 'smaller one', 'smaller ones')}`,
  },
  table: {
    classes: 'Size classes',
    noArena: 'No arena yet: nothing was asked for.',
    blocksOf: 'Blocks of',
    bytes: (size: number) => `${size} bytes`,
    pools: 'Pools',
    used: 'In use',
    free: 'Not in use',
    usedBytes: 'Bytes in use',
    firstPools: (listed: number, all: number) =>
      `The first ${listed} of ${count(all, 'pool', 'pools')} in use`,
    allPools: (n: number) => `${count(n, 'pool', 'pools')} in use`,
    pool: 'Pool',
    /** Before the name of a pool. */
    show: 'Show on the map:',
    usedOf: (used: number, all: number) => `${whole(used)} of ${whole(all)}`,
    state: 'State',
    full: 'full',
    hasRoom: 'has room',
    address: 'Address',
    others: (n: number) => `${count(n, 'pool', 'pools')} not in use.`,
  },
};
