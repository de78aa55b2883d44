/** Generators. Models Objects/genobject.c `make_gen`, `gen_send_ex2`, `_gen_throw`, `gen_close`, `_PyGen_Finalize`. */
import * as L from '../memory/layout.ts';
import { callValues } from '../objects/call.ts';
import {
  clearError,
  errorMatches,
  fetchError,
  isExceptionClass,
  isExceptionInstance,
  normalizeError,
  recursionError,
  restoreError,
  setError,
  setErrorObject,
} from '../objects/errors.ts';
import { EXC_CAUSE, EXC_CONTEXT, EXC_FIRST, EXC_TRACEBACK } from '../objects/exception.ts';
import * as F from '../objects/frame.ts';
import { FN_CODE, FN_NAME, FN_QUALNAME } from '../objects/function.ts';
import * as H from '../objects/header.ts';
import { enterHost, HEAVY } from '../objects/nesting.ts';
import type { Runtime } from '../objects/runtime.ts';
import { reportIgnored } from '../objects/unraisable.ts';
import { clearWeakrefs } from '../objects/weakref.ts';
import { op } from './opcode.ts';

/** Takes a frame's contents over into a new generator; the frame on the data stack is done with. */
export function newGenerator(rt: Runtime, frame: number): number {
  const m = rt.mem;
  const fn = m.ld(frame + F.F_FUNCTION);
  const record = F.codeOf(rt, m.ld(fn + FN_CODE));
  const o = rt.newCollected(rt.types.generator, F.GEN_FRAME + F.F_SLOTS + 8 * record.slots);
  m.zero(o + 16, F.GEN_FRAME - 16);
  m.st(o + F.GEN_CODE, rt.incref(m.ld(fn + FN_CODE)));
  m.st(o + F.GEN_NAME, rt.incref(m.ld(fn + FN_NAME)));
  m.st(o + F.GEN_QUALNAME, rt.incref(m.ld(fn + FN_QUALNAME)));
  rt.track(o);
  const inner = o + F.GEN_FRAME;
  F.copyFrame(rt, inner, frame);
  m.st(inner + F.F_PREVIOUS, 0);
  m.st(inner + F.F_ENTRY, 0);
  m.stb(inner + F.F_OWNER, F.OWNED_BY_GENERATOR);
  const object = m.ld(inner + F.F_OBJECT);
  if (object !== 0) m.st(object + F.FO_FRAME, inner);
  m.st(o + F.GEN_STATE, F.CREATED);
  return o;
}

export interface Outcome {
  /** Yielded or returned value (owned), 0 = exception. */
  value: number;
  returned: boolean;
}

/** Runs until the next yield or the end. Takes a borrowed value to send (0 = none). */
/** What is thrown in comes in the context of what the generator handles. Models `_PyErr_ChainStackItem`. */
function chainToOwn(rt: Runtime, o: number): void {
  const handled = rt.mem.ld(o + F.GEN_EXC);
  if (handled === 0 || handled === rt.none || !rt.failed()) return;
  const error = fetchError(rt);
  setErrorObject(rt, error.type, error.value);
  rt.xdecref(error.type);
  rt.xdecref(error.value);
  rt.xdecref(error.traceback);
}

