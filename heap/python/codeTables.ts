/**
 * Sizes and tables of a code object as CPython lays them out: the instructions with their inline caches, the table of
 * positions, the table of exception handlers. Models Python/compile.c `instrsize`, `write_location_info_entry`,
 * `assemble_emit_exception_table_entry`. The tables are given as text, one character a byte.
 */
import type { CodeObject } from '../objects/code.ts';
import { cacheEntries, opName } from './opcode.ts';

const LONGEST_ENTRY = 8;
const LOCATION = { oneLine: 10, noColumns: 13, long: 14, none: 15 } as const;

export interface CodeTables {
  /** Bytes of the instructions. */
  readonly bytes: number;
  readonly locations: string;
  readonly exceptions: string;
}

function jumps(opcode: number): boolean {
  const name = opName[opcode] ?? '';
  return name.includes('JUMP') || name === 'FOR_ITER' || name === 'SEND';
}

/** Where each instruction begins, in units of two bytes; one more at the end. A long jump makes itself longer. */
function unitOffsets(code: CodeObject): number[] {
  const n = code.code.length / 2;
  const sizes = new Array<number>(n).fill(1);
  const offsets = new Array<number>(n + 1).fill(0);
  for (let changed = true; changed; ) {
    changed = false;
    for (let i = 0; i < n; i++) offsets[i + 1] = (offsets[i] ?? 0) + (sizes[i] ?? 1);
    for (let i = 0; i < n; i++) {
      const opcode = code.code[2 * i] ?? 0;
      let arg = code.code[2 * i + 1] ?? 0;
      if (jumps(opcode)) arg = Math.abs((offsets[arg] ?? 0) - (offsets[i + 1] ?? 0));
      const extended = arg > 0xffffff ? 3 : arg > 0xffff ? 2 : arg > 0xff ? 1 : 0;
      const size = 1 + extended + (cacheEntries[opcode] ?? 0);
      if (size > (sizes[i] ?? 1)) {
        sizes[i] = size;
        changed = true;
      }
    }
  }
  return offsets;
}

/** Six bits a byte, lowest first. */
function varint(value: number): number[] {
  const out: number[] = [];
  let rest = value;
  for (; rest >= 64; rest >>>= 6) out.push(64 | (rest & 63));
  out.push(rest);
  return out;
}

function signedVarint(value: number): number[] {
  return varint(value < 0 ? (-value << 1) | 1 : value << 1);
}

function locationTable(code: CodeObject, offsets: readonly number[]): string {
  const out: number[] = [];
  let current = code.firstlineno;
  const entry = (i: number, size: number): void => {
    const head = (kind: number): number => 128 | (kind << 3) | (size - 1);
    const [line = -1, endLine = -1, column = -1, endColumn = -1] = code.positions.subarray(4 * i, 4 * i + 4);
    if (line < 0) {
      out.push(head(LOCATION.none));
      return;
    }
    const delta = line - current;
    if ((column < 0 || endColumn < 0) && (endLine === line || endLine < 0)) {
      out.push(head(LOCATION.noColumns), ...signedVarint(delta));
    } else if (
      column >= 0 &&
      endLine === line &&
      delta === 0 &&
      column < 80 &&
      endColumn >= column &&
      endColumn - column < 16
    ) {
      out.push(head(column >> 3), ((column & 7) << 4) | (endColumn - column));
    } else if (
      column >= 0 &&
      endLine === line &&
      delta >= 0 &&
      delta < 3 &&
      column < 128 &&
      endColumn < 128
    ) {
      out.push(head(LOCATION.oneLine + delta), column, endColumn);
    } else {
      out.push(head(LOCATION.long), ...signedVarint(delta), ...varint(endLine - line));
      out.push(...varint(column + 1), ...varint(endColumn + 1));
    }
    current = line;
  };
  for (let i = 0; i + 1 < offsets.length; i++) {
    let size = (offsets[i + 1] ?? 0) - (offsets[i] ?? 0);
    for (; size > LONGEST_ENTRY; size -= LONGEST_ENTRY) entry(i, LONGEST_ENTRY);
    entry(i, size);
  }
  return text(out);
}

function exceptionTable(code: CodeObject, offsets: readonly number[]): string {
  const out: number[] = [];
  const put = (value: number, mark: number): void => {
    let first = mark;
    for (let shift = 24; shift > 0; shift -= 6) {
      if (value >> shift === 0) continue;
      out.push(((value >> shift) & 63) | 64 | first);
      first = 0;
    }
    out.push((value & 63) | first);
  };
  for (const { start, end, target, depth, lasti } of code.exceptions) {
    const from = offsets[start] ?? 0;
    put(from, 128);
    put((offsets[end] ?? 0) - from, 0);
    put(offsets[target] ?? 0, 0);
    put((depth << 1) | (lasti ? 1 : 0), 0);
  }
  return text(out);
}

function text(bytes: readonly number[]): string {
  return bytes.map((byte) => String.fromCharCode(byte)).join('');
}

export function codeTables(code: CodeObject): CodeTables {
  const offsets = unitOffsets(code);
  return {
    bytes: 2 * (offsets.at(-1) ?? 0),
    locations: locationTable(code, offsets),
    exceptions: exceptionTable(code, offsets),
  };
}
