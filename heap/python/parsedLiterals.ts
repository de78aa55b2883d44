/**
 * The constants that the parser makes, in the order in which it makes them: from left to right, but what stands in
 * the braces of an f-string before the text in front of it (Parser/string_parser.c `FstringParser_ConcatFstring`).
 */

import type { Constant } from '../objects/code.ts';
import type { Arguments, Comprehension, Expr, Keyword, Stmt } from './ast.ts';

export function literalsOf(body: readonly Stmt[]): Constant[] {
  const found: Constant[] = [];
  for (const node of body) statement(found, node);
  return found;
}

function all(found: Constant[], nodes: readonly (Expr | null)[]): void {
  for (const node of nodes) if (node !== null) expression(found, node);
}

function bodies(found: Constant[], ...lists: readonly (readonly Stmt[])[]): void {
  for (const list of lists) for (const node of list) statement(found, node);
}

function statement(found: Constant[], node: Stmt): void {
  switch (node.kind) {
    case 'FunctionDef':
      all(found, node.decorators);
      parameters(found, node.args);
      all(found, [node.returns]);
      bodies(found, node.body);
      return;
    case 'ClassDef':
      all(found, node.decorators);
      inSourceOrder(found, node.bases, node.keywords);
      bodies(found, node.body);
      return;
    case 'Return':
      all(found, [node.value]);
      return;
    case 'Delete':
      all(found, node.targets);
      return;
    case 'Assign':
      all(found, [...node.targets, node.value]);
      return;
    case 'AugAssign':
      all(found, [node.target, node.value]);
      return;
    case 'AnnAssign':
      all(found, [node.target, node.annotation, node.value]);
      return;
    case 'For':
      all(found, [node.target, node.iter]);
      bodies(found, node.body, node.orelse);
      return;
    case 'While':
    case 'If':
      all(found, [node.test]);
      bodies(found, node.body, node.orelse);
      return;
    case 'With':
      for (const { context, target } of node.items) all(found, [context, target]);
      bodies(found, node.body);
      return;
    case 'Raise':
      all(found, [node.exc, node.cause]);
      return;
    case 'Try':
      bodies(found, node.body);
      for (const handler of node.handlers) {
        all(found, [handler.type]);
        bodies(found, handler.body);
      }
      bodies(found, node.orelse, node.finalbody);
      return;
    case 'Assert':
      all(found, [node.test, node.msg]);
      return;
    case 'Expr':
      all(found, [node.value]);
      return;
    default:
      return;
  }
}

/** Positional arguments may stand behind keywords: `f(a=1, *b)`. */
function inSourceOrder(found: Constant[], args: readonly Expr[], keywords: readonly Keyword[]): void {
  const values = [
    ...args.map((value) => ({ at: value.from, value })),
    ...keywords.map(({ from, value }) => ({ at: from, value })),
  ];
  values.sort((a, b) => a.at - b.at);
  for (const { value } of values) expression(found, value);
}

function parameters(found: Constant[], args: Arguments): void {
  const notes = [...args.posonly, ...args.args, args.vararg, ...args.kwonly, args.kwarg].flatMap(
    (parameter) => (parameter?.annotation ? [parameter.annotation] : []),
  );
  inSourceOrder(
    found,
    [...notes, ...args.defaults, ...args.kwDefaults.filter((value) => value !== null)],
    [],
  );
}

function clauses(found: Constant[], generators: readonly Comprehension[]): void {
  for (const { target, iter, ifs } of generators) all(found, [target, iter, ...ifs]);
}

function expression(found: Constant[], node: Expr): void {
  switch (node.kind) {
    case 'Constant': {
      const { kind } = node.value;
      if (kind !== 'none' && kind !== 'bool' && kind !== 'ellipsis') found.push(node.value);
      return;
    }
    case 'Name':
      return;
    case 'Attribute':
    case 'Starred':
    case 'YieldFrom':
      expression(found, node.value);
      return;
    case 'Subscript':
      all(found, [node.value, node.slice]);
      return;
    case 'List':
    case 'Tuple':
    case 'Set':
      all(found, node.elts);
      return;
    case 'Dict':
      node.keys.forEach((key, i) => {
        all(found, [key, node.values[i] ?? null]);
      });
      return;
    case 'BoolOp':
      all(found, node.values);
      return;
    case 'BinOp':
      all(found, [node.left, node.right]);
      return;
    case 'UnaryOp':
      expression(found, node.operand);
      return;
    case 'Compare':
      all(found, [node.left, ...node.comparators]);
      return;
    case 'Lambda':
      parameters(found, node.args);
      expression(found, node.body);
      return;
    case 'IfExp':
      all(found, [node.body, node.test, node.orelse]);
      return;
    case 'NamedExpr':
      expression(found, node.value);
      return;
    case 'ListComp':
    case 'SetComp':
    case 'DictComp':
    case 'GeneratorExp':
      all(found, [node.elt, node.value]);
      clauses(found, node.generators);
      return;
    case 'Yield':
      all(found, [node.value]);
      return;
    case 'Call':
      expression(found, node.func);
      inSourceOrder(found, node.args, node.keywords);
      return;
    case 'JoinedStr':
      joined(found, node.values);
      return;
    case 'FormattedValue':
      all(found, [node.value, node.spec]);
      return;
    case 'Slice':
      all(found, [node.lower, node.upper, node.step]);
      return;
  }
}

function joined(found: Constant[], values: readonly Expr[]): void {
  values.forEach((value, i) => {
    const next = values[i + 1];
    if (value.kind === 'FormattedValue') {
      expression(found, value);
      const before = values[i - 1];
      if (before?.kind === 'Constant') expression(found, before);
    } else if (next?.kind !== 'FormattedValue') expression(found, value);
  });
}
