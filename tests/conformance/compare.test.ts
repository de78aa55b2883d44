/** The comparer itself: it finds every planted difference at the level it belongs to, and nothing else. */
import { describe, expect, test } from 'vitest';
import { compareDocuments, type Level, levelReached, sentence } from './compare.ts';
import type { Document, NameFacts, StatementFacts } from './document.ts';
import { allScenarios, readGolden } from './scenarios.ts';

const golden = readGolden('s16_dict_tracking');

/** A copy of the golden with one statement changed. */
function withStatement(index: number, change: (statement: StatementFacts) => StatementFacts): Document {
  const statements = golden.statements.map((one, at) => (at === index ? change(structuredClone(one)) : one));
  return { ...golden, statements };
}

function withName(index: number, name: string, change: Partial<NameFacts>): Document {
  return withStatement(index, (statement) => {
    const facts = statement.names[name];
    if (facts === undefined) throw new Error(`${name} is not bound`);
    return { ...statement, names: { ...statement.names, [name]: { ...facts, ...change } } };
  });
}

function facts(index: number, name: string): NameFacts {
  const found = golden.statements[index]?.names[name];
  if (found === undefined) throw new Error(`${name} is not bound`);
  return found;
}

function last(): StatementFacts {
  const found = golden.statements.at(-1);
  if (found === undefined) throw new Error('the golden is empty');
  return found;
}

const END = golden.statements.length - 1;
const dict = facts(END, 'd');
const gc = last().gc;

const PLANTED: readonly { field: string; level: Level; found: Document }[] = [
  { field: 'src', level: 1, found: withStatement(3, (s) => ({ ...s, src: 'pass' })) },
  { field: 'stdout', level: 1, found: withStatement(2, (s) => ({ ...s, stdout: 'True\n' })) },
  { field: 'exception', level: 1, found: withStatement(2, (s) => ({ ...s, exception: 'NameError: d' })) },
  { field: 'names', level: 1, found: withStatement(2, (s) => ({ ...s, names: {} })) },
  { field: 'names.d.type', level: 1, found: withName(END, 'd', { type: 'list' }) },
  { field: 'names.d.refcount', level: 1, found: withName(END, 'd', { refcount: 2 }) },
  { field: 'names.d.sizeof', level: 1, found: withName(END, 'd', { sizeof: 64 }) },
  { field: 'names.d.tracked', level: 1, found: withName(END, 'd', { tracked: dict.tracked !== true }) },
  { field: 'names.h.gen', level: 1, found: withName(END, 'h', { gen: 1 }) },
  { field: 'names.d.id', level: 1, found: withName(END, 'd', { id: facts(END, 'e').id }) },
  { field: 'same_object', level: 1, found: withStatement(END, (s) => ({ ...s, same_object: [['d', 'e']] })) },
  {
    field: 'gc.count',
    level: 1,
    found: withStatement(END, (s) => ({ ...s, gc: { ...s.gc, count: [99, 0, 0] } })),
  },
  {
    field: 'gc.threshold',
    level: 1,
    found: withStatement(END, (s) => ({ ...s, gc: { ...s.gc, threshold: [700, 10, 9] } })),
  },
  {
    field: 'gc.enabled',
    level: 1,
    found: withStatement(END, (s) => ({ ...s, gc: { ...gc, enabled: false } })),
  },
  { field: 'gc.stats', level: 1, found: withStatement(END, (s) => ({ ...s, gc: { ...gc, stats: [] } })) },
  { field: 'gc.garbage', level: 1, found: withStatement(END, (s) => ({ ...s, gc: { ...gc, garbage: 1 } })) },
  { field: 'tracked_user', level: 1, found: withStatement(END, (s) => ({ ...s, tracked_user: 1000 })) },
  { field: 'reachable_user', level: 1, found: withStatement(END, (s) => ({ ...s, reachable_user: 1000 })) },
  {
    field: 'tracked_types',
    level: 1,
    found: withStatement(END, (s) => ({ ...s, tracked_types: { set: 1 } })),
  },
  {
    field: 'gc.gen_size_delta',
    level: 2,
    found: withStatement(END, (s) => ({ ...s, gc: { ...gc, gen_size_delta: [9, 9, 9, 9] } })),
  },
  {
    field: 'gc.long_lived_pending',
    level: 2,
    found: withStatement(END, (s) => ({ ...s, gc: { ...gc, long_lived_pending: 77 } })),
  },
  {
    field: 'freelists',
    level: 2,
    found: withStatement(END, (s) => ({
      ...s,
      freelists: { list: 80, dict: 0, dict_keys: 0, float: 0, tuple: {}, slice: 0 },
    })),
  },
  { field: 'arenas', level: 2, found: withStatement(END, (s) => ({ ...s, arenas: [[0, 1, 64]] })) },
  {
    field: 'gen_lists.0',
    level: 2,
    found: withStatement(END, (s) => ({ ...s, gen_lists: { ...s.gen_lists, '0': ['a1:set'] } })),
  },
  {
    field: 'names.d.place.self',
    level: 2,
    found: withName(END, 'd', { place: { ...dict.place, self: ['0.9.9', 64] } }),
  },
  {
    field: 'names.d.place.keys',
    level: 2,
    found: withName(END, 'd', { place: { ...dict.place, keys: null } }),
  },
  {
    field: 'names.d.place.keys_kind',
    level: 2,
    found: withName(END, 'd', { place: { ...dict.place, keys_kind: 'general' } }),
  },
  { field: 'trace_sha1', level: 3, found: withStatement(END, (s) => ({ ...s, trace_sha1: 'other' })) },
];

