/**
 * What is noted of a name where it is met: the part of the symbol table that knows the rules, for the walk of
 * symtable.ts. Models Python/symtable.c `symtable_add_def`, `symtable_extend_namedexpr_scope` and the checks of
 * `global`, `nonlocal` and annotations.
 */
import type { Expr, Place } from './ast.ts';
import type { Source } from './source.ts';
import {
  type Block,
  DEF_ANNOT,
  DEF_COMP_ITER,
  DEF_GLOBAL,
  DEF_LOCAL,
  DEF_NONLOCAL,
  DEF_PARAM,
  makeBlock,
  mangle,
  USE,
} from './symbols.ts';

export class Scopes {
  readonly blocks = new Map<object, Block>();
  readonly source: Source;
  /** The one that is walked. */
  block: Block;
  /** The class whose private names are mangled. */
  private: string | null = null;
  /** While the targets of a comprehension are walked. */
  comprehensionTarget = false;

  constructor(source: Source, key: object) {
    this.source = source;
    this.block = makeBlock('module', 'top', null, 0, false);
    this.blocks.set(key, this.block);
  }

  enter(
    type: 'class' | 'function',
    name: string,
    node: Place,
    comprehension: boolean,
    visit: () => void,
  ): Block {
    const parent = this.block;
    const block = makeBlock(type, name, parent, node.from, comprehension);
    parent.children.push(block);
    this.blocks.set(node, block);
    this.block = block;
    visit();
    this.block = parent;
    return block;
  }

  add(name: string, flag: number, place: Place, block: Block = this.block): void {
    const mangled = mangle(this.private, name);
    let flags = block.flags.get(mangled) ?? 0;
    if ((flag & DEF_PARAM) !== 0 && (flags & DEF_PARAM) !== 0)
      throw this.source.compilerError(place.from, `duplicate argument '${name}' in function definition`);
    flags |= flag;
    if (this.comprehensionTarget) {
      if ((flags & (DEF_GLOBAL | DEF_NONLOCAL)) !== 0)
        throw this.source.compilerError(
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

  lookup(name: string): number {
    return this.block.flags.get(mangle(this.private, name)) ?? 0;
  }

  directive(kind: 'Global' | 'Nonlocal', name: string, node: Place): void {
    const flags = this.lookup(name);
    const word = kind.toLowerCase();
    const fail = (message: string): never => {
      throw this.source.compilerError(node.from, message);
    };
    if ((flags & DEF_PARAM) !== 0) fail(`name '${name}' is parameter and ${word}`);
    if ((flags & USE) !== 0) fail(`name '${name}' is used prior to ${word} declaration`);
    if ((flags & DEF_ANNOT) !== 0) fail(`annotated name '${name}' can't be ${word}`);
    if ((flags & DEF_LOCAL) !== 0) fail(`name '${name}' is assigned to before ${word} declaration`);
    this.add(name, kind === 'Global' ? DEF_GLOBAL : DEF_NONLOCAL, node);
    const mangled = mangle(this.private, name);
    if (!this.block.directives.has(mangled)) this.block.directives.set(mangled, node.from);
  }

  /** Of a name with an annotation, whose rules differ from those of an assignment. */
  annotated(target: Extract<Expr, { kind: 'Name' }>, simple: boolean, hasValue: boolean): void {
    const flags = this.lookup(target.id);
    if ((flags & (DEF_GLOBAL | DEF_NONLOCAL)) !== 0 && this.block.type !== 'module' && simple) {
      const word = (flags & DEF_GLOBAL) !== 0 ? 'global' : 'nonlocal';
      throw this.source.compilerError(target.from, `annotated name '${target.id}' can't be ${word}`);
    }
    if (simple) this.add(target.id, DEF_ANNOT | DEF_LOCAL, target);
    else if (hasValue) this.add(target.id, DEF_LOCAL, target);
  }

  /** A walrus in a comprehension binds in the function or module around it. Models `symtable_extend_namedexpr_scope`. */
  walrus(name: string, place: Place): void {
    const mangled = mangle(this.private, name);
    for (let block: Block | null = this.block; block !== null; block = block.parent) {
      if (block.comprehension) {
        if (((block.flags.get(mangled) ?? 0) & DEF_COMP_ITER) !== 0)
          throw this.source.compilerError(
            place.from,
            `assignment expression cannot rebind comprehension iteration variable '${name}'`,
          );
      } else if (block.type === 'function') {
        if (((block.flags.get(mangled) ?? 0) & DEF_GLOBAL) !== 0) this.add(name, DEF_GLOBAL, place);
        else this.add(name, DEF_NONLOCAL, place);
        this.block.directives.set(mangled, place.from);
        this.add(name, DEF_LOCAL, place, block);
        return;
      } else if (block.type === 'module') {
        this.add(name, DEF_GLOBAL, place);
        this.block.directives.set(mangled, place.from);
        this.add(name, DEF_GLOBAL, place, block);
        return;
      } else {
        throw this.source.compilerError(
          place.from,
          'assignment expression within a comprehension cannot be used in a class body',
        );
      }
    }
  }
}
