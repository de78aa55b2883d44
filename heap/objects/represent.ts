/**
 * repr() as an object, made with the requests that the type's own `tp_repr` makes: list_repr, tuple_repr, dict_repr,
 * set_repr, float_repr, range_repr, slice_repr, dictview_repr, BaseException_repr and the `PyUnicode_FromFormat` ones.
 */

import { dictUsed, keyAt, nextEntry, valueAt } from './dictWalk.ts';
import { EXC_ARGS } from './exception.ts';
import { FLOAT_VALUE, floatText } from './float.ts';
import { doubleRoom } from './floatRoom.ts';
import { fromFormat } from './fromFormat.ts';
import * as H from './header.ts';
import { LIST_ITEMS, newList } from './list.ts';
import { enterRepr, leaveRepr } from './reprStack.ts';
import type { Runtime } from './runtime.ts';
import { extendFromIterable } from './sequences.ts';
import { setSize } from './setOperations.ts';
import { SLICE_START, SLICE_STEP, SLICE_STOP } from './slice.ts';
import { newStr, textOf } from './str.ts';
import { decimalString, reprObject } from './strobject.ts';
import { StrWriter } from './strWriter.ts';
import { pointer, reprText } from './text.ts';
import { tupleItem, tupleSize } from './tuple.ts';

const K = H.KIND;
const RANGE_FIELDS = [16, 24, 32] as const;

/** New reference, 0 with an exception. User-defined `__repr__` is not looked at, depth is not counted. */
export function represent(rt: Runtime, o: number): number {
  rt.work(1);
  return byKind(rt, o);
}

function byKind(rt: Runtime, o: number): number {
  switch (rt.kindOf(o)) {
    case K.int:
      return decimalString(rt, o);
    case K.bool:
      return rt.incref(rt.interned.get(o === rt.true_ ? 'True' : 'False') ?? rt.emptyStr);
    case K.float:
      return floatRepr(rt, rt.mem.ldf(o + FLOAT_VALUE));
    case K.list:
    case K.tuple:
      return sequenceRepr(rt, o);
    case K.dict:
      return dictRepr(rt, o);
    case K.set:
      return setRepr(rt, o);
    case K.dictView:
      return viewRepr(rt, o);
    case K.exception:
      return exceptionRepr(rt, o);
    case K.slice: {
      const fields = [SLICE_START, SLICE_STOP, SLICE_STEP].map((at) => rt.mem.ld(o + at));
      return formatted(rt, 'slice(%U, %U, %U)', 'slice(%R, %R, %R)', fields);
    }
    case K.range: {
      const fields = RANGE_FIELDS.map((at) => rt.mem.ld(o + at));
      const plain = reprText(rt, fields[2] ?? 0) === '1';
      if (plain) return formatted(rt, 'range(%U, %U)', 'range(%R, %R)', fields.slice(0, 2));
      return formatted(rt, 'range(%U, %U, %U)', 'range(%R, %R, %R)', fields);
    }
    default:
      return otherRepr(rt, o);
  }
}

