/** Making bytes and their methods; str.encode. Models Objects/bytesobject.c `bytes_new_impl`, `_PyBytes_FromIterator`, bytes_methods.c. */
import { asIndex, boundSpecial, iterate, next } from './abstract.ts';
import { badArgument, named, parsed, positional, sliceBound } from './arguments.ts';
import { byteArgument, bytesOf, bytesText, freshBytes, isBytes, newZeros } from './bytes.ts';
import { callValues } from './call.ts';
import type { MethodSpec, Methods } from './define.ts';
import { codecNamed, decode, type EncodeFault, encode } from './encoding.ts';
import { formatError, setError, swallow } from './errors.ts';
import * as H from './header.ts';
import { newInt } from './int.ts';
import { appendOwned, LIST_ITEMS, newList } from './list.ts';
import type { Call } from './record.ts';
import type { Runtime } from './runtime.ts';
import { sequenceFast } from './sequences.ts';
import { isStr, newStr, textOf } from './str.ts';
import * as P from './strParts.ts';
import * as S from './strSearch.ts';
import { quoted } from './text.ts';
import { tupleItem, tupleOf, tupleSize } from './tuple.ts';

const END = Number.MAX_SAFE_INTEGER;

/** Codec and error handling of a call; null = an exception is set. */
function codecOf(
  rt: Runtime,
  fn: string,
  encoding: number,
  errors: number,
): { codec: 'utf-8' | 'ascii' | 'latin-1'; errors: string } | null {
  for (const [o, what] of [
    [encoding, 'encoding'],
    [errors, 'errors'],
  ] as const) {
    if (o !== 0 && !isStr(rt, o)) {
      badArgument(rt, fn, `argument '${what}'`, 'str', o);
      return null;
    }
  }
  const name = encoding === 0 ? 'utf-8' : textOf(rt, encoding);
  const codec = codecNamed(name);
  if (codec === null) {
    formatError(rt, 'LookupError', 'unknown encoding: %s', name);
    return null;
  }
  return { codec, errors: errors === 0 ? 'strict' : textOf(rt, errors) };
}

function raise(rt: Runtime, fault: EncodeFault, source: string): number {
  const verb = fault.kind === 'encode' ? "can't encode" : "can't decode";
  const single = fault.end - fault.start === 1;
  let what: string;
  if (fault.kind === 'decode') {
    what = single ? `byte 0x${source.charCodeAt(fault.start).toString(16).padStart(2, '0')}` : 'bytes';
  } else {
    const c = [...source][fault.start] ?? '';
    const code = c.codePointAt(0) ?? 0;
    const shown = code < 256 ? `\\x${code.toString(16).padStart(2, '0')}` : quoted(c, true).slice(1, -1);
    what = single ? `character '${shown}'` : 'characters';
  }
  const place = single ? `${fault.start}` : `${fault.start}-${fault.end - 1}`;
  const text = `'${fault.codec}' codec ${verb} ${what} in position ${place}: ${fault.reason}`;
  return setError(rt, fault.kind === 'encode' ? 'UnicodeEncodeError' : 'UnicodeDecodeError', text);
}

export function encodeStr(rt: Runtime, o: number, encoding: number, errors: number, fn = 'encode'): number {
  const way = codecOf(rt, fn, encoding, errors);
  if (way === null) return 0;
  const text = textOf(rt, o);
  rt.work(text.length >> 4);
  const result = encode(text, way.codec, way.errors);
  return typeof result === 'string' ? bytesOf(rt, result) : raise(rt, result, text);
}

export function decodeBytes(rt: Runtime, o: number, encoding: number, errors: number, fn = 'decode'): number {
  const way = codecOf(rt, fn, encoding, errors);
  if (way === null) return 0;
  const text = bytesText(rt, o);
  rt.work(text.length >> 4);
  const result = decode(text, way.codec, way.errors);
  return typeof result === 'string' ? newStr(rt, result) : raise(rt, result, text);
}

/** What `__bytes__` answers; takes the method over. */
function ownBytes(rt: Runtime, method: number): number {
  const made = callValues(rt, method, []);
  rt.decref(method);
  if (made === 0 || isBytes(rt, made)) return made;
  const name = rt.tpName(rt.typeOf(made));
  formatError(rt, 'TypeError', '__bytes__ returned non-bytes (type %.200s)', name);
  rt.decref(made);
  return 0;
}

