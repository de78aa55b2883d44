/** `text % values`. Models Objects/unicodeobject.c `PyUnicode_Format` and its `unicode_format_arg_*`. */
import { getItem } from './abstract.ts';
import { writeInt } from './advancedFormat.ts';
import { formatError, setError, swallow } from './errors.ts';
import { FLOAT_VALUE } from './float.ts';
import { doubleRoom } from './floatRoom.ts';
import { doubleText } from './formatValue.ts';
import * as H from './header.ts';
import { fromBig, isInt, newBig, toBig, toNumber } from './int.ts';
import type { Runtime } from './runtime.ts';
import { freshStr, isStr, newStr, textOf } from './str.ts';
import { asciiObject, reprObject, strObject } from './strobject.ts';
import { roomForText, StrWriter } from './strWriter.ts';

interface Conversion {
  left: boolean;
  plus: boolean;
  blank: boolean;
  alternate: boolean;
  zero: boolean;
  width: number;
  precision: number;
}

/** The values as they are taken: a tuple's one after the other, or the one value. */
interface Values {
  readonly tuple: boolean;
  readonly mapping: boolean;
  readonly args: number;
  next: number;
  /** The value under the last `(key)`, owned. */
  keyed: number;
}

const DIGIT = /[0-9]/;

export function percentFormat(rt: Runtime, format: number, args: number): number {
  const template = textOf(rt, format);
  const tuple = (rt.flagsOf(args) & H.FLAG_TUPLE) !== 0;
  const values: Values = {
    tuple,
    mapping:
      !tuple &&
      !isStr(rt, args) &&
      rt.recordOf(args).getitem !== null &&
      (rt.flagsOf(args) & H.FLAG_TYPE) === 0,
    args,
    next: 0,
    keyed: 0,
  };
  const writer = new StrWriter(rt, rt.mem.ld(format + 16) + 100);
  let at = 0;
  while (at < template.length) {
    const percent = template.indexOf('%', at);
    const end = percent < 0 ? template.length : percent;
    if (end > at) {
      if (end === template.length) writer.overallocate = false;
      writer.write(template.slice(at, end));
    }
    if (percent < 0) break;
    at = one(rt, template, percent + 1, values, writer);
    if (values.keyed !== 0) {
      rt.decref(values.keyed);
      values.keyed = 0;
    }
    if (at < 0) return writer.drop();
  }
  const left = values.tuple ? values.next < rt.mem.ld(args + H.OB_SIZE) : values.next === 0;
  if (left && !values.mapping) {
    writer.drop();
    return setError(rt, 'TypeError', 'not all arguments converted during string formatting');
  }
  return writer.finish();
}

/** Borrowed; 0 = an exception is set. */
function take(rt: Runtime, values: Values): number {
  if (values.keyed !== 0) return values.keyed;
  if (values.tuple && values.next < rt.mem.ld(values.args + H.OB_SIZE)) {
    return rt.mem.ld(values.args + 24 + 8 * values.next++);
  }
  if (!values.tuple && values.next === 0) {
    values.next = 1;
    return values.args;
  }
  return setError(rt, 'TypeError', 'not enough arguments for format string');
}

/** Where the conversion ends, -1 with an exception. */
function one(rt: Runtime, template: string, start: number, values: Values, writer: StrWriter): number {
  let at = start;
  if (template.charAt(at) === '%') {
    if (at + 1 >= template.length) writer.overallocate = false;
    writer.write('%');
    return at + 1;
  }
  if (template.charAt(at) === '(') {
    if (!values.mapping) {
      setError(rt, 'TypeError', 'format requires a mapping');
      return -1;
    }
    let open = 1;
    const from = ++at;
    while (open > 0 && at < template.length) {
      const c = template.charAt(at++);
      if (c === ')') open--;
      else if (c === '(') open++;
    }
    if (open > 0) {
      setError(rt, 'ValueError', 'incomplete format key');
      return -1;
    }
    const key = newStr(rt, template.slice(from, at - 1));
    values.keyed = getItem(rt, values.args, key);
    rt.decref(key);
    if (values.keyed === 0) return -1;
    values.next = 1;
  }
  const conversion: Conversion = {
    left: false,
    plus: false,
    blank: false,
    alternate: false,
    zero: false,
    width: -1,
    precision: -1,
  };
  for (; at < template.length; at++) {
    const c = template.charAt(at);
    if (c === '-') conversion.left = true;
    else if (c === '+') conversion.plus = true;
    else if (c === ' ') conversion.blank = true;
    else if (c === '#') conversion.alternate = true;
    else if (c === '0') conversion.zero = true;
    else break;
  }
  const width = amount(rt, template, at, values, 'width');
  if (width === null) return -1;
  at = width.end;
  conversion.width = width.value;
  if (conversion.width < -1) {
    conversion.left = true;
    conversion.width = -conversion.width;
  }
  if (template.charAt(at) === '.') {
    const precision = amount(rt, template, at + 1, values, 'precision');
    if (precision === null) return -1;
    at = precision.end;
    conversion.precision = Math.max(0, precision.value);
  }
  if (at < template.length && 'hlL'.includes(template.charAt(at))) at++;
  if (at >= template.length) {
    setError(rt, 'ValueError', 'incomplete format');
    return -1;
  }
  const type = String.fromCodePoint(template.codePointAt(at) ?? 0);
  at += type.length;
  if (at >= template.length) writer.overallocate = false;
  const value = take(rt, values);
  if (value === 0) return -1;
  return convert(rt, value, type, conversion, writer, [...template.slice(0, at)].length - 1) ? at : -1;
}

