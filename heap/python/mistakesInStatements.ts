/**
 * Mistakes in statements of one line (Grammar/python.gram `invalid_assignment`, `invalid_ann_assign_target`,
 * `invalid_del_stmt`, `invalid_import_from_targets`).
 */
import type { Expr } from './ast.ts';
import { expressionName } from './expressionName.ts';
import { list, tuple } from './grammarDisplays.ts';
import {
  expression,
  starExpressions,
  starNamedExpression,
  starNamedExpressions,
  yieldExpression,
} from './grammarExpressions.ts';
import { assignedTarget, assignedValue, augmentation, importedNames } from './grammarStatements.ts';
import { invalidTarget } from './invalidTarget.ts';
import type { Parser } from './parser.ts';

export function invalidAssignment(p: Parser): void {
  p.ahead(() => {
    const target = annotationTarget(p);
    if (target === null || p.take(':') === null || expression(p) === null) return null;
    throw p.errorAt(target, `only single target (not ${expressionName(target)}) can be annotated`);
  });
  p.ahead(() => {
    const first = starNamedExpression(p);
    if (first === null || p.take(',') === null) return null;
    while (starNamedExpressions(p) !== null);
    if (p.take(':') === null || expression(p) === null) return null;
    throw p.errorAt(first, 'only single target (not tuple) can be annotated');
  });
  p.ahead(() => {
    const target = expression(p);
    if (target === null || p.take(':') === null || expression(p) === null) return null;
    throw p.errorAt(target, 'illegal target for annotation');
  });
  p.ahead(() => {
    while (assignedTarget(p) !== null);
    const value = starExpressions(p);
    if (value === null || p.take('=') === null) return null;
    invalidTarget(p, value, 'assign');
    return null;
  });
  p.ahead(() => {
    while (assignedTarget(p) !== null);
    const value = yieldExpression(p);
    if (value === null || p.take('=') === null) return null;
    throw p.errorAt(value, 'assignment to yield expression not possible');
  });
  p.ahead(() => {
    const target = starExpressions(p);
    if (target === null || augmentation(p) === null || assignedValue(p) === null) return null;
    throw p.errorAt(target, `'${expressionName(target)}' is an illegal expression for augmented assignment`);
  });
}

function annotationTarget(p: Parser): Expr | null {
  return (
    list(p) ??
    tuple(p) ??
    p.attempt(() => {
      const inner = p.take('(') === null ? null : annotationTarget(p);
      return inner === null || p.take(')') === null ? null : inner;
    })
  );
}

export function invalidDeletion(p: Parser): void {
  p.ahead(() => {
    const value = p.take('del') === null ? null : starExpressions(p);
    if (value !== null) invalidTarget(p, value, 'del');
    return null;
  });
}

export function invalidImport(p: Parser): void {
  p.ahead(() => {
    if (importedNames(p) === null || p.take(',') === null || p.take('NEWLINE') === null) return null;
    throw p.errorHere('trailing comma not allowed without surrounding parentheses');
  });
}
