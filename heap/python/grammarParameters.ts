/**
 * The parameters of a function or lambda (Grammar/python.gram `params` … `kwds`, `lambda_params` … `lambda_kwds`).
 * The two differ in annotations and in the token behind the list.
 */
import type { Arguments, Expr, Parameter } from './ast.ts';
import { bitwiseOr, expression, starred } from './grammarExpressions.ts';
import { invalidDefault, invalidKeywords, invalidParameters, invalidStar } from './mistakesInParameters.ts';
import type { Parser } from './parser.ts';

export type ParameterStyle = { readonly close: ')' | ':'; readonly annotated: boolean };
export type WithDefault = { readonly parameter: Parameter; readonly value: Expr | null };
type Rest = { vararg: Parameter | null; kwonly: WithDefault[]; kwarg: Parameter | null };

export const ofFunction: ParameterStyle = { close: ')', annotated: true };
export const ofLambda: ParameterStyle = { close: ':', annotated: false };

const none = (): Arguments => ({
  posonly: [],
  args: [],
  vararg: null,
  kwonly: [],
  kwDefaults: [],
  kwarg: null,
  defaults: [],
});

export function functionParameters(p: Parser): Arguments {
  return parameters(p, ofFunction) ?? none();
}

export function lambdaParameters(p: Parser): Arguments {
  return parameters(p, ofLambda) ?? none();
}

function parameters(p: Parser, style: ParameterStyle): Arguments | null {
  if (p.mistakes) invalidParameters(p, style);
  const slashed = slashNoDefault(p, style);
  if (slashed !== null) {
    const plain = many(p, (q) => noDefault(q, style));
    return finish(p, style, slashed, [], plain);
  }
  const mixed = slashWithDefault(p, style);
  if (mixed !== null) return finish(p, style, mixed.plain, mixed.defaulted, []);
  const plain = many(p, (q) => noDefault(q, style));
  const mark = p.mark;
  const made = finish(p, style, [], [], plain);
  return p.mark === mark && plain.length === 0 ? null : made;
}

/** Parameters with defaults and the rest behind what was read already. */
function finish(
  p: Parser,
  style: ParameterStyle,
  posonly: Parameter[],
  posonlyDefaulted: WithDefault[],
  plain: Parameter[],
): Arguments {
  const defaulted = many(p, (q) => withDefault(q, style));
  const rest = starRest(p, style);
  const kwonly = rest?.kwonly ?? [];
  return {
    posonly: [...posonly, ...posonlyDefaulted.map(({ parameter }) => parameter)],
    args: [...plain, ...defaulted.map(({ parameter }) => parameter)],
    vararg: rest?.vararg ?? null,
    kwonly: kwonly.map(({ parameter }) => parameter),
    kwDefaults: kwonly.map(({ value }) => value),
    kwarg: rest?.kwarg ?? null,
    defaults: [...posonlyDefaulted, ...defaulted].flatMap(({ value }) => (value === null ? [] : [value])),
  };
}

export function many<T>(p: Parser, rule: (p: Parser) => T | null): T[] {
  const all: T[] = [];
  for (;;) {
    const one = p.attempt(() => rule(p));
    if (one === null) return all;
    all.push(one);
  }
}

export function slashNoDefault(p: Parser, style: ParameterStyle): Parameter[] | null {
  return p.attempt(() => {
    const plain = many(p, (q) => noDefault(q, style));
    return plain.length > 0 && slash(p, style) ? plain : null;
  });
}

export function slashWithDefault(
  p: Parser,
  style: ParameterStyle,
): { plain: Parameter[]; defaulted: WithDefault[] } | null {
  return p.attempt(() => {
    const plain = many(p, (q) => noDefault(q, style));
    const defaulted = many(p, (q) => withDefault(q, style));
    return defaulted.length > 0 && slash(p, style) ? { plain, defaulted } : null;
  });
}

function slash(p: Parser, style: ParameterStyle): boolean {
  return p.take('/') !== null && separatedFromNext(p, style);
}

/** A comma, taken, or the end of the list, left. */
function separatedFromNext(p: Parser, style: ParameterStyle): boolean {
  return p.take(',') !== null || p.is(style.close);
}

export function param(p: Parser, style: ParameterStyle): Parameter | null {
  const name = p.take('NAME');
  if (name === null) return null;
  const annotation = style.annotated ? p.attempt(() => (p.take(':') === null ? null : expression(p))) : null;
  return { name: name.text, annotation, ...p.span(name) };
}

export function noDefault(p: Parser, style: ParameterStyle): Parameter | null {
  return p.attempt(() => {
    const parameter = param(p, style);
    return parameter !== null && separatedFromNext(p, style) ? parameter : null;
  });
}

export function withDefault(p: Parser, style: ParameterStyle): WithDefault | null {
  return p.attempt(() => {
    const parameter = param(p, style);
    const value = parameter === null ? null : defaultValue(p);
    if (parameter === null || value === null) return null;
    return separatedFromNext(p, style) ? { parameter, value } : null;
  });
}

export function maybeDefault(p: Parser, style: ParameterStyle): WithDefault | null {
  return p.attempt(() => {
    const parameter = param(p, style);
    if (parameter === null) return null;
    const value = defaultValue(p);
    return separatedFromNext(p, style) ? { parameter, value } : null;
  });
}

function defaultValue(p: Parser): Expr | null {
  const value = p.attempt(() => (p.take('=') === null ? null : expression(p)));
  if (value === null && p.mistakes) invalidDefault(p);
  return value;
}

function starRest(p: Parser, style: ParameterStyle): Rest | null {
  if (p.mistakes) invalidStar(p, style);
  return starAndMore(p, style) ?? onlyKeywords(p, style);
}

function onlyKeywords(p: Parser, style: ParameterStyle): Rest | null {
  const kwarg = keywordsParameter(p, style);
  return kwarg === null ? null : { vararg: null, kwonly: [], kwarg };
}

function starAndMore(p: Parser, style: ParameterStyle): Rest | null {
  return p.attempt(() => {
    if (p.take('*') === null) return null;
    const vararg = noDefault(p, style) ?? (style.annotated ? starAnnotated(p, style) : null);
    if (vararg === null && p.take(',') === null) return null;
    const kwonly = many(p, (q) => maybeDefault(q, style));
    if (vararg === null && kwonly.length === 0) return null;
    return { vararg, kwonly, kwarg: keywordsParameter(p, style) };
  });
}

/** `*args: *Ts` */
function starAnnotated(p: Parser, style: ParameterStyle): Parameter | null {
  return p.attempt(() => {
    const name = p.take('NAME');
    if (name === null || p.take(':') === null) return null;
    const annotation = starred(p, bitwiseOr);
    if (annotation === null) return null;
    const place = p.span(name);
    return separatedFromNext(p, style) ? { name: name.text, annotation, ...place } : null;
  });
}

function keywordsParameter(p: Parser, style: ParameterStyle): Parameter | null {
  if (p.mistakes) invalidKeywords(p, style);
  return p.attempt(() => (p.take('**') === null ? null : noDefault(p, style)));
}
