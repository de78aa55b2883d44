/**
 * Mistakes in brackets (Grammar/python.gram `invalid_group`, `invalid_comprehension`, `invalid_dict_comprehension`,
 * `invalid_double_starred_kvpairs`, `invalid_kvpair`, `invalid_for_target`).
 */
import { dictItem, forIfClauses } from './grammarDisplays.ts';
import {
  bitwiseOr,
  expression,
  starExpressions,
  starNamedExpression,
  starNamedExpressions,
  starredExpression,
} from './grammarExpressions.ts';
import { invalidTarget } from './invalidTarget.ts';
import type { Parser } from './parser.ts';

export function invalidGroup(p: Parser): void {
  p.ahead(() => {
    const value = p.take('(') === null ? null : starredExpression(p);
    if (value === null || p.take(')') === null) return null;
    throw p.errorAt(value, 'cannot use starred expression here');
  });
  p.ahead(() => {
    const stars = p.take('(') === null ? null : p.take('**');
    if (stars === null || expression(p) === null || p.take(')') === null) return null;
    throw p.errorAt(stars, 'cannot use double starred expression here');
  });
}

export function invalidComprehension(p: Parser): void {
  p.ahead(() => {
    const value = p.takeOne('[', '(', '{') === null ? null : starredExpression(p);
    if (value === null || forIfClauses(p) === null) return null;
    throw p.errorAt(value, 'iterable unpacking cannot be used in comprehension');
  });
  p.ahead(() => {
    const first = p.takeOne('[', '{') === null ? null : starNamedExpression(p);
    if (first === null || p.take(',') === null) return null;
    if (starNamedExpressions(p) === null || forIfClauses(p) === null) return null;
    throw p.errorAt(first, 'did you forget parentheses around the comprehension target?');
  });
  p.ahead(() => {
    const first = p.takeOne('[', '{') === null ? null : starNamedExpression(p);
    if (first === null || p.take(',') === null || forIfClauses(p) === null) return null;
    throw p.errorAt(first, 'did you forget parentheses around the comprehension target?');
  });
}

export function invalidDictComprehension(p: Parser): void {
  p.ahead(() => {
    const stars = p.take('{') === null ? null : p.take('**');
    if (stars === null || bitwiseOr(p) === null || forIfClauses(p) === null || p.take('}') === null)
      return null;
    throw p.errorAt(stars, 'dict unpacking cannot be used in dict comprehension');
  });
}

export function invalidDictItems(p: Parser): void {
  p.ahead(() => {
    p.take('{');
    p.ahead(() => {
      for (let first = true; ; first = false) {
        const mark = p.mark;
        if (!first && p.take(',') === null) return null;
        if (dictItem(p) !== null) continue;
        p.mark = mark;
        if (!first && p.take(',') !== null) invalidDictItem(p);
        return null;
      }
    });
    valueMistakes(p);
    return null;
  });
}

function invalidDictItem(p: Parser): void {
  p.ahead(() => {
    const key = expression(p);
    if (key === null || p.is(':')) return null;
    throw p.errorAt({ from: key.to - 1, to: key.to }, "':' expected after dictionary key");
  });
  valueMistakes(p);
}

function valueMistakes(p: Parser): void {
  p.ahead(() => {
    const star = expression(p) === null || p.take(':') === null ? null : p.take('*');
    if (star === null || bitwiseOr(p) === null) return null;
    throw p.errorAt(star, 'cannot use a starred expression in a dictionary value');
  });
  p.ahead(() => {
    const colon = expression(p) === null ? null : p.take(':');
    if (colon === null || !(p.is('}') || p.is(','))) return null;
    throw p.errorAt(colon, "expression expected after dictionary key and ':'");
  });
}

export function invalidForTarget(p: Parser): void {
  p.ahead(() => {
    p.take('async');
    const value = p.take('for') === null ? null : starExpressions(p);
    if (value !== null) invalidTarget(p, value, 'for');
    return null;
  });
}
