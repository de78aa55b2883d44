/**
 * What the compiler hands to the evaluator: code objects and their constants.
 *
 * Models `PyCodeObject` of CPython 3.11 (Objects/codeobject.c `_PyCode_New`). The instruction sequence is the
 * one that `compile(source, '<stdin>', 'single')` yields, with three changes of notation: CACHE entries are left
 * out, EXTENDED_ARG is folded into the argument, and the argument of a jump is the index of the instruction it
 * goes to (not a distance).
 *
 * `compileInput` in heap/python/compile.ts makes them.
 */

/** Variable kinds as bits, as in Include/internal/pycore_code.h (a parameter that a closure captures is local|cell). */
export const LOCAL_KIND = 0x20;
export const CELL_KIND = 0x40;
export const FREE_KIND = 0x80;

/** Bits of `flags` (Include/cpython/code.h). */
export const CO_OPTIMIZED = 0x1;
export const CO_NEWLOCALS = 0x2;
export const CO_VARARGS = 0x4;
export const CO_VARKEYWORDS = 0x8;
export const CO_NESTED = 0x10;
export const CO_GENERATOR = 0x20;

/**
 * A constant. **Identity matters**: one JS object stands for one Python object, so equal constants that CPython
 * merges are `===` here, also across nested code objects, and two literal nodes that CPython keeps apart are two
 * objects. Values that have only one object in the whole interpreter (None, small ints, `''`, `()`, …) are to be
 * recognised by value by whoever turns constants into heap objects.
 */
export type Constant =
  | { readonly kind: 'none' }
  | { readonly kind: 'ellipsis' }
  | { readonly kind: 'bool'; readonly value: boolean }
  /** `value` is a number when it is a safe integer, else a bigint. */
  | { readonly kind: 'int'; readonly value: number | bigint }
  | { readonly kind: 'float'; readonly value: number }
  /** Only written as an imaginary number, perhaps with a real part beside it; the classroom has no complex arithmetic. */
  | { readonly kind: 'complex'; readonly real: number; readonly imag: number }
  | StrConstant
  | { readonly kind: 'bytes'; readonly value: Uint8Array }
  | TupleConstant
  /** `items` in the order in which they were added (source order, equal ones removed). */
  | { readonly kind: 'frozenset'; readonly items: readonly Constant[] }
  | { readonly kind: 'code'; readonly code: CodeObject };

export type StrConstant = {
  readonly kind: 'str';
  readonly value: string;
  /**
   * The constant as it stands in a code object is interned (Objects/codeobject.c `intern_string_constants`): only
   * ASCII letters, digits and `_`. If such a string is interned already, the code object refers to that one and
   * the literal node keeps its own, second string.
   */
  readonly interned: boolean;
};

/** Only the compiler changes `items`: merging puts the object that stands for all equal ones in place. */
export type TupleConstant = { readonly kind: 'tuple'; readonly items: Constant[] };

/** A slot of the frame: parameters and locals first, then cells that are not parameters, then free variables. */
export type LocalsPlus = { readonly name: string; readonly kind: number };

/** One row of the exception table; instruction indices, `end` exclusive. */
export type ExceptionEntry = {
  readonly start: number;
  readonly end: number;
  readonly target: number;
  /** Height to which the operand stack is cut before the exception is pushed. */
  readonly depth: number;
  /** Push the index of the raising instruction below the exception. */
  readonly lasti: boolean;
};

export type CodeObject = {
  readonly name: string;
  readonly qualname: string;
  readonly filename: string;
  readonly flags: number;
  /** Positional parameters, the positional-only ones included. */
  readonly argcount: number;
  readonly posonlyargcount: number;
  readonly kwonlyargcount: number;
  readonly stacksize: number;
  readonly firstlineno: number;
  readonly consts: readonly Constant[];
  readonly names: readonly string[];
  readonly localsplus: readonly LocalsPlus[];
  /** Slots with LOCAL_KIND. */
  readonly nlocals: number;
  /** Slots with CELL_KIND. */
  readonly ncells: number;
  /** Slots with FREE_KIND. */
  readonly nfrees: number;
  /** Pairs: opcode, argument (0 where the instruction has none). */
  readonly code: Int32Array;
  /** Four per instruction: line, end line, column, end column; lines from 1, columns in UTF-8 bytes from 0; -1 = none. */
  readonly positions: Int32Array;
  readonly exceptions: readonly ExceptionEntry[];
};

/** One input of the prompt, compiled. */
export type CompiledInput = {
  readonly source: string;
  readonly code: CodeObject;
  /**
   * Every constant that the syntax tree holds while the input runs, in order of creation, one entry per node: the
   * literals as written, then what constant folding made of them. Each entry is one more reference to its object.
   * Constants that folding used up are here too and in no code object. Constant tuples are GC-tracked: they enter
   * generation 0 in this order. Constants of code objects that are not here (the tuples of keyword names, the
   * parts that unpacking displays fold to, qualified names, code objects) are created by the compiler afterwards.
   */
  readonly literals: readonly Constant[];
};

export type FaultType =
  | 'SyntaxError'
  | 'IndentationError'
  | 'TabError'
  | 'RecursionError'
  | 'UnicodeEncodeError';

/** A syntax error: line and column from 1, in characters; 0 where CPython names no place; one sentence. */
export type SyntaxFault = {
  readonly type: FaultType;
  readonly line: number;
  readonly column: number;
  readonly message: string;
};

export type CompileResult =
  | { readonly ok: true; readonly input: CompiledInput }
  | { readonly ok: false; readonly fault: SyntaxFault };
