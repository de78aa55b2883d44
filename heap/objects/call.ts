/** Calling. Models Objects/call.c `_PyObject_Vectorcall`, `_PyObject_MakeTpCall`, and methodobject.c conventions. */
import * as L from '../memory/layout.ts';
import {
  BUILTIN_DEF,
  BUILTIN_SELF,
  DESCR_DEF,
  DESCR_TYPE,
  METHOD_FUNCTION,
  METHOD_SELF,
} from './callable.ts';
import { insert, newDict } from './dict.ts';
import { formatError, recursionError } from './errors.ts';
import { refuseCall } from './functionName.ts';
import * as H from './header.ts';
import { enter, enterHost, HEAVY, IN_CALL, leave, leaveHost } from './nesting.ts';
import type { BuiltinDef } from './record.ts';
import type { Runtime } from './runtime.ts';
import { strHash } from './str.ts';
import { tupleFrom, tupleItem, tupleSize } from './tuple.ts';

/** How a call counts: CPython counts a Python function as a frame, and goes straight to where a method leads. */
function countsAs(rt: Runtime, callable: number): 'call' | 'frame' | 'nothing' {
  const kind = rt.kindOf(callable);
  if (kind === H.KIND.function) return 'frame';
  if (kind === H.KIND.method) return 'nothing';
  if (kind === H.KIND.type && rt.recordOfType(callable).vectorcall !== null) return 'frame';
  return 'call';
}

/**
 * As an instruction calls that has been specialized by then: without keywords, built-ins that take their arguments as
 * they lie, len() and append() are not counted (Python/ceval.c, PRECALL_BUILTIN_FAST_WITH_KEYWORDS and its like).
 */
export function callFromCode(rt: Runtime, callable: number, args: number, nargs: number, kw: number): number {
  const kind = rt.kindOf(callable);
  const isBuiltin = kind === H.KIND.builtin;
  if (!isBuiltin && kind !== H.KIND.descriptor) return call(rt, callable, args, nargs, kw);
  const def = rt.builtins[rt.mem.ld(callable + (isBuiltin ? BUILTIN_DEF : DESCR_DEF))];
  const plain = def?.convention === 'fast' || def?.name === 'len' || def?.name === 'append';
  if (kw !== 0 || !plain) return call(rt, callable, args, nargs, kw);
  if (!enterHost(rt, HEAVY, IN_CALL)) return 0;
  const result = isBuiltin
    ? builtinCall(rt, callable, args, nargs, kw)
    : rt.recordOf(callable).call?.(rt, callable, args, nargs, kw);
  leaveHost(rt, HEAVY);
  return result ?? 0;
}

/** New reference or 0. Arguments are borrowed. */
export function call(rt: Runtime, callable: number, args: number, nargs: number, kw: number): number {
  const slot = rt.recordOf(callable).call;
  if (slot === null) {
    const name = rt.tpName(rt.typeOf(callable));
    return formatError(rt, 'TypeError', "'%.200s' object is not callable", name);
  }
  const counted = countsAs(rt, callable);
  if (counted === 'nothing') return slot(rt, callable, args, nargs, kw);
  if (counted === 'frame') {
    if (!enterHost(rt, HEAVY, IN_CALL)) return 0;
    const result = slot(rt, callable, args, nargs, kw);
    leaveHost(rt, HEAVY);
    return result;
  }
  if (!enter(rt, HEAVY, IN_CALL)) return 0;
  const result = slot(rt, callable, args, nargs, kw);
  leave(rt, HEAVY);
  return result;
}

/** Calls with the items of a tuple. Models `PyObject_Call`: a callee that wants a tuple gets this one. */
export function callTuple(rt: Runtime, callable: number, tuple: number): number {
  rt.givenTuple = tuple;
  const result = call(rt, callable, tuple + 24, tupleSize(rt, tuple), 0);
  rt.givenTuple = 0;
  return result;
}

/** New reference to a tuple of the arguments. */
export function argumentTuple(rt: Runtime, args: number, nargs: number): number {
  const given = rt.givenTuple;
  rt.givenTuple = 0;
  const lies = args === given + 24 || rt.givenDict !== 0;
  const whole = given !== 0 && lies && tupleSize(rt, given) === nargs;
  return whole ? rt.incref(given) : tupleFrom(rt, args, nargs);
}

/** Calls with borrowed references given one by one. */
export function callValues(rt: Runtime, callable: number, values: readonly number[]): number {
  const m = rt.mem;
  const base = m.ld(L.STACK_TOP);
  if (base + 8 * values.length + 8 > L.DATA_STACK_END) {
    return recursionError(rt);
  }
  for (let i = 0; i < values.length; i++) m.st(base + 8 * i, values[i] ?? 0);
  m.st(L.STACK_TOP, base + 8 * values.length);
  const result = call(rt, callable, base, values.length, 0);
  m.st(L.STACK_TOP, base);
  return result;
}

/** Calls with one more argument in front. */
export function callPrepended(
  rt: Runtime,
  callable: number,
  self: number,
  args: number,
  nargs: number,
  kw: number,
): number {
  const m = rt.mem;
  const total = nargs + (kw === 0 ? 0 : tupleSize(rt, kw));
  const base = m.ld(L.STACK_TOP);
  if (base + 8 * total + 16 > L.DATA_STACK_END) {
    return recursionError(rt);
  }
  m.st(base, self);
  for (let i = 0; i < total; i++) m.st(base + 8 + 8 * i, m.ld(args + 8 * i));
  m.st(L.STACK_TOP, base + 8 + 8 * total);
  const result = call(rt, callable, base, nargs + 1, kw);
  m.st(L.STACK_TOP, base);
  return result;
}