/** A number in the template or, for `*`, among the values; -1 when there is none, below -1 when it was negative. */
function amount(
  rt: Runtime,
  template: string,
  start: number,
  values: Values,
  what: 'width' | 'precision',
): { value: number; end: number } | null {
  if (template.charAt(start) === '*') {
    const o = take(rt, values);
    if (o === 0) return null;
    if (!isInt(rt, o)) {
      setError(rt, 'TypeError', '* wants int');
      return null;
    }
    const value = toNumber(rt, o);
    if (Math.abs(value) > 2 ** 63 - 1 || (what === 'precision' && Math.abs(value) > 0x7fffffff)) {
      setError(
        rt,
        'OverflowError',
        `Python int too large to convert to C ${what === 'width' ? 'ssize_t' : 'int'}`,
      );
      return null;
    }
    return { value: value === -1 ? -2 : value, end: start + 1 };
  }
  let end = start;
  let value = 0;
  for (; DIGIT.test(template.charAt(end)); end++) value = value * 10 + Number(template.charAt(end));
  if (value > (what === 'width' ? 9223372036854775000 : 0x7fffffff)) {
    setError(rt, 'ValueError', `${what} too big`);
    return null;
  }
  return { value: end === start ? (what === 'precision' ? 0 : -1) : value, end };
}

function convert(
  rt: Runtime,
  value: number,
  type: string,
  c: Conversion,
  writer: StrWriter,
  index: number,
): boolean {
  const simple = c.width < 0 && c.precision < 0 && !c.plus && !c.blank;
  const exact = rt.typeOf(value) === rt.types.int;
  if (exact && c.width < 0 && c.precision < 0 && 'sra'.includes(type)) {
    writeInt(rt, writer, value, toBig(rt, value).toString());
    return true;
  }
  if (type === 's' || type === 'r' || type === 'a') {
    const o =
      type === 's' ? strObject(rt, value) : type === 'r' ? reprObject(rt, value) : asciiObject(rt, value);
    if (o === 0) return false;
    if (simple) writer.writeStr(o);
    else {
      const whole = [...textOf(rt, o)];
      const kept = c.precision >= 0 && c.precision < whole.length ? whole.slice(0, c.precision) : whole;
      const missing = Math.max(0, c.width - kept.length);
      roomForText(rt, missing);
      if (missing === 0 && kept === whole) writer.writeStr(o);
      else if (c.left) writer.write(kept.join('') + ' '.repeat(missing));
      else writer.write(' '.repeat(missing) + kept.join(''));
    }
    rt.decref(o);
    return true;
  }
  if (type === 'c') {
    const text = character(rt, value);
    if (text === null) return false;
    const missing = Math.max(0, c.width - 1);
    roomForText(rt, missing);
    writer.write(c.left ? text + ' '.repeat(missing) : ' '.repeat(missing) + text);
    return true;
  }
  let text: string | null;
  let prefix = '';
  let scratch = 0;
  let buffer = 0;
  if ('diuoxX'.includes(type)) {
    const whole = integerOf(rt, value, type);
    if (whole === 0) return false;
    const n = toBig(rt, whole);
    if ('xX'.includes(type) || type === 'o') prefix = c.alternate ? `0${type}` : '';
    const base = type === 'o' ? 8 : type === 'x' || type === 'X' ? 16 : 10;
    if (base === 10) {
      const digits = Math.abs(rt.mem.ld(whole + H.OB_SIZE));
      scratch = newBig(rt, 0n, 1 + digits + Math.floor(digits / 99));
    }
    rt.decref(whole);
    const magnitude = (n < 0n ? -n : n).toString(base);
    roomForText(rt, Math.max(c.precision, magnitude.length));
    text =
      (n < 0n ? '-' : '') + (type === 'X' ? magnitude.toUpperCase() : magnitude).padStart(c.precision, '0');
  } else if ('eEfFgG'.includes(type)) {
    text = floatOf(rt, value, type, c);
    if (text !== null) {
      const shown = rt.flagsOf(value) & H.FLAG_FLOAT ? rt.mem.ldf(value + FLOAT_VALUE) : Number(text);
      const precision = c.precision < 0 ? 6 : c.precision;
      buffer = rt.alloc.malloc(doubleRoom(shown, type, precision, c.alternate, false));
    }
  } else {
    const code = type.codePointAt(0) ?? 0;
    const shown = code >= 31 && code < 127 ? type : '?';
    formatError(
      rt,
      'ValueError',
      "unsupported format character '%c' (0x%x) at index %zd",
      shown,
      code.toString(16),
      index,
    );
    return false;
  }
  if (text === null) return false;
  if (simple && buffer !== 0) {
    writer.writeAscii(text);
    rt.alloc.free(buffer);
    return true;
  }
  if (simple && exact && type !== 'X') {
    writer.write(numeric(rt, text, prefix, c));
    rt.xdecref(scratch);
    return true;
  }
  // Otherwise the digits are a str of their own before they are filled up.
  const digits = freshStr(rt, text);
  rt.xdecref(scratch);
  if (buffer !== 0) rt.alloc.free(buffer);
  writer.write(numeric(rt, text, prefix, c));
  rt.decref(digits);
  return true;
}