/** bytes(x, encoding, errors): the arguments have come through a tuple already. */
export const bytesCreate: Call = (rt, _type, args, nargs, kw) => {
  const given = named(rt, 'bytes', ['source', 'encoding', 'errors'], 0, args, nargs, kw);
  if (given === null) return 0;
  const [source = 0, encoding = 0, errors = 0] = given;
  if (source === 0) {
    if (encoding === 0 && errors === 0) return rt.incref(rt.emptyBytes);
    return setError(rt, 'TypeError', `${encoding === 0 ? 'errors' : 'encoding'} without a string argument`);
  }
  if (encoding === 0 && errors === 0) {
    const own = boundSpecial(rt, source, '__bytes__');
    if (own !== 0) return ownBytes(rt, own);
    if (rt.failed()) return 0;
  }
  if (isStr(rt, source)) {
    if (encoding === 0 && errors === 0)
      return setError(rt, 'TypeError', 'string argument without an encoding');
    return encodeStr(rt, source, encoding, errors, 'bytes');
  }
  if (encoding !== 0 || errors !== 0) {
    return setError(rt, 'TypeError', `${encoding === 0 ? 'errors' : 'encoding'} without a string argument`);
  }
  if (isBytes(rt, source) || rt.kindOf(source) === H.KIND.bytearray)
    return bytesOf(rt, bytesText(rt, source));
  if (rt.recordOf(source).index !== null) {
    const n = asIndex(rt, source, 'OverflowError');
    if (n === null) return 0;
    return n < 0 ? setError(rt, 'ValueError', 'negative count') : newZeros(rt, n);
  }
  /* lists and tuples are read where they are */
  const plain = (rt.flagsOf(source) & (H.FLAG_LIST | H.FLAG_TUPLE)) !== 0;
  const it = plain ? 0 : iterate(rt, source);
  if (!plain && it === 0) {
    if (!swallow(rt, 'TypeError')) return 0;
    return formatError(
      rt,
      'TypeError',
      "cannot convert '%.200s' object to bytes",
      rt.tpName(rt.typeOf(source)),
    );
  }
  let text = '';
  let index = 0;
  const following = (): number => {
    if (!plain) return next(rt, it);
    const items = rt.flagsOf(source) & H.FLAG_LIST ? rt.mem.ld(source + LIST_ITEMS) : source + 24;
    return index < rt.mem.ld(source + H.OB_SIZE) ? rt.incref(rt.mem.ld(items + 8 * index++)) : 0;
  };
  for (let item = following(); item !== 0; item = following()) {
    const value = asIndex(rt, item, null);
    rt.decref(item);
    if (value === null) break;
    if (value < 0 || value > 255) {
      setError(rt, 'ValueError', 'bytes must be in range(0, 256)');
      break;
    }
    text += String.fromCharCode(value);
  }
  rt.xdecref(it);
  return rt.failed() ? 0 : bytesOf(rt, text);
};

/** Text of a bytes argument; null = an exception is set. */
function bytesArgument(rt: Runtime, o: number): string | null {
  if (isBytes(rt, o)) return bytesText(rt, o);
  formatError(rt, 'TypeError', "a bytes-like object is required, not '%.100s'", rt.tpName(rt.typeOf(o)));
  return null;
}

function searchMethod(name: string, last: boolean, must: boolean, counts: boolean): MethodSpec {
  return {
    convention: 'tuple',
    call: (rt, self, args, nargs) => {
      if (!parsed(rt, name, nargs, 1, 3)) return 0;
      const start = sliceBound(rt, nargs > 1 ? rt.mem.ld(args + 8) : 0, 0);
      const end = start === null ? null : sliceBound(rt, nargs > 2 ? rt.mem.ld(args + 16) : 0, END);
      if (start === null || end === null) return 0;
      const o = rt.mem.ld(args);
      let part: string;
      if (isBytes(rt, o)) part = bytesText(rt, o);
      else if (rt.recordOf(o).index === null) {
        const type = rt.tpName(rt.typeOf(o));
        return formatError(
          rt,
          'TypeError',
          "argument should be integer or bytes-like object, not '%.200s'",
          type,
        );
      } else {
        const value = byteArgument(rt, o);
        if (value < 0) return 0;
        part = String.fromCharCode(value);
      }
      const text = bytesText(rt, self);
      if (counts) return newInt(rt, S.count(text, part, start, end));
      const at = S.find(text, part, start, end, last);
      return at < 0 && must ? setError(rt, 'ValueError', 'subsection not found') : newInt(rt, at);
    },
  };
}

