/**
 * What `__del__` and callbacks raise goes to standard error. Models Python/errors.c `_PyErr_WriteUnraisableMsg`,
 * `write_unraisable_exc_file`, Python/traceback.c `tb_displayline`.
 */

import * as L from '../memory/layout.ts';
import { ErrorStream, passing } from './errorStream.ts';
import { fetchError, normalizeError } from './errors.ts';
import { EXC_TRACEBACK } from './exception.ts';
import * as F from './frame.ts';
import { fromFormat } from './fromFormat.ts';
import * as H from './header.ts';
import type { Runtime } from './runtime.ts';
import { freshStr, textOf } from './str.ts';
import { reprObject, strObject } from './strobject.ts';

/** Type, value, traceback, message and object in a tuple with names. */
const HOOK_ARGUMENTS = 80;

export function reportIgnored(rt: Runtime, culprit: number): void {
  const frame = rt.mem.ld(L.CURRENT_FRAME);
  if (frame !== 0 && rt.mem.ld(L.CUR_TB) === 0 && rt.failed()) F.addTraceback(rt, frame);
  const error = fetchError(rt);
  normalizeError(rt, error);
  if (error.traceback !== 0 && error.value !== 0) {
    const old = rt.mem.ld(error.value + EXC_TRACEBACK);
    rt.mem.st(error.value + EXC_TRACEBACK, rt.incref(error.traceback));
    rt.xdecref(old);
  }
  const args = passing(rt, HOOK_ARGUMENTS);
  const stream = new ErrorStream(rt);
  if (culprit !== 0) {
    stream.writeText('Exception ignored in: ');
    if (!stream.writeMade(() => reprObject(rt, culprit))) giveUp(rt, stream, '<object repr() failed>');
    stream.writeText('\n');
  }
  if (error.traceback !== 0) writeTraceback(rt, stream, error.traceback);
  if (error.type !== 0) writeException(rt, stream, error.type, error.value);
  rt.deleteCollected(args);
  rt.xdecref(error.type);
  rt.xdecref(error.value);
  rt.xdecref(error.traceback);
}

/** What the report itself raises is forgotten. */
function giveUp(rt: Runtime, stream: ErrorStream, text: string): void {
  const error = fetchError(rt);
  rt.xdecref(error.type);
  rt.xdecref(error.value);
  rt.xdecref(error.traceback);
  stream.writeText(text);
}

function writeTraceback(rt: Runtime, stream: ErrorStream, first: number): void {
  rt.decref(freshStr(rt, 'tracebacklimit'));
  stream.writeText('Traceback (most recent call last):\n');
  for (let tb = first; tb !== 0 && tb !== rt.none; tb = rt.mem.ld(tb + F.TB_NEXT)) {
    const object = rt.mem.ld(tb + F.TB_FRAME);
    const { code } = F.codeOf(rt, rt.mem.ld(rt.mem.ld(object + F.FO_FRAME) + F.F_CODE));
    const format = '  File "%U", line %d, in %U\n';
    const line = fromFormat(rt, format, [code.filename, rt.mem.ld(tb + F.TB_LINE), code.name]);
    stream.writeMade(() => rt.incref(line));
    rt.decref(line);
  }
}

function writeException(rt: Runtime, stream: ErrorStream, type: number, value: number): void {
  const heap = (rt.mem.ld(type + H.TP_FLAGS) & H.FLAG_HEAP) !== 0;
  if (heap) {
    const module = rt.classModule(rt, type);
    const text = rt.typeOf(module) === rt.types.str ? textOf(rt, module) : '<unknown>';
    if (text !== 'builtins' && text !== '__main__') {
      stream.writeMade(() => rt.incref(module));
      stream.writeText('.');
    }
  }
  const name = heap ? rt.incref(rt.mem.ld(type + H.HT_QUALNAME)) : freshStr(rt, rt.typeName(type));
  stream.writeMade(() => rt.incref(name));
  rt.decref(name);
  if (value !== 0 && value !== rt.none) {
    stream.writeText(': ');
    if (!stream.writeMade(() => strObject(rt, value))) giveUp(rt, stream, '<exception str() failed>');
  }
  stream.writeText('\n');
}
