/**
 * Questions made from random heaps, each tried again by the test itself: what is right is what typing the lines gives,
 * nothing else that is offered is, and the explanation names everything that holds the object.
 */
import { describe, expect, it } from 'vitest';
import { questionFault } from '../../classroom/decideChallenge.ts';
import { type Reach, reachFrom } from '../../classroom/expression.ts';
import { LABEL_PHRASES, labelWords } from '../../classroom/labelPhrases.ts';
import { type Chosen, choosePrediction, Ground, makePrediction } from '../../classroom/predict/index.ts';
import { challengeShape, solutionShape } from '../../classroom/protocol/challenge.ts';
import { ABOUTS, type About, LEVELS, type Level } from '../../classroom/protocol/prediction.ts';
import { type Holding, holdersOf, Machine, type Serial } from '../../heap/index.ts';
import { randomProgram } from '../conformance/fuzz/program.ts';

/** Random programs, and the moments of each at which a question is made: 1,000 heaps. */
const PROGRAMS = 250;
const MOMENTS = 4;
const PARTS = 10;
/** Inputs of the program before the first moment, and between two. */
const FIRST = 6;
const NEXT = 3;

const machine = new Machine({ modules: ['ana', 'ben'], preimported: ['gc', 'sys', 'weakref', 'board'] });
const nothing = machine.moment();

/** A small random heap, and how it goes on: one member reads the other's names. */
function randomHeap(seed: number): () => void {
  machine.returnTo(nothing);
  const [opening = '', kept = '', note = '', ...inputs] = randomProgram(seed);
  machine.run('ana', [opening, kept, `${note}\n`].join('\n'));
  machine.run('ben', `import ana; theirs = [ana.kept, ana.kept]; same = ana.kept; own = [[${seed}], {}]`);
  for (const source of inputs.slice(0, FIRST)) machine.run('ana', source);
  let at = FIRST;
  return () => {
    for (const source of inputs.slice(at, at + NEXT)) machine.run('ana', source);
    at += NEXT;
  };
}

/** Types lines on the machine from where it stands; gives what the last one printed. */
function typed(lines: Chosen['lines']): string {
  let said = '';
  for (const { module, source } of lines) {
    const step = machine.run(module, source);
    expect(step.raised, source).toBe(null);
    said = step.output.trimEnd();
  }
  return said;
}

/** The object that a text stands for in a module: its address is what `id` tells. */
function objectAt(module: string, text: string): { readonly serial: Serial; readonly address: number } {
  const imports = /^(ana|ben)\./.exec(text)?.[1];
  const before = machine.moment();
  if (imports !== undefined && imports !== module) machine.run(module, `import ${imports}`);
  const step = machine.run(module, `print(id(${text}) - 0x7f0000000000)`);
  expect(step.raised, text).toBe(null);
  const address = Number(step.output);
  machine.returnTo(before);
  const object = machine.inspect().objects.find((one) => one.address === address);
  if (object === undefined) throw new Error(`nothing at ${text}`);
  return { serial: object.serial, address };
}

function lives({ serial, address }: { readonly serial: Serial; readonly address: number }): boolean {
  return machine.rt.mem.serials[address >> 4] === serial;
}

/** How what the question is about was written when it was put. */
let ways: Reach = new Map();

/** What has to be said of an object: what it is, or, where its repr says only its type, the way to it. */
function tellingOf({ serial, repr }: { readonly serial: Serial; readonly repr: string }): string {
  const way = /^<.*>$/.test(repr) ? ways.get(serial)?.text : undefined;
  return way === undefined || way.length > 40 ? repr : way;
}

function mention(explanation: string, held: readonly Holding[]): void {
  for (const { label, holder, times } of held) {
    const told =
      holder === null ? labelWords(label, { ...LABEL_PHRASES.en, local: (name) => name }) : tellingOf(holder);
    expect(explanation).toContain(told.replaceAll('`', 'ˋ'));
    if (times > 1) expect(explanation).toContain(`${times} times`);
  }
}

function options({ answer }: Chosen): readonly string[] {
  return answer.form === 'one' || answer.form === 'several' ? answer.options : [];
}

function right({ solution: { key }, ...rest }: Chosen): readonly string[] {
  const all = options({ solution: { key, explanation: '' }, ...rest });
  const correct = key.form === 'one' ? [key.correct] : key.form === 'several' ? key.correct : [];
  return correct.map((at) => all[at] ?? '');
}

function value({ solution: { key } }: Chosen): number {
  if (key.form !== 'number') throw new Error('not a number');
  expect(key.tolerance).toBe(0);
  return key.value;
}