function affixMethod(name: string, tail: boolean): MethodSpec {
  return {
    convention: 'tuple',
    call: (rt, self, args, nargs) => {
      if (!parsed(rt, name, nargs, 1, 3)) return 0;
      const start = sliceBound(rt, nargs > 1 ? rt.mem.ld(args + 8) : 0, 0);
      const end = start === null ? null : sliceBound(rt, nargs > 2 ? rt.mem.ld(args + 16) : 0, END);
      if (start === null || end === null) return 0;
      const o = rt.mem.ld(args);
      const many = (rt.flagsOf(o) & H.FLAG_TUPLE) !== 0;
      for (let i = 0; i < (many ? tupleSize(rt, o) : 1); i++) {
        const part = many ? tupleItem(rt, o, i) : o;
        if (!isBytes(rt, part)) {
          if (many) return bytesArgument(rt, part) === null ? 0 : rt.newNone();
          const type = rt.tpName(rt.typeOf(o));
          return formatError(
            rt,
            'TypeError',
            '%s first arg must be bytes or a tuple of bytes, not %s',
            name,
            type,
          );
        }
        if (S.matchesAt(bytesText(rt, self), bytesText(rt, part), start, end, tail)) return rt.bool(true);
      }
      return rt.bool(false);
    },
  };
}

const SPACE = ' \t\n\r\v\f';

function stripMethod(name: string, left: boolean, right: boolean): MethodSpec {
  return {
    convention: 'fast',
    call: (rt, self, args, nargs) => {
      if (!positional(rt, name, nargs, 0, 1)) return 0;
      const o = nargs === 0 ? rt.none : rt.mem.ld(args);
      const set = o === rt.none ? SPACE : bytesArgument(rt, o);
      if (set === null) return 0;
      const text = bytesText(rt, self);
      const result = P.strip(text, set, left, right);
      if (result.length === text.length && rt.typeOf(self) === rt.types.bytes) return rt.incref(self);
      return bytesOf(rt, result);
    },
  };
}

function splitMethod(_name: string, right: boolean): MethodSpec {
  return {
    convention: 'fast',
    keywords: true,
    call: (rt, self, args, nargs, kw) => {
      const given = named(
        rt,
        right ? 'bytes.rsplit' : 'bytes.split',
        ['sep', 'maxsplit'],
        0,
        args,
        nargs,
        kw,
      );
      if (given === null) return 0;
      const limit = given[1] ? asIndex(rt, given[1], 'OverflowError') : -1;
      if (limit === null) return 0;
      const separator = given[0] || rt.none;
      const by = separator === rt.none ? null : bytesArgument(rt, separator);
      if (by === null && separator !== rt.none) return 0;
      if (by === '') return setError(rt, 'ValueError', 'empty separator');
      const text = bytesText(rt, self);
      const parts = (right ? P.rsplit : P.split)(text, by, limit);
      const room = limit < 0 || limit >= 12 ? 12 : limit + 1;
      const list = newList(rt, room);
      const m = rt.mem;
      m.st(list + H.OB_SIZE, 0);
      parts.forEach((part, i) => {
        const whole = part.length === text.length && rt.typeOf(self) === rt.types.bytes;
        const o = whole ? rt.incref(self) : bytesOf(rt, part);
        if (i < room) {
          m.st(m.ld(list + LIST_ITEMS) + 8 * i, o);
          m.st(list + H.OB_SIZE, i + 1);
        } else appendOwned(rt, list, o);
      });
      return list;
    },
  };
}

function partition(right: boolean): MethodSpec {
  return {
    convention: 'one',
    call: (rt, self, args) => {
      const by = bytesArgument(rt, rt.mem.ld(args));
      if (by === null) return 0;
      if (by === '') return setError(rt, 'ValueError', 'empty separator');
      const text = bytesText(rt, self);
      const at = right ? text.lastIndexOf(by) : text.indexOf(by);
      const empty = rt.emptyBytes;
      if (at < 0) {
        const [a, b] = right ? [empty, self] : [self, empty];
        return tupleOf(rt, rt.incref(a), rt.incref(empty), rt.incref(b));
      }
      const middle = rt.incref(rt.mem.ld(args));
      return tupleOf(rt, bytesOf(rt, text.slice(0, at)), middle, bytesOf(rt, text.slice(at + by.length)));
    },
  };
}

