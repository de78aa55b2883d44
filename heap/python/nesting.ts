/**
 * How deep a syntax tree may be. Python/compile.c, ast_opt.c and symtable.c stop at three times the recursion limit;
 * the classroom stops earlier, so that every host that runs it has room.
 */
import type { Expr, Place, Stmt } from './ast.ts';
import { SourceError } from './source.ts';

export const MAX_NESTING = 1000;

export function tooDeep(): SourceError {
  const message = 'maximum recursion depth exceeded during compilation';
  return new SourceError({ type: 'RecursionError', line: 0, column: 0, message });
}

/** Throws if the tree is too deep: operators group from the left without depth in the parser. */
export function checkNesting(body: readonly Stmt[]): void {
  let level: object[] = [...body];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_NESTING) throw tooDeep();
    level = level.flatMap((node) => Object.values(node).flatMap(nodesIn));
  }
}

/** Nodes have a `kind`; lists, comprehensions, handlers and the like are looked through. */
function nodesIn(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  return isNode(value) ? [value] : Object.values(value).flatMap(nodesIn);
}

function isNode(value: object): value is Place & (Expr | Stmt) {
  return 'kind' in value && 'from' in value;
}
