/**
 * Names of built-in functions in messages, with the strings that are made for them. Models Objects/object.c
 * `_PyObject_FunctionStr`, Objects/descrobject.c `calculate_qualname`, Objects/methodobject.c `meth_get__qualname__`.
 */
import { BUILTIN_DEF, BUILTIN_SELF, DESCR_NAME, DESCR_QUALNAME, DESCR_TYPE } from './callable.ts';
import { formatError } from './errors.ts';
import * as H from './header.ts';
import type { Runtime } from './runtime.ts';
import { formattedStr, freshStr, textOf } from './str.ts';

/** `__qualname__` of a type as a new string, or the class's own. */
function typeQualname(rt: Runtime, type: number): number {
  if (rt.mem.ld(type + H.TP_FLAGS) & H.FLAG_HEAP) return rt.incref(rt.mem.ld(type + H.HT_QUALNAME));
  return freshStr(rt, rt.typeName(type));
}

/** Made when first asked for, then kept by the descriptor. */
export function descriptorQualname(rt: Runtime, d: number): number {
  const known = rt.mem.ld(d + DESCR_QUALNAME);
  if (known !== 0) return rt.incref(known);
  const owner = typeQualname(rt, rt.mem.ld(d + DESCR_TYPE));
  const text = `${textOf(rt, owner)}.${textOf(rt, rt.mem.ld(d + DESCR_NAME))}`;
  const made = formattedStr(rt, text, 5);
  rt.decref(owner);
  rt.mem.st(d + DESCR_QUALNAME, rt.incref(made));
  return made;
}

function isModule(rt: Runtime, o: number): boolean {
  return rt.kindOf(o) === H.KIND.module;
}

export function builtinQualname(rt: Runtime, o: number): number {
  const name = rt.builtins[rt.mem.ld(o + BUILTIN_DEF)]?.name ?? '?';
  const self = rt.mem.ld(o + BUILTIN_SELF);
  if (self === 0 || isModule(rt, self)) return freshStr(rt, name);
  const owner = typeQualname(rt, rt.flagsOf(self) & H.FLAG_TYPE ? self : rt.typeOf(self));
  const text = `${textOf(rt, owner)}.${name}`;
  const made = formattedStr(rt, text, 5, [name]);
  rt.decref(owner);
  return made;
}

/** `list.append()`, `gc.collect()`, `len()`: new reference. */
function functionString(rt: Runtime, callable: number): number {
  const bound = rt.typeOf(callable) === rt.types.builtin;
  const qualname = bound ? builtinQualname(rt, callable) : descriptorQualname(rt, callable);
  const self = bound ? rt.mem.ld(callable + BUILTIN_SELF) : 0;
  const module = self !== 0 && isModule(rt, self) ? rt.moduleName(rt, self) : 'builtins';
  const text = textOf(rt, qualname);
  const made =
    module === 'builtins' ? formattedStr(rt, `${text}()`, 4) : formattedStr(rt, `${module}.${text}()`, 7);
  rt.decref(qualname);
  return made;
}

/** TypeError that begins with the name of the function; `format` is the length of the C format. Returns 0. */
export function refuseCall(rt: Runtime, callable: number, text: string, format: number): number {
  const name = functionString(rt, callable);
  formatError(rt, 'TypeError', `${textOf(rt, name)} ${text}`, format);
  rt.decref(name);
  return 0;
}
