/** itertools.count() without arguments: 0, 1, 2, … Models Modules/itertoolsmodule.c `count_next`. */

import { defineType } from './define.ts';
import { fieldsDealloc } from './descriptors.ts';
import * as H from './header.ts';
import { newSize } from './int.ts';
import type { Runtime } from './runtime.ts';

const COUNT_NEXT = 16;

export function bootCounter(rt: Runtime): void {
  rt.types.counter = defineType(rt, 0, 'count', {
    kind: H.KIND.none,
    size: 40,
    flags: H.FLAG_GC,
    slots: {
      dealloc: fieldsDealloc(),
      iter: (r, o) => r.incref(o),
      next: (r, o) => {
        const n = r.mem.ld(o + COUNT_NEXT);
        r.mem.st(o + COUNT_NEXT, n + 1);
        return newSize(r, n);
      },
    },
  });
}

export function newCounter(rt: Runtime): number {
  const o = rt.newCollected(rt.types.counter, 40);
  rt.mem.zero(o + COUNT_NEXT, 24);
  rt.track(o);
  return o;
}
