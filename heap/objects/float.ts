/** Floats with their free list. Models Objects/floatobject.c `PyFloat_FromDouble`, `float_dealloc`, `float_repr`. */

import * as L from '../memory/layout.ts';
import { doubleHash, identityHash, setSmallHash } from './hash64.ts';
import * as H from './header.ts';
import type { Runtime } from './runtime.ts';

export const FLOAT_VALUE = 16;
const FREE_LIMIT = 100;

export function newFloat(rt: Runtime, value: number): number {
  const m = rt.mem;
  const head = rt.alloc.isolated ? 0 : m.ld(L.FREE_FLOATS);
  let o = head;
  if (head !== 0) {
    m.st(L.FREE_FLOATS, m.ld(head + H.OB_TYPE));
    m.st(L.FREE_FLOATS_LENGTH, m.ld(L.FREE_FLOATS_LENGTH) - 1);
    rt.initObject(o, rt.types.float);
  } else o = rt.newObject(rt.types.float, 24);
  m.stf(o + FLOAT_VALUE, value);
  return o;
}

export function floatValue(rt: Runtime, o: number): number {
  return rt.mem.ldf(o + FLOAT_VALUE);
}

export function floatDealloc(rt: Runtime, o: number): void {
  const m = rt.mem;
  const length = m.ld(L.FREE_FLOATS_LENGTH);
  if (length >= FREE_LIMIT || rt.alloc.isolated || rt.typeOf(o) !== rt.types.float) {
    rt.deleteObject(o);
    return;
  }
  m.serials[o >> 4] = 0;
  m.st(o + H.OB_TYPE, m.ld(L.FREE_FLOATS));
  m.st(L.FREE_FLOATS, o);
  m.st(L.FREE_FLOATS_LENGTH, length + 1);
}

export function floatText(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (value === Infinity) return 'inf';
  if (value === -Infinity) return '-inf';
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  const { sign, digits, exponent } = shortest(value);
  return sign + spread(digits, exponent);
}

/** Shortest digits that read back as the value, and the exponent of the first digit. */
export function shortest(value: number): { sign: string; digits: string; exponent: number } {
  const text = Math.abs(value).toExponential();
  const e = text.indexOf('e');
  return {
    sign: value < 0 || Object.is(value, -0) ? '-' : '',
    digits: text.slice(0, e).replace('.', ''),
    exponent: Number(text.slice(e + 1)),
  };
}

function spread(digits: string, exponent: number): string {
  if (exponent < -4 || exponent >= 16) {
    const mantissa = digits.length > 1 ? `${digits.slice(0, 1)}.${digits.slice(1)}` : digits;
    const size = String(Math.abs(exponent)).padStart(2, '0');
    return `${mantissa}e${exponent < 0 ? '-' : '+'}${size}`;
  }
  if (exponent < 0) return `0.${'0'.repeat(-exponent - 1)}${digits}`;
  if (digits.length <= exponent + 1) return `${digits}${'0'.repeat(exponent + 1 - digits.length)}.0`;
  return `${digits.slice(0, exponent + 1)}.${digits.slice(exponent + 1)}`;
}

/** Same hash as the int of equal value. */
export function floatHash(rt: Runtime, o: number): number {
  const low = rt.mem.ld(o + FLOAT_VALUE);
  const high = rt.mem.ld(o + FLOAT_VALUE + 4);
  if ((high & 0x7ff00000) !== 0x7ff00000) return doubleHash(rt, low, high);
  if ((high & 0xfffff) !== 0 || low !== 0) return identityHash(rt, o);
  return setSmallHash(rt, high < 0 ? -314159 : 314159);
}
