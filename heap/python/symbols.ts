/** What the symbol table notes: blocks, and of each name in them what is done with it. Models Include/symtable.h. */

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

export function makeBlock(
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
