/** The instructions that the evaluation loop hands over, by opcode. */
import { buildInstructions } from './evalBuild.ts';
import { cellInstructions } from './evalCells.ts';
import { functionInstructions } from './evalFunctions.ts';
import { nameInstructions } from './evalNames.ts';
import { operatorInstructions } from './evalOperators.ts';
import { raiseInstructions } from './evalRaise.ts';
import { unpackInstructions } from './evalUnpack.ts';
import type { Instruction } from './instruction.ts';

const families = [
  nameInstructions,
  cellInstructions,
  operatorInstructions,
  buildInstructions,
  unpackInstructions,
  functionInstructions,
  raiseInstructions,
];

export const INSTRUCTIONS: readonly (Instruction | undefined)[] = Array.from({ length: 256 }, (_, opcode) =>
  families.map((family) => family[opcode]).find((instruction) => instruction !== undefined),
);
