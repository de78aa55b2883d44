/**
 * Mistakes in parameter lists (Grammar/python.gram `invalid_parameters`, `invalid_star_etc`, `invalid_kwds`,
 * `invalid_default` and their twins for lambda).
 */
import {
  many,
  maybeDefault,
  noDefault,
  ofLambda,
  type ParameterStyle,
  param,
  slashNoDefault,
  slashWithDefault,
  withDefault,
} from './grammarParameters.ts';
import type { Parser } from './parser.ts';

export function invalidParameters(p: Parser, style: ParameterStyle): void {
  const anySlash = (): unknown => slashNoDefault(p, style) ?? slashWithDefault(p, style);
  const maybe = (): unknown[] => many(p, (q) => maybeDefault(q, style));
  const plain = (): unknown[] => many(p, (q) => noDefault(q, style));
  p.ahead(() => {
    plain();
    if (slashWithDefault(p, style) === null && many(p, (q) => withDefault(q, style)).length === 0)
      return null;
    const late = noDefault(p, style);
    if (late === null) return null;
    throw p.errorAt(late, 'non-default argument follows default argument');
  });
  p.ahead(() => {
    plain();
    const open = p.take('(');
    if (open === null) return null;
    if (style === ofLambda) {
      if (!namesInBrackets(p)) return null;
    } else {
      if (plain().length === 0) return null;
      p.take(',');
    }
    if (p.take(')') === null) return null;
    const what = style === ofLambda ? 'Lambda expression parameters' : 'Function parameters';
    throw p.errorAt(open, `${what} cannot be parenthesized`);
  });
  p.ahead(() => {
    const slash = p.take('/');
    if (slash === null || p.take(',') === null) return null;
    throw p.errorAt(slash, 'at least one argument must precede /');
  });
  p.ahead(() => {
    if (anySlash() === null) return null;
    maybe();
    const slash = p.take('/');
    if (slash === null) return null;
    throw p.errorAt(slash, '/ may appear only once');
  });
  p.ahead(() => {
    anySlash();
    maybe();
    if (p.take('*') === null || (p.take(',') === null && noDefault(p, style) === null)) return null;
    maybe();
    const slash = p.take('/');
    if (slash === null) return null;
    throw p.errorAt(slash, '/ must be ahead of *');
  });
  p.ahead(() => {
    if (maybe().length === 0 || p.take('/') === null) return null;
    const star = p.take('*');
    if (star === null) return null;
    throw p.errorAt(star, 'expected comma between / and *');
  });
}

/** `(a, b)`, `(a, b,)` behind the opening bracket. */
function namesInBrackets(p: Parser): boolean {
  if (p.take('NAME') === null) return false;
  for (;;) {
    const mark = p.mark;
    if (p.take(',') === null) return true;
    if (p.take('NAME') === null) {
      p.mark = mark;
      p.take(',');
      return true;
    }
  }
}

export function invalidStar(p: Parser, style: ParameterStyle): void {
  p.ahead(() => {
    const star = p.take('*');
    if (star === null) return null;
    const bare =
      p.take(style.close) !== null || (p.take(',') !== null && p.takeOne(style.close, '**') !== null);
    if (!bare) return null;
    if (style === ofLambda) throw p.errorHere('named arguments must follow bare *');
    throw p.errorAt(star, 'named arguments must follow bare *');
  });
  p.ahead(() => {
    if (p.take('*') === null || param(p, style) === null) return null;
    const equal = p.take('=');
    if (equal === null) return null;
    throw p.errorAt(equal, 'var-positional argument cannot have default value');
  });
  p.ahead(() => {
    const oneMore = (): unknown => noDefault(p, style) ?? p.take(',');
    if (p.take('*') === null || oneMore() === null) return null;
    many(p, (q) => maybeDefault(q, style));
    const star = p.take('*');
    if (star === null || oneMore() === null) return null;
    throw p.errorAt(star, '* argument may appear only once');
  });
}

export function invalidKeywords(p: Parser, style: ParameterStyle): void {
  const second = (): boolean => p.take('**') !== null && param(p, style) !== null;
  p.ahead(() => {
    const equal = second() ? p.take('=') : null;
    if (equal === null) return null;
    throw p.errorAt(equal, 'var-keyword argument cannot have default value');
  });
  p.ahead(() => {
    if (!second() || p.take(',') === null) return null;
    const late = param(p, style) ?? p.takeOne('*', '**', '/');
    if (late === null) return null;
    throw p.errorAt(late, 'arguments cannot follow var-keyword argument');
  });
}

export function invalidDefault(p: Parser): void {
  p.ahead(() => {
    const equal = p.take('=');
    if (equal === null || !(p.is(')') || p.is(','))) return null;
    throw p.errorAt(equal, 'expected default value expression');
  });
}
