/**
 * This page's copy of a running class: it applies the entries that the server applied, checks number and digest of each
 * [LG1] [LG2], and knows when it cannot go on from what it has. What is around it asks the server for the rest.
 */
import { inflateSync } from 'fflate';
import type { Entry } from '../../classroom/protocol/entry.ts';
import type { ResyncAck } from '../../classroom/protocol/messages.ts';
import { stateSchema } from '../../classroom/protocol/state.ts';
import { DigestError, PastNeeded, SequenceError, Session } from '../../classroom/session.ts';
import { filmCollections, type HeapView, type Step } from '../../heap/index.ts';
import { pastStep } from '../time/class-past.ts';
import { type HistoryPoint, historyPoint, isPoint } from '../time/past.ts';
import { Past } from './past.ts';

/** Copies that came out differently from the server's, one after another, before this page gives up. */
const ENOUGH_FAULTS = 3;
const NO_HISTORY: readonly HistoryPoint[] = [];

export class ClassCopy {
  readonly past = new Past();
  #session: Session | null = null;
  #digest: string | null = null;
  #step: Step | null = null;
  #history = NO_HISTORY;
  #faults = 0;
  #internals = false;
  #drawn: {
    readonly session: Session;
    readonly digest: string | null;
    readonly heap: HeapView;
  } | null = null;

  /** Null before the first answer of the server, and where the copy was lost. */
  get session(): Session | null {
    return this.#session;
  }

  get seq(): number {
    return this.#session?.state.seq ?? 0;
  }

  get digest(): string | null {
    return this.#digest;
  }

  /** Of the last statement that ran. */
  get step(): Step | null {
    return this.#step;
  }

  get history(): readonly HistoryPoint[] {
    return this.#history;
  }

  /** It came out differently again and again: asking once more would not help. */
  get hopeless(): boolean {
    return this.#faults >= ENOUGH_FAULTS;
  }

  /** It goes on from here as the server does. */
  proved(): void {
    this.#faults = 0;
  }

  forget(): void {
    this.#session = null;
  }

  /** Applies the next entry; false where this copy cannot go on from what it has. */
  take(entry: Entry): boolean {
    const session = this.#session;
    if (session === null) return false;
    try {
      const step = this.#apply(session, entry);
      this.#digest = entry.digest;
      if (step !== null) this.#step = step;
      const done = pastStep(entry, step, session.state);
      if (isPoint(done)) this.#history = [...this.#history, historyPoint(done, session.machine)];
      return true;
    } catch (error) {
      // A gap leaves the copy as it was; anything else means that it is not the server's heap any more.
      // The heap went back further than this copy can go: it starts from a snapshot.
      if (error instanceof PastNeeded) this.#session = null;
      else if (!(error instanceof SequenceError)) this.#fault(error);
      return false;
    }
  }

  #apply(session: Session, entry: Entry): Step | null {
    // The collection of a round is about to be watched by all: it is filmed while it runs.
    const filmed = entry.kind === 'challenge.reveal' ? filmCollections(session.machine) : null;
    const { step } = session.apply(entry, filmed?.watch);
    this.past.took(entry, session);
    filmed?.collections.forEach((film, index) => {
      this.past.put(entry.seq, index, film);
    });
    return step;
  }

  #fault(error: unknown): void {
    this.#session = null;
    this.#faults++;
    console.warn(error instanceof DigestError ? error.message : error);
  }

  /** Begins anew from what the server sent, where that is a beginning. */
  restore({ snapshot, entries }: Extract<ResyncAck, { ok: true }>): void {
    try {
      if (snapshot !== null) {
        const state = stateSchema.parse(snapshot.state);
        this.#begin(Session.restore({ state, machine: inflateSync(snapshot.machine) }));
      } else if (this.#session === null) {
        const first = entries[0];
        if (first?.kind !== 'open') throw new Error('neither a snapshot nor a beginning');
        const { session, entry } = Session.open(first);
        if (entry.digest !== first.digest)
          throw new DigestError(first.seq, 'the empty heap came out differently');
        this.#begin(session);
      }
    } catch (error) {
      this.#fault(error);
    }
  }

  #begin(session: Session): void {
    this.#session = session;
    this.#history = NO_HISTORY;
    this.#digest = session.machine.digest();
    this.past.begin(session);
  }

  /** Whether `heap` holds the interpreter's own objects as well. False where it was so before. */
  showInternals(internals: boolean): boolean {
    if (this.#internals === internals) return false;
    this.#internals = internals;
    this.#drawn = null;
    return true;
  }

  /** Read off once per heap that was drawn: an entry that leaves the heap alone leaves the picture alone as well. */
  heap(): HeapView | null {
    const session = this.#session;
    if (session === null) return null;
    const digest = this.#digest;
    if (this.#drawn?.session !== session || this.#drawn.digest !== digest || digest === null) {
      const heap = session.machine.inspect({ internals: this.#internals });
      this.#drawn = { session, digest, heap };
    }
    return this.#drawn.heap;
  }
}
