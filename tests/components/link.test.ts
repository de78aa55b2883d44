import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SCENARIOS } from '../../classroom/scenarios/index.ts';
import { en } from '../../components/language/en/index.ts';
import { makeHash, openHash, tooLong } from '../../components/sandbox/link.ts';
import { scenarioHash } from '../../components/sandbox/scenario-link.ts';
import { parseInput } from '../../heap/index.ts';

const anything = () => ({ ok: true }) as const;
const words = en.sandbox.link;

describe('a sandbox link', () => {
  it('gives back exactly the statements it was made of', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 20 }), (statements) => {
        expect(openHash(makeHash(statements), anything, words)).toEqual({ kind: 'statements', statements });
      }),
    );
  });

  it('is written with characters that survive in an address', () => {
    for (const { steps } of SCENARIOS) {
      const statements = steps.flatMap((step) => (step.kind === 'run' ? [step.run] : []));
      expect(makeHash(statements)).toMatch(/^#v1=[\w-]+$/);
      expect(openHash(makeHash(statements), parseInput, words)).toEqual({ kind: 'statements', statements });
    }
  });

  it('says so when it is broken, and never throws', () => {
    expect(openHash('', parseInput, words)).toEqual({ kind: 'none' });
    expect(openHash('#', parseInput, words)).toEqual({ kind: 'none' });
    const whole = makeHash(['a = [1, 2, 3]', 'b = a', 'del a']);
    expect(openHash(whole.slice(0, -6), parseInput, words).kind).toBe('broken');
    expect(openHash('#something', parseInput, words).kind).toBe('broken');
    expect(openHash('#v1=%%%', parseInput, words).kind).toBe('broken');
    expect(openHash(`#v1=${'A'.repeat(40_000)}`, parseInput, words).kind).toBe('broken');
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(['none', 'broken', 'statements']).toContain(openHash(`#v1=${text}`, anything, words).kind);
      }),
    );
  });

  it('names the statement that is no Python, and the place in it', () => {
    const opened = openHash(makeHash(['a = []', 'if a:\n  b = = 1']), parseInput, words);
    expect(opened).toEqual({
      kind: 'broken',
      message: 'Statement 2 in it is not valid Python: line 2, invalid syntax. Nothing was run.',
    });
  });

  it('says so when it holds too much, however short it is', () => {
    const many = makeHash(Array.from({ length: 5001 }, () => 'a = 1'));
    const long = makeHash(['a', 'b', 'c'].map((name) => `${name} = '${'x'.repeat(200_000)}'`));
    for (const hash of [many, long]) {
      expect(tooLong(hash)).toBe(false);
      expect(openHash(hash, parseInput, words)).toEqual({
        kind: 'broken',
        message: 'The link holds more statements than the sandbox opens.',
      });
    }
  });

  it('leads to a scenario by its name, or says that there is none', () => {
    for (const scenario of SCENARIOS) {
      expect(openHash(scenarioHash(scenario), parseInput, words)).toEqual({ kind: 'scenario', scenario });
    }
    for (const hash of ['#scenario=', '#scenario=nothing-of-the-kind', '#scenario=__proto__']) {
      expect(openHash(hash, parseInput, words).kind).toBe('broken');
    }
  });

  it('knows when it is too long to be passed on', () => {
    expect(tooLong(makeHash(['a = 1']))).toBe(false);
    const noise = Array.from({ length: 9000 }, (_, at) => String((at * 2654435761) % 4294967296)).join('');
    expect(tooLong(makeHash([noise]))).toBe(true);
  });
});
