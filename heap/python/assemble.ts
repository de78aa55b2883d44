/**
 * From blocks to a code object: optimise, number the slots of the frame, find the depth of the stack, lay out the
 * instructions and the exception table.
 *
 * Models Python/compile.c `assemble`, `insert_prefix_instructions`, `fix_cell_offsets`, `stackdepth`,
 * `label_exception_targets`, `normalize_jumps`, `assemble_exception_table`, `compute_localsplus_info`.
 */
import type { CodeObject, ExceptionEntry, LocalsPlus } from '../objects/code.ts';
import {
  CELL_KIND,
  CO_GENERATOR,
  CO_NESTED,
  CO_NEWLOCALS,
  CO_OPTIMIZED,
  CO_VARARGS,
  CO_VARKEYWORDS,
  FREE_KIND,
  LOCAL_KIND,
} from '../objects/code.ts';
import type { Unit } from './compileUnit.ts';
import { NONE } from './constants.ts';
import type { BasicBlock, Instruction } from './flow.ts';
import { isBlockPush, isJump, stackEffect, virtual } from './flow.ts';
import { op } from './opcode.ts';
import {
  chain,
  cleanBlock,
  duplicateExits,
  extendBlock,
  guaranteeLines,
  normalizeBlock,
  optimizeGraph,
  propagateLines,
  trimConstants,
} from './optimizeFlow.ts';

export function assemble(unit: Unit, filename: string, addNone: boolean): CodeObject {
  if (!unit.current.hasReturn) {
    unit.unplace();
    if (addNone) unit.loadConst(NONE);
    unit.add(op.RETURN_VALUE);
  }
  const entry = unit.entry;
  const graph = { entry, all: [...unit.blocks].reverse() };
  graph.all.forEach(normalizeBlock);
  graph.all.forEach(extendBlock);
  const flags = codeFlags(unit);
  const fixed = cellOffsets(unit);
  insertPrefix(unit, flags, fixed);
  const dropped = fixCells(unit, fixed);
  const consts = [...unit.consts];
  optimizeGraph(graph, consts, unit.cache);
  duplicateExits(graph);
  trimConstants(entry, consts);
  propagateLines(entry);
  guaranteeLines(entry, unit.firstLine);
  const stacksize = stackDepth(entry, unit.symbols.generator);
  labelHandlers(entry);
  for (const block of chain(entry)) {
    for (const instruction of block.code)
      if (isBlockPush(instruction.opcode) || instruction.opcode === virtual.POP_BLOCK) {
        instruction.opcode = op.NOP;
        instruction.target = null;
      }
    // A handler that is no longer pushed is still a jump target of the table: its block stays.
    cleanBlock(block);
  }
  const count = layOut(entry);
  return {
    name: unit.name,
    qualname: unit.qualname,
    filename,
    flags,
    argcount: unit.argcount + unit.posonlyargcount,
    posonlyargcount: unit.posonlyargcount,
    kwonlyargcount: unit.kwonlyargcount,
    stacksize,
    firstlineno: unit.firstLine,
    consts,
    names: [...unit.names.keys()],
    localsplus: localsPlus(unit, dropped),
    nlocals: unit.varnames.size,
    ncells: unit.cellvars.size,
    nfrees: unit.freevars.size,
    ...emit(entry, count),
    exceptions: exceptionTable(entry),
  };
}

function codeFlags(unit: Unit): number {
  const symbols = unit.symbols;
  if (symbols.type !== 'function') return 0;
  let flags = CO_NEWLOCALS | CO_OPTIMIZED;
  if (symbols.nested) flags |= CO_NESTED;
  if (symbols.generator) flags |= CO_GENERATOR;
  if (symbols.varargs) flags |= CO_VARARGS;
  if (symbols.varkeywords) flags |= CO_VARKEYWORDS;
  return flags;
}

/** Slot of each cell and free variable, counted from the cells; a captured parameter keeps the parameter's slot. */
function cellOffsets(unit: Unit): number[] {
  const nlocals = unit.varnames.size;
  const fixed = Array.from({ length: unit.cellvars.size + unit.freevars.size }, (_, i) => nlocals + i);
  for (const [name, index] of unit.cellvars) {
    const local = unit.varnames.get(name);
    if (local !== undefined) fixed[index] = local;
  }
  return fixed;
}

