/**
 * Operators on constants, within the limits of size that keep folding harmless; null where CPython leaves the
 * operation to run time (it would raise, or be too large).
 *
 * Models Python/ast_opt.c `fold_binop`, `fold_unaryop`, `fold_subscr`, `safe_multiply`, `safe_power`, `safe_lshift`,
 * `safe_mod`, `check_complexity`.
 */

import type { Constant } from '../objects/code.ts';
import type { BinaryOperator, UnaryOperator } from './ast.ts';
import { boolConstant, bytesConstant, floatConstant, intConstant, strConstant } from './constants.ts';
import { floatPower, ratioToDouble } from './rational.ts';

const MAX_INT_SIZE = 128;
const MAX_COLLECTION_SIZE = 256;
const MAX_STR_SIZE = 4096;
const MAX_TOTAL_ITEMS = 1024;

export function isTrue(constant: Constant): boolean {
  switch (constant.kind) {
    case 'none':
      return false;
    case 'bool':
      return constant.value;
    case 'int':
      return constant.value !== 0 && constant.value !== 0n;
    case 'float':
      return constant.value !== 0;
    case 'complex':
      return constant.real !== 0 || constant.imag !== 0;
    case 'str':
    case 'bytes':
      return constant.value.length > 0;
    case 'tuple':
    case 'frozenset':
      return constant.items.length > 0;
    case 'ellipsis':
    case 'code':
      return true;
  }
}

/** The value of an int or bool, else null. */
function asInt(constant: Constant): bigint | null {
  if (constant.kind === 'int') return BigInt(constant.value);
  return constant.kind === 'bool' ? BigInt(constant.value) : null;
}

/** The value of a float, or of an int or bool that fits one, else null. */
function asFloat(constant: Constant): number | null {
  if (constant.kind === 'float') return constant.value;
  const integer = asInt(constant);
  if (integer === null) return null;
  const value = Number(integer);
  return Number.isFinite(value) ? value : null;
}

function numBits(value: bigint): number {
  return value === 0n ? 0 : (value < 0n ? -value : value).toString(2).length;
}

export function foldUnary(op: UnaryOperator, operand: Constant): Constant | null {
  if (op === 'not') return boolConstant(!isTrue(operand));
  const integer = asInt(operand);
  if (integer !== null) return intConstant(op === '~' ? ~integer : op === '-' ? -integer : integer);
  if (operand.kind === 'complex' && op !== '~')
    return op === '+' ? operand : { kind: 'complex', real: -operand.real, imag: -operand.imag };
  if (operand.kind !== 'float' || op === '~') return null;
  return floatConstant(op === '-' ? -operand.value : operand.value);
}

export function foldBinary(op: BinaryOperator, left: Constant, right: Constant): Constant | null {
  if (op === '@') return null;
  if (op === '*') return multiply(left, right);
  if (op === '%' && (left.kind === 'str' || left.kind === 'bytes')) return null;
  if (op === '+') {
    if (left.kind === 'str' && right.kind === 'str') return strConstant(left.value + right.value);
    if (left.kind === 'tuple' && right.kind === 'tuple')
      return { kind: 'tuple', items: [...left.items, ...right.items] };
    if (left.kind === 'bytes' && right.kind === 'bytes')
      return bytesConstant(Uint8Array.from([...left.value, ...right.value]));
  }
  if (left.kind === 'complex' || right.kind === 'complex') return complexes(op, left, right);
  const leftInt = asInt(left);
  const rightInt = asInt(right);
  if (leftInt !== null && rightInt !== null) {
    const bools = left.kind === 'bool' && right.kind === 'bool';
    if (bools && (op === '|' || op === '^' || op === '&')) {
      const value = op === '|' ? leftInt | rightInt : op === '^' ? leftInt ^ rightInt : leftInt & rightInt;
      return boolConstant(value !== 0n);
    }
    return integers(op, leftInt, rightInt);
  }
  const leftFloat = asFloat(left);
  const rightFloat = asFloat(right);
  return leftFloat === null || rightFloat === null ? null : floats(op, leftFloat, rightFloat);
}

