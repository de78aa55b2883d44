import * as A from '../objects/abstract.ts';
import { positional, searchedKeywords } from '../objects/arguments.ts';
import { callValues } from '../objects/call.ts';
import type { MethodSpec } from '../objects/define.ts';
import * as E from '../objects/errors.ts';
import type { Runtime } from '../objects/runtime.ts';

const at = (rt: Runtime, args: number, i: number): number => rt.mem.ld(args + 8 * i);

export function extreme(name: 'min' | 'max'): MethodSpec {
  return {
    convention: 'tuple',
    keywords: true,
    call: (rt, _self, args, nargs, kw) => {
      if (nargs === 0) {
        positional(rt, name, 0, 1, 1);
        return E.formatError(rt, 'TypeError', '%s expected at least 1 argument, got 0', name);
      }
      const given = searchedKeywords(rt, name, ['key', 'default'], 0, args + 8 * nargs, 0, kw);
      if (given === null) return 0;
      const [wanted = 0, fallback = 0] = given;
      const key = wanted === rt.none ? 0 : wanted;
      if (nargs > 1 && fallback !== 0) {
        const format = 'Cannot specify a default for %s() with multiple positional arguments';
        return E.formatError(rt, 'TypeError', format, name);
      }
      const it = A.iterate(rt, nargs > 1 ? rt.argsTuple : at(rt, args, 0));
      if (it === 0) return 0;
      let best = 0;
      let bestKey = 0;
      for (let item = A.next(rt, it); item !== 0; item = A.next(rt, it)) {
        const value = key === 0 ? rt.incref(item) : callValues(rt, key, [item]);
        if (value === 0) {
          rt.decref(item);
          break;
        }
        const better = best === 0 ? 1 : A.compareTruth(rt, value, bestKey, name === 'max' ? A.GT : A.LT);
        if (better === 1) {
          rt.xdecref(bestKey);
          rt.xdecref(best);
          best = item;
          bestKey = value;
        } else if (better === 0) {
          rt.decref(item);
          rt.decref(value);
        } else {
          rt.decref(value);
          rt.decref(item);
          break;
        }
      }
      const failed = rt.failed();
      rt.xdecref(bestKey);
      if (failed) {
        rt.xdecref(best);
        best = 0;
      } else if (best === 0 && fallback !== 0) best = rt.incref(fallback);
      else if (best === 0) E.formatError(rt, 'ValueError', '%s() arg is an empty sequence', name);
      rt.decref(it);
      return best;
    },
  };
}

export function anyAll(any: boolean): MethodSpec {
  return {
    convention: 'one',
    call: (rt, _self, args) => {
      const it = A.iterate(rt, at(rt, args, 0));
      if (it === 0) return 0;
      for (let item = A.next(rt, it); item !== 0; item = A.next(rt, it)) {
        const truth = A.isTrue(rt, item);
        rt.decref(item);
        if (truth < 0 || (truth === 1) === any) {
          rt.decref(it);
          return truth < 0 ? 0 : rt.bool(any);
        }
      }
      rt.decref(it);
      return rt.failed() ? 0 : rt.bool(!any);
    },
  };
}
