/**
 * Every program, input by input: all invariants of the heap hold after each, and a machine that was saved and restored
 * on the way goes on exactly like the one that was not. It is restored after every third input, and after the last:
 * programs begin with their first, second or third input in turn, so that what many of them do is met at any place.
 */
import { expect, test } from 'vitest';
import { Machine } from '../../heap/index.ts';
import { freshMachine, inputsOf } from './machine.ts';
import { allPrograms } from './scenarios.ts';

const EVERY = 3;

test.each(allPrograms().map((program, index) => ({ ...program, index })))('$name', ({ source, index }) => {
  const whole = freshMachine();
  let restored = freshMachine();
  const inputs = inputsOf(source);
  for (const [at, input] of inputs.entries()) {
    const step = whole.run('__main__', input);
    const again = restored.run('__main__', input);
    expect(again).toEqual(step);
    if (at % EVERY === index % EVERY || at === inputs.length - 1)
      restored = Machine.restore(restored.snapshot());
    // Equal digests, equal memory: one walk is about both.
    expect(restored.digest(), input).toBe(whole.digest());
    restored.checkHeap();
  }
});
