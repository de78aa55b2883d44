/** Filling a dict from mappings and pairs. Models `dict_update_common`, `PyDict_MergeFromSeq2` of Objects/dictobject.c. */
import * as A from './abstract.ts';
import { checkCount } from './argumentCount.ts';
import { mergeDict } from './dictcopy.ts';
import { dictSet } from './dictType.ts';
import { formatError, swallow } from './errors.ts';
import * as H from './header.ts';
import type { Runtime } from './runtime.ts';
import { arg } from './sequenceSlots.ts';
import { sequenceToTuple } from './sequences.ts';
import { tupleSize } from './tuple.ts';

/** Any mapping with keys(), or an iterable of pairs. */
export function updateFrom(rt: Runtime, dict: number, source: number): boolean {
  if (rt.flagsOf(source) & H.FLAG_DICT) return mergeDict(rt, dict, source, true) >= 0;
  if (rt.lookupSpecialText(rt, source, 'keys') !== 0) {
    const keys = rt.callMethod(rt, source, 'keys', []);
    if (keys === 0) return false;
    const it = A.iterate(rt, keys);
    rt.decref(keys);
    if (it === 0) return false;
    for (let key = A.next(rt, it); key !== 0; key = A.next(rt, it)) {
      const value = A.getItem(rt, source, key);
      const ok = value !== 0 && dictSet(rt, dict, key, value) >= 0;
      rt.xdecref(value);
      rt.decref(key);
      if (!ok) break;
    }
    rt.decref(it);
    return !rt.failed();
  }
  const it = A.iterate(rt, source);
  if (it === 0) return false;
  for (let index = 0; ; index++) {
    const item = A.next(rt, it);
    if (item === 0) break;
    const pair = sequenceToTuple(rt, item);
    rt.decref(item);
    if (pair === 0) {
      if (swallow(rt, 'TypeError')) {
        const format = 'cannot convert dictionary update sequence element #%zd to a sequence';
        formatError(rt, 'TypeError', format, index);
      }
      break;
    }
    const n = tupleSize(rt, pair);
    if (n !== 2) {
      formatError(
        rt,
        'ValueError',
        'dictionary update sequence element #%zd has length %zd; 2 is required',
        index,
        n,
      );
    } else dictSet(rt, dict, rt.mem.ld(pair + 24), rt.mem.ld(pair + 32));
    rt.decref(pair);
    if (rt.failed()) break;
  }
  rt.decref(it);
  return !rt.failed();
}

/** dict(x, **kw) and d.update(x, **kw). */
export function updateCommon(
  rt: Runtime,
  o: number,
  args: number,
  nargs: number,
  kw: number,
  name: string,
): boolean {
  if (!checkCount(rt, name, nargs, 0, 1)) return false;
  if (nargs === 1 && !updateFrom(rt, o, arg(rt, args, 0))) return false;
  if (kw !== 0) {
    for (let i = 0; i < tupleSize(rt, kw); i++) {
      if (dictSet(rt, o, rt.mem.ld(kw + 24 + 8 * i), arg(rt, args, nargs + i)) < 0) return false;
    }
  }
  return true;
}
