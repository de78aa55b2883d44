/** A booted object layer without an evaluator: values in, method calls, results out, for tests of built-in types. */

import * as L from '../../../heap/memory/layout.ts';
import { bootTypes } from '../../../heap/objects/boot.ts';
import { bootExceptions } from '../../../heap/objects/bootExceptions.ts';
import { bootMethods } from '../../../heap/objects/bootMethods.ts';
import { bootSingletons } from '../../../heap/objects/bootSingletons.ts';
import { bytesOf, bytesText, isBytes } from '../../../heap/objects/bytes.ts';
import { call, callValues } from '../../../heap/objects/call.ts';
import { readyType } from '../../../heap/objects/define.ts';
import { fetchError, normalizeError } from '../../../heap/objects/errors.ts';
import { floatValue, newFloat } from '../../../heap/objects/float.ts';
import * as H from '../../../heap/objects/header.ts';
import { fromBig, isInt, toBig } from '../../../heap/objects/int.ts';
import { append, listItem, listSize, newList } from '../../../heap/objects/list.ts';
import { Runtime } from '../../../heap/objects/runtime.ts';
import { isSet, keyIn, nextSlot } from '../../../heap/objects/set.ts';
import { intern, isStr, newStr, textOf } from '../../../heap/objects/str.ts';
import { strText } from '../../../heap/objects/text.ts';
import { tupleItem, tupleOf, tupleSize } from '../../../heap/objects/tuple.ts';
import { installConstructors } from '../../../heap/python/constructors.ts';

export type Value =
  | null
  | boolean
  | bigint
  | number
  | string
  | Uint8Array
  | readonly Value[]
  | { readonly error: readonly [string, string] };

export function bootObjects(): Runtime {
  const rt = new Runtime();
  rt.fuel = 1e12;
  const m = rt.mem;
  for (let g = 0; g < 4; g++) {
    const head = L.GENERATION(g);
    m.st(head + L.GEN_NEXT, head);
    m.st(head + L.GEN_PREV, head);
  }
  m.st(L.STACK_TOP, L.DATA_STACK);
  m.st(L.NEXT_SERIAL, 1);
  bootTypes(rt);
  bootSingletons(rt);
  bootExceptions(rt);
  installConstructors(rt);
  for (const type of Object.values(rt.types)) if (typeof type === 'number' && type !== 0) readyType(rt, type);
  for (const type of rt.types.exceptions.values()) readyType(rt, type);
  bootMethods(rt);
  return rt;
}

/** New reference. Arrays become lists, or tuples when `tuples`. */
export function toObject(rt: Runtime, value: Value, tuples = false): number {
  if (value === null) return rt.newNone();
  if (typeof value === 'boolean') return rt.bool(value);
  if (typeof value === 'bigint') return fromBig(rt, value);
  if (typeof value === 'number') return newFloat(rt, value);
  if (typeof value === 'string') return newStr(rt, value);
  if (value instanceof Uint8Array) return bytesOf(rt, String.fromCharCode(...value));
  if ('error' in value) throw new Error('an error is no argument');
  const items = value.map((item) => toObject(rt, item, tuples));
  if (tuples) return tupleOf(rt, ...items);
  const list = newList(rt, 0);
  for (const item of items) {
    append(rt, list, item);
    rt.decref(item);
  }
  return list;
}

export function toValue(rt: Runtime, o: number): Value {
  if (o === rt.none) return null;
  if (o === rt.true_ || o === rt.false_) return o === rt.true_;
  if (isInt(rt, o)) return toBig(rt, o);
  if (isStr(rt, o)) return textOf(rt, o);
  if (isBytes(rt, o)) return Uint8Array.from(bytesText(rt, o), (c) => c.charCodeAt(0));
  const flags = rt.flagsOf(o);
  if (flags & H.FLAG_FLOAT) return floatValue(rt, o);
  if (flags & H.FLAG_LIST)
    return Array.from({ length: listSize(rt, o) }, (_, i) => toValue(rt, listItem(rt, o, i)));
  if (flags & H.FLAG_TUPLE)
    return Array.from({ length: tupleSize(rt, o) }, (_, i) => toValue(rt, tupleItem(rt, o, i)));
  if (isSet(rt, o)) {
    const items: Value[] = [];
    for (let i = nextSlot(rt, o, 0); i >= 0; i = nextSlot(rt, o, i + 1))
      items.push(toValue(rt, keyIn(rt, o, i)));
    return items;
  }
  throw new Error(`no value for ${rt.typeName(rt.typeOf(o))}`);
}

/** The pending exception as data; it is cleared. */
export function takeError(rt: Runtime): { readonly error: readonly [string, string] } {
  const error = fetchError(rt);
  normalizeError(rt, error);
  const name = rt.typeName(error.type);
  const text = strText(rt, error.value) ?? '';
  rt.decref(error.type);
  rt.xdecref(error.value);
  rt.xdecref(error.traceback);
  return { error: [name, text] };
}

/** Consumes a result reference; the pending exception when there is none. */
export function finish(rt: Runtime, result: number): Value {
  if (result === 0) return takeError(rt);
  const value = toValue(rt, result);
  rt.decref(result);
  return value;
}

/** `o.name(*args)`; o and args stay the caller's. */
export function callMethod(rt: Runtime, o: number, name: string, args: readonly number[]): number {
  const key = intern(rt, name);
  const method = rt.recordOf(o).getattr(rt, o, key);
  rt.decref(key);
  if (method === 0) return 0;
  const result = callValues(rt, method, args);
  rt.decref(method);
  return result;
}

/** `type(*args)`. */
export function construct(rt: Runtime, type: number, args: readonly number[]): number {
  const m = rt.mem;
  const base = m.ld(L.STACK_TOP);
  args.forEach((arg, i) => {
    m.st(base + 8 * i, arg);
  });
  m.st(L.STACK_TOP, base + 8 * args.length);
  const result = call(rt, type, base, args.length, 0);
  m.st(L.STACK_TOP, base);
  return result;
}
