/**
 * Loading, storing and deleting names. Models Python/compile.c `compiler_nameop`, `compiler_addop_name`.
 */
import type { Context } from './ast.ts';
import { Unit } from './compileUnit.ts';
import { op } from './opcode.ts';
import { mangle } from './symbols.ts';

const fast = { load: op.LOAD_FAST, store: op.STORE_FAST, del: op.DELETE_FAST } as const;
const global = { load: op.LOAD_GLOBAL, store: op.STORE_GLOBAL, del: op.DELETE_GLOBAL } as const;
const dynamic = { load: op.LOAD_NAME, store: op.STORE_NAME, del: op.DELETE_NAME } as const;
const deref = { load: op.LOAD_DEREF, store: op.STORE_DEREF, del: op.DELETE_DEREF } as const;

/** Models `forbidden_name`. */
export function forbidDebug(unit: Unit, name: string, ctx: Context): void {
  if (name === '__debug__' && ctx !== 'load')
    throw unit.error(`cannot ${ctx === 'del' ? 'delete' : 'assign to'} __debug__`);
}

export function nameOperation(unit: Unit, name: string, ctx: Context): void {
  forbidDebug(unit, name, ctx);
  const mangled = mangle(unit.privateName, name);
  const inFunction = unit.symbols.type === 'function';
  switch (unit.symbols.scopes.get(mangled)) {
    case 'free':
    case 'cell': {
      const index = unit.freevars.get(mangled) ?? unit.cellvars.get(mangled) ?? 0;
      const scope = unit.symbols.scopes.get(mangled);
      const arg =
        scope === 'free' ? (unit.freevars.get(mangled) ?? index) : (unit.cellvars.get(mangled) ?? index);
      unit.add(ctx === 'load' && unit.symbols.type === 'class' ? op.LOAD_CLASSDEREF : deref[ctx], arg);
      return;
    }
    case 'local':
      if (!inFunction) break;
      unit.add(fast[ctx], Unit.indexIn(unit.varnames, mangled));
      return;
    case 'globalImplicit':
      if (!inFunction) break;
      globalOperation(unit, mangled, ctx);
      return;
    case 'globalExplicit':
      globalOperation(unit, mangled, ctx);
      return;
  }
  unit.add(dynamic[ctx], Unit.indexIn(unit.names, mangled));
}

function globalOperation(unit: Unit, name: string, ctx: Context): void {
  const index = Unit.indexIn(unit.names, name);
  unit.add(global[ctx], ctx === 'load' ? index << 1 : index);
}

/** An instruction whose argument is an entry of co_names: attributes, methods, imports. */
export function addName(unit: Unit, opcode: number, name: string): void {
  unit.add(opcode, Unit.indexIn(unit.names, mangle(unit.privateName, name)));
}
