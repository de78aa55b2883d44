/**
 * Which name lives where: the symbol table.
 *
 * Models Python/symtable.c: `symtable_visit_*`, the walk that stands here, collect what each block does with a name
 * (symtableScopes.ts), `analyze_block` decides the scope of each. Blocks are found again by their syntax node.
 */
import type { Arguments, Comprehension, ComprehensionNode, Expr, Parameter, Place, Stmt } from './ast.ts';
import type { Source } from './source.ts';
import { type Block, DEF_IMPORT, DEF_LOCAL, DEF_PARAM, USE } from './symbols.ts';
import { analyzeBlock } from './symtableAnalysis.ts';
import { Scopes } from './symtableScopes.ts';

export type SymbolTable = { readonly top: Block; readonly blocks: ReadonlyMap<object, Block> };

export function buildSymbolTable(source: Source, body: readonly Stmt[], key: object): SymbolTable {
  const scopes = new Scopes(source, key);
  const top = scopes.block;
  new Builder(scopes).module(body);
  analyzeBlock(source, top);
  return { top, blocks: scopes.blocks };
}

class Builder {
  readonly #scopes: Scopes;
  #comprehensionIter = 0;

  constructor(scopes: Scopes) {
    this.#scopes = scopes;
  }

  module(body: readonly Stmt[]): void {
    this.#statements(body);
  }

