/** Built-in functions. Models Python/bltinmodule.c. */
import * as L from '../memory/layout.ts';
import * as A from '../objects/abstract.ts';
import { named, positional } from '../objects/arguments.ts';
import { getAttr, lookupAttr, setAttr } from '../objects/attributes.ts';
import { callValues } from '../objects/call.ts';
import { buildClass } from '../objects/class.ts';
import type { MethodSpec, Methods } from '../objects/define.ts';
import { dictUsed, keyAt, nextEntry } from '../objects/dictWalk.ts';
import * as E from '../objects/errors.ts';
import { F_GLOBALS } from '../objects/frame.ts';
import { newBuiltin } from '../objects/function.ts';
import { hashObject } from '../objects/hash.ts';
import * as H from '../objects/header.ts';
import { fromBig, isInt, newInt, newSize, toBig, toNumber } from '../objects/int.ts';
import { powerModulo } from '../objects/intArithmetic.ts';
import { LIST_ITEMS, newList } from '../objects/list.ts';
import type { Runtime } from '../objects/runtime.ts';
import { sequenceToList } from '../objects/sequences.ts';
import { sortList } from '../objects/sort.ts';
import { internInPlace, isStr, newStr, textOf } from '../objects/str.ts';
import { asciiObject, formatObject, reprObject } from '../objects/strobject.ts';
import { tupleItem, tupleSize } from '../objects/tuple.ts';
import { isSubtype, isType } from '../objects/typetools.ts';
import { localsOf, namesOf } from './frameNames.ts';
import { newCallableIterator } from './iteratorConstructors.ts';
import { print } from './printing.ts';
import { anyAll, extreme } from './reductions.ts';
import { sum } from './sum.ts';

const at = (rt: Runtime, args: number, i: number): number => rt.mem.ld(args + 8 * i);

function isinstance(rt: Runtime, type: number, wanted: number, name: string): number {
  if (rt.flagsOf(wanted) & H.FLAG_TUPLE) {
    for (let i = 0; i < tupleSize(rt, wanted); i++) {
      const result = isinstance(rt, type, tupleItem(rt, wanted, i), name);
      if (result !== 0) return result;
    }
    return 0;
  }
  if (!isType(rt, wanted)) {
    E.setError(
      rt,
      'TypeError',
      `${name}() arg 2 must be a ${name === 'issubclass' ? 'class' : 'type'}, a tuple of ${name === 'issubclass' ? 'classes' : 'types'}, or a union`,
    );
    return -1;
  }
  return isSubtype(rt, type, wanted) ? 1 : 0;
}

function attributeName(rt: Runtime, o: number): boolean {
  if (isStr(rt, o)) return true;
  E.formatError(rt, 'TypeError', "attribute name must be string, not '%.200s'", rt.tpName(rt.typeOf(o)));
  return false;
}

function hasattr(rt: Runtime, o: number, name: number): number {
  const value = lookupAttr(rt, o, name);
  if (value === 0) return rt.failed() ? 0 : rt.bool(false);
  rt.decref(value);
  return rt.bool(true);
}

const one = (f: (rt: Runtime, o: number) => number): MethodSpec => ({
  convention: 'one',
  call: (rt, _self, args) => f(rt, at(rt, args, 0)),
});

function based(prefix: string, radix: number): MethodSpec {
  return one((rt, o) => {
    const index = rt.recordOf(o).index;
    if (index === null) {
      const name = rt.tpName(rt.typeOf(o));
      return E.formatError(rt, 'TypeError', "'%.200s' object cannot be interpreted as an integer", name);
    }
    const value = toBig(rt, o);
    return newStr(rt, `${value < 0n ? '-' : ''}${prefix}${(value < 0n ? -value : value).toString(radix)}`);
  });
}

