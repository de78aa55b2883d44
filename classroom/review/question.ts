/**
 * What a class made of one challenge: which answers came how often, before and after a second vote, which belief the
 * wrong ones share, how sure people were. From the stored marks alone: nothing is graded again but the first votes.
 */
import { grade } from '../marking.ts';
import type { Answer, Mark, Marked, Spread, SpreadRow, Truth } from '../protocol/challenge.ts';
import type { ChallengeState } from '../protocol/state.ts';
import { ANSWER_PHRASES, type AnswerPhrases } from './answerPhrases.ts';
import { answerText, beliefsOf, optionsOf } from './answerText.ts';
import { markedOf } from './marked.ts';
import { type Called, calledIn } from './objectNames.ts';
import { spreadOf } from './spread.ts';

export interface AnswerRow {
  readonly text: string;
  /** The object that it is, where it is one. */
  readonly serial: number | null;
  /** How many gave it, and how many had given it in the first vote; null where there was one vote. */
  readonly count: number;
  readonly before: number | null;
  /** Null for what is not graded. */
  readonly right: boolean | null;
  /** Counts as right because it is within the tolerance. */
  readonly near: boolean;
  readonly belief: string | null;
}

/** How the answers are spread, as a page lists them. */
export interface AnswerRows {
  readonly rows: readonly AnswerRow[];
  /** Further numbers within the tolerance, and further wrong answers: how many there are, and how many gave one. */
  readonly near: Spread['near'];
  readonly rest: Spread['rest'];
}

const NONE: Spread['rest'] = { values: 0, count: 0 };

export interface SharedBelief {
  readonly belief: string;
  readonly count: number;
}

export interface SureRow {
  readonly sure: 1 | 2 | 3;
  readonly count: number;
  readonly right: number;
}

/** `rows`: for options one per option; for words and tasks one per answer, the most frequent first; else the spread. */
export interface QuestionReview extends AnswerRows {
  readonly answered: number;
  readonly right: number;
  /** Graded answers that were not fully right. */
  readonly wrong: number;
  /** How often each object of a round was marked. */
  readonly marked: Marked | null;
  /** Beliefs behind wrong answers, the most shared first. */
  readonly beliefs: readonly SharedBelief[];
  /** How many were right in each vote, and how many changed over; null where there was one vote or no key. */
  readonly votes: {
    readonly before: number;
    readonly after: number;
    readonly gained: number;
    readonly lost: number;
  } | null;
  /** Empty where nobody was asked how sure they are. */
  readonly sure: readonly SureRow[];
}

interface Voted {
  readonly mark: Mark;
  readonly answer: Answer;
  readonly first: Answer | null;
}

/** Null while the challenge is not revealed, or where the answers are not this viewer's to see. */
export function reviewQuestion(
  challenge: ChallengeState,
  phrases: AnswerPhrases = ANSWER_PHRASES.en,
): QuestionReview | null {
  const { truth, marks } = challenge;
  if (truth === undefined || marks === undefined) return null;
  const given = marks.flatMap((mark): Voted[] =>
    mark.answer === undefined ? [] : [{ mark, answer: mark.answer, first: mark.first ?? null }],
  );
  if (given.length < marks.length) return null;
  return {
    answered: given.length,
    right: given.filter(({ mark }) => mark.correct === true).length,
    wrong: given.filter(({ mark }) => mark.correct === false).length,
    ...rowsOf(challenge, truth, given, phrases),
    // As the class was told; before wire version 7 it was not.
    marked: challenge.summary?.marked ?? markedOf(challenge.challenge, given, truth, challenge.vote === 2),
    beliefs: sharedBeliefs(given, truth),
    votes: votesOf(challenge, truth, given),
    sure: sureRows(challenge, given),
  };
}

function choicesOf(answer: Answer): readonly number[] | null {
  return answer.kind === 'one' ? [answer.choice] : answer.kind === 'several' ? answer.choices : null;
}

