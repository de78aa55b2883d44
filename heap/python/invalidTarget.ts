/** What of an expression cannot be assigned to. Models Parser/pegen_errors.c and pegen.c `_PyPegen_get_invalid_target`. */
import type { Expr } from './ast.ts';
import { expressionName } from './expressionName.ts';
import type { Parser } from './parser.ts';

type Use = 'assign' | 'del' | 'for';

/** Throws if there is something; in a `for` only what stands before `in` counts. */
export function invalidTarget(p: Parser, value: Expr, use: Use): void {
  const wrong = firstWrong(value, use);
  if (wrong === null) return;
  const verb = use === 'del' ? 'delete' : 'assign to';
  throw p.errorAt(wrong, `cannot ${verb} ${expressionName(wrong)}`);
}

function firstWrong(node: Expr, use: Use): Expr | null {
  switch (node.kind) {
    case 'List':
    case 'Tuple':
      for (const element of node.elts) {
        const wrong = firstWrong(element, use);
        if (wrong !== null) return wrong;
      }
      return null;
    case 'Starred':
      return use === 'del' ? node : firstWrong(node.value, use);
    case 'Compare': {
      // `for x in y` was read as a comparison.
      if (use !== 'for') return node;
      return node.ops[0] === 'in' ? firstWrong(node.left, use) : null;
    }
    case 'Name':
    case 'Subscript':
    case 'Attribute':
      return null;
    default:
      return node;
  }
}