export function resume(rt: Runtime, o: number, value: number, thrown: boolean, outcome: Outcome): void {
  const m = rt.mem;
  const state = m.ld(o + F.GEN_STATE);
  const frame = o + F.GEN_FRAME;
  outcome.returned = false;
  outcome.value = 0;
  if (state === F.CREATED && value !== 0 && value !== rt.none) {
    setError(rt, 'TypeError', "can't send non-None value to a just-started generator");
    return;
  }
  if (state === F.EXECUTING) {
    setError(rt, 'ValueError', 'generator already executing');
    return;
  }
  if (state > F.EXECUTING) {
    if (!thrown) {
      outcome.returned = true;
      outcome.value = rt.newNone();
    }
    return;
  }
  const top = m.ld(frame + F.F_STACKTOP);
  m.st(frame + F.F_SLOTS + 8 * top, rt.incref(value === 0 ? rt.none : value));
  m.st(frame + F.F_STACKTOP, top + 1);
  m.st(o + F.GEN_EXC + 8, m.ld(L.EXC_INFO));
  m.st(L.EXC_INFO, o + F.GEN_EXC);
  m.st(o + F.GEN_STATE, F.EXECUTING);
  const tooDeep = m.ld(L.RECURSION) >= rt.recursionLimit ? recursionError(rt) === 0 : !enterHost(rt, 0);
  const raises = thrown || tooDeep;
  if (raises) chainToOwn(rt, o);
  rt.incref(o);
  if (raises) chainToHandled(rt);
  rt.hostDepth += HEAVY;
  const result = rt.evaluateFrame(rt, frame, raises);
  rt.hostDepth -= HEAVY;
  outcome.value = result;
  if (result !== 0) outcome.returned = m.ld(o + F.GEN_STATE) !== F.SUSPENDED;
  else if (errorMatches(rt, 'StopIteration')) {
    stopIterationInside(rt);
  }
  rt.decref(o);
}

/** What is thrown into an `except` block learns what is handled there. Models `_PyErr_ChainStackItem`. */
function chainToHandled(rt: Runtime): void {
  const handled = rt.mem.ld(rt.mem.ld(L.EXC_INFO));
  if (handled === 0 || handled === rt.none) return;
  const error = fetchError(rt);
  normalizeError(rt, error);
  setErrorObject(rt, error.type, error.value);
  const chained = fetchError(rt);
  rt.xdecref(chained.traceback);
  restoreError(rt, chained.type, chained.value, error.traceback);
  rt.decref(error.type);
  rt.xdecref(error.value);
}

/** A StopIteration that escapes becomes RuntimeError (PEP 479). */
function stopIterationInside(rt: Runtime): void {
  const cause = fetchError(rt);
  normalizeError(rt, cause);
  if (cause.traceback !== 0) {
    rt.clearField(cause.value + EXC_TRACEBACK);
    rt.mem.st(cause.value + EXC_TRACEBACK, cause.traceback);
  }
  rt.decref(cause.type);
  setError(rt, 'RuntimeError', 'generator raised StopIteration');
  const error = fetchError(rt);
  normalizeError(rt, error);
  rt.clearField(error.value + EXC_CAUSE);
  rt.clearField(error.value + EXC_CONTEXT);
  rt.mem.st(error.value + EXC_CAUSE, rt.incref(cause.value));
  rt.mem.st(error.value + EXC_CONTEXT, cause.value);
  restoreError(rt, error.type, error.value, error.traceback);
}

/** iternext: 0 at the end, with StopIteration set only if it carries a value. */
export function generatorNext(rt: Runtime, o: number): number {
  const outcome: Outcome = { value: 0, returned: false };
  resume(rt, o, 0, false, outcome);
  if (!outcome.returned) return outcome.value;
  if (outcome.value !== rt.none) setStopIteration(rt, outcome.value);
  rt.decref(outcome.value);
  return 0;
}

export function setStopIteration(rt: Runtime, value: number): void {
  const type = rt.types.exception('StopIteration');
  if (rt.typeOf(value) === rt.types.tuple || isExceptionInstance(rt, value)) {
    const made = callValues(rt, type, [value]);
    if (made === 0) return;
    setErrorObject(rt, type, made);
    rt.decref(made);
  } else setErrorObject(rt, type, value);
}

