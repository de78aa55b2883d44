/**
 * Compares what the simulated machine says of a program (found) with what CPython said (expected).
 *
 * Level 1, what a person can observe: output, exception, and for every name its type, reference count, size,
 *   whether it is tracked, its generation and its value; which names share an object; the collector's counts,
 *   thresholds and statistics; how many objects are tracked and how many of them can be reached.
 * Level 2, where things lie: the order of the objects in each generation, free lists, arenas, and the
 *   arena.pool.block of every named object and of its parts; which addresses are used again.
 * Level 3, how it came about: the hash over every allocation of the statement.
 *
 * Labels of addresses (a1, a2, …) need not be the same ones; they must correspond one to one over the whole
 * document. What is null or absent in the expected document is not compared, but for the exception.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Document, NameFacts, StatementFacts } from './document.ts';

export type Level = 1 | 2 | 3;

export interface Difference {
  /** Index of the input, or null where the documents as such differ. */
  readonly input: number | null;
  readonly source: string;
  readonly field: string;
  readonly expected: unknown;
  readonly found: unknown;
}

type Report = (field: string, expected: unknown, found: unknown) => void;

const NAME_FIELDS = ['type', 'refcount', 'sizeof', 'tracked', 'gen', 'value', 'finalized'] as const;
const GC_FIELDS = ['count', 'threshold', 'enabled', 'debug', 'stats', 'stats_delta', 'garbage'] as const;
const GC_PLACE_FIELDS = ['gen_size_delta', 'long_lived_pending'] as const;
const STATEMENT_FIELDS = [
  'i',
  'src',
  'stdout',
  'tracked_user',
  'reachable_user',
  'tracked_types',
  'unreached_types',
] as const;
const BLOCKS = ['self', 'items', 'keys', 'values', 'table'] as const;
const SHAPES = ['allocated', 'values_n', 'keys_log2', 'keys_kind', 'mask', 'dict'] as const;

/** One-to-one correspondence between the labels of two documents, grown as they are met. */
class Labels {
  private readonly there = new Map<string, string>();
  private readonly back = new Map<string, string>();

  same(expected: string, found: string | undefined): boolean {
    if (found === undefined) return false;
    const known = this.there.get(expected);
    const knownBack = this.back.get(found);
    if (known === undefined) this.there.set(expected, found);
    if (knownBack === undefined) this.back.set(found, expected);
    return (known ?? found) === found && (knownBack ?? expected) === expected;
  }
}

function check(report: Report, field: string, expected: unknown, found: unknown): void {
  if (expected === null || expected === undefined) return;
  if (!isDeepStrictEqual(expected, found)) report(field, expected, found);
}

/** `a7:list` → `a7`, `list` */
function labelled(entry: string): readonly [string, string] {
  const at = entry.indexOf(':');
  return [entry.slice(0, at), entry.slice(at + 1)];
}

function comparePlace(report: Report, name: string, expected: NameFacts, found: NameFacts): void {
  const place = expected.place;
  if (place === null || place === undefined) return;
  for (const part of BLOCKS) {
    const block = place[part];
    if (block === null || block === undefined) continue;
    const other = found.place?.[part];
    // Outside the arenas (constants, large blocks, static ones): which one it is is not compared.
    const outside = /^[KL?b]/.test(block[0]);
    const same = outside ? other?.[0].slice(0, 1) === block[0].slice(0, 1) : isDeepStrictEqual(block, other);
    if (!same) report(`names.${name}.place.${part}`, block, other);
  }
  for (const part of SHAPES) check(report, `names.${name}.place.${part}`, place[part], found.place?.[part]);
}

