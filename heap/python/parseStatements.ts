/**
 * Lezer's statement nodes to syntax tree nodes (Grammar/python.gram: simple_stmt, compound_stmt, block).
 */
import type { SyntaxNode } from '@lezer/common';
import type { Alias, BinaryOperator, Expr, Handler, Place, Stmt, WithItem } from './ast.ts';
import { children, Kids, nameOf, type Parse, textOf } from './parseContext.ts';
import { argumentList, element, expression, expressionList, yieldExpression } from './parseExpressions.ts';
import { checkBlock } from './parseIndentation.ts';
import { parameterList } from './parseParameters.ts';
import { assignmentHint, assignmentTarget, expressionName, setContext } from './parseTargets.ts';
import { refused } from './refused.ts';

const augmented: readonly BinaryOperator[] = [
  '+',
  '-',
  '*',
  '/',
  '//',
  '%',
  '@',
  '**',
  '<<',
  '>>',
  '|',
  '^',
  '&',
];

export function statements(parse: Parse, nodes: readonly SyntaxNode[]): Stmt[] {
  const out: Stmt[] = [];
  for (const node of nodes) {
    if (node.name === 'StatementGroup') {
      let separated = false;
      for (const child of children(node)) {
        if (child.name !== ';') out.push(statement(parse, child));
        else if (separated) throw parse.source.error(child.from, 'invalid syntax');
        separated = child.name === ';';
      }
    } else out.push(statement(parse, node));
  }
  return out;
}

/** The end of a block: that of its last statement, with the semicolon behind it. */
function blockTo(parse: Parse, body: readonly Place[], fallback: number): number {
  const last = body[body.length - 1];
  if (last === undefined) return fallback;
  let to = last.to;
  while (' \t'.includes(parse.source.text.charAt(to)) && to < parse.source.text.length) to++;
  return parse.source.text.charAt(to) === ';' ? to + 1 : last.to;
}

function block(parse: Parse, body: SyntaxNode): Stmt[] {
  const nodes = children(body).filter((node) => node.name !== ':');
  checkBlock(parse.source, body, nodes);
  return statements(parse, nodes);
}

function statement(parse: Parse, node: SyntaxNode): Stmt {
  const { from, to } = node;
  const kids = new Kids(parse, children(node));
  switch (node.name) {
    case 'ExpressionStatement': {
      const value = expressionList(parse, kids, []);
      if (value.kind === 'Starred') throw parse.source.error(value.from, "can't use starred expression here");
      return { kind: 'Expr', value, from, to };
    }
    case 'YieldStatement':
      return { kind: 'Expr', value: yieldExpression(parse, node), from, to };
    case 'AssignStatement':
      return assignment(parse, node, kids);
    case 'UpdateStatement':
      return update(parse, node, kids);
    case 'PassStatement':
      return { kind: 'Pass', from, to };
    case 'BreakStatement':
      return { kind: 'Break', from, to };
    case 'ContinueStatement':
      return { kind: 'Continue', from, to };
    case 'ReturnStatement': {
      kids.expect('return');
      const value = kids.current === undefined ? null : expressionList(parse, kids, []);
      if (value?.kind === 'Starred')
        throw parse.source.error(value.from, "can't use starred expression here");
      return { kind: 'Return', value, from, to };
    }
    case 'DeleteStatement':
      return deletion(parse, node, kids);
    case 'RaiseStatement': {
      kids.expect('raise');
      const exc = kids.current === undefined ? null : expression(parse, kids.next());
      const cause = kids.skip('from') === null ? null : expression(parse, kids.next());
      if (kids.current !== undefined) throw parse.source.error(kids.next().from, 'invalid syntax');
      return { kind: 'Raise', exc, cause, from, to };
    }
    case 'AssertStatement': {
      kids.expect('assert');
      const test = expression(parse, kids.next());
      const msg = kids.skip(',') === null ? null : expression(parse, kids.next());
      if (kids.current !== undefined) throw parse.source.error(kids.next().from, 'invalid syntax');
      return { kind: 'Assert', test, msg, from, to };
    }
    case 'ScopeStatement': {
      const kind = kids.next().name === 'global' ? 'Global' : 'Nonlocal';
      const names: string[] = [];
      while (kids.current !== undefined) {
        names.push(nameOf(parse, kids.expect('VariableName')));
        if (kids.skip(',') !== null && kids.current === undefined)
          throw parse.source.error(to, 'invalid syntax');
      }
      return { kind, names, from, to };
    }
    case 'ImportStatement':
      return importation(parse, node, kids);
    case 'PrintStatement':
      throw parse.source.error(from, "Missing parentheses in call to 'print'. Did you mean print(...)?");
    case 'IfStatement':
      kids.expect('if');
      return conditional(parse, kids, from);
    case 'WhileStatement': {
      kids.expect('while');
      const test = expression(parse, kids.next());
      const body = block(parse, kids.expect('Body'));
      const orelse = elseBlock(parse, kids, 'else');
      return {
        kind: 'While',
        test,
        body,
        orelse,
        from,
        to: blockTo(parse, orelse, blockTo(parse, body, to)),
      };
    }
    case 'ForStatement':
      return forLoop(parse, node, kids);
    case 'TryStatement':
      return tryStatement(parse, node, kids);
    case 'WithStatement':
      return withStatement(parse, node, kids);
    case 'FunctionDefinition':
      return functionDefinition(parse, node, []);
    case 'ClassDefinition':
      return classDefinition(parse, node, []);
    case 'DecoratedStatement': {
      const decorators: Expr[] = [];
      for (;;) {
        const decoratorNode = kids.skip('Decorator');
        if (decoratorNode === null) break;
        decorators.push(decorator(parse, decoratorNode));
      }
      const defined = kids.next();
      return defined.name === 'ClassDefinition'
        ? classDefinition(parse, defined, decorators)
        : functionDefinition(parse, defined, decorators);
    }
    case 'MatchStatement':
      throw parse.source.error(from, refused.match);
    case 'TypeDefinition':
      throw parse.source.error(from, refused.typeAlias);
  }
  throw parse.source.error(from, 'invalid syntax');
}

