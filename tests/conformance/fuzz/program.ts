/** A random program: a list of prompt inputs that a seed determines. */
import { Random } from '../random.ts';
import { defineClass, defineFunction } from './definitions.ts';
import { Scope } from './scope.ts';
import { statement } from './statements.ts';

const OPENING = 'import gc, sys, weakref';
const KEPT = 'kept = []';
const NOTE = "def note(ref):\n    print('note', ref() is None)";

export function randomProgram(seed: number): string[] {
  const random = new Random(seed);
  const scope = new Scope(random);
  const inputs = [OPENING, KEPT, NOTE];
  if (!random.oneIn(3)) inputs.push(defineClass(scope));
  if (random.oneIn(2)) inputs.push(defineFunction(scope));
  const length = random.between(5, 40);
  while (inputs.length < length + 3) inputs.push(statement(scope));
  return inputs;
}

/** One text, from which the same inputs come out again: compound statements are followed by an empty line. */
export function joinInputs(inputs: readonly string[]): string {
  return inputs
    .map((input) => (input.includes('\n') || /^(for|while|with|if) /.test(input) ? `${input}\n` : input))
    .join('\n')
    .concat('\n');
}
