/**
 * Which name lives where: the symbol table.
 *
 * Models Python/symtable.c: `symtable_visit_*` collect what each block does with a name, `analyze_block` decides
 * the scope of each. Blocks are found again by their syntax node.
 */
import type { Arguments, Comprehension, ComprehensionNode, Expr, Parameter, Place, Stmt } from './ast.ts';
import type { Source } from './source.ts';
import { analyzeBlock } from './symtableAnalysis.ts';

export const DEF_GLOBAL = 1;
export const DEF_LOCAL = 2;
export const DEF_PARAM = 4;
export const DEF_NONLOCAL = 8;
export const USE = 16;
export const DEF_FREE_CLASS = 64;
export const DEF_IMPORT = 128;
export const DEF_ANNOT = 256;
export const DEF_COMP_ITER = 512;
export const DEF_BOUND = DEF_LOCAL | DEF_PARAM | DEF_IMPORT;

export type Scope = 'local' | 'globalExplicit' | 'globalImplicit' | 'free' | 'cell';

export type Block = {
  readonly type: 'module' | 'class' | 'function';
  readonly name: string;
  readonly nested: boolean;
  readonly parent: Block | null;
  readonly children: Block[];
  readonly flags: Map<string, number>;
  readonly scopes: Map<string, Scope>;
  /** Parameters in the order of the frame's slots. */
  readonly parameters: string[];
  /** Where `global` and `nonlocal` stand, for errors. */
  readonly directives: Map<string, number>;
  readonly comprehension: boolean;
  readonly from: number;
  generator: boolean;
  varargs: boolean;
  varkeywords: boolean;
  needsClassClosure: boolean;
};

/** Models Python/symtable.c `_Py_Mangle`. */
export function mangle(className: string | null, name: string): string {
  if (className === null || !name.startsWith('__') || name.endsWith('__') || name.includes('.')) return name;
  const stripped = className.replace(/^_+/, '');
  return stripped === '' ? name : `_${stripped}${name}`;
}

export type SymbolTable = { readonly top: Block; readonly blocks: ReadonlyMap<object, Block> };

export function buildSymbolTable(source: Source, body: readonly Stmt[], key: object): SymbolTable {
  const builder = new Builder(source);
  const top = builder.module(body, key);
  analyzeBlock(source, top);
  return { top, blocks: builder.blocks };
}

class Builder {
  readonly blocks = new Map<object, Block>();
  readonly #source: Source;
  #block: Block;
  #private: string | null = null;
  #comprehensionIter = 0;
  #comprehensionTarget = false;

  constructor(source: Source) {
    this.#source = source;
    this.#block = makeBlock('module', 'top', null, 0, false);
  }

  module(body: readonly Stmt[], key: object): Block {
    this.blocks.set(key, this.#block);
    this.#statements(body);
    return this.#block;
  }

  #enter(
    type: 'class' | 'function',
    name: string,
    node: Place,
    comprehension: boolean,
    visit: () => void,
  ): Block {
    const parent = this.#block;
    const block = makeBlock(type, name, parent, node.from, comprehension);
    parent.children.push(block);
    this.blocks.set(node, block);
    this.#block = block;
    visit();
    this.#block = parent;
    return block;
  }

