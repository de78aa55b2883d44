/** Everything that holds a reference to one object at this instant: names, slots, locals of running frames. */
import * as L from '../memory/layout.ts';
import { keyAt, nextEntry, valueAt } from '../objects/dictWalk.ts';
import * as F from '../objects/frame.ts';
import * as H from '../objects/header.ts';
import { isStr, textOf } from '../objects/str.ts';
import { hiddenReferences, traverse } from '../objects/traverse.ts';
import { moduleDict } from '../python/modules.ts';
import { LAST_NAMES, type Label, labelKey, written } from './label.ts';
import type { Machine } from './machine.ts';
import { livingObjects, staticObjects } from './refresh.ts';
import { shortRepr } from './shortRepr.ts';
import { slotsOf } from './slotsOf.ts';
import type { Serial } from './views.ts';

export interface Holding {
  readonly kind: 'name' | 'slot' | 'local';
  readonly label: Label;
  /** The object that holds it in a slot; null for a name or a local. */
  readonly holder: { readonly serial: Serial; readonly type: string; readonly repr: string } | null;
  /** Where the holder lies, 0 without one. */
  readonly address: number;
  readonly times: number;
}

const CONTAINERS: ReadonlySet<number> = new Set([H.KIND.dict, H.KIND.list, H.KIND.set]);

/** Static objects that may refer to what was made later. */
export function staticContainers(machine: Machine): number[] {
  return staticObjects(machine.rt).filter((o) => CONTAINERS.has(machine.rt.kindOf(o)));
}

/** What holds an object between two statements, names first; empty where it does not live at this address. */
export function holdersOf(machine: Machine, serial: Serial, address: number): Holding[] {
  if (machine.rt.mem.serials[address >> 4] !== serial) return [];
  const found = [...holdingsOf(machine, address, staticContainers(machine)).values()];
  return [...found.filter(({ kind }) => kind === 'name'), ...found.filter(({ kind }) => kind !== 'name')];
}

/** By a key that stays the same while the same thing holds it. What is left of the count is temporary. */
export function holdingsOf(
  machine: Machine,
  target: number,
  before: readonly number[],
): Map<string, Holding> {
  const { rt } = machine;
  const out = new Map<string, Holding>();
  const add = (key: string, holding: Omit<Holding, 'times'>, times = 1): void => {
    out.set(key, { ...holding, times: (out.get(key)?.times ?? 0) + times });
  };
  const name = (label: Label): void =>
    add(`name ${labelKey(label)}`, { kind: 'name', label, holder: null, address: 0 });
  const modules = new Map(machine.states.map((state) => [moduleDict(rt, state.module), state.name]));
  for (const list of [before, livingObjects(rt)]) {
    for (const o of list) {
      if (rt.kindOf(o) === H.KIND.generator && rt.mem.ld(o + F.GEN_STATE) === F.EXECUTING) continue;
      const times = timesHeld(machine, o, target);
      if (times === 0) continue;
      const module = modules.get(o);
      if (module !== undefined) {
        for (const slot of namesIn(machine, o, target)) name(written(`${module}.${slot}`));
        continue;
      }
      if (o === rt.mem.ld(L.BUILTINS_DICT) || o === rt.mem.ld(L.SYS_DICT)) {
        for (const slot of namesIn(machine, o, target)) name(echo(machine, slot));
        continue;
      }
      const serial = rt.mem.serials[o >> 4] ?? 0;
      const owner = classOfDict(machine, o);
      const slot = slotsOf(rt, o, true).find((one) => one.target === target && !one.weak);
      const holder = {
        serial,
        type: rt.typeName(rt.typeOf(o)),
        repr: shortRepr(rt, owner === 0 ? o : owner),
      };
      const label = written(slot?.label ?? '');
      add(`object ${serial}`, { kind: 'slot', label, holder, address: o }, times);
    }
  }
  for (const state of machine.states) {
    state.last.forEach((value, i) => {
      const kept = LAST_NAMES[i];
      if (value === target && kept !== undefined) name({ kind: 'last', name: kept, module: state.name });
    });
  }
  for (let frame = rt.mem.ld(L.CURRENT_FRAME); frame !== 0; frame = rt.mem.ld(frame + F.F_PREVIOUS)) {
    const { code } = F.codeOf(rt, rt.mem.ld(frame + F.F_CODE));
    code.localsplus.forEach((local, i) => {
      if (rt.mem.ld(frame + F.F_SLOTS + 8 * i) !== target) return;
      const label: Label = { kind: 'local', name: local.name, function: code.qualname };
      add(`local ${frame} ${i}`, { kind: 'local', label, holder: null, address: 0 });
    });
  }
  return out;
}

/** `_` and sys.last_… belong to the module that runs. */
function echo(machine: Machine, slot: string): Label {
  const name = LAST_NAMES.find((one) => one === slot);
  return name === undefined ? written(slot) : { kind: 'last', name, module: machine.current };
}

function timesHeld(machine: Machine, o: number, target: number): number {
  const { rt } = machine;
  let times = 0;
  const n = traverse(rt, o);
  for (let i = 0; i < n; i++) if (rt.scratch[i] === target) times++;
  for (const child of hiddenReferences(rt, o)) if (child === target) times++;
  return times;
}

function namesIn(machine: Machine, dict: number, target: number): string[] {
  const { rt } = machine;
  const out: string[] = [];
  for (let k = nextEntry(rt, dict, 0); k >= 0; k = nextEntry(rt, dict, k + 1)) {
    if (valueAt(rt, dict, k) !== target) continue;
    const key = keyAt(rt, dict, k);
    out.push(isStr(rt, key) ? textOf(rt, key) : shortRepr(rt, key));
  }
  return out;
}

/** The class whose attributes a dict holds, or 0. */
function classOfDict(machine: Machine, dict: number): number {
  const { rt } = machine;
  if (rt.kindOf(dict) !== H.KIND.dict) return 0;
  return (
    livingObjects(rt).find((o) => rt.kindOf(o) === H.KIND.type && rt.mem.ld(o + H.TP_DICT) === dict) ?? 0
  );
}
