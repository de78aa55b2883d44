/**
 * Code for expressions. Models Python/compile.c `compiler_visit_expr1` and what it calls.
 */

import type { Constant } from '../objects/code.ts';
import type {
  AttributeNode,
  BoolOpNode,
  CompareNode,
  CompareOperator,
  DictNode,
  Expr,
  FormattedValueNode,
  IfExpNode,
  JoinedStrNode,
  SubscriptNode,
} from './ast.ts';
import { call } from './compileCalls.ts';
import type { Compiler } from './compileContext.ts';
import { addName, forbidDebug, nameOperation } from './compileNames.ts';
import { comprehension, lambda } from './compileScopes.ts';
import type { Unit } from './compileUnit.ts';
import { NONE, strConstant } from './constants.ts';
import { type BasicBlock, virtual } from './flow.ts';
import { distinct } from './fold.ts';
import { binaryOperators, compareOperators, op } from './opcode.ts';

/** Displays of more elements are built piece by piece. */
export const STACK_USE_GUIDELINE = 30;

export function visit(c: Compiler, node: Expr): void {
  const before = c.unit.location;
  c.unit.place(node);
  visitHere(c, node);
  c.unit.location = before;
}

export function visitAll(c: Compiler, nodes: readonly Expr[]): void {
  for (const node of nodes) visit(c, node);
}

function visitHere(c: Compiler, node: Expr): void {
  const u = c.unit;
  switch (node.kind) {
    case 'NamedExpr':
      visit(c, node.value);
      u.add(op.COPY, 1);
      visit(c, node.target);
      return;
    case 'BoolOp':
      boolean(c, node);
      return;
    case 'BinOp':
      visit(c, node.left);
      visit(c, node.right);
      u.add(op.BINARY_OP, binaryOperators[node.op]);
      return;
    case 'UnaryOp': {
      visit(c, node.operand);
      const codes = {
        not: op.UNARY_NOT,
        '-': op.UNARY_NEGATIVE,
        '+': op.UNARY_POSITIVE,
        '~': op.UNARY_INVERT,
      } as const;
      u.add(codes[node.op]);
      return;
    }
    case 'Lambda':
      lambda(c, node);
      return;
    case 'IfExp':
      conditional(c, node);
      return;
    case 'Dict':
      dictionary(c, node);
      return;
    case 'Set':
      display(c, node.elts, 0, op.BUILD_SET, op.SET_ADD, op.SET_UPDATE, false);
      return;
    case 'ListComp':
    case 'SetComp':
    case 'DictComp':
    case 'GeneratorExp':
      comprehension(c, node);
      return;
    case 'Yield':
      if (u.symbols.type !== 'function') throw c.source.compilerError(node.from, "'yield' outside function");
      if (node.value === null) u.loadConst(NONE);
      else visit(c, node.value);
      u.add(op.YIELD_VALUE);
      u.add(op.RESUME, 1);
      return;
    case 'YieldFrom':
      if (u.symbols.type !== 'function') throw c.source.compilerError(node.from, "'yield' outside function");
      visit(c, node.value);
      u.add(op.GET_YIELD_FROM_ITER);
      u.loadConst(NONE);
      yieldFrom(u);
      return;
    case 'Compare':
      comparison(c, node);
      return;
    case 'Call':
      call(c, node);
      return;
    case 'Constant':
      u.loadConst(node.value);
      return;
    case 'JoinedStr':
      joinedString(c, node);
      return;
    case 'FormattedValue':
      formattedValue(c, node);
      return;
    case 'Attribute': {
      visit(c, node.value);
      startAtAttribute(c, node);
      if (node.ctx === 'store') forbidDebug(u, node.attr, node.ctx);
      const codes = { load: op.LOAD_ATTR, store: op.STORE_ATTR, del: op.DELETE_ATTR } as const;
      addName(u, codes[node.ctx], node.attr);
      return;
    }
    case 'Subscript':
      subscript(c, node);
      return;
    case 'Starred':
      throw c.source.compilerError(
        node.from,
        node.ctx === 'store'
          ? 'starred assignment target must be in a list or tuple'
          : "can't use starred expression here",
      );
    case 'Slice':
      if (node.lower === null) u.loadConst(NONE);
      else visit(c, node.lower);
      if (node.upper === null) u.loadConst(NONE);
      else visit(c, node.upper);
      if (node.step !== null) visit(c, node.step);
      u.add(op.BUILD_SLICE, node.step === null ? 2 : 3);
      return;
    case 'Name':
      nameOperation(u, node.id, node.ctx);
      return;
    case 'List':
    case 'Tuple':
      if (node.ctx === 'store') {
        unpack(c, node.elts);
        return;
      }
      if (node.ctx === 'del') visitAll(c, node.elts);
      else display(c, node.elts, 0, op.BUILD_LIST, op.LIST_APPEND, op.LIST_EXTEND, node.kind === 'Tuple');
  }
}

