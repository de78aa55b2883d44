import type { Scenario } from '../../classroom/scenarios/scenario.ts';
import { type CollectionFilm, filmCollections, type HeapView, Machine, type Step } from '../../heap/index.ts';
import { limitWords } from '../language/refusal.ts';
import type { Words } from '../language/words.ts';
import { type HistoryPoint, historyPoint, type Past, type PastStep } from '../time/past.ts';
import type { TranscriptLine } from '../transcript/transcript.tsx';
import { stepNote } from './notes.ts';

/** All that the sandbox page shows; replaced as a whole with each change. */
export interface BenchState {
  readonly statements: readonly string[];
  readonly lines: readonly TranscriptLine[];
  readonly view: HeapView;
  /** The machine that the view is of. */
  readonly machine: Machine;
  readonly ground: Ground;
  readonly history: readonly HistoryPoint[];
  /** The scenario one is in, and how many of its steps were taken. */
  readonly scenario: { readonly scenario: Scenario; readonly done: number } | null;
  /** A sentence when the engine itself failed; the heap is then as it was before. */
  readonly fault: string | null;
}

export const MODULE = '__main__';
/** Snapshots kept for undo; farther back the statements are run again, which gives the same heap. */
const KEPT = 30;

/** What the bench begins with: a heap, and the module that one types in. */
export interface Ground {
  readonly module: string;
  /** All modules of it, in the order of their colours. */
  readonly modules: readonly string[];
  /** Where it comes from, when it is not empty. */
  readonly title: string | null;
  machine(): Machine;
}

export const EMPTY: Ground = {
  module: MODULE,
  modules: [MODULE],
  title: null,
  machine: () => new Machine({ preimported: ['gc', 'sys', 'weakref'] }),
};

/**
 * A heap that was made elsewhere, by a machine's snapshot. Whoever goes on with it alone may use the collector.
 * @throws where the bytes are not a snapshot, or no such module is in it
 */
export function groundOf(snapshot: Uint8Array, module: string, title: string): Ground {
  const machine = () => {
    const made = Machine.restore(snapshot);
    made.setCollectorOwner(null);
    return made;
  };
  const { modules } = machine();
  if (!modules.includes(module)) throw new Error(`no module ${module}`);
  return { module, modules, title, machine };
}

function stepOf(id: number, author: string, source: string, step: Step): PastStep {
  return { id, author, source, step };
}

/** The same statements on a machine of their own. */
export function benchPast(statements: readonly string[], ground = EMPTY): Past {
  return {
    length: statements.length,
    open() {
      const machine = ground.machine();
      let at = 0;
      return {
        machine,
        next() {
          const source = statements[at];
          if (source === undefined) return null;
          at++;
          return stepOf(at, ground.module, source, machine.run(ground.module, source));
        },
      };
    },
  };
}

/** One machine on the bench, with its past: everything the sandbox can do, without the page around it. */
type BenchWords = Pick<Words, 'sandbox' | 'limits'>;

export class Bench {
  private machine = EMPTY.machine();
  private snapshots: Uint8Array[] = [];
  /** How many statements there were after each step of the scenario. */
  private marks: readonly number[] = [];
  private readonly listeners = new Set<() => void>();
  private internals = false;
  private now: BenchState;
  private readonly words: BenchWords;

