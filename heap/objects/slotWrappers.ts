/**
 * The slots of a built-in type as methods of its dict: `[].__len__()`, `super().__setitem__(k, v)`. Each type gets
 * those that it does not inherit. Models Objects/typeobject.c `add_operators` and the `wrap_*` functions.
 */
import * as A from './abstract.ts';
import { positional } from './arguments.ts';
import { addWrappers, type MethodSpec, type Methods } from './define.ts';
import { getStr } from './dict.ts';
import { formatError, setError, setErrorObject } from './errors.ts';
import { hashAsInt } from './hash.ts';
import * as H from './header.ts';
import { newSize } from './int.ts';
import type { Call, NumberSlots, TypeRecord } from './record.ts';
import type { Runtime } from './runtime.ts';

/** Makes the method from a type's record; null = the type has no such slot. */
interface Wrapper {
  readonly slot: (record: TypeRecord) => unknown;
  readonly arguments: number;
  /** Where there may be more of them. */
  readonly most?: number;
  readonly call: (record: TypeRecord) => (rt: Runtime, o: number, args: number, nargs: number) => number;
}

const missing = (): never => {
  throw new Error('the slot is not there');
};

function done(rt: Runtime, status: number): number {
  return status < 0 ? 0 : rt.newNone();
}

function truth(rt: Runtime, value: number): number {
  return value < 0 ? 0 : rt.bool(value === 1);
}

function unary(
  key: 'negative' | 'positive' | 'absolute' | 'invert' | 'toInt' | 'toFloat' | 'index' | 'iter',
): Wrapper {
  return {
    slot: (record) => record[key],
    arguments: 0,
    call: (record) => (rt, o) => (record[key] ?? missing)(rt, o),
  };
}

const NUMBERS: readonly (readonly [keyof NumberSlots, string])[] = [
  ['add', 'add'],
  ['subtract', 'sub'],
  ['multiply', 'mul'],
  ['remainder', 'mod'],
  ['divmod', 'divmod'],
  ['power', 'pow'],
  ['lshift', 'lshift'],
  ['rshift', 'rshift'],
  ['and', 'and'],
  ['xor', 'xor'],
  ['or', 'or'],
  ['floorDivide', 'floordiv'],
  ['trueDivide', 'truediv'],
];

function operators(): Record<string, Wrapper> {
  const out: Record<string, Wrapper> = {};
  for (const [key, word] of NUMBERS) {
    out[`__${word}__`] = {
      slot: (record) => record.numbers[key],
      arguments: 1,
      call: (record) => (rt, o, args) => (record.numbers[key] ?? missing)(rt, o, rt.mem.ld(args)),
    };
    out[`__r${word}__`] = {
      slot: (record) => record.numbers[key],
      arguments: 1,
      call: (record) => (rt, o, args) => (record.numbers[key] ?? missing)(rt, rt.mem.ld(args), o),
    };
    out[`__i${word}__`] = {
      slot: (record) => record.inplace[key],
      arguments: 1,
      call: (record) => (rt, o, args) => (record.inplace[key] ?? missing)(rt, o, rt.mem.ld(args)),
    };
  }
  return out;
}

function comparison(op: number): Wrapper {
  return {
    slot: (record) => record.compare,
    arguments: 1,
    call: (record) => (rt, o, args) => (record.compare ?? missing)(rt, o, rt.mem.ld(args), op),
  };
}

function repetition(key: 'repeat' | 'inplaceRepeat'): Wrapper {
  return {
    slot: (record) => record[key],
    arguments: 1,
    call: (record) => (rt, o, args) => {
      const n = A.asIndex(rt, rt.mem.ld(args), 'OverflowError');
      return n === null ? 0 : (record[key] ?? missing)(rt, o, n);
    },
  };
}

function concatenation(key: 'concat' | 'inplaceConcat'): Wrapper {
  return {
    slot: (record) => record[key],
    arguments: 1,
    call: (record) => (rt, o, args) => (record[key] ?? missing)(rt, o, rt.mem.ld(args)),
  };
}

