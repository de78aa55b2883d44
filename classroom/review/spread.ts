/**
 * How the answers of a class to a question without options are spread: which numbers, orders and objects were given how
 * often, and which numbers a round was said to return. What is right stands first, then the most frequent; the long
 * tail is counted and not listed. It says of nobody in particular who gave what, so that everybody may see it.
 */
import type { Answer, Spread, SpreadRow, Truth } from '../protocol/challenge.ts';
import { isWithin } from '../tolerance.ts';

export interface Voted {
  readonly answer: Answer;
  /** Of the first vote, where there were two. */
  readonly first?: Answer | null | undefined;
}

/** What is listed at most; a page that shows less says so itself. */
const MOST_WRONG = 8;
const MOST_NEAR = 3;

type Value =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'order'; readonly order: number[] }
  | { readonly kind: 'object'; readonly serial: number };

/** Null for answers that are told otherwise: options each by itself, words and tasks to the teacher only. */
function asValue(answer: Answer): Value | null {
  switch (answer.kind) {
    case 'round':
      return { kind: 'number', value: answer.returned };
    case 'number':
      return { kind: 'number', value: answer.value };
    case 'order':
      return { kind: 'order', order: [...answer.order] };
    case 'object':
      return { kind: 'object', serial: answer.serial };
    default:
      return null;
  }
}

/** Null while nobody is to know what is right. */
type Rightness = SpreadRow['right'];

function rightness(value: Value, truth: Truth | null): Rightness {
  if (truth === null || truth.kind === 'task') return null;
  if (truth.kind === 'round')
    return value.kind === 'number' ? (value.value === truth.returned ? 'exactly' : 'not') : null;
  const { key } = truth.solution;
  if (value.kind === 'number' && key.form === 'number') {
    if (value.value === key.value) return 'exactly';
    return isWithin(value.value, key) ? 'nearly' : 'not';
  }
  if (value.kind === 'order' && key.form === 'order')
    return value.order.join() === key.correct.join() ? 'exactly' : 'not';
  if (value.kind === 'object' && key.form === 'object')
    return key.correct.includes(value.serial) ? 'exactly' : 'not';
  return null;
}

/** The one right value, which is listed also where nobody gave it. */
function rightValue(truth: Truth | null): Value | null {
  if (truth === null || truth.kind === 'task') return null;
  if (truth.kind === 'round') return { kind: 'number', value: truth.returned };
  const { key } = truth.solution;
  switch (key.form) {
    case 'number':
      return { kind: 'number', value: key.value };
    case 'order':
      return { kind: 'order', order: [...key.correct] };
    case 'object': {
      const [only, ...others] = key.correct;
      return only === undefined || others.length > 0 ? null : { kind: 'object', serial: only };
    }
    default:
      return null;
  }
}

/** Exactly right, nearly right, the others; each the most frequent first. */
const FIRST = { exactly: 0, nearly: 1, not: 2 } as const;

function compare(a: SpreadRow, b: SpreadRow): number {
  const rank = (row: SpreadRow) => (row.right === null ? FIRST.not : FIRST[row.right]);
  const [one, other] = [JSON.stringify(a), JSON.stringify(b)];
  return (
    rank(a) - rank(b) ||
    b.count - a.count ||
    (b.before ?? 0) - (a.before ?? 0) ||
    (a.kind === 'number' && b.kind === 'number' ? a.value - b.value : one < other ? -1 : 1)
  );
}

/**
 * @param truth null while it must not be said what is right
 * @param again there were two votes
 */
export function spreadOf(given: readonly Voted[], truth: Truth | null, again: boolean): Spread | null {
  const counted = new Map<string, { value: Value; count: number; before: number }>();
  const add = (value: Value | null, now: number, before: number) => {
    if (value === null) return;
    const key = JSON.stringify(value);
    const row = counted.get(key) ?? { value, count: 0, before: 0 };
    counted.set(key, { value, count: row.count + now, before: row.before + before });
  };
  for (const { answer, first } of given) {
    add(asValue(answer), 1, 0);
    if (first !== undefined && first !== null) add(asValue(first), 0, 1);
  }
  if (counted.size === 0) return null;
  add(rightValue(truth), 0, 0);
  const rows = [...counted.values()]
    .map(({ value, count, before }): SpreadRow => {
      const gave = { count, before: again ? before : null, right: rightness(value, truth) };
      return { ...value, ...gave };
    })
    .sort(compare);
  const listed = [...of(rows, 'exactly'), ...of(rows, 'nearly').slice(0, MOST_NEAR)];
  const wrong = rows.filter(({ right }) => right === null || right === 'not');
  return {
    rows: [...listed, ...wrong.slice(0, MOST_WRONG)],
    near: folded(of(rows, 'nearly').slice(MOST_NEAR)),
    rest: folded(wrong.slice(MOST_WRONG)),
  };
}

function of(rows: readonly SpreadRow[], right: Rightness): SpreadRow[] {
  return rows.filter((row) => row.right === right);
}

function folded(rows: readonly SpreadRow[]): Spread['rest'] {
  return { values: rows.length, count: rows.reduce((sum, { count }) => sum + count, 0) };
}
