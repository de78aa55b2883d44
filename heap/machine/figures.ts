/** A machine in a few numbers, cheap enough to be read after every statement: for charts over time. */
import * as L from '../memory/layout.ts';
import type { Runtime } from '../objects/runtime.ts';
import { memoryView } from './inspect.ts';
import type { Machine } from './machine.ts';

export interface Figures {
  /** Living objects that statements made, with what the interpreter made for them (the dict of a class, …). */
  readonly objects: number;
  readonly blocks: number;
  readonly bytesUsed: number;
  readonly bytesFromSystem: number;
  readonly arenas: number;
  /** Collections of generation 0, 1, 2 since the start, as gc.get_stats counts them. */
  readonly collections: readonly [number, number, number];
}

export function figuresOf(machine: Machine): Figures {
  const { rt } = machine;
  const collections = (g: number): number => rt.mem.ld(L.GC_STATS(g, 0));
  return {
    objects: countObjects(rt),
    ...memoryView(rt),
    collections: [collections(0), collections(1), collections(2)],
  };
}

const CHUNK = 1 << 16;

function countObjects(rt: Runtime): number {
  const { serials } = rt.mem;
  const { top } = rt.alloc.ranges;
  let objects = 0;
  for (let start = L.DYNAMIC_START; start < top; start += CHUNK) {
    if (rt.alloc.isConstant(start)) continue;
    const end = Math.min(top, start + CHUNK) >> 4;
    for (let slot = start >> 4; slot < end; slot++) if (serials[slot] !== 0) objects++;
  }
  return objects;
}
