/** `__sizeof__` of every kind: what sys.getsizeof counts without the headers in front. */

import { DICT_BYTES } from './dict.ts';
import { dictTableBytes } from './dictWalk.ts';
import { codeOf, F_CODE, F_SLOTS, FO_DATA, FO_FRAME, GEN_CODE, GEN_FRAME } from './frame.ts';
import * as H from './header.ts';
import { LIST_ALLOCATED, LIST_BYTES } from './list.ts';
import type { Runtime } from './runtime.ts';
import { SET_BYTES, SET_MASK } from './set.ts';
import { STR_LENGTH, STR_WIDTH, strBytes } from './str.ts';

export function sizeOf(rt: Runtime, o: number): number {
  const m = rt.mem;
  const type = m.ld(o + H.OB_TYPE);
  const K = H.KIND;
  const basic = m.ld(type + H.TP_BASICSIZE);
  const extra = m.ld(type + H.TP_FLAGS) & H.FLAG_HEAP ? basic : 0;
  switch (rt.kindOf(o)) {
    case K.int:
    case K.bool:
      return 24 + 4 * Math.max(1, Math.abs(m.ld(o + H.OB_SIZE)));
    case K.str:
      if (extra !== 0) return 80 + separateText(m.ld(o + STR_WIDTH), m.ld(o + STR_LENGTH));
      return strBytes(m.ld(o + STR_WIDTH), m.ld(o + STR_LENGTH));
    case K.bytes:
      return 33 + m.ld(o + H.OB_SIZE);
    case K.bytearray:
      return 56 + m.ld(o + 24);
    case K.list:
      return (extra || LIST_BYTES) + 8 * m.ld(o + LIST_ALLOCATED);
    case K.tuple:
      return (extra || 24) + 8 * m.ld(o + H.OB_SIZE);
    case K.dict:
      return (extra || DICT_BYTES) + dictTableBytes(rt, o);
    case K.set: {
      const mask = m.ld(o + SET_MASK);
      return (extra || SET_BYTES) + (mask === 7 ? 0 : 16 * (mask + 1));
    }
    case K.generator:
      return GEN_FRAME + F_SLOTS + 8 * codeOf(rt, m.ld(o + GEN_CODE)).slots;
    case K.frame:
      return FO_DATA + F_SLOTS + 8 * codeOf(rt, m.ld(m.ld(o + FO_FRAME) + F_CODE)).slots;
    case K.type:
      if ((m.ld(o + H.TP_FLAGS) & H.FLAG_HEAP) === 0) return 408;
      return H.HEAP_TYPE_SIZE + (m.ld(o + H.HT_CACHED_KEYS) === 0 ? 0 : 768);
    case K.code:
      return codeOf(rt, o).bytes;
    default:
      return basic;
  }
}

/** Bytes of the text of a str subclass, which lies in a block of its own. */
export function separateText(width: number, length: number): number {
  return strBytes(width, length) - strBytes(width, 0) + Math.max(1, width);
}

/** sys.getsizeof: with the collector's header and the words of a managed dict. */
export function fullSize(rt: Runtime, o: number): number {
  return sizeOf(rt, o) + (rt.kindOf(o) === H.KIND.type ? H.GC_HEADER : prefixBytes(rt, o));
}

export function prefixBytes(rt: Runtime, o: number): number {
  const flags = rt.flagsOf(o);
  if (rt.kindOf(o) === H.KIND.type) return rt.mem.ld(o + H.TP_FLAGS) & H.FLAG_HEAP ? 16 : 0;
  if (o === rt.emptyTuple) return 16;
  return (flags & H.FLAG_GC ? 16 : 0) + (flags & H.FLAG_MANAGED_DICT ? 16 : 0);
}