  #statements(body: readonly Stmt[]): void {
    for (const node of body) this.#statement(node);
  }

  #statement(node: Stmt): void {
    switch (node.kind) {
      case 'FunctionDef':
        this.#scopes.add(node.name, DEF_LOCAL, node);
        this.#defaults(node.args);
        this.#annotations(node.args, node.returns);
        this.#list(node.decorators);
        this.#scopes.enter('function', node.name, node, false, () => {
          this.#parameters(node.args);
          this.#statements(node.body);
        });
        return;
      case 'ClassDef': {
        this.#scopes.add(node.name, DEF_LOCAL, node);
        this.#list(node.bases);
        for (const keyword of node.keywords) this.#expression(keyword.value);
        this.#list(node.decorators);
        const outer = this.#scopes.private;
        this.#scopes.enter('class', node.name, node, false, () => {
          this.#scopes.private = node.name;
          this.#statements(node.body);
        });
        this.#scopes.private = outer;
        return;
      }
      case 'Return':
        this.#optional(node.value);
        return;
      case 'Delete':
        this.#list(node.targets);
        return;
      case 'Assign':
        this.#list(node.targets);
        this.#expression(node.value);
        return;
      case 'AugAssign':
        this.#expression(node.target);
        this.#expression(node.value);
        return;
      case 'AnnAssign':
        this.#annotatedAssignment(node.target, node.simple, node.value !== null);
        this.#annotation(node.annotation);
        this.#optional(node.value);
        return;
      case 'For':
        this.#expression(node.target);
        this.#expression(node.iter);
        this.#statements(node.body);
        this.#statements(node.orelse);
        return;
      case 'While':
      case 'If':
        this.#expression(node.test);
        this.#statements(node.body);
        this.#statements(node.orelse);
        return;
      case 'With':
        for (const item of node.items) {
          this.#expression(item.context);
          this.#optional(item.target);
        }
        this.#statements(node.body);
        return;
      case 'Raise':
        this.#optional(node.exc);
        this.#optional(node.cause);
        return;
      case 'Try':
        this.#statements(node.body);
        this.#statements(node.orelse);
        for (const handler of node.handlers) {
          this.#optional(handler.type);
          if (handler.name !== null) this.#scopes.add(handler.name, DEF_LOCAL, handler);
          this.#statements(handler.body);
        }
        this.#statements(node.finalbody);
        return;
      case 'Assert':
        this.#expression(node.test);
        this.#optional(node.msg);
        return;
      case 'Import':
      case 'ImportFrom':
        for (const alias of node.names) {
          const bound = alias.asname ?? alias.name.split('.')[0] ?? alias.name;
          this.#scopes.add(bound, DEF_IMPORT, node);
        }
        return;
      case 'Global':
      case 'Nonlocal':
        for (const name of node.names) this.#scopes.directive(node.kind, name, node);
        return;
      case 'Expr':
        this.#expression(node.value);
        return;
      default:
        return;
    }
  }

  #annotatedAssignment(target: Expr, simple: boolean, hasValue: boolean): void {
    if (target.kind === 'Name') this.#scopes.annotated(target, simple, hasValue);
    else this.#expression(target);
  }

  /** Yield, walrus and await are refused in annotations. */
  #annotation(node: Expr): void {
    this.#expression(node);
  }

  #annotations(args: Arguments, returns: Expr | null): void {
    const all = [...args.posonly, ...args.args, ...args.kwonly, args.vararg, args.kwarg];
    for (const parameter of all)
      if (parameter !== null && parameter.annotation !== null) this.#annotation(parameter.annotation);
    if (returns !== null) this.#annotation(returns);
  }

  #defaults(args: Arguments): void {
    this.#list(args.defaults);
    for (const value of args.kwDefaults) this.#optional(value);
  }

  #parameters(args: Arguments): void {
    const add = (parameter: Parameter): void => this.#scopes.add(parameter.name, DEF_PARAM, parameter);
    args.posonly.forEach(add);
    args.args.forEach(add);
    args.kwonly.forEach(add);
    if (args.vararg !== null) {
      add(args.vararg);
      this.#scopes.block.varargs = true;
    }
    if (args.kwarg !== null) {
      add(args.kwarg);
      this.#scopes.block.varkeywords = true;
    }
  }

  #list(nodes: readonly Expr[]): void {
    for (const node of nodes) this.#expression(node);
  }

  #optional(node: Expr | null): void {
    if (node !== null) this.#expression(node);
  }

  #expression(node: Expr): void {
    switch (node.kind) {
      case 'NamedExpr':
        if (this.#comprehensionIter > 0)
          throw this.#scopes.source.compilerError(
            node.from,
            'assignment expression cannot be used in a comprehension iterable expression',
          );
        if (this.#scopes.block.comprehension) this.#scopes.walrus(node.target.id, node.target);
        this.#expression(node.value);
        this.#expression(node.target);
        return;
      case 'BoolOp':
      case 'JoinedStr':
        this.#list(node.values);
        return;
      case 'BinOp':
        this.#expression(node.left);
        this.#expression(node.right);
        return;
      case 'UnaryOp':
        this.#expression(node.operand);
        return;
      case 'Lambda':
        this.#defaults(node.args);
        this.#scopes.enter('function', 'lambda', node, false, () => {
          this.#parameters(node.args);
          this.#expression(node.body);
        });
        return;
      case 'IfExp':
        this.#expression(node.test);
        this.#expression(node.body);
        this.#expression(node.orelse);
        return;
      case 'Dict':
        for (const key of node.keys) this.#optional(key);
        this.#list(node.values);
        return;
      case 'Set':
      case 'List':
      case 'Tuple':
        this.#list(node.elts);
        return;
      case 'ListComp':
      case 'SetComp':
      case 'DictComp':
      case 'GeneratorExp':
        this.#comprehension(node);
        return;
      case 'Yield':
        this.#yield(node);
        this.#optional(node.value);
        return;
      case 'YieldFrom':
        this.#yield(node);
        this.#expression(node.value);
        return;
      case 'Compare':
        this.#expression(node.left);
        this.#list(node.comparators);
        return;
      case 'Call':
        this.#expression(node.func);
        this.#list(node.args);
        for (const keyword of node.keywords) this.#expression(keyword.value);
        return;
      case 'FormattedValue':
        this.#expression(node.value);
        this.#optional(node.spec);
        return;
      case 'Constant':
        return;
      case 'Attribute':
      case 'Starred':
        this.#expression(node.value);
        return;
      case 'Subscript':
        this.#expression(node.value);
        this.#expression(node.slice);
        return;
      case 'Slice':
        this.#optional(node.lower);
        this.#optional(node.upper);
        this.#optional(node.step);
        return;
      case 'Name':
        this.#scopes.add(node.id, node.ctx === 'load' ? USE : DEF_LOCAL, node);
        // `super` needs the class it stands in.
        if (node.ctx === 'load' && this.#scopes.block.type === 'function' && node.id === 'super')
          this.#scopes.add('__class__', USE, node);
        return;
    }
  }

  #yield(node: Place): void {
    if (this.#scopes.block.comprehension)
      throw this.#scopes.source.compilerError(
        node.from,
        `'yield' inside ${comprehensionWords(this.#scopes.block.name)}`,
      );
    this.#scopes.block.generator = true;
  }

  #comprehension(node: ComprehensionNode): void {
    const names = {
      ListComp: 'listcomp',
      SetComp: 'setcomp',
      DictComp: 'dictcomp',
      GeneratorExp: 'genexpr',
    } as const;
    const [outermost, ...inner] = node.generators;
    if (outermost === undefined) return;
    this.#comprehensionIter++;
    this.#expression(outermost.iter);
    this.#comprehensionIter--;
    const block = this.#scopes.enter('function', names[node.kind], node, true, () => {
      const outerIter = this.#comprehensionIter;
      this.#scopes.add('.0', DEF_PARAM, node);
      this.#target(outermost);
      this.#list(outermost.ifs);
      for (const generator of inner) {
        this.#target(generator);
        this.#comprehensionIter++;
        this.#expression(generator.iter);
        this.#comprehensionIter--;
        this.#list(generator.ifs);
      }
      this.#optional(node.value);
      this.#expression(node.elt);
      this.#comprehensionIter = outerIter;
    });
    block.generator = node.kind === 'GeneratorExp';
  }

  #target(generator: Comprehension): void {
    this.#scopes.comprehensionTarget = true;
    this.#expression(generator.target);
    this.#scopes.comprehensionTarget = false;
  }
}

function comprehensionWords(name: string): string {
  switch (name) {
    case 'listcomp':
      return 'list comprehension';
    case 'setcomp':
      return 'set comprehension';
    case 'dictcomp':
      return 'dict comprehension';
    default:
      return 'generator expression';
  }
}
