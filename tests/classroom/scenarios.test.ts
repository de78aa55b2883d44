/**
 * The shipped scenarios. Each program is compared with CPython input by input in tests/conformance (lesson_…); here
 * every number that a narration names is looked up in what CPython 3.11.7 printed there, in a figure that it was asked
 * for, or, for a comparison, in what the machine measured. The closing questions are checked as the bank's.
 */
import { describe, expect, it } from 'vitest';
import { questionFault } from '../../classroom/decideChallenge.ts';
import { runInputs } from '../../classroom/deck/run.ts';
import { challengeShape, solutionShape } from '../../classroom/protocol/challenge.ts';
import { AT_HAND, compare } from '../../classroom/scenarios/compare.ts';
import { SCENARIOS, scenarioOf } from '../../classroom/scenarios/index.ts';
import { closingQuestion } from '../../classroom/scenarios/question.ts';
import type { CompareStep, Scenario } from '../../classroom/scenarios/scenario.ts';
import { SYSTEMS } from '../../classroom/scenarios/scenario.ts';
import { STEPS } from '../../classroom/scenarios/steps.ts';
import { type MemoryView, splitInputs } from '../../heap/index.ts';
import { lessonName } from '../conformance/lessons.ts';
import { askOracle } from '../conformance/oracle.ts';
import { findPython311, type Python311 } from '../conformance/python311.ts';
import { readGolden } from '../conformance/scenarios.ts';

const EACH = SCENARIOS.map((scenario) => [scenario.id, scenario] as const);
const COMPARED = SCENARIOS.flatMap((scenario) =>
  scenario.steps.flatMap((step) => (step.kind === 'compare' ? [[scenario.id, step] as const] : [])),
);
const MIB = 1024 * 1024;
const python = findPython311();

const ADDRESS = 'sys.getsizeof([None]) - sys.getsizeof([])';
const DIGIT = 'sys.getsizeof(2 ** 30) - sys.getsizeof(2 ** 30 - 1)';
/** What `x` bytes more than an empty object of its kind says of one character. */
const character = (one: string) => `sys.getsizeof('${one}' * 2) - sys.getsizeof('${one}')`;
/** Room for items after the first append. */
const FIRST_ROOM = '(lambda l: (l.append(1), (sys.getsizeof(l) - sys.getsizeof([])) // 8)[1])([])';

/**
 * Numbers that no input prints: by place (step, `aim` or `why`) and number, the expressions that give it once that step
 * has run. `@name.field` looks into what the oracle says of a name there: its generation, the size of its
 * block, or how many pools the first arena has.
 */
const FACTS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  header: {
    '2 8': ['sys.getsizeof(a) - sys.getsizeof(object())', 'sys.getsizeof(object()) // 2'],
    'why 16': ['sys.getsizeof(object())'],
  },
  'growing-numbers': {
    'aim 4': [DIGIT],
    'aim 30': ['(2 ** 30 - 1).bit_length()'],
    '0 24': [`sys.getsizeof(1) - (${DIGIT})`],
    '0 4': [DIGIT],
    '3 301': ['len(str(big))'],
    'why 30': ['(2 ** 30 - 1).bit_length()'],
  },
  'wide-text': {
    '0 49': ["sys.getsizeof('')"],
    '0 1': [character('a')],
    '1 2': [character('€')],
    '1 101': ["len('a' * 100 + '€')"],
    '2 4': [character('🙂')],
    'why 4': [character('🙂')],
  },
  'list-growth': {
    '2 4': [FIRST_ROOM],
    '3 4': [FIRST_ROOM],
    '3 8': [ADDRESS],
    '7 8': [ADDRESS, '(sys.getsizeof(a) - sys.getsizeof([])) // 8'],
    'why 4': [FIRST_ROOM],
    'why 8': ['(sys.getsizeof(a) - sys.getsizeof([])) // 8'],
  },
  'addresses-not-copies': { '3 56': ['sys.getsizeof([])'], '3 8': [ADDRESS] },
  generations: { '0 0': ['@keep.gen'], '1 1': ['@keep.gen'], '4 2': ['@keep.gen'] },
  'switched-off': { '2 700': ['gc.get_threshold()[0]'] },
  blocks: {
    'aim 16': ['@a.block'],
    '0 16': ['sys.getsizeof(a)', '@a.block'],
    '1 24': ['sys.getsizeof(b)'],
    '2 32': ['@b.block'],
    '4 64': ['@t.block'],
    '4 5': ['64 - sys.getsizeof(t)'],
  },
  'too-large': {
    '0 512': ['sys.getsizeof(a)', '@a.block'],
    'why 56': ['sys.getsizeof([])'],
    'why 8000': ['sys.getsizeof([None] * 1000) - sys.getsizeof([])'],
  },
  arenas: { '0 64': ['@first.pools'] },
  'bytes-or-list': { 'aim 8': [ADDRESS] },
};

