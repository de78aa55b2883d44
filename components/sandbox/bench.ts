import type { HeapView } from '../../heap/index.ts';
import { Machine } from '../../heap/index.ts';
import type { TranscriptLine } from '../transcript/transcript.tsx';
import type { Example } from './examples.ts';
import { stepNote } from './notes.ts';

/** All that the sandbox page shows; replaced as a whole with each change. */
export interface BenchState {
  readonly statements: readonly string[];
  readonly lines: readonly TranscriptLine[];
  readonly view: HeapView;
  /** The example one is in and what of it is still to come. */
  readonly example: {
    readonly title: string;
    readonly about: string;
    readonly left: readonly string[];
  } | null;
  /** A sentence when the engine itself failed; the heap is then as it was before. */
  readonly fault: string | null;
}

export const MODULE = '__main__';
/** Snapshots kept for undo; farther back the statements are run again, which gives the same heap. */
const KEPT = 30;

function newMachine(): Machine {
  return new Machine({ preimported: ['gc', 'sys', 'weakref'] });
}

/** One machine on the bench, with its past: everything the sandbox can do, without the page around it. */
export class Bench {
  private machine = newMachine();
  private snapshots: Uint8Array[] = [];
  private readonly listeners = new Set<() => void>();
  private nextLine = 1;
  private internals = false;
  private now: BenchState;

  constructor() {
    this.now = { statements: [], lines: [], view: this.inspect(), example: null, fault: null };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly state = (): BenchState => this.now;

  run(source: string): void {
    const before = this.machine.snapshot();
    try {
      const line = this.execute(source);
      this.snapshots = [...this.snapshots.slice(1 - KEPT), before];
      this.show({
        statements: [...this.now.statements, source],
        lines: [...this.now.lines, line],
        view: this.inspect(),
        fault: null,
      });
    } catch (error) {
      this.machine = Machine.restore(before);
      this.show({ view: this.inspect(), fault: faultSentence(source, error) });
    }
  }

  /** Takes the last statement back, as if it had never been typed. */
  undo(): void {
    const statements = this.now.statements.slice(0, -1);
    const before = this.snapshots.at(-1);
    if (this.now.statements.length === 0) return;
    if (before === undefined) {
      const { example } = this.now;
      this.load(statements);
      this.show({ example });
      return;
    }
    this.machine = Machine.restore(before);
    this.snapshots = this.snapshots.slice(0, -1);
    this.show({ statements, lines: this.now.lines.slice(0, -1), view: this.inspect(), fault: null });
  }

  reset(): void {
    this.machine = newMachine();
    this.snapshots = [];
    this.show({ statements: [], lines: [], view: this.inspect(), example: null, fault: null });
  }

  /** A fresh machine and these statements, shown at once. */
  load(statements: readonly string[]): void {
    this.machine = newMachine();
    this.snapshots = [];
    const lines: TranscriptLine[] = [];
    const done: string[] = [];
    let fault: string | null = null;
    for (const source of statements) {
      const before = this.machine.snapshot();
      try {
        lines.push(this.execute(source));
      } catch (error) {
        this.machine = Machine.restore(before);
        fault = faultSentence(source, error);
        break;
      }
      done.push(source);
      this.snapshots = [...this.snapshots.slice(1 - KEPT), before];
    }
    this.show({ statements: done, lines, view: this.inspect(), example: null, fault });
  }

  open(example: Example): void {
    this.reset();
    this.show({ example: { title: example.title, about: example.about, left: example.statements } });
  }

  /** Runs the next statement of the example. */
  next(): void {
    const { example } = this.now;
    const source = example?.left[0];
    if (example === null || source === undefined) return;
    this.show({ example: { ...example, left: example.left.slice(1) } });
    this.run(source);
  }

  closeExample(): void {
    this.show({ example: null });
  }

  /** Whether `view` holds the interpreter's own objects as well. */
  showInternals(internals: boolean): void {
    this.internals = internals;
    this.show({ view: this.inspect() });
  }

  private inspect(): HeapView {
    return this.machine.inspect({ internals: this.internals });
  }

  private execute(source: string): TranscriptLine {
    const step = this.machine.run(MODULE, source);
    const note = stepNote(step);
    return {
      id: this.nextLine++,
      author: MODULE,
      handle: MODULE,
      source: source.trimEnd(),
      output: step.output,
      error: step.raised?.traceback ?? null,
      state: 'done',
      ...(note === undefined ? {} : { note }),
    };
  }

  private show(change: Partial<BenchState>): void {
    this.now = { ...this.now, ...change };
    for (const listener of this.listeners) listener();
  }
}

function faultSentence(source: string, error: unknown): string {
  const what = error instanceof Error ? error.message : String(error);
  return `The simulated interpreter failed at "${source.trim()}" (${what}). The heap is as it was before.`;
}
