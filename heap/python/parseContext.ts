/**
 * What the parsing functions share: the source, its strings, and the constants in the order in which the parser
 * makes them. Also the few readings of a Lezer tree that all of them need.
 */
import type { SyntaxNode } from '@lezer/common';
import type { Constant } from '../objects/code.ts';
import type { ConstantNode } from './ast.ts';
import type { Source } from './source.ts';

export type Parse = {
  readonly source: Source;
  readonly stringEnds: ReadonlyMap<number, number>;
  /** Grows while parsing and folding: CompiledInput.literals. */
  readonly literals: Constant[];
};

/** Children without comments and without the empty error nodes that a bare `yield` leaves. */
export function children(node: SyntaxNode): SyntaxNode[] {
  const out: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (child.name !== 'Comment' && !child.type.isError) out.push(child);
  }
  return out;
}

export function textOf(parse: Parse, node: SyntaxNode): string {
  return parse.source.slice(node.from, node.to);
}

export function literal(parse: Parse, value: Constant, from: number, to: number): ConstantNode {
  if (value.kind !== 'none' && value.kind !== 'bool' && value.kind !== 'ellipsis') parse.literals.push(value);
  return { kind: 'Constant', value, from, to };
}

const keywords = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from ' +
    'global if import in is lambda nonlocal not or pass raise return try while with yield'
  ).split(' '),
);

/** The text of a name; a keyword in its place (`a.if`) is an error. */
export function nameOf(parse: Parse, node: SyntaxNode): string {
  const text = textOf(parse, node);
  if (keywords.has(text)) throw parse.source.error(node.from, 'invalid syntax');
  return text.normalize('NFKC');
}

/** A cursor over the children of a node. */
export class Kids {
  readonly nodes: readonly SyntaxNode[];
  readonly #parse: Parse;
  index = 0;

  constructor(parse: Parse, nodes: readonly SyntaxNode[]) {
    this.#parse = parse;
    this.nodes = nodes;
  }

  get current(): SyntaxNode | undefined {
    return this.nodes[this.index];
  }

  is(name: string): boolean {
    return this.nodes[this.index]?.name === name;
  }

  next(): SyntaxNode {
    const node = this.nodes[this.index];
    if (node === undefined) {
      const last = this.nodes[this.nodes.length - 1];
      throw this.#parse.source.error(last?.to ?? 0, 'invalid syntax');
    }
    this.index++;
    return node;
  }

  /** Steps over a child of that name, if it is next. */
  skip(name: string): SyntaxNode | null {
    const node = this.nodes[this.index];
    if (node?.name !== name) return null;
    this.index++;
    return node;
  }

  expect(name: string): SyntaxNode {
    const node = this.next();
    if (node.name !== name) throw this.#parse.source.error(node.from, 'invalid syntax');
    return node;
  }
}
