/**
 * Operators by precedence.
 *
 * Lezer groups `not a == b or c` as `not (a == b or c)`. So its grouping of unary and binary operators is not used:
 * a run of operators outside brackets is laid out flat and grouped again by the rules of Grammar/python.gram
 * (disjunction, conjunction, inversion, comparison, bitwise_or … power).
 */
import type { SyntaxNode } from '@lezer/common';
import type { BinaryOperator, CompareOperator, Expr, UnaryOperator } from './ast.ts';
import { children, type Parse, textOf } from './parseContext.ts';

type Operand = { readonly node: Expr; readonly from: number; readonly to: number };
type Item = { readonly op: string; readonly from: number; readonly operand: Operand | null };

const levels: readonly (readonly BinaryOperator[])[] = [
  ['|'],
  ['^'],
  ['&'],
  ['<<', '>>'],
  ['+', '-'],
  ['*', '/', '//', '%', '@'],
];
const comparisons: readonly CompareOperator[] = [
  '<',
  '<=',
  '==',
  '!=',
  '>',
  '>=',
  'is',
  'is not',
  'in',
  'not in',
];
const prefixes: readonly UnaryOperator[] = ['+', '-', '~'];

export function operatorExpression(
  parse: Parse,
  node: SyntaxNode,
  expression: (parse: Parse, node: SyntaxNode) => Expr,
): Expr {
  const items: Item[] = [];
  flatten(parse, node, items, expression);
  const run = new OperatorRun(parse, items);
  const whole = run.disjunction();
  run.finish();
  return whole.node;
}

function flatten(
  parse: Parse,
  node: SyntaxNode,
  items: Item[],
  expression: (parse: Parse, node: SyntaxNode) => Expr,
): void {
  if (node.name !== 'BinaryExpression' && node.name !== 'UnaryExpression') {
    const operand = { node: expression(parse, node), from: node.from, to: node.to };
    items.push({ op: '', from: node.from, operand });
    return;
  }
  let pending: SyntaxNode | null = null;
  for (const child of children(node)) {
    if (['not', 'is', 'in'].includes(child.name)) {
      const before: SyntaxNode | null = pending;
      if (before !== null && ((before.name === 'not' && child.name === 'in') || before.name === 'is')) {
        items.push({ op: `${before.name} ${child.name}`, from: before.from, operand: null });
        pending = null;
      } else pending = child;
      continue;
    }
    if (pending !== null) {
      items.push({ op: pending.name, from: pending.from, operand: null });
      pending = null;
    }
    if (['or', 'and', 'ArithOp', 'BitOp', 'CompareOp'].includes(child.name))
      items.push({ op: textOf(parse, child), from: child.from, operand: null });
    else flatten(parse, child, items, expression);
  }
}

class OperatorRun {
  readonly #parse: Parse;
  readonly #items: readonly Item[];
  #index = 0;

  constructor(parse: Parse, items: readonly Item[]) {
    this.#parse = parse;
    this.#items = items;
  }

  get #op(): string {
    return this.#items[this.#index]?.op ?? '';
  }

  finish(): void {
    const rest = this.#items[this.#index];
    if (rest !== undefined) throw this.#parse.source.error(rest.from, 'invalid syntax');
  }

  disjunction(): Operand {
    return this.#boolean('or', () => this.#boolean('and', () => this.#inversion()));
  }

  #boolean(op: 'or' | 'and', part: () => Operand): Operand {
    const first = part();
    if (this.#op !== op) return first;
    const values = [first.node];
    let to = first.to;
    while (this.#op === op) {
      this.#index++;
      const value = part();
      values.push(value.node);
      to = value.to;
    }
    return { node: { kind: 'BoolOp', op, values, from: first.from, to }, from: first.from, to };
  }

  #inversion(): Operand {
    const item = this.#items[this.#index];
    if (item?.op !== 'not') return this.#comparison();
    this.#index++;
    const operand = this.#inversion();
    const place = { from: item.from, to: operand.to };
    return { node: { kind: 'UnaryOp', op: 'not', operand: operand.node, ...place }, ...place };
  }

  #comparison(): Operand {
    const left = this.#binary(0);
    const ops: CompareOperator[] = [];
    const comparators: Expr[] = [];
    let to = left.to;
    for (;;) {
      const op = comparisons.find((candidate) => candidate === this.#op);
      if (op === undefined) break;
      this.#index++;
      const right = this.#binary(0);
      ops.push(op);
      comparators.push(right.node);
      to = right.to;
    }
    if (ops.length === 0) return left;
    return {
      node: { kind: 'Compare', left: left.node, ops, comparators, from: left.from, to },
      from: left.from,
      to,
    };
  }

  #binary(level: number): Operand {
    const operators = levels[level];
    if (operators === undefined) return this.#factor();
    let left = this.#binary(level + 1);
    for (;;) {
      const op = operators.find((candidate) => candidate === this.#op);
      if (op === undefined) return left;
      this.#index++;
      const right = this.#binary(level + 1);
      left = this.#join(left, op, right);
    }
  }

  #join(left: Operand, op: BinaryOperator, right: Operand): Operand {
    const place = { from: left.from, to: right.to };
    return { node: { kind: 'BinOp', left: left.node, op, right: right.node, ...place }, ...place };
  }

  #factor(): Operand {
    const item = this.#items[this.#index];
    const op = prefixes.find((candidate) => candidate === item?.op);
    if (item !== undefined && op !== undefined) {
      this.#index++;
      const operand = this.#factor();
      const place = { from: item.from, to: operand.to };
      return { node: { kind: 'UnaryOp', op, operand: operand.node, ...place }, ...place };
    }
    if (item === undefined || item.operand === null) {
      const last = this.#items[this.#items.length - 1];
      throw this.#parse.source.error(item?.from ?? last?.from ?? 0, 'invalid syntax');
    }
    this.#index++;
    if (this.#op !== '**') return item.operand;
    this.#index++;
    return this.#join(item.operand, '**', this.#factor());
  }
}
