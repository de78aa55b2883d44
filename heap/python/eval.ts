/**
 * The evaluation loop: CPython 3.11 bytecode over operand stacks that lie in linear memory and own their references.
 * Models Python/ceval.c `_PyEval_EvalFrameDefault`. Calls between Python functions do not recurse in the host.
 * Cases are numbers so that the switch becomes a jump table; their names stand behind them.
 */
import * as L from '../memory/layout.ts';
import { LimitReached } from '../memory/limit.ts';
import * as A from '../objects/abstract.ts';
import { getAttr, getMethod, setAttr } from '../objects/attributes.ts';
import { call } from '../objects/call.ts';
import { METHOD_FUNCTION, METHOD_SELF } from '../objects/callable.ts';
import { getStr, insert, remove, setStr } from '../objects/dict.ts';
import * as E from '../objects/errors.ts';
import { EXC_TRACEBACK } from '../objects/exception.ts';
import * as F from '../objects/frame.ts';
import { CELL_CONTENT, FN_CLOSURE, newCell } from '../objects/function.ts';
import { INT_DIGITS, newInt } from '../objects/int.ts';
import { listNext, rangeNext } from '../objects/iterators.ts';
import { appendOwned, LIST_ITEMS, newList } from '../objects/list.ts';
import type { Runtime } from '../objects/runtime.ts';
import { sequenceToTuple } from '../objects/sequences.ts';
import { addToSet, newSet, updateSet } from '../objects/set.ts';
import { newSlice } from '../objects/slice.ts';
import { appendInPlace, STR_INTERNED, textOf } from '../objects/str.ts';
import { newTuple } from '../objects/tuple.ts';
import { frameForCall } from './evalcall.ts';
import * as X from './evalops.ts';
import { newGenerator, sendInto, stopIterationValue } from './generator.ts';

const OPERATORS: readonly A.Operator[] = [
  'add',
  'and',
  'floorDivide',
  'lshift',
  'matmul',
  'multiply',
  'remainder',
  'or',
  'power',
  'rshift',
  'subtract',
  'trueDivide',
  'xor',
];
const WARM = 8;