describe('a planted difference is found from its level on', () => {
  test.each(PLANTED)('$field', ({ field, level, found }) => {
    for (const at of [1, 2, 3] as const) {
      const fields = compareDocuments(golden, found, at).map((difference) => difference.field);
      if (at < level) expect(fields).toEqual([]);
      else expect(fields).toContain(field);
    }
    expect(levelReached(golden, found)).toBe(level - 1);
  });

  test('a missing statement', () => {
    const found = { ...golden, statements: golden.statements.slice(0, -1) };
    expect(compareDocuments(golden, found, 1)[0]).toMatchObject({ input: null, field: 'statements' });
  });

  test('an exception that CPython raises and the machine does not', () => {
    const quiet = withStatement(2, (s) => ({ ...s, exception: null }));
    const loud = withStatement(2, (s) => ({ ...s, exception: 'KeyError: 1' }));
    expect(compareDocuments(loud, quiet, 1)).toHaveLength(1);
  });
});

/** Every label renamed by a one-to-one rule. */
function relabelled(document: Document): Document {
  const text = JSON.stringify(document).replace(
    /"a(\d+)(:[^"]*)?"/g,
    (_, n: string, rest = '') => `"b${Number(n) * 7}${rest}"`,
  );
  const copy: Document = JSON.parse(text);
  return copy;
}

describe('labels', () => {
  test('other names for the same objects are no difference', () => {
    expect(compareDocuments(golden, relabelled(golden), 3)).toEqual([]);
  });

  test('two objects that change places in a list of the collector are one', () => {
    const pair = (index: number, entries: string[], document: Document): Document => ({
      ...document,
      statements: document.statements.map((one, at) =>
        at === index ? { ...one, gen_lists: { '0': entries } } : one,
      ),
    });
    const before = pair(END - 1, ['a901:list', 'a902:list'], golden);
    const expected = pair(END, ['a901:list', 'a902:list'], before);
    const swapped = pair(END, ['a902:list', 'a901:list'], before);
    expect(compareDocuments(expected, swapped, 1)).toEqual([]);
    expect(compareDocuments(expected, swapped, 2).map(({ field }) => field)).toEqual([
      'gen_lists.0[0]',
      'gen_lists.0[1]',
    ]);
  });
});

test('what CPython does not determine is not compared', () => {
  const silent = withName(END, 'd', { refcount: null });
  expect(compareDocuments(silent, withName(END, 'd', { refcount: 12 }), 1)).toEqual([]);
});

test('outside the arenas only the kind of place counts', () => {
  const one = withName(END, 'd', { place: { self: ['L3', 1000] } });
  const other = withName(END, 'd', { place: { self: ['L9', 600] } });
  const pooled = withName(END, 'd', { place: { self: ['0.1.2', 64] } });
  expect(compareDocuments(one, other, 2)).toEqual([]);
  expect(compareDocuments(one, pooled, 2)).toHaveLength(1);
});

test('every golden equals itself and tells a difference in a sentence', () => {
  for (const { name } of allScenarios()) {
    const document = readGolden(name);
    expect(levelReached(document, document)).toBe(3);
  }
  const [difference] = compareDocuments(golden, withName(END, 'd', { refcount: 2 }), 1);
  if (difference === undefined) throw new Error('nothing found');
  expect(sentence('s16', difference)).toMatch(/^s16\[\d+\] '.*': names\.d\.refcount: 1 expected, 2 found$/);
});
