/** Built-in functions. Models Python/bltinmodule.c. */
import * as L from '../memory/layout.ts';
import * as A from '../objects/abstract.ts';
import { invalidKeyword, named, positional, searchedKeywords } from '../objects/arguments.ts';
import { getAttr, lookupAttr, setAttr } from '../objects/attributes.ts';
import { callValues } from '../objects/call.ts';
import { buildClass } from '../objects/class.ts';
import { CELL_KIND, CO_OPTIMIZED, FREE_KIND } from '../objects/code.ts';
import type { MethodSpec, Methods } from '../objects/define.ts';
import { newDict, remove, setStr } from '../objects/dict.ts';
import { dictUsed, keyAt, nextEntry } from '../objects/dictWalk.ts';
import * as E from '../objects/errors.ts';
import { codeOf, F_CODE, F_GLOBALS, F_LOCALS, F_SLOTS } from '../objects/frame.ts';
import { CELL_CONTENT, newBuiltin } from '../objects/function.ts';
import { hashObject } from '../objects/hash.ts';
import * as H from '../objects/header.ts';
import { fromBig, isInt, newInt, newSize, toBig, toNumber } from '../objects/int.ts';
import { powerModulo } from '../objects/intArithmetic.ts';
import { appendOwned, LIST_ITEMS, newList } from '../objects/list.ts';
import { enter, IN_CALL, LIGHT, leave } from '../objects/nesting.ts';
import type { Runtime } from '../objects/runtime.ts';
import { sequenceToList } from '../objects/sequences.ts';
import { sortList } from '../objects/sort.ts';
import { internInPlace, isStr, newStr, strHash, textOf } from '../objects/str.ts';
import { asciiObject, formatObject, reprObject } from '../objects/strobject.ts';
import { strText } from '../objects/text.ts';
import { tupleItem, tupleSize } from '../objects/tuple.ts';
import { isSubtype, isType } from '../objects/typetools.ts';
import { newCallableIterator } from './iteratorConstructors.ts';
import { sum } from './sum.ts';

const at = (rt: Runtime, args: number, i: number): number => rt.mem.ld(args + 8 * i);

/** Runs with requests going to the region of constants and counters kept: what print and the echo do. */
export function isolated<T>(rt: Runtime, work: () => T): T {
  const m = rt.mem;
  const before = rt.alloc.isolated;
  const counts = [0, 1, 2].map((g) => m.ld(L.GENERATION(g) + L.GEN_COUNT));
  const collecting = m.ld(L.GC_COLLECTING);
  rt.alloc.isolated = true;
  m.st(L.GC_COLLECTING, 1);
  const result = work();
  m.st(L.GC_COLLECTING, collecting);
  if (!before) {
    counts.forEach((count, g) => {
      m.st(L.GENERATION(g) + L.GEN_COUNT, count);
    });
  }
  rt.alloc.isolated = before;
  return result;
}

function print(rt: Runtime, _self: number, args: number, nargs: number, kw: number): number {
  return isolated(rt, () => {
    let separator = ' ';
    let end = '\n';
    for (let i = 0; kw !== 0 && i < tupleSize(rt, kw); i++) {
      const name = textOf(rt, tupleItem(rt, kw, i));
      const value = at(rt, args, nargs + i);
      if (name === 'sep' || name === 'end') {
        if (value !== rt.none && !isStr(rt, value)) {
          const type = rt.tpName(rt.typeOf(value));
          return E.formatError(rt, 'TypeError', `${name} must be None or a string, not %.200s`, type);
        }
        const text = value === rt.none ? null : textOf(rt, value);
        if (name === 'sep') separator = text ?? ' ';
        else end = text ?? '\n';
      } else if (name !== 'flush' && name !== 'file') {
        return invalidKeyword(rt, name, 'print');
      }
    }
    /* the stream's write() is a call like others */
    if (!enter(rt, LIGHT, IN_CALL)) return 0;
    leave(rt, LIGHT);
    for (let i = 0; i < nargs; i++) {
      const text = strText(rt, at(rt, args, i));
      if (text === null) return 0;
      rt.write((i > 0 ? separator : '') + text);
    }
    rt.write(end);
    return rt.newNone();
  });
}

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

