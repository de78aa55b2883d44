/**
 * The moments of a machine's life as what changed from each to the next. One copy of the machine's memory stands at one
 * of them and is led to any other by what changed in between, on or back; from there a machine takes it over. So a
 * moment costs what its statements wrote, and no more.
 *
 * The moments are found on one thread (`ReelMaker`) and used on another (`Reel`): both begin with machines that are equal.
 */
import * as L from '../memory/layout.ts';
import type { CodeObject } from '../objects/code.ts';
import type { CodeRecord } from '../objects/codeRecord.ts';
import {
  type CellChange,
  changeCells,
  followCells,
  joinCells,
  moveCells,
  type TwoWayCells,
} from './cells.ts';
import type { Machine } from './machine.ts';
import type { Moment } from './moment.ts';
import type { ModuleState } from './namespaces.ts';
import { changeRow, joinRows, moveRow, type Row, type RowChange } from './row.ts';
import { compileAgain, restoreCode, type SavedCode, saveCode } from './savedCode.ts';

type Code = SavedCode & { readonly source: string };

/** What changed from one moment to the next; plain data, for another thread. */
export interface Difference {
  /** In the order of `numbersOf`. */
  readonly rows: readonly RowChange[];
  readonly texts: CellChange<string | null>;
  readonly modules: CellChange<string>;
  readonly codes: CellChange<Code | null>;
  readonly rest: string;
  /** Another life begins here: serials may come again, for other objects. */
  readonly otherLife: boolean;
}

/** A way from one moment to a later one, and back. */
interface Way {
  readonly rows: readonly RowChange[];
  readonly texts: TwoWayCells<string | null>;
  readonly modules: TwoWayCells<string>;
  readonly codes: TwoWayCells<Code | null>;
}

interface Step extends Way {
  /** JSON of what is neither a number nor a text, after it. */
  readonly rest: string;
  /** Of the moment after it: how many lives began before. */
  readonly life: number;
}

interface Rest {
  readonly states: readonly ModuleState[];
  readonly current: string;
  readonly collectorOwner: string | null;
}

/** So many steps are one leap as well: what is written again and again is gone over once. */
const LEAP = 32;

const MEMORY = 0;
const SERIALS = 1;
const RANGES = 2;
const TRACED = 3;
const FIRST_SERIALS = 4;
const UNUSED_TEXTS = 5;
const UNUSED_CODES = 6;
/** The length of the records, then which of them are unused. */
const RECORDS = 7;

function numbersOf(machine: Machine): Int32Array[] {
  const { rt } = machine;
  const { mem, alloc } = rt;
  const { top } = alloc.ranges;
  const records = rt.records.save();
  const traced: number[] = [];
  for (const [address, bytes] of alloc.traced.sizes) traced.push(address, bytes);
  return [
    mem.i32.subarray(L.STATE >> 2, top >> 2),
    mem.serials.subarray(L.STATE >> 4, top >> 4),
    Int32Array.from(alloc.ranges.save()),
    Int32Array.from(traced),
    Int32Array.from(machine.firstSerials),
    Int32Array.from(rt.texts.save().unused),
    Int32Array.from(rt.codes.save().unused),
    Int32Array.from([records.length, ...records.unused]),
  ];
}

function restOf({ states, current, collectorOwner }: Machine): string {
  const rest: Rest = { states, current, collectorOwner };
  return JSON.stringify(rest);
}

function newRows(machine: Machine): Row[] {
  return numbersOf(machine).map((values) => ({ values: values.slice(), length: values.length }));
}

const textsOf = ({ rt }: Machine): (string | null)[] => rt.texts.values.map((text) => text ?? null);

export class ReelMaker {
  readonly #rows: Row[];
  readonly #texts: (string | null)[];
  readonly #modules: string[];
  readonly #codes: (CodeRecord | null)[];
  #machine: Machine;

  /** Stands at the first moment. */
  constructor(machine: Machine) {
    this.#machine = machine;
    this.#rows = newRows(machine);
    this.#texts = textsOf(machine);
    this.#modules = [...machine.statementModules];
    this.#codes = codesOf(machine);
  }

