/**
 * The evaluation loop: CPython 3.11 bytecode over operand stacks that lie in linear memory and own their references.
 * Models Python/ceval.c `_PyEval_EvalFrameDefault`. Calls between Python functions do not recurse in the host.
 *
 * For speed the frequent instructions stand here as they are, with memory in a local variable: `i32` is good until
 * something is called that may allocate or release, after that only `m.ld` and `m.st` are; each instruction reads it
 * anew. Cases are numbers so that the switch becomes a jump table; their names stand behind them. Fuel is paid where
 * control leaves a straight stretch, one unit per instruction. That is why this file is as long as it is: the loop is one
 * function, whose variables an instruction in another file would have to be given and to give back.
 */
import * as L from '../memory/layout.ts';
import * as A from '../objects/abstract.ts';
import { callFromCode } from '../objects/call.ts';
import { METHOD_FUNCTION, METHOD_SELF } from '../objects/callable.ts';
import { CACHE_SHIFT } from '../objects/codeRecord.ts';
import { setStr } from '../objects/dict.ts';
import { DK_ENTRIES } from '../objects/dictKeys.ts';
import { addToOrder } from '../objects/dictValues.ts';
import * as F from '../objects/frame.ts';
import { CELL_CONTENT } from '../objects/function.ts';
import * as H from '../objects/header.ts';
import { INT_DIGITS, newInt } from '../objects/int.ts';
import { listNext, rangeNext } from '../objects/iterators.ts';
import { appendOwned, LIST_ITEMS, newList } from '../objects/list.ts';
import type { Runtime } from '../objects/runtime.ts';
import { newTuple } from '../objects/tuple.ts';
import { binaryOperation, joinInPlace, joinsInPlace, WARM } from './evalBinary.ts';
import * as C from './evalCaches.ts';
import { unboundDeref, unboundLocal } from './evalCells.ts';
import { compareInCode, leadsToJump } from './evalCompare.ts';
import { frameForCall } from './evalcall.ts';
import { loadName, nameError } from './evalNames.ts';
import { unpack } from './evalUnpack.ts';
import { leaveFrame, unwind } from './evalUnwind.ts';
import { newGenerator, sendStep } from './generator.ts';
import { INSTRUCTIONS } from './instructions.ts';

/* Copies: the host's compiler takes constants of this module for what they are, and reads imported ones each time. */
const F_LASTI = F.F_LASTI;
const F_STACKTOP = F.F_STACKTOP;
const F_SLOTS = F.F_SLOTS;
const F_CODE = F.F_CODE;
const F_GLOBALS = F.F_GLOBALS;
const F_LOCALS = F.F_LOCALS;
const OB_TYPE = H.OB_TYPE;
const OB_SIZE = H.OB_SIZE;
const MANAGED_VALUES = H.MANAGED_VALUES;
const HT_CACHED_KEYS = H.HT_CACHED_KEYS;
const CODE_WARM = F.CODE_WARM;
const IN_VALUES = C.IN_VALUES;
const IN_SLOT = C.IN_SLOT;
const PLAIN_METHOD = C.PLAIN_METHOD;
const SHARED_METHOD = C.SHARED_METHOD;
const SHIFT = CACHE_SHIFT;
const ENTRIES = DK_ENTRIES;
const DIGITS = INT_DIGITS;
const ITEMS = LIST_ITEMS;
const CONTENT = CELL_CONTENT;
const RECURSION = L.RECURSION >> 2;

/** Frames entered and jumps back after which the loop is entered anew, so that the host runs its best version of it. */
const STRETCH = 4096;

/** Runs a frame to its end or next yield: result (new reference) or 0. */
export function evaluate(rt: Runtime, entry: number, thrown: boolean): number {
  const m = rt.mem;
  let frame = entry;
  m.st(frame + F.F_PREVIOUS, m.ld(L.CURRENT_FRAME));
  m.st(L.CURRENT_FRAME, frame);
  m.st(L.RECURSION, m.ld(L.RECURSION) + 1);
  m.stb(frame + F.F_ENTRY, 1);
  if (thrown) {
    const top = frame + F.F_SLOTS + 8 * m.ld(frame + F.F_STACKTOP);
    frame = unwind(rt, frame, top, m.ld(frame + F.F_LASTI));
    if (frame === 0) return 0;
  }
  for (;;) {
    const value = run(rt, frame);
    frame = rt.unfinished;
    if (frame === 0) return value;
    rt.unfinished = 0;
  }
}

