/**
 * String literals, adjacent ones joined, and f-strings.
 *
 * Models Parser/string_parser.c `_PyPegen_concatenate_strings` and the FstringParser. In 3.11 an f-string is
 * scanned after the string token is complete: no backslash and no comment inside the braces, no quote of its own
 * kind, two levels of nesting. Lezer's grammar is that of later versions, so its nodes are used for the expressions
 * only and the text between them is walked here.
 */
import type { SyntaxNode } from '@lezer/common';
import type { Expr, Place } from './ast.ts';
import { strConstant } from './constants.ts';
import { decodeBytes, decodeText, joinBytes, type StringParts, stringParts } from './literals.ts';
import { children, literal, type Parse, textOf } from './parseContext.ts';

type ExpressionParser = (parse: Parse, node: SyntaxNode) => Expr;

/** What is being put together: text that is not yet a node, and the nodes before it. */
type Joined = { text: string; values: Expr[]; formatted: boolean };

export function stringExpression(parse: Parse, node: SyntaxNode, expression: ExpressionParser): Expr {
  const tokens = node.name === 'ContinuedString' ? children(node) : [node];
  const parts = tokens.map((token) => checkedParts(parse, token));
  const bytes = parts[0]?.bytes ?? false;
  if (parts.some((part) => part.bytes !== bytes))
    throw parse.source.error(node.from, 'cannot mix bytes and nonbytes literals');
  if (bytes) {
    const value = joinBytes(parts.map((part) => decodeBytes(parse.source, part)));
    return literal(parse, value, node.from, node.to);
  }
  const joined: Joined = { text: '', values: [], formatted: false };
  tokens.forEach((token, index) => {
    const part = parts[index];
    if (part === undefined) return;
    if (!part.format) joined.text += decodeText(parse.source, part.bodyFrom, part.bodyTo, part.raw);
    else {
      joined.formatted = true;
      const at = formatText(parse, token, part, part.bodyFrom, part.bodyTo, joined, node, expression);
      if (at < part.bodyTo) throw parse.source.error(at, "f-string: single '}' is not allowed");
    }
  });
  if (!joined.formatted) return literal(parse, strConstant(joined.text), node.from, node.to);
  flush(parse, joined, node);
  return { kind: 'JoinedStr', values: joined.values, from: node.from, to: node.to };
}

function checkedParts(parse: Parse, token: SyntaxNode): StringParts {
  const part = stringParts(parse.source, token.from, token.to);
  const width = part.bodyFrom - token.from;
  let quote = token.from;
  while (quote < token.from + width && !'\'"'.includes(parse.source.text.charAt(quote))) quote++;
  // A string inside the braces of an f-string is not in the table.
  const end = parse.stringEnds.get(quote);
  if (end !== undefined && end !== token.to) throw parse.source.error(token.from, "f-string: expecting '}'");
  return part;
}

function flush(parse: Parse, joined: Joined, whole: Place): void {
  if (joined.text === '') return;
  joined.values.push(literal(parse, strConstant(joined.text), whole.from, whole.to));
  joined.text = '';
}

/**
 * Reads literal text and replacement fields until the end or, inside a format specification (`nested`), the brace
 * that closes the field. Returns the offset where it stopped.
 */