/** The right side of an assignment: a list of expressions or a yield. */
function rightSide(parse: Parse, kids: Kids): Expr {
  return kids.is('YieldExpression')
    ? yieldExpression(parse, kids.next())
    : expressionList(parse, kids, ['AssignOp']);
}

function assignment(parse: Parse, node: SyntaxNode, kids: Kids): Stmt {
  const { from, to } = node;
  const sides: Expr[] = [];
  const firstNode = kids.current;
  sides.push(expressionList(parse, kids, ['AssignOp', 'TypeDef']));
  const type = kids.skip('TypeDef');
  const annotationNode = type === null ? undefined : children(type)[1];
  while (kids.skip('AssignOp') !== null) sides.push(rightSide(parse, kids));
  const first = sides[0];
  const value = sides[sides.length - 1];
  if (first === undefined || value === undefined) throw parse.source.error(from, 'invalid syntax');
  if (annotationNode !== undefined) {
    if (first.kind === 'Tuple' || first.kind === 'List')
      throw parse.source.error(
        first.from,
        `only single target (not ${first.kind.toLowerCase()}) can be annotated`,
      );
    if (first.kind !== 'Name' && first.kind !== 'Attribute' && first.kind !== 'Subscript')
      throw parse.source.error(first.from, 'illegal target for annotation');
    if (sides.length > 2) throw parse.source.error(to, 'invalid syntax');
    setContext(parse.source, first, 'store');
    const annotation = expression(parse, annotationNode);
    const simple = firstNode?.name === 'VariableName';
    const right = sides.length === 2 ? value : null;
    if (right?.kind === 'Starred') throw parse.source.error(right.from, "can't use starred expression here");
    return { kind: 'AnnAssign', target: first, annotation, value: right, simple, from, to };
  }
  const targets = sides.slice(0, -1);
  for (const target of targets) assignmentTarget(parse.source, target, assignmentHint(target));
  if (value.kind === 'Starred') throw parse.source.error(value.from, "can't use starred expression here");
  return { kind: 'Assign', targets, value, from, to };
}

function update(parse: Parse, node: SyntaxNode, kids: Kids): Stmt {
  const { from, to } = node;
  const targetNode = kids.current;
  const target = expressionList(parse, kids, ['UpdateOp']);
  const opText = textOf(parse, kids.expect('UpdateOp')).slice(0, -1);
  const op = augmented.find((candidate) => candidate === opText);
  if (op === undefined || targetNode === undefined) throw parse.source.error(from, 'invalid syntax');
  if (target.kind !== 'Name' && target.kind !== 'Attribute' && target.kind !== 'Subscript')
    throw parse.source.error(
      target.from,
      `'${expressionName(target)}' is an illegal expression for augmented assignment`,
    );
  setContext(parse.source, target, 'store');
  const value = rightSide(parse, kids);
  return { kind: 'AugAssign', target, op, value, from, to };
}

function deletion(parse: Parse, node: SyntaxNode, kids: Kids): Stmt {
  kids.expect('del');
  const targets: Expr[] = [];
  while (kids.current !== undefined) {
    targets.push(setContext(parse.source, expression(parse, kids.next()), 'del'));
    if (kids.current !== undefined) kids.expect(',');
  }
  return { kind: 'Delete', targets, from: node.from, to: node.to };
}

