/**
 * From a compiled input to objects in memory: constants in the order in which CPython's parser and compiler make
 * them, then the code objects. Nothing of it counts as a request of user code.
 */

import { bytesOf, freshBytes } from '../objects/bytes.ts';
import type { CodeObject, CompiledInput, Constant } from '../objects/code.ts';
import { type CodeRecord, recordOfCode } from '../objects/codeRecord.ts';
import { newFloat } from '../objects/float.ts';
import { CODE_HANDLE, CODE_WARM } from '../objects/frame.ts';
import { fromBig, newInt } from '../objects/int.ts';
import { KNOWN_NAMES } from '../objects/knownNames.ts';
import type { Runtime } from '../objects/runtime.ts';
import { addToSet, keyIn, newSet, nextSlot } from '../objects/set.ts';
import { freshStr, intern, newStr, STR_INTERNED } from '../objects/str.ts';
import { newTuple } from '../objects/tuple.ts';
import { codeTables } from '../python/codeTables.ts';
import { isolated } from '../python/printing.ts';

export interface Loaded {
  /** Owned. */
  readonly code: number;
  /** One owned reference for each literal node, as the syntax tree holds them while the input runs. */
  readonly literals: readonly number[];
}

export function loadInput(rt: Runtime, input: CompiledInput): Loaded {
  return unheard(rt, () => {
    const made = new Map<Constant, number>();
    const literals = input.literals.map((constant) => rt.incref(materialise(rt, constant, made, false)));
    const records: CodeRecord[] = [];
    const code = loadCode(rt, input.code, input.source, [], made, records, new Map());
    holdInTuples(rt, made, records);
    for (const o of made.values()) rt.decref(o);
    return { code, literals };
  });
}

/** Work of the compiler: no listener hears of it. */
function unheard<T>(rt: Runtime, work: () => T): T {
  const { listener } = rt.alloc;
  rt.alloc.listener = null;
  const result = isolated(rt, work);
  rt.alloc.listener = listener;
  return result;
}

/** Gives up what loadInput made. */
export function unloadInput(rt: Runtime, loaded: Loaded): void {
  unheard(rt, () => {
    rt.decref(loaded.code);
    for (const o of loaded.literals) rt.decref(o);
  });
}

/** Borrowed; the map owns one reference. `stored` = it is for a code object, where strings are interned. */
function materialise(rt: Runtime, constant: Constant, made: Map<Constant, number>, stored: boolean): number {
  const known = made.get(constant);
  if (known !== undefined) {
    if (!stored || constant.kind !== 'str' || !constant.interned) return known;
    return internedConstant(rt, constant.value, known);
  }
  const o = make(rt, constant, made);
  made.set(constant, o);
  if (stored && constant.kind === 'str' && constant.interned) return internedConstant(rt, constant.value, o);
  return o;
}

/** The interned string equal to a constant: the constant itself becomes it if there is none. */
function internedConstant(rt: Runtime, text: string, own: number): number {
  const known = rt.interned.get(text);
  if (known !== undefined) return known;
  if (text.length <= 1 || KNOWN_NAMES.has(text)) {
    const single = intern(rt, text);
    rt.decref(single);
    return single;
  }
  rt.mem.st(own + STR_INTERNED, 1);
  rt.interned.set(text, own);
  return own;
}

function make(rt: Runtime, constant: Constant, made: Map<Constant, number>): number {
  switch (constant.kind) {
    case 'none':
      return rt.newNone();
    case 'ellipsis':
      return rt.incref(rt.ellipsis);
    case 'bool':
      return rt.bool(constant.value);
    case 'int':
      return typeof constant.value === 'bigint' ? fromBig(rt, constant.value) : newInt(rt, constant.value);
    case 'float':
      return newFloat(rt, constant.value);
    case 'str':
      return newStr(rt, constant.value);
    case 'bytes':
      return bytesOf(rt, String.fromCharCode(...constant.value));
    case 'tuple': {
      const items = constant.items.map((item) => materialise(rt, item, made, true));
      const tuple = newTuple(rt, items.length);
      items.forEach((item, i) => {
        rt.mem.st(tuple + 24 + 8 * i, rt.incref(item));
      });
      return tuple;
    }
    case 'frozenset': {
      const items = constant.items.map((item) => materialise(rt, item, made, true));
      const first = newSet(rt, rt.types.frozenset);
      for (const item of items) addToSet(rt, first, item);
      /* made again from what the table yields, which moves what collides (Python/compile.c merge_consts_recursive) */
      const set = newSet(rt, rt.types.frozenset);
      for (let i = nextSlot(rt, first, 0); i >= 0; i = nextSlot(rt, first, i + 1))
        addToSet(rt, set, keyIn(rt, first, i));
      rt.decref(first);
      return set;
    }
    case 'code':
      throw new Error('a code object is loaded with its owner');
    case 'complex': {
      const o = rt.newObject(rt.types.complex, 32);
      rt.mem.stf(o + 16, constant.real);
      rt.mem.stf(o + 24, constant.imag);
      return o;
    }
    default:
      return constant;
  }
}