function boolean(c: Compiler, node: BoolOpNode): void {
  const u = c.unit;
  const jump = node.op === 'and' ? op.JUMP_IF_FALSE_OR_POP : op.JUMP_IF_TRUE_OR_POP;
  const end = u.newBlock();
  node.values.forEach((value, index) => {
    visit(c, value);
    if (index === node.values.length - 1) return;
    u.jump(jump, end);
    u.use(u.newBlock());
  });
  u.use(end);
}

function conditional(c: Compiler, node: IfExpNode): void {
  const u = c.unit;
  const end = u.newBlock();
  const otherwise = u.newBlock();
  jumpIf(c, node.test, otherwise, false);
  visit(c, node.body);
  u.jumpWithoutLine(virtual.JUMP, end);
  u.use(otherwise);
  visit(c, node.orelse);
  u.use(end);
}

function compareOperation(u: Unit, operator: CompareOperator): void {
  switch (operator) {
    case 'is':
    case 'is not':
      u.add(op.IS_OP, Number(operator === 'is not'));
      return;
    case 'in':
    case 'not in':
      u.add(op.CONTAINS_OP, Number(operator === 'not in'));
      return;
    default:
      u.add(op.COMPARE_OP, compareOperators[operator]);
  }
}

/** `a < b < c`: emits all but the last comparison; each one that fails jumps to the returned block. */
function chained(c: Compiler, node: CompareNode, jump: number): BasicBlock {
  const u = c.unit;
  const cleanup = u.newBlock();
  visit(c, node.left);
  const last = node.ops.length - 1;
  node.ops.forEach((operator, index) => {
    const right = node.comparators[index];
    if (right !== undefined) visit(c, right);
    if (index < last) {
      u.add(op.SWAP, 2);
      u.add(op.COPY, 2);
    }
    compareOperation(u, operator);
    if (index < last) u.jump(jump, cleanup);
  });
  return cleanup;
}

function comparison(c: Compiler, node: CompareNode): void {
  const u = c.unit;
  const [operator] = node.ops;
  const [right] = node.comparators;
  if (node.ops.length === 1 && operator !== undefined && right !== undefined) {
    visit(c, node.left);
    visit(c, right);
    compareOperation(u, operator);
    return;
  }
  const cleanup = chained(c, node, op.JUMP_IF_FALSE_OR_POP);
  const end = u.newBlock();
  u.jumpWithoutLine(virtual.JUMP, end);
  u.use(cleanup);
  u.add(op.SWAP, 2);
  u.add(op.POP_TOP);
  u.use(end);
}

