/** What `__del__` and callbacks raise goes to standard error. Models Python/errors.c `_PyErr_WriteUnraisableMsg`. */
import { fetchError, normalizeError } from './errors.ts';
import { newListWithRoom } from './list.ts';
import type { Runtime } from './runtime.ts';
import { reprText, strText } from './text.ts';

export function reportIgnored(rt: Runtime, culprit: number): void {
  const error = fetchError(rt);
  const isolated = rt.alloc.isolated;
  rt.alloc.isolated = true;
  normalizeError(rt, error);
  const where = culprit === 0 ? '' : ` in: ${reprText(rt, culprit) ?? '<object repr() failed>'}`;
  const type = error.type === 0 ? '' : rt.typeName(error.type);
  const text = error.value === 0 ? '' : (strText(rt, error.value) ?? '');
  rt.errorOutput += `Exception ignored${where}\n${type}: ${text}\n`;
  rt.alloc.isolated = isolated;
  // Of what writing to standard error takes and gives back, one list stays in its free list: the pending pieces of
  // Modules/_io/textio.c `_io_TextIOWrapper_write_impl`. The rest is not modelled.
  if (!isolated) rt.decref(newListWithRoom(rt, 2));
  rt.xdecref(error.type);
  rt.xdecref(error.value);
  rt.xdecref(error.traceback);
}
