/** Mistakes in statements that have blocks (Grammar/python.gram `invalid_block` … `invalid_class_def_raw`). */
import { callArguments } from './grammarArguments.ts';
import { block, exceptBlock } from './grammarBlocks.ts';
import {
  expression,
  expressions,
  namedExpression,
  separated,
  starExpressions,
} from './grammarExpressions.ts';
import { functionParameters } from './grammarParameters.ts';
import { starTarget, starTargets } from './grammarTargets.ts';
import { invalidTarget } from './invalidTarget.ts';
import type { Parser } from './parser.ts';
import type { Token } from './token.ts';

/** The line ends where a colon was expected. */
function colonMissing(p: Parser): null {
  if (p.take('NEWLINE') !== null) throw p.errorHere("expected ':'");
  return null;
}

/** Behind the colon the line ends and no deeper one follows. */
function blockMissing(p: Parser, start: Token, what: string): null {
  if (p.take(':') !== null && p.take('NEWLINE') !== null && !p.is('INDENT'))
    throw p.indentationError(`expected an indented block after ${what} on line ${start.line}`);
  return null;
}

/** Both mistakes behind the same beginning; CPython tries it once for each. */
function header(p: Parser, begin: () => Token | null, what: string): void {
  p.ahead(() => (begin() === null ? null : colonMissing(p)));
  p.ahead(() => {
    const start = begin();
    return start === null ? null : blockMissing(p, start, what);
  });
}

export function invalidBlock(p: Parser): void {
  p.ahead(() => {
    if (p.take('NEWLINE') !== null && !p.is('INDENT')) throw p.indentationError('expected an indented block');
    return null;
  });
}

export function invalidCondition(p: Parser, word: 'if' | 'elif'): void {
  header(p, () => wordAndTest(p, word), `'${word}' statement`);
}

export function invalidWhile(p: Parser): void {
  header(p, () => wordAndTest(p, 'while'), "'while' statement");
}

function wordAndTest(p: Parser, word: 'if' | 'elif' | 'while'): Token | null {
  const start = p.take(word);
  return start === null || namedExpression(p) === null ? null : start;
}

export function invalidElse(p: Parser): void {
  p.ahead(() => {
    const start = p.take('else');
    return start === null ? null : blockMissing(p, start, "'else' statement");
  });
}

export function invalidFor(p: Parser): void {
  const begin = (): Token | null => {
    p.take('async');
    const start = p.take('for');
    if (start === null || starTargets(p) === null || p.take('in') === null) return null;
    return starExpressions(p) === null ? null : start;
  };
  header(p, begin, "'for' statement");
}

export function invalidAsync(p: Parser): void {
  p.ahead(() => {
    p.take('async');
    if (p.is('def')) invalidFunction(p);
    return null;
  });
}

export function invalidFunction(p: Parser): void {
  p.ahead(() => {
    const start = p.take('def');
    if (start === null || p.take('NAME') === null || p.take('(') === null) return null;
    functionParameters(p);
    if (p.take(')') === null) return null;
    p.attempt(() => (p.take('->') === null ? null : expression(p)));
    return blockMissing(p, start, 'function definition');
  });
}

export function invalidClass(p: Parser): void {
  const begin = (): Token | null => {
    const start = p.take('class');
    if (start === null || p.take('NAME') === null) return null;
    p.attempt(() => {
      if (p.take('(') === null) return null;
      callArguments(p);
      return p.take(')');
    });
    return start;
  };
  header(p, begin, 'class definition');
}

function withHead(p: Parser, bracketed: boolean): Token | null {
  p.take('async');
  const start = p.take('with');
  if (start === null || (bracketed && p.take('(') === null)) return null;
  const item = (): unknown => {
    const context = bracketed ? expressions(p) : expression(p);
    if (context === null) return null;
    p.attempt(() => (p.take('as') === null ? null : starTarget(p)));
    return context;
  };
  if (separated(p, item, bracketed) === null) return null;
  return bracketed && p.take(')') === null ? null : start;
}

export function invalidWithIndent(p: Parser): void {
  for (const bracketed of [false, true])
    p.ahead(() => {
      const start = withHead(p, bracketed);
      return start === null ? null : blockMissing(p, start, "'with' statement");
    });
}

export function invalidWith(p: Parser): void {
  for (const bracketed of [false, true])
    p.ahead(() => (withHead(p, bracketed) === null ? null : colonMissing(p)));
}

export function invalidWithItem(p: Parser): void {
  p.ahead(() => {
    const target = expression(p) === null || p.take('as') === null ? null : expression(p);
    if (target !== null && (p.is(',') || p.is(')') || p.is(':'))) invalidTarget(p, target, 'assign');
    return null;
  });
}

export function invalidTry(p: Parser): void {
  p.ahead(() => {
    const start = p.take('try');
    return start === null ? null : blockMissing(p, start, "'try' statement");
  });
  p.ahead(() => {
    if (p.take('try') === null || p.take(':') === null || block(p) === null) return null;
    if (p.is('except') || p.is('finally')) return null;
    throw p.errorHere("expected 'except' or 'finally' block");
  });
  p.ahead(() => {
    if (p.take('try') === null || p.take(':') === null) return null;
    while (block(p) !== null);
    const kinds = new Set<boolean>();
    for (;;) {
      const star = isStarred(p);
      if (star === null || exceptBlock(p) === null) return null;
      kinds.add(star);
      if (kinds.size < 2) continue;
      while (block(p) !== null);
      throw p.errorHere("cannot have both 'except' and 'except*' on the same 'try'");
    }
  });
}

/** Is the next thing an `except*` (true) or an `except`? */
function isStarred(p: Parser): boolean | null {
  const mark = p.mark;
  const known = p.take('except') === null ? null : p.is('*');
  p.mark = mark;
  return known;
}

export function invalidFinally(p: Parser): void {
  p.ahead(() => {
    const start = p.take('finally');
    return start === null ? null : blockMissing(p, start, "'finally' statement");
  });
}

export function invalidExceptIndent(p: Parser): void {
  for (const typed of [true, false])
    p.ahead(() => {
      const start = p.take('except');
      if (start === null) return null;
      const star = typed && p.take('*') !== null;
      if (typed) {
        if (expression(p) === null) return null;
        asName(p);
      }
      return blockMissing(p, start, `'except${star ? '*' : ''}' statement`);
    });
}

function asName(p: Parser): void {
  p.attempt(() => (p.take('as') === null ? null : p.take('NAME')));
}

export function invalidExcept(p: Parser): void {
  p.ahead(() => {
    if (p.take('except') === null) return null;
    p.take('*');
    const first = expression(p);
    if (first === null || p.take(',') === null || expressions(p) === null) return null;
    asName(p);
    if (p.take(':') === null) return null;
    throw p.errorAt(first, 'multiple exception types must be parenthesized');
  });
  p.ahead(() => {
    if (p.take('except') === null) return null;
    p.take('*');
    if (expression(p) === null) return null;
    asName(p);
    return colonMissing(p);
  });
  p.ahead(() => (p.take('except') === null ? null : colonMissing(p)));
  p.ahead(() => {
    if (p.take('except') === null || p.take('*') === null || p.takeOne('NEWLINE', ':') === null) return null;
    throw p.errorHere('expected one or more exception types');
  });
}