/** Sums and differences, which write a complex number; the rest is left to run time. */
function complexes(op: BinaryOperator, left: Constant, right: Constant): Constant | null {
  if (op !== '+' && op !== '-') return null;
  const a = left.kind === 'complex' ? left : { real: asFloat(left), imag: 0 };
  const b = right.kind === 'complex' ? right : { real: asFloat(right), imag: 0 };
  if (a.real === null || b.real === null) return null;
  if (op === '+') return { kind: 'complex', real: a.real + b.real, imag: a.imag + b.imag };
  return { kind: 'complex', real: a.real - b.real, imag: a.imag - b.imag };
}

function integers(op: BinaryOperator, left: bigint, right: bigint): Constant | null {
  switch (op) {
    case '+':
      return intConstant(left + right);
    case '-':
      return intConstant(left - right);
    case '|':
      return intConstant(left | right);
    case '^':
      return intConstant(left ^ right);
    case '&':
      return intConstant(left & right);
    case '//':
      return right === 0n ? null : intConstant(floorDivide(left, right));
    case '%':
      return right === 0n ? null : intConstant(left - floorDivide(left, right) * right);
    case '/':
      return trueDivide(left, right);
    case '<<':
      if (right < 0n) return null;
      if (
        left !== 0n &&
        right !== 0n &&
        (right > MAX_INT_SIZE || numBits(left) > MAX_INT_SIZE - Number(right))
      )
        return null;
      return intConstant(left === 0n ? 0n : left << right);
    case '>>':
      if (right < 0n) return null;
      if (right > BigInt(MAX_STR_SIZE * 64)) return intConstant(left < 0n ? -1n : 0n);
      return intConstant(left >> right);
    case '**': {
      if (right < 0n) {
        const base = asFloat(intConstant(left));
        const exponent = asFloat(intConstant(right));
        return base === null || exponent === null ? null : floats('**', base, exponent);
      }
      if (left !== 0n && right > 0n) {
        if (right > 0xffffffffffffffffn || numBits(left) > MAX_INT_SIZE / Number(right)) return null;
        if (numBits(left) > Math.floor(MAX_INT_SIZE / Number(right))) return null;
      }
      return intConstant(left === 0n ? (right === 0n ? 1n : 0n) : left ** right);
    }
    case '*':
    case '@':
      return null;
  }
}

function floorDivide(left: bigint, right: bigint): bigint {
  const quotient = left / right;
  return left % right !== 0n && left < 0n !== right < 0n ? quotient - 1n : quotient;
}

function trueDivide(left: bigint, right: bigint): Constant | null {
  if (right === 0n) return null;
  const negative = left < 0n !== right < 0n;
  const magnitude = ratioToDouble(left < 0n ? -left : left, right < 0n ? -right : right);
  if (!Number.isFinite(magnitude)) return null;
  // 0 divided by a negative int is -0.0, as the sign is put on at the end.
  return floatConstant(left === 0n ? (negative || right < 0n ? -0 : 0) : negative ? -magnitude : magnitude);
}

function floats(op: BinaryOperator, left: number, right: number): Constant | null {
  switch (op) {
    case '+':
      return floatConstant(left + right);
    case '-':
      return floatConstant(left - right);
    case '*':
      return floatConstant(left * right);
    case '/':
      return right === 0 ? null : floatConstant(left / right);
    case '//':
      return right === 0 ? null : floatConstant(floatDivmod(left, right).quotient);
    case '%':
      return right === 0 ? null : floatConstant(floatDivmod(left, right).remainder);
    case '**': {
      if (left === 0 && right < 0) return null;
      if (left < 0 && Number.isFinite(left) && Number.isFinite(right) && !Number.isInteger(right))
        return null;
      if (left === 1 || right === 0) return floatConstant(1);
      if (!Number.isFinite(left) || !Number.isFinite(right)) {
        // C says that -1 to an infinite power is 1, JavaScript says NaN.
        if (left === -1 && !Number.isNaN(right)) return floatConstant(1);
        return floatConstant(left ** right);
      }
      const power = floatPower(left, right);
      return Number.isFinite(power) ? floatConstant(power) : null;
    }
    default:
      return null;
  }
}

