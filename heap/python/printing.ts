/** `print`, and how text comes out without leaving a trace in memory. Models Python/bltinmodule.c `builtin_print`. */
import * as L from '../memory/layout.ts';
import { invalidKeyword } from '../objects/arguments.ts';
import * as E from '../objects/errors.ts';
import { enter, IN_CALL, LIGHT, leave } from '../objects/nesting.ts';
import type { Runtime } from '../objects/runtime.ts';
import { isStr, textOf } from '../objects/str.ts';
import { strText } from '../objects/text.ts';
import { tupleItem, tupleSize } from '../objects/tuple.ts';

const at = (rt: Runtime, args: number, i: number): number => rt.mem.ld(args + 8 * i);

/** Runs with requests going to the region of constants and counters kept: what print and the echo do. */
export function isolated<T>(rt: Runtime, work: () => T): T {
  const m = rt.mem;
  const before = rt.alloc.isolated;
  const counts = [0, 1, 2].map((g) => m.ld(L.GENERATION(g) + L.GEN_COUNT));
  const collecting = m.ld(L.GC_COLLECTING);
  rt.alloc.isolated = true;
  m.st(L.GC_COLLECTING, 1);
  const result = work();
  m.st(L.GC_COLLECTING, collecting);
  if (!before) {
    counts.forEach((count, g) => {
      m.st(L.GENERATION(g) + L.GEN_COUNT, count);
    });
  }
  rt.alloc.isolated = before;
  return result;
}

export function print(rt: Runtime, _self: number, args: number, nargs: number, kw: number): number {
  return isolated(rt, () => {
    let separator = ' ';
    let end = '\n';
    for (let i = 0; kw !== 0 && i < tupleSize(rt, kw); i++) {
      const name = textOf(rt, tupleItem(rt, kw, i));
      const value = at(rt, args, nargs + i);
      if (name === 'sep' || name === 'end') {
        if (value !== rt.none && !isStr(rt, value)) {
          const type = rt.tpName(rt.typeOf(value));
          return E.formatError(rt, 'TypeError', `${name} must be None or a string, not %.200s`, type);
        }
        const text = value === rt.none ? null : textOf(rt, value);
        if (name === 'sep') separator = text ?? ' ';
        else end = text ?? '\n';
      } else if (name !== 'flush' && name !== 'file') {
        return invalidKeyword(rt, name, 'print');
      }
    }
    /* the stream's write() is a call like others */
    if (!enter(rt, LIGHT, IN_CALL)) return 0;
    leave(rt, LIGHT);
    for (let i = 0; i < nargs; i++) {
      const text = strText(rt, at(rt, args, i));
      if (text === null) return 0;
      rt.write((i > 0 ? separator : '') + text);
    }
    rt.write(end);
    return rt.newNone();
  });
}
