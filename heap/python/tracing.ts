/**
 * The module tracemalloc, as far as its totals go. Models Modules/_tracemalloc.c `tracemalloc_start`,
 * `_PyTraceMalloc_GetTracedMemory`, `_PyTraceMalloc_GetMemory`.
 */
import * as L from '../memory/layout.ts';
import * as A from '../objects/abstract.ts';
import { positional } from '../objects/arguments.ts';
import type { Methods } from '../objects/define.ts';
import * as E from '../objects/errors.ts';
import { newInt, newSize } from '../objects/int.ts';
import type { Runtime } from '../objects/runtime.ts';
import { newTuple } from '../objects/tuple.ts';

const FRAMES_LIMIT = 65535;
/** Bytes of tracemalloc's own tables: what they are when empty, and about what each traced block adds. */
const EMPTY_TABLES = 624;
const PER_BLOCK = 64;

export const TRACING_FUNCTIONS: Methods = {
  start: {
    convention: 'fast',
    call: (rt, _self, args, nargs) => {
      if (!positional(rt, 'start', nargs, 0, 1)) return 0;
      const frames = nargs === 0 ? 1 : A.asIndex(rt, rt.mem.ld(args), 'OverflowError');
      if (frames === null) return 0;
      if (frames < 1 || frames > FRAMES_LIMIT) {
        return E.setError(rt, 'ValueError', `the number of frames must be in range [1; ${FRAMES_LIMIT}]`);
      }
      if (!rt.alloc.traced.on) rt.mem.st(L.TRACE_FRAMES, frames);
      rt.alloc.traced.start();
      return rt.newNone();
    },
  },
  stop: {
    convention: 'noargs',
    call: (rt) => {
      rt.alloc.traced.stop();
      return rt.newNone();
    },
  },
  is_tracing: { convention: 'noargs', call: (rt) => rt.bool(rt.alloc.traced.on) },
  clear_traces: {
    convention: 'noargs',
    call: (rt) => {
      rt.alloc.traced.clear();
      return rt.newNone();
    },
  },
  reset_peak: {
    convention: 'noargs',
    call: (rt) => {
      rt.mem.st(L.TRACE_PEAK, rt.mem.ld(L.TRACE_BYTES));
      return rt.newNone();
    },
  },
  get_traced_memory: {
    convention: 'noargs',
    call: (rt) => {
      const [bytes, peak] = [rt.mem.ld(L.TRACE_BYTES), rt.mem.ld(L.TRACE_PEAK)];
      const tuple = newTuple(rt, 2);
      rt.mem.st(tuple + 24, newInt(rt, bytes));
      rt.mem.st(tuple + 32, newInt(rt, peak));
      return tuple;
    },
  },
  get_traceback_limit: { convention: 'noargs', call: (rt) => newInt(rt, rt.mem.ld(L.TRACE_FRAMES) || 1) },
  get_tracemalloc_memory: {
    convention: 'noargs',
    call: (rt) => newSize(rt, EMPTY_TABLES + PER_BLOCK * tracedBlocks(rt)),
  },
};

function tracedBlocks(rt: Runtime): number {
  return rt.alloc.traced.sizes.size;
}