/** ASCII letters only. */
function caseMethod(change: (text: string) => string): MethodSpec {
  return {
    convention: 'noargs',
    call: (rt, self) => {
      const text = bytesText(rt, self);
      return text === '' ? rt.incref(rt.emptyBytes) : freshBytes(rt, text.replace(/[A-Za-z]+/g, change));
    },
  };
}

function question(pattern: RegExp): MethodSpec {
  return { convention: 'noargs', call: (rt, self) => rt.bool(pattern.test(bytesText(rt, self))) };
}

const join: MethodSpec = {
  convention: 'one',
  call: (rt, self, args) => {
    const list = sequenceFast(rt, rt.mem.ld(args), 'can only join an iterable');
    if (list === 0) return 0;
    const parts: string[] = [];
    const n = rt.mem.ld(list + H.OB_SIZE);
    for (let i = 0; i < n; i++) {
      const item = rt.mem.ld(rt.mem.ld(list + LIST_ITEMS) + 8 * i);
      if (!isBytes(rt, item)) {
        const type = rt.tpName(rt.typeOf(item));
        rt.decref(list);
        return formatError(
          rt,
          'TypeError',
          'sequence item %zd: expected a bytes-like object, %.80s found',
          i,
          type,
        );
      }
      parts.push(bytesText(rt, item));
    }
    rt.decref(list);
    return bytesOf(rt, parts.join(bytesText(rt, self)));
  },
};

const hex: MethodSpec = {
  convention: 'fast',
  call: (rt, self, _args, nargs) => {
    if (!positional(rt, 'hex', nargs, 0, 0)) return 0;
    let out = '';
    for (const c of bytesText(rt, self)) out += c.charCodeAt(0).toString(16).padStart(2, '0');
    return newStr(rt, out);
  },
};

const replace: MethodSpec = {
  convention: 'fast',
  call: (rt, self, args, nargs) => {
    if (!positional(rt, 'replace', nargs, 2, 3)) return 0;
    const old = bytesArgument(rt, rt.mem.ld(args));
    const by = old === null ? null : bytesArgument(rt, rt.mem.ld(args + 8));
    const limit = by === null ? null : nargs > 2 ? asIndex(rt, rt.mem.ld(args + 16), 'OverflowError') : -1;
    if (old === null || by === null || limit === null) return 0;
    const result = P.replace(bytesText(rt, self), old, by, limit);
    return result === null ? rt.incref(self) : bytesOf(rt, result);
  },
};

function codecMethod(which: 'str.encode' | 'bytes.decode', run: typeof encodeStr): MethodSpec {
  return {
    convention: 'fast',
    keywords: true,
    call: (rt, self, args, nargs, kw) => {
      const given = named(rt, which, ['encoding', 'errors'], 0, args, nargs, kw);
      return given === null
        ? 0
        : run(rt, self, given[0] ?? 0, given[1] ?? 0, which.slice(which.indexOf('.') + 1));
    },
  };
}

export const STR_ENCODE: Methods = { encode: codecMethod('str.encode', encodeStr) };

/** What bytearray does not have. */
export const BYTES_ONLY: Methods = {
  __bytes__: {
    convention: 'noargs',
    call: (rt, self) =>
      rt.typeOf(self) === rt.types.bytes ? rt.incref(self) : bytesOf(rt, bytesText(rt, self)),
  },
};

export const BYTES_METHODS: Methods = {
  decode: codecMethod('bytes.decode', decodeBytes),
  find: searchMethod('find', false, false, false),
  rfind: searchMethod('rfind', true, false, false),
  index: searchMethod('index', false, true, false),
  rindex: searchMethod('rindex', true, true, false),
  count: searchMethod('count', false, false, true),
  startswith: affixMethod('startswith', false),
  endswith: affixMethod('endswith', true),
  strip: stripMethod('strip', true, true),
  lstrip: stripMethod('lstrip', true, false),
  rstrip: stripMethod('rstrip', false, true),
  split: splitMethod('split', false),
  rsplit: splitMethod('rsplit', true),
  partition: partition(false),
  rpartition: partition(true),
  upper: caseMethod((part) => part.toUpperCase()),
  lower: caseMethod((part) => part.toLowerCase()),
  isalpha: question(/^[A-Za-z]+$/),
  isdigit: question(/^[0-9]+$/),
  isalnum: question(/^[A-Za-z0-9]+$/),
  isspace: question(/^[ \t\n\r\v\f]+$/),
  join,
  hex,
  replace,
};
