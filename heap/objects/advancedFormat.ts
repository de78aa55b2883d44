/**
 * Exact str, int and float written with a specifier, with the requests CPython makes. Models Python/formatter_unicode.c
 * `_PyUnicode_FormatAdvancedWriter`, `_PyLong_FormatAdvancedWriter`, `_PyFloat_FormatAdvancedWriter`.
 */
import { formatError, setError } from './errors.ts';
import { FLOAT_VALUE, newFloat } from './float.ts';
import { doubleRoom } from './floatRoom.ts';
import { type Fault, type FormatSpec, isFault, parseSpec } from './formatSpec.ts';
import { doubleText, formatFloat, formatInt, formatText } from './formatValue.ts';
import * as H from './header.ts';
import { intDigits, newBig, toBig } from './int.ts';
import type { Runtime } from './runtime.ts';
import { freshStr, newStr, textOf } from './str.ts';
import { strObject } from './strobject.ts';
import type { StrWriter } from './strWriter.ts';

/** False = an exception is set. The object is a str, an int or a float, or of a subclass. */
export function formatInto(rt: Runtime, writer: StrWriter, o: number, spec: string): boolean {
  const flags = rt.flagsOf(o);
  if (spec === '') {
    if (rt.typeOf(o) === rt.types.str) writer.writeStr(o);
    else if (rt.typeOf(o) === rt.types.int) writeInt(rt, writer, o, toBig(rt, o).toString());
    else {
      const made = strObject(rt, o);
      if (made === 0) return false;
      writer.writeStr(made);
      rt.decref(made);
    }
    return true;
  }
  if (flags & H.FLAG_STR) return textInto(rt, writer, o, spec);
  if (flags & H.FLAG_FLOAT) return floatInto(rt, writer, rt.mem.ldf(o + FLOAT_VALUE), o, spec);
  return intInto(rt, writer, o, spec);
}

function failed(rt: Runtime, fault: Fault): false {
  const code = /^Unknown format code '(.+)' for object of type '(.*)'$/.exec(fault.message);
  if (code === null) setError(rt, fault.error, fault.message);
  else {
    const [, shown = '', type = ''] = code;
    const conversion = shown.startsWith('\\x') && shown.length > 2 ? '\\x%x' : '%c';
    const argument = conversion === '%c' ? shown : Number.parseInt(shown.slice(2), 16);
    const format = `Unknown format code '${conversion}' for object of type '%.200s'`;
    formatError(rt, fault.error, format, argument, type);
  }
  return false;
}

function textInto(rt: Runtime, writer: StrWriter, o: number, spec: string): boolean {
  const text = textOf(rt, o);
  const made = formatText(text, spec, rt.tpName(rt.typeOf(o)));
  if (typeof made !== 'string') return failed(rt, made);
  if (made === text && rt.typeOf(o) === rt.types.str) writer.writeStr(o);
  else writer.prepared(made);
  return true;
}

/** `_PyLong_FormatWriter`: decimal digits by way of a scratch integer, other bases straight. */
export function writeInt(rt: Runtime, writer: StrWriter, o: number, text: string, base = 10): void {
  const n = intDigits(rt, o);
  const scratch = base === 10 ? newBig(rt, 0n, 1 + n + Math.floor(n / 99)) : 0;
  writer.prepared(text);
  rt.xdecref(scratch);
}

function isPlain(spec: FormatSpec): boolean {
  return spec.sign !== '+' && spec.sign !== ' ' && spec.width === -1 && spec.thousands === '';
}

function intInto(rt: Runtime, writer: StrWriter, o: number, given: string): boolean {
  const type = rt.tpName(rt.typeOf(o));
  const value = toBig(rt, o);
  const made = formatInt(value, given, type);
  const spec = parseSpec(given, type, 'd', '>');
  if (typeof made !== 'string') return failed(rt, made);
  if (isFault(spec)) return failed(rt, spec);
  if ('eEfFgG%'.includes(spec.type)) {
    const double = newFloat(rt, Number(value));
    const done = floatInto(rt, writer, Number(value), double, given);
    rt.decref(double);
    return done;
  }
  const base = { b: 2, o: 8, x: 16, X: 16 }[spec.type] ?? 10;
  if (spec.type === 'c') {
    writer.prepared(made);
    return true;
  }
  if (isPlain(spec) && spec.type !== 'X' && spec.type !== 'n' && rt.typeOf(o) === rt.types.int) {
    writeInt(rt, writer, o, made, base);
    return true;
  }
  const n = intDigits(rt, o);
  const scratch = base === 10 ? newBig(rt, 0n, 1 + n + Math.floor(n / 99)) : 0;
  const prefix = base === 10 ? '' : `0${spec.type}`;
  const magnitude = (value < 0n ? -value : value).toString(base);
  const digits = freshStr(rt, `${value < 0n ? '-' : ''}${prefix}${magnitude}`);
  rt.xdecref(scratch);
  writer.prepared(made);
  rt.decref(digits);
  return true;
}

function floatInto(rt: Runtime, writer: StrWriter, value: number, o: number, given: string): boolean {
  const type = rt.tpName(rt.typeOf(o));
  const made = formatFloat(value, given, type);
  const spec = parseSpec(given, type, '', '>');
  if (typeof made !== 'string') return failed(rt, made);
  if (isFault(spec)) return failed(rt, spec);
  const percent = spec.type === '%';
  let kind: string = spec.type === '' ? 'r' : spec.type === 'n' ? 'g' : percent ? 'f' : spec.type;
  const dot = kind === 'r';
  if (dot && spec.precision >= 0) kind = 'g';
  const precision = spec.precision >= 0 ? spec.precision : 6;
  const buffer = rt.alloc.malloc(
    doubleRoom(percent ? value * 100 : value, kind, precision, spec.alternate, dot),
  );
  if (isPlain(spec) && spec.type !== 'n') {
    writer.writeAscii(made);
    rt.alloc.free(buffer);
    return true;
  }
  const shown = percent ? value * 100 : value;
  const plain = doubleText(Math.abs(shown), kind, precision, spec.alternate, dot);
  const sign = shown < 0 || Object.is(shown, -0) ? '-' : '';
  const digits = newStr(rt, `${sign}${plain}${percent ? '%' : ''}`);
  rt.alloc.free(buffer);
  writer.prepared(made);
  rt.decref(digits);
  return true;
}
