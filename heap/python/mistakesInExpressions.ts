/**
 * Mistakes in expressions: each function throws what CPython says about one, or returns (Grammar/python.gram
 * `invalid_expression`, `invalid_legacy_expression`, `invalid_named_expression`).
 */
import { expressionName } from './expressionName.ts';
import { generatorExpression, list, tuple } from './grammarDisplays.ts';
import {
  bitwiseOr,
  disjunction,
  expression,
  innocentExpression,
  starExpressions,
} from './grammarExpressions.ts';
import { Memory, type Parser } from './parser.ts';
import type { Token } from './token.ts';

/** Words that were statements in Python 2. */
function isLegacy(token: Token | undefined): boolean {
  return token?.type === 'NAME' && (token.text === 'print' || token.text === 'exec');
}

/** CPython compares as many characters as the name has (`_PyPegen_soft_keyword_token`): `c` passes for `case`. */
const softKeywords = ['_', 'case', 'match'];

export function invalidExpression(p: Parser): void {
  const mark = p.mark;
  forgottenComma(p);
  p.mark = mark;
  const first = disjunction(p);
  if (first !== null && p.take('if') !== null && disjunction(p) !== null && !p.is('else') && !p.is(':'))
    throw p.errorAt(first, "expected 'else' after 'if' expression");
  p.mark = mark;
}

function forgottenComma(p: Parser): void {
  const start = p.token;
  const named = p.ahead(() => (p.take('NAME') === null ? null : p.take('STRING')));
  if (named || (start.type === 'NAME' && softKeywords.some((word) => word.startsWith(start.text)))) return;
  const first = disjunction(p);
  if (first === null || innocentExpression(p) === null) return;
  if (first.kind === 'Name' && isLegacy(start) && first.to === start.to) return;
  if (p.previous.level > 0) throw p.errorAt(first, 'invalid syntax. Perhaps you forgot a comma?');
}

export function invalidLegacyExpression(p: Parser): void {
  p.ahead(() => {
    const name = p.take('NAME');
    if (name === null || p.is('(') || starExpressions(p) === null || !isLegacy(name)) return null;
    throw p.errorAt(name, `Missing parentheses in call to '${name.text}'. Did you mean ${name.text}(...)?`);
  });
}

const namedMemory = new Memory<never>();

export function invalidNamedExpression(p: Parser): void {
  if (namedMemory.recall(p) !== undefined) return;
  const mark = p.mark;
  const first = expression(p);
  if (first !== null && p.take(':=') !== null && expression(p) !== null)
    throw p.errorAt(first, `cannot use assignment expressions with ${expressionName(first)}`);
  p.mark = mark;
  const name = p.take('NAME');
  if (name !== null && comparedByAssignment(p))
    throw p.errorAt(name, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
  p.mark = mark;
  if ((list(p) ?? tuple(p) ?? generatorExpression(p) ?? p.takeOne('True', 'None', 'False')) === null) {
    const left = bitwiseOr(p);
    if (left !== null && comparedByAssignment(p))
      throw p.errorAt(
        left,
        `cannot assign to ${expressionName(left)} here. Maybe you meant '==' instead of '='?`,
      );
  }
  namedMemory.keep(p, mark, null);
}

/** One `=` and a value, where a condition was meant. */
function comparedByAssignment(p: Parser): boolean {
  return p.take('=') !== null && bitwiseOr(p) !== null && !p.is('=') && !p.is(':=');
}
