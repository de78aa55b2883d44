/**
 * Lezer's expression nodes to syntax tree nodes (Grammar/python.gram: expressions, atoms, primaries, arguments).
 */
import type { SyntaxNode } from '@lezer/common';
import type { Comprehension, ComprehensionKind, Expr, Keyword } from './ast.ts';
import { boolConstant, ELLIPSIS, NONE } from './constants.ts';
import { numberConstant } from './literals.ts';
import { children, Kids, literal, nameOf, type Parse, textOf } from './parseContext.ts';
import { operatorExpression } from './parseOperators.ts';
import { parameterList } from './parseParameters.ts';
import { stringExpression } from './parseStrings.ts';
import { assignmentTarget } from './parseTargets.ts';
import { refused } from './refused.ts';

export function expression(parse: Parse, node: SyntaxNode): Expr {
  const { from, to } = node;
  switch (node.name) {
    case 'VariableName':
      return { kind: 'Name', id: nameOf(parse, node), ctx: 'load', from, to };
    case 'Number':
      return literal(parse, numberConstant(parse.source, from, to), from, to);
    case 'String':
    case 'FormatString':
    case 'ContinuedString':
      return stringExpression(parse, node, expression);
    case 'Boolean':
      return literal(parse, boolConstant(textOf(parse, node) === 'True'), from, to);
    case 'None':
      return literal(parse, NONE, from, to);
    case 'Ellipsis':
      return literal(parse, ELLIPSIS, from, to);
    case 'BinaryExpression':
    case 'UnaryExpression':
      return operatorExpression(parse, node, expression);
    case 'ParenthesizedExpression':
      return parenthesized(parse, node);
    case 'TupleExpression':
      return { kind: 'Tuple', elts: elements(parse, inside(parse, node)), ctx: 'load', from, to };
    case 'ArrayExpression':
      return { kind: 'List', elts: elements(parse, inside(parse, node)), ctx: 'load', from, to };
    case 'SetExpression':
      return { kind: 'Set', elts: elements(parse, inside(parse, node)), from, to };
    case 'DictionaryExpression':
      return dictionary(parse, node);
    case 'ComprehensionExpression':
      return comprehension(parse, node, 'GeneratorExp', inside(parse, node));
    case 'ArrayComprehensionExpression':
      return comprehension(parse, node, 'ListComp', inside(parse, node));
    case 'SetComprehensionExpression':
      return comprehension(parse, node, 'SetComp', inside(parse, node));
    case 'DictionaryComprehensionExpression':
      return comprehension(parse, node, 'DictComp', inside(parse, node));
    case 'CallExpression': {
      const [func, list] = children(node);
      if (func === undefined || list === undefined) break;
      return { kind: 'Call', func: expression(parse, func), ...argumentList(parse, list), from, to };
    }
    case 'MemberExpression':
      return member(parse, node);
    case 'ConditionalExpression': {
      const kids = new Kids(parse, children(node));
      const body = expression(parse, kids.next());
      kids.expect('if');
      const test = expression(parse, kids.next());
      kids.expect('else');
      return { kind: 'IfExp', body, test, orelse: expression(parse, kids.next()), from, to };
    }
    case 'LambdaExpression': {
      const kids = new Kids(parse, children(node));
      kids.expect('lambda');
      const list = kids.skip('ParamList');
      const args = parameterList(parse, list === null ? [] : children(list), expression);
      kids.expect(':');
      return { kind: 'Lambda', args, body: expression(parse, kids.next()), from, to };
    }
    case 'NamedExpression': {
      const [target, , value] = children(node);
      if (target === undefined || value === undefined) break;
      return named(parse, target, value);
    }
    case 'YieldExpression':
      return yieldExpression(parse, node);
    case 'AwaitExpression':
      throw parse.source.error(from, refused.async);
  }
  throw parse.source.error(from, 'invalid syntax');
}

/** The children between the brackets. */
function inside(parse: Parse, node: SyntaxNode): Kids {
  return new Kids(parse, children(node).slice(1, -1));
}

