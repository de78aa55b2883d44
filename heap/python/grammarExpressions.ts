/** Expressions from the loosest binding to the tightest operator (Grammar/python.gram `star_expressions` … `power`). */
import type { BinaryOperator, CompareOperator, Expr, UnaryOperator } from './ast.ts';
import { lambdaParameters } from './grammarParameters.ts';
import { primary } from './grammarPrimaries.ts';
import {
  invalidExpression,
  invalidLegacyExpression,
  invalidNamedExpression,
} from './mistakesInExpressions.ts';
import { Memory, memo, type Parser } from './parser.ts';
import { refused } from './refused.ts';
import type { Token, TokenType } from './token.ts';

/** `a, b, …` as a tuple; one without a comma as itself. */
function listed(p: Parser, part: (p: Parser) => Expr | null): Expr | null {
  const start = p.token;
  const first = part(p);
  if (first === null || !p.is(',')) return first;
  const elts = [first];
  while (p.take(',') !== null) {
    const next = part(p);
    if (next === null) break;
    elts.push(next);
  }
  return { kind: 'Tuple', elts, ctx: 'load', ...p.span(start) };
}

export function starExpressions(p: Parser): Expr | null {
  return listed(p, starExpression);
}

export function expressions(p: Parser): Expr | null {
  return listed(p, expression);
}

const starExpression = memo((p): Expr | null => starred(p, bitwiseOr) ?? expression(p));

/** `*` and what it unpacks. */
export function starred(p: Parser, part: (p: Parser) => Expr | null): Expr | null {
  const start = p.mark;
  const star = p.take('*');
  if (star === null) return null;
  const value = part(p);
  if (value !== null) return { kind: 'Starred', value, ctx: 'load', ...p.span(star) };
  p.mark = start;
  return null;
}

export function starredExpression(p: Parser): Expr | null {
  return starred(p, expression);
}

export function starNamedExpression(p: Parser): Expr | null {
  return starred(p, bitwiseOr) ?? namedExpression(p);
}

export function starNamedExpressions(p: Parser): Expr[] | null {
  return separated(p, starNamedExpression, true);
}

/** One or more, with commas between; `trailing`: one more comma may follow. */
export function separated<T>(p: Parser, part: (p: Parser) => T | null, trailing: boolean): T[] | null {
  const first = part(p);
  if (first === null) return null;
  const all = [first];
  for (;;) {
    const mark = p.mark;
    if (p.take(',') === null) return all;
    const next = part(p);
    if (next === null) {
      if (!trailing) p.mark = mark;
      return all;
    }
    all.push(next);
  }
}

export function assignmentExpression(p: Parser): Expr | null {
  return p.attempt(() => {
    const name = p.take('NAME');
    if (name === null || p.take(':=') === null) return null;
    const value = expression(p);
    if (value === null) return null;
    const target = { kind: 'Name', id: name.text, ctx: 'store', from: name.from, to: name.to } as const;
    return { kind: 'NamedExpr', target: { ...target }, value, ...p.span(name) };
  });
}

export function namedExpression(p: Parser): Expr | null {
  const assigned = assignmentExpression(p);
  if (assigned !== null) return assigned;
  if (p.mistakes) invalidNamedExpression(p);
  return unassigned(p);
}

/** An expression that is not the left side of `:=`. */
function unassigned(p: Parser): Expr | null {
  return p.attempt(() => {
    const value = expression(p);
    return value === null || p.is(':=') ? null : value;
  });
}

/** What may stand alone between the brackets of a call or a generator expression. */
export function assignmentOrExpression(p: Parser): Expr | null {
  return assignmentExpression(p) ?? unassigned(p);
}

const expressionMemory = new Memory<Expr>();

export function expression(p: Parser): Expr | null {
  const known = expressionMemory.recall(p);
  if (known !== undefined) return known;
  const start = p.mark;
  if (p.mistakes) {
    invalidExpression(p);
    invalidLegacyExpression(p);
  }
  return expressionMemory.keep(p, start, conditional(p) ?? lambda(p));
}

function conditional(p: Parser): Expr | null {
  const start = p.token;
  const body = disjunction(p);
  if (body === null) return null;
  const mark = p.mark;
  if (p.take('if') !== null) {
    const test = disjunction(p);
    const orelse = test === null || p.take('else') === null ? null : expression(p);
    if (test !== null && orelse !== null) return { kind: 'IfExp', test, body, orelse, ...p.span(start) };
    p.mark = mark;
  }
  return body;
}

/** The same without rules for mistakes (rule `expression_without_invalid`). */
export function innocentExpression(p: Parser): Expr | null {
  return p.innocent(() => conditional(p) ?? lambda(p));
}

function lambda(p: Parser): Expr | null {
  const mark = p.mark;
  const start = p.take('lambda');
  if (start === null) return null;
  const args = lambdaParameters(p);
  const body = p.take(':') === null ? null : expression(p);
  if (body !== null) return { kind: 'Lambda', args, body, ...p.span(start) };
  p.mark = mark;
  return null;
}

export function yieldExpression(p: Parser): Expr | null {
  const start = p.take('yield');
  if (start === null) return null;
  const mark = p.mark;
  if (p.take('from') !== null) {
    const value = expression(p);
    if (value !== null) return { kind: 'YieldFrom', value, ...p.span(start) };
    p.mark = mark;
  }
  const value = starExpressions(p);
  return { kind: 'Yield', value, ...p.span(start) };
}

const disjunctionMemory = new Memory<Expr>();

