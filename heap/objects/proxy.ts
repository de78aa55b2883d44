/**
 * Weak proxies: stand-ins that pass every operation on to the object, as long as it lives.
 * Models Objects/weakrefobject.c `proxy_checkref`, `proxy_getattr` and the WRAP_ functions.
 */
import * as A from './abstract.ts';
import { getAttr, setAttr } from './attributes.ts';
import { call } from './call.ts';
import type { TypeSpec } from './define.ts';
import { setError } from './errors.ts';
import * as H from './header.ts';
import { NO_NUMBERS, type NumberSlots } from './record.ts';
import type { Runtime } from './runtime.ts';
import { pointer, strText } from './text.ts';
import { WR_OBJECT, weakrefDealloc } from './weakref.ts';

function isProxy(rt: Runtime, o: number): boolean {
  const type = rt.typeOf(o);
  return type === rt.types.proxy || type === rt.types.callableProxy;
}

/** Runs with the object behind a proxy held; `failed` when it is gone. */
function behind<T>(rt: Runtime, o: number, failed: T, work: (object: number) => T): T {
  if (!isProxy(rt, o)) return work(o);
  const object = rt.mem.ld(o + WR_OBJECT);
  if (object === 0) {
    setError(rt, 'ReferenceError', 'weakly-referenced object no longer exists');
    return failed;
  }
  rt.incref(object);
  const result = work(object);
  rt.decref(object);
  return result;
}

function numberSlots(run: (rt: Runtime, a: number, b: number, op: A.Operator) => number): NumberSlots {
  const wrap = (op: A.Operator) => (rt: Runtime, a: number, b: number) =>
    behind(rt, a, 0, (x) => behind(rt, b, 0, (y) => run(rt, x, y, op)));
  return {
    ...NO_NUMBERS,
    add: wrap('add'),
    subtract: wrap('subtract'),
    multiply: wrap('multiply'),
    trueDivide: wrap('trueDivide'),
    floorDivide: wrap('floorDivide'),
    remainder: wrap('remainder'),
    power: wrap('power'),
    lshift: wrap('lshift'),
    rshift: wrap('rshift'),
    and: wrap('and'),
    or: wrap('or'),
    xor: wrap('xor'),
    matmul: wrap('matmul'),
  };
}

export function proxySpec(callable: boolean): TypeSpec {
  return {
    kind: H.KIND.weakref,
    size: 64,
    flags: H.FLAG_GC,
    slots: {
      dealloc: weakrefDealloc,
      hash: null,
      repr: (rt, o) => {
        const object = rt.mem.ld(o + WR_OBJECT);
        const type = rt.tpName(rt.typeOf(object === 0 ? rt.none : object));
        return `<weakproxy at ${pointer(o)} to ${type} at ${pointer(object === 0 ? rt.none : object)}>`;
      },
      str: (rt, o) => behind<string | null>(rt, o, null, (object) => strText(rt, object)),
      compare: (rt, a, b, op) => behind(rt, a, 0, (x) => behind(rt, b, 0, (y) => A.compare(rt, x, y, op))),
      getattr: (rt, o, name) => behind(rt, o, 0, (object) => getAttr(rt, object, name)),
      setattr: (rt, o, name, value) => behind(rt, o, -1, (object) => setAttr(rt, object, name, value)),
      call: callable
        ? (rt, o, args, nargs, kw) => behind(rt, o, 0, (object) => call(rt, object, args, nargs, kw))
        : null,
      iter: (rt, o) => behind(rt, o, 0, (object) => A.iterate(rt, object)),
      next: (rt, o) =>
        behind(rt, o, 0, (object) => {
          if (rt.recordOf(object).next !== null) return A.next(rt, object);
          const name = rt.tpName(rt.typeOf(object));
          return setError(rt, 'TypeError', `Weakref proxy referenced a non-iterator '${name}' object`);
        }),
      truth: (rt, o) => behind(rt, o, -1, (object) => A.isTrue(rt, object)),
      length: (rt, o) => behind(rt, o, -1, (object) => A.lengthOf(rt, object)),
      getitem: (rt, o, key) => behind(rt, o, 0, (object) => A.getItem(rt, object, key)),
      setitem: (rt, o, key, value) => behind(rt, o, -1, (object) => A.setItem(rt, object, key, value)),
      contains: (rt, o, item) => behind(rt, o, -1, (object) => A.contains(rt, object, item)),
      numbers: numberSlots(A.binary),
      inplace: numberSlots(A.inplace),
    },
  };
}