/** Runs a frame to its end or next yield: result (new reference) or 0. */
export function evaluate(rt: Runtime, entry: number, thrown: boolean): number {
  const m = rt.mem;
  let frame = entry;
  const below = m.ld(L.CURRENT_FRAME);
  m.st(frame + F.F_PREVIOUS, below);
  m.st(L.CURRENT_FRAME, frame);
  m.st(L.RECURSION, m.ld(L.RECURSION) + 1);
  m.stb(frame + F.F_ENTRY, 1);
  let record = F.codeOf(rt, m.ld(frame + F.F_CODE));
  let ops = record.ops;
  let consts = record.consts;
  let names = record.names;
  let slots = frame + F.F_SLOTS;
  let sp = slots + 8 * m.ld(frame + F.F_STACKTOP);
  let pc = m.ld(frame + F.F_LASTI) + 1;
  let kw = 0;
  let failing = thrown;
  const found = { unbound: false };

  for (;;) {
    /* an exception is pending: to its handler, or out of the frame */
    if (failing) {
      failing = false;
      m.st(frame + F.F_STACKTOP, (sp - slots) >> 3);
      if (!rt.reraising) F.addTraceback(rt, frame);
      rt.reraising = false;
      for (;;) {
        const target = handlerFor(rt, record.code.exceptions, pc - 1);
        if (target !== null) {
          const floor = slots + 8 * (record.code.localsplus.length + target.depth);
          while (sp > floor) {
            sp -= 8;
            rt.xdecref(m.ld(sp));
          }
          if (target.lasti) {
            m.st(sp, newInt(rt, pc - 1));
            sp += 8;
          }
          const error = E.fetchError(rt);
          E.normalizeError(rt, error);
          const old = m.ld(error.value + EXC_TRACEBACK);
          m.st(error.value + EXC_TRACEBACK, error.traceback);
          rt.xdecref(old);
          rt.decref(error.type);
          m.st(sp, error.value);
          sp += 8;
          pc = target.target;
          break;
        }
        const floor = slots + 8 * record.code.localsplus.length;
        while (sp > floor) {
          sp -= 8;
          rt.xdecref(m.ld(sp));
        }
        m.st(frame + F.F_STACKTOP, record.code.localsplus.length);
        const wasEntry = m.ldb(frame + F.F_ENTRY) === 1;
        const previous = leaveFrame(rt, frame);
        if (wasEntry) return 0;
        frame = previous;
        record = F.codeOf(rt, m.ld(frame + F.F_CODE));
        ops = record.ops;
        consts = record.consts;
        names = record.names;
        slots = frame + F.F_SLOTS;
        sp = slots + 8 * m.ld(frame + F.F_STACKTOP);
        pc = m.ld(frame + F.F_LASTI) + 1;
        F.addTraceback(rt, frame);
      }
    }

    if (--rt.fuel < 0) throw new LimitReached('fuel');
    m.st(frame + F.F_LASTI, pc);
    const opcode = ops[pc << 1] ?? 0;
    const arg = ops[(pc << 1) + 1] ?? 0;
    pc++;
    switch (opcode) {
      case 9: // NOP
        continue;
      case 151: // RESUME
        if (m.ld(m.ld(frame + F.F_CODE) + F.CODE_WARM) < WARM) warmUp(rt, frame);
        continue;
      case 124: {
        // LOAD_FAST
        const value = m.ld(slots + 8 * arg);
        if (value === 0) {
          X.unboundLocal(rt, record.varnames[arg] ?? 0);
          break;
        }
        m.st(value, m.ld(value) + 1);
        m.st(sp, value);
        sp += 8;
        continue;
      }
      case 125: {
        // STORE_FAST
        sp -= 8;
        const old = m.ld(slots + 8 * arg);
        m.st(slots + 8 * arg, m.ld(sp));
        if (old !== 0) rt.decref(old);
        continue;
      }
      case 126: {
        // DELETE_FAST
        const old = m.ld(slots + 8 * arg);
        if (old === 0) {
          X.unboundLocal(rt, record.varnames[arg] ?? 0);
          break;
        }
        m.st(slots + 8 * arg, 0);
        rt.decref(old);
        continue;
      }
      case 100: {
        // LOAD_CONST
        const value = consts[arg] ?? 0;
        m.st(value, m.ld(value) + 1);
        m.st(sp, value);
        sp += 8;
        continue;
      }
      case 101: {
        // LOAD_NAME
        const name = names[arg] ?? 0;
        const value = X.loadName(rt, frame, name);
        if (value === 0) {
          if (!rt.failed()) X.nameError(rt, name);
          break;
        }
        m.st(sp, rt.incref(value));
        sp += 8;
        continue;
      }
      case 116: {
        // LOAD_GLOBAL
        const name = names[arg >> 1] ?? 0;
        const value = X.loadGlobal(rt, frame, name);
        if (value === 0) {
          if (!rt.failed()) X.nameError(rt, name);
          break;
        }
        if (arg & 1) {
          m.st(sp, 0);
          sp += 8;
        }
        m.st(sp, rt.incref(value));
        sp += 8;
        continue;
      }
      case 90: {
        // STORE_NAME
        const value = m.ld(sp - 8);
        const status = setStr(rt, m.ld(frame + F.F_LOCALS), names[arg] ?? 0, value);
        sp -= 8;
        rt.decref(value);
        if (status < 0) break;
        continue;
      }
      case 91: {
        // DELETE_NAME
        const name = names[arg] ?? 0;
        if (remove(rt, m.ld(frame + F.F_LOCALS), name, m.ld(name + 24)) !== 1) {
          if (!rt.failed()) X.nameError(rt, name);
          break;
        }
        continue;
      }
      case 97: {
        // STORE_GLOBAL
        sp -= 8;
        const value = m.ld(sp);
        const status = setStr(rt, m.ld(frame + F.F_GLOBALS), names[arg] ?? 0, value);
        rt.decref(value);
        if (status < 0) break;
        continue;
      }
      case 98: {
        // DELETE_GLOBAL
        const name = names[arg] ?? 0;
        if (remove(rt, m.ld(frame + F.F_GLOBALS), name, m.ld(name + 24)) !== 1) {
          if (!rt.failed()) X.nameError(rt, name);
          break;
        }
        continue;
      }
      case 1: // POP_TOP
        sp -= 8;
        rt.decref(m.ld(sp));
        continue;
      case 2: // PUSH_NULL
        m.st(sp, 0);
        sp += 8;
        continue;
      case 120: {
        // COPY
        const value = m.ld(sp - 8 * arg);
        if (value !== 0) rt.incref(value);
        m.st(sp, value);
        sp += 8;
        continue;
      }
      case 99: {
        // SWAP
        const top = m.ld(sp - 8);
        m.st(sp - 8, m.ld(sp - 8 * arg));
        m.st(sp - 8 * arg, top);
        continue;
      }
      case 10: // UNARY_POSITIVE
      case 11: // UNARY_NEGATIVE
      case 15: {
        // UNARY_INVERT
        const value = m.ld(sp - 8);
        const r = rt.recordOf(value);
        const slot = opcode === 10 ? r.positive : opcode === 11 ? r.negative : r.invert;
        let result = 0;
        if (slot !== null) result = slot(rt, value);
        else {
          const symbol = opcode === 10 ? '+' : opcode === 11 ? '-' : '~';
          E.formatError(
            rt,
            'TypeError',
            `bad operand type for unary ${symbol}: '%.200s'`,
            rt.tpName(rt.typeOf(value)),
          );
        }
        rt.decref(value);
        if (result === 0) {
          sp -= 8;
          break;
        }
        m.st(sp - 8, result);
        continue;
      }
      case 12: {
        // UNARY_NOT
        const value = m.ld(sp - 8);
        const truth = A.isTrue(rt, value);
        rt.decref(value);
        if (truth < 0) {
          sp -= 8;
          break;
        }
        m.st(sp - 8, rt.bool(truth === 0));
        continue;
      }
      case 122: {
        // BINARY_OP
        const right = m.ld(sp - 8);
        const left = m.ld(sp - 16);
        const kind = arg >= 13 ? arg - 13 : arg;
        const type = m.ld(left + 8);
        let result: number;
        if (
          type === rt.types.int &&
          m.ld(right + 8) === type &&
          (kind === 0 || kind === 10) &&
          small(m.ld(left + 16)) &&
          small(m.ld(right + 16))
        ) {
          const x = m.ld(left + 16) * m.ld(left + INT_DIGITS);
          const y = m.ld(right + 16) * m.ld(right + INT_DIGITS);
          result = newInt(rt, kind === 0 ? x + y : x - y);
        } else if (
          kind === 0 &&
          type === rt.types.str &&
          m.ld(right + 8) === type &&
          joinsInPlace(rt, frame, ops, pc, slots, left)
        ) {
          const local = ops[(pc << 1) + 1] ?? 0;
          rt.decref(left);
          m.st(slots + 8 * local, appendInPlace(rt, m.ld(slots + 8 * local), textOf(rt, right)));
          rt.decref(right);
          sp -= 16;
          pc++;
          continue;
        } else {
          const operator = OPERATORS[kind] ?? 'add';
          result = arg >= 13 ? A.inplace(rt, left, right, operator) : A.binary(rt, left, right, operator);
        }
        rt.decref(left);
        rt.decref(right);
        sp -= 8;
        if (result === 0) {
          sp -= 8;
          break;
        }
        m.st(sp - 8, result);
        continue;
      }
      case 107: {
        // COMPARE_OP
        const right = m.ld(sp - 8);
        const left = m.ld(sp - 16);
        const result = A.compare(rt, left, right, arg);
        rt.decref(left);
        rt.decref(right);
        sp -= 8;
        if (result === 0) {
          sp -= 8;
          break;
        }
        m.st(sp - 8, result);
        continue;
      }
      case 117: {
        // IS_OP
        const right = m.ld(sp - 8);
        const left = m.ld(sp - 16);
        sp -= 8;
        m.st(sp - 8, rt.bool((left === right) !== (arg === 1)));
        rt.decref(left);
        rt.decref(right);
        continue;
      }
      case 118: {
        // CONTAINS_OP
        const right = m.ld(sp - 8);
        const left = m.ld(sp - 16);
        const truth = A.contains(rt, right, left);
        rt.decref(left);
        rt.decref(right);
        sp -= 8;
        if (truth < 0) {
          sp -= 8;
          break;
        }
        m.st(sp - 8, rt.bool((truth === 1) !== (arg === 1)));
        continue;
      }
      case 25: {
        // BINARY_SUBSCR
        const key = m.ld(sp - 8);
        const container = m.ld(sp - 16);
        const result = A.getItem(rt, container, key);
        rt.decref(container);
        rt.decref(key);
        sp -= 8;
        if (result === 0) {
          sp -= 8;
          break;
        }
        m.st(sp - 8, result);
        continue;
      }
      case 60: {
        // STORE_SUBSCR
        const key = m.ld(sp - 8);
        const container = m.ld(sp - 16);
        const value = m.ld(sp - 24);
        sp -= 24;
        const status = A.setItem(rt, container, key, value);
        rt.decref(value);
        rt.decref(container);
        rt.decref(key);
        if (status < 0) break;
        continue;
      }
      case 61: {
        // DELETE_SUBSCR
        const key = m.ld(sp - 8);
        const container = m.ld(sp - 16);
        sp -= 16;
        const status = A.setItem(rt, container, key, 0);
        rt.decref(container);
        rt.decref(key);
        if (status < 0) break;
        continue;
      }
      case 106: {
        // LOAD_ATTR
        const owner = m.ld(sp - 8);
        const result = getAttr(rt, owner, names[arg] ?? 0);
        rt.decref(owner);
        if (result === 0) {
          sp -= 8;
          break;
        }
        m.st(sp - 8, result);
        continue;
      }
      case 160: {
        // LOAD_METHOD
        const owner = m.ld(sp - 8);
        const method = getMethod(rt, owner, names[arg] ?? 0, found);
        if (method === 0) {
          rt.decref(owner);
          sp -= 8;
          break;
        }
        if (found.unbound) {
          m.st(sp - 8, method);
          m.st(sp, owner);
        } else {
          m.st(sp - 8, 0);
          rt.decref(owner);
          m.st(sp, method);
        }
        sp += 8;
        continue;
      }
      case 95: {
        // STORE_ATTR
        const owner = m.ld(sp - 8);
        const value = m.ld(sp - 16);
        sp -= 16;
        const status = setAttr(rt, owner, names[arg] ?? 0, value);
        rt.decref(value);
        rt.decref(owner);
        if (status < 0) break;
        continue;
      }
      case 96: {
        // DELETE_ATTR
        sp -= 8;
        const owner = m.ld(sp);
        const status = setAttr(rt, owner, names[arg] ?? 0, 0);
        rt.decref(owner);
        if (status < 0) break;
        continue;
      }
      case 102: {
        // BUILD_TUPLE
        const tuple = newTuple(rt, arg);
        sp -= 8 * arg;
        for (let i = 0; i < arg; i++) m.st(tuple + 24 + 8 * i, m.ld(sp + 8 * i));
        m.st(sp, tuple);
        sp += 8;
        continue;
      }
      case 103: {
        // BUILD_LIST
        const list = newList(rt, arg);
        sp -= 8 * arg;
        const items = m.ld(list + LIST_ITEMS);
        for (let i = 0; i < arg; i++) m.st(items + 8 * i, m.ld(sp + 8 * i));
        m.st(sp, list);
        sp += 8;
        continue;
      }
      case 104: {
        // BUILD_SET
        const set = newSet(rt, rt.types.set);
        let ok = true;
        for (let i = arg; i > 0; i--) {
          const item = m.ld(sp - 8 * i);
          if (ok) ok = addToSet(rt, set, item) >= 0;
          rt.decref(item);
        }
        sp -= 8 * arg;
        if (!ok) {
          rt.decref(set);
          break;
        }
        m.st(sp, set);
        sp += 8;
        continue;
      }
      case 105: {
        // BUILD_MAP
        const dict = X.buildMap(rt, sp - 16 * arg, arg);
        if (dict === 0) break;
        for (let i = 0; i < 2 * arg; i++) {
          sp -= 8;
          rt.decref(m.ld(sp));
        }
        m.st(sp, dict);
        sp += 8;
        continue;
      }
      case 156: {
        // BUILD_CONST_KEY_MAP
        const keys = m.ld(sp - 8);
        const dict = X.buildConstKeyMap(rt, keys, sp - 8 - 8 * arg);
        if (dict === 0) break;
        for (let i = 0; i < arg + 1; i++) {
          sp -= 8;
          rt.decref(m.ld(sp));
        }
        m.st(sp, dict);
        sp += 8;
        continue;
      }
      case 157: {
        // BUILD_STRING
        const text = X.buildString(rt, sp - 8 * arg, arg);
        for (let i = 0; i < arg; i++) {
          sp -= 8;
          rt.decref(m.ld(sp));
        }
        m.st(sp, text);
        sp += 8;
        continue;
      }
      case 133: {
        // BUILD_SLICE
        const step = arg === 3 ? m.ld(sp - 8) : 0;
        if (arg === 3) sp -= 8;
        const slice = newSlice(rt, m.ld(sp - 16), m.ld(sp - 8), step === 0 ? rt.none : step);
        rt.decref(m.ld(sp - 8));
        rt.decref(m.ld(sp - 16));
        if (step !== 0) rt.decref(step);
        sp -= 8;
        m.st(sp - 8, slice);
        continue;
      }
      case 155: {
        // FORMAT_VALUE
        const spec = arg & 4 ? m.ld(sp - 8) : 0;
        if (spec !== 0) sp -= 8;
        const value = m.ld(sp - 8);
        const result = X.formatValue(rt, value, spec, arg & 3);
        rt.decref(value);
        rt.xdecref(spec);
        if (result === 0) {
          sp -= 8;
          break;
        }
        m.st(sp - 8, result);
        continue;
      }
      case 145: {
        // LIST_APPEND
        sp -= 8;
        appendOwned(rt, m.ld(sp - 8 * arg), m.ld(sp));
        continue;
      }
      case 146: {
        // SET_ADD
        sp -= 8;
        const item = m.ld(sp);
        const status = addToSet(rt, m.ld(sp - 8 * arg), item);
        rt.decref(item);
        if (status < 0) break;
        continue;
      }
      case 147: {
        // MAP_ADD
        const value = m.ld(sp - 8);
        const key = m.ld(sp - 16);
        sp -= 16;
        const hash = A.hashOf(rt, key);
        const status = hash === -1 && rt.failed() ? -1 : insert(rt, m.ld(sp - 8 * arg), key, value, hash);
        rt.decref(key);
        rt.decref(value);
        if (status < 0) break;
        continue;
      }
      case 162: {
        // LIST_EXTEND
        sp -= 8;
        const iterable = m.ld(sp);
        const ok = X.listExtend(rt, m.ld(sp - 8 * arg), iterable);
        rt.decref(iterable);
        if (!ok) break;
        continue;
      }
      case 163: {
        // SET_UPDATE
        sp -= 8;
        const iterable = m.ld(sp);
        const status = updateSet(rt, m.ld(sp - 8 * arg), iterable);
        rt.decref(iterable);
        if (status < 0) break;
        continue;
      }
      case 164: // DICT_MERGE
      case 165: {
        // DICT_UPDATE
        sp -= 8;
        const source = m.ld(sp);
        const callable = opcode === 164 ? m.ld(sp - 8 * (arg + 2)) : 0;
        const ok = X.dictUpdate(rt, m.ld(sp - 8 * arg), source, callable);
        rt.decref(source);
        if (!ok) break;
        continue;
      }
      case 82: {
        // LIST_TO_TUPLE
        const list = m.ld(sp - 8);
        const tuple = X.listToTuple(rt, list);
        rt.decref(list);
        m.st(sp - 8, tuple);
        continue;
      }
      case 92: {
        // UNPACK_SEQUENCE
        sp -= 8;
        const value = m.ld(sp);
        const type = m.ld(value + 8);
        /* once the code is warm, the instruction is specialised for what it saw first */
        if (
          (type === rt.types.tuple || type === rt.types.list) &&
          m.ld(value + 16) === arg &&
          m.ld(m.ld(frame + F.F_CODE) + F.CODE_WARM) >= WARM
        ) {
          const items = type === rt.types.tuple ? value + 24 : m.ld(value + LIST_ITEMS);
          for (let i = arg - 1; i >= 0; i--) {
            m.st(sp, rt.incref(m.ld(items + 8 * i)));
            sp += 8;
          }
          rt.decref(value);
          continue;
        }
        const ok = X.unpack(rt, value, arg, -1, sp);
        rt.decref(value);
        if (!ok) break;
        sp += 8 * arg;
        continue;
      }
      case 94: {
        // UNPACK_EX
        sp -= 8;
        const value = m.ld(sp);
        const ok = X.unpack(rt, value, arg & 255, arg >> 8, sp);
        rt.decref(value);
        if (!ok) break;
        sp += 8 * ((arg & 255) + 1 + (arg >> 8));
        continue;
      }
      case 110: // JUMP_FORWARD
        pc = arg;
        continue;
      case 140: // JUMP_BACKWARD
        if (m.ld(m.ld(frame + F.F_CODE) + F.CODE_WARM) < WARM) warmUp(rt, frame);
        pc = arg;
        continue;
      case 134: // JUMP_BACKWARD_NO_INTERRUPT
        pc = arg;
        continue;
      case 114: // POP_JUMP_FORWARD_IF_FALSE
      case 175: // POP_JUMP_BACKWARD_IF_FALSE
      case 115: // POP_JUMP_FORWARD_IF_TRUE
      case 176: {
        // POP_JUMP_BACKWARD_IF_TRUE
        sp -= 8;
        const value = m.ld(sp);
        const truth = A.isTrue(rt, value);
        rt.decref(value);
        if (truth < 0) break;
        const wanted = opcode === 115 || opcode === 176 ? 1 : 0;
        if (truth === wanted) pc = arg;
        continue;
      }
      case 128: // POP_JUMP_FORWARD_IF_NOT_NONE
      case 173: {
        // POP_JUMP_BACKWARD_IF_NOT_NONE
        sp -= 8;
        const value = m.ld(sp);
        if (value !== rt.none) pc = arg;
        rt.decref(value);
        continue;
      }
      case 129: // POP_JUMP_FORWARD_IF_NONE
      case 174: {
        // POP_JUMP_BACKWARD_IF_NONE
        sp -= 8;
        const value = m.ld(sp);
        if (value === rt.none) pc = arg;
        rt.decref(value);
        continue;
      }
      case 111: // JUMP_IF_FALSE_OR_POP
      case 112: {
        // JUMP_IF_TRUE_OR_POP
        const value = m.ld(sp - 8);
        const truth = A.isTrue(rt, value);
        if (truth < 0) break;
        if ((truth === 1) === (opcode === 112)) pc = arg;
        else {
          sp -= 8;
          rt.decref(value);
        }
        continue;
      }
      case 68: {
        // GET_ITER
        const iterable = m.ld(sp - 8);
        const it = A.iterate(rt, iterable);
        rt.decref(iterable);
        if (it === 0) {
          sp -= 8;
          break;
        }
        m.st(sp - 8, it);
        continue;
      }
      case 93: {
        // FOR_ITER
        const it = m.ld(sp - 8);
        const type = m.ld(it + 8);
        const item =
          type === rt.types.rangeIterator
            ? rangeNext(rt, it)
            : type === rt.types.listIterator
              ? listNext(rt, it)
              : A.next(rt, it);
        if (item !== 0) {
          m.st(sp, item);
          sp += 8;
          continue;
        }
        if (rt.failed()) break;
        sp -= 8;
        rt.decref(it);
        pc = arg;
        continue;
      }
      case 69: {
        // GET_YIELD_FROM_ITER
        const iterable = m.ld(sp - 8);
        if (m.ld(iterable + 8) === rt.types.generator) continue;
        const it = A.iterate(rt, iterable);
        rt.decref(iterable);
        if (it === 0) {
          sp -= 8;
          break;
        }
        m.st(sp - 8, it);
        continue;
      }
      case 123: {
        // SEND
        const value = m.ld(sp - 8);
        const receiver = m.ld(sp - 16);
        let result = 0;
        let returned = 0;
        if (m.ld(receiver + 8) === rt.types.generator) {
          const outcome = sendInto(rt, receiver, value);
          if (outcome.returned) returned = outcome.value;
          else result = outcome.value;
        } else if (value === rt.none) {
          const step = rt.recordOf(receiver).next;
          result = step === null ? 0 : step(rt, receiver);
        } else result = sendByMethod(rt, receiver, value);
        rt.decref(value);
        if (result !== 0) {
          m.st(sp - 8, result);
          continue;
        }
        sp -= 8;
        if (returned === 0) returned = stopIterationValue(rt);
        if (returned === 0) break;
        rt.decref(receiver);
        m.st(sp - 8, returned);
        pc = arg;
        continue;
      }
      case 86: {
        // YIELD_VALUE
        sp -= 8;
        const value = m.ld(sp);
        m.st(frame + F.F_STACKTOP, (sp - slots) >> 3);
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
        m.st(frame + F.F_STACKTOP, (sp - slots) >> 3);
        const generator = newGenerator(rt, frame);
        const wasEntry = m.ldb(frame + F.F_ENTRY) === 1;
        const previous = m.ld(frame + F.F_PREVIOUS);
        m.st(L.STACK_TOP, frame);
        m.st(L.CURRENT_FRAME, previous);
        m.st(L.RECURSION, m.ld(L.RECURSION) - 1);
        if (wasEntry) return generator;
        frame = previous;
        record = F.codeOf(rt, m.ld(frame + F.F_CODE));
        ops = record.ops;
        consts = record.consts;
        names = record.names;
        slots = frame + F.F_SLOTS;
        sp = slots + 8 * m.ld(frame + F.F_STACKTOP);
        pc = m.ld(frame + F.F_LASTI) + 1;
        m.st(sp, generator);
        sp += 8;
        continue;
      }
      case 83: {
        // RETURN_VALUE
        sp -= 8;
        const value = m.ld(sp);
        m.st(frame + F.F_STACKTOP, (sp - slots) >> 3);
        const wasEntry = m.ldb(frame + F.F_ENTRY) === 1;
        const previous = leaveFrame(rt, frame);
        if (wasEntry) return value;
        frame = previous;
        record = F.codeOf(rt, m.ld(frame + F.F_CODE));
        ops = record.ops;
        consts = record.consts;
        names = record.names;
        slots = frame + F.F_SLOTS;
        sp = slots + 8 * m.ld(frame + F.F_STACKTOP);
        pc = m.ld(frame + F.F_LASTI) + 1;
        m.st(sp, value);
        sp += 8;
        continue;
      }
      case 172: // KW_NAMES
        kw = consts[arg] ?? 0;
        continue;
      case 166: {
        // PRECALL
        const base = sp - 8 * arg;
        const callable = m.ld(base - 8);
        if (m.ld(base - 16) === 0 && m.ld(callable + 8) === rt.types.method) {
          const self = m.ld(callable + METHOD_SELF);
          const method = m.ld(callable + METHOD_FUNCTION);
          m.st(base - 8, rt.incref(self));
          m.st(base - 16, rt.incref(method));
          rt.decref(callable);
        }
        continue;
      }
      case 171: {
        // CALL
        const names_ = kw;
        kw = 0;
        let base = sp - 8 * arg;
        let nargs = arg;
        let callable = m.ld(base - 16);
        let floor = base - 16;
        if (callable !== 0) {
          base -= 8;
          nargs++;
        } else {
          callable = m.ld(base - 8);
          floor = base - 16;
        }
        const keywords = names_ === 0 ? 0 : m.ld(names_ + 16);
        if (m.ld(callable + 8) === rt.types.function) {
          m.st(frame + F.F_STACKTOP, (floor - slots) >> 3);
          const inner = frameForCall(rt, callable, 0, base, nargs - keywords, names_);
          if (inner === 0) {
            sp = floor;
            break;
          }
          m.st(inner + F.F_PREVIOUS, frame);
          m.st(L.CURRENT_FRAME, inner);
          m.st(L.RECURSION, m.ld(L.RECURSION) + 1);
          frame = inner;
          record = F.codeOf(rt, m.ld(frame + F.F_CODE));
          ops = record.ops;
          consts = record.consts;
          names = record.names;
          slots = frame + F.F_SLOTS;
          sp = slots + 8 * record.code.localsplus.length;
          pc = 0;
          continue;
        }
        const result = call(rt, callable, base, nargs - keywords, names_);
        rt.decref(callable);
        for (let at = base; at < sp; at += 8) rt.decref(m.ld(at));
        sp = floor;
        if (result === 0) break;
        m.st(sp, result);
        sp += 8;
        continue;
      }
      case 142: {
        // CALL_FUNCTION_EX
        const kwargs = arg & 1 ? m.ld(sp - 8) : 0;
        if (kwargs !== 0) sp -= 8;
        let args = m.ld(sp - 8);
        const callable = m.ld(sp - 16);
        if (m.ld(args + 8) !== rt.types.tuple) {
          const tuple = sequenceToTuple(rt, args);
          if (tuple === 0) break;
          rt.decref(args);
          args = tuple;
        }
        sp -= 24;
        const result = X.callExtended(rt, callable, args, kwargs);
        rt.decref(callable);
        rt.decref(args);
        rt.xdecref(kwargs);
        if (result === 0) break;
        m.st(sp, result);
        sp += 8;
        continue;
      }
      case 132: {
        // MAKE_FUNCTION
        const code = m.ld(sp - 8);
        const made = X.makeFunction(rt, frame, code, sp - 8, arg);
        rt.decref(code);
        sp = made.sp;
        m.st(sp, made.fn);
        sp += 8;
        continue;
      }
      case 135: {
        // MAKE_CELL
        const initial = m.ld(slots + 8 * arg);
        m.st(slots + 8 * arg, newCell(rt, initial));
        continue;
      }
      case 149: {
        // COPY_FREE_VARS
        const closure = m.ld(m.ld(frame + F.F_FUNCTION) + FN_CLOSURE);
        const first = record.code.localsplus.length - arg;
        for (let i = 0; i < arg; i++) m.st(slots + 8 * (first + i), rt.incref(m.ld(closure + 24 + 8 * i)));
        continue;
      }
      case 136: // LOAD_CLOSURE
        m.st(sp, rt.incref(m.ld(slots + 8 * arg)));
        sp += 8;
        continue;
      case 137: {
        // LOAD_DEREF
        const value = m.ld(m.ld(slots + 8 * arg) + CELL_CONTENT);
        if (value === 0) {
          unboundDeref(rt, record, arg);
          break;
        }
        m.st(sp, rt.incref(value));
        sp += 8;
        continue;
      }
      case 148: {
        // LOAD_CLASSDEREF
        const name = record.varnames[arg] ?? 0;
        let value = getStr(rt, m.ld(frame + F.F_LOCALS), name);
        if (value === 0) value = m.ld(m.ld(slots + 8 * arg) + CELL_CONTENT);
        if (value === 0) {
          unboundDeref(rt, record, arg);
          break;
        }
        m.st(sp, rt.incref(value));
        sp += 8;
        continue;
      }
      case 138: {
        // STORE_DEREF
        sp -= 8;
        const cell = m.ld(slots + 8 * arg);
        const old = m.ld(cell + CELL_CONTENT);
        m.st(cell + CELL_CONTENT, m.ld(sp));
        rt.xdecref(old);
        continue;
      }
      case 139: {
        // DELETE_DEREF
        const cell = m.ld(slots + 8 * arg);
        if (m.ld(cell + CELL_CONTENT) === 0) {
          unboundDeref(rt, record, arg);
          break;
        }
        rt.clearField(cell + CELL_CONTENT);
        continue;
      }
      case 70: {
        // PRINT_EXPR
        sp -= 8;
        const value = m.ld(sp);
        const ok = rt.displayHook(rt, value);
        rt.decref(value);
        if (!ok) break;
        continue;
      }
      case 71: // LOAD_BUILD_CLASS
        m.st(sp, rt.incref(rt.buildClassFunction));
        sp += 8;
        continue;
      case 74: // LOAD_ASSERTION_ERROR
        m.st(sp, rt.incref(rt.types.exception('AssertionError')));
        sp += 8;
        continue;
      case 85: // SETUP_ANNOTATIONS
        X.setupAnnotations(rt, frame);
        continue;
      case 108: {
        // IMPORT_NAME
        const fromList = m.ld(sp - 8);
        const level = m.ld(sp - 16);
        const result = rt.importModule(rt, names[arg] ?? 0, fromList);
        rt.decref(fromList);
        rt.decref(level);
        sp -= 16;
        if (result === 0) break;
        m.st(sp, result);
        sp += 8;
        continue;
      }
      case 109: {
        // IMPORT_FROM
        const value = X.importFrom(rt, m.ld(sp - 8), names[arg] ?? 0);
        if (value === 0) break;
        m.st(sp, value);
        sp += 8;
        continue;
      }
      case 130: {
        // RAISE_VARARGS
        let cause = 0;
        let exception = 0;
        if (arg === 2) {
          sp -= 8;
          cause = m.ld(sp);
        }
        if (arg >= 1) {
          sp -= 8;
          exception = m.ld(sp);
        }
        if (X.raise(rt, exception, cause)) rt.reraising = true;
        break;
      }
      case 119: {
        // RERAISE
        if (arg > 0) {
          const lasti = m.ld(sp - 8 * (arg + 1));
          m.st(frame + F.F_LASTI, m.ld(lasti + 16) * m.ld(lasti + INT_DIGITS));
        }
        sp -= 8;
        const value = m.ld(sp);
        const tb = m.ld(value + EXC_TRACEBACK);
        E.restoreError(rt, rt.incref(m.ld(value + 8)), value, tb === 0 ? 0 : rt.incref(tb));
        rt.reraising = true;
        break;
      }
      case 35: {
        // PUSH_EXC_INFO
        const info = m.ld(L.EXC_INFO);
        const value = m.ld(sp - 8);
        const old = m.ld(info);
        m.st(sp - 8, old === 0 ? rt.newNone() : old);
        m.st(sp, value);
        sp += 8;
        m.st(info, rt.incref(value));
        continue;
      }
      case 89: {
        // POP_EXCEPT
        sp -= 8;
        const info = m.ld(L.EXC_INFO);
        const old = m.ld(info);
        m.st(info, m.ld(sp));
        rt.xdecref(old);
        continue;
      }
      case 36: {
        // CHECK_EXC_MATCH
        const wanted = m.ld(sp - 8);
        const matched = X.exceptionMatches(rt, m.ld(sp - 16), wanted);
        rt.decref(wanted);
        if (matched < 0) {
          sp -= 8;
          break;
        }
        m.st(sp - 8, rt.bool(matched === 1));
        continue;
      }
      case 53: {
        // BEFORE_WITH
        const manager = m.ld(sp - 8);
        const name = rt.tpName(m.ld(manager + 8));
        const enter = X.lookupSpecial(rt, manager, '__enter__');
        if (enter === 0) {
          if (!rt.failed()) {
            E.formatError(
              rt,
              'TypeError',
              "'%.200s' object does not support the context manager protocol",
              name,
            );
          }
          break;
        }
        const exit = X.lookupSpecial(rt, manager, '__exit__');
        if (exit === 0) {
          rt.decref(enter);
          if (!rt.failed()) {
            E.formatError(
              rt,
              'TypeError',
              "'%.200s' object does not support the context manager protocol (missed __exit__ method)",
              name,
            );
          }
          break;
        }
        m.st(sp - 8, exit);
        rt.decref(manager);
        const result = call(rt, enter, sp, 0, 0);
        rt.decref(enter);
        if (result === 0) break;
        m.st(sp, result);
        sp += 8;
        continue;
      }
      case 49: {
        // WITH_EXCEPT_START
        const value = m.ld(sp - 8);
        const exit = m.ld(sp - 32);
        m.st(sp, m.ld(value + 8));
        m.st(sp + 8, value);
        m.st(sp + 16, m.ld(value + EXC_TRACEBACK) || rt.none);
        const top = m.ld(L.STACK_TOP);
        for (let i = 0; i < 3; i++) m.st(top + 8 * i, m.ld(sp + 8 * i));
        m.st(L.STACK_TOP, top + 24);
        const result = call(rt, exit, top, 3, 0);
        m.st(L.STACK_TOP, top);
        if (result === 0) break;
        m.st(sp, result);
        sp += 8;
        continue;
      }
      case 30: {
        // GET_LEN
        const n = A.lengthOf(rt, m.ld(sp - 8));
        if (n < 0) break;
        m.st(sp, newInt(rt, n));
        sp += 8;
        continue;
      }
      default:
        throw new Error(`instruction ${opcode} is not supported`);
    }
    failing = true;
  }
}

