/**
 * The peephole and flow graph optimisations that decide which instructions remain.
 *
 * Models Python/compile.c: `optimize_cfg`, `optimize_basic_block`, `swaptimize`, `apply_static_swaps`,
 * `jump_thread`, `fold_tuple_on_constants`, `clean_basic_block`, `extend_block`, `normalize_basic_block`,
 * `duplicate_exits_without_lineno`, `propagate_line_numbers`, `guarantee_lineno_for_exits`, `trim_unused_consts`.
 */
import type { Constant } from '../objects/code.ts';
import type { ConstantCache } from './constants.ts';
import type { BasicBlock, Instruction } from './flow.ts';
import { copyPlace, isBlockPush, isJump, lastOf, makeBasicBlock, virtual } from './flow.ts';
import { isTrue } from './foldOperators.ts';
import { op } from './opcode.ts';

/** Blocks up to this length are copied to where they are jumped to. */
const MAX_COPY_SIZE = 4;

/** A graph: the blocks in the order of control, and `all` in the reverse order of their making. */
export type Graph = { readonly entry: BasicBlock; readonly all: BasicBlock[] };

export function* chain(entry: BasicBlock): Generator<BasicBlock> {
  for (let block: BasicBlock | null = entry; block !== null; block = block.next) yield block;
}

export function normalizeBlock(block: BasicBlock): void {
  for (const instruction of block.code) {
    const opcode = instruction.opcode;
    if (opcode === op.RETURN_VALUE || opcode === op.RAISE_VARARGS || opcode === op.RERAISE) {
      block.exits = true;
      block.noFallthrough = true;
    } else if (isJump(opcode) && opcode !== op.SEND) {
      if (opcode === virtual.JUMP || opcode === virtual.JUMP_NO_INTERRUPT) block.noFallthrough = true;
      skipEmpty(instruction);
    }
  }
}

function skipEmpty(instruction: Instruction): void {
  while (
    instruction.target !== null &&
    instruction.target.code.length === 0 &&
    instruction.target.next !== null
  )
    instruction.target = instruction.target.next;
}

/** A block that ends in a jump to a short exit without line numbers takes the exit in. */
export function extendBlock(block: BasicBlock): void {
  const last = lastOf(block);
  if (last === undefined || last.opcode !== virtual.JUMP || last.target === null) return;
  const exit = last.target;
  if (!exit.exits || exit.code.length > MAX_COPY_SIZE) return;
  if (exit.code.some((instruction) => instruction.line > 0)) return;
  last.opcode = op.NOP;
  for (const instruction of exit.code) block.code.push({ ...instruction });
  block.exits = true;
}

export function optimizeGraph(graph: Graph, consts: Constant[], cache: ConstantCache): void {
  for (const block of chain(graph.entry)) {
    optimizeBlock(block, consts, cache);
    cleanBlock(block);
  }
  for (const block of graph.all) extendBlock(block);
  markReachable(graph.entry);
  for (const block of chain(graph.entry)) {
    if (block.predecessors === 0) {
      block.code = [];
      block.noFallthrough = false;
    }
  }
  eliminateEmpty(graph.entry);
  for (const block of chain(graph.entry)) cleanBlock(block);
  let maybeEmpty = false;
  for (const block of chain(graph.entry)) {
    const last = lastOf(block);
    if (last === undefined || (last.opcode !== virtual.JUMP && last.opcode !== virtual.JUMP_NO_INTERRUPT))
      continue;
    if (last.target === block.next) {
      block.noFallthrough = false;
      last.opcode = op.NOP;
      maybeEmpty = true;
    }
  }
  if (maybeEmpty) eliminateEmpty(graph.entry);
}

function markReachable(entry: BasicBlock): void {
  const stack = [entry];
  entry.predecessors = 1;
  const reach = (block: BasicBlock): void => {
    if (block.predecessors === 0) stack.push(block);
    block.predecessors++;
  };
  for (let block = stack.pop(); block !== undefined; block = stack.pop()) {
    if (block.next !== null && !block.noFallthrough) reach(block.next);
    for (const instruction of block.code)
      if (instruction.target !== null && (isJump(instruction.opcode) || isBlockPush(instruction.opcode)))
        reach(instruction.target);
  }
}

function eliminateEmpty(entry: BasicBlock): void {
  for (const block of chain(entry)) {
    let next = block.next;
    if (next === null) continue;
    while (next.code.length === 0 && next.next !== null) next = next.next;
    block.next = next;
  }
  for (const block of chain(entry)) {
    const last = lastOf(block);
    if (last !== undefined && isJump(last.opcode)) skipEmpty(last);
  }
}

