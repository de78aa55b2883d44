/**
 * The story of one reference count: what changed it, statement by statement. Only for a machine that runs a log again
 * for that purpose: counting, writing and every instruction are looked at, which a normal run does not pay for. After each instruction
 * that touched the object, the references that exist (names, slots, locals) are listed; what the count has beyond them
 * is temporary.
 */
import * as L from '../memory/layout.ts';
import * as F from '../objects/frame.ts';
import { type Holding, holdingsOf, staticContainers } from './countHolders.ts';
import { type Label, sameLabel, written } from './label.ts';
import type { Machine } from './machine.ts';
import type { Serial } from './views.ts';

export type CountCause =
  | 'nameBound'
  | 'nameUnbound'
  | 'slotFilled'
  | 'slotEmptied'
  | 'localBound'
  | 'localGone'
  /** A local variable of a Python function that got its value from the call. */
  | 'argument'
  /** The object that held it was deallocated because its own count reached zero. */
  | 'holderDied'
  /** The object that held it was taken apart by a collection. */
  | 'collector';

export interface CountChange {
  readonly cause: CountCause;
  /** +1, -1, or more at once. */
  readonly by: number;
  readonly label: Label;
  readonly holder: Holding['holder'];
}

/** What one statement did to the count. */
export interface CountLine {
  /** 0 where the object was made by this statement. */
  readonly before: number;
  /** 0 where it is gone. */
  readonly after: number;
  readonly peak: number;
  readonly made: boolean;
  readonly died: 'counted' | 'collected' | null;
  /** In order; what was only passed on and given back is counted below. */
  readonly changes: readonly CountChange[];
  /** Further changes of a long statement. */
  readonly more: number;
  /** Temporary references that arguments of a built-in call were. */
  readonly asArgument: number;
  /** Other temporary references on the operand stack. */
  readonly onStack: number;
}

const LISTED = 24;
/** Instructions looked at in one statement; what comes later is told as one change at its end. */
const EXAMINED = 500;
const CALL = 171;
const CALL_FUNCTION_EX = 142;

export class CountWatch {
  readonly machine: Machine;
  readonly serial: Serial;
  readonly address: number;
  private readonly containers: readonly number[];
  private scratch = new Int32Array(1024);
  private active = false;
  private touched = false;
  /** What stood in the field of the count when it was last looked at. */
  private counted = 0;
  private code = 0;
  private pc = -1;

  /* what was known after the last examined instruction */
  private holdings = new Map<string, Holding>();
  private temporaries = 0;
  private collections = 0;

  /* the line of the statement that runs */
  private peak = 0;
  private changes: CountChange[] = [];
  private more = 0;
  private asArgument = 0;
  private onStack = 0;
  private examined = 0;
  private seen = false;
  private died: CountLine['died'] = null;

  /** The address is where the object with this serial lies or will lie: a re-run makes it at the same place. */
  constructor(machine: Machine, serial: Serial, address: number) {
    this.machine = machine;
    this.serial = serial;
    this.address = address;
    this.containers = staticContainers(machine);
    if (this.lives()) {
      this.seen = true;
      this.holdings = this.examine();
    }
    this.listen();
  }

  /** Takes part in what a machine that is not watched does without asking: counting, writing, going to an instruction. */
  private listen(): void {
    const { rt } = this.machine;
    const { mem } = rt;
    const { address } = this;
    const { incref, decref } = rt;
    mem.st = (at: number, value: number): void => {
      const { i32 } = mem;
      if (this.active && (at === address || value === address || i32[at >> 2] === address))
        this.touched = true;
      i32[at >> 2] = value;
      if (this.active && at === address) this.noteCount();
    };
    rt.incref = (o: number): number => {
      incref.call(rt, o);
      if (this.active && o === address) this.noteCount();
      return o;
    };
    rt.decref = (o: number): void => {
      if (this.active && o === address) this.touched = true;
      decref.call(rt, o);
    };
    rt.watchInstruction = (pc: number, bottom: number, sp: number): void => {
      if (!this.active) return;
      /* the loop itself counts and moves without the functions above: between the stack's top and a variable */
      const { i32 } = mem;
      if ((i32[address >> 2] ?? 0) !== this.counted) this.noteCount();
      this.nextInstruction(pc);
      for (let at = Math.max(bottom, sp - 16); at < sp; at += 8)
        if (i32[at >> 2] === address) this.touched = true;
    };
  }

  private noteCount(): void {
    this.touched = true;
    this.counted = this.machine.rt.mem.i32[this.address >> 2] ?? 0;
    if (this.counted > this.peak && this.lives()) this.peak = this.counted;
  }

