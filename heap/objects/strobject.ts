/** str(), repr(), format() as objects, with the requests CPython makes on the way. Models longobject.c, object.c. */
import { callSpecial } from './abstract.ts';
import { formatError, setError } from './errors.ts';
import { FLOAT_VALUE } from './float.ts';
import type { Fault } from './formatSpec.ts';
import { formatFloat, formatInt, formatText } from './formatValue.ts';
import * as H from './header.ts';
import { intDigits, intText, newBig, toBig } from './int.ts';
import type { Runtime } from './runtime.ts';
import { freshStr, isStr, newStr, textOf } from './str.ts';
import { reprText, strText } from './text.ts';
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
  if (type === rt.types.int) return decimalString(rt, o);
  const own =
    byMethod(rt, o, '__str__') ?? (rt.recordOf(o).str === null ? byMethod(rt, o, '__repr__') : null);
  if (own !== null) return own;
  const text = strText(rt, o);
  return text === null ? 0 : newStr(rt, text);
}

export function reprObject(rt: Runtime, o: number): number {
  if (rt.typeOf(o) === rt.types.int) return decimalString(rt, o);
  const own = byMethod(rt, o, '__repr__');
  if (own !== null) return own;
  const text = reprText(rt, o);
  return text === null ? 0 : newStr(rt, text);
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

/** Models `PyObject_Format`. */
export function formatObject(rt: Runtime, o: number, spec: string): number {
  const flags = rt.flagsOf(o);
  const own = lookupText(rt, rt.typeOf(o), '__format__');
  if (own !== 0 && rt.typeOf(own) === rt.types.function) {
    const argument = newStr(rt, spec);
    const result = callSpecial(rt, o, own, [argument]);
    rt.decref(argument);
    return result;
  }
  if (spec === '') return strObject(rt, o);
  let result: string | Fault;
  const type = rt.tpName(rt.typeOf(o));
  if (flags & H.FLAG_STR) result = formatText(textOf(rt, o), spec, type);
  else if (flags & H.FLAG_LONG) result = formatInt(toBig(rt, o), spec, type);
  else if (flags & H.FLAG_FLOAT) result = formatFloat(rt.mem.ldf(o + FLOAT_VALUE), spec, type);
  else {
    const name = rt.tpName(rt.typeOf(o));
    return formatError(rt, 'TypeError', 'unsupported format string passed to %.200s.__format__', name);
  }
  if (typeof result === 'string') return newStr(rt, result);
  return setError(rt, result.error, result.message);
}
