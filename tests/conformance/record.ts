/**
 * Records what CPython 3.11 answers to the scenarios: `tsx tests/conformance/record.ts [name …]`, all without names.
 * The oracle is asked twice, with different string hashes; a scenario whose answers differ is not recorded, since
 * CPython itself does not determine them.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { compareDocuments, sentence } from './compare.ts';
import { askOracle } from './oracle.ts';
import { findPython311 } from './python311.ts';
import { allPrograms, goldenPath, packGolden } from './scenarios.ts';

const python = findPython311();
if (python === null) throw new Error('a CPython 3.11 with a shared library and gcc are needed to record');
const wanted = process.argv.slice(2);
const scenarios = allPrograms().filter(({ name }) => wanted.length === 0 || wanted.includes(name));
const sources = scenarios.map(({ source }) => source);
const first = askOracle(python, sources, { seed: 0 });
const second = askOracle(python, sources, { seed: 4711 });
scenarios.forEach(({ name }, index) => {
  const answer = first[index];
  const again = second[index];
  if (answer?.kind !== 'document' || again?.kind !== 'document') {
    console.log(`${name}: ${answer?.kind === 'failed' ? answer.reason : 'no answer'}`);
    process.exitCode = 1;
    return;
  }
  const [difference] = compareDocuments(answer.document, again.document, 3);
  if (difference !== undefined) {
    console.log(`not determined: ${sentence(name, difference)}`);
    process.exitCode = 1;
    return;
  }
  const path = goldenPath(name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, packGolden({ ...answer.document, scenario: name }));
});
