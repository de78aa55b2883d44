/**
 * Code for what has a code object of its own: functions, lambdas, classes, comprehensions. Models Python/compile.c
 * `compiler_function`, `compiler_lambda`, `compiler_class`, `compiler_comprehension`, `compiler_make_closure`.
 */

import type { CodeObject } from '../objects/code.ts';
import { FREE_KIND } from '../objects/code.ts';
import type {
  Arguments,
  ClassDefNode,
  ComprehensionNode,
  Expr,
  FunctionDefNode,
  LambdaNode,
  Parameter,
} from './ast.ts';
import { docstringOf } from './ast.ts';
import { callArguments } from './compileCalls.ts';
import type { Compiler } from './compileContext.ts';
import { jumpIf, visit, visitAll } from './compileExpressions.ts';
import { forbidDebug, nameOperation } from './compileNames.ts';
import { classBody, statements } from './compileStatements.ts';
import { NONE, strConstant } from './constants.ts';
import { virtual } from './flow.ts';
import { op } from './opcode.ts';
import { mangle } from './symbols.ts';

function makeClosure(c: Compiler, code: CodeObject, flags: number): void {
  const u = c.unit;
  const free = code.localsplus.filter((slot) => (slot.kind & FREE_KIND) !== 0);
  for (const { name } of free) {
    const isCell = (u.kind === 'class' && name === '__class__') || u.symbols.scopes.get(name) === 'cell';
    u.add(op.LOAD_CLOSURE, (isCell ? u.cellvars : u.freevars).get(name) ?? 0);
  }
  if (free.length > 0) u.add(op.BUILD_TUPLE, free.length);
  u.loadConst({ kind: 'code', code });
  u.add(op.MAKE_FUNCTION, free.length > 0 ? flags | 8 : flags);
}

function applyDecorators(c: Compiler, decorators: readonly Expr[]): void {
  const before = c.unit.location;
  for (const decorator of [...decorators].reverse()) {
    c.unit.place(decorator);
    c.unit.add(op.PRECALL, 0);
    c.unit.add(op.CALL, 0);
  }
  c.unit.location = before;
}

/** Models `compiler_check_debug_args`. */
function checkParameters(c: Compiler, args: Arguments): void {
  const all = [...args.posonly, ...args.args, args.vararg, ...args.kwonly, args.kwarg];
  for (const parameter of all) if (parameter !== null) forbidDebug(c.unit, parameter.name, 'store');
}

/** Pushes the defaults; returns the bits for MAKE_FUNCTION. */
function defaults(c: Compiler, args: Arguments): number {
  const u = c.unit;
  let flags = 0;
  if (args.defaults.length > 0) {
    visitAll(c, args.defaults);
    u.add(op.BUILD_TUPLE, args.defaults.length);
    flags |= 1;
  }
  const names: string[] = [];
  args.kwonly.forEach((parameter, index) => {
    const value = args.kwDefaults[index];
    if (value === null || value === undefined) return;
    names.push(mangle(u.privateName, parameter.name));
    visit(c, value);
  });
  if (names.length > 0) {
    u.loadConst({ kind: 'tuple', items: names.map(strConstant) });
    u.add(op.BUILD_CONST_KEY_MAP, names.length);
    flags |= 2;
  }
  return flags;
}

/** Pushes names and values of annotations, parameters before the result; returns the bit for MAKE_FUNCTION. */
function annotations(c: Compiler, args: Arguments, returns: Expr | null): number {
  const u = c.unit;
  let count = 0;
  const one = (name: string, annotation: Expr): void => {
    u.loadConst(strConstant(mangle(u.privateName, name)));
    visit(c, annotation);
    count += 2;
  };
  const parameters: (Parameter | null)[] = [
    ...args.args,
    ...args.posonly,
    args.vararg,
    ...args.kwonly,
    args.kwarg,
  ];
  for (const parameter of parameters)
    if (parameter !== null && parameter.annotation !== null) one(parameter.name, parameter.annotation);
  if (returns !== null) one('return', returns);
  if (count === 0) return 0;
  u.add(op.BUILD_TUPLE, count);
  return 4;
}

function setArgumentCounts(c: Compiler, args: Arguments): void {
  c.unit.argcount = args.args.length;
  c.unit.posonlyargcount = args.posonly.length;
  c.unit.kwonlyargcount = args.kwonly.length;
}

export function functionDefinition(c: Compiler, node: FunctionDefNode): void {
  checkParameters(c, node.args);
  visitAll(c, node.decorators);
  const firstLine = c.source.line(node.decorators[0]?.from ?? node.from);
  const flags = defaults(c, node.args) | annotations(c, node.args, node.returns);
  c.enter('function', node.name, node, firstLine);
  const docstring = docstringOf(node.body);
  c.unit.constIndex(docstring ?? NONE);
  setArgumentCounts(c, node.args);
  statements(c, docstring === null ? node.body : node.body.slice(1));
  makeClosure(c, c.leave(true), flags);
  applyDecorators(c, node.decorators);
  nameOperation(c.unit, node.name, 'store');
}

