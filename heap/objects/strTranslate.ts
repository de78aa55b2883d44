/** `str.maketrans` and `str.translate`. Models Objects/unicodeobject.c `_PyUnicode_TranslateCharmap`. */
import * as A from './abstract.ts';
import { positional } from './arguments.ts';
import type { MethodSpec, Methods } from './define.ts';
import * as D from './dict.ts';
import { keyAt, nextEntry, valueAt } from './dictWalk.ts';
import { formatError, setError, swallow } from './errors.ts';
import { isInt, newInt, toBig } from './int.ts';
import type { Runtime } from './runtime.ts';
import { isStr, textOf } from './str.ts';
import { StrWriter } from './strWriter.ts';

function put(rt: Runtime, dict: number, key: number, value: number): boolean {
  const hash = A.hashOf(rt, key);
  return !(hash === -1 && rt.failed()) && D.insert(rt, dict, key, value, hash) >= 0;
}

function fromMapping(rt: Runtime, source: number, dict: number): boolean {
  for (let k = nextEntry(rt, source, 0); k >= 0; k = nextEntry(rt, source, k + 1)) {
    const key = keyAt(rt, source, k);
    let code = key;
    if (isStr(rt, key)) {
      const [only, second] = [...textOf(rt, key)];
      if (only === undefined || second !== undefined) {
        setError(rt, 'ValueError', 'string keys in translate table must be of length 1');
        return false;
      }
      code = newInt(rt, only.codePointAt(0) ?? 0);
    } else if (isInt(rt, key)) rt.incref(code);
    else {
      setError(rt, 'TypeError', 'keys in translate table must be strings or integers');
      return false;
    }
    const done = put(rt, dict, code, valueAt(rt, source, k));
    rt.decref(code);
    if (!done) return false;
  }
  return true;
}

function fromTexts(rt: Runtime, from: number, to: number, without: number, dict: number): boolean {
  const [left, right] = [[...textOf(rt, from)], [...textOf(rt, to)]];
  if (left.length !== right.length) {
    setError(rt, 'ValueError', 'the first two maketrans arguments must have equal length');
    return false;
  }
  left.forEach((c, i) => {
    const [key, value] = [newInt(rt, c.codePointAt(0) ?? 0), newInt(rt, right[i]?.codePointAt(0) ?? 0)];
    put(rt, dict, key, value);
    rt.decref(key);
    rt.decref(value);
  });
  for (const c of without === 0 ? '' : textOf(rt, without)) {
    const key = newInt(rt, c.codePointAt(0) ?? 0);
    put(rt, dict, key, rt.none);
    rt.decref(key);
  }
  return true;
}

const maketrans: MethodSpec = {
  convention: 'fast',
  kind: 'static',
  call: (rt, _self, args, nargs) => {
    if (!positional(rt, 'maketrans', nargs, 1, 3)) return 0;
    const [x, y, z] = [0, 8, 16].map((at) => rt.mem.ld(args + at));
    const dict = D.newDict(rt);
    let done = false;
    if (nargs === 1) {
      if (rt.typeOf(x ?? 0) === rt.types.dict) done = fromMapping(rt, x ?? 0, dict);
      else setError(rt, 'TypeError', 'if you give only one argument to maketrans it must be a dict');
    } else if (!isStr(rt, x ?? 0))
      setError(rt, 'TypeError', 'first maketrans argument must be a string if there is a second argument');
    else if (!isStr(rt, y ?? 0) || (nargs > 2 && !isStr(rt, z ?? 0))) {
      const bad = !isStr(rt, y ?? 0) ? (y ?? 0) : (z ?? 0);
      const which = bad === y ? 2 : 3;
      const name = rt.tpName(rt.typeOf(bad));
      formatError(rt, 'TypeError', `maketrans() argument ${which} must be str, not %.50s`, name);
    } else done = fromTexts(rt, x ?? 0, y ?? 0, nargs > 2 ? (z ?? 0) : 0, dict);
    if (done) return dict;
    rt.decref(dict);
    return 0;
  },
};

/** What a character becomes; null = an exception is set. */
function replacement(rt: Runtime, table: number, c: string): string | null {
  const code = newInt(rt, c.codePointAt(0) ?? 0);
  const value = A.getItem(rt, table, code);
  rt.decref(code);
  if (value === 0) return swallow(rt, 'LookupError') ? c : null;
  let made: string | null = null;
  if (value === rt.none) made = '';
  else if (isStr(rt, value)) made = textOf(rt, value);
  else if (isInt(rt, value)) {
    const point = toBig(rt, value);
    if (point < 0n || point > 0x10ffffn)
      setError(rt, 'ValueError', 'character mapping must be in range(0x110000)');
    else made = String.fromCodePoint(Number(point));
  } else setError(rt, 'TypeError', 'character mapping must return integer, None or str');
  rt.decref(value);
  return made;
}

const translate: MethodSpec = {
  convention: 'one',
  call: (rt, self, args) => {
    const characters = [...textOf(rt, self)];
    const writer = new StrWriter(rt, 0);
    writer.overallocate = false;
    writer.reserve(characters.length);
    // Plain characters are looked up once.
    const known = new Map<string, string>();
    for (const c of characters) {
      const made = known.get(c) ?? replacement(rt, rt.mem.ld(args), c);
      if (made === null) return writer.drop();
      if (c < '\x80' && made.length <= 1 && made < '\x80') known.set(c, made);
      writer.write(made);
    }
    return writer.finish();
  },
};

export const STR_TRANSLATE: Methods = { maketrans, translate };
