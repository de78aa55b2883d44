/** Making functions, calls with `*` and `**`, the echo. Models MAKE_FUNCTION, `do_call_core` of Python/ceval.c. */

import * as L from '../memory/layout.ts';
import { call, callTuple } from '../objects/call.ts';
import { BUILTIN_DEF } from '../objects/callable.ts';
import { getStr } from '../objects/dict.ts';
import { recursionError, setError } from '../objects/errors.ts';
import { CODE_HANDLE, F_BUILTINS, F_GLOBALS } from '../objects/frame.ts';
import * as Fn from '../objects/function.ts';
import { refuseCall } from '../objects/functionName.ts';
import * as H from '../objects/header.ts';
import type { Runtime } from '../objects/runtime.ts';
import { sequenceToTuple } from '../objects/sequences.ts';
import { isStr } from '../objects/str.ts';
import { newTuple, tupleItem, tupleSize } from '../objects/tuple.ts';
import { type Instructions, pushed } from './instruction.ts';
import { op } from './opcode.ts';

/** In the order in which they lie on the stack, from its top, as the bits of the argument say. */
const PIECES = [
  [8, Fn.FN_CLOSURE],
  [4, Fn.FN_ANNOTATIONS],
  [2, Fn.FN_KWDEFAULTS],
  [1, Fn.FN_DEFAULTS],
] as const;

/** Arguments are borrowed; kwargs 0 or a dict. */
function callExtended(rt: Runtime, fn: number, args: number, kwargs: number): number {
  const m = rt.mem;
  const n = tupleSize(rt, args);
  const pairs = kwargs === 0 ? [] : rt.entriesOf(rt, kwargs);
  if (pairs.length === 0) return callTuple(rt, fn, args);
  if (takesDict(rt, fn) && pairs.every(([key]) => isStr(rt, key))) return callDirectly(rt, fn, args, kwargs);
  const stack = rt.alloc.malloc(8 * (n + pairs.length + 1));
  for (let i = 0; i < n; i++) m.st(stack + 8 + 8 * i, rt.incref(tupleItem(rt, args, i)));
  const names = newTuple(rt, pairs.length);
  pairs.forEach(([key, , value], i) => {
    m.st(names + 24 + 8 * i, rt.incref(key));
    m.st(stack + 8 + 8 * (n + i), rt.incref(value));
  });
  const named = pairs.every(([key]) => isStr(rt, key));
  if (!named) setError(rt, 'TypeError', 'keywords must be strings');
  const result = named ? call(rt, fn, stack + 8, n, names) : 0;
  const total = n + pairs.length;
  rt.decref(names);
  for (let i = 0; i < total; i++) rt.decref(m.ld(stack + 8 + 8 * i));
  rt.alloc.free(stack);
  return result;
}

/** A callable that wants a tuple and a dict, which CALL_FUNCTION_EX has. */
function takesDict(rt: Runtime, fn: number): boolean {
  const kind = rt.kindOf(fn);
  if (kind === H.KIND.type) return rt.recordOfType(fn).vectorcall === null;
  const type = rt.typeOf(fn);
  if (type === rt.types.methodWrapper || type === rt.types.wrapperDescriptor) return true;
  if (kind !== H.KIND.builtin) return false;
  const def = rt.builtins[rt.mem.ld(fn + BUILTIN_DEF)];
  return def !== undefined && def.convention === 'tuple' && def.keywords;
}

/** The names lie in a tuple for our own use only, which no free list and no counter sees. */
function callDirectly(rt: Runtime, fn: number, args: number, kwargs: number): number {
  const m = rt.mem;
  const n = tupleSize(rt, args);
  const pairs = rt.entriesOf(rt, kwargs);
  const base = m.ld(L.STACK_TOP);
  const top = base + 8 * (n + pairs.length);
  if (top + 8 > L.DATA_STACK_END) return recursionError(rt);
  for (let i = 0; i < n; i++) m.st(base + 8 * i, tupleItem(rt, args, i));
  const apart = rt.alloc.isolated;
  rt.alloc.isolated = true;
  const block = rt.alloc.malloc(40 + 8 * pairs.length);
  rt.alloc.isolated = apart;
  const names = block + 16;
  m.zero(block, 16);
  rt.initObject(names, rt.types.tuple);
  m.st(names + H.OB_SIZE, pairs.length);
  pairs.forEach(([key, , value], i) => {
    m.st(names + 24 + 8 * i, rt.incref(key));
    m.st(base + 8 * (n + i), value);
  });
  m.st(L.STACK_TOP, top);
  rt.givenTuple = args;
  rt.givenDict = kwargs;
  const result = call(rt, fn, base, n, names);
  rt.givenTuple = 0;
  rt.givenDict = 0;
  m.st(L.STACK_TOP, base);
  for (let i = 0; i < pairs.length; i++) rt.decref(m.ld(names + 24 + 8 * i));
  m.serials[names >> 4] = 0;
  rt.alloc.isolated = true;
  rt.alloc.free(block);
  rt.alloc.isolated = apart;
  return result;
}

export const functionInstructions: Instructions = {
  [op.MAKE_FUNCTION]: (rt, frame, sp, arg) => {
    const m = rt.mem;
    const code = m.ld(sp - 8);
    const record = rt.codes.get(m.ld(code + CODE_HANDLE));
    const globals = m.ld(frame + F_GLOBALS);
    const first = record.code.consts[0];
    const doc = first !== undefined && first.kind === 'str' ? (record.consts[0] ?? rt.none) : rt.none;
    const moduleName = getStr(rt, globals, rt.interned.get('__name__') ?? 0);
    const fn = Fn.newFunction(
      rt,
      code,
      globals,
      m.ld(frame + F_BUILTINS),
      record.nameObject,
      record.qualnameObject,
      doc,
      moduleName,
    );
    let top = sp - 8;
    for (const [bit, field] of PIECES) {
      if ((arg & bit) === 0) continue;
      top -= 8;
      m.st(fn + field, m.ld(top));
    }
    rt.decref(code);
    return pushed(rt, top, fn);
  },
  [op.CALL_FUNCTION_EX]: (rt, _frame, sp, arg) => {
    const m = rt.mem;
    const kwargs = arg & 1 ? m.ld(sp - 8) : 0;
    const top = kwargs === 0 ? sp : sp - 8;
    let args = m.ld(top - 8);
    const callable = m.ld(top - 16);
    if (rt.typeOf(args) !== rt.types.tuple) {
      const record = rt.recordOf(args);
      let tuple = 0;
      if (record.iter === null && record.getitem === null) {
        const name = rt.tpName(rt.typeOf(args));
        refuseCall(rt, callable, '%U argument after * must be an iterable, not %.200s', name);
      } else tuple = sequenceToTuple(rt, args);
      if (tuple === 0) {
        rt.xdecref(kwargs);
        return ~top;
      }
      rt.decref(args);
      args = tuple;
    }
    const result = callExtended(rt, callable, args, kwargs);
    rt.decref(callable);
    rt.decref(args);
    rt.xdecref(kwargs);
    return pushed(rt, top - 24, result);
  },
  [op.PRINT_EXPR]: (rt, _frame, sp) => {
    const value = rt.mem.ld(sp - 8);
    const ok = rt.displayHook(rt, value);
    rt.decref(value);
    return ok ? sp - 8 : ~(sp - 8);
  },
};
