/**
 * Which blocks of memory belong to which object: its own block, and those beside it (the items of a list, the table
 * of a dict or set, the values of an instance). Sources: the allocations in the object's own C file.
 */
import { SMALL_REQUEST } from '../memory/allocator.ts';
import * as L from '../memory/layout.ts';
import * as D from '../objects/dict.ts';
import { DK_KIND, DK_LOG2, keysBytes } from '../objects/dictKeys.ts';
import * as H from '../objects/header.ts';
import { LIST_ALLOCATED, LIST_ITEMS } from '../objects/list.ts';
import { MODULE_STATE } from '../objects/module.ts';
import type { Runtime } from '../objects/runtime.ts';
import { SET_MASK, SET_SMALL, SET_TABLE } from '../objects/set.ts';
import { prefixBytes, separateText, sizeOf } from '../objects/sizeof.ts';
import { STR_LENGTH, STR_WIDTH } from '../objects/str.ts';
import { CALLBACK_BYTES } from '../python/importing.ts';

export type BlockPart =
  | 'object'
  | 'items'
  | 'keys'
  | 'values'
  | 'table'
  | 'text'
  | 'shared keys'
  | 'docstring'
  | 'state'
  | 'callback';

export interface Block {
  readonly part: BlockPart;
  /** First byte of the block; for the object's own block the bytes in front of the header are inside. */
  readonly address: number;
  /** Bytes that the object needs of it. */
  readonly bytes: number;
}

const STR_SUBCLASS_TEXT = 72;

/** The object's own block first. Nothing for what existed before the first statement, but for what it got since. */
export function blocksOf(rt: Runtime, o: number): Block[] {
  const asides: Block[] = [];
  visitAsides(rt, o, (address, part) => {
    if (address >= L.DYNAMIC_START) asides.push({ part, address, bytes: asideBytes(rt, o, part, address) });
  });
  if (o < L.DYNAMIC_START) return asides;
  const own = o - frontBytes(rt, o);
  return [{ part: 'object', address: own, bytes: asAsked(rt, own, ownBytes(rt, o, asides)) }, ...asides];
}

/** The addresses alone, without anything allocated for them: for walks over whole heaps. */
export function visitBlocks(rt: Runtime, o: number, visit: (address: number, part: BlockPart) => void): void {
  if (o >= L.DYNAMIC_START) visit(o - frontBytes(rt, o), 'object');
  visitAsides(rt, o, visit);
}

/** Whether objects of a type can have blocks beside their own. */
export function hasAsides(rt: Runtime, type: number): boolean {
  const kind = rt.mem.ld(type + H.TP_KIND);
  const flags = rt.mem.ld(type + H.TP_FLAGS);
  return (
    kind === H.KIND.list ||
    kind === H.KIND.dict ||
    kind === H.KIND.set ||
    kind === H.KIND.type ||
    kind === H.KIND.module ||
    (kind === H.KIND.str && (flags & H.FLAG_HEAP) !== 0) ||
    (flags & H.FLAG_MANAGED_DICT) !== 0
  );
}

/** Bytes of the block in front of the object header. */
export function frontBytes(rt: Runtime, o: number): number {
  const kind = rt.kindOf(o);
  return kind === H.KIND.bool || kind === H.KIND.none ? 0 : prefixBytes(rt, o);
}

const UNCOUNTED: ReadonlySet<BlockPart> = new Set([
  'values',
  'shared keys',
  'docstring',
  'state',
  'callback',
]);

function ownBytes(rt: Runtime, o: number, asides: readonly Block[]): number {
  const front = frontBytes(rt, o);
  const kind = rt.kindOf(o);
  if (kind === H.KIND.type) return H.HEAP_TYPE_SIZE + front;
  if (kind === H.KIND.dict && asides.some(({ part }) => part === 'values')) return D.DICT_BYTES + front;
  // sys.getsizeof counts all blocks of an object; values and shared keys are counted elsewhere
  const counted = asides.filter(({ part }) => !UNCOUNTED.has(part));
  return counted.reduce((left, { bytes }) => left - bytes, sizeOf(rt, o) + front);
}

/**
 * What was asked for is not kept for small blocks. Where the size that an object reports cannot be it (members of
 * `__slots__`, the dict of an int's subclass, values made for fewer names), the block counts as filled.
 */
function asAsked(rt: Runtime, address: number, bytes: number): number {
  const size = rt.alloc.classSize(address);
  return size === blockBytes(bytes) ? bytes : size;
}

