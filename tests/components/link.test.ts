import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../components/sandbox/examples.ts';
import { makeHash, openHash, tooLong } from '../../components/sandbox/link.ts';

describe('a sandbox link', () => {
  it('gives back exactly the statements it was made of', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 20 }), (statements) => {
        expect(openHash(makeHash(statements))).toEqual({ kind: 'statements', statements });
      }),
    );
  });

  it('is written with characters that survive in an address', () => {
    for (const example of EXAMPLES) expect(makeHash(example.statements)).toMatch(/^#v1=[\w-]+$/);
  });

  it('says so when it is broken, and never throws', () => {
    expect(openHash('')).toEqual({ kind: 'none' });
    expect(openHash('#')).toEqual({ kind: 'none' });
    const whole = makeHash(['a = [1, 2, 3]', 'b = a', 'del a']);
    expect(openHash(whole.slice(0, -6)).kind).toBe('broken');
    expect(openHash('#something').kind).toBe('broken');
    expect(openHash('#v1=%%%').kind).toBe('broken');
    expect(openHash(`#v1=${'A'.repeat(40_000)}`).kind).toBe('broken');
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(['none', 'broken', 'statements']).toContain(openHash(`#v1=${text}`).kind);
      }),
    );
  });

  it('knows when it is too long to be passed on', () => {
    expect(tooLong(makeHash(['a = 1']))).toBe(false);
    const noise = Array.from({ length: 9000 }, (_, at) => String((at * 2654435761) % 4294967296)).join('');
    expect(tooLong(makeHash([noise]))).toBe(true);
  });
});