/** Value of a pending StopIteration (new reference), error cleared; 0 = another exception is pending. */
export function stopIterationValue(rt: Runtime): number {
  if (!rt.failed()) return rt.newNone();
  if (!errorMatches(rt, 'StopIteration')) return 0;
  const error = fetchError(rt);
  let value: number;
  if (error.value === 0) value = rt.newNone();
  else if (!isExceptionInstance(rt, error.value) && rt.typeOf(error.value) !== rt.types.tuple) {
    value = rt.incref(error.value);
  } else {
    normalizeError(rt, error);
    value = rt.incref(rt.mem.ld(error.value + EXC_FIRST) || rt.none);
  }
  rt.decref(error.type);
  rt.xdecref(error.value);
  rt.xdecref(error.traceback);
  return value;
}

export function send(rt: Runtime, o: number, value: number): number {
  const outcome: Outcome = { value: 0, returned: false };
  resume(rt, o, value, false, outcome);
  if (!outcome.returned) return outcome.value;
  if (outcome.value === rt.none) setErrorObject(rt, rt.types.exception('StopIteration'), 0);
  else setStopIteration(rt, outcome.value);
  rt.decref(outcome.value);
  return 0;
}

/**
 * One step of `yield from`: a value that was yielded, or the one returned; 0 = an exception is set. Takes the value sent
 * over. Models `PyIter_Send`: what a generator returns comes without an exception.
 */
export function sendStep(rt: Runtime, receiver: number, value: number): Outcome {
  const outcome: Outcome = { value: 0, returned: false };
  if (rt.typeOf(receiver) === rt.types.generator) resume(rt, receiver, value, false, outcome);
  else if (value === rt.none) {
    const step = rt.recordOf(receiver).next;
    outcome.value = step === null ? 0 : step(rt, receiver);
  } else outcome.value = rt.callMethod(rt, receiver, 'send', [value]);
  rt.decref(value);
  if (outcome.value === 0) {
    outcome.value = stopIterationValue(rt);
    outcome.returned = true;
  }
  return outcome;
}

/** What `yield from` waits for, borrowed, 0 = nothing. Models `_PyGen_yf`. */
export function delegate(rt: Runtime, o: number): number {
  const m = rt.mem;
  if (m.ld(o + F.GEN_STATE) !== F.SUSPENDED) return 0;
  const frame = o + F.GEN_FRAME;
  const record = F.codeOf(rt, m.ld(o + F.GEN_CODE));
  const next = m.ld(frame + F.F_LASTI) + 1;
  const word = record.ops[next] ?? 0;
  if ((word & 255) !== op.RESUME || word >> 8 < 2) return 0;
  return m.ld(frame + F.F_SLOTS + 8 * (m.ld(frame + F.F_STACKTOP) - 1));
}

/** New None, or 0 with an exception. */
export function close(rt: Runtime, o: number): number {
  const m = rt.mem;
  const inner = delegate(rt, o);
  if (inner !== 0) {
    rt.incref(inner);
    m.st(o + F.GEN_STATE, F.EXECUTING);
    const closed = rt.typeOf(inner) === rt.types.generator ? close(rt, inner) : rt.newNone();
    m.st(o + F.GEN_STATE, F.SUSPENDED);
    rt.decref(inner);
    if (closed !== 0) {
      rt.decref(closed);
      setErrorObject(rt, rt.types.exception('GeneratorExit'), 0);
    }
  } else setErrorObject(rt, rt.types.exception('GeneratorExit'), 0);
  const outcome: Outcome = { value: 0, returned: false };
  resume(rt, o, 0, true, outcome);
  if (outcome.value !== 0) {
    const returned = outcome.returned;
    rt.decref(outcome.value);
    if (returned) return rt.newNone();
    return setError(rt, 'RuntimeError', 'generator ignored GeneratorExit');
  }
  if (!rt.failed() || errorMatches(rt, 'StopIteration') || errorMatches(rt, 'GeneratorExit')) {
    clearError(rt);
    return rt.newNone();
  }
  return 0;
}

