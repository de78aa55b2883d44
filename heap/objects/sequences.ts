/** Making lists and tuples from any iterable. Models `list_extend`, `PySequence_Tuple`, `PySequence_List`. */
import { iterate, lengthHint, next } from './abstract.ts';
import { errorMatches, setError } from './errors.ts';
import * as H from './header.ts';
import {
  appendOwned,
  extendFromSequence,
  LIST_ALLOCATED,
  LIST_ITEMS,
  newList,
  preallocateExact,
  resizeList,
} from './list.ts';
import type { Runtime } from './runtime.ts';
import { newTuple, resizeTuple, tupleFrom } from './tuple.ts';

/** False = an exception is set. */
export function extendFromIterable(rt: Runtime, list: number, iterable: number): boolean {
  const m = rt.mem;
  const type = rt.typeOf(iterable);
  if (type === rt.types.list || type === rt.types.tuple) {
    extendFromSequence(rt, list, iterable, m.ld(iterable + H.OB_SIZE));
    return true;
  }
  const it = iterate(rt, iterable);
  if (it === 0) return false;
  const hint = lengthHint(rt, iterable, 8);
  if (hint < 0) {
    rt.decref(it);
    return false;
  }
  const size = m.ld(list + H.OB_SIZE);
  if (m.ld(list + LIST_ITEMS) === 0) {
    if (hint > 0) preallocateExact(rt, list, hint);
  } else {
    resizeList(rt, list, size + hint);
    m.st(list + H.OB_SIZE, size);
  }
  for (;;) {
    const item = next(rt, it);
    if (item === 0) break;
    appendOwned(rt, list, item);
  }
  const failed = rt.failed();
  if (!failed && m.ld(list + H.OB_SIZE) < m.ld(list + LIST_ALLOCATED))
    resizeList(rt, list, m.ld(list + H.OB_SIZE));
  rt.decref(it);
  return !failed;
}

export function sequenceToList(rt: Runtime, iterable: number): number {
  const list = newList(rt, 0);
  if (extendFromIterable(rt, list, iterable)) return list;
  rt.decref(list);
  return 0;
}

/**
 * A list or tuple as it is, anything else through its iterator into a list; `complaint` is said of what cannot be
 * iterated. Models `PySequence_Fast`.
 */
export function sequenceFast(rt: Runtime, o: number, complaint = ''): number {
  const type = rt.typeOf(o);
  if (type === rt.types.list || type === rt.types.tuple) return rt.incref(o);
  const it = iterate(rt, o);
  if (it === 0) return errorMatches(rt, 'TypeError') ? setError(rt, 'TypeError', complaint) : 0;
  const list = sequenceToList(rt, it);
  rt.decref(it);
  return list;
}

/** The object itself if it is an exact tuple. */
export function sequenceToTuple(rt: Runtime, o: number): number {
  const m = rt.mem;
  const type = rt.typeOf(o);
  if (type === rt.types.tuple) return rt.incref(o);
  if (rt.flagsOf(o) & H.FLAG_LIST) return tupleFrom(rt, m.ld(o + LIST_ITEMS), m.ld(o + H.OB_SIZE));
  const it = iterate(rt, o);
  if (it === 0) return 0;
  let room = lengthHint(rt, o, 10);
  if (room < 0) {
    rt.decref(it);
    return 0;
  }
  let tuple = newTuple(rt, room);
  let n = 0;
  for (;;) {
    const item = next(rt, it);
    if (item === 0) break;
    if (n >= room) {
      room = room + 10 + ((room + 10) >> 2);
      tuple = resizeTuple(rt, tuple, room);
    }
    m.st(tuple + 24 + 8 * n, item);
    n++;
  }
  rt.decref(it);
  if (rt.failed()) {
    rt.decref(tuple);
    return 0;
  }
  return resizeTuple(rt, tuple, n);
}
