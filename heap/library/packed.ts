/** Code objects as JSON, so that what the library brings need not be parsed when a machine starts. */
import {
  CELL_KIND,
  type CodeObject,
  type Constant,
  type ExceptionEntry,
  FREE_KIND,
  LOCAL_KIND,
  type LocalsPlus,
} from '../objects/code.ts';

/** Constants: a text, a number, null, a boolean, a list for a tuple, or code. */
type PackedConstant = string | number | null | boolean | readonly PackedConstant[] | PackedCode;

export interface PackedCode {
  readonly name: string;
  readonly qualname: string;
  readonly flags: number;
  /** Positional, positional-only, keyword-only. */
  readonly parameters: readonly [number, number, number];
  readonly stacksize: number;
  readonly consts: readonly PackedConstant[];
  readonly names: readonly string[];
  readonly locals: readonly (readonly [string, number])[];
  readonly code: readonly number[];
  /** One per instruction. */
  readonly lines: readonly number[];
  readonly exceptions: readonly (readonly [number, number, number, number, boolean])[];
}

function packConstant(constant: Constant): PackedConstant {
  switch (constant.kind) {
    case 'none':
      return null;
    case 'bool':
    case 'str':
      return constant.value;
    case 'int':
      if (typeof constant.value === 'number') return constant.value;
      break;
    case 'tuple':
      return constant.items.map(packConstant);
    case 'code':
      return packCode(constant.code);
    default:
  }
  throw new Error(`the library has no constants of kind ${constant.kind}`);
}

export function packCode(code: CodeObject): PackedCode {
  return {
    name: code.name,
    qualname: code.qualname,
    flags: code.flags,
    parameters: [code.argcount, code.posonlyargcount, code.kwonlyargcount],
    stacksize: code.stacksize,
    consts: code.consts.map(packConstant),
    names: code.names,
    locals: code.localsplus.map(({ name, kind }) => [name, kind] as const),
    code: [...code.code],
    lines: [...code.positions].filter((_, i) => i % 4 === 0),
    exceptions: code.exceptions.map(
      ({ start, end, target, depth, lasti }) => [start, end, target, depth, lasti] as const,
    ),
  };
}

function isList(packed: PackedConstant): packed is readonly PackedConstant[] {
  return Array.isArray(packed);
}

function unpackConstant(packed: PackedConstant, filename: string): Constant {
  if (packed === null) return { kind: 'none' };
  if (typeof packed === 'boolean') return { kind: 'bool', value: packed };
  if (typeof packed === 'number') return { kind: 'int', value: packed };
  if (typeof packed === 'string') return { kind: 'str', value: packed, interned: /^\w*$/.test(packed) };
  if (isList(packed)) return { kind: 'tuple', items: packed.map((item) => unpackConstant(item, filename)) };
  return { kind: 'code', code: unpackCode(packed, filename) };
}

export function unpackCode(packed: PackedCode, filename: string): CodeObject {
  const positions = new Int32Array(packed.lines.length * 4).fill(-1);
  packed.lines.forEach((line, i) => {
    positions[4 * i] = line;
    positions[4 * i + 1] = line;
  });
  const localsplus: LocalsPlus[] = packed.locals.map(([name, kind]) => ({ name, kind }));
  const slots = (kind: number): number => localsplus.filter((one) => (one.kind & kind) !== 0).length;
  const [argcount, posonlyargcount, kwonlyargcount] = packed.parameters;
  return {
    name: packed.name,
    qualname: packed.qualname,
    filename,
    flags: packed.flags,
    argcount,
    posonlyargcount,
    kwonlyargcount,
    stacksize: packed.stacksize,
    firstlineno: Math.max(1, packed.lines[0] ?? 1),
    consts: packed.consts.map((constant) => unpackConstant(constant, filename)),
    names: packed.names,
    localsplus,
    nlocals: slots(LOCAL_KIND),
    ncells: slots(CELL_KIND),
    nfrees: slots(FREE_KIND),
    code: Int32Array.from(packed.code),
    positions,
    exceptions: packed.exceptions.map(
      ([start, end, target, depth, lasti]): ExceptionEntry => ({ start, end, target, depth, lasti }),
    ),
  };
}
