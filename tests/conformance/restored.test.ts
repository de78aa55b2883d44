/**
 * Every program, input by input: all invariants of the heap hold after each, and a machine that was saved and restored
 * there goes on exactly like the one that was not.
 */
import { expect, test } from 'vitest';
import { Machine } from '../../heap/index.ts';
import { freshMachine, inputsOf } from './machine.ts';
import { allPrograms } from './scenarios.ts';

test.each(allPrograms())('$name', ({ source }) => {
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
