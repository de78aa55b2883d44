/**
 * The shipped questions: each right answer is what the machine prints, and, where a CPython 3.11 is found, what that
 * prints. What is asked of the memory itself is looked up in the machine's memory.
 */
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { BELIEFS } from '../../classroom/bank/beliefs.ts';
import { BANK, type BankItem, bankQuestion } from '../../classroom/bank/index.ts';
import { itemFaults } from '../../classroom/deck/faults.ts';
import { checkQuestion } from '../../classroom/deck/run.ts';
import { deckQuestionShape } from '../../classroom/protocol/deck.ts';
import {
  ARENA_POOLS,
  filmCollections,
  type HeapView,
  Machine,
  placedBlocks,
  splitInputs,
} from '../../heap/index.ts';
import { findPython311 } from '../conformance/python311.ts';

const ITEMS = BANK.flatMap(({ items }) => items);
const MIB = 1024 * 1024;

function ran(code: string): { heap: HeapView; last: string; first: HeapView; machine: Machine } {
  const machine = new Machine();
  const first = machine.inspect();
  let last = '';
  for (const input of splitInputs(code)) {
    const step = machine.run('__main__', input);
    expect(step.raised, input).toBe(null);
    last = step.output;
  }
  return { heap: machine.inspect(), last: last.trim(), first, machine };
}

/** A silent last input is asked for as `nothing`. */
function printed(text: string): string {
  return text === '' ? 'nothing' : text;
}

/** A program, and what its last input has to print. */
interface Proof {
  readonly code: string;
  readonly prints: string;
}

/** What has to be run to prove an item; null where the memory is asked. */
function proofsOf(item: BankItem): readonly Proof[] | null {
  switch (item.form) {
    case 'number':
      return item.asks === undefined ? [{ code: item.code, prints: String(item.value) }] : null;
    case 'several':
      return item.options.map(([option, belief]) => ({
        code: `${item.code}\n${item.probe.replace('OPTION', option)}`,
        prints: belief === null ? 'True' : 'False',
      }));
    case 'object':
      return [{ code: `${item.picture}\n${item.proof}`, prints: `['${item.object}']` }];
    case 'order':
    case 'text':
      return null;
    default:
      return item.asks === undefined ? [{ code: item.code, prints: item.right }] : null;
  }
}

const PROVEN = ITEMS.flatMap((item) =>
  (proofsOf(item) ?? []).map((proof, at) => [item.id, at + 1, proof] as const),
);
/** Items in an order that a program prints: line by line, or as a number for each. */
const ORDERS = ITEMS.flatMap((item) =>
  item.form === 'order' && (item.code !== '' || item.probe !== undefined) ? [[item.id, item] as const] : [],
);
type Order = (typeof ORDERS)[number][1];

function ordered({ items, probe, code }: Order, run: (code: string) => string): void {
  if (probe === undefined) expect(run(code).split('\n')).toEqual(items);
  else {
    const numbers = items.map((one) => Number(run(`${code}\n${probe.replace('OPTION', one)}`)));
    expect(numbers.every(Number.isFinite)).toBe(true);
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    expect(new Set(numbers).size).toBe(numbers.length);
  }
}

describe('the machine', () => {
  it.each(PROVEN)('%s (%i)', (_id, _at, { code, prints }) => {
    expect(printed(ran(code).last)).toBe(prints);
  });
  it.each(ORDERS)('%s', (_id, item) => ordered(item, (code) => ran(code).last));
});

const python = findPython311();
describe.skipIf(python === null)('CPython 3.11', () => {
  const run = (code: string) => {
    // As at its prompt: a mark before every input tells what the last one printed.
    const inputs = splitInputs(code);
    const typed = inputs.map(
      (input, at) => `${at === inputs.length - 1 ? "print('\\x01')\n" : ''}${input}\n\n`,
    );
    const answer = spawnSync(python?.executable ?? '', ['-I', '-q', '-i'], {
      input: typed.join(''),
      encoding: 'utf8',
    });
    return (answer.stdout.split('\x01')[1] ?? `no output: ${answer.stderr}`).trim();
  };
  it.each(PROVEN)('%s (%i)', (_id, _at, { code, prints }) => {
    expect(printed(run(code))).toBe(prints);
  });
  it.each(ORDERS)('%s', (_id, item) => ordered(item, run));
});