/** `a[0]` out of an option like "`a[0]`, the list `[1]`". */
function textOf(option: string): string {
  return /^(?:- )?`([^`]*)`/.exec(option)?.[1] ?? '';
}

function lineOf(option: string): Chosen['lines'][number] {
  const [module = '', source = ''] = textOf(option).split('>>> ');
  return { module, source };
}

/** What a question says against what happens: one check for each kind. */
const CHECKS: Readonly<Record<About, (chosen: Chosen) => void>> = {
  refcount(chosen) {
    const { lines, solution } = chosen;
    const last = lines.at(-1);
    const text = /^sys\.getrefcount\((.*)\)$/.exec(last?.source ?? '')?.[1] ?? '';
    typed(lines.slice(0, -1));
    const object = objectAt(last?.module ?? '', text);
    mention(solution.explanation, holdersOf(machine, object.serial, object.address));
    expect(Number(typed(lines.slice(-1)))).toBe(value(chosen));
    expect(value(chosen)).toBeGreaterThan(1);
  },
  holders(chosen) {
    const { lines, solution } = chosen;
    const last = lines.at(-1);
    const text = /^sys\.getrefcount\((.*)\)$/.exec(last?.source ?? '')?.[1] ?? '';
    typed(lines.slice(0, -1));
    const object = objectAt(last?.module ?? '', text);
    const held = holdersOf(machine, object.serial, object.address);
    mention(solution.explanation, held);
    expect(held.reduce((sum, { times }) => sum + times, 0)).toBe(value(chosen));
    expect(Number(typed(lines.slice(-1)))).toBe(value(chosen) + 1);
  },
  size(chosen) {
    const said = typed(chosen.lines);
    if (chosen.answer.form === 'number') expect(Number(said)).toBe(value(chosen));
    else expect(right(chosen)).toEqual([`${said} bytes`]);
    expect(chosen.solution.explanation).toMatch(new RegExp(`= ${said}\\.|${said} bytes, the 16`));
  },
  identity(chosen) {
    const sources = chosen.answer.form === 'several' ? options(chosen).map(textOf) : null;
    const { module } = chosen.lines[0] ?? { module: '' };
    if (sources === null) {
      expect(right(chosen)).toEqual([`\`${typed(chosen.lines)}\``]);
      return;
    }
    const before = machine.moment();
    for (const source of sources) {
      machine.returnTo(before);
      const said = typed([{ module, source }]);
      expect(right(chosen).includes(`\`${source}\``), source).toBe(said === 'True');
      expect(chosen.solution.explanation).toContain(`\`${source}\` is \`${said}\``);
    }
    expect(right(chosen).length).toBeLessThan(sources.length);
  },
  counts(chosen) {
    const { counts } = machine.inspect().collector;
    expect(right(chosen)).toEqual([`\`${typed(chosen.lines)}\``]);
    expect(chosen.solution.explanation).toContain(`stood at \`(${counts.join(', ')})\``);
  },
  generation(chosen) {
    const asked = /that `(.*)` in `(\w+)` refers/.exec(chosen.prompt);
    const object = objectAt(asked?.[2] ?? '', asked?.[1] ?? '');
    const goes = chosen.lines.filter(({ source }) => source.startsWith('del '));
    typed(goes);
    if (lives(object))
      mention(chosen.solution.explanation, holdersOf(machine, object.serial, object.address));
    typed(chosen.lines.slice(goes.length));
    const after = machine.inspect().objects.find(({ serial }) => serial === object.serial);
    const place =
      after === undefined
        ? /^Nowhere/
        : after.generation === null
          ? /^In none/
          : new RegExp(`^In generation ${after.generation}$`);
    expect(options(chosen).filter((option) => place.test(option))).toEqual(right(chosen));
    expect(right(chosen)).toHaveLength(1);
  },
  block(chosen) {
    const said = typed(chosen.lines).replaceAll("'", '');
    expect(options(chosen).filter((option) => textOf(option) === said)).toEqual(right(chosen));
    expect(right(chosen)).toHaveLength(1);
  },
  dies(chosen) {
    const { module } = chosen.lines[0] ?? { module: '' };
    const asked = options(chosen).slice(0, -1);
    const objects = asked.map((option) => objectAt(module, textOf(option)));
    expect(new Set(objects.map(({ serial }) => serial)).size).toBe(objects.length);
    const held = objects.map(({ serial, address }) => holdersOf(machine, serial, address));
    typed(chosen.lines);
    const died = asked.filter((_, at) => !lives(objects[at] ?? { serial: 0, address: 0 }));
    expect(right(chosen)).toEqual(died.length > 0 ? died : options(chosen).slice(-1));
    for (const [at, object] of objects.entries()) {
      mention(
        chosen.solution.explanation,
        lives(object) ? holdersOf(machine, object.serial, object.address) : (held[at] ?? []),
      );
    }
  },
  frees(chosen) {
    const { module } = chosen.lines[0] ?? { module: '' };
    const group = chosen.prompt
      .split('\n')
      .slice(1)
      .map((line) => objectAt(module, textOf(line)));
    expect(group.length).toBeGreaterThan(0);
    for (const { serial, address } of group)
      mention(chosen.solution.explanation, holdersOf(machine, serial, address));
    const before = machine.moment();
    const freeing = options(chosen).filter((option) => {
      machine.returnTo(before);
      typed([lineOf(option)]);
      return !group.some(lives);
    });
    expect(freeing).toEqual(right(chosen));
  },
  collect(chosen) {
    typed(chosen.lines.slice(0, -1));
    const before = machine.inspect();
    const leaked = before.objects.filter((one) => one.tracked && !one.reachable && !one.internal);
    const held = new Map(leaked.map(({ serial, address }) => [serial, holdersOf(machine, serial, address)]));
    expect(Number(typed(chosen.lines.slice(-1)))).toBe(value(chosen));
    for (const { serial, address, repr } of leaked) {
      expect(chosen.solution.explanation).toContain(tellingOf({ serial, repr }));
      if (!lives({ serial, address })) mention(chosen.solution.explanation, held.get(serial) ?? []);
    }
  },
};

