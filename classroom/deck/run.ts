/**
 * What a question's Python does on the simulated machine: the heap of its picture, the object that an expression
 * names, and whether the answer that is marked as right is what its code prints.
 */
import { type HeapView, Machine, parseInput, type Serial, type Step, splitInputs } from '../../heap/index.ts';
import type { DeckQuestion } from '../protocol/deck.ts';
import { isWithin } from '../tolerance.ts';
import { type DeckPhrases, ENGLISH_DECK } from './phrases.ts';

/** The module that questions run in, apart from any class. */
export const OWN_MODULE = '__main__';
/** What a member's module begins with, so that code means the same here and in class. */
const PREIMPORTED = ['gc', 'sys', 'weakref'] as const;

export interface Ran {
  readonly machine: Machine;
  /** What the last input printed. */
  readonly printed: string;
  /** The exception that ended it, at input `input` (from 1) of `inputs`. */
  readonly raised: { readonly type: string; readonly message: string; readonly input: number } | null;
  readonly inputs: number;
}

/** Runs a text input by input, as it would be typed at the prompt; stops at the first exception. */
export function runInputs(source: string): Ran {
  const machine = new Machine({ preimported: PREIMPORTED });
  const inputs = splitInputs(source);
  let last: Step | null = null;
  for (const [at, input] of inputs.entries()) {
    last = machine.run(OWN_MODULE, input);
    const { raised } = last;
    if (raised !== null) {
      const { type, message } = raised;
      return {
        machine,
        printed: last.output.trim(),
        raised: { type, message, input: at + 1 },
        inputs: inputs.length,
      };
    }
  }
  return { machine, printed: last?.output.trim() ?? '', raised: null, inputs: inputs.length };
}

/** The heap that a picture's program builds, the same on every screen; null where the program does not run. */
export function pictureHeap(program: string): HeapView | null {
  if (!parseInput(program).ok) return null;
  const { machine, raised } = runInputs(program);
  return raised === null ? machine.inspect() : null;
}

const PROBE = '_the_object_that_is_meant';

/**
 * The object that an expression names in a module, found on a copy of the machine; or a sentence why there is none.
 * Names of other members' modules need no import.
 */
export function locate(
  machine: Machine,
  module: string,
  expression: string,
  phrases: DeckPhrases = ENGLISH_DECK,
): Serial | string {
  const copy = Machine.restore(machine.snapshot());
  const before = copy.inspect();
  const known = new Set(before.objects.map(({ serial }) => serial));
  const own = before.namespaces.find((each) => each.kind === 'module' && each.module === module);
  const names = new Set(own?.names.map(({ name }) => name));
  for (const { kind, module: other } of before.namespaces) {
    if (kind !== 'module' || other === module || names.has(other)) continue;
    if (new RegExp(`\\b${other}\\.`).test(expression)) copy.run(module, `import ${other}`);
  }
  const step = copy.run(module, `${PROBE} = (${expression}\n)`);
  if (step.raised !== null)
    return phrases.thereIsNoneSince(expression, step.raised.type, step.raised.message);
  const space = copy.inspect().namespaces.find((each) => each.kind === 'module' && each.module === module);
  const found = space?.names.find(({ name }) => name === PROBE)?.target;
  if (found === undefined) return phrases.thereIsNone(expression);
  return known.has(found) ? found : phrases.isNew(expression);
}

export type Check =
  /** Nothing to run, or nothing that could be compared. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'right'; readonly says: string }
  | { readonly kind: 'wrong'; readonly says: string }
  /** The code runs, but what it prints says nothing about the answer. */
  | { readonly kind: 'open'; readonly says: string };

/** A silent last input is asked for as `nothing`. */
const SILENT = 'nothing';

/** Runs picture and code, and compares what the last line prints with the answer that is marked as right. */
export function checkQuestion(question: DeckQuestion, phrases: DeckPhrases = ENGLISH_DECK): Check {
  const { answer, code, picture } = question;
  if (picture.trim() !== '') {
    const fault = pictureFault(picture, phrases);
    if (fault !== null) return { kind: 'wrong', says: fault };
  }
  if (answer.form === 'object') return checkObject(answer.expression, picture, phrases);
  if (code.trim() === '') return { kind: 'nothing' };
  const { printed, raised, inputs } = runInputs(code);
  if (raised !== null && raised.input < inputs)
    return { kind: 'wrong', says: phrases.stopsBefore(raised.type, raised.message) };
  const outcome = raised === null ? (printed === '' ? SILENT : printed) : raised.type;
  const line =
    raised === null ? phrases.prints(printed === '' ? null : printed) : phrases.raises(raised.type);
  if (answer.form === 'number') {
    const value = Number(printed);
    if (raised !== null || printed === '' || Number.isNaN(value))
      return { kind: 'open', says: phrases.isNoNumber(line) };
    return answer.value !== null && isWithin(value, { value: answer.value, tolerance: answer.tolerance })
      ? { kind: 'right', says: phrases.asAnswer(line) }
      : { kind: 'wrong', says: phrases.notAsAnswer(line, answer.value) };
  }
  if (answer.form !== 'one') return { kind: 'open', says: phrases.plainly(line) };
  const named = (text: string) => text.replaceAll('`', '').trim() === outcome;
  const right = answer.options.find((option) => option.right);
  if (right !== undefined && named(right.text)) return { kind: 'right', says: phrases.asOption(line) };
  const other = answer.options.findIndex((option) => named(option.text));
  if (other >= 0) return { kind: 'wrong', says: phrases.asOther(line, other + 1) };
  return { kind: 'open', says: phrases.noOption(line) };
}

function pictureFault(picture: string, phrases: DeckPhrases): string | null {
  const parsed = parseInput(picture);
  if (!parsed.ok) return phrases.pictureNotPython(parsed.line, parsed.message);
  const { raised } = runInputs(picture);
  return raised === null ? null : phrases.pictureRaises(raised.type, raised.message);
}

function checkObject(expression: string, picture: string, phrases: DeckPhrases): Check {
  if (picture.trim() === '' || expression.trim() === '') return { kind: 'nothing' };
  const { machine } = runInputs(picture);
  const found = locate(machine, OWN_MODULE, expression, phrases);
  if (typeof found === 'string') return { kind: 'wrong', says: found };
  const object = machine.inspect().objects.find(({ serial }) => serial === found);
  return object === undefined
    ? { kind: 'wrong', says: phrases.thereIsNone(expression) }
    : { kind: 'right', says: phrases.isThe(expression, object.type, object.repr) };
}
