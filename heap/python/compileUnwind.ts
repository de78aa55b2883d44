/**
 * Leaving blocks by return, break and continue. Models Python/compile.c `compiler_unwind_fblock_stack`,
 * `compiler_unwind_fblock`, `compiler_call_exit_with_nones`.
 */
import type { Compiler } from './compileContext.ts';
import { nameOperation } from './compileNames.ts';
import type { FrameBlock, Unit } from './compileUnit.ts';
import { NONE } from './constants.ts';
import { virtual } from './flow.ts';
import { op } from './opcode.ts';

/** All blocks of the function; the value to return stays on top if `preserve`. */
export function unwindAll(c: Compiler, preserve: boolean): void {
  unwindWhile(c, preserve, () => true);
}

/** The blocks inside the innermost loop, and the loop's own stack entry for a break. Null without a loop. */
export function unwindToLoop(c: Compiler, leaveLoop: boolean): FrameBlock | null {
  const isLoop = (block: FrameBlock): boolean => block.kind === 'while' || block.kind === 'for';
  const loop = unwindWhile(c, false, (block) => !isLoop(block));
  if (loop !== null && leaveLoop) unwind(c, loop, false);
  return loop;
}

/** While a block is being undone it counts as left: what its `finally` does does not see it. */
function unwindWhile(
  c: Compiler,
  preserve: boolean,
  wanted: (block: FrameBlock) => boolean,
): FrameBlock | null {
  const stack = c.unit.frameBlocks;
  const top = stack[stack.length - 1];
  if (top === undefined) return null;
  if (!wanted(top)) return top;
  stack.pop();
  unwind(c, top, preserve);
  const found = unwindWhile(c, preserve, wanted);
  stack.push(top);
  return found;
}

function unwind(c: Compiler, block: FrameBlock, preserve: boolean): void {
  const u = c.unit;
  const keepTop = (): void => {
    if (preserve) u.add(op.SWAP, 2);
  };
  switch (block.kind) {
    case 'while':
    case 'handler':
      return;
    case 'for':
    case 'popValue':
      keepTop();
      u.add(op.POP_TOP);
      return;
    case 'tryExcept':
      u.add(virtual.POP_BLOCK);
      return;
    case 'finallyTry':
      u.add(virtual.POP_BLOCK);
      if (preserve) u.pushFrameBlock({ kind: 'popValue', block: null, exit: null });
      block.finallyBody?.();
      if (preserve) u.frameBlocks.pop();
      u.unplace();
      return;
    case 'finallyEnd':
      keepTop();
      u.add(op.POP_TOP);
      keepTop();
      u.add(virtual.POP_BLOCK);
      u.add(op.POP_EXCEPT);
      return;
    case 'with':
      if (block.withPlace !== undefined) u.place(block.withPlace);
      u.add(virtual.POP_BLOCK);
      keepTop();
      callExitWithNones(u);
      u.add(op.POP_TOP);
      u.unplace();
      return;
    case 'handlerCleanup': {
      const name = block.exceptionName ?? null;
      if (name !== null) u.add(virtual.POP_BLOCK);
      keepTop();
      u.add(virtual.POP_BLOCK);
      u.add(op.POP_EXCEPT);
      if (name !== null) forgetException(u, name);
    }
  }
}

/** `name = None; del name` at the end of an except clause. */
export function forgetException(u: Unit, name: string): void {
  u.loadConst(NONE);
  nameOperation(u, name, 'store');
  nameOperation(u, name, 'del');
}

export function callExitWithNones(u: Unit): void {
  u.loadConst(NONE);
  u.loadConst(NONE);
  u.loadConst(NONE);
  u.add(op.PRECALL, 2);
  u.add(op.CALL, 2);
}