function dottedName(parse: Parse, kids: Kids): string {
  let name = nameOf(parse, kids.expect('VariableName'));
  while (kids.skip('.') !== null) name += `.${nameOf(parse, kids.expect('VariableName'))}`;
  return name;
}

function aliases(parse: Parse, kids: Kids, dotted: boolean): Alias[] {
  const names: Alias[] = [];
  const bracket = kids.skip('(');
  while (kids.current !== undefined && !kids.is(')')) {
    const name = dotted ? dottedName(parse, kids) : nameOf(parse, kids.expect('VariableName'));
    const asname = kids.skip('as') === null ? null : nameOf(parse, kids.expect('VariableName'));
    names.push({ name, asname });
    const comma = kids.skip(',');
    if (comma !== null && kids.current === undefined && bracket === null)
      throw parse.source.error(comma.from, 'trailing comma not allowed without surrounding parentheses');
  }
  return names;
}

function importation(parse: Parse, node: SyntaxNode, kids: Kids): Stmt {
  const { from, to } = node;
  if (kids.skip('import') !== null) {
    if (kids.is('(')) throw parse.source.error(kids.next().from, 'invalid syntax');
    return { kind: 'Import', names: aliases(parse, kids, true), from, to };
  }
  kids.expect('from');
  let level = 0;
  for (;;) {
    if (kids.skip('.') !== null) level++;
    else if (kids.skip('Ellipsis') !== null) level += 3;
    else break;
  }
  const module = kids.is('import') ? '' : dottedName(parse, kids);
  kids.expect('import');
  if (kids.is('*')) throw parse.source.error(kids.next().from, refused.starImport);
  if (module === '__future__') throw parse.source.error(from, refused.future);
  return { kind: 'ImportFrom', module, names: aliases(parse, kids, false), level, from, to };
}

function conditional(parse: Parse, kids: Kids, from: number): Stmt {
  const test = expression(parse, kids.next());
  const bodyNode = kids.expect('Body');
  const body = block(parse, bodyNode);
  const elif = kids.skip('elif');
  const orelse = elif === null ? elseBlock(parse, kids, 'else') : [conditional(parse, kids, elif.from)];
  return {
    kind: 'If',
    test,
    body,
    orelse,
    from,
    to: blockTo(parse, orelse, blockTo(parse, body, bodyNode.to)),
  };
}

function elseBlock(parse: Parse, kids: Kids, keyword: string): Stmt[] {
  return kids.skip(keyword) === null ? [] : block(parse, kids.expect('Body'));
}

function forLoop(parse: Parse, node: SyntaxNode, kids: Kids): Stmt {
  if (kids.is('async')) throw parse.source.error(node.from, refused.async);
  kids.expect('for');
  const target = assignmentTarget(parse.source, expressionList(parse, kids, ['in']));
  kids.expect('in');
  const iter = expressionList(parse, kids, ['Body']);
  const body = block(parse, kids.expect('Body'));
  const orelse = elseBlock(parse, kids, 'else');
  return {
    kind: 'For',
    target,
    iter,
    body,
    orelse,
    from: node.from,
    to: blockTo(parse, orelse, blockTo(parse, body, node.to)),
  };
}

function tryStatement(parse: Parse, node: SyntaxNode, kids: Kids): Stmt {
  kids.expect('try');
  const body = block(parse, kids.expect('Body'));
  const handlers: Handler[] = [];
  for (;;) {
    const except = kids.skip('except');
    if (except === null) break;
    if (kids.is('*')) throw parse.source.error(kids.next().from, refused.exceptStar);
    const previous = handlers[handlers.length - 1];
    if (previous !== undefined && previous.type === null)
      throw parse.source.error(previous.from, "default 'except:' must be last");
    const typeNode = kids.is('Body') ? null : kids.next();
    const type = typeNode === null ? null : expression(parse, typeNode);
    if (kids.is(',') && typeNode !== null)
      throw parse.source.error(typeNode.from, 'multiple exception types must be parenthesized');
    const name = kids.skip('as') === null ? null : nameOf(parse, kids.expect('VariableName'));
    const bodyNode = kids.expect('Body');
    const handled = block(parse, bodyNode);
    handlers.push({ type, name, body: handled, from: except.from, to: blockTo(parse, handled, bodyNode.to) });
  }
  const orelse = elseBlock(parse, kids, 'else');
  const finalbody = elseBlock(parse, kids, 'finally');
  if (handlers.length === 0 && finalbody.length === 0)
    throw parse.source.error(blockTo(parse, body, node.to), "expected 'except' or 'finally' block");
  if (handlers.length === 0 && orelse.length > 0)
    throw parse.source.error(orelse[0]?.from ?? node.from, "expected 'except' or 'finally' block");
  const to = blockTo(
    parse,
    finalbody,
    blockTo(parse, orelse, blockTo(parse, handlers, blockTo(parse, body, node.to))),
  );
  return { kind: 'Try', body, handlers, orelse, finalbody, from: node.from, to };
}