/** What is neither a container nor a number: one format with the address at its end, or a plain text. */
function otherRepr(rt: Runtime, o: number): number {
  const text = rt.recordOf(o).repr(rt, o);
  if (text === null) return 0;
  const named = /^<class '(?:(.+)\.)?([^.]+)'>$/.exec(text);
  if (rt.kindOf(o) === K.type && named !== null) {
    const [, module, name = ''] = named;
    if (module !== undefined) return fromFormat(rt, "<class '%U.%U'>", [module, name]);
    // `type_qualname` of a built-in class is a str of its own, made and given up.
    const qualname = newStr(rt, name);
    const made = fromFormat(rt, "<class '%s'>", [name]);
    rt.decref(qualname);
    return made;
  }
  const slot = /^<(slot wrapper|method|attribute|member) '(.*)' of '(.*)' objects>$/.exec(text);
  if (slot !== null) {
    const [, what = '', name = '', owner = ''] = slot;
    return fromFormat(rt, `<${what} '%V' of '%s' objects>`, [name, owner]);
  }
  const special = specialRepr(rt, text);
  if (special !== 0) return special;
  const address = pointer(o);
  const at = text.indexOf(address);
  if (at < 0 || !text.startsWith('<')) return newStr(rt, text);
  // <%s object at %p>, <function %U at %p>, …: how long the name is, the format does not know.
  const heapClass = (rt.mem.ld(rt.typeOf(o) + H.TP_FLAGS) & H.FLAG_HEAP) !== 0;
  if (text.includes(' object at ')) {
    const name = text.slice(1, text.indexOf(' object at '));
    const dot = heapClass ? name.indexOf('.') : -1;
    if (dot < 0) {
      const qualname = newStr(rt, rt.typeName(rt.typeOf(o)));
      const made = fromFormat(rt, '<%s object at %p>', [name, address]);
      rt.decref(qualname);
      return made;
    }
    return fromFormat(rt, '<%U.%U object at %p>', [name.slice(0, dot), name.slice(dot + 1), address]);
  }
  const name = /^<function (.*) at /.exec(text)?.[1];
  if (name !== undefined) return fromFormat(rt, '<function %U at %p>', [name, address]);
  return newStr(rt, text);
}

const SPECIAL: readonly (readonly [RegExp, string])[] = [
  [/^<weakref at (0x\w+); dead>$/, '<weakref at %p; dead>'],
  [/^<weakref at (0x\w+); to '(.*)' at (0x\w+)>$/, "<weakref at %p; to '%s' at %p>"],
  [/^<weakref at (0x\w+); to '(.*)' at (0x\w+) \((.*)\)>$/, "<weakref at %p; to '%s' at %p (%U)>"],
  [/^<built-in function (.*)>$/, '<built-in function %s>'],
  [/^<built-in method (\w+) of (.*) object at (0x\w+)>$/, '<built-in method %s of %s object at %p>'],
  [/^<generator object (.*) at (0x\w+)>$/, '<generator object %S at %p>'],
];

function specialRepr(rt: Runtime, text: string): number {
  for (const [pattern, format] of SPECIAL) {
    const found = pattern.exec(text);
    if (found !== null) return fromFormat(rt, format, found.slice(1));
  }
  return 0;
}

/** `%R` of several objects: each repr is made when its turn comes, and given up after it was copied. */
function formatted(rt: Runtime, plain: string, format: string, parts: readonly number[]): number {
  const writer = new StrWriter(rt, format.length + 100);
  const pieces = plain.split('%U');
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i] ?? '';
    if (i === pieces.length - 1) writer.overallocate = false;
    writer.write(piece);
    const part = parts[i];
    if (part === undefined) continue;
    if (i === pieces.length - 2 && pieces.at(-1) === '') writer.overallocate = false;
    const made = reprObject(rt, part);
    if (made === 0) return writer.drop();
    writer.writeStr(made);
    rt.decref(made);
  }
  return writer.finish();
}

export function floatRepr(rt: Runtime, value: number): number {
  const buffer = rt.alloc.malloc(doubleRoom(value, 'r', 0, false, true));
  const made = newStr(rt, floatText(value));
  rt.alloc.free(buffer);
  return made;
}

/** Writes the repr of an object; false = an exception is set. */
function writeRepr(rt: Runtime, writer: StrWriter, o: number): boolean {
  rt.incref(o);
  const made = reprObject(rt, o);
  rt.decref(o);
  if (made === 0) return false;
  writer.writeStr(made);
  rt.decref(made);
  return true;
}

function sequenceRepr(rt: Runtime, o: number): number {
  const m = rt.mem;
  const list = rt.kindOf(o) === K.list;
  const n = m.ld(o + H.OB_SIZE);
  if (n === 0) return newStr(rt, list ? '[]' : '()');
  if (!enterRepr(rt, o)) return newStr(rt, list ? '[...]' : '(...)');
  const writer = new StrWriter(rt, list || n > 1 ? 3 + 3 * (n - 1) : 4);
  writer.write(list ? '[' : '(');
  for (let i = 0; i < m.ld(o + H.OB_SIZE); i++) {
    if (i > 0) writer.write(', ');
    if (!writeRepr(rt, writer, m.ld((list ? m.ld(o + LIST_ITEMS) : o + 24) + 8 * i))) {
      leaveRepr(rt, o);
      return writer.drop();
    }
  }
  writer.overallocate = false;
  writer.write(list ? ']' : n > 1 ? ')' : ',)');
  leaveRepr(rt, o);
  return writer.finish();
}

