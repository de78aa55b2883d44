/** Mistakes in the arguments of a call (Grammar/python.gram `invalid_arguments`, `invalid_kwarg`). */
import type { Expr } from './ast.ts';
import { args, type CallArguments } from './grammarArguments.ts';
import { forIfClauses } from './grammarDisplays.ts';
import { expression } from './grammarExpressions.ts';
import type { Parser } from './parser.ts';

const UNPARENTHESIZED = 'Generator expression must be parenthesized';
const MAYBE_EQUAL = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";

export function invalidArguments(p: Parser): void {
  p.ahead(() => {
    const given = args(p);
    const star = given === null || p.take(',') === null ? null : p.take('*');
    if (star === null || given?.keywords.length === 0) return null;
    throw p.errorAt(star, 'iterable argument unpacking follows keyword argument unpacking');
  });
  p.ahead(() => {
    const value = expression(p);
    if (value === null || forIfClauses(p) === null || p.take(',') === null) return null;
    const mark = p.mark;
    if (args(p) === null) {
      p.mark = mark;
      if (expression(p) !== null) forIfClauses(p);
    }
    throw p.errorAt(value, UNPARENTHESIZED);
  });
  generatorAsValue(p);
  p.ahead(() => {
    const given = args(p);
    if (given === null || forIfClauses(p) === null) return null;
    const last = lastOf(given);
    if (last === null) return null;
    throw p.errorAt(last, UNPARENTHESIZED);
  });
  p.ahead(() => {
    const value = args(p) === null || p.take(',') === null ? null : expression(p);
    if (value === null || forIfClauses(p) === null) return null;
    throw p.errorAt(value, UNPARENTHESIZED);
  });
  p.ahead(() => {
    const given = args(p);
    if (given === null || p.take(',') === null || args(p) === null) return null;
    const unpacked = given.keywords.some(({ arg }) => arg === null);
    throw p.errorHere(`positional argument follows keyword argument${unpacked ? ' unpacking' : ''}`);
  });
}

/** The argument before which a generator stands, if it is not the only one. Models `_PyPegen_nonparen_genexp_in_call`. */
function lastOf(given: CallArguments): Expr | null {
  if (given.args.length <= 1 && given.keywords.length === 0) return null;
  return given.args[given.args.length - 1] ?? null;
}

/** `f(a=x for x in y)` */
function generatorAsValue(p: Parser): void {
  p.ahead(() => {
    const name = p.take('NAME');
    if (name === null || p.take('=') === null || expression(p) === null || forIfClauses(p) === null)
      return null;
    throw p.errorAt(name, MAYBE_EQUAL);
  });
}

export function invalidKeyword(p: Parser): void {
  p.ahead(() => {
    const constant = p.takeOne('True', 'False', 'None');
    if (constant === null || p.take('=') === null) return null;
    throw p.errorAt(constant, `cannot assign to ${constant.text}`);
  });
  generatorAsValue(p);
  p.ahead(() => {
    if (p.ahead(() => (p.take('NAME') === null ? null : p.take('=')))) return null;
    const value = expression(p);
    if (value === null || p.take('=') === null) return null;
    throw p.errorAt(value, 'expression cannot contain assignment, perhaps you meant "=="?');
  });
}
