/** Local variables and cells: unbound names, closures. Models LOAD_DEREF and its kin in Python/ceval.c. */
import { getStr } from '../objects/dict.ts';
import { formatError } from '../objects/errors.ts';
import { codeOf, F_CODE, F_FUNCTION, F_LOCALS, F_SLOTS } from '../objects/frame.ts';
import { CELL_CONTENT, FN_CLOSURE, newCell } from '../objects/function.ts';
import type { Runtime } from '../objects/runtime.ts';
import { textOf } from '../objects/str.ts';
import { rememberName } from './evalNames.ts';
import { type Instructions, pushed } from './instruction.ts';
import { op } from './opcode.ts';

/** UnboundLocalError for local variable `index`. */
export function unboundLocal(rt: Runtime, frame: number, index: number): void {
  const name = codeOf(rt, rt.mem.ld(frame + F_CODE)).varnames[index] ?? 0;
  const variable = textOf(rt, name);
  const format = "cannot access local variable '%s' where it is not associated with a value";
  formatError(rt, 'UnboundLocalError', format, variable);
}

function unboundFree(rt: Runtime, name: number): void {
  const format =
    "cannot access free variable '%s' where it is not associated with a value in enclosing scope";
  formatError(rt, 'NameError', format, textOf(rt, name));
  rememberName(rt, name);
}

/** Models `format_exc_unbound`. */
export function unboundDeref(rt: Runtime, frame: number, index: number): void {
  const record = codeOf(rt, rt.mem.ld(frame + F_CODE));
  if (index >= record.locals - record.code.nfrees) unboundFree(rt, record.varnames[index] ?? 0);
  else unboundLocal(rt, frame, index);
}

export const cellInstructions: Instructions = {
  [op.DELETE_FAST]: (rt, frame, sp, arg) => {
    const at = frame + F_SLOTS + 8 * arg;
    if (rt.mem.ld(at) === 0) {
      unboundLocal(rt, frame, arg);
      return ~sp;
    }
    rt.clearField(at);
    return sp;
  },
  [op.MAKE_CELL]: (rt, frame, sp, arg) => {
    const m = rt.mem;
    const at = frame + F_SLOTS + 8 * arg;
    m.st(at, newCell(rt, m.ld(at)));
    return sp;
  },
  [op.COPY_FREE_VARS]: (rt, frame, sp, arg) => {
    const m = rt.mem;
    const closure = m.ld(m.ld(frame + F_FUNCTION) + FN_CLOSURE);
    const first = frame + F_SLOTS + 8 * (codeOf(rt, m.ld(frame + F_CODE)).locals - arg);
    for (let i = 0; i < arg; i++) m.st(first + 8 * i, rt.incref(m.ld(closure + 24 + 8 * i)));
    return sp;
  },
  [op.LOAD_CLOSURE]: (rt, frame, sp, arg) => pushed(rt, sp, rt.incref(rt.mem.ld(frame + F_SLOTS + 8 * arg))),
  [op.LOAD_CLASSDEREF]: (rt, frame, sp, arg) => {
    const m = rt.mem;
    const name = codeOf(rt, m.ld(frame + F_CODE)).varnames[arg] ?? 0;
    let value = getStr(rt, m.ld(frame + F_LOCALS), name);
    if (value === 0) value = m.ld(m.ld(frame + F_SLOTS + 8 * arg) + CELL_CONTENT);
    if (value === 0) {
      unboundDeref(rt, frame, arg);
      return ~sp;
    }
    return pushed(rt, sp, rt.incref(value));
  },
  [op.STORE_DEREF]: (rt, frame, sp, arg) => {
    const m = rt.mem;
    const cell = m.ld(frame + F_SLOTS + 8 * arg);
    const old = m.ld(cell + CELL_CONTENT);
    m.st(cell + CELL_CONTENT, m.ld(sp - 8));
    rt.xdecref(old);
    return sp - 8;
  },
  [op.DELETE_DEREF]: (rt, frame, sp, arg) => {
    const m = rt.mem;
    const cell = m.ld(frame + F_SLOTS + 8 * arg);
    if (m.ld(cell + CELL_CONTENT) === 0) {
      unboundDeref(rt, frame, arg);
      return ~sp;
    }
    rt.clearField(cell + CELL_CONTENT);
    return sp;
  },
};
