/** Ready questions looked at from outside: what the machine prints for one, and what CPython 3.11 prints. */
import { spawnSync } from 'node:child_process';
import { expect } from 'vitest';
import { asked, type BankItem } from '../../classroom/bank/index.ts';
import { questionFault } from '../../classroom/decideChallenge.ts';
import { challengeShape, solutionShape } from '../../classroom/protocol/challenge.ts';
import { type HeapView, Machine, splitInputs } from '../../heap/index.ts';
import type { Python311 } from '../conformance/python311.ts';

/** The heap after a program, and what its last input printed. */
export function afterProgram(code: string): { readonly heap: HeapView; readonly last: string } {
  const machine = new Machine();
  let last = '';
  for (const input of splitInputs(code)) {
    const step = machine.run('__main__', input);
    expect(step.raised, input).toBe(null);
    last = step.output;
  }
  return { heap: machine.inspect(), last: last.trim() };
}

/** A silent last input is asked for as `nothing`. */
export function printed(text: string): string {
  return text === '' ? 'nothing' : text;
}

/** What the last input of a program prints at CPython's own prompt. */
export function printedByPython(python: Python311 | null, code: string): string {
  // A mark before the last input tells its output from the rest.
  const inputs = splitInputs(code);
  const typed = inputs.map(
    (input, at) => `${at === inputs.length - 1 ? "print('\\x01')\n" : ''}${input}\n\n`,
  );
  const answer = spawnSync(python?.executable ?? '', ['-I', '-q', '-i'], {
    input: typed.join(''),
    encoding: 'utf8',
  });
  return printed((answer.stdout.split('\x01')[1] ?? `no output: ${answer.stderr}`).trim());
}

/** It comes to a challenge that the wire takes, with a belief behind each wrong answer. */
export function expectAskable(item: BankItem): void {
  const { challenge, solution } = asked(item);
  expect(challengeShape.safeParse(challenge).success, item.id).toBe(true);
  expect(solutionShape.safeParse(solution).success, item.id).toBe(true);
  expect(questionFault(challenge.answer, solution), item.id).toBe(null);
  if (solution.key.form !== 'one') throw new Error('another form');
  const { correct } = solution.key;
  expect(
    solution.beliefs?.map((belief) => belief === ''),
    item.id,
  ).toEqual(solution.beliefs?.map((_, index) => index === correct));
}
