/**
 * Prints the level that every scenario reaches now and what keeps it from the next one; `--write` puts the levels into
 * levels.json. `tsx tests/conformance/levels.ts [--write] [--all] [name …]`
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compareDocuments, type Level, levelReached, sentence } from './compare.ts';
import { simulate } from './machine.ts';
import { allPrograms, readGolden } from './scenarios.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { write: { type: 'boolean', default: false }, all: { type: 'boolean', default: false } },
});
const NEXT = { 0: 1, 1: 2, 2: 3, 3: 3 } as const satisfies Record<0 | Level, Level>;
const levels: Record<string, number> = {};
for (const { name, source } of allPrograms()) {
  if (positionals.length > 0 && !positionals.some((part) => name.includes(part))) continue;
  const golden = readGolden(name);
  try {
    const found = simulate(source);
    const level = levelReached(golden, found);
    levels[name] = level;
    const missing = compareDocuments(golden, found, NEXT[level]);
    console.log(`${level} ${name}`);
    for (const one of values.all ? missing : missing.slice(0, 1)) console.log(`    ${sentence(name, one)}`);
  } catch (error) {
    levels[name] = 0;
    console.log(`0 ${name}\n    ${error instanceof Error ? error.stack : String(error)}`);
  }
}
const counts = [0, 1, 2, 3].map((level) => Object.values(levels).filter((one) => one === level).length);
console.log(`level 3: ${counts[3]}, level 2: ${counts[2]}, level 1: ${counts[1]}, none: ${counts[0]}`);
if (values.write) {
  const rows = Object.entries(levels).map(([name, level]) => `  ${JSON.stringify(name)}: ${level}`);
  writeFileSync(join(import.meta.dirname, 'levels.json'), `{\n${rows.join(',\n')}\n}\n`);
}
