/** Built-in functions that the Python code of heap/library calls. Models Modules/_weakref.c, itertools.count. */
import { hashOf } from '../objects/abstract.ts';
import { newCounter } from '../objects/counter.ts';
import type { Methods } from '../objects/define.ts';
import { entryValue, find, takeEntry } from '../objects/dict.ts';
import { LOOKUP_ERROR } from '../objects/dictKeys.ts';
import * as H from '../objects/header.ts';
import type { Runtime } from '../objects/runtime.ts';
import { isSubtype } from '../objects/typetools.ts';
import { WR_OBJECT } from '../objects/weakref.ts';

const at = (rt: Runtime, args: number, i: number): number => rt.mem.ld(args + 8 * i);

export const LIBRARY_FUNCTIONS: Methods = {
  /** Deletes a key of a dict if its value is a weak reference whose object is gone. */
  _remove_dead_weakref: {
    convention: 'fast',
    call: (rt, _self, args) => {
      const dict = at(rt, args, 0);
      const key = at(rt, args, 1);
      const hash = hashOf(rt, key);
      if (hash === -1 && rt.failed()) return 0;
      const entry = find(rt, dict, key, hash);
      if (entry === LOOKUP_ERROR) return 0;
      if (entry >= 0) {
        const value = entryValue(rt, dict, entry);
        const dead = isSubtype(rt, rt.typeOf(value), rt.types.weakref) && rt.mem.ld(value + WR_OBJECT) === 0;
        if (dead) rt.decref(takeEntry(rt, dict, entry, hash));
      }
      return rt.newNone();
    },
  },
  _count: { convention: 'noargs', call: (rt) => newCounter(rt) },
  /** What isinstance(o, collections.abc.Mapping) says of the classroom's objects. */
  _is_mapping: {
    convention: 'fast',
    call: (rt, _self, args) => {
      const o = at(rt, args, 0);
      const type = rt.typeOf(o);
      if ((rt.flagsOf(o) & H.FLAG_DICT) !== 0 || type === rt.types.mappingProxy) return rt.bool(true);
      const mro = rt.mem.ld(type + H.TP_MRO);
      for (let i = 0; i < rt.mem.ld(mro + H.OB_SIZE); i++) {
        if (rt.typeName(rt.mem.ld(mro + 24 + 8 * i)) === 'Mapping') return rt.bool(true);
      }
      return rt.bool(false);
    },
  },
};