function small(size: number): boolean {
  return size >= -1 && size <= 1;
}

/** Entry of the exception table for an instruction. */
function handlerFor<T extends { readonly start: number; readonly end: number }>(
  _rt: Runtime,
  table: readonly T[],
  at: number,
): T | null {
  for (const entry of table) if (at >= entry.start && at < entry.end) return entry;
  return null;
}

function sendByMethod(rt: Runtime, receiver: number, value: number): number {
  return rt.callMethod(rt, receiver, 'send', [value]);
}

/** Counts towards specialisation. Models `_PyCode_Warmup`. */
function warmUp(rt: Runtime, frame: number): void {
  const at = rt.mem.ld(frame + F.F_CODE) + F.CODE_WARM;
  rt.mem.st(at, rt.mem.ld(at) + 1);
}

/** `local += text` grows the string in place: specialised code, result stored where the left operand is. */
function joinsInPlace(
  rt: Runtime,
  frame: number,
  ops: Int32Array,
  pc: number,
  slots: number,
  left: number,
): boolean {
  const m = rt.mem;
  if (ops[pc << 1] !== 125 || m.ld(left) !== 2 || m.ld(left + STR_INTERNED) !== 0) return false;
  if (m.ld(slots + 8 * (ops[(pc << 1) + 1] ?? 0)) !== left) return false;
  return m.ld(m.ld(frame + F.F_CODE) + F.CODE_WARM) >= WARM;
}

