/**
 * How a statement is taken back: the machine as it stood some deeds ago is kept, and what was done since is done again.
 * Equal deeds lead to equal bytes, so this ends exactly where the statement began. A copy for each statement would make
 * every one of them pay for the whole heap; so one is made only when doing again would take longer than a statement may.
 *
 * Invariant: between statements, the kept state and then the deeds lead to the machine as it is, byte for byte.
 */
import * as L from '../memory/layout.ts';
import type { Machine } from './machine.ts';
import { type Moment, momentOf, returnToMoment } from './moment.ts';

/** Everything that leads a machine from one state to the next. */
export type Deed =
  | { readonly kind: 'run'; readonly module: string; readonly source: string }
  | { readonly kind: 'join'; readonly name: string }
  | { readonly kind: 'leave'; readonly name: string; readonly silent: boolean }
  | { readonly kind: 'collector'; readonly owner: string | null };

/** What a deed takes beside its fuel, in units of fuel: reading and compiling, by deed and by character. */
const DEED = 4000;
const CHARACTER = 40;
/** Most work to do again, however much fuel a statement may use. */
const MOST_WORK = 50_000_000;

export class Undo {
  readonly #machine: Machine;
  #kept: Moment | null = null;
  #deeds: Deed[] = [];
  /** What doing the deeds again would take, in units of fuel. */
  #work = 0;
  /** The newest serial when the running deed began. */
  #serial = 0;
  #redoing = false;

  constructor(machine: Machine) {
    this.#machine = machine;
  }

  /** A deed starts that may have to be taken back. */
  begin(): void {
    if (this.#redoing) return;
    const { rt, limits } = this.#machine;
    if (this.#kept === null || this.#work > Math.min(limits.fuel, MOST_WORK))
      this.startFrom(momentOf(this.#machine));
    this.#serial = rt.mem.ld(L.NEXT_SERIAL);
  }

  /** Something was done that stays. What came before the first statement is in what is kept. */
  did(deed: Deed, fuel: number): void {
    if (this.#kept === null || this.#redoing) return;
    this.#deeds.push(deed);
    this.#work += DEED + fuel + (deed.kind === 'run' ? CHARACTER * deed.source.length : 0);
  }

  /** Leads the machine back to where the running deed began. */
  takeBack(redo: (deed: Deed) => void): void {
    const kept = this.#kept;
    if (kept === null || this.#redoing) throw new Error('nothing is kept to go back to');
    this.#load(kept);
    if (this.#deeds.length === 0) return;
    const { rt } = this.#machine;
    const { listener } = rt.alloc;
    rt.alloc.listener = null;
    this.#redoing = true;
    for (const deed of this.#deeds) redo(deed);
    this.#redoing = false;
    rt.alloc.listener = listener;
    if (rt.mem.ld(L.NEXT_SERIAL) !== this.#serial) throw new Error('doing it again led somewhere else');
    this.startFrom(momentOf(this.#machine));
  }

  /** The machine stands at this moment; what was done before is forgotten. */
  startFrom(moment: Moment): void {
    this.#kept = moment;
    this.#deeds = [];
    this.#work = 0;
  }

  /** The machine was changed by something that is no deed. */
  forget(): void {
    this.#kept = null;
  }

  /** Also what a statement leaves beside memory when it is cut off in the middle. */
  #load(kept: Moment): void {
    const { rt } = this.#machine;
    rt.alloc.isolated = false;
    rt.hostDepth = 0;
    rt.headroom = false;
    rt.recursionLimit = this.#machine.limits.recursion;
    rt.silent = false;
    rt.reraising = false;
    rt.argsTuple = 0;
    rt.argsDict = 0;
    rt.givenTuple = 0;
    rt.givenDict = 0;
    rt.openReprs.clear();
    Object.assign(rt.reprStack, { block: 0, room: 0, size: 0 });
    returnToMoment(this.#machine, kept);
  }
}
