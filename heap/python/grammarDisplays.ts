/** What stands in brackets: groups, tuples, lists, sets, dicts, comprehensions (Grammar/python.gram `group` … `dictcomp`). */
import type { Comprehension, Expr } from './ast.ts';
import {
  assignmentOrExpression,
  bitwiseOr,
  disjunction,
  expression,
  namedExpression,
  separated,
  starNamedExpression,
  starNamedExpressions,
  yieldExpression,
} from './grammarExpressions.ts';
import { starTargets } from './grammarTargets.ts';
import {
  invalidComprehension,
  invalidDictComprehension,
  invalidDictItems,
  invalidForTarget,
  invalidGroup,
} from './mistakesInDisplays.ts';
import type { Parser } from './parser.ts';
import { refused } from './refused.ts';

export function parentheses(p: Parser): Expr | null {
  return tuple(p) ?? group(p) ?? generatorExpression(p);
}

export function tuple(p: Parser): Expr | null {
  const start = p.token;
  const begin = p.mark;
  if (p.take('(') === null) return null;
  const mark = p.mark;
  let elts: Expr[] = [];
  const first = starNamedExpression(p);
  if (first !== null && p.take(',') !== null) elts = [first, ...(starNamedExpressions(p) ?? [])];
  else p.mark = mark;
  if (p.take(')') !== null) return { kind: 'Tuple', elts, ctx: 'load', ...p.span(start) };
  p.mark = begin;
  return null;
}

function group(p: Parser): Expr | null {
  const begin = p.mark;
  p.take('(');
  const value = yieldExpression(p) ?? namedExpression(p);
  if (value !== null && p.take(')') !== null) return value;
  p.mark = begin;
  if (p.mistakes) invalidGroup(p);
  return null;
}

export function generatorExpression(p: Parser): Expr | null {
  const start = p.token;
  const begin = p.mark;
  if (p.take('(') !== null) {
    const elt = assignmentOrExpression(p);
    const generators = elt === null ? null : forIfClauses(p);
    if (elt !== null && generators !== null && p.take(')') !== null)
      return { kind: 'GeneratorExp', elt, value: null, generators, ...p.span(start) };
  }
  p.mark = begin;
  if (p.mistakes) invalidComprehension(p);
  return null;
}

export function brackets(p: Parser): Expr | null {
  return list(p) ?? comprehension(p, '[', ']', 'ListComp');
}

export function list(p: Parser): Expr | null {
  const start = p.token;
  const begin = p.mark;
  if (p.take('[') === null) return null;
  const elts = starNamedExpressions(p) ?? [];
  if (p.take(']') !== null) return { kind: 'List', elts, ctx: 'load', ...p.span(start) };
  p.mark = begin;
  return null;
}

function comprehension(
  p: Parser,
  open: '[' | '{',
  close: ']' | '}',
  kind: 'ListComp' | 'SetComp',
): Expr | null {
  const start = p.token;
  const begin = p.mark;
  p.take(open);
  const elt = namedExpression(p);
  const generators = elt === null ? null : forIfClauses(p);
  if (elt !== null && generators !== null && p.take(close) !== null)
    return { kind, elt, value: null, generators, ...p.span(start) };
  p.mark = begin;
  if (p.mistakes) invalidComprehension(p);
  return null;
}

export function braces(p: Parser): Expr | null {
  return dict(p) ?? set(p) ?? dictComprehension(p) ?? comprehension(p, '{', '}', 'SetComp');
}

function set(p: Parser): Expr | null {
  const start = p.token;
  const begin = p.mark;
  p.take('{');
  const elts = starNamedExpressions(p);
  if (elts !== null && p.take('}') !== null) return { kind: 'Set', elts, ...p.span(start) };
  p.mark = begin;
  return null;
}

type Item = { readonly key: Expr | null; readonly value: Expr };

function dict(p: Parser): Expr | null {
  const start = p.token;
  const begin = p.mark;
  p.take('{');
  const items = separated(p, dictItem, true) ?? [];
  if (p.take('}') !== null) {
    const keys = items.map(({ key }) => key);
    return { kind: 'Dict', keys, values: items.map(({ value }) => value), ...p.span(start) };
  }
  p.mark = begin;
  // Also in the first reading: the generated parser leaves out only rules that stand alone in an alternative.
  invalidDictItems(p);
  return null;
}

export function dictItem(p: Parser): Item | null {
  const mark = p.mark;
  if (p.take('**') !== null) {
    const value = bitwiseOr(p);
    if (value !== null) return { key: null, value };
    p.mark = mark;
  }
  return keyValue(p);
}

function keyValue(p: Parser): { key: Expr; value: Expr } | null {
  const begin = p.mark;
  const key = expression(p);
  const value = key === null || p.take(':') === null ? null : expression(p);
  if (key !== null && value !== null) return { key, value };
  p.mark = begin;
  return null;
}

function dictComprehension(p: Parser): Expr | null {
  const start = p.token;
  const value = p.attempt((): Expr | null => {
    p.take('{');
    const item = keyValue(p);
    const generators = item === null ? null : forIfClauses(p);
    if (item === null || generators === null || p.take('}') === null) return null;
    return { kind: 'DictComp', elt: item.key, value: item.value, generators, ...p.span(start) };
  });
  if (value === null && p.mistakes) invalidDictComprehension(p);
  return value;
}

export function forIfClauses(p: Parser): Comprehension[] | null {
  const clauses: Comprehension[] = [];
  for (;;) {
    const clause = p.attempt(() => forIfClause(p));
    if (clause === null) return clauses.length === 0 ? null : clauses;
    clauses.push(clause);
  }
}

function forIfClause(p: Parser): Comprehension | null {
  const mark = p.mark;
  const async = p.take('async');
  if (p.take('for') !== null) {
    const target = starTargets(p);
    if (target !== null && p.take('in') !== null) {
      const iter = disjunction(p);
      if (iter === null) return null;
      if (async !== null) throw p.errorAt(async, refused.async);
      const ifs: Expr[] = [];
      for (;;) {
        const before = p.mark;
        const test = p.take('if') === null ? null : disjunction(p);
        if (test === null) {
          p.mark = before;
          return { target, iter, ifs };
        }
        ifs.push(test);
      }
    }
  }
  p.mark = mark;
  if (p.mistakes) invalidForTarget(p);
  return null;
}