function loadCode(
  rt: Runtime,
  code: CodeObject,
  source: string,
  path: readonly number[],
  made: Map<Constant, number>,
  records: CodeRecord[],
  tables: Map<string, number>,
): number {
  const consts = Int32Array.from(code.consts, (constant, i) =>
    constant.kind === 'code'
      ? loadCode(rt, constant.code, source, [...path, i], made, records, tables)
      : rt.incref(materialise(rt, constant, made, true)),
  );
  const names = Int32Array.from(code.names, (name) => intern(rt, name));
  const varnames = Int32Array.from(code.localsplus, ({ name }) => intern(rt, name));
  const nameObject = intern(rt, code.name);
  const { locations, exceptions } = codeTables(code);
  const record = recordOfCode({
    code,
    consts,
    names,
    varnames,
    tuples: [],
    tables: [kindsOf(rt, code), table(rt, locations, tables), table(rt, exceptions, tables)],
    bytes: codeSize(code),
    nameObject,
    qualnameObject: code.qualname === code.name ? rt.incref(nameObject) : freshStr(rt, code.qualname),
    source,
    path,
  });
  records.push(record);
  const o = rt.newObject(rt.types.code, record.bytes);
  rt.mem.st(o + CODE_HANDLE, rt.codes.add(record));
  rt.mem.st(o + CODE_WARM, 0);
  return o;
}

/** One byte for each variable. It is made for the code object alone, even where it is a single byte. */
function kindsOf(rt: Runtime, code: CodeObject): number {
  const text = code.localsplus.map(({ kind }) => String.fromCharCode(kind)).join('');
  return text === '' ? 0 : freshBytes(rt, text);
}

/** Equal tables of one input are one object. */
function table(rt: Runtime, text: string, known: Map<string, number>): number {
  if (text === '') return 0;
  const same = known.get(text);
  if (same !== undefined) return rt.incref(same);
  const o = freshBytes(rt, text);
  known.set(text, o);
  return o;
}

/**
 * The tuples that hold a code object's constants, names and variables. Equal ones of an input are one object, which may
 * be a constant of the program too (Python/compile.c `merge_const_one`); they are not tracked.
 */
function holdInTuples(rt: Runtime, made: Map<Constant, number>, records: readonly CodeRecord[]): void {
  const known = new Map<string, number>();
  for (const [constant, o] of made) {
    if (constant.kind !== 'tuple' || constant.items.length === 0) continue;
    known.set(constant.items.map((_, i) => rt.mem.ld(o + 24 + 8 * i)).join(), o);
  }
  for (const record of records) {
    for (const part of [record.consts, record.names, record.varnames]) {
      if (part.length === 0) continue;
      const key = part.join();
      let o = known.get(key) ?? 0;
      if (o !== 0) {
        rt.incref(o);
        for (const item of part) rt.decref(item);
      } else {
        o = newTuple(rt, part.length);
        part.forEach((item, i) => {
          rt.mem.st(o + 24 + 8 * i, item);
        });
        known.set(key, o);
      }
      if (rt.isTracked(o)) rt.untrack(o);
      record.tuples.push(o);
    }
  }
}

/** Bytes of a code object: header, instructions, rounded up to whole words. */
export function codeSize(code: CodeObject): number {
  return (184 + codeTables(code).bytes + 7) & ~7;
}