function unboundDeref(rt: Runtime, record: ReturnType<typeof F.codeOf>, arg: number): void {
  const name = record.varnames[arg] ?? 0;
  const free = arg >= record.code.localsplus.length - record.code.nfrees;
  if (free) X.unboundFree(rt, name);
  else X.unboundLocal(rt, name);
}

/** Ends a frame: returns the one below. */
function leaveFrame(rt: Runtime, frame: number): number {
  const m = rt.mem;
  const previous = m.ld(frame + F.F_PREVIOUS);
  m.st(L.CURRENT_FRAME, previous);
  m.st(L.RECURSION, m.ld(L.RECURSION) - 1);
  if (F.ownerOf(rt, frame) === F.OWNED_BY_GENERATOR) {
    const generator = frame - F.GEN_FRAME;
    m.st(generator + F.GEN_STATE, F.CLEARED);
    m.st(L.EXC_INFO, m.ld(generator + F.GEN_EXC + 8));
    m.st(generator + F.GEN_EXC + 8, 0);
    m.st(frame + F.F_PREVIOUS, 0);
    rt.clearField(generator + F.GEN_EXC);
    F.clearFrame(rt, frame);
  } else {
    F.clearFrame(rt, frame);
    m.st(L.STACK_TOP, frame);
  }
  return previous;
}

