/** Walks the whole heap and throws at the first broken invariant, with a sentence that says what and where. */
import * as L from '../memory/layout.ts';
import {
  ARENA_ADDRESS,
  ARENA_FREE,
  ARENA_FREE_POOLS,
  ARENA_POOLS,
  arenaAt,
  POOL_CLASS,
  POOL_COUNT,
  POOL_FREE,
  POOL_HEADER,
  POOL_NEXT,
  POOL_NEXT_OFFSET,
  POOL_SIZE,
} from '../memory/pools.ts';
import * as H from '../objects/header.ts';
import { keywordTables } from '../objects/keywordTables.ts';
import type { Runtime } from '../objects/runtime.ts';
import { hiddenReferences, traverse } from '../objects/traverse.ts';
import { exitCallbacks } from '../python/importing.ts';
import { arenaSlots } from './inspect.ts';
import type { Machine } from './machine.ts';
import { livingObjects } from './refresh.ts';
import { shortRepr } from './shortRepr.ts';

export class HeapError extends Error {}

export function checkHeap(machine: Machine): void {
  const { rt } = machine;
  checkIdle(rt);
  checkPools(rt);
  checkLists(rt);
  checkReferences(machine);
}

function fail(text: string): never {
  throw new HeapError(text);
}

function checkIdle(rt: Runtime): void {
  const m = rt.mem;
  if (m.ld(L.STACK_TOP) !== L.DATA_STACK)
    fail(`data stack is not empty: ${m.ld(L.STACK_TOP) - L.DATA_STACK} bytes`);
  if (m.ld(L.CURRENT_FRAME) !== 0) fail('a frame is still current');
  if (m.ld(L.RECURSION) !== 0) fail(`recursion depth is ${m.ld(L.RECURSION)} between statements`);
  if (m.ld(L.CUR_TYPE) !== 0) fail('an exception is still pending');
  if (m.ld(L.EXC_INFO) !== L.EXC_BASE) fail('a handled exception is still on the stack');
  if (m.ld(L.GC_COLLECTING) !== 0) fail('the collector is still marked as running');
  if (m.ld(L.TRASH_NESTING) !== 0 || m.ld(L.TRASH_LATER) !== 0) fail('deferred deallocations are left');
  if (rt.hostDepth !== 0) fail(`host depth is ${rt.hostDepth} between statements`);
}

function checkPools(rt: Runtime): void {
  const m = rt.mem;
  for (const slot of arenaSlots(rt)) {
    const arena = arenaAt(slot);
    const start = m.ld(arena + ARENA_ADDRESS);
    let free = 0;
    for (let pool = m.ld(arena + ARENA_FREE_POOLS); pool !== 0; pool = m.ld(pool + POOL_NEXT)) {
      if (m.ld(pool + POOL_COUNT) !== 0) fail(`free pool at ${pool} has blocks in use`);
      free++;
    }
    const carved = (m.ld(arena + 4) - start) / POOL_SIZE;
    if (m.ld(arena + ARENA_FREE) !== free + ARENA_POOLS - carved)
      fail(`arena ${slot}: free pools do not add up`);
    for (let pool = start; pool < m.ld(arena + 4); pool += POOL_SIZE) {
      if (m.ld(pool + POOL_COUNT) === 0) continue;
      const size = (m.ld(pool + POOL_CLASS) + 1) << 4;
      let length = 0;
      for (let block = m.ld(pool + POOL_FREE); block !== 0; block = m.ld(block)) {
        if ((block & -POOL_SIZE) !== pool || (block - pool - POOL_HEADER) % size !== 0) {
          fail(`pool at ${pool}: ${block} on its free list is no block of it`);
        }
        if (m.serials[block >> 4] !== 0) fail(`free block at ${block} has the identity of an object`);
        length++;
        if (length > 1024) fail(`pool at ${pool}: free list is circular`);
      }
      const touched = (m.ld(pool + POOL_NEXT_OFFSET) - POOL_HEADER) / size;
      if (m.ld(pool + POOL_COUNT) + length !== touched)
        fail(`pool at ${pool} of class ${size}: blocks do not add up`);
    }
  }
}

function checkLists(rt: Runtime): void {
  const m = rt.mem;
  for (let g = 0; g <= 3; g++) {
    const head = L.GENERATION(g);
    let prev = head;
    for (let at = m.ld(head); at !== head; at = m.ld(at)) {
      if ((m.ld(at + 8) & ~3) !== prev) fail(`generation ${g}: the link back from ${at + 16} is wrong`);
      if (m.ld(at + 8) & 2) fail(`object ${at + 16} is still marked as being collected`);
      if (m.ld(at) & 1) fail(`object ${at + 16} is still marked as unreachable`);
      if (m.serials[(at + 16) >> 4] === 0) fail(`generation ${g} lists ${at + 16}, where no object is`);
      prev = at;
    }
    if (m.ld(head + 8) !== prev) fail(`generation ${g}: the tail is wrong`);
  }
}

/** Every reference that exists is counted, and no other. */
function checkReferences(machine: Machine): void {
  const { rt } = machine;
  const m = rt.mem;
  const counts = new Map<number, number>();
  const add = (o: number): void => {
    if (o >= L.DYNAMIC_START) counts.set(o, (counts.get(o) ?? 0) + 1);
  };
  const all = livingObjects(rt);
  const old: number[] = [];
  for (let slot = L.STATIC_START >> 4; slot < rt.staticCursor >> 4; slot++)
    if (m.serials[slot] !== 0) old.push(slot << 4);
  for (const o of [...old, ...all]) {
    const n = traverse(rt, o);
    for (let i = 0; i < n; i++) add(rt.scratch[i] ?? 0);
    for (const child of hiddenReferences(rt, o)) add(child);
    const type = rt.typeOf(o);
    if (rt.kindOf(o) === H.KIND.type && (m.ld(o + H.TP_FLAGS) & H.FLAG_HEAP) === 0) {
      for (const at of [H.TP_DICT, H.TP_SUBCLASSES]) add(m.ld(o + at));
    }
    if ((m.ld(type + H.TP_FLAGS) & H.FLAG_HEAP) === 0) add(type);
  }
  for (const state of machine.states) {
    add(state.module);
    for (const value of state.last) add(value);
  }
  for (const tuple of keywordTables(rt)) add(tuple);
  for (const o of exitCallbacks(rt)) add(o);
  for (const word of L.CACHED_NAMES) add(m.ld(word));
  for (const word of [L.CUR_TYPE, L.CUR_VALUE, L.CUR_TB, L.EXC_BASE]) add(m.ld(word));
  for (const o of all) {
    const expected = counts.get(o) ?? 0;
    if (m.ld(o) !== expected) {
      fail(
        `${rt.typeName(rt.typeOf(o))} ${shortRepr(rt, o)} at ${o}: refcount ${m.ld(o)}, references that exist ${expected}`,
      );
    }
    counts.delete(o);
  }
  for (const [o] of counts) fail(`a reference leads to ${o}, where no object is`);
}
