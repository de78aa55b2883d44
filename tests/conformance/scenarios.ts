/** The scenarios (scenarios/*.py), what CPython 3.11.7 answered (goldens/memory/*.json.gz), and the level each reaches. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { type Document, documentSchema } from './document.ts';
import { LESSONS } from './lessons.ts';

const SCENARIOS = join(import.meta.dirname, 'scenarios');
const GOLDENS = join(import.meta.dirname, 'goldens', 'memory');

export interface Scenario {
  readonly name: string;
  readonly source: string;
}

export function allScenarios(): Scenario[] {
  return readdirSync(SCENARIOS)
    .filter((file) => file.endsWith('.py'))
    .sort()
    .map((file) => ({
      name: file.slice(0, -3),
      source: readFileSync(join(SCENARIOS, file), 'utf8'),
    }));
}

/** The scenarios, and the programs of the product's own scenarios. */
export function allPrograms(): Scenario[] {
  return [...allScenarios(), ...LESSONS].sort((a, b) => (a.name < b.name ? -1 : 1));
}

export function goldenPath(name: string): string {
  return join(GOLDENS, `${name}.json.gz`);
}

export function readGolden(name: string): Document {
  return documentSchema.parse(JSON.parse(gunzipSync(readFileSync(goldenPath(name))).toString('utf8')));
}

/** The bytes of a golden: the same document gives the same bytes. */
export function packGolden(document: Document): Uint8Array {
  return gzipSync(JSON.stringify(document), { level: 9 });
}