function named(parse: Parse, targetNode: SyntaxNode, valueNode: SyntaxNode): Expr {
  const target = expression(parse, targetNode);
  if (target.kind !== 'Name' || targetNode.name !== 'VariableName')
    throw parse.source.error(targetNode.from, `cannot use assignment expressions with ${targetWord(target)}`);
  const value = expression(parse, valueNode);
  assignmentTarget(parse.source, target);
  return { kind: 'NamedExpr', target, value, from: targetNode.from, to: valueNode.to };
}

function targetWord(target: Expr): string {
  return target.kind === 'Name' ? 'name' : target.kind === 'Constant' ? 'literal' : target.kind.toLowerCase();
}

function parenthesized(parse: Parse, node: SyntaxNode): Expr {
  const kids = inside(parse, node);
  if (kids.is('*')) throw parse.source.error(kids.next().from, 'cannot use starred expression here');
  return expression(parse, kids.next());
}

/** One `*value` or `value`. */
export function element(parse: Parse, kids: Kids): Expr {
  const star = kids.skip('*');
  if (star === null) return expression(parse, kids.next());
  const node = kids.next();
  return { kind: 'Starred', value: expression(parse, node), ctx: 'load', from: star.from, to: node.to };
}

function elements(parse: Parse, kids: Kids): Expr[] {
  const out: Expr[] = [];
  while (kids.current !== undefined) {
    out.push(element(parse, kids));
    if (kids.current !== undefined) kids.expect(',');
  }
  return out;
}

/** `a`, or `a, *b, c` as a tuple without brackets, up to a child whose name is in `stop`. */
export function expressionList(parse: Parse, kids: Kids, stop: readonly string[]): Expr {
  const from = kids.current?.from ?? 0;
  const first = element(parse, kids);
  if (!kids.is(',')) return first;
  const elts = [first];
  let to = first.to;
  for (;;) {
    const comma = kids.skip(',');
    if (comma === null) break;
    to = comma.to;
    const current = kids.current;
    if (current === undefined || stop.includes(current.name)) break;
    elts.push(element(parse, kids));
    to = kids.nodes[kids.index - 1]?.to ?? to;
  }
  return { kind: 'Tuple', elts, ctx: 'load', from, to };
}

export function yieldExpression(parse: Parse, node: SyntaxNode): Expr {
  const { from, to } = node;
  const kids = new Kids(parse, children(node));
  kids.expect('yield');
  if (kids.skip('from') !== null)
    return { kind: 'YieldFrom', value: expression(parse, kids.next()), from, to };
  const value = kids.current === undefined ? null : expressionList(parse, kids, []);
  return { kind: 'Yield', value, from, to };
}

function dictionary(parse: Parse, node: SyntaxNode): Expr {
  const kids = inside(parse, node);
  const keys: (Expr | null)[] = [];
  const values: Expr[] = [];
  while (kids.current !== undefined) {
    if (kids.skip('**') !== null) keys.push(null);
    else {
      keys.push(expression(parse, kids.next()));
      kids.expect(':');
    }
    values.push(expression(parse, kids.next()));
    if (kids.current !== undefined) kids.expect(',');
  }
  return { kind: 'Dict', keys, values, from: node.from, to: node.to };
}

function comprehension(
  parse: Parse,
  place: { readonly from: number; readonly to: number },
  kind: ComprehensionKind,
  kids: Kids,
): Expr {
  const start = kids.current?.from ?? place.from;
  if (kids.is('**')) throw parse.source.error(start, 'dict unpacking cannot be used in dict comprehension');
  const elt = element(parse, kids);
  if (elt.kind === 'Starred')
    throw parse.source.error(start, 'iterable unpacking cannot be used in comprehension');
  const value = kids.skip(':') === null ? null : expression(parse, kids.next());
  const generators: Comprehension[] = [];
  while (kids.is('for') || kids.is('async')) {
    if (kids.is('async')) throw parse.source.error(kids.next().from, refused.async);
    kids.expect('for');
    const target = assignmentTarget(parse.source, expressionList(parse, kids, ['in']));
    kids.expect('in');
    const iter = expression(parse, kids.next());
    const ifs: Expr[] = [];
    while (kids.skip('if') !== null) ifs.push(expression(parse, kids.next()));
    generators.push({ target, iter, ifs });
  }
  if (kids.current !== undefined) {
    const alone = kind === 'GeneratorExp' && kids.is(',');
    throw parse.source.error(
      alone ? start : kids.next().from,
      alone ? 'Generator expression must be parenthesized' : 'invalid syntax',
    );
  }
  return { kind, elt, value, generators, from: place.from, to: place.to };
}

