/**
 * Replays a trace on the simulated allocator and on the real one (replay.c) and tells where each block went:
 * arena << 24 | pool << 12 | block, or OUTSIDE for what the C library served, or NOTHING for a free.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Allocator } from '../../../heap/memory/allocator.ts';
import { Memory } from '../../../heap/memory/memory.ts';
import { whereIs } from '../../../heap/memory/places.ts';
import type { Python311 } from '../python311.ts';
import { encodeTrace, FREE, MALLOC, type Trace } from './trace.ts';

export const OUTSIDE = 0xffffffff;
export const NOTHING = 0xfffffffe;
/** Operations that one number of a golden stands for. */
export const STRIDE = 10_000;

export function replaySimulated(trace: Trace): Uint32Array {
  const allocator = new Allocator(new Memory(1 << 24));
  const address = new Int32Array(trace.kinds.length);
  const places = new Uint32Array(trace.kinds.length);
  for (let k = 0; k < trace.kinds.length; k++) {
    const slot = trace.slots[k] ?? 0;
    const size = trace.sizes[k] ?? 0;
    const old = address[slot] ?? 0;
    if (trace.kinds[k] === FREE) {
      allocator.free(old);
      places[k] = NOTHING;
      continue;
    }
    const block = trace.kinds[k] === MALLOC ? allocator.malloc(size) : allocator.realloc(old, size);
    address[slot] = block;
    places[k] = placeOf(whereIs(allocator.mem, block));
  }
  return places;
}

function placeOf(where: string): number {
  const parts = where.split('.').map(Number);
  const [arena, pool, block] = parts;
  if (arena === undefined || pool === undefined || block === undefined) return OUTSIDE;
  return ((arena << 24) | (pool << 12) | block) >>> 0;
}

/** Builds replay.c and runs the trace on PyObject_Malloc and its sisters of the given library. */
export function replayReal(trace: Trace, python: Python311): Uint32Array {
  const folder = mkdtempSync(join(tmpdir(), 'heaproom-pymalloc-'));
  try {
    const program = join(folder, 'replay');
    const input = join(folder, 'trace');
    const output = join(folder, 'places');
    execFileSync('gcc', ['-O1', '-o', program, join(import.meta.dirname, 'replay.c'), '-ldl']);
    writeFileSync(input, encodeTrace(trace));
    execFileSync(program, [python.library, input, output]);
    const bytes = readFileSync(output);
    return new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One FNV-1a hash per STRIDE places. */
export function digestPlaces(places: Uint32Array): string[] {
  const out: string[] = [];
  for (let start = 0; start < places.length; start += STRIDE) {
    let hash = 0x811c9dc5;
    for (let k = start; k < Math.min(start + STRIDE, places.length); k++) {
      const place = places[k] ?? 0;
      for (let shift = 0; shift < 32; shift += 8)
        hash = Math.imul(hash ^ ((place >>> shift) & 255), 0x01000193);
    }
    out.push((hash >>> 0).toString(16).padStart(8, '0'));
  }
  return out;
}
