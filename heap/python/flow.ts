/**
 * Instructions and basic blocks while a code object is being made, with the instructions that exist only there.
 *
 * Models `struct instr` and `basicblock` of Python/compile.c and `stack_effect`.
 */
import { op } from './opcode.ts';

/** Instructions that the assembler replaces: jumps without a direction, and the marks of protected ranges. */
export const virtual = {
  SETUP_FINALLY: 256,
  SETUP_CLEANUP: 257,
  SETUP_WITH: 258,
  POP_BLOCK: 259,
  JUMP: 260,
  JUMP_NO_INTERRUPT: 261,
  POP_JUMP_IF_FALSE: 262,
  POP_JUMP_IF_TRUE: 263,
  POP_JUMP_IF_NONE: 264,
  POP_JUMP_IF_NOT_NONE: 265,
} as const;

export type Instruction = {
  opcode: number;
  arg: number;
  target: BasicBlock | null;
  /** Line -1: none. */
  line: number;
  endLine: number;
  column: number;
  endColumn: number;
  /** Handler that is active here; filled in by the assembler. */
  handler: BasicBlock | null;
};

export type BasicBlock = {
  code: Instruction[];
  next: BasicBlock | null;
  /** Ends in a return or raise. */
  exits: boolean;
  /** Control does not run into `next`. */
  noFallthrough: boolean;
  hasReturn: boolean;
  predecessors: number;
  startDepth: number;
  visited: boolean;
  preserveLasti: boolean;
  handlers: BasicBlock[] | null;
  offset: number;
};

export function makeBasicBlock(): BasicBlock {
  return {
    code: [],
    next: null,
    exits: false,
    noFallthrough: false,
    hasReturn: false,
    predecessors: 0,
    startDepth: -1,
    visited: false,
    preserveLasti: false,
    handlers: null,
    offset: 0,
  };
}

export function isBlockPush(opcode: number): boolean {
  return opcode >= virtual.SETUP_FINALLY && opcode <= virtual.SETUP_WITH;
}

export function isJump(opcode: number): boolean {
  return (
    opcode >= virtual.JUMP ||
    opcode === op.FOR_ITER ||
    opcode === op.SEND ||
    opcode === op.JUMP_IF_FALSE_OR_POP ||
    opcode === op.JUMP_IF_TRUE_OR_POP
  );
}

export function lastOf(block: BasicBlock): Instruction | undefined {
  return block.code[block.code.length - 1];
}

export function copyPlace(from: Instruction, to: Instruction): void {
  to.line = from.line;
  to.endLine = from.endLine;
  to.column = from.column;
  to.endColumn = from.endColumn;
}

const bits = (arg: number, mask: number): number => {
  let count = 0;
  for (let rest = arg & mask; rest !== 0; rest &= rest - 1) count++;
  return count;
};

/** Change of the stack's height by an instruction, when it does not jump or when it does. */
export function stackEffect(opcode: number, arg: number, jump: boolean): number {
  switch (opcode) {
    case op.POP_TOP:
    case op.SET_ADD:
    case op.LIST_APPEND:
    case op.BINARY_SUBSCR:
    case op.PRINT_EXPR:
    case op.RETURN_VALUE:
    case op.IMPORT_STAR:
    case op.POP_EXCEPT:
    case op.STORE_NAME:
    case op.DELETE_ATTR:
    case op.STORE_GLOBAL:
    case op.COMPARE_OP:
    case op.IS_OP:
    case op.CONTAINS_OP:
    case op.IMPORT_NAME:
    case virtual.POP_JUMP_IF_FALSE:
    case virtual.POP_JUMP_IF_TRUE:
    case virtual.POP_JUMP_IF_NONE:
    case virtual.POP_JUMP_IF_NOT_NONE:
    case op.RERAISE:
    case op.STORE_FAST:
    case op.CALL:
    case op.STORE_DEREF:
    case op.LIST_EXTEND:
    case op.SET_UPDATE:
    case op.DICT_MERGE:
    case op.DICT_UPDATE:
    case op.BINARY_OP:
      return -1;
    case op.MAP_ADD:
    case op.DELETE_SUBSCR:
    case op.STORE_ATTR:
      return -2;
    case op.STORE_SUBSCR:
      return -3;
    case op.LOAD_BUILD_CLASS:
    case op.LOAD_CONST:
    case op.LOAD_NAME:
    case op.IMPORT_FROM:
    case op.PUSH_EXC_INFO:
    case op.WITH_EXCEPT_START:
    case op.LOAD_FAST:
    case op.LOAD_CLOSURE:
    case op.LOAD_DEREF:
    case op.LOAD_CLASSDEREF:
    case op.BEFORE_WITH:
    case op.LOAD_METHOD:
    case op.LOAD_ASSERTION_ERROR:
    case op.COPY:
    case op.PUSH_NULL:
      return 1;
    case op.LOAD_GLOBAL:
      return (arg & 1) + 1;
    case op.UNPACK_SEQUENCE:
      return arg - 1;
    case op.UNPACK_EX:
      return (arg & 0xff) + (arg >> 8);
    case op.FOR_ITER:
      return jump ? -1 : 1;
    case op.SEND:
      return jump ? -1 : 0;
    case op.JUMP_IF_TRUE_OR_POP:
    case op.JUMP_IF_FALSE_OR_POP:
      return jump ? 0 : -1;
    case virtual.SETUP_FINALLY:
    case virtual.SETUP_WITH:
      return jump ? 1 : 0;
    case virtual.SETUP_CLEANUP:
      return jump ? 2 : 0;
    case op.BUILD_TUPLE:
    case op.BUILD_LIST:
    case op.BUILD_SET:
    case op.BUILD_STRING:
      return 1 - arg;
    case op.BUILD_MAP:
      return 1 - 2 * arg;
    case op.BUILD_CONST_KEY_MAP:
    case op.RAISE_VARARGS:
    case op.PRECALL:
      return -arg;
    case op.CALL_FUNCTION_EX:
      return -2 - (arg & 1);
    case op.MAKE_FUNCTION:
      return -bits(arg, 15);
    case op.BUILD_SLICE:
      return arg === 3 ? -2 : -1;
    case op.FORMAT_VALUE:
      return (arg & 4) !== 0 ? -1 : 0;
    default:
      return 0;
  }
}