function rowsOf(
  challenge: ChallengeState,
  truth: Truth,
  given: readonly Voted[],
  phrases: AnswerPhrases,
): AnswerRows {
  const { challenge: body, vote } = challenge;
  const again = vote === 2;
  const key = truth.kind === 'question' ? truth.solution.key : null;
  if (body.kind === 'question' && (key?.form === 'one' || key?.form === 'several')) {
    const beliefs = truth.kind === 'question' ? (truth.solution.beliefs ?? []) : [];
    const chose = (answer: Answer, index: number) => choicesOf(answer)?.includes(index) === true;
    const options = optionsOf(body.answer).map((text, index): AnswerRow => {
      const right = key.form === 'one' ? key.correct === index : key.correct.includes(index);
      const belief = beliefs[index] ?? '';
      return {
        text,
        serial: null,
        count: given.filter(({ answer }) => chose(answer, index)).length,
        before: again ? given.filter(({ first }) => first !== null && chose(first, index)).length : null,
        right,
        near: false,
        belief: right || belief === '' ? null : belief,
      };
    });
    return { rows: options, near: NONE, rest: NONE };
  }
  // As the class was told; before wire version 6 it was not.
  const spread = challenge.summary?.spread ?? spreadOf(given, truth, again);
  if (spread !== null) return spreadRows(challenge, spread, phrases);
  const called = calledIn(challenge, phrases);
  const rows = new Map<string, { count: number; before: number; right: boolean | null }>();
  const add = (answer: Answer, right: boolean | null, when: 'count' | 'before') => {
    const text = answerText(body, answer, called, phrases);
    const row = rows.get(text) ?? { count: 0, before: 0, right };
    rows.set(text, { ...row, [when]: row[when] + 1 });
  };
  for (const { mark, answer, first } of given) {
    add(answer, mark.correct, 'count');
    if (first !== null) add(first, rightBefore(challenge, truth, first), 'before');
  }
  const others = [...rows]
    .map(([text, row]) => ({
      ...row,
      text,
      serial: null,
      before: again ? row.before : null,
      near: false,
      belief: null,
    }))
    .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
  return { rows: others, near: NONE, rest: NONE };
}

export function spreadRows(
  challenge: Pick<ChallengeState, 'challenge' | 'objects' | 'truth'>,
  { rows, near, rest }: Spread,
  phrases: AnswerPhrases = ANSWER_PHRASES.en,
): AnswerRows {
  const called = calledIn(challenge, phrases);
  return {
    rows: rows.map((row) => ({
      text: rowText(challenge.challenge, row, called),
      serial: row.kind === 'object' ? row.serial : null,
      count: row.count,
      before: row.before,
      right: row.right === null ? null : row.right !== 'not',
      near: row.right === 'nearly',
      belief: null,
    })),
    near,
    rest,
  };
}

/** Only so many wrong answers; the others are counted with the rest. */
export function shortened({ rows, near, rest }: AnswerRows, most: number): AnswerRows {
  const wrong = rows.filter(({ right }) => right !== true);
  const left = new Set(wrong.slice(most));
  return {
    rows: rows.filter((row) => !left.has(row)),
    near,
    rest: {
      values: rest.values + left.size,
      count: [...left].reduce((sum, { count }) => sum + count, rest.count),
    },
  };
}

/** Whether this answer is counted in this row of a spread. */
export function isRowOf(body: ChallengeState['challenge'], answer: Answer, row: AnswerRow): boolean {
  switch (answer.kind) {
    case 'round':
      return row.text === String(answer.returned);
    case 'object':
      return row.serial === answer.serial;
    case 'number':
    case 'order':
      return row.text === answerText(body, answer, String);
    default:
      return false;
  }
}

function rowText(body: ChallengeState['challenge'], row: SpreadRow, called: Called): string {
  switch (row.kind) {
    case 'number':
      return answerText(body, { kind: 'number', value: row.value }, called);
    case 'order':
      return answerText(body, { kind: 'order', order: row.order }, called);
    case 'object':
      return called(row.serial);
  }
}

function sharedBeliefs(given: readonly Voted[], truth: Truth): SharedBelief[] {
  const counts = new Map<string, number>();
  for (const { answer } of given) {
    for (const belief of new Set(beliefsOf(answer, truth))) counts.set(belief, (counts.get(belief) ?? 0) + 1);
  }
  return [...counts]
    .map(([belief, count]) => ({ belief, count }))
    .sort((a, b) => b.count - a.count || (a.belief < b.belief ? -1 : 1));
}

/** Whether a first vote was right; null where that cannot be told without running its inputs again. */
function rightBefore({ challenge }: ChallengeState, truth: Truth, first: Answer): boolean | null {
  if (first.kind === 'task') return null;
  const { share } = grade(first, truth, challenge.kind === 'round' ? challenge.generation : 2, null);
  return share === null ? null : share === 1;
}

function votesOf(challenge: ChallengeState, truth: Truth, given: readonly Voted[]): QuestionReview['votes'] {
  if (challenge.vote === 1) return null;
  const both = given.flatMap(({ mark, first }) => {
    const was = first === null ? false : rightBefore(challenge, truth, first);
    return was === null || mark.correct === null ? [] : [{ was, is: mark.correct }];
  });
  if (both.length === 0) return null;
  return {
    before: both.filter(({ was }) => was).length,
    after: both.filter(({ is }) => is).length,
    gained: both.filter(({ was, is }) => is && !was).length,
    lost: both.filter(({ was, is }) => was && !is).length,
  };
}

function sureRows({ rules }: ChallengeState, given: readonly Voted[]): SureRow[] {
  if (!rules.confidence) return [];
  return ([1, 2, 3] as const).map((sure) => {
    // [SC5] No word counts as 1.
    const these = given.filter(
      ({ answer }) => ('confidence' in answer ? (answer.confidence ?? 1) : 1) === sure,
    );
    return { sure, count: these.length, right: these.filter(({ mark }) => mark.correct === true).length };
  });
}
