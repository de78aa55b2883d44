/**
 * The slots of a type. Functions that yield an object give a new reference, 0 = an exception is set; those that
 * answer with a number use -1. A null slot is absent, as in PyTypeObject.
 */
import type { Runtime } from './runtime.ts';

export type Unary = (rt: Runtime, o: number) => number;
export type Binary = (rt: Runtime, a: number, b: number) => number;
export type Ternary = (rt: Runtime, a: number, b: number, c: number) => number;
/** Arguments lie in memory, 8 bytes each, borrowed; `kw` is a tuple of names whose values follow the positional ones. */
export type Call = (rt: Runtime, callable: number, args: number, nargs: number, kw: number) => number;

/** How arguments reach a built-in; it decides whether a tuple is allocated for them. */
export type Convention = 'fast' | 'noargs' | 'one' | 'tuple';

export interface BuiltinDef {
  readonly name: string;
  readonly call: Call;
  readonly convention: Convention;
  readonly keywords: boolean;
}

/** A computed attribute of a built-in type. */
export interface GetSetDef {
  readonly name: string;
  readonly get: Unary;
  /** value 0 = delete; null = read-only. */
  readonly set: ((rt: Runtime, o: number, value: number) => number) | null;
}

export interface NumberSlots {
  readonly add: Binary | null;
  readonly subtract: Binary | null;
  readonly multiply: Binary | null;
  readonly trueDivide: Binary | null;
  readonly floorDivide: Binary | null;
  readonly remainder: Binary | null;
  readonly divmod: Binary | null;
  readonly power: Binary | null;
  readonly lshift: Binary | null;
  readonly rshift: Binary | null;
  readonly and: Binary | null;
  readonly or: Binary | null;
  readonly xor: Binary | null;
  readonly matmul: Binary | null;
}

export const NO_NUMBERS: NumberSlots = {
  add: null,
  subtract: null,
  multiply: null,
  trueDivide: null,
  floorDivide: null,
  remainder: null,
  divmod: null,
  power: null,
  lshift: null,
  rshift: null,
  and: null,
  or: null,
  xor: null,
  matmul: null,
};

export interface TypeRecord {
  name: string;
  dealloc: (rt: Runtime, o: number) => void;
  /** Built-in `tp_finalize`, run once before the object is taken apart; `__del__` of classes is a flag of the type. */
  finalize: ((rt: Runtime, o: number) => void) | null;
  /** Text of repr(o); null = an exception is set. */
  repr: (rt: Runtime, o: number) => string | null;
  str: ((rt: Runtime, o: number) => string | null) | null;
  /** Low half, the high one in rt.hashHigh; -1 in both = an exception is set. null = unhashable. */
  hash: ((rt: Runtime, o: number) => number) | null;
  compare: ((rt: Runtime, a: number, b: number, op: number) => number) | null;
  getattr: (rt: Runtime, o: number, name: number) => number;
  setattr: (rt: Runtime, o: number, name: number, value: number) => number;
  call: Call | null;
  iter: Unary | null;
  /** 0 without an exception = exhausted. */
  next: Unary | null;
  truth: ((rt: Runtime, o: number) => number) | null;
  length: ((rt: Runtime, o: number) => number) | null;
  getitem: Binary | null;
  setitem: ((rt: Runtime, o: number, key: number, value: number) => number) | null;
  contains: ((rt: Runtime, o: number, item: number) => number) | null;
  /** Sequence concatenation and repetition, tried after the number slots. */
  concat: Binary | null;
  repeat: ((rt: Runtime, o: number, n: number) => number) | null;
  inplaceConcat: Binary | null;
  inplaceRepeat: ((rt: Runtime, o: number, n: number) => number) | null;
  numbers: NumberSlots;
  inplace: NumberSlots;
  negative: Unary | null;
  positive: Unary | null;
  absolute: Unary | null;
  invert: Unary | null;
  toInt: Unary | null;
  toFloat: Unary | null;
  index: Unary | null;
  descrGet: Ternary | null;
  descrSet: ((rt: Runtime, d: number, o: number, value: number) => number) | null;
  /** Called with the class; `type.__call__` does new then init, as `type_call` does. */
  create: Call | null;
  init: Call | null;
  /** Set where calling the class goes straight to one function without an argument tuple (`tp_vectorcall`). */
  vectorcall: Call | null;
}