function check(chosen: Chosen): void {
  const { prompt, answer, solution } = chosen;
  expect(challengeShape.safeParse({ kind: 'question', prompt, answer }).error).toBe(undefined);
  expect(solutionShape.safeParse(solution).error).toBe(undefined);
  expect(questionFault(answer, solution)).toBe(null);
  expect(solution.explanation).not.toMatch(/undefined|NaN|null/);
  CHECKS[chosen.prediction.about](chosen);
}

describe('[PR1] a question is right about the heap, alone right among what is offered, and says why', () => {
  const made = new Map<string, number>();

  const questionOn = (number: number): void => {
    const digest = machine.digest();
    const level: Level = LEVELS[number % 3] ?? 1;
    const first = ABOUTS[Math.floor(number / 3) % ABOUTS.length] ?? 'refcount';
    const ground = new Ground(machine);
    ways = reachFrom(machine.inspect(), '');
    // The kind whose turn it is, or any other: some heaps have no leak, or no two names for one object.
    const wish = { level, seed: number, asked: [] };
    const mine = choosePrediction(ground, { ...wish, about: first });
    const choice = mine.kind === 'made' ? mine : choosePrediction(ground, { ...wish, about: null });
    ground.atStart();
    expect(machine.digest()).toBe(digest);
    if (choice.kind === 'nothing') return;
    const { chosen } = choice;
    try {
      check(chosen);
    } catch (error) {
      const { prompt, solution, prediction } = chosen;
      const note = `heap ${number}, ${prediction.about} ${level}\n${prompt}\n${solution.explanation}`;
      throw new Error(note, { cause: error });
    }
    ground.atStart();
    const name = `${chosen.prediction.about} ${level}`;
    made.set(name, (made.get(name) ?? 0) + 1);
  };

  it.each(Array.from({ length: PARTS }, (_, part) => [part]))(
    'random heaps, part %i',
    (part) => {
      for (let seed = part; seed < PROGRAMS; seed += PARTS) {
        const goOn = randomHeap(seed);
        for (let moment = 0; moment < MOMENTS; moment++) {
          questionOn(seed * MOMENTS + moment);
          goOn();
        }
      }
    },
    600_000,
  );

  it('every kind comes at every level', () => {
    const missing = ABOUTS.flatMap((about) => LEVELS.map((level) => `${about} ${level}`)).filter(
      (name) => (made.get(name) ?? 0) < 5,
    );
    expect(missing, JSON.stringify([...made])).toEqual([]);
    expect([...made.values()].reduce((sum, n) => sum + n, 0)).toBeGreaterThan(PROGRAMS * MOMENTS * 0.9);
  });
});

it('[PR2] the same heap, target, level and seed give the same question', () => {
  randomHeap(3);
  const one = new Ground(machine);
  const other = Ground.of(machine);
  for (const about of ABOUTS) {
    const choice = choosePrediction(one, { about, level: 2, seed: 5, asked: [] });
    if (choice.kind === 'nothing') continue;
    const { prediction, ...question } = choice.chosen;
    expect(makePrediction(other, prediction)).toEqual(question);
  }
  one.atStart();
});
