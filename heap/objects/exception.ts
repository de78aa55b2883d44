/** Layout of exceptions. Models Objects/exceptions.c `BaseException_new`, `_clear`, `_dealloc`, `_repr`, `_str`. */
import * as H from './header.ts';
import type { Runtime } from './runtime.ts';
import { reprText, strText } from './text.ts';
import { trashBegin, trashEnd } from './trash.ts';
import { newTuple, tupleItem, tupleSize } from './tuple.ts';

export const EXC_DICT = 16;
export const EXC_ARGS = 24;
export const EXC_NOTES = 32;
export const EXC_TRACEBACK = 40;
export const EXC_CONTEXT = 48;
export const EXC_CAUSE = 56;
export const EXC_SUPPRESS = 64;
/** StopIteration.value, NameError.name, AttributeError.obj, SystemExit.code, ImportError.msg. */
export const EXC_FIRST = 72;
/** AttributeError.name, ImportError.name. */
export const EXC_SECOND = 80;

/** New exception that takes over the reference to its args tuple. */
export function newException(rt: Runtime, type: number, args: number): number {
  const m = rt.mem;
  const managed = (m.ld(type + H.TP_FLAGS) & H.FLAG_MANAGED_DICT) !== 0;
  const size = m.ld(type + H.TP_BASICSIZE);
  const o = rt.newCollectedAfter(type, size, managed ? 32 : 16);
  m.zero(o + 16, size - 16);
  m.st(o + EXC_ARGS, args === 0 ? newTuple(rt, 0) : args);
  rt.track(o);
  return o;
}

export function clearExceptionFields(rt: Runtime, o: number): void {
  const size = exceptionSize(rt, rt.typeOf(o));
  for (let at = 72; at < size; at += 8) rt.clearField(o + at);
  rt.clearField(o + EXC_DICT);
  rt.clearField(o + EXC_ARGS);
  rt.clearField(o + EXC_NOTES);
  rt.clearField(o + EXC_TRACEBACK);
  rt.clearField(o + EXC_CAUSE);
  rt.clearField(o + EXC_CONTEXT);
}

/** Size of the built-in part of an exception. */
export function exceptionSize(rt: Runtime, type: number): number {
  const m = rt.mem;
  let t = type;
  while (m.ld(t + H.TP_FLAGS) & H.FLAG_HEAP) t = m.ld(t + H.TP_BASE);
  return m.ld(t + H.TP_BASICSIZE);
}

export function exceptionDealloc(rt: Runtime, o: number): void {
  if (rt.isTracked(o)) rt.untrack(o);
  /* classes with fields of their own, and those of programs, do not count as a level here */
  const type = rt.typeOf(o);
  const level = (rt.mem.ld(type + H.TP_FLAGS) & H.FLAG_HEAP) === 0 && exceptionSize(rt, type) === EXC_FIRST;
  if (level && trashBegin(rt, o)) return;
  clearExceptionFields(rt, o);
  rt.deleteCollected(o);
  if (level) trashEnd(rt);
}

export function exceptionRepr(rt: Runtime, o: number): string | null {
  const args = rt.mem.ld(o + EXC_ARGS);
  const name = rt.typeName(rt.typeOf(o));
  if (tupleSize(rt, args) === 1) {
    const text = reprText(rt, tupleItem(rt, args, 0));
    return text === null ? null : `${name}(${text})`;
  }
  const text = reprText(rt, args);
  return text === null ? null : name + text;
}

export function exceptionStr(rt: Runtime, o: number): string | null {
  const args = rt.mem.ld(o + EXC_ARGS);
  const n = tupleSize(rt, args);
  if (n === 0) return '';
  if (n === 1) return strText(rt, tupleItem(rt, args, 0));
  return reprText(rt, args);
}

export function keyErrorStr(rt: Runtime, o: number): string | null {
  const args = rt.mem.ld(o + EXC_ARGS);
  if (tupleSize(rt, args) === 1) return reprText(rt, tupleItem(rt, args, 0));
  return exceptionStr(rt, o);
}
