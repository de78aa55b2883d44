/**
 * From what the blocks do with names to the scope of each name. Models Python/symtable.c `analyze_block`,
 * `analyze_name`, `analyze_cells`, `drop_class_free`, `update_symbols`.
 */
import type { Source } from './source.ts';
import type { Block, Scope } from './symbols.ts';
import { DEF_BOUND, DEF_FREE_CLASS, DEF_GLOBAL, DEF_NONLOCAL } from './symbols.ts';

type Names = Set<string>;

export function analyzeBlock(source: Source, top: Block): void {
  analyze(source, top, null, new Set(), new Set());
}

function analyze(source: Source, block: Block, bound: Names | null, free: Names, global: Names): void {
  const local: Names = new Set();
  const newBound: Names = new Set();
  const newGlobal: Names = new Set();
  const newFree: Names = new Set();
  // A class body sees what is around it, but what it binds is not seen by the functions inside.
  if (block.type === 'class') {
    addAll(newGlobal, global);
    if (bound !== null) addAll(newBound, bound);
  }
  for (const [name, flags] of block.flags)
    block.scopes.set(name, scopeOf(source, block, name, flags, bound, local, free, global));
  if (block.type === 'class') newBound.add('__class__');
  else {
    if (block.type === 'function') addAll(newBound, local);
    if (bound !== null) addAll(newBound, bound);
    addAll(newGlobal, global);
  }
  for (const child of block.children) {
    const childFree: Names = new Set();
    analyze(source, child, new Set(newBound), childFree, new Set(newGlobal));
    addAll(newFree, childFree);
  }
  if (block.type === 'function') {
    for (const [name, scope] of block.scopes) {
      if (scope === 'local' && newFree.delete(name)) block.scopes.set(name, 'cell');
    }
  } else if (block.type === 'class' && newFree.delete('__class__')) {
    block.needsClassClosure = true;
  }
  for (const name of newFree) {
    const flags = block.flags.get(name);
    if (flags !== undefined) {
      if (block.type === 'class' && (flags & (DEF_BOUND | DEF_GLOBAL)) !== 0)
        block.flags.set(name, flags | DEF_FREE_CLASS);
    } else if (bound === null || bound.has(name)) {
      block.flags.set(name, 0);
      block.scopes.set(name, 'free');
    }
  }
  addAll(free, newFree);
}

function scopeOf(
  source: Source,
  block: Block,
  name: string,
  flags: number,
  bound: Names | null,
  local: Names,
  free: Names,
  global: Names,
): Scope {
  const at = block.directives.get(name) ?? block.from;
  if ((flags & DEF_GLOBAL) !== 0) {
    if ((flags & DEF_NONLOCAL) !== 0) throw source.compilerError(at, `name '${name}' is nonlocal and global`);
    global.add(name);
    bound?.delete(name);
    return 'globalExplicit';
  }
  if ((flags & DEF_NONLOCAL) !== 0) {
    if (bound === null) throw source.compilerError(at, 'nonlocal declaration not allowed at module level');
    if (!bound.has(name)) throw source.compilerError(at, `no binding for nonlocal '${name}' found`);
    free.add(name);
    return 'free';
  }
  if ((flags & DEF_BOUND) !== 0) {
    local.add(name);
    global.delete(name);
    return 'local';
  }
  if (bound?.has(name)) {
    free.add(name);
    return 'free';
  }
  return 'globalImplicit';
}

function addAll(into: Names, from: Names): void {
  for (const name of from) into.add(name);
}
