/**
 * How often each object of a round was marked: as one that goes, and as one that moves where the round asks for that.
 * What was right to mark stands first, also where nobody marked it; then the others, each the most frequent first. The
 * long tail is counted and not listed. It says of nobody in particular who marked what.
 */
import type { Answer, ChallengeBody, Marked, Tally, TallyRow, Truth } from '../protocol/challenge.ts';
import type { Voted } from './spread.ts';

/** What is listed at most; a page that shows less says so itself. */
const MOST_RIGHT = 40;
const MOST_OTHERS = 8;

type RoundAnswer = Extract<Answer, { kind: 'round' }>;
type Part = 'freed' | 'moved';

/**
 * Null for what is no round, and while nobody has answered and there is nothing to tell.
 *
 * @param truth null while it must not be said what is right
 * @param again there were two votes
 */
export function markedOf(
  body: ChallengeBody,
  given: readonly Voted[],
  truth: Truth | null,
  again: boolean,
): Marked | null {
  if (body.kind !== 'round' || (given.length === 0 && truth === null)) return null;
  const rounds = given.flatMap(({ answer, first }) =>
    answer.kind === 'round' ? [{ answer, first: first?.kind === 'round' ? first : null }] : [],
  );
  const of = (part: Part) => tallyOf(rounds, part, truth?.kind === 'round' ? truth[part] : null, again);
  return { freed: of('freed'), moved: body.generation === 2 ? null : of('moved') };
}

function tallyOf(
  given: readonly { readonly answer: RoundAnswer; readonly first: RoundAnswer | null }[],
  part: Part,
  right: readonly number[] | null,
  again: boolean,
): Tally {
  const counted = new Map<number, { count: number; before: number }>();
  const add = (serials: readonly number[], count: number, before: number) => {
    for (const serial of serials) {
      const row = counted.get(serial) ?? { count: 0, before: 0 };
      counted.set(serial, { count: row.count + count, before: row.before + before });
    }
  };
  add(right ?? [], 0, 0);
  for (const { answer, first } of given) {
    add(answer[part], 1, 0);
    if (first !== null) add(first[part], 0, 1);
  }
  const truth = right === null ? null : new Set(right);
  const rows = [...counted]
    .map(
      ([serial, { count, before }]): TallyRow => ({
        serial,
        count,
        before: again ? before : null,
        right: truth === null ? null : truth.has(serial),
      }),
    )
    .sort((a, b) => b.count - a.count || (b.before ?? 0) - (a.before ?? 0) || a.serial - b.serial);
  const hits = rows.filter((row) => row.right === true);
  const others = rows.filter((row) => row.right !== true);
  return {
    rows: [...hits.slice(0, MOST_RIGHT), ...others.slice(0, MOST_OTHERS)],
    right: folded(hits.slice(MOST_RIGHT)),
    rest: folded(others.slice(MOST_OTHERS)),
    none: given.filter(({ answer }) => answer[part].length === 0).length,
  };
}

function folded(rows: readonly TallyRow[]): Tally['rest'] {
  return { values: rows.length, count: rows.reduce((sum, { count }) => sum + count, 0) };
}

/** The objects that are told of by it. */
export function serialsOfMarked(marked: Marked | null): readonly number[] {
  if (marked === null) return [];
  return [marked.freed, marked.moved].flatMap((tally) => tally?.rows.map(({ serial }) => serial) ?? []);
}
