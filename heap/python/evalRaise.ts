/** Raising and handling exceptions, `with`. Models `do_raise`, `check_except_type_valid`, BEFORE_WITH of Python/ceval.c. */
import * as L from '../memory/layout.ts';
import { call, callValues } from '../objects/call.ts';
import * as E from '../objects/errors.ts';
import { EXC_CAUSE, EXC_SUPPRESS, EXC_TRACEBACK } from '../objects/exception.ts';
import { F_LASTI } from '../objects/frame.ts';
import * as H from '../objects/header.ts';
import { INT_DIGITS } from '../objects/int.ts';
import type { Runtime } from '../objects/runtime.ts';
import { tupleItem, tupleSize } from '../objects/tuple.ts';
import { isSubtype, lookupText } from '../objects/typetools.ts';
import { type Instructions, pushed } from './instruction.ts';
import { op } from './opcode.ts';

/** Sets the exception of a raise statement; takes both over (0 = absent). Models `do_raise`. */
function raise(rt: Runtime, exception: number, cause: number): boolean {
  const m = rt.mem;
  if (exception === 0) {
    const value = E.handledException(rt);
    if (value === 0) {
      E.setError(rt, 'RuntimeError', 'No active exception to reraise');
      return false;
    }
    const tb = m.ld(value + EXC_TRACEBACK);
    E.restoreError(rt, rt.incref(rt.typeOf(value)), rt.incref(value), tb === 0 ? 0 : rt.incref(tb));
    return true;
  }
  let type = exception;
  let value = exception;
  if (E.isExceptionClass(rt, exception)) {
    value = callValues(rt, exception, []);
    if (value === 0) {
      rt.decref(exception);
      rt.xdecref(cause);
      return false;
    }
  } else if (E.isExceptionInstance(rt, exception)) type = rt.incref(rt.typeOf(exception));
  else {
    rt.decref(exception);
    rt.xdecref(cause);
    E.setError(rt, 'TypeError', 'exceptions must derive from BaseException');
    return false;
  }
  if (cause !== 0) {
    let fixed = 0;
    if (E.isExceptionClass(rt, cause)) {
      fixed = callValues(rt, cause, []);
      rt.decref(cause);
    } else if (E.isExceptionInstance(rt, cause)) fixed = cause;
    else if (cause === rt.none) rt.decref(cause);
    else {
      rt.decref(cause);
      E.setError(rt, 'TypeError', 'exception causes must derive from BaseException');
      rt.decref(type);
      rt.decref(value);
      return false;
    }
    rt.clearField(value + EXC_CAUSE);
    m.st(value + EXC_CAUSE, fixed);
    m.st(value + EXC_SUPPRESS, 1);
  }
  E.setErrorObject(rt, type, value);
  rt.decref(value);
  rt.decref(type);
  return false;
}

/** 1, 0 or -1: does the exception match the class or tuple of classes? */
function exceptionMatches(rt: Runtime, value: number, wanted: number): number {
  const check = (type: number): boolean => E.isExceptionClass(rt, type);
  const bad = (): number => {
    E.setError(rt, 'TypeError', 'catching classes that do not inherit from BaseException is not allowed');
    return -1;
  };
  const type = rt.typeOf(value);
  if (rt.flagsOf(wanted) & H.FLAG_TUPLE) {
    for (let i = 0; i < tupleSize(rt, wanted); i++) if (!check(tupleItem(rt, wanted, i))) return bad();
    for (let i = 0; i < tupleSize(rt, wanted); i++)
      if (isSubtype(rt, type, tupleItem(rt, wanted, i))) return 1;
    return 0;
  }
  if (!check(wanted)) return bad();
  return isSubtype(rt, type, wanted) ? 1 : 0;
}

/** Bound special method for `with`; new reference or 0. */
function lookupSpecial(rt: Runtime, o: number, name: string): number {
  const method = lookupText(rt, rt.typeOf(o), name);
  if (method === 0) return 0;
  const get = rt.recordOf(method).descrGet;
  return get === null ? rt.incref(method) : get(rt, method, o, rt.typeOf(o));
}

