/**
 * Code for try and with. Models Python/compile.c `compiler_try_finally`, `compiler_try_except`, `compiler_with`.
 */
import type { Handler, TryNode, WithNode } from './ast.ts';
import type { Compiler } from './compileContext.ts';
import { visit } from './compileExpressions.ts';
import { nameOperation } from './compileNames.ts';
import { statements } from './compileStatements.ts';
import type { Unit } from './compileUnit.ts';
import { callExitWithNones, forgetException } from './compileUnwind.ts';
import type { BasicBlock } from './flow.ts';
import { virtual } from './flow.ts';
import { op } from './opcode.ts';

export function tryStatement(c: Compiler, node: TryNode): void {
  if (node.finalbody.length > 0) tryFinally(c, node);
  else tryExcept(c, node);
}

function popExceptAndReraise(u: Unit): void {
  u.add(op.COPY, 3);
  u.add(op.POP_EXCEPT);
  u.add(op.RERAISE, 1);
}

function tryFinally(c: Compiler, node: TryNode): void {
  const u = c.unit;
  const body = u.newBlock();
  const end = u.newBlock();
  const exit = u.newBlock();
  const cleanup = u.newBlock();
  u.jump(virtual.SETUP_FINALLY, end);
  u.use(body);
  const finallyBody = (): void => statements(c, node.finalbody);
  u.pushFrameBlock({ kind: 'finallyTry', block: body, exit: end, finallyBody });
  if (node.handlers.length > 0) tryExcept(c, node);
  else statements(c, node.body);
  u.addWithoutLine(virtual.POP_BLOCK);
  u.frameBlocks.pop();
  statements(c, node.finalbody);
  u.jumpWithoutLine(virtual.JUMP, exit);
  u.use(end);
  u.unplace();
  u.jump(virtual.SETUP_CLEANUP, cleanup);
  u.add(op.PUSH_EXC_INFO);
  u.pushFrameBlock({ kind: 'finallyEnd', block: end, exit: null });
  statements(c, node.finalbody);
  u.frameBlocks.pop();
  u.add(op.RERAISE, 0);
  u.use(cleanup);
  popExceptAndReraise(u);
  u.use(exit);
}

function tryExcept(c: Compiler, node: TryNode): void {
  const u = c.unit;
  const body = u.newBlock();
  let except = u.newBlock();
  const end = u.newBlock();
  const cleanup = u.newBlock();
  u.jump(virtual.SETUP_FINALLY, except);
  u.use(body);
  u.pushFrameBlock({ kind: 'tryExcept', block: body, exit: null });
  statements(c, node.body);
  u.frameBlocks.pop();
  u.addWithoutLine(virtual.POP_BLOCK);
  statements(c, node.orelse);
  u.jumpWithoutLine(virtual.JUMP, end);
  u.use(except);
  u.unplace();
  u.jump(virtual.SETUP_CLEANUP, cleanup);
  u.add(op.PUSH_EXC_INFO);
  u.pushFrameBlock({ kind: 'handler', block: null, exit: null });
  for (const handler of node.handlers) {
    u.place(handler);
    if (handler.type === null && handler !== node.handlers[node.handlers.length - 1])
      throw u.error("default 'except:' must be last");
    except = u.newBlock();
    if (handler.type !== null) {
      visit(c, handler.type);
      u.add(op.CHECK_EXC_MATCH);
      u.jump(virtual.POP_JUMP_IF_FALSE, except);
    }
    handlerBody(c, handler, end);
    u.use(except);
  }
  u.unplace();
  u.frameBlocks.pop();
  u.add(op.RERAISE, 0);
  u.use(cleanup);
  popExceptAndReraise(u);
  u.use(end);
}

function handlerBody(c: Compiler, handler: Handler, end: BasicBlock): void {
  const u = c.unit;
  const name = handler.name;
  if (name === null) {
    const cleanupBody = u.newBlock();
    u.add(op.POP_TOP);
    u.use(cleanupBody);
    u.pushFrameBlock({ kind: 'handlerCleanup', block: cleanupBody, exit: null, exceptionName: null });
    statements(c, handler.body);
    u.frameBlocks.pop();
    u.unplace();
    u.add(virtual.POP_BLOCK);
    u.add(op.POP_EXCEPT);
    u.jump(virtual.JUMP, end);
    return;
  }
  const cleanupEnd = u.newBlock();
  const cleanupBody = u.newBlock();
  nameOperation(u, name, 'store');
  u.jump(virtual.SETUP_CLEANUP, cleanupEnd);
  u.use(cleanupBody);
  u.pushFrameBlock({ kind: 'handlerCleanup', block: cleanupBody, exit: null, exceptionName: name });
  statements(c, handler.body);
  u.frameBlocks.pop();
  u.unplace();
  u.add(virtual.POP_BLOCK);
  u.add(virtual.POP_BLOCK);
  u.add(op.POP_EXCEPT);
  forgetException(u, name);
  u.jump(virtual.JUMP, end);
  u.use(cleanupEnd);
  u.unplace();
  forgetException(u, name);
  u.add(op.RERAISE, 1);
}

export function withStatement(c: Compiler, node: WithNode, position: number): void {
  const u = c.unit;
  const item = node.items[position];
  if (item === undefined) return;
  const block = u.newBlock();
  const final = u.newBlock();
  const exit = u.newBlock();
  const cleanup = u.newBlock();
  visit(c, item.context);
  u.add(op.BEFORE_WITH);
  u.jump(virtual.SETUP_WITH, final);
  u.use(block);
  u.pushFrameBlock({ kind: 'with', block, exit: final, withPlace: node });
  if (item.target === null) u.add(op.POP_TOP);
  else visit(c, item.target);
  if (position + 1 === node.items.length) statements(c, node.body);
  else withStatement(c, node, position + 1);
  u.unplace();
  u.add(virtual.POP_BLOCK);
  u.frameBlocks.pop();
  u.place(node);
  callExitWithNones(u);
  u.add(op.POP_TOP);
  u.jump(virtual.JUMP, exit);
  u.use(final);
  u.jump(virtual.SETUP_CLEANUP, cleanup);
  u.add(op.PUSH_EXC_INFO);
  u.add(op.WITH_EXCEPT_START);
  u.unplace();
  const suppressed = u.newBlock();
  u.jump(virtual.POP_JUMP_IF_TRUE, suppressed);
  u.add(op.RERAISE, 2);
  u.use(cleanup);
  popExceptAndReraise(u);
  u.use(suppressed);
  u.add(op.POP_TOP);
  u.add(virtual.POP_BLOCK);
  u.add(op.POP_EXCEPT);
  u.add(op.POP_TOP);
  u.add(op.POP_TOP);
  u.use(exit);
}