function compareLists(report: Report, labels: Labels, expected: StatementFacts, found: StatementFacts): void {
  const generations = new Set([...Object.keys(expected.gen_lists), ...Object.keys(found.gen_lists)]);
  for (const generation of generations) {
    const field = `gen_lists.${generation}`;
    const wanted = (expected.gen_lists[generation] ?? []).map(labelled);
    const given = (found.gen_lists[generation] ?? []).map(labelled);
    const types = (entries: readonly (readonly [string, string])[]): string[] =>
      entries.map(([, type]) => type);
    if (!isDeepStrictEqual(types(wanted), types(given))) {
      report(field, types(wanted).join(' '), types(given).join(' '));
      continue;
    }
    wanted.forEach(([label], index) => {
      const other = given[index]?.[0];
      if (!labels.same(label, other)) report(`${field}[${index}]`, label, other);
    });
  }
}

function compareNames(report: Report, labels: Labels, expected: StatementFacts, found: StatementFacts): void {
  const wanted = Object.keys(expected.names).sort();
  const given = Object.keys(found.names).sort();
  if (!isDeepStrictEqual(wanted, given)) report('names', wanted, given);
  for (const [name, facts] of Object.entries(expected.names)) {
    const other = found.names[name];
    if (other === undefined) continue;
    for (const field of NAME_FIELDS) {
      // An integer that is an address differs from run to run, and with it the digits it takes.
      if (facts.value === '(address-like)' && (field === 'value' || field === 'sizeof')) continue;
      check(report, `names.${name}.${field}`, facts[field], other[field]);
    }
    if (facts.static !== true && !labels.same(facts.id, other.id)) {
      report(`names.${name}.id`, facts.id, other.id);
    }
  }
}

function compareStatement(
  expected: StatementFacts,
  found: StatementFacts,
  level: Level,
  labels: Labels,
  report: Report,
): void {
  for (const field of STATEMENT_FIELDS) check(report, field, expected[field], found[field]);
  if (expected.exception !== found.exception) report('exception', expected.exception, found.exception);
  compareNames(report, labels, expected, found);
  check(report, 'same_object', expected.same_object, found.same_object);
  for (const field of GC_FIELDS) check(report, `gc.${field}`, expected.gc[field], found.gc[field]);
  if (level >= 2) {
    for (const field of GC_PLACE_FIELDS) check(report, `gc.${field}`, expected.gc[field], found.gc[field]);
    check(report, 'freelists', expected.freelists, found.freelists);
    check(report, 'arenas', expected.arenas, found.arenas);
    compareLists(report, labels, expected, found);
    for (const [name, facts] of Object.entries(expected.names)) {
      const other = found.names[name];
      if (other !== undefined) comparePlace(report, name, facts, other);
    }
  }
  if (level >= 3) check(report, 'trace_sha1', expected.trace_sha1, found.trace_sha1);
}

/** All differences, in the order of the inputs; none where the documents are equal at that level. */
export function compareDocuments(expected: Document, found: Document, level: Level): Difference[] {
  const differences: Difference[] = [];
  const labels = new Labels();
  if (expected.statements.length !== found.statements.length) {
    differences.push({
      input: null,
      source: '',
      field: 'statements',
      expected: expected.statements.length,
      found: found.statements.length,
    });
  }
  expected.statements.forEach((statement, input) => {
    const other = found.statements[input];
    if (other === undefined) return;
    compareStatement(statement, other, level, labels, (field, wanted, given) => {
      differences.push({ input, source: statement.src, field, expected: wanted, found: given });
    });
  });
  return differences;
}

/** The highest level at which nothing differs; 0 where not even the first is reached. */
export function levelReached(expected: Document, found: Document): 0 | Level {
  let reached: 0 | Level = 0;
  for (const level of [1, 2, 3] as const) {
    if (compareDocuments(expected, found, level).length > 0) break;
    reached = level;
  }
  return reached;
}

/** `s01[4] 'b = a': names.a.refcount: 2 expected, 1 found` */
export function sentence(scenario: string, difference: Difference): string {
  const at = difference.input === null ? '' : `[${difference.input}]`;
  const [line = ''] = difference.source.split('\n');
  const wanted = JSON.stringify(difference.expected) ?? 'nothing';
  const given = JSON.stringify(difference.found) ?? 'nothing';
  return `${scenario}${at} '${line}': ${difference.field}: ${wanted} expected, ${given} found`.slice(0, 600);
}
