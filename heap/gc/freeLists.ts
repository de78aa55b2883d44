/** Blocks that types keep for their next object, given back. Models `clear_freelists` of Modules/gcmodule.c. */
import * as L from '../memory/layout.ts';
import type { Runtime } from '../objects/runtime.ts';

export function clearFreeLists(rt: Runtime): void {
  const m = rt.mem;
  for (let n = 1; n <= 20; n++) {
    for (let o = m.ld(L.FREE_TUPLES(n)); o !== 0; ) {
      const next = m.ld(o + 24);
      release(rt, o);
      o = next;
    }
    m.st(L.FREE_TUPLES(n), 0);
    m.st(L.FREE_TUPLES_LENGTH(n), 0);
  }
  for (let o = m.ld(L.FREE_FLOATS); o !== 0; ) {
    const next = m.ld(o + 8);
    rt.alloc.free(o);
    o = next;
  }
  m.st(L.FREE_FLOATS, 0);
  m.st(L.FREE_FLOATS_LENGTH, 0);
  for (let n = m.ld(L.FREE_LISTS_LENGTH); n > 0; n--) release(rt, m.ld(L.FREE_LISTS + 4 * (n - 1)));
  m.st(L.FREE_LISTS_LENGTH, 0);
  for (let n = m.ld(L.FREE_DICTS_LENGTH); n > 0; n--) release(rt, m.ld(L.FREE_DICTS + 4 * (n - 1)));
  m.st(L.FREE_DICTS_LENGTH, 0);
  for (let n = m.ld(L.FREE_KEYS_LENGTH); n > 0; n--) rt.alloc.free(m.ld(L.FREE_KEYS + 4 * (n - 1)));
  m.st(L.FREE_KEYS_LENGTH, 0);
}

function release(rt: Runtime, o: number): void {
  const m = rt.mem;
  const count = m.ld(L.COUNT0);
  if (count > 0) m.st(L.COUNT0, count - 1);
  rt.alloc.free(o - 16);
}
