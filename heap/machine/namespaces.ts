/**
 * The modules of a machine: every member is one. How they come and go, whose echo and last exception stand in builtins
 * and sys, and who may write whose names.
 */
import * as L from '../memory/layout.ts';
import { hashOf } from '../objects/abstract.ts';
import { genericSetAttr } from '../objects/attributes.ts';
import { getStr, newDict, remove, setStr } from '../objects/dict.ts';
import { keyAt, nextEntry } from '../objects/dictWalk.ts';
import { setError } from '../objects/errors.ts';
import type { Runtime } from '../objects/runtime.ts';
import { intern, staticInterned, strHash } from '../objects/str.ts';
import { moduleDict, newModule } from '../python/modules.ts';
import { isolated } from '../python/printing.ts';
import type { Machine } from './machine.ts';

/** What a module keeps for itself: its names, its last echo, its last exception. Addresses, owned. */
export interface ModuleState {
  readonly name: string;
  readonly module: number;
  /** Values of `_`, sys.last_type, last_value, last_traceback while another module runs; 0 = absent. */
  readonly last: number[];
}

const LAST_NAMES = ['_', 'last_type', 'last_value', 'last_traceback'] as const;

export function staticName(rt: Runtime, text: string): number {
  return rt.interned.get(text) ?? staticInterned(rt, text);
}

/** A module of this name, with what every namespace has from its start. */
export function enterModule(machine: Machine, name: string): void {
  const { rt } = machine;
  const build = (): number => {
    const made = newModule(rt, name);
    const dict = moduleDict(rt, made);
    const set = (key: string, value: number): void => {
      setStr(rt, dict, staticName(rt, key), value);
    };
    const text = intern(rt, name);
    set('__name__', text);
    rt.decref(text);
    const annotations = newDict(rt);
    set('__annotations__', annotations);
    rt.decref(annotations);
    set('__builtins__', machine.builtinModules.get('builtins') ?? 0);
    for (const imported of machine.options.preimported ?? []) {
      const target =
        machine.builtinModules.get(imported) ?? machine.states.find((one) => one.name === imported)?.module;
      if (target !== undefined && imported !== name) set(imported, target);
    }
    const own = intern(rt, name);
    setStr(rt, rt.mem.ld(L.MODULES_DICT), own, made);
    rt.decref(own);
    return made;
  };
  const module = build();
  machine.states.push({ name, module, last: [0, 0, 0, 0] });
  if (machine.current === '') machine.current = name;
}

/** Its names go, and what nobody else refers to dies. */
export function dropModule(machine: Machine, name: string): void {
  const { rt } = machine;
  const state = machine.stateOf(name);
  if (machine.current === name) switchTo(machine, machine.states.find((one) => one !== state)?.name ?? name);
  machine.states = machine.states.filter((one) => one !== state);
  for (const value of state.last) rt.xdecref(value);
  const key = intern(rt, name);
  remove(rt, rt.mem.ld(L.MODULES_DICT), key, strHash(rt, key));
  rt.decref(key);
  const dict = moduleDict(rt, state.module);
  for (let k = nextEntry(rt, dict, 0); k >= 0; k = nextEntry(rt, dict, k + 1)) {
    const entryName = rt.incref(keyAt(rt, dict, k));
    remove(rt, dict, entryName, hashOf(rt, entryName));
    rt.decref(entryName);
  }
  rt.decref(state.module);
}

/** [NS2] The write slot of modules. */
export function setModuleAttribute(machine: Machine, o: number, name: number, value: number): number {
  const { rt } = machine;
  const owner = machine.states.find((state) => state.module === o)?.name;
  if (owner === undefined || owner === 'board' || owner === machine.current)
    return genericSetAttr(rt, o, name, value);
  setError(rt, 'AttributeError', `only ${owner} may change ${owner}'s names`);
  return -1;
}

/** Puts the last echo and exception of one module away and those of another in place. */
export function switchTo(machine: Machine, name: string): void {
  const { rt } = machine;
  if (machine.current === name) return;
  const from = machine.states.find((one) => one.name === machine.current);
  const to = machine.stateOf(name);
  isolated(rt, () => {
    LAST_NAMES.forEach((key, i) => {
      const dict = rt.mem.ld(i === 0 ? L.BUILTINS_DICT : L.SYS_DICT);
      const text = staticName(rt, key);
      const held = getStr(rt, dict, text);
      if (from !== undefined) from.last[i] = held === 0 ? 0 : rt.incref(held);
      const value = to.last[i] ?? 0;
      if (value !== 0) {
        setStr(rt, dict, text, value);
        rt.decref(value);
        to.last[i] = 0;
      } else if (held !== 0) remove(rt, dict, text, strHash(rt, text));
    });
  });
  machine.current = name;
}
