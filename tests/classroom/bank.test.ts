/**
 * The shipped questions: each right answer is what the machine prints, and, where a CPython 3.11 is found, what that
 * prints. Items that ask for something else than output are looked up in the machine's memory.
 */
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { ASKS_OUTPUT, asked, BANK, type BankItem } from '../../classroom/bank/index.ts';
import { questionFault } from '../../classroom/decideChallenge.ts';
import { challengeShape, solutionShape } from '../../classroom/protocol/challenge.ts';
import { type HeapView, Machine, splitInputs } from '../../heap/index.ts';
import { findPython311 } from '../conformance/python311.ts';

const ITEMS = BANK.flatMap(({ items }) => items);
const OUTPUT = ITEMS.filter(({ asks = ASKS_OUTPUT }) => asks === ASKS_OUTPUT);
const MIB = 1024 * 1024;

function after(code: string): { heap: HeapView; last: string; first: HeapView } {
  const machine = new Machine();
  const first = machine.inspect();
  let last = '';
  for (const input of splitInputs(code)) {
    const step = machine.run('__main__', input);
    expect(step.raised, input).toBe(null);
    last = step.output;
  }
  return { heap: machine.inspect(), last: last.trim(), first };
}

/** A silent last input is asked for as `nothing`. */
function printed(text: string): string {
  return text === '' ? 'nothing' : text;
}

it.each(OUTPUT.map((item) => [item.id, item] as const))(
  '%s: the machine prints the right answer',
  (_id, item) => {
    expect(printed(after(item.code).last)).toBe(item.right);
  },
);

const python = findPython311();
describe.skipIf(python === null)('CPython 3.11', () => {
  it.each(OUTPUT.map((item) => [item.id, item] as const))('%s: prints the right answer', (_id, item) => {
    // As at its prompt: a mark before every input tells what the last one printed.
    const inputs = splitInputs(item.code);
    const typed = inputs.map(
      (input, at) => `${at === inputs.length - 1 ? "print('\\x01')\n" : ''}${input}\n\n`,
    );
    const answer = spawnSync(python?.executable ?? '', ['-I', '-q', '-i'], {
      input: typed.join(''),
      encoding: 'utf8',
    });
    expect(printed((answer.stdout.split('\x01')[1] ?? 'no output').trim()), answer.stderr).toBe(item.right);
  });
});

const LOOKED_UP: Record<string, (item: BankItem) => boolean> = {
  'arena-size': ({ right }) => {
    const { heap } = after('a = object()');
    return right === '1 MiB' && heap.memory.arenas === 1 && heap.memory.bytesFromSystem === MIB;
  },
  'large-requests-go-outside': ({ code }) => {
    const { memory } = after(code).heap;
    return memory.bytesFromSystem > memory.arenas * MIB;
  },
  'one-size-per-pool': () => {
    const { objects } = after('a = object()\nb = 1.5\nc = []').heap;
    const pools = objects
      .filter(({ builtin, internal }) => !builtin && !internal)
      .map(({ address }) => address >> 14);
    return pools.length === 3 && new Set(pools).size === 3;
  },
  'memory-is-given-back': ({ code }) => {
    const [fill = ''] = code.split('\n');
    return after(fill).heap.memory.arenas > 2 && after(code).heap.memory.arenas === 1;
  },
  'one-survivor-pins-an-arena': ({ code }) => {
    const [fill = ''] = code.split('\n');
    const full = after(fill).heap.memory.arenas;
    return full > 2 && after(code).heap.memory.arenas >= full - 1;
  },
};

it.each(ITEMS.filter((item) => !OUTPUT.includes(item)).map((item) => [item.id, item] as const))(
  '%s: the memory says so',
  (id, item) => {
    expect(LOOKED_UP[id]?.(item)).toBe(true);
  },
);

it('every item comes to a question that the wire takes, with a belief behind each wrong answer', () => {
  expect(new Set(ITEMS.map(({ id }) => id)).size).toBe(ITEMS.length);
  for (const item of ITEMS) {
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
});