/** Raises an exception where the generator waits. Borrows type or instance and value. */
export function throwInto(rt: Runtime, o: number, type: number, value: number): number {
  const inner = delegate(rt, o);
  if (inner !== 0 && rt.typeOf(inner) === rt.types.generator) {
    rt.incref(inner);
    rt.mem.st(o + F.GEN_STATE, F.EXECUTING);
    const result = throwInto(rt, inner, type, value);
    rt.mem.st(o + F.GEN_STATE, F.SUSPENDED);
    rt.decref(inner);
    if (result !== 0) return result;
    const frame = o + F.GEN_FRAME;
    const top = rt.mem.ld(frame + F.F_STACKTOP) - 1;
    rt.mem.st(frame + F.F_STACKTOP, top);
    rt.decref(rt.mem.ld(frame + F.F_SLOTS + 8 * top));
    const stopped = rt.failed() && errorMatches(rt, 'StopIteration') ? stopIterationValue(rt) : 0;
    const outcome: Outcome = { value: 0, returned: false };
    if (stopped !== 0) {
      rt.mem.st(frame + F.F_LASTI, rt.mem.ld(frame + F.F_LASTI) + 1);
      resume(rt, o, stopped, false, outcome);
      rt.decref(stopped);
    } else resume(rt, o, 0, true, outcome);
    return finish(rt, outcome);
  }
  if (isExceptionClass(rt, type)) {
    setErrorObject(rt, type, value === rt.none ? 0 : value);
    // `_gen_throw` makes the instance before anything else happens.
    const error = fetchError(rt);
    normalizeError(rt, error);
    restoreError(rt, error.type, error.value, error.traceback);
  } else if (isExceptionInstance(rt, type)) setErrorObject(rt, rt.typeOf(type), type);
  else {
    const name = rt.tpName(rt.typeOf(type));
    return setError(
      rt,
      'TypeError',
      `exceptions must be classes or instances deriving from BaseException, not ${name}`,
    );
  }
  const outcome: Outcome = { value: 0, returned: false };
  resume(rt, o, 0, true, outcome);
  return finish(rt, outcome);
}

function finish(rt: Runtime, outcome: Outcome): number {
  if (!outcome.returned) return outcome.value;
  if (outcome.value === rt.none) setErrorObject(rt, rt.types.exception('StopIteration'), 0);
  else setStopIteration(rt, outcome.value);
  rt.decref(outcome.value);
  return 0;
}

/** Models `_PyGen_Finalize`: a suspended generator gets GeneratorExit. */
export function finalizeGenerator(rt: Runtime, o: number): void {
  const m = rt.mem;
  if (m.ld(o + F.GEN_STATE) >= F.COMPLETED) return;
  const flags = m.ld(o + H.GC_PREV);
  if (flags & H.PREV_FINALIZED) return;
  m.st(o + H.GC_PREV, flags | H.PREV_FINALIZED);
  if (rt.silent) return;
  const error = fetchError(rt);
  const result = close(rt, o);
  if (result === 0) reportIgnored(rt, o);
  else rt.decref(result);
  restoreError(rt, error.type, error.value, error.traceback);
}

export function generatorDealloc(rt: Runtime, o: number): void {
  const m = rt.mem;
  if (rt.isTracked(o)) rt.untrack(o);
  if (m.ld(o + F.GEN_WEAKREFS) !== 0) clearWeakrefs(rt, o, F.GEN_WEAKREFS);
  rt.track(o);
  m.st(o, 1);
  finalizeGenerator(rt, o);
  const count = m.ld(o) - 1;
  m.st(o, count);
  if (count > 0) return;
  rt.untrack(o);
  if (m.ld(o + F.GEN_STATE) < F.CLEARED) {
    const frame = o + F.GEN_FRAME;
    m.st(o + F.GEN_STATE, F.CLEARED);
    m.st(frame + F.F_PREVIOUS, 0);
    F.clearFrame(rt, frame);
  }
  rt.clearField(o + F.GEN_CODE);
  rt.clearField(o + F.GEN_NAME);
  rt.clearField(o + F.GEN_QUALNAME);
  rt.clearField(o + F.GEN_EXC);
  rt.deleteCollected(o);
}
