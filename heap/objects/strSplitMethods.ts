/** Methods of str that look for parts, take apart and join. Models Objects/stringlib/split.h, join of Objects/unicodeobject.c. */
import { asIndex } from './abstract.ts';
import { named, parsed, positional, sliceBound, textArgument } from './arguments.ts';
import type { MethodSpec, Methods } from './define.ts';
import { formatError, setError } from './errors.ts';
import * as H from './header.ts';
import { newInt } from './int.ts';
import { appendOwned, LIST_ITEMS, newList, reverseList } from './list.ts';
import type { Runtime } from './runtime.ts';
import { sequenceFast } from './sequences.ts';
import { freshStr, isStr, newStr, STR_LENGTH, STR_WIDTH, textOf } from './str.ts';
import * as P from './strParts.ts';
import * as S from './strSearch.ts';
import { freshOrEmpty, unchanged } from './strSlots.ts';
import { roomForText } from './strWriter.ts';
import { newTuple, tupleItem, tupleSize } from './tuple.ts';

const PREALLOCATED = 12;
const END = Number.MAX_SAFE_INTEGER;

interface Search {
  readonly part: number;
  readonly start: number;
  readonly end: number;
}

/** What find and its like are given: something, and optional bounds. */
function searchArguments(rt: Runtime, name: string, args: number, nargs: number): Search | null {
  if (!parsed(rt, name, nargs, 1, 3)) return null;
  const start = sliceBound(rt, nargs > 1 ? rt.mem.ld(args + 8) : 0, 0);
  if (start === null) return null;
  const end = sliceBound(rt, nargs > 2 ? rt.mem.ld(args + 16) : 0, END);
  if (end === null) return null;
  return { part: rt.mem.ld(args), start, end };
}

/**
 * What is looked for in a text of wider characters is copied into wide ones first (`unicode_askind`): the block, or 0
 * where the two are of a kind.
 */
function widen(rt: Runtime, self: number, part: number): number {
  const [width, own] = [self, part].map((o) => Math.max(1, rt.mem.ld(o + STR_WIDTH)));
  if (width === undefined || own === undefined || own >= width) return 0;
  return rt.alloc.malloc(rt.mem.ld(part + STR_LENGTH) * width);
}

function searchMethod(name: string, last: boolean, must: boolean, counts: boolean): MethodSpec {
  return {
    convention: 'tuple',
    call: (rt, self, args, nargs) => {
      const search = searchArguments(rt, name, args, nargs);
      if (search === null) return 0;
      if (!isStr(rt, search.part)) {
        return formatError(rt, 'TypeError', 'must be str, not %.100s', rt.tpName(rt.typeOf(search.part)));
      }
      const text = textOf(rt, self);
      const part = textOf(rt, search.part);
      rt.work(text.length >> 5);
      const length = rt.mem.ld(search.part + STR_LENGTH);
      /* a single character is looked for as it is */
      const asText = counts || length !== 1;
      const fits = asText && length <= Math.min(search.end, rt.mem.ld(self + STR_LENGTH)) - search.start;
      const widened = fits ? widen(rt, self, search.part) : 0;
      if (widened !== 0) rt.alloc.free(widened);
      if (counts) return newInt(rt, S.count(text, part, search.start, search.end));
      const at = S.find(text, part, search.start, search.end, last);
      if (at < 0 && must) return setError(rt, 'ValueError', 'substring not found');
      return newInt(rt, at);
    },
  };
}

function affixMethod(name: string, tail: boolean): MethodSpec {
  return {
    convention: 'tuple',
    call: (rt, self, args, nargs) => {
      const search = searchArguments(rt, name, args, nargs);
      if (search === null) return 0;
      const text = textOf(rt, self);
      if (rt.flagsOf(search.part) & H.FLAG_TUPLE) {
        for (let i = 0; i < tupleSize(rt, search.part); i++) {
          const part = tupleItem(rt, search.part, i);
          if (!isStr(rt, part)) {
            const type = rt.tpName(rt.typeOf(part));
            return formatError(rt, 'TypeError', `tuple for ${name} must only contain str, not %.100s`, type);
          }
          if (S.matchesAt(text, textOf(rt, part), search.start, search.end, tail)) return rt.bool(true);
        }
        return rt.bool(false);
      }
      if (!isStr(rt, search.part)) {
        const type = rt.tpName(rt.typeOf(search.part));
        return formatError(
          rt,
          'TypeError',
          `${name} first arg must be str or a tuple of str, not %.100s`,
          type,
        );
      }
      return rt.bool(S.matchesAt(text, textOf(rt, search.part), search.start, search.end, tail));
    },
  };
}