  #add(name: string, flag: number, place: Place, block: Block = this.#block): void {
    const mangled = mangle(this.#private, name);
    let flags = block.flags.get(mangled) ?? 0;
    if ((flag & DEF_PARAM) !== 0 && (flags & DEF_PARAM) !== 0)
      throw this.#source.compilerError(place.from, `duplicate argument '${name}' in function definition`);
    flags |= flag;
    if (this.#comprehensionTarget) {
      if ((flags & (DEF_GLOBAL | DEF_NONLOCAL)) !== 0)
        throw this.#source.compilerError(
          place.from,
          `comprehension inner loop cannot rebind assignment expression target '${name}'`,
        );
      flags |= DEF_COMP_ITER;
    }
    block.flags.set(mangled, flags);
    if ((flag & DEF_PARAM) !== 0) block.parameters.push(mangled);
    else if ((flag & DEF_GLOBAL) !== 0) {
      let top = block;
      while (top.parent !== null) top = top.parent;
      top.flags.set(mangled, (top.flags.get(mangled) ?? 0) | flag);
    }
  }

  #lookup(name: string): number {
    return this.#block.flags.get(mangle(this.#private, name)) ?? 0;
  }

  #statements(body: readonly Stmt[]): void {
    for (const node of body) this.#statement(node);
  }

  #statement(node: Stmt): void {
    switch (node.kind) {
      case 'FunctionDef':
        this.#add(node.name, DEF_LOCAL, node);
        this.#defaults(node.args);
        this.#annotations(node.args, node.returns);
        this.#list(node.decorators);
        this.#enter('function', node.name, node, false, () => {
          this.#parameters(node.args);
          this.#statements(node.body);
        });
        return;
      case 'ClassDef': {
        this.#add(node.name, DEF_LOCAL, node);
        this.#list(node.bases);
        for (const keyword of node.keywords) this.#expression(keyword.value);
        this.#list(node.decorators);
        const outer = this.#private;
        this.#enter('class', node.name, node, false, () => {
          this.#private = node.name;
          this.#statements(node.body);
        });
        this.#private = outer;
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
          if (handler.name !== null) this.#add(handler.name, DEF_LOCAL, handler);
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
          this.#add(bound, DEF_IMPORT, node);
        }
        return;
      case 'Global':
      case 'Nonlocal':
        for (const name of node.names) this.#directive(node.kind, name, node);
        return;
      case 'Expr':
        this.#expression(node.value);
        return;
      default:
        return;
    }
  }

  #directive(kind: 'Global' | 'Nonlocal', name: string, node: Place): void {
    const flags = this.#lookup(name);
    const word = kind.toLowerCase();
    const fail = (message: string): never => {
      throw this.#source.compilerError(node.from, message);
    };
    if ((flags & DEF_PARAM) !== 0) fail(`name '${name}' is parameter and ${word}`);
    if ((flags & USE) !== 0) fail(`name '${name}' is used prior to ${word} declaration`);
    if ((flags & DEF_ANNOT) !== 0) fail(`annotated name '${name}' can't be ${word}`);
    if ((flags & DEF_LOCAL) !== 0) fail(`name '${name}' is assigned to before ${word} declaration`);
    this.#add(name, kind === 'Global' ? DEF_GLOBAL : DEF_NONLOCAL, node);
    const mangled = mangle(this.#private, name);
    if (!this.#block.directives.has(mangled)) this.#block.directives.set(mangled, node.from);
  }

  #annotatedAssignment(target: Expr, simple: boolean, hasValue: boolean): void {
    if (target.kind !== 'Name') {
      this.#expression(target);
      return;
    }
    const flags = this.#lookup(target.id);
    if ((flags & (DEF_GLOBAL | DEF_NONLOCAL)) !== 0 && this.#block.type !== 'module' && simple) {
      const word = (flags & DEF_GLOBAL) !== 0 ? 'global' : 'nonlocal';
      throw this.#source.compilerError(target.from, `annotated name '${target.id}' can't be ${word}`);
    }
    if (simple) this.#add(target.id, DEF_ANNOT | DEF_LOCAL, target);
    else if (hasValue) this.#add(target.id, DEF_LOCAL, target);
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
    const add = (parameter: Parameter): void => this.#add(parameter.name, DEF_PARAM, parameter);
    args.posonly.forEach(add);
    args.args.forEach(add);
    args.kwonly.forEach(add);
    if (args.vararg !== null) {
      add(args.vararg);
      this.#block.varargs = true;
    }
    if (args.kwarg !== null) {
      add(args.kwarg);
      this.#block.varkeywords = true;
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
          throw this.#source.compilerError(
            node.from,
            'assignment expression cannot be used in a comprehension iterable expression',
          );
        if (this.#block.comprehension) this.#namedInComprehension(node.target.id, node.target);
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
        this.#enter('function', 'lambda', node, false, () => {
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
        this.#add(node.id, node.ctx === 'load' ? USE : DEF_LOCAL, node);
        // `super` needs the class it stands in.
        if (node.ctx === 'load' && this.#block.type === 'function' && node.id === 'super')
          this.#add('__class__', USE, node);
        return;
    }
  }

  #yield(node: Place): void {
    if (this.#block.comprehension)
      throw this.#source.compilerError(node.from, `'yield' inside ${comprehensionWords(this.#block.name)}`);
    this.#block.generator = true;
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
    const block = this.#enter('function', names[node.kind], node, true, () => {
      const outerIter = this.#comprehensionIter;
      this.#add('.0', DEF_PARAM, node);
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
    this.#comprehensionTarget = true;
    this.#expression(generator.target);
    this.#comprehensionTarget = false;
  }

  /** A walrus in a comprehension binds in the function or module around it. Models `symtable_extend_namedexpr_scope`. */
  #namedInComprehension(name: string, place: Place): void {
    const mangled = mangle(this.#private, name);
    for (let block: Block | null = this.#block; block !== null; block = block.parent) {
      if (block.comprehension) {
        if (((block.flags.get(mangled) ?? 0) & DEF_COMP_ITER) !== 0)
          throw this.#source.compilerError(
            place.from,
            `assignment expression cannot rebind comprehension iteration variable '${name}'`,
          );
      } else if (block.type === 'function') {
        if (((block.flags.get(mangled) ?? 0) & DEF_GLOBAL) !== 0) this.#add(name, DEF_GLOBAL, place);
        else this.#add(name, DEF_NONLOCAL, place);
        this.#block.directives.set(mangled, place.from);
        this.#add(name, DEF_LOCAL, place, block);
        return;
      } else if (block.type === 'module') {
        this.#add(name, DEF_GLOBAL, place);
        this.#block.directives.set(mangled, place.from);
        this.#add(name, DEF_GLOBAL, place, block);
        return;
      } else {
        throw this.#source.compilerError(
          place.from,
          'assignment expression within a comprehension cannot be used in a class body',
        );
      }
    }
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

function makeBlock(
  type: 'module' | 'class' | 'function',
  name: string,
  parent: Block | null,
  from: number,
  comprehension: boolean,
): Block {
  return {
    type,
    name,
    nested: parent !== null && (parent.nested || parent.type === 'function'),
    parent,
    children: [],
    flags: new Map(),
    scopes: new Map(),
    parameters: [],
    directives: new Map(),
    comprehension,
    from,
    generator: false,
    varargs: false,
    varkeywords: false,
    needsClassClosure: false,
  };
}
