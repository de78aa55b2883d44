/** The objects of a round one by one: which it was right to mark, which the reader marked, how many of the class did. */
import type { Tally } from '../../classroom/protocol/challenge.ts';
import type { Called } from '../../classroom/review/objectNames.ts';
import type { Serial } from '../../heap/index.ts';

export interface MarkedLine {
  readonly serial: Serial;
  readonly name: string;
  /** Whether the reader marked it. */
  readonly mine: boolean;
  /** How many marked it, and how many had in the first vote; null where that is not told, or there was one vote. */
  readonly count: number | null;
  readonly before: number | null;
}

export interface MarkedPart {
  readonly lines: readonly MarkedLine[];
  /** Objects that are not listed: how many there are, and how often they were marked together. */
  readonly folded: Tally['rest'];
}

export interface MarkedLines {
  readonly right: MarkedPart;
  /** All that was marked, while it must not be said what is right. */
  readonly others: MarkedPart;
}

const NONE: Tally['rest'] = { values: 0, count: 0 };

/**
 * What it was right to mark, and what was marked besides. What the reader marked is always there, even where the class
 * is told of it only together with more: then its own count is not known.
 *
 * @param truth null while it must not be said what is right
 * @param own what the reader marked; empty where there is no answer of theirs
 * @param tally null for lessons in which the class was not told
 */
export function markedLines(
  truth: readonly Serial[] | null,
  own: readonly Serial[],
  tally: Tally | null,
  called: Called,
): MarkedLines {
  const right = new Set(truth ?? []);
  const mine = new Set(own);
  const told = new Map((tally?.rows ?? []).map((row) => [row.serial, row]));
  const all = [...new Set([...told.keys(), ...(tally === null ? right : []), ...mine])];
  const lines = all.map((serial): MarkedLine => {
    const { count = null, before = null } = told.get(serial) ?? {};
    return { serial, name: called(serial), mine: mine.has(serial), count, before };
  });
  return {
    right: { lines: lines.filter(({ serial }) => right.has(serial)), folded: tally?.right ?? NONE },
    others: { lines: lines.filter(({ serial }) => !right.has(serial)), folded: tally?.rest ?? NONE },
  };
}

/** Only so many that the reader did not mark; the others are counted with those that are not listed. */
export function foldedTo({ lines, folded }: MarkedPart, most: number): MarkedPart {
  const left = new Set(lines.slice(most).filter(({ mine }) => !mine));
  return {
    lines: lines.filter((line) => !left.has(line)),
    folded: {
      values: folded.values + left.size,
      count: [...left].reduce((sum, { count }) => sum + (count ?? 0), folded.count),
    },
  };
}
