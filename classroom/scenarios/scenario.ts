/**
 * A scenario: a short script about one idea, stepped through in the sandbox or by a teacher in front of a class, and
 * the question that closes it. Pure data; every number that a narration names is checked by running it.
 */
import type { ChoiceItem } from '../bank/item.ts';

/**
 * The parts of Python's memory management that scenarios are about: objects, reference counts, cycles, the collector,
 * arenas, memory kept and given back, frames, using less memory, looking and steering. What a page calls them is in
 * components/language.
 */
export const SYSTEMS = ['S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8', 'S9'] as const;
export type System = (typeof SYSTEMS)[number];

/** One input. The narration says what it did, so it is shown once the input has run. */
export interface RunStep {
  readonly kind: 'run';
  readonly say: string;
  readonly run: string;
}

/** One side of a comparison: what it is called, and its inputs. */
export interface Side {
  readonly title: string;
  readonly run: readonly string[];
}

/** Two ways of doing the same, each measured on its own copy of one heap. */
export interface CompareStep {
  readonly kind: 'compare';
  readonly say: string;
  /** Run before both sides and not measured. */
  readonly given: readonly string[];
  readonly before: Side;
  readonly after: Side;
}

export type ScenarioStep = RunStep | CompareStep;

export interface Scenario {
  readonly id: string;
  readonly title: string;
  readonly system: System;
  /** What one sees in it, in a sentence. */
  readonly aim: string;
  readonly steps: readonly ScenarioStep[];
  readonly question: Pick<ChoiceItem, 'belief' | 'code' | 'asks' | 'right' | 'wrong' | 'why'>;
}

export function run(say: string, source: string): RunStep {
  return { kind: 'run', say, run: source };
}