function visitAsides(rt: Runtime, o: number, visit: (address: number, part: BlockPart) => void): void {
  const m = rt.mem;
  const type = rt.typeOf(o);
  const kind = m.ld(type + H.TP_KIND);
  switch (kind) {
    case H.KIND.list: {
      const items = m.ld(o + LIST_ITEMS);
      if (items !== 0) visit(items, 'items');
      break;
    }
    case H.KIND.dict: {
      const values = m.ld(o + D.DICT_VALUES);
      const keys = m.ld(o + D.DICT_KEYS);
      if (values !== 0) visit(values - m.ldb(values - 1), 'values');
      else if (keys !== rt.emptyKeys) visit(keys, 'keys');
      break;
    }
    case H.KIND.set: {
      const table = m.ld(o + SET_TABLE);
      if (table !== o + SET_SMALL) visit(table, 'table');
      break;
    }
    case H.KIND.str:
      if (m.ld(type + H.TP_FLAGS) & H.FLAG_HEAP) visit(m.ld(o + STR_SUBCLASS_TEXT), 'text');
      break;
    case H.KIND.module: {
      const state = m.ld(o + MODULE_STATE);
      if (state === 0) break;
      visit(state, 'state');
      for (let p = m.ld(L.EXIT_CALLBACKS); p !== 0; p = m.ld(p + CALLBACK_BYTES)) visit(p, 'callback');
      break;
    }
    case H.KIND.type: {
      const keys = m.ld(o + H.TP_FLAGS) & H.FLAG_HEAP ? m.ld(o + H.HT_CACHED_KEYS) : 0;
      if (keys !== 0) visit(keys, 'shared keys');
      const doc = m.ld(o + H.TP_FLAGS) & H.FLAG_HEAP ? m.ld(o + H.TP_DOC) : 0;
      if (doc !== 0) visit(doc, 'docstring');
      return;
    }
    default:
  }
  if (m.ld(type + H.TP_FLAGS) & H.FLAG_MANAGED_DICT) {
    const values = m.ld(o + H.MANAGED_VALUES);
    if (values !== 0) visit(values - m.ldb(values - 1), 'values');
  }
}

function asideBytes(rt: Runtime, o: number, part: BlockPart, address: number): number {
  const m = rt.mem;
  switch (part) {
    case 'items':
      return 8 * m.ld(o + LIST_ALLOCATED);
    case 'keys':
    case 'shared keys':
      return keysBytes(m.ld(address + DK_LOG2), m.ld(address + DK_KIND));
    case 'table':
      return 16 * (m.ld(o + SET_MASK) + 1);
    case 'text':
      return separateText(m.ld(o + STR_WIDTH), m.ld(o + STR_LENGTH));
    case 'docstring':
      return m.ld(o + H.TP_DOC_BYTES);
    case 'state':
      return 0;
    case 'callback':
      return CALLBACK_BYTES;
    case 'object':
    case 'values':
      return rt.alloc.classSize(address);
  }
}

/** Blocks in use that hold no object: kept by the free lists of their type for the next one. */
export function keptBlocks(rt: Runtime): { readonly address: number; readonly of: string }[] {
  const m = rt.mem;
  const out: { address: number; of: string }[] = [];
  const add = (of: string, address: number): void => {
    if (address >= L.DYNAMIC_START) out.push({ address, of });
  };
  for (let n = 1; n <= 20; n++)
    for (let o = m.ld(L.FREE_TUPLES(n)); o !== 0; o = m.ld(o + 24)) add('tuple', o - H.GC_HEADER);
  for (let o = m.ld(L.FREE_FLOATS); o !== 0; o = m.ld(o + H.OB_TYPE)) add('float', o);
  for (let i = m.ld(L.FREE_LISTS_LENGTH) - 1; i >= 0; i--)
    add('list', m.ld(L.FREE_LISTS + 4 * i) - H.GC_HEADER);
  for (let i = m.ld(L.FREE_DICTS_LENGTH) - 1; i >= 0; i--)
    add('dict', m.ld(L.FREE_DICTS + 4 * i) - H.GC_HEADER);
  for (let i = m.ld(L.FREE_KEYS_LENGTH) - 1; i >= 0; i--) add('keys of a dict', m.ld(L.FREE_KEYS + 4 * i));
  const slice = m.ld(L.SLICE_CACHE);
  if (slice !== 0) add('slice', slice - H.GC_HEADER);
  return out;
}

/** Bytes of the block that a request of this many gets: its size class, or what was asked for. */
export function blockBytes(request: number): number {
  return request > SMALL_REQUEST ? request : Math.max(16, (request + 15) & ~15);
}
