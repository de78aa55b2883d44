/**
 * Comparing where the recursion limit is reached: what CPython has specialized by then is no call and still works
 * (Python/specialize.c `_Py_Specialize_CompareOp`): numbers and texts of one kind in front of a conditional jump.
 */
import * as L from '../memory/layout.ts';
import { compare, compareSlots, EQ, NE } from '../objects/abstract.ts';
import type { Runtime } from '../objects/runtime.ts';
import { op } from './opcode.ts';

/** `word`: an instruction with its argument. */
export function leadsToJump(word: number): boolean {
  switch (word & 255) {
    case op.POP_JUMP_FORWARD_IF_FALSE:
    case op.POP_JUMP_FORWARD_IF_TRUE:
    case op.POP_JUMP_BACKWARD_IF_FALSE:
    case op.POP_JUMP_BACKWARD_IF_TRUE:
      return true;
    default:
      return false;
  }
}

/** New reference, 0 with an exception; `next`: the instruction behind the comparison. */
export function compareInCode(rt: Runtime, a: number, b: number, operator: number, next: number): number {
  if (rt.mem.ld(L.RECURSION) >= rt.recursionLimit && leadsToJump(next)) {
    const type = rt.typeOf(a);
    const { float, str } = rt.types;
    const text = type === str && (operator === EQ || operator === NE);
    if (rt.typeOf(b) === type && (type === float || text)) return compareSlots(rt, a, b, operator);
  }
  return compare(rt, a, b, operator);
}
