/**
 * bytearray: values in a block of its own that grows. Models Objects/bytearrayobject.c `PyByteArray_Resize`,
 * `bytearray___init___impl`, `bytearray_setslice_linear` without the shortcut at the front.
 */
import { asIndex, iterate, next } from './abstract.ts';
import { positional } from './arguments.ts';
import { byteArgument, bytesText, isBytes, quotedBytes } from './bytes.ts';
import { BYTES_METHODS, encodeStr } from './bytesMethods.ts';
import type { MethodSpec, Methods } from './define.ts';
import { formatError, setError } from './errors.ts';
import * as H from './header.ts';
import { allocate } from './instance.ts';
import { newInt } from './int.ts';
import { IT_INDEX, IT_SEQUENCE, newSequenceIterator, sequenceIteratorDealloc } from './iterators.ts';
import { LIST_ITEMS } from './list.ts';
import { holds } from './numbers.ts';
import type { Call, TypeRecord } from './record.ts';
import type { Runtime } from './runtime.ts';
import { sliceSpan } from './slice.ts';
import { isStr } from './str.ts';
import { roomForText } from './strWriter.ts';

export const BA_ALLOCATED = 24;
export const BA_VALUES = 32;
export const BYTEARRAY_BYTES = 56;

export function isByteArray(rt: Runtime, o: number): boolean {
  return rt.kindOf(o) === H.KIND.bytearray;
}

/** Text of bytes or a bytearray; null = neither. */
export function likeBytes(rt: Runtime, o: number): string | null {
  return isByteArray(rt, o) || isBytes(rt, o) ? bytesText(rt, o) : null;
}

function resize(rt: Runtime, o: number, size: number): void {
  const m = rt.mem;
  const allocated = m.ld(o + BA_ALLOCATED);
  if (size === m.ld(o + H.OB_SIZE)) return;
  let wanted: number;
  if (size + 1 <= allocated) {
    if (size >= Math.floor(allocated / 2)) {
      m.st(o + H.OB_SIZE, size);
      m.stb(m.ld(o + BA_VALUES) + size, 0);
      return;
    }
    wanted = size + 1;
  } else if (size <= allocated * 1.125) wanted = size + (size >> 3) + (size < 9 ? 3 : 6);
  else wanted = size + 1;
  roomForText(rt, wanted);
  const old = m.ld(o + BA_VALUES);
  const block = old === 0 ? rt.alloc.malloc(wanted) : rt.alloc.realloc(old, wanted);
  m.st(o + BA_VALUES, block);
  m.st(o + BA_ALLOCATED, wanted);
  m.st(o + H.OB_SIZE, size);
  m.stb(block + size, 0);
}

function fill(rt: Runtime, o: number, text: string): void {
  resize(rt, o, text.length);
  const values = rt.mem.ld(o + BA_VALUES);
  for (let i = 0; i < text.length; i++) rt.mem.stb(values + i, text.charCodeAt(i));
}

function empty(rt: Runtime): number {
  const o = rt.newObject(rt.types.bytearray, BYTEARRAY_BYTES);
  rt.mem.zero(o + 16, BYTEARRAY_BYTES - 16);
  return o;
}

export function newByteArray(rt: Runtime, text: string): number {
  const o = empty(rt);
  fill(rt, o, text);
  return o;
}

export const byteArrayInit: Call = (rt, o, args, nargs) => {
  if (!positional(rt, 'bytearray', nargs, 0, 3)) return 0;
  const source = nargs > 0 ? rt.mem.ld(args) : 0;
  if (source === 0) return rt.newNone();
  if (isStr(rt, source)) {
    if (nargs === 1) return setError(rt, 'TypeError', 'string argument without an encoding');
    const encoded = encodeStr(
      rt,
      source,
      rt.mem.ld(args + 8),
      nargs > 2 ? rt.mem.ld(args + 16) : 0,
      'bytearray',
    );
    if (encoded === 0) return 0;
    fill(rt, o, bytesText(rt, encoded));
    rt.decref(encoded);
    return rt.newNone();
  }
  if (rt.recordOf(source).index !== null) {
    const n = asIndex(rt, source, 'OverflowError');
    if (n === null) return 0;
    if (n < 0) return setError(rt, 'ValueError', 'negative count');
    roomForText(rt, n);
    fill(rt, o, '\0'.repeat(n));
    return rt.newNone();
  }
  const text = likeBytes(rt, source);
  if (text !== null) fill(rt, o, text);
  else if (!extend(rt, o, source)) return 0;
  return rt.newNone();
};