export function lambda(c: Compiler, node: LambdaNode): void {
  checkParameters(c, node.args);
  const flags = defaults(c, node.args);
  c.enter('lambda', '<lambda>', node, c.source.line(node.from));
  // A lambda has no docstring: its first constant is None.
  c.unit.constIndex(NONE);
  setArgumentCounts(c, node.args);
  visit(c, node.body);
  const generator = c.unit.symbols.generator;
  if (!generator) c.unit.add(op.RETURN_VALUE);
  makeClosure(c, c.leave(!generator), flags);
}

export function classDefinition(c: Compiler, node: ClassDefNode): void {
  visitAll(c, node.decorators);
  c.enter('class', node.name, node, c.source.line(node.decorators[0]?.from ?? node.from));
  const inner = c.unit;
  inner.privateName = node.name;
  nameOperation(inner, '__name__', 'load');
  nameOperation(inner, '__module__', 'store');
  inner.loadConst(strConstant(inner.qualname));
  nameOperation(inner, '__qualname__', 'store');
  classBody(c, node.body);
  inner.unplace();
  if (inner.symbols.needsClassClosure) {
    inner.add(op.LOAD_CLOSURE, 0);
    inner.add(op.COPY, 1);
    nameOperation(inner, '__classcell__', 'store');
  } else inner.loadConst(NONE);
  inner.add(op.RETURN_VALUE);
  const code = c.leave(true);
  const u = c.unit;
  u.add(op.PUSH_NULL);
  u.add(op.LOAD_BUILD_CLASS);
  makeClosure(c, code, 0);
  u.loadConst(strConstant(node.name));
  callArguments(c, 2, node.bases, node.keywords);
  applyDecorators(c, node.decorators);
  nameOperation(u, node.name, 'store');
}

export function comprehension(c: Compiler, node: ComprehensionNode): void {
  const kinds = {
    ListComp: { name: '<listcomp>', build: op.BUILD_LIST },
    SetComp: { name: '<setcomp>', build: op.BUILD_SET },
    DictComp: { name: '<dictcomp>', build: op.BUILD_MAP },
    GeneratorExp: { name: '<genexpr>', build: null },
  } as const;
  const { name, build } = kinds[node.kind];
  const outermost = node.generators[0];
  if (outermost === undefined) return;
  c.enter('comprehension', name, node, c.source.line(node.from));
  c.unit.place(node);
  if (build !== null) c.unit.add(build, 0);
  generator(c, node, 0, 0);
  if (build !== null) c.unit.add(op.RETURN_VALUE);
  makeClosure(c, c.leave(true), 0);
  visit(c, outermost.iter);
  c.unit.add(op.GET_ITER);
  c.unit.add(op.PRECALL, 0);
  c.unit.add(op.CALL, 0);
}

/** One `for` of a comprehension with all that is inside it. Models `compiler_sync_comprehension_generator`. */
function generator(c: Compiler, node: ComprehensionNode, index: number, outerDepth: number): void {
  const u = c.unit;
  const gen = node.generators[index];
  if (gen === undefined) return;
  const start = u.newBlock();
  const ifCleanup = u.newBlock();
  const anchor = u.newBlock();
  let loops = true;
  let depth = outerDepth;
  if (index === 0) {
    u.argcount = 1;
    u.add(op.LOAD_FAST, 0);
  } else {
    // `for y in [f(x)]` is an assignment.
    const elts = gen.iter.kind === 'List' || gen.iter.kind === 'Tuple' ? gen.iter.elts : [];
    const only = elts[0];
    if (elts.length === 1 && only !== undefined && only.kind !== 'Starred') {
      visit(c, only);
      loops = false;
    } else {
      visit(c, gen.iter);
      u.add(op.GET_ITER);
    }
  }
  if (loops) {
    depth++;
    u.use(start);
    u.jump(op.FOR_ITER, anchor);
  }
  visit(c, gen.target);
  for (const condition of gen.ifs) jumpIf(c, condition, ifCleanup, false);
  if (index + 1 < node.generators.length) generator(c, node, index + 1, depth);
  else {
    visit(c, node.elt);
    if (node.value !== null) visit(c, node.value);
    switch (node.kind) {
      case 'GeneratorExp':
        u.add(op.YIELD_VALUE);
        u.add(op.RESUME, 1);
        u.add(op.POP_TOP);
        break;
      case 'ListComp':
        u.add(op.LIST_APPEND, depth + 1);
        break;
      case 'SetComp':
        u.add(op.SET_ADD, depth + 1);
        break;
      case 'DictComp':
        u.add(op.MAP_ADD, depth + 1);
        break;
    }
  }
  u.use(ifCleanup);
  if (loops) {
    u.jump(virtual.JUMP, start);
    u.use(anchor);
  }
}
