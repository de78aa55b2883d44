/** The types of built-in iterators. */

import { GC, K, self } from './boot.ts';
import { BYTEARRAY_ITERATOR } from './bytearray.ts';
import { bytesNext } from './bytes.ts';
import * as Def from './define.ts';
import * as De from './descriptors.ts';
import { DICT_ITEMS_SLOTS, DICT_KEYS_SLOTS } from './dictViews.ts';
import { dictUsed, keyAt, nextEntry, valueAt } from './dictWalk.ts';
import * as H from './header.ts';
import * as It from './iterators.ts';
import { dictReverseNext } from './reverse.ts';
import type { Runtime } from './runtime.ts';
import { SET_ITERATOR_SLOTS } from './setMethods.ts';
import { reprText } from './text.ts';

export function iterators(rt: Runtime): void {
  const t = rt.types;
  const make = (
    name: string,
    kind: number,
    size: number,
    slots: NonNullable<Def.TypeSpec['slots']>,
    flags = GC,
  ): number => Def.defineType(rt, 0, name, { kind, size, flags, slots: { iter: self, ...slots } });
  const sequence = { dealloc: It.sequenceIteratorDealloc };
  t.listIterator = make('list_iterator', K.listIterator, 32, { ...sequence, next: It.listNext });
  t.tupleIterator = make('tuple_iterator', K.listIterator, 32, { ...sequence, next: It.tupleNext });
  t.strIterator = make('str_ascii_iterator', K.listIterator, 32, { ...sequence, next: It.strNext });
  t.bytesIterator = make('bytes_iterator', K.listIterator, 32, { ...sequence, next: bytesNext });
  t.bytearrayIterator = make('bytearray_iterator', K.listIterator, 32, BYTEARRAY_ITERATOR);
  t.callIterator = make('iterator', K.listIterator, 32, { ...sequence, next: It.sequenceNext });
  t.reversed = Def.defineType(rt, 0, 'reversed', {
    kind: K.reversed,
    size: 32,
    flags: GC | H.FLAG_BASE,
    slots: { ...sequence, iter: self, next: It.reversedNext },
  });
  t.listReverseIterator = make('list_reverseiterator', K.reversed, 32, {
    ...sequence,
    next: It.reversedNext,
  });
  const dict = { dealloc: It.dictIteratorDealloc, next: It.dictNext };
  t.dictKeyIterator = make('dict_keyiterator', K.dictIterator, 56, dict);
  t.dictValueIterator = make('dict_valueiterator', K.dictIterator, 56, dict);
  t.dictItemIterator = make('dict_itemiterator', K.dictIterator, 56, dict);
  const backwards = { ...dict, next: dictReverseNext };
  t.dictReverseKeys = make('dict_reversekeyiterator', K.dictIterator, 56, backwards);
  t.dictReverseValues = make('dict_reversevalueiterator', K.dictIterator, 56, backwards);
  t.dictReverseItems = make('dict_reverseitemiterator', K.dictIterator, 56, backwards);
  t.setIterator = make('set_iterator', K.setIterator, 48, SET_ITERATOR_SLOTS);
  t.rangeIterator = make(
    'range_iterator',
    K.rangeIterator,
    48,
    { dealloc: (r, o) => r.deleteObject(o), next: It.rangeNext },
    0,
  );
  const view = (
    name: string,
    iterator: () => number,
    item: (r: Runtime, d: number, k: number) => string | null,
    more: NonNullable<Def.TypeSpec['slots']> = {},
  ): number =>
    Def.defineType(rt, 0, name, {
      kind: K.dictView,
      size: 24,
      flags: GC,
      slots: {
        dealloc: De.fieldsDealloc(16),
        ...more,
        hash: null,
        length: (r, o) => dictUsed(r, r.mem.ld(o + 16)),
        iter: (r, o) => It.newDictIterator(r, iterator(), r.mem.ld(o + 16)),
        repr: (r, o) => {
          const d = r.mem.ld(o + 16);
          const parts: string[] = [];
          for (let k = nextEntry(r, d, 0); k >= 0; k = nextEntry(r, d, k + 1)) {
            const text = item(r, d, k);
            if (text === null) return null;
            parts.push(text);
          }
          return `${name}([${parts.join(', ')}])`;
        },
      },
    });
  t.dictKeys = view(
    'dict_keys',
    () => t.dictKeyIterator,
    (r, d, k) => reprText(r, keyAt(r, d, k)),
    DICT_KEYS_SLOTS,
  );
  t.dictValues = view(
    'dict_values',
    () => t.dictValueIterator,
    (r, d, k) => reprText(r, valueAt(r, d, k)),
  );
  t.dictItems = view(
    'dict_items',
    () => t.dictItemIterator,
    (r, d, k) => {
      const key = reprText(r, keyAt(r, d, k));
      const value = key === null ? null : reprText(r, valueAt(r, d, k));
      return value === null ? null : `(${key}, ${value})`;
    },
    DICT_ITEMS_SLOTS,
  );
}
