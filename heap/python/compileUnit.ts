/**
 * One code object in the making: its names, constants and blocks, and the place in the source that the next
 * instructions belong to. Models `struct compiler_unit` of Python/compile.c and its `compiler_addop_*`.
 */
import type { Constant } from '../objects/code.ts';
import type { ConstantCache } from './constants.ts';
import type { BasicBlock, Instruction } from './flow.ts';
import { isJump, makeBasicBlock } from './flow.ts';
import { op } from './opcode.ts';
import { compilerError, type Source, type SourceError } from './source.ts';
import type { Block } from './symbols.ts';
import { DEF_FREE_CLASS } from './symbols.ts';

export type UnitKind = 'module' | 'class' | 'function' | 'lambda' | 'comprehension';

/** What has to be undone when control leaves by return, break or continue. */
export type FrameBlock = {
  readonly kind:
    | 'while'
    | 'for'
    | 'tryExcept'
    | 'finallyTry'
    | 'finallyEnd'
    | 'with'
    | 'handler'
    | 'handlerCleanup'
    | 'popValue';
  readonly block: BasicBlock | null;
  readonly exit: BasicBlock | null;
  /** Emits the `finally` body, or marks the `with`, or names the exception: by kind. */
  readonly finallyBody?: () => void;
  readonly withPlace?: { readonly from: number; readonly to: number };
  readonly exceptionName?: string | null;
};

export type Location = { line: number; endLine: number; column: number; endColumn: number };

/** CO_MAXBLOCKS */
const MAX_BLOCKS = 20;

export class Unit {
  readonly kind: UnitKind;
  readonly name: string;
  readonly qualname: string;
  readonly parent: Unit | null;
  readonly symbols: Block;
  readonly firstLine: number;
  /** The class whose private names are mangled here. */
  privateName: string | null;
  readonly varnames = new Map<string, number>();
  readonly cellvars = new Map<string, number>();
  readonly freevars = new Map<string, number>();
  readonly names = new Map<string, number>();
  readonly consts: Constant[] = [];
  readonly #constIndex = new Map<Constant, number>();
  readonly cache: ConstantCache;
  readonly source: Source;
  /** Newest first, as CPython's b_list. */
  readonly blocks: BasicBlock[] = [];
  readonly entry: BasicBlock;
  current: BasicBlock;
  readonly frameBlocks: FrameBlock[] = [];
  argcount = 0;
  posonlyargcount = 0;
  kwonlyargcount = 0;
  line: number;
  endLine: number;
  column = 0;
  endColumn = 0;
  #needNewBlock = false;

  constructor(
    kind: UnitKind,
    name: string,
    qualname: string,
    parent: Unit | null,
    symbols: Block,
    firstLine: number,
    source: Source,
    cache: ConstantCache,
  ) {
    this.kind = kind;
    this.name = name;
    this.qualname = qualname;
    this.parent = parent;
    this.symbols = symbols;
    this.firstLine = firstLine;
    this.privateName = parent?.privateName ?? null;
    this.source = source;
    this.cache = cache;
    this.line = kind === 'module' ? 0 : firstLine;
    this.endLine = firstLine;
    for (const parameter of symbols.parameters) this.varnames.set(parameter, this.varnames.size);
    const sorted = [...symbols.scopes.keys()].sort(compareCodePoints);
    for (const symbol of sorted)
      if (symbols.scopes.get(symbol) === 'cell') this.cellvars.set(symbol, this.cellvars.size);
    if (symbols.needsClassClosure) this.cellvars.set('__class__', 0);
    for (const symbol of sorted) {
      const flags = symbols.flags.get(symbol) ?? 0;
      if (symbols.scopes.get(symbol) === 'free' || (flags & DEF_FREE_CLASS) !== 0)
        this.freevars.set(symbol, this.cellvars.size + this.freevars.size);
    }
    this.entry = this.newBlock();
    this.current = this.entry;
    this.add(op.RESUME, 0);
    if (kind === 'module') this.line = -1;
  }

  /** An error at the place that the next instruction would get. */
  error(message: string): SourceError {
    return compilerError(Math.max(0, this.line), Math.max(0, this.column), message);
  }

  /** Enters a loop, `try` or `with`. Models `compiler_push_fblock`. */
  pushFrameBlock(block: FrameBlock): void {
    if (this.frameBlocks.length >= MAX_BLOCKS) throw this.error('too many statically nested blocks');
    this.frameBlocks.push(block);
  }

  newBlock(): BasicBlock {
    const block = makeBasicBlock();
    this.blocks.push(block);
    return block;
  }

  use(block: BasicBlock): void {
    this.current.next = block;
    this.current = block;
    this.#needNewBlock = false;
  }

  #push(opcode: number, arg: number, target: BasicBlock | null, line: number): void {
    if (this.#needNewBlock) this.use(this.newBlock());
    const placed = line >= 0;
    const instruction: Instruction = {
      opcode,
      arg,
      target,
      line,
      endLine: placed ? this.endLine : line,
      column: placed ? this.column : line,
      endColumn: placed ? this.endColumn : line,
      handler: null,
    };
    this.current.code.push(instruction);
    if (opcode === op.RETURN_VALUE) this.current.hasReturn = true;
    if (isJump(opcode) || opcode === op.RETURN_VALUE || opcode === op.RAISE_VARARGS || opcode === op.RERAISE)
      this.#needNewBlock = true;
  }

  add(opcode: number, arg = 0): void {
    this.#push(opcode, arg, null, this.line);
  }

  addWithoutLine(opcode: number, arg = 0): void {
    this.#push(opcode, arg, null, -1);
  }

  jump(opcode: number, target: BasicBlock): void {
    this.#push(opcode, 0, target, this.line);
  }

  jumpWithoutLine(opcode: number, target: BasicBlock): void {
    this.#push(opcode, 0, target, -1);
  }

  /** Index of a constant in co_consts, merged with equal ones. */
  constIndex(constant: Constant): number {
    const merged = this.cache.merge(constant);
    const known = this.#constIndex.get(merged);
    if (known !== undefined) return known;
    const index = this.consts.length;
    this.consts.push(merged);
    this.#constIndex.set(merged, index);
    return index;
  }

  loadConst(constant: Constant): void {
    this.add(op.LOAD_CONST, this.constIndex(constant));
  }

  static indexIn(names: Map<string, number>, name: string): number {
    const known = names.get(name);
    if (known !== undefined) return known;
    const index = names.size;
    names.set(name, index);
    return index;
  }

  get location(): Location {
    return { line: this.line, endLine: this.endLine, column: this.column, endColumn: this.endColumn };
  }

  set location(location: Location) {
    this.line = location.line;
    this.endLine = location.endLine;
    this.column = location.column;
    this.endColumn = location.endColumn;
  }

  place(node: { readonly from: number; readonly to: number }): void {
    if (node.from < 0) {
      this.unplace();
      return;
    }
    const source = this.source;
    this.line = source.line(node.from);
    this.endLine = source.line(node.to);
    this.column = source.column(node.from);
    this.endColumn = source.column(node.to);
  }

  unplace(): void {
    this.line = -1;
    this.endLine = -1;
    this.column = -1;
    this.endColumn = -1;
  }
}

/** Strings in the order of their code points, as Python sorts them. */
function compareCodePoints(left: string, right: string): number {
  const a = Array.from(left);
  const b = Array.from(right);
  for (let i = 0; i < a.length && i < b.length; i++) {
    const difference = (a[i]?.codePointAt(0) ?? 0) - (b[i]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
