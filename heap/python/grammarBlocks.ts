/** Statements that have blocks (Grammar/python.gram `statements`, `block`, `compound_stmt`). */
import type { ClassDefNode, Expr, FunctionDefNode, Handler, Stmt, WithItem } from './ast.ts';
import { callArguments } from './grammarArguments.ts';
import { expression, namedExpression, separated, starExpressions } from './grammarExpressions.ts';
import { matchStatement } from './grammarMatch.ts';
import { functionParameters } from './grammarParameters.ts';
import { simpleStatements } from './grammarStatements.ts';
import { starTarget, starTargets } from './grammarTargets.ts';
import * as wrong from './mistakesInBlocks.ts';
import { invalidForTarget } from './mistakesInDisplays.ts';
import { memo, type Parser } from './parser.ts';
import { refused } from './refused.ts';

export function file(p: Parser): Stmt[] | null {
  const body = statements(p) ?? [];
  return p.take('ENDMARKER') === null ? null : body;
}

function statements(p: Parser): Stmt[] | null {
  const all: Stmt[] = [];
  for (;;) {
    const mark = p.mark;
    const compound = compoundStatement(p);
    const next = compound === null ? simpleStatements(p) : [compound];
    if (next === null) {
      p.mark = mark;
      return all.length === 0 ? null : all;
    }
    all.push(...next);
  }
}

export const block = memo((p): Stmt[] | null => {
  const indented = p.attempt(() => {
    if (p.take('NEWLINE') === null || p.take('INDENT') === null) return null;
    const body = statements(p);
    return body === null || p.take('DEDENT') === null ? null : body;
  });
  const body = indented ?? simpleStatements(p);
  if (body === null && p.mistakes) wrong.invalidBlock(p);
  return body;
});

function compoundStatement(p: Parser): Stmt | null {
  switch (p.token.type) {
    case 'def':
      return p.attempt(() => functionDefinition(p, []));
    case '@':
      return decorated(p);
    case 'async':
      return asynchronous(p);
    case 'if':
      return conditional(p, 'if');
    case 'class':
      return p.attempt(() => classDefinition(p, []));
    case 'with':
      return withStatement(p);
    case 'for':
      return forLoop(p);
    case 'try':
      return tryStatement(p);
    case 'while':
      return whileLoop(p);
    default:
      return matchStatement(p);
  }
}

/** `async def`, `async with`, `async for`: read like the plain ones, then refused. */
function asynchronous(p: Parser): Stmt | null {
  const mark = p.mark;
  const start = p.token;
  if (p.mistakes) wrong.invalidAsync(p);
  p.mark++;
  const made =
    p.attempt(() => (p.is('def') ? functionDefinition(p, []) : null)) ??
    (p.is('with') ? withStatement(p) : null) ??
    (p.is('for') ? forLoop(p) : null);
  if (made !== null) throw p.errorAt(start, refused.async);
  p.mark = mark;
  return null;
}

function decorators(p: Parser): Expr[] | null {
  const all: Expr[] = [];
  for (;;) {
    const one = p.attempt(() => {
      const value = p.take('@') === null ? null : namedExpression(p);
      return value === null || p.take('NEWLINE') === null ? null : value;
    });
    if (one === null) return all.length === 0 ? null : all;
    all.push(one);
  }
}

function decorated(p: Parser): Stmt | null {
  const mark = p.mark;
  const all = decorators(p);
  if (all === null) return null;
  const start = p.token;
  const async = p.take('async');
  const made =
    functionDefinition(p, all) ?? (async === null ? p.attempt(() => classDefinition(p, all)) : null);
  if (made !== null && async !== null) throw p.errorAt(start, refused.async);
  if (made === null) p.mark = mark;
  return made;
}

function functionDefinition(p: Parser, all: Expr[]): FunctionDefNode | null {
  if (p.mistakes) wrong.invalidFunction(p);
  const start = p.take('def');
  const name = start === null ? null : p.take('NAME');
  if (start === null || name === null) return null;
  p.force('(');
  const args = functionParameters(p);
  if (p.take(')') === null) return null;
  const returns = p.attempt(() => (p.take('->') === null ? null : expression(p)));
  p.force(':');
  const body = block(p);
  if (body === null) return null;
  return { kind: 'FunctionDef', name: name.text, args, body, decorators: all, returns, ...p.span(start) };
}

function classDefinition(p: Parser, all: Expr[]): ClassDefNode | null {
  if (p.mistakes) wrong.invalidClass(p);
  const start = p.take('class');
  const name = start === null ? null : p.take('NAME');
  if (start === null || name === null) return null;
  const given = p.attempt(() => {
    if (p.take('(') === null) return null;
    const inner = callArguments(p);
    return p.take(')') === null ? null : (inner ?? { args: [], keywords: [] });
  });
  const body = p.take(':') === null ? null : block(p);
  if (body === null) return null;
  const meta = given?.keywords.find(({ arg }) => arg === 'metaclass');
  if (meta !== undefined) throw p.errorAt(meta, refused.metaclass);
  return {
    kind: 'ClassDef',
    name: name.text,
    bases: given?.args ?? [],
    keywords: given?.keywords ?? [],
    body,
    decorators: all,
    ...p.span(start),
  };
}

