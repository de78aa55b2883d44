/**
 * Interpreter frames: in the data stack while they run, inside a generator or a frame object otherwise.
 * Models Python/frame.c `_PyFrame_Clear`, `take_ownership`, `_PyFrame_MakeAndSetFrameObject`,
 * Objects/frameobject.c `frame_dealloc`, Python/traceback.c `PyTraceBack_Here`.
 */
import * as L from '../memory/layout.ts';
import type { CodeRecord } from './codeRecord.ts';
import { fetchError, restoreError } from './errors.ts';
import type { Runtime } from './runtime.ts';
import { trashBegin, trashEnd } from './trash.ts';

export const F_FUNCTION = 0;
export const F_GLOBALS = 8;
export const F_BUILTINS = 16;
export const F_LOCALS = 24;
export const F_CODE = 32;
export const F_OBJECT = 40;
export const F_PREVIOUS = 48;
/** Index of the instruction that runs or ran last, -1 before the first. */
export const F_LASTI = 56;
/** Number of local slots and stack items in use, valid while the frame does not run. */
export const F_STACKTOP = 64;
export const F_ENTRY = 68;
export const F_OWNER = 70;
export const F_SLOTS = 72;

export const OWNED_BY_GENERATOR = 1;
export const OWNED_BY_OBJECT = 2;

/* frame object */
export const FO_BACK = 16;
export const FO_FRAME = 24;
export const FO_DATA = 48;

/* generator object */
export const GEN_CODE = 16;
export const GEN_WEAKREFS = 24;
export const GEN_NAME = 32;
export const GEN_QUALNAME = 40;
/** The exception it handles and the item below while it runs. */
export const GEN_EXC = 48;
export const GEN_STATE = 72;
export const GEN_FRAME = 80;
export const CREATED = -2;
export const SUSPENDED = -1;
export const EXECUTING = 0;
export const COMPLETED = 1;
export const CLEARED = 4;

/* traceback */
export const TB_NEXT = 16;
export const TB_FRAME = 24;
export const TB_LASTI = 32;
export const TB_LINE = 36;

/* code object */
export const CODE_HANDLE = 16;
/** Calls and backward jumps so far, up to the 8 after which CPython specialises. */
export const CODE_WARM = 24;

export function codeOf(rt: Runtime, code: number): CodeRecord {
  return rt.codes.get(rt.mem.ld(code + CODE_HANDLE));
}

/** Room for a frame on the data stack; 0 = it is exhausted. */
export function pushFrame(rt: Runtime, slots: number): number {
  const m = rt.mem;
  const frame = m.ld(L.STACK_TOP);
  const end = frame + F_SLOTS + 8 * slots;
  if (end + 4096 > L.DATA_STACK_END) return 0;
  m.st(L.STACK_TOP, end);
  return frame;
}

/** Takes the function over; borrows locals. */
export function initFrame(rt: Runtime, frame: number, fn: number, locals: number, record: CodeRecord): void {
  const { i32 } = rt.mem;
  const code = i32[(fn + 48) >> 2] ?? 0;
  i32[code >> 2] = (i32[code >> 2] ?? 0) + 1;
  if (locals !== 0) i32[locals >> 2] = (i32[locals >> 2] ?? 0) + 1;
  const at = frame >> 2;
  i32[at] = fn;
  i32[at + F_GLOBALS / 4] = i32[(fn + 16) >> 2] ?? 0;
  i32[at + F_BUILTINS / 4] = i32[(fn + 24) >> 2] ?? 0;
  i32[at + F_LOCALS / 4] = locals;
  i32[at + F_CODE / 4] = code;
  i32[at + F_OBJECT / 4] = 0;
  i32[at + F_LASTI / 4] = -1;
  i32[at + F_STACKTOP / 4] = record.locals;
  i32[at + F_ENTRY / 4] = 0;
}

export function ownerOf(rt: Runtime, frame: number): number {
  return rt.mem.ldb(frame + F_OWNER);
}

/** New frame object for a frame, or the one it has (borrowed). Not tracked while the frame runs. */
export function frameObject(rt: Runtime, frame: number): number {
  const m = rt.mem;
  const present = m.ld(frame + F_OBJECT);
  if (present !== 0) return present;
  const error = fetchError(rt);
  const record = codeOf(rt, m.ld(frame + F_CODE));
  const o = rt.newCollected(rt.types.frame, FO_DATA + F_SLOTS + 8 * record.slots);
  m.st(o + FO_BACK, 0);
  m.st(o + FO_FRAME, frame);
  m.st(o + 32, 0);
  m.st(o + 40, 0);
  m.st(frame + F_OBJECT, o);
  restoreError(rt, error.type, error.value, error.traceback);
  return o;
}