function synthetic(opcode: number, arg: number, line: number): Instruction {
  return { opcode, arg, target: null, line, endLine: line, column: -1, endColumn: -1, handler: null };
}

function insertPrefix(unit: Unit, flags: number, fixed: readonly number[]): void {
  const prefix: Instruction[] = [];
  if (unit.freevars.size > 0) prefix.push(synthetic(op.COPY_FREE_VARS, unit.freevars.size, -1));
  const cells = Array.from({ length: unit.cellvars.size }, (_, i) => i);
  cells.sort((a, b) => (fixed[a] ?? 0) - (fixed[b] ?? 0));
  for (const cell of cells) prefix.push(synthetic(op.MAKE_CELL, cell, -1));
  if ((flags & CO_GENERATOR) !== 0) {
    prefix.push(synthetic(op.RETURN_GENERATOR, 0, unit.firstLine));
    prefix.push(synthetic(op.POP_TOP, 0, -1));
  }
  unit.entry.code.unshift(...prefix);
}

function fixCells(unit: Unit, fixed: number[]): number {
  const nlocals = unit.varnames.size;
  let dropped = 0;
  fixed.forEach((slot, i) => {
    if (slot === i + nlocals) fixed[i] = slot - dropped;
    else dropped++;
  });
  for (const block of chain(unit.entry)) {
    for (const instruction of block.code) {
      switch (instruction.opcode) {
        case op.MAKE_CELL:
        case op.LOAD_CLOSURE:
        case op.LOAD_DEREF:
        case op.STORE_DEREF:
        case op.DELETE_DEREF:
        case op.LOAD_CLASSDEREF:
          instruction.arg = fixed[instruction.arg] ?? 0;
      }
    }
  }
  return dropped;
}

function localsPlus(unit: Unit, dropped: number): LocalsPlus[] {
  const slots: LocalsPlus[] = [];
  for (const name of unit.varnames.keys())
    slots.push({ name, kind: LOCAL_KIND | (unit.cellvars.has(name) ? CELL_KIND : 0) });
  for (const name of unit.cellvars.keys())
    if (!unit.varnames.has(name)) slots.push({ name, kind: CELL_KIND });
  for (const name of unit.freevars.keys()) slots.push({ name, kind: FREE_KIND });
  if (slots.length !== unit.varnames.size + unit.cellvars.size + unit.freevars.size - dropped)
    throw new Error(`slots of ${unit.qualname} do not add up`);
  return slots;
}

function stackDepth(entry: BasicBlock, generator: boolean): number {
  for (const block of chain(entry)) block.startDepth = -1;
  let highest = 0;
  const todo: BasicBlock[] = [];
  const push = (block: BasicBlock, depth: number): void => {
    if (block.startDepth >= depth) return;
    block.startDepth = depth;
    todo.push(block);
  };
  push(entry, generator ? 1 : 0);
  for (let block = todo.pop(); block !== undefined; block = todo.pop()) {
    let depth = block.startDepth;
    let next = block.next;
    for (const { opcode, arg, target } of block.code) {
      const after = depth + stackEffect(opcode, arg, false);
      highest = Math.max(highest, after);
      if (target !== null && (isJump(opcode) || isBlockPush(opcode))) {
        const there = depth + stackEffect(opcode, arg, true);
        highest = Math.max(highest, there);
        push(target, there);
      }
      depth = after;
      if (
        opcode === virtual.JUMP ||
        opcode === virtual.JUMP_NO_INTERRUPT ||
        opcode === op.RETURN_VALUE ||
        opcode === op.RAISE_VARARGS ||
        opcode === op.RERAISE
      ) {
        next = null;
        break;
      }
    }
    if (next !== null) push(next, depth);
  }
  return highest;
}