export const raiseInstructions: Instructions = {
  [op.RAISE_VARARGS]: (rt, _frame, sp, arg) => {
    const m = rt.mem;
    const cause = arg === 2 ? m.ld(sp - 8) : 0;
    const exception = arg === 0 ? 0 : m.ld(sp - 8 * arg);
    if (raise(rt, exception, cause)) rt.reraising = true;
    return ~(sp - 8 * arg);
  },
  [op.RERAISE]: (rt, frame, sp, arg) => {
    const m = rt.mem;
    if (arg > 0) {
      const lasti = m.ld(sp - 8 * (arg + 1));
      m.st(frame + F_LASTI, m.ld(lasti + H.OB_SIZE) * m.ld(lasti + INT_DIGITS));
    }
    const value = m.ld(sp - 8);
    const tb = m.ld(value + EXC_TRACEBACK);
    E.restoreError(rt, rt.incref(m.ld(value + H.OB_TYPE)), value, tb === 0 ? 0 : rt.incref(tb));
    rt.reraising = true;
    return ~(sp - 8);
  },
  [op.PUSH_EXC_INFO]: (rt, _frame, sp) => {
    const m = rt.mem;
    const info = m.ld(L.EXC_INFO);
    const value = m.ld(sp - 8);
    const old = m.ld(info);
    m.st(sp - 8, old === 0 ? rt.newNone() : old);
    m.st(sp, value);
    m.st(info, rt.incref(value));
    return sp + 8;
  },
  [op.POP_EXCEPT]: (rt, _frame, sp) => {
    const m = rt.mem;
    const info = m.ld(L.EXC_INFO);
    const old = m.ld(info);
    m.st(info, m.ld(sp - 8));
    rt.xdecref(old);
    return sp - 8;
  },
  [op.CHECK_EXC_MATCH]: (rt, _frame, sp) => {
    const m = rt.mem;
    const wanted = m.ld(sp - 8);
    const matched = exceptionMatches(rt, m.ld(sp - 16), wanted);
    rt.decref(wanted);
    if (matched < 0) return ~(sp - 8);
    m.st(sp - 8, rt.bool(matched === 1));
    return sp;
  },
  [op.BEFORE_WITH]: (rt, _frame, sp) => {
    const m = rt.mem;
    const manager = m.ld(sp - 8);
    const name = rt.tpName(rt.typeOf(manager));
    const enter = lookupSpecial(rt, manager, '__enter__');
    if (enter === 0) {
      if (!rt.failed()) {
        const format = "'%.200s' object does not support the context manager protocol";
        E.formatError(rt, 'TypeError', format, name);
      }
      return ~sp;
    }
    const exit = lookupSpecial(rt, manager, '__exit__');
    if (exit === 0) {
      rt.decref(enter);
      if (!rt.failed()) {
        const format =
          "'%.200s' object does not support the context manager protocol (missed __exit__ method)";
        E.formatError(rt, 'TypeError', format, name);
      }
      return ~sp;
    }
    m.st(sp - 8, exit);
    rt.decref(manager);
    const result = call(rt, enter, sp, 0, 0);
    rt.decref(enter);
    return pushed(rt, sp, result);
  },
  [op.WITH_EXCEPT_START]: (rt, _frame, sp) => {
    const m = rt.mem;
    const value = m.ld(sp - 8);
    const exit = m.ld(sp - 32);
    m.st(sp, m.ld(value + H.OB_TYPE));
    m.st(sp + 8, value);
    m.st(sp + 16, m.ld(value + EXC_TRACEBACK) || rt.none);
    const top = m.ld(L.STACK_TOP);
    for (let i = 0; i < 3; i++) m.st(top + 8 * i, m.ld(sp + 8 * i));
    m.st(L.STACK_TOP, top + 24);
    const result = call(rt, exit, top, 3, 0);
    m.st(L.STACK_TOP, top);
    return pushed(rt, sp, result);
  },
};