/** Those of sequences come last: a type with both kinds keeps that of numbers. */
const WRAPPERS: readonly (readonly [string, Wrapper])[] = [
  ...Object.entries(operators()),
  ['__neg__', unary('negative')],
  ['__pos__', unary('positive')],
  ['__abs__', unary('absolute')],
  ['__invert__', unary('invert')],
  ['__int__', unary('toInt')],
  ['__float__', unary('toFloat')],
  ['__index__', unary('index')],
  ['__iter__', unary('iter')],
  [
    '__hash__',
    {
      slot: (record) => record.hash,
      arguments: 0,
      call: (record) => (rt, o) => hashAsInt(rt, (record.hash ?? missing)(rt, o)),
    },
  ],
  ['__lt__', comparison(A.LT)],
  ['__le__', comparison(A.LE)],
  ['__eq__', comparison(A.EQ)],
  ['__ne__', comparison(A.NE)],
  ['__gt__', comparison(A.GT)],
  ['__ge__', comparison(A.GE)],
  [
    '__bool__',
    {
      slot: (record) => record.truth,
      arguments: 0,
      call: (record) => (rt, o) => truth(rt, (record.truth ?? missing)(rt, o)),
    },
  ],
  [
    '__len__',
    {
      slot: (record) => record.length,
      arguments: 0,
      call: (record) => (rt, o) => {
        const n = (record.length ?? missing)(rt, o);
        return n < 0 ? 0 : newSize(rt, n);
      },
    },
  ],
  [
    '__next__',
    {
      slot: (record) => record.next,
      arguments: 0,
      call: (record) => (rt, o) => {
        const value = (record.next ?? missing)(rt, o);
        if (value === 0 && !rt.failed()) setErrorObject(rt, rt.types.exception('StopIteration'), 0);
        return value;
      },
    },
  ],
  [
    '__getitem__',
    {
      slot: (record) => record.getitem,
      arguments: 1,
      call: (record) => (rt, o, args) => (record.getitem ?? missing)(rt, o, rt.mem.ld(args)),
    },
  ],
  [
    '__setitem__',
    {
      slot: (record) => record.setitem,
      arguments: 2,
      call: (record) => (rt, o, args) =>
        done(rt, (record.setitem ?? missing)(rt, o, rt.mem.ld(args), rt.mem.ld(args + 8))),
    },
  ],
  [
    '__delitem__',
    {
      slot: (record) => record.setitem,
      arguments: 1,
      call: (record) => (rt, o, args) => done(rt, (record.setitem ?? missing)(rt, o, rt.mem.ld(args), 0)),
    },
  ],
  [
    '__contains__',
    {
      slot: (record) => record.contains,
      arguments: 1,
      call: (record) => (rt, o, args) => truth(rt, (record.contains ?? missing)(rt, o, rt.mem.ld(args))),
    },
  ],
  [
    '__get__',
    {
      slot: (record) => record.descrGet,
      arguments: 1,
      most: 2,
      call: (record) => (rt, o, args, nargs) => {
        const given = (i: number): number => {
          const value = i < nargs ? rt.mem.ld(args + 8 * i) : 0;
          return value === rt.none ? 0 : value;
        };
        if (given(0) === 0 && given(1) === 0)
          return setError(rt, 'TypeError', '__get__(None, None) is invalid');
        return (record.descrGet ?? missing)(rt, o, given(0), given(1));
      },
    },
  ],
  [
    '__set__',
    {
      slot: (record) => record.descrSet,
      arguments: 2,
      call: (record) => (rt, o, args) =>
        done(rt, (record.descrSet ?? missing)(rt, o, rt.mem.ld(args), rt.mem.ld(args + 8))),
    },
  ],
  [
    '__delete__',
    {
      slot: (record) => record.descrSet,
      arguments: 1,
      call: (record) => (rt, o, args) => done(rt, (record.descrSet ?? missing)(rt, o, rt.mem.ld(args), 0)),
    },
  ],
  ['__add__', concatenation('concat')],
  ['__mul__', repetition('repeat')],
  ['__rmul__', repetition('repeat')],
  ['__iadd__', concatenation('inplaceConcat')],
  ['__imul__', repetition('inplaceRepeat')],
];

function method(wrapper: Wrapper, record: TypeRecord): MethodSpec {
  const run = wrapper.call(record);
  const wanted = wrapper.arguments;
  const most = wrapper.most ?? wanted;
  const call: Call = (rt, o, args, nargs) => {
    if (nargs >= wanted && nargs <= most) return run(rt, o, args, nargs);
    if (most > 1) {
      positional(rt, '', nargs, wanted, most);
      return 0;
    }
    const s = wanted === 1 ? '' : 's';
    return formatError(rt, 'TypeError', 'expected %d argument%s, got %zd', wanted, s, nargs);
  };
  return { convention: 'fast', call };
}

/** A few of these are methods of their own in CPython, which spares them a tuple of arguments. */
function isMethod(rt: Runtime, type: number, name: string): boolean {
  const t = rt.types;
  if (name === '__getitem__') return type === t.list || type === t.dict;
  return name === '__contains__' && (type === t.dict || type === t.set || type === t.frozenset);
}

/** Methods that the caller adds as such. */
export function addSlotWrappers(
  rt: Runtime,
  type: number,
  addMethods: (rt: Runtime, type: number, methods: Methods) => void,
): void {
  const record = rt.recordOfType(type);
  const base = rt.mem.ld(type + H.TP_BASE);
  const inherited = base === 0 ? null : rt.recordOfType(base);
  for (const [name, wrapper] of WRAPPERS) {
    const slot = wrapper.slot(record);
    if (slot === null || (inherited !== null && wrapper.slot(inherited) === slot)) continue;
    const key = rt.interned.get(name);
    if (key !== undefined && getStr(rt, rt.mem.ld(type + H.TP_DICT), key) !== 0) continue;
    const spec = method(wrapper, record);
    if (isMethod(rt, type, name)) addMethods(rt, type, { [name]: { ...spec, convention: 'one' } });
    else addWrappers(rt, type, { [name]: spec });
  }
}