/** Items one by one, as append would. */
function extend(rt: Runtime, o: number, iterable: number): boolean {
  const it = iterate(rt, iterable);
  if (it === 0) return false;
  for (let item = next(rt, it); item !== 0; item = next(rt, it)) {
    const value = byteArgument(rt, item);
    rt.decref(item);
    if (value < 0) break;
    push(rt, o, value);
  }
  rt.decref(it);
  return !rt.failed();
}

function push(rt: Runtime, o: number, value: number): void {
  const n = rt.mem.ld(o + H.OB_SIZE);
  resize(rt, o, n + 1);
  rt.mem.stb(rt.mem.ld(o + BA_VALUES) + n, value);
}

/** Position for an index, -1 = an exception is set. */
function position(rt: Runtime, o: number, key: number): number {
  const n = rt.mem.ld(o + H.OB_SIZE);
  if (rt.recordOf(key).index === null) {
    const type = rt.tpName(rt.typeOf(key));
    formatError(rt, 'TypeError', 'bytearray indices must be integers or slices, not %.200s', type);
    return -1;
  }
  const index = asIndex(rt, key, 'IndexError');
  if (index === null) return -1;
  const at = index < 0 ? index + n : index;
  if (at >= 0 && at < n) return at;
  setError(rt, 'IndexError', 'bytearray index out of range');
  return -1;
}

function getItem(rt: Runtime, o: number, key: number): number {
  if (rt.typeOf(key) !== rt.types.slice) {
    const at = position(rt, o, key);
    return at < 0 ? 0 : newInt(rt, rt.mem.ldb(rt.mem.ld(o + BA_VALUES) + at));
  }
  const span = sliceSpan(rt, key, rt.mem.ld(o + H.OB_SIZE));
  if (span === null) return 0;
  const text = bytesText(rt, o);
  let part = '';
  for (let i = 0; i < span.length; i++) part += text.charAt(span.start + i * span.step);
  return newByteArray(rt, part);
}

function setItem(rt: Runtime, o: number, key: number, value: number): number {
  const text = bytesText(rt, o);
  if (rt.typeOf(key) !== rt.types.slice) {
    const at = position(rt, o, key);
    if (at < 0) return -1;
    if (value === 0) {
      fill(rt, o, text.slice(0, at) + text.slice(at + 1));
      return 0;
    }
    const byte = byteArgument(rt, value);
    if (byte < 0) return -1;
    rt.mem.stb(rt.mem.ld(o + BA_VALUES) + at, byte);
    return 0;
  }
  const span = sliceSpan(rt, key, text.length);
  if (span === null) return -1;
  const by = value === 0 ? '' : textFrom(rt, value);
  if (by === null) return -1;
  if (span.step === 1) {
    fill(rt, o, text.slice(0, span.start) + by + text.slice(span.start + span.length));
    return 0;
  }
  const values = [...text];
  if (value !== 0 && by.length !== span.length) {
    const format = 'attempt to assign bytes of size %zd to extended slice of size %zd';
    formatError(rt, 'ValueError', format, by.length, span.length);
    return -1;
  }
  for (let i = 0; i < span.length; i++) values[span.start + i * span.step] = by.charAt(i);
  fill(rt, o, values.join(''));
  return 0;
}