/** Whole numbers as they stand in a sentence. */
function numbersIn(text: string): string[] {
  return text.match(/\d+(?:\.\d+)?/g) ?? [];
}

/** What a scenario says, with the step after which it is said. */
function saidIn({ aim, steps, question }: Scenario): { place: string; step: number; text: string }[] {
  const last = steps.length - 1;
  return [
    { place: 'aim', step: last, text: aim },
    ...steps.flatMap((step, at) =>
      step.kind === 'run' ? [{ place: String(at), step: at, text: step.say }] : [],
    ),
    { place: 'why', step: last, text: question.why },
  ];
}

/** A silent input is asked for as `nothing`. */
function said(output: string): string {
  return output.trim() === '' ? 'nothing' : output.trim();
}

function lastOutput(code: string): string {
  const { printed, raised } = runInputs(code);
  expect(raised, code).toBe(null);
  return said(printed);
}

function memoryAfter(code: string): MemoryView {
  return runInputs(code).machine.inspect().memory;
}

interface Fact {
  readonly id: string;
  readonly place: string;
  readonly number: string;
  readonly expression: string;
  /** The scenario's inputs up to the step that names the number, and the expression. */
  readonly source: string;
  /** How many inputs of the scenario that are. */
  readonly inputs: number;
}

const ALL_FACTS: readonly Fact[] = SCENARIOS.flatMap((scenario) =>
  saidIn(scenario).flatMap(({ place, step, text }) =>
    [...new Set(numbersIn(text))].flatMap((number) =>
      (FACTS[scenario.id]?.[`${place} ${number}`] ?? []).map((expression) => {
        const inputs = scenario.steps
          .slice(0, step + 1)
          .flatMap((one) => (one.kind === 'run' ? [one.run] : []));
        const source = [AT_HAND, ...inputs, expression].map((input) => `${input}\n`).join('');
        return { id: scenario.id, place, number, expression, source, inputs: inputs.length };
      }),
    ),
  ),
);
const RECORDED_FACTS = ALL_FACTS.filter(({ expression }) => expression.startsWith('@'));
const FACT_PROGRAMS = ALL_FACTS.filter(({ expression }) => !expression.startsWith('@'));
const PRINTING = SCENARIOS.filter(({ question }) => question.asks === undefined);

/** What CPython's last input printed, by program: asked once for all, since starting it costs more than a program. */
const BY_PYTHON: ReadonlyMap<string, string> = new Map(
  python === null ? [] : lastOutputs(python, [...FACT_PROGRAMS, ...PRINTING.map(programOf)]),
);

function programOf({ question }: Scenario): { readonly source: string } {
  return {
    source: splitInputs(question.code)
      .map((input) => `${input}\n`)
      .join(''),
  };
}

function lastOutputs(of: Python311, programs: readonly { readonly source: string }[]): [string, string][] {
  const sources = programs.map(({ source }) => source);
  return askOracle(of, sources).map((answer, index) => {
    const last = answer.kind === 'document' ? answer.document.statements.at(-1)?.stdout : answer.reason;
    return [sources[index] ?? '', said(last ?? '')];
  });
}

it('there are scenarios of every system, each under a name of its own', () => {
  expect(SCENARIOS.length).toBeGreaterThanOrEqual(27);
  expect(new Set(SCENARIOS.map(({ id }) => id)).size).toBe(SCENARIOS.length);
  for (const system of SYSTEMS) {
    expect(SCENARIOS.filter((scenario) => scenario.system === system).length, system).toBeGreaterThan(1);
  }
  for (const [id, scenario] of EACH) expect(scenarioOf(id)).toBe(scenario);
  expect(STEPS).toEqual(Object.fromEntries(EACH.map(([id, { steps }]) => [id, steps.length])));
  expect(scenarioOf('nothing-of-the-kind')).toBe(undefined);
});

