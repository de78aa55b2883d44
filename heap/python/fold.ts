/**
 * Constant folding on the syntax tree, in the order in which CPython walks it (the order decides when the constants
 * come into being). Models Python/ast_opt.c.
 */

import type { Constant } from '../objects/code.ts';
import type {
  Arguments,
  BinOpNode,
  Comprehension,
  ConstantNode,
  Expr,
  Keyword,
  Stmt,
  UnaryOpNode,
} from './ast.ts';
import { docstringOf, NOWHERE } from './ast.ts';
import { strConstant, TRUE } from './constants.ts';
import { codePoints, foldBinary, foldSubscript, foldUnary } from './foldOperators.ts';

export class Folder {
  readonly #literals: Constant[];

  /** `literals` gets what folding makes. */
  constructor(literals: Constant[]) {
    this.#literals = literals;
  }

  #constant(node: Expr, value: Constant | null): Expr {
    if (value === null) return node;
    if (value.kind !== 'bool' && value.kind !== 'none') this.#literals.push(value);
    return { kind: 'Constant', value, from: node.from, to: node.to };
  }

  statements(body: readonly Stmt[]): void {
    for (const statement of body) this.#statement(statement);
  }

  /** A string that only folding made a constant is no docstring. */
  #body(body: Stmt[]): void {
    const documented = docstringOf(body) !== null;
    this.statements(body);
    const first = body[0];
    if (documented || docstringOf(body) === null || first?.kind !== 'Expr') return;
    first.value = { kind: 'JoinedStr', values: [first.value], from: first.from, to: first.to };
  }

  #arguments(args: Arguments): void {
    for (const parameter of [...args.posonly, ...args.args]) this.#annotation(parameter);
    if (args.vararg !== null) this.#annotation(args.vararg);
    for (const parameter of args.kwonly) this.#annotation(parameter);
    args.kwDefaults = args.kwDefaults.map((value) => this.#optional(value));
    if (args.kwarg !== null) this.#annotation(args.kwarg);
    args.defaults = this.#list(args.defaults);
  }

  #annotation(parameter: { annotation: Expr | null }): void {
    parameter.annotation = this.#optional(parameter.annotation);
  }

  #list(nodes: readonly Expr[]): Expr[] {
    return nodes.map((node) => this.expression(node));
  }

  #optional(node: Expr | null): Expr | null {
    return node === null ? null : this.expression(node);
  }

  #keywords(keywords: readonly Keyword[]): void {
    for (const keyword of keywords) keyword.value = this.expression(keyword.value);
  }

  #comprehensions(generators: readonly Comprehension[]): void {
    for (const generator of generators) {
      generator.target = this.expression(generator.target);
      generator.iter = this.expression(generator.iter);
      generator.ifs = this.#list(generator.ifs);
      generator.iter = this.#iterable(generator.iter);
    }
  }

  #statement(node: Stmt): void {
    switch (node.kind) {
      case 'FunctionDef':
        this.#arguments(node.args);
        this.#body(node.body);
        node.decorators = this.#list(node.decorators);
        node.returns = this.#optional(node.returns);
        return;
      case 'ClassDef':
        node.bases = this.#list(node.bases);
        this.#keywords(node.keywords);
        this.#body(node.body);
        node.decorators = this.#list(node.decorators);
        return;
      case 'Return':
        node.value = this.#optional(node.value);
        return;
      case 'Delete':
        node.targets = this.#list(node.targets);
        return;
      case 'Assign':
        node.targets = this.#list(node.targets);
        node.value = this.expression(node.value);
        return;
      case 'AugAssign':
        node.target = this.expression(node.target);
        node.value = this.expression(node.value);
        return;
      case 'AnnAssign':
        node.target = this.expression(node.target);
        node.annotation = this.expression(node.annotation);
        node.value = this.#optional(node.value);
        return;
      case 'For':
        node.target = this.expression(node.target);
        node.iter = this.expression(node.iter);
        this.statements(node.body);
        this.statements(node.orelse);
        node.iter = this.#iterable(node.iter);
        return;
      case 'While':
      case 'If':
        node.test = this.expression(node.test);
        this.statements(node.body);
        this.statements(node.orelse);
        return;
      case 'With':
        for (const item of node.items) {
          item.context = this.expression(item.context);
          item.target = this.#optional(item.target);
        }
        this.statements(node.body);
        return;
      case 'Raise':
        node.exc = this.#optional(node.exc);
        node.cause = this.#optional(node.cause);
        return;
      case 'Try':
        this.statements(node.body);
        for (const handler of node.handlers) {
          handler.type = this.#optional(handler.type);
          this.statements(handler.body);
        }
        this.statements(node.orelse);
        this.statements(node.finalbody);
        return;
      case 'Assert':
        node.test = this.expression(node.test);
        node.msg = this.#optional(node.msg);
        return;
      case 'Expr':
        node.value = this.expression(node.value);
        return;
      default:
        return;
    }
  }

  expression(node: Expr): Expr {
    switch (node.kind) {
      case 'BoolOp':
        node.values = this.#list(node.values);
        return node;
      case 'BinOp':
        node.left = this.expression(node.left);
        node.right = this.expression(node.right);
        return this.#binary(node);
      case 'UnaryOp':
        node.operand = this.expression(node.operand);
        return this.#unary(node);
      case 'Lambda':
        this.#arguments(node.args);
        node.body = this.expression(node.body);
        return node;
      case 'IfExp':
        node.test = this.expression(node.test);
        node.body = this.expression(node.body);
        node.orelse = this.expression(node.orelse);
        return node;
      case 'Dict':
        node.keys = node.keys.map((key) => this.#optional(key));
        node.values = this.#list(node.values);
        return node;
      case 'Set':
      case 'List':
        node.elts = this.#list(node.elts);
        return node;
      case 'Tuple':
        node.elts = this.#list(node.elts);
        return node.ctx === 'load' ? this.#constant(node, constantTuple(node.elts)) : node;
      case 'ListComp':
      case 'SetComp':
      case 'DictComp':
      case 'GeneratorExp':
        node.elt = this.expression(node.elt);
        node.value = this.#optional(node.value);
        this.#comprehensions(node.generators);
        return node;
      case 'Yield':
        node.value = this.#optional(node.value);
        return node;
      case 'YieldFrom':
      case 'Attribute':
      case 'Starred':
      case 'NamedExpr':
        node.value = this.expression(node.value);
        return node;
      case 'Compare': {
        node.left = this.expression(node.left);
        node.comparators = this.#list(node.comparators);
        const last = node.comparators.length - 1;
        const op = node.ops[last];
        const right = node.comparators[last];
        if ((op === 'in' || op === 'not in') && right !== undefined)
          node.comparators[last] = this.#iterable(right);
        return node;
      }
      case 'Call':
        node.func = this.expression(node.func);
        node.args = this.#list(node.args);
        this.#keywords(node.keywords);
        return node;
      case 'FormattedValue':
        node.value = this.expression(node.value);
        node.spec = this.#optional(node.spec);
        return node;
      case 'JoinedStr':
        node.values = this.#list(node.values);
        return node;
      case 'Subscript':
        node.value = this.expression(node.value);
        node.slice = this.expression(node.slice);
        if (node.ctx !== 'load' || node.value.kind !== 'Constant' || node.slice.kind !== 'Constant')
          return node;
        return this.#constant(node, foldSubscript(node.value.value, node.slice.value));
      case 'Slice':
        node.lower = this.#optional(node.lower);
        node.upper = this.#optional(node.upper);
        node.step = this.#optional(node.step);
        return node;
      case 'Name':
        return node.ctx === 'load' && node.id === '__debug__' ? this.#constant(node, TRUE) : node;
      case 'Constant':
        return node;
    }
  }

  #unary(node: UnaryOpNode): Expr {
    const operand = node.operand;
    if (operand.kind === 'Constant') return this.#constant(node, foldUnary(node.op, operand.value));
    if (node.op !== 'not' || operand.kind !== 'Compare' || operand.ops.length !== 1) return node;
    const inverse = { is: 'is not', 'is not': 'is', in: 'not in', 'not in': 'in' } as const;
    const op = operand.ops[0];
    if (op !== 'is' && op !== 'is not' && op !== 'in' && op !== 'not in') return node;
    operand.ops[0] = inverse[op];
    // The comparison takes the place of the `not` but keeps its own position, as the node is copied whole.
    return operand;
  }

  #binary(node: BinOpNode): Expr {
    const { left, right } = node;
    if (left.kind !== 'Constant') return node;
    if (node.op === '%' && left.value.kind === 'str' && right.kind === 'Tuple')
      return this.#format(node, left.value.value, right.elts);
    if (right.kind !== 'Constant') return node;
    return this.#constant(node, foldBinary(node.op, left.value, right.value));
  }

  /** A list or set of constants that is only looked through becomes a constant tuple or frozenset. */
  #iterable(node: Expr): Expr {
    if (node.kind === 'List') {
      if (node.elts.some((element) => element.kind === 'Starred')) return node;
      const tuple: Expr = { ...node, kind: 'Tuple' };
      return this.#constant(tuple, constantTuple(node.elts));
    }
    if (node.kind !== 'Set') return node;
    const tuple = constantTuple(node.elts);
    return tuple === null ? node : this.#constant(node, { kind: 'frozenset', items: distinct(tuple) });
  }

  /** `'%s and %r' % (a, b)` is compiled as an f-string. Models `optimize_format`. */
  #format(node: BinOpNode, format: string, elts: readonly Expr[]): Expr {
    if (elts.some((element) => element.kind === 'Starred')) return node;
    const points = codePoints(format);
    const values: Expr[] = [];
    let at = 0;
    let count = 0;
    for (;;) {
      const start = at;
      while (at < points.length) {
        if (points[at] !== '%') at++;
        else if (points[at + 1] === '%') at += 2;
        else break;
      }
      if (at > start) {
        const text = points.slice(start, at).join('').replaceAll('%%', '%');
        values.push(this.#made(strConstant(text), NOWHERE, NOWHERE));
      }
      if (at >= points.length) break;
      const element = elts[count];
      if (element === undefined) return node;
      const parsed = /^%([-+ #0]*)(\d*)(?:\.(\d*))?([sra])/.exec(points.slice(at).join(''));
      if (parsed === null) return node;
      const [whole, flags = '', width = '', precision, conversion = ''] = parsed;
      // More than two digits are left to run time.
      if (width.length > 2 || (precision ?? '').length > 2) return node;
      at += whole.length;
      count++;
      let spec = '';
      if (!flags.includes('-') && Number(width) > 0) spec += '>';
      if (width !== '') spec += String(Number(width));
      if (precision !== undefined) spec += `.${Number(precision)}`;
      const { from, to } = element;
      values.push({
        kind: 'FormattedValue',
        value: element,
        conversion,
        spec: spec === '' ? null : this.#made(strConstant(spec), from, to),
        from,
        to,
      });
    }
    if (count < elts.length) return node;
    return { kind: 'JoinedStr', values, from: node.from, to: node.to };
  }

  #made(value: Constant, from: number, to: number): ConstantNode {
    this.#literals.push(value);
    return { kind: 'Constant', value, from, to };
  }
}

