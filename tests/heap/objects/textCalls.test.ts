/** Text and numbers against CPython: recorded answers, and fresh ones where a Python 3.11 is found. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { floatText } from '../../../heap/objects/float.ts';
import { type Fault, isFault } from '../../../heap/objects/formatSpec.ts';
import { formatFloat, formatInt, formatText } from '../../../heap/objects/formatValue.ts';
import { parseFloatText, parseInt36 } from '../../../heap/objects/numberText.ts';
import * as P from '../../../heap/objects/strParts.ts';
import * as S from '../../../heap/objects/strSearch.ts';
import { quoted } from '../../../heap/objects/text.ts';
import * as U from '../../../heap/objects/unicode.ts';
import { findPython311 } from '../../conformance/python311.ts';
import { decode, type Value } from './recorded.ts';

const Call = z.tuple([z.string(), z.array(z.unknown()), z.unknown()]);
const Calls = z.array(Call);
function string(value: Value | undefined): string {
  if (typeof value !== 'string') throw new Error('a text was expected');
  return value;
}

function integer(value: Value | undefined, otherwise: number): number {
  return typeof value === 'bigint' ? Number(value) : otherwise;
}

function optional(value: Value | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

const END = Number.MAX_SAFE_INTEGER;
type Run = (args: Value[]) => Value | Fault | undefined;

/** undefined = the call raises before the text function is reached; the object layer's tests have those. */
const FUNCTIONS: Record<string, Run> = {
  format: ([value, spec]) => {
    if (typeof value === 'bigint') return formatInt(value, string(spec));
    if (typeof value === 'number') return formatFloat(value, string(spec));
    return formatText(string(value), string(spec));
  },
  repr: ([value]) => (typeof value === 'number' ? floatText(value) : quoted(string(value))),
  upper: ([s]) => U.upper(string(s)),
  lower: ([s]) => U.lower(string(s)),
  title: ([s]) => U.title(string(s)),
  capitalize: ([s]) => U.capitalize(string(s)),
  swapcase: ([s]) => U.swapcase(string(s)),
  casefold: ([s]) => U.casefold(string(s)),
  strip: ([s, c]) => P.strip(string(s), optional(c), true, true),
  lstrip: ([s, c]) => P.strip(string(s), optional(c), true, false),
  rstrip: ([s, c]) => P.strip(string(s), optional(c), false, true),
  split: ([s, sep, n]) => (sep === '' ? undefined : P.split(string(s), optional(sep), integer(n, -1))),
  rsplit: ([s, sep, n]) => (sep === '' ? undefined : P.rsplit(string(s), optional(sep), integer(n, -1))),
  splitlines: ([s, keep]) => P.splitlines(string(s), keep === true),
  replace: ([s, a, b, n]) => P.replace(string(s), string(a), string(b), integer(n, -1)) ?? string(s),
  expandtabs: ([s, n]) => P.expandtabs(string(s), integer(n, 8)),
  zfill: ([s, n]) => P.zfill(string(s), integer(n, 0)),
  center: ([s, n, c]) => P.pad(string(s), integer(n, 0), optional(c) ?? ' ', 0),
  ljust: ([s, n, c]) => P.pad(string(s), integer(n, 0), optional(c) ?? ' ', -1),
  rjust: ([s, n, c]) => P.pad(string(s), integer(n, 0), optional(c) ?? ' ', 1),
  find: ([s, p, a, b]) => BigInt(S.find(string(s), string(p), integer(a, 0), integer(b, END), false)),
  rfind: ([s, p, a, b]) => BigInt(S.find(string(s), string(p), integer(a, 0), integer(b, END), true)),
  count: ([s, p, a, b]) => BigInt(S.count(string(s), string(p), integer(a, 0), integer(b, END))),
  startswith: ([s, p, a, b]) => S.matchesAt(string(s), string(p), integer(a, 0), integer(b, END), false),
  endswith: ([s, p, a, b]) => S.matchesAt(string(s), string(p), integer(a, 0), integer(b, END), true),
  int: ([s, base]) => {
    const radix = integer(base, 10);
    if (radix !== 0 && (radix < 2 || radix > 36)) return undefined;
    const value = parseInt36(string(s), radix);
    if (value !== null) return typeof value === 'bigint' ? value : undefined;
    const message = `invalid literal for int() with base ${radix}: ${quoted(string(s))}`;
    return { error: 'ValueError', message };
  },
  float: ([s]) => {
    const message = `could not convert string to float: ${quoted(string(s))}`;
    return parseFloatText(string(s)) ?? { error: 'ValueError', message };
  },
};
for (const [name, question] of Object.entries(U.QUESTIONS)) FUNCTIONS[name] = ([s]) => question(string(s));

function check(calls: readonly z.infer<typeof Call>[]): void {
  let compared = 0;
  const wrong: string[] = [];
  for (const [name, args, recorded] of calls) {
    const run = FUNCTIONS[name];
    if (run === undefined) continue;
    const found = run(args.map(decode));
    if (found === undefined) continue;
    compared++;
    const error = z.object({ error: z.tuple([z.string(), z.string()]) }).safeParse(recorded);
    const expected = error.success ? error.data.error : decode(recorded);
    const actual = isFault(found) ? [found.error, found.message] : found;
    try {
      expect(actual).toStrictEqual(expected);
    } catch {
      wrong.push(`${name}(${JSON.stringify(args)}): ${String(actual)} for ${JSON.stringify(recorded)}`);
    }
  }
  expect(wrong.slice(0, 40)).toEqual([]);
  expect(compared).toBeGreaterThan(5000);
}

describe('text and numbers', () => {
  test('answer as CPython 3.11.7 did when it was asked', () => {
    const packed = readFileSync(new URL('../../conformance/goldens/text-calls.json.gz', import.meta.url));
    check(Calls.parse(JSON.parse(gunzipSync(packed).toString('utf8'))));
  });

  const python = findPython311();
  test.skipIf(python === null)('answer as the Python 3.11 of this machine does', () => {
    const script = new URL('../../conformance/text_calls.py', import.meta.url).pathname;
    const out = execFileSync(python?.executable ?? '', [script, '2'], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    check(Calls.parse(JSON.parse(out)));
  });
});
