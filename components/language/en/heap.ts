import type { ObjectView } from '../../../heap/index.ts';
import { numbers } from './numbers.ts';

const { whole, bytes, count } = numbers;

function generationOf({ generation, tracked }: Pick<ObjectView, 'generation' | 'tracked'>): string {
  if (generation === 'permanent') return 'permanent';
  if (generation !== null) return `gen ${generation}`;
  return tracked ? 'tracked' : 'untracked';
}

function references(n: number): string {
  return count(n, 'reference', 'references');
}

function objects(n: number): string {
  return count(n, 'object', 'objects');
}

/** Some texts one after another, the last ones only counted. */
function some(parts: readonly string[], more: number): string {
  return more === 0 ? parts.join(', ') : `${parts.join(', ')} and ${more} more`;
}

/** What is said of objects everywhere on the pages. */
export const heap = {
  generationOf,
  objects,
  refs: (n: number) => `${n} ${n === 1 ? 'ref' : 'refs'}`,
  /** One sentence about an object, for screen readers and titles. */
  sentence(object: ObjectView): string {
    const parts = [`${object.type} ${object.repr}`];
    parts.push(object.refcount === null ? 'shared by the interpreter' : references(object.refcount));
    parts.push(`${whole(object.size)} bytes`);
    parts.push(generationOf(object));
    if (object.owner !== null) parts.push(`allocated by ${object.owner}`);
    if (!object.reachable) parts.push('leaked: nothing that runs can reach it');
    return parts.join(', ');
  },
  leaked: 'leaked',
  freed: 'freed',
  newborn: 'new',
  weak: 'weak',
  made: 'made by it',
  changed: 'changed by it',
  /** Names, modules and frames. */
  names: 'names',
  myNames: 'my names',
  frame: 'frame',
  frameIn: (module: string) => `frame in ${module}`,
  namesOf: (title: string) => `Names of ${title}`,
  frameOf: (title: string) => `Frame of ${title}`,
  noNames: 'no names yet',
  noNamesTitle: 'No names yet',
  noNamesText: 'A name appears when a statement binds it.',
  pointsTo: 'points to',
  nameCount: (n: number) => count(n, 'name', 'names'),
  /** Lines of a card that have no room. */
  more: (n: number) => `${n} more`,
  /** A pile of objects of one type, or of several where it is null. */
  pile: (type: string | null, n: number) => (type === null ? objects(n) : `${type} × ${whole(n)}`),
  pilePress: (size: number, off: number) => `${bytes(size)}, press to take off ${off}`,
  aPile: 'a pile of objects',
  pileSpoken: (title: string, leaked: boolean, size: number) =>
    `Pile: ${title}, ${leaked ? 'leaked, ' : ''}${size} bytes`,
  /** What a statement did, read aloud. */
  news: {
    born: (parts: readonly string[], more: number) => `New: ${some(parts, more)}.`,
    freed: (parts: readonly string[], more: number) => `Freed: ${some(parts, more)}.`,
    leaked: (parts: readonly string[], more: number) => `Leaked: ${some(parts, more)}.`,
    counted: (name: string, refs: number) => `${name}: ${references(refs)}`,
    counts: (parts: readonly string[], more: number) => `${some(parts, more)}.`,
    moved: (n: number) => `${objects(n)} moved to another generation.`,
  },
  legend: {
    title: 'Legend',
    generation: (n: number) => `gen ${n}`,
    freed: 'freed just now',
    mine: 'mine',
    weak: 'weak reference',
  },
  bar: {
    objects: (n: number): string => (n === 1 ? 'object' : 'objects'),
    leaked: (_n: number) => 'leaked',
    meter: 'Bytes in use of bytes from the system',
    meterAt: (used: number, all: number) => `${bytes(used)} in use of ${bytes(all)} from the system`,
    of: (used: number, all: number) => `${bytes(used)} of ${bytes(all)}`,
    blocks: (arenas: number, blocks: number) =>
      `${count(arenas, 'arena', 'arenas')}, ${count(blocks, 'block', 'blocks')}`,
  },
  effect: {
    running: (id: number) => `Running the log again up to entry ${id}`,
    entry: (id: number, author: string) => `Entry ${id}, ${author}:`,
    close: 'Close what the entry did',
  },
  noCanvas: {
    title: 'This browser draws no pictures',
    text: 'It gives the page no canvas, so there are no cards and arrows. The table has the same objects, and everything else works.',
  },
};
