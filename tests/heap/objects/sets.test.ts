/** Random changes of sets: the order of iteration and the size of the table are CPython's after every step. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { binary, inplace, type Operator } from '../../../heap/objects/abstract.ts';
import { newSet, SET_MASK } from '../../../heap/objects/set.ts';
import { bootObjects, callMethod, finish, toObject, toValue } from './objectRuntime.ts';

const Programs = z.array(
  z.array(
    z.tuple([
      z.string(),
      z.number(),
      z.union([z.null(), z.number(), z.array(z.number())]),
      z.array(z.number()),
      z.number(),
    ]),
  ),
);
const BINARY: Record<string, Operator> = { or: 'or', and: 'and', sub: 'subtract', xor: 'xor' };

test('sets of numbers keep the order and the table of CPython through any change', () => {
  const packed = readFileSync(new URL('../../conformance/goldens/set-programs.json.gz', import.meta.url));
  const programs = Programs.parse(JSON.parse(gunzipSync(packed).toString('utf8')));
  const rt = bootObjects();
  let steps = 0;
  for (const program of programs) {
    const sets = [newSet(rt, rt.types.set), newSet(rt, rt.types.set)];
    for (const [index, [method, which, given, order, size]] of program.entries()) {
      const self = sets[which] ?? 0;
      const other = sets[1 - which] ?? 0;
      const operator = BINARY[method];
      const changing = BINARY[method.slice(1)];
      if (operator !== undefined || method === 'copy') {
        const made =
          operator === undefined ? callMethod(rt, self, 'copy', []) : binary(rt, self, other, operator);
        rt.decref(self);
        sets[which] = made;
      } else if (method.startsWith('i') && changing !== undefined)
        rt.decref(inplace(rt, self, other, changing));
      else if (method === 'update') finish(rt, callMethod(rt, self, 'update', [other]));
      else if (method !== 'none') {
        const arg = Array.isArray(given)
          ? toObject(rt, given.map(BigInt))
          : given === null
            ? 0
            : toObject(rt, BigInt(given));
        const result = callMethod(
          rt,
          self,
          method === 'update_list' ? 'update' : method,
          arg === 0 ? [] : [arg],
        );
        // An empty set refuses to pop.
        finish(rt, result);
        if (arg !== 0) rt.decref(arg);
      }
      const set = sets[which] ?? 0;
      const slots = rt.mem.ld(set + SET_MASK) + 1;
      const place = `step ${index} of ${JSON.stringify(program.slice(0, index + 1).map((s) => s.slice(0, 3)))}`;
      expect(toValue(rt, set), place).toEqual(order.map(BigInt));
      expect(216 + (slots > 8 ? 16 * slots : 0), place).toBe(size);
      steps++;
    }
    for (const set of sets) rt.decref(set);
  }
  expect(steps).toBeGreaterThan(3000);
});