/** The first twelve parts lie in a list made with that room; the whole text, if exact, is its own only part. */
function partsList(rt: Runtime, self: number, given: readonly string[], room: number, right = false): number {
  rt.work(given.length);
  // From the right the last part is made first, and the list turned around at the end.
  const parts = right ? given.toReversed() : given;
  const list = newList(rt, room);
  const whole = textOf(rt, self);
  const items = rt.mem.ld(list + LIST_ITEMS);
  const n = Math.min(parts.length, room);
  for (let i = 0; i < n; i++) rt.mem.st(items + 8 * i, onePart(rt, self, whole, parts[i] ?? ''));
  rt.mem.st(list + H.OB_SIZE, n);
  for (let i = n; i < parts.length; i++) appendOwned(rt, list, onePart(rt, self, whole, parts[i] ?? ''));
  if (right) reverseList(rt, list);
  return list;
}

function onePart(rt: Runtime, self: number, whole: string, text: string): number {
  if (text.length === whole.length && rt.typeOf(self) === rt.types.str) return rt.incref(self);
  return newStr(rt, text);
}

function splitMethod(_name: string, right: boolean): MethodSpec {
  return {
    convention: 'fast',
    keywords: true,
    call: (rt, self, args, nargs, kw) => {
      const given = named(rt, right ? 'str.rsplit' : 'str.split', ['sep', 'maxsplit'], 0, args, nargs, kw);
      if (given === null) return 0;
      const limit = given[1] ? asIndex(rt, given[1], 'OverflowError') : -1;
      if (limit === null) return 0;
      const separator = given[0] === undefined || given[0] === 0 || given[0] === rt.none ? 0 : given[0];
      if (separator !== 0 && !isStr(rt, separator)) {
        return formatError(
          rt,
          'TypeError',
          'must be str or None, not %.100s',
          rt.tpName(rt.typeOf(separator)),
        );
      }
      const text = textOf(rt, self);
      const m = rt.mem;
      const room = limit < 0 || limit >= PREALLOCATED ? PREALLOCATED : limit + 1;
      if (separator === 0) {
        const parts = right ? P.rsplit(text, null, limit) : P.split(text, null, limit);
        return partsList(rt, self, parts, room, right);
      }
      const by = textOf(rt, separator);
      const impossible =
        m.ld(separator + STR_LENGTH) > m.ld(self + STR_LENGTH) ||
        Math.max(1, m.ld(separator + STR_WIDTH)) > Math.max(1, m.ld(self + STR_WIDTH));
      if (impossible) return partsList(rt, self, [text], 1);
      if (by === '') return setError(rt, 'ValueError', 'empty separator');
      const widened = widen(rt, self, separator);
      const parts = right ? P.rsplit(text, by, limit) : P.split(text, by, limit);
      const list = partsList(rt, self, parts, room, right);
      if (widened !== 0) rt.alloc.free(widened);
      return list;
    },
  };
}

const splitlines: MethodSpec = {
  convention: 'fast',
  keywords: true,
  call: (rt, self, args, nargs, kw) => {
    const given = named(rt, 'str.splitlines', ['keepends'], 0, args, nargs, kw);
    if (given === null) return 0;
    const keep = given[0] ? asIndex(rt, given[0], 'OverflowError') : 0;
    if (keep === null) return 0;
    return partsList(rt, self, P.splitlines(textOf(rt, self), keep !== 0), 0);
  },
};

