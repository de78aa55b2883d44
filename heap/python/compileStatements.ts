/**
 * Code for statements. Models Python/compile.c `compiler_visit_stmt` and what it calls.
 */
import type {
  AnnAssignNode,
  AssertNode,
  AugAssignNode,
  Expr,
  ForNode,
  IfNode,
  ImportFromNode,
  ImportNode,
  ReturnNode,
  Stmt,
  WhileNode,
} from './ast.ts';
import { docstringOf } from './ast.ts';
import type { Compiler } from './compileContext.ts';
import { jumpIf, startAtAttribute, visit, visitAll } from './compileExpressions.ts';
import { addName, forbidDebug, nameOperation } from './compileNames.ts';
import { classDefinition, functionDefinition } from './compileScopes.ts';
import { tryStatement, withStatement } from './compileTry.ts';
import { Unit } from './compileUnit.ts';
import { unwindAll, unwindToLoop } from './compileUnwind.ts';
import { intConstant, NONE, strConstant } from './constants.ts';
import { virtual } from './flow.ts';
import { binaryOperators, op } from './opcode.ts';
import { mangle } from './symbols.ts';

export function statements(c: Compiler, body: readonly Stmt[]): void {
  for (const node of body) statement(c, node);
}

/** The body of an input: expressions are shown. */
export function interactiveBody(c: Compiler, body: readonly Stmt[]): void {
  c.unit.line = 1;
  if (hasAnnotations(body)) c.unit.add(op.SETUP_ANNOTATIONS);
  statements(c, body);
}

export function classBody(c: Compiler, body: readonly Stmt[]): void {
  if (hasAnnotations(body)) c.unit.add(op.SETUP_ANNOTATIONS);
  const docstring = docstringOf(body);
  const first = body[0];
  if (docstring === null || first?.kind !== 'Expr') {
    statements(c, body);
    return;
  }
  visit(c, first.value);
  c.unit.unplace();
  nameOperation(c.unit, '__doc__', 'store');
  statements(c, body.slice(1));
}

/** Models `find_ann`. */
function hasAnnotations(body: readonly Stmt[]): boolean {
  return body.some((node) => {
    switch (node.kind) {
      case 'AnnAssign':
        return true;
      case 'For':
      case 'While':
      case 'If':
        return hasAnnotations(node.body) || hasAnnotations(node.orelse);
      case 'With':
        return hasAnnotations(node.body);
      case 'Try':
        return (
          node.handlers.some((handler) => hasAnnotations(handler.body)) ||
          hasAnnotations(node.body) ||
          hasAnnotations(node.finalbody) ||
          hasAnnotations(node.orelse)
        );
      default:
        return false;
    }
  });
}

function statement(c: Compiler, node: Stmt): void {
  const u = c.unit;
  u.place(node);
  switch (node.kind) {
    case 'FunctionDef':
      functionDefinition(c, node);
      return;
    case 'ClassDef':
      classDefinition(c, node);
      return;
    case 'Return':
      returnStatement(c, node);
      return;
    case 'Delete':
      visitAll(c, node.targets);
      return;
    case 'Assign':
      visit(c, node.value);
      node.targets.forEach((target, index) => {
        if (index < node.targets.length - 1) u.add(op.COPY, 1);
        visit(c, target);
      });
      return;
    case 'AugAssign':
      augmentedAssignment(c, node);
      return;
    case 'AnnAssign':
      annotatedAssignment(c, node);
      return;
    case 'For':
      forLoop(c, node);
      return;
    case 'While':
      whileLoop(c, node);
      return;
    case 'If':
      conditional(c, node);
      return;
    case 'Raise':
      if (node.exc !== null) visit(c, node.exc);
      if (node.cause !== null) visit(c, node.cause);
      u.add(op.RAISE_VARARGS, Number(node.exc !== null) + Number(node.cause !== null));
      return;
    case 'Try':
      tryStatement(c, node);
      return;
    case 'With':
      withStatement(c, node, 0);
      return;
    case 'Assert':
      assertion(c, node);
      return;
    case 'Import':
      importModules(c, node);
      return;
    case 'ImportFrom':
      importNames(c, node);
      return;
    case 'Global':
    case 'Nonlocal':
      return;
    case 'Expr':
      expressionStatement(c, node.value);
      return;
    case 'Pass':
      u.add(op.NOP);
      return;
    case 'Break': {
      u.add(op.NOP);
      const loop = unwindToLoop(c, true);
      if (loop === null) throw c.source.compilerError(node.from, "'break' outside loop");
      if (loop.exit !== null) u.jump(virtual.JUMP, loop.exit);
      return;
    }
    case 'Continue': {
      u.add(op.NOP);
      const loop = unwindToLoop(c, false);
      if (loop === null) throw c.source.compilerError(node.from, "'continue' not properly in loop");
      if (loop.block !== null) u.jump(virtual.JUMP, loop.block);
      return;
    }
  }
}

