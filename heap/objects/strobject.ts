/** str(), repr(), format() as objects, with the requests CPython makes on the way. Models longobject.c, object.c. */
import { boundSpecial, callSpecial } from './abstract.ts';
import { formatInto } from './advancedFormat.ts';
import { callValues } from './call.ts';
import { formatError } from './errors.ts';
import { EXC_ARGS, keyErrorStr } from './exception.ts';
import * as H from './header.ts';
import { intDigits, intText, newBig } from './int.ts';
import { enter, LIGHT, leave } from './nesting.ts';
import { represent } from './represent.ts';
import type { Runtime } from './runtime.ts';
import { freshStr, isStr, newStr, STR_LENGTH } from './str.ts';
import { StrWriter } from './strWriter.ts';
import { IN_REPR, IN_STR, reprText } from './text.ts';
import { tupleItem, tupleSize } from './tuple.ts';
import { lookupText } from './typetools.ts';

/** Models `long_to_decimal_string`: a scratch integer in base 10^9 first, never the cached one-character string. */
export function decimalString(rt: Runtime, o: number): number {
  const n = intDigits(rt, o);
  const scratch = newBig(rt, 0n, 1 + n + Math.floor(n / 99));
  const text = intText(rt, o);
  rt.work(text.length >> 4);
  const result = freshStr(rt, text);
  rt.decref(scratch);
  return result;
}

function byMethod(rt: Runtime, o: number, name: string): number | null {
  const type = rt.typeOf(o);
  if ((rt.mem.ld(type + H.TP_FLAGS) & H.FLAG_HEAP) === 0) return null;
  const method = lookupText(rt, type, name);
  if (method === 0 || rt.typeOf(method) !== rt.types.function) return null;
  const result = callSpecial(rt, o, method, []);
  if (result !== 0 && !isStr(rt, result)) {
    formatError(rt, 'TypeError', `${name} returned non-string (type %.200s)`, rt.tpName(rt.typeOf(result)));
    rt.decref(result);
    return 0;
  }
  return result;
}

export function strObject(rt: Runtime, o: number): number {
  const type = rt.typeOf(o);
  if (type === rt.types.str) return rt.incref(o);
  if (!enter(rt, LIGHT, IN_STR)) return 0;
  const made = strBySlot(rt, o);
  leave(rt, LIGHT);
  return made;
}

function strBySlot(rt: Runtime, o: number): number {
  const { str } = rt.recordOf(o);
  const own = byMethod(rt, o, '__str__') ?? (str === null ? byMethod(rt, o, '__repr__') : null);
  if (own !== null) return own;
  if (str === null) return represent(rt, o);
  if (rt.kindOf(o) === H.KIND.exception) return exceptionStrObject(rt, o);
  const text = str(rt, o);
  return text === null ? 0 : newStr(rt, text);
}

/** Models `BaseException_str` and `KeyError_str`. */
function exceptionStrObject(rt: Runtime, o: number): number {
  const args = rt.mem.ld(o + EXC_ARGS);
  const n = tupleSize(rt, args);
  if (n === 0) return rt.incref(rt.emptyStr);
  if (n > 1) return strObject(rt, args);
  const only = tupleItem(rt, args, 0);
  return rt.recordOf(o).str === keyErrorStr ? reprObject(rt, only) : strObject(rt, only);
}

export function reprObject(rt: Runtime, o: number): number {
  if (!enter(rt, LIGHT, IN_REPR)) return 0;
  const made = byMethod(rt, o, '__repr__') ?? represent(rt, o);
  leave(rt, LIGHT);
  return made;
}

export function asciiObject(rt: Runtime, o: number): number {
  const text = reprText(rt, o);
  if (text === null) return 0;
  let out = '';
  for (const c of text) {
    const code = c.codePointAt(0) ?? 0;
    if (code < 128) out += c;
    else if (code < 256) out += `\\x${code.toString(16).padStart(2, '0')}`;
    else if (code < 65536) out += `\\u${code.toString(16).padStart(4, '0')}`;
    else out += `\\U${code.toString(16).padStart(8, '0')}`;
  }
  return newStr(rt, out);
}

/** Models `PyObject_Format`: `__format__` is looked up and bound, unless a str or an int needs none. */
export function formatObject(rt: Runtime, o: number, spec: number): number {
  const type = rt.typeOf(o);
  const empty = spec === 0 || rt.mem.ld(spec + STR_LENGTH) === 0;
  if (empty && type === rt.types.str) return rt.incref(o);
  if (empty && type === rt.types.int) return strObject(rt, o);
  const method = boundSpecial(rt, o, '__format__');
  if (method === 0) {
    const name = rt.tpName(type);
    return rt.failed() ? 0 : formatError(rt, 'TypeError', "Type %.100s doesn't define __format__", name);
  }
  const result = callValues(rt, method, [spec === 0 ? rt.emptyStr : spec]);
  rt.decref(method);
  if (result === 0 || isStr(rt, result)) return result;
  const name = rt.tpName(rt.typeOf(result));
  rt.decref(result);
  return formatError(rt, 'TypeError', '__format__ must return a str, not %.200s', name);
}

/** `str.__format__`, `int.__format__`, `float.__format__` and object's. */
export function ownFormat(rt: Runtime, o: number, spec: string): number {
  if ((rt.flagsOf(o) & (H.FLAG_STR | H.FLAG_LONG | H.FLAG_FLOAT)) === 0) {
    if (spec === '') return strObject(rt, o);
    const name = rt.tpName(rt.typeOf(o));
    return formatError(rt, 'TypeError', 'unsupported format string passed to %.200s.__format__', name);
  }
  const writer = new StrWriter(rt, 0);
  writer.overallocate = false;
  return formatInto(rt, writer, o, spec) ? writer.finish() : writer.drop();
}
