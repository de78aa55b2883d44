/**
 * Turns an expression into a target of assignment or deletion, or says why it is none.
 *
 * Models Parser/pegen.c `_PyPegen_set_expr_context`, `_PyPegen_get_invalid_target`, `_PyPegen_get_expr_name`.
 */
import type { Context, Expr } from './ast.ts';
import type { Source, SourceError } from './source.ts';

/** The words CPython uses for an expression that is no target. */
export function expressionName(node: Expr): string {
  switch (node.kind) {
    case 'Attribute':
      return 'attribute';
    case 'Subscript':
      return 'subscript';
    case 'Starred':
      return 'starred';
    case 'Name':
      return 'name';
    case 'List':
      return 'list';
    case 'Tuple':
      return 'tuple';
    case 'Lambda':
      return 'lambda';
    case 'Call':
      return 'function call';
    case 'BoolOp':
    case 'BinOp':
    case 'UnaryOp':
    case 'Slice':
      return 'expression';
    case 'GeneratorExp':
      return 'generator expression';
    case 'Yield':
    case 'YieldFrom':
      return 'yield expression';
    case 'ListComp':
      return 'list comprehension';
    case 'SetComp':
      return 'set comprehension';
    case 'DictComp':
      return 'dict comprehension';
    case 'Dict':
      return 'dict literal';
    case 'Set':
      return 'set display';
    case 'JoinedStr':
    case 'FormattedValue':
      return 'f-string expression';
    case 'Constant':
      if (node.value.kind === 'none') return 'None';
      if (node.value.kind === 'bool') return node.value.value ? 'True' : 'False';
      return node.value.kind === 'ellipsis' ? 'ellipsis' : 'literal';
    case 'Compare':
      return 'comparison';
    case 'IfExp':
      return 'conditional expression';
    case 'NamedExpr':
      return 'named expression';
  }
}

function cannot(source: Source, node: Expr, ctx: Context, hint: string): SourceError {
  const verb = ctx === 'del' ? 'delete' : 'assign to';
  return source.error(node.from, `cannot ${verb} ${expressionName(node)}${hint}`);
}

/** `hint` is added where the whole left side is wrong and a comparison may have been meant. */
export function setContext(source: Source, node: Expr, ctx: Context, hint = ''): Expr {
  switch (node.kind) {
    case 'Name':
      if (node.id === '__debug__')
        throw source.error(node.from, `cannot ${ctx === 'del' ? 'delete' : 'assign to'} __debug__`);
      node.ctx = ctx;
      return node;
    case 'Attribute':
    case 'Subscript':
      node.ctx = ctx;
      return node;
    case 'Starred':
      if (ctx === 'del') throw cannot(source, node, ctx, '');
      node.ctx = ctx;
      setContext(source, node.value, ctx);
      return node;
    case 'List':
    case 'Tuple': {
      node.ctx = ctx;
      for (const element of node.elts) setContext(source, element, ctx);
      const stars = node.elts.filter((element) => element.kind === 'Starred');
      if (stars.length > 1) throw source.error(node.from, 'multiple starred expressions in assignment');
      return node;
    }
    case 'Constant':
      throw cannot(source, node, ctx, node.value.kind === 'none' || node.value.kind === 'bool' ? '' : hint);
    default:
      throw cannot(source, node, ctx, hint);
  }
}

/** The hint belongs to operands of a comparison (rule invalid_named_expression): not to looser expressions. */
export function assignmentHint(node: Expr): string {
  switch (node.kind) {
    case 'Compare':
    case 'BoolOp':
    case 'Lambda':
    case 'IfExp':
    case 'GeneratorExp':
    case 'Yield':
    case 'YieldFrom':
    case 'List':
    case 'Tuple':
      return '';
    case 'UnaryOp':
      return node.op === 'not' ? '' : MAYBE_EQUAL;
    default:
      return MAYBE_EQUAL;
  }
}

const MAYBE_EQUAL = " here. Maybe you meant '==' instead of '='?";

/** A target of `=`, `for` or `with`: starred only inside a list or tuple. */
export function assignmentTarget(source: Source, node: Expr, hint = ''): Expr {
  if (node.kind === 'Starred')
    throw source.error(node.from, 'starred assignment target must be in a list or tuple');
  return setContext(source, node, 'store', hint);
}
