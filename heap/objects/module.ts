/** Attributes of modules. Models Objects/moduleobject.c `module_getattro`. */
import { genericGetAttr, getAttr } from './attributes.ts';
import { getStr } from './dict.ts';
import { clearError, errorMatches, formatError } from './errors.ts';
import type { Runtime } from './runtime.ts';
import { staticInterned, textOf } from './str.ts';

export const MODULE_DICT = 16;
/** A block of the module's own; of the modules that a program can import only atexit has one. */
export const MODULE_STATE = 32;

/** A name that is missing is looked for, and the error made, twice; a module that has a spec asks it in between. */
export function moduleGetAttr(rt: Runtime, o: number, name: number): number {
  const value = genericGetAttr(rt, o, name);
  if (value !== 0 || !errorMatches(rt, 'AttributeError')) return value;
  clearError(rt);
  const dict = rt.mem.ld(o + MODULE_DICT);
  const spec = getStr(rt, dict, staticInterned(rt, '__spec__'));
  if (spec !== 0 && spec !== rt.none) {
    const initializing = getAttr(rt, spec, staticInterned(rt, '_initializing'));
    if (initializing === 0) clearError(rt);
    else rt.decref(initializing);
  }
  const where = rt.moduleName(rt, o);
  return formatError(rt, 'AttributeError', "module '%U' has no attribute '%U'", where, textOf(rt, name));
}