describe.each(EACH)('%s', (id, scenario) => {
  it('names only numbers that CPython gives', () => {
    const { statements } = readGolden(lessonName(id));
    const inputs = scenario.steps.flatMap((step) => (step.kind === 'run' ? [step] : []));
    // The first statement brings gc, sys and weakref in.
    expect(statements.slice(1).map(({ src }) => src.trim())).toEqual(inputs.map(({ run }) => run.trim()));
    const printed = (upTo: number) =>
      inputs
        .slice(0, upTo + 1)
        .flatMap(({ run }, index) => numbersIn(`${run} ${statements[index + 1]?.stdout ?? ''}`));
    const missing = saidIn(scenario).flatMap(({ place, step, text }) => {
      const { code, right } = scenario.question;
      const known = [...printed(step), ...(place === 'why' ? numbersIn(`${code} ${right}`) : [])];
      return numbersIn(text)
        .filter((number) => FACTS[id]?.[`${place} ${number}`] === undefined && !known.includes(number))
        .map((number) => `${place}: ${number} in "${text}"`);
    });
    expect(missing).toEqual([]);
  });

  it('its question has the right answer', () => {
    const { question } = scenario;
    const asked = closingQuestion(scenario);
    if (!asked.ok || asked.challenge.kind !== 'question') throw new Error('not a question');
    expect(challengeShape.safeParse(asked.challenge).success).toBe(true);
    const solution = solutionShape.parse(asked.solution);
    expect(questionFault(asked.challenge.answer, solution)).toBe(null);
    // A belief behind each wrong answer, and none behind the right one.
    const correct = solution.key.form === 'one' ? solution.key.correct : -1;
    expect(solution.beliefs?.flatMap((belief, index) => (belief === '' ? [index] : []))).toEqual([correct]);
    if (question.asks !== undefined) {
      expect(LOOKED_UP[id]?.(question)).toBe(true);
      return;
    }
    expect(lastOutput(question.code)).toBe(question.right);
    if (python !== null) expect(BY_PYTHON.get(programOf(scenario).source)).toBe(question.right);
  });
});

it.each(FACT_PROGRAMS)('$id, $place: $expression is $number', ({ number, source }) => {
  expect(lastOutput(source)).toBe(number);
  if (python !== null) expect(BY_PYTHON.get(source)).toBe(number);
});

it.each(RECORDED_FACTS)('$id, $place: $expression is $number', ({ id, number, expression, inputs }) => {
  const [name = '', field] = expression.slice(1).split('.');
  const statement = readGolden(lessonName(id)).statements[inputs];
  const facts = statement?.names[name];
  const found = { gen: facts?.gen, block: facts?.place?.self?.[1], pools: statement?.arenas?.[0]?.[2] };
  expect(String(field === 'gen' || field === 'block' || field === 'pools' ? found[field] : '')).toBe(number);
});

it('every fact is named', () => {
  const named = ALL_FACTS.map(({ id, place, number }) => `${id}: ${place} ${number}`);
  const listed = Object.entries(FACTS).flatMap(([id, facts]) =>
    Object.keys(facts).map((key) => `${id}: ${key}`),
  );
  expect(listed.filter((fact) => !named.includes(fact))).toEqual([]);
});

/** Questions about the memory itself, which no program prints. */
const LOOKED_UP: Readonly<Record<string, (question: Scenario['question']) => boolean>> = {
  'too-large': ({ code }) => {
    const small = memoryAfter('c = [None]');
    const memory = memoryAfter(code);
    const outside = memory.bytesFromSystem - memory.arenas * MIB;
    return small.bytesFromSystem === small.arenas * MIB && outside >= 8000 && outside < 8100;
  },
  arenas: () => memoryAfter('a = object()\nb = [1]').arenas === 1,
  survivors: ({ code }) => {
    const side = memoryAfter(`${code}\nkeep = keep[:300]`).arenas;
    const scattered = memoryAfter(`${code}\nkeep = keep[::100]`).arenas;
    return side < scattered;
  },
};

describe.each(COMPARED)('the comparison of %s', (_id, step) => {
  it('names only numbers that it was given or has measured', () => {
    const { before, after } = compare(step);
    const known = numbersIn(
      JSON.stringify([step, before, after], (key, value) => (key === 'say' ? '' : value)),
    );
    expect(numbersIn(step.say).filter((number) => !known.includes(number))).toEqual([]);
  });

  it('comes to the same on both sides, and is cheaper in something', () => {
    const { before, after } = compare(step);
    const sameOutput = before.output === after.output || SMALLER_OUTPUT.includes(step);
    expect(sameOutput, `${before.output} | ${after.output}`).toBe(true);
    const cheaper = (['objects', 'bytesUsed', 'peakBytes', 'allocations', 'collections'] as const).filter(
      (what) => after[what] < before[what],
    );
    expect(cheaper).not.toEqual([]);
  });
});

/** Where the second way keeps less on purpose. */
const SMALLER_OUTPUT: readonly CompareStep[] = COMPARED.flatMap(([id, step]) =>
  id === 'weak-cache' ? [step] : [],
);