/** Values of bytes or of an iterable of whole numbers; null = an exception is set. */
function textFrom(rt: Runtime, source: number): string | null {
  const text = likeBytes(rt, source);
  if (text !== null) return text;
  const made = newByteArray(rt, '');
  const ok = extend(rt, made, source);
  const result = bytesText(rt, made);
  rt.decref(made);
  return ok ? result : null;
}

function concat(rt: Runtime, a: number, b: number): string | null {
  const text = likeBytes(rt, b);
  if (text !== null) return bytesText(rt, a) + text;
  formatError(
    rt,
    'TypeError',
    "can't concat %.100s to %.100s",
    rt.tpName(rt.typeOf(b)),
    rt.tpName(rt.typeOf(a)),
  );
  return null;
}

function repeated(rt: Runtime, o: number, times: number): string {
  roomForText(rt, rt.mem.ld(o + H.OB_SIZE) * Math.max(0, times));
  return bytesText(rt, o).repeat(Math.max(0, times));
}

function iteratorNext(rt: Runtime, it: number): number {
  const m = rt.mem;
  const o = m.ld(it + IT_SEQUENCE);
  if (o === 0) return 0;
  const i = m.ld(it + IT_INDEX);
  if (i >= m.ld(o + H.OB_SIZE)) {
    rt.clearField(it + IT_SEQUENCE);
    return 0;
  }
  m.st(it + IT_INDEX, i + 1);
  return newInt(rt, m.ldb(m.ld(o + BA_VALUES) + i));
}

export const BYTEARRAY_ITERATOR: Partial<TypeRecord> = {
  dealloc: sequenceIteratorDealloc,
  iter: (rt, o) => rt.incref(o),
  next: iteratorNext,
};

export const BYTEARRAY_SLOTS: Partial<TypeRecord> = {
  dealloc: (rt, o) => {
    const values = rt.mem.ld(o + BA_VALUES);
    if (values !== 0) rt.alloc.free(values);
    rt.deleteObject(o);
  },
  create: (rt, type) => {
    const o = allocate(rt, type, 0);
    rt.mem.zero(o + 16, BYTEARRAY_BYTES - 16);
    return o;
  },
  init: byteArrayInit,
  repr: (rt, o) => `bytearray(${quotedBytes(bytesText(rt, o))})`,
  hash: null,
  compare: (rt, a, b, op) => {
    const [x, y] = [likeBytes(rt, a), likeBytes(rt, b)];
    if (x === null || y === null) return rt.incref(rt.notImplemented);
    return rt.bool(holds(x < y ? -1 : x > y ? 1 : 0, op));
  },
  iter: (rt, o) => newSequenceIterator(rt, rt.types.bytearrayIterator, o),
  length: (rt, o) => rt.mem.ld(o + H.OB_SIZE),
  getitem: getItem,
  setitem: setItem,
  contains: (rt, o, item) => {
    const part = likeBytes(rt, item);
    if (part !== null) return bytesText(rt, o).includes(part) ? 1 : 0;
    const value = byteArgument(rt, item);
    return value < 0 ? -1 : bytesText(rt, o).includes(String.fromCharCode(value)) ? 1 : 0;
  },
  concat: (rt, a, b) => {
    const text = concat(rt, a, b);
    return text === null ? 0 : newByteArray(rt, text);
  },
  inplaceConcat: (rt, a, b) => {
    const text = concat(rt, a, b);
    if (text === null) return 0;
    fill(rt, a, text);
    return rt.incref(a);
  },
  repeat: (rt, o, times) => newByteArray(rt, repeated(rt, o, times)),
  inplaceRepeat: (rt, o, times) => {
    fill(rt, o, repeated(rt, o, times));
    return rt.incref(o);
  },
};

const one = (call: (rt: Runtime, o: number, argument: number) => number): MethodSpec => ({
  convention: 'one',
  call: (rt, o, args) => call(rt, o, rt.mem.ld(args)),
});
const none = (call: (rt: Runtime, o: number) => void): MethodSpec => ({
  convention: 'noargs',
  call: (rt, o) => {
    call(rt, o);
    return rt.newNone();
  },
});

