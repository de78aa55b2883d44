/**
 * How a statement is taken back: the machine as it stood some deeds ago is kept, and what was done since is done again.
 * Equal deeds lead to equal bytes, so this ends exactly where the statement began. A copy for each statement would make
 * every one of them pay for the whole heap; so one is made only when doing again would take longer than a statement may.
 *
 * Invariant: between statements, the kept state and then the deeds lead to the machine as it is, byte for byte.
 */
import * as L from '../memory/layout.ts';
import type { Machine, ModuleState } from './machine.ts';
import { refreshRuntime } from './refresh.ts';

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

/** What is kept beside memory and the side tables. */
interface Kept {
  readonly top: number;
  readonly ranges: readonly number[];
  readonly states: readonly ModuleState[];
  readonly current: string;
  readonly collectorOwner: string | null;
  readonly statements: number;
}

export class Undo {
  readonly #machine: Machine;
  #kept: Kept | null = null;
  #memory = new Uint8Array(0);
  #serials = new Int32Array(0);
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
    if (this.#kept === null || this.#work > Math.min(limits.fuel, MOST_WORK)) this.#keep();
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
    this.#keep();
  }

  #keep(): void {
    const { rt, states, current, collectorOwner, firstSerials } = this.#machine;
    const { mem, alloc } = rt;
    const { top } = alloc.ranges;
    const bytes = top - L.STATE;
    if (this.#memory.length < bytes) {
      this.#memory = new Uint8Array(bytes + (bytes >> 2));
      this.#serials = new Int32Array(this.#memory.length >> 4);
    }
    this.#memory.set(mem.u8.subarray(L.STATE, top));
    this.#serials.set(mem.serials.subarray(L.STATE >> 4, top >> 4));
    alloc.traced.keep();
    for (const table of [rt.texts, rt.codes, rt.records]) table.keep();
    this.#kept = {
      top,
      ranges: alloc.ranges.save(),
      states: copyOf(states),
      current,
      collectorOwner,
      statements: firstSerials.length,
    };
    this.#deeds = [];
    this.#work = 0;
  }

  #load(kept: Kept): void {
    const machine = this.#machine;
    const { rt } = machine;
    const { mem, alloc } = rt;
    const bytes = kept.top - L.STATE;
    mem.u8.set(this.#memory.subarray(0, bytes), L.STATE);
    mem.serials.set(this.#serials.subarray(0, bytes >> 4), L.STATE >> 4);
    mem.u8.fill(0, kept.top, alloc.ranges.top);
    mem.serials.fill(0, kept.top >> 4, alloc.ranges.top >> 4);
    alloc.ranges.load(kept.ranges);
    alloc.traced.rollback();
    alloc.isolated = false;
    for (const table of [rt.texts, rt.codes, rt.records]) table.rollback();
    rt.hostDepth = 0;
    rt.silent = false;
    rt.reraising = false;
    rt.argsTuple = 0;
    rt.argsDict = 0;
    rt.givenTuple = 0;
    rt.openReprs.clear();
    Object.assign(rt.reprStack, { block: 0, room: 0, size: 0 });
    refreshRuntime(rt);
    machine.states = copyOf(kept.states);
    machine.current = kept.current;
    machine.collectorOwner = kept.collectorOwner;
    machine.firstSerials.length = kept.statements;
    machine.statementModules.length = kept.statements;
  }
}

function copyOf(states: readonly ModuleState[]): ModuleState[] {
  return states.map((state) => ({ ...state, last: [...state.last] }));
}
