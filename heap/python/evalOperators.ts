/** Operators on one operand, deleting items and attributes. Models the cases of Python/ceval.c of the same names. */
import * as A from '../objects/abstract.ts';
import { setAttr } from '../objects/attributes.ts';
import { formatError } from '../objects/errors.ts';
import { newInt } from '../objects/int.ts';
import type { TypeRecord } from '../objects/record.ts';
import type { Runtime } from '../objects/runtime.ts';
import { type Instruction, type Instructions, nameAt, pushed } from './instruction.ts';
import { op } from './opcode.ts';

function unary(slotName: 'positive' | 'negative' | 'invert', symbol: string): Instruction {
  return (rt: Runtime, _frame, sp) => {
    const value = rt.mem.ld(sp - 8);
    const slot: TypeRecord['positive'] = rt.recordOf(value)[slotName];
    let result = 0;
    if (slot !== null) result = slot(rt, value);
    else {
      const format = `bad operand type for unary ${symbol}: '%.200s'`;
      formatError(rt, 'TypeError', format, rt.tpName(rt.typeOf(value)));
    }
    rt.decref(value);
    return pushed(rt, sp - 8, result);
  };
}

export const operatorInstructions: Instructions = {
  [op.UNARY_POSITIVE]: unary('positive', '+'),
  [op.UNARY_NEGATIVE]: unary('negative', '-'),
  [op.UNARY_INVERT]: unary('invert', '~'),
  [op.DELETE_SUBSCR]: (rt, _frame, sp) => {
    const m = rt.mem;
    const key = m.ld(sp - 8);
    const container = m.ld(sp - 16);
    const status = A.setItem(rt, container, key, 0);
    rt.decref(container);
    rt.decref(key);
    return status < 0 ? ~(sp - 16) : sp - 16;
  },
  [op.DELETE_ATTR]: (rt, frame, sp, arg) => {
    const owner = rt.mem.ld(sp - 8);
    const status = setAttr(rt, owner, nameAt(rt, frame, arg), 0);
    rt.decref(owner);
    return status < 0 ? ~(sp - 8) : sp - 8;
  },
  [op.GET_LEN]: (rt, _frame, sp) => {
    const n = A.lengthOf(rt, rt.mem.ld(sp - 8));
    return n < 0 ? ~sp : pushed(rt, sp, newInt(rt, n));
  },
};