export function disjunction(p: Parser): Expr | null {
  const known = disjunctionMemory.recall(p);
  if (known !== undefined) return known;
  const mark = p.mark;
  const start = p.token;
  const first = conjunction(p);
  if (first === null || !p.is('or')) return disjunctionMemory.keep(p, mark, first);
  const values = [first, ...further(p, 'or', conjunction)];
  return disjunctionMemory.keep(p, mark, joined(p, 'or', values, start));
}

function conjunction(p: Parser): Expr | null {
  const start = p.token;
  const first = inversion(p);
  if (first === null || !p.is('and')) return first;
  return joined(p, 'and', [first, ...further(p, 'and', inversion)], start);
}

/** What stands behind each `op`. */
function further(p: Parser, op: 'or' | 'and', part: (p: Parser) => Expr | null): Expr[] {
  const values: Expr[] = [];
  for (;;) {
    const mark = p.mark;
    const value = p.take(op) === null ? null : part(p);
    if (value === null) {
      p.mark = mark;
      return values;
    }
    values.push(value);
  }
}

function joined(p: Parser, op: 'or' | 'and', values: Expr[], start: Token): Expr | null {
  const [first] = values;
  if (first === undefined || values.length === 1) return first ?? null;
  return { kind: 'BoolOp', op, values, ...p.span(start) };
}

function inversion(p: Parser): Expr | null {
  const mark = p.mark;
  const prefixes: Token[] = [];
  for (let token = p.take('not'); token !== null; token = p.take('not')) prefixes.unshift(token);
  let operand = comparison(p);
  if (operand === null) {
    p.mark = mark;
    return null;
  }
  for (const token of prefixes) operand = { kind: 'UnaryOp', op: 'not', operand, ...p.span(token) };
  return operand;
}

const plainComparisons = ['==', '!=', '<=', '<', '>=', '>'] as const;

function comparisonOperator(p: Parser): CompareOperator | null {
  for (const operator of plainComparisons) if (p.take(operator) !== null) return operator;
  return p.attempt(() => {
    if (p.take('not') !== null) return p.take('in') === null ? null : 'not in';
    if (p.take('in') !== null) return 'in';
    if (p.take('is') === null) return null;
    return p.take('not') === null ? 'is' : 'is not';
  });
}

function comparison(p: Parser): Expr | null {
  const start = p.token;
  const left = bitwiseOr(p);
  if (left === null) return null;
  const ops: CompareOperator[] = [];
  const comparators: Expr[] = [];
  for (;;) {
    const mark = p.mark;
    const op = comparisonOperator(p);
    const right = op === null ? null : bitwiseOr(p);
    if (op === null || right === null) {
      p.mark = mark;
      break;
    }
    ops.push(op);
    comparators.push(right);
  }
  return ops.length === 0 ? left : { kind: 'Compare', left, ops, comparators, ...p.span(start) };
}

const precedence: Readonly<Partial<Record<TokenType, number>>> = {
  '|': 1,
  '^': 2,
  '&': 3,
  '<<': 4,
  '>>': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '//': 6,
  '%': 6,
  '@': 6,
};
const binaryOperators: readonly BinaryOperator[] = [
  '|',
  '^',
  '&',
  '<<',
  '>>',
  '+',
  '-',
  '*',
  '/',
  '//',
  '%',
  '@',
];

const bitwiseOrMemory = new Memory<Expr>();

/** The operators from `|` to `*`, by precedence (rules `bitwise_or` … `term`). */
export function bitwiseOr(p: Parser): Expr | null {
  const known = bitwiseOrMemory.recall(p);
  if (known !== undefined) return known;
  const mark = p.mark;
  const start = p.token;
  const first = factor(p);
  return bitwiseOrMemory.keep(p, mark, first === null ? null : operated(p, start, first, 1));
}

/** A value with what operators of at least that precedence add to it. */
function operated(p: Parser, start: Token, first: Expr, least: number): Expr {
  let left = first;
  for (;;) {
    const mark = p.mark;
    const { type } = p.token;
    const binding = precedence[type] ?? 0;
    const op = binding < least ? undefined : binaryOperators.find((candidate) => candidate === type);
    if (op === undefined) return left;
    p.mark++;
    const rightStart = p.token;
    const operand = factor(p);
    if (operand === null) {
      p.mark = mark;
      return left;
    }
    const right = operated(p, rightStart, operand, binding + 1);
    left = { kind: 'BinOp', left, op, right, ...p.span(start) };
  }
}

const signs: readonly (UnaryOperator & TokenType)[] = ['+', '-', '~'];

function factor(p: Parser): Expr | null {
  const mark = p.mark;
  const prefixes: { token: Token; op: UnaryOperator }[] = [];
  for (;;) {
    const { token } = p;
    const op = signs.find((sign) => sign === token.type);
    if (op === undefined) break;
    p.mark++;
    prefixes.unshift({ token, op });
  }
  let operand = power(p);
  if (operand === null) {
    p.mark = mark;
    return null;
  }
  for (const { token, op } of prefixes) operand = { kind: 'UnaryOp', op, operand, ...p.span(token) };
  return operand;
}

function power(p: Parser): Expr | null {
  const start = p.token;
  const left = primary(p) ?? (start.type === 'await' ? awaited(p) : null);
  if (left === null) return null;
  const mark = p.mark;
  if (p.take('**') !== null) {
    p.deeper(1);
    const right = factor(p);
    p.deeper(-1);
    if (right !== null) return { kind: 'BinOp', left, op: '**', right, ...p.span(start) };
    p.mark = mark;
  }
  return left;
}

function awaited(p: Parser): null {
  const start = p.take('await');
  if (start === null || primary(p) === null) return null;
  throw p.errorAt(start, refused.async);
}
