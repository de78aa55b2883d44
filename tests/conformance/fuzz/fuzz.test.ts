/** The generator and the shrinker of the fuzzer, by themselves. */
import { describe, expect, test } from 'vitest';
import { splitInputs } from '../../../heap/python/inputs.ts';
import { joinInputs, randomProgram } from './program.ts';
import { shrink, variantsOf } from './shrink.ts';

describe('programs', () => {
  const programs = Array.from({ length: 300 }, (_, seed) => randomProgram(seed));

  test('a seed determines its program, another seed makes another one', () => {
    expect(randomProgram(7)).toEqual(randomProgram(7));
    expect(new Set(programs.map(joinInputs)).size).toBe(programs.length);
  });

  test('each has 5 to 40 inputs after its opening, and the same inputs come out of its text', () => {
    for (const inputs of programs) {
      expect(inputs.length).toBeGreaterThanOrEqual(8);
      expect(inputs.length).toBeLessThanOrEqual(43);
      expect(splitInputs(joinInputs(inputs))).toEqual(inputs);
    }
  });

  test('together they use what the classroom talks about', () => {
    const text = programs.map(joinInputs).join('\n');
    for (const word of [
      'class ',
      '__del__',
      '__slots__',
      'yield',
      'weakref.ref',
      'gc.collect',
      'raise',
      'lambda',
      'nonlocal',
      'del ',
      'with ',
      'set_threshold',
      'super()',
      'except',
      'finally',
      'append',
    ]) {
      expect(text).toContain(word);
    }
  });
});

describe('shrinking', () => {
  test('leaves only what is needed to fail', () => {
    const program = [
      'a = [1, 2]',
      'b = a',
      'def f():\n    x = 1\n    return [f, x]',
      'c = 5',
      'gc.collect()',
      'd = 6',
    ];
    const fails = (inputs: readonly string[]): boolean =>
      inputs.some((input) => input.startsWith('def f') && input.includes('return')) &&
      inputs.includes('gc.collect()');
    const { inputs } = shrink(program, (candidates) => candidates.findIndex(fails));
    expect(inputs).toEqual(['def f():\n    return []', 'gc.collect()']);
  });

  test('keeps a program that nothing can be taken from', () => {
    const program = ['a', 'b'];
    const fails = (inputs: readonly string[]): boolean => inputs.join() === 'a,b';
    expect(shrink(program, (candidates) => candidates.findIndex(fails)).inputs).toEqual(program);
  });

  test('every variant is shorter than its origin', () => {
    for (const input of randomProgram(11)) {
      for (const variant of variantsOf(input)) expect(variant.length).toBeLessThan(input.length);
    }
  });
});
