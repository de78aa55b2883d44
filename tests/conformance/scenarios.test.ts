/**
 * Every scenario on the simulated machine against what CPython 3.11.7 answered: at the level that levels.json lists
 * for it (0 = a known difference that a person could see), no lower and no higher, so that the list tells the truth.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { compareDocuments, levelReached, sentence } from './compare.ts';
import type { Document } from './document.ts';
import { simulate } from './machine.ts';
import { askOracle } from './oracle.ts';
import { findPython311 } from './python311.ts';
import { allPrograms, readGolden } from './scenarios.ts';

const levels = z
  .record(z.string(), z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]))
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, 'levels.json'), 'utf8')));
const scenarios = allPrograms();
const python = findPython311();
// Asked once for all of them: starting CPython costs more than a scenario.
const live =
  python === null
    ? []
    : askOracle(
        python,
        scenarios.map(({ source }) => source),
      );

test('the list of levels and the scenarios are about the same names', () => {
  expect(Object.keys(levels).sort()).toEqual(scenarios.map(({ name }) => name));
});

describe.each(scenarios.map((scenario, index) => ({ ...scenario, index })))(
  '$name',
  ({ name, source, index }) => {
    const level = levels[name] ?? 0;
    let run: Document | null = null;
    const simulated = (): Document => {
      run ??= simulate(source);
      return run;
    };

    test(`equals CPython 3.11.7 at level ${level}`, () => {
      const golden = readGolden(name);
      const found = simulated();
      const differences = level === 0 ? [] : compareDocuments(golden, found, level);
      expect(differences.map((one) => sentence(name, one))).toEqual([]);
      expect(
        levelReached(golden, found),
        'the level in levels.json must be the highest that is reached',
      ).toBe(level);
    });

    test.skipIf(python === null || level === 0)(
      `equals the CPython of this computer at level ${level}`,
      () => {
        const answer = live[index];
        if (level === 0) return;
        if (answer?.kind !== 'document') throw new Error(answer?.reason ?? 'the oracle did not answer');
        const differences = compareDocuments(answer.document, simulated(), level);
        expect(differences.map((one) => sentence(name, one))).toEqual([]);
      },
    );
  },
);
