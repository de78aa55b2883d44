/** Compares random programs with the CPython of this machine, many in one process. */
import { compareDocuments, type Difference, type Level } from '../compare.ts';
import type { Document } from '../document.ts';
import { simulate } from '../machine.ts';
import { type Answer, askOracle } from '../oracle.ts';
import type { Python311 } from '../python311.ts';
import { joinInputs } from './program.ts';

/** Processor time after which CPython gives up on a program. */
const SECONDS = 5;

export type Verdict =
  | { readonly kind: 'equal' }
  /** CPython does not determine it, or gives up on it. */
  | { readonly kind: 'skipped'; readonly why: string }
  | { readonly kind: 'differs'; readonly difference: Difference }
  /** The simulated machine broke: a defect of its own, whatever CPython says. */
  | { readonly kind: 'broken'; readonly why: string };

/** Addresses in texts differ from run to run. */
function masked(document: Document): Document {
  const mask = (text: string): string => text.replace(/0x[0-9a-f]+/g, '0x…');
  return {
    ...document,
    statements: document.statements.map((one) => ({
      ...one,
      stdout: mask(one.stdout),
      exception: one.exception === null ? null : mask(one.exception),
    })),
  };
}

function verdict(answer: Answer | undefined, source: string, level: Level): Verdict {
  if (answer === undefined) return { kind: 'skipped', why: 'no answer' };
  if (answer.kind === 'failed') return { kind: 'skipped', why: answer.reason };
  try {
    const found = simulate(source, (machine) => machine.checkHeap());
    const [difference] = compareDocuments(masked(answer.document), masked(found), level);
    return difference === undefined ? { kind: 'equal' } : { kind: 'differs', difference };
  } catch (error) {
    return { kind: 'broken', why: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

/** True if CPython gives the same document with other string hashes and another address layout. */
function isDetermined(first: Answer | undefined, second: Answer | undefined): boolean {
  if (first?.kind !== 'document' || second?.kind !== 'document') return false;
  return compareDocuments(masked(first.document), masked(second.document), 3).length === 0;
}

/** One verdict per program. */
export function judge(python: Python311, programs: readonly (readonly string[])[], level: Level): Verdict[] {
  const sources = programs.map(joinInputs);
  const answers = askOracle(python, sources, { seconds: SECONDS });
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
