/** Records places.json from the CPython 3.11 of this machine: `tsx tests/conformance/recordPlaces.ts`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestPlaces, replayReal } from './pymalloc/replay.ts';
import { makeTrace, PROFILES } from './pymalloc/trace.ts';
import { findPython311 } from './python311.ts';

const python = findPython311();
if (python === null) throw new Error('a CPython 3.11 with a shared library and gcc are needed to record');
const rows = PROFILES.map((profile) => {
  const hashes = digestPlaces(replayReal(makeTrace(profile, 1_000_000), python));
  return `  ${JSON.stringify(profile.name)}: ${JSON.stringify(hashes)}`;
});
writeFileSync(join(import.meta.dirname, 'pymalloc', 'places.json'), `{\n${rows.join(',\n')}\n}\n`);