export const BUILTIN_FUNCTIONS: Methods = {
  __build_class__: { convention: 'fast', keywords: true, call: buildClass },
  print: { convention: 'fast', keywords: true, call: print },
  len: one((rt, o) => {
    const n = A.lengthOf(rt, o);
    return n < 0 ? 0 : newSize(rt, n);
  }),
  id: one((rt, o) => fromBig(rt, BigInt(o) + 0x7f0000000000n)),
  hash: one(hashObject),
  repr: one(reprObject),
  ascii: one(asciiObject),
  abs: one((rt, o) => {
    const absolute = rt.recordOf(o).absolute;
    if (absolute !== null) return absolute(rt, o);
    return E.formatError(rt, 'TypeError', "bad operand type for abs(): '%.200s'", rt.tpName(rt.typeOf(o)));
  }),
  callable: one((rt, o) => rt.bool(rt.recordOf(o).call !== null)),
  chr: one((rt, o) => {
    if (!isInt(rt, o)) {
      return E.formatError(
        rt,
        'TypeError',
        "'%.200s' object cannot be interpreted as an integer",
        rt.tpName(rt.typeOf(o)),
      );
    }
    const code = toNumber(rt, o);
    if (code > 0x7fffffff || code < -0x80000000) {
      return E.setError(rt, 'OverflowError', 'Python int too large to convert to C int');
    }
    if (code < 0 || code > 0x10ffff) return E.setError(rt, 'ValueError', 'chr() arg not in range(0x110000)');
    return newStr(rt, String.fromCodePoint(code));
  }),
  ord: one((rt, o) => {
    if (!isStr(rt, o)) {
      const name = rt.tpName(rt.typeOf(o));
      return E.formatError(rt, 'TypeError', 'ord() expected string of length 1, but %.200s found', name);
    }
    const chars = [...textOf(rt, o)];
    const code = chars.length === 1 ? chars[0]?.codePointAt(0) : undefined;
    if (code === undefined) {
      return E.formatError(
        rt,
        'TypeError',
        'ord() expected a character, but string of length %zd found',
        chars.length,
      );
    }
    return newInt(rt, code);
  }),
  bin: based('0b', 2),
  oct: based('0o', 8),
  hex: based('0x', 16),
  isinstance: {
    convention: 'fast',
    call: (rt, _self, args, n) => {
      if (!positional(rt, 'isinstance', n, 2, 2)) return 0;
      const result = isinstance(rt, rt.typeOf(at(rt, args, 0)), at(rt, args, 1), 'isinstance');
      return result < 0 ? 0 : rt.bool(result === 1);
    },
  },
  issubclass: {
    convention: 'fast',
    call: (rt, _self, args, n) => {
      if (!positional(rt, 'issubclass', n, 2, 2)) return 0;
      if (!isType(rt, at(rt, args, 0)))
        return E.setError(rt, 'TypeError', 'issubclass() arg 1 must be a class');
      const result = isinstance(rt, at(rt, args, 0), at(rt, args, 1), 'issubclass');
      return result < 0 ? 0 : rt.bool(result === 1);
    },
  },
  getattr: {
    convention: 'fast',
    call: (rt, _self, args, n) => {
      if (!positional(rt, 'getattr', n, 2, 3) || !attributeName(rt, at(rt, args, 1))) return 0;
      const name = internInPlace(rt, rt.incref(at(rt, args, 1)));
      const value = n < 3 ? getAttr(rt, at(rt, args, 0), name) : lookupAttr(rt, at(rt, args, 0), name);
      rt.decref(name);
      return value !== 0 || n < 3 || rt.failed() ? value : rt.incref(at(rt, args, 2));
    },
  },
  setattr: {
    convention: 'fast',
    call: (rt, _self, args, n) => {
      if (!positional(rt, 'setattr', n, 3, 3) || !attributeName(rt, at(rt, args, 1))) return 0;
      const name = internInPlace(rt, rt.incref(at(rt, args, 1)));
      const status = setAttr(rt, at(rt, args, 0), name, at(rt, args, 2));
      rt.decref(name);
      return status < 0 ? 0 : rt.newNone();
    },
  },
  delattr: {
    convention: 'fast',
    call: (rt, _self, args, n) => {
      if (!positional(rt, 'delattr', n, 2, 2) || !attributeName(rt, at(rt, args, 1))) return 0;
      const name = internInPlace(rt, rt.incref(at(rt, args, 1)));
      const status = setAttr(rt, at(rt, args, 0), name, 0);
      rt.decref(name);
      return status < 0 ? 0 : rt.newNone();
    },
  },
  hasattr: {
    convention: 'fast',
    call: (rt, _self, args, n) => {
      if (!positional(rt, 'hasattr', n, 2, 2) || !attributeName(rt, at(rt, args, 1))) return 0;
      return hasattr(rt, at(rt, args, 0), at(rt, args, 1));
    },
  },
  iter: {
    convention: 'fast',
    call: (rt, _self, args, n) => {
      if (!positional(rt, 'iter', n, 1, 2)) return 0;
      if (n === 1) return A.iterate(rt, at(rt, args, 0));
      if (rt.recordOf(at(rt, args, 0)).call === null)
        return E.setError(rt, 'TypeError', 'iter(v, w): v must be callable');
      return newCallableIterator(rt, at(rt, args, 0), at(rt, args, 1));
    },
  },
  next: {
    convention: 'fast',
    call: (rt, _self, args, n) => {
      if (!positional(rt, 'next', n, 1, 2)) return 0;
      const it = at(rt, args, 0);
      const step = rt.recordOf(it).next;
      if (step === null) {
        return E.formatError(rt, 'TypeError', "'%.200s' object is not an iterator", rt.tpName(rt.typeOf(it)));
      }
      const item = step(rt, it);
      if (item !== 0) return item;
      if (n > 1) {
        if (rt.failed() && !E.swallow(rt, 'StopIteration')) return 0;
        return rt.incref(at(rt, args, 1));
      }
      if (!rt.failed()) E.setErrorObject(rt, rt.types.exception('StopIteration'), 0);
      return 0;
    },
  },
  min: extreme('min'),
  max: extreme('max'),
  sum: { convention: 'fast', keywords: true, call: sum },
  any: anyAll(true),
  all: anyAll(false),
  sorted: {
    convention: 'fast',
    keywords: true,
    call: (rt, _self, args, nargs, kw) => {
      if (!positional(rt, 'sorted', nargs, 1, 1)) return 0;
      const list = sequenceToList(rt, at(rt, args, 0));
      if (list === 0) return 0;
      const bound = newBuiltin(
        rt,
        rt.builtins.findIndex((def) => def.call === sortList),
        list,
      );
      const done = sortList(rt, list, args + 8, 0, kw);
      rt.decref(bound);
      if (done === 0) {
        rt.decref(list);
        return 0;
      }
      rt.decref(done);
      return list;
    },
  },
  round: {
    convention: 'fast',
    keywords: true,
    call: (rt, _self, args, nargs, kw) => {
      const given = named(rt, 'round', ['number', 'ndigits'], 1, args, nargs, kw);
      if (given === null) return 0;
      const [o = 0, digits = 0] = given;
      const method = A.boundSpecial(rt, o, '__round__');
      if (method === 0) {
        if (rt.failed()) return 0;
        const name = rt.tpName(rt.typeOf(o));
        return E.formatError(rt, 'TypeError', "type %.100s doesn't define __round__ method", name);
      }
      const result = callValues(rt, method, digits === 0 || digits === rt.none ? [] : [digits]);
      rt.decref(method);
      return result;
    },
  },
  divmod: {
    convention: 'fast',
    call: (rt, _self, args, n) => {
      if (!positional(rt, 'divmod', n, 2, 2)) return 0;
      return A.binary(rt, at(rt, args, 0), at(rt, args, 1), 'divmod');
    },
  },
  pow: {
    convention: 'fast',
    keywords: true,
    call: (rt, _self, args, nargs, kw) => {
      const given = named(rt, 'pow', ['base', 'exp', 'mod'], 2, args, nargs, kw);
      if (given === null) return 0;
      const [number = 0, exp = 0, mod = 0] = given;
      if (mod !== 0 && mod !== rt.none) {
        if (isInt(rt, number) && isInt(rt, exp) && isInt(rt, mod)) return powerModulo(rt, number, exp, mod);
        const names = [number, exp, mod].map((o) => rt.tpName(rt.typeOf(o)));
        const format = "unsupported operand type(s) for ** or pow(): '%.100s', '%.100s', '%.100s'";
        return E.formatError(rt, 'TypeError', format, ...names);
      }
      return A.binary(rt, number, exp, 'power');
    },
  },
  format: {
    convention: 'fast',
    call: (rt, _self, args, n) => {
      if (!positional(rt, 'format', n, 1, 2)) return 0;
      return formatObject(rt, at(rt, args, 0), n > 1 ? at(rt, args, 1) : 0);
    },
  },
  globals: {
    convention: 'noargs',
    call: (rt) => rt.incref(rt.mem.ld(rt.mem.ld(L.CURRENT_FRAME) + F_GLOBALS)),
  },
  locals: { convention: 'noargs', call: (rt) => localsOf(rt, rt.mem.ld(L.CURRENT_FRAME)) },
  vars: {
    convention: 'tuple',
    call: (rt, _self, args, n) => {
      if (n === 0) return localsOf(rt, rt.mem.ld(L.CURRENT_FRAME));
      const dict = lookupAttr(rt, at(rt, args, 0), rt.interned.get('__dict__') ?? 0);
      if (dict === 0 && !rt.failed()) {
        return E.setError(rt, 'TypeError', 'vars() argument must have __dict__ attribute');
      }
      return dict;
    },
  },
  dir: {
    convention: 'tuple',
    call: (rt, _self, args, n) => {
      if (!positional(rt, 'dir', n, 0, 1)) return 0;
      if (n > 0) return namesOf(rt, at(rt, args, 0));
      const dict = localsOf(rt, rt.mem.ld(L.CURRENT_FRAME));
      const list = newList(rt, dictUsed(rt, dict));
      const items = rt.mem.ld(list + LIST_ITEMS);
      let filled = 0;
      for (let k = nextEntry(rt, dict, 0); k >= 0; k = nextEntry(rt, dict, k + 1))
        rt.mem.st(items + 8 * filled++, rt.incref(keyAt(rt, dict, k)));
      rt.decref(dict);
      const done = sortList(rt, list, 0, 0, 0);
      rt.decref(done === 0 ? list : done);
      return done === 0 ? 0 : list;
    },
  },
};