function attributeName(rt: Runtime, o: number, fn: string): boolean {
  if (isStr(rt, o)) return true;
  E.formatError(rt, 'TypeError', "attribute name must be string, not '%.200s'", rt.tpName(rt.typeOf(o)));
  void fn;
  return false;
}

function hasattr(rt: Runtime, o: number, name: number): number {
  const value = lookupAttr(rt, o, name);
  if (value === 0) return rt.failed() ? 0 : rt.bool(false);
  rt.decref(value);
  return rt.bool(true);
}

function extreme(name: 'min' | 'max'): MethodSpec {
  return {
    convention: 'tuple',
    keywords: true,
    call: (rt, _self, args, nargs, kw) => {
      if (nargs === 0) {
        positional(rt, name, 0, 1, 1);
        return E.formatError(rt, 'TypeError', '%s expected at least 1 argument, got 0', name);
      }
      const given = searchedKeywords(rt, name, ['key', 'default'], 0, args + 8 * nargs, 0, kw);
      if (given === null) return 0;
      const [wanted = 0, fallback = 0] = given;
      const key = wanted === rt.none ? 0 : wanted;
      if (nargs > 1 && fallback !== 0) {
        const format = 'Cannot specify a default for %s() with multiple positional arguments';
        return E.formatError(rt, 'TypeError', format, name);
      }
      const it = A.iterate(rt, nargs > 1 ? rt.argsTuple : at(rt, args, 0));
      if (it === 0) return 0;
      let best = 0;
      let bestKey = 0;
      for (let item = A.next(rt, it); item !== 0; item = A.next(rt, it)) {
        const value = key === 0 ? rt.incref(item) : callValues(rt, key, [item]);
        if (value === 0) {
          rt.decref(item);
          break;
        }
        const better = best === 0 ? 1 : A.compareTruth(rt, value, bestKey, name === 'max' ? A.GT : A.LT);
        if (better === 1) {
          rt.xdecref(bestKey);
          rt.xdecref(best);
          best = item;
          bestKey = value;
        } else if (better === 0) {
          rt.decref(item);
          rt.decref(value);
        } else {
          rt.decref(value);
          rt.decref(item);
          break;
        }
      }
      const failed = rt.failed();
      rt.xdecref(bestKey);
      if (failed) {
        rt.xdecref(best);
        best = 0;
      } else if (best === 0 && fallback !== 0) best = rt.incref(fallback);
      else if (best === 0) E.formatError(rt, 'ValueError', '%s() arg is an empty sequence', name);
      rt.decref(it);
      return best;
    },
  };
}

function anyAll(any: boolean): MethodSpec {
  return {
    convention: 'one',
    call: (rt, _self, args) => {
      const it = A.iterate(rt, at(rt, args, 0));
      if (it === 0) return 0;
      for (let item = A.next(rt, it); item !== 0; item = A.next(rt, it)) {
        const truth = A.isTrue(rt, item);
        rt.decref(item);
        if (truth < 0 || (truth === 1) === any) {
          rt.decref(it);
          return truth < 0 ? 0 : rt.bool(any);
        }
      }
      rt.decref(it);
      return rt.failed() ? 0 : rt.bool(!any);
    },
  };
}

/**
 * Dict of the running frame's names, new reference: the namespace itself, or the frame's one copy of the fast locals,
 * brought up to date. Models `_PyFrame_FastToLocalsWithError`.
 */
export function localsOf(rt: Runtime, frame: number): number {
  const m = rt.mem;
  const own = m.ld(frame + F_LOCALS);
  const record = codeOf(rt, m.ld(frame + F_CODE));
  if (own !== 0 && (record.code.flags & CO_OPTIMIZED) === 0) return rt.incref(own);
  const dict = own === 0 ? newDict(rt) : own;
  m.st(frame + F_LOCALS, dict);
  record.code.localsplus.forEach(({ kind }, i) => {
    let value = m.ld(frame + F_SLOTS + 8 * i);
    if (value !== 0 && kind & (CELL_KIND | FREE_KIND) && rt.typeOf(value) === rt.types.cell)
      value = m.ld(value + CELL_CONTENT);
    const name = record.varnames[i] ?? 0;
    if (value !== 0) setStr(rt, dict, name, value);
    else if (remove(rt, dict, name, strHash(rt, name)) === 0) {
      E.keyNotFound(rt, name);
      E.clearError(rt);
    }
  });
  return rt.incref(dict);
}