/** Jumps to `next` if the truth of the expression is `condition`. Models `compiler_jump_if`. */
export function jumpIf(c: Compiler, node: Expr, next: BasicBlock, condition: boolean): void {
  const u = c.unit;
  const jump = condition ? virtual.POP_JUMP_IF_TRUE : virtual.POP_JUMP_IF_FALSE;
  switch (node.kind) {
    case 'UnaryOp':
      if (node.op !== 'not') break;
      jumpIf(c, node.operand, next, !condition);
      return;
    case 'BoolOp': {
      const either = node.op === 'or';
      const leave = either === condition ? next : u.newBlock();
      const last = node.values[node.values.length - 1];
      for (const value of node.values.slice(0, -1)) jumpIf(c, value, leave, either);
      if (last !== undefined) jumpIf(c, last, next, condition);
      if (leave !== next) u.use(leave);
      return;
    }
    case 'IfExp': {
      const end = u.newBlock();
      const otherwise = u.newBlock();
      jumpIf(c, node.test, otherwise, false);
      jumpIf(c, node.body, next, condition);
      u.jumpWithoutLine(virtual.JUMP, end);
      u.use(otherwise);
      jumpIf(c, node.orelse, next, condition);
      u.use(end);
      return;
    }
    case 'Compare': {
      // The position stays that of the comparison for what follows, as in CPython.
      u.place(node);
      if (node.ops.length === 1) break;
      const cleanup = chained(c, node, virtual.POP_JUMP_IF_FALSE);
      u.jump(jump, next);
      const end = u.newBlock();
      u.jumpWithoutLine(virtual.JUMP, end);
      u.use(cleanup);
      u.add(op.POP_TOP);
      if (!condition) u.jumpWithoutLine(virtual.JUMP, next);
      u.use(end);
      return;
    }
  }
  visit(c, node);
  u.jump(jump, next);
}

function constantsOf(nodes: readonly (Expr | null)[]): Constant[] | null {
  const items: Constant[] = [];
  for (const node of nodes) {
    if (node?.kind !== 'Constant') return null;
    items.push(node.value);
  }
  return items;
}

/** List, set and tuple displays and argument lists. Models `starunpack_helper`. */
export function display(
  c: Compiler,
  elts: readonly Expr[],
  pushed: number,
  build: number,
  add: number,
  extend: number,
  tuple: boolean,
): void {
  const u = c.unit;
  const items = elts.length > 2 ? constantsOf(elts) : null;
  if (items !== null) {
    const folded: Constant = { kind: 'tuple', items };
    if (tuple && pushed === 0) {
      u.loadConst(folded);
      return;
    }
    u.add(build, pushed);
    u.loadConst(add === op.SET_ADD ? { kind: 'frozenset', items: distinct(folded) } : folded);
    u.add(extend, 1);
    if (tuple) u.add(op.LIST_TO_TUPLE);
    return;
  }
  const big = elts.length + pushed > STACK_USE_GUIDELINE;
  const starred = elts.some((element) => element.kind === 'Starred');
  if (!starred && !big) {
    visitAll(c, elts);
    u.add(tuple ? op.BUILD_TUPLE : build, elts.length + pushed);
    return;
  }
  let built = big;
  if (big) u.add(build, pushed);
  elts.forEach((element, index) => {
    if (element.kind === 'Starred') {
      if (!built) u.add(build, index + pushed);
      built = true;
      visit(c, element.value);
      u.add(extend, 1);
    } else {
      visit(c, element);
      if (built) u.add(add, 1);
    }
  });
  if (tuple) u.add(op.LIST_TO_TUPLE);
}

function unpack(c: Compiler, elts: readonly Expr[]): void {
  const star = elts.findIndex((element) => element.kind === 'Starred');
  if (star < 0) c.unit.add(op.UNPACK_SEQUENCE, elts.length);
  else {
    if (elts.findLastIndex((element) => element.kind === 'Starred') !== star)
      throw c.unit.error('multiple starred expressions in assignment');
    if (star >= 256 || elts.length - star - 1 >= 1 << 23)
      throw c.unit.error('too many expressions in star-unpacking assignment');
    c.unit.add(op.UNPACK_EX, star + ((elts.length - star - 1) << 8));
  }
  for (const element of elts) visit(c, element.kind === 'Starred' ? element.value : element);
}

