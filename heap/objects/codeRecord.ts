/** What a code object needs at run time: the compiled code with its constants and names as heap objects. */
import { CO_VARARGS, CO_VARKEYWORDS, type CodeObject } from './code.ts';

/** What is kept of a code object beside its block; `recordOfCode` adds what follows from it. */
export interface CodeParts {
  readonly code: CodeObject;
  /** Addresses; the tuples own them. */
  readonly consts: Int32Array;
  readonly names: Int32Array;
  readonly varnames: Int32Array;
  /** Tuples of the constants, names and variables, where there are any, in that order; owned. */
  readonly tuples: number[];
  /** bytes: the kinds of the variables; the tables of positions and of exception handlers. 0 where empty; owned. */
  readonly tables: readonly [number, number, number];
  /** Of the object with its instructions and their caches. */
  readonly bytes: number;
  readonly nameObject: number;
  readonly qualnameObject: number;
  /** Text of the input it was compiled from and the path of indices through nested constants. */
  readonly source: string;
  readonly path: readonly number[];
}

export interface CodeRecord extends CodeParts {
  /** One word per instruction: the opcode in the low 8 bits, its argument above. */
  readonly ops: Int32Array;
  /**
   * CACHE_WORDS per instruction: where it found its name last. Only hints: every use checks them against memory, so
   * that they need not be saved, undone or compared.
   */
  readonly caches: Int32Array;
  /** Local slots of a frame, and those with the operand stack. */
  readonly locals: number;
  readonly slots: number;
  /** Number of arguments that only have to be copied into a frame, -1 = binding them takes more. */
  readonly exactArguments: number;
}

export const CACHE_WORDS = 4;
export const CACHE_SHIFT = 2;

export function recordOfCode(parts: CodeParts): CodeRecord {
  const { code } = parts;
  const count = code.code.length >> 1;
  const ops = new Int32Array(count);
  for (let i = 0; i < count; i++) ops[i] = (code.code[2 * i] ?? 0) | ((code.code[2 * i + 1] ?? 0) << 8);
  return withOps(parts, ops);
}

/** The same code in another machine, where nothing was found yet. */
export function recordInCopy(record: CodeRecord): CodeRecord {
  return withOps(record, record.ops);
}

function withOps(parts: CodeParts, ops: Int32Array): CodeRecord {
  const { code } = parts;
  const plain = code.kwonlyargcount === 0 && (code.flags & (CO_VARARGS | CO_VARKEYWORDS)) === 0;
  /* written out, so that all records have one shape for the host */
  return {
    code,
    consts: parts.consts,
    names: parts.names,
    varnames: parts.varnames,
    tuples: parts.tuples,
    tables: parts.tables,
    bytes: parts.bytes,
    nameObject: parts.nameObject,
    qualnameObject: parts.qualnameObject,
    source: parts.source,
    path: parts.path,
    ops,
    caches: new Int32Array(ops.length * CACHE_WORDS),
    locals: code.localsplus.length,
    slots: code.localsplus.length + code.stacksize,
    exactArguments: plain ? code.argcount : -1,
  };
}
