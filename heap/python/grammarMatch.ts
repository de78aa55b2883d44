/**
 * `match` is a keyword only where a subject, a colon and an indented `case` follow (Grammar/python.gram `match_stmt`).
 * The classroom's Python goes no further.
 */
import type { Expr } from './ast.ts';
import { namedExpression, starNamedExpression, starNamedExpressions } from './grammarExpressions.ts';
import type { Parser } from './parser.ts';
import { refused } from './refused.ts';

export function matchStatement(p: Parser): null {
  const start = p.token;
  const isMatch = p.ahead(() => {
    if (p.takeSoft('match') === null || subject(p) === null) return null;
    if (p.take(':') === null || p.take('NEWLINE') === null || p.take('INDENT') === null) return null;
    return p.takeSoft('case');
  });
  if (isMatch) throw p.errorAt(start, refused.match);
  if (p.mistakes) invalidMatch(p);
  return null;
}

function subject(p: Parser): Expr | null {
  const several = p.attempt(() => {
    const first = starNamedExpression(p);
    if (first === null || p.take(',') === null) return null;
    starNamedExpressions(p);
    return first;
  });
  return several ?? namedExpression(p);
}

function invalidMatch(p: Parser): void {
  p.ahead(() => {
    if (p.takeSoft('match') === null || subject(p) === null) return null;
    if (p.take('NEWLINE') !== null) throw p.errorHere("expected ':'");
    return null;
  });
  p.ahead(() => {
    const start = p.takeSoft('match');
    if (start === null || subject(p) === null || p.take(':') === null) return null;
    if (p.take('NEWLINE') !== null && !p.is('INDENT'))
      throw p.indentationError(`expected an indented block after 'match' statement on line ${start.line}`);
    return null;
  });
}
