/**
 * Every scenario on the simulated machine against what CPython 3.11.7 answered: at the level that levels.json lists
 * for it (0 = a known difference that a person could see), no lower and no higher, so that the list tells the truth.
 * After every input all invariants of the heap hold,
 * and a machine that was saved and restored there goes on exactly like the one that was not.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Machine } from '../../heap/index.ts';
import { compareDocuments, levelReached, sentence } from './compare.ts';
import { freshMachine, inputsOf, simulate } from './machine.ts';
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

    test(`equals CPython 3.11.7 at level ${level}`, () => {
      const golden = readGolden(name);
      const found = simulate(source);
      const differences = level === 0 ? [] : compareDocuments(golden, found, level);
      expect(differences.map((one) => sentence(name, one))).toEqual([]);
      expect(
        levelReached(golden, found),
        'the level in levels.json must be the highest that is reached',
      ).toBe(level);
    });

    test('keeps its invariants, and goes on alike after being saved and restored at any input', () => {
      const whole = freshMachine();
      let restored = freshMachine();
      for (const input of inputsOf(source)) {
        const step = whole.run('__main__', input);
        const again = restored.run('__main__', input);
        expect(again).toEqual(step);
        restored = Machine.restore(restored.snapshot());
        // Equal digests, equal memory: one walk is about both.
        expect(restored.digest(), input).toBe(whole.digest());
        restored.checkHeap();
      }
    });

    test.skipIf(python === null || level === 0)(
      `equals the CPython of this computer at level ${level}`,
      () => {
        const answer = live[index];
        if (level === 0) return;
        if (answer?.kind !== 'document') throw new Error(answer?.reason ?? 'the oracle did not answer');
        const differences = compareDocuments(answer.document, simulate(source), level);
        expect(differences.map((one) => sentence(name, one))).toEqual([]);
      },
    );
  },
);
