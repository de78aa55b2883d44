/**
 * Making constants and telling which of them CPython holds to be the same one.
 *
 * Models Objects/codeobject.c `_PyCode_ConstantKey` (the key under which constants are merged) and
 * `all_name_chars` (which strings are interned).
 */
import type { CodeObject, Constant, StrConstant } from '../objects/code.ts';

export const NONE: Constant = { kind: 'none' };
export const ELLIPSIS: Constant = { kind: 'ellipsis' };
export const TRUE: Constant = { kind: 'bool', value: true };
export const FALSE: Constant = { kind: 'bool', value: false };

export function boolConstant(value: boolean): Constant {
  return value ? TRUE : FALSE;
}

export function intConstant(value: number | bigint): Constant {
  if (typeof value === 'number') return { kind: 'int', value };
  const small = value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER);
  return { kind: 'int', value: small ? Number(value) : value };
}

export function floatConstant(value: number): Constant {
  return { kind: 'float', value };
}

export function isNameLike(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const letter = (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90);
    if (!letter && !(unit >= 48 && unit <= 57) && unit !== 95) return false;
  }
  return true;
}

export function strConstant(value: string): StrConstant {
  return { kind: 'str', value, interned: isNameLike(value) };
}

export function bytesConstant(value: Uint8Array): Constant {
  return { kind: 'bytes', value };
}

function signed(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

/** Merges constants of one compilation: `c_const_cache` of Python/compile.c. */
export class ConstantCache {
  readonly #byKey = new Map<string, Constant>();
  readonly #keys = new Map<Constant, string>();
  #unique = 0;

  /** Two constants with equal keys are one object in a code object. */
  key(constant: Constant): string {
    const known = this.#keys.get(constant);
    if (known !== undefined) return known;
    const key = this.#makeKey(constant);
    this.#keys.set(constant, key);
    return key;
  }

  #makeKey(constant: Constant): string {
    switch (constant.kind) {
      case 'none':
        return 'N';
      case 'ellipsis':
        return 'E';
      case 'bool':
        return constant.value ? 'T' : 'F';
      case 'int':
        return `i${constant.value}`;
      case 'float':
        // NaN is unequal even to itself, and -0.0 is kept apart from 0.0.
        if (Number.isNaN(constant.value)) return `n${this.#unique++}`;
        return Object.is(constant.value, -0) ? 'f-0' : `f${constant.value}`;
      case 'complex':
        return `z${signed(constant.real)},${signed(constant.imag)}`;
      case 'str':
        return `s${constant.value.length}:${constant.value}`;
      case 'bytes':
        return `b${constant.value.join(',')}`;
      case 'tuple':
        return `(${constant.items.map((item) => this.key(item)).join(',')})`;
      case 'frozenset':
        return `{${constant.items
          .map((item) => this.key(item))
          .sort()
          .join(',')}}`;
      case 'code':
        return `c${this.#codeKey(constant.code)}`;
    }
  }

  /** Models Objects/codeobject.c `code_richcompare`. */
  #codeKey(code: CodeObject): string {
    return [
      code.name,
      code.argcount,
      code.posonlyargcount,
      code.kwonlyargcount,
      code.flags,
      code.firstlineno,
      code.code.join(' '),
      code.consts.map((item) => this.key(item)).join(','),
      code.names.join(','),
      code.localsplus.map((slot) => `${slot.name}${slot.kind}`).join(','),
      code.positions.join(' '),
      JSON.stringify(code.exceptions),
    ].join('|');
  }

  /** Models Python/compile.c `merge_const_one`. */
  mergeOne(constant: Constant): Constant {
    const key = this.key(constant);
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    this.#byKey.set(key, constant);
    return constant;
  }

  /**
   * Models Python/compile.c `merge_consts_recursive`: the items of a new tuple or set are merged too. A tuple is
   * changed in place there; and so it is here.
   */
  merge(constant: Constant): Constant {
    if (constant.kind === 'none') return NONE;
    if (constant.kind === 'ellipsis') return ELLIPSIS;
    const key = this.key(constant);
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    this.#byKey.set(key, constant);
    if (constant.kind === 'tuple') {
      const items = constant.items;
      for (let i = 0; i < items.length; i++) {
        const item = items[i];
        if (item !== undefined) items[i] = this.merge(item);
      }
    } else if (constant.kind === 'frozenset' && constant.items.length > 0) {
      const fresh: Constant = { kind: 'frozenset', items: constant.items.map((item) => this.merge(item)) };
      this.#keys.set(fresh, key);
      this.#byKey.set(key, fresh);
      return fresh;
    }
    return constant;
  }
}
