/**
 * What the compiling functions share: the unit being filled, and the way into and out of nested units.
 * Models `struct compiler` of Python/compile.c, `compiler_enter_scope`, `compiler_set_qualname`.
 */

import type { CodeObject } from '../objects/code.ts';
import { assemble } from './assemble.ts';
import { Unit, type UnitKind } from './compileUnit.ts';
import type { ConstantCache } from './constants.ts';
import type { Source } from './source.ts';
import { DEF_IMPORT, mangle } from './symbols.ts';
import type { SymbolTable } from './symtable.ts';

export class Compiler {
  readonly source: Source;
  readonly symbols: SymbolTable;
  readonly cache: ConstantCache;
  readonly filename: string;
  unit: Unit;

  constructor(source: Source, symbols: SymbolTable, cache: ConstantCache, filename: string) {
    this.source = source;
    this.symbols = symbols;
    this.cache = cache;
    this.filename = filename;
    this.unit = new Unit('module', '<module>', '<module>', null, symbols.top, 1, source, cache);
  }

  enter(kind: UnitKind, name: string, node: object, firstLine: number): void {
    const block = this.symbols.blocks.get(node);
    if (block === undefined) throw new Error(`no symbols for ${name}`);
    const parent = this.unit;
    const qualname = qualifiedName(parent, kind, name);
    this.unit = new Unit(kind, name, qualname, parent, block, firstLine, this.source, this.cache);
  }

  /** Finishes the current unit and goes back to the one around it. */
  leave(addNone: boolean): CodeObject {
    const code = assemble(this.unit, this.filename, addNone);
    if (this.unit.parent !== null) this.unit = this.unit.parent;
    return code;
  }

  /** The name is bound by an import in this input: such a base gets no LOAD_METHOD. */
  isImported(name: string): boolean {
    return ((this.symbols.top.flags.get(name) ?? 0) & DEF_IMPORT) !== 0;
  }
}

function qualifiedName(parent: Unit, kind: UnitKind, name: string): string {
  if (parent.kind === 'module') return name;
  if (kind === 'function' || kind === 'class') {
    const mangled = mangle(parent.privateName, name);
    if (parent.symbols.scopes.get(mangled) === 'globalExplicit') return name;
  }
  const inside = parent.kind === 'function' || parent.kind === 'lambda';
  return `${parent.qualname}${inside ? '.<locals>' : ''}.${name}`;
}