const LOOKED_UP: Record<string, (item: BankItem) => void> = {
  'arena-size': (item) => {
    const { heap } = ran('a = object()');
    expect('right' in item && item.right).toBe('1 MiB');
    expect(heap.memory).toMatchObject({ arenas: 1, bytesFromSystem: MIB });
  },
  'large-requests-go-outside': ({ code }) => {
    const { memory } = ran(code).heap;
    expect(memory.bytesFromSystem).toBeGreaterThan(memory.arenas * MIB);
  },
  'one-size-per-pool': () => {
    const { objects } = ran('a = object()\nb = 1.5\nc = []').heap;
    const pools = objects
      .filter(({ builtin, internal }) => !builtin && !internal)
      .map(({ address }) => address >> 14);
    expect(pools).toHaveLength(3);
    expect(new Set(pools).size).toBe(3);
  },
  'memory-is-given-back': ({ code }) => {
    const [fill = ''] = code.split('\n');
    expect(ran(fill).heap.memory.arenas).toBeGreaterThan(2);
    expect(ran(code).heap.memory.arenas).toBe(1);
  },
  'one-survivor-pins-an-arena': ({ code }) => {
    const [fill = ''] = code.split('\n');
    const full = ran(fill).heap.memory.arenas;
    expect(full).toBeGreaterThan(2);
    expect(ran(code).heap.memory.arenas).toBeGreaterThanOrEqual(full - 1);
  },
  'room-of-a-block': (item) => {
    const { machine, heap } = ran(item.code);
    expect(ran(`import sys\n${item.code}\nsys.getsizeof(b)`).last).toBe('50');
    const name = heap.namespaces.flatMap(({ names }) => names).find((one) => one.name === 'b');
    const object = heap.objects.find(({ serial }) => serial === name?.target);
    const [block] = placedBlocks(machine, object?.serial ?? 0, object?.address ?? 0) ?? [];
    expect(block).toMatchObject({ bytes: 50, room: item.form === 'number' && item.value });
  },
  'block-pool-arena': () => {
    const { machine, heap } = ran('a = object()');
    const object = heap.objects.find(({ type }) => type === 'object');
    const [block] = placedBlocks(machine, object?.serial ?? 0, object?.address ?? 0) ?? [];
    const arena = heap.memory.bytesFromSystem;
    const sizes = [block?.room ?? 0, arena / ARENA_POOLS, arena];
    expect(sizes).toEqual([16, 16 * 1024, MIB]);
  },
  'steps-of-a-collection': (item) => {
    const machine = new Machine();
    machine.run('__main__', 'class A:\n    def __del__(self): pass\n');
    machine.run('__main__', 'import gc; a = A(); a.me = a; del a');
    const { watch, collections } = filmCollections(machine, () => true);
    machine.run('__main__', 'gc.collect()', watch);
    const phases = (collections[0]?.steps ?? []).map(({ phase }) => phase);
    // One step of the film for each item, in the items' order.
    const places = (['count', 'subtract', 'scan', 'finalizers', 'clear'] as const).map((phase) =>
      phases.indexOf(phase),
    );
    expect(item.form === 'order' && item.items.length).toBe(places.length);
    expect(Math.min(...places)).toBeGreaterThanOrEqual(0);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  },
};

const ASKED_OF_MEMORY = ITEMS.filter(
  (item) => proofsOf(item) === null && item.form !== 'text' && !ORDERS.some(([id]) => id === item.id),
);

it.each(ASKED_OF_MEMORY.map((item) => [item.id, item] as const))('%s: the memory says so', (id, item) => {
  const look = LOOKED_UP[id];
  if (look === undefined) throw new Error('nothing proves this question');
  look(item);
});

it('every item comes to a question that can be asked, with a belief behind each wrong answer', () => {
  expect(new Set(ITEMS.map(({ id }) => id)).size).toBe(ITEMS.length);
  for (const item of ITEMS) {
    const question = bankQuestion(item);
    expect(deckQuestionShape.parse(question), item.id).toEqual(question);
    expect(itemFaults(question), item.id).toEqual([]);
    expect(checkQuestion(question).kind, item.id).not.toBe('wrong');
    expect(question.explanation, item.id).not.toBe('');
    const { answer } = question;
    if (answer.form === 'one' || answer.form === 'several') {
      for (const { right, belief } of answer.options) expect(belief === '', item.id).toBe(right);
    }
  }
});

it('a question is about every common belief, and every form is asked', () => {
  const about = new Set(ITEMS.flatMap((item) => item.about));
  expect(Object.keys(BELIEFS).filter((id) => ![...about].some((one) => one === id))).toEqual([]);
  expect(Object.keys(BELIEFS)).toHaveLength(45);
  // Of each belief there is a question whose wrong answers are tempting, and say which idea is behind them.
  const tempting = new Set(
    ITEMS.flatMap((item) =>
      item.form === undefined || item.form === 'one' || item.form === 'several' ? item.about : [],
    ),
  );
  expect(Object.keys(BELIEFS).filter((id) => ![...tempting].some((one) => one === id))).toEqual([]);
  const forms = new Set(ITEMS.map(({ form = 'one' }) => form));
  expect([...forms].sort()).toEqual(['number', 'object', 'one', 'order', 'several', 'text']);
  expect(ITEMS.length).toBeGreaterThanOrEqual(87);
});