  /** The next moment, between two statements. `machine` may be another one that took the place of the first. */
  next(machine: Machine): Difference {
    const otherLife = machine !== this.#machine;
    this.#machine = machine;
    const codes = changeCells(this.#codes, codesOf(machine), null);
    return {
      rows: numbersOf(machine).map((now, k) => changeRow(at(this.#rows, k), now)),
      texts: changeCells(this.#texts, textsOf(machine), null),
      modules: changeCells(this.#modules, machine.statementModules, ''),
      codes: {
        ...codes,
        values: codes.values.map((record) =>
          record === null ? null : { source: record.source, ...saveCode(record) },
        ),
      },
      rest: restOf(machine),
      otherLife,
    };
  }
}

/** Those that are not the library's. */
function codesOf(machine: Machine): (CodeRecord | null)[] {
  return machine.rt.codes.values.slice(machine.libraryCodes).map((record) => record ?? null);
}

export class Reel {
  readonly #rows: Row[];
  readonly #texts: (string | null)[];
  readonly #modules: string[];
  readonly #codes: (Code | null)[] = [];
  readonly #options: Machine['options'];
  readonly #first: string;
  #steps: Step[] = [];
  /** Of the steps from 0, LEAP, 2 * LEAP … on, as far as there are enough. */
  #leaps: Way[] = [];
  /** Where the copy stands: so many steps have been made. */
  #place = 0;
  /** The newest texts, modules and codes: what comes next changes them. */
  readonly #newest: {
    readonly texts: (string | null)[];
    readonly modules: string[];
    readonly codes: (Code | null)[];
  };
  #life = 0;
  #bytes = 0;
  readonly #inputs = new Map<string, CodeObject>();
  readonly #records = new WeakMap<Code, CodeRecord>();
  /** Machines that would go back to the copy, were they to take a statement back. */
  #lent: Machine[] = [];
  readonly #lives = new WeakMap<Machine, number>();

  /** Of a machine that nothing was said to yet: the first moment. */
  constructor(machine: Machine) {
    this.#options = machine.options;
    this.#rows = newRows(machine);
    this.#texts = textsOf(machine);
    this.#modules = [...machine.statementModules];
    this.#first = restOf(machine);
    this.#newest = { texts: [...this.#texts], modules: [...this.#modules], codes: [] };
  }

  /** Number of the newest moment; the first is 0. */
  get last(): number {
    return this.#steps.length;
  }

  /** What the moments take, beside the copy. */
  get bytes(): number {
    return this.#bytes;
  }

  /** @throws where code in it cannot be compiled */
  add(difference: Difference): void {
    const { rows, texts, modules, codes, rest, otherLife } = difference;
    for (const code of codes.values) if (code !== null) this.#record(code);
    if (otherLife) this.#life++;
    const step: Step = {
      rows,
      texts: followCells(this.#newest.texts, texts, null),
      modules: followCells(this.#newest.modules, modules, ''),
      codes: followCells(this.#newest.codes, codes, null),
      rest,
      life: this.#life,
    };
    this.#steps.push(step);
    this.#bytes += bytesOf(step) + 2 * step.rest.length;
    this.#findLeaps();
  }

  #findLeaps(): void {
    for (let from = this.#leaps.length * LEAP; from + LEAP <= this.#steps.length; from += LEAP) {
      const leap = wayOf(this.#steps.slice(from, from + LEAP));
      this.#leaps.push(leap);
      this.#bytes += bytesOf(leap);
    }
  }

  /** Every two steps become one: of the moments 1, 2, 3, 4 … the even ones stay, and the last. */
  thin(): void {
    if (this.#place % 2 === 1) this.#goTo(this.#place - 1);
    this.#place /= 2;
    this.#steps = this.#steps.flatMap((step, k) => {
      if (k % 2 === 1) return [];
      const next = this.#steps[k + 1];
      return [next === undefined ? step : { ...joined(step, next), rest: next.rest, life: next.life }];
    });
    this.#bytes = this.#steps.reduce((sum, step) => sum + bytesOf(step) + 2 * step.rest.length, 0);
    this.#leaps = [];
    this.#findLeaps();
  }

  /** Leads a machine of this class to a moment. */
  stand(machine: Machine, place: number): void {
    this.#goTo(place);
    const life = this.#steps[place - 1]?.life ?? 0;
    machine.takeOver(this.#moment(machine), this.#lives.get(machine) === life);
    this.#lives.set(machine, life);
    this.#lent.push(machine);
  }

  /** A new machine at a moment. */
  machineAt(place: number, make: (options: Machine['options']) => Machine): Machine {
    const machine = make(this.#options);
    this.stand(machine, place);
    return machine;
  }

  #goTo(place: number): void {
    if (place < 0 || place > this.#steps.length) throw new Error(`there is no moment ${place}`);
    for (const machine of this.#lent) machine.wasChanged();
    this.#lent = [];
    while (this.#place < place) {
      const leap = this.#place % LEAP === 0 && place - this.#place >= LEAP;
      this.#move(leap ? at(this.#leaps, this.#place / LEAP) : at(this.#steps, this.#place), true);
      this.#place += leap ? LEAP : 1;
    }
    while (this.#place > place) {
      const leap = this.#place % LEAP === 0 && this.#place - place >= LEAP;
      this.#place -= leap ? LEAP : 1;
      this.#move(leap ? at(this.#leaps, this.#place / LEAP) : at(this.#steps, this.#place), false);
    }
  }

  #move(step: Way, onwards: boolean): void {
    step.rows.forEach((change, k) => {
      moveRow(at(this.#rows, k), change, onwards);
    });
    moveCells(this.#texts, step.texts, onwards, null);
    moveCells(this.#modules, step.modules, onwards, '');
    moveCells(this.#codes, step.codes, onwards, null);
  }

  /** It shares the copy's memory. */
  #moment(machine: Machine): Moment {
    const { rt } = machine;
    const numbers = (k: number): number[] => Array.from(part(at(this.#rows, k)));
    const [recordsLength = 0, ...recordsUnused] = numbers(RECORDS);
    const records = rt.records.values.slice();
    records.length = recordsLength;
    const { values, length } = at(this.#rows, MEMORY);
    const traced = numbers(TRACED);
    const rest: Rest = JSON.parse(this.#steps[this.#place - 1]?.rest ?? this.#first);
    const codes = this.#codes.map((code) => (code === null ? undefined : this.#record(code)));
    return {
      memory: new Uint8Array(values.buffer, 0, length * 4),
      serials: part(at(this.#rows, SERIALS)),
      ranges: numbers(RANGES),
      traced: traced.flatMap((address, k) => (k % 2 === 0 ? [[address, traced[k + 1] ?? 0] as const] : [])),
      texts: { values: this.#texts.map((text) => text ?? undefined), unused: numbers(UNUSED_TEXTS) },
      codes: {
        values: [...rt.codes.values.slice(0, machine.libraryCodes), ...codes],
        unused: numbers(UNUSED_CODES),
      },
      records: { values: records, unused: recordsUnused },
      ...rest,
      firstSerials: numbers(FIRST_SERIALS),
      statementModules: this.#modules,
    };
  }

  #record(code: Code): CodeRecord {
    const known = this.#records.get(code);
    if (known !== undefined) return known;
    let input = this.#inputs.get(code.source);
    if (input === undefined) {
      input = compileAgain(code.source);
      this.#inputs.set(code.source, input);
    }
    const record = restoreCode(code, input, code.source);
    this.#records.set(code, record);
    return record;
  }
}

function part({ values, length }: Row): Int32Array {
  return values.subarray(0, length);
}

function at<T>(list: readonly T[], k: number): T {
  const found = list[k];
  if (found === undefined) throw new Error(`nothing at ${k}`);
  return found;
}

function joined(first: Way, second: Way): Way {
  return {
    rows: first.rows.map((change, k) => joinRows(change, at(second.rows, k))),
    texts: joinCells(first.texts, second.texts, null),
    modules: joinCells(first.modules, second.modules, ''),
    codes: joinCells(first.codes, second.codes, null),
  };
}

/** Halves are joined, so that no step is gone over more often than there are halvings. */
function wayOf(steps: readonly Way[]): Way {
  if (steps.length === 1) return at(steps, 0);
  const middle = steps.length >> 1;
  return joined(wayOf(steps.slice(0, middle)), wayOf(steps.slice(middle)));
}

/** What an array, a text, a code object take beside what is in them; about. */
const OVERHEAD = 64;

function bytesOf({ rows, texts, modules, codes }: Way): number {
  let bytes = 0;
  for (const { stretches } of rows) bytes += OVERHEAD + stretches.byteLength;
  for (const text of texts.values) if (text !== null) bytes += OVERHEAD + 2 * text.length;
  for (const code of codes.values) if (code !== null) bytes += OVERHEAD * 8 + 2 * code.source.length;
  return bytes + 4 * modules.at.length + 8 * (texts.at.length + codes.at.length);
}
