/**
 * A moment of a machine, kept beside it in memory: the same machine can be taken back to it, at a small part of what
 * a snapshot and a new machine cost. For trying one statement after another from the same heap; not for storing.
 */
import * as L from '../memory/layout.ts';
import type { CodeRecord } from '../objects/codeRecord.ts';
import type { Handles } from '../objects/handles.ts';
import type { TypeRecord } from '../objects/record.ts';
import type { Machine } from './machine.ts';
import type { ModuleState } from './namespaces.ts';
import { refreshRuntime } from './refresh.ts';

interface Saved<T> {
  readonly values: readonly (T | undefined)[];
  readonly unused: readonly number[];
}

export interface Moment {
  readonly memory: Uint8Array;
  readonly serials: Int32Array;
  readonly ranges: readonly number[];
  readonly traced: readonly (readonly [number, number])[];
  readonly texts: Saved<string>;
  readonly codes: Saved<CodeRecord>;
  readonly records: Saved<TypeRecord>;
  readonly states: readonly ModuleState[];
  readonly current: string;
  readonly collectorOwner: string | null;
  readonly firstSerials: readonly number[];
  readonly statementModules: readonly string[];
}

function save<T>(handles: Handles<T>): Saved<T> {
  return { values: [...handles.values], unused: handles.save().unused };
}

function load<T>(handles: Handles<T>, { values, unused }: Saved<T>): void {
  handles.load([...values], unused);
}

const copied = (states: readonly ModuleState[]): ModuleState[] =>
  states.map((state) => ({ ...state, last: [...state.last] }));

/** Between two statements. */
export function momentOf(machine: Machine): Moment {
  const { rt } = machine;
  const { mem, alloc } = rt;
  const { top } = alloc.ranges;
  return {
    memory: mem.u8.slice(L.STATE, top),
    serials: mem.serials.slice(L.STATE >> 4, top >> 4),
    ranges: alloc.ranges.save(),
    traced: [...alloc.traced.sizes],
    texts: save(rt.texts),
    codes: save(rt.codes),
    records: save(rt.records),
    states: copied(machine.states),
    current: machine.current,
    collectorOwner: machine.collectorOwner,
    firstSerials: [...machine.firstSerials],
    statementModules: [...machine.statementModules],
  };
}

/** The moment has to be one of this machine, or of one that was given the same options. */
export function returnToMoment(machine: Machine, moment: Moment): void {
  const { rt } = machine;
  const { mem, alloc } = rt;
  const used = alloc.ranges.top;
  const top = L.STATE + moment.memory.length;
  mem.ensure(top);
  mem.u8.set(moment.memory, L.STATE);
  mem.serials.set(moment.serials, L.STATE >> 4);
  if (used > top) {
    mem.u8.fill(0, top, used);
    mem.serials.fill(0, top >> 4, used >> 4);
  }
  alloc.ranges.load(moment.ranges);
  alloc.traced.load(moment.traced);
  load(rt.texts, moment.texts);
  load(rt.codes, moment.codes);
  load(rt.records, moment.records);
  machine.states = copied(moment.states);
  machine.current = moment.current;
  machine.collectorOwner = moment.collectorOwner;
  machine.firstSerials = [...moment.firstSerials];
  machine.statementModules = [...moment.statementModules];
  refreshRuntime(rt);
}