function expressionStatement(c: Compiler, value: Expr): void {
  const u = c.unit;
  if (u.kind === 'module') {
    visit(c, value);
    u.add(op.PRINT_EXPR);
  } else if (value.kind === 'Constant') u.add(op.NOP);
  else {
    visit(c, value);
    u.unplace();
    u.add(op.POP_TOP);
  }
}

function returnStatement(c: Compiler, node: ReturnNode): void {
  const u = c.unit;
  const value = node.value;
  if (u.symbols.type !== 'function') throw c.source.compilerError(node.from, "'return' outside function");
  const preserve = value !== null && value.kind !== 'Constant';
  if (value !== null && preserve) visit(c, value);
  else if (value !== null) {
    u.place(value);
    u.add(op.NOP);
  }
  if (value === null || c.source.line(value.from) !== c.source.line(node.from)) {
    u.place(node);
    u.add(op.NOP);
  }
  unwindAll(c, preserve);
  if (value === null) u.loadConst(NONE);
  else if (value.kind === 'Constant') u.loadConst(value.value);
  u.add(op.RETURN_VALUE);
}

function augmentedAssignment(c: Compiler, node: AugAssignNode): void {
  const u = c.unit;
  const target = node.target;
  const before = u.location;
  u.place(target);
  switch (target.kind) {
    case 'Attribute':
      visit(c, target.value);
      u.add(op.COPY, 1);
      startAtAttribute(c, target);
      addName(u, op.LOAD_ATTR, target.attr);
      break;
    case 'Subscript':
      visit(c, target.value);
      visit(c, target.slice);
      u.add(op.COPY, 2);
      u.add(op.COPY, 2);
      u.add(op.BINARY_SUBSCR);
      break;
    case 'Name':
      nameOperation(u, target.id, 'load');
      break;
  }
  u.location = before;
  visit(c, node.value);
  u.add(op.BINARY_OP, binaryOperators[`${node.op}=`]);
  u.place(target);
  switch (target.kind) {
    case 'Attribute':
      startAtAttribute(c, target);
      u.add(op.SWAP, 2);
      addName(u, op.STORE_ATTR, target.attr);
      break;
    case 'Subscript':
      u.add(op.SWAP, 3);
      u.add(op.SWAP, 2);
      u.add(op.STORE_SUBSCR);
      break;
    case 'Name':
      nameOperation(u, target.id, 'store');
      break;
  }
}

function evaluateAndDrop(c: Compiler, node: Expr): void {
  visit(c, node);
  c.unit.add(op.POP_TOP);
}

function annotatedAssignment(c: Compiler, node: AnnAssignNode): void {
  const u = c.unit;
  const target = node.target;
  const evaluated = u.kind === 'module' || u.kind === 'class';
  if (node.value !== null) {
    visit(c, node.value);
    visit(c, target);
  }
  if (target.kind === 'Name') forbidDebug(u, target.id, 'store');
  else if (target.kind === 'Attribute') forbidDebug(u, target.attr, 'store');
  if (target.kind === 'Name' && node.simple && evaluated) {
    visit(c, node.annotation);
    u.add(op.LOAD_NAME, Unit.indexIn(u.names, '__annotations__'));
    u.loadConst(strConstant(mangle(u.privateName, target.id)));
    u.add(op.STORE_SUBSCR);
  } else if (target.kind === 'Attribute' && node.value === null) evaluateAndDrop(c, target.value);
  else if (target.kind === 'Subscript' && node.value === null) {
    evaluateAndDrop(c, target.value);
    evaluateSlice(c, target.slice);
  }
  if (!node.simple && evaluated) evaluateAndDrop(c, node.annotation);
}

