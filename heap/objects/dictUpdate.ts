/** Filling a dict from mappings and pairs. Models `dict_update_common`, `PyDict_MergeFromSeq2` of Objects/dictobject.c. */
import * as A from './abstract.ts';
import { checkCount } from './argumentCount.ts';
import { lookupAttr } from './attributes.ts';
import { mergeDict } from './dictcopy.ts';
import { dictSet } from './dictType.ts';
import { formatError, swallow } from './errors.ts';
import * as H from './header.ts';
import { LIST_ITEMS } from './list.ts';
import type { Runtime } from './runtime.ts';
import { arg } from './sequenceSlots.ts';
import { sequenceFast, sequenceToList } from './sequences.ts';
import { staticInterned } from './str.ts';
import { tupleSize } from './tuple.ts';

/** Any mapping with keys(), or an iterable of pairs. Models `dict_update_arg`. */
export function updateFrom(rt: Runtime, dict: number, source: number): boolean {
  if (rt.typeOf(source) === rt.types.dict) return mergeDict(rt, dict, source, true) >= 0;
  const keys = lookupAttr(rt, source, staticInterned(rt, 'keys'));
  if (keys === 0 && rt.failed()) return false;
  if (keys === 0) return updateFromPairs(rt, dict, source);
  rt.decref(keys);
  return mergeMapping(rt, dict, source);
}

/** A dict that iterates as dicts do is read in place, anything else through its keys(). Models `dict_merge`. */
export function mergeMapping(rt: Runtime, dict: number, source: number): boolean {
  const isDict = (rt.flagsOf(source) & H.FLAG_DICT) !== 0;
  if (isDict && rt.recordOf(source).iter === rt.recordOfType(rt.types.dict).iter)
    return mergeDict(rt, dict, source, true) >= 0;
  const keys = keysAsList(rt, source);
  if (keys === 0) return false;
  const it = A.iterate(rt, keys);
  rt.decref(keys);
  if (it === 0) return false;
  for (let key = A.next(rt, it); key !== 0; key = A.next(rt, it)) {
    const value = A.getItem(rt, source, key);
    const ok = value !== 0 && dictSet(rt, dict, key, value) >= 0;
    rt.decref(key);
    rt.xdecref(value);
    if (!ok) break;
  }
  rt.decref(it);
  return !rt.failed();
}

/** Models `PyMapping_Keys`. */
function keysAsList(rt: Runtime, source: number): number {
  const keys = rt.callMethod(rt, source, 'keys', []);
  if (keys === 0) return 0;
  const it = A.iterate(rt, keys);
  if (it === 0 && swallow(rt, 'TypeError')) {
    const owner = rt.tpName(rt.typeOf(source));
    const given = rt.tpName(rt.typeOf(keys));
    formatError(rt, 'TypeError', '%.200s.%U() returned a non-iterable (type %.200s)', owner, 'keys', given);
  }
  rt.decref(keys);
  if (it === 0) return 0;
  const list = sequenceToList(rt, it);
  rt.decref(it);
  return list;
}

/** Models `PyDict_MergeFromSeq2`. */
function updateFromPairs(rt: Runtime, dict: number, source: number): boolean {
  const it = A.iterate(rt, source);
  if (it === 0) return false;
  for (let index = 0; ; index++) {
    const item = A.next(rt, it);
    if (item === 0) break;
    const pair = sequenceFast(rt, item);
    if (pair === 0) {
      if (swallow(rt, 'TypeError')) {
        const format = 'cannot convert dictionary update sequence element #%zd to a sequence';
        formatError(rt, 'TypeError', format, index);
      }
      rt.decref(item);
      break;
    }
    const n = rt.mem.ld(pair + H.OB_SIZE);
    if (n === 2) {
      const items = rt.typeOf(pair) === rt.types.list ? rt.mem.ld(pair + LIST_ITEMS) : pair + 24;
      const [key, value] = [rt.incref(rt.mem.ld(items)), rt.incref(rt.mem.ld(items + 8))];
      dictSet(rt, dict, key, value);
      rt.decref(key);
      rt.decref(value);
    } else {
      const format = 'dictionary update sequence element #%zd has length %zd; 2 is required';
      formatError(rt, 'ValueError', format, index, n);
    }
    rt.decref(pair);
    rt.decref(item);
    if (rt.failed()) break;
  }
  rt.decref(it);
  return !rt.failed();
}

/** dict(x, **kw) and d.update(x, **kw): keywords that came in a dict are merged as one, others put in one by one. */
export function updateCommon(
  rt: Runtime,
  o: number,
  args: number,
  nargs: number,
  kw: number,
  name: string,
): boolean {
  if (!checkCount(rt, name, nargs, 0, 1)) return false;
  const dict = kw === 0 ? 0 : rt.argsDict;
  if (nargs === 1 && !updateFrom(rt, o, arg(rt, args, 0))) return false;
  if (dict !== 0) return mergeDict(rt, o, dict, true) >= 0;
  if (kw !== 0) {
    for (let i = 0; i < tupleSize(rt, kw); i++) {
      if (dictSet(rt, o, rt.mem.ld(kw + 24 + 8 * i), arg(rt, args, nargs + i)) < 0) return false;
    }
  }
  return true;
}
