/** A short repr that never runs Python code, for pictures and for what has died. */

import { bytesText, quotedBytes } from '../objects/bytes.ts';
import { dictUsed, keyAt, nextEntry, valueAt } from '../objects/dictWalk.ts';
import { EXC_ARGS } from '../objects/exception.ts';
import { floatText } from '../objects/float.ts';
import { codeOf, GEN_QUALNAME } from '../objects/frame.ts';
import { FN_NAME } from '../objects/function.ts';
import * as H from '../objects/header.ts';
import { intText } from '../objects/int.ts';
import { LIST_ITEMS } from '../objects/list.ts';
import type { Runtime } from '../objects/runtime.ts';
import { keyIn, nextSlot, SET_USED } from '../objects/set.ts';
import { textOf } from '../objects/str.ts';
import { quoted } from '../objects/text.ts';

const K = H.KIND;
const WIDTH = 80;
const ITEMS = 8;

export function shortRepr(rt: Runtime, o: number, depth = 2): string {
  const text = describe(rt, o, depth);
  return text.length > WIDTH ? `${text.slice(0, WIDTH - 1)}…` : text;
}

function listed(
  rt: Runtime,
  open: string,
  close: string,
  items: readonly number[],
  total: number,
  depth: number,
): string {
  if (depth <= 0 && total > 0) return `${open}…${close}`;
  const parts = items.map((item) => shortRepr(rt, item, depth - 1));
  if (total > items.length) parts.push('…');
  return open + parts.join(', ') + close;
}

function describe(rt: Runtime, o: number, depth: number): string {
  const m = rt.mem;
  const type = rt.typeOf(o);
  const name = rt.typeName(type);
  const heap = (m.ld(type + H.TP_FLAGS) & H.FLAG_HEAP) !== 0;
  const kind = rt.kindOf(o);
  switch (kind) {
    case K.none:
    case K.bool:
      return rt.recordOf(o).repr(rt, o) ?? name;
    case K.int:
      return intText(rt, o);
    case K.float:
      return floatText(m.ldf(o + 16));
    case K.str:
      return quoted(textOf(rt, o).slice(0, WIDTH));
    case K.bytes:
      return quotedBytes(bytesText(rt, o).slice(0, WIDTH));
    case K.list:
    case K.tuple: {
      if (heap) return `<${name} object>`;
      const n = m.ld(o + H.OB_SIZE);
      const from = kind === K.list ? m.ld(o + LIST_ITEMS) : o + 24;
      const items = Array.from({ length: Math.min(n, ITEMS) }, (_, i) => m.ld(from + 8 * i)).filter(
        (item) => item !== 0,
      );
      if (kind === K.list) return listed(rt, '[', ']', items, n, depth);
      return listed(rt, '(', n === 1 ? ',)' : ')', items, n, depth);
    }
    case K.dict: {
      const n = dictUsed(rt, o);
      if (depth <= 0 && n > 0) return '{…}';
      const parts: string[] = [];
      for (let k = nextEntry(rt, o, 0); k >= 0 && parts.length < ITEMS; k = nextEntry(rt, o, k + 1)) {
        parts.push(
          `${shortRepr(rt, keyAt(rt, o, k), depth - 1)}: ${shortRepr(rt, valueAt(rt, o, k), depth - 1)}`,
        );
      }
      if (n > parts.length) parts.push('…');
      return `{${parts.join(', ')}}`;
    }
    case K.set: {
      const n = m.ld(o + SET_USED);
      if (n === 0) return `${name}()`;
      const items: number[] = [];
      for (let i = nextSlot(rt, o, 0); i >= 0 && items.length < ITEMS; i = nextSlot(rt, o, i + 1))
        items.push(keyIn(rt, o, i));
      const body = listed(rt, '{', '}', items, n, depth);
      return name === 'set' ? body : `${name}(${body})`;
    }
    case K.function:
      return `<function ${m.ld(o + FN_NAME) === 0 ? '?' : textOf(rt, m.ld(o + FN_NAME))}>`;
    case K.generator:
      return `<generator ${m.ld(o + GEN_QUALNAME) === 0 ? '?' : textOf(rt, m.ld(o + GEN_QUALNAME))}>`;
    case K.type:
      return `<class ${rt.typeName(o)}>`;
    case K.module:
      return `<module ${rt.moduleName(rt, o)}>`;
    case K.code:
      return `<code ${codeOf(rt, o).code.name}>`;
    case K.builtin:
      return `<built-in ${rt.builtins[m.ld(o + 16)]?.name ?? ''}>`;
    case K.method: {
      const fn = m.ld(o + 16);
      return rt.typeOf(fn) === rt.types.function
        ? `<bound method ${textOf(rt, m.ld(fn + FN_NAME))}>`
        : '<bound method>';
    }
    case K.range:
      return rt.recordOf(o).repr(rt, o) ?? name;
    case K.exception: {
      const args = m.ld(o + EXC_ARGS);
      return args === 0 ? `${name}()` : name + describe(rt, args, 1).replace(/,\)$/, ')');
    }
    case K.weakref:
      return m.ld(o + 16) === 0 ? '<weakref; dead>' : `<weakref to ${rt.typeName(rt.typeOf(m.ld(o + 16)))}>`;
    default:
      return `<${name}${heap ? ' object' : ''}>`;
  }
}
