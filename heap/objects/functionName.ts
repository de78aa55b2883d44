/**
 * Names of functions in messages, with the strings that are made for them. Models Objects/object.c
 * `_PyObject_FunctionStr`, Objects/descrobject.c `calculate_qualname`, Objects/methodobject.c `meth_get__qualname__`.
 */
import { BUILTIN_DEF, BUILTIN_SELF, DESCR_NAME, DESCR_QUALNAME, DESCR_TYPE } from './callable.ts';
import { formatError } from './errors.ts';
import { fromFormat } from './fromFormat.ts';
import { FN_MODULE, FN_QUALNAME } from './function.ts';
import * as H from './header.ts';
import type { Runtime } from './runtime.ts';
import { isStr, newStr, textOf } from './str.ts';
import { strObject } from './strobject.ts';

const K = H.KIND;

/** `type.__qualname__`; new reference. */
function typeQualname(rt: Runtime, type: number): number {
  if (rt.mem.ld(type + H.TP_FLAGS) & H.FLAG_HEAP) return rt.incref(rt.mem.ld(type + H.HT_QUALNAME));
  return newStr(rt, rt.typeName(type));
}

/** `meth_get__qualname__` of Objects/methodobject.c. */
export function builtinQualname(rt: Runtime, o: number): number {
  const name = rt.builtins[rt.mem.ld(o + BUILTIN_DEF)]?.name ?? '';
  const self = rt.mem.ld(o + BUILTIN_SELF);
  if (self === 0 || rt.kindOf(self) === K.module) return newStr(rt, name);
  const owner = typeQualname(rt, rt.flagsOf(self) & H.FLAG_TYPE ? self : rt.typeOf(self));
  const made = fromFormat(rt, '%S.%s', [textOf(rt, owner), name]);
  rt.decref(owner);
  return made;
}

/** `descr_get_qualname` of Objects/descrobject.c: the descriptor keeps the text. */
export function descriptorQualname(rt: Runtime, o: number): number {
  const known = rt.mem.ld(o + DESCR_QUALNAME);
  if (known !== 0) return rt.incref(known);
  const owner = typeQualname(rt, rt.mem.ld(o + DESCR_TYPE));
  const made = fromFormat(rt, '%S.%S', [textOf(rt, owner), textOf(rt, rt.mem.ld(o + DESCR_NAME))]);
  rt.decref(owner);
  rt.mem.st(o + DESCR_QUALNAME, rt.incref(made));
  return made;
}

function named(rt: Runtime, module: string, qualname: number): number {
  const text = textOf(rt, qualname);
  const made =
    module === '' || module === 'builtins'
      ? fromFormat(rt, '%S()', [text])
      : fromFormat(rt, '%S.%S()', [module, text]);
  rt.decref(qualname);
  return made;
}

function classModule(rt: Runtime, type: number): string {
  if ((rt.mem.ld(type + H.TP_FLAGS) & H.FLAG_HEAP) === 0) return 'builtins';
  const module = rt.classModule(rt, type);
  return isStr(rt, module) ? textOf(rt, module) : '';
}

/** `list.append()`, `gc.collect()`, `__main__.f()`; new reference, or 0. */
export function functionStr(rt: Runtime, o: number): number {
  const m = rt.mem;
  switch (rt.kindOf(o)) {
    case K.builtin: {
      const self = m.ld(o + BUILTIN_SELF);
      const module = self !== 0 && rt.kindOf(self) === K.module ? rt.moduleName(rt, self) : '';
      return named(rt, module, builtinQualname(rt, o));
    }
    case K.descriptor:
      return named(rt, '', descriptorQualname(rt, o));
    case K.function: {
      const module = m.ld(o + FN_MODULE);
      const known = module !== 0 && isStr(rt, module) ? textOf(rt, module) : '';
      return named(rt, known, rt.incref(m.ld(o + FN_QUALNAME)));
    }
    case K.type:
      return named(rt, classModule(rt, o), typeQualname(rt, o));
    default:
      return strObject(rt, o);
  }
}

/** TypeError about a call; the first `%U` of the format stands for the function. Returns 0. */
export function refuseCall(
  rt: Runtime,
  callable: number,
  format: string,
  ...args: readonly (string | number)[]
): number {
  const shown = functionStr(rt, callable);
  if (shown === 0) return 0;
  formatError(rt, 'TypeError', format, textOf(rt, shown), ...args);
  rt.decref(shown);
  return 0;
}
