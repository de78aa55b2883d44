/** Attributes, calls, subscripts, and what they apply to (Grammar/python.gram `primary`, `slices`, `atom`). */
import type { Expr } from './ast.ts';
import { boolConstant, ELLIPSIS, NONE } from './constants.ts';
import { callArguments } from './grammarArguments.ts';
import { braces, brackets, generatorExpression, parentheses } from './grammarDisplays.ts';
import { expression, namedExpression, separated, starredExpression } from './grammarExpressions.ts';
import { numberConstant } from './literals.ts';
import { Memory, type Parser } from './parser.ts';
import { strings } from './parseStrings.ts';
import type { Token } from './token.ts';

const primaryMemory = new Memory<Expr>();

export function primary(p: Parser): Expr | null {
  const known = primaryMemory.recall(p);
  if (known !== undefined) return known;
  const mark = p.mark;
  const start = p.token;
  let value = atom(p);
  while (value !== null) {
    const longer = extended(p, start, value);
    if (longer === null) break;
    value = longer;
  }
  return primaryMemory.keep(p, mark, value);
}

/** One more `.name`, call or subscript behind a value. */
function extended(p: Parser, start: Token, value: Expr): Expr | null {
  return attribute(p, start, value) ?? called(p, start, value) ?? subscripted(p, start, value);
}

export function attribute(p: Parser, start: Token, value: Expr): Expr | null {
  return p.attempt(() => {
    if (p.take('.') === null) return null;
    const name = p.take('NAME');
    if (name === null) return null;
    return { kind: 'Attribute', value, attr: name.text, ctx: 'load', ...p.span(start) };
  });
}

export function called(p: Parser, start: Token, func: Expr): Expr | null {
  if (!p.is('(')) return null;
  const generator = generatorExpression(p);
  if (generator !== null) return { kind: 'Call', func, args: [generator], keywords: [], ...p.span(start) };
  const mark = p.mark;
  p.take('(');
  const args = callArguments(p);
  if (p.take(')') === null) {
    p.mark = mark;
    return null;
  }
  return { kind: 'Call', func, args: args?.args ?? [], keywords: args?.keywords ?? [], ...p.span(start) };
}

export function subscripted(p: Parser, start: Token, value: Expr): Expr | null {
  const mark = p.mark;
  const index = p.take('[') === null ? null : slices(p);
  if (index === null || p.take(']') === null) {
    p.mark = mark;
    return null;
  }
  return { kind: 'Subscript', value, slice: index, ctx: 'load', ...p.span(start) };
}

function slices(p: Parser): Expr | null {
  const start = p.token;
  const mark = p.mark;
  const only = slice(p);
  if (only !== null && !p.is(',')) return only;
  p.mark = mark;
  const elts = separated(p, (q) => slice(q) ?? starredExpression(q), true);
  return elts === null ? null : { kind: 'Tuple', elts, ctx: 'load', ...p.span(start) };
}

function slice(p: Parser): Expr | null {
  const start = p.token;
  const mark = p.mark;
  const lower = expression(p);
  if (p.take(':') !== null) {
    const upper = expression(p);
    const step = p.take(':') === null ? null : expression(p);
    return { kind: 'Slice', lower, upper, step, ...p.span(start) };
  }
  p.mark = mark;
  return namedExpression(p);
}

export function atom(p: Parser): Expr | null {
  const token = p.token;
  const { from, to } = token;
  switch (token.type) {
    case 'NAME':
      p.mark++;
      return { kind: 'Name', id: token.text, ctx: 'load', from, to };
    case 'True':
    case 'False':
      p.mark++;
      return { kind: 'Constant', value: boolConstant(token.type === 'True'), from, to };
    case 'None':
      p.mark++;
      return { kind: 'Constant', value: NONE, from, to };
    case 'STRING':
      return strings(p);
    case 'NUMBER':
      p.mark++;
      return { kind: 'Constant', value: numberConstant(token), from, to };
    case '(':
      return parentheses(p);
    case '[':
      return brackets(p);
    case '{':
      return braces(p);
    case '...':
      p.mark++;
      return { kind: 'Constant', value: ELLIPSIS, from, to };
    default:
      return null;
  }
}