/** Removes instructions that do nothing, unless a line would be left without any. */
export function cleanBlock(block: BasicBlock): void {
  const kept: Instruction[] = [];
  let previousLine = -1;
  block.code.forEach((instruction, index) => {
    const line = instruction.line;
    if (instruction.opcode === op.NOP && removable(block, instruction, index, previousLine)) return;
    kept.push(instruction);
    previousLine = line;
  });
  if (kept.length !== block.code.length) block.code = kept;
}

function removable(block: BasicBlock, nop: Instruction, index: number, previousLine: number): boolean {
  if (nop.line < 0 || previousLine === nop.line) return true;
  const following = block.code[index + 1];
  if (following !== undefined) {
    if (following.line === nop.line) return true;
    if (following.line < 0) {
      copyPlace(nop, following);
      return true;
    }
    return false;
  }
  let next = block.next;
  while (next !== null && next.code.length === 0) next = next.next;
  return next !== null && next.code[0]?.line === nop.line;
}

function optimizeBlock(block: BasicBlock, consts: Constant[], cache: ConstantCache): void {
  const code = block.code;
  for (let i = 0; i < code.length; i++) {
    const instruction = code[i];
    if (instruction === undefined) continue;
    const next = code[i + 1];
    let target: Instruction | undefined;
    if (isJump(instruction.opcode) || isBlockPush(instruction.opcode)) {
      skipEmpty(instruction);
      target = instruction.target?.code[0];
    }
    switch (instruction.opcode) {
      case op.LOAD_CONST:
        if (next !== undefined) constantCondition(block, instruction, next, code[i + 2], consts);
        break;
      case op.BUILD_TUPLE: {
        const count = instruction.arg;
        if (next?.opcode === op.UNPACK_SEQUENCE && next.arg === count && count >= 1 && count <= 3) {
          instruction.opcode = op.NOP;
          next.opcode = count === 1 ? op.NOP : op.SWAP;
        } else if (i >= count) foldTuple(code, i, count, consts, cache);
        break;
      }
      case op.JUMP_IF_FALSE_OR_POP:
      case op.JUMP_IF_TRUE_OR_POP:
        if (threadOrPop(instruction, target)) i--;
        break;
      case virtual.POP_JUMP_IF_FALSE:
      case virtual.POP_JUMP_IF_TRUE:
      case virtual.POP_JUMP_IF_NONE:
      case virtual.POP_JUMP_IF_NOT_NONE:
      case virtual.JUMP:
        if (target?.opcode === virtual.JUMP && threadJump(instruction, target, instruction.opcode)) i--;
        break;
      case op.SWAP:
        if (instruction.arg === 1) instruction.opcode = op.NOP;
        else {
          i = swaptimize(code, i);
          applyStaticSwaps(code, i);
        }
        break;
      case op.PUSH_NULL:
        if (next?.opcode === op.LOAD_GLOBAL) {
          instruction.opcode = op.NOP;
          instruction.arg = 0;
          next.arg |= 1;
        }
        break;
    }
  }
}

function constantCondition(
  block: BasicBlock,
  load: Instruction,
  next: Instruction,
  afterNext: Instruction | undefined,
  consts: readonly Constant[],
): void {
  const constant = consts[load.arg];
  if (constant === undefined) return;
  switch (next.opcode) {
    case virtual.POP_JUMP_IF_FALSE:
    case virtual.POP_JUMP_IF_TRUE:
      load.opcode = op.NOP;
      if (isTrue(constant) === (next.opcode === virtual.POP_JUMP_IF_TRUE)) {
        next.opcode = virtual.JUMP;
        block.noFallthrough = true;
      } else next.opcode = op.NOP;
      return;
    case op.JUMP_IF_FALSE_OR_POP:
    case op.JUMP_IF_TRUE_OR_POP:
      if (isTrue(constant) === (next.opcode === op.JUMP_IF_TRUE_OR_POP)) {
        next.opcode = virtual.JUMP;
        block.noFallthrough = true;
      } else {
        load.opcode = op.NOP;
        next.opcode = op.NOP;
      }
      return;
    case op.IS_OP: {
      const onFalse = afterNext?.opcode === virtual.POP_JUMP_IF_FALSE;
      if (constant.kind !== 'none' || afterNext === undefined) return;
      if (!onFalse && afterNext.opcode !== virtual.POP_JUMP_IF_TRUE) return;
      load.opcode = op.NOP;
      next.opcode = op.NOP;
      afterNext.opcode =
        (next.arg ^ Number(onFalse)) !== 0 ? virtual.POP_JUMP_IF_NOT_NONE : virtual.POP_JUMP_IF_NONE;
      return;
    }
  }
}

