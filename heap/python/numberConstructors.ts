/** int(), float(), bool(). Models Objects/longobject.c `long_new_impl`, floatobject.c `float_new_impl`. */
import * as A from '../objects/abstract.ts';
import { positional } from '../objects/arguments.ts';
import * as E from '../objects/errors.ts';
import { newFloat } from '../objects/float.ts';
import { allocate } from '../objects/instance.ts';
import * as I from '../objects/int.ts';
import { intFromText } from '../objects/intArithmetic.ts';
import { needKeywordTable } from '../objects/keywordTables.ts';
import { asciiDigits, parseFloatText, parseInt36 } from '../objects/numberText.ts';
import type { Call } from '../objects/record.ts';
import type { Runtime } from '../objects/runtime.ts';
import { isStr, measure, newStr, strBytes, textOf } from '../objects/str.ts';
import { quoted } from '../objects/text.ts';
import { tupleItem, tupleSize } from '../objects/tuple.ts';

export const at = (rt: Runtime, args: number, i: number): number => rt.mem.ld(args + 8 * i);

export function keyword(rt: Runtime, args: number, nargs: number, kw: number, name: string): number {
  for (let i = 0; kw !== 0 && i < tupleSize(rt, kw); i++) {
    if (textOf(rt, tupleItem(rt, kw, i)) === name) return at(rt, args, nargs + i);
  }
  return 0;
}

/** An object of `type` (int or a subclass) with the value of an int object; takes the int over. */
function asIntType(rt: Runtime, type: number, value: number): number {
  if (value === 0 || type === rt.types.int) return value;
  const big = I.toBig(rt, value);
  const o = allocate(rt, type, Math.max(1, I.digitsOf(big)));
  I.storeBig(rt, o, big);
  rt.decref(value);
  return o;
}

export const intNew: Call = (rt, type, args, nargs, kw) => {
  if (kw !== 0) needKeywordTable(rt, 'int', ['base']);
  const baseObject = nargs > 1 ? at(rt, args, 1) : keyword(rt, args, nargs, kw, 'base');
  if (nargs === 0) return asIntType(rt, type, I.newInt(rt, 0));
  return asIntType(rt, type, intFrom(rt, at(rt, args, 0), baseObject));
};

const INVALID_INT = 'invalid literal for int() with base %d: %.200R';

/** What `PyLong_FromString` says, of what it read; `PyLong_FromUnicodeObject` says it once more, of the text. Returns 0. */
function invalidLiteral(rt: Runtime, o: number, base: number): number {
  // The digits of an int that is given up again: no digit was read.
  rt.alloc.free(rt.alloc.malloc(28));
  const read = asciiDigits(textOf(rt, o));
  const copy = newStr(rt, read);
  E.formatError(rt, 'ValueError', INVALID_INT, base, quoted(read));
  rt.decref(copy);
  return 0;
}

/** What is not ASCII is read from a string that is. Models the frame of `PyLong_FromUnicodeObject`. */
function readingAscii<T>(rt: Runtime, o: number, read: () => T): T {
  const { width, length } = measure(textOf(rt, o));
  if (width === 0) return read();
  const block = rt.alloc.malloc(strBytes(0, length));
  const result = read();
  rt.alloc.free(block);
  return result;
}

/** The text is asked for as a buffer first; that refusal is forgotten again. Models `PyObject_GetBuffer`. */
function notBytes(rt: Runtime, o: number): void {
  E.formatError(rt, 'TypeError', "a bytes-like object is required, not '%.100s'", rt.tpName(rt.typeOf(o)));
  E.clearError(rt);
}

function intFrom(rt: Runtime, o: number, baseObject: number): number {
  if (isStr(rt, o)) {
    const base = baseObject === 0 ? 10 : A.asIndex(rt, baseObject, null);
    if (base === null) return 0;
    if (base !== 0 && (base < 2 || base > 36)) {
      return E.setError(rt, 'ValueError', 'int() base must be >= 2 and <= 36, or 0');
    }
    const read = parseInt36(textOf(rt, o), base);
    const result = readingAscii(rt, o, () => {
      if (read === null) return invalidLiteral(rt, o, base);
      if (read.value !== null) return intFromText(rt, read.value, read.digits, read.radix);
      return E.formatError(
        rt,
        'ValueError',
        'Exceeds the limit (%d digits) for integer string conversion: value has %zd digits; use sys.set_int_max_str_digits() to increase the limit',
        4300,
        read.digits,
      );
    });
    if (read !== null) return result;
    return E.formatError(rt, 'ValueError', INVALID_INT, base, quoted(textOf(rt, o)));
  }
  if (baseObject !== 0)
    return E.setError(rt, 'TypeError', "int() can't convert non-string with explicit base");
  const convert = rt.recordOf(o).toInt ?? rt.recordOf(o).index;
  if (convert !== null) return convert(rt, o);
  const name = rt.tpName(rt.typeOf(o));
  notBytes(rt, o);
  return E.formatError(
    rt,
    'TypeError',
    "int() argument must be a string, a bytes-like object or a real number, not '%.200s'",
    name,
  );
}

/** New reference to an exact float, 0 with an exception. Models `PyFloat_FromString`. */
function floatFromText(rt: Runtime, o: number): number {
  return readingAscii(rt, o, () => {
    const text = textOf(rt, o);
    const parsed = parseFloatText(text);
    if (parsed !== null) return newFloat(rt, parsed);
    // What PyOS_string_to_double says is said again with the whole text.
    E.formatError(rt, 'ValueError', "could not convert string to float: '%.200s'", asciiDigits(text));
    return E.formatError(rt, 'ValueError', 'could not convert string to float: %R', quoted(text));
  });
}

/** New reference to an exact float, 0 with an exception. Models `PyNumber_Float`. */
function floatFrom(rt: Runtime, o: number): number {
  if (isStr(rt, o)) return floatFromText(rt, o);
  if (rt.typeOf(o) === rt.types.float) return rt.incref(o);
  const convert = rt.recordOf(o).toFloat;
  if (convert !== null) {
    const made = convert(rt, o);
    if (made === 0 || rt.typeOf(made) === rt.types.float) return made;
    const exact = newFloat(rt, rt.mem.ldf(made + 16));
    rt.decref(made);
    return exact;
  }
  const name = rt.tpName(rt.typeOf(o));
  notBytes(rt, o);
  const message = "float() argument must be a string or a real number, not '%.200s'";
  return E.formatError(rt, 'TypeError', message, name);
}

export const floatNew: Call = (rt, type, args, nargs) => {
  const made = nargs === 0 ? newFloat(rt, 0) : floatFrom(rt, at(rt, args, 0));
  if (made === 0 || type === rt.types.float) return made;
  const o = allocate(rt, type, 0);
  rt.mem.stf(o + 16, rt.mem.ldf(made + 16));
  rt.decref(made);
  return o;
};

export const boolNew: Call = (rt, _type, args, nargs) => {
  if (!positional(rt, 'bool', nargs, 0, 1)) return 0;
  if (nargs === 0) return rt.bool(false);
  const truth = A.isTrue(rt, at(rt, args, 0));
  return truth < 0 ? 0 : rt.bool(truth === 1);
};
