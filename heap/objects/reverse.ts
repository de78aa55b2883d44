/**
 * Going backwards: `__reversed__` of the containers, iterators of a dict from its end, and how much iterators expect
 * to yield. Models `list___reversed___impl`, `dictiter_iternext` reversed, `range_reverse`, `*_length_hint`.
 */
import type { Methods } from './define.ts';
import { DICT_KEYS, DICT_USED, DICT_VALUES } from './dict.ts';
import { DK_ENTRIES } from './dictKeys.ts';
import { keyAt, valueAt } from './dictWalk.ts';
import { setError } from './errors.ts';
import { newInt, toNumber } from './int.ts';
import * as It from './iterators.ts';
import type { Runtime } from './runtime.ts';

/** Position of the last entry of a dict, present or not. */
function lastPosition(rt: Runtime, dict: number): number {
  const m = rt.mem;
  if (m.ld(dict + DICT_VALUES) !== 0) return m.ld(dict + DICT_USED) - 1;
  return m.ld(m.ld(dict + DICT_KEYS) + DK_ENTRIES) - 1;
}

function reversedDict(type: 'dictReverseKeys' | 'dictReverseValues' | 'dictReverseItems') {
  return (rt: Runtime, dict: number): number => {
    const it = It.newDictIterator(rt, rt.types[type], dict);
    rt.mem.st(it + It.DI_POSITION, lastPosition(rt, dict));
    return it;
  };
}

export function dictReverseNext(rt: Runtime, o: number): number {
  const m = rt.mem;
  const dict = m.ld(o + It.DI_DICT);
  if (dict === 0) return 0;
  if (m.ld(o + It.DI_USED) !== m.ld(dict + DICT_USED)) {
    m.st(o + It.DI_USED, -1);
    return setError(rt, 'RuntimeError', 'dictionary changed size during iteration');
  }
  let k = m.ld(o + It.DI_POSITION);
  while (k >= 0 && (m.ld(dict + DICT_VALUES) === 0 ? valueAt(rt, dict, k) === 0 : false)) k--;
  if (k < 0) {
    rt.clearField(o + It.DI_DICT);
    return 0;
  }
  m.st(o + It.DI_POSITION, k - 1);
  m.st(o + It.DI_LEFT, m.ld(o + It.DI_LEFT) - 1);
  const type = rt.typeOf(o);
  if (type === rt.types.dictReverseKeys) return rt.incref(keyAt(rt, dict, k));
  if (type === rt.types.dictReverseValues) return rt.incref(valueAt(rt, dict, k));
  return It.pairInto(rt, o + It.DI_RESULT, rt.incref(keyAt(rt, dict, k)), rt.incref(valueAt(rt, dict, k)));
}

const method = (call: (rt: Runtime, o: number) => number): Methods => ({
  __reversed__: { convention: 'noargs', call },
});

export const LIST_REVERSED = method((rt, list) => {
  const it = It.newSequenceIterator(rt, rt.types.listReverseIterator, list);
  rt.mem.st(it + It.IT_INDEX, rt.mem.ld(list + 16) - 1);
  return it;
});

export const DICT_REVERSED = method(reversedDict('dictReverseKeys'));
const viewed = (reverse: (rt: Runtime, dict: number) => number): Methods =>
  method((rt, view) => reverse(rt, rt.mem.ld(view + 16)));
export const KEYS_REVERSED = viewed(reversedDict('dictReverseKeys'));
export const VALUES_REVERSED = viewed(reversedDict('dictReverseValues'));
export const ITEMS_REVERSED = viewed(reversedDict('dictReverseItems'));

export const RANGE_REVERSED = method((rt, range) => {
  const part = (at: number): number => toNumber(rt, rt.mem.ld(range + at));
  const [length, step] = [part(It.RANGE_LENGTH), part(It.RANGE_STEP)];
  return It.newRangeIterator(rt, part(It.RANGE_START) + (length - 1) * step, -step, length);
});

export const LENGTH_HINT: Methods = {
  __length_hint__: { convention: 'noargs', call: (rt, o) => newInt(rt, rt.iteratorHint(rt, o, 0)) },
};