function names(rt: Runtime, o: number): number {
  const seen = new Set<string>();
  const add = (dict: number): void => {
    for (let k = nextEntry(rt, dict, 0); k >= 0; k = nextEntry(rt, dict, k + 1)) {
      const key = keyAt(rt, dict, k);
      if (isStr(rt, key)) seen.add(textOf(rt, key));
    }
  };
  const addClass = (type: number): void => {
    const mro = rt.mem.ld(type + H.TP_MRO);
    for (let i = 0; i < tupleSize(rt, mro); i++) add(rt.mem.ld(tupleItem(rt, mro, i) + H.TP_DICT));
  };
  if (isType(rt, o)) addClass(o);
  else {
    const dict = getAttr(rt, o, rt.interned.get('__dict__') ?? 0);
    if (dict !== 0) {
      if (rt.flagsOf(dict) & H.FLAG_DICT) add(dict);
      rt.decref(dict);
    } else E.clearError(rt);
    if (rt.kindOf(o) !== H.KIND.module) addClass(rt.typeOf(o));
  }
  const list = newList(rt, 0);
  for (const text of [...seen].sort()) appendOwned(rt, list, newStr(rt, text));
  return list;
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
      if (!positional(rt, 'getattr', n, 2, 3) || !attributeName(rt, at(rt, args, 1), 'getattr')) return 0;
      const name = internInPlace(rt, rt.incref(at(rt, args, 1)));
      const value = n < 3 ? getAttr(rt, at(rt, args, 0), name) : lookupAttr(rt, at(rt, args, 0), name);
      rt.decref(name);
      return value !== 0 || n < 3 || rt.failed() ? value : rt.incref(at(rt, args, 2));
    },
  },
  setattr: {
    convention: 'fast',
    call: (rt, _self, args, n) => {
      if (!positional(rt, 'setattr', n, 3, 3) || !attributeName(rt, at(rt, args, 1), 'setattr')) return 0;
      const name = internInPlace(rt, rt.incref(at(rt, args, 1)));
      const status = setAttr(rt, at(rt, args, 0), name, at(rt, args, 2));
      rt.decref(name);
      return status < 0 ? 0 : rt.newNone();
    },
  },
  delattr: {
    convention: 'fast',
    call: (rt, _self, args, n) => {
      if (!positional(rt, 'delattr', n, 2, 2) || !attributeName(rt, at(rt, args, 1), 'delattr')) return 0;
      const name = internInPlace(rt, rt.incref(at(rt, args, 1)));
      const status = setAttr(rt, at(rt, args, 0), name, 0);
      rt.decref(name);
      return status < 0 ? 0 : rt.newNone();
    },
  },
  hasattr: {
    convention: 'fast',
    call: (rt, _self, args, n) => {
      if (!positional(rt, 'hasattr', n, 2, 2) || !attributeName(rt, at(rt, args, 1), 'hasattr')) return 0;
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
      if (n > 0) return names(rt, at(rt, args, 0));
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

/** The class and first argument that `super()` means. Models `super_init_without_args`. */
export function superArguments(rt: Runtime): { type: number; object: number } | null {
  const m = rt.mem;
  const frame = m.ld(L.CURRENT_FRAME);
  const fail = (text: string): null => {
    E.setError(rt, 'RuntimeError', text);
    return null;
  };
  if (frame === 0) return fail('super(): no current frame');
  const record = codeOf(rt, m.ld(frame + F_CODE));
  if (record.code.argcount === 0) return fail('super(): no arguments');
  let object = m.ld(frame + F_SLOTS);
  if (object !== 0 && rt.typeOf(object) === rt.types.cell) object = m.ld(object + CELL_CONTENT);
  if (object === 0) return fail('super(): arg[0] deleted');
  for (let i = 0; i < record.code.localsplus.length; i++) {
    const slot = record.code.localsplus[i];
    if (slot === undefined || slot.name !== '__class__' || (slot.kind & FREE_KIND) === 0) continue;
    const cell = m.ld(frame + F_SLOTS + 8 * i);
    const type = cell === 0 ? 0 : m.ld(cell + CELL_CONTENT);
    if (type === 0) return fail('super(): empty __class__ cell');
    return { type, object };
  }
  return fail('super(): __class__ cell not found');
}
