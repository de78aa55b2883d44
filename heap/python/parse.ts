/**
 * Source text to syntax tree, by way of `@lezer/python`.
 *
 * Lezer accepts more than CPython 3.11 and recovers from errors; here everything that CPython refuses is refused,
 * with its words where they are cheap to have. Models Parser/pegen.c and Parser/pegen_errors.c.
 */
import type { SyntaxNode, Tree } from '@lezer/common';
import { parser } from '@lezer/python';
import type { Constant } from '../objects/code.ts';
import type { Stmt } from './ast.ts';
import { grammarError } from './faults.ts';
import { scanLexical } from './lexical.ts';
import type { Parse } from './parseContext.ts';
import { children } from './parseContext.ts';
import { checkMargin } from './parseIndentation.ts';
import { statements } from './parseStatements.ts';
import { Source } from './source.ts';

export type Parsed = { readonly source: Source; readonly body: Stmt[]; readonly literals: Constant[] };

/** Throws SourceError. */
export function parseSource(text: string): Parsed {
  const source = new Source(text);
  const lexical = scanLexical(source);
  const tree = parser.parse(forLezer(text, lexical.stringEnds));
  const broken = firstError(tree);
  if (broken !== null) throw grammarError(source, lexical, broken);
  if (lexical.error !== null) throw lexical.error.problem;
  const nodes = children(tree.topNode);
  checkMargin(
    source,
    nodes.filter((node) => startsLine(source, node)),
  );
  const parse: Parse = { source, stringEnds: lexical.stringEnds, literals: [] };
  return { source, body: statements(parse, nodes), literals: parse.literals };
}

/**
 * Lezer gets a text of the same length in which two things that it cannot read are replaced; values are read from
 * the real text. It has no `1.` without digits behind the point: `1_` is a number too. In a raw f-string it takes
 * `\\{` for an escape: `_{` begins a field. What this changes in strings and comments is of no consequence.
 */
function forLezer(text: string, stringEnds: ReadonlyMap<number, number>): string {
  const numbers = text.includes('.') ? text.replace(/(?<![\w.])(\d[\d_]*)\.(?![\d_])/g, '$1_') : text;
  if (!/[rR]/.test(text) || !text.includes('\\{')) return numbers;
  let out = numbers;
  for (const [start, end] of stringEnds) {
    if (!/(?:[rR][fF]|[fF][rR])$/.test(text.slice(Math.max(0, start - 2), start))) continue;
    out = out.slice(0, start) + out.slice(start, end).replaceAll('\\{', '_{') + out.slice(end);
  }
  return out;
}

function startsLine(source: Source, node: SyntaxNode): boolean {
  return source.slice(source.lineStart(source.line(node.from)), node.from).trim() === '';
}

/** The first place where Lezer had to repair the text. A `yield` without a value is one of its own making. */
function firstError(tree: Tree): SyntaxNode | null {
  let found: SyntaxNode | null = null;
  tree.iterate({
    enter(ref) {
      if (found !== null) return false;
      if (ref.type.isError && !isBareYield(ref.node)) found = ref.node;
      return true;
    },
  });
  return found;
}

function isBareYield(error: SyntaxNode): boolean {
  const parent = error.parent;
  const yields = parent?.name === 'YieldExpression' || parent?.name === 'YieldStatement';
  return (
    yields && error.from === error.to && error.prevSibling?.name === 'yield' && error.nextSibling === null
  );
}
