/** What a kind of prediction has to offer, and what comes out: an ordinary question with its key and explanation. */
import type { Form, Solution } from '../protocol/challenge.ts';
import type { Level } from '../protocol/prediction.ts';
import { MAX } from '../protocol/shapes.ts';
import type { Chance } from './chance.ts';
import type { Ground, Line } from './ground.ts';

export interface Made {
  readonly prompt: string;
  readonly answer: Form;
  readonly solution: Solution;
  /** What was run on the fork for the key. */
  readonly lines: readonly Line[];
}

export interface Kind {
  /** What of the heap it may ask about, in these modules; not all of it comes to a question. */
  targets(ground: Ground, level: Level, modules: readonly string[]): string[];
  /** The question about a target, or null where it would be trivial, ambiguous or not to be explained. */
  make(ground: Ground, target: string, level: Level, chance: Chance): Made | null;
}

export interface Asked {
  readonly prompt: string;
  readonly explanation: string;
  readonly lines: readonly Line[];
}

/** Parts of a target are lines of it. */
export function target(...parts: readonly string[]): string {
  return parts.join('\n');
}

function fits({ prompt, explanation }: Asked, options: readonly string[] = []): boolean {
  return (
    prompt.length <= MAX.prompt &&
    explanation.length <= MAX.explanation &&
    options.every((option) => option.length <= MAX.option) &&
    new Set(options).size === options.length
  );
}

export function number(asked: Asked, value: number, unit = ''): Made | null {
  if (!fits(asked) || !Number.isFinite(value)) return null;
  const { prompt, explanation, lines } = asked;
  return {
    prompt,
    lines,
    answer: { form: 'number', unit },
    solution: { key: { form: 'number', value, tolerance: 0 }, explanation },
  };
}

/** `options` as they are shown. */
export function one(asked: Asked, options: readonly string[], right: string): Made | null {
  const correct = options.indexOf(right);
  if (!fits(asked, options) || correct < 0 || options.length < 2) return null;
  const { prompt, explanation, lines } = asked;
  return {
    prompt,
    lines,
    answer: { form: 'one', options: [...options] },
    solution: { key: { form: 'one', correct }, explanation },
  };
}

export function several(asked: Asked, options: readonly string[], right: ReadonlySet<string>): Made | null {
  const correct = options.flatMap((option, at) => (right.has(option) ? [at] : []));
  if (!fits(asked, options) || correct.length !== right.size || correct.length === 0) return null;
  if (options.length < 2 || options.length > MAX.options) return null;
  const { prompt, explanation, lines } = asked;
  return {
    prompt,
    lines,
    answer: { form: 'several', options: [...options] },
    solution: { key: { form: 'several', correct }, explanation },
  };
}