/** The same for a stretch; rt.unfinished = the frame that has to go on, 0 = the entry frame was left. */
function run(rt: Runtime, first: number): number {
  const m = rt.mem;
  const { types, true_, false_, none } = rt;
  const { int: INT, function: FUNCTION } = types;
  const watch = rt.watchInstruction;
  const deepest = rt.recursionLimit;
  let frame = first;
  let left = STRETCH;
  /** What the frame that goes on finds on its stack: the result of a call. */
  let result = 0;
  let kw = 0;

  /* once for each frame that is entered or gone back to */
  frames: for (;;) {
    const record = F.codeOf(rt, m.ld(frame + F_CODE));
    const { ops, consts, names, caches } = record;
    const slots = (frame + F_SLOTS) | 0;
    let sp = (slots + (m.ld(frame + F_STACKTOP) << 3)) | 0;
    let pc = (m.ld(frame + F_LASTI) + 1) | 0;
    /** Instructions from here on are not paid for yet. */
    let unpaid = pc;
    if (result !== 0) {
      m.st(sp, result);
      sp = (sp + 8) | 0;
      result = 0;
    }

    for (;;) {
      const { i32 } = m;
      i32[(frame + F_LASTI) >> 2] = pc;
      if (watch !== null) watch(pc, slots + 8 * record.locals, sp);
      const word = ops[pc] ?? 0;
      const arg = word >> 8;
      pc = (pc + 1) | 0;
      switch (word & 255) {
        case 9: // NOP
          continue;
        case 151: // RESUME
          warmUp(i32, i32[(frame + F_CODE) >> 2] ?? 0);
          continue;
        case 124: {
          // LOAD_FAST
          const value = i32[(slots + (arg << 3)) >> 2] ?? 0;
          if (value === 0) {
            unboundLocal(rt, frame, arg);
            break;
          }
          i32[value >> 2] = (i32[value >> 2] ?? 0) + 1;
          i32[sp >> 2] = value;
          sp = (sp + 8) | 0;
          continue;
        }
        case 125: {
          // STORE_FAST
          sp = (sp - 8) | 0;
          const at = (slots + (arg << 3)) >> 2;
          const old = i32[at] ?? 0;
          i32[at] = i32[sp >> 2] ?? 0;
          if (old !== 0) rt.decref(old);
          continue;
        }
        case 100: {
          // LOAD_CONST
          const value = consts[arg] ?? 0;
          i32[value >> 2] = (i32[value >> 2] ?? 0) + 1;
          i32[sp >> 2] = value;
          sp = (sp + 8) | 0;
          continue;
        }
        case 101: {
          // LOAD_NAME
          const name = names[arg] ?? 0;
          const value = loadName(rt, frame, name);
          if (value === 0) {
            if (!rt.failed()) nameError(rt, name);
            break;
          }
          m.st(sp, rt.incref(value));
          sp = (sp + 8) | 0;
          continue;
        }
        case 116: {
          // LOAD_GLOBAL
          const name = names[arg >> 1] ?? 0;
          const at = (pc - 1) << SHIFT;
          let value =
            caches[at] === 1 ? C.entryValue(i32, i32[(frame + F_GLOBALS) >> 2] ?? 0, name, caches, at) : 0;
          if (value === 0) {
            value = C.globalThrough(rt, frame, name, caches, at);
            if (value === 0) {
              if (!rt.failed()) nameError(rt, name);
              break;
            }
          }
          if (arg & 1) {
            m.st(sp, 0);
            sp = (sp + 8) | 0;
          }
          m.st(value, m.ld(value) + 1);
          m.st(sp, value);
          sp = (sp + 8) | 0;
          continue;
        }
        case 90: {
          // STORE_NAME
          sp = (sp - 8) | 0;
          const value = i32[sp >> 2] ?? 0;
          const status = setStr(rt, i32[(frame + F_LOCALS) >> 2] ?? 0, names[arg] ?? 0, value);
          rt.decref(value);
          if (status < 0) break;
          continue;
        }
        case 137: {
          // LOAD_DEREF
          const cell = i32[(slots + (arg << 3)) >> 2] ?? 0;
          const value = i32[(cell + CONTENT) >> 2] ?? 0;
          if (value === 0) {
            unboundDeref(rt, frame, arg);
            break;
          }
          i32[value >> 2] = (i32[value >> 2] ?? 0) + 1;
          i32[sp >> 2] = value;
          sp = (sp + 8) | 0;
          continue;
        }
        case 1: // POP_TOP
          sp = (sp - 8) | 0;
          rt.decref(i32[sp >> 2] ?? 0);
          continue;
        case 2: // PUSH_NULL
          i32[sp >> 2] = 0;
          sp = (sp + 8) | 0;
          continue;
        case 120: {
          // COPY
          const value = i32[(sp - (arg << 3)) >> 2] ?? 0;
          if (value !== 0) i32[value >> 2] = (i32[value >> 2] ?? 0) + 1;
          i32[sp >> 2] = value;
          sp = (sp + 8) | 0;
          continue;
        }
        case 99: {
          // SWAP
          const top = i32[(sp - 8) >> 2] ?? 0;
          i32[(sp - 8) >> 2] = i32[(sp - (arg << 3)) >> 2] ?? 0;
          i32[(sp - (arg << 3)) >> 2] = top;
          continue;
        }
        case 12: {
          // UNARY_NOT
          const value = i32[(sp - 8) >> 2] ?? 0;
          const truth = A.isTrue(rt, value);
          rt.decref(value);
          if (truth < 0) {
            sp = (sp - 8) | 0;
            break;
          }
          m.st(sp - 8, rt.bool(truth === 0));
          continue;
        }
        case 122: {
          // BINARY_OP
          const right = i32[(sp - 8) >> 2] ?? 0;
          const left = i32[(sp - 16) >> 2] ?? 0;
          let value = 0;
          if (
            (arg === 0 || arg === 10 || arg === 13 || arg === 23) &&
            i32[(left + OB_TYPE) >> 2] === INT &&
            i32[(right + OB_TYPE) >> 2] === INT &&
            small(i32[(left + OB_SIZE) >> 2] ?? 0) &&
            small(i32[(right + OB_SIZE) >> 2] ?? 0) &&
            ((i32[RECURSION] ?? 0) < deepest || leadsToJump(ops[pc] ?? 0))
          ) {
            const x = Math.imul(i32[(left + OB_SIZE) >> 2] ?? 0, i32[(left + DIGITS) >> 2] ?? 0);
            const y = Math.imul(i32[(right + OB_SIZE) >> 2] ?? 0, i32[(right + DIGITS) >> 2] ?? 0);
            value = newInt(rt, arg === 0 || arg === 13 ? x + y : x - y);
          } else if (joinsInPlace(rt, frame, ops[pc] ?? 0, left, right, arg)) {
            joinInPlace(rt, slots + 8 * ((ops[pc] ?? 0) >> 8), left, right);
            sp = (sp - 16) | 0;
            pc = (pc + 1) | 0;
            unpaid = (unpaid + 1) | 0;
            continue;
          } else value = binaryOperation(rt, left, right, arg);
          rt.decref(left);
          rt.decref(right);
          sp = (sp - 8) | 0;
          if (value === 0) {
            sp = (sp - 8) | 0;
            break;
          }
          m.st(sp - 8, value);
          continue;
        }
        case 107: {
          // COMPARE_OP
          const right = i32[(sp - 8) >> 2] ?? 0;
          const left = i32[(sp - 16) >> 2] ?? 0;
          sp = (sp - 8) | 0;
          let value: number;
          if (
            i32[(left + OB_TYPE) >> 2] === INT &&
            i32[(right + OB_TYPE) >> 2] === INT &&
            small(i32[(left + OB_SIZE) >> 2] ?? 0) &&
            small(i32[(right + OB_SIZE) >> 2] ?? 0) &&
            ((i32[RECURSION] ?? 0) < deepest || leadsToJump(ops[pc] ?? 0))
          ) {
            const x = Math.imul(i32[(left + OB_SIZE) >> 2] ?? 0, i32[(left + DIGITS) >> 2] ?? 0);
            const y = Math.imul(i32[(right + OB_SIZE) >> 2] ?? 0, i32[(right + DIGITS) >> 2] ?? 0);
            /* bit 0: less, 1: equal, 2: greater; the operators are <, <=, ==, !=, >, >= */
            const outcome = x < y ? 1 : x === y ? 2 : 4;
            value = ((0x645231 >> (arg << 2)) & outcome) !== 0 ? true_ : false_;
            i32[value >> 2] = (i32[value >> 2] ?? 0) + 1;
          } else value = compareInCode(rt, left, right, arg, ops[pc] ?? 0);
          rt.decref(left);
          rt.decref(right);
          if (value === 0) {
            sp = (sp - 8) | 0;
            break;
          }
          m.st(sp - 8, value);
          continue;
        }
        case 117: {
          // IS_OP
          const right = i32[(sp - 8) >> 2] ?? 0;
          const left = i32[(sp - 16) >> 2] ?? 0;
          sp = (sp - 8) | 0;
          m.st(sp - 8, rt.bool((left === right) !== (arg === 1)));
          rt.decref(left);
          rt.decref(right);
          continue;
        }
        case 118: {
          // CONTAINS_OP
          const right = i32[(sp - 8) >> 2] ?? 0;
          const left = i32[(sp - 16) >> 2] ?? 0;
          const truth = A.contains(rt, right, left);
          rt.decref(left);
          rt.decref(right);
          sp = (sp - 8) | 0;
          if (truth < 0) {
            sp = (sp - 8) | 0;
            break;
          }
          m.st(sp - 8, rt.bool((truth === 1) !== (arg === 1)));
          continue;
        }
        case 25: {
          // BINARY_SUBSCR
          const key = i32[(sp - 8) >> 2] ?? 0;
          const container = i32[(sp - 16) >> 2] ?? 0;
          const value = A.getItem(rt, container, key);
          rt.decref(container);
          rt.decref(key);
          sp = (sp - 8) | 0;
          if (value === 0) {
            sp = (sp - 8) | 0;
            break;
          }
          m.st(sp - 8, value);
          continue;
        }
        case 60: {
          // STORE_SUBSCR
          const key = i32[(sp - 8) >> 2] ?? 0;
          const container = i32[(sp - 16) >> 2] ?? 0;
          const value = i32[(sp - 24) >> 2] ?? 0;
          sp = (sp - 24) | 0;
          const status = A.setItem(rt, container, key, value);
          rt.decref(value);
          rt.decref(container);
          rt.decref(key);
          if (status < 0) break;
          continue;
        }
        case 106: {
          // LOAD_ATTR
          const owner = i32[(sp - 8) >> 2] ?? 0;
          const at = (pc - 1) << SHIFT;
          let value = 0;
          if (caches[at] === i32[(owner + OB_TYPE) >> 2] && caches[at + 1] === rt.typeEpoch) {
            const place = caches[at + 2] ?? 0;
            if (caches[at + 3] === IN_VALUES) {
              const values = i32[(owner + MANAGED_VALUES) >> 2] ?? 0;
              if (values !== 0) value = i32[(values + (place << 3)) >> 2] ?? 0;
            } else value = i32[(owner + place) >> 2] ?? 0;
          }
          if (value !== 0) i32[value >> 2] = (i32[value >> 2] ?? 0) + 1;
          else value = C.loadAttribute(rt, owner, names[arg] ?? 0, caches, at);
          rt.decref(owner);
          if (value === 0) {
            sp = (sp - 8) | 0;
            break;
          }
          m.st(sp - 8, value);
          continue;
        }
        case 160: {
          // LOAD_METHOD
          const owner = i32[(sp - 8) >> 2] ?? 0;
          const type = i32[(owner + OB_TYPE) >> 2] ?? 0;
          const at = (pc - 1) << SHIFT;
          if (caches[at] === type && caches[at + 1] === rt.typeEpoch) {
            const kind = caches[at + 3] ?? 0;
            if (
              kind === PLAIN_METHOD ||
              (i32[(owner + MANAGED_VALUES) >> 2] !== 0 &&
                i32[((i32[(type + HT_CACHED_KEYS) >> 2] ?? 0) + ENTRIES) >> 2] === kind - SHARED_METHOD)
            ) {
              const method = caches[at + 2] ?? 0;
              i32[method >> 2] = (i32[method >> 2] ?? 0) + 1;
              i32[(sp - 8) >> 2] = method;
              i32[sp >> 2] = owner;
              sp = (sp + 8) | 0;
              continue;
            }
          }
          const method = C.loadMethod(rt, owner, names[arg] ?? 0, caches, at);
          if (method === 0) {
            rt.decref(owner);
            sp = (sp - 8) | 0;
            break;
          }
          if (rt.foundMethod.unbound) {
            m.st(sp - 8, method);
            m.st(sp, owner);
          } else {
            m.st(sp - 8, 0);
            rt.decref(owner);
            m.st(sp, method);
          }
          sp = (sp + 8) | 0;
          continue;
        }
        case 95: {
          // STORE_ATTR
          const owner = i32[(sp - 8) >> 2] ?? 0;
          const value = i32[(sp - 16) >> 2] ?? 0;
          const at = (pc - 1) << SHIFT;
          sp = (sp - 16) | 0;
          if (
            caches[at] === i32[(owner + OB_TYPE) >> 2] &&
            caches[at + 1] === rt.typeEpoch &&
            (caches[at + 3] === IN_SLOT || i32[(owner + MANAGED_VALUES) >> 2] !== 0)
          ) {
            const place = caches[at + 2] ?? 0;
            const values = i32[(owner + MANAGED_VALUES) >> 2] ?? 0;
            const field = caches[at + 3] === IN_SLOT ? owner + place : values + (place << 3);
            const old = i32[field >> 2] ?? 0;
            i32[field >> 2] = value;
            if (old !== 0) {
              i32[value >> 2] = (i32[value >> 2] ?? 0) + 1;
              rt.decref(old);
              rt.decref(value);
            } else if (caches[at + 3] !== IN_SLOT) addToOrder(rt, values, place);
            rt.decref(owner);
            continue;
          }
          const status = C.storeAttribute(rt, owner, names[arg] ?? 0, value, caches, at);
          rt.decref(value);
          rt.decref(owner);
          if (status < 0) break;
          continue;
        }
        case 102: {
          // BUILD_TUPLE
          const tuple = newTuple(rt, arg);
          sp = (sp - (arg << 3)) | 0;
          for (let i = 0; i < arg; i++) m.st(tuple + 24 + 8 * i, m.ld(sp + (i << 3)));
          m.st(sp, tuple);
          sp = (sp + 8) | 0;
          continue;
        }
        case 103: {
          // BUILD_LIST
          const list = newList(rt, arg);
          sp = (sp - (arg << 3)) | 0;
          const items = m.ld(list + ITEMS);
          for (let i = 0; i < arg; i++) m.st(items + 8 * i, m.ld(sp + (i << 3)));
          m.st(sp, list);
          sp = (sp + 8) | 0;
          continue;
        }
        case 145: {
          // LIST_APPEND
          sp = (sp - 8) | 0;
          appendOwned(rt, i32[(sp - (arg << 3)) >> 2] ?? 0, i32[sp >> 2] ?? 0);
          continue;
        }
        case 92: {
          // UNPACK_SEQUENCE
          sp = (sp - 8) | 0;
          const value = i32[sp >> 2] ?? 0;
          const type = i32[(value + OB_TYPE) >> 2] ?? 0;
          /* once the code is warm, the instruction is specialised for what it saw first */
          if (
            (type === types.tuple || type === types.list) &&
            i32[(value + OB_SIZE) >> 2] === arg &&
            (i32[((i32[(frame + F_CODE) >> 2] ?? 0) + CODE_WARM) >> 2] ?? 0) >= WARM
          ) {
            const items = type === types.tuple ? value + 24 : (i32[(value + ITEMS) >> 2] ?? 0);
            for (let i = arg - 1; i >= 0; i--) {
              const item = i32[(items + (i << 3)) >> 2] ?? 0;
              i32[item >> 2] = (i32[item >> 2] ?? 0) + 1;
              i32[sp >> 2] = item;
              sp = (sp + 8) | 0;
            }
            rt.decref(value);
            continue;
          }
          const ok = unpack(rt, value, arg, -1, sp);
          rt.decref(value);
          if (!ok) break;
          sp = (sp + (arg << 3)) | 0;
          continue;
        }
        case 110: // JUMP_FORWARD
        case 134: // JUMP_BACKWARD_NO_INTERRUPT
          rt.work(pc - unpaid);
          pc = unpaid = arg;
          continue;
        case 140: // JUMP_BACKWARD
          warmUp(i32, i32[(frame + F_CODE) >> 2] ?? 0);
          rt.work(pc - unpaid);
          pc = unpaid = arg;
          if (--left > 0) continue;
          i32[(frame + F_LASTI) >> 2] = pc - 1;
          i32[(frame + F_STACKTOP) >> 2] = (sp - slots) >> 3;
          rt.unfinished = frame;
          return 0;
        case 114: // POP_JUMP_FORWARD_IF_FALSE
        case 175: {
          // POP_JUMP_BACKWARD_IF_FALSE
          sp = (sp - 8) | 0;
          const value = i32[sp >> 2] ?? 0;
          const truth = value === true_ ? 1 : value === false_ ? 0 : A.isTrue(rt, value);
          rt.decref(value);
          if (truth < 0) break;
          if (truth === 1) continue;
          rt.work(pc - unpaid);
          pc = unpaid = arg;
          continue;
        }
        case 115: // POP_JUMP_FORWARD_IF_TRUE
        case 176: {
          // POP_JUMP_BACKWARD_IF_TRUE
          sp = (sp - 8) | 0;
          const value = i32[sp >> 2] ?? 0;
          const truth = value === true_ ? 1 : value === false_ ? 0 : A.isTrue(rt, value);
          rt.decref(value);
          if (truth < 0) break;
          if (truth === 0) continue;
          rt.work(pc - unpaid);
          pc = unpaid = arg;
          continue;
        }
        case 128: // POP_JUMP_FORWARD_IF_NOT_NONE
        case 173: // POP_JUMP_BACKWARD_IF_NOT_NONE
        case 129: // POP_JUMP_FORWARD_IF_NONE
        case 174: {
          // POP_JUMP_BACKWARD_IF_NONE
          sp = (sp - 8) | 0;
          const value = i32[sp >> 2] ?? 0;
          rt.decref(value);
          const wanted = (word & 255) === 129 || (word & 255) === 174;
          if ((value === none) !== wanted) continue;
          rt.work(pc - unpaid);
          pc = unpaid = arg;
          continue;
        }
        case 111: // JUMP_IF_FALSE_OR_POP
        case 112: {
          // JUMP_IF_TRUE_OR_POP
          const value = i32[(sp - 8) >> 2] ?? 0;
          const truth = A.isTrue(rt, value);
          if (truth < 0) break;
          if ((truth === 1) === ((word & 255) === 112)) {
            rt.work(pc - unpaid);
            pc = unpaid = arg;
          } else {
            sp = (sp - 8) | 0;
            rt.decref(value);
          }
          continue;
        }
        case 68: // GET_ITER
        case 69: {
          // GET_YIELD_FROM_ITER
          const iterable = i32[(sp - 8) >> 2] ?? 0;
          if ((word & 255) === 69 && i32[(iterable + OB_TYPE) >> 2] === types.generator) continue;
          const it = A.iterate(rt, iterable);
          rt.decref(iterable);
          if (it === 0) {
            sp = (sp - 8) | 0;
            break;
          }
          m.st(sp - 8, it);
          continue;
        }
        case 93: {
          // FOR_ITER
          const it = i32[(sp - 8) >> 2] ?? 0;
          const type = i32[(it + OB_TYPE) >> 2] ?? 0;
          const item =
            type === types.rangeIterator
              ? rangeNext(rt, it)
              : type === types.listIterator
                ? listNext(rt, it)
                : A.next(rt, it);
          if (item !== 0) {
            m.st(sp, item);
            sp = (sp + 8) | 0;
            continue;
          }
          if (rt.failed()) break;
          sp = (sp - 8) | 0;
          rt.decref(it);
          rt.work(pc - unpaid);
          pc = unpaid = arg;
          continue;
        }
        case 123: {
          // SEND
          const receiver = i32[(sp - 16) >> 2] ?? 0;
          const value = i32[(sp - 8) >> 2] ?? 0;
          const outcome = sendStep(rt, receiver, value);
          if (!outcome.returned && outcome.value !== 0) {
            m.st(sp - 8, outcome.value);
            continue;
          }
          sp = (sp - 8) | 0;
          if (outcome.value === 0) break;
          rt.decref(receiver);
          m.st(sp - 8, outcome.value);
          rt.work(pc - unpaid);
          pc = unpaid = arg;
          continue;
        }
        case 86: {
          // YIELD_VALUE
          sp = (sp - 8) | 0;
          const value = i32[sp >> 2] ?? 0;
          rt.work(pc - unpaid);
          m.st(frame + F_STACKTOP, (sp - slots) >> 3);
          const generator = frame - F.GEN_FRAME;
          m.st(generator + F.GEN_STATE, F.SUSPENDED);
          m.st(L.EXC_INFO, m.ld(generator + F.GEN_EXC + 8));
          m.st(generator + F.GEN_EXC + 8, 0);
          m.st(L.CURRENT_FRAME, m.ld(frame + F.F_PREVIOUS));
          m.st(frame + F.F_PREVIOUS, 0);
          m.st(L.RECURSION, m.ld(L.RECURSION) - 1);
          return value;
        }
        case 75: {
          // RETURN_GENERATOR
          rt.work(pc - unpaid);
          m.st(frame + F_STACKTOP, (sp - slots) >> 3);
          const generator = newGenerator(rt, frame);
          const wasEntry = m.ldb(frame + F.F_ENTRY) === 1;
          const previous = m.ld(frame + F.F_PREVIOUS);
          m.st(L.STACK_TOP, frame);
          m.st(L.CURRENT_FRAME, previous);
          m.st(L.RECURSION, m.ld(L.RECURSION) - 1);
          if (wasEntry) return generator;
          frame = previous;
          result = generator;
          continue frames;
        }
        case 83: {
          // RETURN_VALUE
          sp = (sp - 8) | 0;
          result = i32[sp >> 2] ?? 0;
          rt.work(pc - unpaid);
          i32[(frame + F_STACKTOP) >> 2] = (sp - slots) >> 3;
          const wasEntry = m.ldb(frame + F.F_ENTRY) === 1;
          frame = leaveFrame(rt, frame);
          if (wasEntry) return result;
          continue frames;
        }
        case 172: // KW_NAMES
          kw = consts[arg] ?? 0;
          continue;
        case 166: {
          // PRECALL
          const base = sp - (arg << 3);
          const callable = i32[(base - 8) >> 2] ?? 0;
          if (i32[(base - 16) >> 2] === 0 && i32[(callable + OB_TYPE) >> 2] === types.method) {
            m.st(base - 8, rt.incref(m.ld(callable + METHOD_SELF)));
            m.st(base - 16, rt.incref(m.ld(callable + METHOD_FUNCTION)));
            rt.decref(callable);
          }
          continue;
        }
        case 171: {
          // CALL
          const keywordNames = kw;
          kw = 0;
          const floor = sp - (arg << 3) - 16;
          let base = floor + 16;
          let nargs = arg;
          let callable = i32[floor >> 2] ?? 0;
          if (callable !== 0) {
            base -= 8;
            nargs++;
          } else callable = i32[(floor + 8) >> 2] ?? 0;
          if (keywordNames !== 0) nargs -= i32[(keywordNames + OB_SIZE) >> 2] ?? 0;
          if (i32[(callable + OB_TYPE) >> 2] === FUNCTION) {
            i32[(frame + F_STACKTOP) >> 2] = (floor - slots) >> 3;
            const inner = frameForCall(rt, callable, 0, base, nargs, keywordNames);
            if (inner === 0) {
              sp = floor;
              break;
            }
            rt.work(pc - unpaid);
            m.st(inner + F.F_PREVIOUS, frame);
            m.st(L.CURRENT_FRAME, inner);
            m.st(L.RECURSION, m.ld(L.RECURSION) + 1);
            frame = inner;
            if (--left > 0) continue frames;
            rt.unfinished = frame;
            return 0;
          }
          const value = callFromCode(rt, callable, base, nargs, keywordNames);
          rt.decref(callable);
          for (let at = base; at < sp; at += 8) rt.decref(m.ld(at));
          sp = floor;
          if (value === 0) break;
          m.st(sp, value);
          sp = (sp + 8) | 0;
          continue;
        }
        default: {
          const instruction = INSTRUCTIONS[word & 255];
          if (instruction === undefined) throw new Error(`instruction ${word & 255} is not supported`);
          const top = instruction(rt, frame, sp, arg);
          if (top >= 0) {
            sp = top | 0;
            continue;
          }
          sp = ~top;
          break;
        }
      }
      /* the instruction failed */
      rt.work(pc - unpaid);
      frame = unwind(rt, frame, sp, pc - 1);
      if (frame === 0) return 0;
      continue frames;
    }
  }
}

/** Has it one digit or none? */
function small(size: number): boolean {
  return size >= -1 && size <= 1;
}

/** Counts towards specialisation. Models `_PyCode_Warmup`. */
function warmUp(i32: Int32Array, code: number): void {
  const at = (code + CODE_WARM) >> 2;
  const count = i32[at] ?? 0;
  if (count < WARM) i32[at] = count + 1;
}
