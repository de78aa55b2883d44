/**
 * The values array of an instance's dictionary, beside shared keys: bytes in front of it hold its prefix size, the number
 * of names, and their order. Models Objects/dictobject.c `new_values`, `insertdict`, `delete_index_from_values`.
 */
import type { Runtime } from './runtime.ts';

export function addToOrder(rt: Runtime, values: number, entry: number): void {
  const m = rt.mem;
  const n = m.ldb(values - 2);
  m.stb(values - 3 - n, entry);
  m.stb(values - 2, n + 1);
}

export function removeFromOrder(rt: Runtime, values: number, entry: number): void {
  const m = rt.mem;
  const n = m.ldb(values - 2);
  let k = 0;
  while (k < n && m.ldb(values - 3 - k) !== entry) k++;
  for (; k < n - 1; k++) m.stb(values - 3 - k, m.ldb(values - 4 - k));
  m.stb(values - 2, n - 1);
}

export function valuesOrder(rt: Runtime, values: number, k: number): number {
  return rt.mem.ldb(values - 3 - k);
}

export function newValues(rt: Runtime, slots: number): number {
  const prefix = (slots + 2 + 7) & ~7;
  const block = rt.alloc.malloc(prefix + 8 * slots);
  const m = rt.mem;
  m.zero(block, prefix + 8 * slots);
  m.stb(block + prefix - 1, prefix);
  return block + prefix;
}

export function freeValues(rt: Runtime, values: number): void {
  rt.alloc.free(values - rt.mem.ldb(values - 1));
}

/** Releases the first n values and the array. */
export function dropValues(rt: Runtime, values: number, n: number): void {
  for (let k = 0; k < n; k++) {
    const value = rt.mem.i32[(values + 8 * k) >> 2] ?? 0;
    if (value !== 0) rt.decref(value);
  }
  freeValues(rt, values);
}