function dictionary(c: Compiler, node: DictNode): void {
  const u = c.unit;
  let built = false;
  let elements = 0;
  const finish = (end: number): void => {
    subDictionary(c, node, end - elements, end);
    if (built) u.add(op.DICT_UPDATE, 1);
    built = true;
    elements = 0;
  };
  node.values.forEach((value, index) => {
    if (node.keys[index] === null) {
      if (elements > 0) finish(index);
      if (!built) u.add(op.BUILD_MAP, 0);
      built = true;
      visit(c, value);
      u.add(op.DICT_UPDATE, 1);
    } else if (elements * 2 > STACK_USE_GUIDELINE) {
      elements++;
      finish(index + 1);
    } else elements++;
  });
  if (elements > 0) finish(node.values.length);
  if (!built) u.add(op.BUILD_MAP, 0);
}

function subDictionary(c: Compiler, node: DictNode, begin: number, end: number): void {
  const u = c.unit;
  const count = end - begin;
  const big = count * 2 > STACK_USE_GUIDELINE;
  const keys = node.keys.slice(begin, end);
  const items = count > 1 && !big ? constantsOf(keys) : null;
  if (items !== null) {
    visitAll(c, node.values.slice(begin, end));
    u.loadConst({ kind: 'tuple', items });
    u.add(op.BUILD_CONST_KEY_MAP, count);
    return;
  }
  if (big) u.add(op.BUILD_MAP, 0);
  keys.forEach((key, index) => {
    const value = node.values[begin + index];
    if (key !== null) visit(c, key);
    if (value !== undefined) visit(c, value);
    if (big) u.add(op.MAP_ADD, 1);
  });
  if (!big) u.add(op.BUILD_MAP, count);
}

function joinedString(c: Compiler, node: JoinedStrNode): void {
  const u = c.unit;
  const count = node.values.length;
  if (count > STACK_USE_GUIDELINE) {
    u.loadConst(strConstant(''));
    addName(u, op.LOAD_METHOD, 'join');
    u.add(op.BUILD_LIST, 0);
    for (const value of node.values) {
      visit(c, value);
      u.add(op.LIST_APPEND, 1);
    }
    u.add(op.PRECALL, 1);
    u.add(op.CALL, 1);
    return;
  }
  visitAll(c, node.values);
  if (count !== 1) u.add(op.BUILD_STRING, count);
}

function formattedValue(c: Compiler, node: FormattedValueNode): void {
  visit(c, node.value);
  const conversions = ['', 's', 'r', 'a'];
  let arg = conversions.indexOf(node.conversion);
  if (node.spec !== null) {
    visit(c, node.spec);
    arg |= 4;
  }
  c.unit.add(op.FORMAT_VALUE, arg);
}

function subscript(c: Compiler, node: SubscriptNode): void {
  const codes = { load: op.BINARY_SUBSCR, store: op.STORE_SUBSCR, del: op.DELETE_SUBSCR } as const;
  visit(c, node.value);
  visit(c, node.slice);
  c.unit.add(codes[node.ctx]);
}

/** An attribute on a later line than its object is reported where its name stands. */
export function startAtAttribute(c: Compiler, node: AttributeNode): void {
  const u = c.unit;
  const endLine = c.source.line(node.to);
  if (u.line === endLine) return;
  const endColumn = c.source.column(node.to);
  const length = Array.from(node.attr).length;
  u.line = endLine;
  if (length <= endColumn) u.column = endColumn - length;
  else {
    u.column = -1;
    u.endColumn = -1;
  }
  u.endLine = Math.max(u.line, u.endLine);
  if (u.line === u.endLine) u.endColumn = Math.max(u.column, u.endColumn);
}

export function yieldFrom(u: Unit): void {
  const start = u.newBlock();
  const resume = u.newBlock();
  const exit = u.newBlock();
  u.use(start);
  u.jump(op.SEND, exit);
  u.use(resume);
  u.add(op.YIELD_VALUE);
  u.add(op.RESUME, 2);
  u.jump(virtual.JUMP_NO_INTERRUPT, start);
  u.use(exit);
}