function dictRepr(rt: Runtime, o: number): number {
  if (!enterRepr(rt, o)) return newStr(rt, '{...}');
  const used = dictUsed(rt, o);
  if (used === 0) {
    leaveRepr(rt, o);
    return newStr(rt, '{}');
  }
  const writer = new StrWriter(rt, 1 + 4 + 6 * (used - 1) + 1);
  writer.write('{');
  let first = true;
  for (let k = nextEntry(rt, o, 0); k >= 0; k = nextEntry(rt, o, k + 1)) {
    if (!first) writer.write(', ');
    first = false;
    const key = keyAt(rt, o, k);
    const value = rt.incref(valueAt(rt, o, k));
    let done = writeRepr(rt, writer, key);
    if (done) {
      writer.write(': ');
      done = writeRepr(rt, writer, value);
    }
    rt.decref(value);
    if (!done) {
      leaveRepr(rt, o);
      return writer.drop();
    }
  }
  writer.overallocate = false;
  writer.write('}');
  leaveRepr(rt, o);
  return writer.finish();
}

/** The members as a list, its repr without the brackets, and that between braces. */
function setRepr(rt: Runtime, o: number): number {
  const type = rt.typeOf(o);
  const name = rt.tpName(type);
  if (!enterRepr(rt, o)) return fromFormat(rt, '%s(...)', [name]);
  if (setSize(rt, o) === 0) {
    leaveRepr(rt, o);
    return fromFormat(rt, '%s()', [name]);
  }
  const made = setText(rt, o, type === rt.types.set ? '' : name);
  leaveRepr(rt, o);
  return made;
}

function setText(rt: Runtime, o: number, name: string): number {
  const keys = newList(rt, 0);
  if (!extendFromIterable(rt, keys, o)) {
    rt.decref(keys);
    return 0;
  }
  const listed = reprObject(rt, keys);
  rt.decref(keys);
  if (listed === 0) return 0;
  const inner = newStr(rt, textOf(rt, listed).slice(1, -1));
  rt.decref(listed);
  const text = textOf(rt, inner);
  const made = name === '' ? fromFormat(rt, '{%U}', [text]) : fromFormat(rt, '%s({%U})', [name, text]);
  rt.decref(inner);
  return made;
}

function viewRepr(rt: Runtime, o: number): number {
  const name = rt.tpName(rt.typeOf(o));
  if (!enterRepr(rt, o)) return newStr(rt, '...');
  const list = newList(rt, 0);
  const made = extendFromIterable(rt, list, o) ? formattedNamed(rt, `${name}(%U)`, '%s(%R)', name, list) : 0;
  rt.decref(list);
  leaveRepr(rt, o);
  return made;
}

function exceptionRepr(rt: Runtime, o: number): number {
  const args = rt.mem.ld(o + EXC_ARGS);
  const name = rt.typeName(rt.typeOf(o));
  if (tupleSize(rt, args) === 1)
    return formattedNamed(rt, `${name}(%U)`, '%s(%R)', name, tupleItem(rt, args, 0));
  return formattedNamed(rt, `${name}%U`, '%s%R', name, args);
}

/** A name as `%s`, which becomes a str of its own, before one `%R`. */
function formattedNamed(rt: Runtime, plain: string, format: string, name: string, part: number): number {
  const writer = new StrWriter(rt, format.length + 100);
  const passing = newStr(rt, name);
  writer.writeStr(passing);
  rt.decref(passing);
  const [before = '', after = ''] = plain.slice(name.length).split('%U');
  writer.write(before);
  if (after === '') writer.overallocate = false;
  if (!writeRepr(rt, writer, part)) return writer.drop();
  writer.overallocate = false;
  writer.write(after);
  return writer.finish();
}
