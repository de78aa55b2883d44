/** Operators on two operands. Models BINARY_OP of Python/ceval.c and its `BINARY_OP_INPLACE_ADD_UNICODE`. */
import * as A from '../objects/abstract.ts';
import { CODE_WARM, F_CODE, F_SLOTS } from '../objects/frame.ts';
import * as H from '../objects/header.ts';
import type { Runtime } from '../objects/runtime.ts';
import { appendInPlace, STR_INTERNED, textOf } from '../objects/str.ts';
import { op } from './opcode.ts';

const OPERATORS: readonly A.Operator[] = [
  'add',
  'and',
  'floorDivide',
  'lshift',
  'matmul',
  'multiply',
  'remainder',
  'or',
  'power',
  'rshift',
  'subtract',
  'trueDivide',
  'xor',
];
/** From here on the argument means the augmented assignment. */
const INPLACE = 13;
/** Calls and backward jumps after which CPython specialises a code object. */
export const WARM = 8;

/** New reference or 0; borrows the operands. */
export function binaryOperation(rt: Runtime, left: number, right: number, arg: number): number {
  if (arg >= INPLACE) return A.inplace(rt, left, right, OPERATORS[arg - INPLACE] ?? 'add');
  return A.binary(rt, left, right, OPERATORS[arg] ?? 'add');
}

/**
 * `local += text` grows the string in place: specialised code, only the stack and the local variable hold it, and the
 * next instruction stores into that variable.
 */
export function joinsInPlace(
  rt: Runtime,
  frame: number,
  next: number,
  left: number,
  right: number,
  arg: number,
): boolean {
  if ((arg !== 0 && arg !== INPLACE) || (next & 255) !== op.STORE_FAST) return false;
  const m = rt.mem;
  const type = m.ld(left + H.OB_TYPE);
  if (type !== rt.types.str || m.ld(right + H.OB_TYPE) !== type) return false;
  if (m.ld(left) !== 2 || m.ld(left + STR_INTERNED) !== 0) return false;
  if (m.ld(frame + F_SLOTS + 8 * (next >> 8)) !== left) return false;
  return m.ld(m.ld(frame + F_CODE) + CODE_WARM) >= WARM;
}

/** Does it, for the local variable at `field`; takes both operands over. */
export function joinInPlace(rt: Runtime, field: number, left: number, right: number): void {
  const m = rt.mem;
  rt.decref(left);
  m.st(field, appendInPlace(rt, m.ld(field), textOf(rt, right)));
  rt.decref(right);
}