function foldTuple(
  code: readonly Instruction[],
  at: number,
  count: number,
  consts: Constant[],
  cache: ConstantCache,
): void {
  const loads = code.slice(at - count, at);
  const items: Constant[] = [];
  for (const load of loads) {
    const item = load.opcode === op.LOAD_CONST ? consts[load.arg] : undefined;
    if (item === undefined) return;
    items.push(item);
  }
  const tuple = cache.mergeOne({ kind: 'tuple', items });
  let index = consts.indexOf(tuple);
  if (index < 0) {
    index = consts.length;
    consts.push(tuple);
  }
  for (const load of loads) load.opcode = op.NOP;
  const build = code[at];
  if (build === undefined) return;
  build.opcode = op.LOAD_CONST;
  build.arg = index;
}

/** A jump to a jump goes to where the second one goes, if both are on one line. */
function threadJump(instruction: Instruction, target: Instruction, opcode: number): boolean {
  if (instruction.line !== target.line || instruction.target === target.target) return false;
  instruction.target = target.target;
  instruction.opcode = opcode;
  return true;
}

function threadOrPop(instruction: Instruction, target: Instruction | undefined): boolean {
  if (target === undefined) return false;
  const onFalse = instruction.opcode === op.JUMP_IF_FALSE_OR_POP;
  const popSame = onFalse ? virtual.POP_JUMP_IF_FALSE : virtual.POP_JUMP_IF_TRUE;
  const popOther = onFalse ? virtual.POP_JUMP_IF_TRUE : virtual.POP_JUMP_IF_FALSE;
  const orPopOther = onFalse ? op.JUMP_IF_TRUE_OR_POP : op.JUMP_IF_FALSE_OR_POP;
  if (target.opcode === popSame) return threadJump(instruction, target, popSame);
  if (target.opcode === virtual.JUMP || target.opcode === instruction.opcode)
    return threadJump(instruction, target, instruction.opcode);
  if ((target.opcode === popOther || target.opcode === orPopOther) && instruction.line === target.line) {
    instruction.opcode = popSame;
    instruction.target = instruction.target?.next ?? null;
    return true;
  }
  return false;
}

/** Replaces a run of SWAPs by the shortest one; returns the index of its last instruction. */
function swaptimize(code: readonly Instruction[], at: number): number {
  let depth = 0;
  let swaps = 0;
  let length = 0;
  for (let i = at; i < code.length; i++) {
    const instruction = code[i];
    if (instruction?.opcode === op.SWAP) {
      depth = Math.max(depth, instruction.arg);
      swaps++;
    } else if (instruction?.opcode !== op.NOP) break;
    length++;
  }
  if (swaps < 2) return at;
  const stack = Array.from({ length: depth }, (_, i) => i);
  const swap = (i: number): void => {
    const top = stack[0] ?? 0;
    stack[0] = stack[i] ?? 0;
    stack[i] = top;
  };
  for (let i = at; i < at + length; i++) {
    const instruction = code[i];
    if (instruction?.opcode === op.SWAP) swap(instruction.arg - 1);
  }
  const done = -1;
  let current = at + length - 1;
  for (let i = 0; i < depth; i++) {
    if (stack[i] === done || stack[i] === i) continue;
    let j = i;
    for (;;) {
      if (j !== 0) {
        const instruction = code[current--];
        if (instruction !== undefined) {
          instruction.opcode = op.SWAP;
          instruction.arg = j + 1;
        }
      }
      const following = stack[j] ?? done;
      if (following === done) break;
      stack[j] = done;
      j = following;
    }
  }
  for (; current >= at; current--) {
    const instruction = code[current];
    if (instruction !== undefined) instruction.opcode = op.NOP;
  }
  return at + length - 1;
}

function isSwappable(opcode: number): boolean {
  return opcode === op.STORE_FAST || opcode === op.POP_TOP;
}

function nextSwappable(code: readonly Instruction[], from: number, line: number): number {
  for (let i = from + 1; i < code.length; i++) {
    const instruction = code[i];
    if (instruction === undefined || (line >= 0 && instruction.line !== line)) return -1;
    if (instruction.opcode === op.NOP) continue;
    return isSwappable(instruction.opcode) ? i : -1;
  }
  return -1;
}

