/** One input at the prompt: run, echo, traceback. Models Python/pythonrun.c `run_mod`, `PyErr_PrintEx`. */
import * as L from '../memory/layout.ts';
import type { CompiledInput } from '../objects/code.ts';
import { getStr, setStr } from '../objects/dict.ts';
import * as E from '../objects/errors.ts';
import { EXC_TRACEBACK } from '../objects/exception.ts';
import { newFunction } from '../objects/function.ts';
import type { Runtime } from '../objects/runtime.ts';
import { textOf } from '../objects/str.ts';
import { reprText } from '../objects/text.ts';
import { runWithLocals } from '../python/evalEntry.ts';
import { findAndLoad, isImportable } from '../python/importing.ts';
import { moduleDict } from '../python/modules.ts';
import { isolated } from '../python/printing.ts';
import { loadInput, unloadInput } from './load.ts';
import type { Machine } from './machine.ts';
import { staticName } from './namespaces.ts';
import { raisedView } from './raised.ts';
import type { RaisedView } from './views.ts';

/** Runs one compiled input in a function object of its own. */
export function runInput(machine: Machine, module: string, input: CompiledInput): RaisedView | null {
  const { rt } = machine;
  const loaded = loadInput(rt, input);
  const globals = moduleDict(rt, machine.stateOf(module).module);
  const record = rt.codes.get(rt.mem.ld(loaded.code + 16));
  const moduleName = getStr(rt, globals, staticName(rt, '__name__'));
  const builtins = rt.mem.ld(L.BUILTINS_DICT);
  const fn = newFunction(
    rt,
    loaded.code,
    globals,
    builtins,
    record.nameObject,
    record.nameObject,
    rt.none,
    moduleName,
  );
  const result = runWithLocals(rt, fn, globals);
  let raised: RaisedView | null = null;
  rt.decref(fn);
  if (result === 0) raised = keepException(rt, input.source);
  else rt.decref(result);
  unloadInput(rt, loaded);
  return raised;
}

/** The uncaught exception goes to sys.last_* and to the transcript. */
function keepException(rt: Runtime, source: string): RaisedView {
  const error = E.fetchError(rt);
  E.normalizeError(rt, error);
  const old = rt.mem.ld(error.value + EXC_TRACEBACK);
  rt.mem.st(error.value + EXC_TRACEBACK, error.traceback === 0 ? rt.newNone() : rt.incref(error.traceback));
  rt.xdecref(old);
  const sys = rt.mem.ld(L.SYS_DICT);
  setStr(rt, sys, staticName(rt, 'last_type'), error.type);
  setStr(rt, sys, staticName(rt, 'last_value'), error.value);
  setStr(rt, sys, staticName(rt, 'last_traceback'), error.traceback || rt.none);
  const view = isolated(rt, () => raisedView(rt, error, source));
  rt.decref(error.type);
  rt.decref(error.value);
  rt.xdecref(error.traceback);
  return view;
}

/** Models `sys_displayhook`. */
export function display(rt: Runtime, value: number): boolean {
  if (value === rt.none) return true;
  const builtins = rt.mem.ld(L.BUILTINS_DICT);
  const underscore = staticName(rt, '_');
  setStr(rt, builtins, underscore, rt.none);
  const text = isolated(rt, () => reprText(rt, value));
  if (text === null) return false;
  rt.write(`${text}\n`);
  setStr(rt, builtins, underscore, value);
  return true;
}

/** New reference or 0: a member's module, or one that the classroom has. */
export function importModule(rt: Runtime, name: number): number {
  const module = getStr(rt, rt.mem.ld(L.MODULES_DICT), name);
  if (module !== 0) return rt.incref(module);
  if (isImportable(textOf(rt, name))) return findAndLoad(rt, name);
  return E.formatError(rt, 'ModuleNotFoundError', "No module named '%U'", textOf(rt, name));
}