function removeAt(rt: Runtime, o: number, at: number): void {
  const text = bytesText(rt, o);
  fill(rt, o, text.slice(0, at) + text.slice(at + 1));
}

const CHANGING: Methods = {
  append: one((rt, o, item) => {
    const value = byteArgument(rt, item);
    if (value < 0) return 0;
    push(rt, o, value);
    return rt.newNone();
  }),
  extend: one((rt, o, source) => {
    const text = textFrom(rt, source);
    if (text === null) return 0;
    fill(rt, o, bytesText(rt, o) + text);
    return rt.newNone();
  }),
  insert: {
    convention: 'fast',
    call: (rt, o, args, nargs) => {
      if (!positional(rt, 'insert', nargs, 2, 2)) return 0;
      const index = asIndex(rt, rt.mem.ld(args), 'OverflowError');
      const value = index === null ? -1 : byteArgument(rt, rt.mem.ld(args + 8));
      if (index === null || value < 0) return 0;
      const text = bytesText(rt, o);
      const at = index < 0 ? Math.max(0, index + text.length) : Math.min(index, text.length);
      fill(rt, o, text.slice(0, at) + String.fromCharCode(value) + text.slice(at));
      return rt.newNone();
    },
  },
  pop: {
    convention: 'fast',
    call: (rt, o, args, nargs) => {
      if (!positional(rt, 'pop', nargs, 0, 1)) return 0;
      const n = rt.mem.ld(o + H.OB_SIZE);
      const index = nargs === 0 ? -1 : asIndex(rt, rt.mem.ld(args), 'IndexError');
      if (index === null) return 0;
      if (n === 0) return setError(rt, 'IndexError', 'pop from empty bytearray');
      const at = index < 0 ? index + n : index;
      if (at < 0 || at >= n) return setError(rt, 'IndexError', 'pop index out of range');
      const value = rt.mem.ldb(rt.mem.ld(o + BA_VALUES) + at);
      removeAt(rt, o, at);
      return newInt(rt, value);
    },
  },
  remove: one((rt, o, item) => {
    const value = byteArgument(rt, item);
    if (value < 0) return 0;
    const at = bytesText(rt, o).indexOf(String.fromCharCode(value));
    if (at < 0) return setError(rt, 'ValueError', 'value not found in bytearray');
    removeAt(rt, o, at);
    return rt.newNone();
  }),
  clear: none((rt, o) => fill(rt, o, '')),
  reverse: none((rt, o) => fill(rt, o, [...bytesText(rt, o)].reverse().join(''))),
  copy: { convention: 'noargs', call: (rt, o) => newByteArray(rt, bytesText(rt, o)) },
};

/** What bytes can do too gives bytearrays where bytes gives bytes. */
function lifted(spec: MethodSpec): MethodSpec {
  return {
    ...spec,
    call: (rt, o, args, nargs, kw) => {
      const result = spec.call(rt, o, args, nargs, kw);
      return result === 0 ? 0 : lift(rt, result);
    },
  };
}

/** Takes the reference over. */
function lift(rt: Runtime, o: number): number {
  const type = rt.typeOf(o);
  const m = rt.mem;
  if (type === rt.types.bytes || isByteArray(rt, o)) {
    const made = newByteArray(rt, bytesText(rt, o));
    rt.decref(o);
    return made;
  }
  const items = type === rt.types.list ? m.ld(o + LIST_ITEMS) : type === rt.types.tuple ? o + 24 : 0;
  for (let i = 0; items !== 0 && i < m.ld(o + H.OB_SIZE); i++)
    m.st(items + 8 * i, lift(rt, m.ld(items + 8 * i)));
  return o;
}

export const BYTEARRAY_METHODS: Methods = {
  ...Object.fromEntries(
    Object.entries(BYTES_METHODS)
      .filter(([, { kind }]) => kind === undefined)
      .map(([name, spec]) => [name, lifted(spec)]),
  ),
  ...CHANGING,
};
