/** repr() and str() as JS text. Models Objects/object.c `PyObject_Repr`, `PyObject_Str`, `Py_ReprEnter`. */
import * as H from './header.ts';
import { enter, LIGHT, leave } from './nesting.ts';
import type { Runtime } from './runtime.ts';
import { textOf } from './str.ts';
import { isPrintable } from './unicode.ts';

export const IN_REPR = ' while getting the repr of an object';
export const IN_STR = ' while getting the str of an object';

/** null = an exception is set. */
export function reprText(rt: Runtime, o: number): string | null {
  rt.work(1);
  if (!enter(rt, LIGHT, IN_REPR)) return null;
  const text = rt.recordOf(o).repr(rt, o);
  leave(rt, LIGHT);
  return text;
}

export function strText(rt: Runtime, o: number): string | null {
  if (rt.typeOf(o) === rt.types.str) return textOf(rt, o);
  const { str, repr } = rt.recordOf(o);
  if (str === null) rt.work(1);
  if (!enter(rt, LIGHT, IN_STR)) return null;
  const text = (str ?? repr)(rt, o);
  leave(rt, LIGHT);
  return text;
}

/** `<module.Class object at 0x…>`. Models `object_repr` of Objects/typeobject.c. */
export function objectText(rt: Runtime, o: number): string {
  const type = rt.typeOf(o);
  let name = rt.tpName(type);
  if (rt.mem.ld(type + H.TP_FLAGS) & H.FLAG_HEAP) {
    const module = rt.classModule(rt, type);
    const text = rt.typeOf(module) === rt.types.str ? textOf(rt, module) : 'builtins';
    if (text !== 'builtins') name = `${text}.${textOf(rt, rt.mem.ld(type + H.HT_QUALNAME))}`;
  }
  return `<${name} object at ${pointer(o)}>`;
}

/** As Python quotes a text; `ascii` escapes whatever is beyond, as ascii() does. Models `unicode_repr`. */
export function quoted(text: string, ascii = false): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  let out = quote;
  for (const c of text) {
    const code = c.codePointAt(0) ?? 0;
    if (c === quote || c === '\\') out += `\\${c}`;
    else if (c === '\n') out += '\\n';
    else if (c === '\r') out += '\\r';
    else if (c === '\t') out += '\\t';
    else if (code < 127 ? code >= 32 : !ascii && isPrintable(code)) out += c;
    else if (code < 256) out += `\\x${code.toString(16).padStart(2, '0')}`;
    else if (code < 65536) out += `\\u${code.toString(16).padStart(4, '0')}`;
    else out += `\\U${code.toString(16).padStart(8, '0')}`;
  }
  return out + quote;
}

/** `0x7f…`: the address as `%p` prints it. */
export function pointer(o: number): string {
  return `0x${(0x7f0000000000 + o).toString(16)}`;
}