function formatText(
  parse: Parse,
  container: SyntaxNode,
  part: StringParts,
  from: number,
  to: number,
  joined: Joined,
  whole: Place,
  expression: ExpressionParser,
  nested = 0,
): number {
  const text = parse.source.text;
  const fields = children(container).filter((child) => child.name === 'FormatReplacement');
  const fail = (at: number, message: string): never => {
    throw parse.source.error(at, `f-string: ${message}`);
  };
  let at = from;
  let literalFrom = from;
  const take = (end: number): void => {
    joined.text += decodeText(parse.source, literalFrom, end, part.raw);
  };
  while (at < to) {
    const character = text.charAt(at);
    if (character === '\\' && !part.raw) {
      // `\N{` never gets here: decodeText refuses it.
      at += 2;
    } else if (character === '{' && nested === 0 && text.charAt(at + 1) === '{') {
      take(at + 1);
      at += 2;
      literalFrom = at;
    } else if (character === '}' && nested === 0 && text.charAt(at + 1) === '}') {
      take(at + 1);
      at += 2;
      literalFrom = at;
    } else if (character === '}') {
      if (nested === 0) fail(at, "single '}' is not allowed");
      break;
    } else if (character === '{') {
      take(at);
      const field = fields.find((candidate) => candidate.from === at || candidate.from === at + 1);
      if (field === undefined) return fail(at, 'invalid syntax');
      if (nested >= 2) fail(at, 'expressions nested too deeply');
      at = replacement(parse, field, part, at, joined, whole, expression, nested);
      literalFrom = at;
    } else at++;
  }
  take(Math.min(at, to));
  return at;
}

/** One `{expression=!conversion:specification}`; returns the offset behind its closing brace. */
function replacement(
  parse: Parse,
  field: SyntaxNode,
  part: StringParts,
  brace: number,
  joined: Joined,
  whole: Place,
  expression: ExpressionParser,
  nested: number,
): number {
  const text = parse.source.text;
  const fail = (at: number, message: string): never => {
    throw parse.source.error(at, `f-string: ${message}`);
  };
  const kids = children(field);
  const inner = kids.filter(
    (kid) => !['{', '}', 'FormatSelfDoc', 'FormatConversion', 'FormatSpec', ','].includes(kid.name),
  );
  const commas = kids.filter((kid) => kid.name === ',');
  const selfDoc = kids.find((kid) => kid.name === 'FormatSelfDoc' && kid.to > kid.from);
  const conversionNode = kids.find((kid) => kid.name === 'FormatConversion');
  const spec = kids.find((kid) => kid.name === 'FormatSpec');
  const close = field.to - 1;
  const expressionTo = selfDoc?.from ?? conversionNode?.from ?? spec?.from ?? close;
  const source = text.slice(brace + 1, expressionTo);
  if (source.trim() === '') fail(brace, 'empty expression not allowed');
  if (source.includes('\\'))
    throw parse.source.error(brace, 'f-string expression part cannot include a backslash');
  if (/#/.test(source.replace(/"[^"]*"|'[^']*'/g, '')))
    throw parse.source.error(brace, "f-string expression part cannot include '#'");
  const first = inner[0];
  if (first === undefined || first.name === '*') return fail(brace, 'invalid syntax');
  let value = expression(parse, first);
  if (commas.length > 0) {
    // CPython parses the text with brackets put around it: they stand where the braces are.
    const elts = inner.map((kid, index) => (index === 0 ? value : expression(parse, kid)));
    value = { kind: 'Tuple', elts, ctx: 'load', from: brace, to: expressionTo + 1 };
  }
  let conversion = conversionNode === undefined ? '' : textOf(parse, conversionNode).slice(1);
  if (selfDoc !== undefined) {
    const documented = conversionNode?.from ?? spec?.from ?? close;
    joined.text += text.slice(brace + 1, documented);
    if (conversion === '' && spec === undefined) conversion = 'r';
  }
  let specNode: Expr | null = null;
  let end = close + 1;
  if (spec !== undefined) {
    const inside: Joined = { text: '', values: [], formatted: true };
    end =
      formatText(parse, spec, part, spec.from + 1, part.bodyTo, inside, whole, expression, nested + 1) + 1;
    // Its last text and the specification itself stand at their own string, not at the whole of adjacent ones
    // (FstringParser_Finish is called with the one token).
    flush(parse, inside, part);
    specNode = { kind: 'JoinedStr', values: inside.values, from: part.from, to: part.to };
  }
  flush(parse, joined, whole);
  joined.values.push({
    kind: 'FormattedValue',
    value,
    conversion,
    spec: specNode,
    from: whole.from,
    to: whole.to,
  });
  return end;
}
