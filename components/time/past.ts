/**
 * What happened before, to be run again: a log as steps on a machine of its own. Nothing of it runs until somebody
 * asks, and then in slices, so that the page stays quick.
 */
import {
  type CountLine,
  CountWatch,
  type Figures,
  figuresOf,
  type Machine,
  type Serial,
  type Step,
} from '../../heap/index.ts';
import { inSlices } from './in-slices.ts';

/** What was done: a statement, or somebody was removed. */
export interface Deed {
  readonly author: string;
  /** Empty where no statement ran. */
  readonly source: string;
  /** The nickname of who was removed. */
  readonly removed?: string | undefined;
}

/** One statement of a class or a sandbox, with what it came to. */
export interface HistoryPoint extends Deed {
  /** Number in the log: the seq of a class, the number of the statement in a sandbox. */
  readonly id: number;
  /** The machine's own number of the statement; null where something else changed the heap (somebody was removed). */
  readonly statement: number | null;
  readonly figures: Figures;
  readonly collections: readonly {
    readonly generation: number;
    readonly automatic: boolean;
    readonly collected: number;
  }[];
}

/** What a step of the past was; `step` is null where no statement ran. */
export interface PastStep extends Deed {
  readonly id: number;
  readonly step: Step | null;
}

export interface PastRun {
  readonly machine: Machine;
  /** Runs the next one; null at the end. */
  next(): PastStep | null;
}

export interface Past {
  readonly length: number;
  open(): PastRun;
}

export function historyPoint(
  { id, author, source, removed, step }: PastStep,
  machine: Machine,
): HistoryPoint {
  return {
    id,
    // a statement that a limit stopped has left no trace, and its number to the next one
    statement: step === null || step.limit !== null ? null : step.statement,
    author,
    source,
    ...(removed === undefined ? {} : { removed }),
    figures: figuresOf(machine),
    collections: (step?.collections ?? []).map(({ generation, automatic, collected }) => ({
      generation,
      automatic,
      collected,
    })),
  };
}

/** Entries that leave the heap as it is are no points of a history. */
export function isPoint({ step, source, removed }: PastStep): boolean {
  return step !== null || source !== '' || removed !== undefined;
}

export interface StoryLine extends Deed {
  readonly id: number;
  readonly line: CountLine;
}

/** Everything that changed the count of one object, by running the past again with an eye on it. */
export async function tellStory(
  past: Past,
  object: { readonly serial: Serial; readonly address: number },
  progress: (done: number) => void,
  signal: AbortSignal,
): Promise<StoryLine[]> {
  const run = past.open();
  const watch = new CountWatch(run.machine, object.serial, object.address);
  const lines: StoryLine[] = [];
  let done = 0;
  await inSlices(() => {
    const { result, line } = watch.during(() => run.next());
    if (result === null) return false;
    const { id, author, source, removed } = result;
    if (line !== null) lines.push({ id, author, source, removed, line });
    done++;
    progress(done);
    return true;
  }, signal);
  return lines;
}

/** The figures after every statement of the past; `report` gets what there is so far. */
export async function tellHistory(
  past: Past,
  report: (points: readonly HistoryPoint[]) => void,
  signal: AbortSignal,
): Promise<void> {
  const run = past.open();
  const points: HistoryPoint[] = [];
  await inSlices(() => {
    const step = run.next();
    if (step === null) return false;
    if (isPoint(step)) points.push(historyPoint(step, run.machine));
    if (points.length % 100 === 0) report([...points]);
    return true;
  }, signal);
  report([...points]);
}
