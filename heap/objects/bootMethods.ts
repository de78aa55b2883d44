/** The methods of the built-in types go into their dicts. */

import { BYTEARRAY_METHODS } from './bytearray.ts';
import { BYTES_METHODS, BYTES_ONLY, STR_ENCODE } from './bytesMethods.ts';
import * as Def from './define.ts';
import * as De from './descriptors.ts';
import { dictMethods } from './dictType.ts';
import { mergeMapping } from './dictUpdate.ts';
import { SET_VIEW_METHODS, VIEW_MAPPING } from './dictViews.ts';
import { hashAt, keyAt, nextEntry, valueAt } from './dictWalk.ts';
import { listMethods } from './listType.ts';
import { FLOAT_GETSETS, FLOAT_METHODS, INT_GETSETS, INT_METHODS, roundDouble } from './numberMethods.ts';
import { RANGE_METHODS, SLICE_METHODS } from './rangeMethods.ts';
import {
  DICT_REVERSED,
  ITEMS_REVERSED,
  KEYS_REVERSED,
  LENGTH_HINT,
  LIST_REVERSED,
  RANGE_REVERSED,
  VALUES_REVERSED,
} from './reverse.ts';
import type { Runtime } from './runtime.ts';
import { FROZENSET_METHODS, SET_ITERATOR_METHODS, SET_METHODS } from './setMethods.ts';
import { textOf } from './str.ts';
import { STR_METHODS } from './strMethods.ts';
import { ownFormat } from './strobject.ts';
import { STR_SPLIT_METHODS } from './strSplitMethods.ts';
import { STR_TRANSLATE } from './strTranslate.ts';
import { tupleMethods } from './tupleType.ts';

export function bootMethods(rt: Runtime): void {
  Def.addMethods(rt, rt.types.object, {
    __format__: {
      convention: 'one',
      call: (r, o, args) => ownFormat(r, o, textOf(r, r.mem.ld(args))),
    },
  });
  const t = rt.types;
  Def.addMethods(rt, t.list, listMethods);
  Def.addMethods(rt, t.tuple, tupleMethods);
  Def.addMethods(rt, t.dict, dictMethods);
  Def.addMethods(rt, t.str, STR_METHODS);
  Def.addMethods(rt, t.str, STR_SPLIT_METHODS);
  Def.addMethods(rt, t.str, STR_ENCODE);
  Def.addMethods(rt, t.str, STR_TRANSLATE);
  Def.addMethods(rt, t.range, RANGE_METHODS);
  Def.addMethods(rt, t.slice, SLICE_METHODS);
  Def.addMethods(rt, t.bytes, BYTES_METHODS);
  Def.addMethods(rt, t.bytes, BYTES_ONLY);
  Def.addMethods(rt, t.bytearray, BYTEARRAY_METHODS);
  Def.addMethods(rt, t.int, INT_METHODS);
  Def.addGetSets(rt, t.int, INT_GETSETS);
  Def.addMethods(rt, t.float, FLOAT_METHODS);
  Def.addGetSets(rt, t.float, FLOAT_GETSETS);
  Def.addMethods(rt, t.dictKeys, SET_VIEW_METHODS);
  Def.addMethods(rt, t.dictItems, SET_VIEW_METHODS);
  for (const type of [t.dictKeys, t.dictValues, t.dictItems]) Def.addGetSets(rt, type, [VIEW_MAPPING]);
  Def.addMethods(rt, t.set, SET_METHODS);
  Def.addMethods(rt, t.frozenset, FROZENSET_METHODS);
  Def.addMethods(rt, t.setIterator, SET_ITERATOR_METHODS);
  for (const [type, reversed] of [
    [t.list, LIST_REVERSED],
    [t.dict, DICT_REVERSED],
    [t.dictKeys, KEYS_REVERSED],
    [t.dictValues, VALUES_REVERSED],
    [t.dictItems, ITEMS_REVERSED],
    [t.range, RANGE_REVERSED],
  ] as const)
    Def.addMethods(rt, type, reversed);
  for (const type of [
    t.listIterator,
    t.tupleIterator,
    t.strIterator,
    t.bytesIterator,
    t.rangeIterator,
    t.reversed,
    t.listReverseIterator,
    t.dictKeyIterator,
    t.dictValueIterator,
    t.dictItemIterator,
    t.dictReverseKeys,
    t.dictReverseValues,
    t.dictReverseItems,
  ])
    Def.addMethods(rt, type, LENGTH_HINT);
  Def.addMethods(rt, t.property, De.propertyMethods);
  rt.getsets.push(De.instanceDict);
  rt.instanceDictGetSet = rt.getsets.length - 1;
  rt.getsets.push(De.instanceWeakref);
  rt.instanceWeakrefGetSet = rt.getsets.length - 1;
  rt.entriesOf = (r, dict) => {
    const out: (readonly [number, number, number])[] = [];
    for (let k = nextEntry(r, dict, 0); k >= 0; k = nextEntry(r, dict, k + 1)) {
      out.push([keyAt(r, dict, k), hashAt(r, dict, k), valueAt(r, dict, k)]);
    }
    return out;
  };
  rt.updateFromMapping = mergeMapping;
  rt.roundFloat = roundDouble;
}
