/**
 * Indentation as Parser/tokenizer.c checks it: the statements of a block start in the same column, deeper than the
 * line that opens the block, and tabs and spaces agree.
 */
import type { SyntaxNode } from '@lezer/common';
import type { Source } from './source.ts';

/** The blanks before a statement if it begins its line, else null. */
function indentOf(source: Source, at: number): string | null {
  const line = source.lineStart(source.line(at));
  const before = source.slice(line, at);
  return /^[ \t\f]*$/.test(before) ? before : null;
}

/** The blanks of the line on which the statement around a block begins. */
function outerIndent(source: Source, body: SyntaxNode): string {
  let node: SyntaxNode | null = body.parent;
  while (
    node !== null &&
    node.parent !== null &&
    node.parent.name !== 'Body' &&
    node.parent.name !== 'Script'
  )
    node = node.parent;
  return node === null ? '' : (indentOf(source, node.from) ?? '');
}

export function checkBlock(source: Source, body: SyntaxNode, nodes: readonly SyntaxNode[]): void {
  const first = nodes[0];
  const outer = outerIndent(source, body);
  if (first === undefined) throw source.error(body.to, 'expected an indented block');
  // On the line of the colon there are simple statements only.
  if (source.line(first.from) === source.line(body.from) || indentOf(source, first.from) === null) return;
  checkSame(source, nodes);
  const indent = indentOf(source, first.from) ?? '';
  if (indent.length <= outer.length && !indent.startsWith(outer))
    throw source.error(first.from, 'inconsistent use of tabs and spaces in indentation');
}

export function checkSame(source: Source, nodes: readonly SyntaxNode[]): void {
  const first = nodes[0];
  if (first === undefined) return;
  const indent = indentOf(source, first.from) ?? '';
  for (const node of nodes) {
    const own = indentOf(source, node.from);
    if (own === null || own === indent) continue;
    const mixed = /\t/.test(own + indent) && / /.test(own + indent);
    if (mixed) throw source.error(node.from, 'inconsistent use of tabs and spaces in indentation');
    throw source.error(
      node.from,
      own.length > indent.length
        ? 'unexpected indent'
        : 'unindent does not match any outer indentation level',
    );
  }
}

/** Statements at the left margin. One that is less deep than the line before it has come from a block. */
export function checkMargin(source: Source, nodes: readonly SyntaxNode[]): void {
  for (const node of nodes) {
    const own = indentOf(source, node.from);
    if (own === null || own === '') continue;
    let line = source.line(node.from) - 1;
    while (line > 0 && /^\s*(#.*)?$/.test(source.lineText(line))) line--;
    const before = line > 0 ? (/^[ \t\f]*/.exec(source.lineText(line))?.[0] ?? '') : '';
    throw source.error(
      node.from,
      before.length > own.length
        ? 'unindent does not match any outer indentation level'
        : 'unexpected indent',
    );
  }
}
