/** Objects of which there is one, and small ones that are shared. Models `pycore_init_singletons`. */

import { newInstanceDict } from './attributes.ts';
import { makeBytesSingletons } from './bytes.ts';
import * as De from './descriptors.ts';

import { initKeys, UNICODE } from './dictKeys.ts';
import * as H from './header.ts';
import * as I from './int.ts';
import type { Runtime } from './runtime.ts';
import { sequenceToTuple } from './sequences.ts';
import { makeLatin1, staticInterned, staticStr } from './str.ts';
import { lookupText } from './typetools.ts';

/** Objects that later steps refer to; then dicts, bases and mro of all types so far. */
export function bootSingletons(rt: Runtime): void {
  const m = rt.mem;
  const t = rt.types;
  rt.none = rt.staticObject(t.none, 16);
  rt.ellipsis = rt.staticObject(t.ellipsis, 16);
  rt.notImplemented = rt.staticObject(t.notImplemented, 16);
  for (const [name, value] of [
    ['true_', 1],
    ['false_', 0],
  ] as const) {
    rt[name] = rt.staticObject(t.bool, 32);
    m.st(rt[name] + H.OB_SIZE, value);
    m.st(rt[name] + I.INT_DIGITS, value);
  }
  rt.emptyTuple = rt.staticObject(t.tuple, 24);
  I.makeSmallInts(rt);
  makeLatin1(rt);
  rt.emptyStr = rt.staticObject(t.str, 64);
  m.st(rt.emptyStr + 24, 0);
  m.st(rt.emptyStr + 40, rt.texts.add(''));
  m.st(rt.emptyStr + 36, 1);
  rt.interned.set('', rt.emptyStr);
  makeBytesSingletons(rt);
  rt.listIndexError = staticStr(rt, 'list index out of range');
  rt.emptyKeys = rt.staticBlock(48);
  initKeys(rt, rt.emptyKeys, 0, UNICODE);
  m.st(rt.emptyKeys, H.IMMORTAL);
  for (const name of [
    '__name__',
    '__doc__',
    '__module__',
    '__qualname__',
    '__dict__',
    '__weakref__',
    '__slots__',
    /* names of code without a name of its own (Include/internal/pycore_global_strings.h) */
    '<module>',
    '<lambda>',
    '<genexpr>',
    '<listcomp>',
    '<setcomp>',
    '<dictcomp>',
  ]) {
    staticInterned(rt, name);
  }
  rt.sequenceTuple = sequenceToTuple;
  rt.newSuper = De.newSuper;
  rt.newInstanceDict = newInstanceDict;
  rt.lookupSpecialText = (r, o, name) => lookupText(r, r.typeOf(o), name);
}
