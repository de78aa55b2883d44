/** A random program: a list of prompt inputs that a seed determines. */
import { Random } from '../random.ts';
import { defineClass, defineFunction } from './definitions.ts';
import { Scope } from './scope.ts';
import { run, statement } from './statements.ts';

const OPENING = 'import gc, sys, weakref';
const KEPT = 'kept = []';
const MOST_INPUTS = 43;
const NOTE = "def note(ref):\n    print('note', ref() is None)";

export function randomProgram(seed: number): string[] {
  const random = new Random(seed);
  const scope = new Scope(random);
  const inputs = [OPENING, KEPT, NOTE];
  if (!random.oneIn(3)) inputs.push(defineClass(scope));
  if (random.oneIn(2)) inputs.push(defineFunction(scope));
  const length = random.between(5, 40);
  while (inputs.length < length + 3) {
    if (random.oneIn(12)) inputs.push(...run(scope));
    else inputs.push(statement(scope));
  }
  return inputs.slice(0, MOST_INPUTS);
}

/** One text, from which the same inputs come out again: compound statements are followed by an empty line. */
export function joinInputs(inputs: readonly string[]): string {
  return inputs
    .map((input) =>
      input.includes('\n') || /^(for|while|with|if|class|def) /.test(input) ? `${input}\n` : input,
    )
    .join('\n')
    .concat('\n');
}
