/** The objects that a film of one collection follows: what the collector knows of each, and what changed of it. */
import { listObjects } from '../gc/lists.ts';
import * as L from '../memory/layout.ts';
import { F_FUNCTION, F_PREVIOUS } from '../objects/frame.ts';
import * as H from '../objects/header.ts';
import type { Runtime } from '../objects/runtime.ts';
import { moduleDict } from '../python/modules.ts';
import type { Examined, FigureChange, OwnLabel, Standing } from './filmed.ts';
import { isStatementFunction, shortRepr } from './inspect.ts';
import type { Machine } from './machine.ts';
import type { Serial } from './views.ts';

/** Objects that are followed one by one. */
const FOLLOWED = 5000;
/** gc_refs stand above the two flags of the prev word. */
const GC_REFS = 2;

interface Follow extends Examined {
  readonly address: number;
  gcRefs: number | null;
  standing: Standing;
}

export class Followed {
  readonly #machine: Machine;
  readonly #rt: Runtime;
  readonly #names: ReadonlyMap<number, OwnLabel>;
  readonly #bySerial = new Map<Serial, Follow>();
  readonly #changes = new Map<Serial, FigureChange>();
  /** What those of the interpreter's own are that were named. */
  readonly labels = new Map<Serial, OwnLabel>();
  #trash: Follow[] = [];

  constructor(machine: Machine) {
    this.#machine = machine;
    this.#rt = machine.rt;
    this.#names = ownNames(machine);
  }

  /** Follows the objects of a list that statements made; how many there are, and how many of the interpreter's own. */
  follow(head: number, drawn: ReadonlySet<Serial>): { total: number; own: number } {
    const all = listObjects(this.#rt, head);
    const made = all.filter((o) => !this.isOwn(o));
    for (const o of made.slice(0, FOLLOWED)) {
      const serial = this.serial(o);
      const one: Follow = {
        serial,
        address: o,
        type: this.#rt.typeName(this.#rt.typeOf(o)),
        repr: shortRepr(this.#rt, o),
        owner: this.#machine.origin(serial).owner,
        part: !drawn.has(serial),
        gcRefs: null,
        standing: 'waiting',
      };
      this.#bySerial.set(serial, one);
      this.#set(one, null, 'waiting');
    }
    return { total: made.length, own: all.length - made.length };
  }

  get examined(): Examined[] {
    return [...this.#bySerial.values()].map(({ serial, type, repr, owner, part }) => ({
      serial,
      type,
      repr,
      owner,
      part,
    }));
  }

  serial(o: number): Serial {
    return this.#rt.mem.serials[o >> 4] ?? 0;
  }

  /** Made by the interpreter itself: what existed before, modules and their names, what the running statement runs in. */
  isOwn(o: number): boolean {
    return o < L.DYNAMIC_START || this.#names.has(o);
  }

  isPart(o: number): boolean {
    return this.#bySerial.get(this.serial(o))?.part ?? false;
  }

  count(head: number): number {
    return listObjects(this.#rt, head).filter((o) => !this.isOwn(o)).length;
  }

  /** The serial of an object that a step tells of. */
  named(o: number): Serial {
    const serial = this.serial(o);
    if (this.isOwn(o) && !this.labels.has(serial)) {
      this.labels.set(serial, this.#names.get(o) ?? this.#describe(o));
    }
    return serial;
  }

  #describe(o: number): OwnLabel {
    return { kind: 'other', type: this.#rt.typeName(this.#rt.typeOf(o)) };
  }

  set(o: number, gcRefs: number | null, standing: Standing): void {
    const one = this.#bySerial.get(this.serial(o));
    if (one !== undefined) this.#set(one, gcRefs, standing);
  }

  /** Everything that stands at `from` now stands at what `to` says. */
  turn(from: Standing, to: (address: number) => Standing): void {
    for (const one of this.#bySerial.values()) {
      if (one.standing === from) this.#set(one, null, to(one.address));
    }
    this.#trash = [...this.#bySerial.values()].filter((one) => one.standing === 'unreachable');
  }

  #set(one: Follow, gcRefs: number | null, standing: Standing): void {
    one.gcRefs = gcRefs;
    one.standing = standing;
    this.#changes.set(one.serial, { serial: one.serial, gcRefs, standing });
  }

  /** Reads gc_refs from the headers; those whose count changed. Only while all stand in the collected list. */
  readCounts(): Serial[] {
    const m = this.#rt.mem;
    const changed: Serial[] = [];
    for (const one of this.#bySerial.values()) {
      const now = m.ld(one.address - H.GC_HEADER + 8) >>> GC_REFS;
      if (now === one.gcRefs) continue;
      this.#set(one, now, one.standing);
      changed.push(one.serial);
    }
    return changed;
  }

  /** How many of a list, the interpreter's own left out, have gc_refs 0. */
  countZero(head: number): number {
    const { mem } = this.#rt;
    return listObjects(this.#rt, head).filter(
      (o) => !this.isOwn(o) && mem.ld(o - H.GC_HEADER + 8) >>> GC_REFS === 0,
    ).length;
  }

  /** Which unreachable ones are gone since the last call. */
  buried(): Serial[] {
    const gone = this.#trash.filter((one) => this.serial(one.address) !== one.serial);
    if (gone.length === 0) return [];
    for (const one of gone) this.#set(one, null, 'freed');
    this.#trash = this.#trash.filter((one) => one.standing === 'unreachable');
    return gone.map((one) => one.serial);
  }

  takeChanges(): FigureChange[] {
    const changes = [...this.#changes.values()];
    this.#changes.clear();
    return changes;
  }
}

/** What the interpreter's own objects are when they keep something alive. */
function ownNames(machine: Machine): Map<number, OwnLabel> {
  const { rt } = machine;
  const names = new Map<number, OwnLabel>([
    [rt.mem.ld(L.GC_GARBAGE), { kind: 'list', name: 'gc.garbage' }],
    [rt.mem.ld(L.GC_CALLBACKS), { kind: 'list', name: 'gc.callbacks' }],
    [rt.mem.ld(L.BUILTINS_DICT), { kind: 'names', module: 'builtins' }],
    [rt.mem.ld(L.SYS_DICT), { kind: 'names', module: 'sys' }],
  ]);
  for (const { name, module } of machine.states) {
    names.set(module, { kind: 'module', module: name });
    names.set(moduleDict(rt, module), { kind: 'names', module: name });
  }
  for (let frame = rt.mem.ld(L.CURRENT_FRAME); frame !== 0; frame = rt.mem.ld(frame + F_PREVIOUS)) {
    const run = rt.mem.ld(frame + F_FUNCTION);
    if (isStatementFunction(rt, run)) names.set(run, { kind: 'statement' });
  }
  return names;
}