function withStatement(parse: Parse, node: SyntaxNode, kids: Kids): Stmt {
  if (kids.is('async')) throw parse.source.error(node.from, refused.async);
  kids.expect('with');
  const items: WithItem[] = [];
  while (!kids.is('Body')) {
    const contextNode = kids.next();
    // `with (a, b):` are two managers, not a tuple (Grammar/python.gram with_stmt, tried first).
    if (
      contextNode.name === 'TupleExpression' &&
      items.length === 0 &&
      kids.is('Body') &&
      children(contextNode).length > 2
    ) {
      const inner = new Kids(parse, children(contextNode).slice(1, -1));
      if (!inner.nodes.some((inside) => inside.name === '*' || inside.name === 'NamedExpression')) {
        while (inner.current !== undefined) {
          items.push({ context: element(parse, inner), target: null });
          inner.skip(',');
        }
        break;
      }
    }
    const context = expression(parse, contextNode);
    let target: Expr | null = null;
    if (kids.skip('as') !== null) target = assignmentTarget(parse.source, expression(parse, kids.next()));
    items.push({ context, target });
    const comma = kids.skip(',');
    if (comma !== null && kids.is('Body')) throw parse.source.error(comma.from, 'invalid syntax');
    if (comma === null && !kids.is('Body')) throw parse.source.error(kids.next().from, 'invalid syntax');
  }
  const body = block(parse, kids.expect('Body'));
  return { kind: 'With', items, body, from: node.from, to: blockTo(parse, body, node.to) };
}

/** `@name.name(arguments)`: Lezer lays the parts out flat. */
function decorator(parse: Parse, node: SyntaxNode): Expr {
  const kids = new Kids(parse, children(node));
  kids.expect('At');
  const nameNode = kids.expect('VariableName');
  const from = nameNode.from;
  let value: Expr = { kind: 'Name', id: nameOf(parse, nameNode), ctx: 'load', from, to: nameNode.to };
  while (kids.skip('.') !== null) {
    const attrNode = kids.next();
    value = { kind: 'Attribute', value, attr: nameOf(parse, attrNode), ctx: 'load', from, to: attrNode.to };
  }
  const list = kids.skip('ArgList');
  return list === null
    ? value
    : { kind: 'Call', func: value, ...argumentList(parse, list), from, to: list.to };
}

function functionDefinition(parse: Parse, node: SyntaxNode, decorators: Expr[]): Stmt {
  const kids = new Kids(parse, children(node));
  if (kids.is('async')) throw parse.source.error(node.from, refused.async);
  kids.expect('def');
  const name = nameOf(parse, kids.expect('VariableName'));
  if (kids.is('TypeParamList')) throw parse.source.error(kids.next().from, refused.typeParameters);
  const args = parameterList(parse, children(kids.expect('ParamList')), expression);
  const type = kids.skip('TypeDef');
  const returnsNode =
    type === null ? undefined : children(type).find((child) => child.name !== ':' && child.name !== '->');
  const returns = returnsNode === undefined ? null : expression(parse, returnsNode);
  const bodyNode = kids.expect('Body');
  const body = block(parse, bodyNode);
  return {
    kind: 'FunctionDef',
    name,
    args,
    body,
    decorators,
    returns,
    from: node.from,
    to: blockTo(parse, body, bodyNode.to),
  };
}

function classDefinition(parse: Parse, node: SyntaxNode, decorators: Expr[]): Stmt {
  const kids = new Kids(parse, children(node));
  kids.expect('class');
  const name = nameOf(parse, kids.expect('VariableName'));
  if (kids.is('TypeParamList')) throw parse.source.error(kids.next().from, refused.typeParameters);
  const list = kids.skip('ArgList');
  const { args, keywords } = list === null ? { args: [], keywords: [] } : argumentList(parse, list);
  const meta = keywords.find((keyword) => keyword.arg === 'metaclass');
  if (meta !== undefined) throw parse.source.error(meta.from, refused.metaclass);
  const bodyNode = kids.expect('Body');
  const body = block(parse, bodyNode);
  return {
    kind: 'ClassDef',
    name,
    bases: args,
    keywords,
    body,
    decorators,
    from: node.from,
    to: blockTo(parse, body, bodyNode.to),
  };
}