function storesTo(instruction: Instruction | undefined): number {
  return instruction?.opcode === op.STORE_FAST ? instruction.arg : -1;
}

/** Exchanges the two stores behind a SWAP instead of the two values. */
function applyStaticSwaps(code: Instruction[], from: number): void {
  for (let i = from; i >= 0; i--) {
    const swap = code[i];
    if (swap === undefined) return;
    if (swap.opcode !== op.SWAP) {
      if (swap.opcode === op.NOP || isSwappable(swap.opcode)) continue;
      return;
    }
    const j = nextSwappable(code, i, -1);
    const first = code[j];
    if (j < 0 || first === undefined) return;
    let k = j;
    for (let count = swap.arg - 1; count > 0; count--) {
      k = nextSwappable(code, k, first.line);
      if (k < 0) return;
    }
    const second = code[k];
    if (second === undefined) return;
    const storeJ = storesTo(first);
    const storeK = storesTo(second);
    if (storeJ >= 0 || storeK >= 0) {
      if (storeJ === storeK) return;
      for (let between = j + 1; between < k; between++) {
        const store = storesTo(code[between]);
        if (store >= 0 && (store === storeJ || store === storeK)) return;
      }
    }
    swap.opcode = op.NOP;
    code[j] = second;
    code[k] = first;
  }
}

function isExitWithoutLine(block: BasicBlock): boolean {
  return block.exits && block.code.every((instruction) => instruction.line < 0);
}

/** Every return gets a line of its own, so exits that several places jump to are copied. */
export function duplicateExits(graph: Graph): void {
  for (const block of [...graph.all]) {
    const last = lastOf(block);
    const target = last?.target ?? null;
    if (last === undefined || target === null || !isJump(last.opcode)) continue;
    if (!isExitWithoutLine(target) || target.predecessors <= 1) continue;
    const copy = makeBasicBlock();
    graph.all.unshift(copy);
    copy.code = target.code.map((instruction) => ({ ...instruction }));
    copy.exits = target.exits;
    copy.noFallthrough = true;
    const first = copy.code[0];
    if (first !== undefined) copyPlace(last, first);
    last.target = copy;
    target.predecessors--;
    copy.predecessors = 1;
    copy.next = target.next;
    target.next = copy;
  }
  for (const block of graph.all)
    while (block.next !== null && block.next.code.length === 0) block.next = block.next.next;
  for (const block of graph.all) {
    const last = lastOf(block);
    const first = block.next?.code[0];
    if (block.noFallthrough || block.next === null || last === undefined || first === undefined) continue;
    if (isExitWithoutLine(block.next)) copyPlace(last, first);
  }
}

/** Without any use behind it a constant at the end of the list goes. The first may be the docstring and stays. */
export function trimConstants(entry: BasicBlock, consts: Constant[]): void {
  let highest = 0;
  for (const block of chain(entry))
    for (const instruction of block.code)
      if (instruction.opcode === op.LOAD_CONST || instruction.opcode === op.KW_NAMES)
        highest = Math.max(highest, instruction.arg);
  if (highest + 1 < consts.length) consts.length = highest + 1;
}

const nowhere: Instruction = {
  opcode: op.NOP,
  arg: 0,
  target: null,
  line: -1,
  endLine: -1,
  column: -1,
  endColumn: -1,
  handler: null,
};

export function propagateLines(entry: BasicBlock): void {
  for (const block of chain(entry)) {
    const last = lastOf(block);
    if (last === undefined) continue;
    let previous = nowhere;
    for (const instruction of block.code) {
      if (instruction.line < 0) copyPlace(previous, instruction);
      else previous = { ...instruction };
    }
    const next = block.next?.code[0];
    if (!block.noFallthrough && block.next?.predecessors === 1 && next !== undefined && next.line < 0)
      copyPlace(previous, next);
    const target = isJump(last.opcode) ? last.target : null;
    const first = target?.code[0];
    if (target?.predecessors === 1 && first !== undefined && first.line < 0) copyPlace(previous, first);
  }
}

export function guaranteeLines(entry: BasicBlock, firstLine: number): void {
  let line = firstLine;
  for (const block of chain(entry)) {
    const last = lastOf(block);
    if (last === undefined) continue;
    if (last.line >= 0) line = last.line;
    else if (last.opcode === op.RETURN_VALUE) for (const instruction of block.code) instruction.line = line;
  }
}
