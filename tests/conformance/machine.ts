/** Runs programs on the simulated machine and lets it describe itself, as the oracle describes CPython. */
import { Machine, splitInputs } from '../../heap/index.ts';
import { describeProgram } from '../../heap/machine/trace.ts';
import { type Document, documentSchema } from './document.ts';

/** The machine's own document of a program; `after` is called after every input, `events` lists the allocations. */
export function simulate(
  source: string,
  after?: (machine: Machine, input: number) => void,
  events = false,
): Document {
  return documentSchema.parse(describeProgram(source, after, events));
}

/** The inputs of a program, as they would be typed. */
export function inputsOf(source: string): readonly string[] {
  return splitInputs(source);
}

/** A machine as the command line has it: one module `__main__`, nothing imported. */
export function freshMachine(): Machine {
  return new Machine();
}