function evaluateSlice(c: Compiler, node: Expr): void {
  if (node.kind === 'Slice') {
    for (const part of [node.lower, node.upper, node.step]) if (part !== null) evaluateAndDrop(c, part);
  } else if (node.kind === 'Tuple') for (const element of node.elts) evaluateSlice(c, element);
  else evaluateAndDrop(c, node);
}

function conditional(c: Compiler, node: IfNode): void {
  const u = c.unit;
  const end = u.newBlock();
  const otherwise = node.orelse.length > 0 ? u.newBlock() : end;
  jumpIf(c, node.test, otherwise, false);
  statements(c, node.body);
  if (node.orelse.length > 0) {
    u.jumpWithoutLine(virtual.JUMP, end);
    u.use(otherwise);
    statements(c, node.orelse);
  }
  u.use(end);
}

function forLoop(c: Compiler, node: ForNode): void {
  const u = c.unit;
  const start = u.newBlock();
  const body = u.newBlock();
  const cleanup = u.newBlock();
  const end = u.newBlock();
  u.pushFrameBlock({ kind: 'for', block: start, exit: end });
  visit(c, node.iter);
  u.add(op.GET_ITER);
  u.use(start);
  u.jump(op.FOR_ITER, cleanup);
  u.use(body);
  visit(c, node.target);
  statements(c, node.body);
  u.unplace();
  u.jump(virtual.JUMP, start);
  u.use(cleanup);
  u.frameBlocks.pop();
  statements(c, node.orelse);
  u.use(end);
}

function whileLoop(c: Compiler, node: WhileNode): void {
  const u = c.unit;
  const loop = u.newBlock();
  const body = u.newBlock();
  const anchor = u.newBlock();
  const end = u.newBlock();
  u.use(loop);
  u.pushFrameBlock({ kind: 'while', block: loop, exit: end });
  jumpIf(c, node.test, anchor, false);
  u.use(body);
  statements(c, node.body);
  u.place(node);
  jumpIf(c, node.test, body, true);
  u.frameBlocks.pop();
  u.use(anchor);
  statements(c, node.orelse);
  u.use(end);
}

function assertion(c: Compiler, node: AssertNode): void {
  const u = c.unit;
  const end = u.newBlock();
  jumpIf(c, node.test, end, true);
  u.add(op.LOAD_ASSERTION_ERROR);
  if (node.msg !== null) {
    visit(c, node.msg);
    u.add(op.PRECALL, 0);
    u.add(op.CALL, 0);
  }
  u.add(op.RAISE_VARARGS, 1);
  u.use(end);
}

function importModules(c: Compiler, node: ImportNode): void {
  const u = c.unit;
  for (const { name, asname } of node.names) {
    u.loadConst(intConstant(0));
    u.loadConst(NONE);
    addName(u, op.IMPORT_NAME, name);
    const [first = name, ...rest] = name.split('.');
    if (asname === null) nameOperation(u, first, 'store');
    else if (rest.length === 0) nameOperation(u, asname, 'store');
    else {
      rest.forEach((part, index) => {
        u.add(op.IMPORT_FROM, Unit.indexIn(u.names, part));
        if (index === rest.length - 1) return;
        u.add(op.SWAP, 2);
        u.add(op.POP_TOP);
      });
      nameOperation(u, asname, 'store');
      u.add(op.POP_TOP);
    }
  }
}

function importNames(c: Compiler, node: ImportFromNode): void {
  const u = c.unit;
  u.loadConst(intConstant(node.level));
  u.loadConst({ kind: 'tuple', items: node.names.map((alias) => strConstant(alias.name)) });
  addName(u, op.IMPORT_NAME, node.module);
  for (const { name, asname } of node.names) {
    addName(u, op.IMPORT_FROM, name);
    nameOperation(u, asname ?? name, 'store');
  }
  u.add(op.POP_TOP);
}
