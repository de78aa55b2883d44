/** What the library holds of a program's objects: finalizers that wait, what atexit was given, modules imported since. */
import * as L from '../memory/layout.ts';
import { keyAt, nextEntry, valueAt } from '../objects/dictWalk.ts';
import * as H from '../objects/header.ts';
import { textOf } from '../objects/str.ts';
import { exitCallbacks } from '../python/importing.ts';
import { moduleDict } from '../python/modules.ts';
import { type Label, written } from './label.ts';
import type { Machine } from './machine.ts';

export interface LibraryRoot {
  readonly label: Label;
  readonly target: number;
}

export function libraryRoots(machine: Machine): LibraryRoot[] {
  const { rt } = machine;
  const out: LibraryRoot[] = [];
  const entries = (label: Label, dict: number): void => {
    for (let k = nextEntry(rt, dict, 0); k >= 0; k = nextEntry(rt, dict, k + 1)) {
      for (const target of [keyAt(rt, dict, k), valueAt(rt, dict, k)])
        if (target >= L.DYNAMIC_START) out.push({ label, target });
    }
  };
  /* found by text: looking must not make a string */
  const named = (dict: number, name: string): number => {
    for (let k = nextEntry(rt, dict, 0); k >= 0; k = nextEntry(rt, dict, k + 1)) {
      const key = keyAt(rt, dict, k);
      if (rt.typeOf(key) === rt.types.str && textOf(rt, key) === name) return valueAt(rt, dict, k);
    }
    return 0;
  };
  const weakref = moduleDict(rt, machine.builtinModules.get('weakref') ?? 0);
  const finalize = named(weakref, 'finalize');
  if (finalize !== 0) {
    const registry = named(rt.mem.ld(finalize + H.TP_DICT), '_registry');
    if (registry !== 0) entries(written('weakref.finalize'), registry);
  }
  entries(written('sys.modules'), rt.mem.ld(L.MODULES_DICT));
  const importing = moduleDict(rt, machine.builtinModules.get('_frozen_importlib') ?? 0);
  const locks = named(importing, '_module_locks');
  if (locks !== 0) entries({ kind: 'imports' }, locks);
  for (const word of L.CACHED_NAMES) {
    const target = rt.mem.ld(word);
    if (target !== 0) out.push({ label: { kind: 'lookups' }, target });
  }
  for (const target of exitCallbacks(rt)) out.push({ label: written('atexit'), target });
  return out;
}