  constructor(words: BenchWords) {
    this.words = words;
    this.now = {
      statements: [],
      lines: [],
      view: this.inspect(),
      machine: this.machine,
      ground: EMPTY,
      history: [],
      scenario: null,
      fault: null,
    };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly state = (): BenchState => this.now;

  run(source: string): void {
    const before = this.machine.snapshot();
    try {
      const { line, point } = this.execute(source, this.now.statements.length + 1);
      this.snapshots = [...this.snapshots.slice(1 - KEPT), before];
      this.show({
        statements: [...this.now.statements, source],
        lines: [...this.now.lines, line],
        history: [...this.now.history, point],
        view: this.inspect(),
        fault: null,
      });
    } catch (error) {
      this.machine = Machine.restore(before);
      this.show({ view: this.inspect(), fault: this.faultSentence(source, error) });
    }
  }

  /** Takes the last statement back, as if it had never been typed. */
  undo(): void {
    const statements = this.now.statements.slice(0, -1);
    const before = this.snapshots.at(-1);
    if (this.now.statements.length === 0) return;
    const scenario = this.stepsAt(statements.length);
    if (before === undefined) {
      this.load(statements, this.now.ground);
      this.show({ scenario });
      return;
    }
    this.machine = Machine.restore(before);
    this.snapshots = this.snapshots.slice(0, -1);
    this.show({
      statements,
      scenario,
      lines: this.now.lines.slice(0, -1),
      history: this.now.history.slice(0, -1),
      view: this.inspect(),
      fault: null,
    });
  }

  /** Empty again, or on another ground. */
  reset(ground: Ground = EMPTY): void {
    this.machine = ground.machine();
    this.snapshots = [];
    this.show({
      ground,
      statements: [],
      lines: [],
      history: [],
      view: this.inspect(),
      scenario: null,
      fault: null,
    });
  }

  /** These statements on a fresh ground, shown at once. */
  load(statements: readonly string[], ground: Ground = EMPTY): void {
    this.machine = ground.machine();
    this.snapshots = [];
    this.show({ ground });
    const lines: TranscriptLine[] = [];
    const history: HistoryPoint[] = [];
    const done: string[] = [];
    let fault: string | null = null;
    for (const source of statements) {
      const before = this.machine.snapshot();
      try {
        const { line, point } = this.execute(source, done.length + 1);
        lines.push(line);
        history.push(point);
      } catch (error) {
        this.machine = Machine.restore(before);
        fault = this.faultSentence(source, error);
        break;
      }
      done.push(source);
      this.snapshots = [...this.snapshots.slice(1 - KEPT), before];
    }
    this.show({ statements: done, lines, history, view: this.inspect(), scenario: null, fault });
  }

  /** An empty heap, and a scenario at its beginning. */
  open(scenario: Scenario): void {
    this.reset();
    this.marks = [];
    this.show({ scenario: { scenario, done: 0 } });
  }

  /** Takes the next step of the scenario; a comparison leaves the heap alone. */
  next(): void {
    const { scenario } = this.now;
    const step = scenario?.scenario.steps[scenario.done];
    if (scenario === null || step === undefined) return;
    if (step.kind === 'run') {
      const before = this.now.statements.length;
      this.run(step.run);
      if (this.now.statements.length === before) return;
    }
    this.marks = [...this.marks.slice(0, scenario.done), this.now.statements.length];
    this.show({ scenario: { ...scenario, done: scenario.done + 1 } });
  }

  /** All steps that are left. */
  rest(): void {
    const left = (this.now.scenario?.scenario.steps.length ?? 0) - (this.now.scenario?.done ?? 0);
    for (let at = 0; at < left; at++) this.next();
  }

  /** Back to where the scenario's last step began, with everything that was typed since. */
  back(): void {
    const { scenario } = this.now;
    if (scenario === null || scenario.done === 0) return;
    const { length } = this.now.statements;
    const step = scenario.scenario.steps[scenario.done - 1];
    const began = (this.marks[scenario.done - 1] ?? length) - (step?.kind === 'run' ? 1 : 0);
    for (let at = length; at > began; at--) this.undo();
    this.show({ scenario: { ...scenario, done: scenario.done - 1 } });
  }

  leave(): void {
    this.show({ scenario: null });
  }

  /** The scenario as it stands once only so many statements are left. */
  private stepsAt(statements: number): BenchState['scenario'] {
    const { scenario } = this.now;
    if (scenario === null) return null;
    const gone = this.marks.findIndex((mark) => mark > statements);
    return { ...scenario, done: gone === -1 ? scenario.done : Math.min(gone, scenario.done) };
  }

  /** A collection that ran in the n-th statement (0 first), run again on a copy; null where there is none. */
  film(n: number, collection: number): CollectionFilm | null {
    const { statements } = this.now;
    const source = statements[n];
    if (source === undefined) return null;
    const kept = this.snapshots[n - (statements.length - this.snapshots.length)];
    const { ground } = this.now;
    const { module } = ground;
    const copy = kept === undefined ? ground.machine() : Machine.restore(kept);
    if (kept === undefined) for (const before of statements.slice(0, n)) copy.run(module, before);
    const { watch, collections } = filmCollections(copy, (index) => index === collection);
    copy.run(module, source, watch);
    return collections[0] ?? null;
  }

  /** Whether `view` holds the interpreter's own objects as well. */
  showInternals(internals: boolean): void {
    this.internals = internals;
    this.show({ view: this.inspect() });
  }

  private inspect(): HeapView {
    return this.machine.inspect({ internals: this.internals });
  }

  private execute(source: string, id: number): { line: TranscriptLine; point: HistoryPoint } {
    const { module } = this.now.ground;
    const step = this.machine.run(module, source);
    const note = stepNote(step, this.words.sandbox);
    const line: TranscriptLine = {
      id,
      author: module,
      handle: module,
      source: source.trimEnd(),
      output: step.output,
      error:
        step.limit === null
          ? (step.raised?.traceback ?? null)
          : limitWords(this.words, step.raised?.message ?? ''),
      state: step.limit === null ? 'done' : 'refused',
      ...(note === undefined ? {} : { note }),
      collections: step.collections.map(({ automatic, generation }, index) => ({
        index,
        automatic,
        generation,
      })),
    };
    return { line, point: historyPoint(stepOf(id, module, line.source, step), this.machine) };
  }

  private faultSentence(source: string, error: unknown): string {
    const what = error instanceof Error ? error.message : String(error);
    return this.words.sandbox.fault.text(source.trim(), what);
  }

  private show(change: Partial<BenchState>): void {
    this.now = { ...this.now, machine: this.machine, ...change };
    for (const listener of this.listeners) listener();
  }
}