/** Models Objects/floatobject.c `_float_div_mod`. */
export function floatDivmod(left: number, right: number): { quotient: number; remainder: number } {
  let remainder = left % right;
  let quotient = (left - remainder) / right;
  if (remainder !== 0) {
    if (right < 0 !== remainder < 0) {
      remainder += right;
      quotient -= 1;
    }
  } else remainder = right < 0 ? -0 : 0;
  if (quotient === 0)
    return { quotient: left / right < 0 || Object.is(left / right, -0) ? -0 : 0, remainder };
  let floor = Math.floor(quotient);
  if (quotient - floor > 0.5) floor += 1;
  return { quotient: floor, remainder };
}

function multiply(left: Constant, right: Constant): Constant | null {
  const leftInt = asInt(left);
  const rightInt = asInt(right);
  if (leftInt !== null && rightInt !== null) {
    if (leftInt !== 0n && rightInt !== 0n && numBits(leftInt) + numBits(rightInt) > MAX_INT_SIZE) return null;
    return intConstant(leftInt * rightInt);
  }
  if (leftInt !== null) {
    const repeated = repeat(right, leftInt);
    if (repeated !== undefined) return repeated;
  }
  if (rightInt !== null) {
    const repeated = repeat(left, rightInt);
    if (repeated !== undefined) return repeated;
  }
  const leftFloat = asFloat(left);
  const rightFloat = asFloat(right);
  return leftFloat === null || rightFloat === null ? null : floats('*', leftFloat, rightFloat);
}

/** A repetition count must fit a C ssize_t, even for an empty sequence. */
function fitsIndex(times: bigint): boolean {
  return times >= -(2n ** 63n) && times < 2n ** 63n;
}

/** A sequence times an int; undefined when it is no sequence. */
function repeat(sequence: Constant, times: bigint): Constant | null | undefined {
  if (sequence.kind === 'tuple') {
    const size = sequence.items.length;
    if (size === 0) return fitsIndex(times) ? sequence : null;
    if (times < 0n || times > MAX_COLLECTION_SIZE / size) return null;
    const count = Number(times);
    if (count > 0 && complexity(sequence, Math.floor(MAX_TOTAL_ITEMS / count)) < 0) return null;
    // tuple * 1 is the tuple itself.
    if (count === 1) return sequence;
    return { kind: 'tuple', items: Array.from({ length: count }, () => sequence.items).flat() };
  }
  if (sequence.kind === 'str') {
    const size = codePoints(sequence.value).length;
    if (size === 0) return fitsIndex(times) ? sequence : null;
    if (times < 0n || times > MAX_STR_SIZE / size) return null;
    return times === 1n ? sequence : strConstant(sequence.value.repeat(Number(times)));
  }
  if (sequence.kind === 'bytes') {
    const size = sequence.value.length;
    if (size === 0) return fitsIndex(times) ? sequence : null;
    if (times < 0n || times > MAX_STR_SIZE / size) return null;
    if (times === 1n) return sequence;
    return bytesConstant(
      Uint8Array.from(Array.from({ length: Number(times) }, () => [...sequence.value]).flat()),
    );
  }
  return undefined;
}

function complexity(constant: Constant, limit: number): number {
  if (constant.kind !== 'tuple' && constant.kind !== 'frozenset') return limit;
  let left = limit - constant.items.length;
  for (const item of constant.items) {
    if (left < 0) break;
    left = complexity(item, left);
  }
  return left;
}

export function codePoints(text: string): string[] {
  return Array.from(text);
}

export function foldSubscript(value: Constant, index: Constant): Constant | null {
  const position = asInt(index);
  if (position === null) return null;
  const at = (length: number): number | null => {
    const from = position < 0n ? position + BigInt(length) : position;
    return from >= 0n && from < BigInt(length) ? Number(from) : null;
  };
  if (value.kind === 'str') {
    const points = codePoints(value.value);
    const found = at(points.length);
    const point = found === null ? undefined : points[found];
    return point === undefined ? null : strConstant(point);
  }
  if (value.kind === 'bytes') {
    const found = at(value.value.length);
    const byte = found === null ? undefined : value.value[found];
    return byte === undefined ? null : intConstant(byte);
  }
  if (value.kind === 'tuple') {
    const found = at(value.items.length);
    return found === null ? null : (value.items[found] ?? null);
  }
  return null;
}
