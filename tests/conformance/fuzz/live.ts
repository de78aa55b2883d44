/** Compares random programs with the CPython of this machine, many in one process. */
import { compareDocuments, type Difference, type Level } from '../compare.ts';
import type { Document } from '../document.ts';
import { simulate } from '../machine.ts';
import { type Answer, askOracle } from '../oracle.ts';
import type { Python311 } from '../python311.ts';
import { joinInputs } from './program.ts';

/** Processor time after which CPython gives up on a program. */
export const SECONDS = 5;

export type Verdict =
  /** Equal at the level asked for; `wholly` if at level 3 as well. */
  | { readonly kind: 'equal'; readonly wholly: boolean }
  /** CPython does not determine it, or gives up on it. */
  | { readonly kind: 'skipped'; readonly why: string }
  | { readonly kind: 'differs'; readonly difference: Difference }
  /** The simulated machine broke: a defect of its own, whatever CPython says. */
  | { readonly kind: 'broken'; readonly why: string };

/** Addresses in texts differ from run to run. */
function masked(document: Document): Document {
  const mask = (text: string): string => text.replace(/0x[0-9a-f]{6,}/g, '0x…');
  return {
    ...document,
    statements: document.statements.map((one) => ({
      ...one,
      stdout: mask(one.stdout),
      exception: one.exception === null ? null : mask(one.exception),
    })),
  };
}

/** Counts of what existed before the program begin near this number on both sides. */
const BEFORE = 999_000_000;

/** What CPython does not determine, such counts, is taken over where both print one. */
function withCountsOf(expected: string, found: string): string {
  const theirs = expected.split(/(\d+)/);
  const ours = found.split(/(\d+)/);
  if (theirs.length !== ours.length) return found;
  return ours
    .map((part, i) => (Number(part) > BEFORE && Number(part) < 2 * BEFORE ? (theirs[i] ?? '') : part))
    .join('');
}

function withCounts(expected: Document, found: Document): Document {
  const statements = found.statements.map((one, i) => {
    const other = expected.statements[i];
    if (other === undefined) return one;
    const names = Object.entries(one.names).map(([name, facts]) => {
      const value = other.names[name]?.value;
      const known = typeof facts.value === 'string' && typeof value === 'string';
      return [name, known ? { ...facts, value: withCountsOf(value, facts.value ?? '') } : facts] as const;
    });
    return { ...one, stdout: withCountsOf(other.stdout, one.stdout), names: Object.fromEntries(names) };
  });
  return { ...found, statements };
}

function verdict(answer: Answer | undefined, source: string, level: Level): Verdict {
  if (answer === undefined) return { kind: 'skipped', why: 'no answer' };
  if (answer.kind === 'failed') return { kind: 'skipped', why: answer.reason };
  try {
    const last = answer.document.statements.length - 1;
    // A heap that is broken stays broken: it is enough to walk it once.
    const found = simulate(source, (machine, input) => input === last && machine.checkHeap());
    const expected = masked(answer.document);
    const given = withCounts(expected, masked(found));
    const [difference] = compareDocuments(expected, given, level);
    if (difference !== undefined) return { kind: 'differs', difference };
    return { kind: 'equal', wholly: compareDocuments(expected, given, 3).length === 0 };
  } catch (error) {
    return { kind: 'broken', why: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

/** True if CPython gives the same document with other string hashes and another address layout. */
function isDetermined(first: Answer | undefined, second: Answer | undefined): boolean {
  if (first?.kind !== 'document' || second?.kind !== 'document') return false;
  return compareDocuments(masked(first.document), masked(second.document), 3).length === 0;
}

/** One verdict per program, from the answers that CPython gave to them. */
export function judge(
  python: Python311,
  programs: readonly (readonly string[])[],
  answers: readonly Answer[],
  level: Level,
): Verdict[] {
  const sources = programs.map(joinInputs);
  const verdicts = sources.map((source, index) => verdict(answers[index], source, level));
  const doubtful = verdicts.flatMap((one, index) => (one.kind === 'differs' ? [index] : []));
  if (doubtful.length === 0) return verdicts;
  const again = askOracle(
    python,
    doubtful.map((index) => sources[index] ?? ''),
    { seconds: SECONDS, seed: 4711 },
  );
  doubtful.forEach((index, at) => {
    if (!isDetermined(answers[index], again[at])) {
      verdicts[index] = { kind: 'skipped', why: 'CPython does not determine it' };
    }
  });
  return verdicts;
}

/** Asks CPython and judges at once; for the few candidates of shrinking. */
export function judgeNow(
  python: Python311,
  programs: readonly (readonly string[])[],
  level: Level,
): Verdict[] {
  return judge(python, programs, askOracle(python, programs.map(joinInputs), { seconds: SECONDS }), level);
}
