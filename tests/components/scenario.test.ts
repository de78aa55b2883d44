/** Scenarios in the sandbox and on the screen: stepping, finding, and what a comparison reads as. */
import { describe, expect, it } from 'vitest';
import { SCENARIOS, scenarioOf } from '../../classroom/scenarios/index.ts';
import type { Scenario } from '../../classroom/scenarios/scenario.ts';
import { scenarioInWords } from '../../classroom/scenarios/words.ts';
import { de } from '../../components/language/de/index.ts';
import { en } from '../../components/language/en/index.ts';
import { Bench } from '../../components/sandbox/bench.ts';
import { difference, rowsOf } from '../../components/scenario/comparison.ts';
import { findScenarios, moved } from '../../components/scenario/search.ts';
import type { Measured } from '../../heap/index.ts';

function scenario(id: string): Scenario {
  const found = scenarioOf(id);
  if (found === undefined) throw new Error(`no scenario ${id}`);
  return found;
}

describe('a scenario on the bench', () => {
  it('begins with an empty heap and runs its steps one by one', () => {
    const bench = new Bench(en);
    bench.run('z = 1');
    bench.open(scenario('cycle'));
    expect(bench.state().statements).toEqual([]);
    bench.next();
    bench.next();
    expect(bench.state().statements).toEqual(['a = []', 'b = []']);
    expect(bench.state().scenario?.done).toBe(2);
    bench.rest();
    expect(bench.state().scenario?.done).toBe(7);
    expect(bench.state().lines.at(-1)?.output).toBe('2\n');
    bench.next();
    expect(bench.state().scenario?.done).toBe(7);
    expect(bench.state().statements).toHaveLength(7);
  });

  it('goes back over what was typed in between, and over a comparison without touching the heap', () => {
    const bench = new Bench(en);
    bench.open(scenario('slots'));
    bench.rest();
    const { length } = bench.state().statements;
    expect(bench.state().scenario?.done).toBe(length + 1);
    bench.back();
    expect(bench.state().statements).toHaveLength(length);
    expect(bench.state().scenario?.done).toBe(length);
    bench.run('mine = []');
    bench.back();
    expect(bench.state().statements).toHaveLength(length - 1);
    expect(bench.state().scenario?.done).toBe(length - 1);
    bench.next();
    expect(bench.state().statements).toHaveLength(length);
  });

  it('follows an undo: a step that was taken back is to be taken again', () => {
    const bench = new Bench(en);
    bench.open(scenario('cycle'));
    bench.next();
    bench.run('mine = []');
    bench.undo();
    expect(bench.state().scenario?.done).toBe(1);
    bench.undo();
    expect(bench.state().scenario?.done).toBe(0);
    bench.next();
    expect(bench.state().statements).toEqual(['a = []']);
  });

  it('runs every scenario to its end', () => {
    for (const one of SCENARIOS) {
      const bench = new Bench(en);
      bench.open(one);
      bench.rest();
      expect(bench.state().scenario?.done, one.id).toBe(one.steps.length);
      expect(bench.state().fault, one.id).toBe(null);
    }
  });
});

describe('finding a scenario', () => {
  const english = (scenario: Scenario) => scenario;
  const ids = (query: string) =>
    findScenarios(query, en.scenario, english).flatMap(({ scenarios }) => scenarios.map(({ id }) => id));

  it('gives all of them, by system, to an empty query', () => {
    expect(ids('  ')).toEqual(SCENARIOS.map(({ id }) => id));
    expect(findScenarios('', en.scenario, english).map(({ system }) => system)).toEqual([
      'S1',
      'S2',
      'S3',
      'S4',
      'S5',
      'S6',
      'S7',
      'S8',
      'S9',
    ]);
  });

  it('takes words of the title, of the system and of the code, in any case', () => {
    expect(ids('__SLOTS__')).toContain('slots');
    expect(ids('weak PARENT')).toContain('weak-parent');
    expect(ids('s6')).toEqual(['used-again', 'kept-lists', 'survivors']);
    expect(ids('comparison')).toContain('join');
    expect(ids('comparison')).not.toContain('cycle');
    expect(ids('xylophone')).toEqual([]);
  });

  it('takes the words of the language that it is told in', () => {
    const told = (scenario: Scenario) => scenarioInWords(scenario, de.scenarioTexts.of[scenario.id]);
    const found = findScenarios('zyklus baum', de.scenario, told).flatMap(({ scenarios }) => scenarios);
    expect(found.map(({ id }) => id)).toContain('weak-parent');
    expect(found.every(({ title }) => title !== scenarioOf('weak-parent')?.title)).toBe(true);
  });

  it('stops at both ends', () => {
    expect(moved(0, 5, 'ArrowUp')).toBe(0);
    expect(moved(0, 5, 'ArrowDown')).toBe(1);
    expect(moved(4, 5, 'ArrowDown')).toBe(4);
    expect(moved(1, 5, 'PageDown')).toBe(4);
    expect(moved(3, 5, 'Home')).toBe(0);
    expect(moved(1, 5, 'End')).toBe(4);
    expect(moved(0, 0, 'ArrowDown')).toBe(0);
  });
});

describe('a comparison as rows', () => {
  const measured = (change: Partial<Measured>): Measured => ({
    objects: 0,
    bytesUsed: 0,
    peakBytes: 0,
    bytesFromSystem: 0,
    allocations: 0,
    collections: 0,
    output: '',
    ...change,
  });

  it('says how much less or more, and never 0 % or 100 % where that is not so', () => {
    expect(difference(5, 5, en)).toBe('same');
    expect(difference(0, 0, en)).toBe('same');
    expect(difference(200, 100, en)).toBe('−50 %');
    expect(difference(100, 150, en)).toBe('+50 %');
    expect(difference(0, 3, en)).toBe('+3');
    expect(difference(3, 0, en)).toBe('−100 %');
    expect(difference(1_000_000, 1, en)).toBe('−99.9 %');
    expect(difference(1_000_000, 1, de)).toBe('−99,9 %');
    expect(difference(1_000_000, 999_999, en)).toBe('−0.1 %');
    expect(difference(-64, 0, en)).toBe('+64');
  });

  it('draws bars on one scale, and none for what is less than nothing', () => {
    const rows = rowsOf(
      {
        before: measured({ bytesUsed: 400, objects: 3 }),
        after: measured({ bytesUsed: 100, objects: -2 }),
      },
      en,
    );
    const row = (figure: string) => rows.find((one) => one.figure === figure);
    expect(row('bytesUsed')).toMatchObject({ beforeBar: 1, afterBar: 0.25, better: true });
    expect(row('objects')).toMatchObject({ beforeBar: 1, afterBar: 0, better: true });
    expect(row('collections')).toMatchObject({ beforeBar: 0, afterBar: 0, better: null });
  });
});
