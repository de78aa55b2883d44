/**
 * The parameters of a function or lambda (Grammar/python.gram: parameters, lambda_parameters).
 */
import type { SyntaxNode } from '@lezer/common';
import type { Arguments, Expr, Parameter } from './ast.ts';
import { children, Kids, nameOf, type Parse } from './parseContext.ts';

export function parameterList(
  parse: Parse,
  nodes: readonly SyntaxNode[],
  expression: (parse: Parse, node: SyntaxNode) => Expr,
): Arguments {
  const list: Arguments = {
    posonly: [],
    args: [],
    vararg: null,
    kwonly: [],
    kwDefaults: [],
    kwarg: null,
    defaults: [],
  };
  const kids = new Kids(
    parse,
    nodes.filter((node) => node.name !== '(' && node.name !== ')'),
  );
  let starred = false;
  let bareStar = -1;
  const fail = (at: number, message: string): never => {
    throw parse.source.error(at, message);
  };
  const annotation = (): Expr | null => {
    const type = kids.skip('TypeDef');
    const expr = type === null ? undefined : children(type)[1];
    return expr === undefined ? null : expression(parse, expr);
  };
  const parameter = (node: SyntaxNode): Parameter => {
    const name = nameOf(parse, node);
    if (name === '__debug__') fail(node.from, 'cannot assign to __debug__');
    const note = annotation();
    return { name, annotation: note, from: node.from, to: note?.to ?? node.to };
  };
  /** Lezer gives `/` no node: it is what stands where a parameter should be. */
  const slash = (at: number): void => {
    if (list.posonly.length > 0 || starred)
      fail(at, starred ? '/ must be ahead of *' : '/ may appear only once');
    if (list.args.length === 0) fail(at, 'at least one argument must precede /');
    list.posonly = list.args;
    list.args = [];
  };
  let afterComma = false;
  while (kids.current !== undefined) {
    const node = kids.next();
    if (node.name === ',') {
      if (afterComma) slash(node.from);
      afterComma = true;
      continue;
    }
    if (list.kwarg !== null) fail(node.from, 'arguments cannot follow var-keyword argument');
    if (node.name === '*') {
      if (starred) fail(node.from, '* argument may appear only once');
      starred = true;
      if (kids.is('VariableName')) list.vararg = parameter(kids.next());
      else bareStar = node.from;
    } else if (node.name === '**') {
      list.kwarg = parameter(kids.next());
      if (kids.is('AssignOp')) fail(kids.next().from, 'var-keyword argument cannot have default value');
    } else {
      const one = parameter(node);
      const value = kids.skip('AssignOp') === null ? null : expression(parse, kids.next());
      if (starred) {
        list.kwonly.push(one);
        list.kwDefaults.push(value);
      } else {
        list.args.push(one);
        if (value !== null) list.defaults.push(value);
        else if (list.defaults.length > 0) fail(node.from, 'non-default argument follows default argument');
      }
    }
    afterComma = false;
  }
  const last = kids.nodes[kids.nodes.length - 1];
  const close = nodes[nodes.length - 1];
  if (afterComma && last !== undefined && close?.name === ')') {
    const rest = parse.source.slice(last.to, close.from).replace(/#.*/g, '');
    if (rest.includes('/')) slash(last.to);
  }
  const [open] = nodes;
  if (kids.nodes.length === 0 && open !== undefined && close !== undefined) {
    const rest = parse.source.slice(open.to, close.from).replace(/#.*/g, '');
    if (rest.includes('/')) slash(open.to);
  }
  if (bareStar >= 0 && list.kwonly.length === 0) fail(bareStar, 'named arguments must follow bare *');
  return list;
}
