/** Methods of str that give one text or an answer. Models the `unicode_*_impl` functions of Objects/unicodeobject.c. */
import { asIndex } from './abstract.ts';
import { named, positional, textArgument } from './arguments.ts';
import type { MethodSpec, Methods } from './define.ts';
import { formatError, setError } from './errors.ts';
import type { Runtime } from './runtime.ts';
import { freshStr, isStr, STR_LENGTH, STR_WIDTH, textOf } from './str.ts';
import { formatMap, formatTemplate, namedIn } from './strFormat.ts';
import { ownFormat } from './strobject.ts';
import * as P from './strParts.ts';
import { freshOrEmpty, unchanged } from './strSlots.ts';
import { roomForText } from './strWriter.ts';
import * as U from './unicode.ts';

/** `quick`: ASCII goes straight to a new text; otherwise through a scratch array of three characters for each. */
/** `quick`: ASCII is changed in place of its own; `keeps`: an empty text is given back before anything is asked for. */
function caseMethod(change: (text: string) => string, quick: boolean, keeps = false): MethodSpec {
  return {
    convention: 'noargs',
    call: (rt, self) => {
      const text = textOf(rt, self);
      const length = rt.mem.ld(self + STR_LENGTH);
      if (keeps && length === 0) return unchanged(rt, self);
      rt.work(length >> 3);
      if (quick && rt.mem.ld(self + STR_WIDTH) === 0) return freshOrEmpty(rt, change(text));
      const scratch = rt.alloc.malloc(12 * length);
      const result = freshOrEmpty(rt, change(text));
      rt.alloc.free(scratch);
      return result;
    },
  };
}

function stripMethod(name: string, left: boolean, right: boolean): MethodSpec {
  return {
    convention: 'fast',
    call: (rt, self, args, nargs) => {
      if (!positional(rt, name, nargs, 0, 1)) return 0;
      const given = nargs === 0 ? rt.none : rt.mem.ld(args);
      if (given !== rt.none && !isStr(rt, given)) {
        return formatError(rt, 'TypeError', '%s arg must be None or str', name);
      }
      const text = textOf(rt, self);
      const result = P.strip(text, given === rt.none ? null : textOf(rt, given), left, right);
      return result.length === text.length ? unchanged(rt, self) : part(rt, result);
    },
  };
}

/** As PyUnicode_Substring: one Latin-1 character is the shared one. */
function part(rt: Runtime, text: string): number {
  if (text.length === 1 && text.charCodeAt(0) < 256) return rt.incref(rt.latin1 + text.charCodeAt(0) * 96);
  return freshOrEmpty(rt, text);
}

function padMethod(name: string, side: -1 | 0 | 1): MethodSpec {
  return {
    convention: 'fast',
    call: (rt, self, args, nargs) => {
      if (!positional(rt, name, nargs, 1, 2)) return 0;
      const width = asIndex(rt, rt.mem.ld(args), 'OverflowError');
      if (width === null) return 0;
      let fill = ' ';
      if (nargs > 1) {
        const o = rt.mem.ld(args + 8);
        if (!isStr(rt, o)) {
          const type = rt.tpName(rt.typeOf(o));
          return formatError(
            rt,
            'TypeError',
            'The fill character must be a unicode character, not %.100s',
            type,
          );
        }
        if (rt.mem.ld(o + STR_LENGTH) !== 1) {
          return setError(rt, 'TypeError', 'The fill character must be exactly one character long');
        }
        fill = textOf(rt, o);
      }
      if (width <= rt.mem.ld(self + STR_LENGTH)) return unchanged(rt, self);
      roomForText(rt, width);
      return freshStr(rt, P.pad(textOf(rt, self), width, fill, side));
    },
  };
}

function question(name: string): MethodSpec {
  const ask = U.QUESTIONS[name];
  if (ask === undefined) throw new Error(`no question ${name}`);
  return { convention: 'noargs', call: (rt, self) => rt.bool(ask(textOf(rt, self))) };
}

function removeAffix(name: string, front: boolean): MethodSpec {
  return {
    convention: 'one',
    call: (rt, self, args) => {
      const affix = textArgument(rt, name, 'argument', rt.mem.ld(args));
      if (affix === null) return 0;
      const text = textOf(rt, self);
      if (affix === '' || !(front ? text.startsWith(affix) : text.endsWith(affix)))
        return unchanged(rt, self);
      return part(rt, front ? text.slice(affix.length) : text.slice(0, text.length - affix.length));
    },
  };
}

const zfill: MethodSpec = {
  convention: 'one',
  call: (rt, self, args) => {
    const width = asIndex(rt, rt.mem.ld(args), 'OverflowError');
    if (width === null) return 0;
    if (width <= rt.mem.ld(self + STR_LENGTH)) return unchanged(rt, self);
    roomForText(rt, width);
    return freshStr(rt, P.zfill(textOf(rt, self), width));
  },
};

const expandtabs: MethodSpec = {
  convention: 'fast',
  keywords: true,
  call: (rt, self, args, nargs, kw) => {
    const given = named(rt, 'str.expandtabs', ['tabsize'], 0, args, nargs, kw);
    if (given === null) return 0;
    const size = given[0] ? asIndex(rt, given[0], 'OverflowError') : 8;
    if (size === null) return 0;
    const text = textOf(rt, self);
    if (!text.includes('\t')) return unchanged(rt, self);
    roomForText(rt, text.length + Math.max(0, size) * (text.split('\t').length - 1));
    return freshOrEmpty(rt, P.expandtabs(text, size));
  },
};

const format: MethodSpec = {
  convention: 'tuple',
  keywords: true,
  call: (rt, self, args, nargs, kw) => {
    const dict = kw === 0 ? 0 : rt.argsDict;
    return formatTemplate(rt, self, args, nargs, namedIn(dict));
  },
};

const formatSelf: MethodSpec = {
  convention: 'one',
  call: (rt, self, args) => {
    const spec = textArgument(rt, '__format__', 'argument', rt.mem.ld(args));
    if (spec === null) return 0;
    return spec === '' ? unchanged(rt, self) : ownFormat(rt, self, spec);
  },
};

export const STR_METHODS: Methods = {
  upper: caseMethod(U.upper, true),
  lower: caseMethod(U.lower, true),
  casefold: caseMethod(U.casefold, true),
  title: caseMethod(U.title, false),
  capitalize: caseMethod(U.capitalize, false, true),
  swapcase: caseMethod(U.swapcase, false),
  strip: stripMethod('strip', true, true),
  lstrip: stripMethod('lstrip', true, false),
  rstrip: stripMethod('rstrip', false, true),
  center: padMethod('center', 0),
  ljust: padMethod('ljust', -1),
  rjust: padMethod('rjust', 1),
  zfill,
  expandtabs,
  removeprefix: removeAffix('removeprefix', true),
  removesuffix: removeAffix('removesuffix', false),
  isalpha: question('isalpha'),
  isdigit: question('isdigit'),
  isdecimal: question('isdecimal'),
  isnumeric: question('isnumeric'),
  isalnum: question('isalnum'),
  isspace: question('isspace'),
  isupper: question('isupper'),
  islower: question('islower'),
  istitle: question('istitle'),
  isidentifier: question('isidentifier'),
  isascii: question('isascii'),
  isprintable: question('isprintable'),
  format,
  format_map: { convention: 'one', call: (rt, self, args) => formatMap(rt, self, rt.mem.ld(args)) },
  __format__: formatSelf,
};