/** Moves a frame out of the data stack; the unused halves of its words are left behind. */
export function copyFrame(rt: Runtime, to: number, from: number): void {
  const m = rt.mem;
  const end = F_SLOTS + 8 * m.ld(from + F_STACKTOP);
  for (let at = 0; at < end; at += 8) {
    m.st(to + at, m.ld(from + at));
    m.st(to + at + 4, 0);
  }
}

/** The frame ends while somebody holds its frame object: the object takes its contents. */
function takeOwnership(rt: Runtime, o: number, frame: number): void {
  const m = rt.mem;
  const data = o + FO_DATA;
  copyFrame(rt, data, frame);
  m.stb(data + F_OWNER, OWNED_BY_OBJECT);
  m.st(o + FO_FRAME, data);
  const previous = m.ld(data + F_PREVIOUS);
  m.st(data + F_PREVIOUS, 0);
  if (previous !== 0) m.st(o + FO_BACK, rt.incref(frameObject(rt, previous)));
  if (!rt.isTracked(o)) rt.track(o);
}

/** Releases everything a frame holds. Models `_PyFrame_Clear`. */
export function clearFrame(rt: Runtime, frame: number): void {
  const m = rt.mem;
  const o = m.ld(frame + F_OBJECT);
  if (o !== 0) {
    m.st(frame + F_OBJECT, 0);
    if (m.ld(o) > 1) {
      takeOwnership(rt, o, frame);
      rt.decref(o);
      return;
    }
    rt.decref(o);
  }
  const top = m.ld(frame + F_STACKTOP);
  for (let i = 0; i < top; i++) {
    const value = m.ld(frame + F_SLOTS + 8 * i);
    if (value !== 0) rt.decref(value);
  }
  rt.xdecref(m.ld(frame + F_LOCALS));
  rt.decref(m.ld(frame + F_FUNCTION));
  rt.decref(m.ld(frame + F_CODE));
}

export function frameDealloc(rt: Runtime, o: number): void {
  const m = rt.mem;
  if (rt.isTracked(o)) rt.untrack(o);
  if (trashBegin(rt, o)) return;
  let code = 0;
  const frame = m.ld(o + FO_FRAME);
  if (frame === o + FO_DATA) {
    code = m.ld(frame + F_CODE);
    m.st(frame + F_CODE, 0);
    rt.clearField(frame + F_FUNCTION);
    rt.clearField(frame + F_LOCALS);
    const top = m.ld(frame + F_STACKTOP);
    for (let i = 0; i < top; i++) rt.clearField(frame + F_SLOTS + 8 * i);
  }
  rt.clearField(o + FO_BACK);
  rt.deleteCollected(o);
  rt.xdecref(code);
  trashEnd(rt);
}

/** Line of an instruction, 1-based. */
export function lineOf(record: CodeRecord, instruction: number): number {
  for (let i = Math.max(0, instruction); i >= 0; i--) {
    const line = record.code.positions[4 * i] ?? -1;
    if (line > 0) return line;
  }
  return record.code.firstlineno;
}

/** Adds an entry for a running frame in front of the pending exception's traceback. */
export function addTraceback(rt: Runtime, frame: number): void {
  const m = rt.mem;
  const object = frameObject(rt, frame);
  const error = fetchError(rt);
  const o = rt.newCollected(rt.types.traceback, 40);
  m.st(o + TB_NEXT, error.traceback);
  m.st(o + TB_FRAME, rt.incref(object));
  m.st(o + TB_LASTI, m.ld(frame + F_LASTI));
  m.st(o + TB_LINE, lineOf(codeOf(rt, m.ld(frame + F_CODE)), m.ld(frame + F_LASTI)));
  rt.track(o);
  restoreError(rt, error.type, error.value, o);
}

export function tracebackDealloc(rt: Runtime, o: number): void {
  if (rt.isTracked(o)) rt.untrack(o);
  if (trashBegin(rt, o)) return;
  rt.xdecref(rt.mem.ld(o + TB_NEXT));
  rt.xdecref(rt.mem.ld(o + TB_FRAME));
  rt.deleteCollected(o);
  trashEnd(rt);
}

export function codeDealloc(rt: Runtime, o: number): void {
  const handle = rt.mem.ld(o + CODE_HANDLE);
  const record = rt.codes.get(handle);
  for (const tuple of record.tuples) rt.decref(tuple);
  const [kinds, locations, exceptions] = record.tables;
  rt.xdecref(kinds);
  rt.decref(record.nameObject);
  rt.decref(record.qualnameObject);
  rt.xdecref(locations);
  rt.xdecref(exceptions);
  rt.codes.drop(handle);
  rt.deleteObject(o);
}
