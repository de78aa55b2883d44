/** Which objects a statement made and left alive. */
import * as L from '../memory/layout.ts';
import { RECENT } from '../memory/memory.ts';
import type { Runtime } from '../objects/runtime.ts';

/** Serials of all living objects from `first` on, ascending. */
export function livingSince(rt: Runtime, first: number): number[] {
  const { serials, recent } = rt.mem;
  const last = rt.mem.ld(L.NEXT_SERIAL);
  const out: number[] = [];
  if (last - first < RECENT) {
    for (let serial = first; serial <= last; serial++) {
      const o = recent[serial & (RECENT - 1)] ?? 0;
      if (o >= L.DYNAMIC_START && serials[o >> 4] === serial) out.push(serial);
    }
    return out;
  }
  const lives = new Uint8Array(last - first + 1);
  const end = rt.alloc.ranges.top >> 4;
  for (let slot = L.DYNAMIC_START >> 4; slot < end; slot++) {
    const serial = serials[slot] ?? 0;
    if (serial >= first) lives[serial - first] = 1;
  }
  for (let k = 0; k < lives.length; k++) if (lives[k] === 1) out.push(first + k);
  return out;
}