  /** Runs something on the machine. Null where it did not touch the object. */
  during<T>(work: () => T): { readonly result: T; readonly line: CountLine | null } {
    const before = this.count();
    const wasThere = this.seen;
    this.peak = before;
    this.changes = [];
    this.more = 0;
    this.asArgument = 0;
    this.onStack = 0;
    this.examined = 0;
    this.died = null;
    this.collections = this.collectionsSoFar();
    this.active = true;
    this.touched = false;
    let result: T;
    try {
      result = work();
    } finally {
      this.active = false;
    }
    this.settle();
    const after = this.count();
    const made = !wasThere && this.seen;
    const told = this.changes.length > 0 || this.asArgument > 0 || this.onStack > 0;
    const line: CountLine | null =
      made || this.died !== null || before !== after || told
        ? {
            before,
            after,
            peak: Math.max(this.peak, before, after),
            made,
            died: this.died,
            changes: this.changes,
            more: this.more,
            asArgument: this.asArgument,
            onStack: this.onStack,
          }
        : null;
    return { result, line };
  }

  private lives(): boolean {
    return this.machine.rt.mem.serials[this.address >> 4] === this.serial;
  }

  private count(): number {
    return this.lives() ? this.machine.rt.mem.ld(this.address) : 0;
  }

  private collectionsSoFar(): number {
    const m = this.machine.rt.mem;
    return m.ld(L.GC_STATS(0, 0)) + m.ld(L.GC_STATS(1, 0)) + m.ld(L.GC_STATS(2, 0));
  }

  private nextInstruction(pc: number): void {
    if (this.touched && this.examined < EXAMINED) {
      this.active = false;
      this.settle();
      this.active = true;
    }
    const { i32 } = this.machine.rt.mem;
    this.code = i32[((i32[L.CURRENT_FRAME >> 2] ?? 0) + F.F_CODE) >> 2] ?? 0;
    this.pc = pc;
  }

  private examine(): Map<string, Holding> {
    const { rt } = this.machine;
    const busy = rt.scratch;
    rt.scratch = this.scratch;
    const found = holdingsOf(this.machine, this.address, this.containers);
    this.scratch = rt.scratch;
    rt.scratch = busy;
    return found;
  }

  /** Compares what holds the object now with what held it before the instruction. */
  private settle(): void {
    if (!this.touched) return;
    this.touched = false;
    this.examined++;
    const alive = this.lives();
    if (!alive && !this.seen) return;
    if (alive) this.seen = true;
    else if (this.died !== null || this.holdings.size + this.temporaries === 0) return;
    const now = alive ? this.examine() : new Map<string, Holding>();
    const calling = this.opcode() === CALL || this.opcode() === CALL_FUNCTION_EX;
    const collecting =
      this.collectionsSoFar() !== this.collections || this.machine.rt.mem.ld(L.GC_COLLECTING) !== 0;
    this.collections = this.collectionsSoFar();
    let held = 0;
    for (const [key, holding] of now) {
      held += holding.times;
      const by = holding.times - (this.holdings.get(key)?.times ?? 0);
      if (by !== 0) this.tell(by > 0 ? gained(holding, calling) : lost(holding), by, holding);
    }
    for (const [key, holding] of this.holdings) {
      if (now.has(key)) continue;
      const gone = holding.address !== 0 && !this.isThere(holding);
      this.tell(gone ? (collecting ? 'collector' : 'holderDied') : lost(holding), -holding.times, holding);
    }
    const temporaries = alive ? this.count() - held : 0;
    const taken = temporaries - this.temporaries;
    if (taken > 0) this.onStack += taken;
    else if (taken < 0 && calling && held <= this.heldBefore()) {
      const passed = Math.min(-taken, this.onStack);
      this.onStack -= passed;
      this.asArgument += passed;
    }
    this.holdings = now;
    this.temporaries = temporaries;
    if (!alive)
      this.died = collecting && this.changes.at(-1)?.cause === 'collector' ? 'collected' : 'counted';
  }

  private heldBefore(): number {
    let held = 0;
    for (const { times } of this.holdings.values()) held += times;
    return held;
  }

  private isThere(holding: Holding): boolean {
    return this.machine.rt.mem.serials[holding.address >> 4] === holding.holder?.serial;
  }

  private opcode(): number {
    const { rt } = this.machine;
    const record = this.code === 0 ? undefined : rt.codes.values[rt.mem.ld(this.code + F.CODE_HANDLE)];
    return (record?.ops[this.pc] ?? 0) & 255;
  }

  /** A loop that does the same again and again is told once. */
  private tell(cause: CountCause, by: number, { label, holder, kind }: Holding): void {
    const last = this.changes.at(-1);
    const same =
      last?.cause === cause &&
      (kind === 'slot' ? last.holder?.serial === holder?.serial : sameLabel(last.label, label)) &&
      last.by > 0 === by > 0;
    if (same) {
      const joined = sameLabel(last.label, label) ? label : written('');
      this.changes[this.changes.length - 1] = { cause, by: last.by + by, label: joined, holder };
    } else if (this.changes.length < LISTED) this.changes.push({ cause, by, label, holder });
    else this.more++;
  }
}

function gained({ kind }: Holding, calling: boolean): CountCause {
  switch (kind) {
    case 'name':
      return 'nameBound';
    case 'slot':
      return 'slotFilled';
    case 'local':
      return calling ? 'argument' : 'localBound';
  }
}

function lost({ kind }: Holding): CountCause {
  switch (kind) {
    case 'name':
      return 'nameUnbound';
    case 'slot':
      return 'slotEmptied';
    case 'local':
      return 'localGone';
  }
}