/** Calls a Python function with borrowed arguments (from built-in code). */
export function callFunction(rt: Runtime, fn: number, args: number, nargs: number, kw: number): number {
  const m = rt.mem;
  const total = nargs + (kw === 0 ? 0 : m.ld(kw + 16));
  const base = m.ld(L.STACK_TOP);
  if (base + 8 * total + 4096 > L.DATA_STACK_END) return E.recursionError(rt);
  for (let i = 0; i < total; i++) m.st(base + 8 * i, rt.incref(m.ld(args + 8 * i)));
  m.st(L.STACK_TOP, base + 8 * total);
  const frame = frameForCall(rt, rt.incref(fn), 0, base, nargs, kw);
  const result = frame === 0 ? 0 : evaluate(rt, frame, false);
  m.st(L.STACK_TOP, base);
  return result;
}

/** Runs a function without arguments whose names live in a dict (a class body, an input). Borrows both. */
export function runWithLocals(rt: Runtime, fn: number, locals: number): number {
  const frame = frameForCall(rt, rt.incref(fn), locals, 0, 0, 0);
  return frame === 0 ? 0 : evaluate(rt, frame, false);
}

export function installEvaluator(rt: Runtime): void {
  rt.callFunction = callFunction;
  rt.callClassBody = runWithLocals;
  rt.evaluateFrame = evaluate;
}
