/** The recorded calls on str, bytes and numbers through the objects themselves; nothing may be left in memory. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { binary } from '../../../heap/objects/abstract.ts';
import { newStr } from '../../../heap/objects/str.ts';
import { ownFormat } from '../../../heap/objects/strobject.ts';
import { bootObjects, callMethod, construct, finish, toObject, type Value } from './objectRuntime.ts';
import { decode } from './recorded.ts';

const Calls = z.array(z.tuple([z.string(), z.array(z.unknown()), z.unknown()]));
const Failed = z.object({ error: z.tuple([z.string(), z.string()]) });

test('str methods, %, format and constructors answer as CPython did, and give back what they took', () => {
  const packed = readFileSync(new URL('../../conformance/goldens/text-calls.json.gz', import.meta.url));
  const calls = Calls.parse(JSON.parse(gunzipSync(packed).toString('utf8')));
  const rt = bootObjects();
  const live = () => rt.mem.serials.reduce((n, serial) => n + (serial === 0 ? 0 : 1), 0);
  const wrong: string[] = [];
  // The first error of a kind makes names that stay.
  for (const name of ['x', 'nothing']) finish(rt, callMethod(rt, rt.types.str, name, []));
  const some = toObject(rt, []);
  finish(rt, callMethod(rt, some, 'x', []));
  rt.decref(some);
  const before = live();
  for (const [name, raw, recorded] of calls) {
    if (name === 'slice' || name === 'repr') continue;
    const failed = Failed.safeParse(recorded);
    // A text beyond any heap is a limit here, which ends the statement from outside.
    if (failed.success && failed.data.error[0] === 'MemoryError') continue;
    const args = raw.map(decode);
    let result: number;
    const objects: number[] = [];
    if (name === '%') {
      objects.push(toObject(rt, args[0] ?? null), toObject(rt, args[1] ?? null, true));
      result = binary(rt, objects[0] ?? 0, objects[1] ?? 0, 'remainder');
    } else if (name === 'str.format') {
      const values = args[1];
      if (!Array.isArray(values)) throw new Error('arguments are a list');
      objects.push(toObject(rt, args[0] ?? null), ...values.map((v: Value) => toObject(rt, v)));
      result = callMethod(rt, objects[0] ?? 0, 'format', objects.slice(1));
    } else {
      for (const arg of args) objects.push(toObject(rt, arg));
      if (name === 'int') result = construct(rt, rt.types.int, objects);
      else if (name === 'float') result = construct(rt, rt.types.float, objects);
      else if (name === 'format')
        result = ownFormat(rt, objects[0] ?? 0, typeof args[1] === 'string' ? args[1] : '');
      else result = callMethod(rt, objects[0] ?? 0, name, objects.slice(1));
    }
    const found = finish(rt, result);
    for (const o of objects) rt.decref(o);
    const expected = failed.success ? { error: failed.data.error } : decode(recorded);
    try {
      expect(found).toStrictEqual(expected);
    } catch {
      wrong.push(
        `${name}(${JSON.stringify(raw)}): ${JSON.stringify(found, (_, v) => (typeof v === 'bigint' ? String(v) : v))} for ${JSON.stringify(recorded)}`,
      );
    }
  }
  expect(wrong.slice(0, 40)).toEqual([]);
  // Freed floats, tuples and lists wait in free lists, without a serial.
  expect(live()).toBe(before);
});

test('an expected difference is seen', () => {
  const rt = bootObjects();
  const s = newStr(rt, 'abc');
  expect(finish(rt, callMethod(rt, s, 'upper', []))).toBe('ABC');
  expect(finish(rt, callMethod(rt, s, 'nothing', []))).toEqual({
    error: ['AttributeError', "'str' object has no attribute 'nothing'"],
  });
  rt.decref(s);
});
