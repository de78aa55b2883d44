/** Sequences into several targets. Models `unpack_iterable` of Python/ceval.c. */
import * as A from '../objects/abstract.ts';
import * as E from '../objects/errors.ts';
import * as H from '../objects/header.ts';
import { LIST_ITEMS, newList } from '../objects/list.ts';
import type { Runtime } from '../objects/runtime.ts';
import { extendFromIterable } from '../objects/sequences.ts';
import type { Instructions } from './instruction.ts';
import { op } from './opcode.ts';

const TOO_FEW = 'not enough values to unpack (expected %d, got %d)';
const TOO_FEW_AT_LEAST = 'not enough values to unpack (expected at least %d, got ';

/** Fills [to, to+n) with the items (new references); the last item highest. Borrows the iterable. */
export function unpack(rt: Runtime, o: number, before: number, after: number, to: number): boolean {
  const m = rt.mem;
  const record = rt.recordOf(o);
  if (record.iter === null && record.getitem === null) {
    /* the iterator is asked for first, and its refusal is replaced */
    A.iterate(rt, o);
    E.clearError(rt);
    E.formatError(rt, 'TypeError', 'cannot unpack non-iterable %.200s object', rt.tpName(rt.typeOf(o)));
    return false;
  }
  const it = A.iterate(rt, o);
  if (it === 0) return false;
  const end = to + 8 * (before + (after < 0 ? 0 : after + 1));
  for (let i = 0; i < before; i++) {
    const item = A.next(rt, it);
    if (item === 0) {
      if (!rt.failed()) {
        if (after < 0) E.formatError(rt, 'ValueError', TOO_FEW, before, i);
        else E.formatError(rt, 'ValueError', `${TOO_FEW_AT_LEAST}%d)`, before + after, i);
      }
      for (let k = i - 1; k >= 0; k--) rt.decref(m.ld(end - 8 * (k + 1)));
      rt.decref(it);
      return false;
    }
    m.st(end - 8 * (i + 1), item);
  }
  if (after < 0) {
    const item = A.next(rt, it);
    if (item === 0 && !rt.failed()) {
      rt.decref(it);
      return true;
    }
    if (item !== 0) {
      rt.decref(item);
      E.formatError(rt, 'ValueError', 'too many values to unpack (expected %d)', before);
    }
    for (let k = before - 1; k >= 0; k--) rt.decref(m.ld(end - 8 * (k + 1)));
    rt.decref(it);
    return false;
  }
  const list = newList(rt, 0);
  const extended = extendFromIterable(rt, list, it);
  if (extended) {
    const n = m.ld(list + H.OB_SIZE);
    if (n >= after) {
      m.st(end - 8 * (before + 1), list);
      for (let k = 0; k < after; k++) {
        m.st(end - 8 * (before + 2 + k), m.ld(m.ld(list + LIST_ITEMS) + 8 * (n - after + k)));
      }
      m.st(list + H.OB_SIZE, n - after);
      rt.decref(it);
      return true;
    }
    E.formatError(rt, 'ValueError', `${TOO_FEW_AT_LEAST}%zd)`, before + after, before + n);
  }
  rt.decref(list);
  for (let k = before - 1; k >= 0; k--) rt.decref(m.ld(end - 8 * (k + 1)));
  rt.decref(it);
  return false;
}

export const unpackInstructions: Instructions = {
  [op.UNPACK_EX]: (rt, _frame, sp, arg) => {
    const value = rt.mem.ld(sp - 8);
    const before = arg & 255;
    const after = arg >> 8;
    const ok = unpack(rt, value, before, after, sp - 8);
    rt.decref(value);
    return ok ? sp + 8 * (before + after) : ~(sp - 8);
  },
};