function numeric(rt: Runtime, text: string, prefix: string, c: Conversion): string {
  const negative = text.startsWith('-');
  const sign = negative ? '-' : c.plus ? '+' : c.blank ? ' ' : '';
  const digits = negative ? text.slice(1) : text;
  const missing = Math.max(0, c.width - sign.length - prefix.length - digits.length);
  roomForText(rt, missing);
  if (c.left) return sign + prefix + digits + ' '.repeat(missing);
  if (c.zero) return sign + prefix + '0'.repeat(missing) + digits;
  return ' '.repeat(missing) + sign + prefix + digits;
}

function character(rt: Runtime, value: number): string | null {
  if (isStr(rt, value)) {
    if (rt.mem.ld(value + 16) === 1) return textOf(rt, value);
    setError(rt, 'TypeError', '%c requires int or char');
    return null;
  }
  const index = rt.recordOf(value).index;
  const o = isInt(rt, value) ? rt.incref(value) : index === null ? 0 : index(rt, value);
  if (o === 0) {
    if (rt.failed() && !swallow(rt, 'TypeError')) return null;
    setError(rt, 'TypeError', '%c requires int or char');
    return null;
  }
  const code = toNumber(rt, o);
  rt.decref(o);
  if (Math.abs(code) >= 2 ** 63) {
    setError(rt, 'OverflowError', 'Python int too large to convert to C long');
    return null;
  }
  if (code < 0 || code > 0x10ffff) {
    setError(rt, 'OverflowError', '%c arg not in range(0x110000)');
    return null;
  }
  return String.fromCodePoint(code);
}

/** New reference to an int, or 0. */
function integerOf(rt: Runtime, value: number, type: string): number {
  if (isInt(rt, value)) return rt.incref(value);
  const record = rt.recordOf(value);
  const strict = 'oxX'.includes(type);
  const convertValue = strict ? record.index : (record.toInt ?? record.index);
  if (convertValue !== null && !isStr(rt, value)) {
    const made = convertValue(rt, value);
    if (made !== 0 || !swallow(rt, 'TypeError')) return made;
  }
  if (!strict && rt.flagsOf(value) & H.FLAG_FLOAT) {
    const v = rt.mem.ldf(value + FLOAT_VALUE);
    if (Number.isFinite(v)) return fromBig(rt, BigInt(Math.trunc(v)));
    if (Number.isNaN(v)) return setError(rt, 'ValueError', 'cannot convert float NaN to integer');
    return setError(rt, 'OverflowError', 'cannot convert float infinity to integer');
  }
  const name = rt.tpName(rt.typeOf(value));
  const wanted = strict ? 'an integer' : 'a real number';
  return formatError(rt, 'TypeError', `%%%c format: ${wanted} is required, not %.200s`, type, name);
}

function floatOf(rt: Runtime, value: number, type: string, c: Conversion): string | null {
  const flags = rt.flagsOf(value);
  let v: number;
  if (flags & H.FLAG_FLOAT) v = rt.mem.ldf(value + FLOAT_VALUE);
  else if (flags & H.FLAG_LONG) {
    v = toNumber(rt, value);
    if (!Number.isFinite(v)) {
      setError(rt, 'OverflowError', 'int too large to convert to float');
      return null;
    }
  } else {
    const record = rt.recordOf(value);
    const convertValue = record.toFloat ?? record.index;
    const made = convertValue === null ? 0 : convertValue(rt, value);
    if (made === 0) {
      if (rt.failed()) return null;
      formatError(rt, 'TypeError', 'must be real number, not %.50s', rt.tpName(rt.typeOf(value)));
      return null;
    }
    v = rt.flagsOf(made) & H.FLAG_FLOAT ? rt.mem.ldf(made + FLOAT_VALUE) : toNumber(rt, made);
    rt.decref(made);
  }
  const precision = c.precision < 0 ? 6 : c.precision;
  roomForText(rt, precision);
  const text = doubleText(Math.abs(v), type, precision, c.alternate, false);
  return v < 0 || Object.is(v, -0) ? `-${text}` : text;
}
