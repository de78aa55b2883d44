/**
 * Code objects in words that can be written down: the place in the input that they were compiled from, and the addresses
 * of what they hold. The instructions are compiled again.
 */
import type { CodeObject } from '../objects/code.ts';
import { type CodeRecord, recordOfCode } from '../objects/codeRecord.ts';
import { compileInput } from '../python/compile.ts';
import { codeSize } from './load.ts';

export interface SavedCode {
  /** Indices through nested constants. */
  readonly path: readonly number[];
  readonly consts: readonly number[];
  readonly names: readonly number[];
  readonly varnames: readonly number[];
  readonly tuples: readonly number[];
  readonly tables: readonly [number, number, number];
  readonly nameObject: number;
  readonly qualnameObject: number;
}

/** Without the input's text, which is `record.source`. */
export function saveCode(record: CodeRecord): SavedCode {
  return {
    path: record.path,
    consts: [...record.consts],
    names: [...record.names],
    varnames: [...record.varnames],
    tuples: record.tuples,
    tables: record.tables,
    nameObject: record.nameObject,
    qualnameObject: record.qualnameObject,
  };
}

/** @throws where it does not compile */
export function compileAgain(source: string): CodeObject {
  const result = compileInput(source);
  if (!result.ok) throw new Error(`saved code does not compile: ${source}`);
  return result.input.code;
}

/** `input` is what its source compiles to. */
export function restoreCode(saved: SavedCode, input: CodeObject | undefined, source: string): CodeRecord {
  let code = input;
  for (const index of saved.path) {
    const constant = code?.consts[index];
    code = constant?.kind === 'code' ? constant.code : undefined;
  }
  if (code === undefined) throw new Error('saved code is not where it was');
  return recordOfCode({
    code,
    consts: Int32Array.from(saved.consts),
    names: Int32Array.from(saved.names),
    varnames: Int32Array.from(saved.varnames),
    tuples: [...saved.tuples],
    tables: saved.tables,
    bytes: codeSize(code),
    nameObject: saved.nameObject,
    qualnameObject: saved.qualnameObject,
    source,
    path: saved.path,
  });
}
