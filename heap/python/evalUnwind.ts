/** Out of a frame: by return, or from a pending exception to its handler. Models `exception_unwind` of Python/ceval.c. */
import * as L from '../memory/layout.ts';
import { fetchError, normalizeError } from '../objects/errors.ts';
import { EXC_TRACEBACK } from '../objects/exception.ts';
import * as F from '../objects/frame.ts';
import { newInt } from '../objects/int.ts';
import type { Runtime } from '../objects/runtime.ts';

/** Ends the running frame: address of the one below. Models `_PyEvalFrameClearAndPop`, `clear_gen_frame`. */
export function leaveFrame(rt: Runtime, frame: number): number {
  const m = rt.mem;
  const previous = m.ld(frame + F.F_PREVIOUS);
  m.st(L.CURRENT_FRAME, previous);
  m.st(L.RECURSION, m.ld(L.RECURSION) - 1);
  if (F.ownerOf(rt, frame) === F.OWNED_BY_GENERATOR) {
    const generator = frame - F.GEN_FRAME;
    m.st(generator + F.GEN_STATE, F.CLEARED);
    m.st(L.EXC_INFO, m.ld(generator + F.GEN_EXC + 8));
    m.st(generator + F.GEN_EXC + 8, 0);
    m.st(frame + F.F_PREVIOUS, 0);
    rt.clearField(generator + F.GEN_EXC);
    F.clearFrame(rt, frame);
  } else {
    F.clearFrame(rt, frame);
    m.st(L.STACK_TOP, frame);
  }
  return previous;
}

/** Gives up what lies above `floor`. */
function dropTo(rt: Runtime, sp: number, floor: number): void {
  for (let top = sp - 8; top >= floor; top -= 8) rt.xdecref(rt.mem.ld(top));
}

/**
 * The frame that goes on, ready to run its handler, or 0 when the exception leaves the frame at which the evaluator was
 * entered. `sp` is the height of the operand stack, `instruction` the one that raised.
 */
export function unwind(rt: Runtime, running: number, sp: number, instruction: number): number {
  const m = rt.mem;
  let frame = running;
  let slots = frame + F.F_SLOTS;
  let top = sp;
  let at = instruction;
  m.st(frame + F.F_STACKTOP, (top - slots) >> 3);
  if (!rt.reraising) F.addTraceback(rt, frame);
  rt.reraising = false;
  for (;;) {
    const { code, locals } = F.codeOf(rt, m.ld(frame + F.F_CODE));
    for (const entry of code.exceptions) {
      if (at < entry.start || at >= entry.end) continue;
      const floor = slots + 8 * (locals + entry.depth);
      dropTo(rt, top, floor);
      top = floor;
      if (entry.lasti) {
        m.st(top, newInt(rt, at));
        top += 8;
      }
      const error = fetchError(rt);
      normalizeError(rt, error);
      const old = m.ld(error.value + EXC_TRACEBACK);
      m.st(error.value + EXC_TRACEBACK, error.traceback);
      rt.xdecref(old);
      rt.decref(error.type);
      m.st(top, error.value);
      m.st(frame + F.F_STACKTOP, (top + 8 - slots) >> 3);
      m.st(frame + F.F_LASTI, entry.target - 1);
      return frame;
    }
    dropTo(rt, top, slots + 8 * locals);
    m.st(frame + F.F_STACKTOP, locals);
    const wasEntry = m.ldb(frame + F.F_ENTRY) === 1;
    frame = leaveFrame(rt, frame);
    if (wasEntry) return 0;
    slots = frame + F.F_SLOTS;
    top = slots + 8 * m.ld(frame + F.F_STACKTOP);
    at = m.ld(frame + F.F_LASTI);
    F.addTraceback(rt, frame);
  }
}
