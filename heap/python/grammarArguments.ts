/** The arguments of a call or a class statement (Grammar/python.gram `arguments`, `args`, `kwargs`). */
import type { Expr, Keyword } from './ast.ts';
import { assignmentOrExpression, expression, starredExpression } from './grammarExpressions.ts';
import { invalidArguments, invalidKeyword } from './mistakesInCalls.ts';
import { memo, type Parser } from './parser.ts';

export type CallArguments = { readonly args: Expr[]; readonly keywords: Keyword[] };
type One =
  | { readonly starred: Expr; readonly keyword: null }
  | { readonly starred: null; readonly keyword: Keyword };

export const callArguments = memo((p): CallArguments | null => {
  const mark = p.mark;
  const given = args(p);
  if (given !== null) {
    p.take(',');
    if (p.is(')')) return given;
  }
  p.mark = mark;
  if (p.mistakes) invalidArguments(p);
  return null;
});

/** What stands before the first keyword, then the keywords. */
export function args(p: Parser): CallArguments | null {
  const positional: Expr[] = [];
  const start = p.mark;
  let end = start;
  for (;;) {
    const one = positionalArgument(p);
    if (one === null) break;
    positional.push(one);
    end = p.mark;
    if (p.take(',') === null) break;
  }
  p.mark = end;
  if (positional.length > 0) {
    const rest = p.take(',') === null ? null : keywordArguments(p);
    if (rest !== null) return { args: [...positional, ...rest.args], keywords: rest.keywords };
    p.mark = end;
    return { args: positional, keywords: [] };
  }
  p.mark = start;
  return keywordArguments(p);
}

function positionalArgument(p: Parser): Expr | null {
  const mark = p.mark;
  const value =
    starredExpression(p) ??
    p.attempt(() => {
      const plain = assignmentOrExpression(p);
      return plain === null || p.is('=') ? null : plain;
    });
  if (value === null) p.mark = mark;
  return value;
}

/** First keywords among `*unpacked`, then keywords among `**unpacked`. */
function keywordArguments(p: Parser): CallArguments | null {
  const start = p.mark;
  const all = run(p, '*');
  const mark = p.mark;
  if (all.length === 0) p.mark = start;
  if (all.length === 0 || p.take(',') !== null) {
    const more = run(p, '**');
    if (more.length === 0) p.mark = mark;
    all.push(...more);
  }
  if (all.length === 0) {
    p.mark = start;
    return null;
  }
  const positional: Expr[] = [];
  const keywords: Keyword[] = [];
  for (const one of all) {
    if (one.starred !== null) positional.push(one.starred);
    else keywords.push(one.keyword);
  }
  return { args: positional, keywords };
}

function run(p: Parser, unpacking: '*' | '**'): One[] {
  const all: One[] = [];
  let end = p.mark;
  for (;;) {
    const one = keywordOrUnpacked(p, unpacking);
    if (one === null) break;
    all.push(one);
    end = p.mark;
    if (p.take(',') === null) break;
  }
  p.mark = end;
  return all;
}

function keywordOrUnpacked(p: Parser, unpacking: '*' | '**'): One | null {
  if (p.mistakes) invalidKeyword(p);
  const start = p.token;
  const keyword = p.attempt((): Keyword | null => {
    const name = p.take('NAME');
    if (name === null || p.take('=') === null) return null;
    const value = expression(p);
    return value === null ? null : { arg: name.text, value, ...p.span(start) };
  });
  if (keyword !== null) return { starred: null, keyword };
  if (unpacking === '*') {
    const starred = starredExpression(p);
    return starred === null ? null : { starred, keyword: null };
  }
  return p.attempt((): One | null => {
    if (p.take('**') === null) return null;
    const value = expression(p);
    return value === null ? null : { starred: null, keyword: { arg: null, value, ...p.span(start) } };
  });
}