function partitionMethod(right: boolean): MethodSpec {
  return {
    convention: 'one',
    call: (rt, self, args) => {
      const separator = rt.mem.ld(args);
      if (!isStr(rt, separator)) {
        return formatError(rt, 'TypeError', 'must be str, not %.100s', rt.tpName(rt.typeOf(separator)));
      }
      const text = textOf(rt, self);
      const by = textOf(rt, separator);
      if (by === '') return setError(rt, 'ValueError', 'empty separator');
      const at = right ? text.lastIndexOf(by) : text.indexOf(by);
      const tuple = newTuple(rt, 3);
      const m = rt.mem;
      if (at < 0) {
        for (let i = 0; i < 3; i++) m.st(tuple + 24 + 8 * i, rt.incref(rt.emptyStr));
        rt.decref(rt.emptyStr);
        m.st(tuple + (right ? 40 : 24), unchanged(rt, self));
      } else {
        const before = newStr(rt, text.slice(0, at));
        rt.mem.st(tuple + 24, before);
        rt.mem.st(tuple + 32, rt.incref(separator));
        const after = newStr(rt, text.slice(at + by.length));
        rt.mem.st(tuple + 40, after);
      }
      return tuple;
    },
  };
}

const replace: MethodSpec = {
  convention: 'fast',
  call: (rt, self, args, nargs) => {
    if (!positional(rt, 'replace', nargs, 2, 3)) return 0;
    const old = textArgument(rt, 'replace', 'argument 1', rt.mem.ld(args));
    if (old === null) return 0;
    const by = textArgument(rt, 'replace', 'argument 2', rt.mem.ld(args + 8));
    if (by === null) return 0;
    const limit = nargs > 2 ? asIndex(rt, rt.mem.ld(args + 16), 'OverflowError') : -1;
    if (limit === null) return 0;
    const text = textOf(rt, self);
    rt.work(text.length >> 4);
    if (by.length > old.length) {
      const places = old === '' ? text.length + 1 : text.length / old.length;
      if (places * by.length > 1 << 20) roomForText(rt, text.length + S.count(text, old, 0, END) * by.length);
    }
    const result = P.replace(text, old, by, limit);
    return result === null ? unchanged(rt, self) : freshOrEmpty(rt, result);
  },
};

/** Models `_PyUnicode_JoinArray`; an iterable that is no list or tuple is made a list first. */
export function joinStr(rt: Runtime, separator: number, iterable: number): number {
  const m = rt.mem;
  const sequence = sequenceFast(rt, iterable, 'can only join an iterable');
  if (sequence === 0) return 0;
  const n = m.ld(sequence + H.OB_SIZE);
  const items = rt.flagsOf(sequence) & H.FLAG_LIST ? m.ld(sequence + LIST_ITEMS) : sequence + 24;
  const first = n === 0 ? 0 : m.ld(items);
  let result = 0;
  if (n === 0) result = rt.incref(rt.emptyStr);
  else if (n === 1 && rt.typeOf(first) === rt.types.str) result = rt.incref(first);
  else {
    const parts: string[] = [];
    let room = 0;
    for (let i = 0; i < n; i++) {
      const item = m.ld(items + 8 * i);
      if (!isStr(rt, item)) {
        const type = rt.tpName(rt.typeOf(item));
        formatError(rt, 'TypeError', 'sequence item %zd: expected str instance, %.80s found', i, type);
        rt.decref(sequence);
        return 0;
      }
      parts.push(textOf(rt, item));
      room += m.ld(item + STR_LENGTH) + m.ld(separator + STR_LENGTH);
    }
    roomForText(rt, room);
    rt.work(n);
    const text = parts.join(textOf(rt, separator));
    result = text === '' ? rt.incref(rt.emptyStr) : freshStr(rt, text);
  }
  rt.decref(sequence);
  return result;
}

export const STR_SPLIT_METHODS: Methods = {
  find: searchMethod('find', false, false, false),
  rfind: searchMethod('rfind', true, false, false),
  index: searchMethod('index', false, true, false),
  rindex: searchMethod('rindex', true, true, false),
  count: searchMethod('count', false, false, true),
  startswith: affixMethod('startswith', false),
  endswith: affixMethod('endswith', true),
  split: splitMethod('split', false),
  rsplit: splitMethod('rsplit', true),
  splitlines,
  partition: partitionMethod(false),
  rpartition: partitionMethod(true),
  replace,
  join: { convention: 'one', call: (rt, self, args) => joinStr(rt, self, rt.mem.ld(args)) },
};