function constantTuple(elts: readonly Expr[]): Constant | null {
  const items: Constant[] = [];
  for (const element of elts) {
    if (element.kind !== 'Constant') return null;
    items.push(element.value);
  }
  return { kind: 'tuple', items };
}

/** The items of a set display: of equal ones the first stays (`1`, `1.0` and `True` are equal). */
export function distinct(tuple: Constant): Constant[] {
  if (tuple.kind !== 'tuple') return [];
  const seen = new Set<string>();
  return tuple.items.filter((item) => {
    const key = equalityKey(item);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function equalityKey(item: Constant): string {
  switch (item.kind) {
    case 'bool':
      return `n${Number(item.value)}`;
    case 'int':
      return `n${item.value}`;
    case 'float':
      // -0.0 equals 0; a whole float equals the int of the same value.
      return Number.isInteger(item.value) ? `n${BigInt(item.value)}` : `n${item.value}`;
    case 'complex':
      return item.imag === 0 ? `n${item.real}` : `z${item.real},${item.imag}`;
    case 'str':
      return `s${item.value}`;
    case 'bytes':
      return `b${item.value.join(',')}`;
    case 'tuple':
      return `(${item.items.map(equalityKey).join(';')})`;
    case 'frozenset':
      return `{${item.items.map(equalityKey).sort().join(';')}}`;
    default:
      return item.kind;
  }
}