function member(parse: Parse, node: SyntaxNode): Expr {
  const { from, to } = node;
  const kids = new Kids(parse, children(node));
  const value = expression(parse, kids.next());
  if (kids.skip('.') !== null)
    return { kind: 'Attribute', value, attr: nameOf(parse, kids.next()), ctx: 'load', from, to };
  kids.expect('[');
  const start = kids.current?.from ?? from;
  const first = subscript(parse, kids);
  let slice = first;
  if (kids.is(',')) {
    const elts = [first];
    let end = first.to;
    for (;;) {
      const comma = kids.skip(',');
      if (comma === null) break;
      end = comma.to;
      if (kids.is(']')) break;
      elts.push(subscript(parse, kids));
      end = kids.nodes[kids.index - 1]?.to ?? end;
    }
    slice = { kind: 'Tuple', elts, ctx: 'load', from: start, to: end };
  }
  kids.expect(']');
  return { kind: 'Subscript', value, slice, ctx: 'load', from, to };
}

function subscript(parse: Parse, kids: Kids): Expr {
  const from = kids.current?.from ?? 0;
  const ends = (): boolean => kids.is(':') || kids.is(',') || kids.is(']');
  const lower = ends() ? null : expression(parse, kids.next());
  const colon = kids.skip(':');
  if (colon === null) {
    if (lower === null) throw parse.source.error(from, 'invalid syntax');
    return lower;
  }
  const upper = ends() ? null : expression(parse, kids.next());
  let step: Expr | null = null;
  if (kids.skip(':') !== null) step = ends() ? null : expression(parse, kids.next());
  return { kind: 'Slice', lower, upper, step, from, to: kids.nodes[kids.index - 1]?.to ?? colon.to };
}

/** The arguments of a call or of a class statement, brackets included. */
export function argumentList(parse: Parse, list: SyntaxNode): { args: Expr[]; keywords: Keyword[] } {
  const kids = inside(parse, list);
  const args: Expr[] = [];
  const keywords: Keyword[] = [];
  let unpacked = false;
  const fail = (at: number, message: string): never => {
    throw parse.source.error(at, message);
  };
  while (kids.current !== undefined) {
    const node = kids.next();
    if (node.name === '**') {
      const value = kids.next();
      keywords.push({ arg: null, value: expression(parse, value), from: node.from, to: value.to });
      unpacked = true;
    } else if (node.name === '*') {
      if (unpacked) fail(node.from, 'iterable argument unpacking follows keyword argument unpacking');
      const value = kids.next();
      args.push({
        kind: 'Starred',
        value: expression(parse, value),
        ctx: 'load',
        from: node.from,
        to: value.to,
      });
    } else {
      const assign = kids.skip('AssignOp');
      if (assign !== null && textOf(parse, assign) === '=') {
        const value = kids.next();
        const arg = nameOf(parse, node);
        if (arg === '__debug__') fail(node.from, 'cannot assign to __debug__');
        keywords.push({ arg, value: expression(parse, value), from: node.from, to: value.to });
        if (kids.is('for')) fail(node.from, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
      } else {
        const value = assign === null ? null : named(parse, node, kids.next());
        if (kids.is('for') || kids.is('async')) {
          args.push(generatorArgument(parse, list, kids, node));
        } else {
          args.push(value ?? expression(parse, node));
          if (unpacked) fail(node.from, 'positional argument follows keyword argument unpacking');
          if (keywords.length > 0) fail(node.from, 'positional argument follows keyword argument');
        }
      }
    }
    if (kids.current !== undefined) kids.expect(',');
  }
  return { args, keywords };
}

/** `f(x for x in y)`: the brackets of the call are those of the generator expression, which must stand alone. */
function generatorArgument(parse: Parse, list: SyntaxNode, kids: Kids, first: SyntaxNode): Expr {
  const rest = kids.nodes.slice(kids.index - 1);
  if (rest[0] !== first || kids.nodes[0] !== first)
    throw parse.source.error(first.from, 'Generator expression must be parenthesized');
  kids.index = kids.nodes.length;
  return comprehension(parse, list, 'GeneratorExp', new Kids(parse, rest));
}
