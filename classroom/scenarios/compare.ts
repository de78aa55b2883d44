/**
 * A comparison, run: both sides on their own copy of one heap, each measured by the machine. The heap is a fresh one and
 * not that of the class, so that every screen, a late comer's and a replay's too, measures the same numbers.
 */
import { Machine, type Measured, measure } from '../../heap/index.ts';
import type { CompareStep } from './scenario.ts';

const MODULE = '__main__';
/** What a class and the sandbox have at hand from the start. */
export const AT_HAND = 'import gc, sys, weakref';

export interface Compared {
  readonly before: Measured;
  readonly after: Measured;
}

export function compare(step: CompareStep): Compared {
  const machine = new Machine();
  for (const input of [AT_HAND, ...step.given]) {
    const { raised } = machine.run(MODULE, input);
    if (raised !== null) throw new Error(`${input}: ${raised.message}`);
  }
  const start = machine.snapshot();
  const side = (inputs: readonly string[]): Measured => measure(Machine.restore(start), MODULE, inputs);
  return { before: side(step.before.run), after: side(step.after.run) };
}