/** Gives every instruction the handler that is active where it stands. */
function labelHandlers(entry: BasicBlock): void {
  for (const block of chain(entry)) block.visited = false;
  const todo: BasicBlock[] = [entry];
  entry.visited = true;
  entry.handlers = [];
  const visit = (block: BasicBlock, handlers: readonly BasicBlock[]): void => {
    if (block.visited) return;
    block.visited = true;
    block.handlers = [...handlers];
    todo.push(block);
  };
  for (let block = todo.pop(); block !== undefined; block = todo.pop()) {
    const handlers = block.handlers ?? [];
    block.handlers = null;
    for (const instruction of block.code) {
      const { opcode, target } = instruction;
      if (isBlockPush(opcode) && target !== null) {
        visit(target, handlers);
        if (opcode !== virtual.SETUP_FINALLY) target.preserveLasti = true;
        handlers.push(target);
      } else if (opcode === virtual.POP_BLOCK) handlers.pop();
      else {
        instruction.handler = handlers[handlers.length - 1] ?? null;
        if (isJump(opcode) && target !== null) visit(target, handlers);
      }
    }
    if (!block.noFallthrough && block.next !== null) visit(block.next, handlers);
  }
}

/** Chooses the direction of each jump, numbers the blocks; returns the number of instructions. */
function layOut(entry: BasicBlock): number {
  let offset = 0;
  for (const block of chain(entry)) {
    block.visited = false;
    block.offset = offset;
    offset += block.code.length;
  }
  for (const block of chain(entry)) {
    block.visited = true;
    for (const instruction of block.code) {
      const target = instruction.target;
      if (target === null || !isJump(instruction.opcode)) continue;
      instruction.opcode = directed(instruction.opcode, !target.visited);
      instruction.arg = target.offset;
    }
  }
  return offset;
}

function directed(opcode: number, forward: boolean): number {
  switch (opcode) {
    case virtual.JUMP:
      return forward ? op.JUMP_FORWARD : op.JUMP_BACKWARD;
    case virtual.JUMP_NO_INTERRUPT:
      return forward ? op.JUMP_FORWARD : op.JUMP_BACKWARD_NO_INTERRUPT;
    case virtual.POP_JUMP_IF_FALSE:
      return forward ? op.POP_JUMP_FORWARD_IF_FALSE : op.POP_JUMP_BACKWARD_IF_FALSE;
    case virtual.POP_JUMP_IF_TRUE:
      return forward ? op.POP_JUMP_FORWARD_IF_TRUE : op.POP_JUMP_BACKWARD_IF_TRUE;
    case virtual.POP_JUMP_IF_NONE:
      return forward ? op.POP_JUMP_FORWARD_IF_NONE : op.POP_JUMP_BACKWARD_IF_NONE;
    case virtual.POP_JUMP_IF_NOT_NONE:
      return forward ? op.POP_JUMP_FORWARD_IF_NOT_NONE : op.POP_JUMP_BACKWARD_IF_NOT_NONE;
    default:
      return opcode;
  }
}

function emit(entry: BasicBlock, count: number): { code: Int32Array; positions: Int32Array } {
  const code = new Int32Array(count * 2);
  const positions = new Int32Array(count * 4).fill(-1);
  let i = 0;
  for (const block of chain(entry)) {
    for (const { opcode, arg, line, endLine, column, endColumn } of block.code) {
      code[i * 2] = opcode;
      code[i * 2 + 1] = arg;
      if (line >= 0) {
        positions[i * 4] = line;
        // Without columns CPython's table holds one line only (write_location_info_entry).
        const bare = (column < 0 || endColumn < 0) && (endLine === line || endLine < 0);
        positions[i * 4 + 1] = bare ? line : endLine;
        if (!bare) {
          positions[i * 4 + 2] = column;
          positions[i * 4 + 3] = endColumn;
        }
      }
      i++;
    }
  }
  return { code, positions };
}

function exceptionTable(entry: BasicBlock): ExceptionEntry[] {
  const table: ExceptionEntry[] = [];
  let handler: BasicBlock | null = null;
  let start = 0;
  let offset = 0;
  const close = (): void => {
    if (handler === null) return;
    const depth = handler.startDepth - (handler.preserveLasti ? 2 : 1);
    table.push({ start, end: offset, target: handler.offset, depth, lasti: handler.preserveLasti });
  };
  for (const block of chain(entry)) {
    for (const instruction of block.code) {
      if (instruction.handler !== handler) {
        close();
        start = offset;
        handler = instruction.handler;
      }
      offset++;
    }
  }
  close();
  return table;
}