function conditional(p: Parser, word: 'if' | 'elif'): Stmt | null {
  if (p.mistakes) wrong.invalidCondition(p, word);
  const mark = p.mark;
  const start = p.take(word);
  if (start === null) return null;
  const test = namedExpression(p);
  const body = test === null || p.take(':') === null ? null : block(p);
  if (test === null || body === null) {
    p.mark = mark;
    return null;
  }
  p.deeper(1);
  const next = conditional(p, 'elif');
  p.deeper(-1);
  const orelse = next === null ? elseBlock(p) : [next];
  return { kind: 'If', test, body, orelse, ...p.span(start) };
}

function elseBlock(p: Parser): Stmt[] {
  if (p.mistakes) wrong.invalidElse(p);
  const body = p.attempt(() => {
    if (p.take('else') === null) return null;
    p.force(':');
    return block(p);
  });
  return body ?? [];
}

function whileLoop(p: Parser): Stmt | null {
  if (p.mistakes) wrong.invalidWhile(p);
  return p.attempt(() => {
    const start = p.take('while');
    if (start === null) return null;
    const test = namedExpression(p);
    const body = test === null || p.take(':') === null ? null : block(p);
    if (test === null || body === null) return null;
    return { kind: 'While', test, body, orelse: elseBlock(p), ...p.span(start) };
  });
}

function forLoop(p: Parser): Stmt | null {
  if (p.mistakes) wrong.invalidFor(p);
  const mark = p.mark;
  const start = p.take('for');
  if (start === null) return null;
  const target = starTargets(p);
  if (target !== null && p.take('in') !== null) {
    const iter = starExpressions(p);
    const body = iter === null || p.take(':') === null ? null : block(p);
    if (iter !== null && body !== null)
      return { kind: 'For', target, iter, body, orelse: elseBlock(p), ...p.span(start) };
    p.mark = mark;
    return null;
  }
  p.mark = mark;
  if (p.mistakes) invalidForTarget(p);
  return null;
}

function withStatement(p: Parser): Stmt | null {
  if (p.mistakes) wrong.invalidWithIndent(p);
  const made = p.attempt(() => withItems(p, true)) ?? p.attempt(() => withItems(p, false));
  if (made === null && p.mistakes) wrong.invalidWith(p);
  return made;
}

function withItems(p: Parser, bracketed: boolean): Stmt | null {
  const start = p.take('with');
  if (start === null || (bracketed && p.take('(') === null)) return null;
  const items = separated(p, withItem, bracketed);
  if (items === null || (bracketed && p.take(')') === null)) return null;
  const body = p.take(':') === null ? null : block(p);
  return body === null ? null : { kind: 'With', items, body, ...p.span(start) };
}

function withItem(p: Parser): WithItem | null {
  const named = p.attempt(() => {
    const context = expression(p);
    const target = context === null || p.take('as') === null ? null : starTarget(p);
    if (context === null || target === null || !(p.is(',') || p.is(')') || p.is(':'))) return null;
    return { context, target };
  });
  if (named !== null) return named;
  if (p.mistakes) wrong.invalidWithItem(p);
  const context = expression(p);
  return context === null ? null : { context, target: null };
}

function tryStatement(p: Parser): Stmt | null {
  if (p.mistakes) wrong.invalidTry(p);
  return p.attempt((): Stmt | null => {
    const start = p.take('try');
    if (start === null) return null;
    p.force(':');
    const body = block(p);
    if (body === null) return null;
    const alone = finallyBlock(p);
    if (alone !== null)
      return { kind: 'Try', body, handlers: [], orelse: [], finalbody: alone, ...p.span(start) };
    const handlers: Handler[] = [];
    for (;;) {
      const handler = exceptBlock(p);
      if (handler === null) break;
      handlers.push(handler);
    }
    if (handlers.length === 0) return null;
    const orelse = elseBlock(p);
    const finalbody = finallyBlock(p) ?? [];
    return { kind: 'Try', body, handlers, orelse, finalbody, ...p.span(start) };
  });
}

function finallyBlock(p: Parser): Stmt[] | null {
  if (p.mistakes) wrong.invalidFinally(p);
  return p.attempt(() => {
    if (p.take('finally') === null) return null;
    p.force(':');
    return block(p);
  });
}

/** One `except`; `except*` is read like it, then refused. */
export function exceptBlock(p: Parser): Handler | null {
  if (p.mistakes) wrong.invalidExceptIndent(p);
  const start = p.token;
  const made = p.attempt((): Handler | null => {
    if (p.take('except') === null) return null;
    const star = p.take('*');
    const mark = p.mark;
    const type = expression(p);
    if (type === null) p.mark = mark;
    if (type === null && star !== null) return null;
    const name = type === null ? null : p.attempt(() => (p.take('as') === null ? null : p.take('NAME')));
    const body = p.take(':') === null ? null : block(p);
    if (body === null) return null;
    if (star !== null) throw p.errorAt(star, refused.exceptStar);
    return { type, name: name?.text ?? null, body, ...p.span(start) };
  });
  if (made === null && p.mistakes) wrong.invalidExcept(p);
  return made;
}