/** New dict of the keyword arguments. */
export function keywordDict(rt: Runtime, args: number, nargs: number, kw: number): number {
  const given = rt.givenDict;
  rt.givenDict = 0;
  if (given !== 0) return rt.incref(given);
  const dict = newDict(rt);
  const n = tupleSize(rt, kw);
  for (let i = 0; i < n; i++) {
    const name = tupleItem(rt, kw, i);
    insert(rt, dict, name, rt.mem.ld(args + 8 * (nargs + i)), strHash(rt, name));
  }
  return dict;
}

/** Runs a built-in with the argument handling of its convention; `callable` is named in messages. */
export function callDef(
  rt: Runtime,
  callable: number,
  def: BuiltinDef,
  self: number,
  args: number,
  nargs: number,
  kw: number,
): number {
  const wrapped = rt.typeOf(callable) === rt.types.wrapperDescriptor;
  if (kw !== 0 && !def.keywords && tupleSize(rt, kw) > 0) {
    if (wrapped) return formatError(rt, 'TypeError', 'wrapper %s() takes no keyword arguments', def.name);
    if (def.convention === 'tuple' && rt.kindOf(callable) === H.KIND.builtin)
      return formatError(rt, 'TypeError', '%.200s() takes no keyword arguments', def.name);
    return refuseCall(rt, callable, '%U takes no keyword arguments');
  }
  if (def.convention === 'fast') return def.call(rt, self, args, nargs, kw);
  if (def.convention === 'noargs') {
    if (nargs === 0) return def.call(rt, self, args, 0, 0);
    if (wrapped) return formatError(rt, 'TypeError', 'expected %d argument%s, got %zd', 0, 's', nargs);
    return refuseCall(rt, callable, '%U takes no arguments (%zd given)', nargs);
  }
  if (def.convention === 'one') {
    if (nargs === 1) return def.call(rt, self, args, 1, 0);
    if (wrapped) return formatError(rt, 'TypeError', 'expected %d argument%s, got %zd', 1, '', nargs);
    return refuseCall(rt, callable, '%U takes exactly one argument (%zd given)', nargs);
  }
  const tuple = argumentTuple(rt, args, nargs);
  const dict = kw === 0 || tupleSize(rt, kw) === 0 ? 0 : keywordDict(rt, args, nargs, kw);
  rt.argsTuple = tuple;
  rt.argsDict = dict;
  const result = def.call(rt, self, dict === 0 ? tuple + 24 : args, nargs, kw);
  rt.decref(tuple);
  rt.xdecref(dict);
  return result;
}

export function builtinCall(rt: Runtime, o: number, args: number, nargs: number, kw: number): number {
  const m = rt.mem;
  const def = rt.builtins[m.ld(o + BUILTIN_DEF)];
  if (def === undefined) throw new Error('no such built-in');
  return callDef(rt, o, def, m.ld(o + BUILTIN_SELF), args, nargs, kw);
}

/** A method descriptor called with its object as first argument. */
export function descriptorCall(rt: Runtime, o: number, args: number, nargs: number, kw: number): number {
  const m = rt.mem;
  const def = rt.builtins[m.ld(o + DESCR_DEF)];
  if (def === undefined) throw new Error('no such built-in');
  const type = m.ld(o + DESCR_TYPE);
  if (nargs < 1) {
    if (rt.typeOf(o) === rt.types.wrapperDescriptor) {
      const format = "descriptor '%V' of '%.100s' object needs an argument";
      return formatError(rt, 'TypeError', format, def.name, rt.tpName(type));
    }
    return refuseCall(rt, o, 'unbound method %U needs an argument');
  }
  const self = m.ld(args);
  if (!subtypeOf(rt, rt.typeOf(self), type)) {
    return formatError(
      rt,
      'TypeError',
      "descriptor '%V' for '%.100s' objects doesn't apply to a '%.100s' object",
      def.name,
      rt.tpName(type),
      rt.tpName(rt.typeOf(self)),
    );
  }
  if (rt.typeOf(o) !== rt.types.wrapperDescriptor) return callDef(rt, o, def, self, args + 8, nargs - 1, kw);
  /* it has no vectorcall: the arguments go into a tuple, those after the object into another */
  const whole = argumentTuple(rt, args, nargs);
  const rest = tupleFrom(rt, args + 8, nargs - 1);
  const result = callDef(rt, o, def, self, args + 8, nargs - 1, kw);
  rt.decref(rest);
  rt.decref(whole);
  return result;
}

function subtypeOf(rt: Runtime, a: number, b: number): boolean {
  const m = rt.mem;
  const mro = m.ld(a + H.TP_MRO);
  const n = mro === 0 ? 0 : m.ld(mro + H.OB_SIZE);
  for (let i = 0; i < n; i++) if (m.ld(mro + 24 + 8 * i) === b) return true;
  return a === b;
}

export function methodCall(rt: Runtime, o: number, args: number, nargs: number, kw: number): number {
  return callPrepended(rt, rt.mem.ld(o + METHOD_FUNCTION), rt.mem.ld(o + METHOD_SELF), args, nargs, kw);
}
