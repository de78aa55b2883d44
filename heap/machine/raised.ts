/** An exception as the prompt prints it. Models Python/traceback.c `PyTraceBack_Print` for source that is not a file. */

import type { SyntaxFault } from '../objects/code.ts';
import { clearError } from '../objects/errors.ts';
import { EXC_CAUSE, EXC_CONTEXT, EXC_SUPPRESS, EXC_TRACEBACK } from '../objects/exception.ts';
import * as F from '../objects/frame.ts';
import * as H from '../objects/header.ts';
import type { Runtime } from '../objects/runtime.ts';
import { textOf } from '../objects/str.ts';
import { strText } from '../objects/text.ts';
import { lookupText } from '../objects/typetools.ts';
import type { RaisedView } from './views.ts';

interface PendingError {
  readonly type: number;
  readonly value: number;
  readonly traceback: number;
}

export function raisedView(rt: Runtime, error: PendingError, source: string): RaisedView {
  const message = safeText(rt, error.value);
  const place = innermost(rt, error.traceback, source);
  return {
    type: rt.typeName(error.type),
    message,
    traceback: chain(rt, error.value, new Set()),
    line: place?.line ?? null,
    column: place?.column ?? null,
  };
}

function safeText(rt: Runtime, value: number): string {
  const text = strText(rt, value);
  if (text !== null) return text;
  clearError(rt);
  return '<exception str() failed>';
}

/** The deepest entry of the traceback whose code came from this input. */
function innermost(rt: Runtime, traceback: number, source: string): { line: number; column: number } | null {
  let found: { line: number; column: number } | null = null;
  for (let tb = traceback; tb !== 0 && tb !== rt.none; tb = rt.mem.ld(tb + F.TB_NEXT)) {
    const object = rt.mem.ld(tb + F.TB_FRAME);
    const record = F.codeOf(rt, rt.mem.ld(rt.mem.ld(object + F.FO_FRAME) + F.F_CODE));
    if (record.source !== source) continue;
    const at = 4 * Math.max(0, rt.mem.ld(tb + F.TB_LASTI));
    const line = record.code.positions[at] ?? -1;
    if (line > 0) found = { line, column: Math.max(0, record.code.positions[at + 2] ?? 0) };
  }
  return found;
}

function chain(rt: Runtime, value: number, seen: Set<number>): string {
  const m = rt.mem;
  seen.add(value);
  let text = '';
  const cause = m.ld(value + EXC_CAUSE);
  const context = m.ld(value + EXC_CONTEXT);
  if (cause !== 0 && !seen.has(cause)) {
    text = `${chain(rt, cause, seen)}\nThe above exception was the direct cause of the following exception:\n\n`;
  } else if (context !== 0 && m.ld(value + EXC_SUPPRESS) === 0 && !seen.has(context)) {
    text = `${chain(rt, context, seen)}\nDuring handling of the above exception, another exception occurred:\n\n`;
  }
  const tb = m.ld(value + EXC_TRACEBACK);
  if (tb !== 0 && tb !== rt.none) text += `Traceback (most recent call last):\n${entries(rt, tb)}`;
  const type = rt.typeOf(value);
  const message = safeText(rt, value);
  return `${text}${title(rt, type)}${message === '' ? '' : `: ${message}`}\n`;
}

function title(rt: Runtime, type: number): string {
  if ((rt.mem.ld(type + H.TP_FLAGS) & H.FLAG_HEAP) === 0) return rt.typeName(type);
  const module = lookupText(rt, type, '__module__');
  const prefix = module === 0 || rt.typeOf(module) !== rt.types.str ? '' : textOf(rt, module);
  const name = textOf(rt, rt.mem.ld(type + H.HT_QUALNAME));
  return prefix === '' || prefix === '__main__' || prefix === 'builtins' ? name : `${prefix}.${name}`;
}

function entries(rt: Runtime, traceback: number): string {
  const lines: string[] = [];
  for (let tb = traceback; tb !== 0 && tb !== rt.none; tb = rt.mem.ld(tb + F.TB_NEXT)) {
    const object = rt.mem.ld(tb + F.TB_FRAME);
    const record = F.codeOf(rt, rt.mem.ld(rt.mem.ld(object + F.FO_FRAME) + F.F_CODE));
    lines.push(
      `  File "${record.code.filename}", line ${rt.mem.ld(tb + F.TB_LINE)}, in ${record.code.name}\n`,
    );
  }
  let text = '';
  for (let i = 0; i < lines.length; ) {
    let n = 1;
    while (lines[i + n] === lines[i]) n++;
    text += (lines[i] ?? '').repeat(Math.min(n, 3));
    if (n > 3) text += `  [Previous line repeated ${n - 3} more time${n > 4 ? 's' : ''}]\n`;
    i += n;
  }
  return text;
}

/** A line above 0 and a column above 0 are shown; CPython names neither for some errors. */
export function syntaxView(source: string, fault: SyntaxFault): RaisedView {
  const { type, message } = fault;
  const title = `${type}${message === '' ? '' : `: ${message}`}\n`;
  if (fault.line === 0) return { type, message, traceback: title, line: null, column: null };
  const line = source.split(/\r\n?|\n/)[fault.line - 1] ?? '';
  const trimmed = line.trimStart();
  const caret = ' '.repeat(Math.max(0, fault.column - 1 - (line.length - trimmed.length)));
  const pointer = fault.column > 0 ? `    ${caret}^\n` : '';
  return {
    type,
    message,
    traceback: `  File "<stdin>", line ${fault.line}\n    ${trimmed}\n${pointer}${title}`,
    line: fault.line,
    column: Math.max(0, fault.column - 1),
  };
}
