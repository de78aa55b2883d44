/** What a code object needs at run time: the compiled code with its constants and names as heap objects. */
import type { CodeObject } from '../python/code.ts';

export interface CodeRecord {
  readonly code: CodeObject;
  readonly ops: Int32Array;
  /** Addresses, owned. */
  readonly consts: Int32Array;
  readonly names: Int32Array;
  readonly varnames: Int32Array;
  /**
   * Constant tuples that are one object with the code's own tuple of names, constants or variables, as the compiler
   * merges them; owned, one reference for each such tuple.
   */
  readonly merged: number[];
  readonly nameObject: number;
  readonly qualnameObject: number;
  readonly slots: number;
  /** Text of the input it was compiled from and the path of indices through nested constants. */
  readonly source: string;
  readonly path: readonly number[];
}
