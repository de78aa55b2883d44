/** What a code object needs at run time: the compiled code with its constants and names as heap objects. */
import type { CodeObject } from './code.ts';

export interface CodeRecord {
  readonly code: CodeObject;
  readonly ops: Int32Array;
  /** Addresses; the tuples own them. */
  readonly consts: Int32Array;
  readonly names: Int32Array;
  readonly varnames: Int32Array;
  /** Tuples of the constants, names and variables, where there are any, in that order; owned. */
  readonly tuples: number[];
  readonly nameObject: number;
  readonly qualnameObject: number;
  readonly slots: number;
  /** Text of the input it was compiled from and the path of indices through nested constants. */
  readonly source: string;
  readonly path: readonly number[];
}
