/** The method resolution order (C3). Models `mro_implementation`, `pmerge` of Objects/typeobject.c. */

import { setError } from './errors.ts';
import * as H from './header.ts';
import { append, newList } from './list.ts';
import type { Runtime } from './runtime.ts';
import { newTuple, tupleFrom, tupleItem, tupleSize } from './tuple.ts';

/** Models `mro_implementation`: the base's mro for one base, C3 merge for several. */
export function makeMro(rt: Runtime, type: number, bases: number): boolean {
  const m = rt.mem;
  const n = tupleSize(rt, bases);
  let order: number[] = [];
  if (n === 1) {
    const mro = m.ld(tupleItem(rt, bases, 0) + H.TP_MRO);
    for (let i = 0; i < tupleSize(rt, mro); i++) order.push(tupleItem(rt, mro, i));
  } else {
    const merged = mergeOrders(rt, bases);
    if (merged === null) {
      const names: string[] = [];
      for (let i = 0; i < n; i++) names.push(rt.typeName(tupleItem(rt, bases, i)));
      setError(
        rt,
        'TypeError',
        `Cannot create a consistent method resolution\norder (MRO) for bases ${names.join(', ')}`,
      );
      return false;
    }
    order = merged;
  }
  if (n > 1) {
    m.st(type + H.TP_MRO, mergedTuple(rt, n, [type, ...order]));
    return true;
  }
  const mro = newTuple(rt, order.length + 1);
  m.st(mro + 24, rt.incref(type));
  order.forEach((t, i) => {
    m.st(mro + 32 + 8 * i, rt.incref(t));
  });
  m.st(type + H.TP_MRO, mro);
  return true;
}

/** The tuple of a merged order, by way of the list and the scratch of `pmerge`. */
function mergedTuple(rt: Runtime, bases: number, order: readonly number[]): number {
  const lists = rt.alloc.malloc(8 * (bases + 1));
  const list = newList(rt, 1);
  rt.mem.st(rt.mem.ld(list + 24), rt.incref(order[0] ?? 0));
  const positions = rt.alloc.malloc(4 * (bases + 1));
  for (const t of order.slice(1)) append(rt, list, t);
  rt.alloc.free(positions);
  rt.alloc.free(lists);
  const mro = tupleFrom(rt, rt.mem.ld(list + 24), order.length);
  rt.decref(list);
  return mro;
}

function mergeOrders(rt: Runtime, bases: number): number[] | null {
  const lists: number[][] = [];
  const direct: number[] = [];
  for (let i = 0; i < tupleSize(rt, bases); i++) {
    const base = tupleItem(rt, bases, i);
    const mro = rt.mem.ld(base + H.TP_MRO);
    const list: number[] = [];
    for (let k = 0; k < tupleSize(rt, mro); k++) list.push(tupleItem(rt, mro, k));
    lists.push(list);
    direct.push(base);
  }
  lists.push(direct);
  const out: number[] = [];
  for (;;) {
    const open = lists.filter((list) => list.length > 0);
    if (open.length === 0) return out;
    const pick = open
      .map((list) => list[0] ?? 0)
      .find((head) => open.every((list) => list.indexOf(head) <= 0));
    if (pick === undefined) return null;
    out.push(pick);
    for (const list of open) if (list[0] === pick) list.shift();
  }
}
