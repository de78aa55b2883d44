/**
 * Our code objects in the form of tests/conformance/disassemble.py, so that both sides can be compared as JSON.
 */
import type { CodeObject, Constant } from '../../../heap/objects/code.ts';
import { CELL_KIND, FREE_KIND, LOCAL_KIND } from '../../../heap/objects/code.ts';
import { compileInput } from '../../../heap/python/compile.ts';
import { HAVE_ARGUMENT, opName } from '../../../heap/python/opcode.ts';

export type Dump =
  | { root: number; constants: unknown[] }
  | { error: string; line: number | null; column: number | null };

/** float.hex() of a finite double. */
function hex(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  if (value === 0) return `${sign}0x0.0p+0`;
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, Math.abs(value));
  const bits = view.getBigUint64(0);
  const exponent = Number(bits >> 52n);
  const fraction = (bits & 0xfffffffffffffn).toString(16).padStart(13, '0');
  const power = exponent === 0 ? -1022 : exponent - 1023;
  return `${sign}0x${exponent === 0 ? 0 : 1}.${fraction}p${power < 0 ? '' : '+'}${power}`;
}

/** Constants of which there is one in the interpreter get one number, as CPython's ids do. */
function singletonKey(constant: Constant): string | null {
  switch (constant.kind) {
    case 'none':
    case 'ellipsis':
      return constant.kind;
    case 'bool':
      return `bool${constant.value}`;
    case 'int': {
      const value = Number(constant.value);
      return value >= -5 && value <= 256 ? `int${value}` : null;
    }
    case 'str':
      return constant.interned || constant.value.length <= 1 ? `str${constant.value}` : null;
    case 'bytes':
      return constant.value.length <= 1 ? `bytes${constant.value.join()}` : null;
    case 'tuple':
      return constant.items.length === 0 ? '()' : null;
    default:
      return null;
  }
}

/** Python's repr, as far as it orders the items of the sets in the tests. */
function sortKey(constant: Constant): string {
  switch (constant.kind) {
    case 'none':
      return 'None';
    case 'ellipsis':
      return 'Ellipsis';
    case 'bool':
      return constant.value ? 'True' : 'False';
    case 'str':
      return `'${constant.value.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\t', '\\t').replaceAll('\r', '\\r')}'`;
    case 'bytes':
      return `b'${String.fromCharCode(...constant.value)}'`;
    case 'tuple':
      return `(${constant.items.map(sortKey).join(', ')}${constant.items.length === 1 ? ',' : ''})`;
    case 'int':
      return String(constant.value);
    case 'float':
      return floatRepr(constant.value);
    default:
      return constant.kind;
  }
}

function floatRepr(value: number): string {
  if (Object.is(value, -0)) return '-0.0';
  return Number.isInteger(value) ? `${value}.0` : String(value);
}

function bySortKey(items: readonly Constant[]): Constant[] {
  return items
    .map((item) => ({ item, key: sortKey(item) }))
    .sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)))
    .map(({ item }) => item);
}

class Dumper {
  readonly table: unknown[] = [];
  readonly #byObject = new Map<Constant, number>();
  readonly #singletons = new Map<string, number>();

  constant(value: Constant): number {
    const key = singletonKey(value);
    const known = key === null ? this.#byObject.get(value) : this.#singletons.get(key);
    if (known !== undefined) return known;
    const index = this.table.length;
    this.table.push(null);
    if (key === null) this.#byObject.set(value, index);
    else this.#singletons.set(key, index);
    this.table[index] = this.#entry(value);
    return index;
  }

  #entry(value: Constant): unknown {
    switch (value.kind) {
      case 'none':
      case 'ellipsis':
        return [value.kind];
      case 'bool':
        return ['bool', value.value];
      case 'int':
        return ['int', String(value.value)];
      case 'float':
        return ['float', hex(value.value)];
      case 'complex':
        return ['complex', hex(value.real), hex(value.imag)];
      case 'str': {
        const points = Array.from(value.value, (character) => character.codePointAt(0) ?? 0);
        const lone = points.some((point) => point >= 0xd800 && point < 0xe000);
        return ['str', lone ? points : value.value];
      }
      case 'bytes':
        return ['bytes', [...value.value]];
      case 'tuple':
        return ['tuple', value.items.map((item) => this.constant(item))];
      case 'frozenset':
        return ['frozenset', bySortKey(value.items).map((item) => this.constant(item))];
      case 'code':
        return ['code', this.code(value.code)];
    }
  }

  code(code: CodeObject): unknown {
    const listing: [string, number][] = [];
    const positions: number[][] = [];
    for (let i = 0; i < code.code.length / 2; i++) {
      const opcode = code.code[i * 2] ?? 0;
      const arg = opcode < HAVE_ARGUMENT ? 0 : (code.code[i * 2 + 1] ?? 0);
      listing.push([opName[opcode] ?? '?', arg]);
      positions.push([...code.positions.slice(i * 4, i * 4 + 4)]);
    }
    const named = (bit: number): string[] =>
      code.localsplus.filter((slot) => (slot.kind & bit) !== 0).map((slot) => slot.name);
    return {
      name: code.name,
      qualname: code.qualname,
      flags: code.flags,
      argcount: code.argcount,
      posonlyargcount: code.posonlyargcount,
      kwonlyargcount: code.kwonlyargcount,
      stacksize: code.stacksize,
      firstlineno: code.firstlineno,
      names: code.names,
      varnames: named(LOCAL_KIND),
      cellvars: named(CELL_KIND),
      freevars: named(FREE_KIND),
      nlocals: code.nlocals,
      consts: code.consts.map((constant) => this.constant(constant)),
      code: listing,
      positions,
      exceptions: code.exceptions.map((row) => [row.start, row.end, row.target, row.depth, row.lasti]),
    };
  }
}

export function dumpInput(source: string): Dump {
  const result = compileInput(source);
  if (!result.ok)
    return { error: result.fault.message, line: result.fault.line, column: result.fault.column };
  const dumper = new Dumper();
  const root = dumper.constant({ kind: 'code', code: result.input.code });
  return { root, constants: dumper.table };
}
