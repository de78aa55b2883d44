/** From built-in code into the evaluation loop. Models `_PyEval_Vector` of Python/ceval.c. */
import * as L from '../memory/layout.ts';
import { recursionError } from '../objects/errors.ts';
import * as H from '../objects/header.ts';
import type { Runtime } from '../objects/runtime.ts';
import { evaluate } from './eval.ts';
import { frameForCall } from './evalcall.ts';

/** Calls a Python function with borrowed arguments. */
function callFunction(rt: Runtime, fn: number, args: number, nargs: number, kw: number): number {
  const m = rt.mem;
  const total = nargs + (kw === 0 ? 0 : m.ld(kw + H.OB_SIZE));
  const base = m.ld(L.STACK_TOP);
  if (base + 8 * total + 4096 > L.DATA_STACK_END) return recursionError(rt);
  for (let i = 0; i < total; i++) m.st(base + 8 * i, rt.incref(m.ld(args + 8 * i)));
  m.st(L.STACK_TOP, base + 8 * total);
  const frame = frameForCall(rt, rt.incref(fn), 0, base, nargs, kw);
  const result = frame === 0 ? 0 : evaluate(rt, frame, false);
  m.st(L.STACK_TOP, base);
  return result;
}

/** Runs a function without arguments whose names live in a dict (a class body, an input). Borrows both. */
export function runWithLocals(rt: Runtime, fn: number, locals: number): number {
  const frame = frameForCall(rt, rt.incref(fn), locals, 0, 0, 0);
  return frame === 0 ? 0 : evaluate(rt, frame, false);
}

export function installEvaluator(rt: Runtime): void {
  rt.callFunction = callFunction;
  rt.callClassBody = runWithLocals;
  rt.evaluateFrame = evaluate;
}
