/**
 * The shape of an instruction that the evaluation loop does not do itself: it is given the frame, the address above the
 * top of the operand stack and its argument, and answers with the new top, or with the complement of it (`~sp`) when an
 * exception is set. Models one `TARGET` of Python/ceval.c.
 */
import { codeOf, F_CODE } from '../objects/frame.ts';
import type { Runtime } from '../objects/runtime.ts';

export type Instruction = (rt: Runtime, frame: number, sp: number, arg: number) => number;

/** By opcode. */
export type Instructions = Readonly<Record<number, Instruction>>;

/** Name number `index` of the code that the frame runs, borrowed. */
export function nameAt(rt: Runtime, frame: number, index: number): number {
  return codeOf(rt, rt.mem.ld(frame + F_CODE)).names[index] ?? 0;
}

/** Pushes a new reference; 0 = an exception is set. */
export function pushed(rt: Runtime, sp: number, value: number): number {
  if (value === 0) return ~sp;
  rt.mem.st(sp, value);
  return sp + 8;
}
