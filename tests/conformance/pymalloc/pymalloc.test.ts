/** The simulated object allocator puts every block exactly where the real one does, over a million operations each. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { findPython311 } from '../python311.ts';
import { digestPlaces, replayReal, replaySimulated, STRIDE } from './replay.ts';
import { makeTrace, PROFILES } from './trace.ts';

const OPERATIONS = 1_000_000;
const golden = z
  .record(z.string(), z.array(z.string()))
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, 'places.json'), 'utf8')));
const python = findPython311();

/** Index of the first operation whose block lies elsewhere, with both places; null where all agree. */
function firstDifference(real: Uint32Array, simulated: Uint32Array): string | null {
  if (real.length !== simulated.length) return `${real.length} operations against ${simulated.length}`;
  for (let k = 0; k < real.length; k++) {
    if (real[k] !== simulated[k]) {
      return `operation ${k}: ${real[k]?.toString(16)} expected, ${simulated[k]?.toString(16)} found`;
    }
  }
  return null;
}

describe.each(PROFILES)('$name', (profile) => {
  const trace = makeTrace(profile, OPERATIONS);
  const simulated = replaySimulated(trace);

  test('every block lies where CPython 3.11.7 put it when the golden was recorded', () => {
    const expected = golden[profile.name];
    expect(expected).toHaveLength(OPERATIONS / STRIDE);
    expect(digestPlaces(simulated)).toEqual(expected);
  });

  test.skipIf(python === null)('every block lies where the CPython of this machine puts it', () => {
    if (python === null) return;
    expect(firstDifference(replayReal(trace, python), simulated)).toBeNull();
  });
});

test('the traces are not trivial: arenas are given back and sizes of all kinds are asked for', () => {
  const [, , waves] = PROFILES;
  if (waves === undefined) throw new Error('the profile of coming and going arenas is missing');
  const trace = makeTrace(waves, OPERATIONS);
  const places = replaySimulated(trace);
  const arenas = new Set<number>();
  let emptied = 0;
  let before = -1;
  places.forEach((place) => {
    if (place >= 0xfffffffe) return;
    const arena = place >>> 24;
    if (arena < before) emptied++;
    before = arena;
    arenas.add(arena);
  });
  expect(arenas.size).toBeGreaterThan(5);
  expect(emptied).toBeGreaterThan(100);
});
