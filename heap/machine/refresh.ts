/** What a runtime derives from its memory, recomputed after memory was put back. */
import * as L from '../memory/layout.ts';
import * as H from '../objects/header.ts';
import { baseOfLayout } from '../objects/instance.ts';
import type { Runtime } from '../objects/runtime.ts';
import { classRecord } from '../objects/slots.ts';
import { STR_INTERNED, STR_TEXT } from '../objects/str.ts';
import { tupleItem, tupleSize } from '../objects/tuple.ts';
import { isSubtype } from '../objects/typetools.ts';

/** Addresses of all objects made since the start, ascending. */
export function livingObjects(rt: Runtime): number[] {
  const out: number[] = [];
  const end = rt.alloc.ranges.top >> 4;
  const { serials } = rt.mem;
  for (let slot = L.DYNAMIC_START >> 4; slot < end; slot++) if (serials[slot] !== 0) out.push(slot << 4);
  return out;
}

/** Addresses of what existed before the first statement or was added to it since, ascending. */
export function staticObjects(rt: Runtime): number[] {
  const out: number[] = [];
  const end = rt.staticCursor >> 4;
  for (let slot = L.STATIC_START >> 4; slot < end; slot++)
    if (rt.mem.serials[slot] !== 0) out.push(slot << 4);
  return out;
}

export function refreshRuntime(rt: Runtime): void {
  const m = rt.mem;
  rt.clearMethodCache();
  rt.interned.clear();
  const classes: number[] = [];
  for (const o of [...staticObjects(rt), ...livingObjects(rt)]) {
    const type = m.ld(o + H.OB_TYPE);
    if (type === rt.types.str) {
      if (m.ld(o + STR_INTERNED) !== 0) rt.interned.set(rt.texts.get(m.ld(o + STR_TEXT)), o);
    } else if (type === rt.types.type && o >= L.DYNAMIC_START) classes.push(o);
  }
  for (const type of classes) {
    const mro = m.ld(type + H.TP_MRO);
    if (mro === 0) continue;
    const layout = baseOfLayout(rt, type);
    let inherited = rt.recordOfType(layout);
    for (let i = 0; i < tupleSize(rt, mro); i++) {
      const t = tupleItem(rt, mro, i);
      if ((m.ld(t + H.TP_FLAGS) & H.FLAG_HEAP) === 0) {
        if (t !== layout && isSubtype(rt, t, layout)) inherited = rt.recordOfType(t);
        break;
      }
    }
    rt.records.set(m.ld(type + H.TP_RECORD), classRecord(rt, type, inherited));
  }
}
